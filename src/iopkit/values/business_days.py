"""Business days: every day but Saturdays, Sundays and the holidays that somebody tells.

No holiday is built in, since each payer and agency has its own.  Where counting would leave the
calendar, its first or last day is the answer.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

_SATURDAY = 5
_NONE: frozenset[date] = frozenset()


def is_business_day(day: date, holidays: AbstractSet[date] = _NONE) -> bool:
    """Return whether `day` is neither on a weekend nor one of the `holidays`."""
    return day.weekday() < _SATURDAY and day not in holidays


def business_day_before(day: date, count: int, holidays: AbstractSet[date] = _NONE) -> date:
    """Return the latest day that has `count` business days from itself on before `day`.

    With 1, a Monday gives the Friday before it.  With 0 it is `day` itself, or the business day
    before it.
    """
    latest = day if count == 0 else _moved(day, -1)
    counted = 0
    while latest > date.min:
        if is_business_day(latest, holidays):
            counted += 1
            if counted >= count:
                break
        latest = _moved(latest, -1)
    return latest


def business_day_after(day: date, count: int, holidays: AbstractSet[date] = _NONE) -> date:
    """Return the `count`th business day after `day`, which itself never counts.

    With 1, a Friday gives the Monday after it.  With 0 it is `day` itself.
    """
    reached, counted = day, 0
    while counted < count and reached < date.max:
        reached = _moved(reached, 1)
        counted += is_business_day(reached, holidays)
    return reached


def business_days_between(start: date, end: date, holidays: AbstractSet[date] = _NONE) -> int:
    """Return how many business days there are from `start` on, before `end`.

    A Monday is three business days before the Thursday of its week.
    """
    days = range(start.toordinal(), end.toordinal())
    return sum(is_business_day(date.fromordinal(day), holidays) for day in days)


def _moved(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
