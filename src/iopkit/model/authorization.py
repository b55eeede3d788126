"""What a plan does with a service for which an authorization is missing."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.values.terms import Term


class AuthorizationRule(Term):
    """What happens where an authorization that a plan asks for is missing."""

    DENIED = "denied", "nothing is paid", "no se paga nada"
    PENALTY = "penalty", "the plan pays less", "el plan paga menos"


class PenaltyBase(Term):
    """What the share of a penalty is taken of."""

    ALLOWED = "allowed", "what the plan allows", "lo que admite el plan"
    PLAN_PAYMENT = "plan-payment", "what the plan would pay", "lo que pagaría el plan"


@frozen(kw_only=True)
class MissingAuthorization:
    """What a plan does with a claim line that it should have authorized and did not.

    A penalty is `share` of `share_of` plus `amount`, at most `most`, each for one line; a part
    of `None` is none.  It takes from what the plan pays, never more than that, and counts toward no
    limit.

    Raises:
        InvalidValue: an amount is negative.
    """

    rule: AuthorizationRule
    share: Share | None = None
    share_of: PenaltyBase = PenaltyBase.PLAN_PAYMENT
    amount: Money | None = None
    most: Money | None = None

    def __attrs_post_init__(self) -> None:
        for name, told in (("amount", self.amount), ("most", self.most)):
            if told is not None and told < ZERO:
                raise InvalidValue(name, "an amount that is not negative")
