"""Where a plan gives reason to ask about parity; nothing here says that a law is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iopkit.cost.owing import asks_copay
from iopkit.cost.plan_wording import PARITY_SOURCE, dollars, problem_of
from iopkit.cost.sides import Side, benefits_on, told_on
from iopkit.model.benefits import LimitUnit, PlanBenefit
from iopkit.model.health_plan import CopayUnit, HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.problems import Problem
from iopkit.values.shares import Share
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Benefit, PayerKind

_OUTPATIENT = (Benefit.IOP, Benefit.PARTIAL_HOSPITALIZATION)
_BEHAVIORAL = (*_OUTPATIENT, Benefit.RESIDENTIAL)
_MEDICAL = (Benefit.OFFICE_VISIT, Benefit.OTHER_OUTPATIENT)
_NONE = Share(0)


_Medical = Mapping[Benefit, PlanBenefit | None]
"""What a plan tells of medical care on one side of its network."""


def parity_problems(plan: HealthPlan) -> Iterator[Problem]:
    """Yield each question about parity, with the law that lets one ask it.

    Only for a commercial plan, or where the payer is not told: the law that is cited is about
    health insurance.
    """
    if plan.payer not in (None, PayerKind.COMMERCIAL):
        return
    for is_in_network, side in ((True, ""), (False, "out_of_network.")):
        medical = {each: told_on(plan, Side(each, is_in_network)) for each in _MEDICAL}
        for at, told in enumerate(benefits_on(plan, is_in_network=is_in_network)):
            yield from _of_benefit(medical, told, f"{side}benefits[{at}]")


def _of_benefit(medical: _Medical, told: PlanBenefit, path: str) -> Iterator[Problem]:
    # Care is compared within its own class; that of residential care is told by no plan.
    if told.benefit in _OUTPATIENT:
        yield from _copay(medical, told, path)
        yield from _share(medical, told, path)
        yield from _limits(medical, told, path)
    if told.benefit in _BEHAVIORAL:
        yield from _deductible(told, path)


def _copay(medical: _Medical, told: PlanBenefit, path: str) -> Iterator[Problem]:
    """Yield a copay above that for an office visit."""
    visit = medical[Benefit.OFFICE_VISIT]
    own, other = daily_copay(told), ZERO if _is_free(visit) else daily_copay(visit)
    if own is not None and other is not None and own > other:
        yield problem_of(
            "plan-parity-copay",
            f"{path}.cost_share.copay",
            PARITY_SOURCE,
            told=dollars(own),
            whom=told.benefit.label,
            amount=dollars(other),
            other=Benefit.OFFICE_VISIT.label,
        )


def _share(medical: _Medical, told: PlanBenefit, path: str) -> Iterator[Problem]:
    """Yield a patient's share above that for other outpatient services."""
    services = medical[Benefit.OTHER_OUTPATIENT]
    own, other = _share_of(told), _NONE if _is_free(services) else _share_of(services)
    if own is not None and other is not None and own > other:
        yield problem_of(
            "plan-parity-share",
            f"{path}.cost_share.patient_share",
            PARITY_SOURCE,
            told=str(own),
            whom=told.benefit.label,
            amount=str(other),
            other=Benefit.OTHER_OUTPATIENT.label,
        )


def _is_free(told: PlanBenefit | None) -> bool:
    """Return whether a benefit asks neither a copay nor a share; a deductible may apply."""
    share = told.cost_share if told is not None else None
    return share is not None and not asks_copay(share) and share.patient_share in (None, _NONE)


def _share_of(told: PlanBenefit | None) -> Share | None:
    share = told.cost_share if told is not None else None
    return None if share is None else share.patient_share


def daily_copay(told: PlanBenefit | None) -> Money | None:
    """Return the copay for one visit or one day; `None` where there is none, or for longer."""
    share = told.cost_share if told is not None else None
    if share is None or share.copay_unit not in (None, CopayUnit.VISIT, CopayUnit.DAY):
        return None
    return share.copay


def _limits(medical: _Medical, told: PlanBenefit, path: str) -> Iterator[Problem]:
    """Yield each limit on a service where a medical benefit is told to have none."""
    free = [each for each in _MEDICAL if _is_unlimited(medical[each])]
    if not free:
        return
    limits = [
        (f"{path}.limits[{at}]", limit.quantity, limit.unit.label)
        for at, limit in enumerate(told.limits)
    ]
    if told.visit_limit is not None:
        limits.insert(0, (f"{path}.visit_limit", told.visit_limit, LimitUnit.VISITS.label))
    for where, quantity, unit in limits:
        number = Text(f"{quantity} {unit.en}", f"{quantity} {unit.es}")
        yield problem_of(
            "plan-parity-visits",
            where,
            PARITY_SOURCE,
            whom=told.benefit.label,
            told=number,
            other=free[0].label,
        )


def _is_unlimited(told: PlanBenefit | None) -> bool:
    return told is not None and told.has_visit_limit is False and not told.limits


def _deductible(told: PlanBenefit, path: str) -> Iterator[Problem]:
    if told.service_deductible is not None and told.service_deductible.amount > ZERO:
        yield problem_of(
            "plan-parity-deductible",
            f"{path}.service_deductible.amount",
            PARITY_SOURCE,
            whom=told.benefit.label,
            told=dollars(told.service_deductible.amount),
        )
