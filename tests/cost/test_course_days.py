"""The days of a course: phases, closed days, missed days, and what they cost."""

from __future__ import annotations

from datetime import date, time

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MORNINGS,
    PUBLISHED,
    UNINSURED,
    answer,
    codes,
    ends,
    having,
    running,
    series,
)

from iopkit.catalog import shipped
from iopkit.cost import Bounds
from iopkit.cost.closures import day_by_rule
from iopkit.cost.course_days import CareDays, care_days
from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.courses import Phase
from iopkit.model.episode import Episode
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import AmountUnit, Service, Unit
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.weekdays import Weekday

MONDAY = date(2026, 3, 2)
_TWO = Schedule(sessions=(evolve(MORNINGS, days=(Weekday.MONDAY, Weekday.FRIDAY)),))
_ONE = Schedule(sessions=(evolve(MORNINGS, days=(Weekday.MONDAY,)),))


def _stepping_down(*weeks: Span[int] | None) -> Case:
    schedules = (None, _TWO, _ONE)
    phases = tuple(
        Phase(weeks=each, schedule=schedule)
        for each, schedule in zip(weeks, schedules, strict=False)
    )
    return evolve(running(phases=phases), episode=evolve(CASE.episode or Episode(), weeks=None))


def _days(case: Case, amounts: Amounts = PUBLISHED) -> CareDays:
    return care_days(case, amounts, on=MONDAY)


def test_phases_follow_one_another_each_with_its_own_week() -> None:
    case = _stepping_down(Span.exactly(2), Span.exactly(1), Span.exactly(1))
    found = _days(case)

    assert [(day.on.isoformat(), day.week) for day in found.shortest] == [
        ("2026-03-02", 1),
        ("2026-03-04", 1),
        ("2026-03-06", 1),
        ("2026-03-09", 2),
        ("2026-03-11", 2),
        ("2026-03-13", 2),
        ("2026-03-16", 3),
        ("2026-03-20", 3),
        ("2026-03-23", 4),
    ]
    assert found.longest == found.shortest
    assert (found.assumptions, found.unknowns) == ((), ())


def test_a_course_that_steps_down_by_told_weeks_has_one_cost() -> None:
    found = answer(_stepping_down(Span.exactly(2), Span.exactly(1), Span.exactly(1)))

    # Nine days of 300: 500 and a fifth of 2,200.
    assert (ends(found.to_pay), found.bounds) == (("940.00", "940.00"), Bounds.EXACT)
    assert (found.visits.low, found.visits.high) == (9, 9)


def test_phases_of_untold_lengths_bound_the_days_week_by_week() -> None:
    found = answer(_stepping_down(Span(1, 2), Span.exactly(1)))

    # Three and two days at least; two weeks of three and one of two at most.
    assert (found.visits.low, found.visits.high, found.bounds) == (5, 8, Bounds.OUTER)
    assert "phases-range" in codes(found)[1]


def test_a_phase_at_another_level_is_said_to_be_counted_alike() -> None:
    phases = (Phase(weeks=Span.exactly(1)), Phase(weeks=Span.exactly(1), level=CareLevel.PHP))

    found = answer(
        evolve(having(weeks=2), program=running(phases=phases, level=CareLevel.IOP).program)
    )

    assert codes(found)[0] == ["phases-counted-alike"]


@pytest.mark.parametrize(("weeks", "days"), [(3, 8), (5, 10)])
def test_phases_that_are_not_as_long_as_the_course_are_said_to_end_with_it(
    weeks: int, days: int
) -> None:
    case = _stepping_down(Span.exactly(2), Span.exactly(1), Span.exactly(1))
    found = answer(evolve(case, episode=evolve(case.episode or Episode(), weeks=weeks)))

    assert (found.visits.value, codes(found)[0]) == (days, ["phases-other-length"])


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("july 4", date(2026, 7, 4)),
        ("last monday of may", date(2026, 5, 25)),
        ("fourth thursday of november", date(2026, 11, 26)),
        ("first monday of september", date(2026, 9, 7)),
    ],
)
def test_a_rule_places_a_holiday(rule: str, expected: date) -> None:
    assert day_by_rule(rule, 2026) == expected


@pytest.mark.parametrize("rule", ["", "may", "fifth monday of may", "last noday of may", "july x"])
def test_any_other_rule_is_refused(rule: str) -> None:
    with pytest.raises(InvalidValue, match="holiday: expected a rule such as"):
        day_by_rule(rule, 2026)


_HOLIDAYS = Amounts(
    (
        *PUBLISHED.series,
        series("us/holidays/memorial-day", AmountUnit.DAY_RULE, "last monday of may"),
    )
)


def test_a_holiday_on_which_the_program_closes_is_left_out() -> None:
    case = evolve(
        running(schedule=Schedule(sessions=(MORNINGS,), closed_on=("Memorial Day",))),
        episode=evolve(CASE.episode or Episode(), start=date(2026, 5, 18), weeks=2),
    )
    found = _days(case, _HOLIDAYS)

    assert date(2026, 5, 25) not in [day.on for day in found.shortest]
    assert len(found.shortest) == 5
    assert [note.code for note in found.assumptions] == ["closed-days-left-out"]


def test_holidays_that_no_rule_places_are_named() -> None:
    closed = ("Thanksgiving", "Founders' Day", "Eve of Christmas")
    case = running(schedule=Schedule(sessions=(MORNINGS,), closed_on=closed))
    found = _days(case, shipped().amounts)

    assert [note.text for note in found.assumptions] == [
        Text(
            "On which day the program is closed for this is not known, and it is counted as "
            "attended: Eve of Christmas, Founders' Day.",
            "No se sabe qué día cierra el programa por esto, y se cuenta como asistido: "
            "Eve of Christmas, Founders' Day.",
        )
    ]


@pytest.mark.parametrize(
    ("closed", "count", "assumed"),
    [
        (None, 6, ["closed-days-counted"]),
        ((), 6, []),
        ((date(2026, 3, 4), date(2026, 3, 5)), 5, []),
    ],
)
def test_closed_days_that_the_case_tells_need_no_rule(
    closed: tuple[date, ...] | None, count: int, assumed: list[str]
) -> None:
    case = evolve(
        running(schedule=Schedule(sessions=(MORNINGS,), closed_on=("Founders' Day",))),
        episode=evolve(CASE.episode or Episode(), weeks=2, closed_days=closed),
    )
    found = _days(case)

    assert (len(found.shortest), [note.code for note in found.assumptions]) == (count, assumed)


def test_a_closed_day_may_be_told_as_a_date() -> None:
    week = Schedule(sessions=(MORNINGS,), closed_on=("2026-03-04",))

    assert len(_days(running(schedule=week)).shortest) == 17


@pytest.mark.parametrize(
    ("makes_up", "shortest", "longest", "unknown"),
    [
        (False, (17, "2026-04-10"), (17, "2026-04-10"), []),
        (True, (18, "2026-04-13"), (18, "2026-04-13"), []),
        (None, (17, "2026-04-10"), (18, "2026-04-13"), ["made-up-days-not-told"]),
    ],
)
def test_a_missed_day_is_left_out_and_made_up_only_where_the_program_does(
    makes_up: bool | None,
    shortest: tuple[int, str],
    longest: tuple[int, str],
    unknown: list[str],
) -> None:
    found = _days(having(missed_days=(date(2026, 3, 4),), makes_up_missed_days=makes_up))
    ends_of = [
        (len(days), days[-1].on.isoformat())
        for days in (found.shortest, found.longest or found.shortest)
    ]

    assert (ends_of, [note.code for note in found.unknowns]) == ([shortest, longest], unknown)


@pytest.mark.parametrize(
    ("day", "visits", "noted"),
    [
        (date(2026, 3, 4), 17, []),
        (date(2026, 3, 3), 18, ["missed-days-outside"]),
        (date(2025, 3, 3), 18, ["missed-days-outside"]),
        # A day on which nothing was to be made up changes nothing either way.
        (date(2026, 4, 13), 18, []),
    ],
)
def test_a_missed_day_that_is_no_day_of_the_course_is_said_to_change_nothing(
    day: date, visits: int, noted: list[str]
) -> None:
    found = answer(having(missed_days=(day,), makes_up_missed_days=False))

    assert (found.visits.value, codes(found)[0]) == (visits, noted)


def test_missed_days_that_are_not_told_are_missed_in_each_way_that_matters() -> None:
    case = having(start=date(2026, 12, 21), planned_absences=2, makes_up_missed_days=False)
    found = answer(evolve(case, episode=evolve(case.episode or Episode(), weeks=4)))

    # Five days of 300 in 2026 and seven in 2027, less two: 3 + 7, 4 + 6 or 5 + 5.
    assert codes(found) == (["one-absence-a-day", "same-plan-goes-on"], [])
    assert ends(found.to_pay) == ("1,400.00", "1,400.00")


def test_which_days_are_missed_decides_how_much_work_is() -> None:
    work = Work(
        hours=(WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(17)),),
        pay_per_hour=Money.parse("10.00"),
        paid_leave_minutes=0,
    )
    case = having(weeks=1, planned_absences=1, makes_up_missed_days=False)
    found = answer(evolve(case, person=Person(work=work)))

    # Of a Monday, a Wednesday and a Friday one is missed; only the Monday costs three hours.
    assert ends(found.income_lost) == ("0.00", "30.00")


def test_missed_days_of_sessions_that_differ_are_as_many_days_of_either() -> None:
    long = Session(days=(Weekday.TUESDAY,), start=time(9), end=time(16))
    case = having(planned_absences=1, makes_up_missed_days=False)
    program = evolve(CASE.program or Program(id="x"), schedule=Schedule(sessions=(MORNINGS, long)))
    found = answer(evolve(case, program=program))

    assert (found.visits.value, codes(found)) == (23, (["one-absence-a-day"], []))


def test_planned_absences_are_no_fewer_than_the_days_told() -> None:
    with pytest.raises(
        InvalidValue, match="planned_absences: expected at least the number of missed days, from 0"
    ):
        Episode(planned_absences=0, missed_days=(MONDAY,))


def test_a_course_of_closed_days_costs_nothing() -> None:
    days = tuple(date(2026, 3, day) for day in (2, 4, 6))
    found = answer(having(weeks=1, closed_days=days))

    assert (ends(found.to_pay), found.visits.value) == (("0.00", "0.00"), 0)


def test_a_day_that_may_be_none_of_the_program_is_missed_at_the_low_end_only() -> None:
    case = having(missed_days=(date(2026, 3, 3),), makes_up_missed_days=False)
    program = evolve(
        CASE.program or Program(id="x"), schedule=Schedule(days_per_week=Span.exactly(3))
    )
    found = answer(evolve(case, program=program))

    assert (found.visits.low, found.visits.high, found.bounds) == (17, 18, Bounds.OUTER)
    assert codes(found)[1] == ["missed-weekdays-not-told"]


def test_a_price_for_the_whole_program_is_asked_however_many_days_may_be_missed() -> None:
    days = tuple(date(2026, 3, day) for day in (2, 3, 4))
    program = Program(id="x", schedule=Schedule(days_per_week=Span.exactly(3)))
    whole = Price(
        service=Service.IOP, unit=Unit.PROGRAM, amount=Span.exactly(Money.parse("900.00"))
    )
    case = evolve(
        having(weeks=None, closed_days=days),
        program=program,
        health_plan=UNINSURED,
        prices=PriceList(charges=(whole,)),
    )

    assert ends(answer(case).to_pay) == ("0.00", "900.00")
