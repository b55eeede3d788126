"""What a plan tells of a benefit on either side of its network."""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from iopkit.model.benefits import PlanBenefit
from iopkit.model.cost_shares import CostShare
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import Crediting
from iopkit.values.listings import Listing
from iopkit.values.shares import WHOLE
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart

_OUTSIDE = "out_of_network."


class Side(NamedTuple):
    """A benefit on one side of the network."""

    benefit: Benefit
    is_in_network: bool = True

    @property
    def name(self) -> str:
        """The place in the plan where the benefit is told."""
        return f"{self._prefix}benefits.{self.benefit.value}"

    @property
    def used_name(self) -> str:
        """The place in what has been used where the use of the benefit is told."""
        return f"{self._prefix}benefits_used.{self.benefit.value}"

    @property
    def _prefix(self) -> str:
        return "" if self.is_in_network else _OUTSIDE


def told_on(plan: HealthPlan, side: Side) -> PlanBenefit | None:
    """Return what a plan says of a benefit on one side; outside, its share for the rest applies."""
    inside = plan.benefit(side.benefit)
    outside = plan.out_of_network
    if side.is_in_network or outside is None:
        return inside if side.is_in_network else None
    told = outside.benefit(side.benefit)
    if told is not None or outside.patient_share is None:
        return told
    share = CostShare(deductible_applies=True, patient_share=outside.patient_share)
    blank = inside or PlanBenefit(benefit=side.benefit)
    return evolve(
        blank,
        cost_share=share,
        first_visits=None,
        service_deductible=None,
        counts_toward_limit=None,
        needs_authorization=None,
    )


def benefits_on(plan: HealthPlan, *, is_in_network: bool) -> tuple[PlanBenefit, ...]:
    """Return the benefits that a plan tells for one side of the network."""
    if is_in_network:
        return plan.benefits
    return plan.out_of_network.benefits if plan.out_of_network else ()


def shares_of(told: PlanBenefit | None) -> tuple[CostShare, ...]:
    """Return the cost shares of a benefit: that of the first visits, then the one that follows."""
    if told is None:
        return ()
    first, then = told.first_visits, told.cost_share
    rest = () if then is None else (then,)
    return rest if first is None else (first.cost_share, *rest)


def is_refused(plan: HealthPlan, side: Side, told: PlanBenefit | None) -> bool:
    """Return whether nothing is paid of what is `told` on a side of the network.

    Outside of it, a share of 100% says so too.
    """
    if side.benefit is Benefit.IOP and plan.iop_coverage is Coverage.NOT_COVERED:
        return True
    if side.is_in_network:
        return False
    outside = plan.out_of_network
    if outside is not None and outside.coverage is Coverage.NOT_COVERED:
        return True
    share = told.cost_share.patient_share if told and told.cost_share else None
    return share == WHOLE


def needs_authorization(plan: HealthPlan, side: Side, told: PlanBenefit | None) -> bool | None:
    """Return whether a service must be authorized; `None` where the plan does not say."""
    if told is not None and told.needs_authorization is not None:
        return told.needs_authorization
    outside = plan.out_of_network
    is_iop = side.benefit in (plan.iop_benefit, Benefit.IOP)
    coverage = plan.iop_coverage if is_iop else None
    if not side.is_in_network:
        coverage = outside.coverage if outside else None
    if coverage is Coverage.WITH_AUTHORIZATION:
        return True
    return False if coverage is Coverage.COVERED else None


def counting_on(plan: HealthPlan, side: Side) -> Listing[LinePart]:
    """Return which parts count toward the limit of a side."""
    outside = plan.out_of_network
    if side.is_in_network or outside is None:
        return plan.counts_toward_limit
    told = outside.counts_toward_limit
    says_nothing = not told.present and not told.lacks and not told.complete
    return plan.counts_toward_limit if says_nothing else told


def service_deductibles(plan: HealthPlan, side: Side) -> tuple[Side, ...]:
    """Return where the deductible of one service is counted, the place that holds a line first.

    One amount for both sides is counted inside.
    """
    outside, other = plan.out_of_network, Side(side.benefit, not side.is_in_network)
    told = None if outside is None else told_on(plan, other)
    if outside is None or told is None or told.service_deductible is None:
        return (side,)
    match outside.deductible_crediting:
        case Crediting.COMBINED:
            return (Side(side.benefit),)
        case Crediting.CROSS_CREDITED:
            return (side, other)
    return (side,)
