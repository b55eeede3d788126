"""Days that somebody knows they will miss, where it matters which days they are."""

from __future__ import annotations

from datetime import date, time

from attrs import evolve
from tests.cost.example_case import CASE, MORNINGS, UNINSURED, answer, codes, dollars, ends, having

from iopkit.model.case import Case
from iopkit.model.courses import Phase
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.weekdays import Weekday

PROGRAM = CASE.program or Program(id="example")


def missing(count: int, *charges: Price, weeks: int = 2) -> Case:
    """Return a course without a plan of which so many of the days will be missed."""
    case = having(weeks=weeks, planned_absences=count, makes_up_missed_days=False)
    return evolve(case, health_plan=UNINSURED, prices=PriceList(charges=charges))


def price(amount: str, unit: Unit = Unit.DAY, period: Period | None = None) -> Price:
    exact = Span.exactly(dollars(amount))
    return Price(service=Service.IOP, unit=unit, amount=exact, period=period)


def test_a_day_that_is_missed_may_fall_before_or_after_a_price_rises() -> None:
    rise = date(2026, 3, 10)
    before, after = Period(date(2026, 1, 1), rise), Period(rise, date(2027, 1, 1))
    found = answer(missing(1, price("100", period=before), price("300", period=after)))

    # Monday to Monday at 100, and two days at 300: one of the four or one of the two is missed.
    assert ends(found.to_pay) == ("700.00", "900.00")


def test_days_that_are_missed_may_empty_a_week_that_is_paid_as_one_or_not() -> None:
    one_a_week = evolve(MORNINGS, days=(Weekday.MONDAY, Weekday.WEDNESDAY))
    case = missing(2, price("500", Unit.WEEK))
    program = evolve(PROGRAM, schedule=Schedule(sessions=(one_a_week,)))
    found = answer(evolve(case, program=program))

    assert ends(found.to_pay) == ("500.00", "1,000.00")


def test_a_day_that_is_missed_may_be_of_either_phase() -> None:
    evenings = evolve(MORNINGS, start=time(18), end=time(21))
    phases = tuple(
        Phase(weeks=Span.exactly(1), schedule=Schedule(sessions=(each,)))
        for each in (MORNINGS, evenings)
    )
    case = missing(1, price("100"))
    hours = (WeeklyTime(days=MORNINGS.days or (), start=time(8), end=time(16)),)
    found = answer(
        evolve(
            case,
            program=evolve(PROGRAM, phases=phases),
            person=Person(work=Work(hours=hours, pay_per_hour=Money(2000), paid_leave_minutes=0)),
        )
    )

    # Three mornings of three hours at 20 an hour, one of them perhaps missed.
    assert ends(found.income_lost) == ("120.00", "180.00")
    assert codes(found)[1] == []
