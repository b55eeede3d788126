"""The numeric unknowns: what is left of a plan at least and at most, and what that can cost.

Both ends of a number give the ends of the total where `rising` lists it; the cost that rises and
then falls with the deductible is searched for its peak.  For what is listed in neither way
(`tests/cost/` has an example), bounds that enclose every total stand instead.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import compress
from typing import NamedTuple

from iopkit.cost.adjudications import totals_of
from iopkit.cost.groups import Rules, settle
from iopkit.cost.kernel import INTEGERS, NO_LIMIT, Left, Terms, due
from iopkit.cost.ledgers import COUNTED, Ledger
from iopkit.cost.needs import exactly, has_no_limit
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.pricing import CENTS, Billed, stretches_of
from iopkit.cost.purses import PlainPurse
from iopkit.cost.rising import Rise, rise_of
from iopkit.cost.route import rules_of
from iopkit.model.accumulators import Accumulators
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, LinePart

ENDLESS = 2**58
"""A deductible that is not known: more than any lines allow, less than `NO_LIMIT`."""

Ends = tuple[int, int]


class At(NamedTuple):
    """What is left of a plan, and the (deductible, limit) used that lead there, in cents."""

    left: Left[int]
    used: Ends

    def __repr__(self) -> str:
        return "<At>"


class Leeway(NamedTuple):
    """What may be left of a plan: at least and at most; `visits` `None` means no limit.

    `beside` is the least that may be left of the deductible beside the most room.
    """

    low: At
    high: At
    beside: At
    most_visits: int | None
    least_visits: int | None


class Reach(NamedTuple):
    """What may be left of one plan year, and what its plan does at the low and the high end."""

    left: Leeway
    least: Rules
    most: Rules
    rise: Rise

    def __repr__(self) -> str:
        return "<Reach>"


class Total(NamedTuple):
    """What lines cost the patient at one end; `parts` is `None` where only a bound is known.

    `at` is what was left in the first plan year; `ledgers` say it line by line, one for each.
    """

    cents: int
    parts: tuple[int, ...] | None
    at: At
    ledgers: tuple[Ledger, ...] = ()


def leeway(plan: HealthPlan, used: Accumulators, benefit: Benefit) -> Leeway:
    """Return what may be left, given that what counts as deductible also counts as limit."""
    deductible, limit = plan.deductible, plan.out_of_pocket_limit
    least, most = used_ends(used.deductible_used, deductible)
    limit_least, limit_most = used_ends(used.limit_used, limit)
    has_limit = limit is not None or plan.has_out_of_pocket_limit is True
    beside = most
    # What was met in the year before counts toward no limit of this one.
    is_linked = has_limit and plan.deductible_carries_over_from is None
    if is_linked and plan.counts_toward_limit.holds(LinePart.DEDUCTIBLE):
        most = max(least, min(most, limit_most))
        limit_least = max(limit_least, min(least, limit_most))
        is_over = limit is not None and limit_least >= limit.cents
        beside = most if is_over else max(least, min(most, limit_least))
    room = (0, NO_LIMIT)
    if has_no_limit(plan):
        room = (NO_LIMIT, NO_LIMIT)
    elif limit is not None:
        room = (max(limit.cents - limit_most, 0), max(limit.cents - limit_least, 0))
    left, left_beside, whole = 0, 0, ENDLESS
    if deductible is not None:
        whole = deductible.cents
        left, left_beside = max(whole - most, 0), max(whole - beside, 0)
    else:
        most = beside = least
    some_visits, all_visits = _visits(plan, used, benefit)
    return Leeway(
        low=At(Left(left, room[0]), _together(most, limit_least, limit_most)),
        high=At(Left(max(whole - least, 0), room[1]), (least, limit_least)),
        beside=At(Left(left_beside, room[1]), (beside, limit_least)),
        most_visits=all_visits,
        least_visits=some_visits,
    )


def _together(deductible: int, least: int, most: int) -> Ends:
    """Return used amounts that can stand side by side; an endless limit gets just enough."""
    return deductible, most if most < ENDLESS else max(least, deductible)


def used_ends(told: Money | Span[Money] | None, whole: Money | None) -> Ends:
    """Return the least and the most that may have been used, in cents; at most all, if not told."""
    exact = exactly(told)
    if exact is not None:
        return exact.cents, exact.cents
    low = told.low if isinstance(told, Span) else None
    most = told.high if isinstance(told, Span) and told.high else whole
    least = low.cents if low else 0
    return least, ENDLESS if most is None else max(least, most.cents)


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
        low, high = (
            end._replace(left=Left(end.left.deductible, NO_LIMIT)) for end in (left.low, left.high)
        )
        rules, left = rules._replace(is_exact=True), left._replace(low=low, high=high)
    least, most = (rules._replace(visits=each) for each in (left.most_visits, left.least_visits))
    return Reach(left, least, most, rise_of(rules))


def totals(reach: Reach, low: tuple[Billed, ...], high: tuple[Billed, ...]) -> tuple[Total, Total]:
    """Return the least and the most that lines cost.

    `low` and `high` are the fewest lines at the lowest price and the most at the highest.
    """
    left = reach.left
    if not _has_exact_ends(reach, low, high):
        least = Total(_at_least(low, reach.least, left), None, left.low)
        return least, highest(reach, low, high)
    lowest = _settled(low, reach.least, left.low)
    if reach.rise.is_peaked:
        # It rises and then falls with the deductible, so that either end may be the lowest.
        most = At(
            Left(left.high.left.deductible, left.low.left.room),
            (left.high.used[0], left.low.used[1]),
        )
        lowest = min(lowest, _settled(low, reach.least, most), key=CENTS)
    if low is high and left.low == left.high and left.most_visits == left.least_visits:
        return lowest, lowest
    return lowest, highest(reach, low, high)


def highest(reach: Reach, low: tuple[Billed, ...], high: tuple[Billed, ...]) -> Total:
    """Return the most that lines cost, as `totals` does."""
    left = reach.left
    if not _has_exact_ends(reach, low, high):
        return Total(_at_most(high, reach.most, left), None, left.high)
    if reach.rise.is_peaked:
        return _peak(high, reach.most, left)
    return _settled(high, reach.most, left.high)


def _peak(lines: tuple[Billed, ...], rules: Rules, left: Leeway) -> Total:
    """Return the most that lines cost with any deductible that may be left beside the most room.

    The cost rises with the deductible until the limit is met, and falls from there on.  Where more
    is told to be used than the limit, the least deductible may stand beside no room either.
    """
    room, everything = left.high.left.room, sum(map(CENTS, lines))
    counting = list(compress(COUNTED, rules.terms.counts))
    low, high = (min(at.left.deductible, everything) for at in (left.beside, left.high))

    def is_met(deductible: int) -> bool:
        owed = _settled(lines, rules, _with_deductible(left, deductible)).parts or ()
        return sum(owed[place] for place in counting) >= room

    first = low + bisect_left(range(low, high), True, key=is_met)
    tried = [_with_deductible(left, each) for each in (first, max(first - 1, low))]
    return max((_settled(lines, rules, at) for at in (*tried, left.low)), key=CENTS)


def _with_deductible(left: Leeway, deductible: int) -> At:
    """Return the most room with so much of the deductible left, or more where that is no more."""
    deductible = max(deductible, left.beside.left.deductible)
    more = left.high.left.deductible - deductible
    used, of_limit = min(left.high.used[0] + more, left.beside.used[0]), left.high.used[1]
    return At(Left(deductible, left.high.left.room), (used, max(used, of_limit)))


def _limit_matters(terms: Terms[int]) -> bool:
    occurs = (terms.copay_before, terms.deductible_applies, terms.copay, terms.share)
    return any(compress(occurs, terms.counts)) or (
        terms.limit_ends_deductible and terms.deductible_applies
    )


def _has_exact_ends(reach: Reach, low: tuple[Billed, ...], high: tuple[Billed, ...]) -> bool:
    """Return whether both ends of each number, or a peak between them, give those of the total.

    More lines at the end of the same ones cost more, whatever a plan says.
    """
    left, rise = reach.left, reach.rise
    is_start = low == high[: len(low)] or len({line.cents for line in (*low, *high)}) == 1
    is_told = left.low.left == left.high.left
    return (rise.with_price or is_start) and (rise.with_left or rise.is_peaked or is_told)


def _settled(lines: tuple[Billed, ...], rules: Rules, at: At) -> Total:
    runs = settle(stretches_of(lines), rules, at.left)
    parts = totals_of(runs)
    purse = partial(PlainPurse, rules.terms, rules.visits, at.left)
    ledger = Ledger(lines, runs, at.left, rules.terms.counts, purse)
    return Total(sum(parts), parts, at, (ledger,))


def _at_least(lines: tuple[Billed, ...], rules: Rules, left: Leeway) -> int:
    """Either the limit is never reached, or all of its room and every uncounted copay is owed."""
    terms, visits, _ = rules
    unlimited = Rules(terms, visits, is_exact=True)
    deductible, room = left.low.left
    never = _settled(lines, unlimited, At(Left(deductible, NO_LIMIT), left.low.used)).cents
    uncounted = 0 if terms.counts.copay_before else terms.copay_before
    reached = room + sum(min(uncounted, line.cents) for line in lines)
    return min(never, reached)


def _at_most(lines: tuple[Billed, ...], rules: Rules, left: Leeway) -> int:
    """Each part at its largest, the counting ones together within the room."""
    paid = lines[: rules.visits]
    terms, counted, uncounted = rules.terms, 0, 0
    each = [due(INTEGERS, terms, line.cents, 0) for line in paid]
    eligible = sum(line.cents - parts.copay_before for line, parts in zip(paid, each, strict=True))
    largest = [sum(part) for part in zip(*each, strict=True)] or [0] * 4
    deductible, room = left.high.left
    largest[1] = min(deductible, eligible) if terms.deductible_applies else 0
    for amount, counts in zip(largest, terms.counts, strict=True):
        counted, uncounted = (
            (counted + amount, uncounted) if counts else (counted, uncounted + amount)
        )
    everything = sum(line.cents for line in paid)
    beyond = sum(line.cents for line in lines[len(paid) :])
    return beyond + min(everything, min(counted, room) + uncounted)
