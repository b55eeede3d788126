"""What a missing authorization takes from what a plan pays: of each line, or of many together."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple, Protocol

from iopkit.cost.kernel import INTEGERS, NO_LIMIT, share_of
from iopkit.cost.service_use import exact_cents
from iopkit.cost.sides import Side, needs_authorization, told_on
from iopkit.model.accumulators import BenefitUse
from iopkit.model.authorization import MissingAuthorization, PenaltyBase, PenaltyUnit
from iopkit.model.health_plan import HealthPlan


class PenaltyRule(NamedTuple):
    """A penalty, and where one that is for many lines keeps what is left and what it has taken.

    `amount` is the place of what is still to be taken of the amount, `most` of the most.
    """

    told: MissingAuthorization
    amount: int | None = None
    most: int | None = None
    taken: int | None = None


class Placing(Protocol):
    """How an amount of which some has been used gets a place."""

    def __call__(self, name: Hashable, whole: int, used: int, /, *, is_of_stay: bool) -> int:
        """Return the place of what is left."""
        ...


def penalty_rule(told: MissingAuthorization, use: BenefitUse, placed: Placing) -> PenaltyRule:
    """Return the penalty of a plan for lines of one benefit."""
    if not is_for_many(told):
        return PenaltyRule(told)
    benefit, is_of_stay = use.benefit, told.unit is PenaltyUnit.STAY
    amount, most = _amount(told), _most(told)
    taken = exact_cents(use.penalties, _enough(told)) or 0
    return PenaltyRule(
        told,
        placed(("penalty", benefit), amount, min(taken, amount), is_of_stay=is_of_stay),
        placed(("penalty-most", benefit), most, min(taken, most), is_of_stay=is_of_stay),
        placed(("penalties", benefit), NO_LIMIT, 0, is_of_stay=is_of_stay),
    )


def is_for_many(told: MissingAuthorization) -> bool:
    """Return whether many lines share what a penalty takes."""
    return told.depends_on_unit and told.unit not in (None, PenaltyUnit.LINE)


def may_share_penalty(plan: HealthPlan, side: Side) -> bool:
    """Return whether many lines of a side may share a penalty; where the unit is not told, too."""
    told = plan.missing_authorization
    if told is None or not told.depends_on_unit or told.unit is PenaltyUnit.LINE:
        return False
    return needs_authorization(plan, side, told_on(plan, side)) is True


def is_known_taken(told: MissingAuthorization, use: BenefitUse) -> bool:
    """Return whether it is known what penalties have taken, as far as it matters."""
    return not is_for_many(told) or exact_cents(use.penalties, _enough(told)) is not None


def penalty_of(rule: PenaltyRule, left: list[int], allowed: int, pays: int) -> int:
    """Return what a line takes of what the plan `pays`, and count it where lines share it."""
    told = rule.told
    base = allowed if told.share_of is PenaltyBase.ALLOWED else pays
    share = share_of(INTEGERS, base, told.share.basis_points if told.share else 0)
    if rule.amount is None or rule.most is None or rule.taken is None:
        return min(share + _amount(told), _most(told), pays)
    amount = left[rule.amount]
    penalty = min(share + amount, left[rule.most], pays)
    left[rule.amount] -= min(amount, penalty)
    left[rule.most] -= penalty
    left[rule.taken] -= penalty
    return penalty


def _amount(told: MissingAuthorization) -> int:
    return told.amount.cents if told.amount else 0


def _most(told: MissingAuthorization) -> int:
    return NO_LIMIT if told.most is None else told.most.cents


def _enough(told: MissingAuthorization) -> int:
    """Return what taken leaves nothing more to be shared."""
    return _amount(told) if told.most is None else told.most.cents
