"""Arithmetic on ranges of minutes and days; what is not known stays so."""

from __future__ import annotations

from collections.abc import Iterable

from iopkit.values.spans import Basis, Span

Range = Span[int] | None
"""A whole number told or computed as a range, or not known."""


def span_of(told: int | Span[int] | None) -> Range:
    """Return a number that may be told exactly or as a range as a range."""
    return Span.exactly(told) if isinstance(told, int) else told


def summed(parts: Iterable[Range]) -> Range:
    """Return the sum; not known where there is nothing to add, or one part is not known."""
    low, high, count = 0, 0, 0
    open_low = open_high = False
    for part in parts:
        if part is None:
            return None
        low, high, count = low + (part.low or 0), high + (part.high or 0), count + 1
        open_low, open_high = open_low or part.low is None, open_high or part.high is None
    if not count or (open_low and open_high):
        return None
    return Span(None if open_low else low, None if open_high else high, Basis.COMPUTED)


def product(one: Range, other: Range) -> Range:
    """Return the product of two ranges of numbers that are not negative."""
    if one is None or other is None:
        return None
    low = None if one.low is None or other.low is None else one.low * other.low
    high = None if one.high is None or other.high is None else one.high * other.high
    return None if low is None and high is None else Span(low, high, Basis.COMPUTED)


def widest(parts: Iterable[Range]) -> Range:
    """Return the range that holds all of `parts`; not known where one of them is not known."""
    every = list(parts)
    known = [part for part in every if part is not None]
    if not every or len(known) < len(every):
        return None
    lows = [part.low for part in known if part.low is not None]
    highs = [part.high for part in known if part.high is not None]
    return Span(
        min(lows) if len(lows) == len(known) else None,
        max(highs) if len(highs) == len(known) else None,
        Basis.COMPUTED,
    )
