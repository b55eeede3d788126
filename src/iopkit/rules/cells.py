"""The cells that a rule's own thresholds cut: all values of one cell come out alike.

An unknown answer is taken apart into `Variable`s, one for a fact, or for each term that a
listing is asked for, and each variable into the few cells among which the rule can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TypeAlias, cast

from attrs import frozen

from iopkit.rules.answers import Answer, Answers, AnyFact, FactType, told
from iopkit.rules.nodes import Compare, Has, OneOf, Operator
from iopkit.rules.tracing import leaf_outcome
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Term

Leaf: TypeAlias = Compare | OneOf | Has
Cell: TypeAlias = bool | Span[int] | Span[Money] | Span[date] | Listing[Term] | tuple[Term, ...]
"""A set of answers: yes or no, a range, a term present or absent, or one of some terms."""

_LARGEST_CENTS = 2**51 // 10_000
_LIMITS = {
    FactType.MONEY: (-_LARGEST_CENTS, _LARGEST_CENTS),
    FactType.DATE: (date.min.toordinal(), date.max.toordinal()),
}


@frozen(eq=False, repr=False)
class Variable:
    """One unknown: its fact, its cells, and the cells (by number) that meet each of `leaves`."""

    fact: AnyFact
    cells: tuple[Cell, ...]
    leaves: tuple[Leaf, ...]
    met: tuple[tuple[int, ...], ...]


def variables_of(leaves: Iterable[Leaf], answers: Answers) -> tuple[Variable, ...]:
    """Return the unknowns on which `leaves` depend, in order of first appearance.

    Every leaf must be unknown by `answers`; a told `Span` narrows the cells.
    """
    asked: dict[tuple[str, Term | None], list[Leaf]] = {}
    for leaf in leaves:
        term = leaf.term if isinstance(leaf, Has) else None
        asked.setdefault((leaf.fact.name, term), []).append(leaf)
    return tuple(_variable(group, told(group[0].fact, answers)) for group in asked.values())


def _variable(leaves: list[Leaf], answer: Answer) -> Variable:
    fact = leaves[0].fact
    cells = _cells(fact, leaves, answer)
    if fact.type in (FactType.BOOLEAN, FactType.LISTING):
        return Variable(fact, cells, tuple(leaves), ((1,),) * len(leaves))
    samples = tuple(sample_of(cell, leaves[0]) for cell in cells)
    met = (
        tuple(at for at, sample in enumerate(samples) if leaf_outcome(leaf, sample) is Truth.MET)
        for leaf in leaves
    )
    return Variable(fact, cells, tuple(leaves), tuple(met))


def _cells(fact: AnyFact, leaves: list[Leaf], answer: Answer) -> tuple[Cell, ...]:
    """Return the cells of `fact`; of two answers, the one that meets its leaves comes second."""
    match fact.type, leaves[0]:
        case FactType.BOOLEAN, _:
            return (False, True)
        case _, Has(_, term):
            absent: Listing[Term] = Listing(lacks=(term,))
            present: Listing[Term] = Listing(present=(term,))
            return absent, present
        case FactType.TERM, _:
            return _alike(fact, [leaf for leaf in leaves if isinstance(leaf, OneOf)])
    compared = [leaf for leaf in leaves if isinstance(leaf, Compare)]
    return _ranges(fact, compared, answer if isinstance(answer, Span) else Span(None, None))


def _alike(fact: AnyFact, leaves: list[OneOf]) -> tuple[Cell, ...]:
    groups: dict[tuple[bool, ...], list[Term]] = {}
    for term in fact.terms or ():
        groups.setdefault(tuple(term in leaf.terms for leaf in leaves), []).append(term)
    return tuple(tuple(group) for group in groups.values())


def _ranges(
    fact: AnyFact, leaves: list[Compare], answer: Span[int] | Span[Money] | Span[date]
) -> tuple[Cell, ...]:
    low, high = _domain(fact, _number(answer.low), _number(answer.high))
    least, most = _LIMITS.get(fact.type, (None, None))
    floor, roof = (least if low is None else low), (most if high is None else high)
    starts = sorted(
        start
        for start in {start for leaf in leaves for start in starts_of(leaf)}
        if (floor is None or floor < start) and (roof is None or start <= roof)
    )
    ends = [*(start - 1 for start in starts), high]
    return tuple(span_of(fact, *ends_of) for ends_of in zip([low, *starts], ends, strict=True))


def _domain(fact: AnyFact, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    lows = [end for end in (low, fact.low) if end is not None]
    highs = [end for end in (high, fact.high) if end is not None]
    narrowed = max(lows, default=None), min(highs, default=None)
    # What is told wins where it contradicts the fact's bounds.
    return (low, high) if lows and highs and max(lows) > min(highs) else narrowed


def limits_of(fact: AnyFact) -> tuple[int | None, int | None]:
    """Return the least and the greatest number that can answer `fact`, `None` for no bound."""
    return _LIMITS.get(fact.type, (fact.low, fact.high))


def starts_of(leaf: Compare) -> tuple[int, ...]:
    """Return the numbers at which `leaf` comes out otherwise than at the number before."""
    bound = _number(leaf.bound) or 0
    match leaf.operator:
        case Operator.AT_LEAST | Operator.LESS_THAN:
            return (bound,)
        case Operator.AT_MOST | Operator.MORE_THAN:
            return (bound + 1,)
    return (bound, bound + 1)


def _number(value: int | Money | date | None) -> int | None:
    match value:
        case Money():
            return value.cents
        case date():
            return value.toordinal()
    return value


def value_at(fact: AnyFact, number: int) -> int | Money | date:
    """Return the answer to `fact` that `number` stands for: itself, cents or the day."""
    match fact.type:
        case FactType.MONEY:
            return Money(number)
        case FactType.DATE:
            return date.fromordinal(number)
    return number


def span_of(
    fact: AnyFact, low: int | None, high: int | None
) -> Span[int] | Span[Money] | Span[date]:
    """Return the answers to `fact` that the numbers from `low` to `high` stand for."""
    match fact.type:
        case FactType.MONEY:
            return Span[Money](
                None if low is None else Money(low),
                None if high is None else Money(high),
                Basis.COMPUTED,
            )
        case FactType.DATE:
            return Span[date](
                None if low is None else date.fromordinal(low),
                None if high is None else date.fromordinal(high),
                Basis.COMPUTED,
            )
    return Span[int](low, high, Basis.COMPUTED)


def sample_of(cell: Cell, leaf: Leaf) -> Answer:
    """Return one answer of `cell`, a cell of the fact that `leaf` asks about."""
    match cell:
        case tuple():
            return cell[0]
        case Span(None, None):
            return leaf.bound if isinstance(leaf, Compare) else None
        case Span(low, high):
            return high if low is None else low
    return cell


def joined_cells(every: Sequence[Cell], chosen: Iterable[int]) -> tuple[Cell, ...]:
    """Return those of the cells `every` that have the numbers `chosen`, neighbors put together."""
    places = sorted(chosen)
    cells = [every[at] for at in places]
    if all(isinstance(cell, tuple) for cell in cells):
        return (tuple(term for cell in cells if isinstance(cell, tuple) for term in cell),)
    runs = groupby(zip(places, cells, strict=True), lambda one: one[0] - places.index(one[0]))
    return tuple(_run([cell for _, cell in run]) for _, run in runs)


def _run(cells: list[Cell]) -> Cell:
    first, last = cells[0], cells[-1]
    if isinstance(first, Span) and isinstance(last, Span):
        # Neighbors are ranges of one kind of value.
        return cast("Cell", Span(first.low, last.high, Basis.COMPUTED))
    return first
