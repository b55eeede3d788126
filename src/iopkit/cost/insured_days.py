"""What the days cost line by line under a plan that asks the same of each, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from iopkit.cost.carry_over import YearEnds, year_ends
from iopkit.cost.course import Course
from iopkit.cost.needs import exactly
from iopkit.cost.outcomes import End, by_year
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.pricing import CENTS, FOR_SEVERAL_DAYS, Billed, PriceCase, spread
from iopkit.cost.ranges import At, Total, highest
from iopkit.cost.rates import OPEN
from iopkit.cost.scenarios import Scenario
from iopkit.values.money import ZERO, Money
from iopkit.vocabulary.coverage import Benefit

Shown = dict[str, object]

_USED = frozenset({"deductible_used", "limit_used", "visits_used"})
_CARRIED = "used.carryover_used"


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
    years = list(year_ends(scenario, low_lines, high_lines))
    is_bounded = price.high is not None
    for year, ends in zip(scenario.years, years, strict=True):
        high = high_lines[year.number]
        if is_bounded and max(map(CENTS, high), default=0) >= OPEN:
            # A total that does not move with a price beyond all prices does not depend on it.
            further = tuple([Billed(line.on, line.cents * 2) for line in high])
            most = highest(ends.reach, low_lines[year.number], further)
            is_bounded = most.cents == ends.most.cents
    low_total, high_total = (reduce(_sum, each) for each in _of_ends(years))
    shown = _shown(course, scenario, price, (low_total.at, high_total.at))
    carried = _carried(course, scenario, years)
    is_possible = not scenario.bounds_only and _fits_all_years(course, scenario)
    is_possible = is_possible and all(ends.is_reached for ends in years)
    return (
        End(
            low_total.cents,
            low_total.parts,
            {**scenario.values, **price.low_values, **shown[0], **carried[0]},
            price,
            low_total.parts is not None and is_possible,
            low_total.ledgers,
        ),
        End(
            high_total.cents if is_bounded else None,
            high_total.parts if is_bounded else None,
            {**scenario.values, **price.high_values, **shown[1], **carried[1]},
            price,
            is_bounded and high_total.parts is not None and is_possible,
            high_total.ledgers if is_bounded else (),
        ),
    )


def _of_ends(years: Sequence[YearEnds]) -> tuple[list[Total], list[Total]]:
    return [ends.least for ends in years], [ends.most for ends in years]


def _carried(course: Course, scenario: Scenario, years: Sequence[YearEnds]) -> tuple[Shown, Shown]:
    """Return what each end supposes of what carries over, and note where that is not known."""
    told = exactly(scenario.years[0].used.carryover_used)
    if told is not None or all(ends.is_told for ends in years):
        return {}, {}
    course.notes.miss("carryover-not-told")
    for ends in years:
        if ends.carried is not None:
            low, high = ends.carried
            return {_CARRIED: low}, {_CARRIED: high}
    return {}, {}


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
