"""Laws of business days: the three counts agree with one another."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from iopkit.values import (
    business_day_after,
    business_day_before,
    business_days_between,
    is_business_day,
)

days = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))
counts = st.integers(0, 30)
holidays = st.frozensets(days, max_size=40)


@given(days, st.integers(1, 30), holidays)
def test_so_many_business_days_lie_between(day: date, count: int, closed: frozenset[date]) -> None:
    earlier = business_day_before(day, count, closed)
    later = business_day_after(day, count, closed)

    assert business_days_between(earlier, day, closed) == count
    assert is_business_day(earlier, closed)
    assert is_business_day(later, closed)
    assert business_days_between(day + timedelta(1), later + timedelta(1), closed) == count


@given(days, counts, holidays)
def test_one_more_business_day_is_further_away(
    day: date, count: int, closed: frozenset[date]
) -> None:
    assert business_day_after(day, count, closed) < business_day_after(day, count + 1, closed)


@given(days, counts, holidays, days)
def test_one_more_holiday_never_brings_a_day_nearer(
    day: date, count: int, closed: frozenset[date], more: date
) -> None:
    wider = closed | {more}

    assert business_day_after(day, count, wider) >= business_day_after(day, count, closed)
    assert business_day_before(day, count, wider) <= business_day_before(day, count, closed)
