"""Placement on a small ladder of our own: bounds, barriers, what can still change."""

from datetime import date

import pytest
from attrs import evolve

from iopkit import (
    CareLevel,
    Case,
    Ladder,
    NotInForce,
    Period,
    Person,
    Program,
    Text,
    place,
    shipped,
)
from iopkit.facts import FACTS
from iopkit.law import Need
from iopkit.rules import Clause, Compare, Not, Operator

DAY = date(2026, 3, 2)


def _yes(name: str) -> Compare:
    return Compare(FACTS[name], Operator.EQUAL, bound=True)


def _need(name: str, level: CareLevel) -> Need:
    return Need(clause=Clause(name, Text(name, name), _yes(f"person.{name}"), "test"), level=level)


LADDER = Ladder(
    id="test/ladder",
    version="1",
    title=Text("Test", "Prueba"),
    authority=Text("Test", "Prueba"),
    in_force=Period(date(2026, 1, 1), date(2027, 1, 1)),
    lowest=CareLevel.OUTPATIENT_THERAPY,
    highest=CareLevel.RESIDENTIAL,
    needs=(
        _need("needs-more-than-weekly-sessions", CareLevel.IOP),
        _need("needs-daily-structure", CareLevel.PHP),
        _need("needs-24-hour-care", CareLevel.RESIDENTIAL),
    ),
    beside=(
        Clause("withdrawal", Text("w", "w"), _yes("person.needs-withdrawal-management"), "test"),
    ),
    barriers=(Clause("support", Text("s", "s"), Not(_yes("person.has-support-system")), "test"),),
)


@pytest.mark.parametrize(
    ("person", "at_least", "at_most"),
    [
        (Person(), CareLevel.OUTPATIENT_THERAPY, CareLevel.RESIDENTIAL),
        (
            Person(needs_more_than_weekly_sessions=True),
            CareLevel.IOP,
            CareLevel.RESIDENTIAL,
        ),
        (
            Person(needs_more_than_weekly_sessions=True, needs_24_hour_care=False),
            CareLevel.IOP,
            CareLevel.PHP,
        ),
        (Person(needs_24_hour_care=True), CareLevel.RESIDENTIAL, CareLevel.RESIDENTIAL),
        (
            Person(
                needs_more_than_weekly_sessions=False,
                needs_daily_structure=False,
                needs_24_hour_care=False,
            ),
            CareLevel.OUTPATIENT_THERAPY,
            CareLevel.OUTPATIENT_THERAPY,
        ),
    ],
)
def test_the_interval_runs_from_known_to_possible_needs(
    person: Person, at_least: CareLevel, at_most: CareLevel
) -> None:
    placed = place(LADDER, Case(person=person), on=DAY)

    assert (placed.at_least, placed.at_most) == (at_least, at_most)


def test_a_level_is_recommended_only_where_the_interval_is_closed() -> None:
    still_open = place(LADDER, Case(person=Person(needs_daily_structure=True)), on=DAY)
    closed = place(
        LADDER,
        Case(person=Person(needs_daily_structure=True, needs_24_hour_care=False)),
        on=DAY,
    )

    assert still_open.recommended is None
    assert closed.recommended is CareLevel.PHP


def test_barriers_and_withdrawal_stand_beside_and_never_move_the_level() -> None:
    bare = Person(needs_more_than_weekly_sessions=True)
    burdened = Person(
        needs_more_than_weekly_sessions=True,
        needs_withdrawal_management=True,
        has_support_system=False,
    )

    before, after = (place(LADDER, Case(person=one), on=DAY) for one in (bare, burdened))

    assert (before.at_least, before.at_most) == (after.at_least, after.at_most)
    assert [concern.outcome.value for concern in after.barriers] == ["met"]
    assert [concern.outcome.value for concern in after.beside] == ["met"]


@pytest.mark.parametrize(
    ("program", "outcome"),
    [
        (Program(id="teens", min_age=13, max_age=17), "met"),
        (Program(id="teens", min_age=13, max_age=17, considers_other_ages=True), "unknown"),
        (Program(id="adults", min_age=18), "not-met"),
        (None, "unknown"),
    ],
)
def test_an_age_that_the_program_does_not_take_is_a_barrier_and_never_moves_the_level(
    program: Program | None, outcome: str
) -> None:
    ladder = shipped().ladder("general/guidance", on=DAY)
    bare = Case(person=Person(age=34, needs_more_than_weekly_sessions=True))

    before, after = (place(ladder, one, on=DAY) for one in (bare, evolve(bare, program=program)))

    assert (before.at_least, before.at_most) == (after.at_least, after.at_most)
    assert before.pivots.facts == after.pivots.facts
    assert {one.clause.id: one.outcome.value for one in after.barriers}["age-not-taken"] == outcome


def test_only_needs_above_the_known_level_are_still_asked() -> None:
    placed = place(LADDER, Case(person=Person(needs_daily_structure=True)), on=DAY)

    assert [fact.name for fact in placed.pivots.facts] == ["person.needs-24-hour-care"]


def test_a_need_that_another_implies_is_still_asked() -> None:
    both = Need(
        clause=Clause(
            "nursing",
            Text("n", "n"),
            _yes("person.needs-24-hour-care") & _yes("person.needs-medical-and-nursing-care"),
            "test",
        ),
        level=CareLevel.INPATIENT,
    )
    ladder = evolve(LADDER, highest=CareLevel.INPATIENT, needs=(*LADDER.needs, both))

    placed = place(ladder, Case(), on=DAY)

    assert [fact.name for fact in placed.pivots.facts] == [
        "person.needs-more-than-weekly-sessions",
        "person.needs-daily-structure",
        "person.needs-24-hour-care",
        "person.needs-medical-and-nursing-care",
    ]


def test_needs_that_exclude_each_other_leave_a_question() -> None:
    either = (
        _need("needs-daily-structure", CareLevel.IOP),
        Need(
            clause=Clause("else", Text("e", "e"), ~_yes("person.needs-daily-structure"), "test"),
            level=CareLevel.PHP,
        ),
    )

    placed = place(evolve(LADDER, needs=either), Case(), on=DAY)

    assert placed.pivots.next_question is not None
    assert placed.pivots.next_question.name == "person.needs-daily-structure"


def test_a_closed_interval_asks_nothing() -> None:
    placed = place(LADDER, Case(person=Person(needs_24_hour_care=True)), on=DAY)

    assert placed.pivots.facts == ()
    assert placed.pivots.next_question is None


def test_a_ladder_outside_its_period_names_the_period() -> None:
    with pytest.raises(NotInForce) as refused:
        place(LADDER, Case(), on=date(2025, 12, 31))

    assert str(refused.value) == (
        "test/ladder 1: nothing is in force on 2025-12-31; "
        "periods that exist: 2026-01-01..2027-01-01"
    )


def test_a_placement_is_quiet() -> None:
    placed = place(LADDER, Case(person=Person(needs_24_hour_care=True)), on=DAY)

    assert repr(placed) == "<Placement: test/ladder 1, 3 needs>"
