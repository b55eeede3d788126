"""The program's own line: what the patient owes for the days, insured or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from attrs import evolve

from iopkit.cost import wording
from iopkit.cost.beyond import not_estimated
from iopkit.cost.care_words import in_care
from iopkit.cost.course import Course
from iopkit.cost.items import Item, detail_of
from iopkit.cost.ledgers import owed_daily
from iopkit.cost.outcomes import End, allowed_prices, charged, ways_to_claim
from iopkit.cost.plan_years import plan_years
from iopkit.cost.scenarios import Scenario, scenarios
from iopkit.model.health_plan import HealthPlan
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.coverage import Coverage, PayerKind

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
        return _open_item(CostComponent.PROGRAM_FEES, wording.IOP_PERHAPS)
    if is_uninsured(plan) or _is_refused(course, plan):
        return _charged_item(course)
    if _is_in_network(course) is False:
        return _outside_item(course, plan)
    if _notes_beyond(course, plan):
        is_covered = plan.iop_coverage is Coverage.COVERED
        label = wording.IOP_INSURED if is_covered else wording.IOP_PERHAPS
        return _open_item(CostComponent.OUT_OF_POCKET, label)
    if course.notes.misses("plan-year-of-days"):
        return _open_item(CostComponent.OUT_OF_POCKET, wording.IOP_PERHAPS)
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
    return _item(ends, CostComponent.PROGRAM_FEES, wording.IOP_CHARGED)


def _outside_item(course: Course, plan: HealthPlan) -> Item:
    coverage = plan.out_of_network.coverage if plan.out_of_network else None
    if coverage is Coverage.NOT_COVERED:
        return _charged_item(course)
    course.notes.miss("out-of-network")
    label = wording.IOP_INSURED if coverage is Coverage.COVERED else wording.IOP_PERHAPS
    return _open_item(CostComponent.OUT_OF_POCKET, label)


def _notes_beyond(course: Course, plan: HealthPlan) -> bool:
    """Note what the plan tells and nothing computes yet; return whether there is any."""
    benefits = [told.benefit for told in plan.benefits]
    beyond = not_estimated(plan, [plan.iop_benefit] if plan.iop_benefit else benefits)
    for name in beyond:
        course.notes.miss(wording.code_of_missing(name))
    return bool(beyond)


def _insured_item(course: Course, plan: HealthPlan) -> Item:
    days = course.attendance.high or course.attendance.low
    years = plan_years(course, plan, days)
    supposed = list(scenarios(course, years))
    covered = [scenario for scenario in supposed if scenario.is_covered]
    ends = [
        end
        for price in allowed_prices(course)
        for scenario in covered
        for end in ways_to_claim(course, scenario, price)
    ]
    for scenario in supposed:
        if not scenario.is_covered:
            ends += charged(course, scenario)
    if _is_in_network(course) is None:
        course.notes.miss("network-not-told")
        ends.append((ends[0][0], ends[0][1]._replace(cents=None, parts=None)))
    label = wording.IOP_INSURED if len(covered) == len(supposed) else wording.IOP_PERHAPS
    return _item(ends, CostComponent.OUT_OF_POCKET, label)


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
