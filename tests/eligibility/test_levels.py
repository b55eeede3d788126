"""Every level of a ladder in its order, with what holds of it and what is not known."""

from datetime import date

import pytest

from iopkit import CareLevel, Case, Person, place, shipped
from iopkit.law import LevelStanding

DAY = date(2026, 3, 2)
LADDER = shipped().ladder("general/guidance", on=DAY)
THERAPY, IOP, PHP, RESIDENTIAL, INPATIENT = CareLevel
POINTED, LEAST, MAY, NOT_ASKED, LITTLE = LevelStanding


@pytest.mark.parametrize(
    ("person", "levels"),
    [
        (
            Person(),
            [(THERAPY, LEAST), (IOP, MAY), (PHP, MAY), (RESIDENTIAL, MAY), (INPATIENT, MAY)],
        ),
        (
            Person(needs_daily_structure=True),
            [(PHP, LEAST), (RESIDENTIAL, MAY), (INPATIENT, MAY), (IOP, LITTLE), (THERAPY, LITTLE)],
        ),
        (
            Person(needs_more_than_weekly_sessions=True, needs_daily_structure=False),
            [
                (IOP, LEAST),
                (RESIDENTIAL, MAY),
                (INPATIENT, MAY),
                (PHP, NOT_ASKED),
                (THERAPY, LITTLE),
            ],
        ),
        (
            Person(
                needs_more_than_weekly_sessions=True,
                needs_daily_structure=False,
                needs_24_hour_care=False,
                needs_medical_and_nursing_care=False,
            ),
            [
                (IOP, POINTED),
                (PHP, NOT_ASKED),
                (RESIDENTIAL, NOT_ASKED),
                (INPATIENT, NOT_ASKED),
                (THERAPY, LITTLE),
            ],
        ),
    ],
)
def test_levels_stand_in_the_stated_order(
    person: Person, levels: list[tuple[CareLevel, LevelStanding]]
) -> None:
    placed = place(LADDER, Case(person=person), on=DAY)

    assert [(found.level, found.standing) for found in placed.levels] == levels


def test_each_need_stands_under_its_level_by_its_outcome() -> None:
    person = Person(needs_more_than_weekly_sessions=True, needs_daily_structure=False)

    placed = place(LADDER, Case(person=person), on=DAY)

    found = {one.level: one for one in placed.levels}
    assert [need.level for need in found[IOP].present] == [IOP]
    assert [need.level for need in found[PHP].absent] == [PHP]
    assert [need.level for need in found[RESIDENTIAL].unknown] == [RESIDENTIAL]
    assert (found[THERAPY].present, found[THERAPY].unknown, found[THERAPY].absent) == ((), (), ())
