"""Which rule sets of payers are listed for a case."""

from datetime import date

import pytest
from attrs import evolve

from iopkit import (
    CareLevel,
    Case,
    Catalog,
    Condition,
    ConditionFamily,
    HealthPlan,
    Listing,
    PayerKind,
    Person,
    Program,
    State,
    assess,
    rank_programs,
    shipped,
)

DAY = date(2026, 3, 2)
LAW: Catalog = shipped()


@pytest.mark.parametrize("payer", [None, PayerKind.MEDICARE, PayerKind.MEDICAID])
@pytest.mark.parametrize(
    ("level", "listed"),
    [
        (None, CareLevel.IOP),
        (CareLevel.IOP, CareLevel.IOP),
        (CareLevel.PHP, CareLevel.PHP),
    ],
)
def test_rule_sets_are_listed_for_the_level_of_the_program_else_for_an_iop(
    level: CareLevel | None, listed: CareLevel, payer: PayerKind | None
) -> None:
    plan = HealthPlan(id="x", payer=payer)
    case = Case(program=Program(id="p", level=level), health_plan=plan)

    found = [LAW.rules(one.decision.ruleset_id, on=DAY) for one in assess(case, on=DAY).rule_sets]

    assert {rules.care_level for rules in found} <= {None, listed}
    assert [rules.id for rules in found if rules.id == "medicare/iop"] == (
        ["medicare/iop"] if listed is CareLevel.IOP and payer is not PayerKind.MEDICAID else []
    )


LICENSED_DAY = date(2026, 12, 1)
PARTIAL = Program(
    id="p",
    level=CareLevel.PHP,
    state=State.ND,
    condition_families=Listing([ConditionFamily.SUBSTANCE_USE_DISORDER]),
)
ADULT = Person(age=34, state=State.MN, conditions=Listing([Condition.ALCOHOL_USE_DISORDER]))


def test_what_a_state_asks_of_its_programs_is_not_what_the_payer_asks() -> None:
    plan = HealthPlan(id="x", payer=PayerKind.COMMERCIAL)

    answer = assess(Case(person=ADULT, program=PARTIAL, health_plan=plan), on=LICENSED_DAY)

    assert [(one.decision.ruleset_id, one.is_of_payer) for one in answer.rule_sets] == [
        ("north-dakota/php-adult", False)
    ]
    assert "payer-criteria-not-known" in [gap.code for gap in answer.gaps]
    assert not [
        reason
        for factor in answer.factors
        for reason in factor.reasons
        if "North Dakota" in reason.text.en
    ]


def test_the_law_of_a_state_goes_by_where_the_program_is() -> None:
    elsewhere = evolve(PARTIAL, state=State.MN)
    from_here = evolve(ADULT, state=State.ND)

    answer = assess(Case(person=from_here, program=elsewhere), on=LICENSED_DAY)

    assert "north-dakota/php-adult" not in [one.decision.ruleset_id for one in answer.rule_sets]


def test_what_a_state_asks_counts_among_the_terms_of_admission() -> None:
    at_risk = evolve(ADULT, has_minimal_withdrawal_risk=False)

    (ranked,) = rank_programs(Case(person=at_risk), [PARTIAL], on=LICENSED_DAY)

    (admission,) = (one for one in ranked.criteria if one.criterion.id == "admission")
    assert admission.detail.en == "not met"
    assert [reason.text.en for reason in admission.reasons][1:3] == [
        "What the State asks (North Dakota: admission of adults to partial hospitalization).",
        "The risk of withdrawal is low, or what is left of it is minimal",
    ]
