"""What a rule asks of a program, in natural words: hours for minutes, and no question repeated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never, cast

from attrs import frozen

from iopkit.rules.answers import FactType
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
from iopkit.rules.wording import word
from iopkit.standards.answer_phrases import saying_of
from iopkit.standards.axes import axis_of
from iopkit.standards.check_wording import amount_text, either, filled, joined
from iopkit.values.spans import Span
from iopkit.values.terms import Term
from iopkit.values.texts import Text

_OPPOSITE = {
    Operator.AT_LEAST: Operator.LESS_THAN,
    Operator.LESS_THAN: Operator.AT_LEAST,
    Operator.AT_MOST: Operator.MORE_THAN,
    Operator.MORE_THAN: Operator.AT_MOST,
}
_STANDS = Text("{0} {1}", "{0} {1}")
_INDENTED = Text("{0}{1}", "{0}{1}")
_NOT = Text("not {0}", "no {0}")
_FEWER = Text("fewer than {0}", "menos de {0}")
_ALL = Text("all of these:", "todo esto:")
_ANY = Text("at least one of these:", "al menos uno de estos puntos:")
_SOME = Text("at least {0} of these {1}:", "al menos {0} de estos {1} puntos:")
_AND, _OR = Text("; and ", "; y "), Text("; or ", "; o ")
_IN_ONE_LINE = 3


@frozen
class _Group:
    """So many of some parts, each asked or denied."""

    count: int
    parts: tuple[tuple[Node, bool], ...]


@frozen
class _Line:
    text: Text
    depth: int = 0
    is_joined: bool = False


def asked_text(rule: Node) -> Text:
    """Return what `rule` asks of a program; what takes several lines is indented below the first.

    Terms of one listing, and up to three parts, stand in one line.
    """
    lines = _lines(rule, is_so=True)
    indented = (filled(_INDENTED, "  " * one.depth, one.text) for one in lines)
    return joined(indented, "\n")


def _lines(rule: Node, *, is_so: bool) -> list[_Line]:
    match rule:
        case Not(part):
            return _lines(part, is_so=not is_so)
        case Clause():
            return _lines(rule.rule, is_so=is_so)
        case AllOf() | AnyOf() | AtLeast():
            return _grouped(_group(rule, is_so))
        case Compare() | OneOf() | Has() | Known():
            return [_Line(_leaf(rule, is_so=is_so))]
        case _:
            assert_never(rule)


def _group(rule: AllOf | AnyOf | AtLeast, is_so: bool) -> _Group:
    """Return the parts of a group; one that is denied asks for the opposite of enough of them."""
    size = len(rule.parts)
    match rule:
        case AllOf():
            count = size
        case AnyOf():
            count = 1
        case AtLeast():
            count = rule.count
        case _:
            assert_never(rule)
    return _Group(count if is_so else size - count + 1, tuple((part, is_so) for part in rule.parts))


def _grouped(group: _Group) -> list[_Line]:
    size = len(group.parts)
    terms = _terms(group) if group.count == 1 else None
    if terms is not None:
        return [_Line(terms)]
    below = [_lines(part, is_so=is_so) for part, is_so in group.parts]
    if size == 1:
        return below[0]
    is_short = size <= _IN_ONE_LINE and group.count in (1, size)
    if is_short and all(len(some) == 1 and not some[0].is_joined for some in below):
        texts = (some[0].text for some in below)
        return [_Line(joined(texts, _AND if group.count == size else _OR), is_joined=True)]
    head = _ANY if group.count == 1 else _ALL if group.count == size else _SOME
    lines = [_Line(one.text, one.depth + 1) for some in below for one in some]
    return [_Line(filled(head, str(group.count), str(size))), *lines]


def _terms(group: _Group) -> Text | None:
    """Return the terms of one listing in one text, where nothing else is asked."""
    asked = [part for part, is_so in group.parts if is_so and isinstance(part, Has)]
    facts = {part.fact.name for part in asked}
    if len(asked) < len(group.parts) or len(facts) != 1:
        return None
    saying = saying_of(asked[0].fact)
    labels = either(part.term.label for part in asked)
    return None if saying is None else filled(saying.so, labels)


def _leaf(leaf: Compare | OneOf | Has | Known, *, is_so: bool) -> Text:
    match leaf:
        case Compare():
            return _compared(leaf, is_so=is_so)
        case OneOf():
            return _named(leaf, leaf.terms, is_so=is_so)
        case Has():
            return _named(leaf, (leaf.term,), is_so=is_so)
        case Known():
            return _plain(leaf, is_so=is_so)
        case _:
            assert_never(leaf)


def _named(leaf: OneOf | Has, terms: Iterable[Term], *, is_so: bool) -> Text:
    saying = saying_of(leaf.fact)
    if saying is None:
        return _plain(leaf, is_so=is_so)
    return filled(saying.so if is_so else saying.but_not, either(term.label for term in terms))


def _compared(leaf: Compare, *, is_so: bool) -> Text:
    axis, saying, bound = axis_of(leaf.fact), saying_of(leaf.fact), leaf.bound
    if isinstance(bound, bool) and saying is not None:
        return saying.so if is_so else saying.but_not
    if axis.figure is None or leaf.fact.type is not FactType.WHOLE_NUMBER:
        return _plain(leaf, is_so=is_so)
    operator = leaf.operator if is_so else _OPPOSITE.get(leaf.operator)
    amount = amount_text(leaf.fact.unit, Span.exactly(cast("int", bound)))
    if operator is None:
        amount = filled(_NOT, amount)
    elif operator is Operator.LESS_THAN and not leaf.fact.unit.startswith("minutes"):
        amount = filled(_FEWER, amount)
    elif operator is not Operator.EQUAL:
        amount = filled(_STANDS, operator.label, amount)
    return filled(axis.figure, amount)


def _plain(leaf: Compare | OneOf | Has | Known, *, is_so: bool) -> Text:
    rule = leaf if is_so else Not(leaf)
    return Text(word(rule, "en"), word(rule, "es"))
