"""Values of every kind, drawn at random."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from iopkit.values import Dated, DatedEntry, Listing, Money, Period, Share, Span

MOST_CENTS = 225_179_981_368

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))
"""Days of few years, so that periods often touch and overlap."""

cents = st.integers(-MOST_CENTS // 4, MOST_CENTS // 4)
"""Cents of which four sum up within bounds."""

amounts = cents.map(Money)
shares = st.integers(0, 10_000).map(Share)
things = st.sampled_from("abcdef")


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period that may still be running."""
    start = draw(days)
    length = draw(st.none() | st.integers(1, 900))
    return Period(start, None if length is None else start + timedelta(length))


@st.composite
def dated(draw: st.DrawFn) -> Dated[int]:
    """Draw a series with gaps and without, whose last entry may run on, in any order."""
    bounds = sorted(draw(st.sets(days, min_size=2, max_size=7)))
    kept = [pair for pair in pairwise(bounds) if draw(st.booleans())]
    entries = [DatedEntry(Period(*pair), number) for number, pair in enumerate(kept)]
    if draw(st.booleans()):
        entries.append(DatedEntry(Period(bounds[-1]), len(entries)))
    return Dated(tuple(draw(st.permutations(entries))), "series")


@st.composite
def listings(draw: st.DrawFn) -> Listing[str]:
    """Draw a listing over six things."""
    present = draw(st.lists(things))
    lacks = [each for each in draw(st.lists(things)) if each not in present]
    return Listing.of(*present, lacks=lacks, complete=draw(st.booleans()))


@st.composite
def spans(draw: st.DrawFn) -> Span[int]:
    """Draw a span of small numbers, either end of which may be unknown."""
    low = draw(st.none() | st.integers(-9, 9))
    high = draw(st.none() | st.integers(-9 if low is None else low, 9))
    return Span(low, high)
