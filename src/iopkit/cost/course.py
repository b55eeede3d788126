"""A course of care while it is priced."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from iopkit.cost.attendance import Attendance
from iopkit.cost.needs import missing
from iopkit.cost.notes import Notebook
from iopkit.cost.pricing import PriceCase
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import Accumulators
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit

_Answers = dict[tuple[int, int, Benefit], tuple[HealthPlan, Accumulators, tuple[str, ...]]]


@frozen(repr=False, eq=False)
class Course(Quiet):
    """All that the pricing of one case reads, and where it writes its notes.

    `priced` is how its days are allowed, where that does not come from the case.
    """

    case: Case
    amounts: Amounts
    attendance: Attendance
    notes: Notebook
    priced: tuple[PriceCase, ...] = ()
    _lacking: _Answers = field(factory=dict, init=False)

    @property
    def year(self) -> Period | None:
        """The plan year in which the days are counted, `None` where that is not known."""
        return self.attendance.years[0]

    @property
    def services(self) -> Span[int] | None:
        """How many services each day has, as the program tells it."""
        return self.case.program.services_per_day if self.case.program else None

    def minutes_on(self, day: date) -> int | None:
        """Return the minutes of all sessions of a day, `None` where they are not known."""
        lengths = [session.length for session in self.attendance.sessions_on(day)]
        known = [length for length in lengths if length is not None]
        return sum(known) if lengths and len(known) == len(lengths) else None

    def lacks(self, plan: HealthPlan, used: Accumulators, benefit: Benefit) -> tuple[str, ...]:
        """Return what an exact answer for `benefit` still needs; asked once of the same plan."""
        key = (id(plan), id(used), benefit)
        if key not in self._lacking:
            # The plan stays beside its answer, so that no other one takes its place.
            self._lacking[key] = (plan, used, missing(plan, used, (benefit,)))
        return self._lacking[key][2]
