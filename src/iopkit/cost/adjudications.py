"""What adjudication answers: runs of equal lines, totals, and what has been used after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import mul
from types import MappingProxyType
from typing import NamedTuple, Protocol

from attrs import field, frozen

from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine, EqualLines
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import LinePart

PART_ORDER = (
    LinePart.COPAY_BEFORE,
    LinePart.SERVICE_DEDUCTIBLE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
    LinePart.PENALTY,
    LinePart.OVER_LIMIT,
    LinePart.NOT_COVERED,
)
"""The parts that occur, in the order in which a run keeps them."""


_NOTHING_OWED = (0,) * len(PART_ORDER)


class Route(Term):
    """How the lines were computed; the answer is the same on each route."""

    UNIFORM = "uniform", "equal lines at once", "líneas iguales a la vez"
    PERIODIC = "periodic", "equal weeks at once", "semanas iguales a la vez"
    WALK = "walk", "line by line", "línea por línea"


class Ending(Protocol):
    """What has been used before and after lines; the latter is computed when it is asked for."""

    @property
    def used_before(self) -> Accumulators:
        """What had been used before."""
        ...

    def used_after(self, lines: Iterable[AdjudicatedLine]) -> Accumulators:
        """Return what has been used after `lines`."""
        ...


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
    def balance(self) -> Money | None:
        """What the provider may still ask beyond what the plan recognizes.

        There is none inside the network, and none of a line that the patient owes whole; `None`
        where the billed amount, or whether the provider may ask for the rest, is not known.
        """
        line = self.line
        is_whole = self.run.part_cents[-1] > 0
        if line.is_in_network or is_whole or line.may_be_balance_billed is False:
            return ZERO
        if line.billed == line.allowed:
            return ZERO
        if line.billed is None or line.may_be_balance_billed is None:
            return None
        return line.billed - line.allowed

    @property
    def write_off(self) -> Money | None:
        """What the provider gives up; `None` where the billed amount is not known."""
        balance = self.balance
        if self.line.billed is None or balance is None:
            return None
        return self.line.billed - self.run.patient - self.run.plan - balance

    def __repr__(self) -> str:
        return "<AdjudicatedLine>"


@frozen(kw_only=True, repr=False)
class Adjudication(Quiet):
    """What one patient owes of claim lines under one plan, in order.

    `runs` groups equal neighbors; `lines()` spells them out.
    """

    claimed: Sequence[ClaimLine] | EqualLines
    runs: tuple[Run, ...]
    route: Route
    _ending: Ending = field(alias="ending")

    @property
    def claim_lines(self) -> tuple[ClaimLine, ...]:
        """The claim lines, in order."""
        return tuple(self.claimed)

    def lines(self) -> Iterator[AdjudicatedLine]:
        """Yield every line with the run that says what is owed of it."""
        each = (run for run in self.runs for _ in range(run.line_count))
        return map(AdjudicatedLine, self.claimed, each)

    @property
    def part_cents(self) -> tuple[int, ...]:
        """The patient's totals in cents, in `PART_ORDER`."""
        return totals_of(self.runs)

    @property
    def parts(self) -> Mapping[LinePart, Money]:
        """What the patient owes in all, part by part, without any balance bill."""
        return parts_of(self.part_cents)

    @property
    def patient(self) -> Money:
        """What the patient owes in all, without any balance bill."""
        return Money(sum(run.line_count * sum(run.part_cents) for run in self.runs))

    @property
    def plan(self) -> Money:
        """What the plan pays in all."""
        return Money(sum(run.line_count * run.plan_cents for run in self.runs))

    @property
    def balance(self) -> Money | None:
        """What providers may still ask in all; `None` where that is not known of some line."""
        every = [each.balance for each in self.lines()]
        known = [balance for balance in every if balance is not None]
        return sum(known, ZERO) if len(known) == len(every) else None

    @property
    def used_before(self) -> Accumulators:
        """What had been used before these lines, as it was told."""
        return self._ending.used_before

    @property
    def used_after(self) -> Accumulators:
        """What has been used after these lines; what cannot matter stays as it was told."""
        return self._ending.used_after(self.lines())


def totals_of(runs: Iterable[Run]) -> tuple[int, ...]:
    """Return the patient's totals in cents, in `PART_ORDER`."""
    each = (map(mul, part_cents, repeat(count)) for count, _, part_cents in runs)
    return tuple(map(sum, zip(_NOTHING_OWED, *each, strict=True)))


def parts_of(part_cents: Iterable[int]) -> Mapping[LinePart, Money]:
    """Return amounts in cents, given in `PART_ORDER`, as money by part."""
    return MappingProxyType(dict(zip(PART_ORDER, map(Money, part_cents), strict=True)))
