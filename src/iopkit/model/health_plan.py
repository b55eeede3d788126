"""A health plan's design: data, one plan year at a time."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.family import FamilyAmounts, OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import (
    Benefit,
    CopayOrder,
    Coverage,
    LinePart,
    PayerKind,
    PlanKind,
)


class CopayUnit(Term):
    """What one copay is for."""

    VISIT = "visit", "per visit", "por visita"
    DAY = "day", "per day", "por día"
    STAY = "stay", "per stay", "por estancia"


@frozen(kw_only=True)
class CostShare:
    """What the patient pays of a covered service, stated in full.

    A `copay` of `None` means that there is none, and so for `patient_share`.  A plain copay
    never meets the deductible; otherwise `deductible_applies` says whether it does.  Where
    `copay_unit` is not told, each claim line is a visit.  `copay_cap_per_stay` is the most that
    the copays of one stay add up to, `copay_days_per_stay` the days of it that ask one.

    Raises:
        InvalidValue: an amount is negative, the days are below 1, or a plain copay stands beside
            a deductible.
    """

    deductible_applies: bool
    copay: Money | None = None
    copay_order: CopayOrder = CopayOrder.PLAIN
    copay_unit: CopayUnit | None = None
    copay_cap_per_stay: Money | None = None
    copay_days_per_stay: int | None = None
    patient_share: Share | None = None

    def __attrs_post_init__(self) -> None:
        if self.copay is not None and self.copay < ZERO:
            raise InvalidValue("copay", "an amount that is not negative")
        if self.copay_cap_per_stay is not None and self.copay_cap_per_stay < ZERO:
            raise InvalidValue("copay_cap_per_stay", "an amount that is not negative")
        if self.copay_days_per_stay is not None and self.copay_days_per_stay < 1:
            raise InvalidValue("copay_days_per_stay", "at least 1 day")
        if self.copay is not None and self.deductible_applies != (
            self.copay_order is not CopayOrder.PLAIN
        ):
            raise InvalidValue(
                "copay_order",
                "plain where the deductible does not apply, else before- or after-deductible",
            )


@frozen(kw_only=True)
class FirstVisits:
    """The first visits of a plan year, which have a cost share of their own.

    `counted_with` are benefits whose visits use up the same number.

    Raises:
        InvalidValue: `visits` is below 1.
    """

    visits: int
    cost_share: CostShare
    counted_with: Listing[Benefit] = Listing()

    def __attrs_post_init__(self) -> None:
        if self.visits < 1:
            raise InvalidValue("visits", "at least 1 visit")


@frozen(kw_only=True)
class PlanBenefit:
    """One benefit of a plan.

    `cost_share` `None` means that it is not known; it is what follows the `first_visits` where
    there are some.  `visit_limit` is the number of visits that
    the plan pays for in a plan year; `has_visit_limit` False says that there is none.
    """

    benefit: Benefit
    cost_share: CostShare | None = None
    first_visits: FirstVisits | None = None
    visit_limit: int | None = None
    has_visit_limit: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.visit_limit is not None and (self.visit_limit < 0 or self.has_visit_limit is False):
            raise InvalidValue("visit_limit", "visits from 0, or has_visit_limit: no")


@frozen(kw_only=True)
class HealthPlan:
    """A plan in one plan year, for one person and in network; what it does not say is `None`.

    `family` holds the amounts that a person shares with others on the same plan, `None` where
    the plan is told for one person; `out_of_network` is the other side of its network.
    `is_synthetic` says that the plan is a design and nobody's.

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
    is_synthetic: bool | None = None
    kind: PlanKind | None = None
    is_hsa_eligible: bool | None = None
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
    family: FamilyAmounts | None = None
    out_of_network: OutOfNetwork | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()

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
