"""One list of facts: each asked in both languages, each read from a case."""

from datetime import date

import pytest

from iopkit import (
    CareLevel,
    Case,
    Condition,
    ConditionFamily,
    Coverage,
    Episode,
    HealthPlan,
    Listing,
    PayerKind,
    Person,
    Program,
    Setting,
    TreatmentPlan,
)
from iopkit.facts import FACTS, READINGS, answers_of
from iopkit.rules import Compare, Operator, check_rule
from iopkit.rules.answers import Answer, FactType
from iopkit.rules.fact import Fact

_FULL = Case(
    on=date(2026, 3, 2),
    person=Person(age=47, conditions=Listing.of(Condition.DEPRESSION), needs_24_hour_care=False),
    program=Program(
        id="x",
        level=CareLevel.IOP,
        setting=Setting.HOSPITAL_OUTPATIENT,
        accepts=Listing.of(PayerKind.MEDICARE),
    ),
    treatment_plan=TreatmentPlan(weekly_minutes=540, is_written=True),
    health_plan=HealthPlan(id="y", payer=PayerKind.MEDICARE, iop_coverage=Coverage.COVERED),
    episode=Episode(has_age_exception=True, is_admitted=False),
)


@pytest.mark.parametrize("name", sorted(FACTS))
def test_every_fact_is_a_question_in_two_languages(name: str) -> None:
    question = FACTS[name].question

    assert question("en").endswith("?")
    assert question("es").startswith("¿")
    assert question("es").endswith("?")


@pytest.mark.parametrize("name", sorted(FACTS))
def test_an_empty_case_answers_nothing(name: str) -> None:
    assert answers_of(Case(), (FACTS[name],)) == {name: None}


@pytest.mark.parametrize("name", sorted(FACTS))
def test_an_empty_record_answers_nothing_either(name: str) -> None:
    case = Case(
        person=Person(),
        program=Program(id="x"),
        treatment_plan=TreatmentPlan(),
        health_plan=HealthPlan(id="y"),
        episode=Episode(),
    )

    answer = READINGS[name].read(case)

    assert answer is None or answer == Listing()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("person.age", 47),
        ("person.conditions", Listing.of(Condition.DEPRESSION)),
        ("person.has-mental-or-substance-use-disorder", True),
        ("person.needs-24-hour-care", False),
        ("person.needs-daily-structure", None),
        ("program.level", CareLevel.IOP),
        ("program.setting", Setting.HOSPITAL_OUTPATIENT),
        ("program.accepts-payer", True),
        ("program.payers", Listing.of(PayerKind.MEDICARE)),
        ("admission.has-age-exception", True),
        ("admission.is-admitted", False),
        ("treatment-plan.weekly-minutes", 540),
        ("treatment-plan.is-written", True),
        ("coverage.payer-kind", PayerKind.MEDICARE),
        ("coverage.iop-coverage", Coverage.COVERED),
    ],
)
def test_a_fact_is_read_from_where_it_is_told(name: str, answer: Answer) -> None:
    assert answers_of(_FULL, (FACTS[name],)) == {name: answer}


def test_each_yes_or_no_of_a_person_is_read_from_the_field_of_its_name() -> None:
    names = [name for name in FACTS if name.startswith("person.needs-")]
    fields = {name: name.removeprefix("person.").replace("-", "_") for name in names}

    for name, field in fields.items():
        case = Case(person=Person(**{field: True}))  # type: ignore[arg-type]  # a table of fields

        told = {other for other in names if READINGS[other].read(case)}

        assert told == {name}


@pytest.mark.parametrize(
    ("conditions", "answer"),
    [
        (Listing(), None),
        (Listing(complete=True), False),
        (Listing(lacks=tuple(Condition)), False),
        (Listing(lacks=tuple(one for one in Condition if one.broader is None)), False),
        (Listing(lacks=(Condition.DEPRESSION,)), None),
        (Listing.of(Condition.PTSD), True),
    ],
)
def test_a_disorder_is_denied_only_when_all_are(
    conditions: Listing[Condition], answer: bool | None
) -> None:
    name = "person.has-mental-or-substance-use-disorder"

    assert READINGS[name].read(Case(person=Person(conditions=conditions))) is answer


def test_a_family_is_denied_where_its_broadest_conditions_are() -> None:
    family = ConditionFamily.SUBSTANCE_USE_DISORDER
    broadest = [one for one in Condition if one.family is family and one.broader is None]
    case = Case(person=Person(conditions=Listing(lacks=tuple(broadest))))

    assert READINGS["person.has-substance-use-disorder"].read(case) is False
    assert READINGS["person.has-mental-disorder"].read(case) is None


def test_a_fact_that_is_not_in_the_list_is_not_told() -> None:
    stranger = Fact[bool](
        name="person.left-handed", type=FactType.BOOLEAN, question=FACTS["person.age"].question
    )

    assert answers_of(_FULL, (stranger,)) == {"person.left-handed": None}


def test_no_symptom_or_risk_can_be_changed() -> None:
    judged = ("needs", "is-danger", "is-medically", "can-", "tolerates", "has-mental", "age")
    changeable = {name for name, fact in FACTS.items() if fact.changeable}

    assert not {name for name in changeable if name.removeprefix("person.").startswith(judged)}


@pytest.mark.parametrize(
    "name",
    [
        *(name for name in FACTS if name.startswith("billed.")),
        "treatment-plan.is-reasonable-and-necessary",
        "treatment-plan.is-inpatient-alternative",
        "treatment-plan.is-expected-to-work",
        "treatment-plan.is-first-recertification",
    ],
)
def test_nobody_is_told_to_change_what_was_judged_or_is_over(name: str) -> None:
    assert not FACTS[name].changeable


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        (Listing.of(Condition.ANOREXIA_NERVOSA), Condition.EATING_DISORDER, True),
        (Listing.of(Condition.ANOREXIA_NERVOSA), Condition.BULIMIA_NERVOSA, None),
        (Listing.of(Condition.EATING_DISORDER), Condition.ANOREXIA_NERVOSA, None),
        (Listing(lacks=(Condition.EATING_DISORDER,)), Condition.ANOREXIA_NERVOSA, False),
        (Listing(lacks=(Condition.ANOREXIA_NERVOSA,)), Condition.EATING_DISORDER, None),
        (
            Listing.of(Condition.ANOREXIA_NERVOSA, lacks=(Condition.EATING_DISORDER,)),
            Condition.EATING_DISORDER,
            True,
        ),
    ],
)
def test_a_condition_implies_its_broader_one_and_a_denial_its_narrower(
    told: Listing[Condition], asked: Condition, answer: bool | None
) -> None:
    read = READINGS["person.conditions"].read(Case(person=Person(conditions=told)))

    assert isinstance(read, Listing)
    assert read.holds(asked) is answer


def test_hours_where_minutes_are_meant_are_refused_in_a_rule() -> None:
    counted = {name for name, fact in FACTS.items() if fact.least_bound is not None}

    (problem,) = check_rule(Compare(FACTS["program.weekly-minutes"], Operator.AT_LEAST, 9))

    assert problem.code == "rule-unit"
    assert counted == {
        "treatment-plan.weekly-minutes",
        "program.weekly-minutes",
        "program.day-minutes",
        "program.course-minutes",
        "billed.day-minutes",
    }


def test_what_is_never_above_is_another_number_of_the_same_kind() -> None:
    pairs = {(fact, FACTS[name]) for fact in FACTS.values() for name in fact.never_above}

    assert {(low.name, high.name) for low, high in pairs} == {
        ("program.day-minutes", "program.weekly-minutes"),
        ("program.weekly-minutes", "program.weekly-clock-minutes"),
        ("program.min-age", "program.max-age"),
    }
    assert all(low.unit.split()[0] == high.unit.split()[0] for low, high in pairs)


@pytest.mark.parametrize("name", ["program.payers", "coverage.payer-kind"])
def test_whether_a_payer_is_accepted_comes_from_the_payer_and_those_accepted(name: str) -> None:
    assert FACTS["program.accepts-payer"].tells_of(FACTS[name])
