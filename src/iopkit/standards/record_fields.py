"""Where in a program's record each fact is told, or would have to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.model.weekly import Range
from iopkit.rules.answers import AnyFact
from iopkit.values.listings import Listing
from iopkit.vocabulary.treatment import Modality

_GROUPS = (
    Modality.GROUP_THERAPY,
    Modality.PROCESS_GROUP,
    Modality.SKILLS_GROUP,
    Modality.MULTIFAMILY_GROUP,
)
_TOP = (
    *("level", "residential-intensity", "setting", "state", "types"),
    *("delivery", "condition-families"),
    *("populations", "entry-routes", "modalities", "considers-other-ages", "services-per-day"),
    *("min-age", "max-age"),
)
_ELSEWHERE = {"meals-per-day": "meals.meals_per_day", "payers": "accepts"}
_COURSE = ("program.weeks", "program.course-days", "program.course-minutes")
_IN_WEEK = {
    "program.weekly-minutes": ("therapeutic_minutes_per_week", "clock_minutes_per_week"),
    "program.weekly-clock-minutes": ("clock_minutes_per_week",),
    "program.weekly-days": ("days_per_week",),
}
"""What a program can tell of a whole week, in place of its sessions; what counts first is first."""
_SILENT: tuple[object, ...] = (None, (), Listing())

_Lacks = Callable[[Session], Iterable[str]]


def missing_fields(fact: AnyFact, program: Program) -> tuple[str, ...]:
    """Return the paths of the fields that would have to be told for `fact` to be known."""
    if fact.name in _MISSING:
        return tuple(dict.fromkeys(_MISSING[fact.name](program)))
    return (_field(fact),)


def told_field(fact: AnyFact, program: Program) -> str:
    """Return the path of what `program` tells about `fact`, as far as it tells anything."""
    if fact.name not in _MISSING:
        return _field(fact)
    if fact.name in _COURSE:
        for path in ("weeks", "phases"):
            if getattr(program, path) not in _SILENT:
                return path
    within = (*_IN_WEEK.get(fact.name, ()), "sessions", "tracks", "clock_minutes_per_day")
    for path, week in weeks_of(program):
        for name in within:
            if getattr(week, name) not in _SILENT:
                return f"{path}.{name}"
    return "schedule"


def _field(fact: AnyFact) -> str:
    room, _, name = fact.name.partition(".")
    if room != "program":
        return ""
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    own = name.replace("-", "_")
    return own if name in _TOP else f"practice.{own}"


def weeks_of(program: Program) -> Iterator[tuple[str, Schedule]]:
    """Yield each week that a course can have, with its path."""
    usual = program.schedule or Schedule()
    for at, phase in enumerate(program.phases):
        if phase.schedule is not None:
            yield f"phases[{at}].schedule", phase.schedule
    if not program.phases or any(phase.schedule is None for phase in program.phases):
        yield "schedule", usual


def sessions_of(path: str, schedule: Schedule) -> Iterator[tuple[str, Session]]:
    """Yield each session of a week and of its tracks, with its path; `path` is that of the week."""
    yield from ((f"{path}.sessions[{at}]", one) for at, one in enumerate(schedule.sessions))
    for number, track in enumerate(schedule.tracks):
        here = f"{path}.tracks[{number}].sessions"
        yield from ((f"{here}[{at}]", one) for at, one in enumerate(track.sessions))


def _of_week(own: str, known: Callable[[Schedule], Range]) -> Callable[[Program], Iterator[str]]:
    def missing(program: Program) -> Iterator[str]:
        weeks = list(weeks_of(program))
        told = {path: known(schedule) for path, schedule in weeks}
        silent = [path for path, each in told.items() if each is None]
        ranges = [path for path, each in told.items() if each is None or each.value is None]
        yield from (f"{path}.{own}" for path in silent or ranges or told)

    return missing


def _of_sessions(lacks: _Lacks, *, concerns: Callable[[Session], bool]) -> Callable[..., list[str]]:
    def missing(program: Program) -> list[str]:
        weeks = list(weeks_of(program))
        every = [one for path, schedule in weeks for one in sessions_of(path, schedule)]
        found = [f"{path}.{name}" for path, one in every if concerns(one) for name in lacks(one)]
        return found or [f"{path}.sessions" for path, _ in weeks]

    return missing


def _therapy(session: Session) -> Iterator[str]:
    if session.therapeutic is None:
        yield "therapeutic_minutes"
    if not session.is_placed:
        yield "days"


def _length(session: Session) -> Iterator[str]:
    if session.clock is None:
        yield "clock_minutes"


def _days(session: Session) -> Iterator[str]:
    if session.days is None:
        yield "days"


def _course_minutes(program: Program) -> list[str]:
    silent = _of_course(program, lambda told: told is None)
    return silent or _of_course(program, lambda told: told is None or told.value is None)


def _of_course(program: Program, is_open: Callable[[Range], bool]) -> list[str]:
    lengths = {f"phases[{at}].weeks": phase.weeks for at, phase in enumerate(program.phases)}
    found = [path for path, told in (lengths or {"weeks": program.weeks}).items() if is_open(told)]
    if any(is_open(week.weekly_therapeutic_minutes) for _, week in weeks_of(program)):
        found += _MISSING["program.weekly-minutes"](program)
    return found


_MISSING: Mapping[str, Callable[[Program], Iterable[str]]] = MappingProxyType(
    {
        "program.weekly-minutes": _of_week(
            "therapeutic_minutes_per_week", lambda week: week.weekly_therapeutic_minutes
        ),
        "program.weekly-clock-minutes": _of_week(
            "clock_minutes_per_week", lambda week: week.weekly_clock_minutes
        ),
        "program.weekly-days": _of_week("days_per_week", lambda week: week.weekly_days),
        "program.day-minutes": _of_sessions(_therapy, concerns=lambda _: True),
        "program.most-days-without-service": _of_sessions(_days, concerns=lambda _: True),
        "program.shortest-group-minutes": _of_sessions(
            _length, concerns=lambda session: session.modality in _GROUPS
        ),
        "program.weeks": lambda _: ("weeks",),
        "program.course-days": lambda _: ("weeks",),
        "program.course-minutes": _course_minutes,
    }
)
"""For a fact that several fields can tell: those that a program would have to tell still."""
