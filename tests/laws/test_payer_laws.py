"""Laws of estimates with a second coverage and with assistance."""

from __future__ import annotations

import os
from collections.abc import Mapping
from random import Random

from attrs import evolve
from tests.laws.strategies_estimates import random_case, with_unknowns
from tests.laws.strategies_payers import assisted, two_payers
from tests.laws.test_estimate_laws import DAY, NOTHING_PUBLISHED

from iopkit.cost import Bounds, Estimate, Interval, PaidBy, cost_timeline, estimate, with_values
from iopkit.model import Assistance, Case
from iopkit.values import Money, Share, Span

CASES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 80, 1)
_NOTHING = Money(0)


def _answer(case: Case) -> Estimate:
    return estimate(case, NOTHING_PUBLISHED, on=DAY)


def _pairs() -> list[tuple[int, tuple[Case, Case]]]:
    found = []
    for seed in range(CASES):
        random = Random(seed)  # noqa: S311  # reproducible, not secret
        alone = random_case(random)
        pair = two_payers(random) if seed % 3 else (alone, with_unknowns(random, alone))
        found.append((seed, assisted(random, pair) if seed % 2 else pair))
    return found


def _paid(found: Estimate, *, high: bool) -> dict[PaidBy, Money]:
    ends = {payer: (paid.high if high else paid.low) for payer, paid in found.by_payer.items()}
    return {payer: paid for payer, paid in ends.items() if paid is not None}


def _lies_inside(point: Span[Money], span: Span[Money]) -> bool:
    """Return whether a range, which may itself be a bound, lies inside another."""
    is_low = span.low is None or (point.low is not None and span.low <= point.low)
    is_high = span.high is None or (point.high is not None and point.high <= span.high)
    return is_low and is_high


def test_every_completion_with_more_payers_lies_inside_the_range() -> None:
    exact = 0
    for seed, (whole, vague) in _pairs():
        point, found = _answer(whole), _answer(vague)
        exact += point.to_pay.value is not None
        if "one-claim-a-day" in {note.code.removeprefix("second-") for note in found.assumptions}:
            continue

        if point.bounds is Bounds.EXACT:
            assert _lies_inside(point.to_pay, found.to_pay), seed
    assert exact > CASES // 3


def test_exact_ends_with_more_payers_are_reached() -> None:
    reached = 0
    for seed, (_, vague) in _pairs():
        found = _answer(vague)
        if found.bounds is Bounds.OUTER:
            continue
        low, high = found.completions
        for end, values in ((found.to_pay.low, low.values), (found.to_pay.high, high.values)):
            if end is None or (values is high.values and _takes_any_price(vague, values)):
                continue
            point = _answer(with_values(vague, values)).to_pay
            reached += 1

            assert (point.low, point.high) == (end, end), seed
    assert reached > CASES // 4


def _takes_any_price(case: Case, values: Mapping[str, object]) -> bool:
    """Return whether any price that is high enough leads to an end, so that none is shown."""
    coverage = case.second_coverage
    told = {
        "prices.allowed": case.prices.allowed if case.prices else (),
        "second_coverage.allowed": coverage.allowed if coverage else None,
    }
    return any(prices == () and path not in values for path, prices in told.items())


def test_who_pays_adds_up_to_what_is_allowed_at_both_ends() -> None:
    known = 0
    for seed, (whole, _) in _pairs():
        others = evolve(whole, second_coverage=None, assistance=None)
        found, alone = _answer(whole), _answer(others)
        if not found.by_payer or found.by_payer.get(PaidBy.PLAN) is None:
            continue
        coverage = whole.second_coverage
        if coverage is not None and coverage.pays_first:
            continue
        for high in (False, True):
            paid, before = _paid(found, high=high), _paid(alone, high=high)
            if paid and len(paid) == len(found.by_payer):
                known += 1

                assert sum(paid.values(), _NOTHING) == sum(before.values(), _NOTHING), seed
                assert all(amount >= _NOTHING for amount in paid.values()), seed
    assert known > CASES // 4


def test_a_second_coverage_and_assistance_never_cost_more() -> None:
    for seed, (whole, vague) in _pairs():
        for case in (whole, vague):
            alone = evolve(case, assistance=None)
            found, before = _answer(case), _answer(alone)

            assert _lies_below(found, before), seed
            coverage = case.second_coverage
            if coverage is not None and coverage.pays_first is False:
                assert _lies_below(before, _answer(evolve(alone, second_coverage=None))), seed


def _lies_below(found: Estimate, before: Estimate) -> bool:
    low, high = found.to_pay.low, found.to_pay.high
    least, most = before.to_pay.low, before.to_pay.high
    is_low = least is None or (low is not None and low <= least)
    return is_low and (most is None or (high is not None and high <= most))


def test_days_weeks_and_months_add_up_with_more_payers() -> None:
    told = 0
    for seed, (whole, _) in _pairs()[: CASES // 2]:
        found = _answer(whole)
        for by in (Interval.WEEK, Interval.MONTH):
            timeline = cost_timeline(whole, NOTHING_PUBLISHED, on=DAY, by=by)
            for end, high in ((timeline.low, False), (timeline.high, True)):
                if end is None:
                    continue
                told += 1
                to_pay = found.to_pay.high if high else found.to_pay.low
                paid = _paid(found, high=high)
                sums = {
                    payer: sum((row.by_payer.get(payer, _NOTHING) for row in end.rows), _NOTHING)
                    for payer in paid
                }

                assert sum((row.to_pay for row in end.rows), _NOTHING) == to_pay, seed
                assert sums == paid, seed
    assert told > CASES // 2


def test_assistance_of_nothing_changes_nothing() -> None:
    for seed in range(CASES // 4):
        random = Random(seed)  # noqa: S311  # reproducible, not secret
        case = with_unknowns(random, random_case(random))
        for nothing in (Assistance(discount=Share(0)), Assistance(amount=_NOTHING)):
            found, alone = _answer(evolve(case, assistance=nothing)), _answer(case)

            assert (found.to_pay, found.bounds) == (alone.to_pay, alone.bounds), seed
            assert found.completions == alone.completions, seed
