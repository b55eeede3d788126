"""What a program tells and what its facts give stand side by side, by track and by phase."""

from datetime import time

import pytest

from iopkit import Basis, Listing, Money, Price, Program, Schedule, Service, Session, Span, Unit
from iopkit import Weekday as Day
from iopkit.model import Figure, PaymentTerms, Phase, Track, attended_week, figures_of
from iopkit.vocabulary.times import TimeOfDay

_THREE = (Day.MONDAY, Day.WEDNESDAY, Day.FRIDAY)
_MORNING = Session(days=_THREE, start=time(9), end=time(12))
_EVENING = Session(days=_THREE, start=time(18), end=time(21))


def _program(**week: object) -> Program:
    return Program(id="x", schedule=Schedule(**week))  # type: ignore[arg-type]  # a table of fields


def _fee(cents: int, unit: Unit = Unit.ONCE, condition: str | None = None) -> Price:
    amount = Span.exactly(Money(cents))
    return Price(service=Service.MATERIALS, unit=unit, amount=amount, condition=condition)


@pytest.mark.parametrize(
    ("told", "computed", "value", "basis", "agrees"),
    [
        (None, None, None, None, None),
        (Span(9, 12), None, Span(9, 12), Basis.TOLD, None),
        (None, Span(9, 9), Span(9, 9), Basis.COMPUTED, None),
        (Span(9, 12), Span(9, 9), Span(9, 12), Basis.TOLD, False),
        (Span(9, 9), Span(9, 9, Basis.COMPUTED), Span(9, 9), Basis.TOLD, True),
    ],
)
def test_a_figure_keeps_both_and_shows_where_they_differ(
    told: Span[int] | None,
    computed: Span[int] | None,
    value: Span[int] | None,
    basis: Basis | None,
    agrees: bool | None,
) -> None:
    figure = Figure(told=told, computed=computed)

    assert (figure.value, figure.basis, figure.agrees) == (value, basis, agrees)


@pytest.mark.parametrize(
    ("week", "told", "computed"),
    [
        ({"sessions": (_EVENING,)}, None, True),
        ({"sessions": (_MORNING,)}, None, False),
        ({"sessions": (Session(days=_THREE, start=time(17)),)}, None, True),
        ({"sessions": (Session(days=_THREE, start=time(16, 59)),)}, None, False),
        ({"sessions": (_MORNING, Session(days=_THREE))}, None, None),
        ({"tracks": (Track(name="a", sessions=(_EVENING,)), Track(name="b"))}, None, True),
        ({"times_of_day": Listing.of(TimeOfDay.EVENING)}, True, None),
        ({"times_of_day": Listing.of(TimeOfDay.MORNING)}, None, None),
        ({"times_of_day": Listing.of(TimeOfDay.MORNING, complete=True)}, False, None),
        ({}, None, None),
    ],
)
def test_evening_sessions_are_told_or_read_off_the_clock(
    week: dict[str, object], told: bool | None, computed: bool | None
) -> None:
    figure = figures_of(_program(**week)).has_evening_sessions

    assert (figure.told, figure.computed) == (told, computed)


@pytest.mark.parametrize(
    ("week", "told", "computed"),
    [
        ({"sessions": (_MORNING,)}, None, False),
        ({"sessions": (Session(days=(Day.SATURDAY,)),)}, None, True),
        ({"sessions": (Session(start=time(9)),)}, None, None),
        ({"times_of_day": Listing.of(TimeOfDay.WEEKEND)}, True, None),
        ({"days_open": Listing.of(*_THREE)}, None, None),
        ({"days_open": Listing.of(*_THREE, complete=True)}, False, None),
    ],
)
def test_weekend_sessions_are_told_or_read_off_the_days(
    week: dict[str, object], told: bool | None, computed: bool | None
) -> None:
    figure = figures_of(_program(**week)).has_weekend_sessions

    assert (figure.told, figure.computed) == (told, computed)


def test_days_of_unequal_length_are_a_range() -> None:
    single = Session(days=(Day.MONDAY,), clock_minutes=60)

    figures = figures_of(_program(sessions=(_MORNING, single)))

    assert figures.clock_minutes_per_day.value == Span(180, 240, Basis.COMPUTED)


def test_a_session_on_an_unknown_day_leaves_the_length_of_a_day_unknown() -> None:
    single = Session(times_per_week=Span.exactly(1), clock_minutes=60)

    figures = figures_of(_program(sessions=(_MORNING, single)))

    assert figures.clock_minutes_per_day.value is None


def test_phases_give_the_length_the_visits_and_the_range_of_a_week() -> None:
    program = Program(
        id="x",
        schedule=Schedule(sessions=(_MORNING,)),
        phases=(
            Phase(name="intensive", weeks=Span.exactly(4)),
            Phase(
                name="step-down",
                weeks=Span(2, 4),
                schedule=Schedule(sessions=(Session(days=(Day.MONDAY,), clock_minutes=120),)),
            ),
        ),
    )

    figures = figures_of(program)

    assert figures.weeks.value == Span(6, 8, Basis.COMPUTED)
    assert figures.visits.value == Span(14, 16, Basis.COMPUTED)
    assert figures.days_per_week.value == Span(1, 3, Basis.COMPUTED)
    assert figures.clock_minutes_per_week.value == Span(120, 540, Basis.COMPUTED)


def test_a_phase_that_tells_no_week_leaves_the_week_unknown() -> None:
    told = Phase(schedule=Schedule(sessions=(_MORNING,)))

    assert figures_of(Program(id="x", phases=(told, Phase()))).days_per_week.value is None


@pytest.mark.parametrize(
    ("fees", "total"),
    [
        ((_fee(2_000), _fee(8_000, Unit.PROGRAM)), Money(10_000)),
        ((_fee(2_000), _fee(8_000, Unit.DAY)), None),
        ((_fee(2_000), _fee(8_000, condition="where a screen is repeated")), None),
        ((), None),
    ],
)
def test_fees_add_up_only_where_each_is_asked_once_of_everybody(
    fees: tuple[Price, ...], total: Money | None
) -> None:
    terms = PaymentTerms(total=Money(10_000))

    figure = figures_of(Program(id="x", fees=fees, payment=terms)).fees_total

    assert (figure.told, figure.computed) == (Money(10_000), total)


def test_tracks_on_the_same_days_share_what_they_have_in_common() -> None:
    tracks = (Track(name="a", sessions=(_MORNING,)), Track(name="b", sessions=(_EVENING,)))

    week = attended_week(_program(tracks=tracks))

    assert week.tracks == ()
    assert week.sessions == (Session(days=_THREE, clock_minutes=Span.exactly(180, Basis.COMPUTED)),)


def test_tracks_on_different_days_leave_only_ranges() -> None:
    two = Session(days=(Day.TUESDAY, Day.THURSDAY), clock_minutes=240)
    tracks = (Track(name="a", sessions=(_MORNING,)), Track(name="b", sessions=(two,)))

    week = attended_week(_program(tracks=tracks))

    assert (week.sessions, week.tracks) == ((), ())
    assert week.days_per_week == Span(2, 3, Basis.COMPUTED)
    assert week.clock_minutes_per_week == Span(480, 540, Basis.COMPUTED)


def test_a_week_without_tracks_and_phases_is_the_week_itself() -> None:
    program = _program(sessions=(_MORNING,), closed_on=("Labor Day",))

    assert attended_week(program) is program.schedule


def test_phases_leave_only_ranges_of_a_week() -> None:
    one = Schedule(sessions=(_MORNING,), closed_on=("Labor Day",))
    other = Schedule(days_per_week=Span.exactly(1), closed_on=("Christmas", "Labor Day"))

    week = attended_week(Program(id="x", phases=(Phase(schedule=one), Phase(schedule=other))))

    assert week == Schedule(
        days_per_week=Span(1, 3, Basis.COMPUTED), closed_on=("Labor Day", "Christmas")
    )
