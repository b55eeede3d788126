"""Plans year by year: what Medicare fills in, and where one plan year ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.course import Course
from iopkit.errors import PlanYearMismatch
from iopkit.model.accumulators import NOTHING_USED, Accumulators
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.values.periods import Period
from iopkit.vocabulary.care import Setting
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

_WEEK = 7
_DEDUCTIBLE = "medicare/part-b-deductible"
_SHARE = "medicare/part-b-patient-share"
_PLAIN_SHARE = (Setting.HOSPITAL_OUTPATIENT, Setting.COMMUNITY_MENTAL_HEALTH_CENTER)
"""Other settings are paid by other rules: some ask no copayment, some a share of charges."""


class PlanYear(NamedTuple):
    """One plan year of a course: its number from 0, its plan, and what was used before."""

    number: int
    plan: HealthPlan
    used: Accumulators

    def __repr__(self) -> str:
        return f"<PlanYear {self.number}>"


def number_of(year: Period | None, day: date) -> int:
    """Return which plan year a day falls in: 0 for `year`, then steps of twelve months.

    Raises:
        PlanYearMismatch: the day lies before `year`.
    """
    if year is None or year.holds(day):
        return 0
    if year.end is None or day < year.start:
        raise PlanYearMismatch(str(year))
    end = year.end
    return 1 + day.year - end.year - ((day.month, day.day) < (end.month, end.day))


def plan_years(course: Course, plan: HealthPlan, days: Iterable[date]) -> tuple[PlanYear, ...]:
    """Return the plan years in which `days` fall, in order; each plan keeps the first's period.

    What was told to be used belongs to the plan's own year; of a year that begins during the
    course nothing is used yet.

    Raises:
        NotInForce: an amount that the plan takes from the law is not known for one of the years.
    """
    dated, used = list(days), course.case.used or Accumulators()
    start = course.attendance.start
    year = _year_of(plan, start)
    if year is None:
        course.notes.assume("one-plan-year")
    firsts: dict[int, date] = {}
    for day in dated:
        firsts.setdefault(number_of(year, day), day)
    begun = number_of(year, start if year is None else max(start, year.start))
    plan = evolve(plan, plan_year=year)
    if any(firsts):
        course.notes.assume("same-plan-goes-on")
    return tuple(
        PlanYear(number, _completed(course, plan, on=day), _used(used, number, begun))
        for number, day in firsts.items()
    )


def may_fall_in_another_year(course: Course, plan: HealthPlan) -> bool:
    """Return whether untold weekdays leave open in which plan year a day of care falls."""
    attendance = course.attendance
    year = _year_of(plan, attendance.start)
    if attendance.is_dated or attendance.days_a_week.low == _WEEK or year is None:
        return False
    weeks = {attendance.week_of(day) for day in attendance.high or attendance.low}
    firsts = (attendance.start + timedelta(weeks=week) for week in weeks)
    ends = ((first, first + timedelta(days=_WEEK - 1)) for first in firsts)
    return any(number_of(year, first) != number_of(year, last) for first, last in ends)


def _year_of(plan: HealthPlan, start: date) -> Period | None:
    if plan.plan_year is None and plan.payer is PayerKind.MEDICARE:
        return Period.calendar_year(start.year)
    return plan.plan_year


def _used(told: Accumulators, number: int, begun: int) -> Accumulators:
    if number == 0:
        return told
    return Accumulators() if number == begun else NOTHING_USED


def _completed(course: Course, plan: HealthPlan, *, on: date) -> HealthPlan:
    if plan.payer is not PayerKind.MEDICARE:
        return plan
    amounts, notes = course.amounts, course.notes
    if plan.iop_coverage is None:
        notes.assume("medicare-covers-iop")
    if plan.has_out_of_pocket_limit is None and plan.out_of_pocket_limit is None:
        notes.assume("medicare-no-limit")
        plan = evolve(plan, has_out_of_pocket_limit=False)
    if plan.deductible is None:
        amount = amounts.money(_DEDUCTIBLE, on=on)
        told = amounts.entry(_DEDUCTIBLE, on=on).source
        notes.assume("medicare-deductible", told, amount=str(amount), year=str(on.year))
        plan = evolve(plan, deductible=amount)
    return evolve(
        plan,
        iop_coverage=plan.iop_coverage or Coverage.COVERED,
        iop_benefit=plan.iop_benefit or Benefit.IOP,
        benefits=_benefits(course, plan, on=on),
    )


def _benefits(course: Course, plan: HealthPlan, *, on: date) -> tuple[PlanBenefit, ...]:
    wanted = plan.iop_benefit or Benefit.IOP
    told = plan.benefit(wanted) or PlanBenefit(benefit=wanted)
    if told.cost_share is None and _has_plain_share(course):
        share = course.amounts.share(_SHARE, on=on)
        source, year = course.amounts.entry(_SHARE, on=on).source, str(on.year)
        course.notes.assume("medicare-patient-share", source, amount=str(share), year=year)
        told = evolve(told, cost_share=CostShare(deductible_applies=True, patient_share=share))
    if told.visit_limit is None and told.has_visit_limit is None:
        course.notes.assume("medicare-no-visit-limit")
        told = evolve(told, has_visit_limit=False)
    return (told, *(one for one in plan.benefits if one.benefit is not wanted))


def _has_plain_share(course: Course) -> bool:
    """Return whether the program is where Medicare asks its usual share of the patient."""
    program = course.case.program
    return program is not None and program.setting in _PLAIN_SHARE
