"""Two payers: what the second one pays of lines that the first has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from iopkit.cost.adjudications import AdjudicatedLine, Adjudication
from iopkit.cost.route import adjudicate
from iopkit.cost.secondary_payment import LineFacts, second_payment
from iopkit.errors import InvalidValue
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.coordination import CoordinationMethod
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Basis, Span
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import LinePart, PayerKind

__all__ = ["CoordinatedLine", "CoordinatedWay", "Coordination", "CoordinationMethod", "coordinate"]

_OF_MEDICARE = (CoordinationMethod.MEDICARE, CoordinationMethod.MEDICARE_INSTITUTIONAL)
_OF_PLANS = tuple(method for method in CoordinationMethod if method not in _OF_MEDICARE)
_LEAST_CHARGE = Text(
    "Where no charge is told, it is no more than a plan allows.",
    "Donde no se indica un cargo, no es mayor que lo que admite un plan.",
)
_LARGE_CHARGE = Text(
    "Where no charge is told, it leaves room for all that the second plan would pay.",
    "Donde no se indica un cargo, alcanza para todo lo que pagaría el segundo plan.",
)


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
    """How the lines come out by one method; `supposes` says what that takes for granted."""

    method: CoordinationMethod
    lines: tuple[CoordinatedLine, ...]
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

    `alone` is what the second plan would pay if it were the only one; what its accumulators
    become after coordination is not known.  There is more than one of `ways` where the method,
    or a charge on which it depends, is not told.
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


def coordinate(
    primary: Adjudication,
    lines: Sequence[ClaimLine],
    plan: HealthPlan,
    used: Accumulators,
    *,
    method: CoordinationMethod | None,
) -> Coordination:
    """Return what the second `plan` pays of what the first has settled, line by line.

    `lines` are the same services in the same order, as the second plan allows them, and `used`
    is what has been used of that plan.  A `method` of `None` is not known: each that the payer
    may use is a way.  A line that the first plan does not cover at all is owed up to what
    the second one allows, where the provider is in its network.

    Raises:
        InvalidValue: `lines` are other services, or charge something else.
        CannotAdjudicate: the second plan leaves unsaid what these lines need.
        PlanYearMismatch: a line lies outside the second plan's year.
    """
    pairs = tuple(_paired(primary, lines))
    alone = adjudicate([second for _, second in pairs], plan, used)
    methods = methods_of(plan) if method is None else (method,)
    rest = alone
    if CoordinationMethod.MAINTENANCE in methods:
        rest = adjudicate([_reduced(*pair) for pair in pairs], plan, used)
    settled = [
        (first, _facts(first, own, left.run.plan))
        for (first, _), own, left in zip(pairs, alone.lines(), rest.lines(), strict=True)
    ]
    ways = tuple(way for each in methods for way in _ways(each, settled))
    return Coordination(primary=primary, alone=alone, ways=ways)


def methods_of(plan: HealthPlan) -> tuple[CoordinationMethod, ...]:
    """Return the methods that the payer of a plan may use."""
    if plan.payer is None:
        return (*_OF_PLANS, *_OF_MEDICARE)
    return _OF_MEDICARE if plan.payer is PayerKind.MEDICARE else _OF_PLANS


def _paired(
    primary: Adjudication, lines: Sequence[ClaimLine]
) -> Iterator[tuple[AdjudicatedLine, ClaimLine]]:
    """Yield each settled line with its twin; both state the charge that either one told."""
    firsts = tuple(primary.lines())
    if [each.line.on for each in firsts] != [line.on for line in lines]:
        raise InvalidValue("lines", "the same services in the same order as the first plan's")
    for first, line in zip(firsts, lines, strict=True):
        billed = first.line.billed if line.billed is None else line.billed
        if first.line.billed not in (None, billed):
            raise InvalidValue("billed", "the same charge under both plans")
        charged = evolve(first.line, billed=billed)
        yield first._replace(line=charged), evolve(line, billed=billed)


def _reduced(first: AdjudicatedLine, second: ClaimLine) -> ClaimLine:
    return evolve(second, allowed=max(second.allowed - first.run.plan, ZERO))


def _facts(first: AdjudicatedLine, own: AdjudicatedLine, of_rest: Money) -> LineFacts:
    line, owed = first.line, first.run.patient.cents
    is_covered = _is_covered(first)
    allowed, second = line.allowed.cents, own.line.allowed.cents
    if not is_covered and own.line.is_in_network and _is_covered(own):
        owed = min(owed, second)
    accepted = None if line.billed is None else line.billed.cents
    if is_covered and line.is_in_network:
        accepted = allowed
    return LineFacts(
        charge=max(allowed, second) if line.billed is None else line.billed.cents,
        accepted=accepted,
        first_allowed=allowed,
        paid=first.run.plan.cents,
        owed=owed,
        second_allowed=second,
        alone=own.run.plan.cents,
        of_rest=of_rest.cents,
    )


def _is_covered(each: AdjudicatedLine) -> bool:
    return not each.run.parts[LinePart.NOT_COVERED].cents


def _ways(
    method: CoordinationMethod, settled: Sequence[tuple[AdjudicatedLine, LineFacts]]
) -> Iterator[CoordinatedWay]:
    least = tuple(_settled(first, facts, second_payment(method, facts)) for first, facts in settled)
    # Only one method asks what is charged.
    most = tuple(
        _settled(first, facts, second_payment(method, _charging_more(first, facts)))
        for first, facts in settled
    )
    differs = least != most
    yield CoordinatedWay(method=method, lines=least, supposes=_LEAST_CHARGE if differs else None)
    if differs:
        yield CoordinatedWay(method=method, lines=most, supposes=_LARGE_CHARGE)


def _charging_more(first: AdjudicatedLine, facts: LineFacts) -> LineFacts:
    if first.line.billed is not None:
        return facts
    return facts._replace(charge=facts.paid + facts.alone)


def _settled(first: AdjudicatedLine, facts: LineFacts, pays: int) -> CoordinatedLine:
    billed, balance = first.line.billed, first.balance
    patient, beyond = max(facts.owed - pays, 0), Money(max(pays - facts.owed, 0))
    paid, left = Money(facts.paid + pays), Money(patient)
    # What is paid beyond the patient's part takes from the balance bill, then from the write-off.
    balance = None if balance is None else max(balance - beyond, ZERO)
    write_off = None
    if billed is not None and balance is not None:
        write_off = billed - paid - left - balance
    return CoordinatedLine(
        line=first.line,
        primary=Money(facts.paid),
        secondary=Money(pays),
        patient=left,
        balance=balance,
        write_off=write_off,
    )


def _all_known(amounts: Iterable[Money | None]) -> Money | None:
    told = tuple(amounts)
    known = tuple(amount for amount in told if amount is not None)
    return sum(known, ZERO) if len(known) == len(told) else None


def _range_of(amounts: Iterable[Money]) -> Span[Money]:
    told = tuple(amounts)
    return Span(min(told), max(told), Basis.COMPUTED)
