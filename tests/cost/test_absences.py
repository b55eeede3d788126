"""Days that somebody knows they will miss, where it matters which days they are."""

from __future__ import annotations

from datetime import date, time
from itertools import combinations

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MONDAY,
    MORNINGS,
    PUBLISHED,
    UNINSURED,
    answer,
    benefiting,
    codes,
    dollars,
    ends,
    having,
)

from iopkit.cost import Bounds, care_days
from iopkit.cost.completing import with_values
from iopkit.model.accumulators import NOTHING_USED, BenefitUse
from iopkit.model.benefits import LimitPeriod, LimitUnit, ServiceLimit
from iopkit.model.case import Case
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.courses import Phase
from iopkit.model.episode import Episode
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList, PriceTier
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit
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


_RISE = date(2027, 1, 11)
_STEPPING_DOWN = (
    Phase(weeks=Span.exactly(2)),
    Phase(
        weeks=Span.exactly(3),
        schedule=Schedule(sessions=(evolve(MORNINGS, days=(Weekday.TUESDAY,)),)),
    ),
)


def _across_a_year(**changes: object) -> Case:
    """Return a course of two phases through the end of a plan year, whose price rises once."""
    allowed = tuple(
        price(amount, period=held)
        for amount, held in (
            ("200", Period(date(2026, 1, 1), _RISE)),
            ("450", Period(_RISE, date(2028, 1, 1))),
        )
    )
    case = having(start=date(2026, 12, 21), weeks=5, makes_up_missed_days=False, **changes)
    return evolve(
        case, program=evolve(PROGRAM, phases=_STEPPING_DOWN), prices=PriceList(allowed=allowed)
    )


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_days_may_be_missed_in_any_phase_of_either_plan_year(count: int) -> None:
    days = [each.on for each in care_days(_across_a_year(), PUBLISHED, on=MONDAY).shortest]
    each = [
        answer(_across_a_year(missed_days=missed)).to_pay.low or ZERO
        for missed in combinations(days, count)
    ]
    case = _across_a_year(planned_absences=count)
    found = answer(case)
    shown = [answer(with_values(case, end.values)).to_pay.value for end in found.completions]

    assert len(days) == 9
    assert min(each) < max(each)
    assert (found.to_pay.low, found.to_pay.high) == (min(each), max(each))
    assert (shown, found.bounds) == ([min(each), max(each)], Bounds.EXACT)


def test_which_days_are_missed_cannot_be_shown_where_weekdays_are_not_told() -> None:
    vague = evolve(PROGRAM, schedule=Schedule(days_per_week=Span.exactly(3)))
    rise = date(2026, 3, 9)
    before, after = Period(date(2026, 1, 1), rise), Period(rise, date(2027, 1, 1))
    case = missing(1, price("100", period=before), price("300", period=after))
    found = answer(evolve(case, program=vague))

    assert (ends(found.to_pay), found.bounds) == (("900.00", "1,100.00"), Bounds.OUTER)


def _limit(period: LimitPeriod, visits: int) -> ServiceLimit:
    return ServiceLimit(quantity=visits, unit=LimitUnit.VISITS, period=period)


_TIMES: list[tuple[dict[str, object], str]] = [
    ({"limits": (_limit(LimitPeriod.MONTH, 5),)}, "a limit by the month"),
    ({"limits": (_limit(LimitPeriod.WEEK, 2),)}, "a limit by the week"),
    (
        {
            "cost_share": CostShare(
                deductible_applies=False, copay=dollars("50"), copay_unit=CopayUnit.WEEK
            )
        },
        "a copay by the week",
    ),
]


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("told", [told for told, _ in _TIMES], ids=[name for _, name in _TIMES])
def test_it_matters_in_which_week_or_month_days_are_missed(
    told: dict[str, object], count: int
) -> None:
    use = BenefitUse(
        benefit=Benefit.IOP, stay_copays=ZERO, stay_copay_days=0, first_visits=0, limits=()
    )
    share = CostShare(deductible_applies=False, patient_share=Share.percent(20))
    case = evolve(
        benefiting(**{"cost_share": share, **told}),
        used=evolve(CASE.used or NOTHING_USED, benefits_used=(use,)),
    )

    def over(**changes: object) -> Case:
        course = {"start": date(2026, 3, 18), "weeks": 3, "makes_up_missed_days": False}
        return evolve(case, episode=having(**course, **changes).episode)

    days = [each.on for each in care_days(over(), PUBLISHED, on=MONDAY).shortest]
    each = [
        answer(over(missed_days=missed)).to_pay.value or ZERO
        for missed in combinations(days, count)
    ]
    found = answer(over(planned_absences=count))

    assert (found.to_pay.low, found.to_pay.high) == (min(each), max(each))
    assert found.bounds is Bounds.EXACT


def test_any_number_of_days_may_be_missed_of_which_all_cost_the_same() -> None:
    found = answer(missing(5, price("100")))

    assert (ends(found.to_pay), codes(found)[1]) == (("100.00", "100.00"), [])


def test_more_absences_than_days_leave_none() -> None:
    found = answer(missing(20, price("100")))

    assert (ends(found.to_pay), found.visits.value) == (("0.00", "0.00"), 0)


@pytest.mark.parametrize(
    ("makes_up", "expected"),
    [(False, ("21,400.00", "22,100.00")), (True, ("21,700.00", "22,400.00"))],
)
def test_ways_to_miss_days_that_are_too_many_leave_bounds(
    makes_up: bool, expected: tuple[str, str]
) -> None:
    long = evolve(MORNINGS, days=(Weekday.TUESDAY,), end=time(13))
    program = evolve(PROGRAM, schedule=Schedule(sessions=(MORNINGS, long)))
    case = missing(1, price("100", Unit.HOUR), weeks=17)
    episode = evolve(case.episode or Episode(), makes_up_missed_days=makes_up)
    found = answer(evolve(case, program=program, episode=episode))

    # 51 days of 300 and 17 of 400: one of each is left out at least, and none at most.
    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.OUTER)
    assert codes(found) == (["one-absence-a-day"], ["absences-in-many-ways"])


def test_ways_that_move_the_prices_of_later_days_are_not_bounded() -> None:
    long = evolve(MORNINGS, days=(Weekday.TUESDAY,), end=time(13))
    program = evolve(PROGRAM, schedule=Schedule(sessions=(MORNINGS, long)))
    first = PriceTier(amount=Span.exactly(dollars("900")), days=Span(1, 5))
    daily = evolve(price("100"), tiers=(first,))
    case = missing(1, daily, price("100", Unit.HOUR), weeks=17)
    found = answer(evolve(case, program=program))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "None"), Bounds.OUTER)
    assert "absences-in-many-ways" in codes(found)[1]
