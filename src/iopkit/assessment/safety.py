"""What must be said before anything else."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from iopkit.assessment.answers import SafetyNotice
from iopkit.assessment.gaps import Gaps
from iopkit.catalog.shelves import Catalog
from iopkit.facts.registry import FACTS, answers_of
from iopkit.model.case import Case
from iopkit.values.texts import Text

_Sourced: TypeAlias = tuple[Text, str | None]
_DANGERS = tuple(
    FACTS[name]
    for name in (
        "person.is-danger-to-self",
        "person.is-danger-to-others",
        "person.needs-withdrawal-management",
    )
)


def safety_notice(case: Case, catalog: Catalog, gaps: Gaps, *, on: date) -> SafetyNotice | None:
    """Return the notice where a danger is present or not known; `None` where all are denied.

    The crisis line is named from the day on which it exists.  The notice stands even where no
    emergency number is known for that day, which is then a gap.
    """
    answers = answers_of(case, _DANGERS)
    present = tuple(fact for fact in _DANGERS if answers[fact.name] is True)
    unknown = tuple(fact for fact in _DANGERS if answers[fact.name] is None)
    if not present and not unknown:
        return None
    told = [
        gaps.attempt(_EMERGENCY, lambda: _emergency(catalog, on)) or (_WITHOUT_NUMBER, None),
        gaps.attempt(_CRISIS, lambda: _crisis(catalog, on)),
    ]
    texts = [text for text, _ in filter(None, told)]
    return SafetyNotice(
        text=Text(
            " ".join(text.en for text in texts),
            " ".join(text.es for text in texts),
            all(text.reviewed for text in texts),
        ),
        present=present,
        unknown=unknown,
        sources=tuple(source for _, source in filter(None, told) if source),
    )


def _emergency(catalog: Catalog, day: date) -> _Sourced:
    return _filled(catalog, "safety-notice", "us/emergency-number", day)


def _crisis(catalog: Catalog, day: date) -> _Sourced | None:
    periods = catalog.amounts.get("us/crisis-line").values.periods
    if not any(period.holds(day) for period in periods):
        return None
    return _filled(catalog, "crisis-line-notice", "us/crisis-line", day)


def _filled(catalog: Catalog, text: str, number: str, day: date) -> _Sourced:
    """Return a text with a telephone number in its place, and the source of the number."""
    told, called = catalog.text(text), catalog.amounts.telephone(number, on=day)
    filled = Text(
        told.en.replace("{number}", called), told.es.replace("{number}", called), told.reviewed
    )
    return filled, catalog.amounts.entry(number, on=day).source


_EMERGENCY = Text("Emergency number", "Número de emergencia")
_CRISIS = Text("Crisis line", "Línea de crisis")
_WITHOUT_NUMBER = Text(
    "If you or someone else may be in danger now, call the emergency number of the place where"
    " you are. Do not wait for a program to start.",
    "Si usted u otra persona puede estar en peligro ahora, llame al número de emergencia del lugar"
    " donde está. No espere a que empiece un programa.",
)
