"""All completions of an unknown rule at once: one bit for each, in one large number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from math import prod
from operator import and_
from typing import TypeAlias, assert_never

from attrs import frozen

from iopkit.rules.cells import Variable
from iopkit.rules.normal_forms import Count, Form, Literal, Unit, Whole
from iopkit.rules.truth import Truth

Choice: TypeAlias = tuple[int, int]
"""The number of a variable, and the number of one of its cells."""

Choices: TypeAlias = tuple[Choice, ...]
"""Choices of cells, in the order of their variables."""


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
        held = ((1 << stride) - 1) << (stride * cell)
        while period < self.size:
            held |= held << period
            period *= 2
        return held & self.full

    def cells_at(self, place: int) -> tuple[int, ...]:
        """Return the cell of each variable in the combination at `place`."""
        digits = zip(self._strides, self.counts, strict=True)
        return tuple(place // stride % count for stride, count in digits)

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

    def reached(self, form: Form, wanted: Truth, unit: Callable[[Unit, Truth], int]) -> int:
        """Return where `form` comes out as `wanted`, given where each unit does."""
        match form:
            case Count(count, parts):
                enough = count if wanted is Truth.MET else len(parts) - count + 1
                return self.at_least(enough, [self.reached(one, wanted, unit) for one in parts])
            case Literal() | Whole():
                return unit(form, wanted)
            case _:
                assert_never(form)


@frozen(eq=False, repr=False)
class Axis:
    """One unknown: a variable, or a part of a rule that is taken as one.

    `met` tells, by the id of each leaf or whole part, the cells that meet it.  Choices that lead
    to a cell are in `choices`; `weights` are how many cells of each variable lead there at once.
    """

    met: Mapping[int, tuple[int, ...]]
    choices: tuple[Choices, ...]
    weights: tuple[Mapping[int, int], ...]


def axis_of(at: int, variable: Variable) -> Axis:
    """Return `variable`, which has the number `at`, as an axis."""
    met = zip(map(id, variable.leaves), variable.met, strict=True)
    choices = tuple(((at, cell),) for cell in range(len(variable.cells)))
    return Axis(dict(met), choices, ({at: 1},) * len(choices))


class Space(Grid):
    """Every combination of one cell for each of `axes`, and in which a rule is met."""

    def __init__(self, axes: Sequence[Axis]) -> None:
        super().__init__(len(axis.choices) for axis in axes)
        self._axes = axes
        self._best: dict[tuple[int, int], Choices | None] = {}
        self._met = {
            unit: sum(self.cell(at, cell) for cell in met)
            for at, axis in enumerate(axes)
            for unit, met in axis.met.items()
        }

    def met(self, form: Form | bool) -> int:
        """Return the combinations in which `form` is met."""
        if isinstance(form, bool):
            return self.full if form else 0
        return self.reached(form, Truth.MET, self._unit)

    def _unit(self, unit: Unit, _: Truth) -> int:
        match unit:
            case Literal(leaf, is_straight, _):
                return self._met[id(leaf)] if is_straight else self.full ^ self._met[id(leaf)]
            case Whole():
                return self._met[id(unit)]
            case _:
                assert_never(unit)

    def matters(self, axis: int, met: int) -> bool:
        """Return whether two combinations that differ only in `axis` come out differently."""
        stride, last = self._strides[axis], self.counts[axis] - 1
        changes = met ^ (met >> stride)
        return changes & (self.full ^ self.cell(axis, last)) != 0

    def fewest(self, goal: int) -> Choices | None:
        """Return the smallest set of choices that leads into `goal` whatever the rest is.

        Among sets of one size, the one whose variables come first; `None` where none does.
        """
        return self._fewest(goal, 0)

    def _fewest(self, goal: int, axis: int) -> Choices | None:
        # `goal` holds only combinations of the axes from `axis` on.
        if goal == 0:
            return None
        stride = self._strides[axis - 1] if axis else self.size
        if goal == (1 << stride) - 1:
            return ()
        if (axis, goal) not in self._best:
            self._best[axis, goal] = self._search(goal, axis)
        return self._best[axis, goal]

    def _search(self, goal: int, axis: int) -> Choices | None:
        within = [self.within(goal, axis, cell) for cell in range(self.counts[axis])]
        always = reduce(and_, within)
        found = [
            tuple(sorted((*choices, *rest)))
            for choices, cell in zip(self._axes[axis].choices, within, strict=True)
            if (rest := self._fewest(cell, axis + 1)) is not None
        ]
        without = self._fewest(always, axis + 1)
        return min([*found, *([] if without is None else [without])], key=cheapness, default=None)


def cheapness(choices: Choices) -> tuple[int, Choices]:
    """Return the order of sets of choices: the smallest first, then those that come first."""
    return len(choices), choices
