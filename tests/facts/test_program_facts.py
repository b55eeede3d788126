"""Facts about a program: computed from its sessions, and read from what it says of its practice."""

from datetime import time
from typing import Any

import pytest
from attrs import evolve, fields

from iopkit.facts import FACTS, READINGS
from iopkit.model import Block, Case, Meals, Phase, Practice, Program, Schedule, Session, Track
from iopkit.rules.answers import Answer
from iopkit.values import Listing, Span
from iopkit.vocabulary import Modality, ResidentialIntensity, State, Weekday

_MON_WED_FRI = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
_GROUP = Session(
    days=_MON_WED_FRI,
    start=time(9),
    end=time(12, 15),
    therapeutic_minutes=180,
    modality=Modality.GROUP_THERAPY,
)
_FAMILY = Session(
    days=(Weekday.WEDNESDAY,), clock_minutes=60, therapeutic_minutes=50, modality=Modality.YOGA
)
_UNPLACED = Session(times_per_week=Span(1, 1), therapeutic_minutes=60)


def answer(name: str, program: Program) -> Answer | tuple[Answer, Answer]:
    found = READINGS[name].read(Case(program=program))
    return (found.low, found.high) if isinstance(found, Span) else found


def of(*sessions: Session, **told: Any) -> Program:
    return Program(id="x", schedule=Schedule(sessions=sessions), **told)


_UNTOLD = Session(days=_MON_WED_FRI, clock_minutes=45)
_IN_BLOCKS = Session(
    days=_MON_WED_FRI,
    blocks=(
        Block(minutes=50, modality=Modality.SKILLS_GROUP),
        Block(minutes=30, modality=Modality.YOGA),
        Block(minutes=60),
    ),
)
_LONG = Session(days=_MON_WED_FRI, clock_minutes=240)

_WEEK = of(_GROUP, _FAMILY, weeks=Span(8, 12), state=State.VA, min_age=18)


@pytest.mark.parametrize(
    ("name", "program", "expected"),
    [
        ("program.weekly-minutes", _WEEK, (590, 590)),
        ("program.weekly-clock-minutes", _WEEK, (645, 645)),
        ("program.day-minutes", _WEEK, (180, 230)),
        ("program.weekly-days", _WEEK, (3, 3)),
        ("program.weeks", _WEEK, (8, 12)),
        ("program.course-days", _WEEK, (56, 84)),
        ("program.course-minutes", _WEEK, (8 * 590, 12 * 590)),
        ("program.most-days-without-service", _WEEK, (2, 2)),
        ("program.most-days-without-service", of(_FAMILY), (6, 6)),
        ("program.most-days-without-service", of(_GROUP, _UNPLACED), None),
        ("program.most-days-without-service", of(), None),
        ("program.shortest-group-minutes", _WEEK, (195, 195)),
        ("program.shortest-group-minutes", of(_FAMILY), None),
        ("program.shortest-group-minutes", of(_UNTOLD), None),
        ("program.shortest-group-minutes", of(_GROUP, _UNTOLD), (45, 195)),
        ("program.shortest-group-minutes", of(_GROUP, Session(days=_MON_WED_FRI)), (None, 195)),
        ("program.shortest-group-minutes", of(_GROUP, _IN_BLOCKS), (50, 50)),
        ("program.shortest-group-minutes", of(_GROUP, _LONG), (195, 195)),
        ("program.weekly-minutes", of(Session(days=_MON_WED_FRI)), None),
        ("program.weekly-minutes", of(Session(days=_MON_WED_FRI, clock_minutes=180)), (None, 540)),
        ("program.day-minutes", of(Session(days=_MON_WED_FRI, clock_minutes=180)), (None, 180)),
        (
            "program.course-minutes",
            of(Session(days=_MON_WED_FRI, clock_minutes=180), weeks=Span(2, 3)),
            (None, 3 * 540),
        ),
        ("program.state", _WEEK, State.VA),
        ("program.min-age", _WEEK, 18),
        ("program.max-age", _WEEK, None),
        ("program.meals-per-day", of(meals=Meals(meals_per_day=2)), 2),
        ("program.services-per-day", of(services_per_day=Span(3, 4)), (3, 4)),
    ],
)
def test_a_program_answers_from_its_sessions(name: str, program: Program, expected: object) -> None:
    assert answer(name, program) == expected


def test_the_minutes_of_a_course_follow_its_phases() -> None:
    lighter = Schedule(sessions=(_FAMILY,))
    phases = (Phase(weeks=Span(4, 4)), Phase(weeks=Span(2, 2), schedule=lighter))

    stepped = of(_GROUP, phases=phases)

    assert answer("program.course-minutes", stepped) == (4 * 540 + 2 * 50,) * 2
    assert answer("program.course-days", stepped) == (42, 42)


def test_tracks_leave_a_range_and_hold_only_what_every_track_does() -> None:
    tracks = (
        Track(name="morning", sessions=(_GROUP, _FAMILY)),
        Track(name="evening", sessions=(_GROUP,)),
    )

    program = Program(id="x", schedule=Schedule(tracks=tracks))

    assert answer("program.weekly-minutes", program) == (540, 590)
    assert answer("program.modalities", program) == Listing.of(Modality.GROUP_THERAPY)


def test_how_intensive_residential_care_is_said_to_be_is_a_fact() -> None:
    program = of(residential_intensity=ResidentialIntensity.LOW)

    assert answer("program.residential-intensity", program) is ResidentialIntensity.LOW
    assert answer("program.residential-intensity", of()) is None


def test_a_block_shows_what_is_done_in_its_session() -> None:
    assert answer("program.modalities", of(_IN_BLOCKS)) == Listing.of(
        Modality.SKILLS_GROUP, Modality.YOGA
    )


def test_a_session_shows_what_is_done_and_what_is_told_absent_stays_absent() -> None:
    told = Listing.of(Modality.PEER_SUPPORT, lacks=(Modality.YOGA, Modality.MEAL_SUPPORT))

    found = answer("program.modalities", of(_GROUP, _FAMILY, modalities=told))

    assert found == Listing.of(
        Modality.PEER_SUPPORT,
        Modality.GROUP_THERAPY,
        Modality.YOGA,
        lacks=(Modality.MEAL_SUPPORT,),
    )


@pytest.mark.parametrize("field", [field.name for field in fields(Practice)])
def test_each_thing_that_a_program_says_of_its_practice_is_a_fact(field: str) -> None:
    name = f"program.{field.replace('_', '-')}"
    told: Any = field.startswith(("is_", "has_", "offers_", "justifies_", "counts_")) or 7

    program = Program(id="x", practice=Practice(**{field: told}))

    assert answer(name, program) == told
    assert answer(name, Program(id="x", practice=Practice())) is None


def test_no_fact_about_a_program_is_about_a_person_and_all_can_be_changed() -> None:
    about = {name: fact for name, fact in FACTS.items() if name.startswith("program.")}

    wrong = [name for name, fact in about.items() if fact.about_person or not fact.changeable]

    assert wrong == ["program.accepts-payer"]


@pytest.mark.parametrize(
    ("name", "alone", "told"),
    [
        ("program.weekly-minutes", None, 540),
        ("program.weekly-clock-minutes", None, 600),
        ("program.day-minutes", None, None),
        ("program.course-minutes", None, 8 * 540),
    ],
)
@pytest.mark.parametrize("has_phases", [False, True])
def test_nobody_adds_up_sessions_that_are_at_one_time(
    name: str, alone: int | None, told: int | None, has_phases: bool
) -> None:
    skills = evolve(_GROUP, start=time(12), end=time(13), modality=Modality.SKILLS_GROUP)
    silent = Schedule(sessions=(_GROUP, skills))
    stated = evolve(
        silent,
        clock_minutes_per_week=Span.exactly(600),
        therapeutic_minutes_per_week=Span.exactly(540),
    )

    for schedule, expected in ((silent, alone), (stated, told)):
        phases = (Phase(weeks=Span.exactly(8)),) if has_phases else ()
        weeks = None if has_phases else Span.exactly(8)
        program = Program(id="x", schedule=schedule, weeks=weeks, phases=phases)
        found = None if expected is None else (expected, expected)

        assert answer(name, program) == found
