"""Laws of a plan year that is not told: it costs what all that may be cost together."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from attrs import evolve
from tests.laws.reached import assert_reached
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.cost import Bounds, Estimate, estimate
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.values.periods import Period

_WHOLE_YEARS = 10
_CASES = 90
_DAY = date(2026, 3, 2)


def _case(seed: int) -> tuple[Case, date]:
    """Return a case without a plan year, and a day of the year of what it tells as used."""
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    case = random_case(random)
    if random.random() < 0.5:
        case = with_unknowns(random, case)
    episode = case.episode or Episode()
    if random.random() < 0.2:
        planned = len(episode.missed_days) + random.randrange(3)
        case = evolve(case, episode=evolve(episode, planned_absences=planned))
    start = episode.start
    if not isinstance(start, date):
        raise TypeError
    on = start - timedelta(days=random.choice((0, 0, 1, 20)))
    plan = evolve(case.health_plan or HealthPlan(id="x"), plan_year=None)
    return evolve(case, on=None if on == start else on, health_plan=plan), on


def _in_year(case: Case, year: Period) -> Estimate:
    plan = case.health_plan or HealthPlan(id="x")
    return _answer(evolve(case, health_plan=evolve(plan, plan_year=year)))


def _answer(case: Case) -> Estimate:
    return estimate(case, Amounts(), on=_DAY)


def _years(on: date) -> list[Period]:
    """Return every plan year that holds a day."""
    starts = [on - timedelta(days=place) for place in range(365)]
    return [Period(start, start.replace(year=start.year + 1)) for start in starts]


def _is_bounded(found: Estimate) -> bool:
    """Return whether days are missed in too many ways to count each: more sides make more ways."""
    return "absences-in-many-ways" in {note.code for note in found.unknowns}


def test_an_untold_plan_year_costs_from_the_least_to_the_most_of_all_years() -> None:
    wider = 0
    for seed in range(_WHOLE_YEARS):
        case, on = _case(seed)
        found = _answer(case)
        each = [_in_year(case, year) for year in _years(on)]
        if any(map(_is_bounded, each)):
            continue
        for name in ("to_pay", "income_lost", "together"):
            spans = [getattr(one, name) for one in each]
            lows, highs = [span.low for span in spans], [span.high for span in spans]
            span = getattr(found, name)

            assert span.low == (None if None in lows else min(lows)), (seed, name)
            assert span.high == (None if None in highs else max(highs)), (seed, name)
        wider += any(one.to_pay != found.to_pay for one in each)
    assert wider > _WHOLE_YEARS // 5


def test_each_told_year_lies_inside_and_exact_ends_are_reached_in_the_year_shown() -> None:
    reached = 0
    for seed in range(_WHOLE_YEARS, _CASES):
        case, on = _case(seed)
        found = _answer(case)
        for year in Random(seed).sample(_years(on), 4):  # noqa: S311  # not secret
            in_year = _in_year(case, year)
            told = in_year.to_pay
            if _is_bounded(in_year):
                continue

            assert found.to_pay.low is not None
            assert told.low is not None
            assert found.to_pay.low <= told.low, (seed, year)
            if found.to_pay.high is not None:
                assert told.high is not None, (seed, year)
                assert told.high <= found.to_pay.high, (seed, year)
        if found.bounds is Bounds.EXACT:
            reached += found.to_pay.value is None
            assert_reached(case, found, on=_DAY)
    assert reached > _CASES // 10
