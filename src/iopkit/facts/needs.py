"""Facts about a person that single authorities ask for: needs, abilities and risks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.person import conditions_of
from iopkit.facts.readings import Reading, by_name, derived, need
from iopkit.model.case import Case
from iopkit.model.person import Person
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import Condition, ConditionFamily
from iopkit.vocabulary.places import State

T = TypeVar("T")


def _of(read: Callable[[Person], T]) -> Callable[[Case], T | None]:
    return lambda case: None if case.person is None else read(case.person)


def _holds(family: ConditionFamily) -> Callable[[Case], bool | None]:
    conditions = [condition for condition in Condition if condition.family is family]
    return _of(lambda person: conditions_of(person).holds_any(conditions))


STATE = Fact[State](
    name="person.state",
    type=FactType.TERM,
    terms=State,
    about_person=True,
    question=Text("In which state does the person live?", "¿En qué estado vive la persona?"),
)
NEED_FACTS = by_name(
    (
        Reading(STATE, _of(lambda person: person.state)),
        derived(
            need(
                "person.has-substance-use-disorder",
                _holds(ConditionFamily.SUBSTANCE_USE_DISORDER),
                Text(
                    "Has a substance use disorder been diagnosed?",
                    "¿Se ha diagnosticado un trastorno por consumo de sustancias?",
                ),
            ),
            "person.conditions",
        ),
        derived(
            need(
                "person.has-mental-disorder",
                _holds(ConditionFamily.MENTAL_DISORDER),
                Text(
                    "Has a mental disorder been diagnosed?",
                    "¿Se ha diagnosticado un trastorno mental?",
                ),
            ),
            "person.conditions",
        ),
        need(
            "person.has-significant-impairment",
            _of(lambda person: person.has_significant_impairment),
            Text(
                "Is the person's daily life badly impaired in several areas, for their age?",
                "¿Está muy afectada la vida diaria de la persona en varias áreas, para su edad?",
            ),
        ),
        need(
            "person.can-use-lower-level",
            _of(lambda person: person.can_use_lower_level),
            Text(
                "Would a less intensive level of care be enough for the person?",
                "¿Le bastaría a la persona un nivel de atención menos intensivo?",
            ),
        ),
        need(
            "person.functions-with-support",
            _of(lambda person: person.functions_with_support),
            Text(
                "Can the person manage daily life with support?",
                "¿Puede la persona manejar su vida diaria con apoyo?",
            ),
        ),
        need(
            "person.needs-stabilization",
            _of(lambda person: person.needs_stabilization),
            Text(
                "Does the person need a staffed setting to become stable, to have fewer symptoms "
                "or to prevent relapse?",
                "¿Necesita la persona un lugar con personal para estabilizarse, tener menos "
                "síntomas o prevenir una recaída?",
            ),
        ),
        need(
            "person.needs-acute-stabilization",
            _of(lambda person: person.needs_acute_stabilization),
            Text(
                "Does the person need crisis care, relief of acute symptoms, partial "
                "stabilization or a step down from the hospital?",
                "¿Necesita la persona atención de crisis, alivio de síntomas agudos, "
                "estabilización parcial o un paso intermedio al salir del hospital?",
            ),
        ),
        need(
            "person.needs-structured-motivation",
            _of(lambda person: person.needs_structured_motivation),
            Text(
                "Does the person need structured work on motivation that lower levels do not "
                "offer?",
                "¿Necesita la persona trabajo estructurado de motivación que los niveles "
                "inferiores no ofrecen?",
            ),
        ),
        need(
            "person.has-minimal-withdrawal-risk",
            _of(lambda person: person.has_minimal_withdrawal_risk),
            Text(
                "Is the risk of withdrawal low or minimal?",
                "¿Es bajo o mínimo el riesgo de abstinencia?",
            ),
        ),
        need(
            "person.is-psychologically-stable",
            _of(lambda person: person.is_psychologically_stable),
            Text(
                "Is the person stable enough in mind and mood not to need care around the clock?",
                "¿Está la persona lo bastante estable mental y emocionalmente para no necesitar "
                "atención las 24 horas?",
            ),
        ),
        need(
            "person.has-failed-lower-level",
            _of(lambda person: person.has_failed_lower_level),
            Text(
                "Did a lower level fail, did the person get worse there, or is relapse likely "
                "without close monitoring?",
                "¿Fracasó un nivel inferior, empeoró allí la persona, o es probable una recaída "
                "sin un control cercano?",
            ),
        ),
        need(
            "person.has-little-recovery-support",
            _of(lambda person: person.has_little_recovery_support),
            Text(
                "Is there little support for recovery where the person lives?",
                "¿Hay poco apoyo para la recuperación donde vive la persona?",
            ),
        ),
        need(
            "person.has-significant-trauma",
            _of(lambda person: person.has_significant_trauma),
            Text(
                "Does the person live with significant trauma or stress?",
                "¿Vive la persona con un trauma o estrés importante?",
            ),
        ),
        need(
            "person.has-relapse-risk-symptoms",
            _of(lambda person: person.has_relapse_risk_symptoms),
            Text(
                "Do symptoms keep the person at risk of relapse or of a hospital stay?",
                "¿Hay síntomas que mantienen a la persona en riesgo de recaída o de "
                "hospitalización?",
            ),
        ),
        need(
            "person.has-hospital-risk-symptoms",
            _of(lambda person: person.has_hospital_risk_symptoms),
            Text(
                "Do symptoms put the person at risk of a hospital stay?",
                "¿Hay síntomas que ponen a la persona en riesgo de hospitalización?",
            ),
        ),
    )
)
"""Every fact that an authority asks about a person's needs beyond the usual ones, by name."""
