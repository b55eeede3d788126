"""Which facts one exact answer needs, and which of them a plan leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from iopkit.cost.copay_use import lacking_of_copay
from iopkit.cost.owing import LIMITED_PARTS, asks_copay
from iopkit.cost.readings import OwnRead, Reading, read_side
from iopkit.cost.service_use import (
    first_visits_used,
    untold_limit,
    use_of,
    used_of_limit,
)
from iopkit.cost.sides import Side
from iopkit.model.accumulators import Accumulators
from iopkit.model.benefits import (
    LimitPeriod,
    LimitUnit,
    PlanBenefit,
    ServiceDeductibleRule,
)
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, LinePart


def missing(plan: HealthPlan, used: Accumulators, benefits: Iterable[Benefit]) -> tuple[str, ...]:
    """Return the fields that an exact answer for `benefits` in the network still needs, in order.

    What single lines must tell is not among them.
    """
    return missing_on(plan, used, tuple(map(Side, benefits)))


def missing_on(plan: HealthPlan, used: Accumulators, sides: Iterable[Side]) -> tuple[str, ...]:
    """Return the same for benefits on either side of the network."""
    return missing_of(plan, used, [read_side(plan, used, side) for side in sides])


def missing_of(plan: HealthPlan, used: Accumulators, sides: Sequence[Reading]) -> tuple[str, ...]:
    """Return the same for sides that have been read."""
    home = home_benefit(plan, [one.side.benefit for one in sides])
    held: list[str] = []
    found: list[str] = []
    paid = [(one, _possible_parts(one)) for one in sides if not one.is_refused]
    for one, possible in paid:
        found += _of_side(plan, used, one, is_home=one.side.benefit is home)
        lacking = one.deductible.lacking
        if lacking and LinePart.DEDUCTIBLE in possible and not _is_over(one, possible):
            held += lacking
    for one, possible in paid:
        held += _of_limit(plan, one, possible)
    return tuple(dict.fromkeys((*found, *held)))


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


def _of_side(plan: HealthPlan, used: Accumulators, one: Reading, *, is_home: bool) -> Iterator[str]:
    side, told, outside = one.side, one.told, plan.out_of_network
    if not side.is_in_network and outside is None:
        yield "out_of_network"
        return
    if not side.is_in_network and outside is not None and outside.coverage is None:
        yield "out_of_network.coverage"
    if told is None:
        yield side.name
        return
    if told.cost_share is None:
        yield f"{side.name}.cost_share"
    yield from _of_limits(used, told, one, is_home=is_home)
    if first_visits_used(used, told, side, is_home=is_home) is None:
        yield f"{side.used_name}.first_visits"
    yield from _of_shares(plan, used, one)


def _of_shares(plan: HealthPlan, used: Accumulators, one: Reading) -> Iterator[str]:
    benefit = one.side.benefit
    if one.own is not None and any(share.deductible_applies for share in one.shares):
        yield from _of_own(plan, one.side, one.own)
    for share in one.shares:
        if asks_copay(share):
            name, use = f"benefits_used.{benefit.value}", use_of(used, benefit)
            yield from (f"{name}.{field}" for field in lacking_of_copay(share, use))


def _of_limits(
    used: Accumulators, told: PlanBenefit, one: Reading, *, is_home: bool
) -> Iterator[str]:
    untold = untold_limit(told)
    if untold is not None:
        yield f"{one.side.name}.{untold}"
    for limit in one.limits:
        if used_of_limit(used, told, limit, is_home=is_home) is None:
            is_yearly = (limit.unit, limit.period) == (LimitUnit.VISITS, LimitPeriod.YEAR)
            own = f"benefits_used.{told.benefit.value}.limits"
            yield "visits_used" if is_yearly and is_home else own


def _of_own(plan: HealthPlan, side: Side, own: OwnRead) -> Iterator[str]:
    """Yield what the deductible of a service alone needs, where a cost share asks it."""
    if own.told.amount > ZERO:
        if _is_counted_unsaid(plan, side):
            yield "out_of_network.deductible_crediting"
        if own.used is None:
            yield f"{own.counted[0].used_name}.deductible_used"
    if own.told.rule is None:
        yield f"{side.name}.service_deductible.rule"


def _is_counted_unsaid(plan: HealthPlan, side: Side) -> bool:
    """Return whether a plan leaves unsaid how its two deductibles of a service stand."""
    outside, inside = plan.out_of_network, plan.benefit(side.benefit)
    if side.is_in_network or outside is None or outside.deductible_crediting is not None:
        return False
    return inside is not None and inside.service_deductible is not None


def _possible_parts(one: Reading) -> tuple[LinePart, ...]:
    """Return the parts that a line can owe, given what has been used."""
    own, overall = one.own, one.deductible
    if LinePart.DEDUCTIBLE not in one.parts or (own is None and not overall.is_over):
        return tuple([part for part in LIMITED_PARTS if part in one.parts])
    parts = set(one.parts)
    if own is not None and (own.used is None or own.used < own.told.amount.cents):
        parts.add(LinePart.SERVICE_DEDUCTIBLE)
    is_beside = own is not None and own.told.rule is ServiceDeductibleRule.BESIDE
    if is_beside or (overall.is_over and not overall.lacking):
        parts.discard(LinePart.DEDUCTIBLE)
    return tuple([part for part in LIMITED_PARTS if part in parts])


def _of_limit(plan: HealthPlan, one: Reading, possible: tuple[LinePart, ...]) -> Iterable[str]:
    held = one.limit
    if not possible or not (held.is_any or held.lacking):
        return ()
    counts = {part: one.counting.holds(part) for part in possible}
    if all(counts.values()):
        return held.lacking
    ends = any(part in possible for part in LIMITED_PARTS[1:3]) and not all(
        counts.get(part, True) for part in LIMITED_PARTS[1:]
    )
    ends = ends and held.is_bound and plan.limit_ends_deductible is not False
    if not ends and set(counts.values()) == {False}:
        return ()
    prefix = "" if one.counting is plan.counts_toward_limit else "out_of_network."
    found = [f"{prefix}counts_toward_limit.{part.value}" for part in counts if counts[part] is None]
    found += held.lacking
    if ends and plan.limit_ends_deductible is None:
        found.append("limit_ends_deductible")
    return found


def _is_over(one: Reading, possible: tuple[LinePart, ...]) -> bool:
    """Return whether the limit is reached for certain and cuts every part that can occur."""
    if one.told is None or not one.limit.is_over or one.limit.lacking:
        return False
    return all(one.counting.holds(part) for part in possible)
