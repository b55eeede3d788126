"""Laws of a deductible that carries over: an estimate holds what adjudication of each year says."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from attrs import evolve
from tests.laws.reached import assert_reached
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.cost import Bounds, Estimate, PlanPeriod, adjudicate_periods, care_days, estimate
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import Accumulators
from iopkit.model.case import Case
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import Price, PriceList
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, Coverage

_CASES = 200
_YEARS = 5
_DAY = date(2026, 3, 2)


def _case(random: Random) -> Case:
    """Return a case that tells all, of a plan that carries over and a year that ends in care."""
    case = random_case(random)
    plan, used, price = _plan(case), case.used or Accumulators(), Money(random.randrange(90_000))
    end = _start(case) + timedelta(days=random.randrange(1, 40))
    month = random.choice((end.month, (end.month - 2) % 12 + 1, random.randrange(1, 13)))
    met = used.deductible_used if isinstance(used.deductible_used, Money) else ZERO
    if _start(case) < _months_first(month, end):
        met = ZERO
    return evolve(
        case,
        health_plan=evolve(
            plan,
            plan_year=Period(end.replace(year=end.year - 1), end),
            deductible_carries_over_from=month,
            iop_coverage=Coverage.COVERED,
        ),
        used=evolve(used, carryover_used=Money(random.randrange(met.cents + 1))),
        prices=evolve(case.prices or PriceList(), allowed=(_daily(price),)),
    )


def _months_first(month: int, end: date) -> date:
    """Return the first day from which on a year that ends on `end` carries over."""
    return max(day for day in _days_before(end) if (day.day, day.month) == (1, month))


def _days_before(end: date) -> list[date]:
    return [end - timedelta(days=place) for place in range(1, 367)]


def _daily(price: Money) -> Price:
    return Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(price))


def _vague(random: Random, case: Case) -> Case:
    """Return the same case with some things left unsaid, of what carries over too."""
    vague = with_unknowns(random, case) if random.random() < 0.6 else case
    used = vague.used or Accumulators()
    met = used.carryover_used if isinstance(used.carryover_used, Money) else ZERO
    some = Span(Money(random.randrange(met.cents + 1)), met + Money(random.randrange(20_000)))
    return evolve(vague, used=evolve(used, carryover_used=random.choice((None, some, met))))


def _plan(case: Case) -> HealthPlan:
    if case.health_plan is None:
        raise AssertionError
    return case.health_plan


def _start(case: Case) -> date:
    start = (case.episode or Episode()).start
    if not isinstance(start, date):
        raise TypeError
    return start


def _answer(case: Case) -> Estimate:
    return estimate(case, Amounts(), on=_DAY)


def _adjudicated(case: Case) -> Money:
    """Return what adjudication of both plan years says of the days of a case that tells all."""
    plan, prices = _plan(case), case.prices
    year = plan.plan_year
    if year is None or year.end is None or prices is None or case.used is None:
        raise AssertionError
    later = Period(year.end, year.end.replace(year=year.end.year + 1))
    allowed = prices.allowed[0].amount.low or ZERO
    days = care_days(case, Amounts(), on=_DAY).shortest
    return adjudicate_periods(
        [ClaimLine(on=day.on, benefit=Benefit.IOP, allowed=allowed) for day in days],
        (
            PlanPeriod(period=year, plan=plan, used=case.used),
            PlanPeriod(period=later, plan=evolve(plan, plan_year=later)),
        ),
    ).patient


def test_an_estimate_across_years_owes_what_adjudication_carries_over() -> None:
    carried = 0
    for seed in range(_CASES):
        case = _case(Random(seed))  # noqa: S311  # reproducible, not secret
        found, owed = _answer(case), _adjudicated(case)
        fresh = evolve(case, health_plan=evolve(_plan(case), deductible_carries_over_from=None))
        carried += _answer(fresh).to_pay != found.to_pay

        assert found.lines[0].amount.low == found.lines[0].amount.high == owed, seed
        assert found.bounds is Bounds.EXACT, seed
    assert carried > _CASES // 20


def test_what_is_not_told_of_it_holds_each_answer_and_exact_ends_are_reached() -> None:
    reached = 0
    for seed in range(_CASES):
        random = Random(seed)  # noqa: S311  # reproducible, not secret
        case = _case(random)
        vague = _vague(random, case)
        found, told = _answer(vague), _answer(case)

        assert told.to_pay.low is not None
        assert found.to_pay.holds(told.to_pay.low) is not False, seed
        if found.bounds is Bounds.EXACT:
            reached += "carryover-not-told" in {note.code for note in found.unknowns}
            assert_reached(vague, found, on=_DAY)
    assert reached > _CASES // 20


def test_an_untold_year_carries_over_from_the_least_to_the_most_of_all_years() -> None:
    for seed in range(_YEARS):
        case = _case(Random(seed))  # noqa: S311  # reproducible, not secret
        start = _start(case)
        starts = [start - timedelta(days=place) for place in range(365)]
        each = [_answer(_in_year(case, Period(on, on.replace(year=on.year + 1)))) for on in starts]
        found = _answer(_in_year(case, None))
        lows, highs = ([getattr(one.to_pay, end) for one in each] for end in ("low", "high"))

        assert (found.to_pay.low, found.to_pay.high) == (min(lows), max(highs)), seed


def _in_year(case: Case, year: Period | None) -> Case:
    return evolve(case, health_plan=evolve(_plan(case), plan_year=year))
