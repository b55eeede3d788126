"""A plan's deductibles and limits against the amounts that are published for its year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from iopkit.cost.plan_wording import dollars, problem_of
from iopkit.errors import NotInForce
from iopkit.law.amounts import Amounts
from iopkit.model.benefits import ServiceDeductibleRule
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import CostShare, HealthPlan
from iopkit.values.money import Money
from iopkit.values.problems import Problem
from iopkit.values.shares import WHOLE
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import CopayOrder, PayerKind

_HDHP = "irs/hdhp-"
_ACA = "aca/out-of-pocket-maximum-"
PERSON_LIMIT = f"{_ACA}person-in-family"
"""The series of the most that any one person of a family may owe under most plans."""

_ONE, _FAMILY = Text("one person", "una persona"), Text("a family", "una familia")
_ANY_ONE = Text("any one person of a family", "cualquier persona de una familia")
_NO_LIMIT = Text("no limit", "ningún límite")
_NO_CHARGE = Text("a service at no charge", "un servicio sin costo")
_OWN = (FamilyRule.EMBEDDED, FamilyRule.MEMBERS_EACH)


@frozen(kw_only=True)
class _Compared:
    """One amount of a plan and what it is held to; `told` `None` means that there is no limit."""

    code: str
    path: str
    told: Money | None
    against: str
    whom: Text
    is_least: bool = False

    def is_within(self, published: Money) -> bool:
        if self.told is None:
            return False
        return self.told >= published if self.is_least else self.told <= published


def limit_problems(plan: HealthPlan, amounts: Amounts, start: date) -> Iterator[Problem]:
    """Yield where a plan that starts its year on `start` leaves what is published for it.

    An amount that was not read for that day is named, and nothing is held to it.
    """
    for compared in (*_of_savings_plan(plan), *_of_federal_limits(plan)):
        yield from _held(compared, amounts, start)
    if plan.is_hsa_eligible:
        yield from _before_deductible(plan, amounts, start)


def _held(compared: _Compared, amounts: Amounts, start: date) -> Iterator[Problem]:
    try:
        entry = amounts.entry(compared.against, on=start)
        published = amounts.money(compared.against, on=start)
    except NotInForce as error:
        yield _missing(error, compared.against, compared.path)
        return
    if not compared.is_within(published):
        yield problem_of(
            compared.code,
            compared.path,
            entry.source or None,
            told=_NO_LIMIT if compared.told is None else dollars(compared.told),
            amount=dollars(published),
            whom=compared.whom,
            start=entry.period.start.isoformat(),
        )


def _missing(error: NotInForce, series: str, path: str) -> Problem:
    return problem_of(
        "plan-amount-missing",
        path,
        whom=f"`{series}`",
        start=error.day,
        told=", ".join(error.periods),
    )


def _of_savings_plan(plan: HealthPlan) -> Iterator[_Compared]:
    """Yield what a plan must hold that goes with a health savings account."""
    if not plan.is_hsa_eligible:
        return
    family = plan.family
    # The amount for a family takes no lower one for a person, whatever rule is not told.
    if plan.deductible is not None and (family is None or family.deductible_rule is None):
        yield _least("plan-hsa-deductible", "deductible", plan.deductible, "self")
    if family is not None and family.deductible is not None:
        yield _least("plan-hsa-deductible", "family.deductible", family.deductible, "family")
    if family is not None and plan.deductible is not None and family.deductible_rule in _OWN:
        yield _least("plan-hsa-own-deductible", "deductible", plan.deductible, "family")
    for path, told in _deductibles_apart(plan):
        yield _least("plan-hsa-deductible", path, told, "self" if family is None else "family")
    yield from _limits(plan, "plan-hsa-limit", f"{_HDHP}out-of-pocket-limit-")


def _deductibles_apart(plan: HealthPlan) -> Iterator[tuple[str, Money]]:
    """Yield what meets the deductible of some care in place of the overall one."""
    for at, benefit in enumerate(plan.benefits):
        own = benefit.service_deductible
        if own is not None and own.rule is ServiceDeductibleRule.BESIDE:
            yield f"benefits[{at}].service_deductible.amount", own.amount
    drug = plan.drug
    if drug is not None and drug.is_deductible_integrated is False and drug.deductible is not None:
        yield "drug.deductible", drug.deductible


def _least(code: str, path: str, told: Money, whom: str) -> _Compared:
    return _Compared(
        code=code,
        path=path,
        told=told,
        against=f"{_HDHP}minimum-deductible-{whom}",
        whom=_ONE if whom == "self" else _FAMILY,
        is_least=True,
    )


def _of_federal_limits(plan: HealthPlan) -> Iterator[_Compared]:
    """Yield what federal law asks of every plan that is not grandfathered."""
    if plan.payer not in (None, PayerKind.COMMERCIAL):
        return
    yield from _limits(plan, "plan-federal-limit", _ACA)
    if plan.family is not None:
        for path, told in may_owe_in_family(plan.out_of_pocket_limit, plan.family):
            yield _Compared(
                code="plan-person-limit", path=path, told=told, against=PERSON_LIMIT, whom=_ANY_ONE
            )


def may_owe_in_family(own: Money | None, family: FamilyAmounts) -> Iterator[tuple[str, Money]]:
    """Yield the most that any one person of a family owes, where the plan tells it."""
    if family.person_limit is not None:
        yield "family.person_limit", family.person_limit
    elif own is not None and family.limit_rule is not FamilyRule.AGGREGATE:
        yield "out_of_pocket_limit", own
    elif family.out_of_pocket_limit is not None and family.limit_rule is FamilyRule.AGGREGATE:
        yield "family.out_of_pocket_limit", family.out_of_pocket_limit


def _limits(plan: HealthPlan, code: str, series: str) -> Iterator[_Compared]:
    """Yield the limit of a person alone, or of a family, against `series` for as many."""
    own, family = plan.out_of_pocket_limit, plan.family
    shared = None if family is None else family.out_of_pocket_limit
    against, whom = (f"{series}self", _ONE) if family is None else (f"{series}family", _FAMILY)
    if plan.has_out_of_pocket_limit is False and shared is None:
        path = "has_out_of_pocket_limit"
        yield _Compared(code=code, path=path, told=None, against=against, whom=whom)
    elif own is not None and family is None:
        path = "out_of_pocket_limit"
        yield _Compared(code=code, path=path, told=own, against=against, whom=whom)
    if shared is not None:
        path = "family.out_of_pocket_limit"
        yield _Compared(code=code, path=path, told=shared, against=against, whom=whom)


def _before_deductible(plan: HealthPlan, amounts: Amounts, start: date) -> Iterator[Problem]:
    """Yield each cost share under which the plan pays before the deductible is met."""
    against = f"{_HDHP}minimum-deductible-{'self' if plan.family is None else 'family'}"
    free = [(path, share) for path, share in _shares(plan) if _is_before(share)]
    if not free:
        return
    try:
        entry = amounts.entry(against, on=start)
        published = amounts.money(against, on=start)
    except NotInForce as error:
        yield _missing(error, against, free[0][0])
        return
    for path, share in free:
        yield problem_of(
            "plan-hsa-before-deductible",
            path,
            entry.source or None,
            told=_asked(share),
            amount=dollars(published),
            start=entry.period.start.isoformat(),
        )


def _shares(plan: HealthPlan) -> Iterator[tuple[str, CostShare]]:
    for at, benefit in enumerate(plan.benefits):
        if benefit.first_visits is not None:
            path = f"benefits[{at}].first_visits.cost_share"
            yield f"{path}.{_told_in(share := benefit.first_visits.cost_share)}", share
        if benefit.cost_share is not None:
            yield f"benefits[{at}].cost_share.{_told_in(benefit.cost_share)}", benefit.cost_share


def _is_before(share: CostShare) -> bool:
    # Where the patient owes all of a service, the plan pays for nothing.
    return not share.deductible_applies and share.patient_share != WHOLE


def _told_in(share: CostShare) -> str:
    return "deductible_applies" if share.copay is None else "copay"


def _asked(share: CostShare) -> str | Text:
    if share.copay is not None and share.copay_order is CopayOrder.PLAIN:
        amount = dollars(share.copay)
        return Text(f"a copay of {amount}", f"un copago de {amount}")
    if share.patient_share is not None:
        return Text(f"a share of {share.patient_share}", f"una parte del {share.patient_share}")
    return _NO_CHARGE
