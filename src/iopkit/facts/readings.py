"""How one fact is read from a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from attrs import evolve, frozen

from iopkit.model.case import Case
from iopkit.rules.answers import Answer, AnyFact, FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text

Read = Callable[[Case], Answer]

LEAST_MINUTES = 60
"""The least bound that a rule on therapeutic minutes sets in earnest; hours are smaller."""

_MINUTES = re.compile(r"\.(?:weekly|day|course)-minutes")


@frozen
class Reading:
    """A fact, and how to read its answer from a case; `None` is read where nothing is told."""

    fact: AnyFact
    read: Read


def yes_or_no(name: str, read: Callable[[Case], bool | None], question: Text) -> Reading:
    """Return the reading of a fact about a person that is answered by yes or no."""
    fact = Fact[bool](name=name, type=FactType.BOOLEAN, question=question, about_person=True)
    return Reading(fact, read)


def need(name: str, read: Callable[[Case], bool | None], question: Text) -> Reading:
    """Return the reading of a diagnosis, need, ability or risk of a person: nobody decides it."""
    fact = Fact[bool](
        name=name,
        type=FactType.BOOLEAN,
        question=question,
        about_person=True,
        is_clinical=True,
    )
    return Reading(fact, read)


def arrangement(name: str, read: Callable[[Case], bool | None], question: Text) -> Reading:
    """Return the reading of an act or arrangement: yes or no, and people can change it."""
    fact = Fact[bool](
        name=name, type=FactType.BOOLEAN, question=question, about_person=True, changeable=True
    )
    return Reading(fact, read)


def amount(
    name: str,
    read: Read,
    question: Text,
    unit: str,
    most: int,
) -> Reading:
    """Return the reading of a whole number from 0 to `most` that people can change.

    Only the name tells whether it is about a person: one that starts with `program.` is not; and
    whether it counts the therapeutic minutes of a day, a week or a course.
    """
    fact = Fact[int](
        name=name,
        type=FactType.WHOLE_NUMBER,
        unit=unit,
        low=0,
        high=most,
        changeable=True,
        about_person=not name.startswith("program."),
        question=question,
        least_bound=LEAST_MINUTES if _MINUTES.search(name) else None,
    )
    return Reading(fact, read)


def practice(name: str, read: Callable[[Case], bool | None], question: Text) -> Reading:
    """Return the reading of what a program does or has: yes or no, about nobody's person."""
    fact = Fact[bool](name=name, type=FactType.BOOLEAN, question=question, changeable=True)
    return Reading(fact, read)


def derived(reading: Reading, *names: str) -> Reading:
    """Return `reading` with the names of the facts that its answer is computed from."""
    return Reading(evolve(reading.fact, derived_from=names), reading.read)


def never_above(reading: Reading, *names: str) -> Reading:
    """Return `reading` with the names of the facts that are always as much or more."""
    return Reading(evolve(reading.fact, never_above=names), reading.read)


def by_name(readings: Iterable[Reading]) -> Mapping[str, Reading]:
    """Return the readings by the name of their fact."""
    return {reading.fact.name: reading for reading in readings}
