"""What Medicaid knows of a family, where its patients share in the cost."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.values.terms import Term


class AggregatePeriod(Term):
    """For how long a State adds up what a family has paid, before it asks no more."""

    MONTH = "month", "calendar month", "mes calendario"
    QUARTER = "quarter", "calendar quarter", "trimestre calendario"


@frozen(kw_only=True, repr=False)
class MedicaidStanding(Quiet):
    """How cost sharing under Medicaid stands for one person; each field `None` where not known.

    `household_size` and `yearly_income` are those of the family, as the State counts them; the
    income is a range where it is roughly known.  `is_exempt` says that the person owes no cost
    sharing, as most people under 18, in pregnancy or in hospice care do not.  `counts_by` is
    the time by which the State adds up what a family pays, and `family_paid` what it has paid of
    that in the month or quarter in which care begins.

    Raises:
        InvalidValue: the household is empty, or an amount is negative.
    """

    household_size: int | None = None
    yearly_income: Money | Span[Money] | None = None
    is_exempt: bool | None = None
    counts_by: AggregatePeriod | None = None
    family_paid: Money | None = None

    def __attrs_post_init__(self) -> None:
        if self.household_size is not None and self.household_size < 1:
            raise InvalidValue("household_size", "at least 1 person")
        income = self.yearly_income
        ends = (income.low, income.high) if isinstance(income, Span) else (income,)
        if any(end is not None and end < ZERO for end in (*ends, self.family_paid)):
            raise InvalidValue("medicaid", "amounts that are not negative")
