"""Facts about the program in question, and what it answered when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from iopkit.facts.readings import Reading, arrangement, by_name, derived, practice
from iopkit.model.case import Case
from iopkit.model.figures import schedules_of
from iopkit.model.program import Program
from iopkit.model.schedule import Session
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.listings import Listing
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Delivery, EntryRoute, ResidentialIntensity, Setting
from iopkit.vocabulary.clinical import ConditionFamily
from iopkit.vocabulary.coverage import PayerKind
from iopkit.vocabulary.people import Population
from iopkit.vocabulary.places import State
from iopkit.vocabulary.treatment import Modality, ProgramType

E = TypeVar("E", bound=Term)
T = TypeVar("T")

LEVEL = Fact[CareLevel](
    name="program.level",
    type=FactType.TERM,
    terms=CareLevel,
    changeable=True,
    question=Text(
        "Which care level does the program say it is?",
        "¿Qué nivel de atención dice ser el programa?",
    ),
)
SETTING = Fact[Setting](
    name="program.setting",
    type=FactType.TERM,
    terms=Setting,
    changeable=True,
    question=Text(
        "In which kind of setting is the program?", "¿En qué tipo de lugar está el programa?"
    ),
)
RESIDENTIAL_INTENSITY = Fact[ResidentialIntensity](
    name="program.residential-intensity",
    type=FactType.TERM,
    terms=ResidentialIntensity,
    changeable=True,
    question=Text(
        "How intensive does the residential program say its care is?",
        "¿Qué intensidad dice tener la atención del programa residencial?",
    ),
)
PROGRAM_STATE = Fact[State](
    name="program.state",
    type=FactType.TERM,
    terms=State,
    changeable=True,
    question=Text("In which state is the program?", "¿En qué estado está el programa?"),
)


def _listing(name: str, kind: type[E], question: Text) -> Fact[Listing[E]]:
    return Fact[Listing[E]](
        name=name, type=FactType.LISTING, terms=kind, changeable=True, question=question
    )


def _of(read: Callable[[Program], T]) -> Callable[[Case], T | None]:
    return lambda case: None if case.program is None else read(case.program)


def _modalities(program: Program) -> Listing[Modality]:
    """Return what is told of all, and what the sessions of every way to attend hold."""
    held = [
        {modality for session in way for modality in _held_in(session)}
        for schedule in schedules_of(program)
        for way in schedule.ways
    ]
    told = program.modalities
    present = (*told.present, *(each for each in Modality if all(each in way for way in held)))
    lacks = tuple(each for each in told.lacks if each not in present)
    return Listing(present, lacks, told.complete)


def _held_in(session: Session) -> Iterator[Modality | None]:
    yield session.modality
    yield from (block.modality for block in session.blocks)


def _accepts_payer(case: Case) -> bool | None:
    payer = None if case.health_plan is None else case.health_plan.payer
    if case.program is None or payer is None:
        return None
    return case.program.accepts.holds(payer)


PROGRAM_FACTS = by_name(
    (
        Reading(LEVEL, _of(lambda program: program.level)),
        Reading(SETTING, _of(lambda program: program.setting)),
        Reading(RESIDENTIAL_INTENSITY, _of(lambda program: program.residential_intensity)),
        Reading(PROGRAM_STATE, _of(lambda program: program.state)),
        Reading(
            _listing(
                "program.types",
                ProgramType,
                Text(
                    "What is the program built around?",
                    "¿En torno a qué está organizado el programa?",
                ),
            ),
            _of(lambda program: program.types),
        ),
        Reading(
            _listing(
                "program.delivery",
                Delivery,
                Text("How is care delivered?", "¿De qué forma se presta la atención?"),
            ),
            _of(lambda program: program.delivery),
        ),
        Reading(
            _listing(
                "program.condition-families",
                ConditionFamily,
                Text(
                    "Which families of conditions does the program treat?",
                    "¿Qué familias de condiciones trata el programa?",
                ),
            ),
            _of(lambda program: program.condition_families),
        ),
        Reading(
            _listing(
                "program.populations",
                Population,
                Text(
                    "Which groups of people does the program take?",
                    "¿A qué grupos de personas admite el programa?",
                ),
            ),
            _of(lambda program: program.populations),
        ),
        Reading(
            _listing(
                "program.entry-routes",
                EntryRoute,
                Text(
                    "From where do people come into the program?",
                    "¿Desde dónde llegan las personas al programa?",
                ),
            ),
            _of(lambda program: program.entry_routes),
        ),
        Reading(
            _listing(
                "program.modalities",
                Modality,
                Text("What is done in the program?", "¿Qué se hace en el programa?"),
            ),
            _of(_modalities),
        ),
        Reading(
            _listing(
                "program.payers",
                PayerKind,
                Text(
                    "Which payers does the program accept?",
                    "¿Qué pagadores acepta el programa?",
                ),
            ),
            _of(lambda program: program.accepts),
        ),
        practice(
            "program.considers-other-ages",
            _of(lambda program: program.considers_other_ages),
            Text(
                "Does the program consider exceptions on age?",
                "¿Considera el programa excepciones por edad?",
            ),
        ),
        derived(
            arrangement(
                "program.accepts-payer",
                _accepts_payer,
                Text(
                    "Does the program accept the person's insurance?",
                    "¿Acepta el programa el seguro de la persona?",
                ),
            ),
            "program.payers",
            "coverage.payer-kind",
        ),
        arrangement(
            "admission.has-age-exception",
            lambda case: case.episode.has_age_exception if case.episode else None,
            Text(
                "Has the program agreed to an exception on age?",
                "¿Ha aceptado el programa una excepción por edad?",
            ),
        ),
        arrangement(
            "admission.is-admitted",
            lambda case: case.episode.is_admitted if case.episode else None,
            Text(
                "Has the program said that it admits the person?",
                "¿Ha dicho el programa que admite a la persona?",
            ),
        ),
    )
)
"""Every fact about the program, by name."""
