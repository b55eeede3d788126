"""Money in whole cents; no float touches it."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Literal

from attrs import frozen

from iopkit.errors import InvalidValue

_AMOUNT = re.compile(r"(-?)(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(\d{1,2}))?", re.ASCII)
_EXPECTED = "an amount in dollars and cents, such as 1,234.50"
_HUNDREDTH = Decimal("0.01")
_EXACT = Context(prec=40, traps=[])  # A caller's own decimal context may round to fewer digits.
_LARGEST_CENTS = 2**51 // 10_000
"""Beyond this, cents times basis points would no longer be exact in a table of doubles."""


@frozen(repr=False)
class Money:
    """An exact amount of US dollars, held as whole cents.

    Build one with `Money.parse` or `Money.of_cents`.  It adds and subtracts with money only
    and multiplies by whole numbers only; a share of it is `Share.of`.  Negative amounts occur
    as differences.  The magnitude is bounded by about 2.25 billion dollars, so that the same
    arithmetic is exact in tables.

    Raises:
        InvalidValue: the number of cents is not an `int`, or is out of bounds.
    """

    cents: int

    def __attrs_post_init__(self) -> None:
        cents = self.cents
        if type(cents) is not int or not -_LARGEST_CENTS <= cents <= _LARGEST_CENTS:
            raise InvalidValue("money", "whole cents, at most 225,179,981,368")

    @classmethod
    def of_cents(cls, cents: int) -> Money:
        """Return the amount of so many whole cents."""
        return cls(cents)

    @classmethod
    def parse(cls, amount: str | Decimal) -> Money:
        """Return the amount written as dollars, with at most two decimals.

        Commas are accepted where they separate thousands.  A `float` or bare `int` is refused:
        the first is not exact, the second does not say whether it means dollars or cents.

        Raises:
            InvalidValue: `amount` is anything else.  The message does not repeat it.
        """
        match amount:
            case str():
                return cls(_cents_of_text(amount.strip()))
            case Decimal():
                cents = exact_hundredths(amount)
                if cents is None:
                    raise InvalidValue("money", _EXPECTED)
                return cls(cents)
        raise InvalidValue("money", _EXPECTED + ", as text or Decimal")

    @property
    def dollars(self) -> Decimal:
        """The amount in dollars, exact, with two decimals."""
        return Decimal(self.cents).scaleb(-2, _EXACT)

    # Written out, since amounts are compared much more often than a generated order is quick.
    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents if isinstance(other, Money) else NotImplemented

    def __le__(self, other: Money) -> bool:
        return self.cents <= other.cents if isinstance(other, Money) else NotImplemented

    def __gt__(self, other: Money) -> bool:
        return self.cents > other.cents if isinstance(other, Money) else NotImplemented

    def __ge__(self, other: Money) -> bool:
        return self.cents >= other.cents if isinstance(other, Money) else NotImplemented

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: Literal[0]) -> Money:
        # `sum` starts from the plain number 0; no other number is money.
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> Money:
        return Money(-self.cents)

    def __mul__(self, times: int) -> Money:
        return Money(self.cents * times) if type(times) is int else NotImplemented

    __rmul__ = __mul__

    def __str__(self) -> str:
        dollars, cents = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}{dollars:,}.{cents:02}"

    def __repr__(self) -> str:
        return f"Money.parse({str(self)!r})"


def _cents_of_text(text: str) -> int:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise InvalidValue("money", _EXPECTED)
    sign, dollars, cents = found.groups(default="")
    size = int(dollars.replace(",", "")) * 100 + int(cents.ljust(2, "0") or 0)
    return -size if sign else size


def exact_hundredths(number: Decimal) -> int | None:
    """Return `number` times 100; `None` where that is not a whole number, or too large to hold."""
    if not number.is_finite():
        return None
    rounded = _EXACT.quantize(number, _HUNDREDTH)
    return int(rounded.scaleb(2, _EXACT)) if rounded == number else None


ZERO = Money(0)
"""No money at all: a known amount of zero, never a stand-in for an unknown one."""
