"""Every partial answer to a rule at once: is it unknown anywhere where no completion differs?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from math import prod
from operator import or_

from attrs import frozen

from iopkit.rules.answers import Answer, Answers
from iopkit.rules.normal_forms import Form, Literal, Unit, Whole, literals_of, node_of, units_of
from iopkit.rules.partials import Telling, Unknown, subject_of, unknown_of
from iopkit.rules.spaces import Grid
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.terms import Term

_MET, _NOT_MET, _UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN

_EITHER = Unknown(
    leaves=(),
    ways=((False,), (True,)),
    tellings=(
        Telling(None, (0, 1), (_UNKNOWN,)),
        Telling(False, (0,), (_NOT_MET,)),
        Telling(True, (1,), (_MET,)),
    ),
)
"""A whole part as an unknown: it is met or not."""


@frozen(eq=False)
class Counterexample:
    """What is told where a rule comes out unknown, although every completion is `settled`."""

    answers: Mapping[str, Answer]
    settled: Truth


def by_subject(literals: Iterable[Literal]) -> dict[object, list[Literal]]:
    """Return `literals` by what they ask about, in order of first appearance."""
    groups: dict[object, list[Literal]] = {}
    for literal in literals:
        groups.setdefault(subject_of(literal.leaf), []).append(literal)
    return groups


class Trial:
    """All partial answers to one rule, as far as it can tell them apart; `size` is their number."""

    def __init__(self, form: Form) -> None:
        self._form = form
        units = tuple(units_of(form))
        groups = by_subject(unit for unit in units if isinstance(unit, Literal))
        wholes = [unit for unit in units if isinstance(unit, Whole)]
        self._unknowns = (
            *(unknown_of(one.leaf for one in group) for group in groups.values()),
            *(_EITHER for _ in wholes),
        )
        self._parts = (*(None for _ in groups), *(whole.part for whole in wholes))
        self._axes: dict[object, int] = {subject: at for at, subject in enumerate(groups)}
        self._axes |= {id(whole): len(groups) + at for at, whole in enumerate(wholes)}
        self.size = prod(len(unknown.tellings) for unknown in self._unknowns)
        self._tried: set[tuple[int, int, int, int]] = set()

    @cached_property
    def _ways(self) -> Grid:
        return Grid(len(unknown.ways) for unknown in self._unknowns)

    @cached_property
    def _told(self) -> Grid:
        return Grid(len(unknown.tellings) for unknown in self._unknowns)

    def counterexample(self) -> Counterexample | None:
        """Return a partial answer at which Kleene's outcome is not exact, `None` if there is none.

        Of several, the one that tells nothing of the first fact if there is one, and so on.
        """
        met = self._ways.reached(self._form, _MET, self._met)
        known = [self._told.reached(self._form, one, self._known) for one in (_MET, _NOT_MET)]
        unknown = self._told.full & ~(known[0] | known[1])
        found = self._search(0, unknown, met, self._ways.full & ~met)
        if found is None:
            return None
        *told, settled = found
        return Counterexample(self._answers(told), _MET if settled else _NOT_MET)

    def _met(self, unit: Unit, _: Truth) -> int:
        axis, leaf, is_straight = self._seat(unit)
        ways = self._unknowns[axis].ways
        met = (at for at, way in enumerate(ways) if way[leaf] is is_straight)
        return sum(self._ways.cell(axis, at) for at in met)

    def _known(self, unit: Unit, wanted: Truth) -> int:
        axis, leaf, is_straight = self._seat(unit)
        wanted = wanted if is_straight else ~wanted
        tellings = self._unknowns[axis].tellings
        known = (at for at, telling in enumerate(tellings) if telling.outcomes[leaf] is wanted)
        return sum(self._told.cell(axis, at) for at in known)

    def _seat(self, unit: Unit) -> tuple[int, int, bool]:
        """Return the unknown of `unit`, the leaf within it, and whether it is asked straight."""
        match unit:
            case Whole():
                return self._axes[id(unit)], 0, True
        axis = self._axes[subject_of(unit.leaf)]
        return axis, self._unknowns[axis].leaves.index(unit.leaf), unit.is_straight

    def _search(self, axis: int, unknown: int, met: int, unmet: int) -> tuple[int, ...] | None:
        """Return the numbers of what is told from `axis` on, and then whether all ways are met.

        `unknown` holds what can be told from `axis` on with an unknown outcome; `met` and `unmet`
        hold the ways from there on that some way before lets be met, or not met.
        """
        if not unknown or (axis, unknown, met, unmet) in self._tried:
            return None
        if axis == len(self._unknowns):
            return None if met and unmet else (met,)
        for number, telling in enumerate(self._unknowns[axis].tellings):
            found = self._search(
                axis + 1,
                self._told.within(unknown, axis, number),
                self._some(met, axis, telling),
                self._some(unmet, axis, telling),
            )
            if found is not None:
                return (number, *found)
        self._tried.add((axis, unknown, met, unmet))
        return None

    def _some(self, ways: int, axis: int, telling: Telling) -> int:
        return reduce(or_, (self._ways.within(ways, axis, way) for way in telling.ways))

    def _answers(self, told: Iterable[int]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for unknown, part, number in zip(self._unknowns, self._parts, told, strict=True):
            telling = unknown.tellings[number]
            if part is None:
                answers = _with(answers, {unknown.leaves[0].fact.name: telling.answer})
            elif telling.answer is not None:
                answers = _with(answers, _leading_to(part, telling.outcomes[0]))
        return answers


def _leading_to(part: Form, wanted: Truth) -> dict[str, Answer]:
    """Return answers, none of them idle, that settle a `part` which is exact.

    Since it is exact, what is wanted can be reached as long as the contrary is not settled.
    """
    rule = node_of(part)
    answers: dict[str, Answer] = {}
    for group in by_subject(literals_of(part)).values():
        if outcome(rule, answers) is wanted:
            break
        name = group[0].leaf.fact.name
        tellings = reversed(unknown_of(one.leaf for one in group).tellings)
        tried = (_with(answers, {name: telling.answer}) for telling in tellings)
        answers = next(one for one in tried if outcome(rule, one) is not ~wanted)
    for name in tuple(answers):
        fewer = {other: answer for other, answer in answers.items() if other != name}
        answers = fewer if outcome(rule, fewer) is wanted else answers
    return answers


def _with(answers: Answers, more: Answers) -> dict[str, Answer]:
    """Return `answers` and `more`, which may add to what is told of a listing."""
    both: dict[str, Answer] = {
        name: answer for name, answer in {**answers, **more}.items() if answer is not None
    }
    for name in answers.keys() & more.keys():
        one, other = answers[name], more[name]
        if isinstance(one, Listing) and isinstance(other, Listing):
            present, lacks = (*one.present, *other.present), (*one.lacks, *other.lacks)
            both[name] = Listing[Term](present, lacks)
    return both
