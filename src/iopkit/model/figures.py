"""What a program tells of its hours, days, length and fees, beside what its facts add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import time
from typing import Generic, TypeVar

from attrs import frozen

from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.model.weekly import Range, product, summed, widest
from iopkit.values.money import Money
from iopkit.values.spans import Basis, Span
from iopkit.vocabulary.billing import Unit
from iopkit.vocabulary.times import TimeOfDay
from iopkit.vocabulary.weekdays import Weekday

EVENING = time(17)
"""A session that starts at this time or later is an evening session."""

_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)

T = TypeVar("T", Span[int], Money, bool)


@frozen(kw_only=True)
class Figure(Generic[T]):
    """One quantity: as the program tells it, and as its other facts give it; `None` is unknown."""

    told: T | None = None
    computed: T | None = None

    @property
    def value(self) -> T | None:
        """As told, else as computed."""
        return self.computed if self.told is None else self.told

    @property
    def basis(self) -> Basis | None:
        """What `value` rests on."""
        if self.told is not None:
            return Basis.TOLD
        return None if self.computed is None else Basis.COMPUTED

    @property
    def agrees(self) -> bool | None:
        """Whether both say exactly the same; `None` where only one of them is there."""
        if self.told is None or self.computed is None:
            return None
        return _plain(self.told) == _plain(self.computed)


@frozen(kw_only=True)
class ProgramFigures:
    """The figures of one program; minutes are whole, and of one participant.

    `visits` are attended days of a whole course.  Where a program has tracks or phases, a
    figure holds all of them.
    """

    days_per_week: Figure[Span[int]]
    clock_minutes_per_day: Figure[Span[int]]
    clock_minutes_per_week: Figure[Span[int]]
    therapeutic_minutes_per_day: Figure[Span[int]]
    therapeutic_minutes_per_week: Figure[Span[int]]
    has_evening_sessions: Figure[bool]
    has_weekend_sessions: Figure[bool]
    weeks: Figure[Span[int]]
    visits: Figure[Span[int]]
    fees_total: Figure[Money]


def figures_of(program: Program) -> ProgramFigures:
    """Return what `program` tells of its amounts beside what its other facts give."""
    weeks = schedules_of(program)
    days = _figure(weeks, lambda each: each.days_per_week, lambda each: each.counted_days)
    length = Figure(told=program.weeks, computed=summed(phase.weeks for phase in program.phases))
    return ProgramFigures(
        days_per_week=days,
        clock_minutes_per_day=_figure(
            weeks, lambda each: each.clock_minutes_per_day, lambda each: _per_day(each, _clock)
        ),
        clock_minutes_per_week=_figure(
            weeks,
            lambda each: each.clock_minutes_per_week,
            lambda each: each.summed_clock_minutes,
        ),
        therapeutic_minutes_per_day=_figure(
            weeks, lambda _: None, lambda each: _per_day(each, _therapeutic)
        ),
        therapeutic_minutes_per_week=_figure(
            weeks,
            lambda each: each.therapeutic_minutes_per_week,
            lambda each: each.summed_therapeutic_minutes,
        ),
        has_evening_sessions=_any(weeks, _tells_evening, _has_evening),
        has_weekend_sessions=_any(weeks, _tells_weekend, _has_weekend),
        weeks=length,
        visits=Figure(computed=_visits(program, length.value, days.value)),
        fees_total=Figure(
            told=program.payment.total if program.payment else None, computed=_fees(program)
        ),
    )


def schedules_of(program: Program) -> tuple[Schedule, ...]:
    """Return each week that a course can have: those of its phases, else the one; never none."""
    usual = program.schedule or Schedule()
    return tuple(dict.fromkeys(phase.schedule or usual for phase in program.phases)) or (usual,)


def _figure(
    weeks: Iterable[Schedule],
    tell: Callable[[Schedule], Range],
    compute: Callable[[Schedule], Range],
) -> Figure[Span[int]]:
    every = tuple(weeks)
    told = [tell(each) for each in every]
    computed = [compute(each) for each in every]
    if len(every) == 1:
        return Figure(told=told[0], computed=computed[0])
    known = [one or other for one, other in zip(told, computed, strict=True)]
    return Figure(computed=widest(known))


def _any(
    weeks: Iterable[Schedule],
    tell: Callable[[Schedule], bool | None],
    compute: Callable[[Schedule], bool | None],
) -> Figure[bool]:
    every = tuple(weeks)
    return Figure(told=_or(map(tell, every)), computed=_or(map(compute, every)))


def _or(answers: Iterable[bool | None]) -> bool | None:
    every = list(answers)
    if True in every:
        return True
    return None if not every or None in every else False


def _clock(session: Session) -> Range:
    return session.clock


def _therapeutic(session: Session) -> Range:
    return session.therapeutic


def _per_day(schedule: Schedule, minutes: Callable[[Session], Range]) -> Range:
    return widest(_daily(way, minutes) for way in schedule.ways)


def _daily(way: Iterable[Session], minutes: Callable[[Session], Range]) -> Range:
    """Return the minutes of a day, from the shortest to the longest day of one way."""
    sessions = list(way)
    if not all(session.is_placed for session in sessions):
        return None
    days = {day for session in sessions for day in session.days or ()}
    if not days:
        return summed(map(minutes, sessions))
    return widest(
        summed(minutes(each) for each in sessions if each.days is None or day in each.days)
        for day in days
    )


def _sessions(schedule: Schedule) -> list[Session]:
    return [*dict.fromkeys(session for way in schedule.ways for session in way)]


def _tells_evening(schedule: Schedule) -> bool | None:
    return schedule.times_of_day.holds(TimeOfDay.EVENING)


def _tells_weekend(schedule: Schedule) -> bool | None:
    days = _or([schedule.times_of_day.holds(TimeOfDay.WEEKEND)])
    opened = [schedule.days_open.holds(day) for day in _WEEKEND]
    return False if set(opened) == {False} else days


def _has_evening(schedule: Schedule) -> bool | None:
    starts = [session.start for session in _sessions(schedule)]
    return _or(None if start is None else start >= EVENING for start in starts)


def _has_weekend(schedule: Schedule) -> bool | None:
    days = [session.days for session in _sessions(schedule)]
    return _or(None if each is None else any(day in each for day in _WEEKEND) for each in days)


def _visits(program: Program, weeks: Range, days: Range) -> Range:
    if not program.phases:
        return product(weeks, days)
    return summed(
        product(phase.weeks, (phase.schedule or program.schedule or Schedule()).weekly_days)
        for phase in program.phases
    )


def _fees(program: Program) -> Money | None:
    """Return the sum of fees that are asked once, each exactly and of everybody."""
    amounts = [fee.amount.value for fee in program.fees]
    known = [amount for amount in amounts if amount is not None]
    is_whole = all(
        fee.unit in (Unit.ONCE, Unit.PROGRAM)
        and not (fee.condition or fee.period or fee.ages or fee.tiers)
        for fee in program.fees
    )
    return sum(known, Money(0)) if known and is_whole and len(known) == len(amounts) else None


def _plain(value: Span[int] | Money | bool) -> object:
    return (value.low, value.high) if isinstance(value, Span) else value
