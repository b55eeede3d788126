"""A plan made ready once, for many episodes of the same person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from iopkit.cost.adjudications import Adjudication, Route
from iopkit.cost.book import Book, book_of
from iopkit.cost.ending import EvenEnding
from iopkit.cost.groups import at_once
from iopkit.cost.handling import Handling
from iopkit.cost.kernel import INTEGERS, Left, Parts, Terms, due, equal_total
from iopkit.cost.line_needs import Ask, ask_of, missing_of_lines, sides_of
from iopkit.cost.needs import home_benefit, missing_of
from iopkit.cost.settling import settled
from iopkit.cost.sides import OnSide, Side, on_side
from iopkit.cost.walk import State
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine, EqualLines
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.coverage import Benefit

_Sides = tuple[tuple[Side, ...], tuple[Side, ...]]


class PreparedPlan(Quiet):
    """A plan and what has been used of it, ready to settle lines quickly.

    Build one with `prepare`; nothing that it answers differs from `adjudicate`.
    """

    __slots__ = ("_asks", "_books", "_even", "_plan", "_sides", "_used")

    def __init__(self, plan: HealthPlan, used: Accumulators) -> None:
        self._plan, self._used = plan, used
        self._sides: dict[Side, OnSide] = {}
        self._asks: dict[Side, Ask | None] = {}
        self._books: dict[_Sides, Book] = {}
        self._even: dict[tuple[Benefit, bool], _Even] = {}

    def adjudicate(self, lines: Sequence[ClaimLine] | EqualLines) -> Adjudication:
        """Return what the patient owes of `lines`, as `adjudicate` does, with its errors."""
        if not isinstance(lines, EqualLines) or (even := self._even_of(lines)) is None:
            return self.adjudicate_by(None, lines)
        count = len(lines.days)
        allowed = lines.line.allowed.cents
        beyond = even.beyond.get(allowed)
        if beyond is None:
            beyond = even.beyond[allowed] = due(INTEGERS, even.terms, allowed, 0)
        runs, after = at_once(even.terms, allowed, count, even.left, beyond)
        ending = EvenEnding(even.book, even.handling, count, even.left, after)
        route = Route.UNIFORM if count > 1 else Route.WALK
        return Adjudication(claimed=lines, runs=tuple(runs), route=route, ending=ending)

    def patient(self, lines: Sequence[ClaimLine] | EqualLines) -> Money:
        """Return what the patient owes in all, without any balance bill.

        Equal to `adjudicate(lines).patient`, with its errors; quicker for `EqualLines`.
        """
        if not isinstance(lines, EqualLines) or (even := self._even_of(lines)) is None:
            return self.adjudicate(lines).patient
        line_count = len(lines.days)
        cents = equal_total(INTEGERS, even.terms, lines.line.allowed.cents, line_count, even.left)
        return Money(cents)

    def _even_of(self, lines: EqualLines) -> _Even | None:
        """Return how equal lines are settled at once, or `None` where that takes more."""
        line, key = lines.line, (lines.line.benefit, lines.line.is_in_network)
        running = line.stay if self._used.stay is None else self._used.stay
        if not line.is_covered or line.stay not in (None, running):
            return None
        even = self._even.get(key) or self._made_even(lines)
        if even is None or line.is_authorized is False:
            return None
        if line.is_authorized is None and even.handling.asks_authorization:
            return None
        year = self._plan.plan_year
        if year is not None and not (year.holds(lines.days[0]) and year.holds(lines.days[-1])):
            raise PlanYearMismatch(str(year))
        return even

    def _made_even(self, lines: EqualLines) -> _Even | None:
        line = lines.line
        book = self._book((line,))
        key = line.benefit, line.is_in_network
        even = _even(book, book.handlings[key])
        if even is not None:
            self._even[key] = even
        return even

    def adjudicate_by(
        self, route: Route | None, lines: Sequence[ClaimLine] | EqualLines
    ) -> Adjudication:
        """Return the same by a route that is named and known to be exact."""
        each = tuple(lines)
        self._require_year([line.on for line in each])
        book = self._book(each)
        runs, ending, taken = settled(book, each, route)
        # A caller may change a list later, and a generator has been used up.
        claimed = lines if isinstance(lines, EqualLines) else each
        return Adjudication(claimed=claimed, runs=runs, route=taken, ending=ending)

    def _require_year(self, days: Sequence[date]) -> None:
        if list(days) != sorted(days):
            raise InvalidValue("lines", "service days in order; sort the lines by day")
        year = self._plan.plan_year
        if year is not None and days and not (year.holds(days[0]) and year.holds(days[-1])):
            raise PlanYearMismatch(str(year))

    def _book(self, lines: Sequence[ClaimLine]) -> Book:
        covered, others = sides_of(lines)
        for side in (*covered, *others):
            if side not in self._sides:
                one = self._sides[side] = on_side(self._plan, self._used, side)
                self._asks[side] = ask_of(self._plan, self._used, one)
        lacking = missing_of_lines(self._plan, lines, self._asks)
        book = self._books.get((covered, others))
        if book is not None and not lacking:
            return book
        sides = [self._sides[side] for side in covered]
        lacking = (*missing_of(self._plan, self._used, sides), *lacking)
        if lacking:
            raise CannotAdjudicate(lacking)
        every = [self._sides[side] for side in dict.fromkeys((*covered, *others))]
        home = home_benefit(self._plan, [side.benefit for side in covered])
        book = self._books[covered, others] = book_of(self._plan, self._used, home, every)
        return book


class _Even(NamedTuple):
    """How equal lines of one side are settled at once, from what is left before them.

    `beyond` keeps what a line of some allowed amount owes once the deductible is met.
    """

    book: Book
    handling: Handling
    terms: Terms[int]
    left: Left[int]
    beyond: dict[int, Parts[int]]

    def __repr__(self) -> str:
        return "<_Even>"


def _even(book: Book, handling: Handling) -> _Even | None:
    if not handling.is_plain or not handling.is_exact or handling.is_refused:
        return None
    state = State(book, 0)
    left = Left(state.least(handling.deductible.bounds), state.least(handling.limit.bounds))
    return _Even(book, handling, handling.way.terms, left, {})


def prepare(plan: HealthPlan, used: Accumulators) -> PreparedPlan:
    """Return a plan made ready, which settles many episodes quicker than one by one."""
    return PreparedPlan(plan, used)
