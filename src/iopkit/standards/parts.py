"""The ways through a program that its record tells apart: the weeks of its phases, and tracks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from iopkit.facts.registry import answers_of
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.rules.answers import Answers, AnyFact
from iopkit.standards.record_fields import weeks_of

_OF_WEEK = frozenset(
    {
        "program.weekly-minutes",
        "program.weekly-clock-minutes",
        "program.day-minutes",
        "program.weekly-days",
        "program.most-days-without-service",
        "program.shortest-group-minutes",
    }
)
"""Facts of one week, so that phases and tracks may each answer them in their own way."""
_OF_ONE_PHASE = frozenset({"program.course-minutes"})
"""Facts of all phases together, so that only tracks may each answer them in their own way."""


@frozen
class Part:
    """One phase or track: its path in the record, and the program as if it were all there is."""

    path: str
    program: Program
    answers: Answers


def parts_of(program: Program, answers: Answers, facts: Iterable[AnyFact]) -> tuple[Part, ...]:
    """Return each phase and track with its own answers; none where there is but one.

    What is of the whole program, or of its whole course, every part answers as `answers` do.
    """
    names = _OF_WEEK if program.phases else _OF_WEEK | _OF_ONE_PHASE
    own = [fact for fact in facts if fact.name in names]
    weeks = tuple(_weeks(program))
    if len(weeks) == 1 or not own:
        return ()
    alone = [(path, evolve(program, schedule=week, phases=())) for path, week in weeks]
    return tuple(
        Part(path, each, {**answers, **answers_of(Case(program=each), own)}) for path, each in alone
    )


def _weeks(program: Program) -> Iterator[tuple[str, Schedule]]:
    for path, week in weeks_of(program):
        if not week.tracks:
            yield path, week
        for at, way in enumerate(week.ways if week.tracks else ()):
            yield f"{path}.tracks[{at}]", evolve(week, sessions=way, tracks=())
