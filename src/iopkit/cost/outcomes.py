"""What the days cost in one scenario, at its low and at its high end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER
from iopkit.cost.alternatives import told_prices
from iopkit.cost.course import Course
from iopkit.cost.fee_schedules import fee_cases
from iopkit.cost.ledgers import Ledger
from iopkit.cost.notes import Notebook
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.pricing import (
    CENTS,
    FOR_SEVERAL_DAYS,
    Billed,
    PriceCase,
    no_price,
    spread,
)
from iopkit.cost.ranges import At, Total, highest, reach_of, totals
from iopkit.cost.rates import OPEN
from iopkit.cost.scenarios import Scenario
from iopkit.cost.year_numbers import number_of
from iopkit.model.prices import Price
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.vocabulary.billing import Service
from iopkit.vocabulary.coverage import Benefit

Shown = dict[str, object]

_USED = frozenset({"deductible_used", "limit_used", "visits_used"})


class End(NamedTuple):
    """One end of one outcome; `cents` `None` where nothing bounds it.

    `rest` is what a program outside the network may ask beside `cents`; `second` and `relief` are
    what a second payer takes from `cents`, and assistance from both.  `by_second` says that the
    second coverage alone has settled the days.
    """

    cents: int | None
    parts: tuple[int, ...] | None
    values: Mapping[str, object]
    price: PriceCase
    is_exact: bool = True
    ledgers: tuple[Ledger, ...] = ()
    rest: tuple[Billed, ...] = ()
    second: tuple[Billed, ...] = ()
    relief: tuple[Billed, ...] = ()
    by_second: bool = False

    @property
    def net(self) -> int | None:
        """What is left to the patient after a second payer and assistance."""
        if self.cents is None or not (self.rest or self.second or self.relief):
            return self.cents
        taken = sum(line.cents for line in (*self.second, *self.relief))
        return self.cents + sum(line.cents for line in self.rest) - taken

    def supposing(self, more: Mapping[str, object]) -> End:
        """Return the same end, which supposes more."""
        return self._replace(values={**self.values, **more})

    def __repr__(self) -> str:
        return "<End>"


def charged(course: Course, scenario: Scenario) -> Iterator[tuple[End, End]]:
    """Yield what the days cost without insurance, for each way to charge them."""
    told, name = _charges(course)
    cases = told_prices(told, course, name)
    if not cases:
        course.notes.miss("charge-not-known")
    for price in cases or (no_price(course.attendance, "prices.charges"),):
        low = sum(line.cents for line in price.low)
        high = None if price.is_open else sum(line.cents for line in price.high or ())
        yield (
            End(
                low,
                _uncovered(low),
                {**scenario.values, **price.low_values},
                price,
                price.is_shown,
                (Ledger(price.low),),
            ),
            End(
                high,
                None if high is None else _uncovered(high),
                {**scenario.values, **price.high_values},
                price,
                price.is_shown,
                () if high is None else (Ledger(price.high or ()),),
            ),
        )


def _charges(course: Course) -> tuple[list[Price], str]:
    """Return what the program charges, and where that is told: in the case, else by itself."""
    told = _for_iop(course.case.prices.charges if course.case.prices else ())
    if told or course.case.program is None:
        return told, "prices.charges"
    return _for_iop(course.case.program.fees), "program.fees"


def charges_of(course: Course) -> tuple[Billed, ...] | None:
    """Return what is charged for each line, where one exact charge is told."""
    ways = ways_to_charge(course)
    price = ways[0]
    return price.high if len(ways) == 1 and price.is_exact and not price.is_open else None


def ways_to_charge(course: Course) -> list[PriceCase]:
    """Return each way in which the days may be charged, without a note of what is not known."""
    every = charged(evolve(course, notes=Notebook()), Scenario())
    return [low.price for low, _ in every]


def _uncovered(cents: int) -> tuple[int, ...]:
    return (*(0,) * (len(PART_ORDER) - 1), cents)


def allowed_prices(course: Course) -> tuple[PriceCase, ...]:
    """Return each way in which a plan may allow the days: as told, else by its fee schedule."""
    if course.priced:
        return course.priced
    case, plan = course.case, course.case.health_plan
    told = _for_iop(case.prices.allowed if case.prices else ())
    charges = _charges(course)[0] if any(one.charge_share for one in told) else ()
    cases = told_prices(told, course, "prices.allowed", charges)
    if not told and case.program is not None and plan is not None and plan.payer is not None:
        cases = fee_cases(course, case.program, plan.payer)
    if not cases:
        course.notes.miss("allowed-not-known")
    return cases or (no_price(course.attendance, "prices.allowed"),)


def _for_iop(prices: Iterable[Price]) -> list[Price]:
    return [price for price in prices if price.service is Service.IOP]


def ways_to_claim(
    course: Course, scenario: Scenario, price: PriceCase
) -> Iterator[tuple[End, End]]:
    """Yield what the patient owes for each way to claim the days at one price.

    One price for several days may be one claim or one for each day, which matters for copays
    and visits, and where a plan year ends in between.
    """
    yield insured(course, scenario, price)
    each_counts = _counts_claims(scenario)
    if each_counts and not price.is_told:
        course.notes.assume("one-claim-a-day")
    elif price.unit in FOR_SEVERAL_DAYS and (each_counts or len(scenario.years) > 1):
        course.notes.miss("price-for-several-days")
        low, high = insured(course, scenario, spread(price, course.attendance))
        yield low._replace(price=price), high._replace(price=price)


def _counts_claims(scenario: Scenario) -> bool:
    """Return whether the number of claims matters beside their sum."""
    told = scenario.years[0].plan.benefit(scenario.benefit)
    copay = told.cost_share.copay if told and told.cost_share else None
    return bool(told and told.visit_limit is not None) or (copay is not None and copay > ZERO)


def insured(course: Course, scenario: Scenario, price: PriceCase) -> tuple[End, End]:
    """Return what the patient owes of the days in one scenario, at one way to allow them."""
    start = scenario.years[0].plan.plan_year
    low_lines = high_lines = by_year(price.low, start, scenario.years)
    if price.high is not price.low:
        high_lines = by_year(price.high or price.low, start, scenario.years)
    leasts, mosts, is_bounded = list[Total](), list[Total](), price.high is not None
    for year in scenario.years:
        low, high = low_lines[year.number], high_lines[year.number]
        reach = reach_of(year, scenario.benefit)
        least, most = totals(reach, low, high)
        leasts.append(least)
        mosts.append(most)
        if is_bounded and max(map(CENTS, high), default=0) >= OPEN:
            # A total that does not move with a price beyond all prices does not depend on it.
            further = tuple([Billed(line.on, line.cents * 2) for line in high])
            is_bounded = highest(reach, low, further).cents == most.cents
    low_total, high_total = reduce(_sum, leasts), reduce(_sum, mosts)
    shown = _shown(course, scenario, price, (low_total.at, high_total.at))
    is_possible = not scenario.bounds_only and _fits_all_years(course, scenario)
    return (
        End(
            low_total.cents,
            low_total.parts,
            {**scenario.values, **price.low_values, **shown[0]},
            price,
            low_total.parts is not None and is_possible,
            low_total.ledgers,
        ),
        End(
            high_total.cents if is_bounded else None,
            high_total.parts if is_bounded else None,
            {**scenario.values, **price.high_values, **shown[1]},
            price,
            is_bounded and high_total.parts is not None and is_possible,
            high_total.ledgers if is_bounded else (),
        ),
    )


def _fits_all_years(course: Course, scenario: Scenario) -> bool:
    """Return whether one answer can reach an end in each plan year at once, and a case tell it.

    A case tells what has been used of one plan year, and of no later one.
    """
    asked = [course.lacks(year.plan, year.used, scenario.benefit) for year in scenario.years]
    later = zip(scenario.years, asked, strict=True)
    if any(year.number and not _USED.isdisjoint(names) for year, names in later):
        return False
    lacking = {name for names in asked for name in names}
    return len(scenario.years) == 1 or lacking.isdisjoint(("deductible", "out_of_pocket_limit"))


def by_year(
    lines: tuple[Billed, ...], year: Period | None, years: Sequence[PlanYear]
) -> Mapping[int, tuple[Billed, ...]]:
    """Return lines by the number of the plan year in which they fall."""
    if len(years) == 1:
        return {years[0].number: lines}
    found: dict[int, list[Billed]] = {each.number: [] for each in years}
    for line in lines:
        found.setdefault(number_of(year, line.on), []).append(line)
    return {number: tuple(own) for number, own in found.items()}


def _sum(one: Total, other: Total) -> Total:
    if one.parts is None or other.parts is None:
        return Total(one.cents + other.cents, None, one.at)
    parts = tuple(map(int.__add__, one.parts, other.parts))
    return Total(one.cents + other.cents, parts, one.at, (*one.ledgers, *other.ledgers))


def _shown(
    course: Course, scenario: Scenario, price: PriceCase, at: tuple[At, At]
) -> tuple[Shown, Shown]:
    """Return what the first plan year supposes at each end, for what was not told.

    What need only be enough is more than the course can pass.
    """
    year, benefit = scenario.years[0], scenario.benefit
    lacking = course.lacks(year.plan, year.used, benefit)
    if not lacking:
        return {}, {}
    enough = min(sum(line.cents for line in price.high or ()), OPEN // 10)
    low, high = (_amounts(each, lacking, enough) for each in at)
    few, many = _visits(year, benefit, lacking, enough=len(price.low))
    return {**low, **few}, {**high, **many}


def _amounts(at: At, lacking: tuple[str, ...], enough: int) -> Shown:
    shown: Shown = {}
    wholes, spent = ("deductible", "out_of_pocket_limit"), ("deductible_used", "limit_used")
    for name, used, left in zip(wholes, at.used, at.left, strict=True):
        if name in lacking:
            shown[f"health_plan.{name}"] = Money(used + min(left, enough))
    shown.update(
        {
            f"used.{name}": Money(used)
            for name, used in zip(spent, at.used, strict=True)
            if name in lacking
        }
    )
    return shown


def _visits(
    year: PlanYear, benefit: Benefit, lacking: tuple[str, ...], *, enough: int
) -> tuple[Shown, Shown]:
    name = f"benefits.{benefit.value}"
    path = f"health_plan.{name}"
    told = year.plan.benefit(benefit)
    if f"{name}.has_visit_limit" in lacking:
        return {f"{path}.has_visit_limit": False}, {f"{path}.visit_limit": 0}
    if f"{name}.visit_limit" in lacking:
        used = year.used.visits_used or 0
        low: Shown = {f"{path}.visit_limit": used + enough, "used.visits_used": used}
        return low, {f"{path}.visit_limit": 0}
    if "visits_used" in lacking and told is not None:
        return {"used.visits_used": 0}, {"used.visits_used": told.visit_limit}
    return {}, {}
