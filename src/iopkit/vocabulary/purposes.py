"""What each type of program is for: whom, to what end, with what, and for which conditions."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import Condition, ConditionFamily
from iopkit.vocabulary.people import Population
from iopkit.vocabulary.treatment import Modality, ProgramType


@frozen(kw_only=True)
class Purpose:
    """What one type of program is for; general knowledge, never a standard.

    `modalities` are those that a program of the type is expected to offer.  Of `families` and
    `conditions` a person has at least one, or every family where `takes_all_families`; a type
    that serves whole families names no single condition.
    """

    populations: tuple[Population, ...]
    goal: Text
    modalities: tuple[Modality, ...]
    families: tuple[ConditionFamily, ...] = ()
    conditions: tuple[Condition, ...] = ()
    takes_all_families: bool = False


def purpose_of(kind: ProgramType) -> Purpose:
    """Return what a program of type `kind` is for."""
    return _PURPOSES[kind]


_TALKING = (Modality.INDIVIDUAL_THERAPY, Modality.GROUP_THERAPY)
_BOTH = (ConditionFamily.SUBSTANCE_USE_DISORDER, ConditionFamily.MENTAL_DISORDER)

_PURPOSES: Mapping[ProgramType, Purpose] = {
    ProgramType.GENERAL: Purpose(
        populations=(Population.ADULTS,),
        goal=Text(
            "Become stable, and learn skills to stay so.",
            "Lograr estabilidad y aprender habilidades para mantenerla.",
        ),
        modalities=(*_TALKING, Modality.MEDICATION_MANAGEMENT),
        families=_BOTH,
    ),
    ProgramType.DUAL_DIAGNOSIS: Purpose(
        populations=(Population.CO_OCCURRING,),
        goal=Text(
            "Sobriety and mental health together, by one plan for both.",
            "Sobriedad y salud mental a la vez, con un solo plan para ambas.",
        ),
        modalities=(*_TALKING, Modality.MEDICATION_MANAGEMENT),
        families=_BOTH,
        takes_all_families=True,
    ),
    ProgramType.EATING_DISORDER: Purpose(
        populations=(Population.PEOPLE_WITH_EATING_DISORDERS,),
        goal=Text(
            "A healthy relationship with food and one's body.",
            "Una relación sana con la comida y con el propio cuerpo.",
        ),
        modalities=(*_TALKING, Modality.NUTRITIONAL_COUNSELING, Modality.MEDICAL_MONITORING),
        conditions=(
            Condition.EATING_DISORDER,
            *(each for each in Condition if each.broader is Condition.EATING_DISORDER),
        ),
    ),
    ProgramType.TRAUMA_FOCUSED: Purpose(
        populations=(Population.TRAUMA_SURVIVORS,),
        goal=Text(
            "Work through what happened, safely.",
            "Elaborar lo vivido, con seguridad.",
        ),
        modalities=(*_TALKING, Modality.MINDFULNESS_PRACTICE),
        conditions=(Condition.PTSD,),
    ),
    ProgramType.ADOLESCENT: Purpose(
        populations=(Population.ADOLESCENTS,),
        goal=Text(
            "Care that fits the age, for mental health and substance use alike.",
            "Atención acorde con la edad, para la salud mental y el consumo de sustancias.",
        ),
        modalities=(*_TALKING, Modality.FAMILY_THERAPY, Modality.LIFE_SKILLS_TRAINING),
        families=_BOTH,
    ),
    ProgramType.FAMILY_BASED: Purpose(
        populations=(Population.FAMILIES,),
        goal=Text(
            "Change how the family supports recovery.",
            "Cambiar la manera en que la familia apoya la recuperación.",
        ),
        modalities=(*_TALKING, Modality.FAMILY_THERAPY, Modality.PSYCHOEDUCATION),
        families=_BOTH,
    ),
}
