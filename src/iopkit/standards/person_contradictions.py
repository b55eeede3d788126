"""What a case says of a person against itself, told by the names of the fields alone."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.model.case import Case
from iopkit.model.person import Person
from iopkit.standards.age_groups import groups_outside
from iopkit.values.problems import Problem, Severity
from iopkit.values.spans import Span
from iopkit.values.texts import Text

_NEVER_TOGETHER = (
    ("needs_daily_structure", True, "needs_more_than_weekly_sessions", False),
    ("needs_medical_and_nursing_care", True, "needs_24_hour_care", False),
    ("needs_withdrawal_management", True, "has_minimal_withdrawal_risk", True),
)
"""A field, its answer, and the answer of another field that cannot be true beside it."""


def contradictions_of(case: Case) -> tuple[Problem, ...]:
    """Return the facts about the person of `case` of which at least one must be wrong.

    Each has the code `facts-contradict` and names the fields; nothing that is told is shown.
    """
    return () if case.person is None else tuple(_contradictions(case.person))


def _contradictions(person: Person) -> Iterator[Problem]:
    if person.age is not None and groups_outside(Span.exactly(person.age), person.populations):
        yield _problem("person.age", "person.populations")
    if _denies_its_own(person):
        yield _within("person.conditions")
    for one, answer, other, opposite in _NEVER_TOGETHER:
        if getattr(person, one) is answer and getattr(person, other) is opposite:
            yield _problem(f"person.{one}", f"person.{other}")
    driving = person.impaired_driving
    if driving is not None and driving.is_level_one and driving.is_level_two:
        one, other = (f"person.impaired_driving.is_level_{level}" for level in ("one", "two"))
        yield _problem(one, other)


def _denies_its_own(person: Person) -> bool:
    """Whether a condition is told whose broader one is denied."""
    told = person.conditions
    return any(one.broader in told.lacks for one in told.present)


def _problem(one: str, other: str) -> Problem:
    text = Text(
        f"`{one}` and `{other}` do not go together, so that one of them must be wrong;"
        " correct it, or leave out what is not sure",
        f"`{one}` y `{other}` no concuerdan, así que uno de los dos debe de estar mal;"
        " corríjalo, u omita lo que no sea seguro",
    )
    return Problem("facts-contradict", text, other, severity=Severity.WARNING)


def _within(path: str) -> Problem:
    text = Text(
        f"two entries of `{path}` do not go together, so that one of them must be wrong;"
        " correct it, or leave out what is not sure",
        f"dos datos de `{path}` no concuerdan, así que uno de los dos debe de estar mal;"
        " corríjalo, u omita lo que no sea seguro",
    )
    return Problem("facts-contradict", text, path, severity=Severity.WARNING)
