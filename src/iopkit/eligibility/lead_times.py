"""How long before a day somebody must ask, in days of the calendar or in business days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from iopkit.errors import InvalidValue
from iopkit.values.business_days import business_day_before, is_business_day

_MOST_DAYS = 366


def _days(told: Iterable[date]) -> frozenset[date]:
    return frozenset(told)


@frozen(kw_only=True)
class LeadTime:
    """How many days before they are needed a payer wants to be asked for more units.

    `in_business_days` leaves out Saturdays, Sundays and the `holidays`, which are those of the
    payer; no holiday is known that is not told.

    Raises:
        InvalidValue: `days` is not from 0 to 366.
    """

    days: int
    in_business_days: bool
    holidays: frozenset[date] = field(default=frozenset[date](), converter=_days)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.days <= _MOST_DAYS:
            raise InvalidValue("lead time", "a number of days from 0 to 366")

    def latest_before(self, day: date) -> date:
        """Return the latest day that has `days` days from itself on before `day`.

        With 1 business day, a Monday asks for the Friday before it.  With 0 days it is `day`
        itself, or the business day before it.
        """
        if not self.in_business_days:
            return _earlier(day, self.days)
        return business_day_before(day, self.days, self.holidays)

    def is_business_day(self, day: date) -> bool:
        """Return whether `day` is neither on a weekend nor one of the holidays."""
        return is_business_day(day, self.holidays)


def _earlier(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, date.min.toordinal()))
