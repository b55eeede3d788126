"""What the days of a course are billed at: told prices or a payer's fee schedule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, repeat
from operator import attrgetter
from typing import NamedTuple, assert_never

from attrs import evolve, field, frozen

from iopkit.cost.attendance import Attendance
from iopkit.cost.rates import MINUTES, OPEN, Rates, ends_of, in_minutes
from iopkit.values.money import ZERO
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.billing import Unit

FOR_ALL_DAYS = (Unit.PROGRAM, Unit.ONCE)
FOR_SEVERAL_DAYS = (Unit.WEEK, *FOR_ALL_DAYS)
"""Units of which one line pays more than one day."""


class Billed(NamedTuple):
    """One line that will be billed: its day, and cents."""

    on: date
    cents: int


CENTS = attrgetter("cents")
"""The cents of a line."""


@frozen(kw_only=True, repr=False)
class PriceCase(Quiet):
    """One way in which the course may be billed, over the fewest and over the most days.

    `is_exact` says that each line has one price; the number of lines may still differ.
    `is_shown` is false where no values lead to its ends.  `is_told` is false where no price is
    known.  Where it `is_turned`, the low end has the highest price.  `high` is `None` where nothing
    bounds the days; a line of `OPEN` has no upper price.
    `values` name what this case supposes, for its low and its high end.
    """

    unit: Unit
    is_exact: bool
    is_told: bool = True
    is_shown: bool = True
    is_turned: bool = False
    low: tuple[Billed, ...]
    high: tuple[Billed, ...] | None
    source: str | None = None
    low_values: Mapping[str, object] = field(factory=dict)
    high_values: Mapping[str, object] = field(factory=dict)

    def lines_at(self, *, high: bool) -> tuple[Billed, ...]:
        """Return the lines at one end; none where nothing bounds it."""
        return (self.high or ()) if high else self.low

    @property
    def is_open(self) -> bool:
        """Whether a price or the number of days has no upper end."""
        return self.high is None or any(line.cents >= OPEN for line in self.high)


def told_price(rates: Rates, attendance: Attendance, name: str) -> PriceCase | None:
    """Return told prices over the days, or `None` where their unit cannot be counted."""
    unit, days = rates.first.unit, attendance.high
    if days is None and unit in FOR_ALL_DAYS and rates.is_plain:
        days = attendance.low or (attendance.start,)
    is_range = rates.are_ranges(days or attendance.low)
    shortest = _lines(rates, attendance, attendance.low, is_high=False)
    longest = shortest
    if is_range or days is not attendance.low:
        longest = None if days is None else _lines(rates, attendance, days, is_high=True)
    if shortest is None or (days is not None and longest is None):
        return None
    is_named = is_range and rates.is_plain
    most = rates.first.amount.high
    return PriceCase(
        unit=unit,
        is_exact=not is_range,
        is_shown=is_named or not is_range,
        low=shortest,
        high=longest,
        low_values={name: rates.first.amount.low or ZERO} if is_named else {},
        high_values={name: most} if is_named and most is not None else {},
    )


def no_price(attendance: Attendance, name: str) -> PriceCase:
    """Return days whose price is not known at all."""
    high = attendance.high
    return PriceCase(
        unit=Unit.DAY,
        is_exact=False,
        is_told=False,
        low=tuple(map(Billed, attendance.low, repeat(0))),
        high=None if high is None else tuple(map(Billed, high, repeat(OPEN))),
        low_values={name: ZERO},
    )


def spread(price: PriceCase, attendance: Attendance) -> PriceCase:
    """Return a price for several days as a line on each of them, in equal parts."""
    high = attendance.high
    return evolve(
        price,
        low=_daily(price.low, attendance.low),
        high=None if price.high is None or high is None else _daily(price.high, high),
    )


def _daily(lines: tuple[Billed, ...], days: tuple[date, ...]) -> tuple[Billed, ...]:
    daily: list[Billed] = []
    firsts = [bisect_left(days, line.on) for line in lines]
    for line, first, end in zip(lines, firsts, (*firsts[1:], len(days)), strict=False):
        own = days[first:end] or (line.on,)
        part, rest = (OPEN, 0) if line.cents >= OPEN else divmod(line.cents, len(own))
        daily += (Billed(day, part + (place < rest)) for place, day in enumerate(own))
    return tuple(daily)


def _lines(
    rates: Rates, attendance: Attendance, days: tuple[date, ...], *, is_high: bool
) -> tuple[Billed, ...] | None:
    """Return the lines for `days` at one end of the prices, `None` where they cannot be told."""
    billed = _billed(rates, attendance, days, int(is_high))
    known = tuple([line for line in billed if line is not None])
    return known if len(known) == len(billed) else None


def _billed(
    rates: Rates, attendance: Attendance, days: tuple[date, ...], end: int
) -> Sequence[Billed | None]:
    unit = rates.first.unit
    cents = () if unit in FOR_ALL_DAYS else rates.by_day(days, end)
    match unit:
        case Unit.DAY:
            return list(map(Billed, days, cents))
        case Unit.SESSION:
            return [
                Billed(day, each) if session else None
                for day, each in zip(days, cents, strict=True)
                for session in attendance.sessions_on(day) or (None,)
            ]
        case Unit.HOUR | Unit.QUARTER_HOUR:
            priced = zip(days, cents, strict=True)
            return [_by_minutes(each, MINUTES[unit], day, attendance) for day, each in priced]
        case Unit.WEEK:
            lines = map(Billed, reversed(days), reversed(cents))
            firsts = {attendance.week_of(line.on): line for line in lines}
            return [firsts[week] for week in sorted(firsts)]
        case Unit.PROGRAM | Unit.ONCE:
            return list(_for_all(rates, days, end))
        case Unit.EACH:
            return [None]
        case _:
            assert_never(unit)


def _for_all(rates: Rates, days: tuple[date, ...], end: int) -> Iterator[Billed]:
    """Yield one line for all days, and one for each day that is paid on top."""
    for day in days[:1]:
        price = rates.price_on(day)
        yield Billed(day, (0, OPEN)[end] if price is None else ends_of(price.amount)[end])
    for place, day in enumerate(days, 1):
        more = rates.on_top(day, place)
        if more is not None:
            yield Billed(day, more[end])


def _by_minutes(cents: int, unit: int, day: date, attendance: Attendance) -> Billed | None:
    lengths = [session.length for session in attendance.sessions_on(day)]
    known = [length for length in lengths if length is not None]
    if not lengths or len(known) < len(lengths):
        return None
    # A price without an upper end stays one, however short the day is.
    return Billed(day, cents if cents >= OPEN else in_minutes(cents, sum(known), unit))


def stretches_of(lines: Iterable[Billed]) -> list[tuple[int, int]]:
    """Return how often each price comes in a row, as (lines, cents)."""
    runs = groupby(map(CENTS, lines))
    return [(len(list(same)), cents) for cents, same in runs]
