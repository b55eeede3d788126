"""What a plan is said to tell without effect can be left out of it without any."""

from __future__ import annotations

import os
import re
from typing import Any

from attrs import evolve
from tests.laws.strategies_plans import WholeEpisode, whole_episode

from iopkit.cost import adjudicate
from iopkit.cost.plan_unused import unused_problems
from iopkit.model import HealthPlan
from iopkit.vocabulary import Coverage

EPISODES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 40, 1)
_PART = re.compile(r"(\w+)(?:\[(\d+)\])?")


def _without(told: Any, parts: list[str]) -> Any:
    """Return the same with nothing told at a path; a service's deductible goes with its amount."""
    found = _PART.fullmatch(parts[0])
    assert found is not None
    name, place = found.groups()
    inner = getattr(told, name)
    if parts in ([name], ["service_deductible", "amount"]):
        return evolve(told, **{name: None})
    if place is None:
        return evolve(told, **{name: _without(inner, parts[1:])})
    at = int(place)
    changed = (*inner[:at], _without(inner[at], parts[1:]), *inner[at + 1 :])
    return evolve(told, **{name: changed})


def _episode(seed: int) -> WholeEpisode:
    """Return an episode of a plan that may pay for no care outside its network."""
    episode = whole_episode(seed)
    outside = episode.plan.out_of_network
    if outside is None or seed % 7:
        return episode
    refused = evolve(outside, coverage=Coverage.NOT_COVERED)
    lines = tuple(evolve(line, billed=line.billed or line.allowed) for line in episode.lines)
    return WholeEpisode(evolve(episode.plan, out_of_network=refused), episode.used, lines)


def test_what_has_no_effect_can_be_left_out() -> None:
    left_out: dict[str, int] = {}
    for seed in range(EPISODES):
        episode = _episode(seed)
        answer = adjudicate(episode.lines, episode.plan, episode.used)
        for problem in unused_problems(episode.plan):
            less: HealthPlan = _without(episode.plan, problem.path.split("."))
            name = re.sub(r"\[\d+\]", "", problem.path)
            left_out[name] = left_out.get(name, 0) + 1

            again = adjudicate(episode.lines, less, episode.used)
            assert again.runs == answer.runs, f"seed {seed}, {problem.path}"
    assert len(left_out) > 15
