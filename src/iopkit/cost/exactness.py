"""Which quick routes are exact for a handling."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, compress

from iopkit.cost.handling import Handling
from iopkit.cost.needs import COUNTED_PARTS, can_owe
from iopkit.model.benefits import LimitPeriod
from iopkit.model.cost_shares import CopayUnit, CostShare

CALENDAR = (LimitPeriod.WEEK, LimitPeriod.MONTH)
"""The periods that begin anew with the calendar."""


def judged(handling: Handling, shares: Iterable[CostShare]) -> Handling:
    """Return a handling of some cost shares that knows which routes are exact for it."""
    counting = set(compress(COUNTED_PARTS, handling.way.terms.counts))
    own_counts = handling.own is None or handling.own.counts
    every_counts = own_counts and counting.issuperset(chain.from_iterable(map(can_owe, shares)))
    units = [share.copay_unit for share in shares]
    return handling._replace(
        is_plain=not (
            handling.way.copay
            or handling.first
            or handling.counted
            or handling.own
            or handling.limits
        ),
        is_exact=every_counts or not handling.limit.bounds,
        is_dated=CopayUnit.WEEK in units
        or any(limit.period in CALENDAR for limit in handling.limits),
    )
