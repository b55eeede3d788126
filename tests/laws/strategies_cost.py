"""Random plans, accumulators and episodes of claim lines, from a seeded generator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from iopkit.cost.owing import COUNTED_PARTS
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

FIRST_DAY = date(2026, 1, 5)
_AMOUNTS = (0, 1, 3, 99, 100, 101, 2_599, 7_500, 16_951, 41_845)
_COPAYS = (0, 1, 40, 100, 2_500, 4_000, 50_000)
_SHARES = (0, 1, 1_250, 2_000, 3_333, 5_000, 9_999, 10_000)
_POOLS = (0, 1, 100, 5_000, 28_300, 100_000, 150_000, 500_000)


@dataclass(frozen=True)
class RandomEpisode:
    """A plan that says everything, what has been used of it, and lines in order."""

    plan: HealthPlan
    used: Accumulators
    lines: tuple[ClaimLine, ...]


def random_episode(random: Random) -> RandomEpisode:
    """Return one episode; small amounts and exact ties are as likely as ordinary ones."""
    plan = random_plan(random)
    return RandomEpisode(plan, random_used(random, plan), random_lines(random))


def random_plan(random: Random) -> HealthPlan:
    """Return a plan of one benefit that leaves nothing unsaid."""
    limit = None if random.random() < 0.25 else Money(_jittered(random, _POOLS))
    counts = COUNTED_PARTS if random.random() < 0.6 else _some_parts(random)
    visit_limit = random.randrange(12) if random.random() < 0.15 else None
    return HealthPlan(
        id="random",
        iop_benefit=Benefit.IOP,
        benefits=(
            PlanBenefit(
                benefit=Benefit.IOP,
                cost_share=random_share(random),
                visit_limit=visit_limit,
                has_visit_limit=visit_limit is not None,
            ),
        ),
        deductible=Money(_jittered(random, _POOLS)),
        out_of_pocket_limit=limit,
        has_out_of_pocket_limit=limit is not None,
        counts_toward_limit=Listing(counts, complete=True),
        limit_ends_deductible=random.random() < 0.5,
    )


def random_share(random: Random) -> CostShare:
    """Return any cost share, often with several parts at once."""
    order = random.choice((None, *CopayOrder))
    applies = random.random() < 0.5 if order is None else order is not CopayOrder.PLAIN
    share = random.choice((None, *_SHARES))
    return CostShare(
        deductible_applies=applies,
        copay=None if order is None else Money(_jittered(random, _COPAYS)),
        copay_order=order or CopayOrder.PLAIN,
        patient_share=None if share is None else Share(share),
    )


def random_used(random: Random, plan: HealthPlan) -> Accumulators:
    """Return exact amounts used, at times all or more than all of what the plan has."""
    deductible, limit = plan.deductible or Money(0), plan.out_of_pocket_limit or Money(0)
    return Accumulators(
        deductible_used=_partly(random, deductible),
        limit_used=_partly(random, limit),
        visits_used=random.randrange(8),
    )


def random_lines(random: Random) -> tuple[ClaimLine, ...]:
    """Return up to thirty lines in order, mostly in stretches of equal ones."""
    lines: list[ClaimLine] = []
    day = FIRST_DAY
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        allowed = Money(_jittered(random, _AMOUNTS))
        is_covered = random.random() < 0.95
        least = None if is_covered else allowed
        billed = random.choice((least, allowed, allowed + Money(random.randrange(9_000))))
        for _ in range(random.randrange(1, 11)):
            lines.append(
                ClaimLine(
                    on=day,
                    benefit=Benefit.IOP,
                    allowed=allowed,
                    billed=billed,
                    is_covered=is_covered,
                )
            )
            day += timedelta(days=random.randrange(3))
    return tuple(lines)


def _jittered(random: Random, amounts: tuple[int, ...]) -> int:
    return max(random.choice(amounts) + random.choice((0, 0, -1, 1, random.randrange(500))), 0)


def _partly(random: Random, whole: Money) -> Money:
    return random.choice((Money(0), whole, Money(random.randrange(whole.cents + 1)), whole * 2))


def _some_parts(random: Random) -> tuple[LinePart, ...]:
    return tuple(part for part in COUNTED_PARTS if random.random() < 0.6)
