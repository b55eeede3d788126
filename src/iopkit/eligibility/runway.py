"""How long approved units last, and by when to ask for more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from iopkit.eligibility.lead_times import LeadTime
from iopkit.eligibility.weekly_needs import MINUTES, Week, weeks_of
from iopkit.errors import InvalidValue
from iopkit.model.schedule import Schedule
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Basis, Span
from iopkit.vocabulary.billing import BillingUnit

_MOST_UNITS = 9999
_UNITS = (BillingUnit.DAY, BillingUnit.SESSION, BillingUnit.ENCOUNTER, *MINUTES)
_DAYS = 7
_LONGEST = 3660
_LEEWAY = 366
"""Days after the longest approval in which its first day that is not covered is looked for."""

Q = TypeVar("Q", int, date)


@frozen(kw_only=True, repr=False)
class ApprovedUnits(Quiet):
    """Units that a payer has approved for care from `start` on.

    `through` is the last day on which they may be used, `None` where the payer sets none.
    `counts_breaks` says whether time in units counts breaks and meals; `None` where the payer
    does not say, and then both are possible.

    Raises:
        InvalidValue: `units` is not from 1 to 9,999, `unit` measures no day's care, or `through`
            is before `start` or ten years after it.
    """

    units: int
    unit: BillingUnit
    start: date
    through: date | None = None
    counts_breaks: bool | None = None

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.units <= _MOST_UNITS:
            raise InvalidValue("approved units", "a whole number from 1 to 9,999")
        if self.unit not in _UNITS:
            told = ", ".join(unit.value for unit in _UNITS)
            raise InvalidValue("unit", f"one of {told}")
        if self.through and not 0 <= (self.through - self.start).days <= _LONGEST:
            raise InvalidValue("through", "a last day from the first on, within ten years")


@frozen(kw_only=True, repr=False)
class RunwayWeek(Quiet):
    """The approved units at the end of one week of care, which begins on `first_day`.

    `used` are those of all days wholly covered so far; `left` is the rest.
    """

    number: int
    first_day: date
    used: Span[int]
    left: Span[int]


@frozen(kw_only=True, repr=False)
class AuthorizationRunway(Quiet):
    """How long approved units last on a schedule, in ranges where something is not known.

    A day is covered where units for all its care are left, on or before the last day approved.
    `last_covered` and `first_uncovered` are attended days; where not even the first is covered,
    `last_covered` is the day before `start`.  An end of `None` is not known, or does not come
    within ten years.
    `covered_days` counts attended days.  `ask_by` is the latest day to ask for more, so that the
    lead time fits before `first_uncovered`; `None` where no lead time is told.
    """

    approved: ApprovedUnits
    weeks: tuple[RunwayWeek, ...]
    covered_days: Span[int]
    last_covered: Span[date]
    first_uncovered: Span[date]
    ask_by: Span[date] | None

    def __repr__(self) -> str:
        return f"<AuthorizationRunway: {len(self.weeks)} weeks>"


def authorization_runway(
    approved: ApprovedUnits,
    schedule: Schedule,
    *,
    lead: LeadTime | None = None,
    closed: Iterable[date] = (),
    missed: Iterable[date] = (),
) -> AuthorizationRunway:
    """Return how long approved units last for somebody who attends `schedule` every week.

    On days on which the program is `closed`, or that were `missed`, no units are used.  Nobody
    attends another day for them.  Where weekdays are not told, every choice of them is
    considered, the same in each week.  Where part of a unit of time is needed, it may count as a
    unit or not at all.
    """
    away = frozenset((*closed, *missed))
    weeks = weeks_of(schedule, approved.unit, counts_breaks=approved.counts_breaks)
    ways = [
        _Way(approved, week, tuple(_steps(approved, week, away))) for week in dict.fromkeys(weeks)
    ]
    first = _widest((way.day(way.low), way.day(way.high)) for way in ways)
    last = _widest((way.day_before(way.low), way.day_before(way.high)) for way in ways)
    return AuthorizationRunway(
        approved=approved,
        weeks=tuple(_weeks(ways, approved, last.high or first.low)),
        covered_days=_widest((way.low, way.high) for way in ways),
        last_covered=last,
        first_uncovered=first,
        ask_by=None if lead is None else _asked(lead, first),
    )


@frozen
class _Step:
    """An attended day, and the units needed up to its end, at least and at most."""

    day: date
    least: int
    most: int | None


@frozen
class _Way:
    """One way in which the weeks may run, as far as the units can last."""

    approved: ApprovedUnits
    week: Week
    steps: tuple[_Step, ...]

    @cached_property
    def is_exact(self) -> bool:
        """Whether every day needs so many units and neither more nor fewer."""
        return all(step.least == step.most for step in self.steps)

    @cached_property
    def low(self) -> int | None:
        """How many attended days are covered where each needs the most; `None` if unknown."""
        for number, step in enumerate(self.steps):
            if self._is_after(step):
                return number
            if step.most is None:
                return None
            if step.most > self.approved.units:
                return number
        return None

    @cached_property
    def high(self) -> int | None:
        """How many attended days are covered where each needs the least; `None` if no end."""
        for number, step in enumerate(self.steps):
            if self._is_after(step) or step.least > self.approved.units:
                return number
        return None

    def day(self, number: int | None) -> date | None:
        """Return the attended day of a number, from 0."""
        return None if number is None else self.steps[number].day

    def day_before(self, number: int | None) -> date | None:
        """Return the attended day before that of a number, else the day before care starts."""
        if number == 0:
            return date.fromordinal(max(1, self.approved.start.toordinal() - 1))
        return None if number is None else self.steps[number - 1].day

    def used_by(self, last: date) -> tuple[int, int]:
        """Return the units of days wholly covered up to `last`, at least and at most."""
        count = bisect_right(self.steps, last, key=lambda step: step.day)
        if count and self._is_after(self.steps[count - 1]):
            count -= 1
        covered = count if self.high is None else min(count, self.high)
        least = self.steps[covered - 1].least if covered else 0
        if self.is_exact:
            return least, least
        most, units = self.steps[count - 1].most if count else 0, self.approved.units
        if most is not None and most <= units:
            return least, most
        # Where units have run out, fewer are left than one day may need.
        largest = self.week.largest_day
        return 0 if largest is None else max(0, min(least, units - largest + 1)), units

    def _is_after(self, step: _Step) -> bool:
        return self.approved.through is not None and step.day > self.approved.through


def _steps(approved: ApprovedUnits, week: Week, away: frozenset[date]) -> Iterator[_Step]:
    """Yield attended days up to the first that cannot be covered, or may never be."""
    held = [0] * 7
    is_endless = approved.through is None and not week.least([1] * 7)
    start = approved.start.toordinal()
    for ordinal in range(start, min(start + _LONGEST + _LEEWAY, date.max.toordinal() + 1)):
        day = date.fromordinal(ordinal)
        if day.weekday() not in week.days or day in away:
            continue
        held[day.weekday()] += 1
        least, most = week.least(held), week.most(held)
        yield _Step(day, least, None if most is None else max(least, most))
        if least > approved.units or (approved.through is not None and day > approved.through):
            return
        if is_endless and (most is None or most > approved.units):
            return


def _weeks(ways: Sequence[_Way], approved: ApprovedUnits, end: date | None) -> Iterator[RunwayWeek]:
    if end is None:
        return
    for number in range(max(0, (end - approved.start).days) // _DAYS + 1):
        first = approved.start + timedelta(number * _DAYS)
        last = date.fromordinal(min(first.toordinal() + _DAYS - 1, date.max.toordinal()))
        used = [way.used_by(last) for way in ways]
        low, high = min(least for least, _ in used), max(most for _, most in used)
        yield RunwayWeek(
            number=number + 1,
            first_day=first,
            used=Span(low, high, Basis.COMPUTED),
            left=Span(approved.units - high, approved.units - low, Basis.COMPUTED),
        )


def _asked(lead: LeadTime, first: Span[date]) -> Span[date]:
    low, high = (
        None if end is None else lead.latest_before(end) for end in (first.low, first.high)
    )
    return Span(low, high, Basis.COMPUTED)


def _widest(ends: Iterable[tuple[Q | None, Q | None]]) -> Span[Q]:
    """Return the span of all; an end that is not known of one is not known of all."""
    every = list(ends)
    lows = [low for low, _ in every if low is not None]
    highs = [high for _, high in every if high is not None]
    return Span(
        min(lows) if len(lows) == len(every) else None,
        max(highs) if len(highs) == len(every) else None,
        Basis.COMPUTED,
    )
