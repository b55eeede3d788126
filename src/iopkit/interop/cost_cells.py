"""The words in which CMS plan files state a copay or a patient's share, and back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.cost_shares import CopayUnit
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.vocabulary.coverage import CopayOrder

_EXPECTED = (
    "nothing, Not Applicable, No Charge, a copay such as $30 Copay after deductible, "
    "or a percentage such as 20% Coinsurance after deductible"
)
_CENTS_SINCE = 2017
"""The first plan year whose files write cents, decimals of percents and `with deductible`."""
_UNITS: Final = {"": None, " per Day": CopayUnit.DAY, " per Stay": CopayUnit.STAY}


@frozen
class NotApplicable:
    """The cell's way of sharing the cost, by a copay or by a percentage, is not used."""


@frozen
class NoCharge:
    """Nothing is owed; after the deductible only where `is_after_deductible`."""

    is_after_deductible: bool = False


@frozen
class StatedCopay:
    """A copay as a cell states it; `unit` is `None` where the cell names none.

    A plain one comes without the deductible.

    Raises:
        InvalidValue: the amount is negative, or the unit is one that no cell names.
    """

    amount: Money
    order: CopayOrder = CopayOrder.PLAIN
    unit: CopayUnit | None = None

    def __attrs_post_init__(self) -> None:
        if self.amount < ZERO:
            raise InvalidValue("copay", "an amount that is not negative")
        if self.unit not in _UNITS.values():
            raise InvalidValue("unit", "day, stay or none")


@frozen
class StatedShare:
    """The patient's share as a cell states it; a plain one comes without the deductible."""

    share: Share
    is_after_deductible: bool = False


CostCell: TypeAlias = NotApplicable | NoCharge | StatedCopay | StatedShare
"""What one cell of cost sharing says; an empty one says nothing and is `None`."""

_AFTER = "after deductible"
_FIXED: Final[Mapping[str, CostCell]] = MappingProxyType(
    {
        "not applicable": NotApplicable(),
        "no charge": NoCharge(),
        f"no charge {_AFTER}": NoCharge(is_after_deductible=True),
    }
)
_ORDERS: Final = {
    "": CopayOrder.PLAIN,
    f" {_AFTER}": CopayOrder.AFTER_DEDUCTIBLE,
    " before deductible": CopayOrder.BEFORE_DEDUCTIBLE,
    " with deductible": CopayOrder.BEFORE_DEDUCTIBLE,
}
_COPAYS: Final[Mapping[str, tuple[CopayUnit | None, CopayOrder]]] = MappingProxyType(
    {"": (None, CopayOrder.PLAIN)}
    | {
        f"copay{unit}{order}".lower(): (_UNITS[unit], _ORDERS[order])
        for unit in _UNITS
        for order in _ORDERS
    }
)
"""All that may stand behind an amount."""

_SHARES: Final[Mapping[str, bool]] = MappingProxyType({"": False, f"coinsurance {_AFTER}": True})
"""All that may stand behind a percentage: whether it comes after the deductible."""


def read_cost(text: str) -> CostCell | None:
    """Return what a cell of cost sharing says, in the wording of any plan year; `None` if empty.

    Capitals and the number of spaces do not matter, anything else does.

    Raises:
        InvalidValue: the text is none of what such a cell may say.
    """
    words = " ".join(text.split())
    amount, _, rest = words.partition(" ")
    rest = rest.lower()
    if not words:
        return None
    if words.lower() in _FIXED:
        return _FIXED[words.lower()]
    if amount.startswith("$") and rest in _COPAYS:
        unit, order = _COPAYS[rest]
        return StatedCopay(_dollars(amount), order, unit)
    if amount.endswith("%") and rest in _SHARES:
        return StatedShare(_percent(amount), _SHARES[rest])
    raise InvalidValue("cost sharing", _EXPECTED)


def write_cost(cell: CostCell | None, *, year: int) -> str:
    """Return `cell` in the wording of the files of plan year `year`.

    Files up to 2016 write `$50` and `before deductible`, later ones `$50.00` and
    `with deductible`.  Where a file writes so, the text comes back as it was.
    """
    match cell:
        case None:
            return ""
        case NotApplicable():
            return "Not Applicable"
        case NoCharge():
            return f"No Charge {_AFTER}" if cell.is_after_deductible else "No Charge"
        case StatedCopay():
            return _copay_text(cell, year)
        case StatedShare():
            percent = _decimals(cell.share) if year >= _CENTS_SINCE else str(cell.share)
            return f"{percent} Coinsurance {_AFTER}" if cell.is_after_deductible else percent
        case _:
            assert_never(cell)


def _copay_text(cell: StatedCopay, year: int) -> str:
    amount = str(cell.amount)
    amount = amount if year >= _CENTS_SINCE else amount.removesuffix(".00")
    if cell.unit is None and cell.order is CopayOrder.PLAIN:
        return f"${amount}"
    unit = next(text for text, unit in _UNITS.items() if unit is cell.unit)
    orders = [text for text, order in _ORDERS.items() if order is cell.order]
    order = orders[-1] if year >= _CENTS_SINCE else orders[0]
    return f"${amount.replace(',', '')} Copay{unit}{order}"


def _decimals(share: Share) -> str:
    whole, hundredths = divmod(share.basis_points, 100)
    return f"{whole}.{hundredths:02}%"


def _dollars(amount: str) -> Money:
    try:
        return StatedCopay(Money.parse(amount.removeprefix("$"))).amount
    except InvalidValue:
        raise InvalidValue("cost sharing", _EXPECTED) from None


def _percent(amount: str) -> Share:
    try:
        return Share.parse(amount)
    except InvalidValue:
        raise InvalidValue("cost sharing", _EXPECTED) from None
