"""Plan years by number: in which one a day falls."""

from __future__ import annotations

from datetime import date

from iopkit.errors import PlanYearMismatch
from iopkit.model.case import Case
from iopkit.values.periods import Period
from iopkit.vocabulary.coverage import PayerKind


def number_of(year: Period | None, day: date) -> int:
    """Return which plan year a day falls in: 0 for `year`, then steps of twelve months.

    Raises:
        PlanYearMismatch: the day lies before `year`.
    """
    if year is None or year.holds(day):
        return 0
    if year.end is None or day < year.start:
        raise PlanYearMismatch(str(year))
    end = year.end
    return 1 + day.year - end.year - ((day.month, day.day) < (end.month, end.day))


def year_of(case: Case, start: date) -> Period | None:
    """Return the plan year as told, else the calendar year where the payer has no other.

    That is the year for which the case tells what has been used, and never one after the start.
    """
    plan = case.health_plan
    if plan is None:
        return None
    if plan.plan_year is None and plan.payer is PayerKind.MEDICARE:
        return Period.calendar_year(told_on(case, start).year)
    return plan.plan_year


def told_on(case: Case, start: date) -> date:
    """Return the day in whose plan year the case tells what has been used."""
    return min(start, case.on or start)
