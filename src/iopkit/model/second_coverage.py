"""A second coverage of one person: another plan, or a Medicare supplement."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.accumulators import Accumulators
from iopkit.model.coordination import PlanMembership
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import Price, require_one_at_a_time
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share


@frozen(kw_only=True)
class MedicareSupplement:
    """What a supplement pays of Part B, told from the policy itself: no standard letter ships.

    `copayment_share` is the part of the copayment that it pays.  `visit_copay` is what the
    patient keeps of each visit's copayment at most, where the supplement pays all of the rest;
    one of the two is told.
    `yearly_limit` is the most that the patient pays in a calendar year before it pays all;
    `None` is none.

    Raises:
        InvalidValue: an amount is negative, or not exactly one of `copayment_share` and
            `visit_copay` is told.
    """

    pays_deductible: bool
    copayment_share: Share | None = None
    visit_copay: Money | None = None
    yearly_limit: Money | None = None

    def __attrs_post_init__(self) -> None:
        amounts = (self.visit_copay, self.yearly_limit)
        if any(amount is not None and amount < ZERO for amount in amounts):
            raise InvalidValue("supplement", "amounts that are not negative")
        if (self.visit_copay is None) is (self.copayment_share is None):
            raise InvalidValue("supplement", "either copayment_share, may be 0%, or visit_copay")


@frozen(kw_only=True, repr=False)
class SecondCoverage(Quiet):
    """What also pays beside the health plan of a case: a second `plan`, or a `supplement`.

    `used` is what has been used of that plan, and `allowed` what it allows in this program.
    `is_in_network` and `is_authorized` are about this program under that plan.  `pays_first`
    says that it pays before the other one, where that is told; else `membership` and
    `first_membership` (of the health plan of the case) may decide it.  `supplement_used` is what
    the patient has paid this year toward the limit of the supplement.  Each is `None` where not
    known.

    Raises:
        InvalidValue: both a plan and a supplement are told, an amount is negative, or two
            prices of one service hold at the same time.
    """

    plan: HealthPlan | None = None
    used: Accumulators | None = None
    supplement: MedicareSupplement | None = None
    supplement_used: Money | None = None
    allowed: tuple[Price, ...] = ()
    is_in_network: bool | None = None
    is_authorized: bool | None = None
    pays_first: bool | None = None
    membership: PlanMembership | None = None
    first_membership: PlanMembership | None = None
    parents_together: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.plan is not None and self.supplement is not None:
            raise InvalidValue("supplement", "either a plan or a supplement of Medicare")
        if self.supplement_used is not None and self.supplement_used < ZERO:
            raise InvalidValue("supplement_used", "an amount that is not negative")
        require_one_at_a_time("allowed", self.allowed)
