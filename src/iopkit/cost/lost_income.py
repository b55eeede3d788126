"""What a person does not earn while they attend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from iopkit.cost import wording
from iopkit.cost.components import is_remote
from iopkit.cost.course import Course
from iopkit.cost.items import Item
from iopkit.model.hours import WeeklyTime, minutes_of
from iopkit.model.schedule import Session
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.weekdays import Weekday

_WEEKDAYS = tuple(Weekday)
_HOUR = 60
_DAY = 24 * _HOUR

Minutes = tuple[int, int]
"""The fewest and the most minutes of work that a day can cost."""

Stretch = tuple[int, int]
"""From one minute of the day to another."""


def lost_income_items(course: Course) -> Iterator[Item]:
    """Yield the income lost, unless too little is told to count it.

    Work that overlaps a day's sessions and the way there and back is lost, paid leave first
    taken off; the amount is rounded once, half up, for the whole course.
    """
    work = course.case.person.work if course.case.person else None
    if work is None or work.hours is None:
        course.notes.miss("work-not-told")
        return
    fewest, most = _missed(course, work.hours)
    leave = work.paid_leave_minutes
    least = 0 if leave is None else max(fewest - leave, 0)
    left = None if most is None else max(most - (leave or 0), 0)
    if left != 0 and work.pay_per_hour is None:
        course.notes.miss("pay-not-told")
        return
    if left != 0 and leave is None:
        course.notes.miss("paid-leave-not-told")
    pay = work.pay_per_hour.cents if work.pay_per_hour else 0
    low_values, high_values = _supposed(course, fewest)
    yield Item(
        component=CostComponent.LOST_INCOME,
        label=wording.WORK_MISSED,
        low=_paid(least, pay),
        high=None if left is None else _paid(left, pay),
        detail=_detail(least, left),
        is_exact=left is not None and not course.notes.misses("session-times-not-told"),
        low_values=low_values,
        high_values=high_values,
    )


def _paid(minutes: int, cents_per_hour: int) -> int:
    return (minutes * cents_per_hour + _HOUR // 2) // _HOUR


def _detail(least: int, most: int | None) -> Text:
    last = "?" if most is None else str(most)
    minutes = str(least) if str(least) == last else f"{least} - {last}"
    if minutes == "1":
        return Text("1 minute of work", "1 minuto de trabajo")
    return Text(f"{minutes} minutes of work", f"{minutes} minutos de trabajo")


def _supposed(course: Course, fewest: int) -> tuple[dict[str, object], ...]:
    """Return the values that lead to the low and to the high end."""
    low: dict[str, object] = {}
    high: dict[str, object] = {}
    if course.notes.misses("travel-time-not-told"):
        low["episode.travel.minutes"], high["episode.travel.minutes"] = 0, _DAY
    if course.notes.misses("paid-leave-not-told"):
        path = "person.work.paid_leave_minutes"
        low[path], high[path] = fewest, 0
    return low, high


def _missed(course: Course, hours: Iterable[WeeklyTime]) -> tuple[int, int | None]:
    """Return the fewest and the most minutes of work that the course can cost."""
    shifts = {day: _shifts(hours, day) for day in _WEEKDAYS}
    if not any(shifts.values()):
        return 0, 0
    attendance = course.attendance
    low, high = attendance.low, attendance.high
    if not attendance.is_placed:
        # The weekday is only assumed, so any weekday's work may be lost, or none.
        course.notes.miss("session-times-not-told")
        return 0, None if high is None else len(high) * max(map(_length, shifts.values()))
    fewest, most = (
        Counter(map(attendance.kind_of, low)),
        Counter(map(attendance.kind_of, high or ())),
    )
    firsts = {attendance.kind_of(day): day for day in (*low, *(high or ()))}
    of = {kind: _of_day(course, day, shifts[_weekday(day)]) for kind, day in firsts.items()}
    least = sum(of[kind][0] * count for kind, count in fewest.items())
    if high is None:
        return least, None if any(minutes for _, minutes in of.values()) else 0
    return least, sum(of[kind][1] * count for kind, count in most.items())


def _weekday(day: date) -> Weekday:
    return _WEEKDAYS[day.weekday()]


def _of_day(course: Course, day: date, shifts: list[Stretch]) -> Minutes:
    if not shifts:
        return 0, 0
    worked, sessions = _length(shifts), course.attendance.sessions_on(day)
    told = _times(sessions)
    if told is None:
        course.notes.miss("session-times-not-told")
        return 0, worked
    if is_remote(course):
        missed = _overlap(shifts, told)
        return missed, missed
    if len(sessions) > 1:
        course.notes.assume("one-journey-a-day")
    travel = course.case.episode.travel if course.case.episode else None
    way = travel.minutes if travel else None
    start, end = told[0][0], told[-1][1]
    if way is None:
        course.notes.miss("travel-time-not-told")
        return _overlap(shifts, [(start, end)]), worked
    missed = _overlap(shifts, [(start - way, end + way)])
    return missed, missed


def _times(sessions: Iterable[Session]) -> list[Stretch] | None:
    """Return when the sessions of a day are held, `None` where one does not tell it."""
    times = []
    for session in sessions:
        if session.start is None or session.end is None:
            return None
        times.append((minutes_of(session.start), minutes_of(session.end)))
    return _joined(times)


def _shifts(hours: Iterable[WeeklyTime], weekday: Weekday) -> list[Stretch]:
    """Return when a person works on a weekday; an hour that is told twice is one hour."""
    return _joined(
        (minutes_of(time.start), minutes_of(time.end)) for time in hours if weekday in time.days
    )


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches in order, those that overlap or touch as one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _length(stretches: Iterable[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def _overlap(ones: Iterable[Stretch], others: list[Stretch]) -> int:
    return sum(
        max(min(end, other_end) - max(start, other_start), 0)
        for start, end in ones
        for other_start, other_end in others
    )
