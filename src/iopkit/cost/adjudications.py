"""What adjudication answers: runs of equal lines, totals, and what has been used after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve, frozen

from iopkit.cost.kernel import Counts
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import LinePart

PART_ORDER = (
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
    LinePart.OVER_LIMIT,
    LinePart.NOT_COVERED,
)
"""The parts that occur, in the order in which a run keeps them."""


class Route(Term):
    """How the lines were computed; the answer is the same on each route."""

    UNIFORM = "uniform", "equal lines at once", "líneas iguales a la vez"
    WALK = "walk", "line by line", "línea por línea"


class Run(NamedTuple):
    """Consecutive lines that come out the same; every amount is for one of them, in cents.

    `part_cents` follows `PART_ORDER`; `allowed_cents` is zero where the line is not covered.
    """

    line_count: int
    allowed_cents: int
    part_cents: tuple[int, ...]

    @property
    def parts(self) -> Mapping[LinePart, Money]:
        """What the patient owes of one line, part by part."""
        return parts_of(self.part_cents)

    @property
    def patient(self) -> Money:
        """What the patient owes of one line."""
        return Money(sum(self.part_cents))

    @property
    def plan(self) -> Money:
        """What the plan pays of one line."""
        return Money(self.plan_cents)

    @property
    def plan_cents(self) -> int:
        """What the plan pays of one line, in cents."""
        return self.allowed_cents and self.allowed_cents - sum(self.part_cents)

    def __repr__(self) -> str:
        return f"<Run: {self.line_count} lines>"


class AdjudicatedLine(NamedTuple):
    """One claim line and the run that it belongs to."""

    line: ClaimLine
    run: Run

    @property
    def write_off(self) -> Money | None:
        """What the provider gives up; `None` where the billed amount is not known."""
        if self.line.billed is None:
            return None
        return self.line.billed - self.run.patient - self.run.plan

    def __repr__(self) -> str:
        return "<AdjudicatedLine>"


@frozen(kw_only=True, repr=False)
class Adjudication(Quiet):
    """What one patient owes of claim lines under one plan, in order.

    `runs` groups equal neighbors; `lines()` spells them out.  `counts` says which parts counted
    toward the limit, all of them false where the plan has none; `admitted_visits` are the
    visits paid as such under the benefit that covers IOP, `None` where the plan does not name it.
    """

    claim_lines: tuple[ClaimLine, ...]
    runs: tuple[Run, ...]
    route: Route
    used_before: Accumulators
    counts: Counts
    admitted_visits: int | None

    def lines(self) -> Iterator[AdjudicatedLine]:
        """Yield every line with the run that says what is owed of it."""
        each = (run for run in self.runs for _ in range(run.line_count))
        return map(AdjudicatedLine, self.claim_lines, each)

    @property
    def part_cents(self) -> tuple[int, ...]:
        """The patient's totals in cents, in `PART_ORDER`."""
        return totals_of(self.runs)

    @property
    def parts(self) -> Mapping[LinePart, Money]:
        """What the patient owes in all, part by part."""
        return parts_of(self.part_cents)

    @property
    def patient(self) -> Money:
        """What the patient owes in all, without any balance bill."""
        return Money(sum(self.part_cents))

    @property
    def plan(self) -> Money:
        """What the plan pays in all."""
        return Money(sum(run.line_count * run.plan_cents for run in self.runs))

    @property
    def used_after(self) -> Accumulators:
        """What has been used after these lines; what cannot matter stays as it was told."""
        before, totals = self.used_before, self.part_cents
        counted = sum(cents for cents, counts in zip(totals, self.counts, strict=False) if counts)
        visits, more = before.visits_used, self.admitted_visits
        return evolve(
            before,
            deductible_used=_raised(before.deductible_used, totals[1]),
            limit_used=_raised(before.limit_used, counted),
            visits_used=None if visits is None or more is None else visits + more,
        )


def _raised(told: Money | Span[Money] | None, cents: int) -> Money | Span[Money] | None:
    exact = told.value if isinstance(told, Span) else told
    # An amount that is not exact cannot have mattered, so nothing is added to it.
    return told if exact is None or not cents else exact + Money(cents)


def totals_of(runs: Iterable[Run]) -> tuple[int, ...]:
    """Return the patient's totals in cents, in `PART_ORDER`."""
    totals = [0] * len(PART_ORDER)
    for run in runs:
        for place, cents in enumerate(run.part_cents):
            totals[place] += cents * run.line_count
    return tuple(totals)


def parts_of(part_cents: Iterable[int]) -> Mapping[LinePart, Money]:
    """Return amounts in cents, given in `PART_ORDER`, as money by part."""
    return MappingProxyType(dict(zip(PART_ORDER, map(Money, part_cents), strict=True)))
