"""Admission by how, when and from where a person attends, as far as a program tells."""

from datetime import date, time

import pytest

from iopkit import (
    AdmissionTerm,
    Case,
    Delivery,
    Episode,
    Listing,
    Person,
    Program,
    Schedule,
    Session,
    State,
    Text,
    Track,
    Truth,
    Weekday,
    admit,
)
from iopkit.eligibility import admission_terms
from iopkit.model import AttendanceRules
from iopkit.rules import facts_of
from iopkit.vocabulary import CareLanguage, EntryRoute

DAY = date(2026, 3, 2)
STABLE = Listing.of(AdmissionTerm.MEDICALLY_STABLE)
MONDAYS = Schedule(sessions=(Session(days=(Weekday.MONDAY,), start=time(9), end=time(12)),))
VIDEO = Listing.of(Delivery.VIDEO)
TWO = AttendanceRules(ends_after_missed_sessions=2)
THREE = AttendanceRules(ends_after_unexcused_absences=3)


@pytest.mark.parametrize(
    ("program", "terms"),
    [
        (Program(id="p", requires=STABLE), []),
        (
            Program(id="p", requires=STABLE, languages=Listing.of(CareLanguage.ENGLISH)),
            ["language"],
        ),
        (Program(id="p", requires=STABLE, schedule=MONDAYS), ["schedule"]),
        (Program(id="p", requires=STABLE, schedule=Schedule(sessions=(Session(),))), []),
        (Program(id="p", requires=STABLE, delivery=Listing.of(Delivery.VIDEO)), ["delivery"]),
        (
            Program(
                id="p",
                requires=STABLE,
                schedule=Schedule(
                    tracks=(Track(name="a", delivery=Listing.of(Delivery.IN_PERSON)),)
                ),
            ),
            ["delivery"],
        ),
        (Program(id="p", requires=STABLE, serves_states=Listing.of(State.CO)), ["state"]),
        (
            Program(id="p", requires=STABLE, entry_routes=Listing.of(EntryRoute.STEP_UP)),
            ["entry-route"],
        ),
        (Program(id="p", requires=STABLE, attendance=AttendanceRules()), []),
        (Program(id="p", requires=STABLE, attendance=TWO), ["missed-sessions"]),
        (Program(id="p", requires=STABLE, attendance=THREE), ["unexcused-absences"]),
    ],
)
def test_only_what_a_program_tells_becomes_a_term(program: Program, terms: list[str]) -> None:
    clauses = admission_terms(program).clauses

    assert [clause.id for clause in clauses] == ["medically-stable", *terms]


@pytest.mark.parametrize(
    ("rules", "planned", "excused", "outcome"),
    [
        (TWO, 1, None, Truth.MET),
        (TWO, 2, None, Truth.NOT_MET),
        (TWO, 2, True, Truth.NOT_MET),
        (TWO, None, None, Truth.UNKNOWN),
        (THREE, 2, None, Truth.MET),
        (THREE, 3, None, Truth.UNKNOWN),
        (THREE, 3, True, Truth.MET),
        (THREE, 3, False, Truth.NOT_MET),
    ],
)
def test_planned_absences_count_against_what_ends_a_course(
    rules: AttendanceRules, planned: int | None, excused: bool | None, outcome: Truth
) -> None:
    program = Program(id="p", requires=STABLE, attendance=rules)
    case = Case(
        person=Person(is_medically_stable=True),
        episode=Episode(planned_absences=planned, are_absences_excused=excused),
    )

    assert admit(program, case, on=DAY).outcome is outcome


def test_how_one_attends_alone_does_not_admit() -> None:
    program = Program(id="p", serves_states=Listing.of(State.CO))
    case = Case(person=Person(state=State.CO))

    decision = admit(program, case, on=DAY)

    assert decision.outcome is Truth.UNKNOWN
    assert [found.clause.id for found in decision.clauses] == ["own-answer", "state"]
    assert decision.clauses[0].clause.label == Text(
        "The program does not tell whom it admits: ask it",
        "El programa no indica a quién admite: pregúntele",
    )


def test_a_conflict_of_times_can_be_changed_and_a_state_cannot() -> None:
    program = Program(id="p", schedule=MONDAYS, serves_states=Listing.of(State.CO, complete=True))

    facts = {fact.name: fact for fact in admit(program, Case(), on=DAY).pivots.facts}

    assert facts["admission.is-free-at-sessions"].changeable
    assert not facts["admission.serves-state"].changeable


@pytest.mark.parametrize(
    ("delivery", "terms"), [(Listing[Delivery](), ["schedule"]), (VIDEO, ["track"])]
)
def test_times_and_delivery_are_one_term_where_tracks_may_differ_in_them(
    delivery: Listing[Delivery], terms: list[str]
) -> None:
    tracks = tuple(Track(name=name, sessions=MONDAYS.sessions) for name in ("one", "two"))
    program = Program(id="p", requires=STABLE, delivery=delivery, schedule=Schedule(tracks=tracks))

    clauses = admission_terms(program).clauses

    assert [clause.id for clause in clauses] == ["medically-stable", *terms]


def test_no_two_terms_ask_facts_that_share_what_they_come_from() -> None:
    for tracks in ((), (Track(name="one"), Track(name="two"))):
        program = Program(
            id="p",
            requires=Listing.of(*AdmissionTerm),
            languages=Listing.of(CareLanguage.ENGLISH),
            delivery=VIDEO,
            serves_states=Listing.of(State.CO),
            entry_routes=Listing.of(EntryRoute.STEP_UP),
            schedule=Schedule(sessions=MONDAYS.sessions, tracks=tracks),
            attendance=TWO,
        )

        origins = [
            name for fact in facts_of(admission_terms(program).rule) for name in fact.derived_from
        ]

        assert len(origins) == len(set(origins))
