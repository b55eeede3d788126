"""When care happens: weekly times in whole minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.spans import Basis, Span
from iopkit.vocabulary.care import Weekday
from iopkit.vocabulary.treatment import Modality


def minutes_of(moment: time) -> int:
    """Return the minutes from midnight to `moment`."""
    return moment.hour * 60 + moment.minute


@frozen(kw_only=True)
class WeeklyTime:
    """The same stretch of time on some days of every week, within one day.

    Raises:
        InvalidValue: there is no day, or `end` is not after `start`.
    """

    days: tuple[Weekday, ...]
    start: time
    end: time

    def __attrs_post_init__(self) -> None:
        if not self.days or self.end <= self.start:
            raise InvalidValue("weekly time", "at least one day, and an end after the start")

    @property
    def minutes(self) -> int:
        """Minutes on each of the days."""
        return minutes_of(self.end) - minutes_of(self.start)


@frozen(kw_only=True)
class Session:
    """A session that one participant attends on some days of every week.

    `start` and `end` are clock times, `None` where not told.  `clock_minutes` is told where the
    clock times are not; `therapeutic_minutes` leaves out breaks and meals, `None` where not
    told.  `services` counts separate services given in it.

    Raises:
        InvalidValue: there is no day, or `end` is not after `start`, or a number is below 1.
    """

    days: tuple[Weekday, ...]
    start: time | None = None
    end: time | None = None
    clock_minutes: int | None = None
    therapeutic_minutes: int | None = None
    services: int | None = None
    modality: Modality | None = None

    def __attrs_post_init__(self) -> None:
        numbers = (self.clock_minutes, self.therapeutic_minutes, self.services)
        if any(number is not None and number < 1 for number in numbers):
            raise InvalidValue("session", "minutes and services of at least 1, or none told")
        if not self.days or (self.start and self.end and self.end <= self.start):
            raise InvalidValue("session", "at least one day, and an end after the start")

    @property
    def length(self) -> int | None:
        """Clock minutes on each day: between the clock times, else as told."""
        if self.start is not None and self.end is not None:
            return minutes_of(self.end) - minutes_of(self.start)
        return self.clock_minutes


@frozen(kw_only=True)
class Schedule:
    """The week of one participant.

    `sessions` are those that one participant attends.  The three spans are what the program
    tells itself, `None` where it does not; minutes are per week.  `closed_on` lists holidays by
    name.
    """

    sessions: tuple[Session, ...] = ()
    days_per_week: Span[int] | None = None
    clock_minutes_per_week: Span[int] | None = None
    therapeutic_minutes_per_week: Span[int] | None = None
    closed_on: tuple[str, ...] = ()

    @property
    def weekly_days(self) -> Span[int] | None:
        """Days a week: as told, else counted from the sessions."""
        days = {day for session in self.sessions for day in session.days}
        computed = Span.exactly(len(days), Basis.COMPUTED) if days else None
        return self.days_per_week or computed

    @property
    def weekly_clock_minutes(self) -> Span[int] | None:
        """Clock minutes a week: as told, else summed over the sessions."""
        return self.clock_minutes_per_week or _summed(
            (session.length, len(session.days)) for session in self.sessions
        )

    @property
    def weekly_therapeutic_minutes(self) -> Span[int] | None:
        """Therapeutic minutes a week: as told, else summed over the sessions.

        Clock minutes never stand in for therapeutic ones: where a session does not tell them,
        the answer is `None`.
        """
        return self.therapeutic_minutes_per_week or _summed(
            (session.therapeutic_minutes, len(session.days)) for session in self.sessions
        )


def _summed(parts: Iterable[tuple[int | None, int]]) -> Span[int] | None:
    total = 0
    for minutes, days in parts:
        if minutes is None:
            return None
        total += minutes * days
    return Span.exactly(total, Basis.COMPUTED) if total else None
