"""Laws of estimates under plans with rules of their own: they owe what adjudication does."""

from __future__ import annotations

import os
from datetime import date, time, timedelta
from random import Random

from attrs import evolve

from iopkit.cost import Bounds, PlanPeriod, adjudicate_periods, estimate, with_values
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import NOTHING_USED, Accumulators, BenefitUse, LimitUse
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.benefits import LimitPeriod, LimitUnit, PlanBenefit, ServiceLimit
from iopkit.model.case import Case
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CopayUnit, CostShare, FirstVisits
from iopkit.model.episode import Episode
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import HealthPlan
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

CASES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 50, 1)
MONDAY = date(2026, 3, 2)
_UNITS = (LimitUnit.VISITS, LimitUnit.DAYS, LimitUnit.HOURS, LimitUnit.DOLLARS)
_OF_VISITS = (LimitPeriod.WEEK, LimitPeriod.MONTH, LimitPeriod.EPISODE)
_PERIODS = (*_OF_VISITS, LimitPeriod.YEAR)
_COUNTED = (
    LinePart.COPAY_BEFORE,
    LinePart.SERVICE_DEDUCTIBLE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
)


def _share(random: Random) -> CostShare:
    order = random.choice(tuple(CopayOrder))
    return CostShare(
        deductible_applies=order is not CopayOrder.PLAIN,
        copay=Money(random.randrange(1, 9_000)),
        copay_order=order,
        copay_unit=random.choice(tuple(CopayUnit)),
        copay_cap_per_stay=random.choice((None, Money(random.randrange(30_000)))),
        patient_share=random.choice((None, Share(random.randrange(5_000)))),
    )


def _plan(random: Random) -> HealthPlan:
    first = FirstVisits(
        visits=random.randrange(1, 5),
        cost_share=CostShare(deductible_applies=False, copay=Money(random.randrange(6_000))),
    )
    share = _share(random)
    has_first = share.copay_cap_per_stay is None and random.random() < 0.6
    limit = ServiceLimit(
        quantity=random.randrange(1, 30), unit=LimitUnit.DAYS, period=LimitPeriod.YEAR
    )
    family = FamilyAmounts(
        deductible=Money(random.randrange(200_000)),
        deductible_rule=FamilyRule.EMBEDDED,
        out_of_pocket_limit=Money(random.randrange(300_000, 900_000)),
        limit_rule=FamilyRule.EMBEDDED,
    )
    benefit = PlanBenefit(
        benefit=Benefit.IOP,
        cost_share=share,
        first_visits=first if has_first else None,
        has_visit_limit=False,
        limits=(limit,) if random.random() < 0.3 else (),
    )
    return HealthPlan(
        id="featured",
        payer=PayerKind.COMMERCIAL,
        plan_year=Period.calendar_year(2026),
        iop_coverage=Coverage.COVERED,
        iop_benefit=Benefit.IOP,
        benefits=(benefit,),
        deductible=Money(random.randrange(150_000)),
        out_of_pocket_limit=Money(random.randrange(50_000, 500_000)),
        has_out_of_pocket_limit=True,
        counts_toward_limit=Listing.of(
            *(part for part in _COUNTED if random.random() < 0.8), complete=True
        ),
        limit_ends_deductible=random.random() < 0.5,
        family=family if random.random() < 0.4 else None,
    )


def _session(days: tuple[Weekday, ...]) -> Session:
    return Session(days=days, start=time(9), end=time(12))


def _case(random: Random) -> Case:
    days = tuple(random.sample(tuple(Weekday), random.randrange(1, 5)))
    price = Money(random.randrange(1, 60_000))
    told = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(price))
    uses = (
        BenefitUse(
            benefit=Benefit.IOP,
            first_visits=random.randrange(5),
            stay_copays=ZERO,
            stay_copay_days=0,
            limits=(),
        ),
    )
    return Case(
        program=Program(id="law", schedule=Schedule(sessions=(_session(days),))),
        health_plan=_plan(random),
        used=evolve(NOTHING_USED, benefits_used=uses),
        episode=Episode(start=MONDAY, weeks=random.randrange(1, 9), is_in_network=True),
        prices=PriceList(allowed=(told,)),
    )


def _denied(random: Random, case: Case) -> Case:
    """Return a case that was not authorized, under a plan that limits visits, days or hours."""
    limits = tuple(
        ServiceLimit(
            quantity=random.randrange(1, 6),
            unit=unit,
            period=random.choice(_OF_VISITS if unit is LimitUnit.VISITS else _PERIODS),
        )
        for unit in _UNITS
        if random.random() < 0.3
    )
    uses = tuple(
        LimitUse(
            unit=limit.unit,
            period=limit.period,
            count=random.randrange(7),
            minutes=60 * random.randrange(7),
            amount=Money(100 * random.randrange(7)),
        )
        for limit in limits
    )
    plan, visit_limit = case.health_plan, random.choice((None, random.randrange(5)))
    if plan is None or case.used is None or case.episode is None or case.prices is None:
        raise AssertionError
    allowed = case.prices.allowed[0].amount.low or ZERO
    charge = allowed + Money(random.randrange(20_000))
    charged = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(charge))
    (use,) = case.used.benefits_used or ()
    (told,) = plan.benefits
    benefit = evolve(
        told, limits=limits, visit_limit=visit_limit, has_visit_limit=visit_limit is not None
    )
    return evolve(
        case,
        health_plan=evolve(
            plan,
            iop_coverage=Coverage.WITH_AUTHORIZATION,
            missing_authorization=MissingAuthorization(rule=AuthorizationRule.DENIED),
            benefits=(benefit,),
        ),
        used=evolve(
            case.used,
            visits_used=random.randrange(7),
            benefits_used=(evolve(use, limits=uses),),
        ),
        episode=evolve(case.episode, is_authorized=False),
        prices=evolve(case.prices, charges=(charged,)),
    )


def _adjudicated(case: Case) -> Money:
    plan, used, episode, prices = case.health_plan, case.used, case.episode, case.prices
    if plan is None or used is None or episode is None or prices is None or not case.program:
        raise AssertionError
    schedule, weeks = case.program.schedule, episode.weeks
    if schedule is None or not isinstance(weeks, int):
        raise AssertionError
    weekdays = {day.rank for day in schedule.sessions[0].days or ()}
    days = (MONDAY + timedelta(days=place) for place in range(7 * weeks))
    amount = prices.allowed[0].amount.low or ZERO
    lines = [
        ClaimLine(
            on=day,
            benefit=Benefit.IOP,
            allowed=amount,
            billed=prices.charges[0].amount.low if prices.charges else None,
            is_authorized=episode.is_authorized,
            minutes=180,
        )
        for day in days
        if day.weekday() in weekdays
    ]
    return adjudicate_periods(lines, _periods(plan, used)).patient


def _periods(plan: HealthPlan, used: Accumulators) -> tuple[PlanPeriod, PlanPeriod]:
    """Return the plan year of a plan and the one that follows."""
    year = plan.plan_year
    if year is None or year.end is None:
        raise AssertionError
    later = Period(year.end, year.end.replace(year=year.end.year + 1))
    return (
        PlanPeriod(period=year, plan=plan, used=used),
        PlanPeriod(period=later, plan=evolve(plan, plan_year=later)),
    )


def test_an_estimate_owes_what_adjudication_does() -> None:
    for seed in range(CASES):
        case = _case(Random(seed))  # noqa: S311  # reproducible, not secret
        found = estimate(case, Amounts(), on=MONDAY)

        assert found.to_pay.value == _adjudicated(case), seed
        assert found.bounds is Bounds.EXACT, seed


def test_an_estimate_across_plan_years_owes_what_adjudication_of_both_does() -> None:
    ends = [date(2026, 3, 18), date(2026, 4, 1)]
    for seed in range(CASES):
        random = Random(seed)  # noqa: S311  # reproducible, not secret
        case = _case(random)
        if random.random() < 0.3:
            case = _denied(random, case)
        end = random.choice(ends)
        year = Period(end.replace(year=end.year - 1), end)
        plan = evolve(case.health_plan or HealthPlan(id="x"), plan_year=year)
        if plan.family is None and random.random() < 0.5:
            plan = evolve(plan, deductible_carries_over_from=random.choice((2, 3, 4)))
        case = evolve(case, health_plan=plan)
        found = estimate(case, Amounts(), on=MONDAY)

        assert found.to_pay.value == _adjudicated(case), seed
        assert found.bounds is Bounds.EXACT, seed


def test_an_estimate_of_days_that_are_denied_and_limited_owes_what_adjudication_does() -> None:
    charged = beyond = 0
    for seed in range(CASES):
        case = _denied(Random(seed), _case(Random(seed)))  # noqa: S311  # reproducible, not secret
        found, owed = estimate(case, Amounts(), on=MONDAY), _adjudicated(case)
        parts = found.lines[0].low_parts
        charged += LinePart.NOT_COVERED in parts
        beyond += LinePart.OVER_LIMIT in parts

        assert found.to_pay.value == owed, seed
        assert found.bounds is Bounds.EXACT, seed
    assert min(charged, beyond) > CASES // 10


def test_first_visits_that_are_not_told_hold_every_number_of_them() -> None:
    reached = 0
    for seed in range(CASES):
        case = _case(Random(seed))  # noqa: S311  # reproducible, not secret
        vague = evolve(case, used=evolve(case.used or Accumulators(), benefits_used=None))
        vague = evolve(vague, used=evolve(vague.used or Accumulators(), visits_used=None))
        found = estimate(vague, Amounts(), on=MONDAY)

        assert found.to_pay.holds(_adjudicated(case)) is not False, seed
        if found.bounds is Bounds.EXACT and found.to_pay.value is None:
            ends = [
                estimate(with_values(vague, end.values), Amounts(), on=MONDAY).to_pay.value
                for end in found.completions
            ]
            reached += 1

            assert ends == [found.to_pay.low, found.to_pay.high], seed
    assert reached > CASES // 50
