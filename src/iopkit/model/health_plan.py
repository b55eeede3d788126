"""A health plan's design: data, one plan year at a time."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart, PayerKind


@frozen(kw_only=True)
class CostShare:
    """What the patient pays of a covered service, stated in full.

    A `copay` of `None` means that there is none, and so for `patient_share`.  A plain copay
    never meets the deductible; otherwise `deductible_applies` says whether it does.

    Raises:
        InvalidValue: the copay is negative, or a plain copay stands beside a deductible.
    """

    deductible_applies: bool
    copay: Money | None = None
    copay_order: CopayOrder = CopayOrder.PLAIN
    patient_share: Share | None = None

    def __attrs_post_init__(self) -> None:
        if self.copay is not None and self.copay < ZERO:
            raise InvalidValue("copay", "an amount that is not negative")
        if self.copay is not None and self.deductible_applies != (
            self.copay_order is not CopayOrder.PLAIN
        ):
            raise InvalidValue(
                "copay_order",
                "plain where the deductible does not apply, else before- or after-deductible",
            )


@frozen(kw_only=True)
class PlanBenefit:
    """One benefit of a plan.

    `cost_share` `None` means that it is not known.  `visit_limit` is the number of visits that
    the plan pays for in a plan year; `has_visit_limit` False says that there is none.
    """

    benefit: Benefit
    cost_share: CostShare | None = None
    visit_limit: int | None = None
    has_visit_limit: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.visit_limit is not None and (self.visit_limit < 0 or self.has_visit_limit is False):
            raise InvalidValue("visit_limit", "visits from 0, or has_visit_limit: no")


@frozen(kw_only=True)
class HealthPlan:
    """A plan in one plan year, for one person and in network; what it does not say is `None`.

    `iop_benefit` names the benefit that covers an IOP day.  `counts_toward_limit` lists the
    parts of a claim line that count toward the out-of-pocket limit; `limit_ends_deductible`
    says whether reaching the limit also ends the deductible.  A deductible of zero is a known
    absence; `has_out_of_pocket_limit` False says that there is no limit.

    Raises:
        InvalidValue: an amount is negative, a benefit is told twice, or a limit is both told
            and denied.
    """

    id: str
    name: str | None = None
    payer: PayerKind | None = None
    plan_year: Period | None = None
    iop_coverage: Coverage | None = None
    iop_benefit: Benefit | None = None
    benefits: tuple[PlanBenefit, ...] = ()
    deductible: Money | None = None
    out_of_pocket_limit: Money | None = None
    has_out_of_pocket_limit: bool | None = None
    counts_toward_limit: Listing[LinePart] = Listing()
    limit_ends_deductible: bool | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        amounts = (self.deductible, self.out_of_pocket_limit)
        if any(amount is not None and amount < ZERO for amount in amounts):
            raise InvalidValue("health plan", "amounts that are not negative")
        if self.out_of_pocket_limit is not None and self.has_out_of_pocket_limit is False:
            raise InvalidValue("out_of_pocket_limit", "no amount where the plan has no limit")
        told = [benefit.benefit for benefit in self.benefits]
        if len(told) != len(set(told)):
            raise InvalidValue("benefits", "each benefit once")

    def benefit(self, wanted: Benefit) -> PlanBenefit | None:
        """Return what the plan says of `wanted`, or `None`."""
        return next((found for found in self.benefits if found.benefit is wanted), None)
