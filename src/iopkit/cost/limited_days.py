"""Which days of a course lie beyond a limit on a service, where all of them are denied.

As such days use nothing up, only what was used before them and the calendar decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER, Adjudication
from iopkit.cost.course import Course
from iopkit.cost.day_claims import in_a_new_stay
from iopkit.cost.exactness import CALENDAR
from iopkit.cost.outcomes import by_year
from iopkit.cost.plan_periods import next_year
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.prepared import PreparedPlan, prepare
from iopkit.cost.pricing import Billed
from iopkit.cost.service_use import limits_of, untold_limit
from iopkit.cost.sides import Side, told_on
from iopkit.cost.wording import code_of_missing
from iopkit.errors import CannotAdjudicate
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.benefits import LimitUnit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.values.money import ZERO, Money
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart, PayerKind

OVER = PART_ORDER.index(LinePart.OVER_LIMIT)
_WITHOUT_LIMITS = (PayerKind.MEDICARE, PayerKind.MEDICAID)
_DENIED = MissingAuthorization(rule=AuthorizationRule.DENIED)
_FREE = CostShare(deductible_applies=False)
_CENT = Money(1)


class Limited(NamedTuple):
    """A benefit with its limit on visits and their number used, and what that supposes."""

    told: PlanBenefit
    visits_used: int | None
    values: Mapping[str, object]

    def __repr__(self) -> str:
        return f"<Limited: {self.told.benefit.value}>"


def is_limited(plan: HealthPlan, side: Side) -> bool:
    """Return whether a limit may hold the days; public plans are supposed to have none."""
    told = told_on(plan, side) or PlanBenefit(benefit=side.benefit)
    if told.visit_limit is not None or told.limits or told.has_visit_limit:
        return True
    return told.has_visit_limit is None and plan.payer not in _WITHOUT_LIMITS


def limited_ways(course: Course, plan: HealthPlan, side: Side, year: PlanYear) -> Iterator[Limited]:
    """Yield a benefit with its limit on visits, and their number used, as told or supposed."""
    told = told_on(plan, side) or PlanBenefit(benefit=side.benefit)
    used = year.used.visits_used
    untold = untold_limit(told)
    is_public = untold == "has_visit_limit" and plan.payer in _WITHOUT_LIMITS
    if untold is not None and not is_public:
        course.notes.miss("visit-limit-not-told")
        yield from _supposed(course, told, used)
    elif told.visit_limit and used is None and not year.number:
        course.notes.miss(code_of_missing("visits_used"))
        for count in (0, told.visit_limit):
            yield Limited(told, count, {"used.visits_used": count})
    else:
        unlimited = evolve(told, has_visit_limit=False) if is_public else told
        yield Limited(unlimited, used, {})


def _supposed(course: Course, told: PlanBenefit, used: int | None) -> Iterator[Limited]:
    """Yield a limit that all visits are within, and one that all are beyond."""
    name = f"health_plan.benefits.{told.benefit.value}"
    none: dict[str, object] = {f"{name}.has_visit_limit": False}
    if told.has_visit_limit:
        enough = (used or 0) + len(course.attendance.high or course.attendance.low)
        none = {f"{name}.visit_limit": enough, "used.visits_used": used or 0}
    yield Limited(evolve(told, has_visit_limit=False), used, none)
    no_visit = evolve(told, visit_limit=0, has_visit_limit=True)
    yield Limited(no_visit, used, {f"{name}.visit_limit": 0})


def days_beyond(
    course: Course, limited: Limited, years: tuple[PlanYear, ...], *, is_in_network: bool
) -> Mapping[date, bool] | None:
    """Return which days lie beyond a limit, `None` where that cannot be told."""
    attendance, limits = course.attendance, limits_of(limited.told)
    days = attendance.high or attendance.low
    if attendance.high is None and any(limit.period in CALENDAR for limit in limits):
        return None
    # Each session may be a claim of its own, with minutes of its own.
    is_by_hour = any(limit.unit is LimitUnit.HOURS for limit in limits)
    if is_by_hour and any(len(attendance.sessions_on(day)) > 1 for day in days):
        return None
    apart = by_year(tuple(Billed(day, 1) for day in days), years[0].plan.plan_year, years)
    plan, found = _denying(limited.told), dict[date, bool]()
    told = in_a_new_stay(course, limited.told, years[0].used, is_in_network=is_in_network)
    visits = told.visits_used if years[0].number else limited.visits_used
    used = evolve(NOTHING_USED, visits_used=visits, benefits_used=told.benefits_used)
    for year in years:
        own = [line.on for line in apart.get(year.number, ())]
        answer = _settled(course, prepare(plan, used), limited.told.benefit, own)
        if answer is None:
            return None
        each = [run.part_cents[OVER] > 0 for run in answer.runs for _ in range(run.line_count)]
        found.update(zip(own, each, strict=True))
        used = next_year(answer.used_after, plan)
    return found


def _denying(told: PlanBenefit) -> HealthPlan:
    """Return a plan of which the limits on a benefit are all that matters."""
    asking = evolve(
        told,
        cost_share=_FREE,
        first_visits=None,
        service_deductible=None,
        counts_toward_limit=None,
        needs_authorization=True,
    )
    return HealthPlan(
        id="denied",
        iop_coverage=Coverage.WITH_AUTHORIZATION,
        iop_benefit=told.benefit,
        benefits=(asking,),
        deductible=ZERO,
        has_out_of_pocket_limit=False,
        missing_authorization=_DENIED,
    )


def _settled(
    course: Course, plan: PreparedPlan, benefit: Benefit, days: list[date]
) -> Adjudication | None:
    lines = [
        ClaimLine(
            on=day,
            benefit=benefit,
            allowed=_CENT,
            billed=_CENT,
            is_authorized=False,
            minutes=course.minutes_on(day),
        )
        for day in days
    ]
    try:
        return plan.adjudicate(lines)
    except CannotAdjudicate:
        return None
