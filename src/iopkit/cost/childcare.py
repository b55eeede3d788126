"""What it costs to have children looked after while somebody attends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from iopkit.cost import labels
from iopkit.cost.course import Course
from iopkit.cost.items import Item, detail_of
from iopkit.cost.journeys import is_remote
from iopkit.cost.lost_income import times_of
from iopkit.cost.pricing import Billed, PriceCase, told_price
from iopkit.cost.rates import MINUTES, Rates, in_minutes
from iopkit.model.episode import Childcare
from iopkit.model.prices import Price
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import CostComponent, Service

_DAY = 24 * 60


def childcare_items(course: Course) -> Iterator[Item]:
    """Yield what childcare costs, where the case tells that it is paid for."""
    told = course.case.episode.childcare if course.case.episode else None
    if told is None:
        return
    case = _by_time(course, told) if told.unit in MINUTES else _counted(course, told)
    if case is None:
        course.notes.miss("price-unit")
    yield Item(
        component=CostComponent.OTHER_COSTS,
        label=labels.CHILDCARE,
        low=sum(line.cents for line in case.low) if case else 0,
        high=None if case is None or case.high is None else sum(line.cents for line in case.high),
        detail=None if case is None else detail_of(case),
        is_exact=case is not None and case.is_shown,
        low_values=case.low_values if case else {},
        high_values=case.high_values if case else {},
        daily=None if case is None else case.lines_at,
    )


def _counted(course: Course, told: Childcare) -> PriceCase | None:
    price = Price(service=Service.IOP, unit=told.unit, amount=Span.exactly(told.amount))
    return told_price(Rates((price,), course.attendance), course.attendance, "episode.childcare")


def _by_time(course: Course, told: Childcare) -> PriceCase:
    """Return the time away of each day; where it is not known, from the sessions to a whole day."""
    travel = course.case.episode.travel if course.case.episode else None
    way = 0 if is_remote(course) else travel.minutes if travel else None
    if way is None:
        course.notes.miss("travel-time-not-told")
    attendance, cents = course.attendance, told.amount.cents

    def billed(day: date, *, is_high: bool) -> Billed:
        minutes = _away(course, day, way)[is_high]
        return Billed(day, in_minutes(cents, minutes, MINUTES[told.unit]))

    path = "episode.travel.minutes"
    return PriceCase(
        unit=told.unit,
        is_exact=way is not None,
        is_shown=not course.notes.misses("session-times-not-told"),
        low=tuple(billed(day, is_high=False) for day in attendance.low),
        high=None
        if attendance.high is None
        else tuple(billed(day, is_high=True) for day in attendance.high),
        low_values={path: 0} if way is None else {},
        high_values={path: _DAY} if way is None else {},
    )


def _away(course: Course, day: date, way: int | None) -> tuple[int, int]:
    """Return the fewest and the most minutes that somebody is away on a day."""
    sessions = course.attendance.sessions_on(day)
    held = times_of(sessions)
    if not held:
        course.notes.miss("session-times-not-told")
        known = [session.length for session in sessions if session.length is not None]
        return sum(known) if len(known) == len(sessions) else 0, _DAY
    start, end = held[0][0], held[-1][1]
    if is_remote(course):
        minutes = sum(until - since for since, until in held)
        return minutes, minutes
    if way is None:
        return end - start, _DAY
    minutes = min(end + way, _DAY) - max(start - way, 0)
    return minutes, minutes
