"""Plan years by number: in which one a day falls, and from when on one carries over."""

from __future__ import annotations

from calendar import isleap
from datetime import MAXYEAR, MINYEAR, date

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


def numbered(year: Period | None, number: int) -> Period | None:
    """Return the plan year of a number, `None` where `year` is not known or has no end."""
    if year is None or number == 0:
        return year
    if year.end is None:
        return None
    start, end = (_later(year.end, years) for years in (number - 1, number))
    return Period(start, end)


def later_starts(year: Period | None, last: date) -> tuple[date, ...]:
    """Return the first day of each plan year after `year` that begins by `last`."""
    if year is None or year.end is None or last < year.end:
        return ()
    count = last.year - year.end.year + 1
    starts = (_later(year.end, years) for years in range(count))
    return tuple(start for start in starts if start <= last)


def _later(day: date, years: int) -> date:
    """Return the same day so many years later; where there is none, the day after it."""
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 3, 1) if is_leap_day and not isleap(year) else day.replace(year=year)


def carries_from(month: int, year: Period) -> date | None:
    """Return the first day of the months that a plan year carries over.

    They are the last ones before it ends, from `month` on, and may be all of it; `None` where it
    has no end.
    """
    if year.end is None:
        return None
    first = date(year.end.year, month, 1)
    if first < year.end:
        return first
    return date.min if first.year == MINYEAR else first.replace(year=first.year - 1)
