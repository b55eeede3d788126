"""Amounts that a family shares."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.terms import Term


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
    MEMBERS_EACH = (
        "members-each",
        "each person has an own amount, and some members who have each met theirs end all",
        "cada persona tiene su propio monto, y termina para todos cuando lo cubren varios",
    )


@frozen(kw_only=True)
class FamilyAmounts:
    """What a plan asks of all members of a family together; what it does not say is `None`.

    `person_limit` is the most that any one person owes, whatever the rule.
    `deductible_members` and `limit_members` say how many members must each meet an own amount,
    where that is the rule.

    Raises:
        InvalidValue: an amount is negative, or members are below 1.
    """

    deductible: Money | None = None
    deductible_rule: FamilyRule | None = None
    deductible_members: int | None = None
    out_of_pocket_limit: Money | None = None
    limit_rule: FamilyRule | None = None
    limit_members: int | None = None
    person_limit: Money | None = None

    def __attrs_post_init__(self) -> None:
        require_not_negative(
            deductible=self.deductible,
            out_of_pocket_limit=self.out_of_pocket_limit,
            person_limit=self.person_limit,
        )
        members = (self.deductible_members, self.limit_members)
        if any(count is not None and count < 1 for count in members):
            raise InvalidValue("family", "at least 1 member")


def require_not_negative(**amounts: Money | None) -> None:
    """Refuse a negative amount by the name of its field.

    Raises:
        InvalidValue: one of `amounts` is below zero.
    """
    for name, amount in amounts.items():
        if amount is not None and amount < ZERO:
            raise InvalidValue(name, "an amount that is not negative")
