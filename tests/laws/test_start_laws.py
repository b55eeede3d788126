"""Laws of a start that is told as a range: each day of it is counted, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from attrs import evolve
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.cost import Bounds, Estimate, estimate
from iopkit.cost.completing import with_values
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.values.money import Money
from iopkit.values.spans import Span

_CASES = 80
_DAY = date(2026, 3, 2)
_HIGH_PRICE = {"prices.allowed": Money(10**10)}


def _case(seed: int) -> tuple[Case, tuple[date, ...]]:
    """Return a case with some things unsaid, and the days on which its care may start."""
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    case = random_case(random)
    if random.random() < 0.5:
        case = with_unknowns(random, case)
    start = case.episode.start if case.episode else None
    if not isinstance(start, date):
        raise TypeError
    return case, tuple(start + timedelta(days=place) for place in range(random.randrange(2, 12)))


def _from(case: Case, start: date | Span[date]) -> Estimate:
    return estimate(
        evolve(case, episode=evolve(case.episode or Episode(), start=start)), Amounts(), on=_DAY
    )


def test_a_range_of_starts_costs_from_the_least_to_the_most_of_its_days() -> None:
    for seed in range(_CASES):
        case, days = _case(seed)
        found = _from(case, Span(days[0], days[-1]))
        each = [_from(case, day) for day in days]
        for name in ("to_pay", "income_lost"):
            spans = [getattr(one, name) for one in each]
            lows, highs = [span.low for span in spans], [span.high for span in spans]
            most = None if None in highs else max(highs)

            assert getattr(found, name).low == (None if None in lows else min(lows)), seed
            assert getattr(found, name).high == most, seed


def test_exact_ends_of_a_range_of_starts_are_reached_from_the_start_shown() -> None:
    reached = 0
    for seed in range(_CASES):
        case, days = _case(seed)
        ranged = evolve(
            case, episode=evolve(case.episode or Episode(), start=Span(days[0], days[-1]))
        )
        found = estimate(ranged, Amounts(), on=_DAY)
        if found.bounds is Bounds.OUTER:
            continue
        low, high = (dict(end.values) for end in found.completions)
        any_high = _HIGH_PRICE if "prices.allowed" in low else {}
        for end, values in ((found.to_pay.low, low), (found.to_pay.high, {**any_high, **high})):
            point = estimate(with_values(ranged, values), Amounts(), on=_DAY).to_pay
            reached += 1

            assert (point.low, point.high) == (end, end), seed
    assert reached > _CASES // 2


def test_the_lines_of_a_range_of_starts_add_up_at_each_end() -> None:
    for seed in range(_CASES):
        case, days = _case(seed)
        found = _from(case, Span(days[0], days[-1]))
        lines = [line for line in found.lines if line.component.value != "lost-income"]
        highs = [line.amount.high for line in lines if line.amount.high is not None]

        assert sum((line.amount.low or Money(0) for line in lines), Money(0)) == found.to_pay.low
        if len(highs) == len(lines):
            assert sum(highs, Money(0)) == found.to_pay.high, seed
