"""Work that the sessions and the way take."""

from __future__ import annotations

from datetime import date, time

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MORNINGS,
    NO_TRAVEL,
    answer,
    codes,
    dollars,
    ends,
    having,
)

from iopkit.cost import Bounds
from iopkit.model.case import Case
from iopkit.model.episode import Travel
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.weekdays import Weekday


def working(start: time, end: time, leave: int | None = 0, minutes: int | None = 0) -> Case:
    hours = (WeeklyTime(days=tuple(Weekday)[:5], start=start, end=end),)
    work = Work(hours=hours, pay_per_hour=dollars("20"), paid_leave_minutes=leave)
    return evolve(having(travel=evolve(NO_TRAVEL, minutes=minutes)), person=Person(work=work))


@pytest.mark.parametrize(
    ("case", "expected", "unknown"),
    [
        # Sessions are 9 to 12 on 18 days.
        (working(time(8), time(17)), ("1,080.00", "1,080.00"), []),
        (working(time(12), time(17)), ("0.00", "0.00"), []),
        (working(time(12), time(17), minutes=30), ("180.00", "180.00"), []),
        (working(time(7), time(9), minutes=30), ("180.00", "180.00"), []),
        (working(time(8), time(17), leave=600), ("880.00", "880.00"), []),
        (working(time(8), time(17), leave=60_000), ("0.00", "0.00"), []),
        (working(time(8), time(17), leave=None), ("0.00", "1,080.00"), ["paid-leave-not-told"]),
        (
            working(time(11), time(17), minutes=None),
            ("360.00", "2,160.00"),
            ["travel-time-not-told"],
        ),
    ],
)
def test_work_that_the_sessions_and_the_way_take_is_lost(
    case: Case, expected: tuple[str, str], unknown: list[str]
) -> None:
    found = answer(case)

    assert (ends(found.income_lost), codes(found)[1]) == (expected, unknown)


def test_nobody_who_attends_from_home_loses_time_on_the_way() -> None:
    program = CASE.program or Program(id="x")
    remote = evolve(program, delivery=Listing.of(Delivery.VIDEO, complete=True))
    found = answer(evolve(working(time(12), time(17), minutes=30), program=remote))

    assert ends(found.income_lost) == ("0.00", "0.00")
    assert str(found.lines[-1].detail) == "0 minutes of work"


def test_lost_income_is_rounded_once() -> None:
    hours = (WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(9, 1)),)
    work = Work(hours=hours, pay_per_hour=Money(70), paid_leave_minutes=0)
    found = answer(evolve(CASE, person=Person(work=work)))

    # Six minutes at 70 cents an hour are 7 cents; minute by minute they would be 6.
    assert ends(found.income_lost) == ("0.07", "0.07")


def test_two_sessions_on_a_day_are_one_journey() -> None:
    afternoon = evolve(MORNINGS, start=time(14), end=time(15))
    case = working(time(8), time(17))
    program = evolve(
        CASE.program or Program(id="x"), schedule=Schedule(sessions=(MORNINGS, afternoon))
    )
    found = answer(evolve(case, program=program))

    # From 9 to 15, six hours on 18 days.
    assert ends(found.income_lost) == ("2,160.00", "2,160.00")
    assert codes(found)[0] == ["one-journey-a-day"]


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        (time(9), 180, ("1,080.00", "1,080.00")),
        (time(15), 180, ("720.00", "720.00")),
        (time(9), Span(180, 240), ("0.00", "1,440.00")),
        # What goes on past midnight has no told end on its day.
        (time(22), 180, ("0.00", "1,080.00")),
    ],
)
def test_a_session_of_told_length_ends_so_long_after_its_start(
    start: time, minutes: int | Span[int], expected: tuple[str, str]
) -> None:
    told = evolve(MORNINGS, start=start, end=None, clock_minutes=minutes)
    program = evolve(CASE.program or Program(id="x"), schedule=Schedule(sessions=(told,)))
    found = answer(evolve(working(time(8), time(17)), program=program))

    assert ends(found.income_lost) == expected


@pytest.mark.parametrize(
    ("sessions", "most"),
    [
        ((evolve(MORNINGS, start=None, end=None),), "3,240.00"),
        ((), "3,240.00"),
    ],
)
def test_sessions_without_times_may_take_the_whole_working_day(
    sessions: tuple[Session, ...], most: str
) -> None:
    schedule = Schedule(sessions=sessions, days_per_week=Span.exactly(3))
    case = working(time(8), time(17))
    found = answer(evolve(case, program=evolve(CASE.program or Program(id="x"), schedule=schedule)))

    assert ends(found.income_lost) == ("0.00", most)
    assert "session-times-not-told" in codes(found)[1]


@pytest.mark.parametrize(
    ("work", "unknown"),
    [
        (None, ["work-not-told"]),
        (Work(), ["work-not-told"]),
        (
            Work(hours=(WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(10)),)),
            ["pay-not-told"],
        ),
    ],
)
def test_work_that_is_not_told_is_no_silent_zero(work: Work | None, unknown: list[str]) -> None:
    found = answer(evolve(CASE, person=Person(work=work)))

    assert ends(found.income_lost) == ("None", "None")
    assert ends(found.together) == ("1,480.00", "None")
    assert codes(found)[1] == unknown


def hired(*hours: WeeklyTime, **changes: object) -> Case:
    work = Work(hours=hours, pay_per_hour=dollars("20"), paid_leave_minutes=0)
    return evolve(CASE, person=Person(work=evolve(work, **changes)))  # type: ignore[arg-type]  # rows name the fields


def shift(start: time, end: time, *days: Weekday) -> WeeklyTime:
    return WeeklyTime(days=days or tuple(Weekday)[:5], start=start, end=end)


@pytest.mark.parametrize(
    "hours",
    [
        (shift(time(8), time(11)), shift(time(10), time(17))),
        (shift(time(8), time(17)), shift(time(8), time(17), Weekday.MONDAY)),
        (shift(time(10), time(17)), shift(time(8), time(10))),
    ],
)
def test_an_hour_of_work_that_is_told_twice_is_lost_once(hours: tuple[WeeklyTime, ...]) -> None:
    # Sessions are 9 to 12 on 18 days.
    assert ends(answer(hired(*hours)).income_lost) == ("1,080.00", "1,080.00")


def test_somebody_who_attends_from_home_works_between_two_sessions() -> None:
    afternoon = evolve(MORNINGS, start=time(14), end=time(15))
    program = evolve(
        CASE.program or Program(id="x"),
        schedule=Schedule(sessions=(MORNINGS, afternoon)),
        delivery=Listing.of(Delivery.VIDEO, complete=True),
    )
    found = answer(evolve(working(time(8), time(17)), program=program))

    # Three hours and one, on 18 days.
    assert ends(found.income_lost) == ("1,440.00", "1,440.00")
    assert codes(found)[0] == ["attended-remotely"]


@pytest.mark.parametrize(
    "case",
    [
        hired(shift(time(12), time(17)), pay_per_hour=None),
        hired(shift(time(8), time(17), Weekday.TUESDAY), pay_per_hour=None),
        hired(shift(time(8), time(17)), pay_per_hour=None, paid_leave_minutes=60_000),
        evolve(
            hired(shift(time(8), time(17), Weekday.TUESDAY), pay_per_hour=None),
            program=Program(
                id="x", schedule=Schedule(sessions=(evolve(MORNINGS, start=None, end=None),))
            ),
        ),
    ],
)
def test_what_an_hour_pays_is_not_asked_where_no_work_is_missed(case: Case) -> None:
    found = answer(case)

    assert (ends(found.income_lost), codes(found)[1]) == (("0.00", "0.00"), [])


def test_a_bound_that_no_case_need_reach_is_called_outer() -> None:
    untimed = Program(id="x", schedule=Schedule(days_per_week=Span.exactly(3)))
    found = answer(evolve(working(time(8), time(17)), program=untimed))

    assert (ends(found.to_pay), found.bounds) == (("1,480.00", "1,480.00"), Bounds.OUTER)


def test_the_ends_of_lost_income_are_shown() -> None:
    found = answer(working(time(11), time(17), leave=None, minutes=None))

    assert (ends(found.income_lost), found.bounds) == (("0.00", "2,160.00"), Bounds.EXACT)
    assert [completion.values for completion in found.completions] == [
        {"episode.travel.minutes": 0, "person.work.paid_leave_minutes": 1_080},
        {"episode.travel.minutes": 1_440, "person.work.paid_leave_minutes": 0},
    ]


def test_a_course_without_an_end_may_miss_work_on_a_day_that_is_missed_at_first() -> None:
    case = having(
        weeks=None,
        missed_days=(date(2026, 3, 2),),
        makes_up_missed_days=False,
        travel=Travel(minutes=0),
    )
    hours = (WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(17)),)
    work = Work(hours=hours, pay_per_hour=dollars("10"), paid_leave_minutes=0)

    assert ends(answer(evolve(case, person=Person(work=work))).income_lost) == ("0.00", "None")


def test_a_course_without_an_end_misses_no_work_of_days_without_sessions() -> None:
    hours = (WeeklyTime(days=(Weekday.TUESDAY,), start=time(9), end=time(17)),)
    work = Work(hours=hours, pay_per_hour=dollars("10"), paid_leave_minutes=0)
    case = having(weeks=None, travel=Travel(minutes=0))

    assert ends(answer(evolve(case, person=Person(work=work))).income_lost) == ("0.00", "0.00")
