"""Facts about who pays."""

from __future__ import annotations

from iopkit.facts.readings import Reading, arrangement, by_name
from iopkit.model.case import Case
from iopkit.rules.answers import FactType
from iopkit.rules.fact import Fact
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Coverage, PayerKind

PAYER_KIND = Fact[PayerKind](
    name="coverage.payer-kind",
    type=FactType.TERM,
    terms=PayerKind,
    about_person=True,
    question=Text("Who pays for the person's care?", "¿Quién paga la atención de la persona?"),
)
IOP_COVERAGE = Fact[Coverage](
    name="coverage.iop-coverage",
    type=FactType.TERM,
    terms=Coverage,
    about_person=True,
    question=Text("Does the plan cover IOP?", "¿Cubre el plan el IOP?"),
)


def _payer(case: Case) -> PayerKind | None:
    return None if case.health_plan is None else case.health_plan.payer


def _iop_coverage(case: Case) -> Coverage | None:
    return None if case.health_plan is None else case.health_plan.iop_coverage


COVERAGE_FACTS = by_name(
    (
        Reading(PAYER_KIND, _payer),
        Reading(IOP_COVERAGE, _iop_coverage),
        arrangement(
            "coverage.is-authorized",
            lambda case: None if case.episode is None else case.episode.is_authorized,
            Text("Has the payer authorized the care?", "¿Ha autorizado el pagador la atención?"),
        ),
    )
)
"""Every fact about coverage, by name."""
