"""The weeks of a course: what is attended in each, as far as the program tells it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from attrs import evolve, field, frozen

from iopkit.model.attended import attended_week
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.model.weekly import widest
from iopkit.values.spans import Span
from iopkit.vocabulary.weekdays import Weekday

WEEKDAYS = tuple(Weekday)


@frozen(eq=False)
class Week:
    """One week of a course; `held` are the sessions of each weekday, from Monday.

    `weekdays` is `None` where it is not known on which days the sessions fall, and `held` is
    then empty, as it is where some session is told without its days.
    """

    schedule: Schedule
    days: Span[int]
    weekdays: frozenset[int] | None
    held: tuple[tuple[Session, ...], ...]

    @classmethod
    def of(cls, schedule: Schedule) -> Week:
        """Return the week that a schedule without tracks tells."""
        days = schedule.weekly_days or Span[int](None, None)
        told = frozenset(day.rank for each in schedule.sessions for day in each.days or ())
        is_dated = bool(told) and days.value == len(told)
        is_placed = is_dated and all(session.is_placed for session in schedule.sessions)
        return cls(
            schedule=schedule,
            days=days,
            weekdays=told if is_dated else None,
            held=_each_held(schedule.sessions, told) if is_placed else (),
        )

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Return the sessions of one day."""
        return self.held[day.weekday()] if self.held else ()


def _each_held(
    sessions: Iterable[Session], told: Container[int]
) -> tuple[tuple[Session, ...], ...]:
    return tuple(
        [_held(sessions, day) if place in told else () for place, day in enumerate(WEEKDAYS)]
    )


def _held(sessions: Iterable[Session], day: Weekday) -> tuple[Session, ...]:
    return tuple([each for each in sessions if each.days is None or day in each.days])


@frozen
class _Stage:
    """A stretch of weeks under one schedule: those in which it may be attended."""

    week: Week
    first: int
    end: int | None


@frozen(eq=False)
class CourseWeeks:
    """Which week of the program is attended in each week of a course, from 0.

    Phases follow one another, the last one to the end of the course; where their lengths are
    told only as a range, a week that may belong to several is as wide as all of them.  One is
    bare where the program tells neither phases nor sessions, in no track of it.
    """

    stages: tuple[_Stage, ...]
    is_bare: bool = False
    _known: dict[tuple[int, ...], Week] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, program: Program | None, track: str | None) -> CourseWeeks:
        """Return the weeks of a program, under the track of that name where it has one."""
        if program is None or not program.phases:
            schedule = attended_week(program, track=track) if program else Schedule()
            told = program.schedule if program else None
            is_bare = told is None or not (told.sessions or told.tracks)
            return cls((_Stage(Week.of(schedule), 0, None),), is_bare)
        stages: list[_Stage] = []
        first, latest = 0, 0
        bounded, last = True, len(program.phases) - 1
        for place, phase in enumerate(program.phases):
            one = evolve(program, schedule=phase.schedule or program.schedule, phases=())
            weeks = phase.weeks or Span[int](None, None)
            bounded = bounded and weeks.high is not None and place != last
            latest += weeks.high or 0
            week = Week.of(attended_week(one, track=track))
            stages.append(_Stage(week, first, latest if bounded else None))
            first += weeks.low or 0
        return cls(tuple(stages))

    @property
    def is_certain(self) -> bool:
        """Whether each week of the course has one schedule."""
        # A schedule is much to hash, and most programs have one.
        if len(self.stages) == 1:
            return True
        return len({each.week.schedule for each in self.stages}) == 1 or all(
            before.end == after.first
            for before, after in zip(self.stages, self.stages[1:], strict=False)
        )

    def in_week(self, number: int) -> Week:
        """Return what is attended in one week."""
        if len(self.stages) == 1:
            return self.stages[0].week
        places = tuple(
            place
            for place, stage in enumerate(self.stages)
            if stage.first <= number and (stage.end is None or number < stage.end)
        )
        if places not in self._known:
            self._known[places] = _widest([self.stages[place].week for place in places])
        return self._known[places]


def _widest(weeks: list[Week]) -> Week:
    if len({week.schedule for week in weeks}) == 1:
        return weeks[0]
    days = widest(week.schedule.weekly_days for week in weeks)
    closed = dict.fromkeys(name for week in weeks for name in week.schedule.closed_on)
    return Week.of(Schedule(days_per_week=days, closed_on=tuple(closed)))
