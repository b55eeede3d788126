"""What each payer pays of the program's own days, at the two ends of an estimate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from iopkit.cost.items import Item
from iopkit.cost.ledgers import Ledger
from iopkit.cost.payers import AtEnds, PaidBy
from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money

_ENDS = (False, True)
NOBODY: Mapping[PaidBy, AtEnds] = MappingProxyType({})


def plan_pays(items: Iterable[Item]) -> AtEnds | None:
    """Return what the plan that pays first pays of the days; `None` where no plan settles any."""
    own = [item for item in items if item.low_ledgers or item.high_ledgers]
    low, high = ([each for item in own for each in _ledgers(item, high=end)] for end in _ENDS)
    if not any(ledger.runs for ledger in (*low, *high)):
        return None
    least = _paid(low)
    return AtEnds(low=least, high=least if high == low else _paid(high))


def paid_by(items: Iterable[Item], plan: AtEnds | None) -> Mapping[PaidBy, AtEnds]:
    """Return who pays what of the days; the parts add up to what the first payer allows.

    Where no plan covers the days, they add up to the charge; `plan` is what `plan_pays` returns.
    An end is `None` where only a bound of it is known.
    """
    days = [item for item in items if item.payer is not None]
    if not days:
        return NOBODY
    paid = (None, None) if plan is None else (plan.low, plan.high)
    low, high = (_at_end(days, each, high=end) for end, each in zip(_ENDS, paid, strict=True))
    return {
        payer: AtEnds(low=_part(low, payer), high=_part(high, payer))
        for payer in PaidBy
        if payer in low or payer in high
    }


def _part(paid: Mapping[PaidBy, Money], payer: PaidBy) -> Money | None:
    """Return what one pays at an end: nothing where others pay all of it."""
    return paid.get(payer, ZERO) if paid else None


def _at_end(days: Iterable[Item], plan: Money | None, *, high: bool) -> dict[PaidBy, Money]:
    """Return what each pays at one end; nothing where one of it is not known."""
    found: dict[PaidBy, int] = {PaidBy.PATIENT: 0}
    for item in days:
        cents = item.high if high else item.low
        if cents is None or item.payer is None:
            return {}
        found[PaidBy.PATIENT] += cents
        if item.payer is not PaidBy.PATIENT:
            found[item.payer] = found.get(item.payer, 0) - cents
        elif not (item.is_known_high if high else item.is_known_low):
            return {}
        elif any(ledger.runs for ledger in _ledgers(item, high=high)):
            if plan is None:
                return {}
            payer = who_settles(item, high=high)
            found[payer] = found.get(payer, 0) + plan.cents
    return {payer: Money(cents) for payer, cents in found.items()}


def who_settles(item: Item, *, high: bool) -> PaidBy:
    """Return whose plan has settled the days at one end."""
    by_second = item.high_by_second if high else item.low_by_second
    return PaidBy.SECOND_COVERAGE if by_second else PaidBy.PLAN


def _ledgers(item: Item, *, high: bool) -> tuple[Ledger, ...]:
    return item.high_ledgers if high else item.low_ledgers


def _paid(ledgers: Sequence[Ledger]) -> Money | None:
    known = [cents for ledger in ledgers if (cents := ledger.plan_cents) is not None]
    if not known or len(known) < len(ledgers):
        return None
    try:
        return Money(sum(known))
    except InvalidValue:  # what the patient owes may be known where the plan's part is absurd
        return None
