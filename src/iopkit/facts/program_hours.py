"""Facts about when and how long a program treats one participant; minutes are therapeutic.

Clock minutes never stand in for therapeutic ones, but they bound them: where only the clock is
told, the therapeutic minutes lie somewhere below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iopkit.facts.readings import amount, by_name, derived, never_above
from iopkit.model.case import Case
from iopkit.model.figures import Figure, ProgramFigures, figures_of, schedules_of
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.model.weekly import Range, product, span_of, summed, widest
from iopkit.values.spans import Basis, Span
from iopkit.values.texts import Text
from iopkit.vocabulary.treatment import Modality
from iopkit.vocabulary.weekdays import Weekday

_WEEK = 7
_DAY_MINUTES = 24 * 60
_WEEK_MINUTES = _WEEK * _DAY_MINUTES
_MOST_WEEKS = 520
_MOST_SERVICES = 100
_MOST_MEALS = 10
_OLDEST = 120
_GROUPS = frozenset(
    {
        Modality.GROUP_THERAPY,
        Modality.PROCESS_GROUP,
        Modality.SKILLS_GROUP,
        Modality.MULTIFAMILY_GROUP,
    }
)


def _of(read: Callable[[Program], Range | int]) -> Callable[[Case], Range | int]:
    return lambda case: None if case.program is None else read(case.program)


def _figure(read: Callable[[ProgramFigures], Range]) -> Callable[[Case], Range | int]:
    return _of(lambda program: read(figures_of(program)))


def _at_most(therapeutic: Range, clock: Range) -> Range:
    """Return therapeutic minutes; where they are not told, they are no more than the clock's."""
    if therapeutic is not None or clock is None or clock.high is None:
        return therapeutic
    return Span(None, clock.high, Basis.COMPUTED)


def _minutes(program: Program, figure: Figure[Span[int]]) -> Range:
    """Return minutes as told, else as the sessions add up to where nobody is in two at once."""
    overlaps = any(week.overlaps for week in schedules_of(program))
    return figure.told if overlaps else figure.value


def _weekly(program: Program) -> Range:
    figures = figures_of(program)
    return _at_most(_minutes(program, figures.therapeutic_minutes_per_week), _weekly_clock(program))


def _weekly_clock(program: Program) -> Range:
    return _minutes(program, figures_of(program).clock_minutes_per_week)


def _daily(program: Program) -> Range:
    figures = figures_of(program)
    return _at_most(
        _minutes(program, figures.therapeutic_minutes_per_day),
        _minutes(program, figures.clock_minutes_per_day),
    )


def _course_days(program: Program) -> Range:
    return product(figures_of(program).weeks.value, Span.exactly(_WEEK))


def _course_minutes(program: Program) -> Range:
    if not program.phases:
        return product(figures_of(program).weeks.value, _weekly(program))
    usual = program.schedule or Schedule()
    return summed(
        product(phase.weeks, _of_week(phase.schedule or usual)) for phase in program.phases
    )


def _of_week(schedule: Schedule) -> Range:
    if schedule.overlaps:
        return _at_most(schedule.therapeutic_minutes_per_week, schedule.clock_minutes_per_week)
    return _at_most(schedule.weekly_therapeutic_minutes, schedule.weekly_clock_minutes)


def _days_without_service(program: Program) -> Range:
    ways = [way for schedule in schedules_of(program) for way in schedule.ways]
    return widest(map(_longest_gap, ways))


def _longest_gap(way: Iterable[Session]) -> Range:
    """Return the longest run of days off in a week that repeats, where its days are told."""
    sessions = list(way)
    if not sessions or any(each.days is None for each in sessions):
        return None
    order = list(Weekday)
    at = sorted({order.index(day) for each in sessions for day in each.days or ()})
    following = [*at[1:], at[0] + _WEEK]
    gaps = [late - early - 1 for early, late in zip(at, following, strict=True)]
    return Span.exactly(max(gaps), Basis.COMPUTED)


def _shortest_group(program: Program) -> Range:
    """Return the least length of a group; what may be one too can only be shorter."""
    pieces = [
        piece
        for schedule in schedules_of(program)
        for way in schedule.ways
        for session in way
        for piece in _pieces(session)
    ]
    groups = [length for modality, length in pieces if modality in _GROUPS]
    possible = [*groups, *(length for modality, length in pieces if modality is None)]
    lows = [one.low for one in possible if one is not None and one.low is not None]
    highs = [one.high for one in groups if one is not None and one.high is not None]
    low = min(lows, default=None) if len(lows) == len(possible) else None
    high = min(highs, default=None)
    if not groups or (low is None and high is None):
        return None
    return Span(low, high, Basis.COMPUTED)


def _pieces(session: Session) -> Iterator[tuple[Modality | None, Range]]:
    """Yield what is done in a session and how long: as told of all of it, else of its blocks."""
    if session.modality is not None or not session.blocks:
        yield session.modality, session.clock
        return
    for block in session.blocks:
        yield block.modality, span_of(block.length)


HOURS_FACTS = by_name(
    (
        never_above(
            amount(
                "program.weekly-minutes",
                _of(_weekly),
                Text(
                    "How many minutes of therapy, without breaks and meals, does one participant"
                    " have in a week?",
                    "¿Cuántos minutos de terapia, sin descansos ni comidas, tiene un participante"
                    " por semana?",
                ),
                "minutes a week",
                _WEEK_MINUTES,
            ),
            "program.weekly-clock-minutes",
        ),
        amount(
            "program.weekly-clock-minutes",
            _of(_weekly_clock),
            Text(
                "How many minutes by the clock, breaks included, does one participant attend"
                " in a week?",
                "¿A cuántos minutos de reloj, con descansos, asiste un participante por semana?",
            ),
            "minutes a week",
            _WEEK_MINUTES,
        ),
        never_above(
            amount(
                "program.day-minutes",
                _of(_daily),
                Text(
                    "How many minutes of therapy, without breaks and meals, are there on an"
                    " attended day?",
                    "¿Cuántos minutos de terapia, sin descansos ni comidas, hay en un día de"
                    " asistencia?",
                ),
                "minutes a day",
                _DAY_MINUTES,
            ),
            "program.weekly-minutes",
        ),
        amount(
            "program.weekly-days",
            _figure(lambda figures: figures.days_per_week.value),
            Text(
                "On how many days a week does one participant attend?",
                "¿Cuántos días por semana asiste un participante?",
            ),
            "days a week",
            _WEEK,
        ),
        amount(
            "program.most-days-without-service",
            _of(_days_without_service),
            Text(
                "How many days in a row at most are without services?",
                "¿Cuántos días seguidos como máximo pasan sin servicios?",
            ),
            "days",
            _WEEK,
        ),
        amount(
            "program.weeks",
            _figure(lambda figures: figures.weeks.value),
            Text("How many weeks does a course last?", "¿Cuántas semanas dura un programa?"),
            "weeks",
            _MOST_WEEKS,
        ),
        derived(
            amount(
                "program.course-days",
                _of(_course_days),
                Text(
                    "How many days does a course last, from first to last?",
                    "¿Cuántos días dura un programa, del primero al último?",
                ),
                "days",
                _WEEK * _MOST_WEEKS,
            ),
            "program.weeks",
        ),
        derived(
            amount(
                "program.course-minutes",
                _of(_course_minutes),
                Text(
                    "How many minutes of therapy are there in a whole course?",
                    "¿Cuántos minutos de terapia hay en un programa completo?",
                ),
                "minutes",
                _MOST_WEEKS * _WEEK_MINUTES,
            ),
            "program.weekly-minutes",
            "program.weeks",
        ),
        amount(
            "program.services-per-day",
            _of(lambda program: program.services_per_day),
            Text(
                "How many separate services are there on an attended day?",
                "¿Cuántos servicios separados hay en un día de asistencia?",
            ),
            "services a day",
            _MOST_SERVICES,
        ),
        amount(
            "program.shortest-group-minutes",
            _of(_shortest_group),
            Text(
                "How many minutes does the shortest group session last?",
                "¿Cuántos minutos dura la sesión de grupo más corta?",
            ),
            "minutes",
            _DAY_MINUTES,
        ),
        amount(
            "program.meals-per-day",
            _of(lambda program: program.meals.meals_per_day if program.meals else None),
            Text(
                "How many supported meals are there on an attended day?",
                "¿Cuántas comidas con apoyo hay en un día de asistencia?",
            ),
            "meals a day",
            _MOST_MEALS,
        ),
        never_above(
            amount(
                "program.min-age",
                _of(lambda program: program.min_age),
                Text(
                    "What is the lowest age that the program takes?",
                    "¿Cuál es la edad mínima que admite el programa?",
                ),
                "years",
                _OLDEST,
            ),
            "program.max-age",
        ),
        amount(
            "program.max-age",
            _of(lambda program: program.max_age),
            Text(
                "What is the highest age that the program takes?",
                "¿Cuál es la edad máxima que admite el programa?",
            ),
            "years",
            _OLDEST,
        ),
    )
)
"""Every fact about the hours, the length and the ages of a program, by name."""
