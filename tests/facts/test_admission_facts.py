"""Facts about the match of a person and a program, each read from what both tell."""

from datetime import time

import pytest

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
    Weekday,
    Work,
)
from iopkit.facts import READINGS
from iopkit.model import Phase, WeeklyTime
from iopkit.rules.answers import Answer
from iopkit.vocabulary import CareLanguage, EntryRoute

EN, ES, KO = CareLanguage.ENGLISH, CareLanguage.SPANISH, CareLanguage.KOREAN
WEEKDAYS = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)


def _read(name: str, case: Case) -> Answer:
    return READINGS[f"admission.{name}"].read(case)


def _times(start: str, end: str, *days: Weekday) -> WeeklyTime:
    return WeeklyTime(
        days=days or WEEKDAYS, start=time.fromisoformat(start), end=time.fromisoformat(end)
    )


def _session(start: str | None, end: str | None, *days: Weekday) -> Session:
    return Session(
        days=days or None,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
    )


MORNINGS = _session("09:00", "12:00", *WEEKDAYS)
EVENINGS = _session("18:00", "21:00", *WEEKDAYS)
DAY_LONG = Work(hours=(_times("08:00", "16:30"),))


def _week(*sessions: Session) -> Program:
    return Program(id="p", schedule=Schedule(sessions=sessions))


def _tracks(*tracks: Track) -> Program:
    return Program(id="p", schedule=Schedule(tracks=tracks))


@pytest.mark.parametrize(
    ("program", "person", "free"),
    [
        (_week(MORNINGS), Person(free_times=(_times("09:00", "12:00"),)), True),
        (_week(MORNINGS), Person(free_times=(_times("09:01", "12:00"),)), False),
        (_week(MORNINGS), Person(free_times=(_times("09:00", "11:59"),)), False),
        (_week(MORNINGS), Person(free_times=(_times("09:00", "12:00", *WEEKDAYS[:2]),)), False),
        (
            _week(MORNINGS),
            Person(free_times=(_times("08:00", "10:00"), _times("10:00", "13:00"))),
            True,
        ),
        (
            _week(MORNINGS),
            Person(free_times=(_times("08:00", "10:00"), _times("10:01", "13:00"))),
            False,
        ),
        (_week(MORNINGS), Person(free_times=()), False),
        (_week(MORNINGS), Person(), None),
        (_week(MORNINGS), Person(work=DAY_LONG), False),
        (_week(EVENINGS), Person(work=DAY_LONG), None),
        (_week(_session("16:30", "18:00", *WEEKDAYS)), Person(work=DAY_LONG), None),
        (_week(_session("16:29", "18:00", *WEEKDAYS)), Person(work=DAY_LONG), False),
        (_week(MORNINGS), Person(work=DAY_LONG, free_times=(_times("09:00", "12:00"),)), True),
        (_week(), Person(free_times=(_times("09:00", "12:00"),)), None),
        (
            _week(_session("09:00", None, *WEEKDAYS)),
            Person(free_times=(_times("09:00", "12:00"),)),
            None,
        ),
        (
            _week(_session(None, "08:00", *WEEKDAYS)),
            Person(free_times=(_times("09:00", "12:00"),)),
            False,
        ),
        (
            _week(Session(days=WEEKDAYS, clock_minutes=181)),
            Person(free_times=(_times("09:00", "12:00"),)),
            False,
        ),
        (
            _week(Session(days=WEEKDAYS, clock_minutes=180)),
            Person(free_times=(_times("09:00", "12:00"),)),
            None,
        ),
        (
            _week(Session(days=WEEKDAYS)),
            Person(free_times=(_times("00:00", "23:59"),)),
            True,
        ),
        (_week(_session("09:00", "12:00")), Person(free_times=(_times("09:00", "12:00"),)), None),
        (
            _week(_session("09:00", "12:00")),
            Person(free_times=(_times("08:00", "13:00", *Weekday),)),
            True,
        ),
        (
            _week(_session("09:00", "12:00")),
            Person(free_times=(_times("14:00", "18:00", *Weekday),)),
            False,
        ),
        (_week(MORNINGS, EVENINGS), Person(free_times=(_times("09:00", "12:00"),)), False),
    ],
)
def test_somebody_is_free_where_every_session_lies_in_free_times(
    program: Program, person: Person, free: bool | None
) -> None:
    assert _read("is-free-at-sessions", Case(program=program, person=person)) is free


FROM_22 = Session(days=(Weekday.SUNDAY,), start=time(22), clock_minutes=180)
UNTIL_1 = Session(days=(Weekday.MONDAY,), end=time(1), clock_minutes=180)


@pytest.mark.parametrize("session", [FROM_22, UNTIL_1])
@pytest.mark.parametrize(
    ("times", "free"),
    [
        ((_times("00:00", "23:59", *Weekday),), True),
        (
            (_times("22:00", "23:59", Weekday.SUNDAY), _times("00:00", "01:00", Weekday.MONDAY)),
            True,
        ),
        (
            (_times("22:00", "23:59", Weekday.SUNDAY), _times("00:00", "00:59", Weekday.MONDAY)),
            False,
        ),
        (
            (_times("22:00", "23:58", Weekday.SUNDAY), _times("00:00", "01:00", Weekday.MONDAY)),
            False,
        ),
        (
            (_times("22:00", "23:59", Weekday.SUNDAY), _times("00:00", "01:00", Weekday.TUESDAY)),
            False,
        ),
    ],
)
def test_a_session_may_run_past_midnight(
    session: Session, times: tuple[WeeklyTime, ...], free: bool
) -> None:
    case = Case(program=_week(session), person=Person(free_times=times))

    assert _read("is-free-at-sessions", case) is free


@pytest.mark.parametrize(("until", "free"), [("00:59", False), ("01:00", None)])
def test_a_session_without_times_may_run_past_midnight_too(until: str, free: bool | None) -> None:
    times = (_times("22:00", "23:59", Weekday.SUNDAY), _times("00:00", until, Weekday.MONDAY))
    program = _week(Session(days=(Weekday.SUNDAY,), clock_minutes=180))

    assert (
        _read("is-free-at-sessions", Case(program=program, person=Person(free_times=times))) is free
    )


DAY_OR_EVENING = _tracks(
    Track(name="day", sessions=(MORNINGS,), delivery=Listing.of(Delivery.IN_PERSON, complete=True)),
    Track(name="evening", sessions=(EVENINGS,), delivery=Listing.of(Delivery.VIDEO, complete=True)),
)
FREE_MORNINGS = (_times("09:00", "12:00"),)


@pytest.mark.parametrize(
    ("track", "able", "free"),
    [
        (None, Listing.of(Delivery.IN_PERSON, complete=True), True),
        (None, Listing.of(Delivery.VIDEO, complete=True), False),
        (None, Listing[Delivery](), None),
        ("day", Listing[Delivery](), None),
        ("day", Listing.of(Delivery.IN_PERSON), True),
        ("evening", Listing[Delivery](), False),
        ("night", Listing.of(Delivery.IN_PERSON, complete=True), True),
        ("night", Listing.of(Delivery.VIDEO, complete=True), False),
    ],
)
def test_one_track_must_suit_by_its_times_and_its_delivery(
    track: str | None, able: Listing[Delivery], free: bool | None
) -> None:
    case = Case(
        program=DAY_OR_EVENING,
        person=Person(free_times=FREE_MORNINGS, can_attend=able),
        episode=Episode(track=track),
    )

    assert _read("has-track-that-suits", case) is free


@pytest.mark.parametrize(("track", "free"), [(None, True), ("day", True), ("evening", False)])
def test_by_times_alone_one_track_suffices(track: str | None, free: bool) -> None:
    case = Case(
        program=DAY_OR_EVENING,
        person=Person(free_times=FREE_MORNINGS),
        episode=Episode(track=track),
    )

    assert _read("is-free-at-sessions", case) is free


def test_a_course_in_phases_must_suit_in_all_of_them() -> None:
    first, second = (Phase(schedule=Schedule(sessions=(each,))) for each in (MORNINGS, EVENINGS))
    case = Case(
        program=Program(id="p", phases=(first, second)), person=Person(free_times=FREE_MORNINGS)
    )

    assert _read("is-free-at-sessions", case) is False


IN_PERSON, VIRTUAL = Listing.of(Delivery.IN_PERSON), Listing.of(Delivery.VIRTUAL)
ONLY_VIRTUAL = Listing.of(Delivery.VIRTUAL, complete=True)
ONLY_IN_PERSON = Listing.of(Delivery.IN_PERSON, complete=True)


@pytest.mark.parametrize(
    ("offered", "able", "answer"),
    [
        (IN_PERSON, IN_PERSON, True),
        (IN_PERSON, Listing(lacks=(Delivery.IN_PERSON,)), None),
        (ONLY_IN_PERSON, Listing(lacks=(Delivery.IN_PERSON,)), False),
        (ONLY_IN_PERSON, ONLY_VIRTUAL, False),
        (ONLY_VIRTUAL, ONLY_VIRTUAL, True),
        (ONLY_VIRTUAL, Listing.of(Delivery.VIDEO), None),
        (ONLY_VIRTUAL, Listing.of(Delivery.VIDEO, Delivery.AUDIO), True),
        (ONLY_VIRTUAL, Listing(lacks=(Delivery.VIRTUAL,)), False),
        (ONLY_VIRTUAL, Listing(lacks=(Delivery.VIDEO, Delivery.AUDIO)), False),
        (Listing.of(Delivery.VIRTUAL, lacks=[Delivery.AUDIO]), Listing.of(Delivery.VIDEO), True),
        (Listing.of(Delivery.VIDEO), ONLY_VIRTUAL, True),
        (Listing.of(Delivery.VIDEO, complete=True), Listing.of(Delivery.AUDIO), None),
        (Listing.of(Delivery.VIDEO, complete=True), Listing(lacks=(Delivery.VIDEO,)), False),
        (Listing(lacks=(Delivery.VIRTUAL, Delivery.IN_PERSON)), VIRTUAL, False),
        (Listing[Delivery](), VIRTUAL, None),
        (IN_PERSON, Listing[Delivery](), None),
    ],
)
def test_a_way_of_attending_suits_where_both_have_it(
    offered: Listing[Delivery], able: Listing[Delivery], answer: bool | None
) -> None:
    case = Case(program=Program(id="p", delivery=offered), person=Person(can_attend=able))

    assert _read("can-attend", case) is answer


@pytest.mark.parametrize(
    ("held", "spoken", "answer"),
    [
        (Listing.of(EN, ES), Listing.of(ES), True),
        (Listing.of(EN), Listing.of(KO), None),
        (Listing.of(EN, complete=True), Listing.of(KO), None),
        (Listing.of(EN, complete=True), Listing.of(KO, complete=True), False),
        (Listing.of(EN, complete=True), Listing.of(KO, lacks=[EN]), False),
        (Listing.of(EN), Listing[CareLanguage](), None),
    ],
)
def test_a_language_is_shared_where_both_tell_it(
    held: Listing[CareLanguage], spoken: Listing[CareLanguage], answer: bool | None
) -> None:
    case = Case(program=Program(id="p", languages=held), person=Person(languages=spoken))

    assert _read("shares-language", case) is answer


@pytest.mark.parametrize(
    ("served", "state", "answer"),
    [
        (Listing.of(State.CO), State.CO, True),
        (Listing.of(State.CO), State.NY, None),
        (Listing.of(State.CO, complete=True), State.NY, False),
        (Listing.of(State.CO), None, None),
    ],
)
def test_a_state_is_served_where_the_program_tells_it(
    served: Listing[State], state: State | None, answer: bool | None
) -> None:
    case = Case(program=Program(id="p", serves_states=served), person=Person(state=state))

    assert _read("serves-state", case) is answer


@pytest.mark.parametrize(
    ("taken", "route", "answer"),
    [
        (Listing.of(EntryRoute.STEP_DOWN), EntryRoute.STEP_DOWN, True),
        (Listing.of(EntryRoute.STEP_DOWN), EntryRoute.STEP_UP, None),
        (Listing.of(EntryRoute.STEP_DOWN, complete=True), EntryRoute.STEP_UP, False),
        (Listing.of(EntryRoute.STEP_DOWN), None, None),
    ],
)
def test_a_route_is_taken_where_the_program_tells_it(
    taken: Listing[EntryRoute], route: EntryRoute | None, answer: bool | None
) -> None:
    case = Case(program=Program(id="p", entry_routes=taken), episode=Episode(entry_route=route))

    assert _read("takes-entry-route", case) is answer


@pytest.mark.parametrize(
    ("told", "age", "exception", "answer"),
    [
        ({"min_age": 13, "max_age": 17}, 13, None, True),
        ({"min_age": 13, "max_age": 17}, 17, None, True),
        ({"min_age": 13, "max_age": 17}, 12, None, False),
        ({"min_age": 13, "max_age": 17}, 18, None, False),
        ({"min_age": 13, "max_age": 17}, 18, True, True),
        ({"min_age": 13, "max_age": 17}, 18, False, False),
        ({"min_age": 13, "max_age": 17}, 90, None, False),
        ({"min_age": 18, "considers_other_ages": True}, 17, None, None),
        ({"min_age": 18, "considers_other_ages": True}, 17, True, True),
        ({"min_age": 18, "considers_other_ages": True}, 17, False, False),
        ({"min_age": 18, "considers_other_ages": False}, 17, None, False),
        ({"min_age": 18}, 90, None, True),
        ({"min_age": 18, "max_age": 95}, 90, None, None),
        ({"min_age": 18, "max_age": 95}, 89, None, True),
        ({"min_age": 91}, 90, None, None),
        ({"min_age": 91}, 90, True, True),
        ({"min_age": 91}, 89, None, False),
        ({}, 34, None, None),
        ({"min_age": 18}, None, None, None),
    ],
)
def test_an_age_is_taken_within_the_ages_that_a_program_tells_or_by_exception(
    told: dict[str, object], age: int | None, exception: bool | None, answer: bool | None
) -> None:
    case = Case(
        program=Program(id="p", **told),  # type: ignore[arg-type]  # a table of fields
        person=Person(age=age),
        episode=Episode(has_age_exception=exception),
    )

    assert _read("takes-age", case) is answer


def test_without_a_program_nobody_knows_which_ages_are_taken() -> None:
    case = Case(person=Person(age=34), episode=Episode(has_age_exception=True))

    assert _read("takes-age", case) is None
