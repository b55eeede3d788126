"""Which cost share and which amounts of a plan hold a line: inside the network, outside, drugs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.pools import (
    Asked,
    Held,
    Spent,
    deductible_asked,
    deductible_spent,
    held_by,
    limit_asked,
    limit_spent,
)
from iopkit.model.accumulators import Accumulators, PoolUse
from iopkit.model.benefits import AccumulatorPot, PlanBenefit
from iopkit.model.cost_shares import CostShare
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import Crediting, DrugAmounts, OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart

_WHOLE = 10_000
_OUTSIDE = "out_of_network."


class Side(NamedTuple):
    """A benefit on one side of the network."""

    benefit: Benefit
    is_in_network: bool = True

    @property
    def name(self) -> str:
        """The place in the plan where the benefit is told."""
        prefix = "" if self.is_in_network else _OUTSIDE
        return f"{prefix}benefits.{self.benefit.value}"


class _Amount(NamedTuple):
    """How a deductible or a limit is read from a plan and from what has been used."""

    asked: Callable[[HealthPlan | OutOfNetwork | DrugAmounts], Asked]
    spent: Callable[[PoolUse | None], Spent]
    crediting: Callable[[OutOfNetwork], Crediting | None]
    is_integrated: Callable[[DrugAmounts], bool | None]
    word: str


_DEDUCTIBLE = _Amount(
    deductible_asked,
    deductible_spent,
    lambda outside: outside.deductible_crediting,
    lambda drug: drug.is_deductible_integrated,
    "deductible",
)
_LIMIT = _Amount(
    limit_asked,
    limit_spent,
    lambda outside: outside.limit_crediting,
    lambda drug: drug.is_limit_integrated,
    "limit",
)


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


def is_refused(plan: HealthPlan, side: Side) -> bool:
    """Return whether nothing is paid; outside the network, a share of 100% says so too."""
    if side.benefit is Benefit.IOP and plan.iop_coverage is Coverage.NOT_COVERED:
        return True
    if side.is_in_network:
        return False
    outside = plan.out_of_network
    if outside is not None and outside.coverage is Coverage.NOT_COVERED:
        return True
    told = told_on(plan, side)
    share = told.cost_share.patient_share if told and told.cost_share else None
    return share is not None and share.basis_points == _WHOLE


def needs_authorization(plan: HealthPlan, side: Side) -> bool | None:
    """Return whether a service must be authorized; `None` where the plan does not say."""
    told = told_on(plan, side)
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
    told = outside.counts_toward_limit if outside and not side.is_in_network else Listing()
    says_nothing = not told.present and not told.lacks and not told.complete
    return plan.counts_toward_limit if says_nothing else told


def deductible_on(plan: HealthPlan, used: Accumulators, side: Side, pot: AccumulatorPot) -> Held:
    """Return what holds the deductible of a line, and all that it uses up."""
    return _held_on(_DEDUCTIBLE, plan, used, side, pot)


def limit_on(plan: HealthPlan, used: Accumulators, side: Side, pot: AccumulatorPot) -> Held:
    """Return what holds the patient's amount of a line, and all that it uses up."""
    return _held_on(_LIMIT, plan, used, side, pot)


def _held_on(
    amount: _Amount, plan: HealthPlan, used: Accumulators, side: Side, pot: AccumulatorPot
) -> Held:
    medical = held_by(amount.asked(plan), amount.spent(used), "")
    if not side.is_in_network:
        return _outside(amount, plan, used, medical)
    outside = plan.out_of_network
    if outside is not None and amount.crediting(outside) is Crediting.CROSS_CREDITED:
        other = held_by(amount.asked(outside), amount.spent(used.out_of_network), _OUTSIDE)
        medical = medical.crediting(other)
    return _for_drugs(amount, plan, used, medical) if pot is AccumulatorPot.DRUG else medical


def _outside(amount: _Amount, plan: HealthPlan, used: Accumulators, medical: Held) -> Held:
    outside = plan.out_of_network or OutOfNetwork()
    own = held_by(amount.asked(outside), amount.spent(used.out_of_network), _OUTSIDE)
    match amount.crediting(outside):
        case Crediting.SEPARATE:
            return own
        case Crediting.COMBINED:
            return medical
        case Crediting.CROSS_CREDITED:
            return own.crediting(medical)
    if plan.out_of_network is None:
        return own._replace(lacking=("out_of_network",))
    return own._replace(lacking=(f"{_OUTSIDE}{amount.word}_crediting", *own.lacking))


def _for_drugs(amount: _Amount, plan: HealthPlan, used: Accumulators, medical: Held) -> Held:
    drug = plan.drug or DrugAmounts()
    is_integrated = amount.is_integrated(drug)
    if is_integrated:
        return medical
    own = held_by(amount.asked(drug), amount.spent(used.drug), "drug.")
    if plan.drug is None:
        return own._replace(lacking=("drug",))
    if is_integrated is None:
        return own._replace(lacking=(f"drug.is_{amount.word}_integrated", *own.lacking))
    return own
