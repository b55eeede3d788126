"""What an estimate says under Medicaid: never more than a State may ask of the family."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, MONDAY, OUTSIDE, PLAN, codes, dollars, ends

from iopkit.catalog import shipped
from iopkit.cost import (
    Bounds,
    Estimate,
    ScalePlace,
    cost_timeline,
    estimate,
    laid_scales,
    place_on_scale,
)
from iopkit.cost.completing import with_values
from iopkit.errors import InvalidValue, NotInForce
from iopkit.formats import dump, read
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.assistance import Assistance
from iopkit.model.case import Case
from iopkit.model.coordination import CoordinationMethod
from iopkit.model.cost_shares import CostShare
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.household import Household
from iopkit.model.medicaid import AggregatePeriod, MedicaidStanding
from iopkit.model.person import Person
from iopkit.model.prices import Price, PriceList
from iopkit.model.second_coverage import SecondCoverage
from iopkit.model.sliding_scales import SlidingClass, SlidingScale
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart, PayerKind
from iopkit.vocabulary.places import State

AMOUNTS = shipped().amounts
MONTH, QUARTER = AggregatePeriod
KNOWN = MedicaidStanding(is_exempt=False, counts_by=MONTH)
HOUSEHOLD = Household(size=1, yearly_income=dollars("20000"))
"""Between the guideline of 15,960 in 2026 and one and a half of it."""


def _plan(share: CostShare | None, **changes: object) -> HealthPlan:
    plan = HealthPlan(
        id="medicaid",
        payer=PayerKind.MEDICAID,
        plan_year=Period.calendar_year(2026),
        iop_coverage=Coverage.COVERED,
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share),),
        deductible=ZERO,
    )
    return evolve(plan, **changes)  # type: ignore[arg-type]  # rows name the fields


def _copay(amount: str) -> CostShare:
    return CostShare(deductible_applies=False, copay=dollars(amount))


def _case(
    standing: MedicaidStanding | None,
    plan: HealthPlan,
    allowed: str = "300",
    state: State | None = State.MD,
    **household: Any,
) -> Case:
    """Return 18 days, 13 of them in March and 5 in April."""
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(allowed)))
    return evolve(
        CASE,
        person=evolve(CASE.person or Person(), state=state),
        health_plan=plan,
        prices=PriceList(allowed=(price,)),
        medicaid=standing,
        household=evolve(HOUSEHOLD, **household),
    )


def _found(case: Case) -> Estimate:
    return estimate(case, AMOUNTS, on=MONDAY)


def _standing(**changes: object) -> MedicaidStanding:
    return evolve(KNOWN, **changes)  # type: ignore[arg-type]  # rows name the fields


@pytest.mark.parametrize(
    ("copay", "income", "counts_by", "expected"),
    [
        # What the plan asks is less than it may.
        ("3", "15960", MONTH, "54.00"),
        ("3", "20000", MONTH, "54.00"),
        # A twentieth of 1,666.66 in each month.
        ("50", "20000", MONTH, "166.66"),
        # A twentieth of 5,000 in the first quarter, and 5 days of 10% of 300.
        ("50", "20000", QUARTER, "400.00"),
        # Above one and a half of the guideline: 20% of 300.
        ("80", "60000", QUARTER, "1,050.00"),
        ("80", "120000", QUARTER, "1,080.00"),
        ("80", "0", MONTH, "0.00"),
    ],
)
def test_each_day_and_all_days_of_a_month_or_quarter_are_capped(
    copay: str, income: str, counts_by: AggregatePeriod, expected: str
) -> None:
    standing = _standing(counts_by=counts_by)
    found = _found(_case(standing, _plan(_copay(copay)), yearly_income=dollars(income)))

    assert (ends(found.to_pay), found.bounds) == ((expected, expected), Bounds.EXACT)
    assert codes(found)[1] == []


@pytest.mark.parametrize("has_limit", [True, None])
def test_a_limit_that_the_plan_tells_holds_under_medicaid_too(*, has_limit: bool | None) -> None:
    plan = _plan(
        _copay("3"),
        out_of_pocket_limit=dollars("20"),
        has_out_of_pocket_limit=has_limit,
        counts_toward_limit=Listing.of(LinePart.COPAY),
    )
    found = _found(_case(KNOWN, plan))

    # Six copays of 3 and one of 2, in place of eighteen.
    assert ends(found.to_pay) == ("20.00", "20.00")


def test_what_is_cut_is_paid_by_the_plan_day_by_day() -> None:
    case = _case(_standing(counts_by=QUARTER), _plan(_copay("50")))
    found, timeline = _found(case), cost_timeline(case, AMOUNTS, on=MONDAY)

    assert found.plan_pays is not None
    assert (found.plan_pays.low, found.plan_pays.high) == (dollars("5000"), dollars("5000"))
    assert found.lines[0].low_parts == {LinePart.COPAY: dollars("400")}
    assert timeline.low is not None
    assert [str(row.to_pay) for row in timeline.low.rows] == ["90.00"] * 2 + [
        "70.00",
        "0.00",
        "60.00",
        "90.00",
    ]


def test_what_the_family_has_paid_already_leaves_less_in_the_first_time_only() -> None:
    found = _found(_case(_standing(family_paid=dollars("60")), _plan(_copay("50"))))

    assert ends(found.to_pay) == ("106.66", "106.66")
    assert "medicaid-family-alone" not in codes(found)[0]


def test_somebody_exempt_owes_nothing_and_needs_no_more_to_be_told() -> None:
    case = _case(MedicaidStanding(is_exempt=True), _plan(_copay("50")))
    found = _found(evolve(case, household=None))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "0.00"), Bounds.EXACT)
    assert codes(found) == (["medicaid-no-limits"], [])


def test_whether_somebody_is_exempt_is_counted_both_ways() -> None:
    case = _case(_standing(is_exempt=None), _plan(_copay("50")))
    found = _found(case)

    assert (ends(found.to_pay), found.bounds) == (("0.00", "166.66"), Bounds.EXACT)
    assert [dict(end.values) for end in found.completions] == [
        {"medicaid.is_exempt": True},
        {"medicaid.is_exempt": False},
    ]
    assert codes(found)[1] == ["medicaid-exempt-not-told"]


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        # 10% of 20 is less than the 4 that may be asked of those with less income.
        ("20", ["72.00", "36.00", "72.00"]),
        # A twentieth of a quarter of 23,940, and 5 days of 10% of 300.
        ("300", ["72.00", "449.25", "1,080.00"]),
    ],
)
def test_more_income_may_cost_less(allowed: str, expected: list[str]) -> None:
    standing, plan = _standing(counts_by=QUARTER), _plan(_copay("80"))
    each = [
        _found(_case(standing, plan, allowed, yearly_income=dollars(told)))
        for told in ("15960", "23940", "240000")
    ]

    assert [str(found.to_pay.low) for found in each] == expected


def test_an_income_that_is_not_told_is_counted_in_every_band() -> None:
    case = _case(KNOWN, _plan(_copay("80")), yearly_income=None)
    found = _found(case)
    low, high = found.completions

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,080.00"), Bounds.EXACT)
    assert low.values["household.yearly_income"] == ZERO
    assert [ends(_found(with_values(case, end.values)).to_pay) for end in (low, high)] == [
        ("0.00", "0.00"),
        ("1,080.00", "1,080.00"),
    ]
    assert codes(found)[1] == ["medicaid-income-not-told", "medicaid-lowest-band"]


def test_a_range_of_incomes_holds_every_income_of_it() -> None:
    span = Span(dollars("14000"), dollars("30000"))
    standing, plan = _standing(counts_by=QUARTER), _plan(_copay("80"))
    found = _found(_case(standing, plan, "20", yearly_income=span))
    each = [
        _found(_case(standing, plan, "20", yearly_income=Money(cents))).to_pay
        for cents in range(1_400_000, 3_000_001, 100_000)
    ]

    assert found.to_pay.low == min(one.low for one in each if one.low)
    assert all(one.high <= found.to_pay.high for one in each if one.high and found.to_pay.high)
    assert str(found.to_pay.low) == "36.00"


@pytest.mark.parametrize(
    ("size", "state"),
    [
        (None, State.MD),
        (1, None),
        (1, State.PR),  # no guideline is published for a territory
    ],
)
def test_without_a_guideline_each_band_is_counted_and_none_is_shown(
    size: int | None, state: State | None
) -> None:
    found = _found(_case(KNOWN, _plan(_copay("3")), "20", state, size=size))

    assert ends(found.to_pay) == ("36.00", "54.00")
    assert (found.bounds, codes(found)[1]) == (Bounds.OUTER, ["medicaid-guideline-not-known"])


def test_a_copay_that_every_band_allows_needs_no_guideline() -> None:
    found = _found(_case(KNOWN, _plan(_copay("1")), size=None))

    assert (ends(found.to_pay), found.bounds) == (("18.00", "18.00"), Bounds.EXACT)
    assert codes(found)[1] == []


def test_without_a_guideline_care_may_go_on_into_a_year_that_has_none() -> None:
    case = _case(_standing(counts_by=QUARTER), _plan(_copay("50")), size=None)
    late = evolve(case, episode=evolve(case.episode or Episode(), start=date(2026, 12, 14)))

    # 8 days in December and 10 from January on: at least 4 of each, at most what the plan asks
    # and a twentieth of 5,000 in each quarter.
    assert ends(_found(late).to_pay) == ("72.00", "500.00")


def test_the_most_of_the_lowest_band_is_known_only_at_least() -> None:
    found = _found(_case(KNOWN, _plan(_copay("10")), yearly_income=dollars("15960")))

    # At least 4 for each of 18 days; at most a twentieth of 1,330 in March, and 10 in April.
    assert (ends(found.to_pay), found.bounds) == (("72.00", "116.50"), Bounds.OUTER)
    assert codes(found)[1] == ["medicaid-lowest-band"]


@pytest.mark.parametrize(
    ("income", "expected"),
    [("20000", ("0.00", "166.66")), ("240000", ("0.00", "1,080.00"))],
)
def test_a_plan_that_tells_no_copay_asks_from_nothing_to_the_most_it_may(
    income: str, expected: tuple[str, str]
) -> None:
    silent = HealthPlan(
        id="medicaid", payer=PayerKind.MEDICAID, iop_coverage=Coverage.COVERED, deductible=ZERO
    )
    found = _found(_case(KNOWN, silent, yearly_income=dollars(income)))

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.OUTER)
    assert codes(found)[1] == ["iop-benefit-not-told", "cost-share-not-told"]


def test_where_a_cut_may_leave_more_of_a_deductible_only_bounds_are_told() -> None:
    share = CostShare(deductible_applies=True, patient_share=Share.percent(10))
    plan = _plan(share, deductible=dollars("500"))
    found = _found(_case(KNOWN, plan, yearly_income=dollars("240000")))

    # Capped at 60: of 300, of 200 and the share of 100, and then of shares of 30.
    assert (ends(found.to_pay), found.bounds) == (("600.00", "1,080.00"), Bounds.OUTER)


def test_medicaid_and_a_sliding_fee_scale_suppose_one_income() -> None:
    classes = (
        SlidingClass(name="A", to_percent=Decimal(120), nominal_fee=dollars("60")),
        SlidingClass(name="B", above_percent=Decimal(120), to_percent=Decimal(500), flat_fee=ZERO),
        SlidingClass(name="C", above_percent=Decimal(500), nominal_fee=dollars("1")),
    )
    scale = SlidingScale(id="odd", title=Text("odd", "rara"), classes=classes)
    span = Span(dollars("18000"), dollars("240000"))
    case = _case(_standing(counts_by=QUARTER), _plan(_copay("80")), yearly_income=span)
    found = _found(evolve(case, assistance=Assistance(scale=scale)))
    path = "household.yearly_income"

    # At 120% of 15,960, a twentieth of a quarter of the income, and 5 days of 10% of 300.  With
    # more income Medicaid may ask more, but the scale leaves nothing of it, or 1 for each day.
    assert (ends(found.to_pay), found.bounds) == (("0.00", "389.40"), Bounds.EXACT)
    assert [dict(end.values) for end in found.completions] == [
        {path: dollars("19152.01")},
        {path: dollars("19152")},
    ]


def test_many_incomes_and_households_are_placed_on_a_scale_without_reading_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_scales: list[Money | Span[Money] | None] = []

    def counted(scale: SlidingScale, income: Span[Money], guideline: Money) -> ScalePlace:
        read_scales.append(income)
        return place_on_scale(scale, income, guideline)

    monkeypatch.setattr(laid_scales, "place_on_scale", counted)
    ends_of = ("100", "125", "150", "200")
    classes = tuple(
        SlidingClass(name=end, to_percent=Decimal(end), nominal_fee=dollars(end)) for end in ends_of
    )
    scale = SlidingScale(id="steps", title=Text("steps", "pasos"), classes=classes)
    span = Span(dollars("5000"), dollars("140000"))
    case = _case(None, _plan(_copay("80")), size=None, yearly_income=span)
    found = _found(evolve(case, assistance=Assistance(scale=scale)))

    assert ends(found.to_pay) == ("0.00", "1,440.00")
    # A range of income once for each of twelve sizes, however many incomes lie within it.
    assert read_scales == [span] * 12


def test_days_that_are_not_covered_are_not_cost_sharing() -> None:
    benefit = PlanBenefit(benefit=Benefit.IOP, cost_share=_copay("50"), visit_limit=16)
    case = _case(MedicaidStanding(is_exempt=True), _plan(None, benefits=(benefit,)))
    found = _found(case)

    # Two days beyond the sixteen that are paid for.
    assert ends(found.to_pay) == ("600.00", "600.00")


def test_a_guideline_of_a_year_that_was_not_read_is_refused_with_the_years() -> None:
    case = _case(KNOWN, _plan(_copay("50")))
    late = evolve(case, episode=evolve(case.episode or Episode(), start=date(2026, 12, 14)))

    with pytest.raises(NotInForce) as refused:
        _found(late)

    assert str(refused.value) == (
        "poverty/contiguous-first-person: nothing is in force on 2027; periods that exist: "
        "2023-01-01..2024-01-01, 2024-01-01..2025-01-01, 2025-01-01..2026-01-01, "
        "2026-01-01..2027-01-01"
    )


def test_other_payers_ask_what_their_plan_tells() -> None:
    plan = _plan(_copay("50"), payer=PayerKind.COMMERCIAL, has_out_of_pocket_limit=False)
    benefit = evolve(plan.benefits[0], has_visit_limit=False)
    found = _found(_case(KNOWN, evolve(plan, benefits=(benefit,))))

    assert ends(found.to_pay) == ("900.00", "900.00")


def test_a_household_and_what_medicaid_knows_of_it_are_read_and_written() -> None:
    household = Household(size=3, yearly_income=Span(dollars("1"), dollars("2")))
    case = Case(household=household, medicaid=KNOWN)

    assert read(Case, dump(case)) == case


@pytest.mark.parametrize(
    ("told", "changes", "expected"),
    [
        (Household, {"size": 0}, "size: expected at least 1 person"),
        (
            Household,
            {"yearly_income": -Money(1)},
            "yearly_income: expected an amount that is not negative",
        ),
        (
            Household,
            {"yearly_income": Span(-Money(1), None)},
            "yearly_income: expected an amount that is not negative",
        ),
        (
            MedicaidStanding,
            {"family_paid": -Money(1)},
            "family_paid: expected an amount that is not negative",
        ),
    ],
)
def test_a_household_of_nobody_and_negative_amounts_are_refused(
    told: type[Household | MedicaidStanding], changes: dict[str, Any], expected: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        told(**changes)

    assert str(refused.value) == expected


_CHARGED = (Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("400"))),)


@pytest.mark.parametrize(
    ("changes", "billed", "expected", "bounds"),
    [
        # Half of 300 a day, of which 10% may be asked, and 250 in the first quarter.
        ({}, False, ("400.00", "400.00"), Bounds.EXACT),
        # The rest of the bill, 100 a day, is no cost sharing.
        ({}, True, ("2,200.00", "2,200.00"), Bounds.EXACT),
    ],
)
def test_outside_the_network_no_more_is_asked_than_medicaid_may(
    changes: dict[str, Any], billed: bool, expected: tuple[str, str], bounds: Bounds
) -> None:
    outside = evolve(OUTSIDE, coverage=Coverage.COVERED, patient_share=Share.percent(50), **changes)
    plan = evolve(_plan(_copay("3")), out_of_network=outside)
    case = _case(_standing(counts_by=QUARTER), plan)
    found = _found(
        evolve(
            case,
            prices=evolve(case.prices or PriceList(), charges=_CHARGED),
            episode=evolve(
                case.episode or Episode(), is_in_network=False, may_be_balance_billed=billed
            ),
        )
    )

    assert (ends(found.to_pay), found.bounds) == (expected, bounds)


def test_beside_another_plan_what_both_leave_is_held_to_no_limit_and_said_so() -> None:
    case = _case(KNOWN, PLAN)
    low = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("100")))
    beside = SecondCoverage(
        plan=evolve(_plan(_copay("50")), coordination=CoordinationMethod.CARVE_OUT),
        used=NOTHING_USED,
        allowed=(low,),
        is_in_network=True,
        is_authorized=True,
        pays_first=False,
    )
    found = _found(evolve(case, second_coverage=beside))

    # The first plan leaves 300, 220 and sixteen times 60; less what of 90 it has not paid.
    assert ends(found.to_pay) == ("1,380.00", "1,380.00")
    assert "medicaid-beside-another" in codes(found)[0]
