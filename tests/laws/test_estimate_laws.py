"""Laws of estimates: every completion lies inside, and exact ends are reached."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from attrs import evolve
from tests.laws.reference_course import cost, is_split
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.cost import Bounds, Estimate, estimate
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.prices import Price, PriceList
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import CostComponent, Service, Unit
from iopkit.vocabulary.coverage import Benefit, LinePart

CASES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 20, 1)
DAY = date(2026, 3, 2)
NOTHING_PUBLISHED = Amounts()
HIGH_PRICE = {"prices.allowed": Money(10**10)}
"""What a completion leaves out where any price that is high enough leads to its end."""


def _pair(seed: int) -> tuple[Case, Case]:
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    whole = random_case(random)
    return whole, with_unknowns(random, whole)


def _answer(case: Case) -> Estimate:
    return estimate(case, NOTHING_PUBLISHED, on=DAY)


def _lies_inside(point: Span[Money], span: Span[Money]) -> bool:
    return point.value is not None and span.holds(point.value) is not False


def _assumes_otherwise(vague: Estimate) -> bool:
    """Return whether sessions of one day were supposed to be one claim, which may not be true."""
    return "one-claim-a-day" in {note.code for note in vague.assumptions}


def test_a_case_that_says_everything_has_one_exact_cost() -> None:
    for seed in range(CASES // 4):
        whole = _pair(seed)[0]
        answer = _answer(whole)
        if is_split(whole):
            continue

        assert answer.to_pay.value is not None, seed
        assert answer.income_lost.value is not None, seed
        assert answer.bounds is Bounds.EXACT, seed
        assert [note.code for note in answer.unknowns] == [], seed


def test_a_case_that_says_everything_costs_what_the_reference_counts() -> None:
    for seed in range(CASES):
        whole = _pair(seed)[0]
        answer = _answer(whole)
        if answer.bounds is Bounds.OUTER and is_split(whole):
            continue
        paid, lost = (Money.parse(dollars) for dollars in cost(whole))

        assert (answer.to_pay.low, answer.to_pay.high) == (paid, paid), seed
        assert (answer.income_lost.low, answer.income_lost.high) == (lost, lost), seed


def test_every_completion_lies_inside_the_range() -> None:
    for seed in range(CASES):
        whole, partial = _pair(seed)
        exact, vague = _answer(whole), _answer(partial)
        if _assumes_otherwise(vague) or is_split(whole):
            continue

        assert _lies_inside(exact.to_pay, vague.to_pay), seed
        assert _lies_inside(exact.income_lost, vague.income_lost), seed
        assert _lies_inside(exact.together, vague.together), seed


def test_totals_are_the_sums_of_their_lines() -> None:
    for seed in range(CASES // 4):
        answer = _answer(_pair(seed)[1])
        paid = [line for line in answer.lines if line.component is not CostComponent.LOST_INCOME]
        lows = [line.amount.low for line in paid if line.amount.low is not None]
        highs = [line.amount.high for line in paid if line.amount.high is not None]

        assert answer.to_pay.low == sum(lows, Money(0)), seed
        if answer.to_pay.high is not None:
            assert answer.to_pay.high == sum(highs, Money(0)), seed
        for line in answer.lines:
            for end, parts in (
                (line.amount.low, line.low_parts),
                (line.amount.high, line.high_parts),
            ):
                assert not parts or sum(parts.values(), Money(0)) == end, seed


def test_exact_ends_are_reached_by_the_completions_shown() -> None:
    reached = 0
    for seed in range(CASES):
        partial = _pair(seed)[1]
        vague = _answer(partial)
        if vague.bounds is Bounds.OUTER:
            continue
        low, high = vague.completions
        any_high = HIGH_PRICE if "prices.allowed" in low.values else {}
        for end, values in (
            (vague.to_pay.low, low.values),
            (vague.to_pay.high, {**any_high, **high.values}),
        ):
            answer = _answer(completed(partial, values))
            reached += 1

            assert (answer.to_pay.low, answer.to_pay.high) == (end, end), seed
    assert reached > CASES // 4


def completed(case: Case, values: Mapping[str, object]) -> Case:
    """Return the case with the values of a completion filled in."""
    for path, value in values.items():
        case = _filled(case, path, value)
    return case


def _filled(case: Case, path: str, value: Any) -> Case:
    where, _, name = path.partition(".")
    if where == "health_plan" and case.health_plan is not None:
        return evolve(case, health_plan=_filled_plan(case.health_plan, name, value))
    if where == "prices" and case.prices is not None:
        return evolve(case, prices=_filled_prices(case.prices, name, Span.exactly(value)))
    return evolve(case, **{where: _deeper(getattr(case, where), name, value)})


def _deeper(record: Any, path: str, value: Any) -> Any:
    name, _, rest = path.partition(".")
    if rest:
        return evolve(record, **{name: _deeper(getattr(record, name), rest, value)})
    return evolve(record, **{name: Span.exactly(value) if name == "days_per_week" else value})


def _filled_prices(prices: PriceList, name: str, amount: Span[Money]) -> PriceList:
    if name == "charges":
        first, *others = prices.charges
        return evolve(prices, charges=(evolve(first, amount=amount), *others))
    daily = Price(service=Service.IOP, unit=Unit.DAY, amount=amount)
    told = prices.allowed[0] if prices.allowed else daily
    return evolve(prices, allowed=(evolve(told, amount=amount),))


def _filled_plan(plan: HealthPlan, name: str, value: Any) -> HealthPlan:
    first, _, rest = name.partition(".")
    if first == "counts_toward_limit":
        told = plan.counts_toward_limit
        part = (LinePart(rest),)
        present = told.present + part if value else told.present
        lacks = told.lacks if value else told.lacks + part
        return evolve(plan, counts_toward_limit=Listing(present, lacks, told.complete))
    if first == "benefits":
        benefit, _, field = rest.partition(".")
        wanted = Benefit(benefit)
        changed = evolve(plan.benefit(wanted) or PlanBenefit(benefit=wanted), **{field: value})
        others = tuple(one for one in plan.benefits if one.benefit is not wanted)
        return evolve(plan, benefits=(changed, *others))
    return evolve(plan, **{name: value})
