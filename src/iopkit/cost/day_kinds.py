"""What sets the days of a course apart, so that it matters which of them are missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from attrs import frozen

from iopkit.cost.calendar_weeks import Calendar, Days
from iopkit.cost.case_prices import prices_of
from iopkit.cost.stages import WEEKDAYS
from iopkit.cost.year_numbers import number_of
from iopkit.model.benefits import LimitPeriod, LimitUnit, PlanBenefit
from iopkit.model.case import Case
from iopkit.model.cost_shares import CopayUnit
from iopkit.model.health_plan import HealthPlan
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.billing import Unit
from iopkit.vocabulary.coverage import PayerKind

_BY_TIME = (Unit.SESSION, Unit.HOUR, Unit.QUARTER_HOUR)


@frozen(repr=False)
class DayKinds(Quiet):
    """What may make one day of a course cost something else than another.

    `turns` are the days from which on another price may hold, `shifts` the work of each weekday.
    The rest says whether anything is paid or limited by the week of the course, by the calendar
    week or by the month, whether each day may have a price of its own, and whether a price goes by
    how many days were attended before.
    """

    turns: tuple[date, ...]
    shifts: tuple[Hashable, ...]
    by_course_week: bool
    by_week: bool
    by_month: bool
    by_day: bool
    by_number: bool

    @classmethod
    def of(cls, case: Case, calendar: Calendar) -> DayKinds:
        """Return what sets the days of a case apart."""
        periods = [price.period for price in prices_of(case) if price.period is not None]
        ends = {end for period in periods for end in (period.start, period.end) if end is not None}
        times = set(_times(case))
        return cls(
            turns=tuple(sorted(ends)),
            shifts=tuple(_shifts(case)),
            by_course_week=_is_by_course_week(case),
            by_week=not times.isdisjoint((LimitPeriod.WEEK, CopayUnit.WEEK)),
            by_month=LimitPeriod.MONTH in times,
            by_day=_goes_by_sessions(case) and not _are_even(calendar),
            by_number=any(tier.days for price in prices_of(case) for tier in price.tiers),
        )

    def alike(self, days: Days, calendar: Calendar, year: Period | None) -> list[list[date]]:
        """Return days in groups of which it costs the same to miss one or another."""
        groups: dict[object, list[date]] = defaultdict(list)
        for day in days:
            groups[self._kind(day, calendar, year)].append(day)
        return list(groups.values())

    def _kind(self, day: date, calendar: Calendar, year: Period | None) -> Hashable:
        number = calendar.week_of(day)
        week = calendar.weeks.in_week(number)
        return (
            number_of(year, day),
            day.year,
            sum(turn <= day for turn in self.turns),
            self.shifts[day.weekday()],
            week.sessions_on(day) if week.held else (week, day.weekday()),
            number if self.by_course_week else None,
            day.isocalendar()[:2] if self.by_week else None,
            day.month if self.by_month else None,
            day if self.by_day else None,
        )


def _times(case: Case) -> Iterator[LimitPeriod | CopayUnit]:
    """Yield for how long limits and copays of the plans hold."""
    for plan in _plans(case):
        if plan.payer is PayerKind.MEDICAID or plan.deductible_carries_over_from is not None:
            yield LimitPeriod.MONTH
        for benefit in _benefits(plan):
            yield from (limit.period for limit in benefit.limits)
            first = benefit.first_visits.cost_share if benefit.first_visits else None
            for share in (benefit.cost_share, first):
                if share is not None and share.copay_unit is not None:
                    yield share.copay_unit


def _plans(case: Case) -> Iterator[HealthPlan]:
    second = case.second_coverage.plan if case.second_coverage else None
    yield from (plan for plan in (case.health_plan, second) if plan is not None)


def _benefits(plan: HealthPlan) -> Iterable[PlanBenefit]:
    outside = plan.out_of_network.benefits if plan.out_of_network else ()
    return (*plan.benefits, *outside)


def _shifts(case: Case) -> Iterator[Hashable]:
    """Yield when the person works on each weekday, from Monday."""
    work = case.person.work if case.person else None
    for day in WEEKDAYS:
        told = (time for time in (work.hours if work else None) or () if day in time.days)
        yield frozenset((time.start, time.end) for time in told)


def _is_by_course_week(case: Case) -> bool:
    childcare = case.episode.childcare if case.episode else None
    units = [price.unit for price in prices_of(case)]
    return Unit.WEEK in (*units, childcare.unit if childcare else None)


def _goes_by_sessions(case: Case) -> bool:
    """Return whether a price or a limit goes by the length or the services of sessions."""
    limits = (limit for plan in _plans(case) for each in _benefits(plan) for limit in each.limits)
    return any(limit.unit is LimitUnit.HOURS for limit in limits) or any(
        price.unit in _BY_TIME or any(tier.services is not None for tier in price.tiers)
        for price in prices_of(case)
    )


def _are_even(calendar: Calendar) -> bool:
    """Return whether the sessions of each day are as long and have as many services."""
    kinds = {
        tuple((each.length, each.services) for each in held)
        for stage in calendar.weeks.stages
        for held in stage.week.held
        if held
    }
    return len(kinds) <= 1
