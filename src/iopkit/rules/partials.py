"""What may be told of a fact, as far as leaves can tell it apart: nothing, a part, or all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement
from typing import TypeAlias, assert_never

from attrs import evolve, frozen

from iopkit.rules.answers import Answer, AnyFact, FactType
from iopkit.rules.cells import limits_of, span_of, starts_of
from iopkit.rules.nodes import Compare, Has, Known
from iopkit.rules.normal_forms import AnyLeaf
from iopkit.rules.tracing import leaf_outcome
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.spans import Basis
from iopkit.values.terms import Term

Way: TypeAlias = tuple[bool, ...]
"""One way in which a fact can be: which of some leaves are met by it."""

_Partial: TypeAlias = tuple[Answer, tuple[Answer, ...]]
"""What is told, and answers that complete it, at least one for each way in which it can be so."""


@frozen(eq=False, repr=False)
class Telling:
    """What is told of a fact, the ways (by number) that it leaves, and how leaves come out."""

    answer: Answer
    ways: tuple[int, ...]
    outcomes: tuple[Truth, ...]


@frozen(eq=False, repr=False)
class Unknown:
    """One thing that `leaves` ask about: a fact, or whether a listing holds one term.

    `ways` are those in which it can be, and `tellings` all that may be told of it, as far as the
    leaves can tell them apart; what leaves most ways comes first, so that nothing told is first.
    """

    leaves: tuple[AnyLeaf, ...]
    ways: tuple[Way, ...]
    tellings: tuple[Telling, ...]


def subject_of(leaf: AnyLeaf) -> tuple[str, Term | None]:
    """Return what `leaf` asks about: leaves with different subjects are independent.

    Each term of a listing is a subject of its own, and so is whether the listing is told at all.
    """
    return leaf.fact.name, leaf.term if isinstance(leaf, Has) else None


def unknown_of(asked: Iterable[AnyLeaf]) -> Unknown:
    """Return the unknown that leaves of one subject ask about."""
    leaves = tuple(dict.fromkeys(asked))
    ways: dict[Way, int] = {}
    found: dict[tuple[tuple[int, ...], tuple[Truth, ...]], Telling] = {}
    for answer, complete in _partials(leaves):
        is_told = answer is not None
        met = {_way(leaves, one, is_told=is_told): None for one in complete}
        numbers = tuple(sorted(ways.setdefault(way, len(ways)) for way in met))
        outcomes = tuple(leaf_outcome(leaf, answer) for leaf in leaves)
        found.setdefault((numbers, outcomes), Telling(answer, numbers, outcomes))
    widest = sorted(found.values(), key=lambda telling: -len(telling.ways))
    return Unknown(leaves, tuple(ways), tuple(widest))


def _way(leaves: Sequence[AnyLeaf], answer: Answer, *, is_told: bool) -> Way:
    return tuple(
        is_told if isinstance(leaf, Known) else leaf_outcome(leaf, answer) is Truth.MET
        for leaf in leaves
    )


def _partials(leaves: Sequence[AnyLeaf]) -> Iterator[_Partial]:
    """Yield nothing told first, and then what can be told."""
    fact = leaves[0].fact
    match fact.type:
        case FactType.BOOLEAN:
            whole: tuple[Answer, ...] = (False, True)
        case FactType.TERM:
            whole = tuple(fact.terms or ())
        case FactType.LISTING:
            whole = _listings(leaves[0])
        case FactType.WHOLE_NUMBER | FactType.MONEY | FactType.DATE:
            yield from _ranges(fact, [leaf for leaf in leaves if isinstance(leaf, Compare)])
            return
        case _:
            assert_never(fact.type)
    yield None, whole
    yield from ((answer, (answer,)) for answer in whole)


def _listings(leaf: AnyLeaf) -> tuple[Answer, ...]:
    if isinstance(leaf, Has):
        return Listing[Term](lacks=(leaf.term,)), Listing[Term](present=(leaf.term,))
    return (Listing[Term](),)


def _ranges(fact: AnyFact, leaves: Sequence[Compare]) -> Iterator[_Partial]:
    """Yield every run of the cells that the leaves cut out of all numbers.

    An end that is not told reaches over the last cell on its side, and that may lie beyond the
    bounds of the fact: no complete answer does, except where all that is told lies beyond.
    """
    starts = sorted({start for leaf in leaves for start in starts_of(leaf)})
    ends = list(zip([None, *starts], [*(start - 1 for start in starts), None], strict=True))
    inside = [_overlaps(limits_of(fact), low, high) for low, high in ends]
    numbers = range(len(ends))
    yield None, tuple(span_of(fact, *ends[at]) for at in numbers if inside[at])
    for first, last in combinations_with_replacement(numbers, 2):
        within = [at for at in range(first, last + 1) if inside[at]]
        if not within and fact.type is not FactType.WHOLE_NUMBER:
            continue  # no amount and no day lies beyond the limits of its type
        left = within or range(first, last + 1)
        told = evolve(span_of(fact, ends[first][0], ends[last][1]), basis=Basis.TOLD)
        yield told, tuple(span_of(fact, *ends[at]) for at in left)


def _overlaps(limits: tuple[int | None, int | None], low: int | None, high: int | None) -> bool:
    least, most = limits
    return not (
        (least is not None and high is not None and high < least)
        or (most is not None and low is not None and low > most)
    )
