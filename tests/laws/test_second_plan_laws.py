"""Laws of two payers under whole plans, over seeded random episodes.

`IOPKIT_EPISODES` sets how many; a failure names its seed.
"""

from __future__ import annotations

import os
from random import Random

from attrs import evolve
from tests.laws.reference_plan import Reference
from tests.laws.reference_second import First, Rules, second_payments
from tests.laws.strategies_plans import WholeEpisode, whole_episode

from iopkit.cost import Adjudication, adjudicate, coordinate
from iopkit.model import Accumulators, ClaimLine, CoordinationMethod, CountedWhenSecond, HealthPlan
from iopkit.values import Money
from iopkit.vocabulary import LinePart

_POOLS = ("deductible_used", "limit_used", "family_deductible_used", "family_limit_used")
EPISODES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 80, 1)


def _firsts(primary: Adjudication) -> list[First]:
    return [
        First(
            allowed=line.allowed.dollars,
            paid=run.plan.dollars,
            owed=run.patient.dollars,
            is_covered=line.is_covered and not run.parts[LinePart.NOT_COVERED].cents,
        )
        for line, run in primary.lines()
    ]


def _counting(random: Random, plan: HealthPlan) -> HealthPlan:
    told = tuple(CountedWhenSecond)
    return evolve(
        plan, deductible_when_second=random.choice(told), limit_when_second=random.choice(told)
    )


def _episode(seed: int) -> tuple[WholeEpisode, Adjudication, HealthPlan, CoordinationMethod]:
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    episode, other = whole_episode(seed), whole_episode(seed + 1_000_000)
    lines = tuple(_charged(line) for line in episode.lines)
    primary = adjudicate(lines, other.plan, other.used)
    plan = _counting(random, episode.plan)
    return evolve_episode(episode, lines), primary, plan, random.choice(tuple(CoordinationMethod))


def evolve_episode(episode: WholeEpisode, lines: tuple[ClaimLine, ...]) -> WholeEpisode:
    return WholeEpisode(episode.plan, episode.used, lines)


def _charged(line: ClaimLine) -> ClaimLine:
    return evolve(line, billed=line.billed or line.allowed + Money(1_000))


def test_a_second_plan_pays_and_counts_what_the_definition_says() -> None:
    for seed in range(EPISODES):
        episode, primary, plan, method = _episode(seed)
        (way,) = coordinate(primary, episode.lines, plan, episode.used, method=method).ways
        reference = Reference(plan, episode.used, episode.lines[0].on)
        assert plan.deductible_when_second is not None
        assert plan.limit_when_second is not None
        rules = Rules(method, plan.deductible_when_second, plan.limit_when_second)
        expected = second_payments(rules, _firsts(primary), episode.lines, reference)

        assert [line.secondary.dollars for line in way.lines] == expected, seed


def test_what_has_been_used_after_two_payers_is_where_the_next_lines_begin() -> None:
    for seed in range(EPISODES):
        episode, primary, plan, method = _episode(seed)
        lines = episode.lines
        day = lines[seed % len(lines)].on
        place = next(place for place, line in enumerate(lines) if line.on == day)
        if any(line.stay != lines[0].stay for line in lines):
            continue  # the number of a running stay is not among what has been used
        parts = (lines[:place], lines[place:])
        (whole,) = coordinate(primary, lines, plan, episode.used, method=method).ways
        used, found = episode.used, []
        for firsts, part in zip(_parted(seed, place), parts, strict=True):
            (way,) = coordinate(firsts, part, plan, used, method=method).ways
            assert way.used_after is not None
            used = way.used_after
            found += [line.secondary for line in way.lines]

        assert found == [line.secondary for line in whole.lines], seed
        assert whole.used_after is not None
        assert _pools(used) == _pools(whole.used_after), seed


def _pools(used: Accumulators) -> list[object]:
    outside = used.out_of_network
    pools = (used, outside, used.drug, outside.drug if outside else None)
    return [getattr(pool, name) for pool in pools for name in _POOLS if pool is not None]


def _parted(seed: int, place: int) -> tuple[Adjudication, Adjudication]:
    """Return the first plan's adjudication in two parts."""
    episode = _episode(seed)[0]
    other = whole_episode(seed + 1_000_000)
    begun = adjudicate(episode.lines[:place], other.plan, other.used)
    return begun, adjudicate(episode.lines[place:], other.plan, begun.used_after)
