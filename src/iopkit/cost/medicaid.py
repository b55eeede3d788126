"""The most that Medicaid lets a State ask of a patient; every number comes from the amounts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.values.spans import Basis, Span

_BASE = "us-medicaid/outpatient-copay-base"
_SHARES = ("us-medicaid/outpatient-middle-band-share", "us-medicaid/outpatient-upper-band-share")
_ENDS = ("us-medicaid/lowest-band-end", "us-medicaid/middle-band-end")
_FAMILY = "us-medicaid/family-aggregate-share"
_WHOLE = 10_000
COPAY_SERIES = (_BASE, *_SHARES, *_ENDS)
"""The series that `CopayCaps` reads."""


@frozen
class CopayCaps:
    """The numbers that cap what a State may ask for one outpatient service.

    `ends` are the percents of the poverty guideline at which the two lower bands of income end.
    """

    base: Money
    shares: tuple[Share, ...]
    ends: tuple[Fraction, ...]

    @classmethod
    def on(cls, amounts: Amounts, day: date) -> CopayCaps:
        """Return those of a day.

        Raises:
            NotInForce: one was not read for that day.
        """
        base = amounts.money(_BASE, on=day)
        shares = tuple([amounts.share(each, on=day) for each in _SHARES])
        return cls(base, shares, income_bands(amounts, on=day))

    def cap(self, percent: Fraction | None, agency_pays: Money) -> Span[Money]:
        """Return the most that may be asked, as `medicaid_copay_cap` tells it."""
        if agency_pays < ZERO or (percent is not None and percent < 0):
            raise InvalidValue("Medicaid copay cap", "amounts that are not negative")
        exact = [_most(share, agency_pays) for share in self.shares]
        if percent is None:
            return Span(min(self.base, *exact), None, Basis.COMPUTED)
        band = sum(percent > end for end in self.ends)
        if band == 0:
            return Span(self.base, None, Basis.COMPUTED)
        return Span(exact[band - 1], exact[band - 1], Basis.COMPUTED)


def medicaid_copay_cap(
    amounts: Amounts, percent: Fraction | None, agency_pays: Money, *, on: date
) -> Span[Money]:
    """Return the most that federal law lets a State ask for one outpatient service.

    `percent` is the family's income as `percent_of_poverty` gives it, `None` where it is not
    known; `agency_pays` is what Medicaid pays for the service.  The maximum of the lowest band
    is indexed by amounts that were not read: only its low end is told.  The bands do not rise
    throughout, so that an income that is not known may have its least cap in any of them.  Who
    is exempt is not decided here.

    Source: 42 CFR 447.52(b)(1)

    Raises:
        NotInForce: an amount was not read for that day; the error names the periods that exist.
        InvalidValue: `percent` or `agency_pays` is negative.
    """
    return CopayCaps.on(amounts, on).cap(percent, agency_pays)


def income_bands(amounts: Amounts, *, on: date) -> tuple[Fraction, Fraction]:
    """Return the percents of the poverty guideline at which the two lower bands of income end.

    Raises:
        NotInForce: an end was not read for that day.
    """
    lowest, middle = (Fraction(amounts.rate(each, on=on)) for each in _ENDS)
    return lowest, middle


def medicaid_family_cap(amounts: Amounts, income: Money, *, on: date) -> Money:
    """Return the most that all cost sharing of a family may add up to.

    `income` is the family's for one month or one quarter, whichever the State counts by; the
    cap is for the same time.

    Source: 42 U.S.C. 1396o-1(b)(1)-(2)

    Raises:
        NotInForce: the share was not read for that day.
        InvalidValue: `income` is negative.
    """
    if income < ZERO:
        raise InvalidValue("income", "an amount that is not negative")
    return _most(amounts.share(_FAMILY, on=on), income)


def _most(share: Share, amount: Money) -> Money:
    """Return the whole cents within `share` of `amount`: a cent more is above what is allowed."""
    return Money(share.basis_points * amount.cents // _WHOLE)
