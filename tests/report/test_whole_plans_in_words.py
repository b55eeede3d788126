"""What a plan tells beyond its first cost shares, in words."""

from __future__ import annotations

from typing import Any

import pytest

from iopkit.model import (
    AccumulatorPot,
    AuthorizationRule,
    CareEvent,
    CoordinationMethod,
    CopayUnit,
    CostShare,
    CountedWhenSecond,
    Crediting,
    DrugAmounts,
    FamilyAmounts,
    FamilyRule,
    HealthPlan,
    LimitPeriod,
    LimitUnit,
    MissingAuthorization,
    OutOfNetwork,
    PenaltyBase,
    PenaltyUnit,
    PlanBenefit,
    ServiceDeductible,
    ServiceLimit,
)
from iopkit.report import describe_plan
from iopkit.values import Listing, Money, Share
from iopkit.vocabulary import Benefit, Coverage, LinePart

FREE = CostShare(deductible_applies=False)


def benefit(**told: Any) -> dict[str, Any]:
    return {"benefits": (PlanBenefit(benefit=Benefit.IOP, **{"cost_share": FREE, **told}),)}


def outside(**told: Any) -> dict[str, Any]:
    return {"out_of_network": OutOfNetwork(coverage=Coverage.COVERED, **told)}


def copay(**told: Any) -> dict[str, Any]:
    share = CostShare(deductible_applies=False, copay=Money(3_000), **told)
    return benefit(cost_share=share)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            outside(patient_share=Share.percent(100)),
            "Outside the network the plan pays nothing: your share is 100%.",
        ),
        (
            outside(patient_share=Share.percent(100), **benefit()),
            "Outside the network the plan pays for no other benefit: your share is 100%.",
        ),
        (
            outside(
                **benefit(
                    cost_share=CostShare(deductible_applies=False, patient_share=Share.percent(100))
                )
            ),
            "Outside the network, intensive outpatient program: not covered.",
        ),
        (
            copay(copay_unit=CopayUnit.WEEK),
            "Intensive outpatient program: you pay $30.00 per week.",
        ),
        (
            copay(group_copay=Money(1_500)),
            "Intensive outpatient program: you pay $30.00 each time, $15.00 in a group session.",
        ),
        (
            copay(copay_waived_on=(CareEvent.ADMITTED, CareEvent.TELEHEALTH)),
            (
                "Intensive outpatient program: you pay $30.00 each time, no copay if: admitted to "
                "the hospital, held by telehealth."
            ),
        ),
        (
            benefit(
                limits=(ServiceLimit(quantity=20, unit=LimitUnit.DAYS, period=LimitPeriod.EPISODE),)
            ),
            "Intensive outpatient program: the plan pays for 20 days per episode of care.",
        ),
        (
            benefit(service_deductible=ServiceDeductible(amount=Money(5_000))),
            "Intensive outpatient program: a deductible of its own, $50.00.",
        ),
        (
            benefit(pot=AccumulatorPot.DRUG),
            "Intensive outpatient program: counted with the amounts for prescription drugs.",
        ),
        (
            benefit(counts_toward_limit=False),
            ("Intensive outpatient program: nothing of it counts toward the out-of-pocket limit."),
        ),
        (
            benefit(needs_authorization=True),
            "Intensive outpatient program: must be authorized first.",
        ),
        (
            benefit(needs_authorization=False),
            "Intensive outpatient program: no authorization is needed.",
        ),
        (
            {"missing_authorization": MissingAuthorization(rule=AuthorizationRule.DENIED)},
            "Without an authorization that the plan asks for, nothing is paid.",
        ),
        (
            {
                "missing_authorization": MissingAuthorization(
                    rule=AuthorizationRule.PENALTY,
                    share=Share.percent(50),
                    share_of=PenaltyBase.ALLOWED,
                    amount=Money(500),
                    most=Money(250_000),
                    unit=PenaltyUnit.STAY,
                )
            },
            (
                "The penalty is 50% of what the plan allows plus $5.00, at most $2,500.00 for a "
                "whole stay, which counts toward no limit."
            ),
        ),
        (
            {
                "family": FamilyAmounts(
                    limit_rule=FamilyRule.MEMBERS_EACH, limit_members=3, deductible=Money(900)
                )
            },
            (
                "Out-of-pocket limit for the family: each person has an own amount, and some "
                "members who have each met theirs end all; 3 members."
            ),
        ),
        (
            outside(limit_crediting=Crediting.COMBINED),
            ("Out-of-pocket limit outside and inside the network: one amount for both sides."),
        ),
        (
            outside(counts_toward_limit=Listing.of(lacks=(LinePart.COPAY,))),
            "Outside the network, does not count toward the limit: copay.",
        ),
        (
            outside(family=FamilyAmounts(person_limit=Money(900))),
            "Outside the network, no single person owes more than $9.00 a year.",
        ),
        (
            {"drug": DrugAmounts(is_deductible_integrated=True, has_out_of_pocket_limit=False)},
            "Deductible for prescription drugs: together with the medical one.",
        ),
        (
            {"drug": DrugAmounts(is_deductible_integrated=True, has_out_of_pocket_limit=False)},
            "Out-of-pocket limit for prescription drugs: none.",
        ),
        (
            {"drug": DrugAmounts(deductible=Money(900))},
            "Deductible for prescription drugs: $9.00.",
        ),
        (
            {"deductible_carries_over_from": 10},
            (
                "What meets the deductible from month 10 of the calendar on also meets that of "
                "the next plan year."
            ),
        ),
        (
            {"coordination": CoordinationMethod.CARVE_OUT},
            ("Where it pays second: its own benefit less what was paid (non-duplication)."),
        ),
        (
            {"deductible_when_second": CountedWhenSecond.AS_IF_ALONE},
            (
                "Where it pays second, it counts toward its deductible what it would count if it "
                "were the only plan."
            ),
        ),
        (
            {"limit_when_second": CountedWhenSecond.STILL_OWED},
            (
                "Where it pays second, it counts toward its limit only what the patient still "
                "owes after both plans."
            ),
        ),
    ],
)
def test_what_a_plan_tells_has_a_line_of_its_own(told: dict[str, Any], line: str) -> None:
    assert line in [text.en for text in describe_plan(HealthPlan(id="a", **told))]
