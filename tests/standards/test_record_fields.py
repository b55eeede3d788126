"""The fields that a check asks for: telling them is what answers the fact."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from iopkit import Case, Program, read
from iopkit.facts import FACTS, READINGS
from iopkit.rules.answers import FactType
from iopkit.standards.axes import AXES
from iopkit.standards.record_fields import missing_fields, told_field
from iopkit.values import Listing

_VALUES: Mapping[str, object] = {
    "sessions": "[{days: [mon], therapeutic_minutes: 90, start: 09:00, end: 11:00,"
    " modality: group-therapy}]",
    "days": "[mon, wed]",
}
"""What is told at a field whose name says more than the type of its fact."""


def _value(name: str, field: str) -> str:
    last = field.rpartition(".")[2]
    if last in _VALUES:
        return str(_VALUES[last])
    fact = FACTS[name]
    match fact.type:
        case FactType.BOOLEAN:
            return "yes"
        case FactType.TERM | FactType.LISTING:
            term = next(iter(fact.terms or ())).value
            return f"[{term}]" if fact.type is FactType.LISTING else term
    return "3"


def _telling(name: str, fields: tuple[str, ...]) -> Program:
    """Return a program that tells `fields` and nothing else."""
    text = "id: x\n"
    rooms: dict[str, list[str]] = {}
    for field in fields:
        room, _, last = field.rpartition(".")
        rooms.setdefault(room, []).append(f"{last}: {_value(name, field)}")
    for room, told in rooms.items():
        text += f"{room}: {{{', '.join(told)}}}\n" if room else "\n".join(told) + "\n"
    return read(Program, text)


@pytest.mark.parametrize("name", sorted(AXES))
def test_telling_what_is_asked_for_answers_the_fact(name: str) -> None:
    silent = Program(id="x")

    fields = missing_fields(FACTS[name], silent)
    program = _telling(name, fields)

    answer = READINGS[name].read(Case(program=program))
    assert answer is not None
    assert answer != Listing()
    assert told_field(FACTS[name], program).partition("[")[0] in {
        *fields,
        *(field.rpartition(".")[0] for field in fields),
    }


PHASED = """
id: x
schedule: {days_per_week: 3}
phases:
  - {weeks: 4, schedule: {therapeutic_minutes_per_week: 600, sessions: [{modality: yoga}]}}
  - {name: later, schedule: {clock_minutes_per_week: 300}}
  - {name: last}
"""
TRACKS = """
id: x
schedule:
  sessions: [{days: [mon], clock_minutes: 60}]
  tracks:
    - {name: a, sessions: [{therapeutic_minutes: 60}]}
    - {name: b, sessions: [{times_per_week: 2, modality: group-therapy}]}
"""


@pytest.mark.parametrize(
    ("text", "name", "fields"),
    [
        (
            PHASED,
            "program.weekly-minutes",
            (
                "phases[1].schedule.therapeutic_minutes_per_week",
                "schedule.therapeutic_minutes_per_week",
            ),
        ),
        (
            PHASED,
            "program.weekly-days",
            ("phases[0].schedule.days_per_week", "phases[1].schedule.days_per_week"),
        ),
        (
            PHASED,
            "program.course-minutes",
            (
                "phases[1].weeks",
                "phases[2].weeks",
                "phases[1].schedule.therapeutic_minutes_per_week",
                "schedule.therapeutic_minutes_per_week",
            ),
        ),
        (
            "id: x\nphases: [{schedule: {days_per_week: 3}}, {schedule: {days_per_week: 2}}]\n",
            "program.weekly-minutes",
            (
                "phases[0].schedule.therapeutic_minutes_per_week",
                "phases[1].schedule.therapeutic_minutes_per_week",
            ),
        ),
        (PHASED, "program.day-minutes", ("phases[0].schedule.sessions[0].therapeutic_minutes",)),
        (
            TRACKS,
            "program.day-minutes",
            (
                "schedule.sessions[0].therapeutic_minutes",
                "schedule.tracks[1].sessions[0].therapeutic_minutes",
                "schedule.tracks[1].sessions[0].days",
            ),
        ),
        (
            TRACKS,
            "program.most-days-without-service",
            ("schedule.tracks[0].sessions[0].days", "schedule.tracks[1].sessions[0].days"),
        ),
        (
            TRACKS,
            "program.shortest-group-minutes",
            ("schedule.tracks[1].sessions[0].clock_minutes",),
        ),
        ("id: x\n", "program.course-minutes", ("weeks", "schedule.therapeutic_minutes_per_week")),
        (
            "id: x\nweeks: 8\n",
            "program.course-minutes",
            ("schedule.therapeutic_minutes_per_week",),
        ),
        (
            "id: x\nweeks: {low: 8, high: 12}\nschedule: {therapeutic_minutes_per_week: 360}\n",
            "program.course-minutes",
            ("weeks",),
        ),
        (
            "id: x\nweeks: 8\nschedule: {therapeutic_minutes_per_week: {low: 360}}\n",
            "program.course-minutes",
            ("schedule.therapeutic_minutes_per_week",),
        ),
        (
            "id: x\nphases: [schedule: {days_per_week: 3}, schedule: {days_per_week: {low: 2}}]\n",
            "program.weekly-days",
            ("phases[1].schedule.days_per_week",),
        ),
        ("id: x\nmeals: {snacks_per_day: 1}\n", "program.meals-per-day", ("meals.meals_per_day",)),
    ],
)
def test_only_what_is_still_missing_is_asked_for(
    text: str, name: str, fields: tuple[str, ...]
) -> None:
    assert missing_fields(FACTS[name], read(Program, text)) == fields


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        (
            PHASED,
            "program.weekly-minutes",
            "phases[0].schedule.therapeutic_minutes_per_week",
        ),
        (
            "id: x\nphases: [{weeks: 4}]\nschedule: {therapeutic_minutes_per_week: 360}\n",
            "program.weekly-minutes",
            "schedule.therapeutic_minutes_per_week",
        ),
        (
            "id: x\nschedule: {clock_minutes_per_week: 360}\n",
            "program.weekly-minutes",
            "schedule.clock_minutes_per_week",
        ),
        (
            "id: x\nschedule: {clock_minutes_per_day: 60}\n",
            "program.day-minutes",
            "schedule.clock_minutes_per_day",
        ),
        (TRACKS, "program.weekly-minutes", "schedule.sessions"),
        ("id: x\nschedule: {days_per_week: 3}\n", "program.weekly-days", "schedule.days_per_week"),
        ("id: x\nschedule: {days_per_week: 3}\n", "program.weekly-minutes", "schedule"),
        ("id: x\nweeks: 8\n", "program.course-days", "weeks"),
        (PHASED, "program.weeks", "phases"),
    ],
)
def test_what_is_told_is_found_where_it_stands(text: str, name: str, path: str) -> None:
    assert told_field(FACTS[name], read(Program, text)) == path
