"""The numeric unknowns: what is left of a plan at least and at most, and what that can cost.

Where every part that occurs counts toward the limit (or there is none), the total never falls
when more of the deductible, more room, a higher price, one more line or fewer paid visits are
left; then both ends of each number give the ends of the total.  Where a part does not count this
does not hold (`tests/cost/` has the example), and bounds that enclose every total stand instead.
"""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from iopkit.cost.adjudications import totals_of
from iopkit.cost.groups import Rules, settle
from iopkit.cost.kernel import INTEGERS, NO_LIMIT, Left, Terms, due
from iopkit.cost.ledgers import Ledger
from iopkit.cost.needs import exactly, has_no_limit
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.pricing import Billed, stretches_of
from iopkit.cost.route import rules_of
from iopkit.model.accumulators import Accumulators
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, LinePart

_ENDLESS = 2**58
"""A deductible that is not known: more than any lines allow, less than `NO_LIMIT`."""

Ends = tuple[int, int]


class Leeway(NamedTuple):
    """What may be left of a plan: at least and at most; `visits` `None` means no limit.

    `low_used` and `high_used` are the (deductible, limit) used that lead there, in cents.
    """

    low: Left[int]
    high: Left[int]
    most_visits: int | None
    least_visits: int | None
    low_used: Ends
    high_used: Ends


class Reach(NamedTuple):
    """What may be left of one plan year, and what its plan does at the low and the high end.

    Where these rules are exact, the total never falls where more is left or lines cost more.
    """

    left: Leeway
    least: Rules
    most: Rules

    def __repr__(self) -> str:
        return "<Reach>"


class Total(NamedTuple):
    """What lines cost the patient at one end; `parts` is `None` where only a bound is known.

    `ledgers` say it line by line, one for each plan year.
    """

    cents: int
    parts: tuple[int, ...] | None
    ledgers: tuple[Ledger, ...] = ()


def leeway(plan: HealthPlan, used: Accumulators, benefit: Benefit) -> Leeway:
    """Return what may be left, given that what counts as deductible also counts as limit."""
    deductible, limit = plan.deductible, plan.out_of_pocket_limit
    least, most = _used(used.deductible_used, deductible)
    limit_least, limit_most = _used(used.limit_used, limit)
    has_limit = limit is not None or plan.has_out_of_pocket_limit is True
    if has_limit and plan.counts_toward_limit.holds(LinePart.DEDUCTIBLE):
        most = max(least, min(most, limit_most))
        limit_least = max(limit_least, min(least, limit_most))
    whole = _ENDLESS if deductible is None else deductible.cents
    room = (0, NO_LIMIT)
    if has_no_limit(plan):
        room = (NO_LIMIT, NO_LIMIT)
    elif limit is not None:
        room = (max(limit.cents - limit_most, 0), max(limit.cents - limit_least, 0))
    some_visits, all_visits = _visits(plan, used, benefit)
    return Leeway(
        low=Left(0 if deductible is None else max(whole - most, 0), room[0]),
        high=Left(max(whole - least, 0), room[1]),
        most_visits=all_visits,
        least_visits=some_visits,
        low_used=_together(least if deductible is None else most, limit_least, limit_most),
        high_used=(least, limit_least),
    )


def _together(deductible: int, least: int, most: int) -> Ends:
    """Return used amounts that can stand side by side; an endless limit gets just enough."""
    return deductible, most if most < _ENDLESS else max(least, deductible)


def _used(told: Money | Span[Money] | None, whole: Money | None) -> Ends:
    """Return the least and the most that may have been used, in cents."""
    exact = exactly(told)
    if exact is not None:
        return exact.cents, exact.cents
    low = told.low if isinstance(told, Span) else None
    high = told.high if isinstance(told, Span) else None
    least = low.cents if low else 0
    ends = [end.cents for end in (high, whole) if end is not None]
    return least, max(least, min(ends, default=_ENDLESS))


def _visits(
    plan: HealthPlan, used: Accumulators, benefit: Benefit
) -> tuple[int | None, int | None]:
    """Return the fewest and the most visits that the plan may still pay; `None` is any number."""
    told = plan.benefit(benefit)
    if told is None or told.has_visit_limit is False:
        return None, None
    if told.visit_limit is None:
        return 0, None
    if used.visits_used is None:
        return 0, told.visit_limit
    left = max(told.visit_limit - used.visits_used, 0)
    return left, left


def reach_of(year: PlanYear, benefit: Benefit) -> Reach:
    """Return between which ends what lines of one plan year cost lies under a plan."""
    left = leeway(year.plan, year.used, benefit)
    rules = rules_of(year.plan, benefit)
    if not _limit_matters(rules.terms):
        low, high = (Left(each.deductible, NO_LIMIT) for each in (left.low, left.high))
        rules, left = rules._replace(is_exact=True), left._replace(low=low, high=high)
    least, most = (rules._replace(visits=each) for each in (left.most_visits, left.least_visits))
    return Reach(left, least, most)


def totals(reach: Reach, low: tuple[Billed, ...], high: tuple[Billed, ...]) -> tuple[Total, Total]:
    """Return the least and the most that lines cost.

    `low` and `high` are the fewest lines at the lowest price and the most at the highest.
    """
    left = reach.left
    if not _has_exact_ends(reach, low, high):
        return Total(_at_least(low, reach.least, left), None), highest(reach, low, high)
    lowest = _settled(low, reach.least, left.low)
    if low is high and left.low == left.high and left.most_visits == left.least_visits:
        return lowest, lowest
    return lowest, highest(reach, low, high)


def highest(reach: Reach, low: tuple[Billed, ...], high: tuple[Billed, ...]) -> Total:
    """Return the most that lines cost, as `totals` does."""
    if _has_exact_ends(reach, low, high):
        return _settled(high, reach.most, reach.left.high)
    return Total(_at_most(high, reach.most, reach.left), None)


def _limit_matters(terms: Terms[int]) -> bool:
    occurs = (terms.copay_before, terms.deductible_applies, terms.copay, terms.share)
    return any(compress(occurs, terms.counts)) or (
        terms.limit_ends_deductible and terms.deductible_applies
    )


def _has_exact_ends(reach: Reach, low: tuple[Billed, ...], high: tuple[Billed, ...]) -> bool:
    """Return whether both ends of each number lead to the ends of the total.

    They do where nothing but the number of lines is open, so that more lines cost more.
    """
    if reach.most.is_exact:
        return True
    is_start = low == high[: len(low)] or len({line.cents for line in (*low, *high)}) == 1
    return reach.left.low == reach.left.high and is_start


def _settled(lines: tuple[Billed, ...], rules: Rules, left: Left[int]) -> Total:
    runs = settle(stretches_of(lines), rules, left)
    parts = totals_of(runs)
    return Total(sum(parts), parts, (Ledger(lines, runs, left, rules.terms.counts),))


def _at_least(lines: tuple[Billed, ...], rules: Rules, left: Leeway) -> int:
    """Either the limit is never reached, or all of its room and every uncounted copay is owed."""
    terms, visits, _ = rules
    unlimited = Rules(terms, visits, is_exact=True)
    never = _settled(lines, unlimited, Left(left.low.deductible, NO_LIMIT)).cents
    uncounted = 0 if terms.counts.copay_before else terms.copay_before
    reached = left.low.room + sum(min(uncounted, line.cents) for line in lines)
    return min(never, reached)


def _at_most(lines: tuple[Billed, ...], rules: Rules, left: Leeway) -> int:
    """Each part at its largest, the counting ones together within the room."""
    paid = lines[: rules.visits]
    terms, counted, uncounted = rules.terms, 0, 0
    each = [due(INTEGERS, terms, line.cents, 0) for line in paid]
    eligible = sum(line.cents - parts.copay_before for line, parts in zip(paid, each, strict=True))
    largest = [sum(part) for part in zip(*each, strict=True)] or [0] * 4
    largest[1] = min(left.high.deductible, eligible) if terms.deductible_applies else 0
    for amount, counts in zip(largest, terms.counts, strict=True):
        counted, uncounted = (
            (counted + amount, uncounted) if counts else (counted, uncounted + amount)
        )
    everything = sum(line.cents for line in paid)
    beyond = sum(line.cents for line in lines[len(paid) :])
    return beyond + min(everything, min(counted, left.high.room) + uncounted)
