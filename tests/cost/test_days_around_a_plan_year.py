"""Where weekdays are not told, the week in which a plan year ends belongs to neither year."""

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, UNINSURED, answer

from iopkit import Case, Episode, Period, Program, Schedule, Session, Span, Weekday
from iopkit.cost import Bounds, Completion, Estimate
from iopkit.model.prices import Price, PriceList
from iopkit.model.schedule import Track
from iopkit.values.money import Money
from iopkit.vocabulary.billing import Service, Unit

_VAGUE = Schedule(days_per_week=Span(3, 3))
_DATED = Schedule(sessions=(Session(days=(Weekday.MONDAY, Weekday.TUESDAY), clock_minutes=180),))
_DAILY = Schedule(days_per_week=Span(7, 7))


def _found(schedule: Schedule, start: date, weeks: int = 2) -> Estimate:
    assert CASE.health_plan is not None
    plan = evolve(CASE.health_plan, plan_year=Period.calendar_year(2026))
    episode = evolve(CASE.episode or Episode(), start=start, weeks=weeks)
    case: Case = evolve(
        CASE, program=Program(id="days", schedule=schedule), episode=episode, health_plan=plan
    )
    return answer(case)


@pytest.mark.parametrize(
    ("schedule", "start", "is_open"),
    [
        (_VAGUE, date(2026, 12, 22), True),
        (_VAGUE, date(2026, 12, 25), False),  # a week ends with the year
        (_VAGUE, date(2026, 11, 3), False),
        (_DAILY, date(2026, 12, 22), False),
        (_DATED, date(2026, 12, 22), False),
    ],
)
def test_an_untold_weekday_matters_only_where_it_can_change_the_year(
    schedule: Schedule, start: date, is_open: bool
) -> None:
    found = _found(schedule, start)

    assert ("days-around-plan-year" in [note.code for note in found.unknowns]) is is_open
    assert found.bounds is Bounds.EXACT


def test_each_way_around_the_end_of_a_plan_year_is_counted_and_shown() -> None:
    found = _found(_VAGUE, date(2026, 12, 29))
    low, high = found.completions
    answers = [_found(Schedule(sessions=_sessions(end)), date(2026, 12, 29)) for end in (low, high)]

    # Three days from Tuesday on before the year ends, or none: of six days all in the next year.
    assert (str(found.to_pay.low), str(found.to_pay.high)) == ("760.00", "1,160.00")
    assert [str(answer.to_pay.value) for answer in answers] == ["760.00", "1,160.00"]


def _sessions(end: Completion) -> tuple[Session, ...]:
    sessions = end.values["program.schedule.sessions"]
    assert isinstance(sessions, tuple)
    return sessions


def test_several_ends_of_a_plan_year_in_untold_weeks_are_said_to_be_open() -> None:
    found = _found(_VAGUE, date(2026, 12, 29), weeks=160)

    assert "plan-year-of-days" in [note.code for note in found.unknowns]
    assert found.to_pay.high is None


def test_sessions_are_not_supposed_beside_those_that_tracks_tell() -> None:
    first, last = tuple(Weekday)[:3], tuple(Weekday)[3:6]
    tracks = tuple(
        Track(name=name, sessions=(Session(days=days),))
        for name, days in (("early", first), ("late", last))
    )
    found = _found(Schedule(tracks=tracks), date(2026, 12, 29))

    assert "days-around-plan-year" in [note.code for note in found.unknowns]
    assert [dict(end.values) for end in found.completions] == [{}, {}]


def test_an_untold_weekday_may_fall_before_or_after_a_price_rises() -> None:
    rise = date(2026, 3, 5)  # a Thursday of the first week
    prices = tuple(
        Price(
            service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(Money.parse(each)), period=held
        )
        for each, held in (
            ("100", Period(date(2026, 1, 1), rise)),
            ("300", Period(rise, date(2027, 1, 1))),
        )
    )
    case = evolve(
        CASE,
        program=Program(id="days", schedule=_VAGUE),
        health_plan=UNINSURED,
        episode=evolve(CASE.episode or Episode(), start=date(2026, 3, 2), weeks=2),
        prices=PriceList(charges=prices),
    )
    found = answer(case)

    # Three days of 100 or of 300 in the first week, and three of 300 in the second.
    assert (str(found.to_pay.low), str(found.to_pay.high)) == ("1,200.00", "1,800.00")
    assert found.bounds is Bounds.OUTER
