"""Programs checked against a standard: what is found, in whole, and what is never held against."""

from datetime import date, time
from pathlib import Path
from time import perf_counter

import pytest
from tests.standards.example_standard import (
    DAY,
    at_least,
    at_most,
    clause,
    compared,
    has,
    is_true,
    one_of,
    standard,
)

from iopkit import (
    CareLevel,
    InvalidRule,
    Listing,
    Modality,
    NotInForce,
    Period,
    Phase,
    Place,
    Population,
    Program,
    RuleSet,
    Schedule,
    Session,
    Setting,
    Severity,
    Span,
    State,
    Text,
    Track,
    Truth,
    Weekday,
    read,
    shipped,
)
from iopkit.facts import FACTS
from iopkit.model import Practice
from iopkit.rules import AllOf, AnyOf, Known, Node, Not, Operator
from iopkit.standards import CODES, Finding, check, is_for_programs, located
from iopkit.standards.axes import AXES

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "programs").glob("*.yaml"))
_THREE = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
_BREAKS = Session(days=_THREE, start=time(10), end=time(13), break_minutes=30)
_LONGER = Session(days=_THREE, start=time(18), end=time(21), therapeutic_minutes=180)
_NINE_HOURS = at_least("weekly-minutes", 540)
_CRISIS = is_true("program.has-crisis-service")
_SIX = Span.exactly(360)


def _program(**told: object) -> Program:
    return Program(id="x", **told)  # type: ignore[arg-type]  # a table of fields


def _found(rule: Node, program: Program) -> Finding:
    (finding,) = check(standard(rule), program, on=DAY).findings
    return finding


def _week(**told: object) -> Program:
    return _program(schedule=Schedule(**told))  # type: ignore[arg-type]  # a table of fields


def test_what_a_program_does_not_meet_is_an_error_with_all_that_there_is_to_say() -> None:
    tracks = (
        Track(name="morning", sessions=(_BREAKS,)),
        Track(name="evening", sessions=(_LONGER,)),
    )

    findings = check(standard(at_least("weekly-minutes", 600)), _week(tracks=tracks), on=DAY)

    (finding,) = findings.findings
    assert findings.outcome is Truth.NOT_MET
    assert str(finding.problem) == (
        "schedule.tracks: not met: The clause-1; found: 7 h 30 min to 9 h of therapeutic time"
        " a week, computed from the sessions"
    )
    assert finding.problem.code == "standard-weekly-hours"
    assert finding.problem.severity is Severity.ERROR
    assert finding.problem.source == "a-source"
    assert finding.clause is findings.clauses[0].clause
    assert finding.required == Text(
        "at least 10 h of therapeutic time a week",
        "al menos 10 h de tiempo terapéutico por semana",
    )
    assert finding.suggestion == Text(
        "To meet it: at least 10 h of therapeutic time a week",
        "Para cumplirlo: al menos 10 h de tiempo terapéutico por semana",
    )


@pytest.mark.parametrize(
    ("rule", "program", "code", "message"),
    [
        (
            _NINE_HOURS,
            _week(therapeutic_minutes_per_week=Span.exactly(360)),
            "standard-weekly-hours",
            (
                "schedule.therapeutic_minutes_per_week: not met: The clause-1;"
                " found: 6 h of therapeutic time a week, as told"
            ),
        ),
        (
            _NINE_HOURS,
            _week(clock_minutes_per_week=Span.exactly(360)),
            "standard-weekly-hours",
            (
                "schedule.clock_minutes_per_week: not met: The clause-1; found: 6 h of clock time"
                " a week, and the therapeutic time is no more than that"
            ),
        ),
        (
            at_least("day-minutes", 180),
            _week(clock_minutes_per_day=Span(60, 120)),
            "standard-day-hours",
            (
                "schedule.clock_minutes_per_day: not met: The clause-1; found: 1 h to 2 h of clock"
                " time on an attended day, and the therapeutic time is no more than that"
            ),
        ),
        (
            AnyOf((at_least("min-age", 18), has("populations", Population.ADULTS), _NINE_HOURS)),
            _program(
                min_age=13,
                populations=Listing.of(Population.ADOLESCENTS, complete=True),
                schedule=Schedule(therapeutic_minutes_per_week=_SIX),
            ),
            "standard-weekly-hours",
            (
                "schedule.therapeutic_minutes_per_week: not met: The clause-1; found: 6 h of"
                " therapeutic time a week, as told; a lowest age of 13 years, as told; takes:"
                " adolescents; nothing else"
            ),
        ),
        (
            at_least("shortest-group-minutes", 60),
            _week(sessions=(Session(clock_minutes=50, modality=Modality.GROUP_THERAPY),)),
            "standard-group-size",
            (
                "schedule.sessions: not met: The clause-1; found: a shortest group session of"
                " 50 min, computed from the sessions"
            ),
        ),
        (
            at_least("course-minutes", 1200),
            _program(weeks=Span.exactly(3), schedule=Schedule(clock_minutes_per_week=_SIX)),
            "standard-length",
            (
                "weeks: not met: The clause-1; found: at most 18 h of therapeutic time in a whole"
                " course, computed from the weekly hours and the weeks"
            ),
        ),
        (
            at_least("day-minutes", 180),
            _week(sessions=(_BREAKS,)),
            "standard-day-hours",
            (
                "schedule.sessions: not met: The clause-1;"
                " found: 2 h 30 min of therapeutic time on an attended day, computed from the"
                " sessions"
            ),
        ),
        (
            at_least("weekly-days", 4),
            _week(sessions=(_BREAKS,)),
            "standard-days",
            (
                "schedule.sessions: not met: The clause-1;"
                " found: attendance on 3 days a week, computed from the sessions"
            ),
        ),
        (
            at_most("course-days", 90),
            _program(weeks=Span(16, 20)),
            "standard-length",
            (
                "weeks: not met: The clause-1;"
                " found: a course of 112 to 140 days, computed from the length in weeks"
            ),
        ),
        (
            at_most("weeks", 8),
            _program(phases=(Phase(weeks=Span.exactly(6)), Phase(weeks=Span.exactly(6)))),
            "standard-length",
            (
                "phases: not met: The clause-1;"
                " found: a course of 12 weeks, computed from the length in weeks"
            ),
        ),
        (
            at_least("min-age", 18),
            _program(min_age=12),
            "standard-ages",
            "min_age: not met: The clause-1; found: a lowest age of 12 years, as told",
        ),
        (
            at_most("max-group-size", 12),
            _program(practice=Practice(max_group_size=15)),
            "standard-group-size",
            (
                "practice.max_group_size: not met: The clause-1;"
                " found: 15 patients in the largest group, as told"
            ),
        ),
        (
            at_most("patients-per-counselor", 12),
            _program(practice=Practice(patients_per_counselor=20)),
            "standard-staffing",
            (
                "practice.patients_per_counselor: not met: The clause-1;"
                " found: 20 patients for each counselor, as told"
            ),
        ),
        (
            _CRISIS,
            _program(practice=Practice(has_crisis_service=False)),
            "standard-services",
            (
                "practice.has_crisis_service: not met: The clause-1;"
                " found: no crisis services around the clock"
            ),
        ),
        (
            has("modalities", Modality.INDIVIDUAL_THERAPY),
            _program(modalities=Listing.of(Modality.YOGA, complete=True)),
            "standard-services",
            ("modalities: not met: The clause-1; found: yoga; nothing else"),
        ),
        (
            one_of("setting", Setting.HOSPITAL_OUTPATIENT),
            _program(setting=Setting.SCHOOL),
            "standard-setting",
            ("setting: not met: The clause-1; found: school"),
        ),
        (
            at_most("plan-review-days", 30),
            _program(practice=Practice(plan_review_days=60)),
            "standard-interval",
            (
                "practice.plan_review_days: not met: The clause-1;"
                " found: 60 days between two reviews of a plan, as told"
            ),
        ),
        (
            is_true("program.has-written-schedule"),
            _program(practice=Practice(has_written_schedule=False)),
            "standard-practice",
            (
                "practice.has_written_schedule: not met: The clause-1;"
                " found: no written schedule of the services"
            ),
        ),
        (
            one_of("level", CareLevel.PHP),
            _program(level=CareLevel.IOP),
            "standard-label",
            ("level: not met: The clause-1; found: intensive outpatient program (IOP)"),
        ),
        (
            has("populations", Population.ADULTS),
            _program(populations=Listing(lacks=(Population.ADULTS,))),
            "standard-people",
            ("populations: not met: The clause-1; found: does not take: adults"),
        ),
        (
            AnyOf((at_most("max-group-size", 8), at_least("staff-per-group", 2))),
            _program(practice=Practice(max_group_size=10, staff_per_group=1)),
            "standard-group-size",
            (
                "practice.max_group_size: not met: The clause-1;"
                " found: 10 patients in the largest group, as told;"
                " 1 staff member to lead a group, as told"
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("standard-") else "",
)
def test_each_axis_has_its_code_and_tells_its_figure_with_unit_and_basis(
    rule: Node, program: Program, code: str, message: str
) -> None:
    finding = _found(rule, program)

    assert (finding.problem.code, str(finding.problem)) == (code, message)
    assert finding.problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("rule", "program", "suggestion"),
    [
        (
            at_most("max-group-size", 12),
            _program(practice=Practice(max_group_size=15)),
            "To meet it: at most 12 patients in the largest group",
        ),
        (
            AnyOf((at_least("min-age", 18), _NINE_HOURS)),
            _program(min_age=13, schedule=Schedule(therapeutic_minutes_per_week=_SIX)),
            (
                "To meet it: at least 9 h of therapeutic time a week; or a lowest age of at least"
                " 18 years"
            ),
        ),
        (
            compared("weekly-minutes", Operator.LESS_THAN, 1200),
            _week(therapeutic_minutes_per_week=Span.exactly(1500)),
            "To meet it: at most 19 h 59 min of therapeutic time a week",
        ),
        (
            Not(compared("weekly-days", Operator.EQUAL, 3)),
            _week(days_per_week=Span.exactly(3)),
            "To meet it: attendance on at most 2 days a week or at least 4 days a week",
        ),
        (
            AnyOf((at_most("max-group-size", 8), at_least("staff-per-group", 2))),
            _program(practice=Practice(max_group_size=10, staff_per_group=1)),
            (
                "To meet it: at most 8 patients in the largest group;"
                " or at least 2 staff members to lead a group"
            ),
        ),
        (
            AnyOf(
                (
                    at_least("capacity", 8),
                    at_least("staff-per-group", 2),
                    at_least("supervisor-years", 2),
                    at_least("individual-sessions", 2),
                )
            ),
            _program(
                practice=Practice(
                    capacity=1, staff_per_group=1, supervisor_years=1, individual_sessions=1
                )
            ),
            (
                "To meet it: room for at least 8 patients; or at least 2 staff members to lead a"
                " group; or a supervisor with at least 2 years of experience with IOPs"
            ),
        ),
        (
            _CRISIS,
            _program(practice=Practice(has_crisis_service=False)),
            ("Change it, or correct `practice.has_crisis_service` if the record is wrong."),
        ),
    ],
)
def test_a_suggestion_tells_the_least_change_that_helps(
    rule: Node, program: Program, suggestion: str
) -> None:
    assert str(_found(rule, program).suggestion) == suggestion


@pytest.mark.parametrize(
    ("rule", "program", "fields", "message"),
    [
        (
            at_most("max-group-size", 12),
            _program(),
            ("practice.max_group_size",),
            "practice.max_group_size: not told: The clause-1; tell `practice.max_group_size`",
        ),
        (
            _NINE_HOURS,
            _week(sessions=(Session(days=_THREE, start=time(9), end=time(13)),)),
            ("schedule.therapeutic_minutes_per_week",),
            (
                "schedule.therapeutic_minutes_per_week: left open: The clause-1; found: 12 h of"
                " clock time a week, which does not tell the therapeutic time; tell"
                " `schedule.therapeutic_minutes_per_week`"
            ),
        ),
        (
            at_least("day-minutes", 120),
            _week(sessions=(Session(days=_THREE, start=time(14), end=time(18)), _BREAKS)),
            ("schedule.sessions[0].therapeutic_minutes",),
            (
                "schedule.sessions[0].therapeutic_minutes: left open: The clause-1; found: 7 h of"
                " clock time on an attended day, which does not tell the therapeutic time; tell"
                " `schedule.sessions[0].therapeutic_minutes`"
            ),
        ),
        (
            _NINE_HOURS,
            _week(therapeutic_minutes_per_week=Span(480, 600)),
            ("schedule.therapeutic_minutes_per_week",),
            (
                "schedule.therapeutic_minutes_per_week: left open: The clause-1; found: 8 h to"
                " 10 h of therapeutic time a week, as told; tell"
                " `schedule.therapeutic_minutes_per_week`"
            ),
        ),
        (
            has("modalities", Modality.YOGA),
            _program(modalities=Listing.of(Modality.GROUP_THERAPY)),
            ("modalities",),
            ("modalities: left open: The clause-1; found: group therapy; tell `modalities`"),
        ),
        (
            AnyOf((at_most("plan-review-days", 30), _CRISIS)),
            _program(),
            ("practice.plan_review_days", "practice.has_crisis_service"),
            (
                "practice.plan_review_days: not told: The clause-1; tell"
                " `practice.plan_review_days`, `practice.has_crisis_service`"
            ),
        ),
        (
            AnyOf((at_most("plan-review-days", 30), _CRISIS)),
            _program(practice=Practice(plan_review_days=60)),
            ("practice.has_crisis_service",),
            (
                "practice.has_crisis_service: not told: The clause-1; tell"
                " `practice.has_crisis_service`"
            ),
        ),
    ],
)
def test_what_is_not_told_is_a_note_that_names_the_fields_and_only_those(
    rule: Node, program: Program, fields: tuple[str, ...], message: str
) -> None:
    findings = check(standard(rule), program, on=DAY)

    (finding,) = findings.findings
    assert findings.outcome is Truth.UNKNOWN
    assert (finding.problem.code, finding.problem.severity) == ("not-told", Severity.NOTE)
    assert (finding.fields, str(finding.problem)) == (fields, message)


_FIRST_PHASE = "phases[0].schedule.therapeutic_minutes_per_week"
_DIFFER = Text(
    "Phases or tracks differ: check each in a record of its own.",
    "Las fases o los horarios difieren: evalúe cada uno en un registro propio.",
)


def _weekly(*minutes: int | None) -> Program:
    """Return a program with a phase for each of `minutes` a week, `None` where it is not told."""
    spans = (None if each is None else Span.exactly(each) for each in minutes)
    weeks = (Schedule(therapeutic_minutes_per_week=each) for each in spans)
    return _program(phases=tuple(Phase(schedule=each) for each in weeks))


def _tracks(*minutes: int) -> Program:
    """Return a program with a track for each of `minutes` on each of three days."""
    each = (Session(days=_THREE, therapeutic_minutes=one) for one in minutes)
    return _week(tracks=tuple(Track(name=f"{at}", sessions=(one,)) for at, one in enumerate(each)))


def test_a_phase_that_misses_what_another_meets_is_a_warning_at_its_own_path() -> None:
    findings = check(standard(_NINE_HOURS), _weekly(540, 180, 540), on=DAY)

    (finding,) = findings.findings
    assert findings.outcome is Truth.UNKNOWN
    assert (finding.problem.code, finding.problem.severity) == ("standard-part", Severity.WARNING)
    assert finding.problem.path == "phases[1].schedule"
    assert finding.problem.text == Text(
        "not met: The clause-1; found: 3 h of therapeutic time a week, as told; met in"
        " `phases[0].schedule`, `phases[2].schedule`",
        "no se cumple: La regla clause-1; se encontró: 3 h de tiempo terapéutico por semana,"
        " según lo informado; se cumple en `phases[0].schedule`, `phases[2].schedule`",
    )
    assert finding.found == Text(
        "3 h of therapeutic time a week, as told; met in"
        " `phases[0].schedule`, `phases[2].schedule`",
        "3 h de tiempo terapéutico por semana, según lo informado; se cumple en"
        " `phases[0].schedule`, `phases[2].schedule`",
    )
    assert finding.suggestion == _DIFFER
    assert finding.fields == ()


@pytest.mark.parametrize(
    ("program", "found"),
    [
        (_tracks(180, 179), [("standard-part", "schedule.tracks[1]")]),
        (
            _weekly(180, None),
            [
                ("standard-part", "phases[0].schedule"),
                ("not-told", "phases[1].schedule.therapeutic_minutes_per_week"),
            ],
        ),
        (_weekly(540, None), [("not-told", "phases[1].schedule.therapeutic_minutes_per_week")]),
        (_weekly(180, 120), [("standard-weekly-hours", _FIRST_PHASE)]),
        (_weekly(540, 600), []),
    ],
)
def test_each_phase_and_track_is_judged_apart(
    program: Program, found: list[tuple[str, str]]
) -> None:
    findings = check(standard(_NINE_HOURS), program, on=DAY).findings

    assert [(each.problem.code, each.problem.path) for each in findings] == found


@pytest.mark.parametrize(
    ("program", "outcome"),
    [(_weekly(180, 720), Truth.NOT_MET), (_weekly(400, 600), Truth.MET)],
)
def test_what_all_phases_miss_or_meet_is_settled_though_their_range_would_not_settle_it(
    program: Program, outcome: Truth
) -> None:
    band = AllOf((at_least("weekly-minutes", 360), at_most("weekly-minutes", 660)))
    gap = AnyOf((at_most("weekly-minutes", 420), at_least("weekly-minutes", 600)))
    rule = band if outcome is Truth.NOT_MET else gap

    findings = check(standard(rule), program, on=DAY)

    assert findings.outcome is outcome
    assert [each.problem.severity for each in findings.findings] == (
        [Severity.ERROR] if outcome is Truth.NOT_MET else []
    )


def test_tracks_of_different_courses_are_judged_apart_by_the_whole_course() -> None:
    week = _tracks(180, 120).schedule
    program = _program(schedule=week, weeks=Span.exactly(8))

    finding = _found(at_least("course-minutes", 72 * 60), program)

    assert (finding.problem.code, finding.problem.path) == ("standard-part", "schedule.tracks[1]")


def test_an_advisory_that_only_one_track_misses_warns_of_that_track() -> None:
    rules = standard(at_least("weekly-minutes", 60), advisories=(_NINE_HOURS,))

    findings = check(rules, _tracks(180, 179), on=DAY).findings

    assert [(each.problem.code, each.problem.path) for each in findings] == [
        ("standard-advice", "schedule.tracks[1]")
    ]


def test_the_path_is_that_of_the_next_question() -> None:
    either = AnyOf((at_most("plan-review-days", 30), at_least("capacity", 8)))

    finding = _found(AllOf((either, _CRISIS)), _program())

    assert finding.problem.path == "practice.has_crisis_service"
    assert finding.fields[0] == "practice.plan_review_days"


def test_a_clause_that_no_answer_can_change_asks_for_nothing() -> None:
    findings = check(standard(AnyOf((_CRISIS, Not(_CRISIS)))), _program(), on=DAY)

    assert findings.findings == ()


def test_a_listing_is_asked_only_about_the_terms_that_matter() -> None:
    rule = AnyOf((has("modalities", Modality.YOGA), has("modalities", Modality.GROUP_THERAPY)))

    finding = _found(rule, _program())
    rest = _found(rule, _program(modalities=Listing(lacks=(Modality.YOGA,))))

    assert str(rest.suggestion) == "Tell whether `modalities` has or lacks group therapy."
    assert str(finding.suggestion) == "Tell whether `modalities` has or lacks yoga, group therapy."


PROGRAM_STANDARDS = [
    rules
    for each in shipped().ids("rules")
    for rules in shipped().history(each)
    if is_for_programs(rules)
]


@pytest.mark.parametrize(
    "rules", PROGRAM_STANDARDS, ids=lambda rules: f"{rules.id}-{rules.version}"
)
def test_silence_is_never_a_violation(rules: RuleSet) -> None:
    silent = Program(id="silent")

    findings = check(rules, silent, on=rules.in_force.start)

    assert {finding.problem.code for finding in findings.findings} <= {"not-told"}
    assert Truth.NOT_MET not in {judged.outcome for judged in findings.clauses}
    assert all(finding.fields and "" not in finding.fields for finding in findings.findings)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_real_program_can_be_checked_against_every_standard(file: Path) -> None:
    program = read(Program, file, root=ROOT)

    for rules in PROGRAM_STANDARDS:
        findings = check(rules, program, on=rules.in_force.start)

        for finding in findings.findings:
            is_open = finding.problem.code == "not-told"
            assert is_open is bool(finding.fields)
            assert finding.problem.code in CODES


def test_an_advisory_warns_and_never_decides() -> None:
    below = compared("weekly-minutes", Operator.LESS_THAN, 1200)
    program = _week(therapeutic_minutes_per_week=Span.exactly(2580))

    findings = check(standard(_NINE_HOURS, advisories=(below,)), program, on=DAY)

    (finding,) = findings.findings
    assert findings.outcome is Truth.MET
    assert not findings.has_errors
    assert (finding.problem.code, finding.problem.severity) == ("standard-advice", Severity.WARNING)
    assert str(finding.problem) == (
        "schedule.therapeutic_minutes_per_week: advice not met: The advisory-1;"
        " found: 43 h of therapeutic time a week, as told"
    )


def test_an_advisory_asks_for_nothing_that_a_clause_has_asked_for() -> None:
    below = compared("weekly-minutes", Operator.LESS_THAN, 1200)

    findings = check(standard(_NINE_HOURS, advisories=(below, _CRISIS)), _program(), on=DAY)

    assert [finding.fields for finding in findings.findings] == [
        ("schedule.therapeutic_minutes_per_week",),
        ("practice.has_crisis_service",),
    ]


def test_another_label_than_that_of_the_standard_is_a_warning() -> None:
    findings = check(standard(_CRISIS), _program(level=CareLevel.PHP), on=DAY)

    (label,) = findings.having(Severity.WARNING)
    assert label.problem.code == "standard-label"
    assert str(label.problem) == (
        "level: the program calls itself: partial hospitalization program (PHP);"
        " the standard is about: intensive outpatient program (IOP)"
    )
    assert label.clause is None


@pytest.mark.parametrize(
    ("level", "rules"),
    [
        (None, standard(_CRISIS)),
        (CareLevel.IOP, standard(_CRISIS)),
        (CareLevel.PHP, standard(_CRISIS, care_level=None)),
        (CareLevel.PHP, standard(_CRISIS, one_of("level", CareLevel.PHP))),
    ],
)
def test_a_label_that_is_right_not_told_or_asked_by_a_clause_is_no_warning(
    level: CareLevel | None, rules: RuleSet
) -> None:
    findings = check(rules, _program(level=level), on=DAY)

    assert findings.having(Severity.WARNING) == ()


def test_clauses_about_a_person_are_left_out_and_named() -> None:
    person = clause("adult", is_true("person.can-take-part"))
    mixed = clause("mixed", AnyOf((_CRISIS, is_true("person.can-take-part"))))
    advice = clause("plan", is_true("treatment-plan.is-written"))
    program = _program(practice=Practice(has_crisis_service=True))

    findings = check(standard(_CRISIS, person, mixed, advisories=(advice,)), program, on=DAY)

    assert findings.left_out == (person, mixed, advice)
    assert findings.outcome is Truth.MET
    assert findings.findings == ()


def test_the_most_severe_findings_come_first_then_those_of_earlier_clauses() -> None:
    rules = standard(
        at_most("max-group-size", 12),
        _CRISIS,
        is_true("program.has-written-schedule"),
        advisories=(is_true("program.has-aftercare"),),
    )
    practice = Practice(has_crisis_service=False, has_written_schedule=False, has_aftercare=False)

    findings = check(rules, _program(practice=practice, level=CareLevel.PHP), on=DAY)

    assert [finding.problem.code for finding in findings.findings] == [
        "standard-services",
        "standard-practice",
        "standard-advice",
        "standard-label",
        "not-told",
    ]


def test_findings_carry_what_they_rest_on() -> None:
    rules = standard(_CRISIS, limitations=(Text("Little", "Poco"),))

    findings = check(rules, _program(), on=DAY)

    assert (findings.program, findings.ruleset_id, findings.version, findings.on) == (
        "x",
        "states/somewhere-program",
        "2026-01-01",
        DAY,
    )
    assert (findings.digest, findings.title) == (rules.digest, rules.title)
    assert findings.limitations == rules.limitations


@pytest.mark.parametrize(
    ("state", "applies"),
    [(State.VA, Truth.MET), (State.NY, Truth.NOT_MET), (None, Truth.UNKNOWN)],
)
def test_a_program_is_judged_all_the_same_where_the_standard_is_not_meant_for_it(
    state: State | None, applies: Truth
) -> None:
    rules = standard(_CRISIS, applies=one_of("state", State.VA))

    findings = check(rules, _program(state=state), on=DAY)

    assert findings.applies is applies
    assert [judged.outcome for judged in findings.clauses] == [Truth.UNKNOWN]


def test_a_standard_that_is_not_in_force_is_refused() -> None:
    rules = standard(_CRISIS, in_force=Period(date(2024, 1, 1), date(2026, 1, 1)))

    with pytest.raises(NotInForce) as refused:
        check(rules, _program(), on=DAY)

    assert str(refused.value) == (
        "states/somewhere-program 2026-01-01: nothing is in force on 2026-03-02;"
        " periods that exist: 2024-01-01..2026-01-01"
    )


@pytest.mark.parametrize(
    ("other", "message"),
    [
        (
            "states/other-program",
            (
                "states/somewhere-program: expected a rule set about programs:"
                " check against states/other-program"
            ),
        ),
        (None, "states/somewhere-program: expected a rule set with clauses about programs"),
    ],
)
def test_a_rule_set_about_people_is_refused_with_the_one_about_programs(
    other: str | None, message: str
) -> None:
    rules = standard(is_true("person.can-take-part"), program_standard=other)

    with pytest.raises(InvalidRule) as refused:
        check(rules, _program(), on=DAY)

    assert str(refused.value) == message


def test_a_clause_that_silence_would_break_is_refused() -> None:
    rules = standard(_CRISIS, Known(FACTS["program.capacity"]))

    with pytest.raises(InvalidRule) as refused:
        check(rules, _program(), on=DAY)

    assert str(refused.value) == (
        "states/somewhere-program: expected no clause that asks whether something is told"
    )


def test_located_findings_have_the_place_of_their_path() -> None:
    findings = check(standard(_CRISIS, _NINE_HOURS), _program(), on=DAY)

    placed = located(findings, lambda path: Place(path, 1))

    assert [str(finding.problem.place) for finding in placed.findings] == [
        "practice.has_crisis_service:1",
        "schedule.therapeutic_minutes_per_week:1",
    ]
    assert [finding.problem.path for finding in placed.findings] == [
        finding.problem.path for finding in findings.findings
    ]


def test_every_fact_about_programs_stands_on_an_axis_and_no_other_does() -> None:
    about_programs = {
        name
        for name, fact in FACTS.items()
        if name.startswith("program.") and not fact.about_person
    }

    assert set(AXES) == about_programs
    assert {axis.code for axis in AXES.values()} <= set(CODES)


def test_every_amount_has_words_for_its_figure_and_nothing_else_has() -> None:
    amounts = {name for name in AXES if FACTS[name].unit}

    assert {name for name, axis in AXES.items() if axis.figure is not None} == amounts


def test_a_check_takes_less_than_five_milliseconds() -> None:
    (rules,) = (each for each in PROGRAM_STANDARDS if each.id == "medicare/iop-program")
    program = _week(tracks=(Track(name="a", sessions=(_BREAKS, _LONGER)),))

    def seconds() -> float:
        start = perf_counter()
        check(rules, program, on=DAY)
        return perf_counter() - start

    assert min(seconds() for _ in range(30)) < 0.005
