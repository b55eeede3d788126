"""An estimate through time: rows that add up, and the days on which limits are met."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    PUBLISHED,
    answer,
    dollars,
    having,
    planned,
)

from iopkit.cost.timelines import CostTimeline, Interval, Timeline, cost_timeline
from iopkit.model.case import Case
from iopkit.model.episode import Travel
from iopkit.model.health_plan import HealthPlan
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.values.money import ZERO
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.coverage import PayerKind
from iopkit.vocabulary.weekdays import Weekday

_WORK = Work(
    hours=(WeeklyTime(days=(Weekday.MONDAY, Weekday.FRIDAY), start=time(9), end=time(17)),),
    pay_per_hour=dollars("10.01"),
    paid_leave_minutes=200,
)
_WHOLE = evolve(
    having(travel=Travel(miles=Decimal("11.5"), minutes=25, fares=dollars("3"), parking=ZERO)),
    person=Person(work=_WORK),
)


def _by(case: Case, by: Interval = Interval.WEEK) -> CostTimeline:
    return cost_timeline(case, PUBLISHED, on=date(2026, 3, 2), by=by)


def _low(case: Case, by: Interval = Interval.WEEK) -> Timeline:
    found = _by(case, by).low
    assert found is not None
    return found


def test_each_week_says_what_falls_due_and_what_has_so_far() -> None:
    rows = _low(CASE).rows

    assert [
        (
            row.start.isoformat(),
            row.visits,
            *map(str, (row.to_pay, row.plan_pays, row.to_pay_so_far)),
        )
        for row in rows[:3]
    ] == [
        ("2026-03-02", 3, "580.00", "320.00", "580.00"),
        ("2026-03-09", 3, "180.00", "720.00", "760.00"),
        ("2026-03-16", 3, "180.00", "720.00", "940.00"),
    ]


def test_months_hold_the_days_of_the_calendar() -> None:
    rows = _low(CASE, Interval.MONTH).rows

    assert [(row.start.isoformat(), row.visits, str(row.to_pay)) for row in rows] == [
        ("2026-03-01", 13, "1,180.00"),
        ("2026-04-01", 5, "300.00"),
    ]


@pytest.mark.parametrize("by", list(Interval))
@pytest.mark.parametrize(
    "case",
    [
        CASE,
        _WHOLE,
        evolve(_WHOLE, health_plan=HealthPlan(id="none", payer=PayerKind.SELF_PAY)),
        having(start=date(2026, 12, 14)),
        having(weeks=Span(2, 5)),
        having(missed_days=(date(2026, 3, 4),)),
        planned(iop_benefit=None),
    ],
)
def test_the_rows_of_an_end_add_up_to_it(case: Case, by: Interval) -> None:
    found, timeline = answer(case), _by(case, by)

    for end, told in (
        ((found.to_pay.low, found.income_lost.low), timeline.low),
        ((found.to_pay.high, found.income_lost.high), timeline.high),
    ):
        assert told is not None
        paid = sum((row.to_pay for row in told.rows), ZERO)
        lost = sum((row.income_lost for row in told.rows), ZERO)
        last = told.rows[-1]

        assert (paid, lost) == end
        assert (last.to_pay_so_far, last.together_so_far) == (paid, paid + lost)
        for row in told.rows:
            assert row.to_pay + row.income_lost == sum(row.by_component.values(), ZERO)


def test_each_end_has_the_days_that_lead_to_it() -> None:
    timeline = _by(having(start=Span(date(2026, 3, 2), date(2026, 12, 30)), weeks=Span(2, 3)))

    # The most is owed where the deductible of two years is; the lost income is the same anywhere.
    assert [
        [(row.start.isoformat(), row.visits, str(row.to_pay)) for row in end.rows]
        for end in (timeline.low, timeline.high)
        if end
    ] == [
        [("2026-03-02", 3, "580.00"), ("2026-03-09", 3, "180.00")],
        [("2026-12-15", 3, "580.00"), ("2026-12-22", 3, "180.00"), ("2026-12-29", 3, "580.00")],
    ]


def test_each_row_says_who_pays() -> None:
    rows = _low(CASE).rows

    assert [
        {payer.value: str(paid) for payer, paid in row.by_payer.items()} for row in rows[:2]
    ] == [{"patient": "580.00", "plan": "320.00"}, {"patient": "180.00", "plan": "720.00"}]


def test_what_the_plan_pays_is_the_rest_of_what_it_allows() -> None:
    rows = _low(CASE).rows

    assert sum((row.to_pay + (row.plan_pays or ZERO) for row in rows), ZERO) == dollars("5400")


@pytest.mark.parametrize(
    ("deductible", "limit", "expected"),
    [
        ("500", "5000", (["2026-03-04"], [])),
        ("500", "1000", (["2026-03-04"], ["2026-03-23"])),
        ("0", "60", ([], ["2026-03-02"])),
    ],
)
def test_the_days_on_which_deductible_and_limit_are_met_are_told(
    deductible: str, limit: str, expected: tuple[list[str], list[str]]
) -> None:
    told = _low(planned(deductible=dollars(deductible), out_of_pocket_limit=dollars(limit)))

    assert (
        [day.isoformat() for day in told.deductible_met_on],
        [day.isoformat() for day in told.limit_met_on],
    ) == expected


def test_each_plan_year_meets_its_own_deductible() -> None:
    told = _low(having(start=date(2026, 12, 14)))

    assert [day.isoformat() for day in told.deductible_met_on] == ["2026-12-16", "2027-01-04"]


def test_an_end_that_nothing_bounds_has_no_timeline() -> None:
    found = _by(having(weeks=None))

    assert (found.low is None, found.high is None) == (False, True)


def test_the_component_of_each_row_is_told() -> None:
    (first, *_) = _low(_WHOLE).rows

    assert {part.value for part in first.by_component} == {
        CostComponent.OUT_OF_POCKET.value,
        CostComponent.TRANSPORTATION.value,
        CostComponent.LOST_INCOME.value,
    }
