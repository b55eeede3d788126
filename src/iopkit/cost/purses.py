"""What a plan year has left before each of its lines, where not all that is settled also counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol, Self

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER, AdjudicatedLine, Run
from iopkit.cost.book import Book
from iopkit.cost.ending import Settled
from iopkit.cost.groups import in_order
from iopkit.cost.handling import Handling
from iopkit.cost.kernel import INTEGERS, NO_LIMIT, Left, Terms, one_line
from iopkit.cost.walk import settle_line
from iopkit.cost.walk_state import State
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import LinePart

_BEFORE, _OWN, _DEDUCTIBLE, _COPAY, _SHARE = range(5)
_PENALTY = PART_ORDER.index(LinePart.PENALTY)
"""Parts before this one are cost sharing, which alone counts."""

_OVER = PART_ORDER.index(LinePart.OVER_LIMIT)


class Uncounted(NamedTuple):
    """What of a line does not count after all, in cents.

    `own` is of the deductible of its service, `deductible` of that of the plan, `limit` of what
    counts toward the limit.
    """

    own: int
    deductible: int
    limit: int


class Purse(Protocol):
    """What is left before the next line; it never changes, but leads to another one."""

    def settle(self, cents: int, /) -> tuple[Run, Self]:
        """Return what is owed of the next line, if so much is allowed, and what is left after."""
        ...

    def counted(self, parts: tuple[int, ...], /) -> int:
        """Return what of the parts of the next line counts toward the limit."""
        ...

    def giving_back(self, uncounted: Uncounted, /) -> Self:
        """Return what is left if some of the line before does not count."""
        ...


class PlainPurse(NamedTuple):
    """What is left of one person's deductible, limit and visits, for one way to share costs.

    `ceiling` is the most that is asked as the patient's share of a line.
    """

    terms: Terms[int]
    visits: int | None
    left: Left[int]
    ceiling: int = NO_LIMIT

    def settle(self, cents: int, /) -> tuple[Run, Self]:
        """Return what is owed of the next line, if so much is allowed, and what is left after."""
        if self.visits == 0:
            return Run(1, cents, (*(0,) * _OVER, cents, 0)), self
        parts, left = one_line(INTEGERS, self.terms, cents, self.left)
        asked = parts._replace(patient_share=min(parts.patient_share, self.ceiling))
        visits = None if self.visits is None else self.visits - 1
        return Run(1, cents, in_order(asked)), self._replace(visits=visits, left=left)

    def counted(self, parts: tuple[int, ...], /) -> int:
        """Return what of the parts of the next line counts toward the limit."""
        before, deductible, copay, share = self.terms.counts
        return (
            parts[_BEFORE] * before
            + parts[_DEDUCTIBLE] * deductible
            + parts[_COPAY] * copay
            + parts[_SHARE] * share
        )

    def giving_back(self, uncounted: Uncounted, /) -> Self:
        """Return what is left if some of the line before does not count."""
        deductible, room = self.left
        return self._replace(left=Left(deductible + uncounted.deductible, room + uncounted.limit))

    def __repr__(self) -> str:
        return "<PlainPurse>"


class BookPurse(NamedTuple):
    """What is left of everything that a plan counts, before the line at `place`."""

    book: Book
    lines: tuple[ClaimLine, ...]
    state: State
    place: int = 0

    def settle(self, cents: int, /) -> tuple[Run, Self]:
        """Return what is owed of the next line, if so much is allowed, and what is left after."""
        line, state = self.lines[self.place], self.state.copy()
        if line.allowed.cents != cents:
            line = evolve(line, allowed=Money(cents))
        run = settle_line(self._handling(self.place), line, state)
        return run, self._replace(state=state, place=self.place + 1)

    def counted(self, parts: tuple[int, ...], /) -> int:
        """Return what of the parts of the next line counts toward the limit."""
        handling = self._handling(self.place)
        if not handling.limit.bounds:
            return 0
        before, *rest = handling.way.terms.counts
        own = handling.own is not None and handling.own.counts
        each = zip((before, own, *rest), parts[:_PENALTY], strict=True)
        return sum(cents for counts, cents in each if counts)

    def giving_back(self, uncounted: Uncounted, /) -> Self:
        """Return what is left if some of the line before does not count."""
        handling, state = self._handling(self.place - 1), self.state.copy()
        state.take(handling.deductible.takes, -uncounted.deductible)
        state.take(handling.limit.takes, -uncounted.limit)
        if handling.own is not None:
            state.take(handling.own.takes, -uncounted.own)
        return self._replace(state=state)

    def used_after(self, lines: Iterable[AdjudicatedLine]) -> Accumulators:
        """Return what has been used of the plan before the next line; `lines` are those settled."""
        left, marks = tuple(self.state.left), self.state.marks()
        return Settled(self.book, left, marks).used_after(lines)

    def _handling(self, place: int) -> Handling:
        line = self.lines[place]
        return self.book.handlings[line.benefit, line.is_in_network]

    def __repr__(self) -> str:
        return "<BookPurse>"
