"""Prices: what is charged, or allowed by a plan, and for how much of it."""

from __future__ import annotations

from itertools import combinations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.payment import PaymentMethod, Reduction
from iopkit.vocabulary.people import OLDEST_AGE

_NOT_TOLD = Span[Money](None, None)


@frozen(kw_only=True)
class PriceTier:
    """What some days of a course cost: by the number of the day, or of the services given on it.

    The first attended day has the number 1; `None` is any number.

    Raises:
        InvalidValue: an end of `amount` is negative, or a number is below 1.
    """

    amount: Span[Money]
    days: Span[int] | None = None
    services: Span[int] | None = None

    def __attrs_post_init__(self) -> None:
        _refuse_negative(self.amount)
        spans = [span for span in (self.days, self.services) if span is not None]
        if any(end is not None and end < 1 for span in spans for end in (span.low, span.high)):
            raise InvalidValue("tier", "days and services that are counted from 1")

    def overlaps(self, other: PriceTier) -> bool:
        """Return whether both can hold for one day."""
        return _meet(self.days, other.days) and _meet(self.services, other.services)


@frozen(kw_only=True)
class Price:
    """What one unit of a service costs: an exact amount, or a range.

    `period` is when it holds, `None` where always or not told; successive prices of one service
    tell theirs.  `ages` are the whole years of age at which it is asked, each end where there is
    one, and `None` where at any age.  Of a price by the day, a `tier` takes the place of `amount`
    on its days; of a price for the whole program, it is asked on top.  `charge_share` is the part
    of the program's own charge that is paid; where an amount is told too, whichever is less.
    `condition` says in words when it is asked, `None` where always or not told.

    Raises:
        InvalidValue: an end of `amount` is negative, two tiers can hold for one day, or an age
            is not from 0 to 90.
    """

    service: Service
    unit: Unit
    amount: Span[Money] = _NOT_TOLD
    tiers: tuple[PriceTier, ...] = ()
    charge_share: Share | None = None
    period: Period | None = None
    ages: Span[int] | None = None
    name: str | None = None
    condition: str | None = None

    def __attrs_post_init__(self) -> None:
        _refuse_negative(self.amount)
        if any(one.overlaps(other) for one, other in combinations(self.tiers, 2)):
            raise InvalidValue("tiers", "days and services that do not overlap")
        ages = (self.ages.low, self.ages.high) if self.ages else ()
        if any(age is not None and not 0 <= age <= OLDEST_AGE for age in ages):
            raise InvalidValue("ages", "whole years from 0 to 90, where 90 means 90 or older")

    @property
    def series(self) -> tuple[object, ...]:
        """What prices share that follow one another, in time or by age."""
        return self.service, self.unit, self.name, self.condition

    def is_for(self, age: int) -> bool:
        """Return whether it is asked at an age."""
        if self.ages is None:
            return True
        low, high = self.ages.low, self.ages.high
        return (low is None or low <= age) and (high is None or age <= high)


@frozen(kw_only=True)
class PriceList:
    """Prices that somebody has told for one case.

    `allowed` are amounts that the plan allows in this program; `charges` are what the program
    asks of those who pay themselves.  Nothing told is an empty tuple: iopkit ships no typical
    price.  `source` says who told them.

    Raises:
        InvalidValue: two prices of one service hold at the same time, and age.
    """

    allowed: tuple[Price, ...] = ()
    charges: tuple[Price, ...] = ()
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        require_one_at_a_time("allowed", self.allowed)
        require_one_at_a_time("charges", self.charges)


def require_one_at_a_time(name: str, prices: tuple[Price, ...]) -> None:
    """Refuse prices of one service that hold at the same time.

    Raises:
        InvalidValue: two of them do; the message names the field `name`.
    """
    if any(_compete(one, other) for one, other in combinations(prices, 2)):
        raise InvalidValue(
            name, "periods or ages that do not overlap; end one where the next begins"
        )


def _refuse_negative(amount: Span[Money]) -> None:
    if any(end is not None and end < ZERO for end in (amount.low, amount.high)):
        raise InvalidValue("price", "an amount that is not negative")


def _meet(one: Span[int] | None, other: Span[int] | None) -> bool:
    if one is None or other is None:
        return True
    pairs = ((one.low, other.high), (other.low, one.high))
    return not any(low is not None and high is not None and high < low for low, high in pairs)


def _compete(one: Price, other: Price) -> bool:
    """Return whether two prices of one service, dated or by age, hold at the same time."""
    are_dated = one.period is not None and other.period is not None
    are_aged = one.ages is not None and other.ages is not None
    if not (are_dated or are_aged) or one.series != other.series or not _meet(one.ages, other.ages):
        return False
    if one.period is None or other.period is None:
        return True
    return one.period.overlaps(other.period)


@frozen(kw_only=True)
class PaymentTerms:
    """How a program wants its fees paid; what it does not tell is `None` or an open listing.

    `total` is the sum of all fees as the program tells it.

    Raises:
        InvalidValue: `total` is negative.
    """

    is_due_before_start: bool | None = None
    methods: Listing[PaymentMethod] = Listing()
    reductions: Listing[Reduction] = Listing()
    total: Money | None = None

    def __attrs_post_init__(self) -> None:
        if self.total is not None and self.total < ZERO:
            raise InvalidValue("total", "an amount that is not negative")
