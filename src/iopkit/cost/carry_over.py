"""What of a deductible carries over into the next plan year, and what each year then costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.pool_ends import added
from iopkit.cost.pricing import Billed
from iopkit.cost.ranges import Reach, Total, reach_of, totals
from iopkit.cost.scenarios import Scenario
from iopkit.cost.year_numbers import carries_from, numbered
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import LinePart

_DEDUCTIBLE = PART_ORDER.index(LinePart.DEDUCTIBLE)

Lines = Mapping[int, tuple[Billed, ...]]
"""The lines of each plan year, by its number."""


class YearEnds(NamedTuple):
    """The least and the most that the lines of one plan year cost; `reach` is that of the most.

    `is_told` says whether all is known of what carries over to it, and `is_reached` whether that
    can lead to both ends.  `carried` is what must have been met at each end, before all lines, in
    the months that carry over; `None` where that does not matter, or cannot be told.
    """

    reach: Reach
    least: Total
    most: Total
    is_told: bool = True
    is_reached: bool = True
    carried: tuple[Money, Money] | None = None

    def __repr__(self) -> str:
        return "<YearEnds>"


def carries_over(plan: HealthPlan) -> bool:
    """Return whether a plan may carry a part of its deductible over into its next year."""
    is_any = plan.family is not None or plan.deductible != ZERO
    return is_any and plan.deductible_carries_over_from is not None


def year_ends(scenario: Scenario, low: Lines, high: Lines) -> Iterator[YearEnds]:
    """Yield what each plan year costs; `low` and `high` are the fewest and the most lines."""
    if len(scenario.years) > 1 and carries_over(scenario.years[0].plan):
        yield from _carrying(scenario, low, high)
        return
    for year in scenario.years:
        reach = reach_of(year, scenario.benefit)
        yield YearEnds(reach, *totals(reach, low[year.number], high[year.number]))


class _Begun(NamedTuple):
    """One plan year after lines before it, and what it carries over after its own.

    `is_told` says whether all is known on which the cost of its lines depends.  `met` is what they
    met of what carries over in cents, `None` where only bounds of it are known.
    """

    number: int
    reach: Reach
    is_told: bool
    carries: Money | Span[Money]
    met: int | None = None

    def __repr__(self) -> str:
        return "<_Begun>"


def _carrying(scenario: Scenario, low: Lines, high: Lines) -> Iterator[YearEnds]:
    """Yield what each year costs after what may have been met in the years before.

    Where the fewest lines are the first ones of the most, what carries over is told of each.
    """
    few, many = ([*chain.from_iterable(each.values())] for each in (low, high))
    is_start = few == many[: len(few)]
    highs = _along(scenario, high, is_exact=is_start)
    lows = highs if few == many or not is_start else _along(scenario, low, is_exact=True)
    for place, (one, other) in enumerate(zip(lows, highs, strict=True)):
        fewer, more = low[other.number], high[other.number]
        least = totals(one.reach, fewer, fewer if is_start else more)[0]
        most = totals(other.reach, more if is_start else fewer, more)[1]
        is_told, carried = one.is_told and other.is_told, None
        met = lows[0].met, highs[0].met
        if place == 1 and not is_told and met[0] is not None and met[1] is not None:
            carried = Money(least.at.used[0] - met[0]), Money(most.at.used[0] - met[1])
        is_reached = not place or is_told or (carried is not None and len(lows) == place + 1)
        yield YearEnds(other.reach, least, most, is_told, is_reached, carried)


def _along(scenario: Scenario, lines: Lines, *, is_exact: bool) -> list[_Begun]:
    """Return each plan year after the lines of the years before it."""
    found: list[_Begun] = []
    for year in scenario.years:
        if found and found[-1].number == year.number - 1:
            used = evolve(year.used, deductible_used=found[-1].carries)
            found.append(_begun(year._replace(used=used), scenario, lines, is_exact=is_exact))
        else:
            found.append(_begun(year, scenario, lines, is_exact=is_exact))
    return found


def _begun(year: PlanYear, scenario: Scenario, lines: Lines, *, is_exact: bool) -> _Begun:
    reach, own, plan = reach_of(year, scenario.benefit), lines[year.number], year.plan
    month, period = plan.deductible_carries_over_from, numbered(plan.plan_year, year.number)
    first = (carries_from(month, period) if month and period else None) or date.min
    told, left = year.used.carryover_used or Span[Money](ZERO, None), reach.left
    is_told = left.low.left == left.high.left and left.least_visits == left.most_visits
    begun = _Begun(year.number, reach, is_told or not own, told)
    if is_exact and begun.is_told:
        runs = chain.from_iterable(each.entries() for each in totals(reach, own, own)[0].ledgers)
        met = sum(run.part_cents[_DEDUCTIBLE] for day, run in runs if day >= first)
        return begun._replace(carries=added(told, met) or ZERO, met=met)
    more = sum(line.cents for line in own if line.on >= first)
    more = min(more, left.high.left.deductible)
    return begun._replace(carries=_at_most(told, more, plan.deductible))


def _at_most(told: Money | Span[Money], more: int, whole: Money | None) -> Span[Money]:
    """Return what may carry over where up to `more` cents are added to what is told."""
    low, high = (told.low, told.high) if isinstance(told, Span) else (told, told)
    least = low or ZERO
    if whole is None or high is None:
        return Span(least, whole)
    return Span(least, max(least, min(high + Money(more), whole)))
