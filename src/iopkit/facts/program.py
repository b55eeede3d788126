"""Facts about the program in question, and what it answered when asked."""

from __future__ import annotations

from iopkit.facts.readings import Reading, arrangement, by_name
from iopkit.model.case import Case
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Setting

LEVEL = Fact[CareLevel](
    name="program.level",
    type=FactType.TERM,
    terms=CareLevel,
    changeable=True,
    question=Text(
        "Which care level does the program say it is?",
        "¿Qué nivel de atención dice ser el programa?",
    ),
)
SETTING = Fact[Setting](
    name="program.setting",
    type=FactType.TERM,
    terms=Setting,
    changeable=True,
    question=Text(
        "In which kind of setting is the program?", "¿En qué tipo de lugar está el programa?"
    ),
)


def _accepts_payer(case: Case) -> bool | None:
    payer = None if case.health_plan is None else case.health_plan.payer
    if case.program is None or payer is None:
        return None
    return case.program.accepts.holds(payer)


PROGRAM_FACTS = by_name(
    (
        Reading(LEVEL, lambda case: case.program.level if case.program else None),
        Reading(SETTING, lambda case: case.program.setting if case.program else None),
        arrangement(
            "program.accepts-payer",
            _accepts_payer,
            Text(
                "Does the program accept the person's insurance?",
                "¿Acepta el programa el seguro de la persona?",
            ),
        ),
        arrangement(
            "admission.has-age-exception",
            lambda case: case.episode.has_age_exception if case.episode else None,
            Text(
                "Has the program agreed to an exception on age?",
                "¿Ha aceptado el programa una excepción por edad?",
            ),
        ),
        arrangement(
            "admission.is-admitted",
            lambda case: case.episode.is_admitted if case.episode else None,
            Text(
                "Has the program said that it admits the person?",
                "¿Ha dicho el programa que admite a la persona?",
            ),
        ),
    )
)
"""Every fact about the program, by name."""
