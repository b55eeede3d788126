"""A health plan's design: data, one plan year at a time."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.authorization import MissingAuthorization
from iopkit.model.benefits import PlanBenefit, require_once
from iopkit.model.coordination import CoordinationMethod, CountedWhenSecond
from iopkit.model.cost_shares import CopayUnit, CostShare, FirstVisits
from iopkit.model.family import FamilyAmounts, require_not_negative
from iopkit.model.networks import DrugAmounts, OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart, PayerKind, PlanKind

__all__ = ["CopayUnit", "CostShare", "FirstVisits", "HealthPlan", "PlanBenefit"]


@frozen(kw_only=True)
class HealthPlan:
    """A plan in one plan year, for one person; what it does not say is `None`.

    `family` holds the amounts that a person shares with others on the same plan, `None` where
    the plan is told for one person; `out_of_network` is the other side of its network, and
    `drug` how the benefits that draw on amounts for drugs stand to the rest.
    `missing_authorization` says what happens without one that the plan asks for, and
    `coordination` how the plan counts what another has paid, where it pays second;
    `deductible_when_second` and `limit_when_second` what of such a claim line it then counts.
    `deductible_carries_over_from` is the calendar month (1 to 12) from which on what meets the
    deductible also meets that of the next plan year; `None` where nothing carries over.
    `is_synthetic` says that the plan is a design and nobody's.  Of a plan without a `plan_year`,
    an estimate counts each that may be.

    `iop_benefit` names the benefit that covers an IOP day.  `counts_toward_limit` lists the
    parts of a claim line that count toward the out-of-pocket limit; `limit_ends_deductible`
    says whether reaching the limit also ends the deductible.  A deductible of zero is a known
    absence; `has_out_of_pocket_limit` False says that there is no limit.

    Raises:
        InvalidValue: an amount is negative, a benefit is told twice, a month is not one from 1
            to 12, or a limit is both told and denied.
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
    drug: DrugAmounts | None = None
    missing_authorization: MissingAuthorization | None = None
    deductible_carries_over_from: int | None = None
    coordination: CoordinationMethod | None = None
    deductible_when_second: CountedWhenSecond | None = None
    limit_when_second: CountedWhenSecond | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_not_negative(
            deductible=self.deductible, out_of_pocket_limit=self.out_of_pocket_limit
        )
        if self.out_of_pocket_limit is not None and self.has_out_of_pocket_limit is False:
            raise InvalidValue("out_of_pocket_limit", "no amount where the plan has no limit")
        month = self.deductible_carries_over_from
        if month is not None and month not in range(1, 13):
            raise InvalidValue("deductible_carries_over_from", "a month from 1 to 12")
        require_once(self.benefits)

    def benefit(self, wanted: Benefit) -> PlanBenefit | None:
        """Return what the plan says of `wanted`, or `None`."""
        for found in self.benefits:
            if found.benefit is wanted:
                return found
        return None
