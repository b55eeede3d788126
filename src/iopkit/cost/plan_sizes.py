"""Amounts so large or so small that they hardly are amounts.

Files print such numbers where nothing is known: 999,999,999 and 1.00 stand for no price in the
files of hospitals (2025 and 2026), and forms are filled with nines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iopkit.cost.plan_wording import dollars, problem_of
from iopkit.model.authorization import MissingAuthorization
from iopkit.model.benefits import PlanBenefit
from iopkit.model.case import Case
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import DrugAmounts, OutOfNetwork
from iopkit.model.prices import Price
from iopkit.values.money import ZERO, Money
from iopkit.values.problems import Problem
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit

MOST_OF_A_DAY = Money.parse("10,000.00")
"""Nearly three times the highest charge for one day of care that such files print."""

MOST_IN_ALL = Money.parse("1,000,000.00")
"""More than any deductible, limit or course of outpatient care."""

NO_PRICE = Money.parse("1.00")
"""What stands for no price; nothing of a day or more costs so little."""

Amounts = Iterator[tuple[str, str, Money | None, Money]]
"""The place of amounts, the name of one, the amount, and the most that it may be."""

_LONG = (CopayUnit.STAY, CopayUnit.EPISODE, CopayUnit.PROGRAM)
_SHORT = (Unit.DAY, Unit.SESSION, Unit.HOUR, Unit.QUARTER_HOUR, Unit.EACH)
_WHOLE_DAYS = (Unit.DAY, Unit.SESSION, Unit.WEEK, Unit.PROGRAM, Unit.ONCE)


def size_problems(plan: HealthPlan) -> Iterator[Problem]:
    """Yield amounts of a plan that are beyond all plans."""
    outside = plan.out_of_network
    every = [*_of_side(plan, ""), *_of_benefits(plan.benefits, "")]
    if plan.drug is not None:
        every += _of_side(plan.drug, "drug.")
    if outside is not None:
        every += _of_side(outside, "out_of_network.")
        every += _of_benefits(outside.benefits, "out_of_network.")
        if outside.drug is not None:
            every += _of_side(outside.drug, "out_of_network.drug.")
    if plan.missing_authorization is not None:
        every += _of_penalty(plan.missing_authorization)
    for path, name, told, most in every:
        if told is not None and told.cents > most.cents:
            shown = {"told": dollars(told), "amount": dollars(most)}
            yield problem_of("plan-amount-absurd", f"{path}{name}", **shown)


def price_findings(case: Case) -> tuple[Problem, ...]:
    """Return the prices of a case, and the fees of its program, that may stand for none.

    The paths are those in the case.
    """
    return tuple(_price_problems(case))


def _price_problems(case: Case) -> Iterator[Problem]:
    prices, second = case.prices, case.second_coverage
    for name, told in (
        ("prices.allowed", prices.allowed if prices else ()),
        ("prices.charges", prices.charges if prices else ()),
        ("second_coverage.allowed", second.allowed if second else ()),
        ("program.fees", case.program.fees if case.program else ()),
    ):
        for place, price in enumerate(told):
            for path, amount in _amounts_of(price, f"{name}[{place}]"):
                yield from _of_price(price, path, amount)


def _of_side(told: HealthPlan | OutOfNetwork | DrugAmounts, path: str) -> Amounts:
    yield path, "deductible", told.deductible, MOST_IN_ALL
    yield path, "out_of_pocket_limit", told.out_of_pocket_limit, MOST_IN_ALL
    family = told.family
    if family is not None:
        yield path, "family.deductible", family.deductible, MOST_IN_ALL
        yield path, "family.out_of_pocket_limit", family.out_of_pocket_limit, MOST_IN_ALL
        yield path, "family.person_limit", family.person_limit, MOST_IN_ALL


def _of_penalty(told: MissingAuthorization) -> Amounts:
    yield "missing_authorization.", "amount", told.amount, MOST_IN_ALL
    yield "missing_authorization.", "most", told.most, MOST_IN_ALL


def _of_benefits(benefits: Iterable[PlanBenefit], prefix: str) -> Amounts:
    for at, told in enumerate(benefits):
        path = f"{prefix}benefits[{at}]."
        if told.cost_share is not None:
            yield from _of_share(told.cost_share, path, "cost_share.")
        if told.first_visits is not None:
            yield from _of_share(told.first_visits.cost_share, path, "first_visits.cost_share.")
        if told.service_deductible is not None:
            yield path, "service_deductible.amount", told.service_deductible.amount, MOST_IN_ALL


def _of_share(share: CostShare, path: str, name: str) -> Amounts:
    most = MOST_IN_ALL if share.copay_unit in _LONG else MOST_OF_A_DAY
    if share.copay is not None:
        yield path, f"{name}copay", share.copay, most
    if share.group_copay is not None:
        yield path, f"{name}group_copay", share.group_copay, most
    if share.copay_cap_per_stay is not None:
        yield path, f"{name}copay_cap_per_stay", share.copay_cap_per_stay, MOST_IN_ALL


def _amounts_of(price: Price, path: str) -> Iterator[tuple[str, Span[Money]]]:
    yield f"{path}.amount", price.amount
    for at, tier in enumerate(price.tiers):
        yield f"{path}.tiers[{at}].amount", tier.amount


def _of_price(price: Price, path: str, amount: Span[Money]) -> Iterator[Problem]:
    most = MOST_OF_A_DAY if price.unit in _SHORT else MOST_IN_ALL
    if amount.high is not None and amount.high > most:
        yield problem_of("price-absurd", path, told=dollars(amount.high), amount=dollars(most))
    is_whole = price.service is Service.IOP and price.unit in _WHOLE_DAYS
    if is_whole and amount.low is not None and ZERO < amount.low <= NO_PRICE:
        yield problem_of(
            "price-placeholder", path, told=dollars(amount.low), amount=dollars(NO_PRICE)
        )
