"""Sets of combinations of cells as few boxes, which people can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import and_, or_
from typing import TypeAlias

from attrs import frozen

from iopkit.rules.spaces import Grid

Cells: TypeAlias = frozenset[int]


@frozen
class Box:
    """Combinations that lie, of each variable in `narrow`, in one of some cells, given by number.

    `sample` is one of them, a cell of each variable; no other box holds it, where that can be.
    """

    narrow: Mapping[int, Cells]
    sample: tuple[int, ...]


def boxes_of(grid: Grid, goal: int, most: int) -> tuple[Box, ...]:
    """Return up to `most` boxes that together hold the combinations of `goal`, and nothing else.

    No box can be made wider within `goal`; they may overlap.
    """
    return tuple(_Boxes(grid, goal).found(most))


class _Boxes:
    def __init__(self, grid: Grid, goal: int) -> None:
        self._grid = grid
        self._goal = goal
        self._cells = [
            [grid.cell(at, cell) for cell in range(count)] for at, count in enumerate(grid.counts)
        ]

    def found(self, most: int) -> Iterator[Box]:
        left, found = self._goal, dict[int, Mapping[int, Cells]]()
        while left and len(found) < most:
            narrow = self._widest(self._first(left))
            held = self._held(narrow)
            found[held] = narrow
            left &= ~held
        for held, narrow in found.items():
            others = reduce(or_, (other for other in found if other != held), 0)
            yield Box(narrow, self._first(held & ~others or held))

    def _first(self, some: int) -> tuple[int, ...]:
        return self._grid.cells_at((some & -some).bit_length() - 1)

    def _widest(self, sample: tuple[int, ...]) -> Mapping[int, Cells]:
        narrow: dict[int, Cells] = {at: frozenset((cell,)) for at, cell in enumerate(sample)}
        for at in range(len(sample)):
            without = {other: cells for other, cells in narrow.items() if other != at}
            narrow = without if self._lies_within(without) else narrow
        for at in tuple(narrow):
            for cell in range(self._grid.counts[at]):
                wider = {**narrow, at: narrow[at] | {cell}}
                narrow = wider if self._lies_within(wider) else narrow
        return narrow

    def _lies_within(self, narrow: Mapping[int, Cells]) -> bool:
        return self._held(narrow) & ~self._goal == 0

    def _held(self, narrow: Mapping[int, Cells]) -> int:
        sides = (
            reduce(or_, (self._cells[at][cell] for cell in cells)) for at, cells in narrow.items()
        )
        return reduce(and_, sides, self._grid.full)
