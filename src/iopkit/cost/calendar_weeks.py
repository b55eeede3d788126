"""The days of a course on the calendar, week by week."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, product
from typing import NamedTuple

from attrs import frozen

from iopkit.cost.stages import CourseWeeks, Week
from iopkit.errors import InvalidValue
from iopkit.values.periods import Period

Days = tuple[date, ...]

_WEEK = 7
_MOST_WEEKS = 520
_MOST_ENDS = 2
"""Course weeks in which a plan year ends, beyond which their ways are too many to count."""


class Split(NamedTuple):
    """Days of a course, and the weekdays that lead to them where they are the same each week."""

    days: Days
    weekdays: frozenset[int] | None

    def __repr__(self) -> str:
        return f"<Split: {len(self.days)} days>"


@frozen(repr=False)
class Calendar:
    """The weeks of a course from its first day on."""

    start: date
    weeks: CourseWeeks

    def days(self, count: int, *, least: bool) -> Days:
        """Return the fewest or the most days of `count` weeks, in order.

        Days whose weekdays are not known fall at the beginning of their week.

        Raises:
            InvalidValue: the course is longer than 520 weeks, or ends after the year 9999.
        """
        if count > _MOST_WEEKS:
            raise InvalidValue("weeks", f"at most {_MOST_WEEKS} weeks")
        if (date.max - self.start).days < _WEEK * count:
            raise InvalidValue("start", "a course that ends before the year 9999 does")
        if len(self.weeks.stages) > 1:
            return tuple(day for week in range(count) for day in self._in_week(week, least=least))
        places = self._places(self.weeks.in_week(0), least=least)
        first, last = self.start.toordinal(), self.start.toordinal() + _WEEK * count
        return tuple(
            [date.fromordinal(at + place) for at in range(first, last, _WEEK) for place in places]
        )

    def after(self, week: int) -> Iterator[date]:
        """Yield the days of each week from `week` on; the fewest that its program tells."""
        while (date.max - self.start).days >= _WEEK * (week + 1):
            yield from self._in_week(week, least=True)
            week += 1

    def first(self, week: int) -> date:
        """Return the first day of a week of the course."""
        return self.start + timedelta(weeks=week)

    def week_of(self, day: date) -> int:
        """Return which week of the course a day falls in, from 0."""
        return (day - self.start).days // _WEEK

    def is_dated(self, day: date) -> bool:
        """Return whether the weekdays of the week of `day` are known."""
        return self.weeks.in_week(self.week_of(day)).weekdays is not None

    def _in_week(self, week: int, *, least: bool) -> list[date]:
        first = self.start.toordinal() + _WEEK * week
        places = self._places(self.weeks.in_week(week), least=least)
        return [date.fromordinal(first + place) for place in places]

    def _places(self, told: Week, *, least: bool) -> Sequence[int]:
        """Return the places of the days in a week that begins on the weekday of the first day."""
        if told.weekdays is not None:
            since = self.start.weekday()
            return sorted((weekday - since) % _WEEK for weekday in told.weekdays)
        return range(_WEEK)[: max(told.days.low or 1, 1) if least else told.days.high]


def splits(calendar: Calendar, days: Days, year: Period) -> tuple[Split, ...]:
    """Return each way in which untold weekdays may fall before and after a plan year's end.

    None where too many weeks hold such an end.
    """
    ends: list[tuple[int, int]] = []
    for week in sorted({calendar.week_of(day) for day in days}):
        first = calendar.first(week)
        before = _days_before_end(first, year)
        if before and not calendar.is_dated(first):
            ends.append((week, before))
    if len(ends) > _MOST_ENDS:
        return ()
    each = [list(_placed(calendar, week, days, before)) for week, before in ends]
    return tuple(_moved(calendar, days, chosen) for chosen in product(*each))


def _days_before_end(first: date, year: Period) -> int:
    """Return how many days of a week come before a plan year ends in it; 0 where none does."""
    if year.end is None or (year.end - first).days >= _WEEK:
        return 0
    month_day = (year.end.month, year.end.day)
    for place in range(1, _WEEK):
        day = first + timedelta(days=place)
        if day >= year.end and (day.month, day.day) == month_day:
            return place
    return 0


def _placed(calendar: Calendar, week: int, days: Days, before: int) -> Iterator[Days]:
    """Yield the days of a week, first as many as can be before its end."""
    first = calendar.first(week)
    count = sum(calendar.week_of(day) == week for day in days)
    for after in range(max(0, count - before), min(count, _WEEK - before) + 1):
        places = (*range(count - after), *range(before, before + after))
        yield tuple(first + timedelta(days=place) for place in places)


def _moved(calendar: Calendar, days: Days, chosen: Collection[Days]) -> Split:
    weeks = {calendar.week_of(own[0]) for own in chosen}
    kept = [day for day in days if calendar.week_of(day) not in weeks]
    weekdays = frozenset(day.weekday() for own in chosen for day in own)
    is_one = len(chosen) == 1
    return Split(tuple(sorted((*kept, *chain(*chosen)))), weekdays if is_one else None)
