"""Leaves as pairs of Python expressions: known to be met, and known not to be."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TypeAlias, assert_never

from attrs import frozen

from iopkit.rules.answers import Answer, AnyFact, FactType, told
from iopkit.rules.nodes import Compare, Has, Known, OneOf, Operator
from iopkit.rules.tracing import leaf_outcome
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.money import Money

Leaf: TypeAlias = Compare | OneOf | Has | Known

_KINDS: dict[FactType, type] = {
    FactType.WHOLE_NUMBER: int,
    FactType.MONEY: Money,
    FactType.DATE: date,
    FactType.LISTING: Listing,
}
_COMPARED: dict[Operator, tuple[type[ast.cmpop], type[ast.cmpop]]] = {
    Operator.AT_LEAST: (ast.GtE, ast.Lt),
    Operator.AT_MOST: (ast.LtE, ast.Gt),
    Operator.MORE_THAN: (ast.Gt, ast.LtE),
    Operator.LESS_THAN: (ast.Lt, ast.GtE),
    Operator.EQUAL: (ast.Eq, ast.NotEq),
}


@frozen
class Pair:
    """Two expressions of which each is True or False, and never both True."""

    met: ast.expr
    not_met: ast.expr

    def swapped(self) -> Pair:
        """Return the pair of the opposite."""
        return Pair(self.not_met, self.met)


class Names:
    """The things that generated code refers to, each under a name of its own."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {"__builtins__": {}, "type": type}

    def of(self, thing: object) -> ast.expr:
        """Return the expression that stands for `thing`."""
        if thing is None or isinstance(thing, bool | int | str):
            return ast.Constant(thing)
        return self.kept(thing)

    def kept(self, thing: object) -> ast.expr:
        """Return the expression that stands for `thing` itself, never for an equal of it."""
        known = next((name for name, value in self.values.items() if value is thing), None)
        name = known or f"thing_{len(self.values)}"
        self.values[name] = thing
        return loaded(name)


def loaded(name: str) -> ast.expr:
    """Return the expression that reads a variable."""
    return ast.Name(name, ast.Load())


def compared(left: ast.expr, operator: type[ast.cmpop], right: ast.expr) -> ast.expr:
    """Return the expression that compares two others."""
    return ast.Compare(left, [operator()], [right])


def joined_by(kind: type[ast.boolop], parts: Iterable[ast.expr]) -> ast.expr:
    """Return `parts` joined by `and` or `or`; of none, what that means of nothing."""
    parts = list(parts)
    if not parts:
        return ast.Constant(kind is ast.And)
    return parts[0] if len(parts) == 1 else ast.BoolOp(kind(), parts)


def called(function: ast.expr, *arguments: ast.expr) -> ast.expr:
    """Return the expression that calls a function."""
    return ast.Call(function, list(arguments), [])


@frozen
class Told:
    """How generated code reads one answer: for the first time, and again."""

    first: ast.expr
    again: ast.expr


def pair_of(leaf: Leaf, told_as: Told, names: Names) -> Pair:
    """Return when `leaf` is known to be met, and not; each side reads the answer by itself."""
    match leaf:
        case Compare(fact, _, _) if fact.type is FactType.BOOLEAN:
            return Pair(
                compared(told_as.first, ast.Is, ast.Constant(value=True)),
                compared(told_as.first, ast.Is, ast.Constant(value=False)),
            )
        case Compare():
            return _of_compare(leaf, told_as, names)
        case OneOf():
            return _of_terms(leaf, told_as, names)
        case Has(_, term):
            return _of_listing(told_as, names.of(term), names)
        case Known():
            silent = compared(told_as.first, ast.Is, ast.Constant(None))
            is_told = compared(told_as.first, ast.IsNot, ast.Constant(None))
            asked = called(names.of(partial(_comes_out, leaf, Truth.MET)), told_as.again)
            return Pair(joined_by(ast.And, (is_told, asked)), silent)
        case _:
            assert_never(leaf)


def looks_right(fact: AnyFact, told_as: Told, names: Names) -> ast.expr | None:
    """Return the test that an answer which decided nothing is of its type; `None` if none is due.

    What compares numbers, amounts and dates looks at their type already.
    """
    match fact.type:
        case FactType.BOOLEAN:
            right = [
                compared(told_as.first, ast.Is, ast.Constant(value=True)),
                compared(told_as.again, ast.Is, ast.Constant(value=False)),
            ]
        case FactType.TERM | FactType.LISTING:
            right = [_is_a(told_as.first, _KINDS.get(fact.type) or fact.terms, names)]
        case _:
            return None
    return joined_by(ast.Or, [*right, compared(told_as.again, ast.Is, ast.Constant(None))])


def _of_compare(leaf: Compare, told_as: Told, names: Names) -> Pair:
    bound, value = leaf.bound, told_as.again
    if isinstance(bound, Money):
        # Whole cents compare quicker than amounts, and come out the same.
        bound, value = bound.cents, ast.Attribute(value, "cents", ast.Load())
    is_plain = _is_a(told_as.first, _KINDS[leaf.fact.type], names)
    sides = zip(_COMPARED[leaf.operator], (Truth.MET, Truth.NOT_MET), strict=True)
    met, not_met = (
        ast.IfExp(
            is_plain,
            compared(value, operator, names.of(bound)),
            called(names.of(partial(_comes_out, leaf, wanted)), told_as.again),
        )
        for operator, wanted in sides
    )
    return Pair(met, not_met)


def _of_terms(leaf: OneOf, told_as: Told, names: Names) -> Pair:
    reads = [told_as.first, *[told_as.again] * len(leaf.terms)]
    met = [compared(read, ast.Is, names.of(term)) for read, term in zip(reads, leaf.terms)]  # noqa: B905  # one read more than terms
    other = [compared(told_as.again, ast.IsNot, names.of(term)) for term in leaf.terms]
    is_term = _is_a(told_as.first, leaf.fact.terms, names)
    return Pair(joined_by(ast.Or, met), joined_by(ast.And, (is_term, *other)))


def _of_listing(told_as: Told, term: ast.expr, names: Names) -> Pair:
    present, lacks, complete = (
        ast.Attribute(told_as.again, part, ast.Load()) for part in ("present", "lacks", "complete")
    )
    is_listing = _is_a(told_as.first, Listing, names)
    absent = joined_by(ast.Or, (complete, compared(term, ast.In, lacks)))
    is_out = compared(term, ast.NotIn, present)
    return Pair(
        joined_by(ast.And, (is_listing, compared(term, ast.In, present))),
        joined_by(ast.And, (is_listing, absent, is_out)),
    )


def _is_a(value: ast.expr, kind: type | None, names: Names) -> ast.expr:
    return compared(called(loaded("type"), value), ast.Is, names.of(kind))


def _comes_out(leaf: Leaf, wanted: Truth, answer: Answer) -> bool:
    return leaf_outcome(leaf, told(leaf.fact, {leaf.fact.name: answer})) is wanted
