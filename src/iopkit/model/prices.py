"""Prices: what is charged, or allowed by a plan, and for how much of it."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.payment import PaymentMethod, Reduction


@frozen(kw_only=True)
class Price:
    """What one unit of a service costs: an exact amount, or a range.

    `condition` says in words when it is asked, `None` where always or not told.

    Raises:
        InvalidValue: an end of `amount` is negative.
    """

    service: Service
    unit: Unit
    amount: Span[Money]
    name: str | None = None
    condition: str | None = None

    def __attrs_post_init__(self) -> None:
        ends = (self.amount.low, self.amount.high)
        if any(end is not None and end < ZERO for end in ends):
            raise InvalidValue("price", "an amount that is not negative")


@frozen(kw_only=True)
class PriceList:
    """Prices that somebody has told for one case.

    `allowed` are amounts that the plan allows in this program; `charges` are what the program
    asks of those who pay themselves.  Nothing told is an empty tuple: iopkit ships no typical
    price.  `source` says who told them.
    """

    allowed: tuple[Price, ...] = ()
    charges: tuple[Price, ...] = ()
    source: str | None = None


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
