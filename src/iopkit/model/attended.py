"""The one week that stands for a whole course, whatever track and phase somebody is in."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from iopkit.model.figures import schedules_of
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.model.weekly import widest


def attended_week(program: Program, *, track: str | None = None) -> Schedule:
    """Return one week that is true of every phase of `program`, and of every track of it.

    Where a phase has a track named `track`, only that one counts.  What differs between the
    rest becomes a range, or is not told.  The week has no tracks.
    """
    weeks = [_whichever_track(_chosen(one, track)) for one in schedules_of(program)]
    if len(weeks) == 1:
        return weeks[0]
    return Schedule(
        days_per_week=widest(week.weekly_days for week in weeks),
        clock_minutes_per_week=widest(week.weekly_clock_minutes for week in weeks),
        therapeutic_minutes_per_week=widest(week.weekly_therapeutic_minutes for week in weeks),
        closed_on=tuple(dict.fromkeys(name for week in weeks for name in week.closed_on)),
    )


def _chosen(schedule: Schedule, track: str | None) -> Schedule:
    named = tuple(one for one in schedule.tracks if one.name == track)
    return evolve(schedule, tracks=named) if named else schedule


def _whichever_track(schedule: Schedule) -> Schedule:
    if not schedule.tracks:
        return schedule
    ways = [track.sessions for track in schedule.tracks]
    shapes = [tuple((each.days, each.times_per_week) for each in way) for way in ways]
    if len(set(shapes)) == 1:
        shared = tuple(_shared(each) for each in zip(*ways, strict=True))
        return evolve(schedule, sessions=(*schedule.sessions, *shared), tracks=())
    return evolve(
        schedule,
        sessions=(),
        tracks=(),
        days_per_week=schedule.weekly_days,
        clock_minutes_per_week=schedule.weekly_clock_minutes,
        therapeutic_minutes_per_week=schedule.weekly_therapeutic_minutes,
    )


def _shared(sessions: Iterable[Session]) -> Session:
    """Return what is true of sessions that fall on the same days."""
    first, *others = every = list(sessions)
    if all(other == first for other in others):
        return first
    services = {each.services for each in every}
    modalities = {each.modality for each in every}
    return Session(
        days=first.days,
        times_per_week=first.times_per_week,
        clock_minutes=widest(each.clock for each in every),
        therapeutic_minutes=widest(each.therapeutic for each in every),
        services=services.pop() if len(services) == 1 else None,
        modality=modalities.pop() if len(modalities) == 1 else None,
    )
