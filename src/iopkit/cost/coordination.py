"""Two payers: what the second one pays of lines that the first has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from attrs import evolve

from iopkit.cost.adjudications import AdjudicatedLine, Adjudication
from iopkit.cost.coordinated_lines import CoordinatedLine, CoordinatedWay, Coordination
from iopkit.cost.prepared import purse_of
from iopkit.cost.purses import BookPurse
from iopkit.cost.route import adjudicate
from iopkit.cost.second_lines import Counting, countings_of, second_lines
from iopkit.cost.secondary_payment import LineFacts, methods_of
from iopkit.errors import InvalidValue
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.coordination import CoordinationMethod
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import LinePart

__all__ = ["CoordinatedLine", "CoordinatedWay", "Coordination", "CoordinationMethod", "coordinate"]

_Told = TypeVar("_Told")

_LEAST_CHARGE = Text(
    "Where no charge is told, it is no more than a plan allows.",
    "Donde no se indica un cargo, no es mayor que lo que admite un plan.",
)
_LARGE_CHARGE = Text(
    "Where no charge is told, it leaves room for all that the second plan would pay.",
    "Donde no se indica un cargo, alcanza para todo lo que pagaría el segundo plan.",
)


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
    may use is a way; so is each way to count of a `plan` that does not tell it.  A line that the
    first plan does not cover at all is owed up to what the second one allows, where the provider
    is in its network.

    Raises:
        InvalidValue: `lines` are other services, or charge something else.
        CannotAdjudicate: the second plan leaves unsaid what these lines need.
        PlanYearMismatch: a line lies outside the second plan's year.
    """
    pairs = tuple(_paired(primary, lines))
    seconds = [second for _, second in pairs]
    alone = adjudicate(seconds, plan, used)
    both = tuple((first, own) for (first, _), own in zip(pairs, alone.lines(), strict=True))
    settling = _Settling(both, purse_of(plan, used, seconds))
    methods = methods_of(plan) if method is None else (method,)
    ways = tuple(way for each in methods for way in settling.ways(each, countings_of(plan)))
    return Coordination(primary=primary, alone=alone, ways=ways)


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


def _facts(first: AdjudicatedLine, own: AdjudicatedLine) -> LineFacts:
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
    )


def _is_covered(each: AdjudicatedLine) -> bool:
    return not each.run.parts[LinePart.NOT_COVERED].cents


class _Settling(NamedTuple):
    """Lines as each plan settles them by itself, and what is left of the second one before."""

    both: tuple[tuple[AdjudicatedLine, AdjudicatedLine], ...]
    purse: BookPurse

    def __repr__(self) -> str:
        return "<_Settling>"

    def ways(
        self, method: CoordinationMethod, countings: Iterable[Counting]
    ) -> Iterator[CoordinatedWay]:
        """Yield each way in which the lines come out by one method."""
        alike: dict[tuple[CoordinatedLine, ...], list[CoordinatedWay]] = {}
        for counting in countings:
            for way in self._by(method, counting):
                alike.setdefault(way.lines, []).append(way)
        return map(_as_one, alike.values())

    def _by(self, method: CoordinationMethod, counting: Counting) -> Iterator[CoordinatedWay]:
        least = [_facts(*each) for each in self.both]
        way = self._way(method, counting, least)
        # Only one method asks what is charged.
        most = [_charging_more(*each) for each in zip(self.both, least, strict=True)]
        large = self._way(method, counting, most)
        differs = way.lines != large.lines
        yield evolve(way, supposes=_LEAST_CHARGE if differs else None)
        if differs:
            yield evolve(large, supposes=_LARGE_CHARGE)

    def _way(
        self, method: CoordinationMethod, counting: Counting, facts: Sequence[LineFacts]
    ) -> CoordinatedWay:
        seconds, purse = second_lines(method, counting, facts, self.purse)
        each = tuple(zip(self.both, facts, seconds, strict=True))
        settled = (AdjudicatedLine(own.line, second.run) for (_, own), _, second in each)
        return CoordinatedWay(
            method=method,
            lines=tuple(_settled(first, line, second.pays) for (first, _), line, second in each),
            deductible_counts=counting.deductible,
            limit_counts=counting.limit,
            used_after=purse.used_after(settled),
        )


def _as_one(ways: Sequence[CoordinatedWay]) -> CoordinatedWay:
    """Return ways that come out the same as one, which tells what they have in common."""
    first = ways[0]

    def common(told: Iterable[_Told]) -> _Told | None:
        each = list(told)
        return each[0] if all(one == each[0] for one in each) else None

    return evolve(
        first,
        deductible_counts=common(way.deductible_counts for way in ways),
        limit_counts=common(way.limit_counts for way in ways),
        used_after=common(way.used_after for way in ways),
        supposes=common(way.supposes for way in ways),
    )


def _charging_more(each: tuple[AdjudicatedLine, AdjudicatedLine], facts: LineFacts) -> LineFacts:
    if each[0].line.billed is not None:
        return facts
    return facts._replace(charge=facts.paid + facts.second_allowed)


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
