"""Laws of what an exact answer asks for: all that it hangs on, and nothing that was told."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from attrs import evolve, fields
from tests.laws.strategies_plans import WholeEpisode, whole_episode

from iopkit.cost import Adjudication, adjudicate
from iopkit.cost.adjudications import PART_ORDER
from iopkit.cost.owing import LIMITED_PARTS
from iopkit.errors import CannotAdjudicate
from iopkit.model import CareEvent, PoolUse, ServiceUse
from iopkit.values import Listing
from iopkit.vocabulary import LinePart

EPISODES = max(int(os.environ.get("IOPKIT_EPISODES", "20000")) // 10, 1)
_FAMILY = ("deductible", "deductible_rule", "deductible_members", "limit_rule", "limit_members")
_PLAN = (
    "deductible",
    "limit_ends_deductible",
    "missing_authorization",
    *(f"family.{name}" for name in _FAMILY),
    *(f"drug.{name}" for name in ("is_deductible_integrated", "is_limit_integrated")),
    *(f"out_of_network.{name}" for name in ("deductible_crediting", "limit_crediting")),
    *(f"out_of_network.family.{name}" for name in _FAMILY),
    *(f"counts_toward_limit.{part.value}" for part in LIMITED_PARTS),
    *(f"out_of_network.counts_toward_limit.{part.value}" for part in LIMITED_PARTS),
)
_LINES = ("is_authorized", "session_kind", "minutes", "events", "billed")
_OPEN = Listing[CareEvent]()


def _names_of(used: PoolUse | ServiceUse, before: str = "") -> Iterator[str]:
    """Yield the name of each fact that is told of what has been used."""
    for field in fields(type(used)):
        told, name = getattr(used, field.name), f"{before}{field.name}"
        if isinstance(told, PoolUse):
            yield from _names_of(told, f"{name}.")
        elif field.name == "benefits_used":
            for each in told:
                yield from _names_of(each, f"{name}.{each.benefit.value}.")
        elif field.name not in {"benefit", "copay_on", "carryover_used"} and told is not None:
            yield name


def _without(told: Any, path: list[str]) -> Any:
    """Return a record without the fact at `path`; nothing changes where none is told."""
    name, *rest = path
    if isinstance(told, Listing):
        return _opened(told, LinePart(name))
    if isinstance(told, tuple):
        return tuple(_without(each, rest) if each.benefit.value == name else each for each in told)
    if told is None:
        return None
    value = getattr(told, name)
    return evolve(told, **{name: _without(value, rest) if rest else None})


def _opened(told: Listing[LinePart], part: LinePart) -> Listing[LinePart]:
    """Return a listing that says nothing of `part`, and of the others what it said."""
    others = [each for each in PART_ORDER if each is not part]
    present = [each for each in others if told.holds(each) is True]
    return Listing.of(*present, lacks=[each for each in others if told.holds(each) is False])


def _forgetting(episode: WholeEpisode, names: Iterable[str]) -> WholeEpisode:
    plan, used, lines = episode.plan, episode.used, episode.lines
    for name in names:
        where, _, path = name.partition(":")
        if where == "plan":
            plan = _without(plan, path.split("."))
        elif where == "used":
            used = _without(used, path.split("."))
        else:
            nothing: Any = _OPEN if path == "events" else None
            lines = tuple(evolve(line, **{path: nothing}) for line in lines)
    if "used:visits_used" in names:
        # Else a benefit that is not named is told to be unused.
        used = evolve(used, benefits_used=None)
    return WholeEpisode(plan, used, lines)


def _some_facts(episode: WholeEpisode, seed: int) -> set[str]:
    names = [
        *(f"used:{name}" for name in _names_of(episode.used)),
        *(f"plan:{name}" for name in _PLAN),
        *(f"lines:{name}" for name in _LINES),
    ]
    draw = Random(seed)  # noqa: S311  # reproducible, not secret
    return set(draw.sample(names, draw.choice((1, 2, 4, 12))))


def _parts(answer: Adjudication) -> list[tuple[tuple[int, ...], int]]:
    return [(run.part_cents, run.plan_cents) for run in answer.runs for _ in range(run.line_count)]


def _settle(episode: WholeEpisode) -> tuple[Adjudication | None, tuple[str, ...]]:
    try:
        return adjudicate(episode.lines, episode.plan, episode.used), ()
    except CannotAdjudicate as lacking:
        return None, lacking.missing


def test_an_exact_answer_is_the_same_whatever_it_did_not_ask_for() -> None:
    settled = 0
    for seed in range(EPISODES):
        episode = whole_episode(seed)
        answer, _ = _settle(_forgetting(episode, _some_facts(episode, seed)))
        if answer is not None:
            settled += 1
            whole = adjudicate(episode.lines, episode.plan, episode.used)

            assert _parts(answer) == _parts(whole), seed
    assert settled > EPISODES // 4


def test_only_what_is_not_told_is_asked_for_and_once_it_is_told_there_is_an_answer() -> None:
    asked = Counter[str]()
    for seed in range(EPISODES):
        episode = whole_episode(seed)
        left = _some_facts(episode, seed)
        answer, missing = _settle(_forgetting(episode, left))
        while answer is None:
            told = {name for name in left if any(_is_about(each, name) for each in missing)}

            assert all(any(_is_about(each, name) for name in told) for each in missing), seed
            asked.update(told)
            left -= told
            answer, missing = _settle(_forgetting(episode, left))
    assert len(asked) > min(EPISODES // 100, 20)


def _is_about(asked: str, name: str) -> bool:
    """Return whether what is asked for is a fact that was forgotten."""
    where, _, path = name.partition(":")
    path = f"lines.{path}" if where == "lines" else path
    if path == "visits_used" and asked.startswith("benefits_used."):
        return True
    return asked == path or asked.startswith(f"{path}.")
