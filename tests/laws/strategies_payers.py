"""Random cases with a second coverage and with assistance, and the same left unsaid."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from attrs import evolve
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.model import (
    Accumulators,
    Assistance,
    Case,
    CoordinationMethod,
    CountedWhenSecond,
    HealthPlan,
    Household,
    Price,
    SecondCoverage,
    SlidingClass,
    SlidingScale,
)
from iopkit.values import Money, Share, Span, Text
from iopkit.vocabulary import Coverage

_OF_PLANS = tuple(CoordinationMethod)[:4]
_COUNTED = tuple(CountedWhenSecond)
_GUIDELINE = Money(1_600_000)
SCALE = SlidingScale(
    id="invented",
    title=Text("invented", "inventada"),
    classes=(
        SlidingClass(name="A", to_percent=Decimal(100), nominal_fee=Money(2_000)),
        SlidingClass(
            name="B",
            above_percent=Decimal(100),
            to_percent=Decimal(150),
            discount=Share.percent(60),
        ),
        SlidingClass(
            name="C",
            above_percent=Decimal(150),
            to_percent=Decimal(200),
            discount=Share.percent(30),
        ),
        SlidingClass(name="D", above_percent=Decimal(200), discount=Share.percent(0)),
    ),
)


def two_payers(random: Random) -> tuple[Case, Case]:
    """Return a case with a second plan that tells all, and the same with things unsaid."""
    whole = random_case(random)
    vague = with_unknowns(random, whole)
    second = _second(random, whole)
    return (
        evolve(whole, second_coverage=second),
        evolve(vague, second_coverage=_vaguer_second(random, second)),
    )


def assisted(random: Random, pair: tuple[Case, Case]) -> tuple[Case, Case]:
    """Return two cases with one form of assistance, told in full and left unsaid in part."""
    told, less = random.choice(_FORMS)(random)
    if told.scale is None:
        return evolve(pair[0], assistance=told), evolve(pair[1], assistance=less)
    known, vague = _households(random)
    return (
        evolve(pair[0], assistance=told, household=known),
        evolve(pair[1], assistance=less, household=vague),
    )


def _households(random: Random) -> tuple[Household, Household]:
    income = Money(random.randrange(4_000_000))
    more = Money(income.cents + random.randrange(1_000_000))
    ranges = (income, income, None, Span(income, more), Span(None, more), Span(income, None))
    return Household(yearly_income=income), Household(yearly_income=random.choice(ranges))


def _second(random: Random, case: Case) -> SecondCoverage:
    other = random_case(random)
    plan, first = other.health_plan, case.health_plan
    if plan is None or first is None or case.prices is None:
        raise AssertionError
    return SecondCoverage(
        plan=evolve(
            plan,
            plan_year=first.plan_year,
            coordination=random.choice(_OF_PLANS),
            deductible_when_second=random.choice(_COUNTED),
            limit_when_second=random.choice(_COUNTED),
            iop_coverage=random.choice((plan.iop_coverage, Coverage.COVERED)),
        ),
        used=other.used,
        allowed=random.choice((case.prices.allowed, tuple(_daily(random)))),
        is_in_network=True,
        is_authorized=random.random() < 0.5,
        pays_first=random.random() < 0.5,
    )


def _daily(random: Random) -> list[Price]:
    from_day = random_case(random).prices
    if from_day is None:
        raise AssertionError
    return [price for price in from_day.allowed if not price.charge_share]


def _vaguer_second(random: Random, told: SecondCoverage) -> SecondCoverage:
    share = random.choice((0.1, 0.4))

    def some(**changes: Any) -> dict[str, Any]:
        return {name: value for name, value in changes.items() if random.random() < share}

    plan = told.plan
    if plan is None:
        raise AssertionError
    vague = _vaguer_plan(plan, some)
    used = random.choice((None, _ranged(random, told.used)))
    changes = some(used=used, allowed=(), is_authorized=None, is_in_network=None, pays_first=None)
    return evolve(told, plan=vague, **changes)


def _ranged(random: Random, used: Accumulators | None) -> Accumulators | None:
    """Return what has been used, of which one amount is told as a range or not at all."""
    if used is None:
        return None
    name = random.choice(("deductible_used", "limit_used"))
    told = getattr(used, name)
    if not isinstance(told, Money):
        return used
    low, high = (random.randrange(50_000) for _ in range(2))
    span = Span(Money(max(told.cents - low, 0)), Money(told.cents + high))
    less: dict[str, Any] = {name: random.choice((span, None))}
    return evolve(used, **less)


def _vaguer_plan(plan: HealthPlan, some: Callable[..., dict[str, Any]]) -> HealthPlan:
    return evolve(
        plan,
        **some(
            coordination=None,
            deductible_when_second=None,
            limit_when_second=None,
            iop_coverage=None,
            deductible=None,
        ),
    )


def _by_fee(random: Random) -> tuple[Assistance, Assistance]:
    told = Assistance(day_fee=Money(random.randrange(12_000)))
    return told, told


def _by_discount(random: Random) -> tuple[Assistance, Assistance]:
    told = Assistance(discount=Share(random.randrange(10_001)))
    return told, random.choice((told, Assistance()))


def _by_amount(random: Random) -> tuple[Assistance, Assistance]:
    told = Assistance(amount=Money(random.randrange(300_000)))
    return told, told


def _by_what_is_billed(random: Random) -> tuple[Assistance, Assistance]:
    told = Assistance(
        generally_billed=Share(random.randrange(10_001)),
        is_medically_necessary=random.random() < 0.5,
    )
    return told, random.choice((told, evolve(told, is_medically_necessary=None)))


def _by_scale(random: Random) -> tuple[Assistance, Assistance]:
    told = Assistance(scale=SCALE, guideline=_GUIDELINE)
    return told, random.choice((told, told, evolve(told, guideline=None)))


_FORMS = (_by_fee, _by_discount, _by_amount, _by_what_is_billed, _by_scale)
