"""Deciding a small rule set of our own."""

from datetime import date

import pytest
from attrs import evolve

from iopkit import (
    Case,
    NotInForce,
    PayerKind,
    Period,
    Person,
    Review,
    RuleSet,
    Text,
    TreatmentPlan,
    Truth,
)
from iopkit.eligibility import applies_to, decide
from iopkit.facts import FACTS
from iopkit.facts.registry import answers_of
from iopkit.model import HealthPlan
from iopkit.model.episode import Episode, NextBirthday
from iopkit.rules import Clause, Compare, Not, OneOf, Operator
from iopkit.vocabulary import RuleSubject

DAY = date(2026, 3, 2)
RULES = RuleSet(
    id="test/iop",
    version="2024-01-01",
    title=Text("Test", "Prueba"),
    authority=Text("Test", "Prueba"),
    jurisdiction="us",
    subject=RuleSubject.ADMISSION,
    care_level=None,
    in_force=Period(date(2024, 1, 1)),
    applies=OneOf(FACTS["coverage.payer-kind"], (PayerKind.MEDICARE,)),
    clauses=(
        Clause(
            "hours",
            Text("Nine hours", "Nueve horas"),
            Compare(FACTS["treatment-plan.weekly-minutes"], Operator.AT_LEAST, 540),
            "test",
        ),
        Clause(
            "no-24-hour-care",
            Text("No 24-hour care", "Sin atención de 24 horas"),
            Not(Compare(FACTS["person.needs-24-hour-care"], Operator.EQUAL, bound=True)),
            "test",
        ),
    ),
)


def _case(minutes: int | None, needs_care: bool | None) -> Case:
    return Case(
        person=Person(needs_24_hour_care=needs_care),
        treatment_plan=TreatmentPlan(weekly_minutes=minutes),
    )


@pytest.mark.parametrize(
    ("minutes", "needs_care", "outcome", "asked"),
    [
        (540, False, Truth.MET, []),
        (539, False, Truth.NOT_MET, []),
        (540, True, Truth.NOT_MET, []),
        (None, True, Truth.NOT_MET, []),
        (540, None, Truth.UNKNOWN, ["person.needs-24-hour-care"]),
        (
            None,
            None,
            Truth.UNKNOWN,
            ["treatment-plan.weekly-minutes", "person.needs-24-hour-care"],
        ),
    ],
)
def test_a_decision_names_what_it_still_depends_on(
    minutes: int | None, needs_care: bool | None, outcome: Truth, asked: list[str]
) -> None:
    decision = decide(RULES, _case(minutes, needs_care), on=DAY)

    assert decision.outcome is outcome
    assert [fact.name for fact in decision.pivots.facts] == asked


def test_each_clause_has_its_own_outcome_in_order() -> None:
    decision = decide(RULES, _case(None, needs_care=False), on=DAY)

    assert [(found.clause.id, found.outcome) for found in decision.clauses] == [
        ("hours", Truth.UNKNOWN),
        ("no-24-hour-care", Truth.MET),
    ]


def test_a_decision_says_which_rules_on_which_day() -> None:
    decision = decide(RULES, Case(), on=DAY)

    assert (decision.ruleset_id, decision.version, decision.digest, decision.on) == (
        "test/iop",
        "2024-01-01",
        RULES.digest,
        DAY,
    )
    assert repr(decision) == "<Decision: test/iop 2024-01-01, 2 clauses>"


def test_the_digest_changes_with_a_threshold() -> None:
    stricter = evolve(
        RULES,
        clauses=(
            Clause(
                "hours",
                RULES.clauses[0].label,
                Compare(FACTS["treatment-plan.weekly-minutes"], Operator.AT_LEAST, 541),
                "test",
            ),
            RULES.clauses[1],
        ),
    )

    assert stricter.digest != RULES.digest
    assert evolve(RULES).digest == RULES.digest


@pytest.mark.parametrize(
    "changed",
    [
        evolve(RULES, id="test/other"),
        evolve(RULES, version="2025-01-01"),
        evolve(RULES, in_force=Period(date(2024, 1, 2))),
        evolve(RULES, applies=None),
        evolve(RULES, advisories=RULES.clauses[1:]),
        evolve(RULES, reviews=(Review(id="r", label=RULES.title, source="test", every_days=60),)),
    ],
)
def test_the_digest_changes_with_all_that_decides(changed: RuleSet) -> None:
    assert changed.digest != RULES.digest


def test_the_digest_stays_where_only_words_change() -> None:
    said = Text("Said otherwise", "Dicho de otro modo")

    assert evolve(RULES, title=said, limitations=(said,)).digest == RULES.digest


def test_a_day_before_the_rules_names_their_period() -> None:
    with pytest.raises(NotInForce) as refused:
        decide(RULES, Case(), on=date(2023, 12, 31))

    assert str(refused.value) == (
        "test/iop 2024-01-01: nothing is in force on 2023-12-31; "
        "periods that exist: 2024-01-01..open"
    )


@pytest.mark.parametrize(
    ("payer", "outcome"),
    [
        (PayerKind.MEDICARE, Truth.MET),
        (PayerKind.COMMERCIAL, Truth.NOT_MET),
        (None, Truth.UNKNOWN),
    ],
)
def test_for_whom_a_rule_set_is_meant_may_be_unknown(
    payer: PayerKind | None, outcome: Truth
) -> None:
    assert applies_to(RULES, Case(health_plan=HealthPlan(id="x", payer=payer))) is outcome


_ADULTS = evolve(
    RULES,
    clauses=(
        Clause(
            "adult",
            Text("Adult", "Persona adulta"),
            Compare(FACTS["person.age"], Operator.AT_LEAST, 18),
            "test",
        ),
    ),
)
_LATER = date(2026, 6, 1)
_BEFORE, _DURING, _AFTER = NextBirthday


@pytest.mark.parametrize(
    ("age", "on", "birthday", "outcome"),
    [
        (16, _LATER, None, Truth.NOT_MET),
        (17, DAY, None, Truth.NOT_MET),
        (17, _LATER, None, Truth.UNKNOWN),
        (17, _LATER, _BEFORE, Truth.MET),
        (17, _LATER, _DURING, Truth.NOT_MET),
        (17, _LATER, _AFTER, Truth.NOT_MET),
        # Care starts on another day: what is told of the birthday says nothing of this one.
        (17, date(2026, 7, 1), _AFTER, Truth.UNKNOWN),
        (17, date(2027, 6, 1), None, Truth.MET),
        (18, _LATER, None, Truth.MET),
        (18, date(2025, 6, 1), None, Truth.UNKNOWN),
        (90, _LATER, None, Truth.MET),
        (None, _LATER, _BEFORE, Truth.UNKNOWN),
    ],
)
def test_an_age_is_what_it_may_be_by_the_day_of_the_decision(
    age: int | None, on: date, birthday: NextBirthday | None, outcome: Truth
) -> None:
    episode = Episode(start=_LATER, next_birthday=birthday)
    case = Case(on=DAY, person=Person(age=age), episode=episode)

    assert decide(_ADULTS, case, on=on).outcome is outcome


def test_an_age_without_a_day_of_its_own_stands_as_it_is_told() -> None:
    case = Case(person=Person(age=17))

    assert decide(_ADULTS, case, on=_LATER).outcome is Truth.NOT_MET


def test_the_age_of_somebody_of_89_stays_below_91() -> None:
    case = Case(on=DAY, person=Person(age=89))

    assert answers_of(case, (FACTS["person.age"],), on=date(2029, 3, 2)) == {"person.age": 90}
