"""All completions of an unknown rule at once: one bit for each, in one large number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from math import prod
from operator import and_
from typing import TypeAlias, assert_never

from iopkit.rules.cells import Variable
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Has,
    Known,
    Not,
    OneOf,
    needed,
)
from iopkit.rules.tracing import Step
from iopkit.rules.truth import Truth

Choice: TypeAlias = tuple[int, int]
"""The number of a variable, and the number of one of its cells."""


class Grid:
    """Every combination of one cell for each of some variables, of which each has so many cells.

    A set of combinations is an `int`, one bit for each combination.  A combination's place is
    a number with one digit for each variable, the first variable's digit the highest.
    """

    def __init__(self, counts: Iterable[int]) -> None:
        self.counts = tuple(counts)
        self.size = prod(self.counts)
        self.full = (1 << self.size) - 1
        self._strides = tuple(prod(self.counts[at + 1 :]) for at in range(len(self.counts)))

    def cell(self, variable: int, cell: int) -> int:
        """Return the combinations in which `variable` lies in `cell`."""
        stride = self._strides[variable]
        period = stride * self.counts[variable]
        block = ((1 << stride) - 1) << (stride * cell)
        return block * (self.full // ((1 << period) - 1))

    def within(self, some: int, variable: int, cell: int) -> int:
        """Return what `some` holds where `variable` lies in `cell`, as a set of what comes after.

        `some` holds only combinations of the variables from `variable` on.
        """
        stride = self._strides[variable]
        return (some >> (stride * cell)) & ((1 << stride) - 1)

    def at_least(self, count: int, sets: Iterable[int]) -> int:
        """Return the combinations that lie in at least `count` of `sets`."""
        reached = [self.full] + [0] * count
        for each in sets:
            for at in range(count, 0, -1):
                reached[at] |= reached[at - 1] & each
        return reached[count]


class Space(Grid):
    """Every combination of one cell for each of `variables`, and in which a rule is met."""

    def __init__(self, variables: Sequence[Variable]) -> None:
        super().__init__(len(variable.cells) for variable in variables)
        self._best: dict[tuple[int, int], tuple[Choice, ...] | None] = {}
        self._leaves = {
            id(leaf): sum(self.cell(at, cell) for cell in met)
            for at, variable in enumerate(variables)
            for leaf, met in zip(variable.leaves, variable.met, strict=True)
        }

    def met(self, step: Step) -> int:
        """Return the combinations in which `step` comes out met."""
        if step.outcome is not Truth.UNKNOWN:
            return self.full if step.outcome is Truth.MET else 0
        node = step.node
        match node:
            case Compare() | OneOf() | Has() | Known():
                return self._leaves[id(node)]
            case Not():
                return self.full ^ self.met(step.children[0])
            case Clause():
                return self.met(step.children[0])
            case AllOf() | AnyOf() | AtLeast():
                return self.at_least(needed(node), [self.met(child) for child in step.children])
            case _:
                assert_never(node)

    def matters(self, variable: int, met: int) -> bool:
        """Return whether two combinations that differ only in `variable` come out differently."""
        stride, last = self._strides[variable], self.counts[variable] - 1
        changes = met ^ (met >> stride)
        return changes & (self.full ^ self.cell(variable, last)) != 0

    def left_by(self, variable: int, met: int) -> tuple[int, int]:
        """Return how many combinations an answer to `variable` leaves unsettled.

        First after the worst answer, then over all answers together.
        """
        left = []
        for number in range(self.counts[variable]):
            cell = self.cell(variable, number)
            left.append(0 if met & cell in (0, cell) else self.size // self.counts[variable])
        return max(left), sum(left)

    def fewest(self, goal: int) -> tuple[Choice, ...] | None:
        """Return the smallest set of cells that leads into `goal` whatever the rest is.

        Among sets of one size, the one whose variables come first; `None` where none does.
        """
        return self._fewest(goal, 0)

    def _fewest(self, goal: int, variable: int) -> tuple[Choice, ...] | None:
        # `goal` holds only combinations of the variables from `variable` on.
        if goal == 0:
            return None
        stride = self._strides[variable - 1] if variable else self.size
        if goal == (1 << stride) - 1:
            return ()
        if (variable, goal) not in self._best:
            self._best[variable, goal] = self._search(goal, variable)
        return self._best[variable, goal]

    def _search(self, goal: int, variable: int) -> tuple[Choice, ...] | None:
        within = [self.within(goal, variable, cell) for cell in range(self.counts[variable])]
        always = reduce(and_, within)
        found = [
            ((variable, number), *rest)
            for number, cell in enumerate(within)
            if (rest := self._fewest(cell, variable + 1)) is not None
        ]
        without = self._fewest(always, variable + 1)
        # Of equals `min` takes the first, so that a variable that comes first is preferred.
        return min([*found, *([] if without is None else [without])], key=len, default=None)
