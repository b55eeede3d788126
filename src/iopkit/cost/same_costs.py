"""Which ways to attend must cost the same, so that only the first of them is counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from iopkit.cost.attendance import Attendance
from iopkit.cost.calendar_weeks import Calendar, Days
from iopkit.cost.day_kinds import DayKinds
from iopkit.cost.year_numbers import later_starts
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet


@frozen(repr=False)
class SameCosts(Quiet):
    """What sets ways to attend apart that differ in nothing but their days.

    `turns` are the days from which on anything may cost something else; `weekdays` says which
    weekdays are alike.  Ways cost the same whose days are alike in order, and lie alike beside
    the turns and the ends of the plan years.
    """

    turns: tuple[date, ...]
    weekdays: tuple[int, ...]
    by_course_week: bool

    @classmethod
    def of(cls, case: Case, amounts: Amounts, ways: Sequence[Attendance]) -> SameCosts | None:
        """Return what sets the ways of a case apart, `None` where more may or it is no matter."""
        if len(ways) == 1 or not _is_simple(case) or any(way.ages is not None for way in ways):
            return None
        first = ways[0]
        kinds = DayKinds.of(case, Calendar(first.start, first.weeks))
        if kinds.by_week or kinds.by_month or kinds.by_day:
            return None
        starts = [way.start for way in ways]
        low, high = min(starts), max(starts + [way.last for way in ways])
        turns = {*kinds.turns, *_turns(amounts), *_years(low, high)}
        is_one = len(first.weeks.stages) == 1
        return cls(
            turns=tuple(sorted(day for day in turns if low < day <= high)),
            weekdays=tuple(_alike(_kinds_of_weekdays(first, kinds))),
            by_course_week=kinds.by_course_week or not is_one,
        )

    def key(self, way: Attendance, year: Period | None = None) -> Hashable:
        """Return what ways have in common that cost the same, under a plan year if one is told."""
        starts = () if year is None else (year.start, *later_starts(year, way.last))
        turns = (*self.turns, *starts)
        before = sum(turn <= way.start for turn in turns)
        low = self._of(way, way.low, turns)
        high = low if way.high is way.low else self._of(way, way.high, turns)
        return before, low, high

    def _of(self, way: Attendance, days: Days | None, turns: Iterable[date]) -> Hashable:
        if days is None:
            return None
        alike: Hashable = len(days)
        if any(self.weekdays) or self.by_course_week:
            alike = tuple([self.weekdays[day.weekday()] for day in days])
        weeks = tuple(map(way.week_of, days)) if self.by_course_week else ()
        return alike, weeks, tuple([bisect_left(days, turn) for turn in turns])


def _is_simple(case: Case) -> bool:
    """Return whether no other payer, and no day of an earlier use, matters."""
    if case.second_coverage is not None or case.assistance is not None:
        return False
    return case.used is None or not case.used.benefits_used


def _turns(amounts: Amounts) -> Iterator[date]:
    """Yield the days from which on another published amount may hold."""
    for series in amounts.series:
        for period in series.values.periods:
            yield period.start
            if period.end is not None:
                yield period.end


def _years(first: date, last: date) -> Iterator[date]:
    return (date(year, 1, 1) for year in range(first.year, last.year + 1))


def _kinds_of_weekdays(way: Attendance, kinds: DayKinds) -> Iterator[Hashable]:
    """Yield what is worked and attended on each weekday, as far as it is known."""
    stages = way.weeks.stages
    for place, shift in enumerate(kinds.shifts):
        each = (one.week.held[place] if one.week.held else place for one in stages)
        yield shift, tuple(each) if way.is_dated else None


def _alike(kinds: Iterable[Hashable]) -> Iterator[int]:
    """Yield the place of each kind among those that differ."""
    found: dict[Hashable, int] = {}
    for kind in kinds:
        yield found.setdefault(kind, len(found))
