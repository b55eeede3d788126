"""What Medicare Part B leaves to the patient of one hospital outpatient service or OTP week."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet

_SHARE = "medicare/part-b-patient-share"
COPAYMENT_CEILING = "medicare/part-a-inpatient-deductible"
_OPIOID_SHARE = "medicare/opioid-treatment-program-patient-share"


@frozen(kw_only=True, repr=False)
class MedicareLine(Quiet):
    """How Medicare Part B divides one amount; deductible, copayment and program add up to it.

    `is_capped` says that the copayment would have been more than the Part A deductible.
    """

    amount: Money
    deductible: Money
    copayment: Money
    program: Money
    is_capped: bool = False

    @property
    def patient(self) -> Money:
        """What the patient owes: deductible and copayment."""
        return self.deductible + self.copayment


def hospital_outpatient_line(
    amount: Money, deductible_left: Money, amounts: Amounts, *, on: date
) -> MedicareLine:
    """Return how one hospital outpatient service is divided, in the order of the regulation.

    `amount` is the payment for the service after the wage index of its place; with the national
    amount, which is published, the answer is that of a place whose index is 1.  What is left of
    the Part B deductible comes first; the program pays its percentage of the rest, and the
    remainder is the copayment, at most that year's Part A inpatient deductible.

    Source: 42 CFR 419.41(c)

    Raises:
        NotInForce: the share or the ceiling was not read for that year.
        InvalidValue: an amount is negative.
    """
    share, ceiling = amounts.share(_SHARE, on=on), amounts.money(COPAYMENT_CEILING, on=on)
    rest = _rest(amount, deductible_left)
    copayment = share.of(rest)
    owed = min(copayment, ceiling)
    return MedicareLine(
        amount=amount,
        deductible=amount - rest,
        copayment=owed,
        program=rest - owed,
        is_capped=owed < copayment,
    )


def opioid_treatment_week(
    amount: Money, deductible_left: Money, amounts: Amounts, *, on: date
) -> MedicareLine:
    """Return how one weekly payment to an opioid treatment program is divided.

    The Part B deductible applies; the copayment is the published share, which is none.

    Source: cms-otp-2023

    Raises:
        NotInForce: the share was not read for that year.
        InvalidValue: an amount is negative.
    """
    rest = _rest(amount, deductible_left)
    copayment = amounts.share(_OPIOID_SHARE, on=on).of(rest)
    return MedicareLine(
        amount=amount, deductible=amount - rest, copayment=copayment, program=rest - copayment
    )


def _rest(amount: Money, deductible_left: Money) -> Money:
    if amount < ZERO or deductible_left < ZERO:
        raise InvalidValue("Medicare line", "amounts that are not negative")
    return amount - min(amount, deductible_left)
