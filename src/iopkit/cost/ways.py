"""The ways to attend one course, put together: from the least that any costs to the most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from iopkit.cost.attendance import Attendance
from iopkit.cost.items import Daily, Item, ranging
from iopkit.values.money import Money
from iopkit.values.spans import Basis, Span
from iopkit.values.texts import Text

Items = tuple[Item, ...]


class Way(NamedTuple):
    """What one way to attend costs, and what income it loses."""

    attendance: Attendance
    items: Items
    income: Items

    def __repr__(self) -> str:
        return "<Way>"


def in_money(low: int, high: int | None) -> tuple[Money, Money | None]:
    """Return the ends of an amount; `None` is one that nothing bounds."""
    least = Money(low)
    if high is None:
        return least, None
    return least, least if high == low else Money(high)


def total(items: Iterable[Item]) -> Span[Money]:
    """Return the sum of all lines."""
    return Span(*in_money(*ends_of_items(items)), Basis.COMPUTED)


class Joined(NamedTuple):
    """The lines to pay and those of lost income, from the lowest way to the highest.

    `is_one` says whether one way alone leads to each end of both; `low` and `high` are the ways
    that lead to the ends of what is to be paid.
    """

    items: Items
    income: Items
    is_one: bool
    low: Attendance
    high: Attendance

    def __repr__(self) -> str:
        return "<Joined>"


def joined(ways: Sequence[Way]) -> Joined:
    """Return the ways to attend as one, from the least that any costs to the most."""
    supposed = [_supposing(way) for way in ways]
    if len(supposed) == 1:
        (only,) = supposed
        return Joined(only.items, only.income, True, only.attendance, only.attendance)
    lowest, highest = _lowest(supposed, "items"), _highest(supposed, "items")
    least, most = _lowest(supposed, "income"), _highest(supposed, "income")
    # Of ways that lose the same income, that one whose days are shown.
    if ends_of_items(least.income)[0] == ends_of_items(lowest.income)[0]:
        least = lowest
    if ends_of_items(most.income)[1] == ends_of_items(highest.income)[1]:
        most = highest
    return Joined(
        items=tuple(_between(lowest.items, highest.items)),
        income=tuple(_between(least.income, most.income)),
        is_one=least is lowest and most is highest,
        low=lowest.attendance,
        high=highest.attendance,
    )


def all_cost_the_same(ways: Iterable[Way]) -> bool:
    """Return whether each way costs the same exact amounts, line by line.

    Ways that cost the same range may still differ once something else is known.
    """
    first, *others = ((*way.items, *way.income) for way in ways)
    if any(item.low != item.high for item in first):
        return False
    costs = [_cost(item) for item in first] if others else []
    return all([_cost(item) for item in own] == costs for own in others)


def _cost(item: Item) -> tuple[object, object, int, int | None]:
    return item.component, item.label, item.low, item.high


def _supposing(way: Way) -> Way:
    """Return the way with what its days suppose, said by its first line."""
    attended = way.attendance
    if attended.is_shown and not attended.low_values and not attended.high_values:
        return way
    first, *others = way.items
    first = first._replace(
        is_exact=first.is_exact and attended.is_shown,
        low_values={**attended.low_values, **first.low_values},
        high_values={**attended.high_values, **first.high_values},
    )
    return way._replace(items=(first, *others))


def ends_of_items(items: Iterable[Item]) -> tuple[int, int | None]:
    """Return the sums of the low and of the high ends, in cents."""
    low, high = 0, 0
    is_bounded = True
    for item in items:
        low += item.low
        high += item.high or 0
        is_bounded = is_bounded and item.high is not None
    return low, high if is_bounded else None


def _lowest(ways: Iterable[Way], what: str) -> Way:
    return min(
        ways, key=lambda way: (ends_of_items(getattr(way, what))[0], ends_of_items(way.income)[0])
    )


def _highest(ways: Iterable[Way], what: str) -> Way:
    def most(way: Way) -> tuple[int, int, int]:
        # Where some line has no end, the others still tell what they come to at most.
        highs: list[int | None] = [item.high for item in getattr(way, what)]
        income = ends_of_items(way.income)[1]
        return highs.count(None), sum(high or 0 for high in highs), income or 0

    return max(ways, key=most)


def _between(lows: Items, highs: Items) -> Iterable[Item]:
    """Yield each line from its low end in one way to its high end in the other.

    A line that only one of the ways has costs nothing in the other.
    """
    others: dict[object, list[Item]] = defaultdict(list)
    for high in highs:
        others[high.component, high.label].append(high)
    for low in lows:
        same = others[low.component, low.label]
        yield _from_to(low, same.pop(0) if same else _without(low))
    yield from (_from_to(_without(high), high) for left in others.values() for high in left)


def _without(item: Item) -> Item:
    return Item(component=item.component, label=item.label, low=0, high=0, daily=_no_day)


def _no_day(*, high: bool) -> Iterable[tuple[date, int]]:  # noqa: ARG001  # a `Daily`
    return ()


def _from_to(low: Item, high: Item) -> Item:
    return low._replace(
        high=high.high,
        detail=_spelled(low.detail, high.detail),
        is_exact=low.is_exact and high.is_exact,
        high_parts=high.high_parts,
        high_values=high.high_values,
        daily=partial(_daily, low.daily, high.daily) if low.daily and high.daily else None,
        high_ledgers=high.high_ledgers,
        payer=low.payer or high.payer,
        is_known_high=high.is_known_high,
        high_by_second=high.high_by_second,
    )


def _daily(low: Daily, high_one: Daily, *, high: bool) -> Iterable[tuple[date, int]]:
    return (high_one if high else low)(high=high)


def _spelled(low: Text | None, high: Text | None) -> Text | None:
    if low == high or low is None or high is None:
        return low or high
    return ranging(low, high)
