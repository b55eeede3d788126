"""Answers that are no amounts, in words of their own: what a program has, and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from iopkit.rules.answers import AnyFact, FactType
from iopkit.values.texts import Text


@frozen
class Saying:
    """One fact about programs in words: `so` for yes, `but_not` for no.

    Of a fact whose answers are terms, they stand for `{0}`.
    """

    so: Text
    but_not: Text


SAYINGS: Mapping[str, Saying] = MappingProxyType(
    {
        "program.state": Saying(
            Text("in {0}", "en {0}"),
            Text("not in {0}", "no en {0}"),
        ),
        "program.residential-intensity": Saying(
            Text("{0}", "{0}"),
            Text("no {0}", "no {0}"),
        ),
        "program.is-distinct": Saying(
            Text(
                "a distinct, organized outpatient program, away from "
                "homes and inpatient or residential places",
                "un programa ambulatorio separado y organizado, fuera de "
                "viviendas y de lugares con internación o residenciales",
            ),
            Text(
                "not a distinct, organized outpatient program away from "
                "homes and inpatient or residential places",
                "no es un programa ambulatorio separado y organizado, fuera de "
                "viviendas y de lugares con internación o residenciales",
            ),
        ),
        "program.condition-families": Saying(
            Text("treatment of: {0}", "tratamiento de: {0}"),
            Text("no treatment of: {0}", "sin tratamiento de: {0}"),
        ),
        "program.populations": Saying(
            Text("takes: {0}", "admite: {0}"),
            Text("does not take: {0}", "no admite: {0}"),
        ),
        "program.entry-routes": Saying(
            Text("people come from: {0}", "las personas llegan desde: {0}"),
            Text("people do not come from: {0}", "las personas no llegan desde: {0}"),
        ),
        "program.payers": Saying(
            Text("accepts: {0}", "acepta: {0}"),
            Text("does not accept: {0}", "no acepta: {0}"),
        ),
        "program.counts-self-help": Saying(
            Text(
                "self-help meetings count among the hours",
                "las reuniones de autoayuda cuentan entre las horas",
            ),
            Text(
                "self-help meetings do not count among the hours",
                "las reuniones de autoayuda no cuentan entre las horas",
            ),
        ),
        "program.justifies-fewer-hours": Saying(
            Text(
                "a written reason wherever a patient has fewer hours in a later stage",
                "una razón por escrito cuando un paciente tiene menos horas en una etapa posterior",
            ),
            Text(
                "no written reason where a patient has fewer hours in a later stage",
                "sin razón por escrito cuando un paciente tiene menos horas en una etapa posterior",
            ),
        ),
        "program.considers-other-ages": Saying(
            Text("exceptions on age are considered", "se consideran excepciones por edad"),
            Text("no exceptions on age", "sin excepciones por edad"),
        ),
        "program.justifies-other-ages": Saying(
            Text(
                "a written reason for each patient outside the ages",
                "una razón por escrito para cada paciente fuera de las edades",
            ),
            Text(
                "no written reason for patients outside the ages",
                "sin razón por escrito para los pacientes fuera de las edades",
            ),
        ),
        "program.has-age-appropriate-setting": Saying(
            Text(
                "care for minors in a setting made for their age",
                "atención a los menores en un lugar adecuado a su edad",
            ),
            Text(
                "no setting made for the age of minors",
                "sin lugar adecuado a la edad de los menores",
            ),
        ),
        "program.has-licensed-professional-on-site": Saying(
            Text(
                "a licensed mental health professional on site",
                "un profesional de salud mental con licencia en el lugar",
            ),
            Text(
                "no licensed mental health professional on site",
                "sin profesional de salud mental con licencia en el lugar",
            ),
        ),
        "program.is-mainly-recreational": Saying(
            Text("mainly social or recreational", "sobre todo social o recreativo"),
            Text("not mainly social or recreational", "no es sobre todo social o recreativo"),
        ),
        "program.has-crisis-service": Saying(
            Text("crisis services around the clock", "servicios de crisis las 24 horas"),
            Text("no crisis services around the clock", "sin servicios de crisis las 24 horas"),
        ),
        "program.has-staff-around-the-clock": Saying(
            Text("staff on site around the clock", "personal en el lugar las 24 horas"),
            Text("no staff on site around the clock", "sin personal en el lugar las 24 horas"),
        ),
        "program.has-nursing-around-the-clock": Saying(
            Text("nursing care around the clock", "atención de enfermería las 24 horas"),
            Text("no nursing care around the clock", "sin atención de enfermería las 24 horas"),
        ),
        "program.has-physician-around-the-clock": Saying(
            Text("a physician within reach around the clock", "un médico localizable las 24 horas"),
            Text(
                "no physician within reach around the clock",
                "sin médico localizable las 24 horas",
            ),
        ),
        "program.has-medical-services": Saying(
            Text(
                "psychiatric, medical and laboratory services by consultation or referral",
                "servicios psiquiátricos, médicos y de laboratorio por consulta o derivación",
            ),
            Text(
                "no psychiatric, medical and laboratory services by consultation or referral",
                "sin servicios psiquiátricos, médicos y de laboratorio por consulta o derivación",
            ),
        ),
        "program.has-certified-education": Saying(
            Text(
                "a certified education service for minors",
                "un servicio educativo certificado para menores",
            ),
            Text(
                "no certified education service for minors",
                "sin servicio educativo certificado para menores",
            ),
        ),
        "program.offers-schooling": Saying(
            Text("access to schooling for minors", "acceso a la escuela para los menores"),
            Text("no access to schooling for minors", "sin acceso a la escuela para los menores"),
        ),
        "program.offers-addiction-medication": Saying(
            Text(
                "medication for addiction on site or by referral",
                "medicamentos para la adicción en el lugar o por derivación",
            ),
            Text(
                "no medication for addiction on site or by referral",
                "sin medicamentos para la adicción en el lugar o por derivación",
            ),
        ),
        "program.has-aftercare": Saying(
            Text("aftercare groups", "grupos de seguimiento"),
            Text("no aftercare groups", "sin grupos de seguimiento"),
        ),
        "program.has-affiliated-levels": Saying(
            Text(
                "arrangements with higher and lower levels of care",
                "acuerdos con niveles de atención superiores e inferiores",
            ),
            Text(
                "no arrangements with higher and lower levels of care",
                "sin acuerdos con niveles de atención superiores e inferiores",
            ),
        ),
        "program.has-level-on-certificate": Saying(
            Text(
                "a certificate that names this level of care",
                "un certificado que nombra este nivel de atención",
            ),
            Text(
                "a certificate that does not name this level of care",
                "un certificado que no nombra este nivel de atención",
            ),
        ),
        "program.has-written-schedule": Saying(
            Text("a written schedule of the services", "un horario escrito de los servicios"),
            Text("no written schedule of the services", "sin horario escrito de los servicios"),
        ),
    }
)
"""The words of each fact that has its own, by its name."""

_LISTED = Saying(Text("{0}", "{0}"), Text("without {0}", "sin {0}"))
_TERM = Saying(Text("{0}", "{0}"), Text("not {0}", "no {0}"))


def saying_of(fact: AnyFact) -> Saying | None:
    """Return the words for the answers to `fact`; `None` where only its question can be told."""
    if fact.name in SAYINGS or not fact.name.startswith("program."):
        return SAYINGS.get(fact.name)
    return {FactType.TERM: _TERM, FactType.LISTING: _LISTED}.get(fact.type)
