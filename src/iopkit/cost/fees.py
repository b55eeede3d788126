"""What the patient owes for the days of the program, insured or not, in each possible way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from iopkit.cost import labels, wording
from iopkit.cost.balance_bills import (
    at_price,
    balance_item,
    falling,
    may_be_billed,
    untold,
    with_rest,
)
from iopkit.cost.beyond import asks_authorization, is_penalty
from iopkit.cost.course import Course
from iopkit.cost.denials import COVERAGE, denied, penalized
from iopkit.cost.featured import featured_claims
from iopkit.cost.items import Item
from iopkit.cost.medicaid_caps import within_medicaid
from iopkit.cost.needs import missing_on
from iopkit.cost.outcomes import End, allowed_prices, charged
from iopkit.cost.paid_days import paid_days
from iopkit.cost.person_limits import by_person_limit
from iopkit.cost.plan_years import plan_years
from iopkit.cost.refusals import (
    is_all_refused,
    is_in_network,
    is_outside_refused,
    is_side_refused,
    is_uninsured,
    tells_outside,
)
from iopkit.cost.scenarios import Scenario, outside_coverages, scenarios, with_rule
from iopkit.cost.secondary_payment import changes_bill
from iopkit.cost.settled_days import is_charged
from iopkit.cost.sides import Side
from iopkit.model.health_plan import HealthPlan
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.coverage import Benefit, Coverage


class Fee(NamedTuple):
    """What the days of a program may cost, without what others take from it.

    `ends` are the low and the high end of each possible answer; none where nothing bounds them.
    """

    ends: Sequence[tuple[End, End]]
    component: CostComponent
    label: Text

    def __repr__(self) -> str:
        return f"<Fee: {len(self.ends)} answers>"


def fee_of(course: Course) -> Fee:
    """Return what the days of the program may cost under the plan of the case.

    Raises:
        NotInForce: a published amount is missing for a day of the course.
        PlanYearMismatch: the course begins before the plan year.
    """
    plan = course.case.health_plan
    if plan is None:
        course.notes.miss("plan-not-told")
        return Fee((), CostComponent.PROGRAM_FEES, labels.IOP_PERHAPS)
    if is_uninsured(plan):
        return _charged(course)
    if is_all_refused(course, plan):
        return _refused_fee(course, plan)
    if is_in_network(course) is False:
        return _outside_fee(course, plan)
    if course.notes.misses("plan-year-of-days"):
        return Fee((), CostComponent.OUT_OF_POCKET, labels.IOP_PERHAPS)
    return _insured_fee(course, plan)


def _refused_fee(course: Course, plan: HealthPlan) -> Fee:
    """Return what unauthorized days cost: all that is charged, but for days beyond a limit."""
    told = is_in_network(course)
    if told is not None:
        ends = _denied(course, plan, is_in_network=told)
    else:
        sides = {side: _denied(course, plan, is_in_network=side) for side in (True, False)}
        ends = [end for side, own in sides.items() for end in _supposing(own, is_in_network=side)]
    if all(map(is_charged, ends)):
        return _charged(course)
    if told is None:
        course.notes.miss("network-either")
    label = labels.IOP_PERHAPS if any(map(is_charged, ends)) else labels.IOP_INSURED
    return Fee(ends, CostComponent.OUT_OF_POCKET, label)


def _denied(course: Course, plan: HealthPlan, *, is_in_network: bool) -> list[tuple[End, End]]:
    if not is_in_network and is_outside_refused(plan) is True:
        return list(charged(course, Scenario()))
    return list(denied(course, plan, Scenario(), is_in_network=is_in_network))


def _charged(course: Course) -> Fee:
    return Fee(list(charged(course, Scenario())), CostComponent.PROGRAM_FEES, labels.IOP_CHARGED)


def _outside_fee(course: Course, plan: HealthPlan) -> Fee:
    """Return the cost of days outside the network.

    The balance bill is a line of its own, unless the plan may pay nothing: what is charged is then
    the most that both come to.
    """
    coverage = plan.out_of_network.coverage if plan.out_of_network else None
    if is_outside_refused(plan) is True:
        return _charged(course)
    is_sure = coverage is Coverage.COVERED
    if not tells_outside(plan):
        course.notes.miss("out-of-network")
        ends = untold(course)
    elif _is_billed_apart(course, plan):
        ends = _outside(course, plan)
    else:
        ends, is_sure = _outside_billed(course, plan), is_sure and _is_paid(course, plan)
    label = labels.IOP_INSURED if is_sure else labels.IOP_PERHAPS
    return Fee(list(ends), CostComponent.OUT_OF_POCKET, label)


def _is_billed_apart(course: Course, plan: HealthPlan) -> bool:
    """Return whether the rest of the bill is a line of its own.

    It is where the plan pays for certain, and where it does not fall as the patient's part rises.
    """
    if not _is_paid(course, plan):
        return False
    return not any(falling(course, price) for price in allowed_prices(course))


def _is_paid(course: Course, plan: HealthPlan) -> bool:
    """Return whether the plan pays for certain."""
    return _may_be_paid(course, plan) is True and is_outside_refused(plan) is False


def _outside(course: Course, plan: HealthPlan) -> Iterator[tuple[End, End]]:
    """Yield what the days cost outside the network in each way, but for a balance bill."""
    for benefit, is_covered, values in outside_coverages(course, plan):
        if is_covered:
            yield from _recognized(course, plan, benefit, values)


def _outside_billed(course: Course, plan: HealthPlan) -> Iterator[tuple[End, End]]:
    """Yield what the days cost outside the network in each way, with the balance bill."""
    for price in allowed_prices(course):
        yield from at_price(course, price, lambda own: _outside(own, plan))
    yield from with_rest(course, penalized(course, plan, is_in_network=False))
    for benefit, is_covered, values in outside_coverages(course, plan):
        is_never_paid = is_side_refused(plan, benefit)
        if is_covered and not is_never_paid:
            continue
        supposed = {**(values if not is_covered else {}), **_named(plan, benefit)}
        scenario = Scenario(values=supposed)
        if is_never_paid or COVERAGE in supposed:
            yield from charged(course, scenario)
        else:
            yield from denied(course, plan, scenario, is_in_network=False)


def _recognized(
    course: Course, plan: HealthPlan, benefit: Benefit, values: Mapping[str, object]
) -> Iterator[tuple[End, End]]:
    if plan.iop_benefit is None:
        course.notes.miss("iop-benefit-not-told")
    if is_side_refused(plan, benefit):
        return
    side = Side(benefit, is_in_network=False)
    days = course.attendance.high or course.attendance.low
    scenario = Scenario(
        years=plan_years(course, evolve(with_rule(plan, values), iop_benefit=benefit), days),
        benefit=benefit,
        values={**values, **_named(plan, benefit)},
    )
    for year in scenario.years:
        for name in missing_on(year.plan, year.used, (side,)):
            course.notes.miss(wording.code_of_missing(name))
    for price in allowed_prices(course):
        ends = featured_claims(course, scenario, price, is_in_network=False)
        yield from within_medicaid(course, ((scenario, ends),), is_in_network=False)


def _named(plan: HealthPlan, benefit: Benefit) -> dict[str, object]:
    """Return what it supposes that a benefit pays an IOP day."""
    return {} if plan.iop_benefit is not None else {"health_plan.iop_benefit": benefit}


def _may_be_paid(course: Course, plan: HealthPlan) -> bool | None:
    """Return whether the plan pays for the program, as far as coverage and authorization say."""
    if is_uninsured(plan) or is_all_refused(course, plan):
        return False
    episode = course.case.episode
    is_given = episode is not None and episode.is_authorized
    is_sure = is_given or is_penalty(plan) or not asks_authorization(plan, is_in_network=False)
    return True if is_sure and plan.iop_coverage is not None else None


def balance_items(course: Course, fee: Item) -> Iterator[Item]:
    """Yield what a program outside the network may ask beyond what the plan recognizes.

    Where it may not, there is no line, and where that is not told, the low end is nothing.  The
    bill falls as the plan recognizes more, and with `fee`, the patient's part, it is no more than
    what is charged.  Where the plan may pay nothing, or there is assistance, the bill is in the
    answers themselves; so it is where a second plan may pay of it.
    """
    plan = course.case.health_plan
    is_within = course.case.assistance is not None or changes_bill(course.case)
    if plan is None or is_within or not _has_rest(course, plan):
        return
    if (answers := may_be_billed(course)) != (False,):
        yield balance_item(course, answers, fee)


def with_bill(course: Course, fee: Fee) -> Fee:
    """Return the answers of `fee` with the rest of the bill, from which others also take."""
    plan = course.case.health_plan
    if plan is None or not _has_rest(course, plan):
        return fee
    return fee._replace(ends=list(with_rest(course, fee.ends)))


def _has_rest(course: Course, plan: HealthPlan) -> bool:
    """Return whether the rest of the bill is in no answer, and may be asked for."""
    is_outside = is_in_network(course) is False and tells_outside(plan)
    return is_outside and _is_billed_apart(course, plan)


def _insured_fee(course: Course, plan: HealthPlan) -> Fee:
    days = course.attendance.high or course.attendance.low
    years = plan_years(course, plan, days)
    supposed = list(scenarios(course, years))
    covered = [scenario for scenario in supposed if scenario.is_covered]
    ends = paid_days(course, covered)
    if limited := by_person_limit(course, covered, ends):
        ends = paid_days(course, limited)
    for scenario in supposed:
        if not scenario.is_covered:
            is_denied = COVERAGE not in scenario.values
            ends += denied(course, plan, scenario) if is_denied else charged(course, scenario)
    ends += penalized(course, years[0].plan)
    is_sure = len(covered) == len(supposed)
    if is_in_network(course) is None:
        ends, is_sure = _on_either_side(course, plan, ends), False
    label = labels.IOP_INSURED if is_sure else labels.IOP_PERHAPS
    return Fee(ends, CostComponent.OUT_OF_POCKET, label)


def _on_either_side(
    course: Course, plan: HealthPlan, inside: Sequence[tuple[End, End]]
) -> list[tuple[End, End]]:
    """Return the ends inside the network and those outside of it, with a balance bill."""
    if is_outside_refused(plan) is True:
        course.notes.miss("network-either")
        outside = charged(course, Scenario())
    elif tells_outside(plan):
        course.notes.miss("network-either")
        outside = _outside_billed(course, plan)
    else:
        course.notes.miss("network-not-told")
        outside = untold(course)
    return [*_supposing(inside, is_in_network=True), *_supposing(outside, is_in_network=False)]


def _supposing(
    ends: Iterable[tuple[End, End]], *, is_in_network: bool
) -> Iterator[tuple[End, End]]:
    """Yield ends with what they suppose of the network."""
    told = {"episode.is_in_network": is_in_network}
    for low, high in ends:
        yield low.supposing(told), high.supposing(told)
