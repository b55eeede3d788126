"""What the days cost in the network of a plan that pays for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iopkit.cost.beyond import costs_more, has_rules
from iopkit.cost.ceilings import has_ceiling, under_ceiling
from iopkit.cost.course import Course
from iopkit.cost.day_claims import is_authorized
from iopkit.cost.featured import featured_claims
from iopkit.cost.insured_days import ways_to_claim
from iopkit.cost.medicaid_caps import within_medicaid
from iopkit.cost.outcomes import End, allowed_prices
from iopkit.cost.pricing import PriceCase
from iopkit.cost.scenarios import Scenario


def paid_days(course: Course, covered: Sequence[Scenario]) -> list[tuple[End, End]]:
    """Return what the days cost in each scenario that covers them, at each price."""
    answers = (
        (scenario, _ends(course, scenario, price))
        for price in allowed_prices(course)
        for scenario in covered
    )
    return within_medicaid(course, answers)


def _ends(course: Course, scenario: Scenario, price: PriceCase) -> Iterator[tuple[End, End]]:
    plan = scenario.years[0].plan
    is_penalized = costs_more(plan) and not is_authorized(course, scenario)
    if is_penalized or has_rules(plan, scenario.benefit):
        found = featured_claims(course, scenario, price)
    else:
        found = ways_to_claim(course, scenario, price)
    if not has_ceiling(course):
        yield from found
        return
    for low, high in found:
        yield under_ceiling(course, low), under_ceiling(course, high)
