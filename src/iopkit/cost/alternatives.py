"""The ways in which told prices bill the days: alternatives, and shares of what is charged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from attrs import evolve

from iopkit.cost.attendance import Attendance
from iopkit.cost.notes import Notebook
from iopkit.cost.pricing import FOR_SEVERAL_DAYS, Billed, PriceCase, no_price, told_price
from iopkit.cost.rates import MINUTES, OPEN, Rates, at_ages, part_of
from iopkit.model.prices import Price
from iopkit.model.weekly import summed
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Unit


class PricedDays(Protocol):
    """The days that are priced, and where notes of it go."""

    @property
    def attendance(self) -> Attendance:
        """The days."""
        ...

    @property
    def notes(self) -> Notebook:
        """Where notes go."""
        ...

    @property
    def services(self) -> Span[int] | None:
        """How many services each day has, where its sessions do not tell it."""
        ...


def told_prices(
    prices: Sequence[Price], course: PricedDays, name: str, charges: Sequence[Price] = ()
) -> tuple[PriceCase, ...]:
    """Return each price that was told as a way to bill the days; empty where none can be.

    Several prices for the same service are alternatives, unless their periods follow one
    another: which one applies is not known, and where each is asked on a condition, none of
    them may.  `charges` are what shares of charges are taken of.
    """
    attendance, notes = course.attendance, course.notes
    asked = series_of(at_ages(prices, attendance))
    told = [Rates(each, attendance, course.services) for each in asked]
    cases = [_claimed(rates, course, name, charges) for rates in told]
    if None in cases:
        notes.miss("price-unit")
        return ()
    ways = [case for case in cases if case is not None]
    if len(told) > 1:
        notes.miss("several-prices")
    is_other = any(rates.first is not prices[0] for rates in told)
    if len(told) > 1 or (is_other and any(case.low_values for case in ways)):
        places = [prices.index(rates.first) for rates in told]
        ways = [_chosen(*each, name) for each in zip(ways, places, strict=True)]
    for rates, case in zip(told, ways, strict=True):
        _note_price(rates, case, attendance, notes)
    if told and all(rates.first.condition is not None for rates in told):
        return (*ways, no_price(attendance, name))
    return tuple(ways)


def series_of(prices: Iterable[Price]) -> list[tuple[Price, ...]]:
    """Return prices, those of one service that follow one another in time or by age together."""
    found: dict[object, list[Price]] = {}
    for place, price in enumerate(prices):
        is_lone = price.period is None and price.ages is None
        key: object = place if is_lone else price.series
        found.setdefault(key, []).append(price)
    return [tuple(each) for each in found.values()]


def _chosen(case: PriceCase, place: int, name: str) -> PriceCase:
    """Return a case that names its price first, so that its amount is that of the chosen one."""
    choice = {f"{name}.chosen": place}
    return evolve(
        case,
        low_values={**choice, **case.low_values},
        high_values={**choice, **case.high_values},
    )


def _note_price(rates: Rates, case: PriceCase, attendance: Attendance, notes: Notebook) -> None:
    if not rates.covers(attendance.high or attendance.low):
        notes.miss("price-not-in-force")
    elif not case.is_exact:
        notes.miss("price-range")
    if not case.is_shown:
        notes.miss("price-of-parts")
    days = attendance.high or attendance.low
    if _changes_within_lines(rates, days):
        notes.assume("price-of-first-day")
    if _has_part_units(rates, days):
        notes.assume("part-units")
    if rates.first.condition is not None:
        notes.miss("fee-condition")


def _changes_within_lines(rates: Rates, days: Iterable[date]) -> bool:
    """Return whether a price for several days is another one on some of them."""
    unit, week_of = rates.first.unit, rates.attendance.week_of
    if len(rates.prices) == 1 or unit not in FOR_SEVERAL_DAYS:
        return False
    held = {(week_of(day) if unit is Unit.WEEK else 0, rates.price_on(day)) for day in days}
    return len(held) > len({line for line, _ in held})


def _has_part_units(rates: Rates, days: Iterable[date]) -> bool:
    """Return whether a price by time is asked for a day that is no whole number of units."""
    if rates.first.unit not in MINUTES:
        return False
    held = {rates.attendance.sessions_on(day) for day in days}
    lengths = (summed(each.clock for each in sessions) for sessions in held)
    unit = MINUTES[rates.first.unit]
    return any(total and total.value and total.value % unit for total in lengths)


def _claimed(
    rates: Rates, course: PricedDays, name: str, charges: Sequence[Price]
) -> PriceCase | None:
    """Return the days as they are claimed: at an amount, a share of charges, or the lesser."""
    case = told_price(rates, course.attendance, name)
    if case is None or all(price.charge_share is None for price in rates.prices):
        return case
    asked = series_of(at_ages(charges, course.attendance))
    if len(asked) != 1 or any(price.charge_share is not None for price in asked[0]):
        return None
    charged = told_price(Rates(asked[0], course.attendance), course.attendance, "charge")
    if charged is None:
        return None
    if all(map(_is_share_alone, rates.prices)):
        return _shared(rates, charged)
    share = rates.first.charge_share
    return None if len(rates.prices) > 1 or share is None else _lesser(case, charged, share)


def _is_share_alone(price: Price) -> bool:
    has_amount = price.amount != Span(None, None) or price.tiers
    return price.charge_share is not None and not has_amount


def _shared(rates: Rates, charged: PriceCase) -> PriceCase:
    """Return each charge at the share that holds on its day."""
    return evolve(
        charged,
        is_shown=charged.is_exact,
        low=_shares(rates, charged.low, untold=0),
        high=None if charged.high is None else _shares(rates, charged.high, untold=OPEN),
        low_values={},
        high_values={},
    )


def _lesser(case: PriceCase, charged: PriceCase, share: Share) -> PriceCase | None:
    """Return the days at an amount, or at a share of what is charged where that is less."""
    low = _least_of(case.low, charged.low, share)
    both = case.high is not None and charged.high is not None
    high = _least_of(case.high or (), charged.high or (), share) if both else None
    if low is None or (both and high is None):
        return None
    is_exact = case.is_exact and charged.is_exact
    return evolve(
        case,
        low=low,
        high=high,
        is_exact=is_exact,
        is_shown=is_exact,
        low_values={},
        high_values={},
    )


def _shares(rates: Rates, lines: tuple[Billed, ...], *, untold: int) -> tuple[Billed, ...]:
    shared: list[Billed] = []
    for line in lines:
        price = rates.price_on(line.on)
        share = None if price is None else price.charge_share
        shared.append(Billed(line.on, untold if share is None else part_of(line.cents, share)))
    return tuple(shared)


def _least_of(
    lines: tuple[Billed, ...], charges: tuple[Billed, ...], share: Share
) -> tuple[Billed, ...] | None:
    """Return each line, or a share of what is charged until the next where that is less.

    `None` where one charge is for several lines.
    """
    days = [line.on for line in lines]
    if len(set(days)) < len(days):
        return None
    least: list[Billed] = []
    charged_on = [charge.on for charge in charges]
    firsts = [bisect_left(charged_on, day) for day in days]
    for line, first, end in zip(lines, firsts, (*firsts[1:], len(charges)), strict=False):
        if first == end:
            return None
        asked = sum(charge.cents for charge in charges[first:end])
        least.append(Billed(line.on, min(line.cents, part_of(min(asked, OPEN), share))))
    return tuple(least)
