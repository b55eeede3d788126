"""The laws of placement, on the shipped ladder."""

from datetime import date
from itertools import product

import pytest
from attrs import evolve, fields
from hypothesis import assume, given
from hypothesis import strategies as st

from iopkit import CareLevel, Case, Person, Placement, Truth, place, shipped
from iopkit.law import LevelStanding

DAY = date(2026, 3, 2)
LADDER = shipped().ladder("general/guidance", on=DAY)
NEEDS = [
    "needs_more_than_weekly_sessions",
    "needs_daily_structure",
    "needs_24_hour_care",
    "needs_medical_and_nursing_care",
]
OTHERS = [
    field.name
    for field in fields(Person)
    if field.type in ("bool | None", bool | None) and field.name not in NEEDS
]
ANSWERS = st.sampled_from([True, False, None])
PEOPLE = st.fixed_dictionaries(dict.fromkeys([*NEEDS, *OTHERS], ANSWERS)).map(
    lambda told: Person(**told)  # type: ignore[arg-type]  # a table of fields
)


def placed(person: Person) -> Placement:
    return place(LADDER, Case(person=person), on=DAY)


def _answered(person: Person, asked: str, *, answer: bool) -> Person:
    return evolve(person, **{asked: answer})  # type: ignore[arg-type]  # a table names the field


@given(PEOPLE, st.sampled_from([*NEEDS, *OTHERS]), st.booleans())
def test_answering_never_widens_the_interval(person: Person, asked: str, answer: bool) -> None:
    assume(getattr(person, asked) is None)

    before, after = placed(person), placed(_answered(person, asked, answer=answer))

    assert before.at_least <= after.at_least <= after.at_most <= before.at_most


@given(PEOPLE, st.sampled_from(NEEDS))
def test_more_need_never_lowers_the_level(person: Person, need: str) -> None:
    without, with_it = (placed(_answered(person, need, answer=has)) for has in (False, True))

    assert without.at_least <= with_it.at_least
    assert without.at_most <= with_it.at_most


@given(st.fixed_dictionaries(dict.fromkeys(OTHERS, ANSWERS)))
def test_what_is_no_need_never_moves_the_level(told: dict[str, bool | None]) -> None:
    answer = placed(Person(**told))  # type: ignore[arg-type]  # a table of fields

    assert (answer.at_least, answer.at_most) == (LADDER.lowest, LADDER.highest)


@given(PEOPLE)
def test_a_level_is_recommended_exactly_where_nothing_can_change_it(person: Person) -> None:
    answer = placed(person)

    assert (answer.recommended is None) is bool(answer.pivots.facts)


@pytest.mark.parametrize("told", list(product((True, False, None), repeat=len(NEEDS))))
def test_exactly_the_facts_that_can_change_the_level_are_asked(
    told: tuple[bool | None, ...],
) -> None:
    unknown = [at for at, answer in enumerate(told) if answer is None]
    every = [_filled(told, answers) for answers in product((True, False), repeat=len(unknown))]
    levels = {one: placed(_person(one)).at_least for one in every}
    matters = {
        "person." + NEEDS[at].replace("_", "-")
        for at in unknown
        for one in every
        if levels[one] is not levels[(*one[:at], not one[at], *one[at + 1 :])]
    }

    assert {fact.name for fact in placed(_person(told)).pivots.facts} == matters


def _filled(told: tuple[bool | None, ...], answers: tuple[bool, ...]) -> tuple[bool, ...]:
    rest = iter(answers)
    return tuple(next(rest) if answer is None else answer for answer in told)


def _person(told: tuple[bool | None, ...]) -> Person:
    return Person(**dict(zip(NEEDS, told, strict=True)))  # type: ignore[arg-type]  # a table


@given(PEOPLE)
def test_the_bounds_are_what_the_needs_say(person: Person) -> None:
    answer = placed(person)
    present = [need.level for need in answer.needs if need.outcome is Truth.MET]

    assert answer.at_least == max(present, default=LADDER.lowest)


def test_an_empty_person_spans_the_ladder() -> None:
    for case in (Case(), Case(person=Person())):
        answer = place(LADDER, case, on=DAY)

        assert (answer.at_least, answer.at_most) == (
            CareLevel.OUTPATIENT_THERAPY,
            CareLevel.INPATIENT,
        )


@given(PEOPLE)
def test_the_levels_hold_every_need_once_and_agree_with_the_interval(person: Person) -> None:
    answer = placed(person)

    held = [need for one in answer.levels for need in (*one.present, *one.unknown, *one.absent)]
    assert sorted(need.clause.id for need in held) == sorted(n.clause.id for n in answer.needs)
    assert {one.level for one in answer.levels} == set(CareLevel)
    assert answer.levels[0].level is answer.at_least
    may_be = [one.level for one in answer.levels if one.standing is LevelStanding.MAY_BE_NEEDED]
    assert max(may_be, default=answer.at_least) is answer.at_most


@given(PEOPLE, st.sampled_from([*NEEDS, *OTHERS]), st.booleans())
def test_answering_brings_no_level_back_that_was_ruled_out(
    person: Person, asked: str, answer: bool
) -> None:
    assume(getattr(person, asked) is None)
    out = (LevelStanding.TOO_LITTLE, LevelStanding.NOT_ASKED_FOR)

    before, after = placed(person), placed(_answered(person, asked, answer=answer))

    ruled_out = {one.level for one in before.levels if one.standing in out}
    assert ruled_out <= {one.level for one in after.levels if one.standing in out}
