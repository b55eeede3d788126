"""Which values of the numeric unknowns lead to an end of a range."""

from __future__ import annotations

from typing import NamedTuple

from iopkit.cost.needs import missing
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.ranges import Leeway
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import Benefit

Shown = dict[str, object]


class Enough(NamedTuple):
    """What nothing in a course can pass: cents of any deductible or limit, and visits."""

    cents: int
    visits: int


def shown_ends(
    year: PlanYear, benefit: Benefit, left: Leeway, enough: Enough
) -> tuple[Shown, Shown]:
    """Return what a plan year supposes at the low and at the high end, for what was not told."""
    lacking = missing(year.plan, year.used, (benefit,))
    low: Shown = {}
    high: Shown = {}
    for name, place in (("deductible", 0), ("out_of_pocket_limit", 1)):
        if name in lacking:
            low[f"health_plan.{name}"] = Money(left.low_used[place])
            high[f"health_plan.{name}"] = Money(left.high_used[place] + enough.cents)
    for name, place in (("deductible_used", 0), ("limit_used", 1)):
        if name in lacking:
            low[f"used.{name}"] = Money(left.low_used[place])
            high[f"used.{name}"] = Money(left.high_used[place])
    few, many = _visits(year, benefit, lacking, enough.visits)
    return {**low, **few}, {**high, **many}


def _visits(
    year: PlanYear, benefit: Benefit, lacking: tuple[str, ...], enough: int
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
