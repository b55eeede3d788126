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
_OLDEST, _NO_END = 90, 120
"""An age of 90 means 90 or older; nobody is older than the last."""


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


def _takes_age(case: Case) -> bool | None:
    """Whether the program takes the age, itself or by an exception that it may still make."""
    within = _is_within_ages(case)
    excepted = case.episode.has_age_exception if case.episode else None
    if within or (excepted and case.program is not None):
        return True
    is_asked = case.program is not None and case.program.considers_other_ages and excepted is None
    return None if is_asked else within


def _is_within_ages(case: Case) -> bool | None:
    """Whether the age lies between the ends that are told; an age of 90 is 90 or more."""
    age = case.person.age if case.person else None
    if case.program is None or age is None:
        return None
    least, most = case.program.min_age, case.program.max_age
    if least is None and most is None:
        return None
    low, high = least or 0, _NO_END if most is None else most
    if age < min(low, _OLDEST) or age > high:
        return False
    is_settled = age < _OLDEST or (low <= _OLDEST and most is None)
    return True if is_settled else None


ADMISSION_FACTS = by_name(
    (
        derived(
            yes_or_no(
                "admission.takes-age",
                _takes_age,
                Text(
                    "Does the program take people of the person's age?",
                    "¿Admite el programa a personas de la edad de la persona?",
                ),
            ),
            "person.age",
            "program.min-age",
            "program.max-age",
            "program.considers-other-ages",
            "admission.has-age-exception",
        ),
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
