"""Which types documents can tell, and how each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, fields, has
from cattrs import BaseConverter

from iopkit.errors import InvalidValue
from iopkit.formats.annotations import hints_of, is_rule, is_union
from iopkit.formats.classes import ClassReader
from iopkit.formats.laws import checked_hook, read_any_term, rule_hook, series_hook
from iopkit.formats.messages import write
from iopkit.formats.places import FAILED, Spot
from iopkit.formats.scalars import SCALARS, Hook, Reading, read_at, read_term
from iopkit.formats.slots import Slot
from iopkit.formats.trees import Entries, Items, Scalar
from iopkit.law.amounts import AmountSeries, AmountValue
from iopkit.law.checking import check_ladder, check_rules
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import PriceList
from iopkit.model.program import Program
from iopkit.rules.nodes import Clause, Combinable
from iopkit.values.dated import DatedEntry
from iopkit.values.listings import Listing
from iopkit.values.privacy import Quiet
from iopkit.values.problems import Problem
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Term
from iopkit.values.texts import Text

_PUBLIC = (Program, HealthPlan, PriceList)
"""What describes no person, even where it stands in a person's record."""

_CHECKS: Mapping[type, Callable[[Any], Iterable[Problem]]] = MappingProxyType(
    {RuleSet: check_rules, Ladder: check_ladder}
)
"""What is law, and what no field of it tells by itself."""

_LIST = Text("a list", "una lista")
_OR_RANGE = Text(" or a range {low: ..., high: ...}", " o un rango {low: ..., high: ...}")


def hook_for(kind: type) -> Hook:
    """Return how a value of `kind` is read.

    Raises:
        InvalidValue: documents cannot tell such a value; `kind` is a mistake of the caller.
    """
    hook: Hook = _converter().get_structure_hook(kind)
    return hook


def holds_record(kind: Any) -> bool:
    """Return whether a document of `kind` may tell of a person, at any depth."""
    met, ahead = set(), [kind]
    while ahead:
        part = ahead.pop()
        if part in met:
            continue
        met.add(part)
        ahead.extend(get_args(part))
        if isinstance(part, type) and issubclass(part, Quiet):
            return True
        if isinstance(part, type) and has(part) and not issubclass(part, Combinable):
            ahead.extend(hints_of(part).values())
    return False


@cache
def _converter() -> BaseConverter:
    # cattrs finds the hook of a type and keeps it; places, paths and problems are our own.
    converter = BaseConverter()
    for is_one, factory in (
        (_is_anything, _refuse_kind),
        (has, _class_hook),
        (_is_series, _series_hook),
        (_is_checked, _checked_hook),
        (_is_tuple, _tuple_hook),
        (is_union, _union_hook),
        (_is_listing, _listing_hook),
        (_is_span, _span_hook),
    ):
        converter.register_structure_hook_factory(is_one, factory)
    converter.register_structure_hook(Term, read_any_term)
    for kind, reading in SCALARS.items():
        converter.register_structure_hook(kind, reading)
    return converter


def _is_anything(_: Any) -> bool:
    return True


def _is_series(kind: Any) -> bool:
    return kind is AmountSeries


def _is_checked(kind: Any) -> bool:
    return kind in _CHECKS


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_listing(kind: Any) -> bool:
    return get_origin(kind) is Listing


def _is_span(kind: Any) -> bool:
    return get_origin(kind) is Span


def _refuse_kind(kind: Any) -> Hook:
    raise InvalidValue("kind", f"a class that documents describe, which {kind!r} is not")


def _class_hook(kind: Any) -> Hook:
    return _class_reader(kind)


def _class_reader(kind: Any, **hooks: Hook) -> ClassReader:
    """Return how `kind` is read; `hooks` are for fields whose type alone does not say it."""
    hints = hints_of(kind)
    slots = [
        _slot(field, hints[field.name], hooks.get(field.name))
        for field in fields(kind)
        if field.init
    ]
    is_quiet = True if issubclass(kind, Quiet) else (False if issubclass(kind, _PUBLIC) else None)
    return ClassReader(kind, {slot.key: slot for slot in slots}, is_quiet, holds_record(kind))


def _series_hook(_: Any) -> Hook:
    entries_as = {
        kind: _items_hook(DatedEntry, _class_reader(DatedEntry, value=SCALARS[kind]))
        for kind in get_args(AmountValue)
    }
    # The hook of `values` stands for the one that the unit of a series will choose.
    return series_hook(_class_reader(AmountSeries, values=SCALARS[str]), entries_as)


def _checked_hook(kind: Any) -> Hook:
    return checked_hook(_class_reader(kind), _CHECKS[kind], hook_for(Clause))


def _slot(field: Attribute[Any], kind: Any, hook: Hook | None) -> Slot:
    is_missing, is_optional = field.default is NOTHING, type(None) in get_args(kind)
    return Slot(
        key=field.name,
        name=field.alias or field.name,
        kind=kind,
        hook=hook or hook_for(kind),
        is_required=is_missing and not is_optional,
        fills_none=is_missing and is_optional,
        takes_nothing=field.default in ((), Listing()),
    )


def _tuple_hook(kind: Any) -> Hook:
    inner, *rest = get_args(kind)
    if rest != [Ellipsis]:
        _refuse_kind(kind)
    return _items_hook(inner, hook_for(inner))


def _items_hook(kind: type, hook: Hook) -> Hook:
    def read_items(spot: Spot, _: type) -> object:
        if not isinstance(spot.tree, Items):
            remedy = None if spot.text is None else write(f"[{spot.text}]")
            return spot.refuse(_LIST, remedy=remedy)
        values = [read_at(item, kind, hook) for item in spot.items()]
        return FAILED if FAILED in values else tuple(values)

    return read_items


def _union_hook(kind: Any) -> Hook:
    kinds = [part for part in get_args(kind) if part is not type(None)]
    spans = [part for part in kinds if _is_span(part)]
    plain = [part for part in kinds if part not in spans]
    if is_rule(kind):
        hook = rule_hook()
    elif len(plain) > 1 or len(spans) > 1:
        hook = _refuse_kind(kind)
    else:
        hook = _plain_or_span(plain, spans)
    return _optional(kinds[0], hook) if len(kinds) < len(get_args(kind)) else hook


def _plain_or_span(plain: list[type], spans: list[type]) -> Hook:
    if not plain or not spans:
        return hook_for((plain or spans)[0])
    plain_hook, span_hook = _or_range(hook_for(plain[0])), hook_for(spans[0])

    def read_either(spot: Spot, _: type) -> object:
        if isinstance(spot.tree, Scalar):
            return plain_hook(spot, plain[0])
        return span_hook(spot, spans[0])

    return read_either


def _or_range(hook: Hook) -> Hook:
    """Return the hook of one value that says where it fails that a range may be told as well."""
    if not isinstance(hook, Reading):
        return hook
    one = hook.expected
    return evolve(hook, expected=Text(one.en + _OR_RANGE.en, one.es + _OR_RANGE.es))


def _optional(kind: type, hook: Hook) -> Hook:
    def read_optional(spot: Spot, _: type) -> object:
        return None if spot.says_nothing() else hook(spot.as_optional(), kind)

    return read_optional


def _listing_hook(kind: Any) -> Hook:
    (inner,) = get_args(kind)
    items = _items_hook(inner, hook_for(inner))
    slots = (
        Slot("has", "present", kind, items, takes_nothing=True),
        Slot("lacks", "lacks", kind, items, takes_nothing=True),
        Slot("complete", "complete", bool, SCALARS[bool]),
    )
    mapping = ClassReader(Listing, {slot.key: slot for slot in slots}, follows=False)

    def read_listing(spot: Spot, _: type) -> object:
        if isinstance(spot.tree, Entries):
            return mapping(spot, kind)
        told = items(spot, kind)
        return Listing(told) if isinstance(told, tuple) else told

    return read_listing


def _span_hook(kind: Any) -> Hook:
    (inner,) = get_args(kind)
    hook = hook_for(inner)
    end = _optional(inner, hook)
    slots = (
        Slot("low", "low", inner, end, fills_none=True),
        Slot("high", "high", inner, end, fills_none=True),
        Slot("basis", "basis", Basis, read_term),
    )
    mapping = ClassReader(Span, {slot.key: slot for slot in slots}, follows=False)
    one = _or_range(hook)

    def read_span(spot: Spot, _: type) -> object:
        if not isinstance(spot.tree, Scalar):
            return mapping(spot, kind)
        value: Any = one(spot, inner)
        return FAILED if value is FAILED else Span(value, value)

    return read_span
