"""Laws of adjudication, over seeded random episodes.

`IOPKIT_EPISODES` sets how many; a failure names its seed.
"""

from __future__ import annotations

import os
from decimal import Decimal
from random import Random

import pytest
from attrs import evolve
from tests.laws.reference_adjudicator import Tally, Visit, settle
from tests.laws.reference_course import design_of, money
from tests.laws.strategies_cost import RandomEpisode, random_episode

from iopkit.cost.adjudications import PART_ORDER, Adjudication, Route
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.cost.route import adjudicate, adjudicate_by, rules_of
from iopkit.model.accumulators import Accumulators
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, LinePart

EPISODES = int(os.environ.get("IOPKIT_EPISODES", "20000"))
_FEWER = max(EPISODES // 10, 1)


def _episode(seed: int) -> RandomEpisode:
    return random_episode(Random(seed))  # noqa: S311  # reproducible, not secret


def _cents(told: Money | Span[Money] | None) -> int:
    return int(money(told) * 100)


def _tally(used: Accumulators) -> Tally:
    visits = used.visits_used or 0
    return Tally(money(used.deductible_used), money(used.limit_used), visits)


def _by_reference(episode: RandomEpisode) -> tuple[list[Visit], Tally]:
    visits = [
        Visit(
            line.allowed.dollars,
            None if line.billed is None else line.billed.dollars,
            line.is_covered,
        )
        for line in episode.lines
    ]
    return visits, settle(visits, design_of(episode.plan, Benefit.IOP), _tally(episode.used))


def _spelled_out(answer: Adjudication) -> list[tuple[dict[str, int], int]]:
    return [
        (
            {part.value: cents for part, cents in zip(PART_ORDER, run.part_cents, strict=True)},
            run.plan_cents,
        )
        for run in answer.runs
        for _ in range(run.line_count)
    ]


def _expected(visits: list[Visit]) -> list[tuple[dict[str, int], int]]:
    return [
        (
            {part.value: int(visit.owed.get(part.value, Decimal(0)) * 100) for part in PART_ORDER},
            int(visit.plan_pays * 100),
        )
        for visit in visits
    ]


def _routes(episode: RandomEpisode) -> tuple[Route | None, ...]:
    is_exact = rules_of(episode.plan, Benefit.IOP).is_exact
    return (None, Route.WALK, Route.UNIFORM) if is_exact else (None, Route.WALK)


def test_every_route_equals_the_reference_part_by_part() -> None:
    taken = dict.fromkeys(Route, 0)
    for seed in range(_FEWER):
        episode = _episode(seed)
        visits, after = _by_reference(episode)
        expected = _expected(visits)
        for route in _routes(episode):
            answer = adjudicate_by(route, episode.lines, episode.plan, episode.used)
            taken[answer.route] += 1

            assert _spelled_out(answer) == expected, f"seed {seed}, {route}"
            assert _tally(answer.used_after) == after, f"seed {seed}, {route}"
    assert min(taken[Route.WALK], taken[Route.UNIFORM]) > _FEWER // 10


def test_every_line_keeps_the_identity_and_its_bounds() -> None:
    for seed in range(_FEWER):
        episode = _episode(seed)
        answer = adjudicate(episode.lines, episode.plan, episode.used)
        for line, run in answer.lines():
            owed = run.patient + run.plan

            assert owed == (line.allowed if line.is_covered else line.billed), seed
            assert all(cents >= 0 for cents in (*run.part_cents, run.plan_cents)), seed
        billed = [each for each in answer.lines() if each.line.billed is not None]
        assert all(
            each.run.patient + each.run.plan + (each.write_off or Money(0)) == each.line.billed
            for each in billed
        ), seed
        assert sum(answer.parts.values(), Money(0)) == answer.patient


def test_counting_parts_never_pass_the_limit() -> None:
    for seed in range(_FEWER):
        episode = _episode(seed)
        limit = episode.plan.out_of_pocket_limit
        answer = adjudicate(episode.lines, episode.plan, episode.used)
        if limit is None:
            continue
        counted = sum(answer.parts[part].cents for part in episode.plan.counts_toward_limit)
        room = max(limit.cents - _cents(episode.used.limit_used), 0)

        assert counted <= room, seed


def test_splitting_an_episode_changes_nothing() -> None:
    for seed in range(_FEWER):
        episode = _episode(seed)
        place = seed % (len(episode.lines) + 1)
        whole = adjudicate(episode.lines, episode.plan, episode.used)
        first = adjudicate(episode.lines[:place], episode.plan, episode.used)
        second = adjudicate(episode.lines[place:], episode.plan, first.used_after)

        assert first.patient + second.patient == whole.patient, seed
        assert second.used_after == whole.used_after, seed


def test_more_deductible_met_never_raises_what_one_line_owes() -> None:
    # Where a part does not count, the limit may cut a deductible and then spare a copay.
    for seed in range(_FEWER):
        episode = _episode(seed)
        if Route.UNIFORM not in _routes(episode):
            continue
        line = episode.lines[:1]
        met = episode.used.deductible_used
        more = evolve(episode.used, deductible_used=Money(_cents(met) + seed % 700))
        owed = adjudicate(line, episode.plan, episode.used)
        owed_later = adjudicate(line, episode.plan, more)

        assert owed_later.patient <= owed.patient, seed


def test_uniform_lines_need_few_runs() -> None:
    for seed in range(_FEWER):
        episode = _episode(seed)
        lines = episode.lines[:1] * 30
        answer = adjudicate(lines, episode.plan, episode.used)
        if answer.route is Route.UNIFORM:
            assert len(answer.runs) <= 5 + (LinePart.OVER_LIMIT in answer.parts), seed


@pytest.mark.parametrize("part", [*COUNTED_PARTS, LinePart.OVER_LIMIT, LinePart.NOT_COVERED])
def test_the_random_episodes_reach_every_part(part: LinePart) -> None:
    def reaches(seed: int) -> bool:
        episode = _episode(seed)
        return adjudicate(episode.lines, episode.plan, episode.used).parts[part] > Money(0)

    assert any(reaches(seed) for seed in range(500))
