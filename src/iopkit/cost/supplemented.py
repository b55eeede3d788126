"""What a Medicare supplement takes from the patient's part of the days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from iopkit.cost.course import Course
from iopkit.cost.fees import Fee
from iopkit.cost.medicare import MedicareLine
from iopkit.cost.pricing import FOR_SEVERAL_DAYS, Billed
from iopkit.cost.settled_days import (
    Pair,
    Settled,
    in_order,
    is_charged,
    second_at_most,
    supposing,
)
from iopkit.cost.supplements import supplemented_line
from iopkit.model.second_coverage import MedicareSupplement, SecondCoverage
from iopkit.values.money import ZERO, Money
from iopkit.vocabulary.coverage import PayerKind

_USED = "second_coverage.supplement_used"


def with_supplement(
    course: Course, told: SecondCoverage, supplement: MedicareSupplement, fee: Fee
) -> Fee:
    """Return the answers of `fee` with what a supplement of Medicare takes from each.

    A limit of which the use is not told may be untouched or used up.
    """
    plan = course.case.health_plan
    if plan is None or plan.payer is not PayerKind.MEDICARE:
        course.notes.miss("supplement-without-medicare")
        return fee._replace(ends=[second_at_most(pair, None) for pair in fee.ends])
    uses: dict[Money | None, Mapping[str, object]] = {told.supplement_used: {}}
    if supplement.yearly_limit is not None and told.supplement_used is None:
        course.notes.miss("supplement-used-not-told")
        uses = {used: {_USED: used} for used in (supplement.yearly_limit, ZERO)}
    found: list[Pair] = []
    for pair in fee.ends:
        found += _taken(pair, supplement, uses)
    return fee._replace(ends=found)


def _taken(
    pair: Pair, supplement: MedicareSupplement, uses: Mapping[Money | None, Mapping[str, object]]
) -> Iterator[Pair]:
    if is_charged(pair):
        yield pair
        return
    lines = in_order(pair)
    is_by_visit = pair[1].price.unit not in FOR_SEVERAL_DAYS
    if lines is None or not (is_by_visit or supplement.visit_copay is None):
        yield second_at_most(pair, None)
        return
    for used, values in uses.items():
        (low, high), paid = supposing(pair, values), _paid(lines[1], supplement, used)
        yield low._replace(second=paid[: len(lines[0])]), high._replace(second=paid)


def _paid(
    lines: Sequence[Settled], supplement: MedicareSupplement, told: Money | None
) -> tuple[Billed, ...]:
    """Return what the supplement pays of each line; each plan year begins with nothing used."""
    found: list[Billed] = []
    year, used = 0, told
    for line in lines:
        if line.year != year:
            year, used = line.year, ZERO
        own = MedicareLine(
            amount=Money(line.allowed),
            deductible=Money(line.deductible),
            copayment=Money(line.owed - line.deductible),
            program=Money(line.paid),
        )
        done = supplemented_line(own, supplement, limit_used=used)
        used = None if used is None else used + done.patient
        found.append(Billed(line.on, done.supplement.cents))
    return tuple(found)
