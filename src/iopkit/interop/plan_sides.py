"""What rows say of the two sides of a network, as a health plan holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from iopkit.interop.marketplace_benefits import MarketplaceBenefit, NetworkSide
from iopkit.interop.marketplace_names import NAMES
from iopkit.model.benefits import LimitPeriod, LimitUnit, PlanBenefit, ServiceLimit
from iopkit.model.cost_shares import CostShare
from iopkit.model.networks import OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.values.shares import WHOLE
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart

_NOT_COVERED: Final = CostShare(deductible_applies=False, patient_share=WHOLE)
_ALL_COUNTS: Final = Listing.of(
    LinePart.COPAY_BEFORE, LinePart.DEDUCTIBLE, LinePart.COPAY, LinePart.PATIENT_SHARE
)


def named(row: MarketplaceBenefit) -> Benefit:
    """Return the benefit that a row is about; its name must be one of `NAMES`."""
    return NAMES[row.name.lower()][0]


def benefit_on(row: MarketplaceBenefit, side: NetworkSide) -> PlanBenefit:
    """Return what a row says of its benefit on one side; a limit holds on both."""
    limit = limit_of(row)
    is_visits = limit is not None and _is_of_visits(limit)
    has_visit_limit = True if is_visits else False if row.has_limit is False else None
    is_refused = side.is_covered is False
    return PlanBenefit(
        benefit=named(row),
        cost_share=_NOT_COVERED if is_refused else side.cost_share,
        visit_limit=limit.quantity if limit and is_visits else None,
        has_visit_limit=has_visit_limit,
        limits=() if limit is None or is_visits else (limit,),
        counts_toward_limit=False if side.counts_toward_limit is False else None,
    )


def limit_of(row: MarketplaceBenefit) -> ServiceLimit | None:
    """Return the limit of a row as a plan holds it; `None` where it holds none."""
    return row.limit.service_limit() if row.has_limit and row.limit else None


def _is_of_visits(limit: ServiceLimit) -> bool:
    return limit.unit is LimitUnit.VISITS and limit.period is LimitPeriod.YEAR


def outside_of(rows: Sequence[MarketplaceBenefit]) -> OutOfNetwork | None:
    """Return what rows say of care outside the network; `None` where they say nothing."""
    told = [row for row in rows if row.out_of_network.is_used is not None]
    if not told:
        return None
    if all(row.out_of_network.is_covered is False for row in told):
        return OutOfNetwork(coverage=Coverage.NOT_COVERED)
    # Covered would say that nobody asks for an authorization, which the file does not tell.
    return OutOfNetwork(
        benefits=tuple(benefit_on(row, row.out_of_network) for row in told),
        counts_toward_limit=_counting(row.out_of_network for row in told),
    )


def counting_of(
    sides: Iterable[NetworkSide], rows: Iterable[MarketplaceBenefit]
) -> Listing[LinePart]:
    """Return which parts count toward the limit inside the network.

    A plan's list holds for both sides where the other says nothing, so that it stays open where
    a row does not tell of the other side.
    """
    covered = [row.out_of_network for row in rows if row.out_of_network.is_covered]
    is_open = any(side.counts_toward_limit is None for side in covered)
    return Listing() if is_open else _counting(sides)


def _counting(sides: Iterable[NetworkSide]) -> Listing[LinePart]:
    said = {side.counts_toward_limit for side in sides if side.is_covered}
    return _ALL_COUNTS if True in said and None not in said else Listing()
