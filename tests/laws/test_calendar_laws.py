"""The laws of review calendars and of runways, against walks of one day after another."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from iopkit import Period, RuleSet, Span, Text
from iopkit.eligibility import (
    ApprovedUnits,
    AuthorizationRunway,
    CertificationCalendar,
    LeadTime,
    authorization_runway,
    certification_calendar,
)
from iopkit.facts import FACTS
from iopkit.law import Review
from iopkit.model import Schedule, Session
from iopkit.rules import Clause, Compare, Operator
from iopkit.vocabulary import BillingUnit, RuleSubject, Weekday

START = date(2026, 3, 2)
STABLE = Compare(FACTS["person.is-medically-stable"], Operator.EQUAL, bound=True)
TEXT = Text("Test", "Prueba")

starts = st.integers(0, 13).map(lambda number: START + timedelta(number))
offsets = st.sets(st.integers(0, 40), max_size=6).map(sorted)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Draw a clock with a first day, an interval or both."""
    first, every = draw(st.none() | st.integers(1, 20)), draw(st.none() | st.integers(1, 20))
    assume(first is not None or every is not None)
    return Review(id="one", label=TEXT, source="test", first_by_day=first, every_days=every)


def _rules(review: Review, period: Period) -> RuleSet:
    return RuleSet(
        id="test",
        version=period.start.isoformat(),
        title=TEXT,
        authority=TEXT,
        jurisdiction="us",
        subject=RuleSubject.CERTIFICATION,
        care_level=None,
        in_force=period,
        clauses=(Clause("one", TEXT, STABLE, "test"),),
        reviews=(review,),
    )


@st.composite
def histories(draw: st.DrawFn) -> list[RuleSet]:
    """Draw two versions that follow one another, while care goes on or not."""
    change = START + timedelta(draw(st.integers(1, 80)))
    periods = (Period(date(2020, 1, 1), change), Period(change))
    return [_rules(draw(reviews()), period) for period in periods]


def _calendar(
    versions: list[RuleSet], start: date, last: int, done: Iterable[int]
) -> CertificationCalendar:
    days = [start + timedelta(number) for number in done]
    return certification_calendar(versions, start, until=start + timedelta(last), done=days)


@given(histories(), starts, st.integers(0, 120), offsets)
def test_due_days_are_those_of_a_wall_calendar(
    versions: list[RuleSet], start: date, last: int, done: list[int]
) -> None:
    found = _calendar(versions, start, last, done)

    assert [each.due for each in found.due_days] == list(_walked(versions, start, last, done))


def _walked(versions: list[RuleSet], start: date, last: int, done: list[int]) -> Iterator[date]:
    """Yield due days by looking, from each review on, for the last day that is still on time."""
    clocks = [0, *done]
    is_first = True
    while clocks:
        began = start + timedelta(clocks.pop(0))
        is_done = bool(clocks) and clocks[0] <= last
        (rules,) = (each for each in versions if each.in_force.holds(began))
        review = rules.reviews[0]
        if is_first and review.first_by_day is not None:
            on_time = [n for n in range(400) if n + 1 <= review.first_by_day]
        elif review.every_days is not None:
            on_time = [n for n in range(400) if n <= review.every_days]
        else:
            return
        due = began + timedelta(max(on_time))
        is_first = False
        if is_done or due <= start + timedelta(last):
            yield due
            if not clocks:
                clocks.append((due - start).days)


@given(histories(), starts, st.integers(0, 120), offsets)
def test_each_due_day_lies_within_its_interval_of_the_review_before(
    versions: list[RuleSet], start: date, last: int, done: list[int]
) -> None:
    found = _calendar(versions, start, last, done)

    assert {due.counts_from for due in found.due_days[:1]} <= {start}
    for before, after in pairwise(found.due_days):
        (rules,) = (each for each in versions if each.in_force.holds(after.counts_from))
        assert after.counts_from == (before.done_on or before.due)
        assert (after.due - after.counts_from).days == rules.reviews[0].every_days


@given(histories(), starts, st.integers(0, 120), offsets)
def test_what_is_late_was_done_after_the_day_on_which_care_lapsed(
    versions: list[RuleSet], start: date, last: int, done: list[int]
) -> None:
    for due in _calendar(versions, start, last, done).due_days:
        if due.done_on is None:
            assert (due.days_late, due.lapses_on) == (None, due.due + timedelta(1))
        elif due.lapses_on is None:
            assert due.done_on <= due.due
            assert due.days_late == 0
        else:
            assert due.lapses_on == due.due + timedelta(1) <= due.done_on
            assert due.days_late == (due.done_on - due.due).days


@given(reviews(), starts, st.integers(0, 60), st.integers(0, 60))
def test_the_earlier_a_review_is_done_the_earlier_is_the_next_and_never_within_less_time(
    review: Review, start: date, one: int, other: int
) -> None:
    assume(review.every_days is not None)
    rules = [_rules(review, Period(date(2020, 1, 1)))]

    early, late = (_calendar(rules, start, 200, [day]).next_due for day in sorted((one, other)))

    assert early is not None
    assert late is not None
    assert late.due - early.due == timedelta(abs(one - other))


weekday_sets = st.sets(st.sampled_from(Weekday), min_size=1)
days_away = st.sets(st.integers(0, 40).map(lambda number: START + timedelta(number)), max_size=9)
units = st.sampled_from([BillingUnit.DAY, BillingUnit.SESSION, BillingUnit.QUARTER_HOUR])


@st.composite
def concrete_schedules(draw: st.DrawFn) -> Schedule:
    """Draw sessions of whole quarter-hours on weekdays that are told."""
    lengths = draw(st.lists(st.integers(1, 12), min_size=1, max_size=3))
    return Schedule(
        sessions=tuple(
            Session(days=tuple(draw(weekday_sets)), clock_minutes=15 * length) for length in lengths
        )
    )


@st.composite
def approvals(draw: st.DrawFn) -> ApprovedUnits:
    """Draw units of days, sessions or time, which may have a last day."""
    start, through = draw(starts), draw(st.none() | st.integers(0, 60))
    return ApprovedUnits(
        units=draw(st.integers(1, 150)),
        unit=draw(units),
        start=start,
        through=None if through is None else start + timedelta(through),
        counts_breaks=True,
    )


def _needed(schedule: Schedule, unit: BillingUnit, day: date) -> int:
    held = [
        each for each in schedule.sessions if day.weekday() in {d.rank for d in each.days or ()}
    ]
    if unit is BillingUnit.DAY:
        return min(1, len(held))
    if unit is BillingUnit.SESSION:
        return len(held)
    return sum((each.length or 0) // 15 for each in held)


def _marched(
    approved: ApprovedUnits, schedule: Schedule, away: set[date]
) -> tuple[list[date], date, int]:
    """Return the days covered, the first that is not, and the units left, day by day."""
    covered, left, day = list[date](), approved.units, approved.start
    while True:
        needed = 0 if day in away else _needed(schedule, approved.unit, day)
        is_over = approved.through is not None and day > approved.through
        if needed and (needed > left or is_over):
            return covered, day, left
        if needed:
            covered.append(day)
            left -= needed
        day += timedelta(1)


@given(approvals(), concrete_schedules(), days_away)
def test_a_runway_is_that_of_a_walk_day_by_day(
    approved: ApprovedUnits, schedule: Schedule, away: set[date]
) -> None:
    found = authorization_runway(approved, schedule, closed=away)

    covered, first, left = _marched(approved, schedule, away)
    assert found.covered_days.value == len(covered)
    assert found.last_covered.value == (covered[-1] if covered else approved.start - timedelta(1))
    assert found.first_uncovered.value == first
    assert found.weeks[-1].left.value == left
    for week in found.weeks:
        so_far = [day for day in covered if day < week.first_day + timedelta(7)]
        used = sum(_needed(schedule, approved.unit, day) for day in so_far)
        assert week.used.value == used


def _within(one: AuthorizationRunway, other: AuthorizationRunway) -> bool:
    pairs: list[tuple[Span[int] | Span[date], Span[int] | Span[date]]] = [
        (one.covered_days, other.covered_days),
        (one.last_covered, other.last_covered),
        (one.first_uncovered, other.first_uncovered),
        *((a.used, b.used) for a, b in zip(one.weeks, other.weeks, strict=False)),
        *((a.left, b.left) for a, b in zip(one.weeks, other.weeks, strict=False)),
    ]
    return all(
        (outer.low is None or (inner.low is not None and outer.low <= inner.low))  # type: ignore[operator]  # both ends are of one kind
        and (outer.high is None or (inner.high is not None and inner.high <= outer.high))  # type: ignore[operator]  # both ends are of one kind
        for inner, outer in pairs
    )


@st.composite
def schedules_in_ranges(draw: st.DrawFn) -> tuple[Schedule, Schedule]:
    """Draw a schedule in ranges, and a week that fits it."""
    fewest, shortest = draw(st.integers(1, 7)), draw(st.integers(1, 12))
    most, longest = draw(st.integers(fewest, 7)), draw(st.integers(shortest, 15))
    vague = Session(clock_minutes=Span(15 * shortest, 15 * longest))
    attended = draw(st.sets(st.sampled_from(Weekday), min_size=fewest, max_size=most))
    minutes = 15 * draw(st.integers(shortest, longest))
    exact = Session(days=tuple(attended), clock_minutes=minutes)
    return (
        Schedule(sessions=(vague,), days_per_week=Span(fewest, most)),
        Schedule(sessions=(exact,)),
    )


@given(approvals(), schedules_in_ranges(), days_away)
def test_the_range_of_a_schedule_in_ranges_holds_every_week_that_fits_it(
    approved: ApprovedUnits, schedules: tuple[Schedule, Schedule], away: set[date]
) -> None:
    vague, exact = (authorization_runway(approved, each, closed=away) for each in schedules)

    assert _within(exact, vague)


@given(approvals(), concrete_schedules(), st.data())
def test_a_session_without_weekdays_lies_within_its_range(
    approved: ApprovedUnits, schedule: Schedule, data: st.DataObject
) -> None:
    attended = sorted({day for each in schedule.sessions for day in each.days or ()})
    times = data.draw(st.integers(1, len(attended)))
    fewest, most = data.draw(st.integers(1, times)), data.draw(st.integers(times, 7))
    weekly = Session(times_per_week=Span(fewest, most), clock_minutes=45)
    held = data.draw(st.sampled_from(list(combinations(attended, times))))
    placed = Session(days=held, clock_minutes=45)

    vague, exact = (
        authorization_runway(
            approved,
            Schedule(
                sessions=(*schedule.sessions, each), days_per_week=Span.exactly(len(attended))
            ),
        )
        for each in (weekly, placed)
    )

    assert _within(exact, vague)


@given(approvals(), concrete_schedules(), st.integers(1, 20), st.integers(0, 300), st.data())
def test_the_time_of_a_day_or_a_week_holds_every_way_to_divide_it(
    approved: ApprovedUnits,
    schedule: Schedule,
    quarters: int,
    more: int,
    data: st.DataObject,
) -> None:
    attended = sorted({day for each in schedule.sessions for day in each.days or ()})
    lengths = data.draw(
        st.lists(st.integers(0, 15 * quarters), min_size=len(attended), max_size=len(attended))
    )
    assume(any(lengths))
    exact = Schedule(
        sessions=tuple(
            Session(days=(day,), clock_minutes=length)
            for day, length in zip(attended, lengths, strict=True)
            if length
        )
    )
    total = Span(max(1, sum(lengths) - more), sum(lengths))
    vague = Schedule(days_per_week=exact.counted_days, clock_minutes_per_week=total)

    inner, outer = (authorization_runway(approved, each) for each in (exact, vague))

    assert _within(inner, outer)


@given(approvals(), concrete_schedules(), days_away)
def test_never_more_units_are_used_than_approved(
    approved: ApprovedUnits, schedule: Schedule, away: set[date]
) -> None:
    vague = Schedule(days_per_week=schedule.weekly_days, sessions=(Session(clock_minutes=50),))

    for one in (schedule, vague):
        for week in authorization_runway(approved, one, missed=away).weeks:
            assert week.used.high is not None
            assert week.left.low is not None
            assert week.used.high + week.left.low == approved.units
            assert week.left.low >= 0


@given(approvals(), concrete_schedules(), days_away)
def test_a_day_that_is_missed_never_brings_the_end_nearer(
    approved: ApprovedUnits, schedule: Schedule, away: set[date]
) -> None:
    days = evolve(approved, unit=BillingUnit.DAY)

    plain = authorization_runway(days, schedule).first_uncovered.value
    missed = authorization_runway(days, schedule, missed=away).first_uncovered.value

    assert plain is not None
    assert missed is not None
    assert plain <= missed


@given(starts, st.integers(0, 12), days_away)
def test_a_lead_time_in_business_days_has_so_many_of_them(
    day: date, days: int, holidays: set[date]
) -> None:
    lead = LeadTime(days=days, in_business_days=True, holidays=holidays)

    asked = lead.latest_before(day)

    between = [asked + timedelta(number) for number in range((day - asked).days)]
    business = [one for one in between if one.weekday() < 5 and one not in holidays]
    assert asked.weekday() < 5
    assert asked not in holidays
    assert len(business) == days or (days == 0 and business in ([], [asked]))
