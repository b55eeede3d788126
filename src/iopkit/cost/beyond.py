"""What a plan asks beyond a copay and a share of each line: rules of its own, authorizations."""

from __future__ import annotations

from iopkit.cost.owing import asks_copay, is_same_by_line
from iopkit.cost.sides import Side, benefits_on, needs_authorization, told_on
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization, PenaltyBase
from iopkit.model.benefits import AccumulatorPot
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.values.money import ZERO
from iopkit.values.shares import Share
from iopkit.vocabulary.coverage import Benefit

NO_PENALTY = MissingAuthorization(rule=AuthorizationRule.PENALTY, amount=ZERO)
"""The least that a missing authorization can cost."""

WHOLE_PENALTY = MissingAuthorization(
    rule=AuthorizationRule.PENALTY, share=Share.percent(100), share_of=PenaltyBase.ALLOWED
)
"""All that a plan would pay: the most it can cost, where more is allowed than is charged."""


def has_rules(plan: HealthPlan, benefit: Benefit) -> bool:
    """Return whether a plan asks more of a benefit than the same of each line under its amounts."""
    if plan.family is not None:
        return True
    told = plan.benefit(benefit)
    return told is not None and has_own_rules(told)


def asks_authorization(plan: HealthPlan, *, is_in_network: bool = True) -> bool:
    """Return whether a plan asks for an authorization, by one of the benefits that may pay."""
    return any(_asked_by_each(plan, is_in_network=is_in_network))


def always_asks_authorization(plan: HealthPlan, *, is_in_network: bool = True) -> bool:
    """Return whether every benefit that may pay asks for one."""
    return all(_asked_by_each(plan, is_in_network=is_in_network))


def _asked_by_each(plan: HealthPlan, *, is_in_network: bool) -> list[bool]:
    named, told = plan.iop_benefit, benefits_on(plan, is_in_network=is_in_network)
    perhaps = (Benefit.IOP, *(each.benefit for each in told)) if named is None else (named,)
    sides = (Side(benefit, is_in_network) for benefit in perhaps)
    return [needs_authorization(plan, side, told_on(plan, side)) is True for side in sides]


def is_penalty(plan: HealthPlan) -> bool | None:
    """Return whether a plan pays less without an authorization, not nothing; `None` if unsaid."""
    told = plan.missing_authorization
    return None if told is None else told.rule is AuthorizationRule.PENALTY


def costs_more(plan: HealthPlan) -> bool:
    """Return whether a plan in its network may take a penalty, and one that is more than none."""
    is_any = bool(is_penalty(plan)) and plan.missing_authorization != NO_PENALTY
    return is_any and asks_authorization(plan)


def has_own_rules(told: PlanBenefit) -> bool:
    """Return whether a benefit asks more than the same of each line under the plan's amounts."""
    rules = (told.first_visits, told.service_deductible, told.counts_toward_limit)
    if any(rule is not None for rule in rules) or told.limits:
        return True
    share = told.cost_share
    is_one_a_line = share is None or not asks_copay(share) or is_same_by_line(share)
    return told.pot is not AccumulatorPot.MEDICAL or not is_one_a_line
