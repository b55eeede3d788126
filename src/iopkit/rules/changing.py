"""The search for the fewest changes that make a rule come out as wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import combinations, count
from typing import TypeAlias, assert_never

from iopkit.errors import InvalidRule
from iopkit.rules.answers import Answers
from iopkit.rules.cells import Variable, variables_of
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Has,
    Known,
    Node,
    Not,
    OneOf,
    leaves_of,
    needed,
)
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth

MOST_STEPS = 20_000
"""Beyond so many steps a search gives up."""

Box: TypeAlias = Mapping[int, frozenset[int]]
"""For the number of each variable that must change, the cells to one of which it must."""

_Goal: TypeAlias = tuple[Node, Truth]


class Search:
    """Looks for changes to the changeable facts of `rule`, where `answers` tell how things are.

    A goal is a part of the rule with the outcome that it must have.  By Kleene's logic a group
    has it where enough of its parts have it, so that goals lead to goals down to the leaves, and
    each leaf says to which cells its variable must change.
    """

    def __init__(self, rule: Node, answers: Answers) -> None:
        self._rule = rule
        self._answers = answers
        leaves = [leaf for leaf in leaves_of(rule) if leaf.fact.changeable]
        asking = [leaf for leaf in leaves if not isinstance(leaf, Known)]
        self._variables = variables_of(asking, {})
        self._met = {
            id(leaf): (at, frozenset(met))
            for at, variable in enumerate(self._variables)
            for leaf, met in zip(variable.leaves, variable.met, strict=True)
        }
        self._now: dict[int, Truth] = {}

    def fewest(self, wanted: Truth) -> tuple[Box, ...]:
        """Return every smallest box of changes after which the rule is `wanted`.

        Raises:
            InvalidRule: that takes more than `MOST_STEPS`.
        """
        found: list[Box] = []
        numbers = count()
        states: list[tuple[int, int, Box, tuple[_Goal, ...]]] = []
        heappush(states, (0, next(numbers), {}, ((self._rule, wanted),)))
        while states and (not found or states[0][0] == len(found[0])):
            _, _, box, goals = heappop(states)
            at = self._open(box, goals)
            if at is None:
                found.append(box)
                continue
            rest = (*goals[:at], *goals[at + 1 :])
            for more, narrowed in self._ways(*goals[at], box):
                number = next(numbers)
                if number > MOST_STEPS:
                    raise InvalidRule("flips", "a rule with fewer ways to come out otherwise")
                heappush(states, (len(narrowed), number, narrowed, (*more, *rest)))
        return tuple(_widest({at: box[at] for at in sorted(box)} for box in found))

    def changed(self, box: Box) -> Iterator[tuple[Variable, frozenset[int]]]:
        """Yield each variable of `box` with the cells to one of which it must change."""
        return ((self._variables[at], cells) for at, cells in box.items())

    def _open(self, box: Box, goals: tuple[_Goal, ...]) -> int | None:
        """Return the number of a goal that is not reached by leaving everything else as it is."""
        for at, (node, wanted) in enumerate(goals):
            if self._outcome(node) is not wanted or box.keys() & self._variables_in(node):
                return at
        return None

    def _ways(self, node: Node, wanted: Truth, box: Box) -> Iterator[tuple[tuple[_Goal, ...], Box]]:
        match node:
            case Compare() | OneOf() | Has() | Known():
                narrowed = self._narrowed(node, wanted, box)
                yield from () if narrowed is None else (((), narrowed),)
            case Not(part):
                yield ((part, ~wanted),), box
            case Clause():
                yield ((node.rule, wanted),), box
            case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
                met = needed(node)
                enough = max(met if wanted is Truth.MET else len(parts) - met + 1, 0)
                for chosen in combinations(parts, enough):
                    yield tuple((part, wanted) for part in chosen), box
            case _:
                assert_never(node)

    def _narrowed(self, leaf: Compare | OneOf | Has | Known, wanted: Truth, box: Box) -> Box | None:
        # Only a leaf that is not as wanted, or whose variable changes, comes here.
        if isinstance(leaf, Known):
            # What is changed is told: a fact that was told stays so, one that was not does not.
            return box if self._outcome(leaf) is wanted is Truth.MET else None
        if id(leaf) not in self._met:
            return None
        at, met = self._met[id(leaf)]
        every = frozenset(range(len(self._variables[at].cells)))
        cells = box.get(at, every) & (met if wanted is Truth.MET else every - met)
        return {**box, at: cells} if cells else None

    def _variables_in(self, node: Node) -> frozenset[int]:
        names = {leaf.fact.name for leaf in leaves_of(node) if isinstance(leaf, Known)}
        known = {at for at, one in enumerate(self._variables) if one.fact.name in names}
        asked = {self._met[id(leaf)][0] for leaf in leaves_of(node) if id(leaf) in self._met}
        return frozenset(known | asked)

    def _outcome(self, node: Node) -> Truth:
        if id(node) not in self._now:
            self._now[id(node)] = outcome(node, self._answers)
        return self._now[id(node)]


def _widest(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield the boxes that lie in no other, each once, in the order of their variables."""
    once = {tuple(box.items()): box for box in boxes}
    ordered = sorted(once.values(), key=tuple)
    for box in ordered:
        others = (other for other in ordered if other is not box and other.keys() == box.keys())
        if not any(all(box[at] <= other[at] for at in box) for other in others):
            yield box
