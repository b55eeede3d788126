"""The whole answer: what comes first, what is left out, and what becomes a gap."""

import json
from datetime import date

import pytest

from iopkit import (
    CareLevel,
    Case,
    Coverage,
    Episode,
    HealthPlan,
    Money,
    PayerKind,
    Person,
    Program,
    Truth,
    assess,
    to_data,
)

DAY = date(2026, 3, 2)
SAFE = Person(is_danger_to_self=False, is_danger_to_others=False, needs_withdrawal_management=False)


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
        (PayerKind.MEDICARE, [Truth.MET]),
        (None, [Truth.UNKNOWN]),
        (PayerKind.COMMERCIAL, []),
    ],
)
def test_rule_sets_are_shown_where_they_apply_listed_where_they_may_and_else_left_out(
    payer: PayerKind | None, applies: list[Truth]
) -> None:
    answer = assess(Case(health_plan=HealthPlan(id="x", payer=payer)), on=DAY)

    assert [found.applies for found in answer.rule_sets] == applies


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

    assert repr(answer) == "<Assessment: 1 rule sets, 0 gaps>"
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
        (PayerKind.MEDICAID, ["payer-criteria-not-known"]),
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
