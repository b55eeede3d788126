"""The one list of facts, and the answers that a case gives to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from iopkit.facts.admission import ADMISSION_FACTS
from iopkit.facts.assessments import ASSESSMENT_FACTS
from iopkit.facts.billed_care import BILLED_FACTS
from iopkit.facts.coverage import COVERAGE_FACTS
from iopkit.facts.needs import NEED_FACTS
from iopkit.facts.person import AGE, PERSON_FACTS
from iopkit.facts.practice import PRACTICE_FACTS
from iopkit.facts.practice_amounts import PRACTICE_AMOUNTS
from iopkit.facts.program import PROGRAM_FACTS
from iopkit.facts.program_hours import HOURS_FACTS
from iopkit.facts.readings import Reading
from iopkit.facts.treatment_plan import TREATMENT_PLAN_FACTS
from iopkit.model.ages import age_on
from iopkit.model.case import Case
from iopkit.rules.answers import Answer, AnyFact

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        **PERSON_FACTS,
        **NEED_FACTS,
        **ASSESSMENT_FACTS,
        **TREATMENT_PLAN_FACTS,
        **PROGRAM_FACTS,
        **HOURS_FACTS,
        **PRACTICE_AMOUNTS,
        **PRACTICE_FACTS,
        **COVERAGE_FACTS,
        **ADMISSION_FACTS,
        **BILLED_FACTS,
    }
)
"""Every fact by name, with how to read it from a case."""

FACTS: Mapping[str, AnyFact] = MappingProxyType(
    {name: reading.fact for name, reading in READINGS.items()}
)
"""Every fact that a rule may ask, by name."""


def answers_of(
    case: Case, facts: Iterable[AnyFact], *, on: date | None = None
) -> dict[str, Answer]:
    """Return what `case` tells about `facts`, by name; `None` where it tells nothing.

    A fact that is not in the list is not told.  On another day `on` than the case's, the age is
    what it may be by then: a range, unless what is told of the next birthday settles it.
    """
    asked = ((fact.name, READINGS.get(fact.name)) for fact in facts)
    answers = {name: reading.read(case) if reading else None for name, reading in asked}
    if on is not None and answers.get(AGE.name) is not None:
        age = age_on(case, on)
        answers[AGE.name] = age.value if age and age.value is not None else age
    return answers
