"""Laws of pivots: told part by part, they are what a trial of every combination tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from math import prod
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import grouped, partly_shared, rules, told

from iopkit.rules import (
    Answer,
    Answers,
    Fact,
    FactType,
    Node,
    Pivots,
    Precision,
    Reply,
    Truth,
    deciding_leaves,
    outcome,
    pivots_of,
    trace,
)
from iopkit.rules.cells import Variable, sample_of, variables_of
from iopkit.rules.nodes import Known
from iopkit.values import Listing, Text

BOOLEAN, UNKNOWN = FactType.BOOLEAN, Truth.UNKNOWN
MOST_TRIED = 100
_ASKED = Text("What?", "¿Qué?")


def _unknowns(rule: Node, answers: Answers) -> tuple[Variable, ...]:
    nodes = [leaf.node for leaf in deciding_leaves(trace(rule, answers))]
    return variables_of([leaf for leaf in nodes if not isinstance(leaf, Known)], answers)  # type: ignore[misc]  # leaves


class Trial:
    """Every combination of the cells of `unknowns`, one after another."""

    def __init__(self, rule: Node, answers: Answers, unknowns: tuple[Variable, ...]) -> None:
        self.unknowns = unknowns
        self.cells = [range(len(one.cells)) for one in unknowns]
        self.truths = {
            chosen: outcome(rule, self._completed(answers, chosen))
            for chosen in product(*self.cells)
        }

    def _completed(self, answers: Answers, chosen: tuple[int, ...]) -> dict[str, Answer]:
        completed = dict(answers)
        for unknown, cell in zip(self.unknowns, chosen, strict=True):
            name = unknown.fact.name
            answer, before = sample_of(unknown.cells[cell], unknown.leaves[0]), completed.get(name)
            if isinstance(answer, Listing) and isinstance(before, Listing):
                answer = Listing((*before.present, *answer.present), (*before.lacks, *answer.lacks))
            completed[name] = answer
        return completed

    def among(self, choices: Mapping[int, int]) -> set[Truth]:
        """Return how combinations with these choices come out."""
        return {
            truth
            for chosen, truth in self.truths.items()
            if all(chosen[at] == cell for at, cell in choices.items())
        }

    def matters(self, at: int) -> bool:
        """Return whether two combinations that differ only here come out differently."""
        rests: dict[tuple[int, ...], set[Truth]] = {}
        for chosen, truth in self.truths.items():
            rests.setdefault((*chosen[:at], *chosen[at + 1 :]), set()).add(truth)
        return any(len(truths) > 1 for truths in rests.values())

    def left_by(self, at: int) -> tuple[int, int]:
        """Return how many combinations stay open after the worst answer, and after all of them."""
        each = len(self.truths) // len(self.cells[at])
        left = [each if len(self.among({at: cell})) > 1 else 0 for cell in self.cells[at]]
        return max(left), sum(left)

    def fewest(self, goal: Truth) -> tuple[Reply, ...]:
        """Return the first of the smallest sets of choices that lead to `goal`."""
        return next(
            tuple(Reply(self.unknowns[at].fact, self.unknowns[at].cells[to]) for at, to in chosen)
            for size in range(len(self.cells) + 1)
            for chosen in sorted(self._sets(size))
            if self.among(dict(chosen)) == {goal}
        )

    def _sets(self, size: int) -> Iterator[tuple[tuple[int, int], ...]]:
        for places in combinations(range(len(self.cells)), size):
            for cells in product(*(self.cells[at] for at in places)):
                yield tuple(zip(places, cells, strict=True))


def by_trial(trial: Trial) -> Pivots:
    """Return what pivots are by their definition, where both outcomes can be reached."""
    pivots = [at for at in range(len(trial.cells)) if trial.matters(at)]
    facts = {trial.unknowns[at].fact.name: trial.unknowns[at].fact for at in pivots}
    first = min(pivots, key=trial.left_by)
    return Pivots(
        facts=tuple(facts.values()),
        settled=UNKNOWN,
        precision=Precision.EXACT,
        next_question=trial.unknowns[first].fact,
        fewest={goal: trial.fewest(goal) for goal in (Truth.MET, Truth.NOT_MET)},
    )


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_pivots_told_by_parts_are_those_of_a_trial_of_every_combination(
    data: st.DataObject,
) -> None:
    rule = data.draw(rules() | partly_shared())
    answers = data.draw(st.just({}) | told(rule))
    unknowns = _unknowns(rule, answers) if outcome(rule, answers) is UNKNOWN else ()
    assume(unknowns and prod(len(one.cells) for one in unknowns) <= MOST_TRIED)
    trial = Trial(rule, answers, unknowns)

    found = pivots_of(rule, answers)

    reachable = set(trial.truths.values())
    if len(reachable) == 1:
        assert (found.settled, found.facts) == (reachable.pop(), ())
    else:
        assert found == by_trial(trial)


@settings(max_examples=25, deadline=None)
@given(st.data(), st.integers(20, 50), st.randoms(use_true_random=False))
def test_answering_the_questions_of_a_large_rule_settles_it(
    data: st.DataObject, size: int, random: Random
) -> None:
    facts = [Fact[bool](name=f"x{at}", type=BOOLEAN, question=_ASKED) for at in range(size)]
    rule = data.draw(grouped([fact.is_true() for fact in facts]))
    answers: dict[str, Answer] = {}

    while (found := pivots_of(rule, answers)).next_question is not None:
        assert (found.precision, found.settled) == (Precision.EXACT, outcome(rule, answers))
        for goal, replies in found.fewest.items():
            told_then = {reply.fact.name: reply.answer is True for reply in replies}
            assert outcome(rule, answers | told_then) is goal
        answers[found.next_question.name] = random.random() < 0.5

    assert found.settled is outcome(rule, answers) is not UNKNOWN
