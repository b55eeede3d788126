"""The most that TRICARE pays a freestanding program for a day, from an amount that is told."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.values.money import ZERO, Money

_OF_INPATIENT = "tricare/php-day-share-of-inpatient"
_OF_FULL_DAY = "tricare/iop-day-share-of-php"


@frozen(kw_only=True)
class TricareDayRates:
    """The most that TRICARE pays for a full PHP day, and for an IOP day."""

    full_php_day: Money
    iop_day: Money


def tricare_day_rates(
    amounts: Amounts,
    *,
    on: date,
    inpatient_day: Money | None = None,
    full_php_day: Money | None = None,
) -> TricareDayRates:
    """Return the caps on a day's payment; the yearly dollars are told, since none ship.

    `inpatient_day` is what TRICARE pays psychiatric hospitals and units for a day on average in
    the year, `full_php_day` its rate for a full PHP day; one of the two is told.  Each share is
    rounded half up, as shares are.  Which day is which, the rule sets `tricare/php-day` and
    `tricare/iop-day` decide; a hospital's program is paid by other rules.

    Source: 32 CFR 199.14(a)(2)(ix)

    Raises:
        NotInForce: the shares were not read for that day.
        InvalidValue: an amount is negative, or not exactly one is told.
    """
    if (inpatient_day is None) is (full_php_day is None):
        raise InvalidValue("TRICARE day", "either inpatient_day or full_php_day")
    full = full_php_day
    if full is None:
        full = amounts.share(_OF_INPATIENT, on=on).of(inpatient_day or ZERO)
    if full < ZERO:
        raise InvalidValue("TRICARE day", "an amount that is not negative")
    return TricareDayRates(full_php_day=full, iop_day=amounts.share(_OF_FULL_DAY, on=on).of(full))
