"""What a person does not earn while they attend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from iopkit.cost import wording
from iopkit.cost.components import is_remote
from iopkit.cost.course import Course
from iopkit.cost.items import Item
from iopkit.model.hours import WeeklyTime, minutes_of
from iopkit.model.person import Work
from iopkit.model.schedule import Session
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.weekdays import Weekday

_WEEKDAYS = tuple(Weekday)
_HOUR = 60

Minutes = tuple[int, int]
"""The fewest and the most minutes of work that a day can cost."""


def lost_income_items(course: Course) -> Iterator[Item]:
    """Yield the income lost, unless too little is told to count it.

    Work that overlaps a day's sessions and the way there and back is lost, paid leave first
    taken off; the amount is rounded once, half up, for the whole course.
    """
    work = course.case.person.work if course.case.person else None
    if work is None or work.hours is None:
        course.notes.miss("work-not-told")
        return
    if work.hours and work.pay_per_hour is None:
        course.notes.miss("pay-not-told")
        return
    if not work.hours:
        yield _item(course, work, 0, 0)
        return
    low, high = course.attendance.low, course.attendance.high
    fewest = sum(_minutes(course, work.hours, day)[0] for day in low)
    most = None if high is None else sum(_minutes(course, work.hours, day)[1] for day in high)
    yield _item(course, work, fewest, most)


def _item(course: Course, work: Work, fewest: int, most: int | None) -> Item:
    leave = work.paid_leave_minutes
    if leave is None and most != 0:
        course.notes.miss("paid-leave-not-told")
    least = 0 if leave is None else max(fewest - leave, 0)
    left = None if most is None else max(most - (leave or 0), 0)
    pay = work.pay_per_hour.cents if work.pay_per_hour else 0
    return Item(
        component=CostComponent.LOST_INCOME,
        label=wording.WORK_MISSED,
        low=_paid(least, pay),
        high=None if left is None else _paid(left, pay),
        detail=_detail(least, left),
        is_exact=left is not None,
    )


def _paid(minutes: int, cents_per_hour: int) -> int:
    return (minutes * cents_per_hour + _HOUR // 2) // _HOUR


def _detail(least: int, most: int | None) -> Text:
    last = "?" if most is None else str(most)
    minutes = str(least) if str(least) == last else f"{least} - {last}"
    return Text(f"{minutes} minutes of work", f"{minutes} minutos de trabajo")


def _minutes(course: Course, hours: Iterable[WeeklyTime], day: date) -> Minutes:
    weekday = _WEEKDAYS[day.weekday()]
    if not course.attendance.sessions:
        # The weekday is only assumed, so any weekday's work may be lost, or none.
        course.notes.miss("session-times-not-told")
        return 0, max(_worked(hours, each) for each in _WEEKDAYS)
    sessions = course.attendance.sessions_on(day)
    if len(sessions) > 1:
        course.notes.assume("one-journey-a-day")
    travel = course.case.episode.travel if course.case.episode else None
    way = 0 if is_remote(course) else travel.minutes if travel else None
    worked = _worked(hours, weekday)
    told = _stay(sessions)
    if told is None:
        course.notes.miss("session-times-not-told")
        return 0, worked
    start, end = told
    if way is None:
        course.notes.miss("travel-time-not-told")
        return _overlap(hours, weekday, start, end), worked
    missed = _overlap(hours, weekday, start - way, end + way)
    return missed, missed


def _stay(sessions: Iterable[Session]) -> Minutes | None:
    """Return the minutes of the day at which the first session starts and the last one ends."""
    starts, ends = [], []
    for session in sessions:
        if session.start is None or session.end is None:
            return None
        starts.append(minutes_of(session.start))
        ends.append(minutes_of(session.end))
    return min(starts), max(ends)


def _worked(hours: Iterable[WeeklyTime], weekday: Weekday) -> int:
    return sum(time.minutes for time in hours if weekday in time.days)


def _overlap(hours: Iterable[WeeklyTime], weekday: Weekday, start: int, end: int) -> int:
    return sum(
        max(min(end, minutes_of(time.end)) - max(start, minutes_of(time.start)), 0)
        for time in hours
        if weekday in time.days
    )
