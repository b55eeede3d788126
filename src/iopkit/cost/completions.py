"""Which values of the numeric unknowns lead to an end of a range."""

from __future__ import annotations

from iopkit.cost.needs import missing
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.ranges import Leeway
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import Benefit

Shown = dict[str, object]


def shown_ends(year: PlanYear, benefit: Benefit, left: Leeway, enough: int) -> tuple[Shown, Shown]:
    """Return what a plan year supposes at the low and at the high end, for what was not told.

    `enough` is an amount that no deductible or limit of the high end falls below, in cents.
    """
    lacking = missing(year.plan, year.used, (benefit,))
    low: Shown = {}
    high: Shown = {}
    for name, place in (("deductible", 0), ("out_of_pocket_limit", 1)):
        if name in lacking:
            low[f"health_plan.{name}"] = Money(left.low_used[place])
            high[f"health_plan.{name}"] = Money(left.high_used[place] + enough)
    for name, place in (("deductible_used", 0), ("limit_used", 1)):
        if name in lacking:
            low[f"used.{name}"] = Money(left.low_used[place])
            high[f"used.{name}"] = Money(left.high_used[place])
    _show_visits(year.plan, benefit, lacking, (low, high))
    return low, high


def _show_visits(
    plan: HealthPlan, benefit: Benefit, lacking: tuple[str, ...], ends: tuple[Shown, Shown]
) -> None:
    low, high = ends
    name = f"benefits.{benefit.value}"
    told = plan.benefit(benefit)
    if "visits_used" in lacking and told is not None:
        low["used.visits_used"], high["used.visits_used"] = 0, told.visit_limit
    if f"{name}.has_visit_limit" in lacking:
        low[f"health_plan.{name}.has_visit_limit"] = False
    if {f"{name}.has_visit_limit", f"{name}.visit_limit"} & set(lacking):
        high[f"health_plan.{name}.visit_limit"] = 0
