"""Turning what could not be answered into a gap, so that the rest still is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.assessment.answers import Gap
from iopkit.errors import InvalidValue, IopkitError, NotInForce, NotShipped, PlanYearMismatch
from iopkit.model.case import Case
from iopkit.standards.person_contradictions import contradictions_of
from iopkit.values.problems import DocumentError
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel

T = TypeVar("T")

_SPANISH = (("rule set ", "reglas "), ("ladder ", "escala "), ("..open", " en adelante"))
"""The words in which errors name what is not in force and the periods that are."""


class Gaps:
    """Collects gaps while an answer is put together."""

    def __init__(self) -> None:
        self.found: list[Gap] = []

    def attempt(self, what: Text, ask: Callable[[], T]) -> T | None:
        """Return what `ask` gives, or note a gap about `what` and return `None`."""
        try:
            return ask()
        except (InvalidValue, NotInForce, NotShipped, DocumentError, PlanYearMismatch) as error:
            reason = _reason(error)
            text = Text(f"{what.en}: {reason.en}.", f"{what.es}: {reason.es}.")
            self.note(Gap(code=error.code, text=text))
        return None

    def note(self, gap: Gap) -> None:
        """Note a gap, once."""
        if gap not in self.found:
            self.found.append(gap)


def note_level(case: Case, gaps: Gaps) -> None:
    """Note where the program is of another level than what is told of coverage and cost."""
    level = case.program.level if case.program else None
    if level is None or level is CareLevel.IOP:
        return
    text = Text(
        f"The program says that its level is another one: {level.label.en}."
        " The plan's coverage and the cost told here are those of an IOP.",
        f"El programa dice que su nivel es otro: {level.label.es}."
        " La cobertura del plan y el costo que aquí se indican son los de un IOP.",
    )
    gaps.note(Gap(code="program-of-another-level", text=text))


def note_contradictions(case: Case, gaps: Gaps) -> None:
    """Note the facts about the person of which one must be wrong, by the names of their fields."""
    for problem in contradictions_of(case):
        en, es = problem.text.en, problem.text.es
        text = Text(f"Facts of the case: {en}.", f"Datos del caso: {es}.")
        gaps.note(Gap(code=problem.code, text=text))


def _reason(error: IopkitError) -> Text:
    match error:
        case NotInForce():
            known = ", ".join(error.periods) or "-"
            return Text(
                f"nothing known for {error.day} ({error.what}); known: {known}",
                f"no hay datos para {error.day} ({_in_spanish(error.what)});"
                f" se conocen: {_in_spanish(known)}",
            )
        case PlanYearMismatch():
            return Text(
                f"care begins outside the plan year {error.year};"
                " tell the plan of the year in which it begins",
                f"la atención empieza fuera del año del plan {error.year};"
                " indique el plan del año en que empieza",
            )
        case DocumentError():
            return Text(_messages(error, "en"), _messages(error, "es"))
    return Text(str(error), str(error))


def _in_spanish(words: str) -> str:
    """Return what an error names, with the words beside ids and days in Spanish."""
    for en, es in _SPANISH:
        words = words.replace(en, es)
    return words


def _messages(error: DocumentError, lang: str) -> str:
    return "; ".join(problem.message(lang) for problem in error.problems)
