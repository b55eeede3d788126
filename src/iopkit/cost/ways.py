"""The ways to attend one course, put together: from the least that any costs to the most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.attendance import Attendance
from iopkit.cost.items import Item
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


def span_of_cents(low: int | None, high: int | None) -> Span[Money]:
    """Return an amount from `low` to `high`; `None` is an end that nothing bounds."""
    return Span(
        None if low is None else Money(low), None if high is None else Money(high), Basis.COMPUTED
    )


def total(items: Iterable[Item]) -> Span[Money]:
    """Return the sum of all lines."""
    return span_of_cents(*_ends(items))


def joined(ways: Sequence[Way]) -> tuple[Items, Items, bool]:
    """Return the lines to pay and those of lost income, from the lowest way to the highest.

    The third says whether one way alone leads to each end of both.
    """
    supposed = [_supposing(way) for way in ways]
    if len(supposed) == 1:
        return supposed[0].items, supposed[0].income, True
    lowest, highest = _lowest(supposed, "items"), _highest(supposed, "items")
    least, most = _lowest(supposed, "income"), _highest(supposed, "income")
    is_one = _ends(least.income)[0] == _ends(lowest.income)[0] and (
        _ends(most.income)[1] == _ends(highest.income)[1]
    )
    items = tuple(_between(lowest.items, highest.items))
    return items, tuple(_between(least.income, most.income)), is_one


def _supposing(way: Way) -> Way:
    """Return the way with what its days suppose, said by its first line."""
    first, *others = way.items
    low = {**way.attendance.low_values, **first.low_values}
    high = {**way.attendance.high_values, **first.high_values}
    first = evolve(first, low_values=low, high_values=high)
    return way._replace(items=(first, *others))


def _ends(items: Iterable[Item]) -> tuple[int, int | None]:
    low, high = 0, list[int | None]()
    for item in items:
        low += item.low
        high.append(item.high)
    bounded = [cents for cents in high if cents is not None]
    return low, sum(bounded) if len(bounded) == len(high) else None


def _lowest(ways: Iterable[Way], what: str) -> Way:
    return min(ways, key=lambda way: (_ends(getattr(way, what))[0], _ends(way.income)[0]))


def _highest(ways: Iterable[Way], what: str) -> Way:
    def most(way: Way) -> tuple[bool, int, int]:
        high, income = _ends(getattr(way, what))[1], _ends(way.income)[1]
        return high is None, high or 0, income or 0

    return max(ways, key=most)


def _between(lows: Items, highs: Items) -> Iterable[Item]:
    """Yield each line from its low end in one way to its high end in the other."""
    others = {(item.component, item.label): item for item in highs}
    for low in lows:
        high = others.pop((low.component, low.label))
        yield evolve(
            low,
            high=high.high,
            detail=_spelled(low.detail, high.detail),
            is_exact=low.is_exact and high.is_exact,
            high_parts=high.high_parts,
            high_values=high.high_values,
        )


def _spelled(low: Text | None, high: Text | None) -> Text | None:
    if low == high or low is None or high is None:
        return low or high
    return Text(f"{low.en} - {high.en}", f"{low.es} - {high.es}")
