"""Rules that are proved exact, and the partial answers that refute the others."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, MINUTES, START, A, B, C, Color, clause

from iopkit.rules import (
    AllOf,
    Answer,
    AnyOf,
    Exactness,
    Node,
    Proof,
    Truth,
    all_of,
    any_of,
    at_least,
    exactness_of,
    kleene_is_exact,
    outcome,
)
from iopkit.values import Listing, Money, Span

a, b, c = A.is_true(), B.is_true(), C.is_true()
LEAST_AGE, MOST_AGE = evolve(AGE, name="program.min-age"), evolve(AGE, name="program.max-age")
RED, GREEN, BLUE, GRAY = Color
many = [evolve(A, name=f"many-{at}").is_true() for at in range(30)]


@pytest.mark.parametrize(
    "rule",
    [
        a & ~b | at_least(2, a, c, AGE.at_least(18)),
        (MOST_AGE.at_most(17) | MINUTES.at_least(540))
        & (LEAST_AGE.at_least(18) | MINUTES.at_least(360)),
        MOST_AGE.at_most(17) & ~MOST_AGE.more_than(22),
        MINUTES.at_least(540) & MINUTES.more_than(360) & ~MINUTES.less_than(9),
        COLOR.one_of(RED) & COLOR.one_of(RED, GREEN),
        COLOR.one_of(RED, GREEN) & COLOR.one_of(GREEN, BLUE),
        ~COLOR.one_of(RED, GREEN) & ~COLOR.one_of(GREEN, BLUE),
        COLORS.has(RED) & (COLORS.has(RED) | COLORS.has(GREEN)),
        COLORS.has(RED) & COLORS.is_known(),
        AGE.at_least(18) | ~AGE.is_known(),
        AGE.equals(30),
        at_least(3, a, a, ~(~a | ~b)),
        AnyOf(()),
        a | AllOf(()),
    ],
)
def test_what_pulls_one_way_is_proved_at_once(rule: Node) -> None:
    assert exactness_of(rule) == Exactness(proof=Proof.ONE_WAY)


@pytest.mark.parametrize(
    "rule",
    [
        AGE.at_least(18) & AGE.at_most(60),
        AGE.at_least(18) | AGE.at_most(10),
        COLOR.one_of(RED) | COLOR.one_of(GREEN),
        (a & ~b) | (~a & b),
        all_of(*many, (a & ~b) | (~a & b), clause(AGE.at_least(18) & AGE.at_most(60))),
        any_of(AGE.at_least(18), all_of(*many)) & AGE.at_most(60),
        AGE.at_least(90) | AGE.at_least(95),
        START.at_least(date.min.replace(year=2)) & START.at_most(date.max.replace(month=1)),
    ],
)
def test_what_pulls_both_ways_is_proved_one_by_one(rule: Node) -> None:
    assert exactness_of(rule) == Exactness(proof=Proof.ONE_BY_ONE)


@pytest.mark.parametrize(
    ("rule", "answers", "settled"),
    [
        (AGE.less_than(18) | AGE.at_least(18), {}, Truth.MET),
        (COLOR.one_of(RED) & COLOR.one_of(GREEN, BLUE), {}, Truth.NOT_MET),
        (COLORS.has(RED) & ~COLORS.has(RED), {}, Truth.NOT_MET),
        (
            (AGE.at_most(17) | MINUTES.at_least(540)) & (AGE.at_least(18) | MINUTES.at_least(360)),
            {"plan.weekly-minutes": Span(None, 359)},
            Truth.NOT_MET,
        ),
        ((a & (b | ~b)) | ~a, {}, Truth.MET),
        (all_of(a | b, b | c, ~a), {"b": False}, Truth.NOT_MET),
        (
            (AGE.at_most(17) & b & c) | (AGE.at_least(18) & a),
            {"a": True, "b": True, "c": True},
            Truth.MET,
        ),
        (at_least(2, AllOf(()), a, ~a), {}, Truth.MET),
        (
            (a | ~a) & at_least(2, ~a, ~COLORS.has(RED), ~COLORS.has(GREEN)),
            {"plan.colors": Listing.of(lacks=[RED, GREEN])},
            Truth.MET,
        ),
        (AGE.at_least(0), {}, Truth.MET),
        (AGE.equals(0), {"person.age": Span(None, 0)}, Truth.MET),
        (START.at_least(date.min), {}, Truth.MET),
        (START.at_most(date.max), {}, Truth.MET),
        (COLOR.one_of(*Color), {}, Truth.MET),
        (
            any_of(
                AGE.at_least(18),
                all_of(FEE.at_least(Money(5)), ~COLORS.has(RED), COLORS.has(GRAY)),
            )
            & any_of(AGE.at_most(17), b),
            {"plan.colors": Listing.of(RED), "b": False},
            Truth.NOT_MET,
        ),
        (
            at_least(2, AGE.at_least(18), AGE.at_most(17), COLORS.has(RED), ~COLORS.has(GRAY)),
            {"plan.colors": Listing.of(lacks=[GRAY])},
            Truth.MET,
        ),
    ],
)
def test_a_partial_answer_refutes_what_asks_a_fact_both_ways(
    rule: Node, answers: dict[str, Answer], settled: Truth
) -> None:
    found = exactness_of(rule)

    assert (found.proof, found.answers, found.settled) == (Proof.REFUTED, answers, settled)
    assert outcome(rule, found.answers) is Truth.UNKNOWN
    assert not kleene_is_exact(rule)


def test_the_part_that_is_refuted_is_told_with_the_places_of_its_leaves() -> None:
    rule = all_of(clause(AGE.at_least(18) | b), c, clause(~(AGE.at_least(18) & a)))

    found = exactness_of(rule, "rule")

    assert found.part == all_of(any_of(AGE.at_least(18), b), any_of(~AGE.at_least(18), ~a))
    assert found.paths == (
        "rule.all-of[0].clause.rule.any-of[0]",
        "rule.all-of[0].clause.rule.any-of[1]",
        "rule.all-of[2].clause.rule.not.all-of[0]",
        "rule.all-of[2].clause.rule.not.all-of[1]",
    )
    assert (found.answers, found.settled) == ({"a": True, "b": False}, Truth.NOT_MET)


def test_parts_that_are_joined_alike_are_told_apart_at_any_depth() -> None:
    assert exactness_of(all_of(b, all_of(a, c), ~a)).part == all_of(a, ~a)


def test_beyond_its_limit_nothing_is_claimed() -> None:
    rule = all_of(a, at_least(7, *many[:16], ~many[0]))

    found = exactness_of(rule)

    assert (found.proof, found.is_proved) == (Proof.TOO_LARGE, False)
    assert found.part == at_least(7, *many[:16], ~many[0])
