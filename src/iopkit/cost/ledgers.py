"""What the days of a program cost line by line, and when a deductible and a limit are met."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, Protocol

from iopkit.cost.adjudications import PART_ORDER, Run
from iopkit.cost.kernel import NO_LIMIT, Counts, Left
from iopkit.cost.pricing import Billed
from iopkit.cost.purses import Purse
from iopkit.cost.rates import OPEN
from iopkit.vocabulary.coverage import LinePart

COUNTED = tuple(
    PART_ORDER.index(part)
    for part in (
        LinePart.COPAY_BEFORE,
        LinePart.DEDUCTIBLE,
        LinePart.COPAY,
        LinePart.PATIENT_SHARE,
    )
)
"""The places of the parts that can count toward a limit, in the order of `Counts`."""

_DEDUCTIBLE = PART_ORDER.index(LinePart.DEDUCTIBLE)
_PENALTY = PART_ORDER.index(LinePart.PENALTY)
"""Parts before this one are cost sharing, which alone counts."""

_DEDUCTIBLES = (PART_ORDER.index(LinePart.SERVICE_DEDUCTIBLE), _DEDUCTIBLE)


class Using(Protocol):
    """What a line uses of an amount."""

    def __call__(self, part_cents: tuple[int, ...], /) -> int:
        """Return the cents that count of a line with these parts."""
        ...


class Ledger(NamedTuple):
    """The lines of one plan year in order, and what is owed of each; without runs, all of it.

    `left` is what was left before the first line; `counts` says what counts toward the limit.
    `purse` begins to settle the lines again, `None` where that is not known.
    """

    lines: tuple[Billed, ...]
    runs: tuple[Run, ...] | None = None
    left: Left[int] | None = None
    counts: Counts | None = None
    purse: Callable[[], Purse] | None = None

    def __repr__(self) -> str:
        return f"<Ledger: {len(self.lines)} lines>"

    def entries(self) -> Iterator[tuple[date, Run]]:
        """Yield the day of each line, and how it was settled."""
        each = (run for run in self.runs or () for _ in range(run.line_count))
        return ((line.on, run) for line, run in zip(self.lines, each, strict=True))

    def owed(self) -> Iterator[tuple[date, int]]:
        """Yield the day of each line, and what the patient owes of it, in cents."""
        if self.runs is None:
            return iter(self.lines)
        return ((day, sum(run.part_cents)) for day, run in self.entries())

    def paid(self) -> Iterator[tuple[date, int]]:
        """Yield the day of each line, and what the plan pays of it, in cents."""
        return ((day, run.plan_cents) for day, run in self.entries()) if self.runs else iter(())

    @property
    def plan_cents(self) -> int | None:
        """What the plan pays in all, `None` where nothing bounds a price."""
        if self.runs is None:
            return None if any(line.cents >= OPEN for line in self.lines) else 0
        if any(run.allowed_cents >= OPEN for run in self.runs):
            return None
        return sum(run.line_count * run.plan_cents for run in self.runs)

    @property
    def uses_nothing(self) -> bool:
        """Whether no line counts toward a deductible or a limit."""
        shared = [run.part_cents[:_PENALTY] for run in self.runs or ()]
        if not any(map(any, shared)):
            return True
        has_limit = self.left is None or self.left.room < NO_LIMIT
        return not has_limit and not any(parts[place] for parts in shared for place in _DEDUCTIBLES)

    @property
    def deductible_met_on(self) -> date | None:
        """The day on which the deductible is met; `None` where it was before, or never is."""
        left = self.left.deductible if self.left else 0
        return self._used_up(left, lambda cents: cents[_DEDUCTIBLE]) if left else None

    @property
    def limit_met_on(self) -> date | None:
        """The day on which the out-of-pocket limit is met; `None` as for the deductible."""
        room, counts = (self.left.room if self.left else 0), self.counts
        if not room or room >= NO_LIMIT or counts is None:
            return None
        counted = [place for place, does in zip(COUNTED, counts, strict=True) if does]
        return self._used_up(room, lambda cents: sum(cents[place] for place in counted))

    def _used_up(self, left: int, used: Using) -> date | None:
        for day, run in self.entries() if self.runs else ():
            left -= used(run.part_cents)
            if left <= 0:
                return day
        return None


def owed_daily(
    low: tuple[Ledger, ...], high_one: tuple[Ledger, ...], *, high: bool
) -> Iterator[tuple[date, int]]:
    """Yield what the patient owes on each day, at the low or the high end."""
    for ledger in high_one if high else low:
        yield from ledger.owed()
