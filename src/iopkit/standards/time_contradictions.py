"""What the weeks of a program's record say against themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from iopkit.model.figures import EVENING
from iopkit.model.hours import minutes_of
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.standards.axes import CONTRADICTION
from iopkit.standards.check_wording import filled
from iopkit.standards.record_fields import sessions_of, weeks_of
from iopkit.values.listings import Listing
from iopkit.values.problems import Problem, Severity
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.times import TimeOfDay
from iopkit.vocabulary.weekdays import Weekday

_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)
_BY_DAY = (
    TimeOfDay.MORNING,
    TimeOfDay.DAYTIME,
    TimeOfDay.AFTERNOON,
    TimeOfDay.AFTER_SCHOOL,
    TimeOfDay.WEEKEND,
)

TOGETHER = Text(
    "`{0}` and `{1}` do not go together; correct one of them",
    "`{0}` y `{1}` no concuerdan; corrija uno de los dos",
)
_MORE_THAN_CLOCK = Text(
    "there is more therapeutic time than time by the clock; correct one of them",
    "hay más tiempo terapéutico que tiempo de reloj; corrija uno de los dos",
)
_MORE_THAN_WEEK = Text(
    "the parts of the week are longer than the week by the clock; correct one of them",
    "las partes de la semana duran más que la semana de reloj; corrija uno de los dos",
)
_ONLY_BREAKS = Text(
    "the breaks take as long as the session; correct one of them",
    "los descansos duran tanto como la sesión; corrija uno de los dos",
)
_AT_ONCE = Text(
    "`{0}` and `{1}` are at the same time, and one participant attends both; correct one of them",
    "`{0}` y `{1}` son a la misma hora, y un participante asiste a las dos; corrija una",
)
_MORE_SERVICES = Text(
    "a day of the sessions has more services than `services_per_day` tells; correct one of them",
    "un día de las sesiones tiene más servicios de los que informa `services_per_day`; corrija"
    " uno de los dos",
)


def contradictions_of_times(program: Program) -> Iterator[Problem]:
    """Yield what a week of `program` tells that does not go together."""
    for path, week in weeks_of(program):
        therapy, clock = week.weekly_therapeutic_minutes, week.weekly_clock_minutes
        if therapy is not None and clock is not None and ends_before(clock, therapy):
            yield contradiction(_MORE_THAN_CLOCK, path)
        parts = sum(part.clock_minutes.low or 0 for part in week.weekly_parts)
        if clock is not None and clock.high is not None and clock.high < parts:
            yield contradiction(_MORE_THAN_WEEK, f"{path}.weekly_parts")
        if _has_too_few_days(week):
            text = filled(TOGETHER, f"{path}.days_per_week", f"{path}.days_open")
            yield contradiction(text, f"{path}.days_per_week")
        for here, session in sessions_of(path, week):
            yield from _session(here, session)
            yield from _placed(here, session, path, week)
        for one, other in _at_once(path, week):
            yield contradiction(filled(_AT_ONCE, one, other), other)
        yield from _services(path, week, program.services_per_day)
        yield from _held(path, week, program)


def contradiction(text: Text, path: str, severity: Severity = Severity.WARNING) -> Problem:
    """Return the problem that something at `path` does not go together with the rest."""
    return Problem(CONTRADICTION, text, path, severity=severity)


def ends_before(one: Span[int], other: Span[int]) -> bool:
    """Return whether all of `one` is below all of `other`."""
    return one.high is not None and other.low is not None and one.high < other.low


def _has_too_few_days(week: Schedule) -> bool:
    days = week.days_per_week
    could_be_open = sum(week.days_open.holds(day) is not False for day in Weekday)
    return days is not None and days.low is not None and could_be_open < days.low


def _session(path: str, session: Session) -> Iterator[Problem]:
    therapy, clock = session.therapeutic, session.clock
    if therapy is not None and clock is not None and ends_before(clock, therapy):
        yield contradiction(_MORE_THAN_CLOCK, path)
    breaks, length = session.break_minutes, session.length
    if breaks is not None and length is not None and breaks >= length:
        yield contradiction(_ONLY_BREAKS, f"{path}.break_minutes")


def _placed(path: str, session: Session, week_path: str, week: Schedule) -> Iterator[Problem]:
    days = session.days or ()
    if any(week.days_open.holds(day) is False for day in days):
        yield contradiction(
            filled(TOGETHER, f"{path}.days", f"{week_path}.days_open"), f"{path}.days"
        )
    is_weekend = bool(days) and all(day in _WEEKEND for day in days)
    if is_weekend and week.times_of_day.holds(TimeOfDay.WEEKEND) is False:
        text = filled(TOGETHER, f"{path}.days", f"{week_path}.times_of_day")
        yield contradiction(text, f"{path}.days")
    if _is_at_another_time(session, week.times_of_day):
        text = filled(TOGETHER, f"{path}.start", f"{week_path}.times_of_day")
        yield contradiction(text, f"{path}.start")


def _is_at_another_time(session: Session, told: Listing[TimeOfDay]) -> bool:
    """Return whether a session lies wholly in a part of the day that is told to have none."""
    if session.start is None or session.end is None:
        return False
    if session.end <= EVENING:
        return all(told.holds(time) is False for time in _BY_DAY)
    is_weekend = told.holds(TimeOfDay.WEEKEND) is not False
    return session.start >= EVENING and told.holds(TimeOfDay.EVENING) is False and not is_weekend


def _ways(path: str, week: Schedule) -> Iterator[list[tuple[str, Session]]]:
    """Yield the sessions of each way to attend, with their paths."""
    every = list(sessions_of(path, week))
    common = [each for each in every if each[0].startswith(f"{path}.sessions[")]
    for at in range(len(week.tracks)):
        own = [each for each in every if each[0].startswith(f"{path}.tracks[{at}].")]
        yield [*common, *own]
    if not week.tracks:
        yield common


def _at_once(path: str, week: Schedule) -> Iterator[tuple[str, str]]:
    """Yield the paths of each two sessions of one way that overlap; each two once."""
    pairs = (pair for way in _ways(path, week) for pair in combinations(way, 2))
    for (one, first), (other, second) in dict.fromkeys(pairs):
        if _overlap(first, second):
            yield one, other


def _overlap(one: Session, other: Session) -> bool:
    """Return whether two sessions are sure to be at one time on some day.

    A session without days is held on each attended one.
    """
    if not (one.is_placed and other.is_placed):
        return False
    if one.days and other.days and not set(one.days) & set(other.days):
        return False
    ours, theirs = _minutes(one), _minutes(other)
    if ours is None or theirs is None:
        return False
    return ours[0] < theirs[1] and theirs[0] < ours[1]


def _minutes(session: Session) -> tuple[int, int] | None:
    """Return the minutes of the day at which a session begins and ends."""
    if session.start is None or session.length is None:
        return None
    start = minutes_of(session.start)
    return start, start + session.length


def _held(path: str, week: Schedule, program: Program) -> Iterator[Problem]:
    """Yield each session that is of what the program tells that it does not do."""
    for here, session in sessions_of(path, week):
        one = session.modality
        if one is None or one in program.optional_modalities:
            continue
        if program.modalities.holds(one) is False:
            text = filled(TOGETHER, f"{here}.modality", "modalities")
            yield contradiction(text, f"{here}.modality")


def _services(path: str, week: Schedule, told: Span[int] | None) -> Iterator[Problem]:
    if told is None or told.high is None:
        return
    ways = ([session for _, session in way] for way in _ways(path, week))
    if any(_most_services(way) > told.high for way in ways):
        yield contradiction(_MORE_SERVICES, "services_per_day")


def _most_services(way: Iterable[Session]) -> int:
    """Return how many services the fullest day surely has."""
    known = [each for each in way if each.services is not None and each.days is not None]
    return max(
        (sum(each.services or 0 for each in known if day in (each.days or ())) for day in Weekday),
        default=0,
    )
