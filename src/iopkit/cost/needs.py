"""Which facts one exact answer needs, and which of them a plan leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress

from iopkit.cost.copay_use import asks_copay, lacking_of_copay
from iopkit.cost.service_use import (
    exact_cents,
    first_visits_used,
    limits_of,
    service_use,
    use_of,
    used_of_limit,
)
from iopkit.cost.sides import (
    OnSide,
    Side,
    counting_on,
    on_side,
    service_deductibles,
)
from iopkit.model.accumulators import Accumulators
from iopkit.model.benefits import (
    LimitPeriod,
    LimitUnit,
    PlanBenefit,
    ServiceDeductibleRule,
)
from iopkit.model.cost_shares import CostShare
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

COUNTED_PARTS = (
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
)
"""The parts of every cost share that can count toward a limit, in the order of application."""

LIMITED_PARTS = (LinePart.COPAY_BEFORE, LinePart.SERVICE_DEDUCTIBLE, *COUNTED_PARTS[1:])
"""All parts that can count toward an out-of-pocket limit, in the order of application."""


def missing(plan: HealthPlan, used: Accumulators, benefits: Iterable[Benefit]) -> tuple[str, ...]:
    """Return the fields that an exact answer for `benefits` in the network still needs, in order.

    What single lines must tell is not among them.
    """
    return missing_on(plan, used, tuple(map(Side, benefits)))


def missing_on(plan: HealthPlan, used: Accumulators, sides: Iterable[Side]) -> tuple[str, ...]:
    """Return the same for benefits on either side of the network."""
    return missing_of(plan, used, [on_side(plan, used, side) for side in sides])


def missing_of(plan: HealthPlan, used: Accumulators, sides: Sequence[OnSide]) -> tuple[str, ...]:
    """Return the same for sides that have been read."""
    home = home_benefit(plan, [one.side.benefit for one in sides])
    held: list[str] = []
    found: list[str] = []
    paid = [(one, _possible_parts(plan, used, one)) for one in sides if not one.is_refused]
    for one, possible in paid:
        found += _of_side(plan, used, one, is_home=one.side.benefit is home)
        if LinePart.DEDUCTIBLE in possible and not _is_over(plan, one, possible):
            held += one.deductible.lacking
    for one, possible in paid:
        held += _of_limit(plan, one, possible)
    return tuple(dict.fromkeys((*found, *held)))


def can_owe(share: CostShare) -> tuple[LinePart, ...]:
    """Return the parts that a cost share can make a patient owe, in order of application."""
    copay = asks_copay(share)
    before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
    occurs = (
        copay and before,
        share.deductible_applies,
        copay and not before,
        share.patient_share is not None and share.patient_share.basis_points > 0,
    )
    return tuple(compress(COUNTED_PARTS, occurs))


def home_benefit(plan: HealthPlan, benefits: Sequence[Benefit]) -> Benefit | None:
    """Return the benefit whose visits are counted: the plan's for IOP, else the only one.

    Where a plan tells several and does not say, it must not depend on the lines which one it is.
    """
    if plan.iop_benefit is not None:
        return plan.iop_benefit
    every = {*benefits, *(told.benefit for told in plan.benefits)}
    return every.pop() if len(every) == 1 else None


def exactly(told: Money | Span[Money] | None) -> Money | None:
    """Return an amount that is known exactly; a range of one value is."""
    return told.value if isinstance(told, Span) else told


def has_no_limit(plan: HealthPlan) -> bool:
    """Return whether the plan says that it has no out-of-pocket limit."""
    return plan.has_out_of_pocket_limit is False


def _of_side(plan: HealthPlan, used: Accumulators, one: OnSide, *, is_home: bool) -> list[str]:
    side, told = one.side, one.told
    if not side.is_in_network and plan.out_of_network is None:
        return ["out_of_network"]
    found: list[str] = []
    if not side.is_in_network and plan.out_of_network and plan.out_of_network.coverage is None:
        found.append("out_of_network.coverage")
    if told is None:
        return [*found, side.name]
    if told.cost_share is None:
        found.append(f"{side.name}.cost_share")
    found += _of_limits(used, told, side, is_home=is_home)
    found += _of_first_visits(used, told, side, is_home=is_home)
    if told.service_deductible is not None:
        found += _of_own(plan, used, one, told)
    for share in one.shares:
        if asks_copay(share):
            name, use = f"benefits_used.{side.benefit.value}", use_of(used, side.benefit)
            found += (f"{name}.{field}" for field in lacking_of_copay(share, use))
    return found


def _of_limits(
    used: Accumulators, told: PlanBenefit, side: Side, *, is_home: bool
) -> Iterator[str]:
    if told.visit_limit is None and told.has_visit_limit is not False:
        has_visits = any(limit.unit is LimitUnit.VISITS for limit in told.limits)
        if told.has_visit_limit and not has_visits:
            yield f"{side.name}.visit_limit"
        elif not told.limits:
            yield f"{side.name}.has_visit_limit"
    for limit in limits_of(told):
        if used_of_limit(used, told, limit, is_home=is_home) is None:
            is_yearly = (limit.unit, limit.period) == (LimitUnit.VISITS, LimitPeriod.YEAR)
            own = f"benefits_used.{side.benefit.value}.limits"
            yield "visits_used" if is_yearly and is_home else own


def _of_first_visits(
    used: Accumulators, told: PlanBenefit, side: Side, *, is_home: bool
) -> Iterator[str]:
    if first_visits_used(used, told, side, is_home=is_home) is None:
        yield f"{side.used_name}.first_visits"


def _of_own(plan: HealthPlan, used: Accumulators, one: OnSide, told: PlanBenefit) -> Iterator[str]:
    """Yield what the deductible of a service alone needs, where a cost share asks it."""
    own, side = told.service_deductible, one.side
    if own is None or not any(share.deductible_applies for share in one.shares):
        return
    if _is_counted_unsaid(plan, side) and own.amount > ZERO:
        yield "out_of_network.deductible_crediting"
    counted = service_deductibles(plan, side)[0]
    met = exact_cents(service_use(used, counted).deductible_used, own.amount.cents)
    if met is None and own.amount > ZERO:
        yield f"{counted.used_name}.deductible_used"
    if own.rule is None:
        yield f"{side.name}.service_deductible.rule"


def _is_counted_unsaid(plan: HealthPlan, side: Side) -> bool:
    """Return whether a plan leaves unsaid how its two deductibles of a service stand."""
    outside, inside = plan.out_of_network, plan.benefit(side.benefit)
    if side.is_in_network or outside is None or outside.deductible_crediting is not None:
        return False
    return inside is not None and inside.service_deductible is not None


def _possible_parts(plan: HealthPlan, used: Accumulators, one: OnSide) -> tuple[LinePart, ...]:
    told = one.told
    parts = set(COUNTED_PARTS)
    if told is not None and told.cost_share is not None:
        parts = set(chain.from_iterable(map(can_owe, one.shares)))
    if told is not None and LinePart.DEDUCTIBLE in parts:
        parts |= _own_deductible(plan, used, one.side, told)
        if told.service_deductible and told.service_deductible.rule is ServiceDeductibleRule.BESIDE:
            parts.discard(LinePart.DEDUCTIBLE)
    if one.deductible.is_over and not one.deductible.lacking:
        parts.discard(LinePart.DEDUCTIBLE)
    return tuple(part for part in LIMITED_PARTS if part in parts)


def _own_deductible(
    plan: HealthPlan, used: Accumulators, side: Side, told: PlanBenefit
) -> set[LinePart]:
    own = told.service_deductible
    if own is None:
        return set()
    use = service_use(used, service_deductibles(plan, side)[0])
    met = exact_cents(use.deductible_used, own.amount.cents)
    return set() if met is not None and met >= own.amount.cents else {LinePart.SERVICE_DEDUCTIBLE}


def _of_limit(plan: HealthPlan, one: OnSide, possible: tuple[LinePart, ...]) -> list[str]:
    told, held = one.told, one.limit
    if not possible or (told is not None and told.counts_toward_limit is False):
        return []
    if not held.is_any and not held.lacking:
        return []
    listing = counting_on(plan, one.side)
    counts = {part: listing.holds(part) for part in possible}
    ends = any(part in possible for part in LIMITED_PARTS[1:3]) and not all(
        counts.get(part, True) for part in LIMITED_PARTS[1:]
    )
    ends = ends and held.is_bound and plan.limit_ends_deductible is not False
    if not ends and set(counts.values()) == {False}:
        return []
    prefix = "" if listing is plan.counts_toward_limit else "out_of_network."
    found = [f"{prefix}counts_toward_limit.{part.value}" for part in counts if counts[part] is None]
    found += held.lacking
    if ends and plan.limit_ends_deductible is None:
        found.append("limit_ends_deductible")
    return found


def _is_over(plan: HealthPlan, one: OnSide, possible: tuple[LinePart, ...]) -> bool:
    """Return whether the limit is reached for certain and cuts every part that can occur."""
    if one.told is None or one.told.counts_toward_limit is False:
        return False
    if not one.limit.is_over or one.limit.lacking:
        return False
    listing = counting_on(plan, one.side)
    return all(listing.holds(part) for part in possible)
