"""The most that Medicare lets a hospital ask as copayment for one outpatient service."""

from __future__ import annotations

from functools import partial

from iopkit.cost.adjudications import PART_ORDER, Run, totals_of
from iopkit.cost.course import Course
from iopkit.cost.ledgers import Ledger
from iopkit.cost.medicare import COPAYMENT_CEILING
from iopkit.cost.outcomes import End
from iopkit.cost.purses import PlainPurse, Purse
from iopkit.vocabulary.billing import Unit
from iopkit.vocabulary.care import Setting
from iopkit.vocabulary.coverage import LinePart, PayerKind

_SHARE = PART_ORDER.index(LinePart.PATIENT_SHARE)


def has_ceiling(course: Course) -> bool:
    """Return whether the days are services of a hospital that Medicare pays as outpatient care."""
    plan, program = course.case.health_plan, course.case.program
    is_medicare = plan is not None and plan.payer is PayerKind.MEDICARE
    return is_medicare and program is not None and program.setting is Setting.HOSPITAL_OUTPATIENT


def under_ceiling(course: Course, end: End) -> End:
    """Return an end in which no day's copayment is above the Part A deductible of its year.

    It takes the place of the copayment on its own line, so that the ends stay the ends.  A price
    that is not for a day is left as it is: which services it pays is not told.

    Source: 42 CFR 419.41(c)

    Raises:
        NotInForce, NotShipped: the deductible is not known for a day of the course.
    """
    if end.price.unit is not Unit.DAY or not end.ledgers or end.parts is None:
        return end
    ledgers = tuple(_capped(course, ledger) for ledger in end.ledgers)
    if all(one is other for one, other in zip(ledgers, end.ledgers, strict=True)):
        return end
    each = (totals_of(ledger.runs or ()) for ledger in ledgers)
    parts = tuple(map(sum, zip(*each, strict=True)))
    cents = None if end.cents is None else sum(parts)
    return end._replace(cents=cents, parts=parts, ledgers=ledgers)


def _capped(course: Course, ledger: Ledger) -> Ledger:
    if not ledger.runs or not ledger.lines:
        return ledger
    day = ledger.lines[0].on
    ceiling = course.amounts.money(COPAYMENT_CEILING, on=day)
    if all(line.cents <= ceiling.cents for line in ledger.lines):
        return ledger
    runs = tuple(_under(run, ceiling.cents) for run in ledger.runs)
    purse = None if ledger.purse is None else partial(_capping, ledger.purse(), ceiling.cents)
    if runs == ledger.runs:
        return ledger._replace(purse=purse)
    source = course.amounts.entry(COPAYMENT_CEILING, on=day).source
    shown = {"amount": str(ceiling), "year": str(day.year)}
    course.notes.assume("medicare-copayment-ceiling", source, **shown)
    return ledger._replace(runs=runs)


def _capping(purse: Purse, ceiling: int) -> Purse:
    return purse._replace(ceiling=ceiling) if isinstance(purse, PlainPurse) else purse


def _under(run: Run, ceiling: int) -> Run:
    parts = run.part_cents
    if parts[_SHARE] <= ceiling:
        return run
    return run._replace(part_cents=(*parts[:_SHARE], ceiling, *parts[_SHARE + 1 :]))
