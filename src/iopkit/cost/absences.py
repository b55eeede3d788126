"""The days of a course that are missed, and what becomes of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from math import comb
from typing import NamedTuple

from attrs import evolve, frozen

from iopkit.cost.calendar_weeks import Calendar, Days
from iopkit.cost.case_prices import prices_of
from iopkit.cost.notes import Notebook
from iopkit.cost.year_numbers import number_of
from iopkit.model.case import Case
from iopkit.values.periods import Period
from iopkit.vocabulary.billing import Unit

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
    where that is not known.  `turns` are the days from which on another price may hold, and
    `by_week` says that something is paid by the week, so that it matters in which a day is missed.
    """

    closed: frozenset[date]
    missed: frozenset[date]
    count: int
    makes_up: bool | None
    turns: tuple[date, ...] = ()
    by_week: bool = False

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
        if self.count:
            ways = tuple(_without(self.alike(known, calendar, year), min(self.count, len(known))))
        extra = len(perhaps & self.missed) if is_high else 0
        if not makes_up or not days:
            return ways
        return tuple(
            self._filled(way, extra + len(opened) - len(way), calendar, days[-1]) for way in ways
        )

    def is_vague(self, days: Days, calendar: Calendar) -> bool:
        """Return whether a day that is missed may be none of the program."""
        away = self.closed | self.missed
        return not all(self._is_dated(day, days, calendar) for day in away)

    def alike(self, days: Days, calendar: Calendar, year: Period | None) -> list[list[date]]:
        """Return days in groups of which it costs the same to miss one or another."""
        groups: dict[object, list[date]] = defaultdict(list)
        for day in days:
            week = calendar.week_of(day)
            price = sum(turn <= day for turn in self.turns), week if self.by_week else None
            held = calendar.weeks.in_week(week)
            groups[(number_of(year, day), day.year, day.weekday(), held, *price)].append(day)
        return list(groups.values())

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
    makes_up = episode.makes_up_missed_days if episode and (missed or count) else False
    found = Absences(away.closed, missed, count, makes_up, _turns(case), _is_by_week(case))
    if count and _can_be_any(found, calendar, away):
        notes.assume("one-absence-a-day")
    elif count:
        notes.assume("planned-absences-not-counted")
        found = evolve(found, count=0, makes_up=makes_up if missed else False)
    _note_vague(found, calendar, away, notes)
    if found.makes_up is None:
        notes.miss("made-up-days-not-told")
    return found


def _turns(case: Case) -> tuple[date, ...]:
    """Return the days from which on another price may hold."""
    periods = [price.period for price in prices_of(case) if price.period is not None]
    ends = {end for period in periods for end in (period.start, period.end) if end is not None}
    return tuple(sorted(ends))


def _is_by_week(case: Case) -> bool:
    childcare = case.episode.childcare if case.episode else None
    units = [price.unit for price in prices_of(case)]
    return Unit.WEEK in (*units, childcare.unit if childcare else None)


def _note_vague(absences: Absences, calendar: Calendar, away: Away, notes: Notebook) -> None:
    if absences.is_vague(away.days, calendar):
        notes.miss("missed-weekdays-not-told")


def _can_be_any(absences: Absences, calendar: Calendar, away: Away) -> bool:
    """Return whether the ways to miss so many days are few, and any days alike cost the same."""
    lengths = {
        tuple(each.length for each in held)
        for stage in calendar.weeks.stages
        for held in stage.week.held
        if held
    }
    groups, count = len(absences.alike(away.days, calendar, away.year)), absences.count
    return len(lengths) <= 1 and comb(groups + count - 1, count) <= _MOST_WAYS


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
