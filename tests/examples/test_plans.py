"""The eight plans: nobody's, sayable whole, and computed or left open as stated here."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from iopkit import (
    Accumulators,
    Benefit,
    Case,
    ClaimLine,
    Episode,
    HealthPlan,
    Listing,
    Money,
    Price,
    PriceList,
    Program,
    Schedule,
    Service,
    Session,
    Span,
    Unit,
    Weekday,
    adjudicate,
    dump,
    estimate,
    read,
)
from iopkit.law import Amounts
from iopkit.model import NOTHING_USED, FamilyRule

FOLDER = Path(__file__).parents[2] / "examples" / "plans"
DESIGNS = [
    *("copay-per-day", "deductible-equals-limit", "first-three-visits"),
    *("group-and-individual", "hmo-copays", "hsa-family", "members-each", "ppo"),
]
DAY = date(2026, 3, 2)
CASE = Case(
    program=Program(
        id="three-days",
        schedule=Schedule(
            sessions=(Session(days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)),)
        ),
        weeks=Span.exactly(6),
    ),
    used=NOTHING_USED,
    episode=Episode(start=DAY, is_in_network=True, is_authorized=True),
    prices=PriceList(
        allowed=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(Money(30_000))),)
    ),
)
"""Eighteen days at $300.00."""


def loaded(name: str) -> HealthPlan:
    return read(HealthPlan, FOLDER / f"{name}.yaml")


def owed(plan: HealthPlan, used: Accumulators = NOTHING_USED) -> tuple[str, list[str]]:
    """Return what eighteen days cost, and what of the plan is not known or not computed."""
    case = Case(
        program=CASE.program,
        health_plan=plan,
        used=used,
        episode=CASE.episode,
        prices=CASE.prices,
    )
    found = estimate(case, Amounts(()), on=DAY)
    codes = [note.code for note in found.unknowns if not note.code.startswith(("travel", "work"))]
    return str(found.to_pay.value), codes


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_is_nobodys_and_says_so_in_its_file_and_in_its_data(name: str) -> None:
    plan, text = loaded(name), (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")

    assert text.splitlines()[1].startswith("# Synthetic design, nobody's plan: ")
    assert plan.id == name
    assert plan.is_synthetic is True


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_comes_back_equal_from_its_own_document(name: str) -> None:
    plan = loaded(name)

    assert read(HealthPlan, dump(plan)) == plan


@pytest.mark.parametrize(
    ("name", "total"),
    [
        ("hmo-copays", "540.00"),
        ("ppo", "2,280.00"),
        ("deductible-equals-limit", "5,400.00"),
        ("hsa-family", "5,400.00"),
        # Three days of 250 and 10 % of 50, then 10 % of 300 on each of fifteen days.
        ("copay-per-day", "1,215.00"),
        # Three visits of 35, thirteen of 300, one of 100 and 50, one of 50.
        ("first-three-visits", "4,205.00"),
        # Five days of deductible, 300 for the stay, then 20% of twelve days.
        ("members-each", "2,520.00"),
    ],
)
def test_eighteen_days_under_a_design_cost_what_is_worked_out_by_hand(
    name: str, total: str
) -> None:
    assert owed(loaded(name)) == (total, [])


def test_where_deductible_and_limit_are_equal_all_that_is_left_of_both_is_owed() -> None:
    used = Accumulators(deductible_used=Money(1_000_000), limit_used=Money(1_000_000))

    assert owed(loaded("deductible-equals-limit"), used) == ("600.00", [])


def test_what_each_design_is_about_is_said_in_its_fields() -> None:
    per_day = loaded("copay-per-day").benefit(Benefit.IOP)
    first = loaded("first-three-visits").benefit(Benefit.OTHER_OUTPATIENT)
    family = loaded("hsa-family").family
    limit = loaded("deductible-equals-limit")

    assert per_day is not None
    assert per_day.cost_share is not None
    assert per_day.cost_share.copay_cap_per_stay == Money(75_000)
    assert first is not None
    assert first.first_visits is not None
    assert first.first_visits.counted_with == Listing.of(Benefit.OFFICE_VISIT)
    assert family is not None
    assert family.deductible_rule is FamilyRule.AGGREGATE
    assert limit.deductible == limit.out_of_pocket_limit


@pytest.mark.parametrize(
    ("name", "patient"),
    [
        # 250 a day for three days, 10% of the rest of each, then 10% of each day.
        ("copay-per-day", "1,215.00"),
        ("deductible-equals-limit", "5,400.00"),
        # Three visits at 35, thirteen under the deductible, one across it, one at 50.
        ("first-three-visits", "4,205.00"),
        ("group-and-individual", "0.00"),
        ("hmo-copays", "540.00"),
        ("hsa-family", "5,400.00"),
        # Five days of deductible, 300 for the stay, then 20% of twelve days.
        ("members-each", "2,520.00"),
        ("ppo", "2,280.00"),
    ],
)
def test_every_design_settles_eighteen_days_to_the_cent(name: str, patient: str) -> None:
    plan = loaded(name)
    days = [DAY + timedelta(weeks=week, days=day) for week in range(6) for day in (0, 2, 4)]
    lines = [
        ClaimLine(
            on=day,
            benefit=plan.iop_benefit or Benefit.IOP,
            allowed=Money(30_000),
            is_authorized=True,
            minutes=180,
        )
        for day in days
    ]

    assert str(adjudicate(lines, plan, NOTHING_USED).patient) == patient
