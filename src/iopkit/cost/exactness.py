"""Which quick routes are exact for the lines of one side."""

from __future__ import annotations

from itertools import compress

from iopkit.cost.kernel import Counts
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.cost.readings import Reading
from iopkit.model.benefits import LimitPeriod
from iopkit.model.cost_shares import CopayUnit

CALENDAR = (LimitPeriod.WEEK, LimitPeriod.MONTH)
"""The periods that begin anew with the calendar."""


def is_exact(one: Reading, counts: Counts) -> bool:
    """Return whether every part that lines can owe counts toward the limit, or there is none."""
    if not one.limit.is_any:
        return True
    does_own_count = one.own is None or one.own.counts
    return does_own_count and one.parts.issubset(compress(COUNTED_PARTS, counts))


def is_dated(one: Reading) -> bool:
    """Return whether something of a side begins anew with a week or a month of the calendar."""
    if one.is_plain:
        return False
    periods = {limit.period for limit in one.limits}
    units = [share.copay_unit for share in one.shares]
    return CopayUnit.WEEK in units or not periods.isdisjoint(CALENDAR)
