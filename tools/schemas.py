"""Write the JSON Schemas (draft 2020-12) of the documents that people write.

    python tools/schemas.py            write what has changed
    python tools/schemas.py --check    change nothing; exit 1 and name what differs

They accept what `iopkit.formats.read` accepts of JSON: scalars also as text, nothing where a
value may be unknown, `{file: ...}` for a class.  Only the reader can judge how a number was
spelled, how large an amount told as text is, whether a file exists, and how one value compares
with another.  The classes are read directly: every rule here would be an exception for a
generator made for other types, such as that of msgspec.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from inspect import getdoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, Factory, define, fields, has

from iopkit.model import Case, HealthPlan, Person, Program, SlidingScale
from iopkit.values import Basis, Listing, Money, Period, Share, Span, Term

Schema: TypeAlias = dict[str, object]

FOLDER: Final = Path(__file__).parents[1] / "schemas"
DOCUMENTS: Final = {
    "case": Case,
    "health-plan": HealthPlan,
    "person": Person,
    "program": Program,
    "sliding-scale": SlidingScale,
}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The white space that Python strips; `\s` means something else in every engine.
_PAD = "[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*"
_NOT_NEGATIVE = "(?!-.*[1-9])"
_FROM_1 = "[1-9][0-9]{0,14}"
_DIGITS = f"-?(?:0|{_FROM_1})(?:\\.[0-9]{{1,9}})?"
_AMOUNT = r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,2})?"
_SHARE = r"(?:100(?:\.0{1,2})?|0?[0-9]{1,2}(?:\.[0-9]{1,2})?)%"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = (
    "(?!0000)(?:[0-9]{4}-(?:"
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8])"
    f")|{_LEAP_YEAR}-02-29)"
)
_PERIOD = rf"{_DAY}\.\.(?:{_DAY}|open)"
_LARGE = 10**15
_MOST = 2_251_799_813.68
_LEAF = re.compile(r"[{\[]\n[^{}\[\]]{1,90}\n *[}\]]")
_TEXT: Final = ["string", "number", "boolean"]
_INTEGER: Schema = {"description": "A whole number.", "type": "integer", "exclusiveMaximum": _LARGE}
_DECIMAL: Schema = {
    "description": "A number, as 65.5.",
    "type": "number",
    "exclusiveMaximum": _LARGE,
}
_DOLLARS: Schema = {"description": "Dollars, as 1,234.50.", "type": "number", "maximum": _MOST}
_YES: Final = [True, "yes", "true"]
_NO: Final = [False, "no", "false"]
_UNKNOWN: Final[Schema] = {"$ref": "#/$defs/unknown"}


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _number(kind: Schema, pattern: str, **least: float) -> Schema:
    number = {**kind, **least}
    return {"description": number.pop("description"), "anyOf": [number, _text(pattern)]}


def _mapping(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    needed: Schema = {"required": [*required]} if required else {}
    told: Schema = {"type": "object", "properties": properties}
    return {**told, **needed, "additionalProperties": False}


SHARED: Final[Mapping[str, Schema]] = {
    "unknown": {"description": "Not known: the same as leaving the key out.", "enum": [None, ""]},
    "reference": {
        "description": "The file that tells the value, relative to this document.",
        **_mapping({"file": {"type": _TEXT, "minLength": 1}}, ["file"]),
    },
    "text": {"description": "Text.", "type": _TEXT},
    "yes-no": {"description": "Yes or no.", "enum": [*_YES, *_NO]},
    "age": _number({**_INTEGER, "maximum": 90}, "-?0|[1-8]?[1-9]|[1-9]0", minimum=0),
    "rating": _number({**_INTEGER, "maximum": 4}, "-?0|[1-4]", minimum=0),
    "blood-alcohol": _number({**_INTEGER, "maximum": 1000}, "-?0|[1-9][0-9]{0,2}|1000", minimum=0),
    "month": _number({**_INTEGER, "maximum": 12}, "[1-9]|1[0-2]", minimum=1),
    "day-of-month": _number({**_INTEGER, "maximum": 31}, "[1-9]|[12][0-9]|3[01]", minimum=1),
    "whole-number": _number(_INTEGER, f"-?(?:0|{_FROM_1})", exclusiveMinimum=-_LARGE),
    "whole-number-from-0": _number(_INTEGER, f"-?0|{_FROM_1}", minimum=0),
    "whole-number-from-1": _number(_INTEGER, _FROM_1, minimum=1),
    "number": _number(_DECIMAL, _DIGITS, exclusiveMinimum=-_LARGE),
    "number-above-0": _number(
        _DECIMAL, _NOT_NEGATIVE + "(?=.*[1-9])" + _DIGITS, exclusiveMinimum=0
    ),
    "number-from-0": _number(_DECIMAL, _NOT_NEGATIVE + _DIGITS, minimum=0),
    "money": _number(_DOLLARS, _PAD + _AMOUNT + _PAD, minimum=-_MOST),
    "money-from-0": _number(_DOLLARS, _PAD + _NOT_NEGATIVE + _AMOUNT + _PAD, minimum=0),
    "money-above-0": _number(
        _DOLLARS, _PAD + _NOT_NEGATIVE + "(?=.*[1-9])" + _AMOUNT + _PAD, exclusiveMinimum=0
    ),
    "share": {"description": "A percentage with its sign: 20%.", **_text(_PAD + _SHARE + _PAD)},
    "date": {"description": "A date YYYY-MM-DD.", **_text(_DAY)},
    "time": {"description": "A time HH:MM.", **_text("(?:[01][0-9]|2[0-3]):[0-5][0-9]")},
    "period": {"description": "START..END, that day not included, or open.", **_text(_PERIOD)},
}
"""What all schemas share, by name; classes and lists of terms have names of their own."""

SCALARS: Final[Mapping[type, str]] = {
    str: "text",
    bool: "yes-no",
    int: "whole-number",
    Decimal: "number",
    Money: "money",
    Share: "share",
    date: "date",
    time: "time",
    Period: "period",
}

_LIMITED = json.loads(Path(__file__).with_name("schema_limits.json").read_text(encoding="utf-8"))
LIMITS: Final[Mapping[str, str]] = {
    place: limit for limit, places in _LIMITED["limits"].items() for place in places
}
"""What a class asks of a field beyond its type; of a range, of both of its ends."""

NEVER_EMPTY: Final = frozenset(_LIMITED["never_empty"])
"""The lists that need at least one item."""


def _told(**told: Schema) -> Schema:
    return {"properties": told}


_IS_TOLD: Schema = {"not": _UNKNOWN}
_NOT_DENIED: Schema = {"enum": [*_YES, None, ""]}


def _unless_denied(amount: str, denial: str) -> Schema:
    """Return that `amount` is not told where `denial` says that there is none."""
    return {"anyOf": [_told(**{amount: _UNKNOWN}), _told(**{denial: _NOT_DENIED})]}


def _one_at_most(*names: str) -> Schema:
    """Return that no two of several fields are told."""
    others = ({name: _UNKNOWN for name in names if name != kept} for kept in names)
    return {"anyOf": [{"properties": each} for each in others]}


def _needing(name: str, *, but_not: str) -> Schema:
    """Return that one field is told, and another is not."""
    told: dict[str, Schema] = {name: _IS_TOLD, but_not: _UNKNOWN}
    return {**_told(**told), "required": [name]}


_ORDERS: Schema = {"enum": ["before-deductible", "after-deductible"]}
_BESIDE = _told(deductible_applies={"enum": _YES}, copay_order=_ORDERS)
_COPAYS = [
    _told(copay=_UNKNOWN, group_copay=_UNKNOWN),
    _told(deductible_applies={"enum": _NO}, copay_order={"const": "plain"}),
    {**_BESIDE, "required": ["copay_order"]},
]
_FIELDS = {"count": ["visits", "days"], "minutes": ["hours"], "amount": ["dollars"]}
_USES = [
    {**_told(unit={"enum": units}, **{name: _IS_TOLD}), "required": [name]}
    for name, units in _FIELDS.items()
]
_YEARLY: Schema = {
    "type": "array",
    "contains": {
        **_told(unit={"const": "visits"}, period={"const": "year"}),
        "required": ["unit", "period"],
    },
}
TOGETHER: Final[Mapping[str, Schema]] = {
    "Assistance": _one_at_most("scale", "day_fee", "discount", "amount", "generally_billed"),
    "CostShare": {"anyOf": _COPAYS},
    "DrugAmounts": _unless_denied("out_of_pocket_limit", "has_out_of_pocket_limit"),
    "LimitUse": {"anyOf": [_told(**dict.fromkeys(_FIELDS, _UNKNOWN)), *_USES]},
    "HealthPlan": _unless_denied("out_of_pocket_limit", "has_out_of_pocket_limit"),
    "MedicareSupplement": {
        "anyOf": [
            _needing("copayment_share", but_not="visit_copay"),
            _needing("visit_copay", but_not="copayment_share"),
        ]
    },
    "OutOfNetwork": _unless_denied("out_of_pocket_limit", "has_out_of_pocket_limit"),
    "PlanBenefit": {
        "allOf": [
            _unless_denied("visit_limit", "has_visit_limit"),
            {
                "anyOf": [
                    _told(limits={"not": _YEARLY}),
                    _told(visit_limit=_UNKNOWN, has_visit_limit=_NOT_DENIED),
                ]
            },
        ]
    },
    "SecondCoverage": _one_at_most("plan", "supplement"),
    "Session": _one_at_most("days", "times_per_week"),
    "SlidingClass": {
        "allOf": [
            _one_at_most("from_percent", "above_percent"),
            _one_at_most("to_percent", "below_percent"),
            _one_at_most("discount", "flat_fee", "nominal_fee"),
        ]
    },
}
"""What a class asks of several fields together."""


@define
class Definitions:
    """The `$defs` of one document, which grow as its classes are walked."""

    named: dict[str, Schema] = Factory(dict)

    def of(self, kind: Any, place: str) -> Schema:
        """Return the schema of a value of `kind`; `place` is the field, `Class.field`.

        Raises:
            TypeError: documents cannot tell such a value.
        """
        if kind is NoneType:
            return self._shared("unknown")
        if kind in SCALARS:
            return self._shared(LIMITS.get(place, SCALARS[kind]))
        if get_origin(kind) is not None:
            return self._generic(kind, place)
        if issubclass(kind, Term):
            return self._once(kind.__name__, kind, _term)
        if has(kind):
            own = self._once(kind.__name__, kind, self._class)
            return _either(own, self._shared("reference"))
        raise TypeError(f"{place}: expected a type that documents can tell, got {kind!r}")

    def _generic(self, kind: Any, place: str) -> Schema:
        parts = get_args(kind)
        match get_origin(kind):
            case origin if origin in (Union, UnionType):
                # A range can be told as one value: a choice beside its type holds that twice.
                return _either(*(self.of(part, place) for part in parts))
            case origin if origin is tuple and parts[1:] == (Ellipsis,):
                return self._items(parts[0], place)
            case origin if origin is Listing:
                return self._once(f"Listing-{parts[0].__name__}", parts[0], self._listing)
            case origin if origin is Span:
                return self._span(parts[0], place)
        raise TypeError(f"{place}: expected a type that documents can tell, got {kind!r}")

    def _items(self, kind: Any, place: str) -> Schema:
        items: Schema = {"type": "array", "items": self.of(kind, place)}
        return {**items, "minItems": 1} if place in NEVER_EMPTY else items

    def _listing(self, kind: Any) -> Schema:
        items = self._items(kind, "")
        some = self._or_unknown(items)
        return _either(items, _mapping({"has": some, "lacks": some, "complete": self.of(bool, "")}))

    def _span(self, kind: Any, place: str) -> Schema:
        one = self.of(kind, place)
        ends = {"low": self._or_unknown(one), "high": self._or_unknown(one)}
        return _either(one, _mapping({**ends, "basis": self.of(Basis, "")}))

    def _class(self, kind: Any) -> Schema:
        hints, properties, required = get_type_hints(kind), {}, []
        for field in fields(kind):
            told = self.of(hints[field.name], f"{kind.__name__}.{field.name}")
            is_silent = field.default in ((), Listing())
            properties[field.name] = self._or_unknown(told) if is_silent else told
            if field.default is NOTHING:
                required.append(field.name)
        told = _mapping(properties, required) | TOGETHER.get(kind.__name__, {})
        return {"description": _said(kind), **told}

    def _or_unknown(self, schema: Schema) -> Schema:
        return _either(schema, self._shared("unknown"))

    def _shared(self, name: str) -> Schema:
        return self._once(name, object, lambda _: SHARED[name])

    def _once(self, name: str, kind: Any, make: Callable[[Any], Schema]) -> Schema:
        if name not in self.named:
            self.named[name] = {}
            self.named[name] = make(kind)
        return {"$ref": f"#/$defs/{name}"}


def _term(kind: type[Term]) -> Schema:
    terms = [{"const": term.value, "title": term.label.en} for term in kind]
    return {"description": _said(kind), "oneOf": terms}


def _either(*schemas: Schema) -> Schema:
    """Return a choice between `schemas`, each once; choices among them are dissolved into it."""
    every: list[object] = []
    for schema in schemas:
        inner = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
        every += (each for each in inner if each not in every) if isinstance(inner, list) else []
    return {"anyOf": every}


def _said(kind: type) -> str:
    """Return what the class says of itself, each paragraph on one line."""
    text = (getdoc(kind) or "").partition("\nRaises:")[0]
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n")).strip()


def schema_of(kind: type, name: str) -> Schema:
    """Return the whole schema of documents that tell a `kind`."""
    parts = Definitions()
    head = {"$schema": _DIALECT, "$id": f"{name}.schema.json", "title": kind.__name__}
    return {**head, **parts.of(kind, kind.__name__), "$defs": dict(sorted(parts.named.items()))}


def text_of(schema: Schema) -> str:
    """Return `schema` as JSON, each small part of it on one line."""
    text = json.dumps(schema, indent=2)
    return _LEAF.sub(lambda leaf: re.sub(r"\n *", " ", leaf[0]), text) + "\n"


def main(arguments: list[str], folder: Path = FOLDER) -> int:
    """Write the schemas below `folder`, or check them with `--check`; return the exit code."""
    is_check = "--check" in arguments
    schemas = {f"{name}.schema.json": schema_of(kind, name) for name, kind in DOCUMENTS.items()}
    files = {folder / name: text_of(schema) for name, schema in schemas.items()}
    found = {file: file.read_text(encoding="utf-8") for file in files if file.exists()}
    differing = [file for file in files if files[file] != found.get(file)]
    for file in differing:
        print(f"{'differs' if is_check else 'wrote'}: {file.name}")
        if not is_check:
            folder.mkdir(exist_ok=True)
            file.write_text(files[file], encoding="utf-8")
    if is_check and differing:
        print("run: python tools/schemas.py")
    return 1 if is_check and differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
