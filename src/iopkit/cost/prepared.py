"""A plan made ready once, for many episodes of the same person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from iopkit.cost.adjudications import Adjudication, Route
from iopkit.cost.book import Book, book_of
from iopkit.cost.ending import EvenEnding
from iopkit.cost.exactness import is_exact
from iopkit.cost.groups import at_once
from iopkit.cost.kernel import INTEGERS, Left, Parts, Terms, due, equal_total
from iopkit.cost.line_needs import Ask, ask_of, missing_of_lines, sides_of
from iopkit.cost.making import terms_on
from iopkit.cost.needs import home_benefit, missing_of
from iopkit.cost.purses import BookPurse
from iopkit.cost.readings import Reading, read_side
from iopkit.cost.settling import settled
from iopkit.cost.sides import Side
from iopkit.cost.walk_state import State
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine, EqualLines
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.coverage import Benefit

_Lines = tuple[ClaimLine, ...] | EqualLines
_Sides = tuple[tuple[Side, ...], tuple[Side, ...]]


class _Books:
    """The books of a plan and what has been used of it, each made once."""

    def __init__(self, plan: HealthPlan, used: Accumulators) -> None:
        self._plan, self._used = plan, used
        self._sides: dict[Side, Reading] = {}
        self._asks: dict[Side, Ask | None] = {}
        self._books: dict[_Sides, Book] = {}

    def of(self, lines: Sequence[ClaimLine]) -> Book:
        """Return the book of lines, which must be in order and in the plan year."""
        self._require_year([line.on for line in lines])
        covered, others = sides_of(lines)
        for side in (*covered, *others):
            if side not in self._asks:
                self._asks[side] = ask_of(self._plan, self._used, self.read(side))
        lacking = missing_of_lines(self._plan, lines, self._asks)
        book = self._books.get((covered, others))
        if book is not None and not lacking:
            return book
        sides = [self.read(side) for side in covered]
        lacking = (*missing_of(self._plan, self._used, sides), *lacking)
        if lacking:
            raise CannotAdjudicate(lacking)
        every = [self.read(side) for side in dict.fromkeys((*covered, *others))]
        home = home_benefit(self._plan, [side.benefit for side in covered])
        book = self._books[covered, others] = book_of(self._plan, self._used, home, every)
        return book

    def read(self, side: Side) -> Reading:
        """Return what the plan says of one side."""
        one = self._sides.get(side)
        if one is None:
            one = self._sides[side] = read_side(self._plan, self._used, side)
        return one

    def _require_year(self, days: Sequence[date]) -> None:
        if list(days) != sorted(days):
            raise InvalidValue("lines", "service days in order; sort the lines by day")
        year = self._plan.plan_year
        if year is not None and days and not (year.holds(days[0]) and year.holds(days[-1])):
            raise PlanYearMismatch(str(year))


class PreparedPlan(Quiet):
    """A plan and what has been used of it, ready to settle lines quickly.

    Build one with `prepare`; nothing that it answers differs from `adjudicate`.
    """

    __slots__ = ("_books", "_even", "_plan", "_used")

    def __init__(self, plan: HealthPlan, used: Accumulators) -> None:
        self._plan, self._used, self._books = plan, used, _Books(plan, used)
        self._even: dict[tuple[Benefit, bool], _Even] = {}

    def adjudicate(self, lines: Sequence[ClaimLine] | EqualLines) -> Adjudication:
        """Return what the patient owes of `lines`, as `adjudicate` does, with its errors."""
        # A caller may change a list later, and a generator has been used up.
        claimed = lines if isinstance(lines, EqualLines) else tuple(lines)
        found = self._even_of(claimed)
        if found is None:
            return self.adjudicate_by(None, claimed)
        even, allowed, count = found
        runs, after = at_once(even.terms, allowed, count, even.left, even.beyond(allowed))
        ending = EvenEnding(self._plan, self._used, even.side, count, even.left, after)
        route = Route.UNIFORM if count > 1 else Route.WALK
        return Adjudication(claimed=claimed, runs=tuple(runs), route=route, ending=ending)

    def patient(self, lines: Sequence[ClaimLine] | EqualLines) -> Money:
        """Return what the patient owes in all, without any balance bill.

        Equal to `adjudicate(lines).patient`, with its errors; quicker for `EqualLines`.
        """
        found = self._even_of(lines) if isinstance(lines, EqualLines) else None
        if found is None:
            return self.adjudicate(lines).patient
        even, allowed, count = found
        return Money(equal_total(INTEGERS, even.terms, allowed, count, even.left))

    def _even_of(self, lines: _Lines) -> tuple[_Even, int, int] | None:
        """Return how equal lines are settled at once, what each allows, and how many they are.

        `None` where that takes more, or something is wrong with them.
        """
        if isinstance(lines, EqualLines):
            line, last, count = lines.line, lines.days[-1], len(lines.days)
        elif _are_alike(lines):
            line, last, count = lines[0], lines[-1].on, len(lines)
        else:
            return None
        if line.stay is not None and self._used.stay not in (None, line.stay):
            return None
        year = self._plan.plan_year
        if year is not None and not (year.holds(line.on) and year.holds(last)):
            return None
        key, is_authorized = (line.benefit, line.is_in_network), line.is_authorized
        even = self._even.get(key) or self._made_even(Side(*key))
        if even is None or not line.is_covered or is_authorized is False:
            return None
        if is_authorized is None and even.side.asks_authorization:
            return None
        return even, line.allowed.cents, count

    def _made_even(self, side: Side) -> _Even | None:
        one = self._books.read(side)
        even = _even(self._plan, one)
        if even is None or missing_of(self._plan, self._used, (one,)):
            return None
        self._even[side] = even
        return even

    def adjudicate_by(
        self, route: Route | None, lines: Sequence[ClaimLine] | EqualLines
    ) -> Adjudication:
        """Return the same by a route that is named and known to be exact."""
        each = tuple(lines)
        book = self._books.of(each)
        runs, ending, taken = settled(book, each, route)
        claimed = lines if isinstance(lines, EqualLines) else each
        return Adjudication(claimed=claimed, runs=runs, route=taken, ending=ending)


class _Even(NamedTuple):
    """How equal lines of one side are settled at once, from what is left before them."""

    side: Reading
    terms: Terms[int]
    left: Left[int]
    known: dict[int, Parts[int]]

    def beyond(self, allowed: int) -> Parts[int]:
        """Return what a line owes once the deductible is met; computed once of each amount."""
        found = self.known.get(allowed)
        if found is None:
            found = self.known[allowed] = due(INTEGERS, self.terms, allowed, 0)
        return found

    def __repr__(self) -> str:
        return "<_Even>"


def _even(plan: HealthPlan, one: Reading) -> _Even | None:
    share = one.told.cost_share if one.told else None
    if share is None or not one.is_plain:
        return None
    terms = terms_on(plan, one, share)
    if not is_exact(one, terms.counts):
        return None
    return _Even(one, terms, Left(one.deductible.least, one.limit.least), {})


def _are_alike(lines: Sequence[ClaimLine]) -> bool:
    """Return whether lines are in order, and plain cost sharing settles all of them alike."""
    if not lines:
        return False
    first = before = lines[0]
    told = first.benefit, first.is_in_network, first.is_covered, first.is_authorized
    cents, stay = first.allowed.cents, first.stay
    for line in lines:
        if line.allowed.cents != cents or line.stay != stay or line.on < before.on:
            return False
        if told != (line.benefit, line.is_in_network, line.is_covered, line.is_authorized):
            return False
        before = line
    return True


def prepare(plan: HealthPlan, used: Accumulators) -> PreparedPlan:
    """Return a plan made ready, which settles many episodes quicker than one by one."""
    return PreparedPlan(plan, used)


def purse_of(plan: HealthPlan, used: Accumulators, lines: Iterable[ClaimLine]) -> BookPurse:
    """Return what is left of a plan before `lines`, to settle and to count each by itself.

    Raises:
        CannotAdjudicate, InvalidValue, PlanYearMismatch: as `adjudicate` does.
    """
    each = tuple(lines)
    book = _Books(plan, used).of(each)
    return BookPurse(book, each, State(book, each[0].on.toordinal() if each else 0))
