"""Laws of what a cost never falls with; with all else, some cost falls."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest
from attrs import evolve
from tests.laws.test_range_laws import ruled_plan

from iopkit.cost import adjudicate
from iopkit.cost.book import book_of
from iopkit.cost.groups import Rules, one_by_one
from iopkit.cost.kernel import Counts, Left, Terms, closed_form_is_exact
from iopkit.cost.readings import read_side
from iopkit.cost.rising import rise_of, rises
from iopkit.cost.sides import Side
from iopkit.model.accumulators import NOTHING_USED, BenefitUse
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.vocabulary.coverage import Benefit

DRAWS = max(int(os.environ.get("IOPKIT_EPISODES", "20000")), 4_000)
MONDAY = date(2026, 3, 2)
_SHARES = (0, 2_000, 3_333, 5_000, 10_000)
_FRESH = BenefitUse(
    benefit=Benefit.IOP, first_visits=0, stay_copays=ZERO, stay_copay_days=0, limits=()
)


def _terms(random: Random) -> Terms[int]:
    copay, is_before = random.choice((0, 1, 3, 5, 9)), random.random() < 0.4
    return Terms(
        copay_before=copay if is_before else 0,
        copay=0 if is_before else copay,
        share=random.choice(_SHARES),
        deductible_applies=random.random() < 0.85,
        counts=Counts(*(random.random() < 0.5 for _ in range(4))),
        limit_ends_deductible=random.random() < 0.5,
    )


def _owed(terms: Terms[int], lines: Sequence[int], deductible: int, room: int) -> tuple[int, bool]:
    """Return what is owed of lines, and whether the limit is met."""
    runs, after = one_by_one(terms, lines, Left(deductible, room))
    return sum(sum(run.part_cents) for run in runs), after.room == 0


def test_a_cost_falls_only_with_what_is_not_said_to_raise_it() -> None:
    fallen = Counter[str]()
    for seed in range(DRAWS):
        random = Random(seed)  # noqa: S311  # reproducible, not secret
        terms = _terms(random)
        lines = [random.randrange(12) for _ in range(random.randrange(1, 6))]
        deductible, room = random.randrange(25), random.randrange(25)
        dearer = list(lines)
        dearer[random.randrange(len(lines))] += 1
        base, is_met = _owed(terms, lines, deductible, room)
        falls_with = {
            "price": _owed(terms, dearer, deductible, room)[0] < base,
            "deductible": _owed(terms, lines, deductible + 1, room)[0] < base,
            "room": _owed(terms, lines, deductible, room + 1)[0] < base,
            "both": _owed(terms, lines, deductible + 1, room + 1)[0] < base,
        }
        rise = rise_of(Rules(terms, None, closed_form_is_exact(terms, has_limit=True)))
        fallen.update(name for name, falls in falls_with.items() if falls)

        assert not (rise.with_price and falls_with["price"]), seed
        assert not (rise.with_left and (falls_with["deductible"] or falls_with["room"])), seed
        if rise.is_peaked:
            assert not falls_with["room"], seed
            assert not falls_with["both"], seed
            assert is_met or not falls_with["deductible"], seed
            assert not is_met or _owed(terms, lines, deductible + 1, room)[0] <= base, seed
    assert min(fallen[name] for name in ("price", "deductible", "room", "both")) > 0


def _lines(amounts: Sequence[int]) -> list[ClaimLine]:
    return [
        ClaimLine(on=MONDAY + timedelta(days=place), benefit=Benefit.IOP, allowed=Money(cents))
        for place, cents in enumerate(amounts)
    ]


def _patient(plan: HealthPlan, amounts: Sequence[int], deductible: int, limit: int) -> int:
    used = evolve(
        NOTHING_USED,
        deductible_used=Money(deductible),
        limit_used=Money(limit),
        benefits_used=(evolve(_FRESH, deductible_used=ZERO),),
    )
    return adjudicate(_lines(amounts), plan, used).patient.cents


def _rises(plan: HealthPlan, amounts: Sequence[int]) -> bool:
    side = Side(Benefit.IOP)
    used = evolve(NOTHING_USED, benefits_used=(evolve(_FRESH, deductible_used=ZERO),))
    book = book_of(plan, used, Benefit.IOP, (read_side(plan, used, side),))
    return rises(book.handlings[side], _lines(amounts), is_alone=True)


def _drawn(seed: int) -> tuple[bool, bool]:
    """Return whether a cost is said to rise under a plan with rules of its own, and it falls."""
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    plan = ruled_plan(random)
    amounts = [random.randrange(14)] * random.randrange(1, 8)
    deductible, limit = random.randrange(1, 14), random.randrange(1, 14)
    base = _patient(plan, amounts, deductible, limit)
    dearer = _patient(plan, [cents + 1 for cents in amounts], deductible, limit)
    more = _patient(plan, amounts, deductible - 1, limit)
    room = _patient(plan, amounts, deductible, limit - 1)
    falls = min(dearer, more, room) < base or dearer - base > len(amounts)
    return _rises(plan, amounts), falls


def test_no_cost_falls_under_rules_of_a_plan_where_it_is_said_that_it_rises() -> None:
    drawn = [_drawn(seed) for seed in range(DRAWS // 10)]

    assert [seed for seed, each in enumerate(drawn) if each == (True, True)] == []
    assert sum(rises for rises, _ in drawn) > len(drawn) // 3


@pytest.mark.parametrize(
    "seed",
    [
        157,  # a deductible of one service that does not count
        2_095,  # a copay of so many days, after the deductible
        2_371,  # a deductible that counts, and a share that does not
        16_181,  # so too, with a cap on the copays of a stay
    ],
)
def test_a_cost_may_fall_under_rules_of_a_plan_where_that_is_not_said(seed: int) -> None:
    assert _drawn(seed) == (False, True)
