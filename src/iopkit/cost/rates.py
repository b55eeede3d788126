"""What one unit of a service costs on a day: by date, by number of the day, by services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from attrs import frozen

from iopkit.cost.attendance import Attendance
from iopkit.model.prices import Price, PriceTier
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Unit

OPEN = 10**12
"""Cents that stand for a price without an upper end: more than any `Money`."""

MINUTES: Mapping[Unit, int] = MappingProxyType({Unit.HOUR: 60, Unit.QUARTER_HOUR: 15})
"""The minutes that a price by time is for."""

Ends = tuple[int, int]
"""The least and the most cents."""

_UNKNOWN: Ends = (0, OPEN)
_ANY_NUMBER: Span[int] = Span(None, None)
_WEEK = 7


@frozen
class Rates:
    """The prices of one service that follow one another in time; one price, where undated.

    `services` are the services of a day where its sessions do not tell them.
    """

    prices: tuple[Price, ...]
    attendance: Attendance
    services: Span[int] | None = None

    @property
    def first(self) -> Price:
        """The price that stands for all of them: its unit, name and condition."""
        return self.prices[0]

    @property
    def is_plain(self) -> bool:
        """Whether one amount holds for every day."""
        first = self.first
        is_one = len(self.prices) == 1 and not first.tiers and first.period is None
        return is_one and (first.ages is None or all(map(self._is_first_for, self._days)))

    @property
    def _days(self) -> tuple[date, ...]:
        return self.attendance.low if self.attendance.high is None else self.attendance.high

    def _is_first_for(self, day: date) -> bool:
        return is_asked(self.first, self.attendance, day)

    def covers(self, days: Iterable[date]) -> bool:
        """Return whether each day has a price."""
        return self.is_plain or all(self.price_on(day) is not None for day in days)

    def are_ranges(self, days: Sequence[date]) -> bool:
        """Return whether what one of the days costs is known only as a range."""
        if self.is_plain:
            least, most = ends_of(self.first.amount)
            return least != most
        whole = self.first.unit in (Unit.PROGRAM, Unit.ONCE)
        asked = [self.ends(day, place) for place, day in enumerate(days, 1)]
        if whole:
            asked = [end for place, day in enumerate(days, 1) if (end := self.on_top(day, place))]
            asked += [ends_of(price.amount) for price in self.prices]
        return any(least != most for least, most in asked)

    def ends(self, day: date, number: int) -> Ends:
        """Return the least and the most that one unit costs on a day; `number` counts from 1.

        A day whose weekday is not known may be any of its week.
        """
        found = [self._ends_on(each, number) for each in self._perhaps(day)]
        return min(low for low, _ in found), max(high for _, high in found)

    def _ends_on(self, day: date, number: int) -> Ends:
        price = self.price_on(day)
        if price is None:
            return _UNKNOWN
        return self._tiered(price, day, number) or ends_of(price.amount)

    def _perhaps(self, day: date) -> Iterator[date]:
        """Yield a day, and where its weekday matters and is not known, the others of its week."""
        yield day
        week = self.attendance.week_of(day)
        if self.is_undated or self.attendance.weeks.in_week(week).weekdays is not None:
            return
        first = self.attendance.start + timedelta(weeks=week)
        yield from (first + timedelta(days=place) for place in range(_WEEK))

    @property
    def is_undated(self) -> bool:
        """Whether no price tells when it holds."""
        return all(price.period is None for price in self.prices)

    def by_day(self, days: Sequence[date], end: int) -> Sequence[int]:
        """Return what one unit costs on each day in order, at least (0) or at most (1)."""
        if self.is_plain:
            return [ends_of(self.first.amount)[end]] * len(days)
        return [self.ends(day, place)[end] for place, day in enumerate(days, 1)]

    def on_top(self, day: date, number: int) -> Ends | None:
        """Return what a day costs beside a price for the whole program."""
        if not any(price.tiers for price in self.prices):
            return None
        price = self.price_on(day)
        return None if price is None else self._tiered(price, day, number)

    def price_on(self, day: date) -> Price | None:
        """Return the price that holds on a day, or `None`."""
        held = (one for one in self.prices if one.period is None or one.period.holds(day))
        return next((one for one in held if is_asked(one, self.attendance, day)), None)

    def _tiered(self, price: Price, day: date, number: int) -> Ends | None:
        """Return what the tiers say of a day; of services not known, the widest of them."""
        if not price.tiers:
            return None
        services = self._services(day)
        told = [tier for tier in price.tiers if _holds(tier.days, number)]
        sure = [tier for tier in told if _is_within(services, tier.services)]
        if sure:
            return ends_of(sure[0].amount)
        perhaps = [ends_of(tier.amount) for tier in told if _may_hold(services, tier)]
        if not perhaps:
            return None
        if not _are_whole(services, [tier for tier in told if _may_hold(services, tier)]):
            perhaps.append(ends_of(price.amount))
        return min(low for low, _ in perhaps), max(high for _, high in perhaps)

    def _services(self, day: date) -> Span[int]:
        told = [session.services for session in self.attendance.sessions_on(day)]
        known = [services for services in told if services is not None]
        if told and len(known) == len(told):
            return Span.exactly(sum(known))
        return self.services or _ANY_NUMBER


def is_asked(price: Price, attendance: Attendance, day: date) -> bool:
    """Return whether a price is asked at the age that the person has on a day."""
    if price.ages is None or attendance.ages is None:
        return True
    return price.is_for(attendance.ages.on(day))


def at_ages(prices: Iterable[Price], attendance: Attendance) -> list[Price]:
    """Return the prices that are asked at an age that the person has on one of the days."""
    if attendance.ages is None:
        return list(prices)
    days = (*attendance.low, *(attendance.high or ())) or (attendance.start,)
    return [price for price in prices if any(is_asked(price, attendance, day) for day in days)]


def in_minutes(cents: int, minutes: int, unit: int) -> int:
    """Return what some minutes cost at a price for `unit` of them, rounded half up."""
    return (cents * minutes + unit // 2) // unit


def ends_of(amount: Span[Money]) -> Ends:
    """Return a told amount as its least and its most cents."""
    low, high = amount.low, amount.high
    return low.cents if low else 0, OPEN if high is None else high.cents


def part_of(cents: int, share: Share) -> int:
    """Return a share of a charge; of one without an upper end, the same."""
    return cents if cents >= OPEN else share.of(Money(cents)).cents


def _holds(numbers: Span[int] | None, number: int) -> bool:
    return numbers is None or (
        (numbers.low or 1) <= number and (numbers.high is None or number <= numbers.high)
    )


def _is_within(services: Span[int], numbers: Span[int] | None) -> bool:
    """Return whether every number of services that is possible lies in a tier."""
    if numbers is None:
        return True
    least = numbers.low is None or (services.low or 0) >= numbers.low
    most = numbers.high is None or (services.high is not None and services.high <= numbers.high)
    return least and most


def _may_hold(services: Span[int], tier: PriceTier) -> bool:
    numbers = tier.services
    if numbers is None:
        return True
    too_many = numbers.high is not None and (services.low or 0) > numbers.high
    too_few = numbers.low is not None and services.high is not None and services.high < numbers.low
    return not (too_many or too_few)


def _are_whole(services: Span[int], tiers: Sequence[PriceTier]) -> bool:
    """Return whether each number of services has one of the tiers."""
    if services.high is None:
        if all(tier.services and tier.services.high is not None for tier in tiers):
            return False
        most = max(tier.services.low or 1 for tier in tiers if tier.services)
    else:
        most = services.high
    numbers = range(services.low or 1, most + 1)
    return all(any(_holds(tier.services, number) for tier in tiers) for number in numbers)
