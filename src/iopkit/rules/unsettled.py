"""What the outcome of a rule still depends on, told of its parts and put together.

Parts of a group that share no unknown are independent.  Whatever one of them comes out as, every
other can still come out either way.  So all that matters to a part matters to the group; a group
is sure to be met once enough of its parts are, and the cheapest ones are enough.  Parts that share
an unknown make one block, of which every combination of cells is tried.  What shares nothing with
the rest of its block stands in it as one unknown, with two cells: it is met or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import TypeAlias, assert_never

from attrs import frozen

from iopkit.rules.cells import Variable
from iopkit.rules.independence import apart, with_wholes
from iopkit.rules.normal_forms import Count, Form, Literal, Whole, together, units_of
from iopkit.rules.spaces import Axis, Choices, Space, axis_of, cheapness

MOST_CELLS = 20_000
"""Parts that share unknown facts, with more combinations of cells than this, are not tried."""

Effects: TypeAlias = tuple[int, int]
"""How many cells of a variable settle something as met, and how many as not met."""


@frozen(eq=False, repr=False)
class Unsettled:
    """A part that can come out either way.

    `effects` are those of each variable that matters, by its number.  `met` and `unmet` are the
    smallest sets of cells that settle the part so; of equals, the one whose variables come first.
    """

    effects: Mapping[int, Effects]
    met: Choices
    unmet: Choices

    @property
    def turned(self) -> Unsettled:
        """The opposite of the part."""
        effects = {at: (unmet, met) for at, (met, unmet) in self.effects.items()}
        return Unsettled(effects, self.unmet, self.met)


Standing: TypeAlias = Unsettled | bool | None
"""How a part stands: open, settled, or `None` for a block with more than `MOST_CELLS`."""


class Solver:
    """Tells how forms stand whose leaves are those of `variables`."""

    def __init__(self, variables: Sequence[Variable]) -> None:
        self._variables = variables
        self._seats = {
            id(leaf): (at, met)
            for at, variable in enumerate(variables)
            for leaf, met in zip(variable.leaves, variable.met, strict=True)
        }
        self._shared: dict[Form, Mapping[object, int]] = {}

    def standing(self, form: Form) -> Standing:
        """Return how `form` stands."""
        match form:
            case Literal():
                return self._leaf(form)
            case Whole(part):
                return self.standing(part)
            case Count(count, parts):
                groups = apart(parts, self._shared_by)
                if len(groups) == len(parts):
                    return _counted(count, [self.standing(part) for part in parts])
                if form.is_plain and len(groups) > 1:
                    found = [self.standing(together(form, group)) for group in groups]
                    return _counted(1 if count == 1 else len(found), found)
                return self._block(with_wholes(form, lambda _: True, self._shared_by))
            case _:
                assert_never(form)

    def _shared_by(self, form: Form) -> Mapping[object, int]:
        """Return how often `form` asks for each variable that is not asked for only once."""
        if form not in self._shared:
            self._shared[form] = self._found_shared(form)
        return self._shared[form]

    def _found_shared(self, form: Form) -> Mapping[object, int]:
        match form:
            case Literal(leaf, _, _):
                at, _ = self._seats[id(leaf)]
                return {at: 1} if len(self._variables[at].leaves) > 1 else {}
            case Whole(part):
                return self._shared_by(part)
            case Count(_, parts):
                return _added(self._shared_by(part) for part in parts)
            case _:
                assert_never(form)

    def _leaf(self, literal: Literal) -> Standing:
        at, met = self._seats[id(literal.leaf)]
        number = len(self._variables[at].cells)
        if len(met) in (0, number):
            return literal.is_straight is bool(met)
        rest = next(cell for cell in range(number) if cell not in met)
        found = Unsettled({at: (len(met), number - len(met))}, ((at, met[0]),), ((at, rest),))
        return found if literal.is_straight else found.turned

    def _block(self, form: Form) -> Standing:
        units = tuple(units_of(form))
        wholes = [(one, self.standing(one.part)) for one in units if isinstance(one, Whole)]
        asked = (self._seats[id(one.leaf)][0] for one in units if isinstance(one, Literal))
        axes = [axis_of(at, self._variables[at]) for at in dict.fromkeys(asked)]
        for whole, found in wholes:
            if found is None:
                return None
            axes.append(_taken_as_one(whole, found))
        if prod(len(axis.choices) for axis in axes) > MOST_CELLS:
            return None
        return _tried(form, axes)


def _added(times: Iterable[Mapping[object, int]]) -> Mapping[object, int]:
    added: dict[object, int] = {}
    for each in times:
        for one, number in each.items():
            added[one] = added.get(one, 0) + number
    return added


def _taken_as_one(whole: Whole, found: Unsettled | bool) -> Axis:
    if isinstance(found, bool):
        return Axis({id(whole): (0,) if found else ()}, ((),), ({},))
    effects = found.effects.items()
    weights = {at: unmet for at, (_, unmet) in effects}, {at: met for at, (met, _) in effects}
    return Axis({id(whole): (1,)}, (found.unmet, found.met), weights)


def _tried(form: Form, axes: Sequence[Axis]) -> Standing:
    space = Space(axes)
    met = space.met(form)
    if met in (0, space.full):
        return met != 0
    effects: dict[int, Effects] = {}
    for number, axis in enumerate(axes):
        if space.matters(number, met):
            effects |= _effects(space, number, axis, met)
    # Whatever can be reached is reached once all is told.
    return Unsettled(effects, space.fewest(met) or (), space.fewest(space.full ^ met) or ())


def _effects(space: Space, number: int, axis: Axis, met: int) -> dict[int, Effects]:
    found: dict[int, Effects] = {at: (0, 0) for weights in axis.weights for at in weights}
    for cell, weights in enumerate(axis.weights):
        ways = space.cell(number, cell)
        if met & ways not in (0, ways):
            continue
        for at, times in weights.items():
            of_met, of_unmet = found[at]
            found[at] = (of_met + times, of_unmet) if met & ways else (of_met, of_unmet + times)
    return found


def _counted(count: int, parts: Sequence[Standing]) -> Standing:
    """Return how at least `count` of independent `parts` stand."""
    if None in parts:
        return None
    count -= parts.count(True)
    left = [part for part in parts if isinstance(part, Unsettled)]
    if count <= 0 or count > len(left):
        return count <= 0
    if len(left) == 1:
        return left[0]
    needs_all, needs_one = count == len(left), count == 1
    return Unsettled(
        {
            at: (met if needs_one else 0, unmet if needs_all else 0)
            for part in left
            for at, (met, unmet) in part.effects.items()
        },
        _cheapest(count, (part.met for part in left)),
        _cheapest(len(left) - count + 1, (part.unmet for part in left)),
    )


def _cheapest(count: int, sets: Iterable[Choices]) -> Choices:
    chosen = sorted(sets, key=cheapness)[:count]
    return tuple(sorted(choice for choices in chosen for choice in choices))
