"""What a check found, as text: whole, within 80 columns, in both languages."""

import pytest
from tests.standards.example_standard import (
    DAY,
    at_least,
    clause,
    compared,
    is_true,
    one_of,
    standard,
)

from iopkit import CareLevel, Place, Program, RuleSet, Schedule, Span, State, Text, shipped
from iopkit.model import Practice
from iopkit.report import write_findings
from iopkit.rules import AnyOf, Operator
from iopkit.standards import check, is_for_programs, located

RULES = standard(
    at_least("weekly-minutes", 540),
    AnyOf((at_least("staff-per-group", 2), is_true("program.has-crisis-service"))),
    clause("adult", is_true("person.can-take-part")),
    advisories=(compared("weekly-days", Operator.LESS_THAN, 4),),
    applies=one_of("state", State.VA),
    limitations=(Text("Not all is asked.", "No se pregunta todo."),),
)
PROGRAM = Program(
    id="x",
    level=CareLevel.PHP,
    schedule=Schedule(therapeutic_minutes_per_week=Span(450, 480), days_per_week=Span.exactly(5)),
    practice=Practice(has_crisis_service=False),
)
ENGLISH = f"""
WHAT SOMEWHERE ASKS OF PROGRAMS
-------------------------------
Program x
Outcome: not met; errors: 1, warnings: 2, notes: 1
Whether this standard is meant for this program is not known.

  x.yaml:7:5
  error standard-weekly-hours: schedule.therapeutic_minutes_per_week
    The clause-1
    Found: 7 h 30 min to 8 h of therapeutic time a week, as told
    Asked: at least 9 h of therapeutic time a week
    42 CFR a-source (a)

  x.yaml:7:5
  warning standard-advice: schedule.days_per_week
    The advisory-1
    Found: attendance on 5 days a week, as told
    Asked: attendance on fewer than 4 days a week
    To meet it: attendance on at most 3 days a week
    42 CFR a-source (a)

  x.yaml:7:5
  warning standard-label: level
    The program calls itself: partial hospitalization program (PHP); the
    standard is about: intensive outpatient program (IOP)
    Check the program against a standard of its own level, or correct `level`.

  x.yaml:7:5
  note not-told: practice.staff_per_group
    The clause-2
    Asked: at least 2 staff members to lead a group; or crisis services around
    the clock
    Tell `practice.staff_per_group`.
    42 CFR a-source (a)

About a person, so not checked here:
  - The adult

Limits:
  - Not all is asked.

Rule set states/somewhere-program, version 2026-01-01, digest {RULES.digest},
judged for 2026-03-02
"""


def test_the_text_of_a_check_tells_all_of_it() -> None:
    findings = located(check(RULES, PROGRAM, on=DAY), lambda _: Place("x.yaml", 7, 5))

    text = write_findings(findings, citation=lambda source: f"42 CFR {source}")

    assert text == ENGLISH


def test_the_text_in_spanish_says_that_nobody_has_reviewed_it() -> None:
    lines = write_findings(check(RULES, PROGRAM, on=DAY), lang="es").splitlines()

    assert lines[1:8] == [
        "LO QUE ALGÚN LUGAR PIDE A LOS PROGRAMAS",
        "---------------------------------------",
        "Programa x",
        "Resultado: no se cumple; errores: 1, advertencias: 2, notas: 1",
        "No se sabe si esta norma está pensada para este programa.",
        "",
        "  error standard-weekly-hours: schedule.therapeutic_minutes_per_week",
    ]
    assert "    Se encontró: asistencia de 5 días por semana, según lo informado" in lines
    assert "    Se pide: asistencia de menos de 4 días por semana" in lines
    assert "    Para cumplirlo: asistencia de como máximo 3 días por semana" in lines
    assert "Sobre una persona, por lo que aquí no se evalúa:" in lines
    assert lines[-1] == "Ninguna persona ha revisado el español de esta página."


def test_without_a_place_or_a_citation_the_path_and_the_id_stand_there() -> None:
    lines = write_findings(check(RULES, PROGRAM, on=DAY)).splitlines()

    assert "  note not-told: practice.staff_per_group" in lines
    assert lines.count("    a-source (a)") == 3
    assert "x.yaml" not in "".join(lines)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.VA, []),
        (State.NY, ["This standard is not meant for this program; it is checked all the same."]),
    ],
)
def test_it_is_said_where_a_standard_is_not_meant_for_the_program(
    state: State, said: list[str]
) -> None:
    lines = write_findings(check(RULES, Program(id="x", state=state), on=DAY)).splitlines()

    assert [line for line in lines if line.startswith(("This", "Whether"))] == said


STANDARDS = [
    rules
    for each in shipped().ids("rules")
    for rules in shipped().history(each)
    if is_for_programs(rules)
]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("rules", STANDARDS, ids=lambda rules: f"{rules.id}-{rules.version}")
def test_every_standard_fits_80_columns(rules: RuleSet, lang: str) -> None:
    findings = check(rules, PROGRAM, on=rules.in_force.start)

    lines = write_findings(findings, lang=lang).splitlines()

    assert [line for line in lines if len(line) > 80] == []
