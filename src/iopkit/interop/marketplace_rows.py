"""From the cells of one row to the benefit that it states."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from iopkit.errors import InvalidValue
from iopkit.interop import marketplace_words as say
from iopkit.interop.cost_cells import CostCell, StatedCopay, StatedShare, read_cost
from iopkit.interop.cost_sides import owes, side_of
from iopkit.interop.marketplace_benefits import (
    MarketplaceBenefit,
    NetworkSide,
    PlanVariant,
    PlanVariation,
)
from iopkit.interop.marketplace_columns import Cells
from iopkit.interop.stated_limits import StatedLimit, read_limit
from iopkit.values.shares import WHOLE
from iopkit.vocabulary.places import State

_SIDES: Final = (
    ("CopayInnTier1", "CoinsInnTier1", "IsExclFromInnMOOP", "IsSubjToDedTier1"),
    ("CopayInnTier2", "CoinsInnTier2", "IsExclFromInnMOOP", "IsSubjToDedTier2"),
    ("CopayOutofNet", "CoinsOutofNet", "IsExclFromOonMOOP", ""),
)
_OUTSIDE: Final = 2
_FLAGS: Final = {"yes": True, "no": False, "": None}
_COVERED: Final = {"covered": True, "not covered": False, "": False}


def benefit_of(cells: Cells) -> MarketplaceBenefit | None:
    """Return the benefit that a row states, and note in `cells` what is wrong with it.

    `None` means that the row cannot be read; a warning alone keeps no row out.
    """
    variant = _variant(cells)
    if not cells["BenefitName"]:
        cells.refuse("BenefitName", say.NAME)
    is_covered = _COVERED.get(cells["IsCovered"].lower())
    if is_covered is None:
        cells.refuse("IsCovered", say.COVERED)
    sides = [_side(cells, at, is_covered=is_covered is not False) for at in range(len(_SIDES))]
    has_limit, limit = _limit(cells, is_covered=is_covered is not False)
    if cells.refused() or variant is None:
        return None
    return MarketplaceBenefit(
        place=cells.row.place(),
        variant=variant,
        name=" ".join(cells["BenefitName"].split()),
        is_covered=bool(is_covered),
        first_tier=sides[0],
        second_tier=sides[1],
        out_of_network=sides[2],
        is_essential=_flag(cells, "IsEHB"),
        has_limit=has_limit,
        limit=limit,
        minimum_stay=cells["MinimumStay"],
        exclusions=cells["Exclusions"],
        explanation=cells["Explanation"],
        other=tuple((name, cells.row.cells[index]) for name, index in cells.columns.others),
    )


def _variant(cells: Cells) -> PlanVariant | None:
    plan, year = cells["PlanId"].upper(), cells["BusinessYear"]
    if not (len(year) == len("2016") and year.isascii() and year.isdigit()):
        cells.refuse("BusinessYear", say.YEAR)
    issuer, state, product, ending = plan[:5], plan[5:7], plan[7:14], plan[14:]
    digits = f"{issuer}{product}{ending[1:]}"
    is_plan = len(plan) == len("37160ND2410021-00") and ending.startswith("-")
    if not (is_plan and digits.isascii() and digits.isdigit() and state in State.values()):
        cells.refuse("PlanId", say.PLAN)
    if cells.refused():
        return None
    parts = {"IssuerId": issuer, "StateCode": state, "StandardComponentId": plan[:14]}
    for name, part in parts.items():
        if cells[name] and cells[name].upper() != part:
            cells.contradict(name, say.other_part(part))
    variation = next((each for each in PlanVariation if each.value == ending[1:]), None)
    if variation is None:
        cells.doubt("PlanId", say.VARIATION)
    return PlanVariant(
        id=plan,
        year=int(year),
        issuer=issuer,
        state=State(state),
        component=plan[:14],
        variation=variation,
    )


def _side(cells: Cells, at: int, *, is_covered: bool) -> NetworkSide:
    copay_name, share_name, excluded, subject = _SIDES[at]
    copay, share = _cost(cells, copay_name), _cost(cells, share_name)
    side, is_contradiction = side_of(copay, share, is_outside=at == _OUTSIDE)
    if not is_covered:
        if side.is_used and side.is_covered is not False:
            cells.contradict(copay_name, say.TOLD_ANYWAY)
        return evolve(side, is_covered=False, cost_share=None)
    if is_contradiction:
        cells.contradict(share_name, say.against(cells[copay_name], cells[share_name]))
    is_half_told = (copay is None) is not (share is None) and side.is_covered is not False
    if is_half_told and not cells.refused():
        cells.doubt(copay_name if copay is None else share_name, say.BESIDE)
    if at != _OUTSIDE and isinstance(share, StatedShare) and share.share == WHOLE:
        cells.doubt(share_name, say.ALL_OF_IT)
    side = _with_subject(cells, subject, side)
    is_excluded = _flag(cells, excluded)
    return evolve(side, counts_toward_limit=None if is_excluded is None else not is_excluded)


def _with_subject(cells: Cells, name: str, side: NetworkSide) -> NetworkSide:
    """Return the side held to the column about the deductible, of which its words tell too.

    Nothing owed is no word about a deductible, but in the variation that has no cost sharing.
    """
    is_subject = _flag(cells, name) if name else None
    told = side.cost_share
    if told is None or is_subject is None or is_subject is told.deductible_applies:
        return side
    is_free = cells["PlanId"][-2:] == PlanVariation.ZERO_COST_SHARING.value
    if is_free or owes(side.copay) or owes(side.share) or not is_subject:
        cells.contradict(name, say.SUBJECT[is_subject])
        return side
    cells.contradict(name, say.SUBJECT_TO_NOTHING)
    return evolve(side, cost_share=None)


def _cost(cells: Cells, name: str) -> CostCell | None:
    is_copay = name.startswith("Copay")
    said = say.COPAY if is_copay else say.SHARE
    try:
        cell = read_cost(cells[name])
    except InvalidValue:
        cells.refuse(name, said)
        return None
    if not isinstance(cell, StatedShare if is_copay else StatedCopay):
        return cell
    if owes(cell):
        cells.refuse(name, said)
        return None
    cells.doubt(name, say.ZERO_OF_OTHER_KIND)
    return cell


def _limit(cells: Cells, *, is_covered: bool) -> tuple[bool | None, StatedLimit | None]:
    """Return whether there is a limit, and which."""
    is_told, quantity = _flag(cells, "QuantLimitOnSvc"), cells["LimitQty"]
    if is_told is False and "0" in quantity and not quantity.strip("0."):
        return False, None
    try:
        limit = read_limit(quantity, cells["LimitUnit"])
    except InvalidValue as error:
        cells.doubt("LimitUnit" if error.what == "LimitUnit" else "LimitQty", say.LIMIT)
        return (True if is_told is None else is_told or None), None
    if limit is None:
        return is_told, None
    if is_told is False or (is_covered and not limit.quantity):
        cells.contradict("LimitQty", say.LIMIT_DENIED if is_told is False else say.LIMIT_OF_NONE)
        return None, limit
    return True, limit


def _flag(cells: Cells, name: str) -> bool | None:
    told = cells[name].lower()
    if told not in _FLAGS:
        cells.doubt(name, say.FLAG)
    return _FLAGS.get(told)
