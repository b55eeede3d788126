"""A program of another level under a plan: what is told of an IOP is not told of it."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, PLAN, answer, codes, dollars, ends, running

from iopkit.cost import Bounds
from iopkit.model.case import Case
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.health_plan import PlanBenefit
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.coverage import Benefit, PayerKind

COPAY = CostShare(deductible_applies=False, copay=dollars("25"))


def case(
    level: CareLevel,
    benefit: Benefit | None = None,
    share: CostShare | None = COPAY,
    *,
    authorization: bool | None = None,
) -> Case:
    """Return 18 days at a level, under a plan that asks a fifth of an IOP after 500 dollars."""
    own = PlanBenefit(
        benefit=benefit or Benefit.LABORATORY,
        cost_share=share,
        has_visit_limit=False,
        needs_authorization=authorization,
    )
    plan = evolve(PLAN, benefits=(*PLAN.benefits, own))
    return evolve(running(level=level), health_plan=plan)


@pytest.mark.parametrize(
    ("level", "benefit"),
    [
        (CareLevel.PHP, Benefit.PARTIAL_HOSPITALIZATION),
        (CareLevel.RESIDENTIAL, Benefit.RESIDENTIAL),
        (CareLevel.INPATIENT, Benefit.INPATIENT),
        (CareLevel.OUTPATIENT_THERAPY, Benefit.OFFICE_VISIT),
    ],
)
def test_the_benefit_of_its_own_level_pays_a_program(level: CareLevel, benefit: Benefit) -> None:
    found = answer(case(level, benefit))

    assert (ends(found.to_pay), found.bounds) == (("450.00", "450.00"), Bounds.EXACT)
    assert codes(found)[1] == []


@pytest.mark.parametrize(
    ("level", "benefit", "share"),
    [
        (CareLevel.PHP, None, COPAY),
        (CareLevel.PHP, Benefit.INPATIENT, COPAY),
        (CareLevel.PHP, Benefit.PARTIAL_HOSPITALIZATION, None),
        (CareLevel.RESIDENTIAL, Benefit.INPATIENT, COPAY),
        (CareLevel.RESIDENTIAL, Benefit.RESIDENTIAL, None),
        (CareLevel.INPATIENT, Benefit.RESIDENTIAL, COPAY),
    ],
)
def test_what_is_told_of_other_levels_bounds_nothing_of_this_one(
    level: CareLevel, benefit: Benefit | None, share: CostShare | None
) -> None:
    found = answer(case(level, benefit, share))

    # Nothing at least, and at most all that is charged: 18 days at 400.
    assert (ends(found.to_pay), found.bounds) == (("0.00", "7,200.00"), Bounds.OUTER)
    assert codes(found)[1][:3] == ["level-not-told", "coverage-not-told", "cost-share-not-told"]


def test_an_authorization_is_asked_as_the_benefit_of_the_level_does() -> None:
    asked = case(CareLevel.PHP, Benefit.PARTIAL_HOSPITALIZATION, authorization=True)
    episode = CASE.episode and evolve(CASE.episode, is_authorized=None)
    found = answer(evolve(asked, episode=episode))

    assert ends(found.to_pay) == ("450.00", "7,200.00")
    assert codes(found)[1] == ["authorization-not-told"]


@pytest.mark.parametrize(("copay", "owed"), [("300", "300.00"), ("1,500", "1,500.00")])
def test_a_copay_for_a_residential_stay_is_owed_in_full(copay: str, owed: str) -> None:
    share = CostShare(deductible_applies=False, copay=dollars(copay), copay_unit=CopayUnit.STAY)
    found = answer(case(CareLevel.RESIDENTIAL, Benefit.RESIDENTIAL, share))

    # No day of the 18 is charged as much as 1,500.
    assert (ends(found.to_pay), found.bounds) == ((owed, owed), Bounds.EXACT)


def test_an_iop_is_paid_as_the_plan_says_of_it() -> None:
    assert ends(answer(case(CareLevel.IOP)).to_pay) == ("1,480.00", "1,480.00")


def test_nobody_pays_at_any_level_without_insurance() -> None:
    told = case(CareLevel.PHP)
    plan = evolve(told.health_plan or PLAN, payer=PayerKind.SELF_PAY)
    found = answer(evolve(told, health_plan=plan))

    assert ends(found.to_pay) == ("7,200.00", "7,200.00")
