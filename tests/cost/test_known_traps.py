"""What looks as if it could only rise or fall, and does both: a range holds all of it."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MONDAY,
    MORNINGS,
    OUTSIDE,
    PLAN,
    answer,
    codes,
    dollars,
    ends,
    having,
)

from iopkit.catalog import shipped
from iopkit.cost import Bounds, estimate
from iopkit.errors import NotInForce
from iopkit.model.accumulators import NOTHING_USED, BenefitUse
from iopkit.model.case import Case
from iopkit.model.cost_shares import CopayUnit, CostShare, FirstVisits
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.person import Person
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.care import Setting
from iopkit.vocabulary.coverage import Benefit, PayerKind
from iopkit.vocabulary.weekdays import Weekday


def _week_of(*days: Weekday, allowed: Span[Money], charge: str = "500") -> Case:
    sessions = (evolve(MORNINGS, days=days),)
    prices = PriceList(
        allowed=(Price(service=Service.IOP, unit=Unit.DAY, amount=allowed),),
        charges=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(charge))),),
    )
    program = evolve(CASE.program or Program(id="x"), schedule=Schedule(sessions=sessions))
    return evolve(having(weeks=1), program=program, prices=prices)


_TWO_DAYS = _week_of(Weekday.MONDAY, Weekday.WEDNESDAY, allowed=Span.exactly(dollars("100")))
_FIRST_TWO = evolve(
    PLAN,
    deductible=dollars("100"),
    benefits=(
        PlanBenefit(
            benefit=Benefit.IOP,
            cost_share=CostShare(deductible_applies=True),
            first_visits=FirstVisits(
                visits=2, cost_share=CostShare(deductible_applies=False, copay=dollars("50"))
            ),
            has_visit_limit=False,
        ),
    ),
)


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        (0, ("100.00", "100.00")),
        (1, ("150.00", "150.00")),
        (2, ("100.00", "100.00")),
        # Neither end of the visits used is where the most is owed.
        (Span(0, 2), ("100.00", "150.00")),
        (None, ("100.00", "150.00")),
    ],
)
def test_the_most_may_be_owed_between_the_ends_of_the_visits_used(
    used: int | Span[int] | None, expected: tuple[str, str]
) -> None:
    visits = BenefitUse(benefit=Benefit.IOP, first_visits=used, stay_copays=ZERO, stay_copay_days=0)
    before = evolve(NOTHING_USED, benefits_used=(visits,))
    found = answer(evolve(_TWO_DAYS, health_plan=_FIRST_TWO, used=before))

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.EXACT)


def test_a_range_of_what_is_recognized_holds_the_costs_that_fall_as_it_rises() -> None:
    def most_to_pay(low: str, high: str) -> str:
        case = _week_of(Weekday.MONDAY, allowed=Span(dollars(low), dollars(high)))
        case = evolve(case, health_plan=evolve(PLAN, out_of_network=OUTSIDE))
        found = answer(evolve(case, episode=having(weeks=1, is_in_network=False).episode))
        return str(found.to_pay.high)

    amounts = ("100", "300", "500")

    # Of a charge of 500: 40% of what is recognized, and the rest of the bill.
    assert [most_to_pay(each, each) for each in amounts] == ["440.00", "320.00", "200.00"]
    assert dollars(most_to_pay("100", "500")) >= dollars("440")


def test_one_copay_is_asked_for_a_day_that_holds_two_sessions() -> None:
    twice = (MORNINGS, evolve(MORNINGS, start=None, end=None, clock_minutes=60))
    share = CostShare(deductible_applies=False, copay=dollars("40"), copay_unit=CopayUnit.DAY)
    case = evolve(
        having(weeks=1),
        program=evolve(CASE.program or Program(id="x"), schedule=Schedule(sessions=twice)),
        health_plan=evolve(PLAN, benefits=(evolve(PLAN.benefits[0], cost_share=share),)),
    )

    assert ends(answer(case).to_pay) == ("120.00", "120.00")


def test_a_start_that_is_not_told_is_that_of_the_day_asked_for() -> None:
    case = having(start=None)
    asked = {day: estimate(case, shipped().amounts, on=day) for day in (MONDAY, date(2026, 12, 21))}

    # Five days before the plan year ends, and thirteen after: twice the deductible of 500.
    assert [ends(found.to_pay)[0] for found in asked.values()] == ["1,480.00", "1,880.00"]
    assert all("start-not-told" in codes(found)[0] for found in asked.values())


def test_no_cost_depends_on_age_where_no_price_does() -> None:
    costs = {
        age: answer(evolve(CASE, person=evolve(CASE.person or Person(), age=age))).to_pay
        for age in (17, 18, 64, 65, None)
    }

    assert {ends(cost) for cost in costs.values()} == {("1,480.00", "1,480.00")}


@pytest.mark.parametrize("start", [date(2026, 12, 14), date(2027, 3, 1)])
def test_care_in_a_year_without_amounts_is_refused_with_the_years_that_exist(start: date) -> None:
    case = evolve(
        having(start=start), health_plan=HealthPlan(id="b", payer=PayerKind.MEDICARE), prices=None
    )

    with pytest.raises(NotInForce) as refused:
        answer(case, shipped().amounts)

    assert str(refused.value) == (
        "medicare/part-b-deductible: nothing is in force on 2027; periods that exist: "
        "2023-01-01..2024-01-01, 2024-01-01..2025-01-01, 2025-01-01..2026-01-01, "
        "2026-01-01..2027-01-01"
    )


def test_weeks_of_opioid_treatment_under_medicare_owe_a_deductible_and_no_copayment() -> None:
    weekly = Price(service=Service.IOP, unit=Unit.WEEK, amount=Span.exactly(dollars("700")))
    place = Setting.OPIOID_TREATMENT_PROGRAM
    case = evolve(
        CASE,
        program=evolve(CASE.program or Program(id="x"), setting=place),
        health_plan=HealthPlan(id="b", payer=PayerKind.MEDICARE),
        prices=PriceList(allowed=(weekly,)),
    )
    found = answer(case, shipped().amounts)

    # Six weeks, and nothing but the deductible of 2026.
    assert ends(found.to_pay) == ("283.00", "283.00")
    assert ("medicare-patient-share", "cms-otp-2023") in [
        (note.code, note.source) for note in found.assumptions
    ]
