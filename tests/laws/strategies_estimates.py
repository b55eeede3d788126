"""Random cases that say everything, and the same cases with things left unsaid."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from attrs import evolve
from tests.laws.strategies_cost import random_plan, random_share

from iopkit.cost.beyond import NO_PENALTY, WHOLE_PENALTY
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.model.accumulators import Accumulators
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.case import Case
from iopkit.model.courses import Phase
from iopkit.model.episode import Episode, Travel
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList, PriceTier
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart, PayerKind
from iopkit.vocabulary.weekdays import Weekday

_START = date(2026, 3, 2)
_DENIED = MissingAuthorization(rule=AuthorizationRule.DENIED)
_LAST_MINUTE = 24 * 60 - 1
_WITH_PHASES = 0.2
_KEPT = 0.9
"""How often a vaguer plan still tells a benefit."""
_PER_DAY = (Unit.DAY, Unit.SESSION, Unit.HOUR, Unit.QUARTER_HOUR)
_UNITS = tuple(unit for unit in Unit if unit is not Unit.EACH)
_PLAN_YEARS = (Period.calendar_year(2026), Period(date(2025, 7, 1), date(2026, 7, 1)))
_DELIVERIES = (
    Listing.of(Delivery.IN_PERSON),
    Listing.of(Delivery.VIRTUAL, complete=True),
    Listing.of(Delivery.VIDEO, lacks=(Delivery.IN_PERSON,)),
)


def random_case(random: Random) -> Case:
    """Return a case that leaves nothing unsaid on which its cost depends."""
    start = _START + timedelta(days=random.randrange(300))
    year = random.choice([year for year in _PLAN_YEARS if year.holds(start)])
    plan = evolve(_plan(random), plan_year=year)
    sessions = tuple(_session(random) for _ in range(random.choice((1, 1, 2, 3))))
    allowed = _claimed(random, _price(random, random.choice(_PER_DAY), 60_000))
    weeks = random.choice((1, 2, 3, 5, 8, 20))
    missed = random.sample(range(7 * weeks), random.choice((0, 0, 0, 1, 3)))
    closed = random.sample(range(7 * weeks), random.choice((0, 0, 0, 2)))
    return Case(
        person=Person(work=_work(random)),
        program=Program(
            id="random",
            schedule=Schedule(sessions=sessions),
            phases=_phases(random, weeks) if random.random() < _WITH_PHASES else (),
            delivery=random.choice(_DELIVERIES),
        ),
        health_plan=plan,
        used=_used(random, plan),
        episode=Episode(
            start=start,
            weeks=weeks,
            missed_days=tuple(start + timedelta(days=place) for place in missed),
            makes_up_missed_days=random.random() < 0.5,
            closed_days=tuple(start + timedelta(days=place) for place in closed),
            is_in_network=True,
            is_authorized=random.random() < 0.5,
            travel=Travel(
                miles=Decimal(random.randrange(300)) / 10,
                minutes=random.randrange(60),
                cost_per_mile=Money(random.randrange(90)),
                fares=Money(random.randrange(500)),
                parking=ZERO,
            ),
        ),
        prices=PriceList(
            allowed=(allowed,),
            charges=(
                _price(random, random.choice(_PER_DAY if allowed.charge_share else _UNITS), 90_000),
                Price(
                    service=Service.MATERIALS,
                    unit=Unit.ONCE,
                    amount=Span.exactly(Money(random.randrange(9_000))),
                ),
            ),
        ),
    )


def _phases(random: Random, weeks: int) -> tuple[Phase, ...]:
    """Return phases of told lengths, the first under the program's own week."""
    first = random.randrange(1, weeks + 1)
    less = Schedule(sessions=(_session(random),))
    lengths = (first, weeks - first) if first < weeks else (first,)
    return tuple(
        Phase(weeks=Span.exactly(length), schedule=schedule)
        for length, schedule in zip(lengths, (None, less), strict=False)
    )


def _session(random: Random) -> Session:
    start = random.randrange(6 * 60, 20 * 60)
    end = min(start + random.randrange(1, 300), _LAST_MINUTE)
    days = tuple(random.sample(tuple(Weekday), random.randrange(1, 5)))
    return Session(days=days, start=_clock(start), end=_clock(end))


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _price(random: Random, unit: Unit, most: int) -> Price:
    amount = random.choice((random.randrange(most), random.randrange(200)))
    return Price(service=Service.IOP, unit=unit, amount=Span.exactly(Money(amount)))


def _claimed(random: Random, price: Price) -> Price:
    """Return a price that may change with the day, or be a share of what is charged."""
    match random.randrange(6):
        case 0:
            first = random.randrange(1, 4)
            last = first + random.randrange(6)
            tier = PriceTier(
                amount=Span.exactly(Money(random.randrange(60_000))), days=Span(first, last)
            )
            return evolve(price, unit=Unit.DAY, tiers=(tier,))
        case 1:
            share = Share(random.randrange(10_001))
            return evolve(price, unit=Unit.DAY, charge_share=share)
        case 2:
            share = Share(random.randrange(10_001))
            return evolve(price, amount=Span(None, None), charge_share=share)
    return price


def _plan(random: Random) -> HealthPlan:
    plan = random_plan(random)
    other = PlanBenefit(
        benefit=Benefit.OTHER_OUTPATIENT, cost_share=random_share(random), has_visit_limit=False
    )
    return evolve(
        plan,
        payer=PayerKind.COMMERCIAL,
        iop_coverage=random.choice(tuple(Coverage)[:2] * 3 + (Coverage.NOT_COVERED,)),
        benefits=(*plan.benefits, other),
        missing_authorization=random.choice((_DENIED, NO_PENALTY, WHOLE_PENALTY)),
    )


def _used(random: Random, plan: HealthPlan) -> Accumulators:
    """Return amounts that can stand together: a deductible that counts is part of the limit."""
    deductible = (plan.deductible or ZERO).cents
    limit = (plan.out_of_pocket_limit or Money(deductible)).cents
    limit_used = random.randrange(limit + 1)
    counts = plan.counts_toward_limit.holds(LinePart.DEDUCTIBLE)
    most = min(deductible, limit_used) if counts else deductible
    deductible_used = random.randrange(most + 1)
    return Accumulators(
        deductible_used=Money(deductible_used),
        limit_used=Money(limit_used),
        visits_used=random.randrange(8),
    )


def _work(random: Random) -> Work:
    return Work(
        hours=tuple(_shift(random) for _ in range(random.randrange(4))),
        pay_per_hour=Money(random.randrange(5_000)),
        paid_leave_minutes=random.randrange(2_000),
    )


def _shift(random: Random) -> WeeklyTime:
    start = random.randrange(20 * 60)
    end = min(start + random.randrange(1, 600), _LAST_MINUTE)
    days = tuple(random.sample(tuple(Weekday), random.randrange(1, 6)))
    return WeeklyTime(days=days, start=_clock(start), end=_clock(end))


def with_unknowns(random: Random, case: Case) -> Case:
    """Return the same case with some things left unsaid or told as a range."""
    share = random.choice((0.1, 0.3, 0.6))
    plan, used, episode = case.health_plan, case.used, case.episode
    person = case.person
    if plan is None or used is None or episode is None or person is None:
        raise AssertionError
    travel, work = episode.travel or Travel(), person.work or Work()

    def some(**changes: Any) -> dict[str, Any]:
        return {name: value for name, value in changes.items() if random.random() < share}

    return evolve(
        case,
        health_plan=_vaguer_plan(random, plan, some),
        used=evolve(
            used,
            **some(
                deductible_used=_vaguer(random, used.deductible_used),
                limit_used=_vaguer(random, used.limit_used),
                visits_used=None,
            ),
        ),
        episode=evolve(
            episode,
            **some(
                weeks=random.choice((None, Span(1, episode.weeks), Span(episode.weeks, 25))),
                is_authorized=None,
                is_in_network=None if random.random() < 0.2 else True,
                travel=evolve(travel, minutes=None),
                makes_up_missed_days=None,
            ),
        ),
        person=evolve(person, work=evolve(work, **some(paid_leave_minutes=None))),
        prices=_vaguer_prices(random, case.prices, some),
        program=_vaguer_program(random, case.program, some),
    )


def _vaguer_plan(random: Random, plan: HealthPlan, some: Any) -> HealthPlan:
    counts = Listing(
        tuple(part for part in plan.counts_toward_limit if random.random() < 0.5),
        tuple(
            part
            for part in COUNTED_PARTS
            if plan.counts_toward_limit.holds(part) is False and random.random() < 0.5
        ),
    )
    no_limit: dict[str, Any] = some(out_of_pocket_limit=None)
    if no_limit:
        no_limit["has_out_of_pocket_limit"] = plan.has_out_of_pocket_limit or None
        if random.random() < 0.5:
            no_limit["has_out_of_pocket_limit"] = None
    first, *others = plan.benefits
    first = evolve(first, **some(cost_share=None))
    if some(visits=None):
        first = evolve(first, visit_limit=None, has_visit_limit=first.has_visit_limit or None)
    others = [one for one in (first, *others) if random.random() < _KEPT]
    changes = some(
        iop_coverage=None,
        iop_benefit=None,
        deductible=None,
        counts_toward_limit=counts,
        limit_ends_deductible=None,
        missing_authorization=None,
    )
    return evolve(plan, benefits=tuple(others), **changes, **no_limit)


def _vaguer_program(random: Random, program: Program | None, some: Any) -> Program:
    if program is None or program.schedule is None:
        raise AssertionError
    sessions = program.schedule.sessions
    count = len({day for session in sessions for day in session.days or ()})
    few, many = random.randrange(1, count + 1), random.randrange(count, 8)
    schedule = random.choice(
        (
            Schedule(days_per_week=Span(few, many)),
            Schedule(days_per_week=Span.exactly(count)),
            Schedule(sessions=tuple(evolve(each, start=None, end=None) for each in sessions)),
        )
    )
    return evolve(program, **some(schedule=schedule))


def _vaguer_prices(random: Random, prices: PriceList | None, some: Any) -> PriceList:
    if prices is None:
        raise AssertionError
    (allowed,), (charge, *others) = prices.allowed, prices.charges
    changes = some(
        allowed=random.choice(((), (evolve(allowed, amount=_around(random, allowed)),))),
        charges=(evolve(charge, amount=_around(random, charge)), *others),
    )
    return evolve(prices, **changes)


def _around(random: Random, price: Price) -> Span[Money]:
    if price.amount.low is None:
        return price.amount
    exact = price.amount.low
    low = Money(random.randrange(exact.cents + 1))
    return random.choice((Span(low, exact), Span(exact, exact + low), Span(None, exact + low)))


def _vaguer(random: Random, told: Money | Span[Money] | None) -> Span[Money] | None:
    if not isinstance(told, Money):
        raise TypeError
    low, high = Money(random.randrange(told.cents + 1)), told + Money(random.randrange(20_000))
    return random.choice((None, Span(low, told), Span(low, high), Span(told, None)))
