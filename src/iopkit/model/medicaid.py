"""What Medicaid knows of a family, where its patients share in the cost."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term


class AggregatePeriod(Term):
    """For how long a State adds up what a family has paid, before it asks no more."""

    MONTH = "month", "calendar month", "mes calendario"
    QUARTER = "quarter", "calendar quarter", "trimestre calendario"


@frozen(kw_only=True, repr=False)
class MedicaidStanding(Quiet):
    """How cost sharing under Medicaid stands for one person; each field `None` where not known.

    The family is the `household` of the case.  `is_exempt` says that the person owes no cost
    sharing, as most people under 18, in pregnancy or in hospice care do not.  `counts_by` is
    the time by which the State adds up what a family pays, and `family_paid` what it has paid of
    that in the month or quarter in which care begins.

    Raises:
        InvalidValue: what the family has paid is negative.
    """

    is_exempt: bool | None = None
    counts_by: AggregatePeriod | None = None
    family_paid: Money | None = None

    def __attrs_post_init__(self) -> None:
        if self.family_paid is not None and self.family_paid < ZERO:
            raise InvalidValue("family_paid", "an amount that is not negative")
