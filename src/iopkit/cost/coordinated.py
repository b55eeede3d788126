"""How a second plan takes part in one answer of the first, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from iopkit.cost.pricing import Billed
from iopkit.cost.secondary_payment import LineFacts, second_payment
from iopkit.cost.settled_days import (
    Pair,
    Settled,
    all_of,
    in_order,
    second_at_most,
    supposing,
)
from iopkit.model.coordination import CoordinationMethod

Lines = tuple[Billed, ...]


class Again(Protocol):
    """The same answer of the second plan for other amounts."""

    def __call__(self, place: int, low: Lines, high: Lines, /) -> Pair | None:
        """Return the answer at `place`, `None` where there is no such one."""
        ...


class Coordinating(NamedTuple):
    """What is known of how the second plan coordinates.

    `path` is the field that tells the method, empty where it is told; `charges` are what is
    charged for each line; `is_in_network` says that the program is in the first plan's network.
    """

    methods: Sequence[CoordinationMethod]
    path: str
    charges: Lines | None
    is_in_network: bool
    again: Again

    def __repr__(self) -> str:
        return "<Coordinating>"

    def shared(self, pair: Pair, answer: Pair, place: int) -> Iterator[Pair]:
        """Yield what both plans leave by each method; only bounds where lines are not known."""
        firsts, own = in_order(pair), in_order(answer)
        if firsts is None or own is None or not _are_alike(firsts, own):
            yield second_at_most(pair, all_of(answer[1].price))
            return
        for method in self.methods:
            named = supposing(pair, {self.path: method} if self.path else {})
            rest = own[1]
            if method is CoordinationMethod.MAINTENANCE:
                left = self._of_rest(firsts, own, answer, place)
                if left is None:
                    yield second_at_most(named, all_of(answer[1].price))
                    continue
                rest = left
            for taken, is_exact in self._taken(method, firsts[1], own[1], rest):
                yield _with(named, answer, taken, is_exact=is_exact)

    def _of_rest(
        self,
        firsts: tuple[Sequence[Settled], Sequence[Settled]],
        own: tuple[Sequence[Settled], Sequence[Settled]],
        answer: Pair,
        place: int,
    ) -> tuple[Settled, ...] | None:
        """Return the second plan's lines less what the first has paid of each."""
        low, high = (
            tuple(
                Billed(line.on, max(line.allowed - first.paid, 0))
                for first, line in zip(firsts[side], own[side], strict=True)
            )
            for side in (0, 1)
        )
        found = self.again(place, low, high)
        if found is None or any(
            one.values != other.values for one, other in zip(found, answer, strict=True)
        ):
            return None
        left = in_order(found)
        return None if left is None or len(left[1]) != len(high) else left[1]

    def _taken(
        self,
        method: CoordinationMethod,
        firsts: Sequence[Settled],
        own: Sequence[Settled],
        rest: Sequence[Settled],
    ) -> Iterator[tuple[Lines, bool]]:
        """Yield what is taken of each line; twice where that hangs on a charge not told."""
        charges = self.charges if self.charges and len(self.charges) == len(firsts) else None
        least = [
            _facts(first, line, left.paid)
            for first, line, left in zip(firsts, own, rest, strict=True)
        ]
        if charges is not None:
            least = [
                facts._replace(charge=max(charge.cents, facts.charge))
                for facts, charge in zip(least, charges, strict=True)
            ]
        if not self.is_in_network:
            least = [
                facts._replace(accepted=None if charges is None else facts.charge)
                for facts in least
            ]
        lines = _lines(method, firsts, least)
        if method is not CoordinationMethod.BASIC or charges is not None:
            yield lines, True
            return
        most = [
            facts._replace(charge=max(facts.charge, facts.paid + facts.alone)) for facts in least
        ]
        others = _lines(method, firsts, most)
        yield lines, lines == others
        if lines != others:
            yield others, False


def _are_alike(
    firsts: tuple[Sequence[Settled], Sequence[Settled]],
    own: tuple[Sequence[Settled], Sequence[Settled]],
) -> bool:
    """Return whether both plans settle the same services, all covered by the first."""
    same = all(
        [line.on for line in one] == [line.on for line in other]
        for one, other in zip(firsts, own, strict=True)
    )
    return same and all(line.is_covered for line in firsts[1])


def _facts(first: Settled, own: Settled, of_rest: int) -> LineFacts:
    return LineFacts(
        charge=max(first.allowed, own.allowed),
        accepted=first.allowed,
        first_allowed=first.allowed,
        paid=first.paid,
        owed=first.owed,
        second_allowed=own.allowed,
        alone=own.paid,
        of_rest=of_rest,
    )


def _lines(
    method: CoordinationMethod, firsts: Sequence[Settled], facts: Sequence[LineFacts]
) -> Lines:
    """Return what the second plan pays of the patient's part of each line."""
    return tuple(
        Billed(first.on, min(second_payment(method, line), line.owed))
        for first, line in zip(firsts, facts, strict=True)
    )


def _with(pair: Pair, answer: Pair, taken: Lines, *, is_exact: bool) -> Pair:
    """Return an answer with what is taken of its lines, fewer of them at the low end."""
    low, high = pair
    count = sum(len(ledger.lines) for ledger in low.ledgers)
    return (
        low._replace(
            second=taken[:count], is_exact=low.is_exact and answer[0].is_exact and is_exact
        ),
        high._replace(second=taken, is_exact=high.is_exact and answer[1].is_exact and is_exact),
    )
