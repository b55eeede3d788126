"""Levels of care, or programs, laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.figures import Figure, ProgramFigures, figures_of
from iopkit.model.program import Program
from iopkit.standards import phrases as say
from iopkit.standards.levels import Contrast, LevelProfile, LevelTable
from iopkit.values.money import Money
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Ranked
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Delivery
from iopkit.vocabulary.comparison import ComparisonAxis

_LEAST = 2


@frozen(kw_only=True)
class LevelRow:
    """One axis of two levels; `None` where the data does not say.

    `contrast` is that of the first level to the second.  `sources` are ids.
    """

    axis: ComparisonAxis
    first: Text | None
    second: Text | None
    contrast: Contrast | None
    sources: tuple[str, ...]


@frozen(kw_only=True)
class LevelComparison:
    """Two levels of care on every axis."""

    first: CareLevel
    second: CareLevel
    rows: tuple[LevelRow, ...]
    limitations: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Cell:
    """What one program tells on one axis; `text` is `None` where it does not tell.

    `amount` is in minutes for hours, in days or in weeks, and in money for cost.
    """

    text: Text | None = None
    amount: Span[int] | Span[Money] | None = None
    basis: Basis | None = None


@frozen(kw_only=True)
class ProgramRow:
    """One axis of several programs, in their order; `sources` are ids of what levels say."""

    axis: ComparisonAxis
    cells: tuple[Cell, ...]
    sources: tuple[str, ...] = ()


@frozen(kw_only=True)
class ProgramComparison:
    """Several programs, by id, on every axis."""

    programs: tuple[str, ...]
    rows: tuple[ProgramRow, ...]


def compare_levels(first: CareLevel, second: CareLevel, table: LevelTable) -> LevelComparison:
    """Return two levels side by side, as far as `table` tells; what it does not stays unknown."""
    return LevelComparison(
        first=first,
        second=second,
        rows=tuple(_level_row(axis, first, second, table) for axis in ComparisonAxis),
        limitations=table.limitations,
    )


def _level_row(
    axis: ComparisonAxis, first: CareLevel, second: CareLevel, table: LevelTable
) -> LevelRow:
    profiles = [table.profile(level) for level in (first, second)]
    texts = [_level_text(axis, profile) for profile in profiles]
    told = [profile for profile in profiles if profile and _level_text(axis, profile)]
    sources = [profile.source for profile in told]
    contrast = _ranked(axis, profiles) or _alike(axis, texts)
    if contrast is None or contrast is Contrast.DIFFERENT:
        up, down = table.path(axis, first, second), table.path(axis, second, first)
        sources += [each.source for each in (*up, *down)]
        contrast = Contrast.LESS if up else Contrast.MORE if down else contrast
    if first is second:
        contrast = Contrast.SAME
    return LevelRow(
        axis=axis,
        first=texts[0],
        second=texts[1],
        contrast=contrast,
        sources=tuple(dict.fromkeys(sources)),
    )


def _level_text(axis: ComparisonAxis, profile: LevelProfile | None) -> Text | None:
    if profile is None:
        return None
    match axis:
        case ComparisonAxis.LIVING_SITUATION:
            places = [each.label for each in profile.living]
            return _joined(places, Text(" or ", " o "))
        case ComparisonAxis.HOURS_A_WEEK:
            return profile.hours
        case ComparisonAxis.LENGTH:
            return profile.length
        case _:
            rank = _rank(axis, profile)
            return None if rank is None else rank.label


def _rank(axis: ComparisonAxis, profile: LevelProfile | None) -> Ranked | None:
    if profile is None:
        return None
    if axis is ComparisonAxis.SUPERVISION:
        return profile.supervision
    return profile.rhythm if axis is ComparisonAxis.DAYS_A_WEEK else None


def _ranked(axis: ComparisonAxis, profiles: Iterable[LevelProfile | None]) -> Contrast | None:
    one, other = (_rank(axis, profile) for profile in profiles)
    if one is None or other is None:
        return None
    if one is other:
        return Contrast.SAME
    return Contrast.LESS if one < other else Contrast.MORE


def _alike(axis: ComparisonAxis, texts: Iterable[Text | None]) -> Contrast | None:
    one, other = texts
    if one is None or other is None:
        return None
    if one == other:
        return Contrast.SAME
    return Contrast.DIFFERENT if axis is ComparisonAxis.LIVING_SITUATION else None


def compare_programs(*programs: Program, levels: LevelTable | None = None) -> ProgramComparison:
    """Return programs side by side: as each tells, else as its facts add up.

    Supervision and where people live are what `levels` says of a program's own level.

    Raises:
        InvalidValue: there are fewer than two programs.
    """
    if len(programs) < _LEAST:
        raise InvalidValue("programs", "at least two programs")
    return ProgramComparison(
        programs=tuple(program.id for program in programs),
        rows=tuple(_program_row(axis, programs, levels) for axis in ComparisonAxis),
    )


def _program_row(
    axis: ComparisonAxis, programs: tuple[Program, ...], levels: LevelTable | None
) -> ProgramRow:
    if axis in _FROM_PROGRAM:
        tell = _FROM_PROGRAM[axis]
        cells = [tell(program, figures_of(program)) for program in programs]
        return ProgramRow(axis=axis, cells=tuple(cells))
    told = [
        levels.profile(program.level) if levels and program.level else None for program in programs
    ]
    return ProgramRow(
        axis=axis,
        cells=tuple(Cell(text=_level_text(axis, profile)) for profile in told),
        sources=tuple(dict.fromkeys(profile.source for profile in told if profile)),
    )


def _hours(_: Program, figures: ProgramFigures) -> Cell:
    return _cell(figures.clock_minutes_per_week, say.hours)


def _days(_: Program, figures: ProgramFigures) -> Cell:
    return _cell(figures.days_per_week, lambda span: say.counted(span, say.DAYS))


def _length(program: Program, figures: ProgramFigures) -> Cell:
    if figures.weeks.value is None and program.typical_weeks is not None:
        weeks = say.counted(program.typical_weeks, say.WEEKS)
        text = Text(say.USUALLY.en.format(amount=weeks.en), say.USUALLY.es.format(amount=weeks.es))
        return Cell(text=text, amount=program.typical_weeks, basis=Basis.TOLD)
    return _cell(figures.weeks, lambda span: say.counted(span, say.WEEKS))


def _cell(figure: Figure[Span[int]], write: Callable[[Span[int]], Text]) -> Cell:
    span = figure.value
    if span is None or (span.low is None and span.high is None):
        return Cell()
    return Cell(text=write(span), amount=span, basis=figure.basis)


def _cost(_: Program, figures: ProgramFigures) -> Cell:
    total = figures.fees_total.value
    if total is None:
        return Cell()
    span = Span.exactly(total)
    return Cell(text=say.dollars(span), amount=span, basis=figures.fees_total.basis)


def _disruption(program: Program, figures: ProgramFigures) -> Cell:
    told = tuple(_ease(program, figures))
    return Cell(text=_joined(told, Text(", ", ", ")))


def _ease(program: Program, figures: ProgramFigures) -> Iterator[Text]:
    for answer, yes, no in (
        (figures.has_evening_sessions.value, say.SOME_EVENING, say.NO_EVENING),
        (figures.has_weekend_sessions.value, say.SOME_WEEKEND, say.NO_WEEKEND),
    ):
        if answer is not None:
            yield yes if answer else no
    if program.delivery.holds(Delivery.IN_PERSON) is False:
        yield say.REMOTE


def _joined(texts: Iterable[Text], between: Text) -> Text | None:
    every = list(texts)
    if not every:
        return None
    en, es = (between(lang).join(each(lang) for each in every) for lang in ("en", "es"))
    return Text(en, es)


_FROM_PROGRAM: dict[ComparisonAxis, Callable[[Program, ProgramFigures], Cell]] = {
    ComparisonAxis.HOURS_A_WEEK: _hours,
    ComparisonAxis.DAYS_A_WEEK: _days,
    ComparisonAxis.LENGTH: _length,
    ComparisonAxis.DISRUPTION: _disruption,
    ComparisonAxis.COST: _cost,
}
