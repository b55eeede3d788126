"""The axes on which a program is checked: the stable code of each, and what stands on it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from iopkit.rules.answers import AnyFact
from iopkit.values.texts import Text

LABEL, ADVICE, PRACTICE = "standard-label", "standard-advice", "standard-practice"
NOT_TOLD, CONTRADICTION = "not-told", "record-contradiction"
PART = "standard-part"

CODES: Mapping[str, Text] = MappingProxyType(
    {
        "standard-weekly-hours": Text(
            "The hours of a week are not as the standard asks.",
            "Las horas de la semana no son las que pide la norma.",
        ),
        "standard-day-hours": Text(
            "The hours of an attended day are not as the standard asks.",
            "Las horas de un día de asistencia no son las que pide la norma.",
        ),
        "standard-days": Text(
            "The days of a week are not as the standard asks.",
            "Los días de la semana no son los que pide la norma.",
        ),
        "standard-length": Text(
            "The length of a course is not as the standard asks.",
            "La duración del programa no es la que pide la norma.",
        ),
        "standard-ages": Text(
            "The ages that the program takes are not as the standard asks.",
            "Las edades que admite el programa no son las que pide la norma.",
        ),
        "standard-people": Text(
            "Whom the program takes or treats is not as the standard asks.",
            "A quién admite o trata el programa no es lo que pide la norma.",
        ),
        "standard-group-size": Text(
            "The groups are not as the standard asks.",
            "Los grupos no son como pide la norma.",
        ),
        "standard-staffing": Text(
            "The staff is not as the standard asks.",
            "El personal no es el que pide la norma.",
        ),
        "standard-services": Text(
            "The services are not as the standard asks.",
            "Los servicios no son los que pide la norma.",
        ),
        "standard-setting": Text(
            "The place or the form of care is not as the standard asks.",
            "El lugar o la forma de la atención no es como pide la norma.",
        ),
        "standard-interval": Text(
            "Something happens less often, or later, than the standard asks.",
            "Algo ocurre con menos frecuencia, o más tarde, de lo que pide la norma.",
        ),
        PRACTICE: Text(
            "A way of working is not as the standard asks.",
            "Una forma de trabajar no es como pide la norma.",
        ),
        LABEL: Text(
            "The program calls itself another level of care than the standard is about.",
            "El programa dice ser de otro nivel de atención que el de la norma.",
        ),
        ADVICE: Text(
            "Something that the standard only advises is not so.",
            "No se cumple algo que la norma solo aconseja.",
        ),
        PART: Text(
            "One phase or track is not as the standard asks; another one is, or may be.",
            "Una fase o un horario no es como pide la norma; otro lo es o puede serlo.",
        ),
        NOT_TOLD: Text(
            "The record does not tell what the standard asks about.",
            "El registro no informa lo que pregunta la norma.",
        ),
        CONTRADICTION: Text(
            "Two statements of the record do not go together.",
            "Dos datos del registro no concuerdan.",
        ),
    }
)
"""Every code of a finding, and what it means in one sentence."""


@frozen
class Axis:
    """Where one fact about programs belongs: the code of a finding about it, and its figure.

    `figure` words an amount, which stands for `{0}`; `None` where the answer is no amount.
    `rests_on` says from what the amount is computed, where it can be.
    """

    code: str
    figure: Text | None = None
    rests_on: Text | None = None


_JUST = Text("{0}", "{0}")
_SESSIONS = Text("the sessions", "las sesiones")
_WEEKS = Text("the length in weeks", "la duración en semanas")
_COURSE = Text("the weekly hours and the weeks", "las horas semanales y las semanas")

AXES: Mapping[str, Axis] = MappingProxyType(
    {
        "program.level": Axis(LABEL),
        "program.residential-intensity": Axis("standard-setting"),
        "program.setting": Axis("standard-setting"),
        "program.state": Axis("standard-setting"),
        "program.delivery": Axis("standard-setting"),
        "program.is-distinct": Axis("standard-setting"),
        "program.types": Axis("standard-people"),
        "program.condition-families": Axis("standard-people"),
        "program.populations": Axis("standard-people"),
        "program.entry-routes": Axis("standard-people"),
        "program.payers": Axis("standard-people"),
        "program.weekly-minutes": Axis(
            "standard-weekly-hours",
            Text("{0} of therapeutic time a week", "{0} de tiempo terapéutico por semana"),
            _SESSIONS,
        ),
        "program.weekly-clock-minutes": Axis(
            "standard-weekly-hours",
            Text("{0} of clock time a week", "{0} de tiempo de reloj por semana"),
            _SESSIONS,
        ),
        "program.counts-self-help": Axis("standard-weekly-hours"),
        "program.justifies-fewer-hours": Axis("standard-weekly-hours"),
        "program.day-minutes": Axis(
            "standard-day-hours",
            Text(
                "{0} of therapeutic time on an attended day",
                "{0} de tiempo terapéutico por día de asistencia",
            ),
            _SESSIONS,
        ),
        "program.weekly-days": Axis(
            "standard-days",
            Text("attendance on {0}", "asistencia de {0}"),
            _SESSIONS,
        ),
        "program.first-month-days": Axis(
            "standard-days",
            Text(
                "sessions on {0} in the first four weeks",
                "sesiones de {0} en las primeras cuatro semanas",
            ),
        ),
        "program.most-days-without-service": Axis(
            "standard-days",
            Text("{0} in a row without services", "{0} seguidos sin servicios"),
            _SESSIONS,
        ),
        "program.weeks": Axis(
            "standard-length", Text("a course of {0}", "un programa de {0}"), _WEEKS
        ),
        "program.course-days": Axis(
            "standard-length", Text("a course of {0}", "un programa de {0}"), _WEEKS
        ),
        "program.course-minutes": Axis(
            "standard-length",
            Text(
                "{0} of therapeutic time in a whole course",
                "{0} de tiempo terapéutico en todo el programa",
            ),
            _COURSE,
        ),
        "program.min-age": Axis("standard-ages", Text("a lowest age of {0}", "edad más baja: {0}")),
        "program.max-age": Axis(
            "standard-ages", Text("a highest age of {0}", "edad más alta: {0}")
        ),
        "program.considers-other-ages": Axis("standard-ages"),
        "program.justifies-other-ages": Axis("standard-ages"),
        "program.has-age-appropriate-setting": Axis("standard-ages"),
        "program.max-group-size": Axis(
            "standard-group-size", Text("{0} in the largest group", "{0} en el grupo más grande")
        ),
        "program.shortest-group-minutes": Axis(
            "standard-group-size",
            Text("a shortest group session of {0}", "una sesión de grupo más corta de {0}"),
            _SESSIONS,
        ),
        "program.staff-per-group": Axis(
            "standard-staffing", Text("{0} to lead a group", "{0} para dirigir un grupo")
        ),
        "program.patients-per-counselor": Axis(
            "standard-staffing", Text("{0} for each counselor", "{0} por cada consejero")
        ),
        "program.supervisor-years": Axis(
            "standard-staffing",
            Text(
                "a supervisor with {0} of experience with IOPs",
                "un supervisor con {0} de experiencia con IOP",
            ),
        ),
        "program.supervisor-weekly-hours": Axis(
            "standard-staffing",
            Text("a supervisor on site for {0}", "un supervisor en el lugar durante {0}"),
        ),
        "program.has-licensed-professional-on-site": Axis("standard-staffing"),
        "program.has-staff-around-the-clock": Axis("standard-staffing"),
        "program.has-nursing-around-the-clock": Axis("standard-staffing"),
        "program.has-physician-around-the-clock": Axis("standard-staffing"),
        "program.services-per-day": Axis("standard-services", _JUST),
        "program.meals-per-day": Axis("standard-services", _JUST),
        "program.individual-minutes": Axis(
            "standard-services",
            Text("{0} of individual sessions a week", "{0} de sesiones individuales por semana"),
        ),
        "program.individual-sessions": Axis(
            "standard-services",
            Text("individual care in {0}", "atención individual en {0}"),
        ),
        "program.group-sessions": Axis(
            "standard-services",
            Text("group care in {0}", "atención en grupo en {0}"),
        ),
        "program.modalities": Axis("standard-services"),
        "program.is-mainly-recreational": Axis("standard-services"),
        "program.has-crisis-service": Axis("standard-services"),
        "program.has-medical-services": Axis("standard-services"),
        "program.has-certified-education": Axis("standard-services"),
        "program.offers-schooling": Axis("standard-services"),
        "program.offers-addiction-medication": Axis("standard-services"),
        "program.has-aftercare": Axis("standard-services"),
        "program.plan-review-days": Axis(
            "standard-interval",
            Text("{0} between two reviews of a plan", "{0} entre dos revisiones de un plan"),
        ),
        "program.family-session-days": Axis(
            "standard-interval",
            Text("{0} between two family sessions", "{0} entre dos sesiones familiares"),
        ),
        "program.assessment-days": Axis(
            "standard-interval",
            Text(
                "{0} from admission to the assessment", "{0} desde el ingreso hasta la evaluación"
            ),
        ),
        "program.hours-between-services": Axis(
            "standard-interval",
            Text("{0} between two services", "{0} entre dos servicios"),
        ),
        "program.phone-consult-hours": Axis(
            "standard-interval",
            Text(
                "{0} until a psychiatric consultation by phone",
                "{0} hasta una consulta psiquiátrica por teléfono",
            ),
        ),
        "program.visit-consult-hours": Axis(
            "standard-interval",
            Text(
                "{0} until a psychiatric consultation in person or by video",
                "{0} hasta una consulta psiquiátrica en persona o por video",
            ),
        ),
        "program.weekly-aftercare-weeks": Axis(
            "standard-length",
            Text(
                "{0} with a session every week after the intensive phase",
                "{0} con una sesión semanal después de la fase intensiva",
            ),
        ),
        "program.weeks-with-aftercare": Axis(
            "standard-length",
            Text(
                "{0} in all, aftercare included",
                "{0} en total, con el seguimiento incluido",
            ),
        ),
        "program.aftercare-contact-days": Axis(
            "standard-interval",
            Text(
                "{0} between two contacts in the last phase",
                "{0} entre dos contactos en la última fase",
            ),
        ),
        "program.capacity": Axis(PRACTICE, Text("room for {0}", "lugar para {0}")),
        "program.has-affiliated-levels": Axis(PRACTICE),
        "program.has-level-on-certificate": Axis(PRACTICE),
        "program.has-written-schedule": Axis(PRACTICE),
    }
)
"""The axis of every fact about programs, by the name of the fact."""

_OTHER = Axis(PRACTICE)


def axis_of(fact: AnyFact) -> Axis:
    """Return the axis of `fact`; of one that is not in the table, that of ways of working."""
    return AXES.get(fact.name, _OTHER)
