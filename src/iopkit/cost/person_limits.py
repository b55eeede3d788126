"""What one person of a family may owe, where the plan of the family does not tell it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from iopkit.cost.course import Course
from iopkit.cost.needs import exactly
from iopkit.cost.outcomes import End
from iopkit.cost.plan_limits import PERSON_LIMIT, may_owe_in_family
from iopkit.cost.scenarios import Scenario
from iopkit.errors import NotInForce, NotShipped
from iopkit.law.amounts import Amounts
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import PayerKind

_FIELD = "health_plan.family.person_limit"


def by_person_limit(
    course: Course, covered: Sequence[Scenario], ends: Sequence[tuple[End, End]]
) -> list[Scenario]:
    """Return each scenario under the published limit of one person, and under the plan's own.

    A plan that is grandfathered needs no such limit.  None where the plan tells one, where none
    was read for the plan year, or where no end of `ends` may pass it.
    """
    if not covered:
        return []
    first = covered[0].years[0]
    year = first.plan.plan_year
    start = course.attendance.start if year is None else year.start
    limits = _limits(first.plan, course.amounts, start)
    used = exactly(first.used.limit_used)
    if not limits or not any(_may_pass(high.cents, used, limits[0]) for _, high in ends):
        return []
    course.notes.miss("person-limit-not-told")
    return [_under(scenario, limit) for limit in limits for scenario in covered]


def _limits(plan: HealthPlan, amounts: Amounts, start: date) -> tuple[Money, ...]:
    if plan.family is None or plan.family.person_limit is not None:
        return ()
    if plan.payer not in (None, PayerKind.COMMERCIAL):
        return ()
    try:
        published = amounts.money(PERSON_LIMIT, on=start)
    except (NotInForce, NotShipped):
        return ()
    for _, told in may_owe_in_family(plan.out_of_pocket_limit, plan.family):
        if told > published:
            return published, told
    return ()


def _may_pass(cents: int | None, used: Money | None, limit: Money) -> bool:
    return cents is None or used is None or cents > limit.cents - used.cents


def _under(scenario: Scenario, limit: Money) -> Scenario:
    years = tuple(
        year._replace(plan=evolve(year.plan, family=evolve(year.plan.family, person_limit=limit)))
        for year in scenario.years
        if year.plan.family is not None
    )
    return evolve(scenario, years=years, values={**scenario.values, _FIELD: limit})
