"""The laws of ranking programs for one case."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from itertools import permutations
from typing import Any

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iopkit import (
    AdmissionTerm,
    CareLevel,
    Case,
    Condition,
    Delivery,
    Episode,
    HealthPlan,
    Listing,
    Money,
    PayerKind,
    Person,
    Price,
    Program,
    Schedule,
    Service,
    Session,
    Span,
    Travel,
    Unit,
    Weekday,
)
from iopkit.assessment import ProgramMatch, rank_programs
from iopkit.model import WeeklyTime

DAY = date(2026, 3, 2)
NEEDS = (
    "needs_more_than_weekly_sessions",
    "needs_daily_structure",
    "needs_24_hour_care",
    "needs_medical_and_nursing_care",
)
ANSWERS = st.sampled_from([True, False, None])


def _week(start: int) -> Schedule:
    session = Session(days=(Weekday.MONDAY,), start=time(start), end=time(start + 3))
    return Schedule(sessions=(session,))


def _fee(low: int, more: int) -> tuple[Price, ...]:
    amount = Span(Money(low), Money(low + more))
    return (Price(service=Service.IOP, unit=Unit.WEEK, amount=amount),)


PROGRAMS = st.builds(
    Program,
    id=st.sampled_from(["one", "two", "three", "four", "five"]),
    level=st.sampled_from([None, *CareLevel]),
    min_age=st.sampled_from([None, 18]),
    requires=st.sampled_from([Listing(), Listing.of(AdmissionTerm.MEDICALLY_STABLE)]),
    conditions=st.sampled_from([Listing(), Listing.of(Condition.DEPRESSION)]),
    delivery=st.sampled_from([Listing(), Listing.of(Delivery.VIRTUAL, complete=True)]),
    schedule=st.sampled_from([None, _week(9), _week(18)]),
    weeks=st.sampled_from([None, Span(6, 6), Span(6, 8)]),
    fees=st.just(()) | st.builds(_fee, st.integers(0, 3), st.integers(0, 2)),
)
PEOPLE = st.builds(
    Person,
    age=st.sampled_from([None, 15, 40]),
    is_medically_stable=ANSWERS,
    conditions=st.sampled_from([Listing(), Listing.of(Condition.PTSD, complete=True)]),
    can_attend=st.sampled_from([Listing(), Listing.of(Delivery.IN_PERSON, complete=True)]),
    free_times=st.sampled_from(
        [None, (), (WeeklyTime(days=(Weekday.MONDAY,), start=time(8), end=time(13)),)]
    ),
    **dict.fromkeys(NEEDS, ANSWERS),
)
RIDE = Travel(miles=Decimal(0), minutes=30, fares=Money(0), parking=Money(0))
CASES = st.builds(
    Case,
    person=PEOPLE,
    health_plan=st.builds(
        HealthPlan,
        id=st.just("plan"),
        payer=st.sampled_from([None, PayerKind.SELF_PAY, PayerKind.MEDICARE]),
    ),
    episode=st.builds(Episode, travel=st.sampled_from([None, RIDE]), is_admitted=ANSWERS),
)
SEVERAL = st.lists(PROGRAMS, min_size=2, max_size=5, unique_by=lambda program: program.id)
few = settings(max_examples=40, deadline=None)


def _ranked(case: Case, programs: list[Program]) -> tuple[ProgramMatch, ...]:
    return rank_programs(case, programs, on=DAY)


def _places(match: ProgramMatch) -> list[int]:
    return [found.place for found in match.criteria]


@few
@given(CASES, SEVERAL, st.randoms(use_true_random=False))
def test_another_order_of_giving_changes_the_order_among_ties_only(
    case: Case, programs: list[Program], random: Any
) -> None:
    shuffled = list(programs)
    random.shuffle(shuffled)

    before, after = _ranked(case, programs), _ranked(case, shuffled)

    assert {each.program.id: each.rank for each in before} == {
        each.program.id: each.rank for each in after
    }
    for given_as, matches in ((programs, before), (shuffled, after)):
        at = {program.id: number for number, program in enumerate(given_as)}
        assert list(matches) == sorted(matches, key=lambda m: (m.rank, at[m.program.id]))


@few
@given(CASES, SEVERAL)
def test_a_rank_counts_those_before_and_a_tie_is_told_exactly_where_there_is_one(
    case: Case, programs: list[Program]
) -> None:
    matches = _ranked(case, programs)

    for match in matches:
        others = [other for other in matches if other is not match]
        assert match.rank == 1 + sum(_places(other) < _places(match) for other in others)
        ties = [other for other in others if _places(other) == _places(match)]
        assert (match.tie is not None) is bool(ties)


@few
@given(CASES, SEVERAL)
def test_an_identical_program_ties_and_moves_no_other(case: Case, programs: list[Program]) -> None:
    twin = evolve(programs[0], id="twin")

    before, after = _ranked(case, programs), _ranked(case, [*programs, twin])

    ranks = {each.program.id: each.rank for each in after}
    assert ranks["twin"] == ranks[programs[0].id]
    kept = [each.program.id for each in after if each.program.id != "twin"]
    assert kept == [each.program.id for each in before]


@few
@given(CASES, PROGRAMS, st.sampled_from(NEEDS), st.lists(st.sampled_from(CareLevel), min_size=2))
def test_more_need_never_brings_a_lower_level_before_a_higher_one(
    case: Case, program: Program, need: str, levels: list[CareLevel]
) -> None:
    low, high, person = min(levels), max(levels), case.person or Person()
    assume(low < high)
    programs = [evolve(program, id="low", level=low), evolve(program, id="high", level=high)]

    without, with_it = (
        _level_places(evolve(case, person=_with(person, need, is_present=has)), programs)
        for has in (False, True)
    )

    if without["high"] < without["low"]:
        assert with_it["high"] <= with_it["low"]


def _with(person: Person, need: str, *, is_present: bool) -> Person:
    return evolve(person, **{need: is_present})  # type: ignore[arg-type]  # a table names it


def _level_places(case: Case, programs: list[Program]) -> dict[str, int]:
    return {each.program.id: each.criteria[0].place for each in _ranked(case, programs)}


@st.composite
def _answered(draw: st.DrawFn, case: Case) -> Case:
    """Return `case` with some things told that it did not tell."""
    full = draw(CASES)
    person, plan, episode = case.person, case.health_plan, case.episode
    if person is None or plan is None or episode is None:
        raise AssertionError
    told = {
        name: getattr(full.person, name)
        for name in ("age", "is_medically_stable", "free_times", *NEEDS)
        if getattr(person, name) is None
    }
    for name in ("conditions", "can_attend"):
        if getattr(person, name) == Listing():
            told[name] = getattr(full.person, name)
    payer = plan.payer or (full.health_plan.payer if full.health_plan else None)
    other = full.episode or Episode()
    return evolve(
        case,
        person=evolve(person, **told),
        health_plan=evolve(plan, payer=payer),
        episode=evolve(
            episode,
            travel=episode.travel or other.travel,
            is_admitted=other.is_admitted if episode.is_admitted is None else episode.is_admitted,
        ),
    )


@few
@given(st.data(), CASES, SEVERAL)
def test_answers_never_contradict_the_order_beyond_what_was_said_to_be_open(
    data: st.DataObject, case: Case, programs: list[Program]
) -> None:
    told = data.draw(_answered(case))

    before = {each.program.id: each for each in _ranked(case, programs)}
    after = {each.program.id: each for each in _ranked(told, programs)}

    for name, match in before.items():
        for old, new in zip(match.criteria, after[name].criteria, strict=True):
            assert old.best <= new.best <= new.place <= new.worst <= old.worst
    moved = {
        (name, old.criterion)
        for name, match in before.items()
        for old, new in zip(match.criteria, after[name].criteria, strict=True)
        if old.place != new.place
    }
    said = {(name, one) for name, match in before.items() for one in match.may_move}
    for one, other in permutations(before, 2):
        is_kept = _places(after[one]) < _places(after[other])
        if _places(before[one]) < _places(before[other]) and not is_kept:
            assert [pair for pair in moved & said if pair[0] in (one, other)]
