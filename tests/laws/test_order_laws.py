"""The order of lines under one rule changes no total, but where a copay follows a deductible."""

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
