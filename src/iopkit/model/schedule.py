"""When care happens: weekly times in whole minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from itertools import combinations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.hours import minutes_of
from iopkit.model.weekly import Range, product, span_of, summed, widest
from iopkit.values.listings import Listing
from iopkit.values.spans import Basis, Span
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.times import TimeOfDay
from iopkit.vocabulary.treatment import Modality
from iopkit.vocabulary.weekdays import Weekday

_WEEK = 7
_SAME_DAY = (
    "at least one day, and an end after the start on the same day; where it goes past midnight, "
    "clock_minutes in place of the end"
)


@frozen(kw_only=True)
class Block:
    """One part of a session, such as a group between two breaks.

    `minutes` is told where the clock times are not.

    Raises:
        InvalidValue: `end` is not after `start`, or `minutes` is below 1.
    """

    start: time | None = None
    end: time | None = None
    minutes: int | None = None
    modality: Modality | None = None

    def __attrs_post_init__(self) -> None:
        if _is_backward(self.start, self.end) or (self.minutes is not None and self.minutes < 1):
            raise InvalidValue("block", "an end after the start, and minutes of at least 1")

    @property
    def length(self) -> int | None:
        """Minutes: between the clock times, else as told."""
        return _between(self.start, self.end) or self.minutes


@frozen(kw_only=True)
class Session:
    """A session that one participant attends every week.

    `days` are its weekdays; where they are not told, it is held `times_per_week` times, or,
    where that is not told either, on each attended day.  `start` and `end` are clock times,
    `None` where not told.  `clock_minutes` is told where the clock times are not;
    `therapeutic_minutes` leaves out breaks and meals, `None` where not told.  `break_minutes`
    are all breaks together, 0 where there is none, `blocks` the parts between them.  `services`
    counts separate services given in it.

    Raises:
        InvalidValue: there is an empty list of days, or `end` is not after `start`, or a number
            is below 1 (of breaks, below 0), or both days and a number of times are told.
    """

    days: tuple[Weekday, ...] | None = None
    times_per_week: Span[int] | None = None
    start: time | None = None
    end: time | None = None
    clock_minutes: int | Span[int] | None = None
    therapeutic_minutes: int | Span[int] | None = None
    break_minutes: int | None = None
    blocks: tuple[Block, ...] = ()
    services: int | None = None
    modality: Modality | None = None

    def __attrs_post_init__(self) -> None:
        spans = map(span_of, (self.clock_minutes, self.therapeutic_minutes, self.times_per_week))
        numbers = [self.services]
        numbers += [end for span in spans if span is not None for end in (span.low, span.high)]
        if any(number is not None and number < 1 for number in numbers):
            raise InvalidValue("session", "minutes, times and services of at least 1, or none told")
        if self.break_minutes is not None and self.break_minutes < 0:
            raise InvalidValue("session", "break minutes of at least 0, or none told")
        if self.days == () or _is_backward(self.start, self.end):
            raise InvalidValue("session", _SAME_DAY)
        if self.days is not None and self.times_per_week is not None:
            raise InvalidValue("session", "days, or a number of times a week, and not both")

    @property
    def length(self) -> int | None:
        """Clock minutes of one session where they are known exactly."""
        exact, told = _between(self.start, self.end), self.clock_minutes
        if exact is not None:
            return exact
        return told.value if isinstance(told, Span) else told

    @property
    def clock(self) -> Span[int] | None:
        """Clock minutes of one session: between the clock times, else as told."""
        exact = _between(self.start, self.end)
        return span_of(self.clock_minutes) if exact is None else Span.exactly(exact)

    @property
    def therapeutic(self) -> Span[int] | None:
        """Therapeutic minutes of one session: as told, else its blocks, else without breaks."""
        if self.therapeutic_minutes is not None:
            return span_of(self.therapeutic_minutes)
        if self.blocks:
            return summed(span_of(block.length) for block in self.blocks)
        if self.break_minutes is None or self.length is None or self.break_minutes >= self.length:
            return None
        return Span.exactly(self.length - self.break_minutes, Basis.COMPUTED)

    @property
    def is_placed(self) -> bool:
        """Whether it is told on which attended days the session is held."""
        return self.days is not None or self.times_per_week is None


@frozen(kw_only=True)
class Track:
    """One of several ways to attend the same program; a participant takes one of them.

    `sessions` come on top of those that all participants attend.
    """

    name: str
    sessions: tuple[Session, ...] = ()
    delivery: Listing[Delivery] = Listing()


@frozen(kw_only=True)
class WeeklyPart:
    """Part of the weekly clock time, by what is done in it; its basis may be computed."""

    modalities: tuple[Modality, ...]
    clock_minutes: Span[int]


@frozen(kw_only=True)
class Schedule:
    """The week of one participant.

    `sessions` are those that one participant attends, whichever of the `tracks` they choose;
    `may_switch_tracks` says whether they can change later.  The four spans are what the program
    tells itself, `None` where it does not; minutes are per attended day or per week.
    `weekly_parts` divide the weekly minutes.  `days_open` are days on which the program runs,
    which may be more than one participant attends.  `starts_in_cohorts` means that a group
    begins together.  `closed_on` lists holidays by name.
    """

    sessions: tuple[Session, ...] = ()
    tracks: tuple[Track, ...] = ()
    may_switch_tracks: bool | None = None
    days_per_week: Span[int] | None = None
    clock_minutes_per_day: Span[int] | None = None
    clock_minutes_per_week: Span[int] | None = None
    therapeutic_minutes_per_week: Span[int] | None = None
    weekly_parts: tuple[WeeklyPart, ...] = ()
    times_of_day: Listing[TimeOfDay] = Listing()
    days_open: Listing[Weekday] = Listing()
    starts_in_cohorts: bool | None = None
    closed_on: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[tuple[Session, ...], ...]:
        """The sessions of each way to attend: one for each track, else one for all."""
        return tuple((*self.sessions, *track.sessions) for track in self.tracks) or (self.sessions,)

    @property
    def overlaps(self) -> bool:
        """Whether some way to attend has two sessions at one time, which nobody can attend."""
        return any(_meet(one, other) for way in self.ways for one, other in combinations(way, 2))

    @property
    def weekly_days(self) -> Span[int] | None:
        """Days a week: as told, else counted from the sessions."""
        return self.days_per_week or self.counted_days

    @property
    def weekly_clock_minutes(self) -> Span[int] | None:
        """Clock minutes a week: as told, else summed over the sessions."""
        return self.clock_minutes_per_week or self.summed_clock_minutes

    @property
    def weekly_therapeutic_minutes(self) -> Span[int] | None:
        """Therapeutic minutes a week: as told, else summed over the sessions.

        Clock minutes never stand in for therapeutic ones: where a session does not tell them,
        the answer is `None`.
        """
        return self.therapeutic_minutes_per_week or self.summed_therapeutic_minutes

    @property
    def counted_days(self) -> Span[int] | None:
        """Days a week counted from the sessions, whatever the program tells."""
        ways = self.ways
        return _days(ways[0]) if len(ways) == 1 else widest(map(_days, ways))

    @property
    def summed_clock_minutes(self) -> Span[int] | None:
        """Clock minutes a week from the sessions, else from those of a day, whatever is told."""
        whole = widest(
            summed(product(each.clock, self._times(each)) for each in way) for way in self.ways
        )
        return whole or product(self.clock_minutes_per_day, self.weekly_days)

    @property
    def summed_therapeutic_minutes(self) -> Span[int] | None:
        """Therapeutic minutes a week from the sessions, whatever the program tells."""
        return widest(
            summed(product(each.therapeutic, self._times(each)) for each in way)
            for way in self.ways
        )

    def _times(self, session: Session) -> Range:
        if session.days is not None:
            return Span.exactly(len(set(session.days)), Basis.COMPUTED)
        return session.times_per_week or self.weekly_days


def _meet(one: Session, other: Session) -> bool:
    """Return whether two sessions are sure to be at one time on some day."""
    if not (one.is_placed and other.is_placed):
        return False
    if one.days and other.days and not set(one.days) & set(other.days):
        return False
    starts = [minutes_of(each.start) for each in (one, other) if each.start is not None]
    lengths = [each.length for each in (one, other) if each.length is not None]
    if len(starts) + len(lengths) < len(("start", "length")) * 2:
        return False
    (first, lasts), (second, _) = sorted(zip(starts, lengths, strict=True))
    return second < first + lasts


def _days(way: Iterable[Session]) -> Range:
    """Return on how many days a week the sessions of one way fall."""
    sessions = list(way)
    dated = len({day for session in sessions for day in session.days or ()})
    times = [each.times_per_week for each in sessions if each.times_per_week is not None]
    is_daily = any(each.days is None and each.times_per_week is None for each in sessions)
    if not dated and (is_daily or not times):
        return None
    least = max([dated, *(each.low or 1 for each in times)])
    most = sum(_WEEK if each.high is None else each.high for each in times)
    return Span(least, min(dated + most, _WEEK), Basis.COMPUTED)


def _between(start: time | None, end: time | None) -> int | None:
    return None if start is None or end is None else minutes_of(end) - minutes_of(start)


def _is_backward(start: time | None, end: time | None) -> bool:
    return start is not None and end is not None and end <= start
