"""Which quick routes are exact for a handling."""

from __future__ import annotations

from iopkit.cost.handling import Handling
from iopkit.cost.needs import COUNTED_PARTS, can_owe, shares_of
from iopkit.model.benefits import LimitPeriod, PlanBenefit
from iopkit.model.cost_shares import CopayUnit
from iopkit.vocabulary.coverage import LinePart

CALENDAR = (LimitPeriod.WEEK, LimitPeriod.MONTH)
"""The periods that begin anew with the calendar."""


def judged(handling: Handling, told: PlanBenefit) -> Handling:
    """Return a handling that knows which routes are exact for it."""
    counts: dict[LinePart, bool] = {
        LinePart.SERVICE_DEDUCTIBLE: handling.own is None or handling.own.counts,
        **dict(zip(COUNTED_PARTS, handling.way.terms.counts, strict=True)),
    }
    parts = {part for share in shares_of(told) for part in can_owe(share)}
    occurs = (*parts, LinePart.SERVICE_DEDUCTIBLE)
    units = [share.copay_unit for share in shares_of(told)]
    return handling._replace(
        is_plain=not (
            handling.way.copay
            or handling.first
            or handling.counted
            or handling.own
            or handling.limits
        ),
        is_exact=not handling.limit.bounds or all(counts[part] for part in occurs),
        is_dated=CopayUnit.WEEK in units
        or any(limit.period in CALENDAR for limit in handling.limits),
    )
