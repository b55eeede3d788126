"""Which days somebody attends: the fewest and the most that what is told allows."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import frozen

from iopkit.cost.notes import Notebook
from iopkit.errors import InvalidValue
from iopkit.model.attended import attended_week
from iopkit.model.case import Case
from iopkit.model.figures import schedules_of
from iopkit.model.schedule import Schedule, Session
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.vocabulary.weekdays import Weekday

_WEEK = 7
_MOST_WEEKS = 520
_WEEKDAYS = tuple(Weekday)


@frozen(kw_only=True, repr=False)
class Attendance(Quiet):
    """The days of the shortest and of the longest course, in order.

    `high` is `None` where nothing bounds the number of days.  `sessions` is empty where
    weekdays are not known (`is_dated` False); the days then fall at the beginning of each week.
    """

    start: date
    low: tuple[date, ...]
    high: tuple[date, ...] | None
    sessions: tuple[Session, ...] = ()
    weeks: Span[int]
    days_a_week: Span[int]
    is_dated: bool

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Return the sessions of one day."""
        weekday = _WEEKDAYS[day.weekday()]
        return tuple(
            session for session in self.sessions if session.days is None or weekday in session.days
        )

    def week_of(self, day: date) -> int:
        """Return which week of the course a day falls in, from 0."""
        return (day - self.start).days // _WEEK


def _week(case: Case, notes: Notebook) -> Schedule:
    if case.program is None:
        return Schedule()
    track = case.episode.track if case.episode else None
    names = {one.name for week in schedules_of(case.program) for one in week.tracks}
    if track is not None and track not in names:
        notes.miss("track-not-told-by-program")
    return attended_week(case.program, track=track)


def attend(case: Case, notes: Notebook, *, on: date) -> Attendance:
    """Return the days that `case` may attend, and note what is assumed or not known."""
    start = case.episode.start if case.episode else None
    if start is None:
        notes.assume("start-not-told")
    schedule = _week(case, notes)
    weeks, days = _weeks(case, notes), _days_a_week(schedule, notes)
    weekdays = {day for session in schedule.sessions for day in session.days or ()}
    is_dated = bool(weekdays) and days.value == len(weekdays)
    is_placed = all(session.is_placed for session in schedule.sessions)
    if not is_dated and schedule.weekly_days is not None:
        notes.assume("weekdays-not-told")
    if case.program and len(schedules_of(case.program)) > 1:
        notes.miss("phases-range")
    if schedule.closed_on:
        notes.assume("closed-days-counted")
    course = _Course(start or on, frozenset(weekdays) if is_dated else None)
    return Attendance(
        start=course.start,
        low=course.days(max(weeks.low or 1, 1), max(days.low or 1, 1)),
        high=None
        if weeks.high is None or days.high is None
        else course.days(weeks.high, days.high),
        sessions=schedule.sessions if is_dated and is_placed else (),
        weeks=weeks,
        days_a_week=days,
        is_dated=is_dated,
    )


@frozen
class _Course:
    start: date
    weekdays: frozenset[Weekday] | None

    def days(self, weeks: int, days_a_week: int) -> tuple[date, ...]:
        if weeks > _MOST_WEEKS:
            raise InvalidValue("weeks", f"at most {_MOST_WEEKS} weeks")
        if (date.max - self.start).days < _WEEK * weeks:
            raise InvalidValue("start", "a course that ends before the year 9999 does")
        first = [self.start + timedelta(days=place) for place in range(_WEEK)]
        if self.weekdays is None:
            first = first[:days_a_week]
        else:
            first = [day for day in first if _WEEKDAYS[day.weekday()] in self.weekdays]
        return tuple(day + timedelta(weeks=week) for week in range(weeks) for day in first)


def _weeks(case: Case, notes: Notebook) -> Span[int]:
    told = case.episode.weeks if case.episode else None
    weeks = Span.exactly(told) if isinstance(told, int) else told
    weeks = weeks or (case.program.weeks if case.program else None)
    return _noted(weeks, "weeks", notes)


def _days_a_week(schedule: Schedule, notes: Notebook) -> Span[int]:
    return _noted(schedule.weekly_days, "days", notes)


def _noted(told: Span[int] | None, what: str, notes: Notebook) -> Span[int]:
    if told is None or told.high is None:
        notes.miss(f"{what}-not-told")
    elif told.value is None:
        notes.miss(f"{what}-range")
    return told or Span(None, None)
