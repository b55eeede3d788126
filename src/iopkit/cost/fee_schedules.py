"""What a published fee schedule pays for each day of a course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from iopkit.cost.attendance import Attendance
from iopkit.cost.course import Course
from iopkit.cost.pricing import Billed, PriceCase
from iopkit.law.amounts import Amounts, AmountSeries, AmountValue
from iopkit.model.program import Program
from iopkit.values.dated import DatedEntry
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
    fees = amounts.fees(payer, level, program.setting)
    days = attendance.low if attendance.high is None else attendance.high
    every = days if days is attendance.low else (*days, *attendance.low)
    kinds = attendance.kinds_of(every)
    one_of = dict(zip(kinds, every, strict=True))
    of_kind = {kind: _services_on(day, program, attendance) for kind, day in one_of.items()}
    services = {day: of_kind[kind] for day, kind in zip(every, kinds, strict=True)}
    schedule = _Schedule(amounts, fees, attendance, services)
    told = {of_kind[kind] for kind in dict.fromkeys(kinds[: len(days)])}
    if not all(map(schedule.covers, told)):
        return ()
    tiers = [tier for tier in fees if any(_overlap(tier, span) for span in told)]
    found = [schedule.case(tier) for tier in tiers]
    cases = {case.high or case.low: case for case in reversed(found)}
    if len(cases) > 1:
        course.notes.miss("services-per-day")
    for tier in tiers:
        _note_amounts(course, tier, [day for day in days if _overlap(tier, services[day])])
    return tuple(cases.values())


def _note_amounts(course: Course, tier: AmountSeries, days: Iterable[date]) -> None:
    """Note what limits a tier, and each amount after the first, which the line itself shows."""
    (_, first), *later = _entries(tier, days)
    for limitation in tier.limitations:
        course.notes.quote("published-amount", limitation, first.source or None)
    for day, entry in later:
        amount, year = str(course.amounts.money(tier.id, on=day)), str(day.year)
        course.notes.assume("published-fee", entry.source or None, amount=amount, year=year)


def _entries(
    tier: AmountSeries, days: Iterable[date]
) -> Iterator[tuple[date, DatedEntry[AmountValue]]]:
    """Yield each amount that is in force on days in order, with the first of its days."""
    entry = None
    for day in days:
        if entry is None or not entry.period.holds(day):
            entry = tier.values.entry_on(day)
            yield day, entry


def _services_on(day: date, program: Program, attendance: Attendance) -> Span[int]:
    """Return how many services a day has: as the program tells, else counted from its sessions."""
    if program.services_per_day is not None:
        return program.services_per_day
    told = [session.services for session in attendance.sessions_on(day)]
    known = [services for services in told if services is not None]
    return Span.exactly(sum(known)) if told and len(known) == len(told) else _ANY_NUMBER


@frozen
class _Schedule:
    """The tiers that pay a day by its number of services."""

    amounts: Amounts
    tiers: tuple[AmountSeries, ...]
    attendance: Attendance
    services: Mapping[date, Span[int]]

    def covers(self, services: Span[int]) -> bool:
        """Return whether each number of services that was told has a tier."""
        if services.low is None or services.high is None:
            return any(_overlap(tier, services) for tier in self.tiers)
        numbers = range(services.low, services.high + 1)
        return all(any(_pays(tier, number) for tier in self.tiers) for number in numbers)

    def case(self, tier: AmountSeries) -> PriceCase:
        """Return the days as `tier` pays them; a day it cannot pay goes to the tier that can."""
        few, many = self.attendance.low, self.attendance.high
        first = (many or few)[0]
        told = self.services[first]
        least = tier.fee_for.least_services if tier.fee_for else 0
        number = None if told.value is not None else max(told.low or 0, least)
        supposed: dict[str, object] = {"program.services_per_day": number} if number else {}
        low = self._lines(tier, few)
        high = low if many is few or many is None else self._lines(tier, many)
        return PriceCase(
            unit=Unit.DAY,
            is_exact=True,
            low=low,
            high=None if many is None else high,
            source=tier.values.entry_on(first).source or None,
            low_values=supposed,
            high_values=supposed,
        )

    def _lines(self, tier: AmountSeries, days: Iterable[date]) -> tuple[Billed, ...]:
        billed: list[Billed] = []
        paying, entry, cents = None, None, 0
        for day in days:
            services = self.services[day]
            one = next(each for each in (tier, *self.tiers) if _overlap(each, services))
            if one is not paying or entry is None or not entry.period.holds(day):
                paying, entry = one, one.values.entry_on(day)
                cents = self.amounts.money(one.id, on=day).cents
            billed.append(Billed(day, cents))
        return tuple(billed)


def _overlap(tier: AmountSeries, services: Span[int]) -> bool:
    fee = tier.fee_for
    if fee is None or (services.high is not None and services.high < fee.least_services):
        return False
    most = fee.most_services
    return most is None or services.low is None or services.low <= most


def _pays(tier: AmountSeries, number: int) -> bool:
    return tier.fee_for is not None and tier.fee_for.pays(number)
