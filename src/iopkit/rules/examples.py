"""Made-up answers that bring several rules out as wanted, at the same time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from iopkit.errors import InvalidRule
from iopkit.rules.answers import Answer, Answers, AnyFact, FactType
from iopkit.rules.cells import Cell, Leaf, sample_of, variables_of
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Known,
    Node,
    Not,
    facts_of,
    leaves_of,
    needed,
)
from iopkit.rules.plausible import goes_against_itself, likelier
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Span

MOST_STEPS = 20_000
"""Beyond so many answers tried a search gives up."""

_Slot: TypeAlias = tuple[str, tuple[Answer, ...]]
"""A fact by name, of a listing one term of it, and answers of every kind that tells."""


@frozen
class Goal:
    """A rule that must come out as `wanted`; `given` are answers that hold for it alone."""

    rule: Node
    wanted: Truth
    given: Answers = field(factory=dict)


def example_of(goals: Iterable[Goal]) -> dict[str, Answer] | None:
    """Return made-up answers that reach all `goals` at once, `None` where there are none.

    Every fact of the goals that is not given is told, of a listing each term that they ask for.

    Raises:
        InvalidRule: finding them takes more than `MOST_STEPS`.
    """
    answers: dict[str, Answer] = {}
    every = tuple(goals)
    simple = [part for goal in every for part in _conjuncts(goal)]
    # What shares no fact is searched apart, so that the search stays short.
    for group in _groups(simple):
        found = _found(group)
        if found is None:
            return None
        answers |= found
    facts = {fact.name: fact for goal in every for fact in facts_of(goal.rule)}
    return likelier(answers, facts.values(), lambda likely: _are_reached(every, likely))


def _are_reached(goals: Iterable[Goal], answers: Answers) -> bool:
    return all(outcome(goal.rule, {**answers, **goal.given}) is goal.wanted for goal in goals)


def typical_of(cell: Cell, leaf: Leaf) -> Answer:
    """Return one answer of `cell`, of a range the one next to a threshold: 17 of 0 to 17 years."""
    if isinstance(cell, Span) and cell.high is not None and cell.low == leaf.fact.low:
        return cell.high
    return sample_of(cell, leaf)


def _conjuncts(goal: Goal) -> Iterator[Goal]:
    """Yield goals that are all reached exactly where `goal` is."""
    match goal.rule:
        case Not(part):
            yield from _conjuncts(Goal(part, ~goal.wanted, goal.given))
            return
        case Clause():
            yield from _conjuncts(Goal(goal.rule.rule, goal.wanted, goal.given))
            return
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            met = needed(goal.rule)
            if len(parts) == (met if goal.wanted is Truth.MET else len(parts) - met + 1):
                for part in parts:
                    yield from _conjuncts(Goal(part, goal.wanted, goal.given))
                return
    yield goal


def _groups(goals: Iterable[Goal]) -> list[list[Goal]]:
    """Return the goals in groups that have no fact in common."""
    groups: list[tuple[set[str], list[Goal]]] = []
    for goal in goals:
        names = {fact.name for fact in facts_of(goal.rule)} - goal.given.keys()
        touched = [group for group in groups if group[0] & names]
        groups = [group for group in groups if not group[0] & names]
        members = [one for _, group in touched for one in group]
        groups.append((names.union(*(group[0] for group in touched)), [*members, goal]))
    return [members for _, members in groups]


def _found(goals: Sequence[Goal]) -> dict[str, Answer] | None:
    """Return answers that reach `goals`, if there are such, some that go with each other."""
    bounded = [fact for goal in goals for fact in facts_of(goal.rule) if fact.never_above]
    likely = _Search(goals, bounded).found() if bounded else None
    return _Search(goals).found() if likely is None else likely


class _Search:
    """Tries answers one fact after the other, and turns back where a goal is missed.

    It also turns back where one of the facts that are `bounded` is above what it never is.
    """

    def __init__(self, goals: Sequence[Goal], bounded: Collection[AnyFact] = ()) -> None:
        self._goals = goals
        self._bounded = bounded
        self._steps = 0
        leaves = [
            leaf
            for goal in goals
            for leaf in leaves_of(goal.rule)
            if leaf.fact.name not in goal.given
        ]
        self._known = {leaf.fact.name: leaf.fact for leaf in leaves if isinstance(leaf, Known)}
        self._asked = variables_of([leaf for leaf in leaves if not isinstance(leaf, Known)], {})

    def found(self) -> dict[str, Answer] | None:
        """Return answers after which all goals are reached, `None` where there are none."""
        slots = [
            (one.fact.name, tuple(typical_of(cell, one.leaves[0]) for cell in one.cells))
            for one in self._asked
        ]
        names = {name for name, _ in slots}
        told = [(name, (_anything(fact), None)) for name, fact in self._known.items()]
        slots += (slot for slot in told if slot[0] not in names)
        # Until all that is asked for its telling is told, no outcome says anything.
        first = sorted(slots, key=lambda slot: slot[0] not in self._known)
        return self._filled(self._goals, first, {})

    def _filled(
        self, goals: Sequence[Goal], slots: Sequence[_Slot], answers: dict[str, Answer]
    ) -> dict[str, Answer] | None:
        self._steps += 1
        if self._steps > MOST_STEPS and self._bounded:
            return None
        if self._steps > MOST_STEPS:
            raise InvalidRule("example", "rules whose parts depend on fewer common facts")
        left = goals if slots and slots[0][0] in self._known else _left(goals, answers)
        if left is None or self._is_unlikely(answers):
            return None
        if not slots:
            return None if left else answers
        (name, options), *rest = slots
        tried = (self._filled(left, rest, _told(answers, name, option)) for option in options)
        return next((one for one in tried if one is not None), None)

    def _is_unlikely(self, answers: Answers) -> bool:
        told = ({**answers, **goal.given} for goal in self._goals if self._bounded)
        return any(goes_against_itself(each, self._bounded) for each in told)


def _left(goals: Sequence[Goal], answers: Answers) -> Sequence[Goal] | None:
    """Return the goals that are still open, `None` where one is missed."""
    found = [(goal, outcome(goal.rule, {**answers, **goal.given})) for goal in goals]
    if any(result is ~goal.wanted for goal, result in found):
        return None
    return [goal for goal, result in found if result is Truth.UNKNOWN]


def _told(answers: dict[str, Answer], name: str, answer: Answer) -> dict[str, Answer]:
    before = answers.get(name)
    if isinstance(before, Listing) and isinstance(answer, Listing):
        answer = Listing((*before.present, *answer.present), (*before.lacks, *answer.lacks))
    return {**answers, name: answer}


def _anything(fact: AnyFact) -> Answer:
    match fact.type:
        case FactType.BOOLEAN:
            return True
        case FactType.MONEY:
            return Money(0)
        case FactType.DATE:
            return date.min
        case FactType.TERM:
            return next(iter(fact.terms or ()), None)
        case FactType.LISTING:
            return Listing(complete=True)
    return next((end for end in (fact.low, fact.high) if end is not None), 0)
