"""A course of care while it is priced."""

from __future__ import annotations

from typing import NamedTuple

from iopkit.cost.attendance import Attendance
from iopkit.cost.notes import Notebook
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case


class Course(NamedTuple):
    """All that the pricing of one case reads, and where it writes its notes."""

    case: Case
    amounts: Amounts
    attendance: Attendance
    notes: Notebook

    def __repr__(self) -> str:
        return "<Course>"
