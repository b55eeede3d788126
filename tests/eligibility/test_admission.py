"""Admission by the terms that a program tells itself."""

from datetime import date

import pytest

from iopkit import (
    AdmissionTerm,
    Case,
    Condition,
    ConditionFamily,
    Episode,
    HealthPlan,
    Listing,
    PayerKind,
    Person,
    Population,
    Program,
    Text,
    Truth,
    admit,
)
from iopkit.eligibility import admission_terms
from iopkit.rules.exactness import kleene_is_exact
from iopkit.vocabulary.clinical import Difficulty

DAY = date(2026, 3, 2)
_TEENS = Program(id="teens", min_age=13, max_age=17)
_TEENS_AND_SOME = Program(id="teens", min_age=13, max_age=17, considers_other_ages=True)
_SUBSTANCES = Program(
    id="sud", condition_families=Listing.of(ConditionFamily.SUBSTANCE_USE_DISORDER)
)
_ONLY_SUBSTANCES = Program(
    id="sud",
    condition_families=Listing.of(ConditionFamily.SUBSTANCE_USE_DISORDER, complete=True),
)
_ONLY_ANXIETY = Program(id="calm", conditions=Listing.of(Condition.ANXIETY, complete=True))
_ONLY_DEPRESSED = Person(conditions=Listing.of(Condition.DEPRESSION, complete=True))
_VETERANS = Program(
    id="vets", min_age=18, populations=Listing.of(Population.VETERANS, Population.ADULTS)
)
_ADOLESCENTS = Program(id="teens", populations=Listing.of(Population.ADOLESCENTS))
_FROM_13 = Program(id="teens", min_age=13, populations=Listing.of(Population.ADOLESCENTS))
_UP_TO_95 = Program(id="old", min_age=55, max_age=95)
_STABLE = Program(
    id="stable",
    requires=Listing.of(AdmissionTerm.NO_ACUTE_DANGER, AdmissionTerm.MEDICALLY_STABLE),
)


@pytest.mark.parametrize(
    ("program", "person", "outcome"),
    [
        (_TEENS, Person(age=12), Truth.NOT_MET),
        (_TEENS, Person(age=13), Truth.MET),
        (_TEENS, Person(age=17), Truth.MET),
        (_TEENS, Person(age=18), Truth.NOT_MET),
        (_TEENS, Person(), Truth.UNKNOWN),
        (_TEENS_AND_SOME, Person(age=18), Truth.UNKNOWN),
        (_TEENS_AND_SOME, Person(age=17), Truth.MET),
        (
            _SUBSTANCES,
            Person(conditions=Listing.of(Condition.ALCOHOL_USE_DISORDER)),
            Truth.MET,
        ),
        (_SUBSTANCES, Person(conditions=Listing.of(Condition.DEPRESSION)), Truth.UNKNOWN),
        (_SUBSTANCES, _ONLY_DEPRESSED, Truth.UNKNOWN),
        (_ONLY_SUBSTANCES, _ONLY_DEPRESSED, Truth.NOT_MET),
        (_ONLY_ANXIETY, _ONLY_DEPRESSED, Truth.NOT_MET),
        (
            Program(id="ed", conditions=Listing.of(Condition.EATING_DISORDER)),
            Person(conditions=Listing.of(Condition.ANOREXIA_NERVOSA)),
            Truth.MET,
        ),
        (
            Program(id="mental", condition_families=Listing.of(ConditionFamily.MENTAL_DISORDER)),
            Person(conditions=Listing.of(Condition.BULIMIA_NERVOSA)),
            Truth.MET,
        ),
        (_VETERANS, Person(age=40, populations=Listing.of(Population.VETERANS)), Truth.MET),
        (_VETERANS, Person(populations=Listing(lacks=(Population.VETERANS,))), Truth.NOT_MET),
        (_ADOLESCENTS, Person(age=47), Truth.UNKNOWN),
        (_ADOLESCENTS, Person(populations=Listing.of(Population.ADOLESCENTS)), Truth.MET),
        (_ADOLESCENTS, Person(populations=Listing(lacks=(Population.ADOLESCENTS,))), Truth.NOT_MET),
        (_FROM_13, Person(age=47), Truth.UNKNOWN),
        (_UP_TO_95, Person(age=89), Truth.MET),
        (_UP_TO_95, Person(age=90), Truth.UNKNOWN),
        (_UP_TO_95, Person(age=54), Truth.NOT_MET),
        (Program(id="up-to-90", max_age=90), Person(age=89), Truth.MET),
        (Program(id="up-to-90", max_age=90), Person(age=90), Truth.UNKNOWN),
        (Program(id="up-to-89", max_age=89), Person(age=90), Truth.NOT_MET),
        (Program(id="from-90", min_age=90), Person(age=90), Truth.MET),
        (Program(id="from-91", min_age=91), Person(age=89), Truth.NOT_MET),
        (Program(id="from-91", min_age=91), Person(age=90), Truth.UNKNOWN),
        (
            _STABLE,
            Person(is_danger_to_self=False, is_danger_to_others=False, is_medically_stable=True),
            Truth.MET,
        ),
        (_STABLE, Person(is_danger_to_others=True), Truth.NOT_MET),
        (_STABLE, Person(is_medically_stable=True), Truth.UNKNOWN),
    ],
)
def test_admission_follows_the_terms_that_are_told(
    program: Program, person: Person, outcome: Truth
) -> None:
    assert admit(program, Case(person=person), on=DAY).outcome is outcome


def test_a_condition_of_a_family_that_is_not_treated_is_no_condition_that_is_treated() -> None:
    program = Program(
        id="mental",
        condition_families=Listing.of(ConditionFamily.MENTAL_DISORDER),
        conditions=Listing(lacks=(Condition.DEPRESSION,)),
    )

    decision = admit(program, Case(person=_ONLY_DEPRESSED), on=DAY)

    assert [(found.clause.id, found.outcome) for found in decision.clauses] == [
        ("conditions", Truth.UNKNOWN),
        ("untreated-conditions", Truth.UNKNOWN),
    ]


def test_nobody_knows_how_far_beyond_90_a_person_is() -> None:
    decision = admit(_UP_TO_95, Case(person=Person(age=90)), on=DAY)

    assert [fact.name for fact in decision.pivots.facts] == ["admission.has-age-exception"]


@pytest.mark.parametrize(
    ("answered", "outcome"), [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)]
)
def test_an_exception_on_age_is_what_the_program_answered(
    answered: bool | None, outcome: Truth
) -> None:
    case = Case(person=Person(age=18), episode=Episode(has_age_exception=answered))

    assert admit(_TEENS_AND_SOME, case, on=DAY).outcome is outcome


@pytest.mark.parametrize(
    ("accepts", "outcome"),
    [
        (Listing.of(PayerKind.MEDICARE), Truth.MET),
        (Listing.of(PayerKind.COMMERCIAL), Truth.UNKNOWN),
        (Listing.of(PayerKind.COMMERCIAL, complete=True), Truth.NOT_MET),
        (Listing(lacks=(PayerKind.MEDICARE,)), Truth.NOT_MET),
    ],
)
def test_a_payer_that_is_not_listed_is_unknown_unless_the_list_is_complete(
    accepts: Listing[PayerKind], outcome: Truth
) -> None:
    program = Program(id="payers", accepts=accepts)
    case = Case(health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE))

    assert admit(program, case, on=DAY).outcome is outcome


def test_a_program_without_terms_is_asked_for_its_answer() -> None:
    decision = admit(Program(id="silent"), Case(person=Person(age=40)), on=DAY)

    assert decision.outcome is Truth.UNKNOWN
    assert [fact.name for fact in decision.pivots.facts] == ["admission.is-admitted"]


def test_every_term_that_a_program_can_ask_becomes_a_clause() -> None:
    program = Program(id="all", requires=Listing.of(*AdmissionTerm))

    decision = admit(program, Case(), on=DAY)

    assert [found.clause.id for found in decision.clauses] == list(AdmissionTerm.values())


@pytest.mark.parametrize(
    ("conditions", "episode", "outcome"),
    [
        (Listing.of(Condition.ANXIETY), Episode(), Truth.MET),
        (Listing.of(Condition.PTSD, complete=True), Episode(), Truth.UNKNOWN),
        (Listing.of(Condition.PTSD, complete=True), Episode(is_admitted=True), Truth.MET),
        (Listing.of(Condition.PTSD, complete=True), Episode(is_admitted=False), Truth.NOT_MET),
    ],
)
def test_difficulties_that_are_no_diagnosis_leave_the_answer_to_the_program(
    conditions: Listing[Condition], episode: Episode, outcome: Truth
) -> None:
    program = Program(
        id="dbt",
        conditions=Listing.of(Condition.ANXIETY),
        difficulties=Listing.of(Difficulty.SELF_HARM),
    )
    case = Case(person=Person(conditions=conditions), episode=episode)

    assert admit(program, case, on=DAY).outcome is outcome


@pytest.mark.parametrize(
    ("program", "label"),
    [
        (_TEENS, Text("Age that the program takes", "Edad que admite el programa")),
        (
            _TEENS_AND_SOME,
            Text(
                "Age that the program takes; another one needs its review",
                "Edad que admite el programa; otra requiere que la revise",
            ),
        ),
    ],
)
def test_an_age_that_needs_review_is_called_so(program: Program, label: Text) -> None:
    decision = admit(program, Case(person=Person(age=18)), on=DAY)

    assert decision.clauses[0].clause.label == label


_ARFID = Condition.AVOIDANT_RESTRICTIVE_FOOD_INTAKE_DISORDER
_NOT_SUBSTANCES = Program(
    id="mental",
    condition_families=Listing.of(
        ConditionFamily.MENTAL_DISORDER, lacks=[ConditionFamily.SUBSTANCE_USE_DISORDER]
    ),
    conditions=Listing(lacks=(Condition.EATING_DISORDER,)),
)
_BOTH = Listing.of(Condition.DEPRESSION, Condition.ALCOHOL_USE_DISORDER)
_WITHOUT_EITHER = Listing.of(
    Condition.DEPRESSION,
    lacks=[
        Condition.EATING_DISORDER,
        *(
            condition
            for condition in Condition
            if condition.family is ConditionFamily.SUBSTANCE_USE_DISORDER
        ),
    ],
)


@pytest.mark.parametrize(
    ("conditions", "is_admitted", "outcome"),
    [
        (_WITHOUT_EITHER, None, Truth.MET),
        (Listing.of(Condition.DEPRESSION), None, Truth.UNKNOWN),
        (Listing.of(Condition.DEPRESSION), True, Truth.MET),
        (_BOTH, None, Truth.UNKNOWN),
        (_BOTH, True, Truth.MET),
        (_BOTH, False, Truth.NOT_MET),
        (Listing.of(Condition.ANOREXIA_NERVOSA, complete=True), None, Truth.UNKNOWN),
        (Listing.of(Condition.ANOREXIA_NERVOSA, complete=True), False, Truth.NOT_MET),
    ],
)
def test_a_condition_that_a_program_does_not_treat_is_its_own_to_admit(
    conditions: Listing[Condition], is_admitted: bool | None, outcome: Truth
) -> None:
    case = Case(person=Person(conditions=conditions), episode=Episode(is_admitted=is_admitted))

    assert admit(_NOT_SUBSTANCES, case, on=DAY).outcome is outcome


def test_a_narrower_condition_that_is_not_treated_is_not_taken_for_its_broader_one() -> None:
    program = Program(id="ed", conditions=Listing.of(Condition.EATING_DISORDER, lacks=[_ARFID]))
    case = Case(person=Person(conditions=Listing.of(_ARFID, complete=True)))

    assert admit(program, case, on=DAY).outcome is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("program", "terms"),
    [
        (
            Program(id="p", conditions=Listing(lacks=(Condition.PTSD,))),
            ["own-answer", "untreated-conditions"],
        ),
        (
            Program(id="p", populations=Listing(lacks=(Population.VETERANS,))),
            ["own-answer", "groups-not-taken"],
        ),
        (
            Program(id="p", min_age=18, populations=Listing(lacks=(Population.ADOLESCENTS,))),
            ["age"],
        ),
        (
            Program(id="p", min_age=18, populations=Listing(lacks=(Population.OLDER_ADULTS,))),
            ["age", "groups-not-taken"],
        ),
        (
            Program(
                id="p",
                min_age=18,
                max_age=64,
                populations=Listing(lacks=(Population.OLDER_ADULTS, Population.VETERANS)),
            ),
            ["age", "groups-not-taken"],
        ),
    ],
)
def test_what_a_program_does_not_take_is_a_term_and_admits_nobody(
    program: Program, terms: list[str]
) -> None:
    assert [clause.id for clause in admission_terms(program).clauses] == terms


@pytest.mark.parametrize(
    ("groups", "outcome"),
    [
        (Listing.of(Population.VETERANS), Truth.NOT_MET),
        (Listing(lacks=(Population.VETERANS,)), Truth.MET),
        (Listing[Population](), Truth.UNKNOWN),
    ],
)
def test_who_is_of_a_group_that_is_not_taken_is_not_admitted(
    groups: Listing[Population], outcome: Truth
) -> None:
    program = Program(id="p", min_age=18, populations=Listing(lacks=(Population.VETERANS,)))
    case = Case(person=Person(age=40, populations=groups))

    assert admit(program, case, on=DAY).outcome is outcome


@pytest.mark.parametrize(
    ("program", "terms"),
    [
        (Program(id="p", min_age=0), ["own-answer"]),
        (Program(id="p", min_age=0, max_age=17), ["age"]),
    ],
)
def test_an_age_that_excludes_nobody_is_no_term(program: Program, terms: list[str]) -> None:
    rules = admission_terms(program)

    assert [clause.id for clause in rules.clauses] == terms
    assert kleene_is_exact(rules.rule)
