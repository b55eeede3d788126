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
        return f"{self._prefix}benefits.{self.benefit.value}"

    @property
    def used_name(self) -> str:
        """The place in what has been used where the use of the benefit is told."""
        return f"{self._prefix}benefits_used.{self.benefit.value}"

    @property
    def _prefix(self) -> str:
        return "" if self.is_in_network else _OUTSIDE


class OnSide(NamedTuple):
    """A benefit on one side, read once: what a plan says of it, and what holds its lines.

    `shares` are the cost shares of its first visits and of those that follow.
    """

    side: Side
    told: PlanBenefit | None
    is_refused: bool
    shares: tuple[CostShare, ...]
    deductible: Held
    limit: Held

    def __repr__(self) -> str:
        return f"<OnSide: {self.side.name}>"


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


def benefits_on(plan: HealthPlan, *, is_in_network: bool) -> tuple[PlanBenefit, ...]:
    """Return the benefits that a plan tells for one side of the network."""
    if is_in_network:
        return plan.benefits
    return plan.out_of_network.benefits if plan.out_of_network else ()


def on_side(plan: HealthPlan, used: Accumulators, side: Side) -> OnSide:
    """Return what a plan and what has been used of it say of one side."""
    told = told_on(plan, side)
    pot = told.pot if told else AccumulatorPot.MEDICAL
    return OnSide(
        side,
        told,
        is_refused(plan, side, told),
        shares_of(told) if told else (),
        _held_on(_DEDUCTIBLE, plan, used, side, pot),
        _held_on(_LIMIT, plan, used, side, pot),
    )


def shares_of(told: PlanBenefit) -> tuple[CostShare, ...]:
    """Return the cost shares of a benefit: that of the first visits, then the one that follows."""
    first = told.first_visits.cost_share if told.first_visits else None
    return tuple(share for share in (first, told.cost_share) if share is not None)


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
    return share is not None and share.basis_points == _WHOLE


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


def _held_on(
    amount: _Amount, plan: HealthPlan, used: Accumulators, side: Side, pot: AccumulatorPot
) -> Held:
    """Return what holds an amount of a line, and all that the line uses up."""
    outside = plan.out_of_network
    inside = held_by(amount.asked(plan), amount.spent(used), "")
    if pot is AccumulatorPot.DRUG:
        inside = _for_drugs(amount, (plan.drug, used.drug, "drug"), inside)
    if not side.is_in_network:
        return _outside(amount, plan, used, pot, inside)
    if outside is None or amount.crediting(outside) is not Crediting.CROSS_CREDITED:
        return inside
    own = _own_outside(amount, plan, used, pot)
    return inside if f"{_OUTSIDE}drug" in own.lacking else inside.crediting(own)


def _outside(
    amount: _Amount, plan: HealthPlan, used: Accumulators, pot: AccumulatorPot, inside: Held
) -> Held:
    own = _own_outside(amount, plan, used, pot)
    match amount.crediting(plan.out_of_network or OutOfNetwork()):
        case Crediting.SEPARATE:
            return own
        case Crediting.COMBINED:
            return inside
        case Crediting.CROSS_CREDITED:
            return own.crediting(inside)
    if plan.out_of_network is None:
        return own._replace(lacking=("out_of_network",))
    return own._replace(lacking=(f"{_OUTSIDE}{amount.word}_crediting", *own.lacking))


def _own_outside(
    amount: _Amount, plan: HealthPlan, used: Accumulators, pot: AccumulatorPot
) -> Held:
    """Return what holds a line outside the network, were that side alone."""
    outside, spent = plan.out_of_network or OutOfNetwork(), used.out_of_network
    medical = held_by(amount.asked(outside), amount.spent(spent), _OUTSIDE)
    if pot is not AccumulatorPot.DRUG:
        return medical
    drug = outside.drug
    if drug is None and plan.drug is not None and amount.is_integrated(plan.drug):
        return medical
    return _for_drugs(amount, (drug, spent.drug if spent else None, f"{_OUTSIDE}drug"), medical)


def _for_drugs(
    amount: _Amount, told: tuple[DrugAmounts | None, PoolUse | None, str], medical: Held
) -> Held:
    """Return what holds drugs, where `told` are their amounts, the use of them, and their name."""
    (found, spent, name), drug = told, told[0] or DrugAmounts()
    is_integrated = amount.is_integrated(drug)
    if is_integrated:
        return medical
    own = held_by(amount.asked(drug), amount.spent(spent), f"{name}.")
    if found is None:
        return own._replace(lacking=(name,))
    if is_integrated is None:
        return own._replace(lacking=(f"{name}.is_{amount.word}_integrated", *own.lacking))
    return own
