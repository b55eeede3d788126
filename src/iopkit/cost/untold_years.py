"""Ways to attend, each in every plan year that may be where none is known."""

from __future__ import annotations

from bisect import bisect_left
from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import groupby

from attrs import evolve

from iopkit.cost.attendance import Attendance, ways_to_attend
from iopkit.cost.beyond import has_own_rules
from iopkit.cost.notes import Notebook
from iopkit.cost.plan_input import amounts_of
from iopkit.cost.refusals import is_uninsured
from iopkit.cost.sides import benefits_on
from iopkit.cost.year_numbers import carries_from, later_starts, number_of, told_on, year_of
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO
from iopkit.values.periods import Period

_DAY, _WEEK, _YEAR = timedelta(days=1), timedelta(weeks=1), timedelta(days=365)
_LEAP_DAY = (2, 29)
_START = "episode.start"


def at_each_year(
    ways: Sequence[Attendance], case: Case, amounts: Amounts, notes: Notebook
) -> tuple[Attendance, ...]:
    """Return each way to attend in each plan year that matters, where none is known.

    A plan year may begin on any day: each is tried that puts other days before it, or leaves in
    an earlier year what the case tells as used.
    """
    plan = case.health_plan
    if plan is None or year_of(case, ways[0].start) is not None or not renews(plan):
        return tuple(ways)
    notes.miss("plan-year-not-told")
    found: list[Attendance] = []
    for start, own in groupby(ways, key=lambda way: way.start):
        if told_on(case, start) < start:
            notes.miss("plan-year-before-care")
        same = list(own)
        if all(_is_settled(way, case) for way in same):
            found += (evolve(way, years=_years(case, start, way.days)) for way in same)
        else:
            found += _apart(same, case, amounts, notes)
    return tuple(found)


def renews(plan: HealthPlan) -> bool:
    """Return whether a plan that may pay tells anything that may begin anew with its year."""
    if is_uninsured(plan):
        return False
    every = [told for _, told in amounts_of(plan)]
    amounts = [amount for each in every for amount in (each.deductible, each.out_of_pocket_limit)]
    if any(amount is not None and amount > ZERO for amount in amounts):
        return True
    benefits = [each for side in (True, False) for each in benefits_on(plan, is_in_network=side)]
    return any(each.visit_limit is not None or has_own_rules(each) for each in benefits)


def _is_settled(way: Attendance, case: Case) -> bool:
    """Return whether the same days are attended whatever the plan year is."""
    return (way.is_dated or way.is_daily) and not _has_absences(case)


def _has_absences(case: Case) -> bool:
    return case.episode is not None and bool(case.episode.planned_absences)


def _apart(
    ways: Sequence[Attendance], case: Case, amounts: Amounts, notes: Notebook
) -> Iterator[Attendance]:
    """Yield each way to attend from one start where the days may hang on the plan year.

    Of weekdays that are not known, it matters how many fall in which year: within one year, the
    first of each week as its first days lead to every number.
    """
    start, is_by_week = ways[0].start, not ways[0].is_dated and not _has_absences(case)
    begun = {path: day for path, day in ways[0].low_values.items() if path == _START}
    days = sorted({start, *(day for way in ways for day in way.days)})
    last = days[-1] + _WEEK
    if not ways[0].is_dated and not (is_by_week and last - told_on(case, start) < _YEAR):
        days = [start + timedelta(place) for place in range((last - start).days)]
    seen, month = set[object](), case.health_plan and case.health_plan.deductible_carries_over_from
    for year in _years(case, start, days):
        of_year = number_of(year, start), carries_from(month, year) if month else None
        for way in ways_to_attend(case, amounts, notes, start=start, year=year):
            places = tuple(map(way.week_of, way.days)) if is_by_week else way.days
            key = (of_year, len(way.low), places, _sides(way, year))
            if key not in seen:
                seen.add(key)
                yield way.supposing(begun).in_year(year)


def _sides(way: Attendance, year: Period) -> tuple[tuple[int, ...], ...]:
    """Return how many of the fewest and of the most days lie before each later plan year."""
    starts = later_starts(year, way.last)
    each = (way.low,) if way.high is way.low else (way.low, way.high or ())
    return tuple(tuple([bisect_left(days, start) for start in starts]) for days in each)


def _years(case: Case, start: date, days: Iterable[date]) -> tuple[Period, ...]:
    """Return each plan year that puts other days before its end; that which ends last is first.

    They hold the day for which the case tells what has been used.
    """
    on, months = told_on(case, start), _months_first(case, start)
    ends = {_next(day, on) for day in (on, start, *months, *days)}
    return tuple(Period(_year_before(end), end) for end in sorted(ends, reverse=True))


def _months_first(case: Case, start: date) -> Iterator[date]:
    """Yield the day before which a plan year ends that carries over all since a year before it."""
    month = case.health_plan and case.health_plan.deductible_carries_over_from
    if month:
        yield date(start.year, month, 1)


def _next(day: date, after: date) -> date:
    """Return the first day after another on which a year ends that ends on `day` at some time."""
    year = after.year + ((day.month, day.day) <= (after.month, after.day))
    if year > MAXYEAR:
        return date.max
    if (day.month, day.day) == _LEAP_DAY and not isleap(year):
        day -= _DAY
    return day.replace(year=year)


def _year_before(end: date) -> date:
    if end.year == MINYEAR:
        return date.min
    day = end + _DAY if (end.month, end.day) == _LEAP_DAY else end
    return day.replace(year=end.year - 1)
