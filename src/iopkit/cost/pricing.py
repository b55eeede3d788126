"""What the days of a course are billed at: told prices or a payer's fee schedule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, zip_longest
from typing import NamedTuple, assert_never

from attrs import evolve, field, frozen

from iopkit.cost.attendance import Attendance
from iopkit.cost.notes import Notebook
from iopkit.model.prices import Price
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.billing import Unit

OPEN = 10**12
"""Cents that stand for a price without an upper end: more than any `Money`."""

_FOR_ALL_DAYS = (Unit.PROGRAM, Unit.ONCE)
FOR_SEVERAL_DAYS = (Unit.WEEK, *_FOR_ALL_DAYS)
"""Units of which one line pays more than one day."""


class Billed(NamedTuple):
    """One line that will be billed: its day, and cents."""

    on: date
    cents: int


@frozen(kw_only=True, repr=False)
class PriceCase(Quiet):
    """One way in which the course may be billed, over the fewest and over the most days.

    `is_exact` says that each line has one price; the number of lines may still differ.
    `is_told` is false where no price is known.  `high` is `None` where nothing bounds the days;
    a line of `OPEN` has no upper price.
    `values` name what this case supposes, for its low and its high end.
    """

    unit: Unit
    is_exact: bool
    is_told: bool = True
    low: tuple[Billed, ...]
    high: tuple[Billed, ...] | None
    source: str | None = None
    low_values: Mapping[str, object] = field(factory=dict)
    high_values: Mapping[str, object] = field(factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether a price or the number of days has no upper end."""
        return self.high is None or any(line.cents >= OPEN for line in self.high)


def told_price(price: Price, attendance: Attendance, name: str) -> PriceCase | None:
    """Return a told price over the days, or `None` where its unit cannot be counted."""
    low, high = price.amount.low, price.amount.high
    least = low.cents if low else 0
    most = high.cents if high else OPEN
    lines = billing(price.unit, attendance)
    days = attendance.high
    if days is None and price.unit in _FOR_ALL_DAYS:
        days = attendance.low
    shortest = lines(least, attendance.low)
    longest = None if days is None else lines(most, days)
    if shortest is None or (days is not None and longest is None):
        return None
    is_range = low is None or low != high
    return PriceCase(
        unit=price.unit,
        is_exact=not is_range,
        low=shortest,
        high=longest,
        low_values={name: Money(least)} if is_range else {},
        high_values={name: high} if is_range and high else {},
    )


def no_price(attendance: Attendance, name: str) -> PriceCase:
    """Return days whose price is not known at all."""
    high = attendance.high
    return PriceCase(
        unit=Unit.DAY,
        is_exact=False,
        is_told=False,
        low=tuple(Billed(day, 0) for day in attendance.low),
        high=None if high is None else tuple(Billed(day, OPEN) for day in high),
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
    for line, following in zip_longest(lines, lines[1:]):
        own = [day for day in days if line.on <= day and not (following and day >= following.on)]
        part, rest = (OPEN, 0) if line.cents >= OPEN else divmod(line.cents, len(own))
        daily += (Billed(day, part + (place < rest)) for place, day in enumerate(own))
    return tuple(daily)


def told_prices(
    prices: Iterable[Price], attendance: Attendance, name: str, notes: Notebook
) -> tuple[PriceCase, ...]:
    """Return each price that was told as a way to bill the days; empty where none can be.

    Several prices for the same service are alternatives: which one applies is not known, and
    where each is asked on a condition, none of them may.
    """
    told = list(prices)
    cases = [told_price(price, attendance, name) for price in told]
    if None in cases:
        notes.miss("price-unit")
        return ()
    if len(told) > 1:
        notes.miss("several-prices")
    if any(case is not None and not case.is_exact for case in cases):
        notes.miss("price-range")
    if any(price.condition is not None for price in told):
        notes.miss("fee-condition")
    chosen = [{f"{name}.chosen": place} if len(told) > 1 else {} for place in range(len(told))]
    ways = tuple(
        evolve(
            case,
            low_values={**case.low_values, **choice},
            high_values={**case.high_values, **choice},
        )
        for case, choice in zip(cases, chosen, strict=True)
        if case is not None
    )
    is_always_conditional = bool(told) and all(price.condition is not None for price in told)
    return (*ways, no_price(attendance, name)) if is_always_conditional else ways


Lines = Callable[[int, tuple[date, ...]], tuple[Billed, ...] | None]


def billing(unit: Unit, attendance: Attendance) -> Lines:
    """Return how a price by `unit` becomes lines; the lines are `None` where it cannot."""

    def lines(cents: int, days: tuple[date, ...]) -> tuple[Billed, ...] | None:
        billed = list(_billed(unit, cents, days, attendance))
        return None if None in billed else tuple(line for line in billed if line is not None)

    return lines


def _billed(
    unit: Unit, cents: int, days: tuple[date, ...], attendance: Attendance
) -> Iterator[Billed | None]:
    match unit:
        case Unit.DAY:
            yield from (Billed(day, cents) for day in days)
        case Unit.SESSION:
            for day in days:
                sessions = attendance.sessions_on(day)
                yield from (Billed(day, cents) for _ in sessions) if sessions else (None,)
        case Unit.HOUR:
            yield from (_by_hour(cents, day, attendance) for day in days)
        case Unit.WEEK:
            firsts = {attendance.week_of(day): day for day in reversed(days)}
            yield from (Billed(firsts[week], cents) for week in sorted(firsts))
        case Unit.PROGRAM | Unit.ONCE:
            yield from (Billed(day, cents) for day in days[:1])
        case _:
            assert_never(unit)


def _by_hour(cents: int, day: date, attendance: Attendance) -> Billed | None:
    lengths = [session.length for session in attendance.sessions_on(day)]
    known = [length for length in lengths if length is not None]
    if not lengths or len(known) < len(lengths):
        return None
    # A price without an upper end stays one, however short the day is.
    return Billed(day, cents if cents >= OPEN else (cents * sum(known) + 30) // 60)


def stretches_of(lines: Iterable[Billed]) -> list[tuple[int, int]]:
    """Return how often each price comes in a row, as (lines, cents)."""
    runs = groupby(lines, key=lambda line: line.cents)
    return [(len(list(same)), cents) for cents, same in runs]
