"""Laws of flips: they turn the outcome, nothing smaller does, and only what can change changes."""

from collections.abc import Iterator, Mapping
from itertools import product

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import UNIVERSE, Need, agrees, small_rules, told

from iopkit.rules import (
    Answer,
    AnyFact,
    Clause,
    Compare,
    Flip,
    Has,
    Known,
    Node,
    Not,
    OneOf,
    Truth,
    clauses_of,
    facts_of,
    flipped,
    flips_of,
    outcome,
)
from iopkit.values import Listing, Term

ASKED = list(Need)[:3]
Altered = frozenset[tuple[str, Term | None]]


def changeable(rule: Node, names: set[str]) -> Node:
    match rule:
        case Compare() | OneOf() | Has() | Known():
            fact = evolve(rule.fact, changeable=rule.fact.name in names)
            return evolve(rule, fact=fact)
        case Not(part):
            return Not(changeable(part, names))
        case Clause():
            return evolve(rule, rule=changeable(rule.rule, names))
        case _:
            return evolve(rule, parts=[changeable(part, names) for part in rule.parts])


@st.composite
def settled(draw: st.DrawFn) -> tuple[Node, dict[str, Answer]]:
    rule = draw(small_rules())
    names = draw(st.sets(st.sampled_from([fact.name for fact in facts_of(rule)]), min_size=1))
    answers = draw(told(rule))
    assume(outcome(rule, answers) is not Truth.UNKNOWN)
    return changeable(rule, names), answers


def _options(fact: AnyFact, answer: Answer) -> Iterator[tuple[Altered, Answer]]:
    yield frozenset(), answer
    if fact.name == "needs":
        now = answer if isinstance(answer, Listing) else Listing()
        for said in product((None, True, False), repeat=len(ASKED)):
            pairs = [(need, to) for need, to in zip(ASKED, said, strict=True) if to is not None]
            moved = frozenset((fact.name, need) for need, _ in pairs)
            kept = [one for one in Need if (fact.name, one) not in moved]
            yield (
                moved,
                Listing(
                    [*(n for n in kept if n in now.present), *(n for n, to in pairs if to)],
                    [*(n for n in kept if n in now.lacks), *(n for n, to in pairs if not to)],
                    now.complete,
                ),
            )
        return
    for value in UNIVERSE[fact.name]:
        yield frozenset({(fact.name, None)}), value


def _turns(rule: Node, answers: Mapping[str, Answer]) -> list[tuple[Altered, dict[str, Answer]]]:
    """Return every change to changeable facts that turns the outcome, one of the fewest alone."""
    before = outcome(rule, answers)
    options = [_options(fact, answers[fact.name]) for fact in facts_of(rule) if fact.changeable]
    names = [fact.name for fact in facts_of(rule) if fact.changeable]
    found: list[tuple[Altered, dict[str, Answer]]] = []
    for chosen in product(*options):
        altered = frozenset[tuple[str, Term | None]]().union(*(moved for moved, _ in chosen))
        after = {**answers, **dict(zip(names, (value for _, value in chosen), strict=True))}
        if outcome(rule, after) is ~before:
            found.append((altered, after))
    fewest = min((len(altered) for altered, _ in found), default=0)
    return [(altered, after) for altered, after in found if len(altered) == fewest]


def _altered(flip: Flip) -> Altered:
    terms = ((change.fact.name, cell) for change in flip.changes for cell in change.to)
    return frozenset(
        (name, [*cell.present, *cell.lacks][0] if isinstance(cell, Listing) else None)
        for name, cell in terms
    )


@settings(max_examples=60, deadline=None)
@given(settled())
def test_applying_a_flip_flips(drawn: tuple[Node, dict[str, Answer]]) -> None:
    rule, answers = drawn
    before = outcome(rule, answers)

    for flip in flips_of(rule, answers):
        after = flipped(answers, flip)

        assert outcome(rule, after) is ~before
        assert flip.clauses == tuple(
            clause
            for clause in clauses_of(rule)
            if outcome(clause, after) is not outcome(clause, answers)
        )


@settings(max_examples=60, deadline=None)
@given(settled())
def test_flips_are_all_the_smallest_changes_and_only_they(
    drawn: tuple[Node, dict[str, Answer]],
) -> None:
    rule, answers = drawn

    found = flips_of(rule, answers)

    turns = _turns(rule, answers)
    assert {_altered(flip) for flip in found} == {altered for altered, _ in turns}
    for altered, after in turns:
        assert any(
            all(
                any(agrees(after[change.fact.name], cell) for cell in change.to)
                for change in flip.changes
                if change.fact.name != "needs"
            )
            for flip in found
            if _altered(flip) == altered
        )


@settings(max_examples=60, deadline=None)
@given(settled())
def test_nothing_flips_that_is_not_changeable(drawn: tuple[Node, dict[str, Answer]]) -> None:
    rule, answers = drawn

    for flip in flips_of(rule, answers):
        assert all(change.fact.changeable for change in flip.changes)


@given(small_rules(), st.data())
def test_no_fact_of_a_rule_can_change_unless_it_says_so(rule: Node, data: st.DataObject) -> None:
    assert flips_of(rule, data.draw(told(rule))) == ()
