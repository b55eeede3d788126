"""Dated values: one on each day, none outside, never a guess."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.errors import InvalidValue, NotInForce
from iopkit.values import Dated, DatedEntry, Money, Period

OLD = DatedEntry(Period.calendar_year(2024), Money.parse("240.00"), "notice-2024", "I")
NEW = DatedEntry(Period(date(2026, 1, 1)), Money.parse("283.00"), "notice-2026")
DEDUCTIBLE = Dated((NEW, OLD), "part-b-deductible")


@pytest.mark.parametrize(
    ("day", "entry"),
    [
        (date(2024, 1, 1), OLD),
        (date(2024, 12, 31), OLD),
        (date(2026, 1, 1), NEW),
        (date(2099, 1, 1), NEW),
    ],
)
def test_a_value_is_read_on_a_day(day: date, entry: DatedEntry[Money]) -> None:
    assert DEDUCTIBLE.on(day) == entry.value
    assert DEDUCTIBLE.entry_on(day) is entry


@pytest.mark.parametrize("day", ["2023-12-31", "2025-01-01", "2025-12-31"])
def test_a_day_without_a_value_names_the_periods_that_exist(day: str) -> None:
    with pytest.raises(NotInForce) as caught:
        DEDUCTIBLE.on(date.fromisoformat(day))

    assert str(caught.value) == (
        f"part-b-deductible: nothing is in force on {day}; "
        "periods that exist: 2024-01-01..2025-01-01, 2026-01-01..open"
    )
    assert caught.value.periods == ("2024-01-01..2025-01-01", "2026-01-01..open")


def test_a_series_without_entries_has_no_period() -> None:
    empty: Dated[int] = Dated(())

    with pytest.raises(NotInForce) as caught:
        empty.on(date(2025, 1, 1))

    assert str(caught.value) == (
        "dated value: nothing is in force on 2025-01-01; periods that exist: none"
    )


def test_entries_stand_in_order_however_they_came() -> None:
    assert DEDUCTIBLE.entries == (OLD, NEW)
    assert Dated((OLD, NEW), "part-b-deductible") == DEDUCTIBLE
    assert DEDUCTIBLE.periods == (OLD.period, NEW.period)


@pytest.mark.parametrize(
    "period", ["2024-12-31..2025-06-01", "2024-01-01..open", "2020-01-01..open"]
)
def test_two_values_for_one_day_are_refused(period: str) -> None:
    twice = DatedEntry(Period.parse(period), Money.parse("1.00"))

    with pytest.raises(InvalidValue) as caught:
        Dated((OLD, twice), "part-b-deductible")

    assert str(caught.value) == "part-b-deductible: expected periods that do not overlap"
