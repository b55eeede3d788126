"""Rules in plain words, clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import assert_never

from attrs import frozen

from iopkit.rules.answers import AnyFact
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
from iopkit.rules.units import unit_text
from iopkit.values.money import Money
from iopkit.values.texts import Text

_OPPOSITE = {
    Operator.AT_LEAST: Operator.LESS_THAN,
    Operator.LESS_THAN: Operator.AT_LEAST,
    Operator.AT_MOST: Operator.MORE_THAN,
    Operator.MORE_THAN: Operator.AT_MOST,
}
_DATES = {
    Operator.AT_LEAST: Text("on {0} or later", "el {0} o después"),
    Operator.AT_MOST: Text("on {0} or earlier", "el {0} o antes"),
    Operator.MORE_THAN: Text("later than {0}", "después del {0}"),
    Operator.LESS_THAN: Text("earlier than {0}", "antes del {0}"),
    Operator.EQUAL: Text("on {0}", "el {0}"),
}
_YES, _NO = Text("yes", "sí"), Text("no", "no")
_NOT = Text("not {0}", "no {0}")
_HOUR = Text("{0} (1 hour)", "{0} (1 hora)")
_HOURS = Text("{0} ({1:g} hours)", "{0} ({1:g} horas)")
_MINUTES_OF_HOUR = 60
_TOLD, _NOT_TOLD = Text("told", "informado"), Text("not told", "sin informar")
_HAS, _HAS_NOT = Text("among them {0}", "al menos {0}"), Text("without {0}", "sin {0}")
_ONE, _NONE = Text("one of: {0}", "uno de: {0}"), Text("none of: {0}", "ninguno de: {0}")
_ALL, _NOT_ALL = Text("All of these:", "Todo esto:"), Text("Not all of these:", "No todo esto:")
_ANY = Text("At least one of these:", "Al menos uno de estos puntos:")
_NOT_ANY = Text("None of these:", "Ninguno de estos puntos:")
_SOME = Text("At least {0} of these {1}:", "Al menos {0} de estos {1} puntos:")
_FEWER = Text("Fewer than {0} of these {1}:", "Menos de {0} de estos {1} puntos:")
_NOT_CLAUSE = Text("Not: {0}", "No: {0}")
_ASKED = Text("{0} Asked: {1}.", "{0} Se pide: {1}.")


@frozen
class Sentence:
    """One line of a rule in words: `depth` tells what it belongs to, from 0.

    `clause` is the clause that begins here, `None` for a question or a group within one.
    """

    text: Text
    depth: int = 0
    clause: Clause | None = None


def word(rule: Node, lang: str = "en") -> str:
    """Return `rule` in plain words, in `lang`, each clause with its id.

    A line for each of `sentences_of`, indented by two spaces a depth.
    """
    return "\n".join(_line(said, lang) for said in sentences_of(rule))


def sentences_of(rule: Node) -> tuple[Sentence, ...]:
    """Return `rule` in plain words, no more sentences than it has parts.

    Each clause is named with its label, and each fact with its question.
    """
    return tuple(_said(rule, 0, is_so=True))


def _line(said: Sentence, lang: str) -> str:
    name = f" [{said.clause.id}]" if said.clause is not None else ""
    return f"{'  ' * said.depth}{said.text(lang)}{name}"


def _said(rule: Node, depth: int, *, is_so: bool) -> Iterator[Sentence]:
    match rule:
        case Compare() | OneOf() | Has() | Known():
            yield Sentence(_filled(_ASKED, rule.fact.question, _asked(rule, is_so)), depth)
        case Not(part):
            yield from _said(part, depth, is_so=not is_so)
        case AllOf() | AnyOf() | AtLeast():
            yield Sentence(_heading(rule, is_so), depth)
            for part in rule.parts:
                yield from _said(part, depth + 1, is_so=True)
        case Clause():
            label = rule.label if is_so else _filled(_NOT_CLAUSE, rule.label)
            yield Sentence(label, depth, rule)
            yield from _said(rule.rule, depth + 1, is_so=True)
        case _:
            assert_never(rule)


def _heading(group: AllOf | AnyOf | AtLeast, is_so: bool) -> Text:
    match group:
        case AllOf():
            return _ALL if is_so else _NOT_ALL
        case AnyOf():
            return _ANY if is_so else _NOT_ANY
        case AtLeast(count, parts):
            return _filled(_SOME if is_so else _FEWER, str(count), str(len(parts)))
        case _:
            assert_never(group)


def _asked(leaf: Compare | OneOf | Has | Known, is_so: bool) -> Text:
    match leaf:
        case Compare():
            return _compared(leaf, is_so)
        case OneOf(_, terms):
            names = _both(lambda lang: ", ".join(term.label(lang) for term in terms))
            if len(terms) == 1:
                return names if is_so else _filled(_NOT, names)
            return _filled(_ONE if is_so else _NONE, names)
        case Has(_, term):
            return _filled(_HAS if is_so else _HAS_NOT, term.label)
        case Known():
            return _TOLD if is_so else _NOT_TOLD
        case _:
            assert_never(leaf)


def _compared(leaf: Compare, is_so: bool) -> Text:
    if isinstance(leaf.bound, bool):
        return _YES if is_so else _NO
    operator = leaf.operator if is_so else _OPPOSITE.get(leaf.operator)
    if operator is None:
        return _filled(_NOT, _compared(leaf, is_so=True))
    if isinstance(leaf.bound, date):
        return _filled(_DATES[operator], leaf.bound.isoformat())
    bound = f"${leaf.bound}" if isinstance(leaf.bound, Money) else f"{leaf.bound:,}"
    said = _both(lambda lang: f"{operator.label(lang)} {bound}")
    return _with_unit(leaf.fact, said, leaf.bound)


def _with_unit(fact: AnyFact, said: Text, bound: int | Money) -> Text:
    if not fact.unit:
        return said
    unit = unit_text(fact.unit, bound if isinstance(bound, int) else None)
    whole = Text(f"{said.en} {unit.en}", f"{said.es} {unit.es}")
    # A reader counts in hours; only whole and half ones say more than they cost.
    if isinstance(bound, int) and fact.unit.startswith("minutes") and bound and not bound % 30:
        frame = _HOUR if bound == _MINUTES_OF_HOUR else _HOURS
        return _both(lambda lang: frame(lang).format(whole(lang), bound / _MINUTES_OF_HOUR))
    return whole


def _filled(frame: Text, *parts: Text | str) -> Text:
    return _both(
        lambda lang: frame(lang).format(
            *(part(lang) if isinstance(part, Text) else part for part in parts)
        )
    )


def _both(say: Callable[[str], str]) -> Text:
    return Text(say("en"), say("es"))
