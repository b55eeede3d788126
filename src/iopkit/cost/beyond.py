"""What a plan tells and no estimate computes yet; `adjudicate` computes all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iopkit.model.authorization import AuthorizationRule
from iopkit.model.benefits import AccumulatorPot
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.vocabulary.coverage import Benefit, Coverage


def not_estimated(plan: HealthPlan, benefits: Iterable[Benefit]) -> tuple[str, ...]:
    """Return the names of the fields that `plan` tells and that no estimate computes yet."""
    found = [] if plan.family is None else ["family"]
    if plan.deductible_carries_over_from is not None:
        found.append("deductible_carries_over_from")
    for benefit in benefits:
        told = plan.benefit(benefit)
        if told is not None:
            found += [f"benefits.{benefit.value}.{field}" for field in _of_benefit(told)]
    return tuple(dict.fromkeys(found))


def pays_less(plan: HealthPlan) -> bool:
    """Return whether a plan that asks for an authorization pays less without it, not nothing."""
    told = plan.missing_authorization
    asks = plan.iop_coverage is Coverage.WITH_AUTHORIZATION
    return asks and told is not None and told.rule is AuthorizationRule.PENALTY


def _of_benefit(told: PlanBenefit) -> Iterator[str]:
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
