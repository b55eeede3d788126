"""Amounts that a family shares, and the other side of a plan's network."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import Coverage


class FamilyRule(Term):
    """How an amount for a family stands to the amount for one person."""

    EMBEDDED = (
        "embedded",
        "each person has an own amount, and the family amount ends all",
        "cada persona tiene su propio monto, y el de la familia termina todos",
    )
    AGGREGATE = (
        "aggregate",
        "one amount that all share, which one person alone may use up",
        "un solo monto compartido, que una persona sola puede agotar",
    )


@frozen(kw_only=True)
class FamilyAmounts:
    """What a plan asks of all members of a family together; what it does not say is `None`.

    `person_limit` is the most that any one person owes where the limit is shared.

    Raises:
        InvalidValue: an amount is negative.
    """

    deductible: Money | None = None
    deductible_rule: FamilyRule | None = None
    out_of_pocket_limit: Money | None = None
    limit_rule: FamilyRule | None = None
    person_limit: Money | None = None

    def __attrs_post_init__(self) -> None:
        amounts = (self.deductible, self.out_of_pocket_limit, self.person_limit)
        if any(amount is not None and amount < ZERO for amount in amounts):
            raise InvalidValue("family", "amounts that are not negative")


@frozen(kw_only=True)
class OutOfNetwork:
    """What a plan says of care outside its network; what it does not say is `None`.

    `patient_share` is of what the plan recognizes, after the deductible where there is one; the
    provider may ask for more.

    Raises:
        InvalidValue: an amount is negative, or a limit is both told and denied.
    """

    coverage: Coverage | None = None
    deductible: Money | None = None
    out_of_pocket_limit: Money | None = None
    has_out_of_pocket_limit: bool | None = None
    patient_share: Share | None = None

    def __attrs_post_init__(self) -> None:
        amounts = (self.deductible, self.out_of_pocket_limit)
        if any(amount is not None and amount < ZERO for amount in amounts):
            raise InvalidValue("out_of_network", "amounts that are not negative")
        if self.out_of_pocket_limit is not None and self.has_out_of_pocket_limit is False:
            raise InvalidValue("out_of_pocket_limit", "no amount where the plan has no limit")
