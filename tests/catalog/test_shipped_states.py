"""What single states pay, stated a second time."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.errors import NotInForce
from iopkit.values.money import Money

SAIOP = "north-carolina-medicaid/saiop-day-rate"
LATER = date(2004, 7, 1)


@pytest.mark.parametrize("on", [date(2024, 8, 1), date(2025, 12, 31)])
def test_a_day_of_iop_in_north_carolina_is_paid_the_printed_new_rate(on: date) -> None:
    assert shipped().amounts.money(SAIOP, on=on) == Money.parse("170.03")


@pytest.mark.parametrize("on", [date(2024, 7, 31), date(2026, 1, 1)])
def test_no_rate_of_north_carolina_is_guessed_for_days_that_were_not_read(on: date) -> None:
    with pytest.raises(NotInForce) as refused:
        shipped().amounts.money(SAIOP, on=on)

    assert refused.value.periods == ("2024-08-01..2026-01-01",)


CALIFORNIA = [
    ("day-care-rehabilitative-visit", date(2003, 7, 1), "67.85"),
    ("perinatal-day-care-rehabilitative-visit", date(2004, 6, 30), "74.44"),
    ("individual-counseling-session", date(2004, 6, 30), "70.25"),
    ("individual-counseling-session", date(2004, 7, 1), "63.90"),
    ("group-counseling-session", date(2003, 7, 1), "32.33"),
    ("group-counseling-session", date(2005, 6, 30), "30.60"),
]


@pytest.mark.parametrize(("wanted", "on", "rate"), CALIFORNIA)
def test_california_paid_at_most_what_its_rule_prints_of_these_years(
    wanted: str, on: date, rate: str
) -> None:
    assert shipped().amounts.money(f"california-medicaid/{wanted}", on=on) == Money.parse(rate)


def test_no_later_rate_of_california_is_guessed() -> None:
    with pytest.raises(NotInForce) as refused:
        shipped().amounts.money("california-medicaid/day-care-rehabilitative-visit", on=LATER)

    assert refused.value.periods == ("2003-07-01..2004-07-01",)
