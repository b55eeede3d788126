"""What the schemas say of a document, and what the reader says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from attrs import has
from jsonschema_rs import Draft202012Validator
from tools.schemas import schema_of

from iopkit.formats import read
from iopkit.model import Case
from iopkit.values import DocumentError

LEAST: Mapping[str, Mapping[str, object]] = {
    "BenefitUse": {"benefit": "iop"},
    "Childcare": {"amount": "1", "unit": "hour"},
    "CostShare": {"deductible_applies": True},
    "FirstVisits": {"visits": 1, "cost_share": {"deductible_applies": True}},
    "HealthPlan": {"id": "a"},
    "LimitUse": {"unit": "visits", "period": "year"},
    "MedicareSupplement": {"pays_deductible": True, "copayment_share": "20%"},
    "MissingAuthorization": {"rule": "denied"},
    "PlanBenefit": {"benefit": "iop"},
    "Price": {"service": "iop", "unit": "day"},
    "PriceTier": {"amount": "1"},
    "Program": {"id": "a"},
    "Salary": {"amount": "1", "per": "year"},
    "ServiceDeductible": {"amount": "1"},
    "ServiceLimit": {"quantity": 1, "unit": "visits", "period": "year"},
    "Track": {"name": "a"},
    "WeeklyPart": {"modalities": [], "clock_minutes": 1},
    "WeeklyTime": {"days": ["mon"], "start": "08:00", "end": "09:00"},
    "SlidingClass": {"name": "A"},
    "SlidingScale": {"id": "a", "title": {"en": "a", "es": "a"}, "classes": [{"name": "A"}]},
}
"""The least that a document of a class must tell; nothing for those left out."""


@cache
def classes() -> Mapping[str, type]:
    """Return every class that a case can hold, by name."""
    found: dict[str, type] = {}
    ahead: list[Any] = [Case]
    while ahead:
        kind = ahead.pop()
        ahead.extend(get_args(kind))
        if isinstance(kind, type) and has(kind) and kind.__module__.startswith("iopkit.model"):
            if kind.__name__ not in found:
                ahead.extend(get_type_hints(kind).values())
            found[kind.__name__] = kind
    return dict(sorted(found.items()))


@cache
def definitions() -> Mapping[str, Any]:
    """Return the definitions of the schema of a case, which holds all others."""
    told: dict[str, Any] = json.loads(json.dumps(schema_of(Case, "case")["$defs"]))
    return told


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(classes()[name], name))


def validates(name: str, document: object) -> bool:
    """Return whether the schema of the class `name` accepts `document`."""
    return _validator(name).is_valid(document)


def reads(name: str, document: object) -> bool:
    """Return whether the reader accepts `document`, written as JSON, as the class `name`."""
    return reads_text(name, json.dumps(document))


def reads_text(name: str, text: str) -> bool:
    """Return whether the reader accepts `text` as a document of the class `name`."""
    try:
        read(classes()[name], text, format="json")
    except DocumentError:
        return False
    return True


def disagreements(name: str, documents: Iterator[object]) -> list[str]:
    """Return the documents of which the schema and the reader say different things."""
    return [
        f"{name}: {document!r}"
        for document in documents
        if validates(name, document) is not reads(name, document)
    ]
