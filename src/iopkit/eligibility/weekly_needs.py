"""How many units the weeks of a schedule need, day by day, at least and at most."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attrs import evolve, frozen

from iopkit.model.schedule import Schedule, Session
from iopkit.model.weekly import Range
from iopkit.vocabulary.billing import BillingUnit
from iopkit.vocabulary.weekdays import Weekday

MINUTES = {BillingUnit.HOUR: 60, BillingUnit.QUARTER_HOUR: 15}
"""The units that count time, and how long each of them is."""

_EVERY = frozenset(range(7))


@frozen
class Need:
    """Units of one thing, each time that it is held.

    It is held on the weekdays `days` (0 is Monday) as far as they are attended; where `times` is
    told, on so many of them, nobody says which.  `least` and `most` are units of one time, `most`
    `None` where nobody knows.  `slack` says how many units each attended day of a week may add to
    `most` or take from `least`, because parts of a unit may be billed or not.
    """

    least: int
    most: int | None
    days: frozenset[int] = _EVERY
    times: tuple[int, int] | None = None
    slack: int = 0


@frozen
class Week:
    """One way in which the weeks may run: the weekdays attended, and what is needed on them."""

    days: tuple[int, ...]
    needs: tuple[Need, ...]

    def least(self, held: list[int]) -> int:
        """Return the fewest units, given how often each weekday was attended so far."""
        total = 0
        for need in self.needs:
            times = [held[day] for day in self.days if day in need.days]
            if need.times is not None:
                times = sorted(times)[: need.times[0]]
            total += max(0, need.least - self._slack(need)) * sum(times)
        return total

    def most(self, held: list[int]) -> int | None:
        """Return the most units, given how often each weekday was attended so far."""
        total = 0
        for need in self.needs:
            times = [held[day] for day in self.days if day in need.days]
            if need.times is not None:
                times = sorted(times, reverse=True)[: need.times[1]]
            if need.most is None and any(times):
                return None
            total += ((need.most or 0) + self._slack(need)) * sum(times)
        return total

    @property
    def largest_day(self) -> int | None:
        """The most units that one day may need."""
        days = (self.most([int(day == other) for other in range(7)]) for day in self.days)
        every = [0 if most is None else most for most in days]
        return None if self.most([1] * 7) is None else max(every)

    def _slack(self, need: Need) -> int:
        """A week's total is divided over its days; what is held each time is not."""
        if not need.slack:
            return 0
        return need.slack * (1 if need.times is None else len(self.days)) - 1


def weeks_of(
    schedule: Schedule, unit: BillingUnit, *, counts_breaks: bool | None
) -> Iterator[Week]:
    """Yield every way in which the weeks of `schedule` may run, the same weekdays each week.

    At least one day a week is attended, and never a weekday that is told as closed.  What is
    told in ranges, or not at all, stays a range in the needs.
    """
    open_days = [day for day in Weekday if schedule.days_open.holds(day) is not False]
    allowed = frozenset(day.rank for day in open_days) or _EVERY
    for way in schedule.ways:
        needs = tuple(_needs(schedule, way, unit, counts_breaks))
        fixed = frozenset(day.rank for session in way for day in session.days or ())
        others = sorted(allowed - fixed)
        low, high = _numbers(schedule, way)
        sizes = range(max(low - len(fixed), 0), max(high - len(fixed), 0) + 1)
        for size in sizes:
            for chosen in combinations(others, min(size, len(others))):
                yield Week(tuple(sorted(fixed.union(chosen))), needs)


def _numbers(schedule: Schedule, way: tuple[Session, ...]) -> tuple[int, int]:
    """How many days a week may be attended: as told, else as counted, else from 1 to 7.

    No day at all is no number of attended days, and taken as not told.
    """
    told = schedule.days_per_week or evolve(schedule, tracks=(), sessions=way).counted_days
    return (told.low if told else None) or 1, (told.high if told else None) or len(_EVERY)


def _needs(
    schedule: Schedule, way: tuple[Session, ...], unit: BillingUnit, counts_breaks: bool | None
) -> Iterator[Need]:
    match unit:
        case BillingUnit.DAY:
            yield Need(1, 1)
        case BillingUnit.SESSION | BillingUnit.ENCOUNTER:
            yield from _visits(way, are_one=None if unit is BillingUnit.ENCOUNTER else False)
        case _:
            yield from _time(schedule, way, MINUTES[unit], counts_breaks)


def _visits(way: tuple[Session, ...], *, are_one: bool | None) -> Iterator[Need]:
    """Yield each session as one unit; where `are_one` is not known, a day may be one as well."""
    least = 1 if are_one is False else 0
    if are_one is None and way:
        yield Need(1, 0)
    if not way:
        yield Need(1, None)
    for session in way:
        yield Need(least, 1, *_when(session))
    yield from _untold(way, least)


def _time(
    schedule: Schedule, way: tuple[Session, ...], size: int, counts_breaks: bool | None
) -> Iterator[Need]:
    """Yield the time of each session, else of a day, else of a week."""
    if way and all(session.clock or session.therapeutic for session in way):
        for session in way:
            told = _units(session.clock, session.therapeutic, size, counts_breaks)
            yield Need(*told, *_when(session))
        yield from _untold(way, 0)
        return
    pieces = max(1, len(way))
    if schedule.clock_minutes_per_day is not None:
        told = _units(schedule.clock_minutes_per_day, None, size, counts_breaks)
        yield Need(*told, slack=pieces if pieces > 1 else 0)
        return
    weekly = schedule.clock_minutes_per_week, schedule.therapeutic_minutes_per_week
    if weekly == (None, None):
        yield Need(0, None)
        return
    yield Need(*_units(*weekly, size, counts_breaks), times=(1, 1), slack=pieces)


def _untold(way: tuple[Session, ...], least: int) -> Iterator[Need]:
    """Yield what is held on attended days for which no session is told."""
    if way and all(session.days for session in way):
        told = frozenset(day.rank for session in way for day in session.days or ())
        yield Need(least, None, _EVERY - told)


def _when(session: Session) -> tuple[frozenset[int], tuple[int, int] | None]:
    if session.days is not None:
        return frozenset(day.rank for day in session.days), None
    if session.times_per_week is None:
        return _EVERY, None
    low, high = session.times_per_week.low or 1, session.times_per_week.high
    return _EVERY, (low, len(_EVERY) if high is None else high)


def _units(
    clock: Range, therapeutic: Range, size: int, counts_breaks: bool | None
) -> tuple[int, int | None]:
    """Return whole units: part of one may be billed as a unit or not at all."""
    short = clock or therapeutic if counts_breaks else therapeutic
    long = therapeutic if counts_breaks is False and therapeutic else clock
    least = (short.low if short else None) or 0
    most = long.high if long else None
    return least // size, None if most is None else -(-most // size)
