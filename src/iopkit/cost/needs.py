"""Which facts one exact answer needs, and which of them a plan leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from iopkit.cost.beyond import not_estimated
from iopkit.model.accumulators import Accumulators
from iopkit.model.health_plan import CostShare, HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

COUNTED_PARTS = (
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
)
"""The parts that can count toward an out-of-pocket limit, in the order of application."""


def missing(plan: HealthPlan, used: Accumulators, benefits: Iterable[Benefit]) -> tuple[str, ...]:
    """Return the names of the fields that an exact answer for `benefits` still needs, in order."""
    wanted = tuple(benefits)
    if not wanted:
        return ()
    found: list[str] = []
    for benefit in wanted:
        found += _of_benefit(plan, used, benefit, is_home=benefit is home_benefit(plan, wanted))
    possible = _possible_parts(plan, used, wanted)
    found += _of_deductible(plan, used, possible)
    found += _of_limit(plan, used, possible)
    return tuple(dict.fromkeys(found))


def not_computed(plan: HealthPlan, benefits: Iterable[Benefit]) -> tuple[str, ...]:
    """Return the names of the fields that `plan` tells and that nothing here computes yet."""
    return not_estimated(plan, benefits)


def can_owe(share: CostShare) -> tuple[LinePart, ...]:
    """Return the parts that a cost share can make a patient owe, in order of application."""
    copay = share.copay is not None and share.copay > ZERO
    before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
    occurs = (
        copay and before,
        share.deductible_applies,
        copay and not before,
        share.patient_share is not None and share.patient_share.basis_points > 0,
    )
    return tuple(part for part, does in zip(COUNTED_PARTS, occurs, strict=True) if does)


def home_benefit(plan: HealthPlan, benefits: Sequence[Benefit]) -> Benefit | None:
    """Return the benefit whose visits are counted: the plan's for IOP, else the only one."""
    return plan.iop_benefit or (benefits[0] if len(benefits) == 1 else None)


def cents_left(whole: Money | None, used: Money | Span[Money] | None) -> int | None:
    """Return what is left of a deductible or limit, in cents; `None` where that is not exact.

    A range of used amounts is enough where all of it is used up, and so is a whole of zero.
    """
    if whole is None:
        return None
    least = used.low if isinstance(used, Span) else used
    left = max(whole.cents - (least.cents if least else 0), 0)
    return left if left == 0 or exactly(used) is not None else None


def exactly(told: Money | Span[Money] | None) -> Money | None:
    """Return an amount that is known exactly; a range of one value is."""
    return told.value if isinstance(told, Span) else told


def has_no_limit(plan: HealthPlan) -> bool:
    """Return whether the plan says that it has no out-of-pocket limit."""
    return plan.has_out_of_pocket_limit is False


def _of_benefit(
    plan: HealthPlan, used: Accumulators, benefit: Benefit, *, is_home: bool
) -> list[str]:
    name = f"benefits.{benefit.value}"
    told = plan.benefit(benefit)
    if told is None:
        return [name]
    found = [] if told.cost_share is not None else [f"{name}.cost_share"]
    if told.has_visit_limit is False or told.visit_limit == 0:
        return found
    if told.visit_limit is None:
        return [*found, f"{name}.{'visit_limit' if told.has_visit_limit else 'has_visit_limit'}"]
    # Visits used are told for the benefit that covers IOP, and for no other.
    return found if used.visits_used is not None and is_home else [*found, "visits_used"]


def _possible_parts(
    plan: HealthPlan, used: Accumulators, benefits: tuple[Benefit, ...]
) -> tuple[LinePart, ...]:
    parts: set[LinePart] = set()
    for benefit in benefits:
        told = plan.benefit(benefit)
        share = told.cost_share if told else None
        parts.update(COUNTED_PARTS if share is None else can_owe(share))
    if cents_left(plan.deductible, used.deductible_used) == 0:
        parts.discard(LinePart.DEDUCTIBLE)
    return tuple(part for part in COUNTED_PARTS if part in parts)


def _of_deductible(
    plan: HealthPlan, used: Accumulators, possible: tuple[LinePart, ...]
) -> list[str]:
    if LinePart.DEDUCTIBLE not in possible:
        return []
    if plan.deductible is None:
        return ["deductible", *_unless_exact(used.deductible_used, "deductible_used")]
    left = cents_left(plan.deductible, used.deductible_used)
    return [] if left is not None else ["deductible_used"]


def _of_limit(plan: HealthPlan, used: Accumulators, possible: tuple[LinePart, ...]) -> list[str]:
    if has_no_limit(plan) or not possible:
        return []
    counts = {part: plan.counts_toward_limit.holds(part) for part in possible}
    ends = LinePart.DEDUCTIBLE in possible and not all(
        counts.get(part, True) for part in COUNTED_PARTS[1:]
    )
    ends = ends and plan.limit_ends_deductible is not False
    if not ends and set(counts.values()) == {False}:
        return []
    found = [f"counts_toward_limit.{part.value}" for part in counts if counts[part] is None]
    if plan.out_of_pocket_limit is None:
        found += ["out_of_pocket_limit", *_unless_exact(used.limit_used, "limit_used")]
    elif cents_left(plan.out_of_pocket_limit, used.limit_used) is None:
        found.append("limit_used")
    if ends and plan.limit_ends_deductible is None:
        found.append("limit_ends_deductible")
    return found


def _unless_exact(told: Money | Span[Money] | None, name: str) -> list[str]:
    return [name] if exactly(told) is None else []
