"""What single states pay, stated a second time."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.errors import NotInForce
from iopkit.values.money import Money

SAIOP = "north-carolina-medicaid/saiop-day-rate"


@pytest.mark.parametrize("on", [date(2024, 8, 1), date(2025, 12, 31)])
def test_a_day_of_iop_in_north_carolina_is_paid_the_printed_new_rate(on: date) -> None:
    assert shipped().amounts.money(SAIOP, on=on) == Money.parse("170.03")


@pytest.mark.parametrize("on", [date(2024, 7, 31), date(2026, 1, 1)])
def test_no_rate_of_north_carolina_is_guessed_for_days_that_were_not_read(on: date) -> None:
    with pytest.raises(NotInForce) as refused:
        shipped().amounts.money(SAIOP, on=on)

    assert refused.value.periods == ("2024-08-01..2026-01-01",)
