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


class PenaltyUnit(Term):
    """For what a plan takes the amount of a penalty once, and the most of it."""

    LINE = "line", "for each service", "por cada servicio"
    STAY = "stay", "for a whole stay", "por toda una estancia"
    EPISODE = "episode", "for a whole episode of care", "por todo un episodio de atención"


@frozen(kw_only=True)
class MissingAuthorization:
    """What a plan does with a claim line that it should have authorized and did not.

    A penalty is `share` of `share_of`, of each line, plus `amount`, at most `most`; a part of
    `None` is none.  `unit` is what one `amount` and one `most` are for, `None` where that is not
    told.  It takes from what the plan pays, never more than that, so that later lines of the unit
    owe what the first could not hold, and counts toward no limit.

    Raises:
        InvalidValue: an amount is negative.
    """

    rule: AuthorizationRule
    share: Share | None = None
    share_of: PenaltyBase = PenaltyBase.PLAN_PAYMENT
    amount: Money | None = None
    most: Money | None = None
    unit: PenaltyUnit | None = None

    @property
    def depends_on_unit(self) -> bool:
        """Whether the same penalty takes more of each line than of many lines together."""
        is_penalty = self.rule is AuthorizationRule.PENALTY and self.most != ZERO
        return is_penalty and (self.amount not in (None, ZERO) or self.most is not None)

    def __attrs_post_init__(self) -> None:
        for name, told in (("amount", self.amount), ("most", self.most)):
            if told is not None and told < ZERO:
                raise InvalidValue(name, "an amount that is not negative")
