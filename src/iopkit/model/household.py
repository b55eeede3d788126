"""The household of a person, whose income decides what Medicaid and a program may ask."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span


@frozen(kw_only=True, repr=False)
class Household(Quiet):
    """How many people share a household, and what they earn; each field `None` where not known.

    Both are told as Medicaid or the program counts them; `yearly_income` is a range where it is
    roughly known.

    Raises:
        InvalidValue: the household has nobody in it, or the income is negative.
    """

    size: int | None = None
    yearly_income: Money | Span[Money] | None = None

    def __attrs_post_init__(self) -> None:
        if self.size is not None and self.size < 1:
            raise InvalidValue("size", "at least 1 person")
        income = self.yearly_income
        ends = (income.low, income.high) if isinstance(income, Span) else (income,)
        if any(end is not None and end < ZERO for end in ends):
            raise InvalidValue("yearly_income", "an amount that is not negative")
