"""What has been taken of copays before the first line, and where that matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from iopkit.cost.owing import asks_copay
from iopkit.cost.service_use import exact_cents, exact_number
from iopkit.model.accumulators import BenefitUse
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.values.money import ZERO

ONCE = (CopayUnit.STAY, CopayUnit.EPISODE, CopayUnit.PROGRAM)
"""The units of which the lines of one stay owe one copay."""

_BY_DAY = (CopayUnit.DAY, CopayUnit.WEEK)
_DAYS_A_WEEK = 7


def week_of(day: int) -> int:
    """Return the number of the week of an ordinal; weeks begin on a Monday."""
    # The ordinal 1 is a Monday.
    return (day - 1) // _DAYS_A_WEEK


def lacking_of_copay(share: CostShare, use: BenefitUse) -> Iterator[str]:
    """Yield the fields of `use` that the copay of a share needs, whatever the lines are."""
    cap, days = share.copay_cap_per_stay, share.copay_days_per_stay
    copays = exact_cents(use.stay_copays, cap.cents if cap else 1)
    asked = exact_number(use.stay_copay_days, days or 1)
    # A copay that is asked once has been asked where either says so.
    is_once = share.copay_unit in ONCE and not copays and not asked
    if share.copay_unit is not CopayUnit.STAY and use.copay_on is not None:
        is_once = False
    if copays is None and (is_once or cap is not None):
        yield "stay_copays"
    if asked is None and (is_once or days is not None):
        yield "stay_copay_days"
    if share.copay_unit in ONCE and not is_once and not _is_known_left(share, use):
        yield "copay_left"
    if share.copay_unit is CopayUnit.WEEK and use.copay_on is None and use.stay_copays != ZERO:
        yield "copay_on"


def begun_on(shares: Iterable[CostShare], use: BenefitUse) -> tuple[CopayUnit, date] | None:
    """Return the unit and the day of a copay of which it is not known how much is left.

    Only lines of that day or week need it.
    """
    for share in shares:
        if use.copay_on is None or share.copay_unit not in _BY_DAY:
            continue
        if not _is_known_left(share, use):
            return share.copay_unit, use.copay_on
    return None


def is_same_unit(unit: CopayUnit, one: date, other: date) -> bool:
    """Return whether two days lie in one unit of a copay by the day or the week."""
    if unit is CopayUnit.DAY:
        return one == other
    return week_of(one.toordinal()) == week_of(other.toordinal())


def _is_known_left(share: CostShare, use: BenefitUse) -> bool:
    """Return whether it is known how much is left of a copay of which lines have taken some."""
    if exact_cents(use.copay_left) is not None or not asks_copay(share):
        return True
    if share.copay_unit not in ONCE:
        return False
    most = max(each.cents for each in (share.copay, share.group_copay) if each is not None)
    return (exact_cents(use.stay_copays, most) or 0) >= most
