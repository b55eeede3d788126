"""Laws of ranges: every total of what is open lies inside, and exact ends are two of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

from attrs import evolve, frozen

from iopkit.cost import Bounds, Estimate, adjudicate, estimate, with_values
from iopkit.cost.owing import COUNTED_PARTS, LIMITED_PARTS
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import NOTHING_USED_OUTSIDE, Accumulators, BenefitUse
from iopkit.model.benefits import (
    LimitPeriod,
    LimitUnit,
    ServiceDeductible,
    ServiceDeductibleRule,
    ServiceLimit,
)
from iopkit.model.case import Case
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CopayUnit, CostShare, FirstVisits
from iopkit.model.episode import Episode
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.networks import Crediting, OutOfNetwork
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart, PayerKind
from iopkit.vocabulary.weekdays import Weekday

CASES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 100, 1)
MONDAY = date(2026, 3, 2)
_SHARES = (None, 0, 1_000, 3_333, 5_000, 10_000)
_MOST = 14
"""Cents that a price or an amount used may have: few enough to try each."""


_SHARED = ("deductible_used", "limit_used", "family_deductible_used", "family_limit_used")
_STAY = BenefitUse(
    benefit=Benefit.IOP,
    first_visits=0,
    stay_copays=ZERO,
    stay_copay_days=0,
    limits=(),
)


@frozen
class Whole:
    """One way to answer all that is open: cents of an hour, and of what was used."""

    price: int
    deductible_used: int
    limit_used: int
    is_billed: bool


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


def _with_rules(random: Random, plan: HealthPlan) -> HealthPlan:
    """Return the plan with rules of its own: units of copays, first visits, limits, deductibles."""
    (told,) = plan.benefits
    share = told.cost_share
    if share is None:
        raise AssertionError
    unit = random.choice((None, *CopayUnit))
    cap = random.choice((None, None, _cents(random)))
    days = random.choice((None, None, None, 1, 2))
    first = FirstVisits(
        visits=random.randrange(1, 3),
        cost_share=CostShare(deductible_applies=False, copay=_cents(random)),
    )
    limit = ServiceLimit(
        quantity=random.randrange(1, 6),
        unit=random.choice((LimitUnit.DAYS, LimitUnit.DOLLARS)),
        period=random.choice((LimitPeriod.WEEK, LimitPeriod.YEAR)),
    )
    own = ServiceDeductible(amount=_cents(random), rule=random.choice(tuple(ServiceDeductibleRule)))
    has_first = unit is None and random.random() < 0.5
    is_fuller = share.copay is not None and not has_first
    asking = evolve(
        share,
        copay_unit=unit if is_fuller else None,
        copay_cap_per_stay=cap if is_fuller else None,
        copay_days_per_stay=days if is_fuller else None,
    )
    benefit = evolve(
        told,
        cost_share=asking,
        first_visits=first if has_first else None,
        limits=(limit,) if random.random() < 0.3 else (),
        service_deductible=own if random.random() < 0.3 else None,
    )
    return evolve(plan, benefits=(benefit,), counts_toward_limit=_counting(random))


def _counting(random: Random) -> Listing[LinePart]:
    often = random.choice((0.5, 1))
    return Listing.of(*(part for part in LIMITED_PARTS if random.random() < often), complete=True)


def ruled_plan(random: Random) -> HealthPlan:
    """Return a plan with rules of its own, of small amounts."""
    return _with_rules(random, _plan(random))


def _ruled_case(random: Random) -> Case:
    case = _case(random)
    if case.health_plan is None or case.used is None:
        raise AssertionError
    plan = _with_rules(random, case.health_plan)
    uses = (evolve(_STAY, deductible_used=ZERO),)
    return evolve(case, health_plan=plan, used=evolve(case.used, benefits_used=uses))


def _outside_case(random: Random) -> Case:
    """Return a case outside the network of a plan, where the bill is open too."""
    case = _ruled_case(random)
    plan, prices = case.health_plan, case.prices
    if plan is None or prices is None or case.episode is None:
        raise AssertionError
    told = OutOfNetwork(
        coverage=Coverage.COVERED,
        benefits=tuple(map(_paid_outside, plan.benefits)),
        deductible=plan.deductible,
        deductible_crediting=Crediting.SEPARATE,
        out_of_pocket_limit=plan.out_of_pocket_limit,
        has_out_of_pocket_limit=plan.has_out_of_pocket_limit,
        limit_crediting=Crediting.SEPARATE,
        counts_toward_limit=plan.counts_toward_limit,
    )
    charge = Price(service=Service.IOP, unit=Unit.HOUR, amount=Span.exactly(Money(2 * _MOST)))
    return evolve(
        case,
        health_plan=evolve(plan, out_of_network=told),
        used=evolve(
            case.used or Accumulators(),
            out_of_network=evolve(
                NOTHING_USED_OUTSIDE,
                deductible_used=_range(random, 4),
                limit_used=_range(random, 4),
            ),
        ),
        episode=evolve(
            case.episode,
            is_in_network=False,
            may_be_balance_billed=random.choice((True, True, False, None)),
        ),
        prices=evolve(prices, charges=(charge,)),
    )


def _paid_outside(told: PlanBenefit) -> PlanBenefit:
    """Return a benefit of which a plan pays something; a share of all says that it does not."""
    share = told.cost_share
    if share is None or share.patient_share != Share.percent(100):
        return told
    return evolve(told, cost_share=evolve(share, patient_share=Share.percent(99)))


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
        episode=Episode(
            start=MONDAY,
            weeks=random.choice((1, 1, 2)),
            is_in_network=True,
            may_be_balance_billed=False,
        ),
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
    spent = used.out_of_network or used
    spans: tuple[object, ...] = (prices.allowed[0].amount, spent.deductible_used, spent.limit_used)
    billed = case.episode.may_be_balance_billed if case.episode else None
    answers = (True, False) if billed is None else (billed,)
    for price, deductible, limit in product(*map(_each, spans)):
        if not is_linked or deductible <= limit:
            yield from (Whole(price, deductible, limit, answer) for answer in answers)


def _owed(case: Case, whole: Whole) -> int:
    plan, program, episode, prices = case.health_plan, case.program, case.episode, case.prices
    if plan is None or program is None or program.schedule is None or episode is None or not prices:
        raise AssertionError
    lengths = {
        day.rank: _number(each.clock_minutes)
        for each in program.schedule.sessions
        for day in each.days or ()
    }
    days = (MONDAY + timedelta(days=place) for place in range(7 * _number(episode.weeks)))
    attended = [day for day in days if day.weekday() in lengths]
    hourly = prices.charges[0].amount.low if prices.charges else None

    def amounts(cents: int) -> list[Money]:
        return [Money((cents * lengths[day.weekday()] + 30) // 60) for day in attended]

    allowed, charged = amounts(whole.price), amounts(hourly.cents if hourly else 0)
    lines = [
        ClaimLine(
            on=day,
            benefit=Benefit.IOP,
            allowed=amount,
            is_in_network=episode.is_in_network is not False,
            may_be_balance_billed=False,
        )
        for day, amount in zip(attended, allowed, strict=True)
    ]
    used = case.used or Accumulators()
    outside, told = used.out_of_network, (whole.deductible_used, whole.limit_used)
    deductible, limit = map(Money, told)
    if outside is None:
        used = evolve(used, deductible_used=deductible, limit_used=limit)
    else:
        spent = evolve(outside, deductible_used=deductible, limit_used=limit)
        used = evolve(used, out_of_network=spent)
    rest = sum(charged, ZERO) - sum(allowed, ZERO) if whole.is_billed else ZERO
    return (adjudicate(lines, plan, used).patient + rest).cents


def _answer(case: Case) -> Estimate:
    return estimate(case, Amounts(), on=MONDAY)


def _is_exact(case: Case, owed: list[int], number: int) -> bool:
    """Return whether a range is exact, having tried it against all that may be owed."""
    found = _answer(case)
    low, high = (end.cents for end in (found.to_pay.low, found.to_pay.high) if end)

    assert low <= min(owed), number
    assert max(owed) <= high, number
    if found.bounds is Bounds.OUTER:
        return False
    ends = [_answer(with_values(case, each.values)).to_pay.value for each in found.completions]

    assert (low, high) == (min(owed), max(owed)), number
    assert ends == [Money(low), Money(high)], number
    return True


def _exact_cases(cases: Iterable[Case]) -> int:
    every = ((case, [_owed(case, whole) for whole in _wholes(case)]) for case in cases)
    return sum(_is_exact(case, owed, number) for number, (case, owed) in enumerate(every) if owed)


def test_the_ends_of_a_range_are_the_least_and_the_most_of_all_its_totals() -> None:
    cases = (_case(Random(seed)) for seed in range(CASES))  # noqa: S311  # reproducible

    assert _exact_cases(cases) > CASES * 3 // 4


def test_so_they_are_under_plans_with_rules_of_their_own() -> None:
    cases = (_ruled_case(Random(seed)) for seed in range(CASES))  # noqa: S311  # reproducible

    assert _exact_cases(cases) > CASES // 3


def test_so_they_are_with_the_rest_of_a_bill_which_falls_as_the_price_rises() -> None:
    cases = (_outside_case(Random(seed)) for seed in range(CASES))  # noqa: S311  # reproducible

    assert _exact_cases(cases) > CASES // 3


def _family_case(random: Random) -> Case:
    """Return a case in which a family shares both amounts, and what was used of each is open."""
    case = _ruled_case(random)
    plan, prices = case.health_plan, case.prices
    if plan is None or prices is None:
        raise AssertionError
    family = FamilyAmounts(
        deductible=Money(random.randrange(4 * _MOST)),
        deductible_rule=FamilyRule.EMBEDDED,
        out_of_pocket_limit=Money(random.randrange(5 * _MOST)),
        limit_rule=FamilyRule.EMBEDDED,
    )
    used = evolve(
        case.used or Accumulators(),
        deductible_used=_range(random, 5),
        limit_used=_range(random, 5),
        family_deductible_used=_range(random, 5),
        family_limit_used=_range(random, 5),
    )
    price = evolve(prices.allowed[0], amount=Span.exactly(_cents(random)))
    return evolve(
        case,
        health_plan=evolve(plan, family=family),
        used=used,
        prices=evolve(prices, allowed=(price,)),
    )


def _family_totals(case: Case) -> list[int]:
    """Return every total; what the family used holds what one person used."""
    plan, prices = case.health_plan, case.prices
    if plan is None or prices is None:
        raise AssertionError
    counts = plan.counts_toward_limit.holds(LinePart.DEDUCTIBLE)
    price = _each(prices.allowed[0].amount)[0]
    found = []
    for own, limit, all_own, all_limit in product(
        *(_each(getattr(case.used, name)) for name in _SHARED)
    ):
        is_linked = (own <= limit and all_own <= all_limit) or not counts
        if own <= all_own and limit <= all_limit and is_linked:
            used = evolve(
                case.used or Accumulators(),
                family_deductible_used=Money(all_own),
                family_limit_used=Money(all_limit),
            )
            found.append(_owed(evolve(case, used=used), Whole(price, own, limit, False)))
    return found


def test_so_they_are_of_what_a_family_has_used() -> None:
    exact = 0
    for seed in range(CASES // 2):
        case = _family_case(Random(seed))  # noqa: S311  # reproducible, not secret
        owed = _family_totals(case)
        if owed:
            exact += _is_exact(case, owed, seed)

    assert exact > CASES // 20
