"""Laws of ranges: every total of what is open lies inside, and exact ends are two of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

from attrs import frozen

from iopkit.cost import Bounds, Estimate, adjudicate, estimate, with_values
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import Accumulators
from iopkit.model.case import Case
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CostShare
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart, PayerKind
from iopkit.vocabulary.weekdays import Weekday

CASES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 80, 1)
MONDAY = date(2026, 3, 2)
_SHARES = (None, 0, 1_000, 3_333, 5_000, 10_000)
_MOST = 14
"""Cents that a price or an amount used may have: few enough to try each."""


@frozen
class Whole:
    """One way to answer all that is open: cents of an hour, and of what was used."""

    price: int
    deductible_used: int
    limit_used: int


def _cents(random: Random) -> Money:
    return Money(random.randrange(_MOST))


def _range(random: Random, width: int) -> Span[Money]:
    low = random.randrange(_MOST)
    return Span(Money(low), Money(low + random.randrange(width)))


def _plan(random: Random) -> HealthPlan:
    order, has_copay = random.choice(tuple(CopayOrder)), random.random() < 0.7
    applies = random.random() < 0.7 if not has_copay else order is not CopayOrder.PLAIN
    share = random.choice(_SHARES)
    has_limit = random.random() < 0.9
    visit_limit = random.randrange(4) if random.random() < 0.2 else None
    benefit = PlanBenefit(
        benefit=Benefit.IOP,
        cost_share=CostShare(
            deductible_applies=applies,
            copay=_cents(random) if has_copay else None,
            copay_order=order,
            patient_share=None if share is None else Share(share),
        ),
        visit_limit=visit_limit,
        has_visit_limit=visit_limit is not None,
    )
    return HealthPlan(
        id="invented",
        payer=PayerKind.COMMERCIAL,
        plan_year=Period.calendar_year(2026),
        iop_coverage=Coverage.COVERED,
        iop_benefit=Benefit.IOP,
        benefits=(benefit,),
        deductible=Money(random.randrange(3 * _MOST)),
        out_of_pocket_limit=Money(random.randrange(4 * _MOST)) if has_limit else None,
        has_out_of_pocket_limit=has_limit,
        counts_toward_limit=Listing.of(
            *(part for part in COUNTED_PARTS if random.random() < 0.6), complete=True
        ),
        limit_ends_deductible=random.random() < 0.5,
    )


def _case(random: Random) -> Case:
    sessions = tuple(
        Session(days=(day,), clock_minutes=30 * random.randrange(1, 5))
        for day in random.sample(tuple(Weekday), random.randrange(1, 5))
    )
    price = Price(service=Service.IOP, unit=Unit.HOUR, amount=_range(random, 6))
    return Case(
        program=Program(id="invented", schedule=Schedule(sessions=sessions)),
        health_plan=_plan(random),
        used=Accumulators(
            deductible_used=_range(random, 9), limit_used=_range(random, 9), visits_used=0
        ),
        episode=Episode(start=MONDAY, weeks=random.choice((1, 1, 2)), is_in_network=True),
        prices=PriceList(allowed=(price,)),
    )


def _each(span: object) -> range:
    if not isinstance(span, Span) or span.low is None or span.high is None:
        raise AssertionError
    return range(span.low.cents, span.high.cents + 1)


def _number(told: object) -> int:
    if not isinstance(told, int):
        raise TypeError
    return told


def _wholes(case: Case) -> Iterator[Whole]:
    """Yield every way to answer a case; the limit used holds a deductible that counts."""
    plan, used, prices = case.health_plan, case.used, case.prices
    if plan is None or used is None or prices is None:
        raise AssertionError
    is_linked = plan.has_out_of_pocket_limit and plan.counts_toward_limit.holds(LinePart.DEDUCTIBLE)
    spans: tuple[object, ...] = (prices.allowed[0].amount, used.deductible_used, used.limit_used)
    for price, deductible, limit in product(*map(_each, spans)):
        if not is_linked or deductible <= limit:
            yield Whole(price, deductible, limit)


def _owed(case: Case, whole: Whole) -> int:
    plan, program, episode = case.health_plan, case.program, case.episode
    if plan is None or program is None or program.schedule is None or episode is None:
        raise AssertionError
    lengths = {
        day.rank: _number(each.clock_minutes)
        for each in program.schedule.sessions
        for day in each.days or ()
    }
    days = (MONDAY + timedelta(days=place) for place in range(7 * _number(episode.weeks)))
    lines = [
        ClaimLine(
            on=day,
            benefit=Benefit.IOP,
            allowed=Money((whole.price * lengths[day.weekday()] + 30) // 60),
        )
        for day in days
        if day.weekday() in lengths
    ]
    used = Accumulators(
        deductible_used=Money(whole.deductible_used),
        limit_used=Money(whole.limit_used),
        visits_used=0,
    )
    return adjudicate(lines, plan, used).patient.cents


def _answer(case: Case) -> Estimate:
    return estimate(case, Amounts(), on=MONDAY)


def test_the_ends_of_a_range_are_the_least_and_the_most_of_all_its_totals() -> None:
    exact = tried = 0
    for seed in range(CASES):
        case = _case(Random(seed))  # noqa: S311  # reproducible, not secret
        owed = [_owed(case, whole) for whole in _wholes(case)]
        if not owed:
            continue
        tried += 1
        found = _answer(case)
        low, high = (end.cents for end in (found.to_pay.low, found.to_pay.high) if end)

        assert low <= min(owed), seed
        assert max(owed) <= high, seed
        if found.bounds is Bounds.OUTER:
            continue
        exact += 1
        ends = [_answer(with_values(case, each.values)).to_pay.value for each in found.completions]

        assert (low, high) == (min(owed), max(owed)), seed
        assert ends == [Money(low), Money(high)], seed
    assert exact > tried * 8 // 10
