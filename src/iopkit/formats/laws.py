"""What documents of law hold beyond plain fields: rules, typed amounts, terms of any list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve

from iopkit.errors import InvalidValue
from iopkit.facts import registry
from iopkit.formats.classes import ClassReader
from iopkit.formats.places import FAILED, Failed, Reader, Spot
from iopkit.formats.scalars import Hook, read_at, read_term
from iopkit.formats.trees import Entries, Items, Refused, Scalar, Tree
from iopkit.law.checking import check_clauses
from iopkit.law.crosswalks import term_named
from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import Clause
from iopkit.rules.plain import from_plain
from iopkit.values.dated import Dated
from iopkit.values.money import Money
from iopkit.values.problems import DocumentError, Problem
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import AmountUnit
from iopkit.vocabulary.coverage import RuleSubject

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_KINDS: Mapping[str, type] = {
    AmountUnit.USD.value: Money,
    AmountUnit.USD_PER_YEAR.value: Money,
    AmountUnit.USD_PER_MONTH.value: Money,
    AmountUnit.USD_PER_DAY.value: Money,
    AmountUnit.USD_PER_SERVICE.value: Money,
    AmountUnit.USD_PER_BENEFIT_PERIOD.value: Money,
    AmountUnit.SHARE.value: Share,
    AmountUnit.SHARE_OF_PAYMENT.value: Share,
    AmountUnit.SHARE_OF_INCOME.value: Share,
    AmountUnit.PERCENT_OF_POVERTY.value: Decimal,
    AmountUnit.DISCOUNT_CLASSES.value: Decimal,
    AmountUnit.BUSINESS_DAYS.value: Decimal,
    AmountUnit.CENTS_PER_MILE.value: Decimal,
    AmountUnit.DAY_RULE.value: str,
    AmountUnit.PHONE_NUMBER.value: str,
}
_CLAUSES = ("clauses", "advisories", "needs", "beside", "barriers")
"""The lists of clauses, or of needs that have one, in documents of law."""

_OTHER_SUBJECTS = {one.value for one in RuleSubject if one is not RuleSubject.DOCUMENTATION}
_NAME = Text(
    "a list of the vocabulary and a value in it, such as care-level/iop",
    "una lista del vocabulario y un valor de ella, como care-level/iop",
)


def read_any_term(spot: Spot, kind: type[Term]) -> Term | Failed:
    """Return the term that is written: by its value, or by its name where any list may stand."""
    if kind is not Term:
        return read_term(spot, kind)
    try:
        return term_named(spot.text or "")
    except InvalidValue:
        pass  # reported outside of the handler, so that no context is kept
    return spot.refuse(_NAME, code="unknown-term")


def rule_hook(facts: Mapping[str, AnyFact] | None = None) -> Hook:
    """Return how rules about `facts` are read; `None` means the one list of facts."""

    def read_rule(spot: Spot, _: type) -> object:
        plain = _plain(spot.tree)
        if isinstance(plain, Failed):
            return FAILED
        try:
            return from_plain(plain, registry.FACTS if facts is None else facts)
        except DocumentError as error:
            problems = error.problems
        for problem in problems:
            _place(spot, problem)
        return FAILED

    return read_rule


def checked_hook(law: ClassReader, check: Callable[[Any], Iterable[Problem]], clause: Hook) -> Hook:
    """Return how law is read that must also pass a `check`, whose problems get their places.

    Where a part of it cannot be read, each `clause` that can is held to what it can mean itself.
    """

    def read_law(spot: Spot, kind: type) -> object:
        here = law.entered(spot)
        if isinstance(here, Failed):
            return here
        told = evolve(law, follows=False)(here, kind)
        if spot.document.reader.is_checked:
            return told
        problems = _of_clauses(here, clause) if isinstance(told, Failed) else tuple(check(told))
        for problem in problems:
            _place(here, problem)
        return FAILED if problems else told

    return read_law


def _of_clauses(here: Spot, clause: Hook) -> tuple[Problem, ...]:
    """Return what the clauses cannot mean that can be read; nobody is told again what cannot."""
    above = here.document
    silent = evolve(above, reader=Reader(above.reader.root), problems=[])
    found = [
        (spot.path, told)
        for spot in _clauses(evolve(here, document=silent, path=""))
        if isinstance(told := read_at(spot, Clause, clause), Clause)
    ]
    # A subject that cannot be read may be meant to be documentation.
    subject = _text(here, "subject")
    documentation = bool(subject) and subject not in _OTHER_SUBJECTS
    return check_clauses(found, documentation=documentation)


def _clauses(law: Spot) -> Iterator[Spot]:
    entries = law.tree.entries if isinstance(law.tree, Entries) else {}
    for key in _CLAUSES:
        for item in law.entry(key, entries[key]).items() if key in entries else ():
            need = item.tree.entries if isinstance(item.tree, Entries) else {}
            yield item.entry("clause", need["clause"]) if "clause" in need else item


def _place(spot: Spot, problem: Problem) -> None:
    """Report a problem of a rule, whose path goes on from the path of `spot`."""
    tree: Tree = spot.tree
    for index, key in _STEP.findall(problem.path):
        tree = _below(tree, key, index)
    dot = "." if spot.path and problem.path and not problem.path.startswith("[") else ""
    path = f"{spot.path}{dot}{problem.path}"
    spot.document.report(problem.code, problem.text, path, (tree.line, tree.column))


def _below(tree: Tree, key: str, index: str) -> Tree:
    match tree:
        case Entries(entries, _, _) if key in entries:
            return entries[key].value
        case Items(items, _, _) if index and int(index) < len(items):
            return items[int(index)]
    return tree


def _plain(tree: Tree) -> object:
    """Return `tree` as mappings, lists and text; `FAILED` where a part of it is refused."""
    match tree:
        case Scalar(text, _, _):
            return text
        case Items(items, _, _):
            parts = [_plain(item) for item in items]
            return FAILED if FAILED in parts else parts
        case Entries(entries, _, _):
            told = {key: _plain(entry.value) for key, entry in entries.items()}
            return FAILED if FAILED in told.values() else told
        case Refused():
            return FAILED


def series_hook(series: ClassReader, entries_as: Mapping[type, Hook]) -> Hook:
    """Return how a series of amounts is read: each value is what the unit of the series says.

    `series` reads its plain fields, and `entries_as` the list of dated entries of each type.
    """

    def read_series(spot: Spot, kind: type) -> object:
        here = series.entered(spot)
        if isinstance(here, Failed):
            return here
        entries = _KINDS.get(_text(here, "unit"))
        # Without a unit nobody can read the values; that the unit is missing is problem enough.
        hook = _dated(entries_as[entries], _text(here, "id")) if entries else _unread
        slots = {**series.slots, "values": evolve(series.slots["values"], hook=hook)}
        return evolve(series, slots=slots, follows=False)(here, kind)

    return read_series


def _text(spot: Spot, key: str) -> str:
    tree = spot.tree
    entry = tree.entries.get(key) if isinstance(tree, Entries) else None
    return spot.entry(key, entry).text or "" if entry else ""


def _unread(_spot: Spot, _: type) -> object:
    return FAILED


def _dated(entries: Hook, name: str) -> Hook:
    def read_dated(spot: Spot, kind: type) -> object:
        told = entries(spot, kind)
        if not isinstance(told, tuple):
            return told
        try:
            return Dated(told, name)
        except InvalidValue as error:
            expected = Text(error.expected, error.expected)
        return spot.report("invalid-value", what=expected)

    return read_dated
