"""What a document says is what its class gets."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest
from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.formats import read
from iopkit.law import AmountSeries, RuleSet
from iopkit.model import Accumulators, Case, HealthPlan, Program, Travel
from iopkit.rules import Clause, Compare, Operator
from iopkit.values import Basis, DocumentError, Listing, Money, Period, Share, Span, Text
from iopkit.vocabulary import Benefit, Condition, Delivery, State, Weekday

PROGRAM = """\
id: 0905
name: NO
state: CA
considers_other_ages: yes
min_age: 18
max_age:
weeks: 6
services_per_day: {low: 3}
delivery: [in-person]
conditions: {has: [depression], lacks: [ptsd], complete: yes}
types:
schedule:
  clock_minutes_per_week: {low: 540, high: 600, basis: computed}
  sessions:
    - {days: [mon, wed], start: 18:00, end: "20:30"}
  closed_on: [2026-01-01, ~x]
"""


def test_every_scalar_means_what_was_written() -> None:
    program = read(Program, PROGRAM)

    assert (program.id, program.name, program.state) == ("0905", "NO", State.CA)
    assert (program.considers_other_ages, program.min_age, program.max_age) == (True, 18, None)
    assert program.weeks == Span(6, 6)
    assert program.services_per_day == Span(3, None)
    assert program.schedule is not None
    assert program.schedule.clock_minutes_per_week == Span(540, 600, Basis.COMPUTED)
    assert program.schedule.sessions[0].days == (Weekday.MONDAY, Weekday.WEDNESDAY)
    assert program.schedule.sessions[0].start == time(18, 0)
    assert program.schedule.closed_on == ("2026-01-01", "~x")


def test_listings_keep_what_they_do_not_say() -> None:
    program = read(Program, PROGRAM)

    assert program.delivery == Listing.of(Delivery.IN_PERSON)
    assert program.conditions == Listing.of(
        Condition.DEPRESSION, lacks=[Condition.PTSD], complete=True
    )
    assert program.types == Listing()


def test_money_shares_and_periods_are_exact() -> None:
    plan = read(
        HealthPlan,
        "id: a\ndeductible: 1,500\nplan_year: 2026-01-01..2027-01-01\nbenefits:\n"
        "  - benefit: office-visit\n"
        "    cost_share: {deductible_applies: yes, patient_share: 12.5%}\n",
    )

    assert plan.deductible == Money.of_cents(150_000)
    assert plan.plan_year == Period.calendar_year(2026)
    benefit = plan.benefit(Benefit.OFFICE_VISIT)
    assert benefit is not None
    assert benefit.cost_share is not None
    assert benefit.cost_share.patient_share == Share(1_250)


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "''"])
def test_nothing_written_is_not_known_where_that_can_be(nothing: str) -> None:
    case = read(Case, f"on: 2026-03-02\nperson: {nothing}\nbudget: {nothing}\n")

    assert case == Case(on=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("40", Money(4_000)),
        ("{low: 40}", Span(Money(4_000), None)),
        ("{low: 40, high: 40}", Span(Money(4_000), Money(4_000))),
        ("{}", Span(None, None)),
    ],
)
def test_an_amount_may_be_exact_or_a_range(written: str, told: Money | Span[Money]) -> None:
    used = read(Accumulators, f"deductible_used: {written}")

    assert used.deductible_used == told


def test_json_numbers_are_read_as_they_are_written() -> None:
    text = '{"miles": 4.10, "minutes": 25, "parking": "12.00", "fares": null}'

    travel = read(Travel, text, format="json")

    assert str(travel.miles) == "4.10"
    assert (travel.minutes, travel.parking, travel.fares) == (25, Money(1_200), None)


def test_bytes_and_a_byte_order_mark_are_taken() -> None:
    assert read(Text, "\ufeffen: a\nes: ñ".encode()) == Text("a", "ñ")
    assert read(Text, "\ufeffen: a\nes: ñ") == Text("a", "ñ")


def test_yaml_may_begin_and_end_its_document() -> None:
    assert read(Text, "--- # the one document\nen: a\nes: b\n...\n") == Text("a", "b")


def test_what_a_case_refers_to_is_read_from_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "plans").mkdir()
    (tmp_path / "programs.yaml").write_text("file: plans/program.json\n")
    (tmp_path / "plans" / "program.json").write_text('{"id": "a", "fees": []}')
    case = tmp_path / "cases" / "case.yaml"
    case.write_text("program: {file: ../programs.yaml}\n")

    assert read(Case, case, root=tmp_path).program == Program(id="a")


def test_a_text_refers_to_files_below_the_root_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: a\n")

    assert read(Case, "program: {file: a.yaml}", root=tmp_path).program == Program(id="a")


def test_rules_are_about_the_one_list_of_facts() -> None:
    rules = read(
        RuleSet,
        "id: a\nversion: 2024-01-01\ntitle: {en: a, es: b}\nauthority: {en: a, es: b}\n"
        "jurisdiction: us\nsubject: admission\nin_force: 2024-01-01..open\n"
        "applies: {fact: coverage.payer-kind, one-of: [medicare]}\nclauses:\n"
        "  - {id: adult, label: {en: a, es: b}, source: s,\n"
        "     rule: {fact: person.age, at-least: 18}}\n",
    )

    (clause,) = rules.clauses
    assert isinstance(clause, Clause)
    assert isinstance(clause.rule, Compare)
    assert (clause.rule.fact.name, clause.rule.operator) == ("person.age", Operator.AT_LEAST)
    assert rules.care_level is None
    assert rules.applies is not None


@pytest.mark.parametrize(
    ("unit", "written", "told"),
    [
        ("usd-per-year", "257.00", Money(25_700)),
        ("share", "20%", Share(2_000)),
        ("phone-number", "988", "988"),
    ],
)
def test_the_unit_of_a_series_types_its_values(unit: str, written: str, told: object) -> None:
    series = read(
        AmountSeries,
        f"values: [{{period: 2024-01-01..open, value: {written}, source: s}}]\n"
        f"id: a\nunit: {unit}\ntitle: {{en: a, es: b}}\n",
    )

    assert series.values.on(date(2026, 1, 1)) == told
    assert series.values.name == "a"


@frozen
class Folder:
    """Documents of one folder, as a caller of the library may define them."""

    texts: tuple[Text, ...]
    size: int | None


def test_any_frozen_class_can_be_read() -> None:
    assert read(Folder, "texts: [{en: a, es: b}]") == Folder((Text("a", "b"),), None)


def test_a_class_that_no_document_can_describe_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        read(object, "a: b")

    assert str(caught.value) == (
        "kind: expected a class that documents describe, which <class 'object'> is not"
    )


def test_only_two_formats_exist() -> None:
    with pytest.raises(InvalidValue) as caught:
        read(Text, "en: a", format="toml")  # type: ignore[arg-type]  # the mistake under test

    assert str(caught.value) == "format: expected yaml or json"


def test_a_problem_keeps_its_parts() -> None:
    with pytest.raises(DocumentError) as caught:
        read(Program, "id: a\nschedule: {sessions: [{days: [mon], start: 6pm}]}\n")

    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("wrong-type", "schedule.sessions[0].start")
    assert str(problem.place) == "<text>:2:44"


def test_whoever_reads_only_json_never_loads_the_yaml_parser() -> None:
    program = (
        "import sys; from iopkit.formats import dump, read; from iopkit.values import Text; "
        "read(Text, dump(Text('a', 'b'), format='json'), format='json'); "
        "sys.exit('yaml' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], check=False)  # our own text

    assert done.returncode == 0
