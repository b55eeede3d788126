"""Weekly minutes are told or computed, and clock time never passes for therapy."""

from datetime import time

import pytest

from iopkit import Basis, InvalidValue, Schedule, Session, Span, Weekday, WeeklyTime

_MORNINGS = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)


def _session(**told: object) -> Session:
    return Session(**{"days": _MORNINGS, **told})  # type: ignore[arg-type]  # a table of fields


def test_clock_minutes_are_summed_over_days_and_sessions() -> None:
    morning = _session(start=time(8, 30), end=time(12, 30))
    single = Session(days=(Weekday.MONDAY,), clock_minutes=60)

    assert Schedule(sessions=(morning, single)).weekly_clock_minutes == Span.exactly(
        780, Basis.COMPUTED
    )


def test_clock_minutes_never_stand_in_for_therapeutic_minutes() -> None:
    morning = _session(start=time(8, 30), end=time(12, 30))

    assert Schedule(sessions=(morning,)).weekly_therapeutic_minutes is None


def test_one_silent_session_leaves_the_week_unknown() -> None:
    told = _session(therapeutic_minutes=150)

    assert Schedule(sessions=(told, _session())).weekly_therapeutic_minutes is None


def test_what_the_program_tells_wins_over_what_is_computed() -> None:
    schedule = Schedule(
        sessions=(_session(start=time(9), end=time(12)),),
        days_per_week=Span(3, 4),
        clock_minutes_per_week=Span(540, 720),
    )

    assert schedule.weekly_days == Span(3, 4)
    assert schedule.weekly_clock_minutes == Span(540, 720)


def test_days_are_counted_once_however_many_sessions_they_have() -> None:
    schedule = Schedule(sessions=(_session(), Session(days=(Weekday.MONDAY, Weekday.TUESDAY))))

    assert schedule.weekly_days == Span.exactly(4, Basis.COMPUTED)


def test_an_empty_schedule_knows_nothing() -> None:
    schedule = Schedule()

    assert schedule.weekly_days is None
    assert schedule.weekly_clock_minutes is None


@pytest.mark.parametrize(
    "told",
    [
        {"days": ()},
        {"start": time(12), "end": time(12)},
        {"start": time(12), "end": time(9)},
        {"clock_minutes": 0},
        {"therapeutic_minutes": -1},
        {"services": 0},
    ],
)
def test_an_impossible_session_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        _session(**told)


def test_a_weekly_time_ends_after_it_starts() -> None:
    with pytest.raises(InvalidValue, match="at least one day, and an end after the start"):
        WeeklyTime(days=_MORNINGS, start=time(9), end=time(9))
