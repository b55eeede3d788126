"""Business days: weekends, holidays, and the ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.values import (
    business_day_after,
    business_day_before,
    business_days_between,
    is_business_day,
)

HOLIDAYS = frozenset({date(2026, 3, 16), date(2026, 3, 21)})


def march(day: int) -> date:
    """Return a day of March 2026, whose 2nd is a Monday."""
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(6, True), (7, False), (8, False), (9, True), (16, False), (17, True), (21, False)],
)
def test_a_business_day_is_no_weekend_and_no_told_holiday(day: int, expected: bool) -> None:
    answer = is_business_day(march(day), HOLIDAYS)

    assert answer is expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (4, 0, 4),
        (7, 0, 7),
        (4, 1, 5),
        (6, 1, 9),
        (7, 1, 9),
        (8, 1, 9),
        (6, 3, 11),
        (13, 1, 17),  # over a weekend and a holiday
        (14, 2, 18),
    ],
)
def test_days_after_skip_weekends_and_holidays(day: int, count: int, expected: int) -> None:
    answer = business_day_after(march(day), count, HOLIDAYS)

    assert answer == march(expected)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [(4, 0, 4), (8, 0, 6), (9, 1, 6), (9, 3, 4), (17, 1, 13), (18, 2, 13), (18, 3, 12)],
)
def test_days_before_skip_weekends_and_holidays(day: int, count: int, expected: int) -> None:
    answer = business_day_before(march(day), count, HOLIDAYS)

    assert answer == march(expected)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (2, 5, 3),
        (2, 16, 10),
        (3, 16, 9),
        (2, 2, 0),
        (5, 2, 0),
        (6, 9, 1),
        (7, 9, 0),
        (13, 17, 1),  # the 16th is a holiday
    ],
)
def test_days_between_count_the_first_and_not_the_last(start: int, end: int, expected: int) -> None:
    answer = business_days_between(march(start), march(end), HOLIDAYS)

    assert answer == expected


def test_counting_stops_at_the_ends_of_the_calendar() -> None:
    assert business_day_after(date.max, 5) == date.max
    assert business_day_before(date.min, 5) == date.min
