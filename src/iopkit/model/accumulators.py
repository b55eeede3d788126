"""What a person has used of a plan in its plan year."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span


@frozen(kw_only=True, repr=False)
class Accumulators(Quiet):
    """What counts so far this plan year: exact, a range, or not known (`None`).

    `visits_used` counts visits under the benefit that covers IOP.

    Raises:
        InvalidValue: something is negative.
    """

    deductible_used: Money | Span[Money] | None = None
    limit_used: Money | Span[Money] | None = None
    visits_used: int | None = None

    def __attrs_post_init__(self) -> None:
        for told in (self.deductible_used, self.limit_used):
            ends = (told.low, told.high) if isinstance(told, Span) else (told,)
            if any(end is not None and end < ZERO for end in ends):
                raise InvalidValue("accumulators", "amounts that are not negative")
        if self.visits_used is not None and self.visits_used < 0:
            raise InvalidValue("accumulators", "visits that are not negative")


NOTHING_USED = Accumulators(deductible_used=ZERO, limit_used=ZERO, visits_used=0)
"""A plan year in which nothing has been used: known zeros."""
