"""The order of lines, and whether one is split, change no total but by the copays of visits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iopkit.cost import adjudicate
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CostShare
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

_FIRST = date(2026, 3, 2)
_PARTS = (
    LinePart.COPAY_BEFORE,
    LinePart.SERVICE_DEDUCTIBLE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
)
_COPAY = Money(4_000)
_BEFORE = CostShare(deductible_applies=True, copay=_COPAY, copay_order=CopayOrder.BEFORE_DEDUCTIBLE)
_AFTER = CostShare(deductible_applies=True, copay=_COPAY, copay_order=CopayOrder.AFTER_DEDUCTIBLE)
_RULES = (
    CostShare(deductible_applies=False, copay=_COPAY),
    CostShare(deductible_applies=False, patient_share=Share.percent(20)),
    CostShare(deductible_applies=True, patient_share=Share.percent(20)),
    _BEFORE,
)
_CENTS = st.integers(0, 60_000)


def _owed(cents: list[int], share: CostShare, deductible: int, limit: int | None = None) -> Money:
    plan = HealthPlan(
        id="x",
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False),),
        deductible=Money(deductible),
        out_of_pocket_limit=None if limit is None else Money(limit),
        has_out_of_pocket_limit=limit is not None,
        counts_toward_limit=Listing.of(*_PARTS, complete=True),
        limit_ends_deductible=True,
    )
    lines = [
        ClaimLine(on=_FIRST + timedelta(days=at), benefit=Benefit.IOP, allowed=Money(each))
        for at, each in enumerate(cents)
    ]
    return adjudicate(lines, plan, NOTHING_USED).patient


@settings(max_examples=300)
@given(
    st.lists(_CENTS, min_size=1, max_size=8).flatmap(
        lambda cents: st.tuples(st.just(cents), st.permutations(cents))
    ),
    st.sampled_from(_RULES),
    st.integers(0, 150_000),
    st.one_of(st.none(), st.integers(0, 200_000)),
)
def test_the_order_of_lines_under_one_rule_changes_no_total(
    orders: tuple[list[int], list[int]], share: CostShare, deductible: int, limit: int | None
) -> None:
    cents, others = orders

    one, other = (_owed(each, share, deductible, limit) for each in (cents, others))

    # Each line is rounded by itself, so that a share may differ by a cent of a line.
    assert abs(one.cents - other.cents) <= (len(cents) if share.patient_share else 0)


@pytest.mark.parametrize(("cents", "owed"), [([15_000, 2_000], 16_000), ([2_000, 15_000], 14_000)])
def test_a_copay_after_the_deductible_depends_on_the_order(cents: list[int], owed: int) -> None:
    assert _owed(cents, _AFTER, 10_000) == Money(owed)


@settings(max_examples=300)
@given(
    st.lists(st.tuples(_CENTS, _CENTS), min_size=1, max_size=6),
    st.sampled_from([rule for rule in _RULES if rule.copay is None]),
    st.integers(0, 150_000),
    st.one_of(st.none(), st.integers(0, 200_000)),
)
def test_splitting_lines_changes_a_deductible_and_a_share_by_a_cent_each_at_most(
    halves: list[tuple[int, int]], share: CostShare, deductible: int, limit: int | None
) -> None:
    whole = _owed([sum(each) for each in halves], share, deductible, limit)

    split = _owed([half for each in halves for half in each], share, deductible, limit)

    assert abs(whole.cents - split.cents) <= len(halves)


@given(st.lists(st.tuples(_CENTS, _CENTS), min_size=1, max_size=6))
def test_splitting_lines_asks_one_copay_more_of_each(halves: list[tuple[int, int]]) -> None:
    whole = _owed([sum(each) for each in halves], _RULES[0], 0)

    split = _owed([half for each in halves for half in each], _RULES[0], 0)

    most = [[min(half, _COPAY.cents) for half in each] for each in halves]
    more = sum(
        sum(each) - min(sum(pair), _COPAY.cents) for each, pair in zip(most, halves, strict=True)
    )
    assert split.cents - whole.cents == more
