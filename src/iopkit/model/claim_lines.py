"""Claim lines: one service on one day."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.coverage import Benefit


@frozen(kw_only=True, repr=False)
class ClaimLine(Quiet):
    """One service on one day, as a claim would state it.

    `allowed` is what the plan recognizes; `billed` what the provider asked, `None` where not
    known.  `is_covered` False means that the patient owes the whole charge.

    Raises:
        InvalidValue: an amount is negative, or `billed` is below `allowed`.
    """

    on: date
    benefit: Benefit
    allowed: Money
    billed: Money | None = None
    is_covered: bool = True

    def __attrs_post_init__(self) -> None:
        if self.allowed < ZERO:
            raise InvalidValue("allowed", "an amount that is not negative")
        if self.billed is not None and self.billed < self.allowed:
            raise InvalidValue("billed", "an amount that is not below the allowed amount")
