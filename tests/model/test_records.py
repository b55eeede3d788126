"""The nouns refuse what cannot be, and records of people stay quiet."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve, fields

from iopkit import (
    Accumulators,
    Benefit,
    Case,
    ClaimLine,
    Condition,
    CopayOrder,
    CostShare,
    Episode,
    HealthPlan,
    InvalidValue,
    Listing,
    Money,
    Person,
    PlanBenefit,
    Price,
    Program,
    Service,
    Span,
    Travel,
    TreatmentPlan,
    Unit,
    reveal,
)
from iopkit.model import BenefitUse, LimitPeriod, LimitUnit, LimitUse, ServiceLimit, Work

_COPAY = Money.parse("40.00")
_WEEKLY = "treatment plan: expected weekly minutes and sessions of at least 0"
_ORDER = (
    "copay_order: expected plain where the deductible does not apply, "
    "else before- or after-deductible"
)
_LESS = Money.parse("-0.01")
_YEARLY = ServiceLimit(quantity=30, unit=LimitUnit.VISITS, period=LimitPeriod.YEAR)
_USE = LimitUse(unit=LimitUnit.HOURS, period=LimitPeriod.WEEK, minutes=90)
_VISITS = "limits: expected visits per plan year once, here or as visit_limit"


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (
            lambda: Person(age=91),
            "age: expected whole years from 0 to 90, where 90 means 90 or older",
        ),
        (
            lambda: Person(age=-1),
            "age: expected whole years from 0 to 90, where 90 means 90 or older",
        ),
        (
            lambda: Person(age=47.5),  # type: ignore[arg-type]  # a slip that no checker saw
            "age: expected whole years from 0 to 90, where 90 means 90 or older",
        ),
        (
            lambda: Person(conditions=[Condition.PTSD]),  # type: ignore[arg-type]  # the same
            "conditions: expected a listing, such as Listing.of(...)",
        ),
        (
            lambda: Program(id="x", min_age=18, max_age=12),
            "ages: expected a lowest age that is not above the highest",
        ),
        (
            lambda: CostShare(deductible_applies=True, copay=_COPAY),
            _ORDER,
        ),
        (
            lambda: CostShare(
                deductible_applies=False, copay=_COPAY, copay_order=CopayOrder.AFTER_DEDUCTIBLE
            ),
            _ORDER,
        ),
        (
            lambda: CostShare(deductible_applies=True, group_copay=_COPAY),
            _ORDER,
        ),
        (
            lambda: PlanBenefit(benefit=Benefit.IOP, visit_limit=20, limits=(_YEARLY,)),
            _VISITS,
        ),
        (
            lambda: PlanBenefit(benefit=Benefit.IOP, has_visit_limit=False, limits=(_YEARLY,)),
            _VISITS,
        ),
        (
            lambda: BenefitUse(benefit=Benefit.IOP, limits=(_USE, evolve(_USE, minutes=60))),
            "limits: expected each unit and period once",
        ),
        (
            lambda: LimitUse(unit=LimitUnit.HOURS, period=LimitPeriod.WEEK, count=3),
            "count: expected minutes of hours, amount of dollars, else count",
        ),
        (
            lambda: LimitUse(unit=LimitUnit.DAYS, period=LimitPeriod.WEEK, minutes=60),
            "minutes: expected minutes of hours, amount of dollars, else count",
        ),
        (
            lambda: CostShare(deductible_applies=False, copay=_LESS),
            "copay: expected an amount that is not negative",
        ),
        (
            lambda: HealthPlan(id="x", deductible=_LESS),
            "deductible: expected an amount that is not negative",
        ),
        (
            lambda: HealthPlan(id="x", out_of_pocket_limit=_COPAY, has_out_of_pocket_limit=False),
            "out_of_pocket_limit: expected no amount where the plan has no limit",
        ),
        (
            lambda: HealthPlan(
                id="x",
                benefits=(PlanBenefit(benefit=Benefit.IOP), PlanBenefit(benefit=Benefit.IOP)),
            ),
            "benefits: expected each benefit once",
        ),
        (
            lambda: Accumulators(deductible_used=_LESS),
            "deductible_used: expected an amount that is not negative",
        ),
        (
            lambda: Accumulators(visits_used=-1),
            "visits_used: expected a number that is not negative",
        ),
        (
            lambda: ClaimLine(
                on=date(2026, 3, 2), benefit=Benefit.IOP, allowed=_COPAY, billed=Money(1)
            ),
            "billed: expected an amount that is not below the allowed amount",
        ),
        (
            lambda: ClaimLine(
                on=date(2026, 3, 2),
                benefit=HealthPlan(id="x").iop_benefit,  # type: ignore[arg-type]  # not told
                allowed=_COPAY,
            ),
            "benefit: expected the benefit of the plan that pays, such as Benefit.IOP",
        ),
        (lambda: Episode(weeks=0), "weeks: expected at least 1 week"),
        (lambda: Episode(weeks=Span(None, 0)), "weeks: expected at least 1 week"),
        (
            lambda: Accumulators(limit_used=Span(None, _LESS)),
            "limit_used: expected an amount that is not negative",
        ),
        (
            lambda: Travel(miles=Decimal(-1)),
            "miles: expected a distance that is not negative",
        ),
        (
            lambda: Travel(cost_per_mile=_LESS),
            "cost_per_mile: expected an amount that is not negative",
        ),
        (lambda: Travel(fares=_LESS), "fares: expected an amount that is not negative"),
        (lambda: Travel(parking=_LESS), "parking: expected an amount that is not negative"),
        (lambda: Work(pay_per_hour=_LESS), "pay_per_hour: expected an amount that is not negative"),
        (
            lambda: Work(paid_leave_minutes=-1),
            "paid_leave_minutes: expected a time that is not negative",
        ),
        (lambda: Case(budget=_LESS), "budget: expected an amount that is not negative"),
        (
            lambda: Price(service=Service.IOP, unit=Unit.DAY, amount=Span(_LESS, None)),
            "price: expected an amount that is not negative",
        ),
        (lambda: TreatmentPlan(weekly_minutes=-540), _WEEKLY),
        (lambda: TreatmentPlan(weekly_minutes=Span(-1, None)), _WEEKLY),
        (lambda: TreatmentPlan(weekly_sessions=Span(None, -1)), _WEEKLY),
    ],
)
def test_what_cannot_be_is_refused(build: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        build()

    assert str(refused.value) == message


def test_a_record_tells_how_much_it_holds_and_never_what() -> None:
    case = Case(person=Person(age=47, conditions=Listing.of(Condition.DEPRESSION)))

    assert repr(case) == f"<Case: 1 of {len(fields(Case))} fields told>"
    assert str(case.person) == f"<Person: 2 of {len(fields(Person))} fields told>"


def test_reveal_shows_what_was_told_when_asked() -> None:
    case = Case(person=Person(age=47))

    assert reveal(case) == "Case(person=Person(age=47))"
