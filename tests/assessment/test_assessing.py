"""The whole answer: what comes first, what is left out, and what becomes a gap."""

import json
import pickle
from datetime import date, time
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from shutil import copytree

import pytest
from attrs import evolve

from iopkit import (
    CareLevel,
    Case,
    Catalog,
    Coverage,
    Episode,
    HealthPlan,
    Listing,
    Money,
    PayerKind,
    Period,
    Person,
    Population,
    Price,
    Program,
    Schedule,
    Service,
    Session,
    Span,
    Text,
    Travel,
    Truth,
    Unit,
    Weekday,
    Work,
    assess,
    to_data,
)
from iopkit.assessment import Gap
from iopkit.model import WeeklyTime

DAY = date(2026, 3, 2)
SAFE = Person(is_danger_to_self=False, is_danger_to_others=False, needs_withdrawal_management=False)

FREE_RIDE = Travel(miles=Decimal(0), minutes=0, fares=Money(0), parking=Money(0))


def _factor(case: Case, index: int) -> Truth:
    return assess(case, on=DAY).factors[index].outcome


@pytest.mark.parametrize(
    ("person", "present", "unknown"),
    [
        (None, 0, 3),
        (Person(), 0, 3),
        (Person(is_danger_to_self=True, is_danger_to_others=False), 1, 1),
        (
            Person(
                is_danger_to_self=False, is_danger_to_others=False, needs_withdrawal_management=True
            ),
            1,
            0,
        ),
    ],
)
def test_danger_that_is_present_or_unknown_comes_first(
    person: Person | None, present: int, unknown: int
) -> None:
    safety = assess(Case(person=person), on=DAY).safety

    assert safety is not None
    assert (len(safety.present), len(safety.unknown)) == (present, unknown)
    assert "911" in safety.text.en
    assert "988" in safety.text.es


def test_no_notice_stands_where_every_danger_is_denied() -> None:
    assert assess(Case(person=SAFE), on=DAY).safety is None


def test_before_the_crisis_line_existed_only_the_emergency_number_is_named() -> None:
    safety = assess(Case(), on=date(2022, 7, 15)).safety

    assert safety is not None
    assert "911" in safety.text.en
    assert "988" not in safety.text.en


@pytest.mark.parametrize(
    ("payer", "applies"),
    [
        (PayerKind.MEDICARE, {Truth.MET}),
        (None, {Truth.UNKNOWN}),
        (PayerKind.COMMERCIAL, set()),
    ],
)
def test_rule_sets_are_shown_where_they_apply_listed_where_they_may_and_else_left_out(
    payer: PayerKind | None, applies: set[Truth]
) -> None:
    answer = assess(Case(health_plan=HealthPlan(id="x", payer=payer)), on=DAY)

    assert {found.applies for found in answer.rule_sets} == applies


def test_a_rule_set_that_may_apply_asks_who_pays() -> None:
    found = assess(Case(), on=DAY).rule_sets[0]

    assert found.applies_question is not None
    assert found.applies_question.name == "coverage.payer-kind"


def test_before_2024_there_is_no_medicare_iop() -> None:
    case = Case(health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE))

    assert assess(case, on=date(2023, 12, 31)).rule_sets == ()


def test_a_year_without_amounts_is_a_gap_and_the_rest_is_answered() -> None:
    case = Case(
        person=SAFE,
        health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE, iop_coverage=Coverage.COVERED),
        program=Program(id="p"),
        episode=Episode(start=date(2031, 3, 3), weeks=6, is_in_network=True),
    )

    answer = assess(case, on=date(2031, 3, 3))

    assert answer.estimate is None
    assert [gap.code for gap in answer.gaps] == ["not-in-force"]
    assert "2026-01-01..2027-01-01" in answer.gaps[0].text.en
    assert answer.placement is not None
    assert answer.rule_sets[0].applies is Truth.MET


@pytest.mark.parametrize(
    ("person", "outcome"),
    [
        (Person(), Truth.UNKNOWN),
        (Person(needs_24_hour_care=True), Truth.NOT_MET),
        (Person(needs_daily_structure=True), Truth.NOT_MET),
        (Person(is_danger_to_self=True), Truth.NOT_MET),
        (Person(needs_withdrawal_management=True), Truth.NOT_MET),
        (
            Person(
                is_danger_to_self=False,
                is_danger_to_others=False,
                needs_withdrawal_management=False,
                needs_more_than_weekly_sessions=True,
                needs_daily_structure=False,
                needs_24_hour_care=False,
            ),
            Truth.MET,
        ),
        (
            Person(
                is_danger_to_self=False,
                is_danger_to_others=False,
                needs_withdrawal_management=False,
                needs_more_than_weekly_sessions=False,
                needs_daily_structure=False,
                needs_24_hour_care=False,
            ),
            Truth.NOT_MET,
        ),
    ],
)
def test_the_level_factor_points_to_an_iop_only_where_it_fits(
    person: Person, outcome: Truth
) -> None:
    assert _factor(Case(person=person), 0) is outcome


@pytest.mark.parametrize("answer", [True, False, None])
def test_support_and_motivation_are_what_was_told(answer: bool | None) -> None:
    person = Person(has_support_system=answer, is_ready_to_attend=answer)

    assert _factor(Case(person=person), 1) is Truth.of(answer)
    assert _factor(Case(person=person), 2) is Truth.of(answer)


@pytest.mark.parametrize(
    ("coverage", "authorized", "outcome"),
    [
        (None, None, Truth.UNKNOWN),
        (Coverage.NOT_COVERED, None, Truth.NOT_MET),
        (Coverage.WITH_AUTHORIZATION, False, Truth.NOT_MET),
        (Coverage.WITH_AUTHORIZATION, None, Truth.UNKNOWN),
        (Coverage.COVERED, None, Truth.UNKNOWN),
    ],
)
def test_nothing_is_affordable_without_a_budget(
    coverage: Coverage | None, authorized: bool | None, outcome: Truth
) -> None:
    plan = HealthPlan(id="x", payer=PayerKind.COMMERCIAL, iop_coverage=coverage)
    case = Case(health_plan=plan, episode=Episode(is_authorized=authorized))

    assert _factor(case, 3) is outcome


def test_questions_begin_with_safety_and_name_each_fact_once() -> None:
    names = [fact.name for fact in assess(Case(), on=DAY).questions]

    assert names[:3] == [
        "person.is-danger-to-self",
        "person.is-danger-to-others",
        "person.needs-withdrawal-management",
    ]
    assert len(names) == len(set(names))


def test_every_source_that_is_cited_is_given() -> None:
    answer = assess(
        Case(health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE), budget=Money(1)), on=DAY
    )
    given = {source.id for source in answer.sources}
    cited = {
        outcome.clause.source for found in answer.rule_sets for outcome in found.decision.clauses
    }

    assert cited <= given


def test_an_answer_is_quiet() -> None:
    answer = assess(Case(person=Person(needs_24_hour_care=True)), on=DAY)

    assert repr(answer) == f"<Assessment: {len(answer.rule_sets)} rule sets, 0 gaps>"
    assert answer.placement is not None
    assert answer.placement.at_least is CareLevel.RESIDENTIAL


def test_the_trace_stays_in_the_decision_and_out_of_its_data() -> None:
    answer = assess(Case(health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE)), on=DAY)
    outcome = answer.rule_sets[0].decision.clauses[0]

    assert outcome.step.outcome is outcome.outcome
    assert "step" not in json.dumps(to_data(outcome))


@pytest.mark.parametrize(
    ("payer", "codes"),
    [
        (PayerKind.COMMERCIAL, ["payer-criteria-not-known"]),
        (PayerKind.INDIAN_HEALTH_SERVICE, ["payer-criteria-not-known"]),
        (PayerKind.SELF_PAY, []),
        (PayerKind.MEDICARE, []),
        (None, []),
    ],
)
def test_the_criteria_of_a_payer_are_asked_for_and_never_invented(
    payer: PayerKind | None, codes: list[str]
) -> None:
    answer = assess(Case(health_plan=HealthPlan(id="x", payer=payer)), on=DAY)

    assert [gap.code for gap in answer.gaps] == codes


def test_on_a_day_without_a_known_number_the_notice_still_stands() -> None:
    answer = assess(Case(), on=date(1999, 3, 2))

    assert answer.safety is not None
    assert answer.safety.text.en == (
        "If you or someone else may be in danger now, call the emergency number of the place"
        " where you are. Do not wait for a program to start."
    )
    assert answer.safety.sources == ()
    assert answer.gaps[0].text.en == (
        "Emergency number: nothing known for 1999-03-02 (us/emergency-number);"
        " known: 2002-09-11..open."
    )


def test_the_numbers_of_the_notice_carry_their_sources() -> None:
    answer = assess(Case(), on=DAY)

    assert answer.safety is not None
    assert answer.safety.sources == ("cfr-47-9", "cfr-47-52-200")
    assert [source.id for source in answer.sources[:2]] == ["cfr-47-9", "cfr-47-52-200"]


def test_care_before_the_plan_year_is_a_gap_and_the_rest_is_answered() -> None:
    plan = HealthPlan(
        id="x",
        payer=PayerKind.MEDICARE,
        iop_coverage=Coverage.COVERED,
        plan_year=Period(date(2026, 1, 1), date(2027, 1, 1)),
    )
    case = Case(health_plan=plan, program=Program(id="p"), episode=Episode(weeks=6))

    answer = assess(case, on=date(2025, 6, 2))

    assert answer.estimate is None
    assert [(gap.code, gap.text) for gap in answer.gaps] == [
        (
            "plan-year-mismatch",
            Text(
                "Cost: care begins outside the plan year 2026-01-01..2027-01-01;"
                " tell the plan of the year in which it begins.",
                "Costo: la atención empieza fuera del año del plan 2026-01-01..2027-01-01;"
                " indique el plan del año en que empieza.",
            ),
        )
    ]


def test_a_payer_whose_rules_are_of_other_days_is_a_gap_with_their_periods() -> None:
    case = Case(health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE))

    answer = assess(case, on=date(2023, 12, 31))

    assert answer.gaps[1].text.en == (
        "Medicare: admission to intensive outpatient services: nothing known for 2023-12-31"
        " (rule set medicare/iop); known: 2024-01-01..open."
    )
    assert answer.gaps[1].text.es == (
        "Medicare: admisión a servicios ambulatorios intensivos: no hay datos para 2023-12-31"
        " (reglas medicare/iop); se conocen: 2024-01-01 en adelante."
    )
    assert answer.gaps[0].text.es == (
        "Nivel de atención: no hay datos para 2023-12-31 (escala general/guidance);"
        " se conocen: 2024-01-01 en adelante."
    )
    assert "payer-criteria-not-known" not in [gap.code for gap in answer.gaps]


def test_coverage_is_judged_for_the_first_day_of_care() -> None:
    case = Case(
        health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE),
        episode=Episode(start=date(2024, 1, 8)),
    )

    answer = assess(case, on=date(2023, 12, 18))

    assert [found.decision.on for found in answer.rule_sets] == [date(2024, 1, 8)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2023, 12, 18), date(2024, 1, 8), date(2024, 1, 8)),
        (date(2024, 1, 8), date(2024, 3, 4), date(2024, 1, 8)),
    ],
)
def test_coverage_is_judged_for_the_first_of_a_range_of_starts_that_has_rules(
    first: date, last: date, expected: date
) -> None:
    case = Case(
        health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE),
        episode=Episode(start=Span(first, last)),
    )

    answer = assess(case, on=date(2023, 12, 18))

    assert [found.decision.on for found in answer.rule_sets] == [expected]


def test_while_a_question_is_open_the_answer_is_not_complete() -> None:
    person = Person(
        needs_more_than_weekly_sessions=True,
        needs_daily_structure=False,
        needs_24_hour_care=False,
        has_support_system=True,
        is_ready_to_attend=True,
        free_times=(WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(12)),),
        work=Work(hours=()),
    )
    fee = Price(service=Service.IOP, unit=Unit.WEEK, amount=Span.exactly(Money(10_000)))
    week = Schedule(sessions=(Session(days=(Weekday.MONDAY,), start=time(9), end=time(12)),))
    case = Case(
        person=person,
        health_plan=HealthPlan(id="x", payer=PayerKind.SELF_PAY),
        program=Program(id="p", fees=(fee,), schedule=week),
        episode=Episode(start=DAY, weeks=6, is_admitted=True, travel=FREE_RIDE),
    )

    still_open = assess(case, on=DAY)
    safe = evolve(
        person,
        is_danger_to_self=False,
        is_danger_to_others=False,
        needs_withdrawal_management=False,
    )
    closed = assess(evolve(case, person=safe), on=DAY)

    assert [fact.name for fact in still_open.questions] == [
        "person.is-danger-to-self",
        "person.is-danger-to-others",
        "person.needs-withdrawal-management",
    ]
    assert not still_open.is_complete
    assert closed.questions == ()
    assert closed.is_complete


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        (None, True),
        (HealthPlan(id="x", payer=PayerKind.MEDICARE), True),
        (HealthPlan(id="x", iop_coverage=Coverage.COVERED), False),
        (HealthPlan(id="x", payer=PayerKind.SELF_PAY), False),
    ],
)
def test_whether_the_plan_covers_an_iop_is_asked_where_there_may_be_a_plan(
    plan: HealthPlan | None, asked: bool
) -> None:
    names = [fact.name for fact in assess(Case(health_plan=plan), on=DAY).questions]

    assert ("coverage.iop-coverage" in names) is asked


@pytest.mark.parametrize(
    ("budget", "outcome"),
    [(None, Truth.UNKNOWN), (Money(8_000), Truth.MET), (Money(7_999), Truth.NOT_MET)],
)
def test_who_pays_alone_is_judged_by_the_budget_alone(budget: Money | None, outcome: Truth) -> None:
    fee = Price(service=Service.IOP, unit=Unit.PROGRAM, amount=Span.exactly(Money(8_000)))
    case = Case(
        health_plan=HealthPlan(id="x", payer=PayerKind.SELF_PAY, iop_coverage=Coverage.NOT_COVERED),
        program=Program(id="p", fees=(fee,)),
        episode=Episode(weeks=6, travel=FREE_RIDE),
        budget=budget,
    )

    assert _factor(case, 3) is outcome


def test_a_gap_is_quiet() -> None:
    assert repr(Gap(code="not-in-force", text=Text("a", "b"))) == "<Gap: not-in-force>"


@pytest.mark.parametrize("broken", ["texts/professional-notice", "sources/guidance"])
def test_a_broken_document_stops_nothing_else(broken: str, tmp_path: Path) -> None:
    folder = tmp_path / "compiled"
    copytree(Path(str(files("iopkit.catalog"))) / "compiled", folder)
    (folder / f"{broken}.json").write_text("{")

    answer = assess(Case(), on=DAY, catalog=Catalog(folder))

    assert answer.placement is not None
    assert [gap.code for gap in answer.gaps] == ["document-error"]


@pytest.mark.parametrize(
    ("level", "codes"),
    [
        (None, []),
        (CareLevel.IOP, []),
        (CareLevel.PHP, ["program-of-another-level"]),
    ],
)
def test_a_program_of_another_level_is_not_taken_for_an_iop(
    level: CareLevel | None, codes: list[str]
) -> None:
    answer = assess(Case(program=Program(id="p", level=level)), on=DAY)

    assert [gap.code for gap in answer.gaps] == codes


def test_the_gap_of_another_level_names_it() -> None:
    answer = assess(Case(program=Program(id="p", level=CareLevel.PHP)), on=DAY)

    assert answer.gaps[0].text == Text(
        "The program says that its level is another one: partial hospitalization program (PHP)."
        " The plan's coverage and the cost told here are those of an IOP.",
        "El programa dice que su nivel es otro: programa de hospitalización parcial (PHP)."
        " La cobertura del plan y el costo que aquí se indican son los de un IOP.",
    )


def test_a_course_that_is_absurdly_long_is_a_gap_and_the_rest_is_answered() -> None:
    case = Case(person=SAFE, episode=Episode(start=DAY, weeks=100_000_000))

    answer = assess(case, on=DAY)

    assert answer.estimate is None
    assert [gap.text.en for gap in answer.gaps] == ["Cost: weeks: expected at most 520 weeks."]
    assert answer.placement is not None


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(9999, 12, 28), date.min])
def test_the_ends_of_the_calendar_are_no_crash(day: date) -> None:
    answer = assess(Case(person=SAFE), on=day)

    assert answer.placement is None or answer.placement.on == day


def test_an_answer_crosses_process_borders_whole() -> None:
    answer = assess(
        Case(person=SAFE, health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE)), on=DAY
    )

    copy = pickle.loads(pickle.dumps(answer))  # noqa: S301  # bytes of its own making

    assert to_data(copy) == to_data(answer)


def test_facts_that_contradict_each_other_are_a_gap_that_shows_no_value() -> None:
    person = Person(age=15, populations=Listing.of(Population.ADULTS))

    found = assess(Case(person=person), on=DAY).gaps

    assert [str(gap.text) for gap in found if gap.code == "facts-contradict"] == [
        (
            "Facts of the case: `person.age` and `person.populations` do not go together, so that"
            " one of them must be wrong; correct it, or leave out what is not sure."
        )
    ]
