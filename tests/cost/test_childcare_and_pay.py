"""Childcare, salaries, and drug screens that are counted one by one."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    NO_TRAVEL,
    answer,
    codes,
    dollars,
    ends,
    having,
    running,
)

from iopkit.cost import Bounds, EstimateLine
from iopkit.errors import InvalidValue
from iopkit.model.case import Case
from iopkit.model.courses import AttendanceRules
from iopkit.model.episode import Childcare, Travel
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import PayPeriod, Person, Salary, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.values.listings import Listing
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent, Service, Unit
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.weekdays import Weekday

_HALF_HOUR = evolve(NO_TRAVEL, minutes=30)


def _minded(amount: str, unit: Unit, travel: Travel | None = _HALF_HOUR) -> Case:
    return having(childcare=Childcare(amount=dollars(amount), unit=unit), travel=travel)


def _line(case: Case) -> EstimateLine:
    (line,) = [line for line in answer(case).lines if line.label.en == "childcare"]
    return line


@pytest.mark.parametrize(
    ("case", "detail", "expected"),
    [
        # Three hours of sessions and an hour on the way, on 18 days.
        (_minded("15", Unit.HOUR), "18 days x 60.00", "1,080.00"),
        (_minded("15", Unit.HOUR, NO_TRAVEL), "18 days x 45.00", "810.00"),
        (_minded("50", Unit.DAY), "18 days x 50.00", "900.00"),
        (_minded("200", Unit.WEEK), "6 weeks x 200.00", "1,200.00"),
    ],
)
def test_childcare_is_counted_by_its_unit(case: Case, detail: str, expected: str) -> None:
    line = _line(case)

    assert (str(line.detail), ends(line.amount)) == (detail, (expected, expected))
    assert line.component is CostComponent.OTHER_COSTS
    assert answer(case).bounds is Bounds.EXACT


def test_at_home_nobody_is_on_the_way() -> None:
    program = evolve(
        CASE.program or Program(id="x"), delivery=Listing.of(Delivery.VIRTUAL, complete=True)
    )

    assert ends(_line(evolve(_minded("15", Unit.HOUR), program=program)).amount) == (
        "810.00",
        "810.00",
    )


def test_a_way_that_is_not_told_takes_up_to_the_whole_day() -> None:
    travel = Travel(miles=Decimal(0), fares=dollars("0"), parking=dollars("0"))
    case = _minded("10", Unit.HOUR, travel)

    assert ends(_line(case).amount) == ("540.00", "4,320.00")
    assert "travel-time-not-told" in codes(answer(case))[1]


def test_childcare_that_is_not_told_is_no_line() -> None:
    assert [line.label.en for line in answer(CASE).lines] == ["IOP days, your part", "work missed"]


_MONDAYS = (WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(17)),)


@pytest.mark.parametrize(
    ("salary", "expected"),
    [
        # A week of eight hours; six Mondays miss three hours each.
        (Salary(amount=dollars("20800"), per=PayPeriod.YEAR), "900.00"),
        (Salary(amount=dollars("1733.33"), per=PayPeriod.MONTH), "900.00"),
        (Salary(amount=dollars("800"), per=PayPeriod.TWO_WEEKS), "900.00"),
        (Salary(amount=dollars("400"), per=PayPeriod.WEEK), "900.00"),
    ],
)
def test_a_salary_pays_an_hour_through_the_weekly_hours(salary: Salary, expected: str) -> None:
    work = Work(hours=_MONDAYS, salary=salary, paid_leave_minutes=0)
    found = answer(evolve(CASE, person=Person(work=work)))

    assert ends(found.income_lost) == (expected, expected)
    assert codes(found)[0] == ["salary-by-the-hour"]


def test_pay_by_the_hour_goes_before_a_salary() -> None:
    salary = Salary(amount=dollars("20800"), per=PayPeriod.YEAR)
    work = Work(hours=_MONDAYS, pay_per_hour=dollars("10"), salary=salary, paid_leave_minutes=0)
    found = answer(evolve(CASE, person=Person(work=work)))

    assert (ends(found.income_lost), codes(found)[0]) == (("180.00", "180.00"), [])


@pytest.mark.parametrize(
    "told",
    [
        lambda: Salary(amount=-dollars("1"), per=PayPeriod.YEAR),
        lambda: Childcare(amount=-dollars("1"), unit=Unit.DAY),
    ],
)
def test_a_negative_amount_is_refused(told: object) -> None:
    assert callable(told)
    with pytest.raises(InvalidValue, match="expected an amount that is not negative"):
        told()


def _screened(count: Span[int] | None) -> Case:
    program = evolve(
        CASE.program or Program(id="x"), attendance=AttendanceRules(drug_screens=count)
    )
    screen = Price(service=Service.DRUG_SCREEN, unit=Unit.EACH, amount=Span.exactly(dollars("30")))
    prices = CASE.prices or PriceList()
    charges = evolve(prices, charges=(*prices.charges, screen))
    uncovered = evolve(CASE.health_plan, iop_coverage=None) if CASE.health_plan else None
    return evolve(CASE, program=program, prices=charges, health_plan=uncovered)


@pytest.mark.parametrize(
    ("count", "detail", "expected", "is_unknown"),
    [
        (Span.exactly(4), "4 times x 30.00", ("0.00", "120.00"), False),
        (Span(0, 1), "none to 1 time x 30.00", ("0.00", "30.00"), True),
        (Span(2, 4), "2 times x 30.00 to 4 times x 30.00", ("0.00", "120.00"), True),
        (None, "how many is not known", ("0.00", "None"), True),
    ],
)
def test_drug_screens_are_as_many_as_the_program_tells(
    count: Span[int] | None, detail: str, expected: tuple[str, str], is_unknown: bool
) -> None:
    found = answer(_screened(count))
    (line,) = [line for line in found.lines if line.label.en == "drug screen"]

    assert (str(line.detail), ends(line.amount)) == (detail, expected)
    assert ("screens-not-told" in codes(found)[1]) is is_unknown


def test_what_else_may_cost_something_is_said_to_be_counted_only_where_it_was_told() -> None:
    none = Childcare(amount=dollars("0"), unit=Unit.DAY)
    services = (Service.INTAKE, Service.DRUG_SCREEN, Service.MATERIALS)
    told = tuple(
        Price(service=service, unit=Unit.ONCE, amount=Span.exactly(dollars("0")))
        for service in services
    )
    case = evolve(having(childcare=none), program=running(fees=told).program)
    fewer = [(*told[:place], *told[place + 1 :]) for place in range(3)]
    each_left_out = [
        CASE,
        evolve(case, episode=having().episode),
        *(evolve(case, program=running(fees=fees).program) for fees in fewer),
    ]

    assert answer(case).assumptions == ()
    assert [[note.text for note in answer(each).assumptions] for each in each_left_out] == [
        [
            Text(
                "Childcare, an intake, drug screens and materials are counted only where a price "
                "was told.",
                "El cuidado de niños, la evaluación inicial, las pruebas de drogas y los "
                "materiales solo se cuentan donde se indicó un precio.",
            )
        ]
    ] * 5
