"""What is written of a value, as data and as a document."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.facts import FACTS
from iopkit.formats import dump, read, to_data
from iopkit.law import Need
from iopkit.model import Case, Person, Program, Schedule, Session, TreatmentPlan
from iopkit.rules import AllOf, Clause, Compare, Operator, Step, Truth
from iopkit.values import Listing, Money, Period, Share, Span, Text
from iopkit.vocabulary import CareLevel, Condition, State, Weekday

ADULT = Compare(FACTS["person.age"], Operator.AT_LEAST, 18)
CLAUSE = Clause("adult", Text("Adult", "Persona adulta"), ADULT, "some-law", "(a)")


@frozen(kw_only=True)
class Answer:
    """A result, as a higher room may define one."""

    title: Text
    by: dict[CareLevel, Money]
    kinds: frozenset[CareLevel]
    list_of: type[Condition] = Condition
    gaps: tuple[str, ...] = ()
    unknown: Money | None = None


ANSWER = Answer(
    title=Text("answer", "respuesta"),
    by={CareLevel.IOP: Money(123_450)},
    kinds=frozenset({CareLevel.PHP, CareLevel.IOP}),
)


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (Money(-123_450), "-1234.50"),
        (Share(1_250), "12.5%"),
        (Decimal("1E+2"), "100"),
        (date(2026, 3, 2), "2026-03-02"),
        (time(9, 5), "09:05"),
        (Period(date(2024, 1, 1)), "2024-01-01..open"),
        (State.CA, "CA"),
        (Truth.NOT_MET, "not-met"),
        (Text("yes", "sí"), "sí"),
        (Span(3, None), {"low": 3, "basis": "told"}),
        (Listing.of(State.CA), ["CA"]),
        (Listing.of(lacks=[State.CA]), {"lacks": ["CA"]}),
        (Listing(complete=True), {"complete": True}),
        ((True, None, 3, "a"), [True, None, 3, "a"]),
        (ADULT, {"fact": "person.age", "at-least": "18"}),
        (AllOf((CLAUSE,)), to_data(AllOf((CLAUSE,)), lang="en")),
    ],
    ids=str,
)
def test_each_value_has_one_form(value: object, data: object) -> None:
    assert to_data(value, lang="es") == data


def test_a_result_speaks_one_language_and_leaves_out_what_is_not_known() -> None:
    data = to_data(ANSWER, lang="es")

    assert data == {
        "title": "respuesta",
        "by": {"iop": "1234.50"},
        "kinds": ["iop", "php"],
        "list_of": list(Condition.values()),
        "gaps": [],
    }


def test_a_document_of_law_keeps_both_languages() -> None:
    clause = {
        "id": "adult",
        "label": {"en": "Adult", "es": "Persona adulta", "reviewed": False},
        "rule": {"fact": "person.age", "at-least": "18"},
        "source": "some-law",
        "section": "(a)",
    }

    assert to_data(Need(clause=CLAUSE, level=CareLevel.IOP), lang="es") == {
        "clause": clause,
        "level": "iop",
    }


def test_a_clause_that_stands_for_any_rule_is_written_as_one() -> None:
    data = to_data(Step(CLAUSE, Truth.MET))

    assert isinstance(data, dict)
    assert data["node"] == to_data(AllOf((CLAUSE,)))["all-of"][0]  # type: ignore[index,call-overload]  # shown just above


def test_a_record_is_told_whole_to_whoever_asks_for_its_data() -> None:
    case = Case(
        person=Person(age=34, conditions=Listing.of(Condition.PTSD)),
        treatment_plan=TreatmentPlan(weekly_minutes=540),
    )

    assert to_data(case) == {
        "person": {"age": 34, "conditions": ["ptsd"]},
        "treatment_plan": {"weekly_minutes": 540},
    }


PROGRAM = Program(
    id="0905",
    name="A: quiet - place\nfor all",
    weeks=Span.exactly(6),
    schedule=Schedule(
        sessions=(Session(days=(Weekday.MONDAY,), start=time(18), end=time(20, 30)),)
    ),
    note="no",
)
YAML = """\
id: '0905'
name: "A: quiet - place\\nfor all"
schedule:
  sessions:
    - days:
        - mon
      start: '18:00'
      end: '20:30'
weeks:
  low: 6
  high: 6
  basis: told
note: 'no'
"""
JSON = """\
{
  "en": "caf\u00e9\\u007f",
  "es": "a",
  "reviewed": true
}
"""


def test_a_document_is_written_in_the_order_of_fields_and_safe_for_other_readers() -> None:
    text = dump(PROGRAM)

    assert text == YAML
    assert read(Program, text) == PROGRAM


def test_json_is_written_with_its_accents_and_without_control_characters() -> None:
    assert dump(Text("café\x7f", "a", reviewed=True), format="json") == JSON


def test_the_same_part_twice_is_written_twice() -> None:
    session = Session(days=(Weekday.MONDAY,))
    program = Program(id="a", schedule=Schedule(sessions=(session, session)))

    assert "&" not in dump(program)


@pytest.mark.parametrize("value", [3.5, object(), (1.0,)], ids=str)
def test_what_no_document_can_hold_is_refused(value: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        to_data(value)

    assert str(caught.value).startswith("value: expected something that documents can hold")


def test_only_two_languages_and_two_formats_exist() -> None:
    with pytest.raises(InvalidValue, match=r"^language: expected en or es$"):
        to_data(ANSWER, lang="fr")
    with pytest.raises(InvalidValue, match=r"^format: expected yaml or json$"):
        dump(PROGRAM, format="toml")  # type: ignore[arg-type]  # the mistake under test
