"""A course of care while it is priced."""

from __future__ import annotations

from typing import NamedTuple

from iopkit.cost.attendance import Attendance
from iopkit.cost.notes import Notebook
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.spans import Span


class Course(NamedTuple):
    """All that the pricing of one case reads, and where it writes its notes."""

    case: Case
    amounts: Amounts
    attendance: Attendance
    notes: Notebook

    @property
    def services(self) -> Span[int] | None:
        """How many services each day has, as the program tells it."""
        return self.case.program.services_per_day if self.case.program else None

    def __repr__(self) -> str:
        return "<Course>"
