"""Periods and days, as they are written and what they hold."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.errors import InvalidValue
from iopkit.values import Period, parse_day

YEAR = Period(date(2025, 1, 1), date(2026, 1, 1))
RUNNING = Period(date(2025, 1, 1))
AS_PERIOD = "period: expected START..END with days as YYYY-MM-DD, END after START, or START..open"


def test_a_day_is_read_as_written() -> None:
    assert parse_day("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-2-9",
        "20240229",
        "2023-02-29",
        "02/29/2024",
        "2024-W01-1",
        "2024-01-01 ",
        "٢٠٢٤-01-01",
    ],
)
def test_a_day_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_day(text)

    assert str(caught.value) == "day: expected a date YYYY-MM-DD"
    assert caught.value.__context__ is None


@pytest.mark.parametrize("day", [None, date(2024, 1, 1), 20240101])
def test_a_day_is_written_as_text(day: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_day(day)  # type: ignore[arg-type]  # what untyped callers do

    assert str(caught.value) == "day: expected a date YYYY-MM-DD"


@pytest.mark.parametrize(
    ("text", "period"), [("2025-01-01..2026-01-01", YEAR), ("2025-01-01..open", RUNNING)]
)
def test_a_period_is_read_as_it_is_written(text: str, period: Period) -> None:
    assert Period.parse(text) == period
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", AS_PERIOD),
        ("2025", AS_PERIOD),
        ("2025-01-01/2026-01-01", AS_PERIOD),
        ("2025-01-01..", "day: expected a date YYYY-MM-DD"),
        ("open..2025-01-01", "day: expected a date YYYY-MM-DD"),
        ("2025-01-01..2025-13-01", "day: expected a date YYYY-MM-DD"),
        ("2025-01-01...2026-01-01", "day: expected a date YYYY-MM-DD"),
        ("2026-01-01..2025-01-01", "period: expected an end after the start"),
        ("2025-01-01..2025-01-01", "period: expected an end after the start"),
    ],
)
def test_a_period_written_otherwise_is_refused(text: str, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Period.parse(text)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("day", "in_year", "in_running"),
    [
        (date(2024, 12, 31), False, False),
        (date(2025, 1, 1), True, True),
        (date(2025, 12, 31), True, True),
        (date(2026, 1, 1), False, True),
        (date.max, False, True),
    ],
)
def test_the_start_is_in_and_the_end_is_not(day: date, *, in_year: bool, in_running: bool) -> None:
    assert YEAR.holds(day) is in_year
    assert RUNNING.holds(day) is in_running


@pytest.mark.parametrize(
    ("other", "shares_a_day"),
    [
        ("2024-01-01..2025-01-01", False),
        ("2024-01-01..2025-01-02", True),
        ("2025-03-01..2025-04-01", True),
        ("2025-12-31..2027-01-01", True),
        ("2026-01-01..open", False),
        ("2024-01-01..open", True),
    ],
)
def test_periods_overlap_where_they_share_a_day(other: str, *, shares_a_day: bool) -> None:
    assert YEAR.overlaps(Period.parse(other)) is shares_a_day
    assert Period.parse(other).overlaps(YEAR) is shares_a_day


def test_a_period_counts_its_days_once_it_has_an_end() -> None:
    assert Period.calendar_year(2024).days == 366
    assert Period.calendar_year(2025) == YEAR
    assert YEAR.days == 365
    assert RUNNING.days is None


@pytest.mark.parametrize("year", [0, 9999])
def test_a_calendar_year_needs_a_next_one(year: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        Period.calendar_year(year)

    assert str(caught.value) == "calendar year: expected a year from 1 to 9998"


def test_periods_are_in_order_with_the_running_one_last() -> None:
    early = Period(date(2024, 1, 1))
    last_day = Period(date(2025, 1, 1), date.max)

    assert sorted([RUNNING, last_day, YEAR, early]) == [early, YEAR, last_day, RUNNING]
