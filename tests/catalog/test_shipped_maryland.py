"""What Maryland Medicaid pays, stated a second time."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.errors import NotInForce
from iopkit.values.money import Money

RATES = {
    "maryland-medicaid/iop-day-rate": "169.51",
    "maryland-medicaid/php-half-day-rate": "176.29",
    "maryland-medicaid/php-full-day-rate": "284.77",
}


@pytest.mark.parametrize("on", [date(2022, 7, 1), date(2023, 6, 30)])
@pytest.mark.parametrize(("wanted", "rate"), RATES.items())
def test_a_day_in_maryland_is_paid_the_rate_of_the_year_that_was_read(
    wanted: str, rate: str, on: date
) -> None:
    assert shipped().amounts.money(wanted, on=on) == Money.parse(rate)


@pytest.mark.parametrize("on", [date(2022, 6, 30), date(2023, 7, 1)])
@pytest.mark.parametrize("wanted", RATES)
def test_no_rate_of_maryland_is_guessed_for_years_that_were_not_read(wanted: str, on: date) -> None:
    with pytest.raises(NotInForce) as refused:
        shipped().amounts.money(wanted, on=on)

    assert refused.value.periods == ("2022-07-01..2023-07-01",)
