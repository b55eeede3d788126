"""What the library accepts the schema accepts, and the reverse, as far as a schema can say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_documents import values_of
from tests.schemas.schema_verdicts import (
    LEAST,
    classes,
    definitions,
    disagreements,
    reads,
    reads_text,
    validates,
)
from tools.schemas import DOCUMENTS

from iopkit.formats import dump, read
from iopkit.values import DocumentError

SCALARS: tuple[object, ...] = (
    *(None, "", " ", "text", True, False, "yes", "no", "true", "false", "Yes", "YES", "on"),
    *(0, 1, -1, 90, 91, 1.5, -0.5, 10**15 - 1, 10**15, -(10**15), 2_251_799_813, 2_251_799_814),
    *("0", "-0", "-0.00", "1", "-1", "90", "91", "007", "1.5", "-1.5", "1,234.50", "1,23", "$5"),
    *("20%", "100.00%", "100.01%", "20", "0.2", " 20% ", "1e3", "+1", "½"),
    *("2026-03-02", "2026-3-2", "2026-02-30", "2024-02-29", "03/02/2026", "2026-03-02\n"),
    *("08:30", "8:30", "25:00", "08:60", "08:30:00", "6pm"),
    *("2026-01-01..2027-01-01", "2026-01-01..open", "2026-01-01..", "2026-01-01", "..open"),
)
SHAPES: tuple[object, ...] = (
    *([], {}, [None], [""], ["text"], [1], [[]], [{}], {"text": 1}),
    *({"low": 1}, {"low": -1}, {"high": -1}, {"low": 1, "high": 2}, {"low": "", "high": None}),
    *(
        {"low": [], "high": 1},
        {"basis": "told"},
        {"basis": "guess"},
        {"basis": None},
        {"low": 1, "mid": 1},
    ),
    *({"has": []}, {"has": None, "lacks": ""}, {"has": "text"}, {"complete": "yes"}),
    *({"complete": None}, {"has": [], "lacks": [], "complete": True}, {"has": [], "more": []}),
)
TEXTS = {
    ("Case", "on"): ("2026-03-02", "2024-02-29", "1999-12-31", "0001-10-30"),
    ("Case", "budget"): ("1,234.50", "-12", " 5.0", "0"),
    ("Episode", "weeks"): ("1", "12"),
    ("HealthPlan", "deductible"): ("1,234.50", "-0.0", "0"),
    ("HealthPlan", "plan_year"): ("0500-01-01..9999-01-01", "2026-01-01..open"),
    ("CostShare", "patient_share"): ("20%", "100.00%", "0.25% ", "099%"),
    ("Person", "age"): ("0", "47", "90"),
    ("Program", "min_age"): ("-18", "0", "123456789012345"),
    ("Session", "start"): ("08:30", "23:59", "19:00"),
    ("Travel", "miles"): ("65.5", "-0.0", "0"),
}
ALPHABET = "0123459-.,:%open+e \t\n\x1c\x85\xa0\u2003\ufeff\u0663"


def terms() -> list[Any]:
    return [part["oneOf"][-1]["const"] for part in definitions().values() if "oneOf" in part]


def values() -> list[object]:
    """Return one value of every kind that some field takes, and many that none does."""
    objects = [dict(LEAST.get(name, {})) for name in classes()]
    wrong = [{**each, "unknown": 1} for each in objects]
    listed = [[term] for term in terms()] + [[each] for each in (*objects, *wrong)]
    told = [{"has": [term], "lacks": [], "complete": False} for term in terms()]
    told += [{"lacks": [term]} for term in terms()]
    return [*SCALARS, *SHAPES, *terms(), *objects, *wrong, *listed, *told]


def edited(text: str) -> Iterator[str]:
    """Yield every text that is one character away from `text`, and `text`."""
    yield text
    for at in range(len(text) + 1):
        yield text[:at] + text[at + 1 :]
        for sign in ALPHABET:
            yield text[:at] + sign + text[at:]
            yield text[:at] + sign + text[at + 1 :]


@pytest.mark.parametrize("name", classes())
def test_both_say_the_same_of_any_value_in_any_field(name: str) -> None:
    least, every = LEAST.get(name, {}), values()
    documents = ({**least, key: it} for key in definitions()[name]["properties"] for it in every)

    assert disagreements(name, documents) == []


@pytest.mark.parametrize("name", classes())
def test_both_say_the_same_where_a_key_is_missing_or_unknown(name: str) -> None:
    least = LEAST.get(name, {})
    fewer = [{key: least[key] for key in least if key != left_out} for left_out in least]
    others: list[object] = [[], "text", 1, True, [least], {**least, "unknown": None}]

    assert disagreements(name, iter([least, *fewer, *others])) == []


@pytest.mark.parametrize(("name", "key"), TEXTS)
def test_both_say_the_same_of_every_text_one_character_away(name: str, key: str) -> None:
    texts = (text for told in TEXTS[name, key] for text in edited(told))
    documents = ({**LEAST.get(name, {}), key: text} for text in texts)

    assert disagreements(name, documents) == []


def test_both_know_the_calendar() -> None:
    leap_days = [f"{year:04}-02-29" for year in range(0, 2_402, 2)]
    others = [
        f"{year}-{month:02}-{day:02}"
        for year, month, day in product((2023, 2024), range(14), range(33))
    ]
    documents: Iterator[object] = ({"on": day} for day in (*leap_days, *others))

    assert disagreements("Case", documents) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "CostShare",
            {
                "deductible_applies": (True, "false", "no", "yes", None),
                "copay": ("20", 0, None, "", -1),
                "group_copay": ("20", None),
                "copay_order": ("plain", "before-deductible", "after-deductible", "", None),
            },
        ),
        (
            "HealthPlan",
            {
                "out_of_pocket_limit": ("0", 5, None, "", -1),
                "has_out_of_pocket_limit": (True, "no", "false", False, None, "", "maybe"),
            },
        ),
        (
            "PlanBenefit",
            {
                "visit_limit": ("0", 5, None, "", -1),
                "has_visit_limit": (True, "no", "false", False, None, "", "maybe"),
                "limits": (
                    None,
                    [],
                    [{"quantity": 5, "unit": "visits", "period": "year"}],
                    [{"quantity": 5, "unit": "visits", "period": "week"}],
                    [{"quantity": 5, "unit": "days", "period": "year"}],
                ),
            },
        ),
        (
            "LimitUse",
            {
                "unit": ("visits", "days", "hours", "dollars"),
                "count": (2, {"low": 1}, None),
                "minutes": (60, None, ""),
                "amount": ("5", {"high": None}, None),
            },
        ),
    ],
)
def test_both_say_the_same_of_fields_told_together(
    name: str, told: dict[str, tuple[object, ...]]
) -> None:
    left_out = object()
    combinations = product(*((*each, left_out) for each in told.values()))
    documents: Iterator[object] = (
        {
            **LEAST[name],
            **{key: it for key, it in zip(told, values, strict=True) if it is not left_out},
        }
        for values in combinations
    )

    assert disagreements(name, documents) == []


BAD = [
    ("Case", {"persn": {}}),
    ("Case", {"on": "02/03/2026"}),
    ("Case", {"on": 20260302}),
    ("Case", {"budget": "2.500,00"}),
    ("Case", {"budget": [5]}),
    ("Case", {"program": "iop"}),
    ("Case", {"program": {"file": ""}}),
    ("Case", {"program": {"file": "a.yaml", "id": "a"}}),
    ("Case", {"episode": {"weeks": 0}}),
    ("Case", {"treatment_plan": {"weekly_minutes": "9 hours"}}),
    ("Person", {"age": -1}),
    ("Person", {"age": 91}),
    ("Person", {"age": "forty"}),
    ("Person", {"name": "somebody"}),
    ("Person", {"state": "Tennessee"}),
    ("Person", {"conditions": "depression"}),
    ("Person", {"conditions": ["sadness"]}),
    ("Person", {"conditions": {"has": ["depression"], "lack": []}}),
    ("Person", {"is_danger_to_self": "maybe"}),
    ("Person", {"is_danger_to_self": 1}),
    ("Program", {}),
    ("Program", {"id": None}),
    ("Program", {"id": "a", "schedule": {"sessions": [{"days": ["mon"], "start": "6pm"}]}}),
    ("Program", {"id": "a", "schedule": {"sessions": [{"days": ["mon"], "start": "25:00"}]}}),
    ("Program", {"id": "a", "schedule": {"sessions": [{"days": []}]}}),
    ("Program", {"id": "a", "schedule": {"sessions": [{"days": ["Monday"]}]}}),
    ("Program", {"id": "a", "level": ["iop"]}),
    ("Program", {"id": "a", "fees": [{"service": "iop", "unit": "day", "amount": -5}]}),
    ("HealthPlan", {"id": "a", "plan_year": "2026"}),
    ("HealthPlan", {"id": "a", "plan_year": "2026-01-01..2026-13-01"}),
    ("HealthPlan", {"id": "a", "deductible": "-250"}),
    ("HealthPlan", {"id": "a", "benefits": [{"cost_share": None}]}),
    (
        "HealthPlan",
        {
            "id": "a",
            "benefits": [
                {"benefit": "iop", "cost_share": {"deductible_applies": True, "patient_share": 20}}
            ],
        },
    ),
]


@pytest.mark.parametrize(("name", "document"), BAD, ids=str)
def test_a_bad_document_is_refused_by_both(name: str, document: object) -> None:
    assert not reads(name, document)
    assert not validates(name, document)


UNSAYABLE = [
    ("Person", '{"age": 5.0}'),
    ("Case", '{"budget": 12.345}'),
    ("Case", '{"budget": 1e2}'),
    ("Case", '{"budget": "2,251,799,813.69"}'),
    ("Case", '{"on": null, "on": null}'),
    ("Case", '{"program": {"file": "no-such.yaml"}}'),
    ("Person", '{"conditions": {"has": ["depression"], "lacks": ["depression"]}}'),
    ("Program", '{"id": "a", "min_age": 2, "max_age": 1}'),
    ("Episode", '{"weeks": {"low": 2, "high": 1}}'),
    ("WeeklyTime", '{"days": ["mon"], "start": "09:00", "end": "08:00"}'),
    ("HealthPlan", '{"id": "a", "benefits": [{"benefit": "iop"}, {"benefit": "iop"}]}'),
    ("HealthPlan", '{"id": "a", "plan_year": "2026-01-01..2026-01-01"}'),
    (
        "PlanBenefit",
        (
            '{"benefit": "iop", "limits": [{"quantity": 1, "unit": "days", "period": "year"}, '
            '{"quantity": 2, "unit": "days", "period": "year"}]}'
        ),
    ),
]


@pytest.mark.parametrize(("name", "text"), UNSAYABLE, ids=str)
def test_what_no_schema_can_say_is_left_to_the_reader(name: str, text: str) -> None:
    assert validates(name, json.loads(text))
    assert not reads_text(name, text)


@pytest.mark.parametrize("name", ["Case", "PriceList", "Program"])
def test_both_let_another_file_tell_a_class(name: str, tmp_path: Path) -> None:
    (tmp_path / "told.json").write_text(json.dumps(LEAST.get(name, {})), encoding="utf-8")
    document = {"file": "told.json"}

    value: object = read(classes()[name], json.dumps(document), format="json", root=tmp_path)

    assert isinstance(value, classes()[name])
    assert validates(name, document)


def test_a_range_and_a_listing_are_never_told_by_another_file(tmp_path: Path) -> None:
    (tmp_path / "told.json").write_text("{}", encoding="utf-8")
    documents = [("Episode", "weeks"), ("Person", "conditions")]

    for name, key in documents:
        document = {key: {"file": "told.json"}}

        assert not validates(name, document)
        with pytest.raises(DocumentError):
            read(classes()[name], json.dumps(document), format="json", root=tmp_path)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(DOCUMENTS.values())).flatmap(values_of))
def test_whatever_is_dumped_validates(value: Any) -> None:
    document = json.loads(dump(value, format="json"))

    assert validates(type(value).__name__, document)
