"""Facts that the written plan of treatment states."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import Reading, arrangement, by_name
from iopkit.model.case import Case
from iopkit.model.treatment_plan import TreatmentPlan
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text

T = TypeVar("T")


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
    question=Text(
        "How many minutes of therapeutic services a week does the plan of care state?",
        "¿Cuántos minutos de servicios terapéuticos por semana indica el plan de atención?",
    ),
)

TREATMENT_PLAN_FACTS = by_name(
    (
        Reading(WEEKLY_MINUTES, _of(lambda plan: plan.weekly_minutes)),
        arrangement(
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
                "Has a physician certified the need for the hours of an IOP?",
                "¿Ha certificado un médico la necesidad de las horas de un IOP?",
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
    )
)
"""Every fact of the plan of treatment, by name."""
