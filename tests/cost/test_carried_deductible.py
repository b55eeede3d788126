"""What of a deductible carries over into a new plan year, in the estimate of a course."""

from __future__ import annotations

from datetime import date, time

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, PLAN, answer, codes, dollars, ends

from iopkit.cost import (
    Bounds,
    PlanPeriod,
    adjudicate_periods,
    care_days,
    cost_timeline,
    what_narrows,
)
from iopkit.cost.completing import with_values
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.benefits import PlanBenefit
from iopkit.model.case import Case
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.episode import Episode
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, CopayOrder
from iopkit.vocabulary.weekdays import Weekday

_YEAR = Period(date(2025, 4, 1), date(2026, 4, 1))
_CODE, _CARRIED = "carryover-not-told", "used.carryover_used"
_CARRIES = evolve(PLAN, plan_year=_YEAR, deductible_carries_over_from=3)


def _carrying(**changes: object) -> Case:
    """Return 18 days of 300, 13 of them in March, the last month of a year that carries over."""
    plan = evolve(_CARRIES, **changes)  # type: ignore[arg-type]  # rows name the fields
    return evolve(CASE, health_plan=plan, used=NOTHING_USED)


def _using(case: Case, **used: object) -> Case:
    return evolve(case, used=evolve(case.used or NOTHING_USED, **used))  # type: ignore[arg-type]  # rows name the fields


def _lasting(case: Case, **changes: object) -> Case:
    return evolve(case, episode=evolve(case.episode or Episode(), **changes))  # type: ignore[arg-type]  # rows name the fields


_DAILY = evolve(
    PLAN.benefits[0],
    cost_share=CostShare(
        deductible_applies=True,
        copay=dollars("40"),
        copay_order=CopayOrder.AFTER_DEDUCTIBLE,
        copay_unit=CopayUnit.DAY,
    ),
)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        # Without it, a second deductible of 500 is owed in April.
        (_carrying(deductible_carries_over_from=None), "1,880.00"),
        # All 500 are met in March, and hold in the new year too.
        (_carrying(), "1,480.00"),
        # What was met before March does not carry over, and 100 of it are met in March.
        (
            _using(_carrying(), deductible_used=dollars("400"), carryover_used=dollars("0")),
            "1,480.00",
        ),
        # Of what was told, a part was met in March.
        (
            _using(_carrying(), deductible_used=dollars("500"), carryover_used=dollars("200")),
            "1,320.00",
        ),
        # Care from 25 February on: what has been used by then was not used in March.
        (
            _lasting(
                _using(_carrying(), deductible_used=dollars("500"), carryover_used=None),
                start=date(2026, 2, 25),
            ),
            "1,480.00",
        ),
        # All care falls in the new year.
        (
            _lasting(
                _using(_carrying(), deductible_used=dollars("500"), carryover_used=dollars("500")),
                start=date(2026, 3, 31),
            ),
            "1,080.00",
        ),
        # A copay by the day is settled line by line.
        (_carrying(benefits=(_DAILY,)), "1,180.00"),
    ],
)
def test_an_estimate_carries_over_what_is_told(case: Case, expected: str) -> None:
    found = answer(case)

    assert (ends(found.to_pay), found.bounds) == ((expected, expected), Bounds.EXACT)
    assert found.unknowns == ()


_VAGUE = _using(_carrying(), deductible_used=dollars("500"), carryover_used=None)


def test_what_is_not_told_of_the_last_months_leaves_a_range_with_ends_that_are_reached() -> None:
    found = answer(_VAGUE)
    reached = [ends(answer(with_values(_VAGUE, end.values)).to_pay) for end in found.completions]

    assert (ends(found.to_pay), found.bounds) == (("1,080.00", "1,480.00"), Bounds.EXACT)
    assert codes(found)[1] == [_CODE]
    assert [end.values for end in found.completions] == [
        {_CARRIED: dollars("500")},
        {_CARRIED: dollars("0")},
    ]
    assert reached == [("1,080.00",) * 2, ("1,480.00",) * 2]


def test_what_would_change_the_cost_most_names_what_carries_over() -> None:
    (found,) = what_narrows(_VAGUE, Amounts(), on=date(2026, 3, 2))

    assert (found.path, found.width) == (_CARRIED, Money(0))


def test_a_range_of_what_carries_over_holds_each_amount_in_it() -> None:
    told = Span(dollars("100"), dollars("300"))
    found = answer(_using(_VAGUE, carryover_used=told))

    assert (ends(found.to_pay), found.bounds) == (("1,240.00", "1,400.00"), Bounds.EXACT)


def test_what_was_met_of_a_deductible_that_is_not_told_leaves_outer_bounds() -> None:
    case = _using(_carrying(), deductible_used=None, carryover_used=None)
    each = [
        answer(_using(case, deductible_used=Money(met), carryover_used=Money(carried))).to_pay.low
        for met in range(0, 50_001, 10_000)
        for carried in range(0, met + 1, 10_000)
    ]
    found = answer(case)

    assert (ends(found.to_pay), found.bounds) == (("1,080.00", "1,880.00"), Bounds.OUTER)
    assert codes(found)[1] == ["deductible-used-not-told", _CODE]
    assert all(found.to_pay.holds(one) for one in each if one is not None)


def test_what_others_of_a_family_carried_over_leaves_the_new_year_open() -> None:
    family = FamilyAmounts(
        deductible=dollars("1000"),
        deductible_rule=FamilyRule.EMBEDDED,
        out_of_pocket_limit=dollars("10000"),
        limit_rule=FamilyRule.EMBEDDED,
    )
    case = _using(_carrying(family=family), deductible_used=dollars("500"), carryover_used=ZERO)
    found = answer(case)

    # Thirteen days at 60, and five days of 300 of which nothing or all may be owed.
    assert (ends(found.to_pay), found.bounds) == (("780.00", "2,280.00"), Bounds.OUTER)
    assert codes(found)[1] == [_CODE]


def test_a_deductible_that_carried_over_is_met_on_no_later_day() -> None:
    found = cost_timeline(_carrying(), Amounts(), on=date(2026, 3, 2))

    assert found.low is not None
    assert found.low.deductible_met_on == (date(2026, 3, 4),)


def test_each_untold_year_carries_over_from_its_own_month_on() -> None:
    case = evolve(_carrying(), health_plan=evolve(_CARRIES, plan_year=None))
    found = answer(case)
    reached = [ends(answer(with_values(case, end.values)).to_pay) for end in found.completions]

    # A year that ends on 4 March carries over what 2 March has met; no later one costs more.
    assert (ends(found.to_pay), found.bounds) == (("1,480.00", "1,480.00"), Bounds.EXACT)
    assert reached == [("1,480.00",) * 2] * 2


def test_an_untold_year_may_end_before_the_month_from_which_on_one_carries_over() -> None:
    monday = Session(days=(Weekday.MONDAY,), start=time(9), end=time(12))
    visits = evolve(PLAN.benefits[0], visit_limit=1, has_visit_limit=True)
    plan = evolve(_CARRIES, plan_year=None, deductible_carries_over_from=4, benefits=(visits,))
    case = _lasting(evolve(_carrying(), health_plan=plan), start=date(2026, 3, 30), weeks=2)
    case = evolve(case, program=Program(id="weekly", schedule=Schedule(sessions=(monday,))))
    found = answer(case)

    # A year that ends on 1 April carries over 300 and pays a visit of the next one.
    assert (ends(found.to_pay), found.bounds) == (("520.00", "600.00"), Bounds.EXACT)
    assert found.completions[0].values == {"health_plan.plan_year": _YEAR}


@pytest.mark.parametrize("benefit", [PLAN.benefits[0], _DAILY])
def test_only_what_is_met_in_a_year_carries_over_from_it(benefit: PlanBenefit) -> None:
    turn = date(2027, 3, 1)
    prices = (
        _price("1", Period(date(2026, 1, 1), turn)),
        _price("300", Period(turn, date(2028, 1, 1))),
    )
    case = _lasting(_carrying(benefits=(benefit,)), weeks=60)
    found = answer(evolve(case, prices=PriceList(allowed=prices)))
    days = [day.on for day in care_days(case, Amounts(), on=date(2026, 3, 2)).shortest]
    lines = [
        ClaimLine(
            on=day, benefit=Benefit.IOP, allowed=dollars("300") if day >= turn else dollars("1")
        )
        for day in days
    ]
    plan = evolve(_CARRIES, benefits=(benefit,))
    years = [Period(date(year, 4, 1), date(year + 1, 4, 1)) for year in (2025, 2026, 2027)]
    used = [NOTHING_USED, None, None]
    periods = [
        PlanPeriod(period=year, plan=evolve(plan, plan_year=year), used=told)
        for year, told in zip(years, used, strict=True)
    ]

    assert found.to_pay.value == adjudicate_periods(lines, periods).patient
    assert found.bounds is Bounds.EXACT


def _price(amount: str, period: Period) -> Price:
    span = Span.exactly(dollars(amount))
    return Price(service=Service.IOP, unit=Unit.DAY, amount=span, period=period)


def test_what_carried_over_into_a_year_does_not_carry_over_again() -> None:
    found = answer(_lasting(_carrying(), weeks=60))

    # 1,180 in March, the limit of 5,000, and a whole deductible in the third year: 1,000.
    assert (ends(found.to_pay), found.bounds) == (("7,180.00", "7,180.00"), Bounds.EXACT)
