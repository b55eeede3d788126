"""The days of one answer as they were settled, for whoever pays after the first plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from iopkit.cost.adjudications import PART_ORDER
from iopkit.cost.outcomes import End
from iopkit.cost.pricing import Billed, PriceCase
from iopkit.vocabulary.coverage import LinePart

_DEDUCTIBLE = PART_ORDER.index(LinePart.DEDUCTIBLE)
_NOT_COVERED = PART_ORDER.index(LinePart.NOT_COVERED)


class Settled(NamedTuple):
    """One line that a plan has settled, in cents, and in which of its years."""

    on: date
    allowed: int
    paid: int
    owed: int
    deductible: int
    is_covered: bool
    year: int

    def __repr__(self) -> str:
        return "<Settled>"


Pair = tuple[End, End]
"""The low and the high end of one answer."""


def settled(end: End) -> tuple[Settled, ...] | None:
    """Return the lines of an end in order; `None` where a plan does not settle each."""
    found: list[Settled] = []
    for year, ledger in enumerate(end.ledgers):
        if ledger.runs is None:
            return None
        for line, (_, run) in zip(ledger.lines, ledger.entries(), strict=True):
            parts = run.part_cents
            is_covered = parts[_NOT_COVERED] == 0
            deductible, owed = parts[_DEDUCTIBLE], sum(parts)
            found.append(
                Settled(line.on, line.cents, run.plan_cents, owed, deductible, is_covered, year)
            )
    return tuple(found) if end.parts is not None else None


def is_charged(pair: Pair) -> bool:
    """Return whether no plan settles any line of an answer."""
    ledgers = [ledger for end in pair for ledger in end.ledgers]
    return bool(ledgers) and all(ledger.runs is None for ledger in ledgers)


def is_silent(pair: Pair) -> bool:
    """Return whether a plan may pay nothing or all of an answer, as it tells nothing of it."""
    return is_charged(pair) and pair[0].parts is None


def in_order(pair: Pair) -> tuple[tuple[Settled, ...], tuple[Settled, ...]] | None:
    """Return the lines of both ends, where the high end only adds lines after those of the low.

    What others take from each line then only adds up, so that its two ends are those of the sum.
    """
    low, high = (settled(end) for end in pair)
    if low is None or high is None or pair[1].cents is None:
        return None
    return (low, high) if low == high[: len(low)] else None


def supposing(pair: Pair, values: Mapping[str, object]) -> Pair:
    """Return an answer that also supposes `values`."""
    low, high = pair
    return (low.supposing(values), high.supposing(values)) if values else pair


def bounded(low: End, high: End) -> Pair:
    """Return ends of which only a bound is known, and nothing line by line."""
    return (
        low._replace(is_exact=False, parts=None, ledgers=()),
        high._replace(is_exact=False, parts=None, ledgers=()),
    )


def second_at_most(pair: Pair, most: int | None) -> Pair:
    """Return an answer of which a second payer takes nothing, or up to `most` cents.

    What it takes may be part of the patient's, and of the rest of a bill.
    """
    low, high = pair
    cents = (low.cents or 0) + total_of(low.rest)
    taken = cents if most is None else min(cents, most)
    return bounded(low._replace(second=_on_first_day(low, taken)), high)


def _on_first_day(end: End, cents: int) -> tuple[Billed, ...]:
    return (Billed(end.price.low[0].on, cents),) if cents and end.price.low else ()


def takes_of_rest(end: End) -> bool:
    """Return whether a second payer takes more of a day than the patient's part."""
    left = Counter[date]()
    for ledger in end.ledgers:
        for day, cents in ledger.owed():
            left[day] += cents
    for line in end.second:
        left[line.on] -= line.cents
    return bool(end.ledgers) and any(cents < 0 for cents in left.values())


def all_of(price: PriceCase) -> int | None:
    """Return the most that a price comes to over the days, `None` where nothing bounds it."""
    return None if price.is_open else total_of(price.high or ())


def total_of(lines: Iterable[Billed]) -> int:
    """Return the sum of lines, in cents."""
    return sum(line.cents for line in lines)
