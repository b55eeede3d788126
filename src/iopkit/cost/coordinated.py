"""How a second plan takes part in one answer of the first, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from iopkit.cost.ledgers import Ledger
from iopkit.cost.line_ends import NEITHER, SURE, LineEnds, line_ends, uses_nothing, without_limit
from iopkit.cost.outcomes import End
from iopkit.cost.pricing import Billed
from iopkit.cost.second_lines import AS_IF_ALONE, Counting, second_lines
from iopkit.cost.secondary_payment import LineFacts, second_payment
from iopkit.cost.settled_days import (
    Pair,
    Settled,
    all_of,
    in_order,
    second_at_most,
    settled,
    supposing,
)
from iopkit.model.coordination import CoordinationMethod

Lines = tuple[Billed, ...]


class _Sides(NamedTuple):
    """One end of an answer: the lines of the first plan, and those of the second by itself."""

    end: End
    firsts: tuple[Settled, ...]
    answer: End
    own: tuple[Settled, ...]

    def __repr__(self) -> str:
        return "<_Sides>"


class Coordinating(NamedTuple):
    """What is known of how the second plan coordinates.

    `path` is that of the plan in the case; `is_told` says that it tells its method.  `charges` are
    what is charged for each line; `is_in_network` says that the program is in the first plan's
    network.
    """

    methods: Sequence[CoordinationMethod]
    is_told: bool
    countings: Sequence[Counting]
    path: str
    charges: Lines | None
    is_in_network: bool

    def __repr__(self) -> str:
        return "<Coordinating>"

    def shared(self, pair: Pair, answer: Pair) -> Iterator[Pair]:
        """Yield what both plans leave by each method; only bounds where lines are not known."""
        low, high = (_sides(*each) for each in zip(pair, answer, strict=True))
        if low is None or high is None or pair[1].cents is None:
            yield second_at_most(pair, all_of(answer[1].price))
            return
        for method in self.methods:
            named = {} if self.is_told else {f"{self.path}.coordination": method}
            alike: dict[tuple[Lines | None, Lines | None], list[Counting]] = {}
            for counting in self.countings:
                taken = self._taken(method, counting, low, high)
                alike.setdefault(taken, []).append(counting)
            for taken, countings in alike.items():
                values = self._counted(countings[0]) if len(alike) > 1 else {}
                least = self._at_least(method, countings, low, high)
                yield _with(supposing(pair, {**named, **values}), answer, taken, least)

    def _counted(self, counting: Counting) -> Mapping[str, object]:
        """Return what an answer supposes of counting, as far as that is not told."""
        return {
            f"{self.path}.{name}_when_second": getattr(counting, name)
            for name in Counting._fields
            if len({getattr(each, name) for each in self.countings}) > 1
        }

    def _taken(
        self, method: CoordinationMethod, counting: Counting, low: _Sides, high: _Sides
    ) -> tuple[Lines | None, Lines | None]:
        """Return what is taken of each line at both ends; `None` where that is no end."""
        if uses_nothing(low.answer) and uses_nothing(high.answer):
            counting = AS_IF_ALONE
        ends = _ends(method, counting, (low.end, high.end), (low.answer, high.answer))
        least, most = (self._lines(method, counting, sides) for sides in (low, high))
        return least if ends.is_least else None, most if ends.is_most else None

    def _at_least(
        self,
        method: CoordinationMethod,
        countings: Sequence[Counting],
        low: _Sides,
        high: _Sides,
    ) -> Lines:
        """Return what is taken of each line at least, whatever is left of a limit."""
        is_alone = all(counting.is_alone for counting in countings)
        if not is_alone or in_order((low.end, high.end)) is None:
            return ()
        each, pays = self._facts(high), list[int]()
        for one, other in zip(low.answer.ledgers, high.answer.ledgers, strict=False):
            purse, facts = without_limit(one, other), [next(each) for _ in other.lines]
            if purse is None:
                return ()
            pays += [line.pays for line in second_lines(method, AS_IF_ALONE, facts, purse)[0]]
        return _within_bill(high, pays) or () if len(pays) == len(high.firsts) else ()

    def _lines(self, method: CoordinationMethod, counting: Counting, sides: _Sides) -> Lines | None:
        """Return what is taken of the lines of one end, `None` where it is not known."""
        each = self._facts(sides)
        pays: list[int] = []
        for ledger in sides.answer.ledgers:
            paid = _paid(method, counting, [next(each) for _ in ledger.lines], ledger)
            if paid is None:
                return None
            pays += paid
        return _within_bill(sides, pays)

    def _facts(self, sides: _Sides) -> Iterator[LineFacts]:
        charges = self.charges or ()
        charges = charges[: len(sides.firsts)]
        is_charged = [line.on for line in sides.firsts] == [line.on for line in charges]
        for place, (first, own) in enumerate(zip(sides.firsts, sides.own, strict=True)):
            charge = max(first.allowed, own.allowed)
            if is_charged:
                charge = max(charge, charges[place].cents)
            accepted = charge if is_charged else None
            yield LineFacts(
                charge=charge,
                accepted=first.allowed if self.is_in_network else accepted,
                first_allowed=first.allowed,
                paid=first.paid,
                owed=first.owed,
                second_allowed=own.allowed,
            )


def _sides(end: End, answer: End) -> _Sides | None:
    """Return an end whose lines both plans settle, all covered by the first; else `None`."""
    firsts, own = settled(end), settled(answer)
    if firsts is None or own is None or not all(line.is_covered for line in firsts):
        return None
    is_alike = [line.on for line in firsts] == [line.on for line in own]
    return _Sides(end, firsts, answer, own) if is_alike else None


def _ends(method: CoordinationMethod, counting: Counting, pair: Pair, answer: Pair) -> LineEnds:
    """Return whether what both plans leave is least and most at the ends of both.

    What is left never falls where the first plan leaves more or the second one would pay less of a
    line.  A first plan that leaves more may change what the second one has left by what is counted
    of it, or by what is taken from its allowed amount.
    """
    of_whole = method is not CoordinationMethod.MAINTENANCE
    firsts = line_ends(pair)
    seconds = line_ends(answer, as_alone=counting.is_alone, of_whole=of_whole)
    if firsts == SURE and in_order(pair) is not None:
        return seconds
    return firsts.both(seconds) if counting.is_alone and of_whole else NEITHER


def _paid(
    method: CoordinationMethod, counting: Counting, facts: Sequence[LineFacts], ledger: Ledger
) -> list[int] | None:
    """Return what the second plan pays of the lines of one of its years, as far as known."""
    if counting.is_alone and method is not CoordinationMethod.MAINTENANCE:
        alone = (run.plan_cents for _, run in ledger.entries())
        each = zip(facts, alone, strict=True)
        return [second_payment(method, line._replace(alone=cents)) for line, cents in each]
    if ledger.purse is None:
        return None
    seconds, _ = second_lines(method, counting, facts, ledger.purse())
    return [line.pays for line in seconds]


def _within_bill(sides: _Sides, pays: Sequence[int]) -> Lines | None:
    """Return what is paid of the patient's part of each line, then of the rest of its bill."""
    rest = Counter[date]()
    for line in sides.end.rest:
        rest[line.on] += line.cents
    beyond = [max(cents - first.owed, 0) for first, cents in zip(sides.firsts, pays, strict=True)]
    if any(beyond) and len(sides.end.rest) == 1 < len(sides.firsts):
        return None  # the rest of the bill is not told day by day
    found = []
    for first, cents, more in zip(sides.firsts, pays, beyond, strict=True):
        of_bill = min(more, rest[first.on])
        rest[first.on] -= of_bill
        found.append(Billed(first.on, cents - more + of_bill))
    return tuple(found)


def _with(
    pair: Pair, answer: Pair, taken: tuple[Lines | None, Lines | None], at_least: Lines
) -> Pair:
    """Return an answer with what is taken of its lines; a bound, where that is no end."""
    (low, high), (least, most) = pair, taken
    lowest, highest = second_at_most(pair, all_of(answer[1].price))
    highest = highest._replace(second=at_least)
    if least is not None:
        lowest = low._replace(second=least, is_exact=low.is_exact and answer[0].is_exact)
    if most is not None:
        highest = high._replace(second=most, is_exact=high.is_exact and answer[1].is_exact)
    return lowest, highest
