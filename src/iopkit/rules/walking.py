"""Where in the plain form of a rule each of its parts stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

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
    Operator,
)


def places_of(rule: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Yield every part of `rule` with its path in the plain form, `rule` itself first."""
    yield path, rule
    for step, part in branches_of(rule):
        yield from places_of(part, joined(path, step))


def joined(path: str, step: str) -> str:
    """Return the path that goes from `path` on by `step`, a key or an `[index]`."""
    return path + step if step.startswith("[") or not path or not step else f"{path}.{step}"


def is_no(rule: Not) -> bool:
    """Return whether the plain form says this `Not` as the answer `no` of a single line."""
    match rule.part:
        case Known() | Compare(_, Operator.EQUAL, True):
            return True
    return False


def branches_of(rule: Node) -> Iterator[tuple[str, Node]]:
    """Yield the rules of which `rule` is directly made, each with the step that leads to it."""
    match rule:
        case Compare() | OneOf() | Has() | Known():
            return
        case Not(part):
            yield "" if is_no(rule) else "not", part
        case AllOf(parts):
            yield from ((f"all-of[{at}]", part) for at, part in enumerate(parts))
        case AnyOf(parts):
            yield from ((f"any-of[{at}]", part) for at, part in enumerate(parts))
        case AtLeast(_, parts):
            yield from ((f"at-least.of[{at}]", part) for at, part in enumerate(parts))
        case Clause():
            yield "clause.rule", rule.rule
        case _:
            assert_never(rule)
