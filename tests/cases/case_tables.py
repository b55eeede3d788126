"""The tables of cases: what is given, and what must come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from attrs import frozen

from iopkit.facts import FACTS
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.model.person import Person
from iopkit.model.program import Program
from iopkit.model.treatment_plan import TreatmentPlan
from iopkit.rules.answers import Answer, Answers, AnyFact, FactType
from iopkit.values.listings import Listing
from iopkit.values.spans import Span
from iopkit.vocabulary.clinical import Condition

FOLDER = Path(__file__).parent
YES_OR_NO = {"yes": True, "no": False}


@frozen(kw_only=True)
class Row:
    """One case of a table; `told` is what is given, `unknown` left out."""

    table: str
    kind: str
    id: str
    on: date
    name: str
    told: Answers
    expected: Mapping[str, Any]  # the rest of the row, as it is written

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the ids listed under `key`, none where the row does not name it."""
        return tuple(self.expected.get(key, ()))

    def __str__(self) -> str:
        return f"{self.table}: {self.name}"


def rows(kind: str) -> tuple[Row, ...]:
    """Return the cases of every table that decides a `kind`, `"rules"` or `"ladder"`."""
    found = (row for file in sorted(FOLDER.glob("*.yaml")) for row in _rows_of(file))
    return tuple(row for row in found if row.kind == kind)


def _rows_of(file: Path) -> Iterator[Row]:
    table = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # it makes text only
    kind, wanted = table["decides"].split()
    for case in table["cases"]:
        given = {**table["given"], **case.pop("given", {})}
        told = {name: _answer(FACTS[name], text) for name, text in given.items()}
        yield Row(
            table=file.name,
            kind=kind,
            id=wanted,
            on=date.fromisoformat(table["on"]),
            name=case.pop("name"),
            told={name: answer for name, answer in told.items() if answer is not None},
            expected=case,
        )


def _answer(fact: AnyFact, text: str) -> Answer:
    if text == "unknown":
        return None
    match fact.type:
        case FactType.BOOLEAN:
            return YES_OR_NO[text]
        case FactType.WHOLE_NUMBER:
            low, dots, high = text.partition("..")
            return Span(int(low), int(high)) if dots else int(low)
        case FactType.TERM if fact.terms:
            return fact.terms(text)
    raise ValueError(fact.name)


def case_of(row: Row) -> Case:
    """Return the case of a person that tells exactly what the row tells."""
    told: dict[str, dict[str, Any]] = {}
    for name, answer in row.told.items():
        noun, _, field = name.partition(".")
        told.setdefault(noun, {})[field.replace("-", "_")] = answer
    person, coverage = told.get("person", {}), told.get("coverage", {})
    coverage["payer"] = coverage.pop("payer_kind", None)
    has_disorder = person.pop("has_mental_or_substance_use_disorder", None)
    return Case(
        on=row.on,
        person=Person(is_synthetic=True, conditions=_conditions(has_disorder), **person),
        treatment_plan=TreatmentPlan(**told.get("treatment-plan", {})),
        program=Program(id="example", **told.get("program", {})),
        health_plan=HealthPlan(id="example", **coverage),
    )


def _conditions(has_disorder: bool | None) -> Listing[Condition]:
    if has_disorder:
        return Listing.of(Condition.DEPRESSION)
    return Listing(complete=has_disorder is False)
