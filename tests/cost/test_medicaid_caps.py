"""The most that Medicaid lets a State ask: by income band, and for a family together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from iopkit.catalog import shipped
from iopkit.cost import medicaid_copay_cap, medicaid_family_cap
from iopkit.errors import InvalidValue, NotInForce
from iopkit.values.money import Money

AMOUNTS = shipped().amounts
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("percent", "pays", "low", "high"),
    [
        (Fraction(0), "170.03", "4.00", "None"),
        (Fraction(100), "170.03", "4.00", "None"),
        (Fraction(100) + Fraction(1, 10**9), "170.03", "17.00", "17.00"),
        (Fraction(101), "170.03", "17.00", "17.00"),
        (Fraction(150), "170.03", "17.00", "17.00"),
        (Fraction(150) + Fraction(1, 10**9), "170.03", "34.00", "34.00"),
        (Fraction(900), "170.03", "34.00", "34.00"),
        # More income, and less to pay: the bands do not rise throughout.
        (Fraction(120), "20.00", "2.00", "2.00"),
        (Fraction(200), "20.00", "4.00", "4.00"),
        # A cent more would be above the share.
        (Fraction(120), "20.09", "2.00", "2.00"),
        (None, "20.09", "2.00", "None"),
        (None, "20.00", "2.00", "None"),
        (None, "170.03", "4.00", "None"),
        (None, "0.00", "0.00", "None"),
    ],
)
def test_the_cap_of_a_copay_follows_the_income_band(
    percent: Fraction | None, pays: str, low: str, high: str
) -> None:
    cap = medicaid_copay_cap(AMOUNTS, percent, Money.parse(pays), on=DAY)

    assert (str(cap.low), str(cap.high)) == (low, high)


def test_no_cap_is_told_before_the_day_that_the_law_names() -> None:
    with pytest.raises(NotInForce) as refused:
        medicaid_copay_cap(AMOUNTS, Fraction(50), Money.parse("20"), on=date(2015, 9, 30))

    assert str(refused.value) == (
        "us-medicaid/outpatient-copay-base: nothing is in force on 2015-09-30; periods that "
        "exist: 2015-10-01..open"
    )


@pytest.mark.parametrize(("percent", "pays"), [(Fraction(-1), "20"), (None, "-0.01")])
def test_a_cap_of_something_negative_is_refused(percent: Fraction | None, pays: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        medicaid_copay_cap(AMOUNTS, percent, Money.parse(pays), on=DAY)

    assert str(refused.value) == ("Medicaid copay cap: expected amounts that are not negative")


def test_all_cost_sharing_of_a_family_takes_a_twentieth_of_its_income() -> None:
    cap = medicaid_family_cap(AMOUNTS, Money.parse("1330.19"), on=DAY)

    assert str(cap) == "66.50"


def test_a_negative_income_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        medicaid_family_cap(AMOUNTS, Money.parse("-1"), on=DAY)

    assert str(refused.value) == "income: expected an amount that is not negative"
