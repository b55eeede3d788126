"""Which days somebody attends: the fewest and the most that what is told allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import TypeVar

from attrs import evolve, field, frozen

from iopkit.cost.absences import Absences, Away, absences_of
from iopkit.cost.ages import Ages
from iopkit.cost.calendar_weeks import Calendar, Days, Split, splits
from iopkit.cost.closures import closed_dates
from iopkit.cost.notes import Notebook
from iopkit.cost.stages import WEEKDAYS, CourseWeeks
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.figures import schedules_of
from iopkit.model.schedule import Session
from iopkit.model.weekly import summed
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span

_WEEK = 7
_NOBODY = Episode()
_MADE_UP = "episode.makes_up_missed_days"
_MISSED = "episode.missed_days"
_PLAN_YEAR = "health_plan.plan_year"

T = TypeVar("T")


@frozen(kw_only=True, repr=False)
class Attendance(Quiet):
    """The days of the shortest and of the longest course, in order.

    `high` is `None` where nothing bounds the number of days.  Where weekdays are not known
    (`is_dated` False), the days fall at the beginning of each week.  `low_values` and
    `high_values` say what the two suppose; `is_shown` says whether that leads to no other days.
    `ages` tell how old the person is, `None` where nothing depends on it.  `years` are the plan
    years to which that applies: several where none is known and each leads to these days.
    """

    start: date
    low: Days
    high: Days | None
    weeks: CourseWeeks
    is_dated: bool
    is_daily: bool
    low_values: Mapping[str, object] = field(factory=dict)
    high_values: Mapping[str, object] = field(factory=dict)
    is_shown: bool = True
    ages: Ages | None = None
    years: tuple[Period | None, ...] = (None,)

    @property
    def days(self) -> Days:
        """All days of both courses; one of both is told twice, unless the two are the same."""
        return self.low if self.high is self.low else (*self.low, *(self.high or ()))

    @property
    def last(self) -> date:
        """The last day of both courses; the first of one in which no day is left."""
        return max((days[-1] for days in (self.low, self.high) if days), default=self.start)

    def in_year(self, year: Period) -> Attendance:
        """Return the same days in one plan year, which they suppose."""
        low, high = ({**own, _PLAN_YEAR: year} for own in (self.low_values, self.high_values))
        return evolve(self, years=(year,), low_values=low, high_values=high)

    def supposing(
        self, low: Mapping[str, object], high: Mapping[str, object] | None = None
    ) -> Attendance:
        """Return the same days, which suppose more; as the low ones do, where `high` is `None`."""
        return evolve(
            self,
            low_values={**self.low_values, **low},
            high_values={**self.high_values, **(low if high is None else high)},
        )

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Return the sessions of one day; none where the weekdays of its week are not known."""
        return self.weeks.in_week(self.week_of(day)).sessions_on(day)

    def week_of(self, day: date) -> int:
        """Return which week of the course a day falls in, from 0."""
        return (day - self.start).days // _WEEK

    def kinds_of(self, days: Days) -> list[tuple[int, int]]:
        """Return what days share whose sessions are the same: the weekday and the stage."""
        if len(self.weeks.stages) == 1:
            return list(zip(map(date.weekday, days), repeat(0)))
        return [(day.weekday(), id(self.weeks.in_week(self.week_of(day)))) for day in days]

    @property
    def is_placed(self) -> bool:
        """Whether it is known on which weekday each session falls."""
        return self.is_dated and all(stage.week.held for stage in self.weeks.stages)


def ways_to_attend(
    case: Case, amounts: Amounts, notes: Notebook, *, start: date, year: Period | None
) -> tuple[Attendance, ...]:
    """Return each way to attend from one start on, and note what is assumed or unknown.

    There is one way, unless it matters and is not known which days are missed, or which days
    of the week in which the plan's `year` ends fall before its end.  Every possible course holds
    the low days of one of the ways, and is held by the high days of one.
    """
    episode = case.episode or _NOBODY
    weeks = CourseWeeks.of(case.program, _track(case, notes))
    length, days = _length(case, notes), _days_a_week(weeks, notes)
    _note_weeks(case, weeks, notes)
    calendar = Calendar(start, weeks)
    low = calendar.days(max(length.low or 1, 1), least=True)
    high: Days | None = low
    if None in (length.value, days.value) or not weeks.is_certain:
        is_bounded = None not in (length.high, days.high)
        high = calendar.days(length.high or 0, least=False) if is_bounded else None
    low_values, high_values = _supposed(weeks, length, days)
    whole = Attendance(
        start=calendar.start,
        low=low,
        high=high,
        weeks=weeks,
        is_dated=all(stage.week.weekdays is not None for stage in weeks.stages),
        is_daily=days.low == _WEEK,
        low_values=low_values,
        high_values=high_values,
        years=(year,),
    )
    closed = closed_dates(case, calendar, whole.days, amounts, notes)
    if episode.closed_days is None and not closed.isdisjoint(whole.high or whole.low):
        notes.assume("closed-days-left-out")
    absences = absences_of(case, calendar, Away(closed, whole.high or whole.low, year), notes)
    return tuple(
        way
        for split in _split(whole, calendar, year, notes)
        for way in _after(split, absences, calendar, year)
    )


def _track(case: Case, notes: Notebook) -> str | None:
    track = case.episode.track if case.episode else None
    if track is not None and case.program is not None:
        names = {one.name for week in schedules_of(case.program) for one in week.tracks}
        if track not in names:
            notes.miss("track-not-told-by-program")
    return track


def _note_weeks(case: Case, weeks: CourseWeeks, notes: Notebook) -> None:
    if any(
        stage.week.weekdays is None and stage.week.schedule.weekly_days is not None
        for stage in weeks.stages
    ):
        notes.assume("weekdays-not-told")
    is_vague = len(weeks.stages) > 1 and any(one.week.days.value is None for one in weeks.stages)
    if is_vague or not weeks.is_certain:
        notes.miss("phases-range")
    phases = case.program.phases if case.program else ()
    level = case.program.level if case.program else None
    if any(phase.level not in (None, level) for phase in phases):
        notes.assume("phases-counted-alike")


def _supposed(
    weeks: CourseWeeks, length: Span[int], days: Span[int]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return what the fewest and the most days suppose."""
    low: dict[str, object] = {}
    high: dict[str, object] = {}
    name = "program.schedule.days_per_week"
    told = {"episode.weeks": length, name: days} if len(weeks.stages) == 1 else {}
    for path, span in (told or {"episode.weeks": length}).items():
        if span.value is None:
            low[path], high[path] = span.low or 1, span.high
    return low, high


def _split(
    whole: Attendance, calendar: Calendar, year: Period | None, notes: Notebook
) -> tuple[Attendance, ...]:
    """Return each way in which untold weekdays may fall around the end of a plan year."""
    if whole.is_dated or whole.is_daily or year is None:
        return (whole,)
    lows = splits(calendar, whole.low, year)
    is_one = whole.high is None or whole.high is whole.low
    highs = lows if is_one else splits(calendar, whole.high or (), year)
    if not lows or not highs:
        notes.miss("plan-year-of-days")
        return (whole,)
    if max(len(lows), len(highs)) == 1:
        return (whole,)
    notes.miss("days-around-plan-year")
    return tuple(_placed(whole, calendar, *pair) for pair in _paired(lows, highs))


def _placed(whole: Attendance, calendar: Calendar, low: Split, high: Split) -> Attendance:
    """Return a course whose days fall around the end of a plan year as told."""
    least = _on(calendar, low)
    most = least if high is low else _on(calendar, high)
    return evolve(
        whole,
        low=low.days,
        high=None if whole.high is None else high.days,
        is_shown=bool(least and most),
        low_values={**whole.low_values, **least},
        high_values={**whole.high_values, **most},
    )


def _paired(lows: Sequence[T], highs: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Yield every one of `lows` and of `highs`, the last of the shorter again and again."""
    for place in range(max(len(lows), len(highs))):
        yield lows[min(place, len(lows) - 1)], highs[min(place, len(highs) - 1)]


def _on(calendar: Calendar, split: Split) -> dict[str, object]:
    """Return the weekdays that lead to a split, where nothing else is told of sessions."""
    if split.weekdays is None or not calendar.weeks.is_bare:
        return {}
    days = tuple(WEEKDAYS[place] for place in sorted(split.weekdays))
    return {"program.schedule.sessions": (Session(days=days),)}


def _after(
    way: Attendance, absences: Absences, calendar: Calendar, year: Period | None
) -> Iterator[Attendance]:
    """Yield the ways to attend what is left of `way` after the days that are missed."""
    if absences.is_none:
        yield way
        return
    if not absences.is_bounded:
        yield evolve(way, low=(), high=None, is_shown=False)
        return
    lows = absences.left_of(way.low, calendar, year, is_high=False)
    highs = lows
    if way.high is not None:
        highs = absences.left_of(way.high, calendar, year, is_high=True)
    is_one = max(len(lows), len(highs)) == 1
    for low, high in _paired(lows, highs):
        most = low if high == low else high
        left = evolve(way, low=low, high=None if way.high is None else most)
        if absences.makes_up is None:
            left = left.supposing({_MADE_UP: False}, {_MADE_UP: True})
        yield left if is_one else _missing(left, way, absences, calendar)


def _missing(
    left: Attendance, way: Attendance, absences: Absences, calendar: Calendar
) -> Attendance:
    """Return what is left of a way, saying which days are missed."""
    low, high = (
        tuple(sorted(absences.missed | (set(before) - set(after) - absences.closed)))
        for before, after in ((way.low, left.low), (way.high or (), left.high or ()))
    )
    is_shown = way.is_shown and all(map(calendar.is_dated, (*low, *high)))
    return evolve(left, is_shown=is_shown).supposing({_MISSED: low}, {_MISSED: high})


def _length(case: Case, notes: Notebook) -> Span[int]:
    told = case.episode.weeks if case.episode else None
    length = Span.exactly(told) if isinstance(told, int) else told
    if case.program is not None:
        phases = summed(phase.weeks for phase in case.program.phases)
        length = length or case.program.weeks or phases
        if length and phases and (length.low, length.high) != (phases.low, phases.high):
            notes.assume("phases-other-length")
    return _noted(length, "weeks", notes)


def _days_a_week(weeks: CourseWeeks, notes: Notebook) -> Span[int]:
    if len(weeks.stages) == 1:
        return _noted(weeks.stages[0].week.days, "days", notes)
    days = [stage.week.schedule.weekly_days for stage in weeks.stages]
    if None in days or len(set(days)) == 1:
        return _noted(None if None in days else days[0], "days", notes)
    lows = [span.low or 1 for span in days if span is not None]
    highs = [span.high for span in days if span is not None]
    known = [high for high in highs if high is not None]
    if weeks.is_certain and all(span is not None and span.value is not None for span in days):
        return Span(min(lows), max(known))
    return _noted(Span(min(lows), max(known) if len(known) == len(highs) else None), "days", notes)


def _noted(told: Span[int] | None, what: str, notes: Notebook) -> Span[int]:
    if told is None or told.high is None:
        notes.miss(f"{what}-not-told")
    elif told.value is None:
        notes.miss(f"{what}-range")
    return told or Span(None, None)
