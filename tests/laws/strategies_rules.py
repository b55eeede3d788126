"""Small random rules, what may be told of their facts, and every way to complete it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

from hypothesis import strategies as st

from iopkit.rules import (
    AllOf,
    Answer,
    AnyFact,
    AnyOf,
    AtLeast,
    Clause,
    Fact,
    FactType,
    Node,
    Not,
    facts_of,
)
from iopkit.values import Listing, Money, Span, Term, Text


class Need(Term):
    """A closed list of four, of which rules ask for three."""

    ONE = "one", "one", "uno"
    TWO = "two", "two", "dos"
    THREE = "three", "three", "tres"
    FOUR = "four", "four", "cuatro"


_ASKED = Text("What?", "¿Qué?")
_NUMBERS = range(-2, 8)
_DAYS = [date(2026, 1, day) for day in range(1, 11)]
_EVERY_FLAG = tuple(
    Fact[bool](name=f"flag-{name}", type=FactType.BOOLEAN, question=_ASKED) for name in "abcdefgh"
)
FLAGS, MORE_FLAGS = _EVERY_FLAG[:3], _EVERY_FLAG[3:]
COUNT = Fact[int](name="count", type=FactType.WHOLE_NUMBER, question=_ASKED)
AGE = Fact[int](name="age", type=FactType.WHOLE_NUMBER, question=_ASKED, low=0, high=5)
FEE = Fact[Money](name="fee", type=FactType.MONEY, question=_ASKED)
START = Fact[date](name="start", type=FactType.DATE, question=_ASKED)
NEED = Fact[Need](name="need", type=FactType.TERM, question=_ASKED, terms=Need)
NEEDS = Fact[Listing[Need]](name="needs", type=FactType.LISTING, question=_ASKED, terms=Need)
_ALL: tuple[AnyFact, ...] = (*FLAGS, COUNT, AGE, FEE, START, NEED, NEEDS)
FACTS: Mapping[str, AnyFact] = {fact.name: fact for fact in _ALL}

_LISTINGS = [
    Listing.of(*(need for need, is_in in zip(Need, chosen, strict=True) if is_in), complete=True)
    for chosen in product((False, True), repeat=len(Need))
]
UNIVERSE: Mapping[str, list[Answer]] = {
    **{flag.name: [False, True] for flag in _EVERY_FLAG},
    "count": [*_NUMBERS],
    "age": [*range(6)],
    "fee": [Money(cents) for cents in _NUMBERS],
    "start": [*_DAYS],
    "need": [*Need],
    "needs": [*_LISTINGS],
}
"""Enough values of each fact that each cell of each rule below holds at least one."""


def _bounds() -> st.SearchStrategy[int]:
    return st.integers(0, 5)


def _numeric(fact: Fact[int]) -> st.SearchStrategy[Node]:
    words = (fact.at_least, fact.at_most, fact.more_than, fact.less_than, fact.equals)
    return st.builds(lambda word, bound: word(bound), st.sampled_from(words), _bounds())


def _money() -> st.SearchStrategy[Node]:
    words = (FEE.at_least, FEE.at_most, FEE.more_than, FEE.less_than, FEE.equals)
    return st.builds(lambda word, bound: word(Money(bound)), st.sampled_from(words), _bounds())


def _dates() -> st.SearchStrategy[Node]:
    words = (START.at_least, START.at_most, START.more_than, START.less_than, START.equals)
    bounds = st.sampled_from(_DAYS[2:8])
    return st.builds(lambda word, bound: word(bound), st.sampled_from(words), bounds)


def leaves() -> st.SearchStrategy[Node]:
    """Return leaves that ask about one fact of any type."""
    some = st.lists(st.sampled_from(list(Need)[:3]), min_size=1, max_size=2, unique=True)
    return st.one_of(
        st.sampled_from([flag.is_true() for flag in FLAGS]),
        st.sampled_from([flag.is_false() for flag in FLAGS]),
        _numeric(COUNT),
        _numeric(AGE),
        _money(),
        _dates(),
        some.map(lambda needs: NEED.one_of(*needs)),
        st.sampled_from([NEEDS.has(need) for need in list(Need)[:3]]),
    )


def rules(leaf: st.SearchStrategy[Node] | None = None) -> st.SearchStrategy[Node]:
    """Return rules of a few nodes, of every kind but `Known`."""
    return st.recursive(leaves() if leaf is None else leaf, _larger, max_leaves=6)


def _larger(rule: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(rule, min_size=1, max_size=3)
    label = Text("Something", "Algo")
    return st.one_of(
        rule.map(Not),
        parts.map(AllOf),
        parts.map(AnyOf),
        st.builds(AtLeast, st.integers(1, 3), parts),
        rule.map(lambda part: Clause("some-clause", label, part, "some-source", "(a)")),
    )


@st.composite
def grouped(draw: st.DrawFn, asked: Sequence[Node]) -> Node:
    """Return a rule that asks all of `asked`, in groups within groups."""
    left = list(asked)
    while len(left) > 1:
        size = draw(st.integers(2, min(4, len(left))))
        parts, left = left[:size], left[size:]
        some = AtLeast(draw(st.integers(1, size)), parts)
        groups: list[Node] = [AllOf(parts), AnyOf(parts), some]
        group = draw(st.sampled_from(groups))
        left.insert(draw(st.integers(0, len(left))), Not(group) if draw(st.booleans()) else group)
    return left[0]


@st.composite
def partly_shared(draw: st.DrawFn) -> Node:
    """Return rules of which some parts share facts and others share none."""
    flags: list[Node] = [flag.is_true() for flag in MORE_FLAGS[:4]]
    shared = draw(st.lists(st.sampled_from(flags[:2]) | leaves(), min_size=1, max_size=4))
    return draw(grouped(draw(st.permutations([*flags, *shared]))))


def small_rules() -> st.SearchStrategy[Node]:
    """Return rules whose completions are few enough to try each."""
    return rules().filter(lambda rule: len(facts_of(rule)) <= 3)


@st.composite
def told(draw: st.DrawFn, rule: Node) -> dict[str, Answer]:
    """Return what may be told of the facts of `rule`: nothing, a part, or all."""
    return {fact.name: draw(_answers(fact)) for fact in facts_of(rule)}


def _answers(fact: AnyFact) -> st.SearchStrategy[Answer]:
    whole = st.sampled_from(UNIVERSE[fact.name])
    match fact.type:
        case FactType.WHOLE_NUMBER | FactType.MONEY | FactType.DATE:
            return st.one_of(st.none(), whole, _spans(fact))
        case FactType.LISTING:
            return st.one_of(st.none(), whole, _listings())
    return st.one_of(st.none(), whole)


def _spans(fact: AnyFact) -> st.SearchStrategy[Answer]:
    values = UNIVERSE[fact.name]
    places = st.tuples(st.integers(0, len(values) - 1), st.integers(0, len(values) - 1))
    return st.builds(_span, st.just(values), places.map(sorted), st.booleans(), st.booleans())


def _span(values: list[Any], ends: list[int], has_low: bool, has_high: bool) -> Answer:
    low, high = (values[end] for end in ends)
    return Span(low if has_low else None, high if has_high else None)


@st.composite
def _listings(draw: st.DrawFn) -> Answer:
    said = draw(st.lists(st.sampled_from([None, True, False]), min_size=4, max_size=4))
    pairs = list(zip(Need, said, strict=True))
    return Listing.of(
        *(need for need, is_in in pairs if is_in),
        lacks=[need for need, is_in in pairs if is_in is False],
    )


def completions(rule: Node, answers: Mapping[str, Answer]) -> Iterator[dict[str, Answer]]:
    """Yield every full set of answers to `rule` that agrees with `answers`."""
    names = [fact.name for fact in facts_of(rule)]
    values = [
        [value for value in UNIVERSE[name] if agrees(value, answers.get(name))] for name in names
    ]
    for chosen in product(*values):
        yield dict(zip(names, chosen, strict=True))


def agrees(value: Answer, answer: object) -> bool:
    """Return whether the whole `value` is possible, given what `answer` tells."""
    match answer:
        case None:
            return True
        case Span(low, high):
            return (low is None or low <= value) and (high is None or value <= high)
        case Listing() if isinstance(value, Listing):
            return all(answer.holds(need) in (None, value.holds(need)) for need in Need)
        case tuple():
            return value in answer
    return value == answer
