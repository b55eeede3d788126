"""The program's own lines: the patient's part, and what others take from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from iopkit.cost import labels
from iopkit.cost.assisted import with_assistance
from iopkit.cost.care_words import in_care
from iopkit.cost.course import Course
from iopkit.cost.fees import Fee, fee_of, with_bill
from iopkit.cost.items import Item, detail_of
from iopkit.cost.ledgers import owed_daily
from iopkit.cost.outcomes import End
from iopkit.cost.payers import PaidBy
from iopkit.cost.pricing import Billed
from iopkit.cost.second_payer import with_second
from iopkit.cost.secondary_payment import changes_bill
from iopkit.cost.settled_days import takes_of_rest, total_of
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent


def fee_items(course: Course) -> tuple[Item, ...]:
    """Return the line for the days of the program, and what others take from it, each apart.

    They speak of the program's own level of care.

    Raises:
        NotInForce: a published amount is missing for a day of the course.
        PlanYearMismatch: the course begins before the plan year.
    """
    fee, case = fee_of(course), course.case
    is_billed_first = changes_bill(case)
    if is_billed_first:
        fee = with_bill(course, fee)
    if case.second_coverage is not None:
        fee = with_second(course, case.second_coverage, fee)
    if case.assistance is not None:
        fee = with_assistance(
            course, case.assistance, fee if is_billed_first else with_bill(course, fee)
        )
    level = course.case.program.level if course.case.program else None
    items = []
    for item in _items(course, fee):
        label = in_care(item.label, level)
        items.append(item if label is item.label else item._replace(label=label))
    return tuple(items)


def _items(course: Course, fee: Fee) -> Iterator[Item]:
    ends: tuple[End, ...] = ()
    if fee.ends:
        ends = _lowest(low for low, _ in fee.ends), _highest(high for _, high in fee.ends)
        yield _days(fee, *ends)
    else:
        yield Item(component=fee.component, label=fee.label, low=0, high=None, is_exact=False)
    rests = [end.rest for end in ends]
    if any(rests):
        is_taken = any(map(takes_of_rest, ends))
        yield _rest(rests, is_owed=is_taken or course.case.assistance is not None)
    if course.case.second_coverage is not None:
        taken = [end.second for end in ends]
        yield _taken(fee.component, labels.SECOND_PAYS, PaidBy.SECOND_COVERAGE, taken)
    if course.case.assistance is not None:
        taken = [end.relief for end in ends]
        yield _taken(CostComponent.ASSISTANCE, labels.ASSISTED, PaidBy.ASSISTANCE, taken)


def _days(fee: Fee, low: End, high: End) -> Item:
    return Item(
        component=fee.component,
        label=fee.label,
        low=low.cents or 0,
        high=high.cents,
        detail=detail_of(low.price, high.price),
        source=high.price.source or low.price.source,
        is_exact=low.is_exact and high.is_exact and high.cents is not None,
        low_parts=low.parts,
        high_parts=high.parts,
        low_values=low.values,
        high_values=high.values,
        daily=partial(owed_daily, low.ledgers, high.ledgers),
        low_ledgers=low.ledgers,
        high_ledgers=high.ledgers,
        payer=PaidBy.PATIENT,
        is_known_low=low.parts is not None,
        is_known_high=high.parts is not None,
        low_by_second=low.by_second,
        high_by_second=high.by_second,
    )


def _rest(rests: Sequence[tuple[Billed, ...]], *, is_owed: bool) -> Item:
    """Return the line for the rest of the bill; `is_owed` says that others take from it."""
    low, high = rests
    return Item(
        component=CostComponent.OUT_OF_POCKET,
        label=labels.BALANCE_BILL if all(rests) else labels.BALANCE_PERHAPS,
        low=total_of(low),
        high=total_of(high),
        daily=partial(_rest_daily, low, high),
        payer=PaidBy.PATIENT if is_owed else None,
    )


def _rest_daily(
    low: Iterable[Billed], high_one: Iterable[Billed], *, high: bool
) -> Iterable[tuple[date, int]]:
    return high_one if high else low


def _taken(
    component: CostComponent, label: Text, payer: PaidBy, taken: Sequence[tuple[Billed, ...]]
) -> Item:
    low, high = taken or ((), ())
    return Item(
        component=component,
        label=label,
        low=-total_of(low),
        high=-total_of(high),
        daily=partial(_taken_daily, low, high),
        payer=payer,
    )


def _taken_daily(
    low: Iterable[Billed], high_one: Iterable[Billed], *, high: bool
) -> Iterator[tuple[date, int]]:
    return ((line.on, -line.cents) for line in (high_one if high else low))


def _lowest(ends: Iterable[End]) -> End:
    """Return the end that leaves the least to the patient."""
    return min(ends, key=lambda end: (end.net or 0, not end.is_exact))


def _highest(ends: Iterable[End]) -> End:
    """Return the end that leaves the most to the patient."""
    return max(ends, key=lambda end: (end.net is None, end.net or 0, end.is_exact))
