"""What has been used of one benefit, as whole numbers; `None` where that is not exact."""

from __future__ import annotations

from iopkit.cost.sides import Side
from iopkit.model.accumulators import Accumulators, BenefitUse, LimitUse, ServiceUse
from iopkit.model.benefits import LimitPeriod, LimitUnit, PlanBenefit, ServiceLimit
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit

MINUTES_AN_HOUR = 60
CENTS_A_DOLLAR = 100

Number = int | Span[int] | None
Amount = Money | Span[Money] | None


def exact_number(told: Number, enough: int | None = None) -> int | None:
    """Return a number that is known exactly, or that is at least `enough`."""
    low, high = (told.low, told.high) if isinstance(told, Span) else (told, told)
    if low is None or (low != high and (enough is None or low < enough)):
        return None
    return low


def exact_cents(told: Amount, enough: int | None = None) -> int | None:
    """Return an amount in cents that is known exactly, or that is at least `enough`."""
    low, high = (told.low, told.high) if isinstance(told, Span) else (told, told)
    if low is None or (low != high and (enough is None or low.cents < enough)):
        return None
    return low.cents


def use_of(used: Accumulators, benefit: Benefit) -> BenefitUse:
    """Return what has been used of a benefit; where no benefit is told, nothing of it is known."""
    if used.benefits_used is None:
        return BenefitUse(benefit=benefit)
    for use in used.benefits_used:
        if use.benefit is benefit:
            return use
    return _unused(benefit)


def _unused(benefit: Benefit) -> BenefitUse:
    return BenefitUse(
        benefit=benefit,
        deductible_used=ZERO,
        first_visits=0,
        stay_copays=ZERO,
        stay_copay_days=0,
        penalties=ZERO,
        limits=(),
    )


def service_use(used: Accumulators, side: Side) -> ServiceUse:
    """Return what has been used of a benefit on one side of the network alone."""
    if side.is_in_network:
        return use_of(used, side.benefit)
    outside = used.out_of_network
    if outside is None or outside.benefits_used is None:
        return ServiceUse(benefit=side.benefit)
    for use in outside.benefits_used:
        if use.benefit is side.benefit:
            return use
    return ServiceUse(benefit=side.benefit, deductible_used=ZERO, first_visits=0)


def limits_of(told: PlanBenefit) -> tuple[ServiceLimit, ...]:
    """Return every limit of a benefit, that on visits in a plan year first."""
    if told.visit_limit is None:
        return told.limits
    visits = ServiceLimit(quantity=told.visit_limit, unit=LimitUnit.VISITS, period=LimitPeriod.YEAR)
    return (visits, *told.limits)


def untold_limit(told: PlanBenefit) -> str | None:
    """Return the field that leaves unsaid how many visits a plan year a benefit pays, if one does.

    Where other limits are told and nothing is said of visits, there is no limit on them.
    """
    if told.visit_limit is not None or told.has_visit_limit is False:
        return None
    if told.has_visit_limit is None:
        return None if told.limits else "has_visit_limit"
    has_visits = any(limit.unit is LimitUnit.VISITS for limit in told.limits)
    return None if has_visits else "visit_limit"


def whole_of(limit: ServiceLimit) -> int:
    """Return a limit in visits, days, minutes or cents."""
    if limit.unit is LimitUnit.HOURS:
        return limit.quantity * MINUTES_AN_HOUR
    return limit.quantity * (CENTS_A_DOLLAR if limit.unit is LimitUnit.DOLLARS else 1)


def limit_use(use: BenefitUse, limit: ServiceLimit) -> LimitUse:
    """Return what has been used of one limit; a limit that is not named has nothing used."""
    if use.limits is None:
        return LimitUse(unit=limit.unit, period=limit.period)
    for each in use.limits:
        if (each.unit, each.period) == (limit.unit, limit.period):
            return each
    return LimitUse(unit=limit.unit, period=limit.period, count=0, minutes=0, amount=ZERO)


def used_of_limit(
    used: Accumulators, told: PlanBenefit, limit: ServiceLimit, *, is_home: bool
) -> int | None:
    """Return what has been used of a limit, in its own whole units.

    The visits of a plan year under the benefit that covers IOP have a field of their own, and
    are read there only.
    """
    whole = whole_of(limit)
    if whole == 0:
        return 0
    if is_home and (limit.unit, limit.period) == (LimitUnit.VISITS, LimitPeriod.YEAR):
        return used.visits_used
    use = limit_use(use_of(used, told.benefit), limit)
    if limit.unit is LimitUnit.DOLLARS:
        return exact_cents(use.amount, whole)
    return exact_number(use.minutes if limit.unit is LimitUnit.HOURS else use.count, whole)


def first_visits_used(
    used: Accumulators, told: PlanBenefit, side: Side, *, is_home: bool
) -> int | None:
    """Return how many visits have counted toward the first visits of a benefit on one side.

    Inside the network, where its use is not told, every visit so far under the benefit that
    covers IOP has counted, and where its first visits are used up by no other, no more than these.
    """
    first = told.first_visits
    if first is None:
        return 0
    is_told = any(use.benefit is told.benefit for use in used.benefits_used or ())
    exact = exact_number(service_use(used, side).first_visits, first.visits)
    visits = used.visits_used if side.is_in_network else None
    if is_told or not is_home or visits is None:
        return exact
    is_alone = first.counted_with == Listing() or exact is not None
    return visits if is_alone or visits >= first.visits else None
