"""Rules as plain data, the form in which documents state them, and back.

Each thing has one shape, and every scalar is text:

    all-of:                                     # any-of likewise
      - {fact: treatment-plan.weekly-minutes, at-least: "540"}
      - {fact: person.needs-24-hour-care, is: "no"}
      - {fact: coverage.payer-kind, one-of: [medicare]}
      - {fact: person.conditions, has: alcohol-use-disorder}
      - {fact: person.age, known: "yes"}        # in rule sets about documentation
      - at-least: {count: "2", of: [...]}
      - not: {any-of: [...]}
      - clause: {id: adult, label: {en: ..., es: ...}, source: ..., section: ..., rule: {...}}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, assert_never

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
)
from iopkit.rules.plain_reading import PlainReader
from iopkit.rules.scalars import written
from iopkit.rules.walking import is_no
from iopkit.values.problems import DocumentError

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]
"""Text, and lists and mappings of it."""


def to_plain(rule: Node) -> dict[str, Plain]:
    """Return `rule` as mappings, lists and text; `from_plain` returns the same rule again."""
    match rule:
        case Compare(fact, operator, bound):
            key = "is" if bound is True else operator.value
            return {"fact": fact.name, key: written(bound)}
        case OneOf(fact, terms):
            return {"fact": fact.name, "one-of": [written(term) for term in terms]}
        case Has(fact, term):
            return {"fact": fact.name, "has": written(term)}
        case Known(fact):
            return {"fact": fact.name, "known": "yes"}
        case Not(part):
            plain = to_plain(part)
            # The line `is: yes` or `known: yes` of the part becomes `is: no` or `known: no`.
            return {**plain, list(plain)[-1]: "no"} if is_no(rule) else {"not": plain}
        case AllOf() | AnyOf() | AtLeast() | Clause():
            return _grouped(rule)
        case _:
            assert_never(rule)


def from_plain(data: object, facts: Mapping[str, AnyFact], *, path: str = "") -> Node:
    """Return the rule that `data` states about `facts`, which are found by name.

    `path` is where `data` stands in its document; the problems' paths go on from it.

    Raises:
        DocumentError: with every problem of `data`.
    """
    reader = PlainReader(facts)
    rule = reader.rule(data, path)
    if rule is None or reader.problems:
        raise DocumentError(reader.problems)
    return rule


def _grouped(rule: AllOf | AnyOf | AtLeast | Clause) -> dict[str, Plain]:
    match rule:
        case AllOf(parts):
            return {"all-of": [to_plain(part) for part in parts]}
        case AnyOf(parts):
            return {"any-of": [to_plain(part) for part in parts]}
        case AtLeast(count, parts):
            return {"at-least": {"count": str(count), "of": [to_plain(part) for part in parts]}}
        case Clause():
            return {"clause": _stated(rule)}
        case _:
            assert_never(rule)


def _stated(clause: Clause) -> dict[str, Plain]:
    label: dict[str, Plain] = {"en": clause.label.en, "es": clause.label.es}
    if clause.label.reviewed:
        label["reviewed"] = "yes"
    stated: dict[str, Plain] = {"id": clause.id, "label": label, "source": clause.source}
    if clause.section:
        stated["section"] = clause.section
    return {**stated, "rule": to_plain(clause.rule)}
