"""What the record of a program says against itself."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.model.figures import Figure, figures_of
from iopkit.model.program import Program
from iopkit.standards.age_groups import groups_outside
from iopkit.standards.check_wording import amount_text, filled
from iopkit.standards.phrases import dollars
from iopkit.standards.record_fields import weeks_of
from iopkit.standards.time_contradictions import (
    TOGETHER,
    contradiction,
    contradictions_of_times,
    ends_before,
)
from iopkit.values.money import Money
from iopkit.values.problems import Problem, Severity
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Delivery, Setting

_FIGURES = (
    ("days_per_week", "days a week"),
    ("clock_minutes_per_day", "minutes a day"),
    ("clock_minutes_per_week", "minutes a week"),
    ("therapeutic_minutes_per_week", "minutes a week"),
)
"""The figures that a week can tell and that its other facts give: name, as its field, and unit."""
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
_NO_PHASE = Text(
    "no phase has the `level` that the program tells; correct one of them",
    "ninguna fase tiene el `level` que informa el programa; corrija uno de los dos",
)
_LONGER_PHASES = Text(
    "the phases together last longer than `weeks` tells; correct one of them",
    "las fases duran juntas más de lo que informa `weeks`; corrija uno de los dos",
)


def contradictions_in(program: Program) -> tuple[Problem, ...]:
    """Return what in the record of `program` does not go together with the rest of it.

    Each has the code `record-contradiction`: a warning, or a note where a range that is told
    holds what the rest adds up to.
    """
    return (
        *_figures(program),
        *_lengths(program),
        *_ages(program),
        *_places(program),
        *_intensity(program),
        *_phases(program),
        *contradictions_of_times(program),
    )


def _figures(program: Program) -> Iterator[Problem]:
    for path, week in weeks_of(program):
        figures = figures_of(Program(id=program.id, schedule=week))
        for name, unit in _FIGURES:
            yield from _differing(getattr(figures, name), f"{path}.{name}", unit)
    figures = figures_of(program)
    yield from _differing(figures.weeks, "weeks", "weeks")
    fees = figures.fees_total
    if fees.agrees is False:
        both = (each for each in (fees.told, fees.computed) if each is not None)
        money = (dollars(Span[Money].exactly(each)) for each in both)
        yield contradiction(filled(_DIFFER, "payment.total", *money), "payment.total")


def _differing(figure: Figure[Span[int]], path: str, unit: str) -> Iterator[Problem]:
    told, computed = figure.told, figure.computed
    if told is not None and computed is not None and figure.agrees is False:
        amounts = (amount_text(unit, span) for span in (told, computed))
        frame = _LOOSE if _overlap(told, computed) else _DIFFER
        severity = Severity.NOTE if frame is _LOOSE else Severity.WARNING
        yield contradiction(filled(frame, path, *amounts), path, severity)


def _overlap(one: Span[int], other: Span[int]) -> bool:
    return not (ends_before(one, other) or ends_before(other, one))


def _lengths(program: Program) -> Iterator[Problem]:
    weeks, typical = program.weeks, program.typical_weeks
    if weeks is None:
        return
    if typical is not None and not _overlap(weeks, typical):
        yield contradiction(filled(TOGETHER, "typical_weeks", "weeks"), "typical_weeks")
    known = [phase.weeks for phase in program.phases if phase.weeks is not None]
    least = sum(each.low or 0 for each in known)
    # Where each phase tells its weeks, the sum is told beside `weeks` already.
    if len(known) < len(program.phases) and weeks.high is not None and least > weeks.high:
        yield contradiction(_LONGER_PHASES, "phases")


def _ages(program: Program) -> Iterator[Problem]:
    if program.considers_other_ages:
        return
    if groups_outside(Span(program.min_age, program.max_age), program.populations):
        is_young = groups_outside(Span(None, program.max_age), program.populations)
        path = "max_age" if is_young else "min_age"
        yield contradiction(filled(TOGETHER, path, "populations"), path)


def _places(program: Program) -> Iterator[Problem]:
    level, setting = program.level, program.setting
    # Sessions by video reach people at home, and a program may say so.
    is_at_home = setting is Setting.HOME and program.delivery.holds_any(_REMOTE) is True
    if level is not None and setting in _NO_SETTING[level] and not is_at_home:
        yield contradiction(filled(TOGETHER, "level", "setting"), "setting")
    is_distinct = program.practice is not None and program.practice.is_distinct
    if is_distinct and setting in _NOT_DISTINCT:
        path = "practice.is_distinct"
        yield contradiction(filled(TOGETHER, path, "setting"), path)
    for one in program.conditions.present:
        if one.broader in program.conditions.lacks:
            yield contradiction(
                filled(TOGETHER, "conditions.has", "conditions.lacks"), "conditions"
            )
            return


def _intensity(program: Program) -> Iterator[Problem]:
    told = program.residential_intensity is not None
    if told and program.level not in (None, CareLevel.RESIDENTIAL):
        path = "residential_intensity"
        yield contradiction(filled(TOGETHER, "level", path), path)


def _phases(program: Program) -> Iterator[Problem]:
    levels = [phase.level for phase in program.phases]
    if program.level is not None and levels and None not in levels and program.level not in levels:
        yield contradiction(_NO_PHASE, "phases")
