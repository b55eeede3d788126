"""Levels and programs side by side: what is cited, what is computed, and what stays unknown."""

from datetime import time

import pytest
from attrs import evolve

from iopkit import (
    CareLevel,
    Delivery,
    InvalidValue,
    Listing,
    Money,
    Price,
    Program,
    Schedule,
    Service,
    Session,
    Span,
    Text,
    Unit,
    Weekday,
    shipped,
)
from iopkit.standards import (
    Contrast,
    LevelContrast,
    LevelProfile,
    LevelRow,
    LevelTable,
    ProgramComparison,
    compare_levels,
    compare_programs,
)
from iopkit.vocabulary.comparison import ComparisonAxis as Axis
from iopkit.vocabulary.comparison import Supervision

_MORNINGS = Session(
    days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY), start=time(9), end=time(12, 15)
)
_BARE = LevelTable(id="bare", title=Text("Bare", "Vacía"), profiles=())


def _row(first: CareLevel, second: CareLevel, axis: Axis) -> LevelRow:
    rows = compare_levels(first, second, shipped().levels()).rows
    return next(row for row in rows if row.axis is axis)


@pytest.mark.parametrize(
    ("second", "axis", "contrast"),
    [
        (CareLevel.OUTPATIENT_THERAPY, Axis.SUPERVISION, Contrast.SAME),
        (CareLevel.OUTPATIENT_THERAPY, Axis.HOURS_A_WEEK, Contrast.MORE),
        (CareLevel.OUTPATIENT_THERAPY, Axis.DAYS_A_WEEK, Contrast.MORE),
        (CareLevel.OUTPATIENT_THERAPY, Axis.COST, None),
        (CareLevel.PHP, Axis.SUPERVISION, Contrast.LESS),
        (CareLevel.PHP, Axis.LIVING_SITUATION, Contrast.DIFFERENT),
        (CareLevel.PHP, Axis.HOURS_A_WEEK, Contrast.LESS),
        (CareLevel.PHP, Axis.COST, None),
        (CareLevel.PHP, Axis.LENGTH, None),
        (CareLevel.INPATIENT, Axis.SUPERVISION, Contrast.LESS),
        (CareLevel.INPATIENT, Axis.HOURS_A_WEEK, Contrast.LESS),
        (CareLevel.INPATIENT, Axis.COST, Contrast.LESS),
        (CareLevel.INPATIENT, Axis.DISRUPTION, Contrast.LESS),
        (CareLevel.INPATIENT, Axis.LIVING_SITUATION, Contrast.DIFFERENT),
        (CareLevel.IOP, Axis.LENGTH, Contrast.SAME),
    ],
)
def test_an_iop_stands_to_other_levels_as_the_source_says(
    second: CareLevel, axis: Axis, contrast: Contrast | None
) -> None:
    row = _row(CareLevel.IOP, second, axis)

    assert row.contrast is contrast


def test_a_comparison_turned_around_turns_its_contrasts() -> None:
    turned = {Contrast.LESS: Contrast.MORE, Contrast.MORE: Contrast.LESS}
    for first in CareLevel:
        for second in CareLevel:
            for axis in Axis:
                row, back = _row(first, second, axis), _row(second, first, axis)

                assert (row.first, row.second) == (back.second, back.first)
                assert row.contrast == (back.contrast and turned.get(back.contrast, back.contrast))


def test_a_row_has_words_and_sources() -> None:
    row = _row(CareLevel.PHP, CareLevel.IOP, Axis.LIVING_SITUATION)

    assert row.first == Text(
        "at home or in a sober living home", "en casa o en una vivienda de sobriedad"
    )
    assert row.second == Text("at home", "en casa")
    assert row.sources == ("iop-article",)


def test_what_is_not_told_of_a_level_stays_unknown() -> None:
    comparison = compare_levels(CareLevel.IOP, CareLevel.PHP, _BARE)

    assert [row.axis for row in comparison.rows] == list(Axis)
    assert {(row.first, row.second, row.contrast, row.sources) for row in comparison.rows} == {
        (None, None, None, ())
    }


def test_contrasts_are_read_along_chains() -> None:
    table = evolve(
        _BARE,
        contrasts=(
            LevelContrast(axis=Axis.COST, less=CareLevel.IOP, more=CareLevel.PHP, source="a"),
            LevelContrast(axis=Axis.COST, less=CareLevel.PHP, more=CareLevel.INPATIENT, source="b"),
        ),
    )

    row = compare_levels(CareLevel.INPATIENT, CareLevel.IOP, table).rows[-1]

    assert (row.axis, row.contrast, row.sources) == (Axis.COST, Contrast.MORE, ("a", "b"))


def test_contrasts_in_a_circle_are_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        evolve(
            _BARE,
            contrasts=(
                LevelContrast(axis=Axis.COST, less=CareLevel.IOP, more=CareLevel.PHP, source="a"),
                LevelContrast(axis=Axis.COST, less=CareLevel.PHP, more=CareLevel.IOP, source="a"),
            ),
        )

    assert str(refused.value) == "contrasts: expected no level that has less than itself"


def test_a_level_told_twice_or_against_itself_is_refused() -> None:
    profile = LevelProfile(level=CareLevel.IOP, source="a", supervision=Supervision.BY_DAY)

    with pytest.raises(InvalidValue, match="profiles: expected each level once"):
        evolve(_BARE, profiles=(profile, profile))
    with pytest.raises(InvalidValue, match="more: expected another level"):
        LevelContrast(axis=Axis.COST, less=CareLevel.IOP, more=CareLevel.IOP, source="a")


def _told(comparison: ProgramComparison) -> dict[Axis, list[tuple[str, str] | None]]:
    return {
        row.axis: [
            None if cell.text is None else (cell.text.en, cell.text.es) for cell in row.cells
        ]
        for row in comparison.rows
    }


def test_programs_stand_side_by_side_as_they_tell_and_as_they_add_up() -> None:
    fee = Price(service=Service.IOP, unit=Unit.PROGRAM, amount=Span.exactly(Money(123_450)))
    one = Program(
        id="one",
        level=CareLevel.IOP,
        schedule=Schedule(sessions=(_MORNINGS,)),
        weeks=Span(6, 8),
        fees=(fee,),
    )
    other = Program(
        id="other",
        delivery=Listing.of(Delivery.VIRTUAL, complete=True),
        schedule=Schedule(clock_minutes_per_week=Span(540, 720), days_per_week=Span.exactly(1)),
        typical_weeks=Span.exactly(4),
    )
    third = Program(id="third", weeks=Span(8, None))

    comparison = compare_programs(one, other, third, levels=shipped().levels())

    assert comparison.programs == ("one", "other", "third")
    assert _told(comparison) == {
        Axis.SUPERVISION: [
            ("during sessions only", "solo durante las sesiones"),
            None,
            None,
        ],
        Axis.LIVING_SITUATION: [("at home", "en casa"), None, None],
        Axis.HOURS_A_WEEK: [("9 h 45 min", "9 h 45 min"), ("9 h to 12 h", "9 h a 12 h"), None],
        Axis.DAYS_A_WEEK: [("3 days", "3 días"), ("1 day", "1 día"), None],
        Axis.LENGTH: [
            ("6 to 8 weeks", "6 a 8 semanas"),
            ("usually 4 weeks", "por lo general, 4 semanas"),
            ("at least 8 weeks", "al menos 8 semanas"),
        ],
        Axis.DISRUPTION: [
            (
                "no sessions in the evening, no sessions on weekends",
                "sin sesiones al anochecer, sin sesiones los fines de semana",
            ),
            ("nobody travels", "nadie se traslada"),
            None,
        ],
        Axis.COST: [("$1,234.50", "$1,234.50"), None, None],
    }


def test_a_cell_says_what_it_rests_on() -> None:
    one = Program(id="one", schedule=Schedule(sessions=(_MORNINGS,)))
    other = Program(id="other", schedule=Schedule(clock_minutes_per_week=Span(None, 720)))

    comparison = compare_programs(one, other)
    hours = next(row for row in comparison.rows if row.axis is Axis.HOURS_A_WEEK)

    assert [cell.basis and cell.basis.value for cell in hours.cells] == ["computed", "told"]
    assert hours.cells[1].text == Text("at most 12 h", "como máximo 12 h")


def test_one_program_alone_cannot_be_compared() -> None:
    with pytest.raises(InvalidValue) as refused:
        compare_programs(Program(id="x"))

    assert str(refused.value) == "programs: expected at least two programs"
