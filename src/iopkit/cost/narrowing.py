"""What would change an estimate most: which unknown, once answered, narrows it most."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from iopkit.cost.completing import with_values
from iopkit.cost.estimates import Estimate, estimate
from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span

MOST_UNKNOWNS = 24
"""Unknowns that are tried, each at its two ends; further ones are left out."""


@frozen(kw_only=True, repr=False)
class Narrowing(Quiet):
    """What is left of a range once one unknown is answered.

    `path` is the field in the case.  `if_low` and `if_high` are what is to be paid if the answer
    is the one that leads to the low or to the high end; `None` where there is no such answer to
    try.  `width` is the wider of the two, `None` where nothing bounds it: that much may stay
    open in spite of the answer, at either of these ends.
    """

    path: str
    if_low: Span[Money] | None
    if_high: Span[Money] | None
    width: Money | None

    def changes(self, to_pay: Span[Money]) -> bool:
        """Return whether one of the answers leaves another range than `to_pay`."""
        ends = (to_pay.low, to_pay.high)
        tried = [span for span in (self.if_low, self.if_high) if span is not None]
        return any((span.low, span.high) != ends for span in tried)


def what_narrows(
    case: Case, amounts: Amounts, *, on: date, found: Estimate | None = None
) -> tuple[Narrowing, ...]:
    """Return the unknowns of an estimate, the one first whose answer narrows it most.

    Each is fixed at the values that lead to the two ends while all others stay open; answers
    between the ends are not tried, nor more than `MOST_UNKNOWNS` unknowns.  `found` is the
    estimate of the same case, where it has been made before.
    """
    found = found or estimate(case, amounts, on=on)
    low, high = (end.values for end in found.completions)
    paths = [path for path in dict.fromkeys((*low, *high)) if low.get(path) != high.get(path)]
    tried = [
        _narrowing(path, *(_tried(case, amounts, path, end, on=on) for end in (low, high)))
        for path in paths[:MOST_UNKNOWNS]
    ]
    return tuple(sorted(tried, key=_rank))


def _tried(
    case: Case, amounts: Amounts, path: str, values: Mapping[str, object], *, on: date
) -> Span[Money] | None:
    if path not in values:
        return None
    try:
        return estimate(with_values(case, {path: values[path]}), amounts, on=on).to_pay
    except InvalidValue:
        return None


def _narrowing(path: str, low: Span[Money] | None, high: Span[Money] | None) -> Narrowing:
    widths = [_width(span) for span in (low, high) if span is not None]
    known = [width for width in widths if width is not None]
    width = max(known) if known and len(known) == len(widths) else None
    return Narrowing(path=path, if_low=low, if_high=high, width=width)


def _width(span: Span[Money]) -> Money | None:
    return None if span.low is None or span.high is None else span.high - span.low


def _rank(narrowing: Narrowing) -> tuple[bool, int, int, str]:
    """Return the order: what bounds the cost first, then what leaves the least open."""
    width = narrowing.width
    open_ends = sum(_is_open(span) for span in (narrowing.if_low, narrowing.if_high))
    return width is None, width.cents if width else 0, open_ends, narrowing.path


def _is_open(span: Span[Money] | None) -> bool:
    return span is not None and span.high is None
