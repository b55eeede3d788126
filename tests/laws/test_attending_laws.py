"""The laws of whether a person can attend: minute by minute, and from less told to more."""

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iopkit import (
    Case,
    Delivery,
    Episode,
    Listing,
    Person,
    Program,
    Schedule,
    Session,
    State,
    Track,
    Truth,
    Weekday,
    Work,
    admit,
)
from iopkit.facts import READINGS
from iopkit.model import AttendanceRules, WeeklyTime
from iopkit.model.hours import minutes_of
from iopkit.values import Term
from iopkit.vocabulary import CareLanguage, EntryRoute

DAY = date(2026, 3, 2)
_DAYS = st.lists(st.sampled_from(list(Weekday)[:3]), min_size=1, max_size=2, unique=True)


def _clock(quarters: int) -> time:
    return time(8 + quarters // 4, quarters % 4 * 15)


@st.composite
def _times(draw: st.DrawFn) -> WeeklyTime:
    start = draw(st.integers(0, 8))
    end = draw(st.integers(start + 1, 12))
    return WeeklyTime(days=tuple(draw(_DAYS)), start=_clock(start), end=_clock(end))


def _session(held: WeeklyTime) -> Session:
    return Session(days=held.days, start=held.start, end=held.end)


SESSIONS = st.lists(_times().map(_session), min_size=1, max_size=3)
FREE = st.lists(_times(), max_size=5).map(tuple)


def _minutes(times: tuple[WeeklyTime, ...]) -> set[tuple[Weekday, int]]:
    return {
        (day, minute)
        for one in times
        for day in one.days
        for minute in range(minutes_of(one.start), minutes_of(one.end))
    }


def _held(session: Session) -> WeeklyTime:
    return WeeklyTime(
        days=session.days or (), start=session.start or time(8), end=session.end or time(23)
    )


def _is_free(program: Program, person: Person) -> object:
    case = Case(program=program, person=person)
    return READINGS["admission.is-free-at-sessions"].read(case)


def _week(sessions: list[Session]) -> Program:
    return Program(id="p", schedule=Schedule(sessions=tuple(sessions)))


@given(SESSIONS, FREE)
def test_somebody_is_free_where_every_minute_of_the_sessions_is(
    sessions: list[Session], free: tuple[WeeklyTime, ...]
) -> None:
    needed = _minutes(tuple(map(_held, sessions)))

    assert _is_free(_week(sessions), Person(free_times=free)) is (needed <= _minutes(free))


@given(SESSIONS, FREE)
def test_work_rules_out_exactly_the_sessions_that_touch_it(
    sessions: list[Session], hours: tuple[WeeklyTime, ...]
) -> None:
    touched = _minutes(tuple(map(_held, sessions))) & _minutes(hours)

    found = _is_free(_week(sessions), Person(work=Work(hours=hours)))

    assert found is (False if touched else None)


@given(st.data(), SESSIONS, FREE)
def test_what_is_not_told_of_a_session_never_turns_the_answer(
    data: st.DataObject, sessions: list[Session], free: tuple[WeeklyTime, ...]
) -> None:
    less = [_without(each, _OF_SESSION, data.draw(st.sets(_PARTS))) for each in sessions]
    person = Person(free_times=free)

    told, untold = _is_free(_week(sessions), person), _is_free(_week(less), person)

    assert untold in (None, told)


_OF_SESSION: Mapping[str, object] = dict.fromkeys(("days", "start", "end"))
_PARTS = st.sampled_from(list(_OF_SESSION))


def _listings(kind: type[Term]) -> st.SearchStrategy[Listing[Term]]:
    return st.builds(
        Listing.of,
        st.sampled_from(list(kind)[:3]),
        complete=st.booleans(),
    ) | st.just(Listing())


PROGRAMS = st.builds(
    Program,
    id=st.just("p"),
    min_age=st.just(18),
    languages=_listings(CareLanguage),
    delivery=_listings(Delivery),
    serves_states=_listings(State),
    entry_routes=_listings(EntryRoute),
    attendance=st.none() | st.builds(AttendanceRules, ends_after_missed_sessions=st.just(2)),
    schedule=st.builds(
        Schedule,
        sessions=SESSIONS.map(tuple),
        tracks=st.lists(
            st.builds(Track, name=st.sampled_from(["a", "b"]), delivery=_listings(Delivery)),
            max_size=2,
        ).map(tuple),
    ),
)
CASES = st.builds(
    Case,
    person=st.builds(
        Person,
        age=st.just(30),
        state=st.sampled_from([None, *list(State)[:3]]),
        languages=_listings(CareLanguage),
        can_attend=_listings(Delivery),
        free_times=st.none() | FREE,
    ),
    episode=st.builds(
        Episode,
        track=st.sampled_from([None, "a"]),
        entry_route=st.sampled_from([None, *list(EntryRoute)[:3]]),
        planned_absences=st.sampled_from([None, 1, 2]),
    ),
)
_OF_PERSON: Mapping[str, object] = {
    "state": None,
    "languages": Listing(),
    "can_attend": Listing(),
    "free_times": None,
}
_OF_EPISODE: Mapping[str, object] = {"entry_route": None, "planned_absences": None, "track": None}


def _without(record: Any, silent: Mapping[str, object], hidden: Collection[str]) -> Any:
    return evolve(record, **{name: nothing for name, nothing in silent.items() if name in hidden})


@given(st.data(), PROGRAMS, CASES)
def test_telling_more_never_turns_an_admission(
    data: st.DataObject, program: Program, case: Case
) -> None:
    person, episode = case.person or Person(), case.episode or Episode()
    hidden = data.draw(st.sets(st.sampled_from([*_OF_PERSON, *_OF_EPISODE])))
    less = evolve(
        case,
        person=_without(person, _OF_PERSON, hidden),
        episode=_without(episode, _OF_EPISODE, hidden),
    )

    before, after = (admit(program, one, on=DAY).outcome for one in (less, case))

    assert before in (Truth.UNKNOWN, after)
