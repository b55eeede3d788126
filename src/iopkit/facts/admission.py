"""Facts about the match of a person and a program: what both of them tell together."""

from __future__ import annotations

from iopkit.facts.fitting import can_attend, has_track_that_suits, is_free
from iopkit.facts.readings import Reading, arrangement, by_name, derived, yes_or_no
from iopkit.model.case import Case
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text
from iopkit.vocabulary.languages import CareLanguage

PLANNED_ABSENCES = Fact[int](
    name="admission.planned-absences",
    type=FactType.WHOLE_NUMBER,
    unit="sessions",
    about_person=True,
    changeable=True,
    low=0,
    question=Text(
        "How many sessions of the course does the person know they will miss?",
        "¿A cuántas sesiones del programa sabe la persona que va a faltar?",
    ),
)


def _shares_language(case: Case) -> bool | None:
    """Whether some language is both of the program and of the person; neither need tell all."""
    if case.person is None or case.program is None:
        return None
    spoken, held = case.person.languages, case.program.languages
    pairs = [(spoken.holds(each), held.holds(each)) for each in CareLanguage]
    if (True, True) in pairs:
        return True
    return False if all(False in pair for pair in pairs) else None


def _serves_state(case: Case) -> bool | None:
    state = case.person.state if case.person else None
    if case.program is None or state is None:
        return None
    return case.program.serves_states.holds(state)


def _takes_route(case: Case) -> bool | None:
    route = case.episode.entry_route if case.episode else None
    if case.program is None or route is None:
        return None
    return case.program.entry_routes.holds(route)


ADMISSION_FACTS = by_name(
    (
        derived(
            arrangement(
                "admission.shares-language",
                _shares_language,
                Text(
                    "Does the program work in a language in which the person can take part?",
                    "¿Trabaja el programa en un idioma en el que la persona puede participar?",
                ),
            ),
            "person.languages",
            "program.languages",
        ),
        derived(
            arrangement(
                "admission.is-free-at-sessions",
                is_free,
                Text(
                    "Is the person free at the times of the sessions?",
                    "¿Está libre la persona a las horas de las sesiones?",
                ),
            ),
            "person.free-times",
            "program.schedule",
        ),
        derived(
            arrangement(
                "admission.has-track-that-suits",
                has_track_that_suits,
                Text(
                    "Is there a track at whose times the person is free, and that they can attend?",
                    "¿Hay un grupo en cuyas horas la persona está libre y al que puede asistir?",
                ),
            ),
            "person.free-times",
            "person.can-attend",
            "program.schedule",
            "program.delivery",
        ),
        derived(
            arrangement(
                "admission.can-attend",
                can_attend,
                Text(
                    "Can the person attend in the way that the program works, in person or"
                    " virtually?",
                    "¿Puede la persona asistir en la forma en que trabaja el programa, en persona"
                    " o a distancia?",
                ),
            ),
            "person.can-attend",
            "program.delivery",
        ),
        derived(
            yes_or_no(
                "admission.serves-state",
                _serves_state,
                Text(
                    "Does the program take people who live in the person's state?",
                    "¿Admite el programa a quienes viven en el estado de la persona?",
                ),
            ),
            "person.state",
            "program.serves-states",
        ),
        derived(
            yes_or_no(
                "admission.takes-entry-route",
                _takes_route,
                Text(
                    "Does the program take people who come into it as this person does?",
                    "¿Admite el programa a quienes llegan como lo hace esta persona?",
                ),
            ),
            "episode.entry-route",
            "program.entry-routes",
        ),
        Reading(
            PLANNED_ABSENCES, lambda case: case.episode.planned_absences if case.episode else None
        ),
        arrangement(
            "admission.are-absences-excused",
            lambda case: case.episode.are_absences_excused if case.episode else None,
            Text(
                "Has the program excused the absences that the person plans?",
                "¿Ha justificado el programa las ausencias que la persona prevé?",
            ),
        ),
    )
)
"""Every fact about the match of a person and a program, by name."""
