"""The program's own line: what the patient owes for the days, insured or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from attrs import evolve

from iopkit.cost import labels, wording
from iopkit.cost.beyond import not_estimated
from iopkit.cost.care_words import in_care
from iopkit.cost.course import Course
from iopkit.cost.featured import covers_outside, featured
from iopkit.cost.items import Item, detail_of
from iopkit.cost.ledgers import owed_daily
from iopkit.cost.needs import missing_on, not_computed
from iopkit.cost.outcomes import End, allowed_prices, charged, ways_to_claim
from iopkit.cost.plan_years import plan_years
from iopkit.cost.pricing import Billed, PriceCase
from iopkit.cost.scenarios import Scenario, scenarios
from iopkit.cost.sides import Side
from iopkit.model.health_plan import HealthPlan
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

_WITHOUT_NETWORK = (PayerKind.MEDICARE, PayerKind.SELF_PAY)


def fee_item(course: Course) -> Item:
    """Return the line for the days of the program, with its lowest and highest amount.

    It speaks of the program's own level of care.

    Raises:
        NotInForce: a published amount is missing for a day of the course.
        PlanYearMismatch: the course begins before the plan year.
    """
    program, item = course.case.program, _fee_item(course)
    label = in_care(item.label, program.level if program else None)
    return item if label is item.label else evolve(item, label=label)


def _fee_item(course: Course) -> Item:
    plan = course.case.health_plan
    if plan is None:
        course.notes.miss("plan-not-told")
        return _open_item(CostComponent.PROGRAM_FEES, labels.IOP_PERHAPS)
    if is_uninsured(plan) or _is_refused(course, plan):
        return _charged_item(course)
    if _is_in_network(course) is False:
        return _outside_item(course, plan)
    if course.notes.misses("plan-year-of-days"):
        return _open_item(CostComponent.OUT_OF_POCKET, labels.IOP_PERHAPS)
    return _insured_item(course, plan)


def is_uninsured(plan: HealthPlan | None) -> bool:
    """Return whether it is known that no plan pays for the program."""
    return plan is not None and (
        plan.payer is PayerKind.SELF_PAY or plan.iop_coverage is Coverage.NOT_COVERED
    )


def _is_refused(course: Course, plan: HealthPlan) -> bool:
    episode = course.case.episode
    needs_authorization = plan.iop_coverage is Coverage.WITH_AUTHORIZATION
    return needs_authorization and episode is not None and episode.is_authorized is False


def _charged_item(course: Course) -> Item:
    ends = list(charged(course, Scenario()))
    return _item(ends, CostComponent.PROGRAM_FEES, labels.IOP_CHARGED)


def _outside_item(course: Course, plan: HealthPlan) -> Item:
    """Return the line for days outside the network; the balance bill is a line of its own."""
    outside = plan.out_of_network
    coverage = outside.coverage if outside else None
    if coverage is Coverage.NOT_COVERED:
        return _charged_item(course)
    label = labels.IOP_INSURED if coverage is Coverage.COVERED else labels.IOP_PERHAPS
    if coverage is None or not covers_outside(outside):
        course.notes.miss("out-of-network")
        return _open_item(CostComponent.OUT_OF_POCKET, label)
    days = course.attendance.high or course.attendance.low
    benefit = plan.iop_benefit or Benefit.IOP
    if plan.iop_benefit is None:
        course.notes.miss("iop-benefit-not-told")
    scenario = Scenario(years=plan_years(course, plan, days), benefit=benefit)
    for year in scenario.years:
        for name in missing_on(year.plan, year.used, (Side(benefit, is_in_network=False),)):
            course.notes.miss(wording.code_of_missing(name))
    return _item(
        [
            end
            for price in allowed_prices(course)
            for end in featured(course, scenario, price, is_in_network=False)
        ],
        CostComponent.OUT_OF_POCKET,
        label,
    )


def balance_items(course: Course) -> Iterator[Item]:
    """Yield what a program outside the network may ask beyond what the plan recognizes.

    Whether it may is not told, so that the low end is nothing; the bill falls as the plan
    recognizes more.
    """
    plan = course.case.health_plan
    if plan is None or _is_in_network(course) is not False or is_uninsured(plan):
        return
    outside = plan.out_of_network
    is_told = outside is not None and outside.coverage not in (None, Coverage.NOT_COVERED)
    if not is_told or not covers_outside(outside):
        return
    course.notes.miss("balance-bill-not-told")
    least = min((_total(price.low) for price in allowed_prices(course)), default=0)
    billed = [end.cents for _, end in charged(course, Scenario())]
    known = [cents for cents in billed if cents is not None]
    most = max(known) if len(known) == len(billed) else None
    yield Item(
        component=CostComponent.OUT_OF_POCKET,
        label=labels.BALANCE_BILL,
        low=0,
        high=None if most is None else max(most - least, 0),
        is_exact=False,
    )


def _total(lines: Iterable[Billed]) -> int:
    return sum(line.cents for line in lines)


def _insured_item(course: Course, plan: HealthPlan) -> Item:
    days = course.attendance.high or course.attendance.low
    years = plan_years(course, plan, days)
    supposed = list(scenarios(course, years))
    covered = [scenario for scenario in supposed if scenario.is_covered]
    ends = [
        end
        for price in allowed_prices(course)
        for scenario in covered
        for end in _ends(course, scenario, price)
    ]
    for scenario in supposed:
        if not scenario.is_covered:
            ends += charged(course, scenario)
    if _is_in_network(course) is None:
        course.notes.miss("network-not-told")
        ends.append((ends[0][0], ends[0][1]._replace(cents=None, parts=None)))
    label = labels.IOP_INSURED if len(covered) == len(supposed) else labels.IOP_PERHAPS
    return _item(ends, CostComponent.OUT_OF_POCKET, label)


def _ends(course: Course, scenario: Scenario, price: PriceCase) -> Iterator[tuple[End, End]]:
    plan = scenario.years[0].plan
    for name in not_computed(plan, (Side(scenario.benefit),)):
        course.notes.miss(wording.code_of_missing(name))
    if not_estimated(plan, (scenario.benefit,)):
        yield from featured(course, scenario, price)
    else:
        yield from ways_to_claim(course, scenario, price)


def _is_in_network(course: Course) -> bool | None:
    case = course.case
    if case.health_plan is not None and case.health_plan.payer in _WITHOUT_NETWORK:
        return True
    return case.episode.is_in_network if case.episode else None


def _item(ends: Sequence[tuple[End, End]], component: CostComponent, label: Text) -> Item:
    low = _lowest(end for end, _ in ends)
    high = _highest(end for _, end in ends)
    return Item(
        component=component,
        label=label,
        low=low.cents or 0,
        high=high.cents,
        detail=detail_of(low.price, high.price),
        source=high.price.source or low.price.source,
        is_exact=low.is_exact and high.is_exact and high.cents is not None,
        low_parts=low.parts,
        high_parts=high.parts,
        low_values=low.values,
        high_values=high.values,
        daily=partial(owed_daily, low.ledgers, high.ledgers),
        low_ledgers=low.ledgers,
        high_ledgers=high.ledgers,
    )


def _lowest(ends: Iterable[End]) -> End:
    return min(ends, key=lambda end: (end.cents or 0, not end.is_exact))


def _highest(ends: Iterable[End]) -> End:
    return max(ends, key=lambda end: (end.cents is None, end.cents or 0, end.is_exact))


def _open_item(component: CostComponent, label: Text) -> Item:
    return Item(component=component, label=label, low=0, high=None, is_exact=False)
