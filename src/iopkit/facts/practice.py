"""Facts about what a program has and does, answered by yes or no."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import by_name, practice
from iopkit.model.case import Case
from iopkit.model.practice import Practice
from iopkit.values.texts import Text

T = TypeVar("T")


def _of(read: Callable[[Practice], T]) -> Callable[[Case], T | None]:
    def of_case(case: Case) -> T | None:
        told = case.program.practice if case.program else None
        return None if told is None else read(told)

    return of_case


PRACTICE_FACTS = by_name(
    (
        practice(
            "program.is-distinct",
            _of(lambda told: told.is_distinct),
            Text(
                "Is it a distinct, organized outpatient program, and not in a home, an inpatient "
                "or a residential setting?",
                "¿Es un programa ambulatorio separado y organizado, y no en una vivienda ni en un "
                "lugar con internación o residencial?",
            ),
        ),
        practice(
            "program.is-mainly-recreational",
            _of(lambda told: told.is_mainly_recreational),
            Text(
                "Is the program mainly social or recreational?",
                "¿Es el programa sobre todo social o recreativo?",
            ),
        ),
        practice(
            "program.has-crisis-service",
            _of(lambda told: told.has_crisis_service),
            Text(
                "Can patients reach crisis services around the clock?",
                "¿Tienen los pacientes servicios de crisis las 24 horas?",
            ),
        ),
        practice(
            "program.has-staff-around-the-clock",
            _of(lambda told: told.has_staff_around_the_clock),
            Text(
                "Are trained staff on site around the clock?",
                "¿Hay personal capacitado en el lugar las 24 horas?",
            ),
        ),
        practice(
            "program.has-nursing-around-the-clock",
            _of(lambda told: told.has_nursing_around_the_clock),
            Text(
                "Is nursing care given around the clock?",
                "¿Hay atención de enfermería las 24 horas?",
            ),
        ),
        practice(
            "program.has-physician-around-the-clock",
            _of(lambda told: told.has_physician_around_the_clock),
            Text(
                "Can a physician be reached around the clock, on site or by phone?",
                "¿Se puede consultar a un médico las 24 horas, en el lugar o por teléfono?",
            ),
        ),
        practice(
            "program.has-medical-services",
            _of(lambda told: told.has_medical_services),
            Text(
                "Are psychiatric, medical and laboratory services available by consultation or "
                "referral?",
                "¿Hay servicios psiquiátricos, médicos y de laboratorio por consulta o derivación?",
            ),
        ),
        practice(
            "program.has-certified-education",
            _of(lambda told: told.has_certified_education),
            Text(
                "Does the program have a certified education service for minors?",
                "¿Tiene el programa un servicio educativo certificado para menores?",
            ),
        ),
        practice(
            "program.offers-schooling",
            _of(lambda told: told.offers_schooling),
            Text(
                "Do minors have access to schooling?",
                "¿Tienen los menores acceso a la escuela?",
            ),
        ),
        practice(
            "program.offers-addiction-medication",
            _of(lambda told: told.offers_addiction_medication),
            Text(
                "Is medication for addiction offered on site or by referral?",
                "¿Se ofrecen medicamentos para la adicción en el lugar o por derivación?",
            ),
        ),
        practice(
            "program.has-affiliated-levels",
            _of(lambda told: told.has_affiliated_levels),
            Text(
                "Does the program have arrangements with higher and lower levels of care?",
                "¿Tiene el programa acuerdos con niveles de atención superiores e inferiores?",
            ),
        ),
        practice(
            "program.has-licensed-professional-on-site",
            _of(lambda told: told.has_licensed_professional_on_site),
            Text(
                "Is a licensed mental health professional on site?",
                "¿Hay en el lugar un profesional de salud mental con licencia?",
            ),
        ),
        practice(
            "program.has-level-on-certificate",
            _of(lambda told: told.has_level_on_certificate),
            Text(
                "Does the program's certificate name this level of care?",
                "¿Nombra el certificado del programa este nivel de atención?",
            ),
        ),
        practice(
            "program.has-age-appropriate-setting",
            _of(lambda told: told.has_age_appropriate_setting),
            Text(
                "Is care for minors given in a setting made for their age?",
                "¿Se atiende a los menores en un lugar adecuado a su edad?",
            ),
        ),
        practice(
            "program.has-written-schedule",
            _of(lambda told: told.has_written_schedule),
            Text(
                "Does the program have a written schedule of its services?",
                "¿Tiene el programa un horario escrito de sus servicios?",
            ),
        ),
        practice(
            "program.has-aftercare",
            _of(lambda told: told.has_aftercare),
            Text(
                "Does the program offer aftercare groups?",
                "¿Ofrece el programa grupos de seguimiento?",
            ),
        ),
        practice(
            "program.justifies-other-ages",
            _of(lambda told: told.justifies_other_ages),
            Text(
                "Is there a written reason for each patient outside the program's ages?",
                "¿Hay una razón por escrito para cada paciente fuera de las edades del programa?",
            ),
        ),
        practice(
            "program.justifies-fewer-hours",
            _of(lambda told: told.justifies_fewer_hours),
            Text(
                "Is there a written reason wherever a patient has fewer hours in a later stage?",
                "¿Hay una razón por escrito cuando un paciente tiene menos horas en una etapa "
                "posterior?",
            ),
        ),
        practice(
            "program.counts-self-help",
            _of(lambda told: told.counts_self_help),
            Text(
                "Do self-help meetings count among the program's hours?",
                "¿Cuentan las reuniones de autoayuda entre las horas del programa?",
            ),
        ),
    )
)
"""Every fact about what a program has and does, by name."""
