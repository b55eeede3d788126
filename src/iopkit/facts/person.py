"""Facts about the person; needs and abilities are judgments of a professional."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import Reading, arrangement, by_name, derived, need, yes_or_no
from iopkit.model.case import Case
from iopkit.model.person import Person
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.listings import Listing
from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import Condition
from iopkit.vocabulary.people import Population

T = TypeVar("T")


def _of(read: Callable[[Person], T]) -> Callable[[Case], T | None]:
    return lambda case: None if case.person is None else read(case.person)


AGE = Fact[int](
    name="person.age",
    type=FactType.WHOLE_NUMBER,
    unit="years",
    about_person=True,
    low=0,
    high=90,
    question=Text("How old is the person?", "¿Qué edad tiene la persona?"),
)
CONDITIONS = Fact[Listing[Condition]](
    name="person.conditions",
    type=FactType.LISTING,
    terms=Condition,
    about_person=True,
    is_clinical=True,
    question=Text(
        "Which conditions have been diagnosed?", "¿Qué condiciones se han diagnosticado?"
    ),
)
POPULATIONS = Fact[Listing[Population]](
    name="person.populations",
    type=FactType.LISTING,
    terms=Population,
    about_person=True,
    question=Text(
        "Which groups, by age or situation, does the person belong to?",
        "¿A qué grupos, por edad o situación, pertenece la persona?",
    ),
)


def conditions_of(person: Person) -> Listing[Condition]:
    """What is told, with what it implies: a condition has its broader one, and none its narrower.

    Where what is told contradicts itself, what is present stands.
    """
    told = person.conditions
    present = (*told.present, *(one.broader for one in told.present if one.broader))
    denied = {one for one in Condition if one in told.lacks or one.broader in told.lacks}
    lacks = (one for one in Condition if one in denied and one not in present)
    return Listing(present, tuple(lacks), told.complete)


PERSON_FACTS = by_name(
    (
        Reading(AGE, _of(lambda person: person.age)),
        Reading(CONDITIONS, _of(conditions_of)),
        Reading(POPULATIONS, _of(lambda person: person.populations)),
        derived(
            need(
                "person.has-mental-or-substance-use-disorder",
                _of(lambda person: conditions_of(person).holds_any(Condition)),
                Text(
                    "Has a mental disorder or a substance use disorder been diagnosed?",
                    "¿Se ha diagnosticado un trastorno mental o por consumo de sustancias?",
                ),
            ),
            "person.conditions",
        ),
        need(
            "person.needs-more-than-weekly-sessions",
            _of(lambda person: person.needs_more_than_weekly_sessions),
            Text(
                "Does the person need more than one session a week?",
                "¿Necesita la persona más de una sesión por semana?",
            ),
        ),
        need(
            "person.needs-daily-structure",
            _of(lambda person: person.needs_daily_structure),
            Text(
                "Does the person need structured care every weekday?",
                "¿Necesita la persona atención estructurada todos los días laborables?",
            ),
        ),
        need(
            "person.needs-24-hour-care",
            _of(lambda person: person.needs_24_hour_care),
            Text(
                "Does the person need supervision around the clock?",
                "¿Necesita la persona supervisión las 24 horas?",
            ),
        ),
        need(
            "person.needs-medical-and-nursing-care",
            _of(lambda person: person.needs_medical_and_nursing_care),
            Text(
                "Does the person need doctors and nurses at hand at all times?",
                "¿Necesita la persona personal médico y de enfermería en todo momento?",
            ),
        ),
        need(
            "person.needs-withdrawal-management",
            _of(lambda person: person.needs_withdrawal_management),
            Text(
                "Does the person need medical care to stop alcohol or drugs safely?",
                "¿Necesita la persona atención médica para dejar el alcohol o las drogas"
                " sin riesgo?",
            ),
        ),
        need(
            "person.is-danger-to-self",
            _of(lambda person: person.is_danger_to_self),
            Text(
                "Is the person at risk of harming themselves?",
                "¿Está la persona en riesgo de hacerse daño?",
            ),
        ),
        need(
            "person.is-danger-to-others",
            _of(lambda person: person.is_danger_to_others),
            Text(
                "Is the person at risk of harming others?",
                "¿Está la persona en riesgo de hacer daño a otras personas?",
            ),
        ),
        need(
            "person.is-medically-stable",
            _of(lambda person: person.is_medically_stable),
            Text("Is the person medically stable?", "¿Está la persona médicamente estable?"),
        ),
        need(
            "person.can-take-part",
            _of(lambda person: person.can_take_part),
            Text(
                "Is the person able, in mind and mood, to take part in sessions?",
                "¿Puede la persona, por su estado mental y emocional, participar en las sesiones?",
            ),
        ),
        need(
            "person.tolerates-intensity",
            _of(lambda person: person.tolerates_intensity),
            Text(
                "Can the person bear several long sessions a week?",
                "¿Puede la persona tolerar varias sesiones largas por semana?",
            ),
        ),
        need(
            "person.would-benefit-from-program",
            _of(lambda person: person.would_benefit_from_program),
            Text(
                "Would a coordinated program help the person more than single sessions?",
                "¿Ayudaría a la persona un programa coordinado más que sesiones sueltas?",
            ),
        ),
        arrangement(
            "person.has-support-system",
            _of(lambda person: person.has_support_system),
            Text(
                "Does the person have enough support outside the program?",
                "¿Tiene la persona suficiente apoyo fuera del programa?",
            ),
        ),
        yes_or_no(
            "person.is-ready-to-attend",
            _of(lambda person: person.is_ready_to_attend),
            Text(
                "Is the person ready to attend and take part several times a week?",
                "¿Está la persona dispuesta a asistir y participar varias veces por semana?",
            ),
        ),
    )
)
"""Every fact about a person, by name."""
