"""Estimates with assistance: what it takes from the patient's part after all plans have paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    OUTSIDE,
    PLAN,
    PUBLISHED,
    UNINSURED,
    answer,
    codes,
    dollars,
    ends,
    having,
    series,
)

from iopkit.cost import Bounds, Estimate, Note
from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.model import (
    Assistance,
    Case,
    Episode,
    Household,
    Person,
    Price,
    PriceList,
    SlidingClass,
    SlidingScale,
)
from iopkit.rules.truth import Truth
from iopkit.values import Money, Period, Share, Span, Text
from iopkit.vocabulary import CostComponent, Service, State, Unit
from iopkit.vocabulary.billing import AmountUnit

SELF_PAY = evolve(CASE, health_plan=UNINSURED)
"""18 days of 400."""
SCALE = SlidingScale(
    id="invented",
    title=Text("invented", "inventada"),
    classes=(
        SlidingClass(name="A", to_percent=Decimal(100), nominal_fee=dollars("20")),
        SlidingClass(
            name="B",
            above_percent=Decimal(100),
            to_percent=Decimal(200),
            discount=Share.percent(60),
        ),
        SlidingClass(name="C", above_percent=Decimal(200), discount=Share.percent(0)),
    ),
)
GUIDELINE = dollars("15960")
FIRST, FURTHER = (
    series(f"poverty/contiguous-{name}-person", AmountUnit.USD_PER_YEAR, dollars(amount))
    for name, amount in (("first", "16000"), ("each-further", "6000"))
)


def helped(
    case: Case = CASE, *, size: int | None = None, income: Money | None = None, **told: Any
) -> Case:
    household = Household(size=size, yearly_income=income)
    return evolve(case, assistance=Assistance(**told), household=household)


def relief(found: Estimate) -> tuple[str, str]:
    (line,) = (line for line in found.lines if line.component is CostComponent.ASSISTANCE)
    return str(line.amount.low), str(line.amount.high)


@pytest.mark.parametrize(
    ("case", "told", "taken", "left"),
    [
        (CASE, {"discount": Share.percent(30)}, "-444.00", "1,036.00"),
        (SELF_PAY, {"discount": Share.percent(30)}, "-2,160.00", "5,040.00"),
        (CASE, {"amount": dollars("1000")}, "-1,000.00", "480.00"),
        (CASE, {"amount": dollars("2000")}, "-1,480.00", "0.00"),
        # The plan leaves 300, 220 and sixteen times 60.
        (CASE, {"day_fee": dollars("50")}, "-580.00", "900.00"),
        (CASE, {"day_fee": dollars("100")}, "-320.00", "1,160.00"),
        (SELF_PAY, {"day_fee": dollars("50")}, "-6,300.00", "900.00"),
        # A tenth of each charge of 400 is generally billed.
        (
            CASE,
            {"generally_billed": Share.percent(10), "is_medically_necessary": True},
            "-760.00",
            "720.00",
        ),
        (
            SELF_PAY,
            {"generally_billed": Share.percent(10), "is_medically_necessary": False},
            "-0.18",
            "7,199.82",
        ),
        # 40% of each charge of 400: above what the plan leaves of most days.
        (
            CASE,
            {"scale": SCALE, "guideline": GUIDELINE, "income": dollars("20000")},
            "-200.00",
            "1,280.00",
        ),
        (
            SELF_PAY,
            {"scale": SCALE, "guideline": GUIDELINE, "income": dollars("10000")},
            "-6,840.00",
            "360.00",
        ),
    ],
)
def test_assistance_is_a_line_below_zero_after_the_plan(
    case: Case, told: dict[str, Any], taken: str, left: str
) -> None:
    found = answer(helped(case, **told))

    assert (relief(found), ends(found.to_pay)) == ((taken, taken), (left, left))
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, [])


def test_whether_it_is_affordable_is_judged_after_assistance() -> None:
    alone = evolve(CASE, budget=dollars("1000"))
    found = answer(helped(alone, day_fee=dollars("50")))

    assert (answer(alone).is_affordable, found.is_affordable) == (Truth.NOT_MET, Truth.MET)


@pytest.mark.parametrize(
    ("most", "unknowns"), [("15960", []), ("15960.01", ["income-range"]), (None, ["income-range"])]
)
def test_a_range_of_income_is_named_where_it_meets_several_classes(
    most: str | None, unknowns: list[str]
) -> None:
    income = Span(Money(0), None if most is None else dollars(most))
    alone = helped(SELF_PAY, scale=SCALE, guideline=GUIDELINE)
    found = answer(evolve(alone, household=Household(yearly_income=income)))

    assert codes(found)[1] == unknowns
    assert (found.to_pay.value is None) is bool(unknowns)


def test_an_income_that_is_not_told_is_shown_at_each_end() -> None:
    found = answer(helped(SELF_PAY, scale=SCALE, guideline=GUIDELINE))

    assert (ends(found.to_pay), found.bounds, codes(found)[1]) == (
        ("360.00", "7,200.00"),
        Bounds.EXACT,
        ["income-not-told"],
    )
    path = "household.yearly_income"
    assert [end.values for end in found.completions] == [
        {path: dollars("0")},
        {path: dollars("31920.01")},
    ]


@pytest.mark.parametrize(
    ("told", "expected", "bounds", "unknown"),
    [
        ({"size": 1}, ("2,880.00", "2,880.00"), Bounds.EXACT, []),
        ({"size": 3}, ("360.00", "360.00"), Bounds.EXACT, []),
        ({}, ("360.00", "2,880.00"), Bounds.EXACT, ["household-not-told"]),
    ],
)
def test_the_guideline_is_that_of_the_household_and_its_state(
    told: dict[str, Any], expected: tuple[str, str], bounds: Bounds, unknown: list[str]
) -> None:
    person = evolve(CASE.person or Person(), state=State.OH)
    case = helped(evolve(SELF_PAY, person=person), scale=SCALE, income=dollars("20000"), **told)
    found = answer(case, Amounts((*PUBLISHED.series, FIRST, FURTHER)))

    assert (ends(found.to_pay), found.bounds, codes(found)[1]) == (expected, bounds, unknown)


@pytest.mark.parametrize(
    ("size", "noted"),
    [
        (
            3,
            Note(
                "poverty-guideline",
                Text(
                    "The federal poverty guideline of the household is 28,000.00 in 2026.",
                    "La guía federal de pobreza del hogar es 28,000.00 en 2026.",
                ),
                "source-of-poverty/contiguous-first-person",
            ),
        ),
        (
            None,
            Note(
                "poverty-guidelines",
                Text(
                    "Income is set beside the federal poverty guidelines of 2026.",
                    "Los ingresos se comparan con las guías federales de pobreza de 2026.",
                ),
                "source-of-poverty/contiguous-first-person",
            ),
        ),
    ],
)
def test_the_published_guideline_is_noted_with_its_year_and_source(
    size: int | None, noted: Note
) -> None:
    person = evolve(CASE.person or Person(), state=State.OH)
    case = helped(evolve(SELF_PAY, person=person), scale=SCALE, income=dollars("20000"), size=size)
    found = answer(case, Amounts((*PUBLISHED.series, FIRST, FURTHER)))

    assert found.assumptions[0] == noted
    assert codes(found)[0] == [noted.code]


@pytest.mark.parametrize(
    ("in_force", "expected", "unknown"),
    [
        (Period.calendar_year(2026), ("360.00", "360.00"), []),
        (Period.calendar_year(2025), ("0.00", "7,200.00"), ["scale-not-in-force"]),
        (
            Period(date(2026, 1, 1), date(2026, 4, 10)),
            ("0.00", "7,200.00"),
            ["scale-not-in-force"],
        ),
    ],
)
def test_a_scale_that_is_not_in_force_on_a_day_of_care_tells_nothing(
    in_force: Period, expected: tuple[str, str], unknown: list[str]
) -> None:
    scale = evolve(SCALE, in_force=in_force)
    found = answer(helped(SELF_PAY, scale=scale, guideline=GUIDELINE, income=dollars("15000")))

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknown)


@pytest.mark.parametrize(
    ("state", "start", "told", "unknown"),
    [
        (State.PR, date(2026, 3, 2), {"size": 2}, ["guideline-not-published"]),
        (State.OH, date(2027, 3, 1), {"size": 2}, ["guideline-not-published"]),
        (State.PR, date(2026, 3, 2), {}, ["household-not-told", "guideline-not-published"]),
        (State.PR, date(2026, 3, 2), {"guideline": GUIDELINE, "size": 1}, []),
    ],
)
def test_without_a_published_guideline_every_class_is_possible(
    state: State, start: date, told: dict[str, Any], unknown: list[str]
) -> None:
    case = evolve(
        having(start=start),
        health_plan=UNINSURED,
        person=evolve(CASE.person or Person(), state=state),
    )
    case = helped(case, scale=SCALE, income=dollars("15000"), **told)
    found = answer(case, Amounts((*PUBLISHED.series, FIRST, FURTHER)))

    assert codes(found)[1] == unknown
    assert ends(found.to_pay) == (("0.00", "7,200.00") if unknown else ("360.00", "360.00"))


def test_without_a_state_every_class_is_possible() -> None:
    found = answer(helped(SELF_PAY, scale=SCALE, income=dollars("20000")))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "7,200.00"), Bounds.OUTER)
    assert codes(found)[1] == ["household-not-told"]


@pytest.mark.parametrize(
    ("class_b", "expected", "unknown"),
    [
        # Nothing is picked in a gap: the charge may be waived, or asked in full.
        ({"above_percent": None, "from_percent": Decimal(101)}, ("0.00", "7,200.00"), "scale-gap"),
        (
            {"above_percent": None, "from_percent": Decimal(90)},
            ("360.00", "2,880.00"),
            "scale-overlap",
        ),
    ],
)
def test_gaps_and_overlaps_are_reported_and_nothing_is_picked(
    class_b: dict[str, Any], expected: tuple[str, str], unknown: str
) -> None:
    first, second, third = SCALE.classes
    scale = evolve(SCALE, classes=(first, evolve(second, **class_b), third))
    income = dollars("16000") if unknown == "scale-gap" else dollars("15000")
    found = answer(helped(SELF_PAY, scale=scale, guideline=GUIDELINE, income=income))

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.OUTER)
    assert codes(found)[1] == [unknown]


def test_assistance_of_unknown_size_may_be_all_or_nothing() -> None:
    found = answer(helped())

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,480.00"), Bounds.OUTER)
    assert codes(found)[1] == ["assistance-not-told"]


def test_without_the_charge_a_discount_on_it_is_only_bounded_by_what_is_allowed() -> None:
    prices = evolve(CASE.prices or PriceList(), charges=())
    case = evolve(CASE, prices=prices)
    found = answer(helped(case, scale=SCALE, guideline=GUIDELINE, income=dollars("20000")))

    # At least 40% of the 300 that the plan allows, of a charge that may be higher.
    assert (ends(found.to_pay), found.bounds) == (("1,200.00", "1,480.00"), Bounds.OUTER)


def test_a_fee_by_the_day_bounds_a_price_by_the_week() -> None:
    weekly = Price(service=Service.IOP, unit=Unit.WEEK, amount=Span.exactly(dollars("900")))
    case = evolve(SELF_PAY, prices=PriceList(charges=(weekly,)))
    found = answer(helped(case, day_fee=dollars("50")))

    assert (ends(found.to_pay), found.bounds) == (("50.00", "5,400.00"), Bounds.OUTER)


def test_a_range_of_weeks_takes_more_off_at_the_high_end() -> None:
    episode = evolve(CASE.episode or Episode(), weeks=Span(4, 6))
    found = answer(helped(evolve(SELF_PAY, episode=episode), day_fee=dollars("50")))

    assert (relief(found), ends(found.to_pay), found.bounds) == (
        ("-4,200.00", "-6,300.00"),
        ("600.00", "900.00"),
        Bounds.EXACT,
    )


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"discount": Share.percent(10), "amount": dollars("5")}, "assistance"),
        ({"day_fee": Money(-1)}, "assistance"),
        ({"guideline": Money(0)}, "guideline"),
    ],
)
def test_what_no_assistance_can_be_is_refused(told: dict[str, Any], what: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Assistance(**told)

    assert caught.value.what == what


@pytest.mark.parametrize(
    ("told", "outside"),
    [
        # 18 days: 120 of each, the rest of the bill 100, 220 in all.
        (Assistance(), "0.00 - 3,960.00"),
        (Assistance(day_fee=dollars("20")), "360.00"),
        (Assistance(discount=Share.percent(50)), "1,980.00"),
        (Assistance(amount=dollars("3000")), "960.00"),
        (
            Assistance(generally_billed=Share.percent(40), is_medically_necessary=True),
            "2,880.00",  # 160 a day
        ),
    ],
)
def test_assistance_also_takes_from_the_rest_of_the_bill(told: Assistance, outside: str) -> None:
    plan = evolve(PLAN, out_of_network=OUTSIDE)
    case = evolve(CASE, health_plan=plan, assistance=told)
    costs = {
        in_network: answer(
            evolve(
                case, episode=having(is_in_network=in_network, may_be_balance_billed=True).episode
            )
        )
        for in_network in (True, False, None)
    }
    low, high = ends(costs[False].to_pay)
    lows, highs = zip(*(ends(costs[each].to_pay) for each in (True, False)), strict=True)

    assert (low if low == high else f"{low} - {high}") == outside
    assert ends(costs[None].to_pay) == (min(lows, key=dollars), max(highs, key=dollars))


def test_the_rest_of_a_bill_by_the_week_leaves_a_fee_by_the_day_between_bounds() -> None:
    weekly = Price(service=Service.IOP, unit=Unit.WEEK, amount=Span.exactly(dollars("1200")))
    found = answer(
        evolve(
            CASE,
            health_plan=evolve(PLAN, out_of_network=OUTSIDE),
            prices=evolve(CASE.prices or PriceList(), charges=(weekly,)),
            episode=having(is_in_network=False, may_be_balance_billed=True).episode,
            assistance=Assistance(day_fee=dollars("20")),
        )
    )

    # Six weeks of 1,200 for eighteen days of 300: what is left of each day is not known.
    assert (ends(found.to_pay), found.bounds) == (("20.00", "360.00"), Bounds.OUTER)
    assert codes(found)[1] == ["assistance-by-day"]
