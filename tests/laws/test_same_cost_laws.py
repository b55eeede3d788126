"""Laws of ways to attend that must cost the same: counting one of them changes no answer."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from attrs import evolve
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.catalog import shipped
from iopkit.cost import Estimate, estimate
from iopkit.cost.same_costs import SameCosts
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.person import Person
from iopkit.values.periods import Period
from iopkit.values.spans import Span

_CASES = 60
_PUBLISHED = shipped().amounts


def _case(random: Random) -> Case:
    """Return a case of which neither the start nor the plan year need be known."""
    case = random_case(random)
    if random.random() < 0.6:
        case = with_unknowns(random, case)
    episode, plan = case.episode or Episode(), case.health_plan or HealthPlan(id="x")
    start, person = episode.start, case.person or Person()
    if not isinstance(start, date):
        raise TypeError
    some = evolve(
        episode,
        start=Span(start, start + timedelta(days=random.randrange(1, 16))),
        planned_absences=random.choice((None, None, len(episode.missed_days) + 1)),
        weeks=random.choice((2, 3, Span(2, 3))),
    )
    if random.random() < 0.3 and some.travel is not None:
        some = evolve(some, travel=evolve(some.travel, cost_per_mile=None))
    if random.random() < 0.5 and person.work is not None:
        person = evolve(person, work=evolve(person.work, hours=()))
    end = start + timedelta(days=random.randrange(1, 30))
    year = random.choice((None, None, Period(end.replace(year=end.year - 1), end)))
    plan = evolve(plan, plan_year=year)
    return evolve(case, episode=some, health_plan=plan, person=person)


def _told(found: Estimate) -> object:
    """Return all that an estimate says."""
    return (
        (found.to_pay, found.income_lost, found.visits, found.bounds, found.plan_pays),
        [(note.code, note.text) for note in (*found.assumptions, *found.unknowns)],
        [end.values for end in found.completions],
        [(line.label, line.amount, line.detail, line.low_parts) for line in found.lines],
        found.by_payer,
    )


def _none(_case: Case, _amounts: Amounts, _ways: object) -> None:
    return None


def test_ways_that_must_cost_the_same_are_counted_once_and_say_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    each, day = [_case(Random(seed)) for seed in range(_CASES)], date(2026, 3, 2)  # noqa: S311
    quick = [_told(estimate(case, _PUBLISHED, on=day)) for case in each]
    monkeypatch.setattr(SameCosts, "of", _none)

    for seed, case in enumerate(each):
        assert quick[seed] == _told(estimate(case, _PUBLISHED, on=day)), seed
