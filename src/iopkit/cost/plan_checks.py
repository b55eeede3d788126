"""What the design of a plan gives reason to check, before anything is computed from it."""

from __future__ import annotations

from datetime import date

from iopkit.cost.plan_input import input_problems
from iopkit.cost.plan_limits import limit_problems
from iopkit.cost.plan_parity import parity_problems
from iopkit.law.amounts import Amounts
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import PriceList
from iopkit.values.problems import Problem


def plan_findings(
    plan: HealthPlan,
    amounts: Amounts,
    *,
    on: date,
    prices: PriceList | None = None,
    episode: Episode | None = None,
) -> tuple[Problem, ...]:
    """Return what in the design of `plan` should be checked, or asked; most severe first.

    Amounts of a year are those for the first day of the plan year, or for `on` where the plan
    tells none.  `prices` are those told for the program, and `episode` is the planned course:
    without them, nothing is held to them.  A finding is a question, never a verdict on a plan.

    Raises:
        NotShipped: `amounts` lacks a series that the plan is held to.
    """
    start = plan.plan_year.start if plan.plan_year is not None else on
    found = [
        *input_problems(plan, prices, episode),
        *limit_problems(plan, amounts, start),
        *parity_problems(plan),
    ]
    return tuple(sorted(found, key=lambda each: -each.severity.rank))
