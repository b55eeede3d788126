"""The days of a course that are missed, and what becomes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from math import comb
from typing import NamedTuple

from attrs import evolve, frozen

from iopkit.cost.calendar_weeks import Calendar, Days
from iopkit.cost.day_kinds import DayKinds
from iopkit.cost.notes import Notebook
from iopkit.model.case import Case
from iopkit.values.periods import Period

_MOST_WAYS = 64
"""Ways to miss days that are counted one by one."""


class Away(NamedTuple):
    """The closed days of a course, all its days, and the plan year in which it begins."""

    closed: frozenset[date]
    days: Days
    year: Period | None

    def __repr__(self) -> str:
        return "<Away>"


@frozen(repr=False)
class Absences:
    """Days that are missed: those known, and how many that are not known yet.

    `makes_up` says whether the course goes on until as many days have been attended; `None`
    where that is not known.  `kinds` set apart the days that may be missed; where the ways to miss
    them are too many to count each (`is_counted` false), the fewest and the most days bound them.
    """

    closed: frozenset[date]
    missed: frozenset[date]
    count: int
    makes_up: bool | None
    kinds: DayKinds | None = None
    is_counted: bool = True

    @property
    def is_bounded(self) -> bool:
        """Whether the fewest and the most days bound the cost of each way to miss some.

        Where a price goes by the number of a day, a day that is missed moves all later prices, such
        as into a plan year of which less has been used.
        """
        return self.is_counted or self.kinds is None or not self.kinds.by_number

    @property
    def is_none(self) -> bool:
        """Whether every day is attended."""
        return not (self.closed or self.missed or self.count)

    def left_of(
        self, days: Days, calendar: Calendar, year: Period | None, *, is_high: bool
    ) -> tuple[Days, ...]:
        """Return each way to attend what is left of `days`; a closed day is never made up.

        Where weekdays are not known, a day that is missed may be none of the program: at the
        low end it is one and is not made up, at the high end it is none and is made up.
        """
        makes_up = self.makes_up is True or (is_high and self.makes_up is None)
        perhaps = {
            day for day in (*self.closed, *self.missed) if not self._is_dated(day, days, calendar)
        }
        if perhaps and not is_high:
            days = tuple(sorted(_dropped(days, perhaps, calendar)))
        opened = tuple(day for day in days if day not in self.closed or day in perhaps)
        known = tuple(day for day in opened if day not in self.missed or day in perhaps)
        ways: tuple[Days, ...] = (known,)
        count = min(self.count, len(known))
        if self.kinds is not None and count:
            kinds = self.kinds if self.is_counted else evolve(self.kinds, by_day=False)
            groups = kinds.alike(known, calendar, year)
            if self.is_counted:
                ways = tuple(_without(groups, count))
            elif not is_high:
                ways = (tuple(sorted(day for own in groups for day in own[count:])),)
        if not makes_up or not days:
            return ways
        more = len(opened) - len(known) + count + (len(perhaps & self.missed) if is_high else 0)
        return tuple(self._filled(way, more, calendar, days[-1]) for way in ways)

    def is_vague(self, days: Days, calendar: Calendar) -> bool:
        """Return whether a day that is missed may be none of the program."""
        away = self.closed | self.missed
        return not all(self._is_dated(day, days, calendar) for day in away)

    def _is_dated(self, day: date, days: Days, calendar: Calendar) -> bool:
        """Return whether it is known if `day` is one of the course; one outside of it is none."""
        if (
            not days
            or not calendar.start <= day
            or calendar.week_of(day) > calendar.week_of(days[-1])
        ):
            return True
        return calendar.is_dated(day)

    def _filled(self, way: Days, count: int, calendar: Calendar, last: date) -> Days:
        away = self.closed | self.missed
        more = (day for day in calendar.after(calendar.week_of(last) + 1) if day not in away)
        return (*way, *(day for _, day in zip(range(count), more, strict=False)))


def _dropped(days: Days, perhaps: Iterable[date], calendar: Calendar) -> Iterator[date]:
    """Yield `days` less one in the week of each day that may be missed."""
    fewer = Counter(map(calendar.week_of, perhaps))
    for day in reversed(days):
        week = calendar.week_of(day)
        if fewer[week]:
            fewer[week] -= 1
        else:
            yield day


_NONE = Absences(frozenset(), frozenset(), 0, makes_up=False)


def absences_of(case: Case, calendar: Calendar, away: Away, notes: Notebook) -> Absences:
    """Return the days that the case tells as missed, and note what is not known of them."""
    episode = case.episode
    missed = frozenset(episode.missed_days) if episode else frozenset[date]()
    planned = (episode.planned_absences or 0) if episode else 0
    count = max(planned - len(missed), 0)
    if not (missed or count or away.closed):
        return _NONE
    _note_strays(missed, away, notes)
    makes_up = episode.makes_up_missed_days if episode and (missed or count) else False
    kinds = DayKinds.of(case, calendar) if count else None
    found = Absences(away.closed, missed, count, makes_up, kinds)
    if count:
        notes.assume("one-absence-a-day")
    if not _can_be_any(found, calendar, away):
        notes.miss("absences-in-many-ways")
        found = evolve(found, is_counted=False)
    _note_vague(found, calendar, away, notes)
    if found.makes_up is None:
        notes.miss("made-up-days-not-told")
    return found


def _note_strays(missed: frozenset[date], away: Away, notes: Notebook) -> None:
    # A day after the last may still be one on which another would be made up.
    if any(day <= away.days[-1] and day not in away.days for day in missed):
        notes.assume("missed-days-outside")


def _note_vague(absences: Absences, calendar: Calendar, away: Away, notes: Notebook) -> None:
    if absences.is_vague(away.days, calendar):
        notes.miss("missed-weekdays-not-told")


def _can_be_any(absences: Absences, calendar: Calendar, away: Away) -> bool:
    """Return whether the ways to miss so many days are few."""
    if absences.kinds is None:
        return True
    groups = len(absences.kinds.alike(away.days, calendar, away.year))
    count = min(absences.count, len(away.days))
    return comb(groups + count - 1, count) <= _MOST_WAYS


def _without(groups: list[list[date]], count: int) -> Iterator[Days]:
    """Yield the days of all groups less `count`, in each way that may cost something else."""
    for chosen in _shared_out(count, [len(own) for own in groups]):
        left = (day for own, fewer in zip(groups, chosen, strict=True) for day in own[fewer:])
        yield tuple(sorted(left))


def _shared_out(count: int, most: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield each way to take `count` from groups that hold so many."""
    if not most:
        yield ()
        return
    rest = sum(most[1:])
    for own in range(max(count - rest, 0), min(count, most[0]) + 1):
        for others in _shared_out(count - own, most[1:]):
            yield (own, *others)
