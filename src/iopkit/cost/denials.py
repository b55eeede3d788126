"""What the days cost of which a plan pays nothing, as they were not authorized.

The limits on a service come first: of a day beyond one no more is owed than the plan allows, and
of any other all that is charged.  Such days use nothing up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER, Run
from iopkit.cost.asked import PENALTY_RULE
from iopkit.cost.balance_bills import with_rest
from iopkit.cost.beyond import WHOLE_PENALTY, asks_authorization, is_penalty
from iopkit.cost.course import Course
from iopkit.cost.ledgers import Ledger
from iopkit.cost.limited_days import OVER, days_beyond, is_limited, limited_ways
from iopkit.cost.outcomes import End, allowed_prices, by_year, charged
from iopkit.cost.plan_years import plan_years
from iopkit.cost.pricing import FOR_SEVERAL_DAYS, Billed, PriceCase
from iopkit.cost.scenarios import AUTHORIZED, Scenario, candidates, outside_benefits
from iopkit.cost.settled_days import Pair, all_of, total_of
from iopkit.cost.sides import Side
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import Benefit, Coverage

COVERAGE, _BENEFIT = "health_plan.iop_coverage", "health_plan.iop_benefit"


def denied(
    course: Course, plan: HealthPlan, scenario: Scenario, *, is_in_network: bool = True
) -> Iterator[Pair]:
    """Yield what the days cost that are not authorized, by each benefit that may pay them."""
    every = _sides(plan, scenario, is_in_network=is_in_network)
    limited = [side for side in every if is_limited(plan, side)]
    unlimited = [side for side in every if side not in limited]
    if unlimited:
        named = _named(plan, unlimited[0]) if limited else {}
        yield from charged(course, _with(scenario, named))
    supposed = dict(scenario.values)
    if limited and plan.iop_coverage is None and COVERAGE not in supposed:
        course.notes.miss("coverage-not-told")
        yield from charged(course, _with(scenario, {COVERAGE: Coverage.NOT_COVERED}))
        supposed[COVERAGE] = Coverage.COVERED
    for side in limited:
        named = {**supposed, **_named(plan, side)}
        yield from _on(course, plan, side, _with(scenario, named))


def penalized(course: Course, plan: HealthPlan, *, is_in_network: bool = True) -> Iterator[Pair]:
    """Yield what the days cost at most by a penalty, where that is more than a denial.

    A penalty leaves the patient no more than all that is allowed, and seldom is more allowed than
    charged.
    """
    values = _by_penalty(course, plan, is_in_network=is_in_network)
    if values is None:
        return
    charges = [high.cents for _, high in charged(course, Scenario())]
    if None in charges:
        return
    most = max((cents for cents in charges if cents is not None), default=0)
    for price in allowed_prices(course):
        low, high = total_of(price.low), all_of(price)
        if price.is_told and (high is None or high > most):
            yield (
                End(low, None, values, price, is_exact=False),
                End(high, None, values, price, is_exact=False),
            )


def _by_penalty(
    course: Course, plan: HealthPlan, *, is_in_network: bool
) -> dict[str, object] | None:
    """Return what a penalty of all supposes that is not told; `None` where there can be none."""
    episode, is_told = course.case.episode, is_penalty(plan)
    given = episode.is_authorized if episode else None
    is_asked = plan.iop_coverage is None or (
        is_told is None and asks_authorization(plan, is_in_network=is_in_network)
    )
    if given or is_told is False or not is_asked:
        return None
    values: dict[str, object] = {} if given is False else {AUTHORIZED: False}
    if is_told is None:
        values[PENALTY_RULE] = WHOLE_PENALTY
    if plan.iop_coverage is None:
        values[COVERAGE] = Coverage.WITH_AUTHORIZATION
    return values


def _named(plan: HealthPlan, side: Side) -> dict[str, object]:
    return {} if plan.iop_benefit is not None else {_BENEFIT: side.benefit}


def _sides(plan: HealthPlan, scenario: Scenario, *, is_in_network: bool) -> list[Side]:
    supposed = scenario.values.get(_BENEFIT)
    if isinstance(supposed, Benefit):
        return [Side(supposed, is_in_network)]
    if not is_in_network:
        return [Side(benefit, is_in_network) for benefit in outside_benefits(plan)]
    told = plan.iop_benefit
    return [Side(benefit) for benefit in (candidates(plan) if told is None else (told,))]


def _on(course: Course, plan: HealthPlan, side: Side, scenario: Scenario) -> Iterator[Pair]:
    days = course.attendance.high or course.attendance.low
    named = evolve(plan, iop_benefit=side.benefit)
    years = plan_years(course, named, days)
    for limited in limited_ways(course, plan, side, years[0]):
        beyond = days_beyond(course, limited, years, is_in_network=side.is_in_network)
        supposed = _with(evolve(scenario, years=years), limited.values)
        # What is supposed of a benefit is that inside the network.
        shown = side.is_in_network or not limited.values
        for low, high in _pairs(course, supposed, beyond, is_in_network=side.is_in_network):
            yield (
                low._replace(is_exact=low.is_exact and shown),
                high._replace(is_exact=high.is_exact and shown),
            )


def _with(scenario: Scenario, values: Mapping[str, object]) -> Scenario:
    return evolve(scenario, values={**scenario.values, **values})


def _pairs(
    course: Course,
    scenario: Scenario,
    beyond: Mapping[date, bool] | None,
    *,
    is_in_network: bool,
) -> Iterator[Pair]:
    """Yield the ends where each day is owed as charged, or as allowed if it is `beyond`."""
    if beyond is not None and not any(beyond.values()):
        yield from charged(course, evolve(scenario, years=()))
        return
    is_all = beyond is not None and all(beyond.values())
    for price in allowed_prices(course):
        if is_all and price.is_told:
            pair = _over(scenario, price)
            yield from (pair,) if is_in_network else with_rest(course, (pair,))
            continue
        for charge in charged(course, Scenario()):
            is_known = beyond is not None and is_in_network
            yield (_mixed(scenario, price, charge, beyond) if is_known and beyond else None) or (
                _between(scenario, price, charge)
            )


def _over(scenario: Scenario, price: PriceCase) -> Pair:
    """Return what the plan allows, all of it beyond a limit."""
    low, high = (
        _settled(scenario, price, tuple((line, True) for line in lines))
        for lines in (price.low, price.high or ())
    )
    if price.is_open:
        high = high._replace(cents=None, parts=None, ledgers=())
    return low.supposing(price.low_values), high.supposing(price.high_values)


def _mixed(
    scenario: Scenario, price: PriceCase, charge: Pair, beyond: Mapping[date, bool]
) -> Pair | None:
    """Return the ends of days some of which are beyond a limit; `None` where no day has its own."""
    asked = charge[0].price
    if not (_is_sure(price) and _is_sure(asked)):
        return None
    low, high = (
        _settled(scenario, price, _chosen(lines, charges, beyond))
        for lines, charges in ((price.low, asked.low), (price.high or (), asked.high or ()))
    )
    return low.supposing(charge[0].values), high.supposing(charge[1].values)


def _chosen(
    allowed: Iterable[Billed], charges: Iterable[Billed], beyond: Mapping[date, bool]
) -> tuple[tuple[Billed, bool], ...]:
    """Return the lines that are owed: those allowed of days beyond a limit, else those charged."""
    over = [(line, True) for line in allowed if beyond[line.on]]
    within = [(line, False) for line in charges if not beyond[line.on]]
    return tuple(sorted((*over, *within), key=lambda each: each[0].on))


def _is_sure(price: PriceCase) -> bool:
    """Return whether each day has an amount of its own, and one only."""
    is_daily = price.unit not in FOR_SEVERAL_DAYS
    return is_daily and price.is_exact and price.is_told and not price.is_open


def _settled(scenario: Scenario, price: PriceCase, each: tuple[tuple[Billed, bool], ...]) -> End:
    """Return lines that are owed whole, each with whether it is beyond a limit."""
    parts = [0] * len(PART_ORDER)
    apart = by_year(
        tuple(line for line, _ in each), scenario.years[0].plan.plan_year, scenario.years
    )
    over = iter(each)
    ledgers = []
    for year in scenario.years:
        own = apart[year.number]
        runs = tuple(_run(*next(over)) for _ in own)
        for run in runs:
            parts = list(map(int.__add__, parts, run.part_cents))
        ledgers.append(Ledger(own, runs))
    return End(sum(parts), tuple(parts), scenario.values, price, price.is_shown, tuple(ledgers))


def _run(line: Billed, is_beyond: bool) -> Run:
    nothing = (0,) * OVER
    if is_beyond:
        return Run(1, line.cents, (*nothing, line.cents, 0))
    return Run(1, 0, (*nothing, 0, line.cents))


def _between(scenario: Scenario, price: PriceCase, charge: Pair) -> Pair:
    """Return bounds: no less than what is allowed or charged, and no more than the charge."""
    allowed = sum(line.cents for line in price.low)
    most = charge[1].cents
    if price.is_told and most is not None:
        # What is not told to be allowed is no more than what is charged.
        most = None if price.is_open else max(most, sum(line.cents for line in price.high or ()))
    values = scenario.values
    return (
        End(min(allowed, charge[0].cents or 0), None, values, price, is_exact=False),
        End(most, None, values, price, is_exact=False),
    )
