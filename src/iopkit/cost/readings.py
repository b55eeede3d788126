"""What a plan and what has been used of it say of one side, read once for every question.

What is missing, what lines must tell and what they owe are all answered from the same reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from iopkit.cost.owing import COUNTED_PARTS, asks_copay, can_owe, is_same_by_line
from iopkit.cost.pools import UNHELD, Asked, Held, Source, deductible_asked, held_by, limit_asked
from iopkit.cost.service_use import exact_cents, limits_of, service_use
from iopkit.cost.sides import (
    Side,
    benefits_on,
    counting_on,
    is_refused,
    needs_authorization,
    service_deductibles,
    shares_of,
    told_on,
)
from iopkit.model.accumulators import Accumulators, PoolUse
from iopkit.model.benefits import AccumulatorPot, PlanBenefit, ServiceDeductible, ServiceLimit
from iopkit.model.cost_shares import CostShare
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import Crediting, DrugAmounts, OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.vocabulary.coverage import LinePart

_OUTSIDE = "out_of_network."
_EVERY_PART = frozenset(COUNTED_PARTS)
_COPAYS = (LinePart.COPAY_BEFORE, LinePart.COPAY)


class OwnRead(NamedTuple):
    """The deductible of a service alone, where it is counted, and what has been used of it.

    The first of `counted` holds a line.  `used` is in cents, `None` where it is not exact;
    `counts` says whether it is known to count toward the limit.
    """

    told: ServiceDeductible
    counted: tuple[Side, ...]
    used: int | None
    counts: bool

    def __repr__(self) -> str:
        return "<OwnRead>"


class Reading(NamedTuple):
    """A benefit on one side, read once: what a plan says of it, and what holds its lines.

    `shares` are the cost shares of its first visits and of those that follow; `parts` are what
    these can make a patient owe of every benefit alike, and all of them where none is told.
    `firsts` are the benefits whose first visits a visit uses up; `counts_copays` says whether a
    copay of one line matters for others, on whichever side.
    """

    side: Side
    told: PlanBenefit | None
    is_refused: bool
    shares: tuple[CostShare, ...]
    parts: frozenset[LinePart]
    limits: tuple[ServiceLimit, ...]
    own: OwnRead | None
    firsts: tuple[PlanBenefit, ...]
    counts_copays: bool
    asks_authorization: bool | None
    counting: Listing[LinePart]
    deductible: Held
    limit: Held

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the cost share, the deductible and the limit matters to its lines."""
        if self.limits or self.own or self.firsts or self.is_refused:
            return False
        return not self.counts_copays or self.parts.isdisjoint(_COPAYS)

    def __repr__(self) -> str:
        return f"<Reading: {self.side.name}>"


class _Amount(NamedTuple):
    """How a deductible or a limit is read from a plan and from what has been used."""

    asked: Callable[[Source, PoolUse | None], Asked]
    crediting: Callable[[OutOfNetwork], Crediting | None]
    is_integrated: Callable[[DrugAmounts], bool | None]
    word: str


_DEDUCTIBLE = _Amount(
    deductible_asked,
    lambda outside: outside.deductible_crediting,
    lambda drug: drug.is_deductible_integrated,
    "deductible",
)
_LIMIT = _Amount(
    limit_asked,
    lambda outside: outside.limit_crediting,
    lambda drug: drug.is_limit_integrated,
    "limit",
)


def read_side(plan: HealthPlan, used: Accumulators, side: Side) -> Reading:
    """Return what a plan and what has been used of it say of one side."""
    told = told_on(plan, side)
    shares, counting = shares_of(told), counting_on(plan, side)
    is_told = told is not None and told.cost_share is not None
    pot = AccumulatorPot.MEDICAL if told is None else told.pot
    counts_nothing = told is not None and told.counts_toward_limit is False
    return Reading(
        side,
        told,
        is_refused(plan, side, told),
        shares,
        frozenset(chain.from_iterable(map(can_owe, shares))) if is_told else _EVERY_PART,
        () if told is None else limits_of(told),
        None if told is None else _own(plan, used, side, told, counting),
        _firsts(plan, side),
        _counts_copays(plan, side, shares),
        needs_authorization(plan, side, told),
        counting,
        _held_on(_DEDUCTIBLE, plan, used, side, pot),
        UNHELD if counts_nothing else _held_on(_LIMIT, plan, used, side, pot),
    )


def _own(
    plan: HealthPlan,
    used: Accumulators,
    side: Side,
    told: PlanBenefit,
    counting: Listing[LinePart],
) -> OwnRead | None:
    own = told.service_deductible
    if own is None:
        return None
    counted = service_deductibles(plan, side)
    spent = service_use(used, counted[0]).deductible_used
    counts = counting.holds(LinePart.SERVICE_DEDUCTIBLE) is True
    return OwnRead(own, counted, exact_cents(spent, own.amount.cents), counts)


def _firsts(plan: HealthPlan, side: Side) -> tuple[PlanBenefit, ...]:
    found: tuple[PlanBenefit, ...] = ()
    for told in benefits_on(plan, is_in_network=side.is_in_network):
        first = told.first_visits
        if first is not None and side.benefit in (told.benefit, *first.counted_with.present):
            found = (*found, told)
    return found


def _counts_copays(plan: HealthPlan, side: Side, shares: Iterable[CostShare]) -> bool:
    other = Side(side.benefit, not side.is_in_network)
    if plan.out_of_network is not None:
        shares = (*shares, *shares_of(told_on(plan, other)))
    return any(asks_copay(share) and not is_same_by_line(share) for share in shares)


def _held_on(
    amount: _Amount, plan: HealthPlan, used: Accumulators, side: Side, pot: AccumulatorPot
) -> Held:
    """Return what holds an amount of a line, and all that the line uses up."""
    outside = plan.out_of_network
    inside = held_by(amount.asked(plan, used), "")
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
    medical = held_by(amount.asked(outside, spent), _OUTSIDE)
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
    own = held_by(amount.asked(drug, spent), f"{name}.")
    if found is None:
        return own._replace(lacking=(name,))
    if is_integrated is None:
        return own._replace(lacking=(f"{name}.is_{amount.word}_integrated", *own.lacking))
    return own
