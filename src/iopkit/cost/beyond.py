"""What a plan tells and no estimate computes yet; `adjudicate` computes all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iopkit.cost.sides import Side, benefits_on, needs_authorization, told_on
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.benefits import AccumulatorPot
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.values.money import ZERO
from iopkit.vocabulary.coverage import Benefit

NO_PENALTY = MissingAuthorization(rule=AuthorizationRule.PENALTY, amount=ZERO)
"""The least that a missing authorization can cost."""


def not_estimated(plan: HealthPlan, benefits: Iterable[Benefit]) -> tuple[str, ...]:
    """Return the names of the fields that `plan` tells and that no estimate computes yet."""
    found = [] if plan.family is None else ["family"]
    if plan.deductible_carries_over_from is not None:
        found.append("deductible_carries_over_from")
    for benefit in benefits:
        told = plan.benefit(benefit)
        if told is not None:
            found += [f"benefits.{benefit.value}.{field}" for field in features_of(told)]
    return tuple(dict.fromkeys(found))


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


def features_of(told: PlanBenefit) -> Iterator[str]:
    """Yield the fields of a benefit that it tells and that no estimate computes yet."""
    if told.first_visits is not None:
        yield "first_visits"
    if told.limits:
        yield "limits"
    if told.service_deductible is not None:
        yield "service_deductible"
    if told.pot is not AccumulatorPot.MEDICAL:
        yield "pot"
    if told.counts_toward_limit is not None:
        yield "counts_toward_limit"
    if told.cost_share is not None and told.cost_share.copay is not None:
        yield from (f"cost_share.{field}" for field in _beyond_visits(told.cost_share))


def _beyond_visits(share: CostShare) -> Iterator[str]:
    if share.copay_unit not in (None, CopayUnit.VISIT):
        yield "copay_unit"
    if share.copay_cap_per_stay is not None:
        yield "copay_cap_per_stay"
    if share.copay_days_per_stay is not None:
        yield "copay_days_per_stay"
    if share.group_copay is not None:
        yield "group_copay"
    if share.copay_waived_on:
        yield "copay_waived_on"
