"""What a published fee schedule pays for each day of a course."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from iopkit.cost.attendance import Attendance
from iopkit.cost.course import Course
from iopkit.cost.pricing import Billed, PriceCase
from iopkit.law.amounts import Amounts, AmountSeries
from iopkit.model.program import Program
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Unit
from iopkit.vocabulary.care import CareLevel, Setting
from iopkit.vocabulary.coverage import PayerKind

_ANY_NUMBER = Span[int](None, None)


def fee_cases(course: Course, program: Program, payer: PayerKind) -> tuple[PriceCase, ...]:
    """Return each way in which a fee schedule may pay the days; empty where it cannot be said.

    A number of services that is not known makes every tier a way of its own.

    Raises:
        NotInForce: a tier has no amount on a day of the course.
    """
    level, amounts, attendance = program.level or CareLevel.IOP, course.amounts, course.attendance
    if program.setting is None:
        if any(amounts.fees(payer, level, setting) for setting in Setting):
            course.notes.miss("setting-not-told")
        return ()
    services = _Services(program, attendance)
    schedule = _Schedule(amounts, amounts.fees(payer, level, program.setting), services)
    days = attendance.low if attendance.high is None else attendance.high
    if not days or not all(schedule.covers(services.on(day)) for day in days):
        return ()
    tiers = [tier for tier in schedule.tiers if any(schedule.may_pay(tier, day) for day in days)]
    found = [schedule.case(tier) for tier in tiers]
    cases = {case.high or case.low: case for case in reversed(found)}
    if len(cases) > 1:
        course.notes.miss("services-per-day")
    for tier in tiers:
        _note_amounts(course, tier, [day for day in days if schedule.may_pay(tier, day)])
    return tuple(cases.values())


def _note_amounts(course: Course, tier: AmountSeries, days: Sequence[date]) -> None:
    """Note what limits a tier, and each amount after the first, which the line itself shows."""
    first, *later = dict.fromkeys(map(tier.values.entry_on, days))
    for limitation in tier.limitations:
        course.notes.quote("published-amount", limitation, first.source or None)
    for entry in later:
        day = next(day for day in days if tier.values.entry_on(day) == entry)
        amount, year = str(course.amounts.money(tier.id, on=day)), str(day.year)
        course.notes.assume("published-fee", entry.source or None, amount=amount, year=year)


@frozen
class _Services:
    """How many services each day has: as the program tells, else counted from its sessions."""

    program: Program
    attendance: Attendance

    def on(self, day: date) -> Span[int]:
        if self.program.services_per_day is not None:
            return self.program.services_per_day
        told = [session.services for session in self.attendance.sessions_on(day)]
        known = [services for services in told if services is not None]
        return Span.exactly(sum(known)) if told and len(known) == len(told) else _ANY_NUMBER


@frozen
class _Schedule:
    """The tiers that pay a day by its number of services."""

    amounts: Amounts
    tiers: tuple[AmountSeries, ...]
    services: _Services

    def covers(self, services: Span[int]) -> bool:
        """Return whether each number of services that was told has a tier."""
        if services.low is None or services.high is None:
            return any(_overlap(tier, services) for tier in self.tiers)
        numbers = range(services.low, services.high + 1)
        return all(any(_pays(tier, number) for tier in self.tiers) for number in numbers)

    def may_pay(self, tier: AmountSeries, day: date) -> bool:
        return _overlap(tier, self.services.on(day))

    def case(self, tier: AmountSeries) -> PriceCase:
        """Return the days as `tier` pays them; a day it cannot pay goes to the tier that can."""
        attendance = self.services.attendance
        first = (attendance.high or attendance.low)[0]
        told = self.services.on(first)
        least = tier.fee_for.least_services if tier.fee_for else 0
        number = None if told.value is not None else max(told.low or 0, least)
        supposed: dict[str, object] = {"program.services_per_day": number} if number else {}
        return PriceCase(
            unit=Unit.DAY,
            is_exact=True,
            low=self._lines(tier, attendance.low),
            high=None if attendance.high is None else self._lines(tier, attendance.high),
            source=tier.values.entry_on(first).source or None,
            low_values=supposed,
            high_values=supposed,
        )

    def _lines(self, tier: AmountSeries, days: Iterable[date]) -> tuple[Billed, ...]:
        return tuple(Billed(day, self._cents(tier, day)) for day in days)

    def _cents(self, tier: AmountSeries, day: date) -> int:
        paying = next(one for one in (tier, *self.tiers) if self.may_pay(one, day))
        return self.amounts.money(paying.id, on=day).cents


def _overlap(tier: AmountSeries, services: Span[int]) -> bool:
    fee = tier.fee_for
    if fee is None or (services.high is not None and services.high < fee.least_services):
        return False
    most = fee.most_services
    return most is None or services.low is None or services.low <= most


def _pays(tier: AmountSeries, number: int) -> bool:
    return tier.fee_for is not None and tier.fee_for.pays(number)
