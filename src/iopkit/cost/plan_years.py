"""Plans year by year: what Medicare fills in, and where one plan year ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.course import Course
from iopkit.cost.plan_periods import next_year
from iopkit.cost.service_use import untold_limit
from iopkit.cost.year_numbers import carries_from, number_of, told_on
from iopkit.model.accumulators import NOTHING_USED, Accumulators
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.values.money import ZERO
from iopkit.values.spans import Span
from iopkit.vocabulary.care import Setting
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

_DEDUCTIBLE = "medicare/part-b-deductible"
_SHARE = "medicare/part-b-patient-share"
_SHARES = MappingProxyType(
    {
        Setting.HOSPITAL_OUTPATIENT: _SHARE,
        Setting.COMMUNITY_MENTAL_HEALTH_CENTER: _SHARE,
        Setting.OPIOID_TREATMENT_PROGRAM: "medicare/opioid-treatment-program-patient-share",
    }
)
"""Other settings are paid by other rules: some ask no copayment, some a share of charges."""


class PlanYear(NamedTuple):
    """One plan year of a course: its number from 0, its plan, and what was used before."""

    number: int
    plan: HealthPlan
    used: Accumulators

    def __repr__(self) -> str:
        return f"<PlanYear {self.number}>"


def plan_years(course: Course, plan: HealthPlan, days: Iterable[date]) -> tuple[PlanYear, ...]:
    """Return the plan years in which `days` fall; both are in order.

    Each plan keeps the period of the first.

    What was told to be used belongs to the plan's own year; of a year that begins during the
    course nothing is used yet, but what is counted by the stay, the episode or a lifetime.

    Raises:
        NotInForce: an amount that the plan takes from the law is not known for one of the years.
    """
    year, start, used = course.year, course.attendance.start, course.case.used or Accumulators()
    dated = list(days) or [start]
    firsts = {number_of(year, dated[0]): dated[0]}
    if number_of(year, dated[-1]) not in firsts:
        for day in dated:
            firsts.setdefault(number_of(year, day), day)
    begun = number_of(year, start if year is None else max(start, year.start))
    plan = plan if plan.plan_year is year else evolve(plan, plan_year=year)
    if any(firsts):
        course.notes.assume("same-plan-goes-on")
    if plan.deductible_carries_over_from is not None:
        # What carries over was met in a year in which no day of the course need fall.
        firsts = {begun: start, **firsts}
        used = _told_of_months(used, plan, on=told_on(course.case, start))
    return tuple(
        PlanYear(number, _completed(course, plan, on=day), _used(used, plan, number, begun))
        for number, day in firsts.items()
    )


def _told_of_months(used: Accumulators, plan: HealthPlan, *, on: date) -> Accumulators:
    """Return what was used by a day, of which nothing was used in later months to carry it over.

    What was used in them is a part of the deductible that was met.
    """
    month, year, met = plan.deductible_carries_over_from, plan.plan_year, used.deductible_used
    if month is None or year is None or used.carryover_used is not None:
        return used
    first, most = carries_from(month, year), met.high if isinstance(met, Span) else met
    is_none = most == ZERO or (first is not None and on < first)
    return evolve(used, carryover_used=ZERO if is_none else Span(ZERO, most))


def _used(told: Accumulators, plan: HealthPlan, number: int, begun: int) -> Accumulators:
    if number == 0:
        return told
    if number == begun:
        return Accumulators()
    return evolve(NOTHING_USED, benefits_used=next_year(told, plan).benefits_used or ())


def _completed(course: Course, plan: HealthPlan, *, on: date) -> HealthPlan:
    if plan.payer is PayerKind.MEDICAID:
        return _of_medicaid(course, plan)
    if plan.payer is not PayerKind.MEDICARE:
        return plan
    amounts, notes = course.amounts, course.notes
    if plan.iop_coverage is None:
        notes.assume("medicare-covers-iop")
    if plan.has_out_of_pocket_limit is None and plan.out_of_pocket_limit is None:
        is_alone = course.case.second_coverage is None
        notes.assume("medicare-no-limit" if is_alone else "medicare-limit-with-second")
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


def _of_medicaid(course: Course, plan: HealthPlan) -> HealthPlan:
    """Return a plan of which no limit is supposed that it does not tell."""
    told = plan.benefits or (PlanBenefit(benefit=plan.iop_benefit or Benefit.IOP),)
    benefits = tuple(
        evolve(each, has_visit_limit=False) if untold_limit(each) == "has_visit_limit" else each
        for each in told
    )
    has_limit = plan.has_out_of_pocket_limit
    if plan.out_of_pocket_limit is None and has_limit is None:
        has_limit = False
    completed = evolve(plan, benefits=benefits, has_out_of_pocket_limit=has_limit)
    if completed != plan:
        course.notes.assume("medicaid-no-limits")
    return completed


def _benefits(course: Course, plan: HealthPlan, *, on: date) -> tuple[PlanBenefit, ...]:
    wanted = plan.iop_benefit or Benefit.IOP
    told = plan.benefit(wanted) or PlanBenefit(benefit=wanted)
    series = _share_of(course)
    if told.cost_share is None and series is not None:
        share = course.amounts.share(series, on=on)
        source, year = course.amounts.entry(series, on=on).source, str(on.year)
        course.notes.assume("medicare-patient-share", source, amount=str(share), year=year)
        told = evolve(told, cost_share=CostShare(deductible_applies=True, patient_share=share))
    if untold_limit(told) == "has_visit_limit":
        course.notes.assume("medicare-no-visit-limit")
        told = evolve(told, has_visit_limit=False)
    return (told, *(one for one in plan.benefits if one.benefit is not wanted))


def _share_of(course: Course) -> str | None:
    """Return the series of what Medicare asks of the patient in the setting of the program."""
    setting = course.case.program and course.case.program.setting
    return _SHARES.get(setting) if setting else None
