"""That the ends of an exact answer are reached by the completions that it shows."""

from __future__ import annotations

from datetime import date

from iopkit.cost import Estimate, estimate, with_values
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.money import Money

_HIGH_PRICE = {"prices.allowed": Money(10**10)}
"""Stands for a price that nothing bounds, where no completion can name one."""


def assert_reached(case: Case, found: Estimate, *, on: date) -> None:
    """Assert that the case of each completion shown costs exactly its end."""
    low, high = (dict(end.values) for end in found.completions)
    any_high = _HIGH_PRICE if "prices.allowed" in low else {}
    for end, values in ((found.to_pay.low, low), (found.to_pay.high, {**any_high, **high})):
        point = estimate(with_values(case, values), Amounts(), on=on).to_pay

        assert (point.low, point.high) == (end, end)
