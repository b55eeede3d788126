"""The four advantages: found, absent or not told, and silence is never held against a program."""

from datetime import time

import pytest

from iopkit import (
    CareLevel,
    Listing,
    Modality,
    Program,
    ProgramType,
    Schedule,
    Session,
    Span,
    Truth,
    Weekday,
    WeeklyTime,
    Work,
    reveal,
)
from iopkit.model import AttendanceRules, Block, Track
from iopkit.standards import AdvantageFinding, advantages_of
from iopkit.vocabulary.comparison import Advantage

_THREE = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
_MORNING = Session(days=_THREE, start=time(9), end=time(12))
_EVENING = Session(days=_THREE, start=time(18), end=time(21))
_OFFICE = Work(hours=(WeeklyTime(days=(*_THREE, Weekday.TUESDAY), start=time(8), end=time(17)),))
_BOTH = (Track(name="morning", sessions=(_MORNING,)), Track(name="evening", sessions=(_EVENING,)))


def _program(**told: object) -> Program:
    return Program(id="x", **told)  # type: ignore[arg-type]  # a table of fields


def _finding(program: Program, advantage: Advantage, work: Work | None = None) -> AdvantageFinding:
    return next(each for each in advantages_of(program, work=work) if each.advantage is advantage)


def test_a_silent_program_has_no_finding_held_against_it() -> None:
    findings = advantages_of(Program(id="x"))

    assert [finding.advantage for finding in findings] == list(Advantage)
    assert {finding.outcome for finding in findings} == {Truth.UNKNOWN}
    assert all(finding.not_told == finding.evidence for finding in findings)


@pytest.mark.parametrize(
    ("advantage", "told", "outcome"),
    [
        (Advantage.FLEXIBILITY, {"schedule": Schedule(sessions=(_EVENING,))}, Truth.MET),
        (Advantage.FLEXIBILITY, {"schedule": Schedule(sessions=(_MORNING,))}, Truth.UNKNOWN),
        (Advantage.FLEXIBILITY, {"schedule": Schedule(tracks=_BOTH)}, Truth.MET),
        (Advantage.REAL_LIFE_APPLICATION, {"level": CareLevel.IOP}, Truth.MET),
        (Advantage.REAL_LIFE_APPLICATION, {"level": CareLevel.PHP}, Truth.MET),
        (Advantage.REAL_LIFE_APPLICATION, {"level": CareLevel.RESIDENTIAL}, Truth.NOT_MET),
        (
            Advantage.REAL_LIFE_APPLICATION,
            {"schedule": Schedule(sessions=(_MORNING,))},
            Truth.UNKNOWN,
        ),
        (
            Advantage.SUPPORTIVE_ENVIRONMENT,
            {"modalities": Listing.of(Modality.SKILLS_GROUP)},
            Truth.MET,
        ),
        (
            Advantage.SUPPORTIVE_ENVIRONMENT,
            {"optional_modalities": Listing.of(Modality.COUPLES_THERAPY)},
            Truth.MET,
        ),
        (
            Advantage.SUPPORTIVE_ENVIRONMENT,
            {"types": Listing.of(ProgramType.FAMILY_BASED)},
            Truth.MET,
        ),
        (
            Advantage.SUPPORTIVE_ENVIRONMENT,
            {
                "schedule": Schedule(
                    sessions=(Session(blocks=(Block(modality=Modality.GROUP_THERAPY),)),)
                )
            },
            Truth.MET,
        ),
        (
            Advantage.SUPPORTIVE_ENVIRONMENT,
            {"modalities": Listing.of(Modality.INDIVIDUAL_THERAPY)},
            Truth.UNKNOWN,
        ),
        (
            Advantage.SUPPORT_AND_ACCOUNTABILITY,
            {"schedule": Schedule(days_per_week=Span(2, 3))},
            Truth.MET,
        ),
        (
            Advantage.SUPPORT_AND_ACCOUNTABILITY,
            {"schedule": Schedule(days_per_week=Span(1, 3))},
            Truth.UNKNOWN,
        ),
        (
            Advantage.SUPPORT_AND_ACCOUNTABILITY,
            {"attendance": AttendanceRules(ends_after_missed_sessions=2)},
            Truth.MET,
        ),
        (
            Advantage.SUPPORT_AND_ACCOUNTABILITY,
            {"attendance": AttendanceRules(reviews_every_weeks=Span.exactly(1))},
            Truth.MET,
        ),
        (
            Advantage.SUPPORT_AND_ACCOUNTABILITY,
            {"attendance": AttendanceRules(drug_screens=Span(3, None))},
            Truth.UNKNOWN,
        ),
    ],
)
def test_an_advantage_is_found_in_the_facts_of_a_program(
    advantage: Advantage, told: dict[str, object], outcome: Truth
) -> None:
    assert _finding(_program(**told), advantage).outcome is outcome


def test_what_is_known_to_be_missing_is_absent_and_not_merely_silent() -> None:
    program = _program(
        modalities=Listing.of(Modality.INDIVIDUAL_THERAPY, complete=True),
        types=Listing.of(ProgramType.GENERAL, complete=True),
        approaches=Listing(complete=True),
    )

    finding = _finding(program, Advantage.SUPPORTIVE_ENVIRONMENT)

    assert finding.outcome is Truth.NOT_MET
    assert [each.text.en for each in finding.absent] == [
        "Group therapy",
        "Support by peers",
        "The family takes part",
    ]


def test_one_day_a_week_is_not_several() -> None:
    program = _program(schedule=Schedule(days_per_week=Span.exactly(1)))

    finding = _finding(program, Advantage.SUPPORT_AND_ACCOUNTABILITY)

    assert [each.text.en for each in finding.absent] == ["Sessions on several days a week"]
    assert [each.text.es for each in finding.not_told] == [
        "Reglas de asistencia",
        "El progreso se revisa con regularidad",
    ]


def test_evidence_names_the_fields_in_which_it_was_looked_for() -> None:
    finding = _finding(_program(schedule=Schedule(tracks=_BOTH)), Advantage.FLEXIBILITY)

    assert [(each.text.en, each.fields) for each in finding.found] == [
        (
            "Sessions in the evening",
            ("schedule.sessions", "schedule.tracks", "schedule.times_of_day"),
        ),
        ("Several tracks, of which a participant takes one", ("schedule.tracks",)),
    ]


@pytest.mark.parametrize(
    ("week", "work", "outcome"),
    [
        (Schedule(sessions=(_MORNING,)), _OFFICE, Truth.NOT_MET),
        (Schedule(sessions=(_EVENING,)), _OFFICE, Truth.MET),
        (Schedule(tracks=_BOTH), _OFFICE, Truth.MET),
        (Schedule(sessions=(Session(days=_THREE),)), _OFFICE, Truth.UNKNOWN),
        (Schedule(sessions=(Session(days=(Weekday.SUNDAY,)),)), _OFFICE, Truth.MET),
        (Schedule(sessions=(Session(start=time(9), end=time(12)),)), _OFFICE, Truth.UNKNOWN),
        (Schedule(sessions=(Session(start=time(17), end=time(20)),)), _OFFICE, Truth.MET),
        (Schedule(), _OFFICE, Truth.UNKNOWN),
        (Schedule(sessions=(_MORNING,)), Work(hours=()), Truth.MET),
        (Schedule(), Work(hours=()), Truth.MET),
    ],
)
def test_flexibility_asks_about_working_hours_where_they_are_told(
    week: Schedule, work: Work, outcome: Truth
) -> None:
    finding = _finding(_program(schedule=week), Advantage.FLEXIBILITY, work)

    assert finding.evidence[-1].text.en == "A way to attend outside the person's working hours"
    assert finding.evidence[-1].outcome is outcome


def test_working_hours_that_are_not_told_are_not_asked_about() -> None:
    finding = _finding(Program(id="x"), Advantage.FLEXIBILITY, Work())

    assert len(finding.evidence) == 3


def test_a_finding_that_rests_on_a_record_is_quiet() -> None:
    finding = _finding(_program(schedule=Schedule(tracks=_BOTH)), Advantage.FLEXIBILITY, _OFFICE)

    assert repr(finding) == "<AdvantageFinding: 3 of 3 fields told>"
    assert "outside the person's working hours" in reveal(finding)
