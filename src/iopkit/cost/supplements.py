"""What a Medicare supplement (Medigap) policy pays of a line, as whoever holds it tells."""

from __future__ import annotations

from attrs import frozen

from iopkit.cost.medicare import MedicareLine
from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share


@frozen(kw_only=True)
class MedicareSupplement:
    """What a supplement pays of Part B, told from the policy itself: no standard letter ships.

    `copayment_share` is the part of the copayment that it pays.  `visit_copay` is what the
    patient keeps of each visit's copayment at most, where the supplement pays all of the rest;
    one of the two is told.
    `yearly_limit` is the most that the patient pays in a calendar year before it pays all;
    `None` is none.

    Raises:
        InvalidValue: an amount is negative, or not exactly one of `copayment_share` and
            `visit_copay` is told.
    """

    pays_deductible: bool
    copayment_share: Share | None = None
    visit_copay: Money | None = None
    yearly_limit: Money | None = None

    def __attrs_post_init__(self) -> None:
        amounts = (self.visit_copay, self.yearly_limit)
        if any(amount is not None and amount < ZERO for amount in amounts):
            raise InvalidValue("supplement", "amounts that are not negative")
        if (self.visit_copay is None) is (self.copayment_share is None):
            raise InvalidValue("supplement", "either copayment_share, 0% for none, or visit_copay")


@frozen(kw_only=True, repr=False)
class SupplementedLine(Quiet):
    """A line of Part B and what a supplement pays of it; `patient` is what is left."""

    line: MedicareLine
    supplement: Money
    patient: Money


def supplemented_line(
    line: MedicareLine, supplement: MedicareSupplement, *, limit_used: Money | None = None
) -> SupplementedLine:
    """Return what `supplement` pays of what Part B leaves to the patient.

    `limit_used` is what the patient has paid this year toward the supplement's limit; a
    supplement with a limit needs it.  For a week of opioid treatment there is no copayment to
    pay.

    Raises:
        InvalidValue: `limit_used` is negative, or is not told where there is a limit.
    """
    room = _room(supplement, limit_used)
    deductible = ZERO if supplement.pays_deductible else line.deductible
    owed = deductible + _kept(line.copayment, supplement)
    patient = owed if room is None else min(owed, room)
    return SupplementedLine(line=line, supplement=line.patient - patient, patient=patient)


def _kept(copayment: Money, supplement: MedicareSupplement) -> Money:
    """Return what the patient keeps of one copayment."""
    if supplement.copayment_share is not None:
        return copayment - supplement.copayment_share.of(copayment)
    return copayment if supplement.visit_copay is None else min(copayment, supplement.visit_copay)


def _room(supplement: MedicareSupplement, limit_used: Money | None) -> Money | None:
    if limit_used is not None and limit_used < ZERO:
        raise InvalidValue("limit_used", "an amount that is not negative")
    if supplement.yearly_limit is None:
        return None
    if limit_used is None:
        raise InvalidValue("limit_used", "an amount, since the supplement has a yearly limit")
    return supplement.yearly_limit - min(limit_used, supplement.yearly_limit)
