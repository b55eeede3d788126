"""What the copay cell and the share cell of one side of a network come to together."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from iopkit.interop.cost_cells import CostCell, NoCharge, NotApplicable, StatedCopay, StatedShare
from iopkit.interop.marketplace_benefits import NetworkSide
from iopkit.model.cost_shares import CostShare
from iopkit.values.money import ZERO
from iopkit.values.shares import WHOLE, Share
from iopkit.vocabulary.coverage import CopayOrder


def side_of(
    copay: CostCell | None, share: CostCell | None, *, is_outside: bool
) -> tuple[NetworkSide, bool]:
    """Return the side that the two cells describe, and whether they contradict each other.

    A cell that asks for nothing and names no deductible leaves the other one to speak.  Outside
    the network a plain share of 100% says, in these files, that nothing is covered.
    """
    side = NetworkSide(copay=copay, share=share)
    if copay is None and share is None:
        return side, False
    if isinstance(copay, NotApplicable) and isinstance(share, NotApplicable):
        return evolve(side, is_used=False), False
    side = evolve(side, is_used=True)
    if is_outside and share == StatedShare(WHOLE):
        is_charged = owes(copay)
        return evolve(side, is_covered=None if is_charged else False), is_charged
    said = {_deductible(copay), _deductible(share)} - {None}
    if copay is None or share is None or len(said) > 1:
        return evolve(side, is_covered=True), len(said) > 1
    return evolve(side, is_covered=True, cost_share=_cost_share(copay, share, True in said)), False


def _cost_share(copay: CostCell, share: CostCell, deductible_applies: bool) -> CostShare:
    told = share.share if isinstance(share, StatedShare) and owes(share) else None
    if isinstance(copay, StatedCopay) and owes(copay):
        return CostShare(
            deductible_applies=deductible_applies,
            copay=copay.amount,
            copay_order=copay.order,
            copay_unit=copay.unit,
            patient_share=told,
        )
    return CostShare(deductible_applies=deductible_applies, patient_share=told)


def owes(cell: CostCell | None) -> bool:
    """Return whether a cell asks for more than nothing."""
    match cell:
        case StatedCopay(amount=amount):
            return amount > ZERO
        case StatedShare(share=share):
            return share > Share.percent(0)
    return False


def _deductible(cell: CostCell | None) -> bool | None:
    """Return whether the cell says that the deductible applies; `None` where it says nothing."""
    match cell:
        case None | NotApplicable():
            return None
        case NoCharge() | StatedShare():
            is_after = cell.is_after_deductible
        case StatedCopay():
            is_after = cell.order is not CopayOrder.PLAIN
        case _:
            assert_never(cell)
    return True if is_after else False if owes(cell) else None
