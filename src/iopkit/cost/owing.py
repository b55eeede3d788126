"""What a cost share can make a patient owe."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.vocabulary.coverage import CopayOrder, LinePart

COUNTED_PARTS = (
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
)
"""The parts of every cost share that can count toward a limit, in the order of application."""

LIMITED_PARTS = (LinePart.COPAY_BEFORE, LinePart.SERVICE_DEDUCTIBLE, *COUNTED_PARTS[1:])
"""All parts that can count toward an out-of-pocket limit, in the order of application."""


def can_owe(share: CostShare) -> Iterator[LinePart]:
    """Yield the parts that a cost share can make a patient owe."""
    if asks_copay(share):
        is_before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
        yield LinePart.COPAY_BEFORE if is_before else LinePart.COPAY
    if share.deductible_applies:
        yield LinePart.DEDUCTIBLE
    if share.patient_share is not None and share.patient_share.basis_points > 0:
        yield LinePart.PATIENT_SHARE


def asks_copay(share: CostShare) -> bool:
    """Return whether some line of a cost share can owe a copay."""
    copay, of_group = share.copay, share.group_copay
    return (copay is not None and copay.cents > 0) or (of_group is not None and of_group.cents > 0)


def is_same_by_line(share: CostShare) -> bool:
    """Return whether the copay of a cost share is one for each line, the same for all."""
    is_bound = share.copay_cap_per_stay is not None or share.copay_days_per_stay is not None
    is_same = share.group_copay in (None, share.copay) and not share.copay_waived_on
    return share.copay_unit in (None, CopayUnit.VISIT) and is_same and not is_bound
