"""Facts that the written plan of treatment states.

What a professional judges in it, such as necessity, is nobody's to change; what is planned, done
and written down is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import (
    LEAST_MINUTES,
    Reading,
    amount,
    arrangement,
    by_name,
    need,
    yes_or_no,
)
from iopkit.model.case import Case
from iopkit.model.treatment_plan import TreatmentPlan
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text

T = TypeVar("T")

_MOST_DAYS = 3660
_MOST_SESSIONS = 70


def _of(read: Callable[[TreatmentPlan], T]) -> Callable[[Case], T | None]:
    return lambda case: None if case.treatment_plan is None else read(case.treatment_plan)


WEEKLY_MINUTES = Fact[int](
    name="treatment-plan.weekly-minutes",
    type=FactType.WHOLE_NUMBER,
    unit="minutes a week",
    about_person=True,
    changeable=True,
    low=0,
    high=7 * 24 * 60,
    least_bound=LEAST_MINUTES,
    question=Text(
        "How many minutes of therapeutic services a week does the plan of care state?",
        "¿Cuántos minutos de servicios terapéuticos por semana indica el plan de atención?",
    ),
)

TREATMENT_PLAN_FACTS = by_name(
    (
        Reading(WEEKLY_MINUTES, _of(lambda plan: plan.weekly_minutes)),
        need(
            "treatment-plan.is-reasonable-and-necessary",
            _of(lambda plan: plan.is_reasonable_and_necessary),
            Text(
                "Are the services judged necessary, and expected to improve or maintain the"
                " person's condition and to prevent relapse or a hospital stay?",
                "¿Se consideran necesarios los servicios, y se espera que mejoren o mantengan el"
                " estado de la persona y eviten una recaída o una hospitalización?",
            ),
        ),
        arrangement(
            "treatment-plan.is-need-certified",
            _of(lambda plan: plan.is_need_certified),
            Text(
                "Has a physician certified the need for the program's weekly hours?",
                "¿Ha certificado un médico la necesidad de las horas semanales del programa?",
            ),
        ),
        arrangement(
            "treatment-plan.is-under-physician-care",
            _of(lambda plan: plan.is_under_physician_care),
            Text(
                "Are the services given under the care of a physician?",
                "¿Se prestan los servicios bajo el cuidado de un médico?",
            ),
        ),
        arrangement(
            "treatment-plan.is-written",
            _of(lambda plan: plan.is_written),
            Text(
                "Is there a written plan of treatment made for this person?",
                "¿Hay un plan de tratamiento por escrito hecho para esta persona?",
            ),
        ),
        arrangement(
            "treatment-plan.is-complete",
            _of(lambda plan: plan.is_complete),
            Text(
                "Does the plan state the diagnosis, the services with amount, duration and"
                " frequency, and the goals?",
                "¿Indica el plan el diagnóstico, los servicios con cantidad, duración y"
                " frecuencia, y las metas?",
            ),
        ),
        arrangement(
            "treatment-plan.is-physician-set",
            _of(lambda plan: plan.is_physician_set),
            Text(
                "Did a physician set up the plan with the program's staff, and review it?",
                "¿Estableció un médico el plan junto con el personal del programa, y lo revisa?",
            ),
        ),
        need(
            "treatment-plan.is-inpatient-alternative",
            _of(lambda plan: plan.is_inpatient_alternative),
            Text(
                "Has a physician certified that without partial hospitalization the person would "
                "need inpatient psychiatric care?",
                "¿Ha certificado un médico que sin hospitalización parcial la persona necesitaría "
                "atención psiquiátrica con internación?",
            ),
        ),
        need(
            "treatment-plan.is-expected-to-work",
            _of(lambda plan: plan.is_expected_to_work),
            Text(
                "Is the plan made for the person, and expected to work and to allow less "
                "intensive care?",
                "¿Está el plan hecho para la persona, y se espera que funcione y permita una "
                "atención menos intensiva?",
            ),
        ),
        arrangement(
            "treatment-plan.is-prescribed",
            _of(lambda plan: plan.is_prescribed),
            Text(
                "Has a physician or an advanced practice nurse prescribed the care?",
                "¿Ha prescrito la atención un médico o una enfermera de práctica avanzada?",
            ),
        ),
        yes_or_no(
            "treatment-plan.is-first-recertification",
            _of(lambda plan: plan.is_first_recertification),
            Text(
                "Is this the first recertification since care began?",
                "¿Es esta la primera recertificación desde que empezó la atención?",
            ),
        ),
        arrangement(
            "treatment-plan.is-signed-by-treating-physician",
            _of(lambda plan: plan.is_signed_by_treating_physician),
            Text(
                "Did the treating physician, who knows how the person responds, sign the "
                "recertification?",
                "¿Firmó la recertificación el médico tratante, que conoce la respuesta de la "
                "persona?",
            ),
        ),
        arrangement(
            "treatment-plan.states-response",
            _of(lambda plan: plan.states_response),
            Text(
                "Does the recertification say how the person responds to care?",
                "¿Dice la recertificación cómo responde la persona a la atención?",
            ),
        ),
        arrangement(
            "treatment-plan.states-risk",
            _of(lambda plan: plan.states_risk),
            Text(
                "Does the recertification name the symptoms that keep the person at risk?",
                "¿Nombra la recertificación los síntomas que mantienen en riesgo a la persona?",
            ),
        ),
        arrangement(
            "treatment-plan.states-discharge-goals",
            _of(lambda plan: plan.states_discharge_goals),
            Text(
                "Does the recertification state the goals for coordinating discharge?",
                "¿Indica la recertificación las metas para coordinar el alta?",
            ),
        ),
        arrangement(
            "treatment-plan.documents-escalation",
            _of(lambda plan: plan.documents_escalation),
            Text(
                "Does the record say why care must step up?",
                "¿Dice el expediente por qué la atención debe ser más intensiva?",
            ),
        ),
        arrangement(
            "treatment-plan.is-at-assessed-level",
            _of(lambda plan: plan.is_at_assessed_level),
            Text(
                "Is the person at the level of care that the assessment found?",
                "¿Está la persona en el nivel de atención que encontró la evaluación?",
            ),
        ),
        arrangement(
            "treatment-plan.documents-other-level",
            _of(lambda plan: plan.documents_other_level),
            Text(
                "Does the record say why the level is not the assessed one?",
                "¿Dice el expediente por qué el nivel no es el evaluado?",
            ),
        ),
        arrangement(
            "treatment-plan.includes-iop-or-php",
            _of(lambda plan: plan.includes_iop_or_php),
            Text(
                "Does the person receive IOP or PHP at the same time?",
                "¿Recibe la persona un IOP o una hospitalización parcial al mismo tiempo?",
            ),
        ),
        amount(
            "treatment-plan.days-since-certification",
            _of(lambda plan: plan.days_since_certification),
            Text(
                "How many days have passed since the last certification, or since care began?",
                "¿Cuántos días han pasado desde la última certificación, o desde que empezó la "
                "atención?",
            ),
            "days",
            _MOST_DAYS,
        ),
        amount(
            "treatment-plan.days-since-review",
            _of(lambda plan: plan.days_since_review),
            Text(
                "How many days have passed since the last review, or since care began?",
                "¿Cuántos días han pasado desde la última revisión, o desde que empezó la "
                "atención?",
            ),
            "days",
            _MOST_DAYS,
        ),
        amount(
            "treatment-plan.weekly-sessions",
            _of(lambda plan: plan.weekly_sessions),
            Text(
                "How many counseling sessions a week does the plan state?",
                "¿Cuántas sesiones de consejería por semana indica el plan?",
            ),
            "sessions a week",
            _MOST_SESSIONS,
        ),
    )
)
"""Every fact of the plan of treatment, by name."""
