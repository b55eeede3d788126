"""What a person does not earn while they attend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial

from iopkit.cost import labels
from iopkit.cost.course import Course
from iopkit.cost.items import Item, between
from iopkit.cost.journeys import is_remote
from iopkit.model.hours import WeeklyTime, minutes_of
from iopkit.model.person import PayPeriod, Work
from iopkit.model.schedule import Session
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.weekdays import Weekday

_WEEKDAYS = tuple(Weekday)
_HOUR = 60
_WEEKS: Mapping[PayPeriod, Fraction] = {
    PayPeriod.YEAR: Fraction(52),
    PayPeriod.MONTH: Fraction(52, 12),
    PayPeriod.TWO_WEEKS: Fraction(2),
    PayPeriod.WEEK: Fraction(1),
}
"""The weeks of pay, in the way in which a year has 52."""
_DAY = 24 * _HOUR
_ENOUGH = 10**9
"""Minutes of leave that no course uses up."""

Minutes = tuple[int, int]
"""The fewest and the most minutes of work that a day can cost."""

Pay = tuple[int, int]
"""Cents, and the minutes of work that they pay."""

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
    pay = _pay(course, work, work.hours) if left != 0 else (0, 1)
    if pay is None:
        course.notes.miss("pay-not-told")
        return
    if left != 0 and leave is None:
        course.notes.miss("paid-leave-not-told")
    low_values, high_values = _supposed(course, fewest)
    yield Item(
        component=CostComponent.LOST_INCOME,
        label=labels.WORK_MISSED,
        low=_paid(least, pay),
        high=None if left is None else _paid(left, pay),
        detail=_detail(least, left),
        is_exact=left is not None and not course.notes.misses("session-times-not-told"),
        low_values=low_values,
        high_values=high_values,
        daily=partial(_lost_daily, course, work, pay),
    )


def _pay(course: Course, work: Work, hours: Sequence[WeeklyTime]) -> Pay | None:
    """Return what work pays, `None` where that is not known."""
    if work.pay_per_hour is not None:
        return work.pay_per_hour.cents, _HOUR
    weekly = sum(_length(_shifts(hours, day)) for day in _WEEKDAYS)
    if work.salary is None or not weekly:
        return None
    course.notes.assume("salary-by-the-hour")
    return (work.salary.amount.cents / (_WEEKS[work.salary.per] * weekly)).as_integer_ratio()


def _paid(minutes: int, pay: Pay) -> int:
    """Return what some minutes pay, rounded once, half up."""
    cents, each = pay
    return (2 * minutes * cents + each) // (2 * each)


def _detail(least: int, most: int | None) -> Text:
    if least == most == 1:
        return Text("1 minute of work", "1 minuto de trabajo")
    minutes = Text(str(least), str(least)) if least == most else between(least, most)
    return Text(f"{minutes.en} minutes of work", f"{minutes.es} minutos de trabajo")


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


def _lost_daily(course: Course, work: Work, pay: Pay, *, high: bool) -> Iterator[tuple[date, int]]:
    """Yield what each day loses; paid leave covers the first days, as far as it goes."""
    shifts = {day: _shifts(work.hours or (), day) for day in _WEEKDAYS}
    attendance, leave = course.attendance, work.paid_leave_minutes
    left = (_ENOUGH, leave or 0)[high] if leave is None else leave
    whole = max(map(_length, shifts.values()))
    minutes, shown = 0, 0
    for day in (attendance.high or ()) if high else attendance.low:
        if attendance.is_placed:
            missed = _of_day(course, day, shifts[_weekday(day)])[high]
        else:
            missed = whole if high else 0
        covered = min(missed, left)
        left, minutes = left - covered, minutes + missed - covered
        paid = _paid(minutes, pay)
        yield day, paid - shown
        shown = paid


def _missed(course: Course, hours: Sequence[WeeklyTime]) -> tuple[int, int | None]:
    """Return the fewest and the most minutes of work that the course can cost."""
    if not hours:
        return 0, 0
    attendance = course.attendance
    low, high = attendance.low, attendance.high
    if not attendance.is_placed:
        # The weekday is only assumed, so any weekday's work may be lost, or none.
        course.notes.miss("session-times-not-told")
        longest = max(_length(_shifts(hours, day)) for day in _WEEKDAYS)
        return 0, None if high is None else len(high) * longest
    fewest = most = attendance.kinds_of(low)
    firsts = dict(zip(fewest, low, strict=True))
    if high is not low:
        most = attendance.kinds_of(high or ())
        firsts |= zip(most, high or (), strict=True)
    of = {kind: _of_day(course, day, _shifts(hours, _weekday(day))) for kind, day in firsts.items()}
    least = sum([minutes * fewest.count(kind) for kind, (minutes, _) in of.items()])
    if high is None:
        return least, None if _may_miss(course, hours, of) else 0
    return least, sum([minutes * most.count(kind) for kind, (_, minutes) in of.items()])


def _may_miss(
    course: Course, hours: Sequence[WeeklyTime], of: Mapping[tuple[int, int], Minutes]
) -> bool:
    """Return whether a day of a course without an end can miss work; untold days may be longer."""
    if any(minutes for _, minutes in of.values()):
        return True
    is_one = len(course.attendance.weeks.stages) == 1
    known = {weekday for weekday, _ in of} if is_one else set[int]()
    return any(
        held and place not in known and _shifts(hours, _WEEKDAYS[place])
        for stage in course.attendance.weeks.stages
        for place, held in enumerate(stage.week.held)
    )


def _weekday(day: date) -> Weekday:
    return _WEEKDAYS[day.weekday()]


def _of_day(course: Course, day: date, shifts: list[Stretch]) -> Minutes:
    if not shifts:
        return 0, 0
    worked, sessions = _length(shifts), course.attendance.sessions_on(day)
    told = times_of(sessions)
    if told is None:
        course.notes.miss("session-times-not-told")
        return 0, min(worked, _longest(course, sessions))
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


def _longest(course: Course, sessions: Sequence[Session]) -> int:
    """Return the most minutes that a day takes whose clock times are not told.

    Several sessions may lie any time apart.
    """
    travel = course.case.episode.travel if course.case.episode else None
    way = 0 if is_remote(course) else travel.minutes if travel else None
    clock = sessions[0].clock if len(sessions) == 1 else None
    if way is None or clock is None or clock.high is None:
        return _DAY
    return clock.high + 2 * way


def times_of(sessions: Iterable[Session]) -> list[Stretch] | None:
    """Return when the sessions of a day are held, `None` where one does not tell it."""
    times = []
    for session in sessions:
        length = session.length
        if session.start is None or length is None:
            return None
        start = minutes_of(session.start)
        if start + length > _DAY:
            return None
        times.append((start, start + length))
    return _joined(times)


def _shifts(hours: Iterable[WeeklyTime], weekday: Weekday) -> list[Stretch]:
    """Return when a person works on a weekday; an hour that is told twice is one hour."""
    return _joined(
        [(minutes_of(time.start), minutes_of(time.end)) for time in hours if weekday in time.days]
    )


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches in order, those that overlap or touch as one."""
    if len(stretches) <= 1:
        return stretches
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _length(stretches: Iterable[Stretch]) -> int:
    return sum([end - start for start, end in stretches])


def _overlap(ones: Iterable[Stretch], others: list[Stretch]) -> int:
    common = (
        min(end, other_end) - max(start, other_start)
        for start, end in ones
        for other_start, other_end in others
    )
    return sum(minutes for minutes in common if minutes > 0)
