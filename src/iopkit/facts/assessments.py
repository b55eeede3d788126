"""Facts about a person that are the results of assessments by others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import Reading, by_name, need, yes_or_no
from iopkit.model.assessments import ImpairedDriving, RiskRatings, TreatmentProgress
from iopkit.model.case import Case
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import DrivingFinding

T = TypeVar("T")

_WORST = 4
_MOST_THOUSANDTHS = 1000


def _rating(name: str, read: Callable[[RiskRatings], int | None], question: Text) -> Reading:
    fact = Fact[int](
        name=f"risk-rating.{name}",
        type=FactType.WHOLE_NUMBER,
        unit="rating",
        low=0,
        high=_WORST,
        about_person=True,
        is_clinical=True,
        question=question,
    )

    def of_case(case: Case) -> int | None:
        ratings = case.person.risk_ratings if case.person else None
        return None if ratings is None else read(ratings)

    return Reading(fact, of_case)


def _driving(read: Callable[[ImpairedDriving], T]) -> Callable[[Case], T | None]:
    def of_case(case: Case) -> T | None:
        told = case.person.impaired_driving if case.person else None
        return None if told is None else read(told)

    return of_case


def _progress(
    name: str, read: Callable[[TreatmentProgress], bool | None], question: Text
) -> Reading:
    def of_case(case: Case) -> bool | None:
        told = case.person.treatment_progress if case.person else None
        return None if told is None else read(told)

    return need(f"treatment-progress.{name}", of_case, question)


BLOOD_ALCOHOL = Fact[int](
    name="impaired-driving.blood-alcohol",
    type=FactType.WHOLE_NUMBER,
    unit="thousandths of a percent",
    low=0,
    high=_MOST_THOUSANDTHS,
    about_person=True,
    question=Text(
        "What was the blood alcohol, in thousandths of a percent (0.14 % is 140)?",
        "¿Cuál fue el alcohol en la sangre, en milésimas de por ciento (0.14 % es 140)?",
    ),
)
FINDING = Fact[DrivingFinding](
    name="impaired-driving.finding",
    type=FactType.TERM,
    terms=DrivingFinding,
    about_person=True,
    is_clinical=True,
    question=Text(
        "What did the assessment for impaired driving find?",
        "¿Qué encontró la evaluación por conducir bajo los efectos del alcohol o drogas?",
    ),
)

ASSESSMENT_FACTS = by_name(
    (
        _rating(
            "withdrawal",
            lambda ratings: ratings.withdrawal,
            Text(
                "How high is the risk from intoxication and withdrawal, from 0 to 4?",
                "¿Qué tan alto es el riesgo por intoxicación y abstinencia, de 0 a 4?",
            ),
        ),
        _rating(
            "physical-health",
            lambda ratings: ratings.physical_health,
            Text(
                "How high is the risk from physical health, from 0 to 4?",
                "¿Qué tan alto es el riesgo por la salud física, de 0 a 4?",
            ),
        ),
        _rating(
            "mental-health",
            lambda ratings: ratings.mental_health,
            Text(
                "How high is the risk from mental health, from 0 to 4?",
                "¿Qué tan alto es el riesgo por la salud mental, de 0 a 4?",
            ),
        ),
        _rating(
            "readiness",
            lambda ratings: ratings.readiness,
            Text(
                "How high is the risk from a lack of readiness for change, from 0 to 4?",
                "¿Qué tan alto es el riesgo por falta de disposición al cambio, de 0 a 4?",
            ),
        ),
        _rating(
            "relapse",
            lambda ratings: ratings.relapse,
            Text(
                "How high is the risk of relapse or continued use, from 0 to 4?",
                "¿Qué tan alto es el riesgo de recaída o de seguir consumiendo, de 0 a 4?",
            ),
        ),
        _rating(
            "surroundings",
            lambda ratings: ratings.surroundings,
            Text(
                "How high is the risk from the surroundings in which the person would recover, "
                "from 0 to 4?",
                "¿Qué tan alto es el riesgo por el entorno en que la persona se recuperaría, de 0 "
                "a 4?",
            ),
        ),
        _progress(
            "recognizes-problem",
            lambda told: told.recognizes_problem,
            Text(
                "Does the person recognize how severe the problem with alcohol or drugs is?",
                "¿Reconoce la persona lo grave que es el problema con el alcohol o las drogas?",
            ),
        ),
        _progress(
            "has-insight",
            lambda told: told.has_insight,
            Text(
                "Does the person understand what alcohol or drugs do in their life?",
                "¿Comprende la persona qué efecto tienen el alcohol o las drogas en su vida?",
            ),
        ),
        _progress(
            "is-learning-to-cope",
            lambda told: told.is_learning_to_cope,
            Text(
                "Is the person visibly gaining the skills to solve problems without use?",
                "¿Se ve que la persona adquiere habilidades para resolver problemas sin consumir?",
            ),
        ),
        _progress(
            "is-progressing",
            lambda told: told.is_progressing,
            Text(
                "Does the record show that the person is progressing in treatment?",
                "¿Muestra el expediente que la persona avanza en el tratamiento?",
            ),
        ),
        _progress(
            "was-interrupted",
            lambda told: told.was_interrupted,
            Text(
                "Did a serious medical or psychiatric event interrupt the treatment?",
                "¿Interrumpió el tratamiento un problema médico o psiquiátrico serio?",
            ),
        ),
        _progress(
            "awaits-transfer",
            lambda told: told.awaits_transfer,
            Text(
                "Does the person stay only until an immediate transfer to more acute care?",
                "¿Permanece la persona solo hasta un traslado inmediato a atención más aguda?",
            ),
        ),
        Reading(BLOOD_ALCOHOL, _driving(lambda told: told.blood_alcohol)),
        Reading(FINDING, _driving(lambda told: told.finding)),
        yes_or_no(
            "impaired-driving.is-first-conviction",
            _driving(lambda told: told.is_first_conviction),
            Text(
                "Is it the person's first conviction for impaired driving?",
                "¿Es la primera condena de la persona por conducir bajo los efectos?",
            ),
        ),
        yes_or_no(
            "impaired-driving.has-refused-test",
            _driving(lambda told: told.has_refused_test),
            Text(
                "Did the person refuse the chemical test?",
                "¿Se negó la persona a la prueba química?",
            ),
        ),
        yes_or_no(
            "impaired-driving.is-level-one",
            _driving(lambda told: told.is_level_one),
            Text(
                "Is the assessed level of care of broad level I (outpatient)?",
                "¿Es el nivel de atención evaluado del nivel amplio I (ambulatorio)?",
            ),
        ),
        yes_or_no(
            "impaired-driving.is-level-two",
            _driving(lambda told: told.is_level_two),
            Text(
                "Is the assessed level of care of broad level II (intensive outpatient or day "
                "treatment)?",
                "¿Es el nivel de atención evaluado del nivel amplio II (ambulatorio intensivo o "
                "de día)?",
            ),
        ),
    )
)
"""Every fact that is the result of an assessment, by name."""
