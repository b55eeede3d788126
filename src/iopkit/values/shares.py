"""Shares of an amount, in basis points."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import Money, exact_hundredths

_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?", re.ASCII)
_EXPECTED = "a percentage from 0% to 100% with at most two decimals, such as 20%"
_WHOLE = 10_000


@frozen(order=True, repr=False)
class Share:
    """A part of an amount, from 0% to 100%, held as whole basis points (20% is 2,000).

    Raises:
        InvalidValue: `basis_points` is not an `int` from 0 to 10,000.
    """

    basis_points: int

    def __attrs_post_init__(self) -> None:
        if type(self.basis_points) is not int or not 0 <= self.basis_points <= _WHOLE:
            raise InvalidValue("share", _EXPECTED)

    @classmethod
    def percent(cls, number: str | Decimal | int) -> Share:
        """Return the share of so many percent: `Share.percent("20")` is one fifth.

        Raises:
            InvalidValue: not a number from 0 to 100 with at most two decimals.
        """
        if isinstance(number, bool) or not isinstance(number, (str, Decimal, int)):
            raise InvalidValue("share", _EXPECTED)
        points = exact_hundredths(number) if isinstance(number, Decimal) else _points(str(number))
        if points is None:
            raise InvalidValue("share", _EXPECTED)
        return cls(points)

    @classmethod
    def parse(cls, text: str) -> Share:
        """Return the share written with its percent sign: `20%`.

        A bare `20` or `0.2` is refused, because nobody can know which was meant.

        Raises:
            InvalidValue: there is no percent sign, or no number from 0 to 100 before it.
        """
        if not isinstance(text, str) or not text.strip().endswith("%"):
            raise InvalidValue("share", _EXPECTED)
        return cls.percent(text.strip()[:-1])

    def of(self, amount: Money) -> Money:
        """Return this share of `amount`, rounded half up (away from zero) to whole cents."""
        size = (abs(amount.cents) * self.basis_points + _WHOLE // 2) // _WHOLE
        return Money(size if amount.cents >= 0 else -size)

    def __str__(self) -> str:
        whole, hundredths = divmod(self.basis_points, 100)
        return f"{whole}.{hundredths:02}".rstrip("0").rstrip(".") + "%"

    def __repr__(self) -> str:
        return f"Share.parse({str(self)!r})"


def _points(percent: str) -> int | None:
    found = _PERCENT.fullmatch(percent)
    if found is None:
        return None
    whole, hundredths = found.groups(default="")
    return int(whole) * 100 + int(hundredths.ljust(2, "0") or 0)


WHOLE = Share(_WHOLE)
"""All of an amount."""
