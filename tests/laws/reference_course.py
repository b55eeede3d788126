"""The definition of what a course costs when all is told: day by day, minute by minute.

Written from the published rules alone and sharing no code with `iopkit.cost`; the judge of
`estimate`.  It reads the records of a case, and settles claims with `reference_adjudicator`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import count

from tests.laws.reference_adjudicator import CENT, Design, Tally, Visit, settle

from iopkit.model.authorization import AuthorizationRule
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import Price
from iopkit.model.schedule import Session
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage
from iopkit.vocabulary.weekdays import Weekday

_WEEKDAYS = tuple(Weekday)
_ORDERS = {CopayOrder.BEFORE_DEDUCTIBLE: "before", CopayOrder.AFTER_DEDUCTIBLE: "after"}

Billed = list[tuple[date, Decimal]]


def money(told: Money | Span[Money] | None) -> Decimal:
    """Return dollars; nothing where nothing is told."""
    return told.dollars if isinstance(told, Money) else Decimal(0)


def cost(case: Case) -> tuple[Decimal, Decimal]:
    """Return what is to be paid for a course of which all is told, and the income lost."""
    sessions = _sessions(case)
    paid = _days_cost(case, sessions) + _others(case, sessions) + _travel(case, sessions)
    return paid, _income(case, sessions)


def design_of(plan: HealthPlan, benefit: Benefit) -> Design:
    """Return how a plan shares the costs of one benefit."""
    told = plan.benefit(benefit)
    share = told.cost_share if told else None
    if told is None or share is None:
        raise AssertionError
    comes = _ORDERS.get(share.copay_order, "plain") if share.copay else "plain"
    points = share.patient_share.basis_points if share.patient_share else 0
    limit = plan.out_of_pocket_limit
    return Design(
        deductible=money(plan.deductible),
        deductible_applies=share.deductible_applies,
        copay=money(share.copay),
        copay_comes=comes,
        coinsurance=Decimal(points) / 10_000,
        limit=None if limit is None else limit.dollars,
        counting=frozenset(part.value for part in plan.counts_toward_limit),
        limit_ends_deductible=plan.limit_ends_deductible is True,
        visit_limit=told.visit_limit,
    )


def _sessions(case: Case) -> dict[date, list[Session]]:
    """Return the sessions of each attended day."""
    episode = case.episode
    if episode is None or not isinstance(episode.start, date) or not isinstance(episode.weeks, int):
        raise AssertionError
    closed, missed = set(episode.closed_days or ()), set(episode.missed_days)
    attended: dict[date, list[Session]] = {}
    owing = 0
    for place in count():
        week, day = place // 7, episode.start + timedelta(days=place)
        is_over = week >= episode.weeks
        if is_over and not (owing and episode.makes_up_missed_days):
            return attended
        held = _held_on(case, day, week)
        if not held or day in closed:
            continue
        if day in missed:
            owing += 0 if is_over else 1
            continue
        attended[day] = held
        owing -= 1 if is_over else 0
    raise AssertionError


def _held_on(case: Case, day: date, week: int) -> list[Session]:
    """Return the sessions that the phase of a week holds on a day."""
    program = case.program
    if program is None or program.schedule is None:
        raise AssertionError
    schedule, until = program.schedule, 0
    for phase in program.phases:
        schedule = phase.schedule or program.schedule
        until += (phase.weeks.low or 0) if phase.weeks else 0
        if week < until:
            break
    return [each for each in schedule.sessions if _WEEKDAYS[day.weekday()] in (each.days or ())]


def _days_cost(case: Case, sessions: dict[date, list[Session]]) -> Decimal:
    plan, prices, used = case.health_plan, case.prices, case.used
    if plan is None or prices is None or used is None or plan.iop_benefit is None:
        raise AssertionError
    authorized = case.episode is not None and case.episode.is_authorized is True
    rule = plan.missing_authorization
    is_denied = rule is not None and rule.rule is AuthorizationRule.DENIED
    needs_it = plan.iop_coverage is Coverage.WITH_AUTHORIZATION and is_denied
    if not sessions:
        return Decimal(0)
    if plan.iop_coverage is Coverage.NOT_COVERED:
        return _charged(case, sessions)
    if needs_it and not authorized:
        return _denied(case, sessions, plan)
    years: dict[int, list[Visit]] = {}
    billed = list(_billed(case, prices.allowed[0], sessions))
    is_whole = rule is not None and rule.share is not None and rule.share.basis_points == 10_000
    if is_whole and plan.iop_coverage is Coverage.WITH_AUTHORIZATION and not authorized:
        return sum((dollars for _, dollars in billed), Decimal(0))
    for day, dollars in billed:
        years.setdefault(_year(plan.plan_year, day), []).append(Visit(dollars))
    design, owed = design_of(plan, plan.iop_benefit), Decimal(0)
    for number, visits in years.items():
        before = Tally(money(used.deductible_used), money(used.limit_used), used.visits_used or 0)
        settle(visits, design, Tally() if number else before)
        owed += sum((sum(visit.owed.values(), Decimal(0)) for visit in visits), Decimal(0))
    return owed


def _charged(case: Case, sessions: dict[date, list[Session]]) -> Decimal:
    (charge,) = (price for price in _charges(case) if price.service is Service.IOP)
    return sum((dollars for _, dollars in _billed(case, charge, sessions)), Decimal(0))


def _denied(case: Case, sessions: dict[date, list[Session]], plan: HealthPlan) -> Decimal:
    """Return what is charged of days within the visit limit, and allowed of those beyond it."""
    told, used = plan.benefit(plan.iop_benefit or Benefit.IOP), case.used
    if told is None or told.visit_limit is None or used is None or case.prices is None:
        return _charged(case, sessions)
    is_spent = (used.visits_used or 0) >= told.visit_limit

    def is_beyond(day: date) -> bool:
        return told.visit_limit == 0 if _year(plan.plan_year, day) else is_spent

    (charge,) = (price for price in _charges(case) if price.service is Service.IOP)
    allowed = _billed(case, case.prices.allowed[0], sessions)
    owed = [dollars for day, dollars in allowed if is_beyond(day)]
    owed += [dollars for day, dollars in _billed(case, charge, sessions) if not is_beyond(day)]
    return sum(owed, Decimal(0))


def is_split(case: Case) -> bool:
    """Return whether one charge for several days is asked of days of which some are beyond a limit.

    What part of it falls to which day is told nowhere.
    """
    plan = case.health_plan
    told = plan.benefit(plan.iop_benefit or Benefit.IOP) if plan else None
    if plan is None or told is None or told.visit_limit is None or case.prices is None:
        return False
    if plan.iop_coverage is not Coverage.WITH_AUTHORIZATION:
        return False
    if case.episode is not None and case.episode.is_authorized:
        return False
    prices = (*case.prices.allowed, *_charges(case))
    units = {price.unit for price in prices if price.service is Service.IOP}
    is_whole = not units.isdisjoint((Unit.WEEK, Unit.PROGRAM, Unit.ONCE))
    return is_whole and len({_year(plan.plan_year, day) for day in _sessions(case)}) > 1


def _year(year: Period | None, day: date) -> int:
    number = 0
    end = year.end if year else None
    while end is not None and day >= end:
        number, end = number + 1, end.replace(year=end.year + 1)
    return number


def _billed(case: Case, price: Price, sessions: dict[date, list[Session]]) -> Billed:
    lines = _at_amounts(case, price, sessions)
    if price.charge_share is None:
        return lines
    part = Decimal(price.charge_share.basis_points) / 10_000
    charge = next(one for one in _charges(case) if one.service is Service.IOP)
    charged = _at_amounts(case, charge, sessions)
    if price.amount.low is None:
        return [(day, _cents(dollars * part)) for day, dollars in charged]
    lesser = []
    for place, (day, dollars) in enumerate(lines):
        until = lines[place + 1][0] if place + 1 < len(lines) else date.max
        asked = sum((each for on, each in charged if day <= on < until), Decimal(0))
        lesser.append((day, min(dollars, _cents(asked * part))))
    return lesser


def _charges(case: Case) -> tuple[Price, ...]:
    return case.prices.charges if case.prices else ()


def _of_tier(price: Price, number: int) -> Decimal | None:
    """Return what a tier asks of a day by its number."""
    for tier in price.tiers:
        if tier.days is not None and (tier.days.low or 0) <= number <= (tier.days.high or 0):
            return money(tier.amount.low)
    return None


def _at_amounts(case: Case, price: Price, sessions: dict[date, list[Session]]) -> Billed:
    dollars, days = money(price.amount.low), list(sessions)
    told = case.episode.start if case.episode else None
    start = told if isinstance(told, date) else days[0]
    tiers = {day: _of_tier(price, number) for number, day in enumerate(days, 1)}
    match price.unit:
        case Unit.DAY:
            return [(day, dollars if (own := tiers[day]) is None else own) for day in days]
        case Unit.SESSION:
            return [(day, dollars) for day in days for _ in sessions[day]]
        case Unit.HOUR | Unit.QUARTER_HOUR:
            minutes = 60 if price.unit is Unit.HOUR else 15
            return [
                (day, _cents(dollars * sum(len(_held(each)) for each in sessions[day]) / minutes))
                for day in days
            ]
        case Unit.WEEK:
            firsts = {(day - start).days // 7: day for day in reversed(days)}
            return sorted((day, dollars) for day in firsts.values())
        case _:
            more = [(day, own) for day in days if (own := tiers[day]) is not None]
            return [(days[0], dollars), *more]


def _others(case: Case, sessions: dict[date, list[Session]]) -> Decimal:
    charges = case.prices.charges if case.prices and sessions else ()
    others = [price for price in charges if price.service is not Service.IOP]
    return sum(
        (dollars for price in others for _, dollars in _billed(case, price, sessions)), Decimal(0)
    )


def _is_remote(case: Case) -> bool:
    return case.program is not None and case.program.delivery.holds(Delivery.IN_PERSON) is False


def _travel(case: Case, sessions: dict[date, list[Session]]) -> Decimal:
    travel = case.episode.travel if case.episode else None
    if travel is None or travel.miles is None or _is_remote(case):
        return Decimal(0)
    daily = money(travel.fares) + money(travel.parking)
    driving = 2 * travel.miles * money(travel.cost_per_mile) * len(sessions)
    return _cents(driving) + daily * len(sessions)


def _income(case: Case, sessions: dict[date, list[Session]]) -> Decimal:
    work = case.person.work if case.person else None
    if work is None:
        raise AssertionError
    lost = 0
    for day, held in sessions.items():
        weekday = _WEEKDAYS[day.weekday()]
        shifts = [each for each in work.hours or () if weekday in each.days]
        working = {minute for each in shifts for minute in _minutes(each.start, each.end)}
        lost += len(working & set(_away(case, held)))
    left = max(lost - (work.paid_leave_minutes or 0), 0)
    return _cents(left * money(work.pay_per_hour) / 60)


def _away(case: Case, sessions: list[Session]) -> Iterator[int]:
    """Yield the minutes of a day that its sessions take, and the way there and back."""
    held = [minute for session in sessions for minute in _held(session)]
    if _is_remote(case):
        yield from held
        return
    travel = case.episode.travel if case.episode else None
    way = (travel.minutes or 0) if travel else 0
    yield from range(min(held) - way, max(held) + 1 + way)


def _held(session: Session) -> range:
    if session.start is None or session.end is None:
        raise AssertionError
    return _minutes(session.start, session.end)


def _minutes(start: time, end: time) -> range:
    return range(start.hour * 60 + start.minute, end.hour * 60 + end.minute)


def _cents(dollars: Decimal) -> Decimal:
    return dollars.quantize(CENT, ROUND_HALF_UP)
