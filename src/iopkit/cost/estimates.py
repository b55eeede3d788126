"""The estimate: what a course of care costs one person, from low to high."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from attrs import evolve, field, frozen

from iopkit.cost.adjudications import PART_ORDER
from iopkit.cost.attendance import Attendance
from iopkit.cost.completing import with_values
from iopkit.cost.itemizing import by_year, itemized
from iopkit.cost.items import Item
from iopkit.cost.likely import likely_values
from iopkit.cost.notes import Note
from iopkit.cost.payers import AtEnds, PaidBy
from iopkit.cost.paying import paid_by, plan_pays
from iopkit.cost.ways import in_money, total
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.rules.truth import Truth
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.coverage import LinePart, PayerKind

__all__ = ["AtEnds", "Bounds", "Completion", "Estimate", "EstimateLine", "Note", "estimate"]

Ends = AtEnds | Span[Money]

_NOTHING_LIKELY: Mapping[str, object] = MappingProxyType({})
LEFT_OUT = frozenset({"travel-not-told", "miles-not-told", "fares-not-told", "parking-not-told"})
"""What is not known where a part of what is to be paid is in no total."""
_BOUNDS_ONLY = (
    "level-not-told",
    "phases-range",
    "absences-in-many-ways",
    "missed-weekdays-not-told",
    "price-unit",
    "fee-condition",
    "price-for-several-days",
    "price-of-parts",
    "second-level-not-told",
    "second-price-unit",
    "second-price-for-several-days",
    "second-price-of-parts",
)
_NOT_COUNTED = ("work-not-told", "pay-not-told")
_NOT_KNOWN: Span[Money] = Span(None, None, Basis.COMPUTED)


class Bounds(Term):
    """What the two ends of an estimate are worth."""

    EXACT = (
        "exact",
        "each end is reached by a case that fits what is known",
        "cada extremo se alcanza en un caso compatible con lo conocido",
    )
    OUTER = (
        "outer",
        "the cost lies within, but an end may not be reached",
        "el costo está dentro, pero puede que no se alcance un extremo",
    )


@frozen(kw_only=True, repr=False)
class EstimateLine(Quiet):
    """One line of an estimate; its low end belongs to the low total and its high to the high.

    What others take from a line is a line of its own, below zero.  The parts say how an insured
    amount is made up at each end; they are empty where only a bound of it is known.  `source` is
    the id of the source of a published amount.
    """

    component: CostComponent
    label: Text
    amount: AtEnds
    detail: Text | None = None
    source: str | None = None
    low_parts: Mapping[LinePart, Money] = field(factory=dict)
    high_parts: Mapping[LinePart, Money] = field(factory=dict)


@frozen(kw_only=True, repr=False)
class Completion(Quiet):
    """The values of what was not known that lead to one end, by the field's path in the case.

    A price without an upper end is not shown: any that is high enough leads there.
    """

    values: Mapping[str, object]


@frozen(kw_only=True, repr=False)
class Estimate(Quiet):
    """What a course of care costs, from low to high, and what that rests on.

    `to_pay` is every line but lost income; `together` adds that, as far as it is known.  An end
    of `None` is one that nothing bounds; both ends of `income_lost` are `None` where too little
    is told to count it.  What could not be counted is in `unknowns` and in no total.
    `completions` lead to the low and the high end.  `by_payer` says who pays what of the program's
    days at the two ends, and adds up to what is allowed, or charged where no plan covers them or
    assistance takes from the rest of a bill.  `plan_pays` is the part of the plan that pays first,
    `None` where that is not known.
    `likely` is what is to be paid where each unknown has a likely value that the program or the
    caller states (`likely_values`), and else `None`: no end and no middle is called likely.
    `is_affordable` is `None` without a budget, answers for `to_pay` only, and is not met or
    unknown where part of that is left out.  This is no promise of coverage.
    """

    to_pay: Span[Money]
    income_lost: Span[Money]
    together: Span[Money]
    lines: tuple[EstimateLine, ...]
    visits: Span[int]
    bounds: Bounds
    completions: tuple[Completion, Completion]
    payer: PayerKind | None = None
    assumptions: tuple[Note, ...] = ()
    unknowns: tuple[Note, ...] = ()
    by_payer: Mapping[PaidBy, AtEnds] = field(factory=dict)
    plan_pays: AtEnds | None = None
    likely: Money | None = None
    likely_values: Completion | None = None
    is_affordable: Truth | None = None

    @property
    def is_whole(self) -> bool:
        """Whether no part of what is to be paid is left out of it because it was not told."""
        return all(note.code not in LEFT_OUT for note in self.unknowns)

    @property
    def by_component(self) -> Mapping[CostComponent, AtEnds]:
        """What each component costs: the sums of its lines.  Assistance is below zero."""
        found: dict[CostComponent, AtEnds] = {}
        for line in self.lines:
            before = found.get(line.component, AtEnds(low=ZERO, high=ZERO))
            low, high = _sums(before, line.amount)
            found[line.component] = AtEnds(low=low, high=high)
        return found


def estimate(
    case: Case,
    amounts: Amounts,
    *,
    on: date,
    likely: Mapping[str, object] = _NOTHING_LIKELY,
) -> Estimate:
    """Return what the course of care in `case` costs; `on` is its start where none is told.

    Every unknown is answered in each way that it can be, so that the true cost lies between the
    two ends; nothing unknown is given a usual value.  `amounts` are the published amounts that
    may be used; each that is used is noted with its source.  `likely` are values that the caller
    calls likely, by the path of the field in the case, as `completions` show them; the number of
    weeks that a program calls typical stands beside them.

    Raises:
        NotInForce: a published amount is missing for a year of the course.
        NotShipped: `amounts` lacks one that Medicare, Medicaid or driving needs.
        PlanYearMismatch: the course begins before the plan year.
        InvalidValue: the course is longer than 520 weeks, or an amount is beyond all bounds.
    """
    found = by_year(lambda: _estimated(case, amounts, on=on))
    values = likely_values(case, likely, *(end.values for end in found.completions))
    if values is None:
        return found
    sure = by_year(lambda: _estimated(with_values(case, values), amounts, on=on)).to_pay.value
    if sure is None:
        return found
    return evolve(found, likely=sure, likely_values=Completion(values=values))


def _estimated(case: Case, amounts: Amounts, *, on: date) -> Estimate:
    notes, found, ways = itemized(case, amounts, on=on)
    to_pay = total(found.items)
    is_counted = not notes.misses(*_NOT_COUNTED)
    income_lost = total(found.income) if is_counted else _NOT_KNOWN
    every = (*found.items, *found.income)
    paid = plan_pays(found.items)
    is_exact = found.is_one and all(one.is_exact for one in every)
    return Estimate(
        to_pay=to_pay,
        income_lost=income_lost,
        together=_together(to_pay, income_lost),
        lines=tuple(map(_line, every)),
        visits=_visits(way.attendance for way in ways),
        bounds=Bounds.EXACT if is_exact and not notes.misses(*_BOUNDS_ONLY) else Bounds.OUTER,
        completions=_completions(every),
        payer=case.health_plan.payer if case.health_plan else None,
        assumptions=notes.assumptions,
        unknowns=notes.unknowns,
        by_payer=paid_by(found.items, paid),
        plan_pays=None if notes.misses("allowed-not-known") else paid,
        is_affordable=_affordable(case.budget, to_pay, is_whole=not notes.misses(*LEFT_OUT)),
    )


def _together(to_pay: Span[Money], income_lost: Span[Money]) -> Span[Money]:
    return Span(*_sums(to_pay, income_lost), Basis.COMPUTED)


def _sums(
    one: Span[Money] | AtEnds, other: Span[Money] | AtEnds
) -> tuple[Money | None, Money | None]:
    """Return the sums of the ends; what is not known adds nothing to the low one."""
    low, more = one.low, other.low
    high, most = one.high, other.high
    return (
        low if low is None or more is None else low + more,
        None if high is None or most is None else high + most,
    )


def _line(item: Item) -> EstimateLine:
    low, high = in_money(item.low, item.high)
    low_parts = high_parts = _parts(item.low_parts)
    if item.high_parts != item.low_parts:
        high_parts = _parts(item.high_parts)
    return EstimateLine(
        component=item.component,
        label=item.label,
        amount=AtEnds(low=low, high=high),
        detail=item.detail,
        source=item.source,
        low_parts=low_parts,
        high_parts=high_parts,
    )


def _parts(cents: tuple[int, ...] | None) -> Mapping[LinePart, Money]:
    if cents is None:
        return {}
    shown = zip(PART_ORDER, cents, strict=True)
    return {part: Money(amount) for part, amount in shown if amount}


def _visits(attended: Iterable[Attendance]) -> Span[int]:
    ways = list(attended)
    highs = [None if way.high is None else len(way.high) for way in ways]
    known = [count for count in highs if count is not None]
    most = max(known) if len(known) == len(highs) else None
    return Span(min(len(way.low) for way in ways), most, Basis.COMPUTED)


def _completions(items: Iterable[Item]) -> tuple[Completion, Completion]:
    low: dict[str, object] = {}
    high: dict[str, object] = {}
    for item in items:
        low.update(item.low_values)
        high.update(item.high_values)
    return _completion(low), _completion(high)


def _completion(values: Mapping[str, object]) -> Completion:
    known = {path: value for path, value in values.items() if value is not None}
    return Completion(values=known)


def _affordable(budget: Money | None, to_pay: Span[Money], *, is_whole: bool) -> Truth | None:
    if budget is None:
        return None
    if to_pay.low is not None and budget < to_pay.low:
        return Truth.NOT_MET
    fits = to_pay.high is not None and to_pay.high <= budget and is_whole
    return Truth.MET if fits else Truth.UNKNOWN
