"""Plain data of any value, and documents that read back equal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal, TypeAlias, cast

from attrs import Attribute, fields, has

from iopkit.errors import InvalidValue
from iopkit.formats.annotations import hints_of, is_any_term, is_rule
from iopkit.formats.files import NOT_TEXT
from iopkit.law.amounts import Amounts, AmountSeries
from iopkit.law.crosswalks import Crosswalk, name_of
from iopkit.law.ladders import Ladder, Need
from iopkit.law.rulesets import RuleSet
from iopkit.rules.nodes import Clause, Combinable, Node
from iopkit.rules.plain import to_plain
from iopkit.values.dated import Dated
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.values.texts import Text

JsonValue: TypeAlias = "str | int | bool | list[JsonValue] | dict[str, JsonValue] | None"
"""What JSON can hold, without floats."""

_DOCUMENTS = (RuleSet, Ladder, Need, Clause, AmountSeries, Amounts, Crosswalk)
"""What always tells its texts in both languages, because it is read again."""

_NOTHING: tuple[object, ...] = (None, "", (), Listing())


def to_data(value: object, *, lang: str = "en") -> JsonValue:
    """Return `value` as JSON-ready data; fields that are not known are left out.

    Terms are their stable values, money and decimals text, dates ISO; a range is a mapping with
    `low` and `high`.  A `Text` is told in `lang`; in rule sets, ladders and amounts, which are
    documents, it is told in both languages.  Nothing is held back of a person's record; a
    decision's trace (`step`) stands apart and is left out, since its clauses tell what decided.

    Raises:
        InvalidValue: there is something in it that documents cannot hold, or no such language.
    """
    return _data(value, None if isinstance(value, _DOCUMENTS) else lang)


def dump(value: object, *, format: Literal["yaml", "json"] = "yaml") -> str:  # noqa: A002  # the word of every other writer
    """Return the document that `read` gives back equal to `value`; keys in the order of fields.

    Raises:
        InvalidValue: there is something in it that documents cannot hold, or no such format.
    """
    data = _data(value, None)
    match format:
        case "yaml":
            # Whoever writes only JSON never pays for the YAML parser.
            from iopkit.formats.yaml_text import written_yaml  # noqa: PLC0415

            return written_yaml(data)
        case "json":
            text = json.dumps(data, indent=2, ensure_ascii=False)
            return re.sub(NOT_TEXT, lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
    raise InvalidValue("format", "yaml or json")


_SCALARS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Term, lambda term: str(term.value)),
    (Money, lambda money: str(money.dollars)),
    (Share, str),
    (Period, str),
    (Decimal, "{:f}".format),
    (date, date.isoformat),
    (time, lambda moment: moment.isoformat("minutes")),
)


def _data(value: object, lang: str | None) -> JsonValue:
    """Return `value` as data, its texts in `lang`, or in both languages where it is `None`."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    for kind, write in _SCALARS:
        if isinstance(value, kind):
            return write(value)
    return _compound(value, lang)


def _compound(value: object, lang: str | None) -> JsonValue:
    match value:
        case Text() if lang is not None:
            return value(lang)
        case Listing():
            return _listing(value, lang)
        case Combinable() if not isinstance(value, Clause):
            return _rule(value)
        case Mapping():
            return {str(_data(key, lang)): _data(part, lang) for key, part in value.items()}
    parts = _parts(value)
    return _fields(value, lang) if parts is None else [_data(part, lang) for part in parts]


def _parts(value: object) -> Iterable[object] | None:
    match value:
        case Dated():
            return value.entries
        case tuple() | list():
            return value
        case frozenset() | set():
            return sorted(value, key=repr)
        case type() if issubclass(value, Term):
            return value.values()
    return None


def _listing(listing: Listing[Any], lang: str | None) -> JsonValue:
    present, lacks = _data(listing.present, lang), _data(listing.lacks, lang)
    if not lacks and not listing.complete:
        return present
    told: dict[str, JsonValue] = {"has": present, "lacks": lacks, "complete": listing.complete}
    return {key: part for key, part in told.items() if part}


def _fields(value: object, lang: str | None) -> JsonValue:
    kind = type(value)
    if not has(kind):
        raise InvalidValue(
            "value", f"something that documents can hold, and {kind.__name__} is not"
        )
    told = ((field, getattr(value, field.name)) for field in fields(kind))
    return {
        field.name: _field(kind, field.name, part, lang)
        for field, part in told
        if not _is_silent(field, part, lang)
    }


def _field(kind: type, name: str, part: object, lang: str | None) -> JsonValue:
    # A clause is a mapping of its own among clauses, and one rule of many where any may stand.
    if isinstance(part, Clause) and is_rule(hints_of(kind)[name]):
        return _rule(part)
    if is_any_term(hints_of(kind)[name]):
        return _named(part)
    return _data(part, lang)


def _named(terms: object) -> JsonValue:
    if isinstance(terms, Term):
        return name_of(terms)
    return [_named(term) for term in cast("tuple[Term, ...]", terms)]


def _rule(rule: Combinable) -> JsonValue:
    # Every Combinable is a Node; the union is only not closed for the type checker.
    return _data(to_plain(cast("Node", rule)), None)


def _is_silent(field: Attribute[Any], part: object, lang: str | None) -> bool:
    if part is None or part == Listing() or field.metadata.get("is_apart"):
        return True
    return lang is None and part == field.default and part in _NOTHING
