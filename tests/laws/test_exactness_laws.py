"""Laws of exactness: the proof agrees with a trial of every partial answer, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import AGE, COUNT, FLAGS, NEED, NEEDS, Need, agrees, rules

from iopkit.rules import (
    AllOf,
    Answer,
    AnyFact,
    AnyOf,
    AtLeast,
    Clause,
    Fact,
    FactType,
    Known,
    Node,
    Not,
    Truth,
    facts_of,
    outcome,
    pivots_of,
)
from iopkit.rules.exactness import exactness_of
from iopkit.values import Listing, Span

BOUNDED = evolve(AGE, high=3)
TERMS = (Need.ONE, Need.TWO)
MOST = 3000
"""So many partial answers are tried one after another."""

_VALUES: dict[str, list[int]] = {"count": [*range(5)], "age": [*range(-1, 5)]}
"""Numbers on both sides of each bound below, and beyond the bounds of the fact."""


def _compared(fact: Fact[int], least: int) -> st.SearchStrategy[Node]:
    words = (fact.at_least, fact.at_most, fact.more_than, fact.less_than, fact.equals)
    return st.builds(lambda word, bound: word(bound), st.sampled_from(words), st.integers(least, 3))


def _leaves() -> st.SearchStrategy[Node]:
    some = st.lists(st.sampled_from(Need), min_size=1, max_size=4, unique=True)
    return st.one_of(
        st.sampled_from([flag.is_true() for flag in FLAGS[:2]]),
        _compared(COUNT, 1),
        _compared(BOUNDED, 0),
        some.map(lambda needs: NEED.one_of(*needs)),
        st.sampled_from([NEEDS.has(term) for term in TERMS]),
    )


def _with_known() -> st.SearchStrategy[Node]:
    known: list[Node] = [fact.is_known() for fact in (FLAGS[0], COUNT, NEED, NEEDS)]
    return st.one_of(_leaves(), st.sampled_from(known))


def _partials(fact: AnyFact) -> list[Answer]:
    match fact.type:
        case FactType.BOOLEAN:
            return [None, False, True]
        case FactType.TERM:
            return [None, *Need]
        case FactType.LISTING:
            said = product((None, True, False), repeat=len(TERMS))
            return [None, *(_listing(dict(zip(TERMS, each, strict=True))) for each in said)]
    ends = [None, *_VALUES[fact.name]]
    pairs = product(ends, repeat=2)
    spans = [Span(a, b) for a, b in pairs if a is None or b is None or a <= b]
    return [None, *spans]


def _listing(said: dict[Need, bool | None]) -> Listing[Need]:
    present = [term for term, is_in in said.items() if is_in]
    return Listing.of(*present, lacks=[term for term, is_in in said.items() if is_in is False])


def _completions(fact: AnyFact, answer: Answer) -> list[Answer]:
    match answer:
        case Span():
            told = [value for value in _VALUES[fact.name] if agrees(value, answer)]
            inside = [value for value in told if _is_inside(fact, value)]
            return [*(inside or told)]
        case None if fact.type is FactType.WHOLE_NUMBER:
            return [value for value in _VALUES[fact.name] if _is_inside(fact, value)]
        case None | Listing():
            whole = [one for one in _partials(fact) if _is_whole(one)]
            return [one for one in whole if answer is None or _agrees(answer, one)]
    return [answer]


def _is_inside(fact: AnyFact, value: int) -> bool:
    return (fact.low is None or fact.low <= value) and (fact.high is None or value <= fact.high)


def _is_whole(answer: Answer) -> bool:
    if isinstance(answer, Listing):
        return all(answer.holds(term) is not None for term in TERMS)
    return answer is not None


def _agrees(told: Answer, whole: Answer) -> bool:
    return (
        isinstance(told, Listing)
        and isinstance(whole, Listing)
        and all(told.holds(term) in (None, whole.holds(term)) for term in TERMS)
    )


def _as_told(rule: Node, told: dict[str, Answer]) -> Node:
    """Return `rule` in which whether something is told stands for good."""
    match rule:
        case Known(fact):
            return AllOf(()) if told[fact.name] is not None else AnyOf(())
        case Not(part):
            return Not(_as_told(part, told))
        case AllOf() | AnyOf() | AtLeast():
            return evolve(rule, parts=[_as_told(part, told) for part in rule.parts])
        case Clause():
            return evolve(rule, rule=_as_told(rule.rule, told))
    return rule


def _count(rule: Node) -> int:
    return prod(len(_partials(fact)) for fact in facts_of(rule))


def _inexact(rule: Node) -> Iterator[dict[str, Answer]]:
    """Yield each partial answer that comes out unknown although all its completions agree."""
    facts = facts_of(rule)
    for answers in product(*(_partials(fact) for fact in facts)):
        told = {fact.name: answer for fact, answer in zip(facts, answers, strict=True)}
        if outcome(rule, told) is Truth.UNKNOWN:
            complete = product(*map(_completions, facts, answers))
            names = [fact.name for fact in facts]
            fixed = _as_told(rule, told)
            each = (outcome(fixed, dict(zip(names, one, strict=True))) for one in complete)
            first = next(each)
            if all(one is first for one in each):
                yield told


@settings(max_examples=150, deadline=None)
@given(rules(_leaves()))
def test_a_rule_is_proved_exact_if_no_partial_answer_shows_otherwise(rule: Node) -> None:
    assume(_count(rule) <= MOST)

    found = exactness_of(rule)

    assert found.is_proved is (next(_inexact(rule), None) is None)


@settings(max_examples=60, deadline=None)
@given(rules(_with_known()))
def test_a_rule_that_asks_what_is_known_is_proved_only_if_it_is_exact(rule: Node) -> None:
    assume(_count(rule) <= MOST)

    found = exactness_of(rule)

    assert not found.is_proved or next(_inexact(rule), None) is None


@settings(max_examples=80, deadline=None)
@given(rules(_leaves()), rules(_leaves()))
def test_what_refutes_a_proof_comes_out_unknown_though_it_is_settled(a: Node, b: Node) -> None:
    found = exactness_of(a & ~b)

    if found.part is not None:
        assert outcome(found.part, found.answers) is Truth.UNKNOWN
        assert pivots_of(found.part, found.answers).settled is found.settled
