"""Whether a person can be in the sessions of a program: by their times and ways of attending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import time
from typing import TypeAlias

from attrs import frozen

from iopkit.model.case import Case
from iopkit.model.figures import schedules_of
from iopkit.model.hours import WeeklyTime, minutes_of
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.listings import Listing
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.weekdays import Weekday

_Stretches: TypeAlias = list[tuple[int, int]]
_Week: TypeAlias = Mapping[Weekday, _Stretches]
_MIDNIGHT = minutes_of(time.max)
"""The last minute that a time of day can tell: who is free until then is so until midnight."""
_DAY = 24 * 60
_WAYS = (Delivery.IN_PERSON, Delivery.VIDEO, Delivery.AUDIO)
_REMOTE = (Delivery.VIDEO, Delivery.AUDIO)


@frozen
class _Way:
    """One way to attend one week: its sessions, and how they reach a participant."""

    sessions: tuple[Session, ...]
    delivery: Listing[Delivery]


_Test: TypeAlias = Callable[[_Way], bool | None]


def can_attend(case: Case) -> bool | None:
    """Return whether the program reaches the person in some way in which they can attend."""
    if case.person is None or case.program is None:
        return None
    able = case.person.can_attend
    return _some_way(case, case.program, lambda way: _reaches(way.delivery, able))


def is_free(case: Case) -> bool | None:
    """Return whether the person is free at all sessions of one way to attend the program.

    Where only working hours are told, a session within them is a conflict, and whether the
    person is free at any other time is not known.
    """
    return _with_times(case, lambda way, week: _all(_free_at(way, week)))


def has_track_that_suits(case: Case) -> bool | None:
    """Return whether the person is free at the sessions of a track and can attend that one."""
    able = case.person.can_attend if case.person else Listing[Delivery]()
    return _with_times(
        case, lambda way, week: _all((*_free_at(way, week), _reaches(way.delivery, able)))
    )


def tells_delivery(program: Program) -> bool:
    """Return whether `program`, or a track of it, tells how its sessions reach participants."""
    of_tracks = (track.delivery for week in schedules_of(program) for track in week.tracks)
    return any(told != Listing() for told in (program.delivery, *of_tracks))


def has_tracks_to_compare(program: Program) -> bool:
    """Return whether times and delivery must suit together: they may differ between tracks."""
    names = {track.name for week in schedules_of(program) for track in week.tracks}
    return len(names) > 1 and tells_delivery(program)


def _with_times(case: Case, fits: Callable[[_Way, _Week], bool | None]) -> bool | None:
    week, is_told_free = _week_of(case)
    if week is None or case.program is None:
        return None
    found = _some_way(case, case.program, lambda way: fits(way, week))
    return found if is_told_free or found is False else None


def _free_at(way: _Way, week: _Week) -> list[bool | None]:
    return [_is_within(session, week) for session in way.sessions] or [None]


def _some_way(case: Case, program: Program, test: _Test) -> bool | None:
    """Return whether, with one choice of track, every week of the course has a way that passes."""
    weeks = schedules_of(program)
    return _any(
        _all(_any(map(test, _ways(week, name, program.delivery))) for week in weeks)
        for name in _names(case, program)
    )


def _names(case: Case, program: Program) -> tuple[str | None, ...]:
    names = {track.name: None for week in schedules_of(program) for track in week.tracks}
    chosen = case.episode.track if case.episode else None
    return (chosen,) if chosen in names else tuple(names) or (None,)


def _ways(week: Schedule, name: str | None, delivery: Listing[Delivery]) -> Iterator[_Way]:
    tracks = [track for track in week.tracks if track.name == name] or week.tracks
    if not tracks:
        yield _Way(week.sessions, delivery)
    for track in tracks:
        own = delivery if track.delivery == Listing() else track.delivery
        yield _Way((*week.sessions, *track.sessions), own)


def _reaches(offered: Listing[Delivery], able: Listing[Delivery]) -> bool | None:
    certain = Delivery.VIRTUAL in offered.present and _all(_can(able, one) for one in _REMOTE)
    each = [_all((_offers(offered, way), _can(able, way))) for way in _WAYS]
    return True if certain else _any(each)


def _offers(offered: Listing[Delivery], way: Delivery) -> bool | None:
    """Return whether a program offers `way`; where it says virtual, which one is not told."""
    told = offered.holds(way)
    if way is Delivery.IN_PERSON or told is True or way in offered.lacks:
        return told
    remote = offered.holds(Delivery.VIRTUAL)
    if remote is not True:
        return told if remote is None else False
    return True if any(other in offered.lacks for other in _REMOTE) else None


def _can(able: Listing[Delivery], way: Delivery) -> bool | None:
    """Return whether a person can attend by `way`; who can do so virtually can do either."""
    told = able.holds(way)
    if way is Delivery.IN_PERSON or told is True or way in able.lacks:
        return told
    remote = able.holds(Delivery.VIRTUAL)
    return told if remote is None else remote


def _week_of(case: Case) -> tuple[_Week | None, bool]:
    """Return the times that are not ruled out, and whether they are told to be free."""
    person = case.person
    if person is None:
        return None, False
    if person.free_times is not None:
        return {day: _merged(_on(day, person.free_times)) for day in Weekday}, True
    hours = person.work.hours if person.work else None
    if hours is None:
        return None, False
    return {day: _gaps(_merged(_on(day, hours))) for day in Weekday}, False


def _on(day: Weekday, times: Iterable[WeeklyTime]) -> _Stretches:
    return [(minutes_of(one.start), minutes_of(one.end)) for one in times if day in one.days]


def _merged(stretches: _Stretches) -> _Stretches:
    merged: _Stretches = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _gaps(taken: _Stretches) -> _Stretches:
    starts = [0, *(end for _, end in taken)]
    ends = [*(start for start, _ in taken), _MIDNIGHT]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _is_within(session: Session, week: _Week) -> bool | None:
    days = session.days or tuple(Weekday)
    answers = [_fits(session, week[day], _around(day, week)) for day in days]
    if session.days is not None:
        return _all(answers)
    return answers[0] if len(set(answers)) == 1 else None


def _around(day: Weekday, week: _Week) -> _Stretches:
    """Return the stretches from the day before to the day after, in minutes from midnight.

    A session may run past midnight, where the length is told and only one of its times is.
    """
    order = list(Weekday)
    return _merged(
        [
            (start + shift * _DAY, (_DAY if end == _MIDNIGHT else end) + shift * _DAY)
            for shift in (-1, 0, 1)
            for start, end in week[order[(order.index(day) + shift) % len(order)]]
        ]
    )


def _fits(session: Session, own: _Stretches, free: _Stretches) -> bool | None:
    """Return whether a session lies within a stretch: `own` of its day, `free` those around."""
    clock = session.clock
    low = (clock.low if clock else None) or 1
    high = clock.high if clock else None
    if session.start is None and session.end is None:
        return True if (0, _MIDNIGHT) in own else _may_fit_somewhere(low, free)
    least, most = _bounds(session, low), _bounds(session, high)
    if not any(start <= least[0] and least[1] <= end for start, end in free):
        return False
    is_sure = high is not None and any(s <= most[0] and most[1] <= e for s, e in free)
    return True if is_sure else None


def _bounds(session: Session, length: int | None) -> tuple[int, int]:
    span = length or 0
    if session.start is not None:
        start = minutes_of(session.start)
        return start, start + span
    end = minutes_of(session.end or time.max)
    return end - span, end


def _may_fit_somewhere(length: int, free: _Stretches) -> bool | None:
    """Return `None` where a session that starts at some time of the day may fit, else no."""
    starting = ((max(start, 0), end) for start, end in free if start < _DAY)
    return None if any(end - start >= length for start, end in starting) else False


def _all(answers: Iterable[bool | None]) -> bool | None:
    told = list(answers)
    return False if False in told else None if None in told else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    told = list(answers)
    return True if True in told else None if None in told else False
