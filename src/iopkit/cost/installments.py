"""Payment plans: one amount in monthly installments, to the cent."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date
from fractions import Fraction

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share

_MOST_INSTALLMENTS = 600
_MONTHS = 12
_BASIS_POINTS = 10_000


@frozen(kw_only=True, repr=False)
class Installment(Quiet):
    """One installment: the day on which it is due, and what of it is interest.

    `on` is `None` where no first day was told; `left` is what is still owed after it.
    """

    on: date | None
    amount: Money
    interest: Money
    left: Money


@frozen(kw_only=True, repr=False)
class PaymentPlan(Quiet):
    """An amount in installments; they add up to the amount and all interest."""

    amount: Money
    annual_rate: Share
    installments: tuple[Installment, ...]

    @property
    def interest(self) -> Money:
        """All interest."""
        return sum((each.interest for each in self.installments), ZERO)

    @property
    def total(self) -> Money:
        """The sum of all installments."""
        return sum((each.amount for each in self.installments), ZERO)


def payment_plan(
    amount: Money, count: int, *, annual_rate: Share, first_due: date | None = None
) -> PaymentPlan:
    """Return `amount` in `count` equal monthly installments, of which the last takes the rest.

    A rate of 0% is a known absence of interest.  Each installment holds the interest of one
    month on what is left, a twelfth of the annual rate, rounded half up; installments are
    rounded half up, or down where that would leave nothing for the last.  They fall on the day
    of `first_due` in each month, or on the last day of a month that is too short.  No rate and
    no number of installments is usual: both come from who offers the plan.

    Raises:
        InvalidValue: there are not from 1 to 600 installments of at least a cent, the last one
            would fall beyond the calendar, or all of them are more than any `Money`.
    """
    if not 1 <= count <= _MOST_INSTALLMENTS:
        raise InvalidValue("count", "from 1 to 600 installments")
    if amount.cents < count:
        raise InvalidValue("amount", "at least one cent for each installment")
    rate = Fraction(annual_rate.basis_points, _BASIS_POINTS * _MONTHS)
    exact = _level(amount.cents, count, rate)
    dates = tuple(_due_days(first_due, count))
    for level in (_half_up(exact), int(exact)):
        installments = tuple(_installments(amount.cents, level, rate, dates))
        if installments[-1].amount > ZERO:
            plan = PaymentPlan(amount=amount, annual_rate=annual_rate, installments=installments)
            _refuse_unbounded(plan)
            return plan
    raise InvalidValue("count", "fewer installments for so small an amount")


def _refuse_unbounded(plan: PaymentPlan) -> None:
    try:
        plan.total  # noqa: B018  # it raises where there is no such amount
    except InvalidValue:
        pass
    else:
        return
    raise InvalidValue("amount", "installments that add up to an amount of money; fewer, or less")


def _level(cents: int, count: int, rate: Fraction) -> Fraction:
    """Return the exact installment that pays off `cents` in equal parts."""
    if rate == 0:
        return Fraction(cents, count)
    growth = (1 + rate) ** count
    return cents * rate * growth / (growth - 1)


def _half_up(cents: Fraction) -> int:
    return int(cents + Fraction(1, 2))


def _installments(
    cents: int, level: int, rate: Fraction, dates: tuple[date | None, ...]
) -> Iterator[Installment]:
    left = cents
    for place, on in enumerate(dates, start=1):
        interest = _half_up(left * rate)
        paid = left + interest if place == len(dates) else level
        left += interest - paid
        yield Installment(on=on, amount=Money(paid), interest=Money(interest), left=Money(left))


def _due_days(first: date | None, count: int) -> Iterator[date | None]:
    for place in range(count):
        if first is None:
            yield None
            continue
        years, month = divmod(first.month - 1 + place, _MONTHS)
        year = first.year + years
        if year > MAXYEAR:
            raise InvalidValue(
                "first_due", "a day after which all installments are in the calendar"
            )
        longest = monthrange(year, month + 1)[1]
        yield date(year, month + 1, min(first.day, longest))
