"""Laws of adjudication under whole plans, over seeded random episodes.

`IOPKIT_EPISODES` sets how many; a failure names its seed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.laws.reference_plan import Answer, Reference
from tests.laws.strategies_plans import WholeEpisode, whole_episode

from iopkit.cost import Adjudication, Route, adjudicate, prepare, settling
from iopkit.cost.adjudications import PART_ORDER
from iopkit.model import (
    Accumulators,
    BenefitUse,
    CopayUnit,
    CostShare,
    Crediting,
    EqualLines,
    FamilyRule,
    HealthPlan,
    LimitPeriod,
    LimitUnit,
    PenaltyUnit,
    PoolUse,
)
from iopkit.values import Money, Share, Span
from iopkit.vocabulary import Benefit

EPISODES = int(os.environ.get("IOPKIT_EPISODES", "20000"))
_FEWER = max(EPISODES // 10, 1)
_SHARED = (FamilyRule.EMBEDDED, FamilyRule.AGGREGATE)


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
    outside = after.out_of_network
    assert outside is not None
    pools = {"in": after, "out": outside, "drug": after.drug, "drug-out": outside.drug}
    for name, pool in pools.items():
        assert isinstance(pool, PoolUse)
        told[f"{name}:deductible:own"] = _cents(pool.deductible_used)
        told[f"{name}:limit:own"] = _cents(pool.limit_used)
    told |= dict(_used_by_families(pools, episode.plan))
    for use in after.benefits_used or ():
        told |= _used_of(use, episode.plan)
    for each in outside.benefits_used or ():
        told[f"out:{each.benefit.value}:own"] = _cents(each.deductible_used)
        visits = each.first_visits
        told[f"out:{each.benefit.value}:first"] = visits if isinstance(visits, int) else None
    return told


def _used_by_families(
    pools: Mapping[str, PoolUse | None], plan: HealthPlan
) -> Iterator[tuple[str, int | None]]:
    """Yield what families have used of amounts that they share."""
    outside = plan.out_of_network
    drug = (plan.drug, outside.drug if outside else None)
    for (name, pool), source in zip(pools.items(), (plan, outside, *drug), strict=True):
        family = source.family if source else None
        if pool is None or family is None:
            continue
        if family.deductible_rule in _SHARED:
            yield f"{name}:deductible:family", _cents(pool.family_deductible_used)
        if family.limit_rule in _SHARED:
            yield f"{name}:limit:family", _cents(pool.family_limit_used)


def _has_cap(share: CostShare) -> bool:
    copays = (share.copay, share.group_copay)
    return share.copay_cap_per_stay is not None and any(each and each.cents for each in copays)


def _asks_one_for_many(share: CostShare) -> bool:
    return share.copay_unit not in (None, CopayUnit.VISIT) and bool(share.copay)


def _used_of(use: BenefitUse, plan: HealthPlan) -> dict[str, int | None]:
    name = use.benefit.value
    found: dict[str, int | None] = {f"{name}:own": _cents(use.deductible_used)}
    told = plan.benefit(use.benefit)
    if told and told.cost_share and _has_cap(told.cost_share):
        found[f"{name}:copays"] = _cents(use.stay_copays)
    if told and told.cost_share and _asks_one_for_many(told.cost_share):
        found[f"{name}:unit"] = _cents(use.copay_left) or 0
    rule = plan.missing_authorization
    if rule and rule.unit is not PenaltyUnit.LINE and rule.depends_on_unit:
        found[f"{name}:penalties"] = _cents(use.penalties)
    for limit in use.limits or ():
        if (limit.unit, limit.period) in _of_nothing(use.benefit, plan):
            continue
        key = f"{name}:{limit.unit.value}:{limit.period.value}"
        found[key] = _cents(limit.amount)
        if limit.unit is not LimitUnit.DOLLARS:
            count = limit.minutes if limit.unit is LimitUnit.HOURS else limit.count
            found[key] = count if isinstance(count, int) else None
    return found


def _of_nothing(benefit: Benefit, plan: HealthPlan) -> set[tuple[LimitUnit, LimitPeriod]]:
    """Return limits of nothing on a side: whether a use of them has begun anew, nobody reads."""
    outside = plan.out_of_network
    sides = (plan.benefit(benefit), outside.benefit(benefit) if outside else None)
    every = [limit for told in sides if told for limit in told.limits]
    return {(limit.unit, limit.period) for limit in every if limit.quantity == 0}


def _in_ledger(name: str, used: Decimal) -> int:
    is_money = (
        name.endswith((":own", ":family", ":unit", ":penalties", "dollars:year"))
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
            walked = prepared.adjudicate_by(Route.WALK, episode.lines)
            answers.append(walked)
            assert walked.route is Route.WALK, seed
        for answer in answers:
            taken[answer.route] += 1

            assert _spelled_out(answer) == expected, f"seed {seed}, {answer.route}"
            for name, used in _used(answer.used_after, episode).items():
                ledger = _in_ledger(name, reference.ledger.used[name])
                assert used == ledger, f"seed {seed}, {answer.route}, {name}"
    assert min(taken.values()) > EPISODES // 20


def test_every_line_keeps_the_identity_and_its_bounds() -> None:
    for seed in range(_FEWER):
        episode = whole_episode(seed)
        answer = adjudicate(episode.lines, episode.plan, episode.used)
        for each in answer.lines():
            line, run = each
            is_whole = run.part_cents[-1] > 0
            charge = line.billed if is_whole and line.billed is not None else line.allowed
            balance, write_off = each.balance, each.write_off

            assert run.patient + run.plan == charge, seed
            assert all(cents >= 0 for cents in (*run.part_cents, run.plan_cents)), seed
            if line.billed is not None and balance is not None and write_off is not None:
                assert run.patient + run.plan + balance + write_off == line.billed, seed
                assert min(balance.cents, write_off.cents) >= 0, seed
        assert sum(answer.parts.values(), Money(0)) == answer.patient


def test_counting_parts_never_pass_any_limit() -> None:
    for seed in range(_FEWER):
        episode = whole_episode(seed)
        after = adjudicate(episode.lines, episode.plan, episode.used).used_after
        limit, family = episode.plan.out_of_pocket_limit, episode.plan.family
        is_shared = family is not None and family.limit_rule is FamilyRule.AGGREGATE
        own = None if is_shared else limit
        shared = family.out_of_pocket_limit if family else None
        if family is not None and family.limit_rule is FamilyRule.MEMBERS_EACH:
            shared = None
        if _credits_from_outside(episode.plan):
            continue
        for before, used, most in (
            (episode.used.limit_used, after.limit_used, own),
            (episode.used.family_limit_used, after.family_limit_used, shared),
        ):
            if most is not None:
                start, end = _cents(before) or 0, _cents(used) or 0
                assert end <= max(most.cents, start), seed


def _credits_from_outside(plan: HealthPlan) -> bool:
    """Return whether amounts of the other side of the network may pass a limit of this one."""
    outside = plan.out_of_network
    return outside is not None and outside.limit_crediting is Crediting.CROSS_CREDITED


def test_splitting_an_episode_changes_nothing() -> None:
    stays = 0
    for seed in range(_FEWER):
        episode = whole_episode(seed)
        lines = episode.lines
        place = seed % len(lines)
        whole = adjudicate(lines, episode.plan, episode.used)
        first = adjudicate(lines[:place], episode.plan, episode.used)
        second = adjudicate(lines[place:], episode.plan, first.used_after)
        stays += len({line.stay for line in lines} - {None}) > 1

        assert first.patient + second.patient == whole.patient, seed
        assert _facts(second.used_after) == _facts(whole.used_after), seed
    assert stays > _FEWER // 20


def _facts(used: Accumulators) -> tuple[object, ...]:
    told = sorted(used.benefits_used or (), key=lambda use: use.benefit.value)
    some = [use for use in map(_without_zeros, told) if use != _unused(use.benefit)]
    outside = used.out_of_network
    if outside is not None:
        beyond = sorted(outside.benefits_used or (), key=lambda use: use.benefit.value)
        outside = evolve(outside, benefits_used=tuple(beyond))
    return evolve(used, benefits_used=(), out_of_network=outside), tuple(some)


def _unused(benefit: Benefit) -> BenefitUse:
    return BenefitUse(
        benefit=benefit,
        deductible_used=Money(0),
        first_visits=0,
        stay_copays=Money(0),
        stay_copay_days=0,
        penalties=Money(0),
        limits=(),
    )


def _without_zeros(use: BenefitUse) -> BenefitUse:
    """Return a use without limits of which nothing has been used, told or not."""
    nothing = (None, 0, Money(0))
    limits = [
        limit
        for limit in use.limits or ()
        if any(used not in nothing for used in (limit.count, limit.minutes, limit.amount))
    ]
    return evolve(
        use, limits=tuple(sorted(limits, key=lambda each: (each.unit.value, each.period.value)))
    )


def test_equal_lines_told_once_owe_what_they_owe_one_by_one() -> None:
    for seed in range(_FEWER):
        episode = whole_episode(seed)
        first = episode.lines[0]
        days = tuple(first.on + timedelta(days=2 * place) for place in range(24))
        once = EqualLines(line=first, days=days)
        prepared = prepare(episode.plan, episode.used)
        each = prepared.adjudicate_by(Route.WALK, once)

        for answer in (prepared.adjudicate(list(once)), prepared.adjudicate(once)):
            assert answer.runs == each.runs, seed
            assert answer.used_after == each.used_after, seed
            assert answer.patient == prepared.patient(once), seed


def test_more_of_a_deductible_limit_copay_or_share_never_lowers_what_is_owed() -> None:
    # Only where every part counts: else the limit may cut a deductible and spare a copay.
    claimed = 0
    for seed in range(_FEWER):
        episode = whole_episode(seed)
        prepared = prepare(episode.plan, episode.used)
        if prepared.adjudicate(episode.lines).route is Route.WALK or _is_mixed(episode):
            continue
        claimed += 1
        plan, more = episode.plan, Money(seed % 700)
        owed = prepared.adjudicate(episode.lines).patient
        deeper = evolve(plan, deductible=(plan.deductible or Money(0)) + more)
        higher = plan
        if plan.out_of_pocket_limit is not None:
            higher = evolve(plan, out_of_pocket_limit=plan.out_of_pocket_limit + more)

        assert adjudicate(episode.lines, deeper, episode.used).patient >= owed, seed
        assert adjudicate(episode.lines, higher, episode.used).patient >= owed, seed
        assert adjudicate(episode.lines, _dearer(plan, more), episode.used).patient >= owed, seed
    assert claimed > _FEWER // 20


def _dearer(plan: HealthPlan, more: Money) -> HealthPlan:
    """Return a plan that asks more of each later visit in the network."""
    benefits = []
    for told in plan.benefits:
        share = told.cost_share
        assert share is not None
        points = share.patient_share.basis_points if share.patient_share else 0
        dearer = evolve(
            share,
            copay=None if share.copay is None else share.copay + more,
            patient_share=Share(min(points + more.cents, 10_000)),
        )
        benefits.append(evolve(told, cost_share=dearer))
    return evolve(plan, benefits=tuple(benefits))


def _is_mixed(episode: WholeEpisode) -> bool:
    """Return whether lines differ, so that more of a deductible can move a copay to another."""
    return len({(line.benefit, line.allowed, line.is_in_network) for line in episode.lines}) > 1


def test_repeating_weeks_are_walked_a_few_times_however_many_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walked: list[int] = []
    stretch = settling._Settling.stretch  # noqa: SLF001  # counted, not changed

    def counted(self: Any, keys: Any, start: int, end: int) -> None:
        walked.append(end - start)
        stretch(self, keys, start, end)

    monkeypatch.setattr(settling._Settling, "stretch", counted)  # noqa: SLF001
    for seed in range(300):
        episode = whole_episode(seed)
        prepared = prepare(episode.plan, episode.used)
        if prepared.adjudicate(episode.lines).route is not Route.PERIODIC:
            continue
        first = episode.lines[0].on
        week = [line for line in episode.lines if line.on < first + timedelta(days=7)]
        many = [
            evolve(line, on=line.on + timedelta(weeks=number))
            for number in range(400)
            for line in week
        ]
        walked.clear()
        answer = prepared.adjudicate(many)

        assert answer.route is Route.PERIODIC
        assert sum(walked) <= 24 * len(week), seed
