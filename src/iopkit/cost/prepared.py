"""A plan made ready once, for many episodes of the same person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from iopkit.cost.adjudications import Adjudication, Route
from iopkit.cost.book import Book, book_of
from iopkit.cost.line_needs import missing_of_lines
from iopkit.cost.needs import missing_on, not_computed
from iopkit.cost.settling import settled
from iopkit.cost.sides import Side
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine, EqualLines
from iopkit.model.health_plan import HealthPlan
from iopkit.values.privacy import Quiet

_Sides = tuple[tuple[Side, ...], tuple[Side, ...]]


class PreparedPlan(Quiet):
    """A plan and what has been used of it, ready to settle lines quickly.

    Build one with `prepare`; nothing that it answers differs from `adjudicate`.
    """

    __slots__ = ("_books", "_plan", "_used")

    def __init__(self, plan: HealthPlan, used: Accumulators) -> None:
        self._plan, self._used = plan, used
        self._books: dict[_Sides, Book] = {}

    def adjudicate(self, lines: Sequence[ClaimLine] | EqualLines) -> Adjudication:
        """Return what the patient owes of `lines`, as `adjudicate` does, with its errors."""
        return self.adjudicate_by(None, lines)

    def adjudicate_by(
        self, route: Route | None, lines: Sequence[ClaimLine] | EqualLines
    ) -> Adjudication:
        """Return the same by a route that is named and known to be exact."""
        each = tuple(lines)
        self._require_year([line.on for line in each])
        book = self._book(each)
        runs, ending, taken = settled(book, each, route)
        return Adjudication(claimed=lines, runs=runs, route=taken, ending=ending)

    def _require_year(self, days: Sequence[date]) -> None:
        if list(days) != sorted(days):
            raise InvalidValue("lines", "service days in order; sort the lines by day")
        year = self._plan.plan_year
        if year is not None and days and not (year.holds(days[0]) and year.holds(days[-1])):
            raise PlanYearMismatch(str(year))

    def _book(self, lines: Sequence[ClaimLine]) -> Book:
        keys = {(line.benefit, line.is_in_network, line.is_covered): None for line in lines}
        sides = tuple(Side(benefit, inside) for benefit, inside, is_covered in keys if is_covered)
        others = tuple(Side(*key[:2]) for key in keys if not key[2])
        lacking = missing_of_lines(self._plan, lines)
        book = self._books.get((sides, others))
        if book is not None and not lacking:
            return book
        lacking = (*missing_on(self._plan, self._used, sides), *lacking)
        beyond = not_computed(self._plan, sides)
        if lacking or beyond:
            raise CannotAdjudicate(lacking, beyond)
        book = self._books[sides, others] = book_of(self._plan, self._used, sides, others)
        return book


def prepare(plan: HealthPlan, used: Accumulators) -> PreparedPlan:
    """Return a plan made ready, which settles many episodes quicker than one by one."""
    return PreparedPlan(plan, used)
