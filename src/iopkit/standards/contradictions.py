"""What the record of a program says against itself."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.model.figures import Figure, figures_of
from iopkit.model.program import Program
from iopkit.model.schedule import Session
from iopkit.standards.age_groups import groups_outside
from iopkit.standards.axes import CONTRADICTION
from iopkit.standards.check_wording import amount_text, filled
from iopkit.standards.phrases import dollars
from iopkit.standards.record_fields import sessions_of, weeks_of
from iopkit.values.money import Money
from iopkit.values.problems import Problem, Severity
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Delivery, Setting

_FIGURES = (
    ("days_per_week", "schedule.days_per_week", "days a week"),
    ("clock_minutes_per_day", "schedule.clock_minutes_per_day", "minutes a day"),
    ("clock_minutes_per_week", "schedule.clock_minutes_per_week", "minutes a week"),
    ("therapeutic_minutes_per_week", "schedule.therapeutic_minutes_per_week", "minutes a week"),
    ("weeks", "weeks", "weeks"),
)
"""The figures that a program can tell and that its other facts give: name, field and unit."""
_NO_SETTING = {
    CareLevel.OUTPATIENT_THERAPY: (Setting.HOSPITAL_INPATIENT,),
    CareLevel.IOP: (Setting.HOSPITAL_INPATIENT, Setting.HOME),
    CareLevel.PHP: (Setting.HOSPITAL_INPATIENT, Setting.HOME),
    CareLevel.RESIDENTIAL: (Setting.HOSPITAL_INPATIENT, Setting.HOME, Setting.HOSPITAL_OUTPATIENT),
    CareLevel.INPATIENT: (Setting.HOME, Setting.HOSPITAL_OUTPATIENT),
}
_REMOTE = (Delivery.VIDEO, Delivery.AUDIO, Delivery.VIRTUAL)
_NOT_DISTINCT = (
    Setting.HOME,
    Setting.HOSPITAL_INPATIENT,
    Setting.RESIDENTIAL_FACILITY,
    Setting.PSYCHIATRIC_RESIDENTIAL_FACILITY,
    Setting.SUBSTANCE_USE_RESIDENTIAL_FACILITY,
)

_DIFFER = Text(
    "`{0}` tells {1}, but the rest of the record adds up to {2}; correct one of them",
    "`{0}` informa {1}, pero el resto del registro suma {2}; corrija uno de los dos",
)
_LOOSE = Text(
    "`{0}` tells {1}, and the rest of the record adds up to {2}; tell both alike if you can",
    "`{0}` informa {1}, y el resto del registro suma {2}; si puede, infórmelos por igual",
)
_TOGETHER = Text(
    "`{0}` and `{1}` do not go together; correct one of them",
    "`{0}` y `{1}` no concuerdan; corrija uno de los dos",
)
_NO_PHASE = Text(
    "no phase has the `level` that the program tells; correct one of them",
    "ninguna fase tiene el `level` que informa el programa; corrija uno de los dos",
)
_MORE_THAN_CLOCK = Text(
    "there is more therapeutic time than time by the clock; correct one of them",
    "hay más tiempo terapéutico que tiempo de reloj; corrija uno de los dos",
)

_ONLY_BREAKS = Text(
    "the breaks take as long as the session; correct one of them",
    "los descansos duran tanto como la sesión; corrija uno de los dos",
)


def contradictions_in(program: Program) -> tuple[Problem, ...]:
    """Return what in the record of `program` does not go together with the rest of it.

    Each has the code `record-contradiction`: a warning, or a note where a range that is told
    holds what the rest adds up to.
    """
    return (
        *_figures(program),
        *_ages(program),
        *_places(program),
        *_phases(program),
        *_times(program),
    )


def _problem(text: Text, path: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(CONTRADICTION, text, path, severity=severity)


def _figures(program: Program) -> Iterator[Problem]:
    figures = figures_of(program)
    for name, path, unit in _FIGURES:
        figure: Figure[Span[int]] = getattr(figures, name)
        told, computed = figure.told, figure.computed
        if told is not None and computed is not None and figure.agrees is False:
            amounts = (amount_text(unit, span) for span in (told, computed))
            frame = _LOOSE if _overlap(told, computed) else _DIFFER
            severity = Severity.NOTE if frame is _LOOSE else Severity.WARNING
            yield _problem(filled(frame, path, *amounts), path, severity)
    fees = figures.fees_total
    if fees.agrees is False:
        both = (each for each in (fees.told, fees.computed) if each is not None)
        money = (dollars(Span[Money].exactly(each)) for each in both)
        yield _problem(filled(_DIFFER, "payment.total", *money), "payment.total")


def _overlap(one: Span[int], other: Span[int]) -> bool:
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Span[int], other: Span[int]) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _ages(program: Program) -> Iterator[Problem]:
    if program.considers_other_ages:
        return
    if groups_outside(Span(program.min_age, program.max_age), program.populations):
        is_young = groups_outside(Span(None, program.max_age), program.populations)
        path = "max_age" if is_young else "min_age"
        yield _problem(filled(_TOGETHER, path, "populations"), path)


def _places(program: Program) -> Iterator[Problem]:
    level, setting = program.level, program.setting
    # Sessions by video reach people at home, and a program may say so.
    is_at_home = setting is Setting.HOME and program.delivery.holds_any(_REMOTE) is True
    if level is not None and setting in _NO_SETTING[level] and not is_at_home:
        yield _problem(filled(_TOGETHER, "level", "setting"), "setting")
    is_distinct = program.practice is not None and program.practice.is_distinct
    if is_distinct and setting in _NOT_DISTINCT:
        path = "practice.is_distinct"
        yield _problem(filled(_TOGETHER, path, "setting"), path)
    for one in program.conditions.present:
        if one.broader in program.conditions.lacks:
            yield _problem(filled(_TOGETHER, "conditions.has", "conditions.lacks"), "conditions")
            return


def _phases(program: Program) -> Iterator[Problem]:
    levels = [phase.level for phase in program.phases]
    if program.level is not None and levels and None not in levels and program.level not in levels:
        yield _problem(_NO_PHASE, "phases")


def _times(program: Program) -> Iterator[Problem]:
    for path, schedule in weeks_of(program):
        therapy, clock = schedule.weekly_therapeutic_minutes, schedule.weekly_clock_minutes
        if therapy is not None and clock is not None and _ends_before(clock, therapy):
            yield _problem(_MORE_THAN_CLOCK, path)
        for here, session in sessions_of(path, schedule):
            yield from _session(here, session)
            if any(schedule.days_open.holds(day) is False for day in session.days or ()):
                text = filled(_TOGETHER, f"{here}.days", f"{path}.days_open")
                yield _problem(text, f"{here}.days")


def _session(path: str, session: Session) -> Iterator[Problem]:
    therapy, clock = session.therapeutic, session.clock
    if therapy is not None and clock is not None and _ends_before(clock, therapy):
        yield _problem(_MORE_THAN_CLOCK, path)
    breaks, length = session.break_minutes, session.length
    if breaks is not None and length is not None and breaks >= length:
        yield _problem(_ONLY_BREAKS, f"{path}.break_minutes")
