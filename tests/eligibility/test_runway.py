"""How long approved units last on a schedule, and by when to ask for more."""

from datetime import date, time, timedelta

import pytest
from attrs import evolve

from iopkit import InvalidValue, Listing, Span
from iopkit.eligibility import (
    ApprovedUnits,
    AuthorizationRunway,
    LeadTime,
    authorization_runway,
)
from iopkit.model import Schedule, Session, Track
from iopkit.values import reveal
from iopkit.vocabulary import BillingUnit, Weekday

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
START = date(2026, 3, 2)
MON_WED_FRI = Schedule(sessions=(Session(days=(MON, WED, FRI), start=time(9), end=time(12)),))
THREE_DAYS = Schedule(days_per_week=Span.exactly(3), clock_minutes_per_day=Span.exactly(180))


def _approved(
    units: int, unit: BillingUnit = BillingUnit.DAY, through: date | None = None
) -> ApprovedUnits:
    return ApprovedUnits(units=units, unit=unit, start=START, through=through, counts_breaks=True)


def _ends(found: AuthorizationRunway) -> tuple[tuple[date | None, ...], ...]:
    spans = (found.last_covered, found.first_uncovered)
    return tuple((span.low, span.high) for span in spans)


def _used(found: AuthorizationRunway) -> list[tuple[int | None, int | None]]:
    return [(week.used.low, week.used.high) for week in found.weeks]


def _march(*days: int) -> list[date]:
    """Days of March 2026, of which the second is the Monday on which care starts."""
    return [date(2026, 3, 1) + timedelta(day - 1) for day in days]


def test_no_attended_day_a_week_is_as_good_as_not_told() -> None:
    none, untold = (Schedule(days_per_week=days) for days in (Span.exactly(0), None))

    assert reveal(authorization_runway(_approved(9), none)) == reveal(
        authorization_runway(_approved(9), untold)
    )


@pytest.mark.parametrize(
    ("units", "unit", "last", "first"),
    [
        (1, BillingUnit.DAY, 2, 4),
        (6, BillingUnit.DAY, 13, 16),
        (7, BillingUnit.DAY, 16, 18),
        (6, BillingUnit.SESSION, 13, 16),
        (6, BillingUnit.ENCOUNTER, 13, 16),
        (18, BillingUnit.HOUR, 13, 16),
        (20, BillingUnit.HOUR, 13, 16),
        (72, BillingUnit.QUARTER_HOUR, 13, 16),
        (83, BillingUnit.QUARTER_HOUR, 13, 16),
        (84, BillingUnit.QUARTER_HOUR, 16, 18),
        (11, BillingUnit.QUARTER_HOUR, 1, 2),
    ],
)
def test_a_day_is_covered_where_units_for_all_of_it_are_left(
    units: int, unit: BillingUnit, last: int, first: int
) -> None:
    found = authorization_runway(_approved(units, unit), MON_WED_FRI)

    (low, also_low), (high, also_high) = _ends(found)
    assert [low, high] == [also_low, also_high] == _march(last, first)


def test_units_that_do_not_cover_a_whole_day_stay_unused() -> None:
    found = authorization_runway(_approved(82, BillingUnit.QUARTER_HOUR), MON_WED_FRI)

    assert [(week.first_day, week.used.value, week.left.value) for week in found.weeks] == [
        (_march(2)[0], 36, 46),
        (_march(9)[0], 72, 10),
    ]
    assert found.covered_days == Span(6, 6, found.covered_days.basis)


@pytest.mark.parametrize(
    ("closed", "missed", "last"),
    [
        ([], [], 13),
        (_march(6), [], 16),
        ([], _march(6), 16),
        (_march(6), _march(6), 16),
        (_march(6), _march(9), 18),
        (_march(7, 8), _march(3), 13),
        (_march(14), _march(16), 13),
    ],
)
def test_closed_and_missed_days_carry_the_units_on(
    closed: list[date], missed: list[date], last: int
) -> None:
    found = authorization_runway(_approved(6), MON_WED_FRI, closed=closed, missed=missed)

    assert found.last_covered.value == _march(last)[0]


@pytest.mark.parametrize(
    ("through", "last", "first", "days"),
    [(2, 2, 4, 1), (8, 6, 9, 3), (9, 9, 11, 4), (13, 13, 16, 6), (31, 13, 16, 6)],
)
def test_the_last_day_approved_ends_the_runway_where_it_comes_first(
    through: int, last: int, first: int, days: int
) -> None:
    found = authorization_runway(_approved(6, through=_march(through)[0]), MON_WED_FRI)

    assert [found.last_covered.value, found.first_uncovered.value] == _march(last, first)
    assert found.covered_days.value == days


def test_weekdays_that_are_not_told_leave_a_range() -> None:
    found = authorization_runway(_approved(6), THREE_DAYS)

    # From Monday to Wednesday at the earliest, from Friday to Sunday at the latest.
    low, high = _march(11, 15)
    assert (found.last_covered.low, found.last_covered.high) == (low, high)
    assert (found.first_uncovered.low, found.first_uncovered.high) == tuple(_march(16, 20))
    assert found.covered_days.value == 6


def test_weekdays_on_which_a_program_is_closed_narrow_the_range() -> None:
    weekdays = evolve(THREE_DAYS, days_open=Listing.of(lacks=[SAT, SUN]))

    found = authorization_runway(_approved(6), weekdays)

    assert found.last_covered.high == _march(13)[0]


def test_a_number_of_days_that_is_a_range_widens_the_runway() -> None:
    found = authorization_runway(_approved(6), Schedule(days_per_week=Span(2, 3)))

    assert (found.last_covered.low, found.last_covered.high) == tuple(_march(11, 22))
    assert _used(found) == [(2, 3), (4, 6), (6, 6)]


def test_a_schedule_that_tells_nothing_lies_between_daily_and_weekly() -> None:
    found = authorization_runway(_approved(3), Schedule())

    assert (found.last_covered.low, found.last_covered.high) == tuple(_march(4, 22))


@pytest.mark.parametrize(
    ("unit", "low", "high"),
    [
        (BillingUnit.DAY, 4, 4),
        (BillingUnit.SESSION, None, 4),
        (BillingUnit.QUARTER_HOUR, None, None),
    ],
)
def test_what_a_day_needs_and_nobody_tells_stays_unknown(
    unit: BillingUnit, low: int | None, high: int | None
) -> None:
    daily = Schedule(days_per_week=Span.exactly(7))

    found = authorization_runway(_approved(3, unit), daily)

    assert _ends(found)[0] == tuple(None if day is None else _march(day)[0] for day in (low, high))


def test_an_unknown_need_still_ends_on_the_last_day_approved() -> None:
    approved = _approved(3, BillingUnit.HOUR, through=_march(8)[0])

    found = authorization_runway(approved, Schedule(sessions=(Session(days=(MON, WED)),)))

    assert _ends(found) == ((None, _march(4)[0]), (None, _march(9)[0]))
    assert _used(found) == [(0, 3)]


@pytest.mark.parametrize(
    ("counts_breaks", "low", "high"), [(True, 3, 3), (False, 4, 4), (None, 3, 4)]
)
def test_whether_breaks_count_is_the_word_of_the_payer(
    counts_breaks: bool | None, low: int, high: int
) -> None:
    with_breaks = Session(days=(MON, WED, FRI), start=time(9), end=time(12), break_minutes=45)
    approved = evolve(_approved(36, BillingUnit.QUARTER_HOUR), counts_breaks=counts_breaks)

    found = authorization_runway(approved, Schedule(sessions=(with_breaks,)))

    assert (found.covered_days.low, found.covered_days.high) == (low, high)


@pytest.mark.parametrize(
    ("minutes", "unit", "low", "high"),
    [
        (60, BillingUnit.HOUR, 12, 12),
        (70, BillingUnit.HOUR, 6, 12),
        (45, BillingUnit.QUARTER_HOUR, 4, 4),
        (50, BillingUnit.QUARTER_HOUR, 3, 4),
    ],
)
def test_part_of_a_unit_may_count_as_one_or_not_at_all(
    minutes: int, unit: BillingUnit, low: int, high: int
) -> None:
    schedule = Schedule(sessions=(Session(days=(MON,), clock_minutes=minutes),))

    found = authorization_runway(_approved(12, unit), schedule)

    assert (found.covered_days.low, found.covered_days.high) == (low, high)


@pytest.mark.parametrize(
    ("unit", "schedule", "low", "high"),
    [
        # Of one attended day in three, nobody tells what is held on it.
        (
            BillingUnit.SESSION,
            Schedule(sessions=(Session(days=(MON, TUE)),), days_per_week=Span.exactly(3)),
            None,
            12,
        ),
        (
            BillingUnit.HOUR,
            Schedule(
                sessions=(Session(days=(MON, TUE), clock_minutes=60),),
                days_per_week=Span.exactly(3),
            ),
            None,
            18,
        ),
        # Two sessions of a day share its hour, so that each may count or not.
        (
            BillingUnit.HOUR,
            Schedule(
                sessions=(Session(), Session()),
                days_per_week=Span.exactly(3),
                clock_minutes_per_day=Span.exactly(60),
            ),
            6,
            None,
        ),
        # The minutes of one session are told, and those of the whole day.
        (
            BillingUnit.HOUR,
            Schedule(
                sessions=(Session(clock_minutes=60), Session()),
                days_per_week=Span.exactly(3),
                clock_minutes_per_day=Span.exactly(180),
            ),
            3,
            6,
        ),
        (
            BillingUnit.HOUR,
            Schedule(sessions=(Session(days=(MON,), therapeutic_minutes=60),)),
            None,
            12,
        ),
        # Fewer sessions than days: at least one visit a day all the same.
        (
            BillingUnit.ENCOUNTER,
            Schedule(
                sessions=(Session(times_per_week=Span.exactly(1)),),
                days_per_week=Span.exactly(3),
            ),
            12,
            12,
        ),
        # One way to attend tells its time, the other does not.
        (
            BillingUnit.HOUR,
            Schedule(
                tracks=(
                    Track(name="a", sessions=(Session(days=(MON,), clock_minutes=60),)),
                    Track(name="b", sessions=(Session(days=(MON,)),)),
                )
            ),
            None,
            None,
        ),
    ],
)
def test_what_is_told_in_part_still_bounds_the_days_covered(
    unit: BillingUnit, schedule: Schedule, low: int | None, high: int | None
) -> None:
    found = authorization_runway(_approved(12, unit), schedule)

    assert (found.covered_days.low, found.covered_days.high) == (low, high)


def test_time_without_breaks_is_at_most_the_time_on_the_clock() -> None:
    approved = evolve(_approved(12, BillingUnit.HOUR), counts_breaks=False)

    found = authorization_runway(approved, MON_WED_FRI)

    assert (found.covered_days.low, found.covered_days.high) == (4, None)
    assert _used(found) == [(0, 9), (0, 12)]


def test_several_sessions_of_a_day_may_be_one_visit_or_several() -> None:
    two = Schedule(sessions=(Session(days=(MON, TUE)), Session(days=(MON,))))

    as_sessions = authorization_runway(_approved(6, BillingUnit.SESSION), two)
    as_visits = authorization_runway(_approved(6, BillingUnit.ENCOUNTER), two)

    assert as_sessions.covered_days.value == 4
    assert (as_visits.covered_days.low, as_visits.covered_days.high) == (4, 6)


def test_a_weekly_session_without_a_weekday_may_come_early_or_late_in_the_week() -> None:
    schedule = Schedule(
        sessions=(Session(days=(MON, WED, FRI)), Session(times_per_week=Span.exactly(1))),
        days_per_week=Span.exactly(3),
    )

    found = authorization_runway(_approved(5, BillingUnit.SESSION), schedule)

    assert _ends(found)[0] == tuple(_march(6, 9))


def test_the_minutes_of_a_week_may_fall_on_any_of_its_days() -> None:
    schedule = Schedule(days_per_week=Span.exactly(7), clock_minutes_per_week=Span.exactly(420))

    found = authorization_runway(_approved(13, BillingUnit.HOUR), schedule)

    # Rounded up on each of 7 days, a week may count 13 hours; rounded down, one on its Sunday.
    assert (found.covered_days.low, found.first_uncovered.high) == (7, date(2026, 6, 7))


def test_whichever_track_somebody_takes_lies_within_the_range() -> None:
    tracks = tuple(Track(name=day.value, sessions=(Session(days=(day,)),)) for day in (MON, FRI))

    found = authorization_runway(_approved(2), Schedule(tracks=tracks))

    assert _ends(found) == (tuple(_march(9, 13)), tuple(_march(16, 20)))


@pytest.mark.parametrize(
    ("days", "in_business_days", "holidays", "asked"),
    [
        (0, False, [], 16),
        (5, False, [], 11),
        (0, True, [], 16),
        (1, True, [], 13),
        (5, True, [], 9),
        (1, True, [13], 12),
        (2, True, [12, 13], 10),
    ],
)
def test_the_lead_time_fits_before_the_first_day_that_is_not_covered(
    days: int, in_business_days: bool, holidays: list[int], asked: int
) -> None:
    lead = LeadTime(days=days, in_business_days=in_business_days, holidays=_march(*holidays))

    found = authorization_runway(_approved(6), MON_WED_FRI, lead=lead)

    assert found.first_uncovered.value == _march(16)[0]
    assert found.ask_by is not None
    assert found.ask_by.value == _march(asked)[0]


@pytest.mark.parametrize(
    ("day", "days", "asked"), [(14, 0, 13), (15, 0, 13), (15, 1, 13), (16, 1, 13), (17, 1, 16)]
)
def test_a_weekend_is_no_day_to_ask(day: int, days: int, asked: int) -> None:
    lead = LeadTime(days=days, in_business_days=True)

    assert [lead.latest_before(_march(day)[0])] == _march(asked)


def test_without_a_lead_time_the_day_to_ask_is_not_known() -> None:
    assert authorization_runway(_approved(6), MON_WED_FRI).ask_by is None


def test_a_range_has_a_first_and_a_last_day_to_ask() -> None:
    lead = LeadTime(days=5, in_business_days=False)

    found = authorization_runway(_approved(6), THREE_DAYS, lead=lead)

    assert found.ask_by is not None
    assert (found.ask_by.low, found.ask_by.high) == tuple(_march(11, 15))


@pytest.mark.parametrize(
    ("units", "unit", "through", "message"),
    [
        (0, BillingUnit.DAY, None, "approved units: expected a whole number from 1 to 9,999"),
        (10_000, BillingUnit.DAY, None, "approved units: expected a whole number from 1 to 9,999"),
        (
            1,
            BillingUnit.MONTH,
            None,
            "unit: expected one of day, session, encounter, hour, quarter-hour",
        ),
        (
            1,
            BillingUnit.DAY,
            START - timedelta(1),
            "through: expected a last day from the first on, within ten years",
        ),
        (
            1,
            BillingUnit.DAY,
            date(2036, 4, 1),
            "through: expected a last day from the first on, within ten years",
        ),
    ],
)
def test_what_cannot_be_approved_is_refused_with_advice(
    units: int, unit: BillingUnit, through: date | None, message: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        _approved(units, unit, through)

    assert str(refused.value) == message


@pytest.mark.parametrize("days", [-1, 367])
def test_a_lead_time_has_bounds(days: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        LeadTime(days=days, in_business_days=False)

    assert str(refused.value) == "lead time: expected a number of days from 0 to 366"


def test_units_may_outlast_the_calendar() -> None:
    approved = evolve(_approved(9), start=date(9999, 12, 27))

    found = authorization_runway(approved, MON_WED_FRI)

    assert (found.last_covered.high, found.weeks) == (None, ())


def test_a_runway_shows_its_days_only_when_asked() -> None:
    found = authorization_runway(_approved(6), MON_WED_FRI)

    assert repr(found) == "<AuthorizationRunway: 2 weeks>"
    assert "datetime.date(2026, 3, 13)" in reveal(found)
