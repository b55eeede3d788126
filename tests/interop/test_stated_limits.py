"""Limits on a service, as plan files state them and as a plan holds them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from iopkit import InvalidValue
from iopkit.interop import CountedThing, CountedTime, StatedLimit, read_limit
from iopkit.model import LimitPeriod, LimitUnit, ServiceLimit

UNIT = (
    "LimitUnit: expected a unit such as Days per Year, Visit(s) per Benefit Period or "
    "Hours per 6 Months"
)
NUMBER = "LimitQty: expected a number such as 30"


@pytest.mark.parametrize(
    ("quantity", "unit", "limit"),
    [
        ("", "", None),
        (" ", " ", None),
        (
            "30.0",
            "Days per Benefit Period",
            StatedLimit(Decimal(30), CountedThing.DAY, CountedTime.BENEFIT_PERIOD),
        ),
        ("20", "Days per Year", StatedLimit(Decimal(20), CountedThing.DAY, CountedTime.YEAR)),
        (
            "35.0",
            "Visit(s) per Year",
            StatedLimit(Decimal(35), CountedThing.VISIT, CountedTime.YEAR),
        ),
        (
            "35",
            "visits per benefit  period",
            StatedLimit(Decimal(35), CountedThing.VISIT, CountedTime.BENEFIT_PERIOD),
        ),
        (
            "1",
            "Item(s) per 3 Years",
            StatedLimit(Decimal(1), CountedThing.ITEM, CountedTime.YEAR, 3),
        ),
        (
            "12.5",
            "Hours per 6 Months",
            StatedLimit(Decimal("12.5"), CountedThing.HOUR, CountedTime.MONTH, 6),
        ),
        ("2", "Lifetime visits", StatedLimit(Decimal(2), CountedThing.VISIT, CountedTime.LIFETIME)),
        (
            "1500.00",
            "Dollars per Lifetime",
            StatedLimit(Decimal(1500), CountedThing.DOLLAR, CountedTime.LIFETIME),
        ),
    ],
)
def test_a_limit_says_how_many_of_what_and_for_which_time(
    quantity: str, unit: str, limit: StatedLimit | None
) -> None:
    assert read_limit(quantity, unit) == limit


@pytest.mark.parametrize(
    ("quantity", "unit", "message"),
    [
        ("30", "", UNIT),
        ("30", "Days", UNIT),
        ("30", "Sometimes", UNIT),
        ("30", "Days per", UNIT),
        ("30", "per Year", UNIT),
        ("30", "Days per 0 Years", UNIT),
        ("30", "Days per 3 Lifetimes", UNIT),
        ("30", "Days per 1000 Years", UNIT),
        ("30", "Days per \u0663 Years", UNIT),
        ("30", "Days per Year per Week", UNIT),
        ("", "Days per Year", NUMBER),
        ("many", "Days per Year", NUMBER),
        ("-3", "Days per Year", NUMBER),
        ("1e3", "Days per Year", NUMBER),
        ("1.2.3", "Days per Year", NUMBER),
        ("\u0663", "Days per Year", NUMBER),
        (".", "Days per Year", NUMBER),
        ("99999999999", "Days per Year", "quantity: expected a number from 0"),
    ],
)
def test_any_other_words_are_refused(quantity: str, unit: str, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_limit(quantity, unit)

    assert str(caught.value) == message


@pytest.mark.parametrize("times", [0, -1])
def test_a_limit_for_no_time_is_refused(times: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        StatedLimit(Decimal(1), CountedThing.DAY, CountedTime.YEAR, times)

    assert str(caught.value) == "times: expected at least 1"


@pytest.mark.parametrize(
    ("unit", "held"),
    [
        ("Visit(s) per Year", (LimitUnit.VISITS, LimitPeriod.YEAR)),
        ("Days per Stay", (LimitUnit.DAYS, LimitPeriod.STAY)),
        ("Days per Admission", (LimitUnit.DAYS, LimitPeriod.STAY)),
        ("Hours per Week", (LimitUnit.HOURS, LimitPeriod.WEEK)),
        ("Hours per 1 Month", (LimitUnit.HOURS, LimitPeriod.MONTH)),
        ("Dollars per Lifetime", (LimitUnit.DOLLARS, LimitPeriod.LIFETIME)),
        ("Days per Episode", (LimitUnit.DAYS, LimitPeriod.EPISODE)),
    ],
)
def test_a_plan_holds_a_limit_that_it_has_words_for(
    unit: str, held: tuple[LimitUnit, LimitPeriod]
) -> None:
    limit = read_limit("30.0", unit)

    assert limit is not None
    assert limit.service_limit() == ServiceLimit(quantity=30, unit=held[0], period=held[1])


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [
        ("30", "Days per Benefit Period"),
        ("30", "Treatment(s) per Year"),
        ("30", "Days per 2 Years"),
        ("30", "Hours per Visit"),
        ("2.5", "Hours per Week"),
    ],
)
def test_a_plan_holds_no_limit_of_another_kind(quantity: str, unit: str) -> None:
    limit = read_limit(quantity, unit)

    assert limit is not None
    assert limit.service_limit() is None
