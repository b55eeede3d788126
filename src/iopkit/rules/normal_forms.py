"""Rules without `Not`: only leaves, asked straight or turned round, and counts of parts.

A rule and its normal form come out alike, by Kleene's logic, whatever is told: not at least two
of three is at least two of the three opposites, and all of all is all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, assert_never

from attrs import frozen

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
    needed,
)
from iopkit.rules.tracing import Step
from iopkit.rules.truth import Truth
from iopkit.rules.walking import branches_of, joined

AnyLeaf: TypeAlias = Compare | OneOf | Has | Known


@frozen(eq=False)
class Literal:
    """One leaf, or the opposite of it, and the path of the leaf in the plain form of its rule."""

    leaf: AnyLeaf
    is_straight: bool
    path: str


@frozen(eq=False)
class Count:
    """At least `count` of `parts`, which are two or more, and at least one of which is needed."""

    count: int
    parts: tuple[Form, ...]

    @property
    def is_plain(self) -> bool:
        """Whether all parts are needed, or any one is enough."""
        return self.count in (1, len(self.parts))


@frozen(eq=False)
class Whole:
    """A part that is taken as one unknown, since it shares no fact with anything else."""

    part: Form


Form: TypeAlias = Literal | Count | Whole
Unit: TypeAlias = Literal | Whole


def normal_form(rule: Node, path: str = "") -> Form | bool:
    """Return the normal form of `rule`, or how it comes out where no answer matters at all."""
    return _form(rule, path, is_straight=True)


def open_form(step: Step) -> Form | bool:
    """Return the normal form of what `step` leaves open, without paths, or how it came out.

    Its leaves are those that can still matter in Kleene's logic.
    """
    return _opened(step, is_straight=True)


def units_of(form: Form) -> Iterator[Unit]:
    """Yield the leaves of `form`, in the order of the rule, and what is taken as one of them."""
    match form:
        case Literal() | Whole():
            yield form
        case Count(_, parts):
            for part in parts:
                yield from units_of(part)
        case _:
            assert_never(form)


def literals_of(form: Form) -> Iterator[Literal]:
    """Yield the leaves of `form`, in the order of the rule."""
    for unit in units_of(form):
        if isinstance(unit, Literal):
            yield unit
        else:
            yield from literals_of(unit.part)


def node_of(form: Form) -> Node:
    """Return `form` as a rule."""
    match form:
        case Literal():
            return form.leaf if form.is_straight else Not(form.leaf)
        case Whole(part):
            return node_of(part)
        case Count(count, parts):
            nodes = tuple(node_of(part) for part in parts)
            if count == len(nodes):
                return AllOf(nodes)
            return AnyOf(nodes) if count == 1 else AtLeast(count, nodes)
        case _:
            assert_never(form)


def together(form: Count, parts: Sequence[Form]) -> Form:
    """Return some parts of a plain `form` as `form` joins them, or the one part itself."""
    if len(parts) == 1:
        return parts[0]
    return Count(1 if form.count == 1 else len(parts), tuple(parts))


def _counted(count: int, parts: Iterable[Form | bool]) -> Form | bool:
    """Return that at least `count` of `parts` are met, with nothing in it that never matters."""
    every = tuple(parts)
    count -= sum(part is True for part in every)
    left = tuple(part for part in every if not isinstance(part, bool))
    if count <= 0 or count > len(left):
        return count <= 0
    if len(left) == 1:
        return left[0]
    if count not in (1, len(left)):
        return Count(count, left)
    flat = tuple(inner for part in left for inner in _flattened(part, of_all=count > 1))
    return Count(1 if count == 1 else len(flat), flat)


def _flattened(part: Form, *, of_all: bool) -> tuple[Form, ...]:
    same = isinstance(part, Count) and part.count == (len(part.parts) if of_all else 1)
    return part.parts if same and isinstance(part, Count) else (part,)


def _form(rule: Node, path: str, *, is_straight: bool) -> Form | bool:
    match rule:
        case Compare() | OneOf() | Has() | Known():
            return Literal(rule, is_straight, path)
        case Not() | Clause():
            ((step, part),) = branches_of(rule)
            turned = is_straight is not isinstance(rule, Not)
            return _form(part, joined(path, step), is_straight=turned)
        case AllOf() | AnyOf() | AtLeast():
            inner = (
                _form(part, joined(path, step), is_straight=is_straight)
                for step, part in branches_of(rule)
            )
            return _counted(_enough(rule, is_straight=is_straight), inner)
        case _:
            assert_never(rule)


def _opened(step: Step, *, is_straight: bool) -> Form | bool:
    node = step.node
    if step.outcome is not Truth.UNKNOWN:
        return (step.outcome is Truth.MET) is is_straight
    match node:
        case Compare() | OneOf() | Has() | Known():
            return Literal(node, is_straight, "")
        case Not():
            return _opened(step.children[0], is_straight=not is_straight)
        case Clause():
            return _opened(step.children[0], is_straight=is_straight)
        case AllOf() | AnyOf() | AtLeast():
            inner = (_opened(child, is_straight=is_straight) for child in step.children)
            return _counted(_enough(node, is_straight=is_straight), inner)
        case _:
            assert_never(node)


def _enough(group: AllOf | AnyOf | AtLeast, *, is_straight: bool) -> int:
    """Return how many parts must be met, or how many must not be for the opposite."""
    count = needed(group)
    return count if is_straight else len(group.parts) - count + 1
