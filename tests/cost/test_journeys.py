"""The way there and back: what is counted, rounded and left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    NO_TRAVEL,
    UNINSURED,
    answer,
    codes,
    dollars,
    ends,
    having,
)

from iopkit.cost import Bounds
from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.model.episode import Travel
from iopkit.model.program import Program
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.care import Delivery


def test_travel_is_counted_there_and_back_and_rounded_once() -> None:
    travel = Travel(miles=Decimal("11.5"), minutes=25, fares=dollars("3"), parking=dollars("4.50"))
    found = answer(having(travel=travel))

    assert [
        (line.label.en, str(line.detail), ends(line.amount), line.source)
        for line in found.lines
        if line.component is CostComponent.TRANSPORTATION
    ] == [
        # 18 days of 23 miles at 20.5 cents are 84.87.
        (
            "driving there and back",
            "18 days x 23 miles x 0.205",
            ("84.87", "84.87"),
            "source-of-irs/medical-mileage",
        ),
        ("fares", "18 days x 3.00", ("54.00", "54.00"), None),
        ("parking", "18 days x 4.50", ("81.00", "81.00"), None),
    ]
    assert codes(found) == (["medical-mileage"], [])


@pytest.mark.parametrize(
    ("start", "driven", "detail"),
    [
        # Five days of 20 miles at 20.5 cents, and seven for which no rate is published.
        (date(2026, 12, 21), ("20.50", "None"), "12 days x 20 miles x 0.205 / ?"),
        (date(2027, 3, 1), ("0.00", "None"), "12 days x 20 miles x ?"),
    ],
)
def test_days_without_a_published_rate_leave_driving_open_and_refuse_nothing(
    start: date, driven: tuple[str, str], detail: str
) -> None:
    travel = evolve(NO_TRAVEL, miles=Decimal(10))
    case = evolve(having(travel=travel, start=start, weeks=4), health_plan=UNINSURED)
    found = answer(case)

    assert (ends(found.lines[-2].amount), str(found.lines[-2].detail)) == (driven, detail)
    assert codes(found)[1] == ["mileage-not-published"]
    assert (found.to_pay.low, found.bounds) == (dollars("4800") + dollars(driven[0]), Bounds.OUTER)


def test_a_cost_per_mile_of_the_callers_own_needs_no_published_rate() -> None:
    travel = evolve(NO_TRAVEL, miles=Decimal("0.1"), cost_per_mile=Money(25))
    found = answer(having(travel=travel), Amounts())

    # 18 x 0.2 miles x 25 cents are 90 cents; rounded day by day they would be 90 as well.
    assert ends(found.lines[1].amount) == ("0.90", "0.90")
    assert codes(found) == ([], [])


@pytest.mark.parametrize(
    ("travel", "unknown"),
    [
        (None, ["travel-not-told"]),
        (Travel(), ["miles-not-told", "fares-not-told", "parking-not-told"]),
    ],
)
def test_travel_that_is_not_told_is_left_out_and_said_so(
    travel: Travel | None, unknown: list[str]
) -> None:
    found = answer(evolve(having(travel=travel), budget=dollars("9999")))

    assert (ends(found.to_pay), codes(found)[1]) == (("1,480.00", "1,480.00"), unknown)
    assert found.is_affordable is Truth.UNKNOWN


def test_driving_does_not_depend_on_the_callers_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 2
        found = answer(having(travel=evolve(NO_TRAVEL, miles=Decimal("11.537"))))

    # 18 days of 23.074 miles at 20.5 cents are 8,514.306 cents.
    assert (ends(found.lines[1].amount), str(found.lines[1].detail)) == (
        ("85.14", "85.14"),
        "18 days x 23.074 miles x 0.205",
    )


def test_a_distance_beyond_all_bounds_is_refused_without_showing_it() -> None:
    with pytest.raises(InvalidValue) as refused:
        answer(having(travel=evolve(NO_TRAVEL, miles=Decimal("1e40"))))

    assert str(refused.value) == "miles: expected a distance that can be driven"


@pytest.mark.parametrize(
    ("delivery", "driven", "code"),
    [
        (Listing.of(Delivery.VIRTUAL, complete=True), "0.00", "attended-remotely"),
        (Listing.of(Delivery.VIRTUAL), "36.00", "in-person-every-day"),
        (Listing.of(Delivery.IN_PERSON, Delivery.VIRTUAL), "36.00", "in-person-every-day"),
    ],
)
def test_a_virtual_program_is_attended_from_home(
    delivery: Listing[Delivery], driven: str, code: str
) -> None:
    case = having(travel=evolve(NO_TRAVEL, miles=Decimal(5), cost_per_mile=Money(20)))
    program = evolve(CASE.program or Program(id="x"), delivery=delivery)
    found = answer(evolve(case, program=program))
    driving = sum((line.amount.low or ZERO for line in found.lines[1:-1]), ZERO)

    assert (str(driving), codes(found)) == (driven, ([code], []))


def test_one_mile_is_one_mile() -> None:
    found = answer(having(travel=evolve(NO_TRAVEL, miles=Decimal("0.5"))))

    assert found.lines[1].detail == Text("18 days x 1 mile x 0.205", "18 días x 1 milla x 0.205")
