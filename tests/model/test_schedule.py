"""Weekly minutes are told or computed, and clock time never passes for therapy."""

from datetime import time

import pytest

from iopkit import Basis, InvalidValue, Modality, Schedule, Session, Span, Weekday, WeeklyTime
from iopkit.model import Block, Track

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
        {"break_minutes": -1},
        {"clock_minutes": Span(0, 60)},
        {"therapeutic_minutes": Span(None, 0)},
        {"blocks": (), "days": None, "times_per_week": Span.exactly(0)},
    ],
)
def test_an_impossible_session_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        _session(**told)


def test_a_weekly_time_ends_after_it_starts() -> None:
    with pytest.raises(InvalidValue, match="at least one day, and an end after the start"):
        WeeklyTime(days=_MORNINGS, start=time(9), end=time(9))


def test_a_session_without_days_is_held_on_each_attended_day() -> None:
    schedule = Schedule(
        sessions=(Session(start=time(14), end=time(17)),), days_per_week=Span.exactly(4)
    )

    assert schedule.counted_days is None
    assert schedule.weekly_clock_minutes == Span.exactly(720, Basis.COMPUTED)


def test_a_session_on_a_day_that_is_not_told_may_add_a_day() -> None:
    single = Session(times_per_week=Span.exactly(1), clock_minutes=50)
    group = _session(start=time(9), end=time(12))

    assert Schedule(sessions=(group, single)).counted_days == Span(3, 4, Basis.COMPUTED)
    assert Schedule(sessions=(group, single)).weekly_clock_minutes == Span.exactly(
        590, Basis.COMPUTED
    )


def test_times_a_week_on_days_that_are_not_told_are_days() -> None:
    twice = Session(times_per_week=Span(2, 3), clock_minutes=60)

    assert Schedule(sessions=(twice,)).weekly_days == Span(2, 3, Basis.COMPUTED)


def test_a_range_of_minutes_is_summed_as_a_range() -> None:
    session = _session(clock_minutes=Span(120, 180))

    assert session.length is None
    assert Schedule(sessions=(session,)).weekly_clock_minutes == Span(360, 540, Basis.COMPUTED)


def test_breaks_are_no_therapy() -> None:
    session = _session(start=time(10), end=time(13), break_minutes=30)

    assert session.therapeutic == Span.exactly(150, Basis.COMPUTED)


def test_a_session_without_a_break_is_all_therapy() -> None:
    session = _session(start=time(10), end=time(13), break_minutes=0)

    assert session.therapeutic == Span.exactly(180, Basis.COMPUTED)


def test_a_session_past_midnight_is_told_by_its_length() -> None:
    with pytest.raises(InvalidValue) as refused:
        _session(start=time(22), end=time(1))

    assert str(refused.value) == (
        "session: expected at least one day, and an end after the start on the same day; "
        "where it goes past midnight, clock_minutes in place of the end"
    )
    assert _session(start=time(22), clock_minutes=180).clock == Span.exactly(180)


def test_blocks_are_the_therapy_of_a_session_as_far_as_all_are_told() -> None:
    told = (
        Block(start=time(10), end=time(10, 50), modality=Modality.GROUP_THERAPY),
        Block(minutes=50),
    )

    assert _session(blocks=told).therapeutic == Span.exactly(100, Basis.COMPUTED)
    assert _session(blocks=(*told, Block())).therapeutic is None


def test_told_therapeutic_minutes_win_over_breaks() -> None:
    session = _session(start=time(10), end=time(13), break_minutes=30, therapeutic_minutes=140)

    assert session.therapeutic == Span.exactly(140)


def test_tracks_are_alternatives_and_not_a_sum() -> None:
    schedule = Schedule(
        sessions=(Session(days=(Weekday.FRIDAY,), clock_minutes=60),),
        tracks=(
            Track(name="morning", sessions=(_session(start=time(9), end=time(12)),)),
            Track(name="evening", sessions=(_session(start=time(18), end=time(20)),)),
        ),
    )

    assert schedule.weekly_clock_minutes == Span(420, 600, Basis.COMPUTED)
    assert schedule.weekly_days == Span.exactly(3, Basis.COMPUTED)


def test_minutes_of_a_day_stand_in_where_sessions_do_not_tell_theirs() -> None:
    schedule = Schedule(sessions=(_session(),), clock_minutes_per_day=Span(180, 240))

    assert schedule.weekly_clock_minutes == Span(540, 720, Basis.COMPUTED)


def test_days_and_a_number_of_times_exclude_each_other() -> None:
    with pytest.raises(InvalidValue) as refused:
        _session(times_per_week=Span.exactly(2))

    assert str(refused.value) == (
        "session: expected days, or a number of times a week, and not both"
    )


_NINE = Session(days=(Weekday.MONDAY, Weekday.FRIDAY), start=time(9), end=time(12))


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        (Session(days=(Weekday.FRIDAY,), start=time(11, 59), end=time(13)), True),
        (Session(days=(Weekday.FRIDAY,), start=time(8), clock_minutes=61), True),
        (Session(start=time(10), end=time(11)), True),
        (_NINE, True),
        (Session(days=(Weekday.FRIDAY,), start=time(12), end=time(13)), False),
        (Session(days=(Weekday.FRIDAY,), start=time(8), clock_minutes=60), False),
        (Session(days=(Weekday.FRIDAY,), start=time(8)), False),
        (Session(days=(Weekday.FRIDAY,), clock_minutes=600), False),
        (Session(days=(Weekday.FRIDAY,), end=time(10), clock_minutes=30), False),
        (Session(days=(Weekday.TUESDAY,), start=time(9), end=time(12)), False),
        (Session(times_per_week=Span.exactly(5), start=time(9), end=time(12)), False),
    ],
)
def test_a_week_knows_of_sessions_that_nobody_can_attend_both(
    other: Session, overlaps: bool
) -> None:
    tracks = (Track(name="a", sessions=(_NINE,)), Track(name="b", sessions=(other,)))

    assert Schedule(sessions=(_NINE, other)).overlaps is overlaps
    assert Schedule(sessions=(other, _NINE)).overlaps is overlaps
    assert Schedule(sessions=(_NINE,), tracks=(Track(name="a", sessions=(other,)),)).overlaps is (
        overlaps
    )
    assert not Schedule(tracks=tracks).overlaps
