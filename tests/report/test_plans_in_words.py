"""A plan in words names what it tells and what it does not."""

import pytest

from iopkit import (
    Benefit,
    CopayOrder,
    CostShare,
    Coverage,
    HealthPlan,
    LinePart,
    Listing,
    Money,
    Period,
    PlanBenefit,
    Share,
)
from iopkit.model import FamilyAmounts, FamilyRule, OutOfNetwork
from iopkit.report import describe_plan

_COPAY = CostShare(deductible_applies=False, copay=Money(4_000))


def _lines(plan: HealthPlan) -> list[str]:
    return [line.en for line in describe_plan(plan)]


def test_a_silent_plan_says_of_each_thing_that_it_is_not_told() -> None:
    assert _lines(HealthPlan(id="x")) == [
        "X.",
        "Intensive outpatient program: not told.",
        "Under which benefit an IOP day is paid is not told.",
        "Deductible for the year: not told.",
        "Out-of-pocket limit for the year: not told.",
        "What counts toward the limit is not told.",
        "What is paid outside the network is not told.",
    ]


def test_a_plan_that_does_not_cover_an_iop_names_no_benefit_for_it() -> None:
    lines = _lines(HealthPlan(id="x", iop_coverage=Coverage.NOT_COVERED))

    assert lines[1:3] == [
        "Intensive outpatient program: not covered.",
        "Deductible for the year: not told.",
    ]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (None, "not told"),
        (_COPAY, "you pay $40.00 each time"),
        (CostShare(deductible_applies=False), "you pay nothing"),
        (
            CostShare(deductible_applies=True),
            "you pay until the deductible is met, then you pay nothing",
        ),
        (
            CostShare(deductible_applies=False, patient_share=Share.percent(20)),
            "you pay 20% of what the plan allows",
        ),
        (
            CostShare(
                deductible_applies=True,
                copay=Money(4_000),
                copay_order=CopayOrder.BEFORE_DEDUCTIBLE,
                patient_share=Share.percent(10),
            ),
            (
                "you pay $40.00 each time, then you pay until the deductible is met, "
                "then you pay 10% of the rest"
            ),
        ),
        (
            CostShare(
                deductible_applies=True,
                copay=Money(4_000),
                copay_order=CopayOrder.AFTER_DEDUCTIBLE,
                copay_days_per_stay=5,
                copay_cap_per_stay=Money(9_000),
            ),
            (
                "you pay until the deductible is met, then you pay $40.00 each time, "
                "for the first 5 days of a stay, at most $90.00 for one stay"
            ),
        ),
    ],
)
def test_a_cost_share_is_told_in_the_order_in_which_it_is_owed(
    share: CostShare | None, words: str
) -> None:
    benefit = PlanBenefit(benefit=Benefit.IOP, cost_share=share)

    lines = _lines(HealthPlan(id="x", benefits=(benefit,)))

    assert f"Intensive outpatient program: {words}." in lines


@pytest.mark.parametrize(
    ("benefit", "words"),
    [
        (PlanBenefit(benefit=Benefit.IOP, has_visit_limit=False), "no limit on visits"),
        (PlanBenefit(benefit=Benefit.IOP, visit_limit=20), "the plan pays for 20 visits a year"),
        (
            PlanBenefit(benefit=Benefit.IOP, has_visit_limit=True),
            "there is a limit on visits, and it is not told",
        ),
    ],
)
def test_a_limit_on_visits_is_told_denied_or_left_open(benefit: PlanBenefit, words: str) -> None:
    lines = _lines(HealthPlan(id="x", benefits=(benefit,)))

    assert f"Intensive outpatient program: {words}." in lines


def test_what_counts_and_what_does_not_are_two_lines() -> None:
    counts = Listing.of(
        LinePart.DEDUCTIBLE, LinePart.COPAY, lacks=(LinePart.PATIENT_SHARE,), complete=True
    )

    lines = _lines(HealthPlan(id="x", counts_toward_limit=counts, limit_ends_deductible=False))

    assert lines[5:9] == [
        "Counts toward the limit: deductible, copay.",
        "Does not count toward the limit: patient's share.",
        "Nothing else counts toward it.",
        "The deductible goes on even after the limit is reached.",
    ]


def test_a_plan_without_a_limit_says_nothing_of_what_counts() -> None:
    lines = _lines(HealthPlan(id="x", deductible=Money(0), has_out_of_pocket_limit=False))

    assert lines[3:] == [
        "Deductible for the year: none.",
        "Out-of-pocket limit for the year: none.",
        "What is paid outside the network is not told.",
    ]


def test_the_year_is_told_by_its_last_day_and_the_other_side_of_the_network_in_full() -> None:
    plan = HealthPlan(
        id="x",
        plan_year=Period.parse("2026-07-01..2027-07-01"),
        is_hsa_eligible=False,
        out_of_network=OutOfNetwork(
            coverage=Coverage.COVERED,
            deductible=Money(100_000),
            patient_share=Share.percent(40),
            has_out_of_pocket_limit=False,
        ),
    )

    lines = _lines(plan)

    assert lines[0] == "X: plan year 2026-07-01 to 2027-06-30."
    assert lines[1] == "Cannot be used with a health savings account (HSA)."
    assert lines[-4:] == [
        "Outside the network: covered.",
        "Outside the network, deductible for the year: $1,000.00.",
        "Outside the network you pay 40% of what the plan recognizes, and perhaps the rest.",
        "Outside the network, out-of-pocket limit for the year: none.",
    ]


def test_an_amount_that_a_family_shares_whole_replaces_that_of_a_person() -> None:
    family = FamilyAmounts(
        deductible=Money(800_000),
        deductible_rule=FamilyRule.AGGREGATE,
        limit_rule=FamilyRule.EMBEDDED,
    )

    lines = _lines(HealthPlan(id="x", family=family))

    assert "Deductible for the year: not told." not in lines
    assert "Out-of-pocket limit for the year: not told." in lines
    assert lines[-1] == "What is paid outside the network is not told."
