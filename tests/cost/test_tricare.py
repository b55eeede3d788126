"""TRICARE pays a freestanding day shares of an amount of the year, which its caller tells."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.cost import tricare_day_rates
from iopkit.errors import InvalidValue, NotInForce
from iopkit.values.money import Money

AMOUNTS = shipped().amounts
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("inpatient", "full", "iop"),
    [
        ("1000.00", "400.00", "300.00"),
        ("864.20", "345.68", "259.26"),
        ("0", "0.00", "0.00"),
        # The full day is rounded first: 30 % of four cents would be one cent.
        ("0.04", "0.02", "0.02"),
    ],
)
def test_a_day_is_paid_shares_of_an_average_inpatient_day(
    inpatient: str, full: str, iop: str
) -> None:
    rates = tricare_day_rates(AMOUNTS, on=DAY, inpatient_day=Money.parse(inpatient))

    assert (str(rates.full_php_day), str(rates.iop_day)) == (full, iop)


def test_an_iop_day_is_paid_a_share_of_the_full_day_that_is_told() -> None:
    rates = tricare_day_rates(AMOUNTS, on=DAY, full_php_day=Money.parse("345.68"))

    assert (str(rates.full_php_day), str(rates.iop_day)) == ("345.68", "259.26")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, "TRICARE day: expected either inpatient_day or full_php_day"),
        (
            {"inpatient_day": "1", "full_php_day": "1"},
            "TRICARE day: expected either inpatient_day or full_php_day",
        ),
        ({"inpatient_day": "-1"}, "TRICARE day: expected an amount that is not negative"),
        ({"full_php_day": "-0.01"}, "TRICARE day: expected an amount that is not negative"),
    ],
)
def test_one_amount_that_is_not_negative_is_told(told: dict[str, str], expected: str) -> None:
    amounts = {name: Money.parse(value) for name, value in told.items()}

    with pytest.raises(InvalidValue) as refused:
        tricare_day_rates(AMOUNTS, on=DAY, **amounts)

    assert str(refused.value) == expected


def test_a_day_before_intensive_outpatient_care_was_covered_has_no_rate() -> None:
    with pytest.raises(NotInForce) as refused:
        tricare_day_rates(AMOUNTS, on=date(2016, 10, 2), full_php_day=Money.parse("300"))

    assert str(refused.value) == (
        "tricare/iop-day-share-of-php: nothing is in force on 2016-10-02; periods that exist: "
        "2016-10-03..open"
    )
