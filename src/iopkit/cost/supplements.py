"""What a Medicare supplement (Medigap) policy pays of a line, as whoever holds it tells."""

from __future__ import annotations

from attrs import frozen

from iopkit.cost.medicare import MedicareLine
from iopkit.errors import InvalidValue
from iopkit.model.second_coverage import MedicareSupplement
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet

__all__ = ["MedicareSupplement", "SupplementedLine", "supplemented_line"]


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
