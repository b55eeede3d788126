"""A family's plan that does not tell what one person may owe, and what federal law says of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve
from tests.cost.example_case import MONDAY, codes, dollars, planned

from iopkit.catalog import shipped
from iopkit.cost import Estimate, estimate, with_values
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.case import Case
from iopkit.model.cost_shares import CostShare
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import PlanBenefit
from iopkit.model.prices import Price, PriceList
from iopkit.values.money import ZERO
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, PayerKind

HALF = CostShare(deductible_applies=False, patient_share=Share.percent(50))
SHARED = FamilyAmounts(
    deductible=ZERO,
    deductible_rule=FamilyRule.AGGREGATE,
    out_of_pocket_limit=dollars("16,000"),
    limit_rule=FamilyRule.AGGREGATE,
)
OWN = FamilyAmounts(
    deductible=ZERO,
    deductible_rule=FamilyRule.EMBEDDED,
    out_of_pocket_limit=dollars("30,000"),
    limit_rule=FamilyRule.EMBEDDED,
)
PLAN: Mapping[str, object] = {
    "deductible": ZERO,
    "out_of_pocket_limit": None,
    "benefits": (PlanBenefit(benefit=Benefit.IOP, cost_share=HALF, has_visit_limit=False),),
    "family": SHARED,
}


def _case(day: str, **changes: object) -> Case:
    """Return 18 days at an amount, of which the patient owes half until a limit."""
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(day)))
    case = planned(**{**PLAN, **changes})
    return evolve(case, prices=PriceList(allowed=(price,)), used=NOTHING_USED)


def _found(case: Case) -> Estimate:
    return estimate(case, shipped().amounts, on=MONDAY)


@pytest.mark.parametrize(
    ("day", "changes", "low", "high"),
    [
        pytest.param("2,000", {}, "10,600.00", "16,000.00", id="all may be one person's"),
        pytest.param("1,400", {}, "10,600.00", "12,600.00", id="more than one person's"),
        pytest.param("2,000", {"payer": None}, "10,600.00", "16,000.00", id="a payer not told"),
        pytest.param(
            "2,000",
            {"family": OWN, "out_of_pocket_limit": dollars("11,000")},
            "10,600.00",
            "11,000.00",
            id="an own limit above the law's",
        ),
    ],
)
def test_one_person_of_a_family_may_owe_what_law_or_the_plan_says(
    day: str, changes: Mapping[str, object], low: str, high: str
) -> None:
    case = _case(day, **changes)
    found = _found(case)

    assert (str(found.to_pay.low), str(found.to_pay.high)) == (low, high)
    assert codes(found)[1] == ["person-limit-not-told"]
    for end, total in zip(found.completions, (low, high), strict=True):
        again = _found(with_values(case, end.values)).to_pay
        assert (str(again.low), str(again.high)) == (total, total)


@pytest.mark.parametrize(
    ("day", "changes", "owed"),
    [
        pytest.param("1,100", {}, "9,900.00", id="no more than one person may owe"),
        pytest.param(
            "2,000",
            {"family": evolve(SHARED, person_limit=dollars("16,000"))},
            "16,000.00",
            id="a plan that tells all of it for one person",
        ),
        pytest.param("2,000", {"payer": PayerKind.TRICARE}, "16,000.00", id="no such plan"),
        pytest.param(
            "2,000",
            {
                "family": evolve(SHARED, out_of_pocket_limit=dollars("9,000")),
            },
            "9,000.00",
            id="a limit of the family below it",
        ),
    ],
)
def test_what_one_person_may_owe_is_asked_only_where_it_matters(
    day: str, changes: Mapping[str, object], owed: str
) -> None:
    found = _found(_case(day, **changes))

    assert (str(found.to_pay.low), str(found.to_pay.high)) == (owed, owed)
    assert codes(found)[1] == []
