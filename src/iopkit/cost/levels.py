"""What a plan says of a program that is no IOP: what is told of its own level, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve

from iopkit.cost.notes import Notebook
from iopkit.model.benefits import PlanBenefit
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

_OWN: Mapping[CareLevel, Benefit] = MappingProxyType(
    {
        CareLevel.OUTPATIENT_THERAPY: Benefit.OFFICE_VISIT,
        CareLevel.PHP: Benefit.PARTIAL_HOSPITALIZATION,
        CareLevel.RESIDENTIAL: Benefit.RESIDENTIAL,
        CareLevel.INPATIENT: Benefit.INPATIENT,
    }
)
"""The benefit of each level but that of an IOP, which a plan names itself."""

_BY_LAW = (PayerKind.MEDICARE, PayerKind.SELF_PAY)
"""Who asks what the law says, or pays nothing at any level."""


def at_level(case: Case, notes: Notebook) -> Case:
    """Return `case` with a plan that speaks of the level of its program as others do of an IOP.

    What covers an IOP, and what is owed of it, says nothing of another level.
    """
    plan, level = case.health_plan, case.program.level if case.program else None
    if plan is None or level is None or level is CareLevel.IOP or plan.payer in _BY_LAW:
        return case
    told = plan.benefit(_OWN[level]) or PlanBenefit(benefit=_OWN[level])
    if told.cost_share is not None:
        return evolve(case, health_plan=_paid_by(plan, told))
    notes.miss("level-not-told")
    silent = evolve(plan, iop_coverage=None, iop_benefit=told.benefit, benefits=(told,))
    return evolve(case, health_plan=silent)


def _paid_by(plan: HealthPlan, told: PlanBenefit) -> HealthPlan:
    coverage = Coverage.WITH_AUTHORIZATION if told.needs_authorization else Coverage.COVERED
    return evolve(plan, iop_coverage=coverage, iop_benefit=told.benefit)
