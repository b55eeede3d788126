"""What a program asks of how, when and from where a person attends, as far as it tells."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.facts.admission import PLANNED_ABSENCES
from iopkit.facts.fitting import has_tracks_to_compare, tells_delivery
from iopkit.facts.registry import FACTS
from iopkit.model.courses import AttendanceRules
from iopkit.model.figures import schedules_of
from iopkit.model.program import Program
from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import AnyOf, Compare, Node, Operator
from iopkit.values.listings import Listing
from iopkit.values.texts import Text

_FREE, _TRACK = "admission.is-free-at-sessions", "admission.has-track-that-suits"


def attending_terms(program: Program) -> Iterator[tuple[str, Text, Node]]:
    """Yield the id, the label and the rule of each such term that `program` tells."""
    if program.languages != Listing():
        label = Text("A language of the sessions", "Un idioma de las sesiones")
        yield "language", label, _is_true("admission.shares-language")
    yield from _times_and_delivery(program)
    if program.serves_states != Listing():
        label = Text("A state that the program serves", "Un estado que atiende el programa")
        yield "state", label, _is_true("admission.serves-state")
    if program.entry_routes != Listing():
        label = Text("A way into care that the program takes", "Una vía de ingreso que admite")
        yield "entry-route", label, _is_true("admission.takes-entry-route")
    if program.attendance is not None:
        yield from _absences(program.attendance)


def fact_of_times(program: Program) -> AnyFact:
    """Return the fact that tells whether a person has time for the sessions of `program`."""
    return FACTS[_TRACK if has_tracks_to_compare(program) else _FREE]


def _times_and_delivery(program: Program) -> Iterator[tuple[str, Text, Node]]:
    tells_times, is_joint = _tells_times(program), has_tracks_to_compare(program)
    if tells_times and is_joint:
        label = Text(
            "A track at free times, which the person can attend",
            "Un grupo en horas libres, al que la persona puede asistir",
        )
        yield "track", label, _is_true(_TRACK)
        return
    if tells_times:
        label = Text("Free at the times of the sessions", "Libre a las horas de las sesiones")
        yield "schedule", label, _is_true(_FREE)
    if tells_delivery(program):
        label = Text("A way of attending that suits", "Una forma de asistir que conviene")
        yield "delivery", label, _is_true("admission.can-attend")


def _absences(rules: AttendanceRules) -> Iterator[tuple[str, Text, Node]]:
    if rules.ends_after_missed_sessions is not None:
        label = Text(
            "Fewer planned absences than end the course",
            "Menos ausencias previstas de las que ponen fin al programa",
        )
        yield "missed-sessions", label, _planned_below(rules.ends_after_missed_sessions)
    if rules.ends_after_unexcused_absences is not None:
        label = Text(
            "Fewer planned absences than end the course, or excused ones",
            "Menos ausencias previstas de las que ponen fin al programa, o justificadas",
        )
        few = _planned_below(rules.ends_after_unexcused_absences)
        yield "unexcused-absences", label, AnyOf((few, _is_true("admission.are-absences-excused")))


def _planned_below(most: int) -> Node:
    return Compare(PLANNED_ABSENCES, Operator.LESS_THAN, most)


def _tells_times(program: Program) -> bool:
    sessions = (each for week in schedules_of(program) for way in week.ways for each in way)
    return any(each.start is not None or each.days is not None for each in sessions)


def _is_true(name: str) -> Compare:
    return Compare(FACTS[name], Operator.EQUAL, bound=True)
