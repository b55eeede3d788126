"""Where weekdays are not told, the week in which a plan year ends belongs to neither year."""

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, answer

from iopkit import Case, Episode, Period, Program, Schedule, Session, Span, Weekday
from iopkit.cost import Estimate

_VAGUE = Schedule(days_per_week=Span(3, 3))
_DATED = Schedule(sessions=(Session(days=(Weekday.MONDAY, Weekday.TUESDAY), clock_minutes=180),))
_DAILY = Schedule(days_per_week=Span(7, 7))


def _found(schedule: Schedule, start: date) -> Estimate:
    assert CASE.health_plan is not None
    plan = evolve(CASE.health_plan, plan_year=Period.calendar_year(2026))
    episode = evolve(CASE.episode or Episode(), start=start, weeks=2)
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
def test_an_untold_weekday_opens_the_cost_only_where_it_can_change_the_year(
    schedule: Schedule, start: date, is_open: bool
) -> None:
    found = _found(schedule, start)

    assert ("plan-year-of-days" in [note.code for note in found.unknowns]) is is_open
    assert (found.to_pay.high is None) is is_open
