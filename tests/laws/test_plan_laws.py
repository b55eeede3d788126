"""Laws of adjudication under whole plans, over seeded random episodes.

`IOPKIT_EPISODES` sets how many; a failure names its seed.
"""

from __future__ import annotations

import os
from decimal import Decimal

from tests.laws.reference_plan import Answer, Reference
from tests.laws.strategies_plans import WholeEpisode, whole_episode

from iopkit.cost import Adjudication, Route, prepare
from iopkit.cost.adjudications import PART_ORDER
from iopkit.model import Accumulators, BenefitUse, CostShare, HealthPlan, LimitUnit, PoolUse
from iopkit.values import Money, Span

EPISODES = int(os.environ.get("IOPKIT_EPISODES", "20000"))
_FEWER = max(EPISODES // 10, 1)
_POOLS = ("deductible_used", "limit_used", "family_deductible_used", "family_limit_used")


def _cents(told: Money | Span[Money] | None) -> int | None:
    return told.cents if isinstance(told, Money) else None


def _spelled_out(answer: Adjudication) -> list[tuple[dict[str, int], int]]:
    return [
        (
            {
                part.value: cents
                for part, cents in zip(PART_ORDER, run.part_cents, strict=True)
                if cents
            },
            run.plan_cents,
        )
        for run in answer.runs
        for _ in range(run.line_count)
    ]


def _expected(answers: list[Answer]) -> list[tuple[dict[str, int], int]]:
    return [
        (
            {part: int(owed * 100) for part, owed in answer.owed.items() if owed},
            int(answer.plan_pays * 100),
        )
        for answer in answers
    ]


def _used(after: Accumulators, episode: WholeEpisode) -> dict[str, int | None]:
    """Return what has been used in cents, visits and minutes, under the names of the ledger."""
    told: dict[str, int | None] = {"visits": after.visits_used}
    pools = {"in": after, "out": after.out_of_network, "drug": after.drug}
    for name, pool in pools.items():
        assert isinstance(pool, PoolUse)
        told[f"{name}:deductible:own"] = _cents(pool.deductible_used)
        told[f"{name}:limit:own"] = _cents(pool.limit_used)
    for use in after.benefits_used or ():
        told |= _used_of(use, episode.plan)
    return told


def _has_cap(share: CostShare) -> bool:
    copays = (share.copay, share.group_copay)
    return share.copay_cap_per_stay is not None and any(each and each.cents for each in copays)


def _used_of(use: BenefitUse, plan: HealthPlan) -> dict[str, int | None]:
    name = use.benefit.value
    found: dict[str, int | None] = {f"{name}:own": _cents(use.deductible_used)}
    told = plan.benefit(use.benefit)
    if told and told.cost_share and _has_cap(told.cost_share):
        found[f"{name}:copays"] = _cents(use.stay_copays)
    for limit in use.limits or ():
        key = f"{name}:{limit.unit.value}:{limit.period.value}"
        found[key] = _cents(limit.amount)
        if limit.unit is not LimitUnit.DOLLARS:
            count = limit.minutes if limit.unit is LimitUnit.HOURS else limit.count
            found[key] = count if isinstance(count, int) else None
    return found


def _in_ledger(name: str, used: Decimal) -> int:
    is_money = (
        name.endswith((":own", ":family", "dollars:year"))
        or ":dollars:" in name
        or ":copays" in name
    )
    return int(used * 100) if is_money else int(used)


def test_every_route_equals_the_reference_part_by_part() -> None:
    taken = dict.fromkeys(Route, 0)
    for seed in range(EPISODES):
        episode = whole_episode(seed)
        reference = Reference(episode.plan, episode.used, episode.lines[0].on)
        expected = _expected(reference.settle(episode.lines))
        prepared = prepare(episode.plan, episode.used)
        quickest = prepared.adjudicate(episode.lines)
        answers = [quickest]
        if quickest.route is not Route.WALK:
            answers.append(prepared.adjudicate_by(Route.WALK, episode.lines))
        for answer in answers:
            taken[answer.route] += 1

            assert _spelled_out(answer) == expected, f"seed {seed}, {answer.route}"
            for name, used in _used(answer.used_after, episode).items():
                ledger = _in_ledger(name, reference.ledger.used[name])
                assert used == ledger, f"seed {seed}, {answer.route}, {name}"
    assert min(taken.values()) > EPISODES // 20
