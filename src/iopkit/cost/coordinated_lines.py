"""What two payers pay of the same lines, and what is left to the patient."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from iopkit.cost.adjudications import Adjudication
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.coordination import CoordinationMethod, CountedWhenSecond
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Basis, Span
from iopkit.values.texts import Text


@frozen(kw_only=True, repr=False)
class CoordinatedLine(Quiet):
    """One claim line after both payers.

    `patient` is without a balance bill.  `balance` and `write_off` are `None` where they depend on
    a charge that is not known, or on whether the provider may ask for the rest of it.  Patient,
    primary, secondary, balance and write-off add up to the charge.
    """

    line: ClaimLine
    primary: Money
    secondary: Money
    patient: Money
    balance: Money | None
    write_off: Money | None


@frozen(kw_only=True, repr=False)
class CoordinatedWay(Quiet):
    """How the lines come out by one method; `supposes` says what that takes for granted.

    `deductible_counts` and `limit_counts` say what the second plan counts of the lines, `None`
    where they come out the same for either; `used_after` is what has been used of it then, `None`
    where that differs.
    """

    method: CoordinationMethod
    lines: tuple[CoordinatedLine, ...]
    deductible_counts: CountedWhenSecond | None = None
    limit_counts: CountedWhenSecond | None = None
    used_after: Accumulators | None = None
    supposes: Text | None = None

    @property
    def primary(self) -> Money:
        """What the first payer pays in all."""
        return sum((line.primary for line in self.lines), ZERO)

    @property
    def secondary(self) -> Money:
        """What the second payer pays in all."""
        return sum((line.secondary for line in self.lines), ZERO)

    @property
    def patient(self) -> Money:
        """What is left to the patient in all, without any balance bill."""
        return sum((line.patient for line in self.lines), ZERO)

    @property
    def balance(self) -> Money | None:
        """The balance bills of all lines; `None` where one of them is not known."""
        return _all_known(line.balance for line in self.lines)

    @property
    def write_off(self) -> Money | None:
        """What the provider gives up in all; `None` where that is not known of a line."""
        return _all_known(line.write_off for line in self.lines)


@frozen(kw_only=True, repr=False)
class Coordination(Quiet):
    """What two payers pay of the same lines, and what is left to the patient.

    `alone` is what the second plan would pay if it were the only one.  There is more than one of
    `ways` where the method, what the second plan counts of lines that it pays second, or a charge
    on which they depend, is not told and changes a line.
    """

    primary: Adjudication
    alone: Adjudication
    ways: tuple[CoordinatedWay, ...]

    @property
    def secondary(self) -> Span[Money]:
        """What the second payer pays, from the least to the most of all ways."""
        return _range_of(way.secondary for way in self.ways)

    @property
    def patient(self) -> Span[Money]:
        """What is left to the patient, from the least to the most of all ways."""
        return _range_of(way.patient for way in self.ways)


def _all_known(amounts: Iterable[Money | None]) -> Money | None:
    told = tuple(amounts)
    known = tuple(amount for amount in told if amount is not None)
    return sum(known, ZERO) if len(known) == len(told) else None


def _range_of(amounts: Iterable[Money]) -> Span[Money]:
    told = tuple(amounts)
    return Span(min(told), max(told), Basis.COMPUTED)
