"""The days under Medicaid: what a plan asks, and no more than federal law lets a State ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from iopkit.cost.adjudications import Run, totals_of
from iopkit.cost.course import Course
from iopkit.cost.ledgers import Ledger
from iopkit.cost.medicaid_answers import COUNTED, Families, Family
from iopkit.cost.medicaid_lines import (
    ExemptPurse,
    SharedLine,
    as_shared,
    cut_to_caps,
    shared_whole,
)
from iopkit.cost.outcomes import End
from iopkit.cost.purses import Purse
from iopkit.cost.rates import OPEN
from iopkit.cost.scenarios import Scenario
from iopkit.cost.sides import Side, told_on
from iopkit.model.health_plan import HealthPlan
from iopkit.model.medicaid import MedicaidStanding
from iopkit.model.networks import OutOfNetwork
from iopkit.values.money import ZERO
from iopkit.vocabulary.coverage import PayerKind

Ends = tuple[End, End]
_Answer = tuple[Scenario, Iterable[Ends]]

_COPAY = "us-medicaid/outpatient-copay-base"
_FAMILY = "us-medicaid/family-aggregate-share"


class _Owed(NamedTuple):
    """What a family owes of lines, and of each part of them; `is_open` where nothing bounds it.

    `is_sure` says whether it owes that for certain, `is_shown` whether a completion shows why.
    """

    runs: tuple[Run, ...]
    parts: tuple[int, ...]
    is_open: bool
    is_sure: bool
    is_shown: bool

    @property
    def cents(self) -> int | None:
        """What is owed of all lines."""
        return None if self.is_open else sum(self.parts)


_Lines = tuple[SharedLine, ...] | None


class _Terms(NamedTuple):
    """Whether a plan tells what it asks, and whether what is cut of a line changes the next."""

    is_told: bool
    is_steady: bool


_Cutting = Callable[[Family, _Lines, bool], tuple[_Owed, _Owed] | None]


class _Way(NamedTuple):
    """One answer of the plan, and the lines of both of its ends."""

    terms: _Terms
    ends: Ends
    low: _Lines
    high: _Lines

    def __repr__(self) -> str:
        return "<_Way>"


def within_medicaid(
    course: Course,
    answers: Iterable[tuple[Scenario, Iterable[Ends]]],
    *,
    is_in_network: bool = True,
) -> list[Ends]:
    """Return ends of which no line is above what Medicaid may ask; of other payers as they are.

    `answers` are those of the plan in each scenario.  What is not known of the family is answered
    in each way that matters.

    Raises:
        NotInForce: an amount or a poverty guideline is missing for a day of the course.
        NotShipped: the amounts lack one that Medicaid needs.
    """
    told = [(scenario, pair) for scenario, ends in answers for pair in ends]
    plan = course.case.health_plan
    if plan is None or plan.payer is not PayerKind.MEDICAID:
        return [pair for _, pair in told]
    standing = course.case.medicaid or MedicaidStanding()
    if not standing.is_exempt:
        _note_amounts(course, standing)
    enough = max((high.cents or 0 for _, (_, high) in told), default=0)
    by_time: dict[object, list[Ends]] = {}
    ways = [_way(scenario, pair, is_in_network=is_in_network) for scenario, pair in told]
    cutting: _Cutting = cache(_cut_to)
    for family in Families(course, enough).each():
        capped = by_time.setdefault(family.counts_by if not family.is_exempt else None, [])
        capped += (_capped(family, way, cutting) for way in ways)
    exempt = by_time.pop(None, [])
    owed = [high.cents for each in by_time.values() for _, high in each]
    if any(cents != 0 for cents in owed) and standing.is_exempt is None:
        course.notes.miss("medicaid-exempt-not-told")
    return [*exempt, *_by_any_time(course, list(by_time.values()))]


def _way(scenario: Scenario, ends: Ends, *, is_in_network: bool) -> _Way:
    is_steady = _is_steady(scenario, is_in_network=is_in_network)
    return _Way(_Terms(not _is_silent(scenario), is_steady), ends, *_lines_of(scenario, *ends))


def _by_any_time(course: Course, each: Sequence[list[Ends]]) -> Iterator[Ends]:
    """Yield ends for each time by which a State may count, told apart only where that matters."""
    cents = [[(low.cents, high.cents) for low, high in ends] for ends in each]
    if len(each) > 1 and cents[0] != cents[1]:
        course.notes.miss("medicaid-time-not-told")
        yield from chain(*each)
        return
    for ends in each[:1]:
        for low, high in ends:
            yield _silent_of_time(low), _silent_of_time(high)


def _silent_of_time(end: End) -> End:
    return end._replace(values={path: told for path, told in end.values.items() if path != COUNTED})


def _note_amounts(course: Course, standing: MedicaidStanding) -> None:
    day = next(iter(course.attendance.low), course.attendance.start)
    for code, series in (("medicaid-copay-cap", _COPAY), ("medicaid-family-cap", _FAMILY)):
        course.notes.assume(code, course.amounts.entry(series, on=day).source or None)
    if standing.family_paid is None:
        course.notes.assume("medicaid-family-alone")


def _lines_of(scenario: Scenario, low: End, high: End) -> tuple[_Lines, _Lines]:
    """Return the lines of both ends; the same ones where nothing but a supposition differs."""
    lowest = _lines(scenario, low, is_high=False)
    if lowest is not None and low.ledgers and low.ledgers is high.ledgers:
        return lowest, lowest
    return lowest, _lines(scenario, high, is_high=True)


def _capped(family: Family, way: _Way, cutting: _Cutting) -> Ends:
    """Return two ends as a family owes them; what it owes of the same lines is counted once."""
    is_told, is_steady = way.terms
    low, high = (cutting(family, lines, is_steady) for lines in (way.low, way.high))
    return (
        _end(family, way.ends[0], low[0] if low else None, is_told=is_told),
        _end(family, way.ends[1], high[1] if high else None, is_told=is_told),
    )


def _cut_to(family: Family, lines: _Lines, is_steady: bool, /) -> tuple[_Owed, _Owed] | None:
    """Return the least and the most that a family may be asked of lines.

    What is cut of a line may leave more of a deductible or a limit for the next ones: where the
    plan has such, only the bounds hold that no line owes less, or more than its cap.
    """
    if lines is None:
        _note_band(family, (), is_sure=False)
        return None
    least = most = cut_to_caps(family, lines, 0)
    is_cut = least != lines
    if is_cut:
        most = cut_to_caps(family, lines if is_steady else shared_whole(lines), 1)
        _note_band(family, lines, is_sure=least == most)
    is_shown = family.is_shown or not is_cut
    if least == most:
        owed = _owed(least, is_sure=True, is_shown=is_shown)
        return owed, owed
    lowest, highest = (_owed(each, is_sure=False, is_shown=is_shown) for each in (least, most))
    return lowest, highest


def _owed(lines: tuple[SharedLine, ...], *, is_sure: bool, is_shown: bool) -> _Owed:
    runs = tuple([Run(1, line.allowed, line.parts) for line in lines])
    is_open = any(line.shared >= OPEN for line in lines)
    return _Owed(runs, totals_of(runs), is_open, is_sure and not is_open, is_shown)


def _end(family: Family, end: End, owed: _Owed | None, *, is_told: bool) -> End:
    values = {**end.values, **family.values}
    if owed is None:
        cents = 0 if family.is_exempt else end.cents
        return end._replace(cents=cents, parts=None, values=values, is_exact=False, ledgers=())
    return End(
        owed.cents,
        owed.parts if owed.is_sure else None,
        values,
        end.price,
        end.is_exact and owed.is_sure and owed.is_shown and is_told,
        _ledgers(family, end, owed.runs) if owed.is_sure else (),
    )


def _note_band(family: Family, lines: Iterable[SharedLine], *, is_sure: bool) -> None:
    """Note why it is not known exactly what may be asked of lines of which something is cut."""
    if not family.is_shown:
        family.course.notes.miss("medicaid-guideline-not-known")
    elif not is_sure and any(family.is_vague(each.shared, each.allowed, each.on) for each in lines):
        family.course.notes.miss("medicaid-lowest-band")


def _lines(scenario: Scenario, end: End, *, is_high: bool) -> _Lines:
    """Return the lines of an end; where only a bound of it is known, each at its bound.

    None where they are not known, nor which of them a limit on visits leaves to the patient.
    """
    if is_high and end.price.high is None:
        return None
    if end.ledgers and all(ledger.runs is not None for ledger in end.ledgers):
        return tuple(
            SharedLine(day, run.allowed_cents, run.part_cents)
            for ledger in end.ledgers
            for day, run in ledger.entries()
        )
    told = [year.plan.benefit(scenario.benefit) for year in scenario.years]
    if is_high and not all(each is not None and each.has_visit_limit is False for each in told):
        return None
    return tuple(
        SharedLine(line.on, line.cents, as_shared(line.cents if is_high else 0))
        for line in end.price.lines_at(high=is_high)
    )


def _ledgers(family: Family, end: End, runs: tuple[Run, ...]) -> tuple[Ledger, ...]:
    """Return the lines of each plan year with what is owed of them."""
    found: list[Ledger] = []
    first = 0
    for ledger in end.ledgers:
        last = first + len(ledger.lines)
        begin = partial(_exempted, ledger.purse) if family.is_exempt and ledger.purse else None
        found.append(ledger._replace(runs=runs[first:last], purse=begin))
        first = last
    return tuple(found)


def _exempted(begin: Callable[[], Purse]) -> ExemptPurse:
    return ExemptPurse(begin())


def _is_steady(scenario: Scenario, *, is_in_network: bool) -> bool:
    """Return whether what is cut of one line changes nothing for the next."""
    side, plans = Side(scenario.benefit, is_in_network), [year.plan for year in scenario.years]
    told = [each for plan in plans for each in [told_on(plan, side)] if each is not None]
    shares = [each.cost_share for each in told]
    sides: list[HealthPlan | OutOfNetwork] = [*plans]
    if not is_in_network:
        sides += [plan.out_of_network for plan in plans if plan.out_of_network is not None]
    has_deductible = any(share is None or share.deductible_applies for share in shares) and any(
        each.deductible != ZERO for each in sides
    )
    return not has_deductible and not any(
        each.has_out_of_pocket_limit is not False for each in sides
    )


def _is_silent(scenario: Scenario) -> bool:
    return any(path.endswith(".cost_share") for path in scenario.values)
