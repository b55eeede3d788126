"""What an unknown outcome still depends on."""

from datetime import date
from itertools import pairwise

import pytest
from tests.rules.rule_facts import (
    AGE,
    COLOR,
    COLORS,
    FEE,
    MINUTES,
    START,
    A,
    B,
    C,
    Color,
    asked,
    clause,
)

from iopkit.rules import (
    MOST_CELLS,
    Answer,
    AnyFact,
    Fact,
    FactType,
    Node,
    Pivots,
    Precision,
    Truth,
    all_of,
    any_of,
    at_least,
    pivots_of,
)
from iopkit.values import Basis, Listing, Money, Span
from iopkit.values.privacy import reveal

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
COMPUTED = Basis.COMPUTED
a, b, c = A.is_true(), B.is_true(), C.is_true()
FLAGS = [
    Fact[bool](name=f"x{at}", type=FactType.BOOLEAN, question=asked("x"))
    for at in range(MOST_CELLS.bit_length())
]


def fewest(pivots: Pivots) -> dict[str, list[tuple[str, object]]]:
    """Return the fewest answers with names for facts."""
    return {
        outcome.value: [(reply.fact.name, reply.answer) for reply in replies]
        for outcome, replies in pivots.fewest.items()
    }


def test_a_settled_outcome_depends_on_nothing() -> None:
    assert pivots_of(a & b, {"a": False}) == Pivots(
        facts=(),
        settled=NOT_MET,
        precision=Precision.EXACT,
        next_question=None,
        fewest={NOT_MET: ()},
    )


@pytest.mark.parametrize(
    ("rule", "answers", "facts"),
    [
        (a & b, {}, (A, B)),
        (a & b, {"a": True}, (B,)),
        ((a & b) | (~a & c), {}, (A, B, C)),
        ((a & b) | c, {"a": False}, (C,)),
        ((a | ~a) & b, {}, (B,)),
        ((a & b) | (a & ~b), {}, (A,)),
        (clause(c) & clause(a | b), {"c": True}, (A, B)),
        (COLORS.has(Color.RED) & COLORS.has(Color.BLUE) & a, {}, (COLORS, A)),
        (
            COLORS.has(Color.RED) & a,
            {"plan.colors": Listing.of(lacks=[Color.BLUE]), "a": True},
            (COLORS,),
        ),
        (AGE.at_least(18) & (AGE.at_least(12) | a), {}, (AGE,)),
        (AGE.at_least(18) & a, {"person.age": Span(18, None)}, (A,)),
        (AGE.at_least(0) & a, {}, (A,)),
        (A.is_known() | b, {}, (B,)),
    ],
)
def test_pivots_are_the_facts_that_can_still_turn_the_outcome(
    rule: Node, answers: dict[str, Answer], facts: tuple[AnyFact, ...]
) -> None:
    pivots = pivots_of(rule, answers)

    assert pivots.facts == facts
    assert (pivots.settled, pivots.precision) == (UNKNOWN, Precision.EXACT)


@pytest.mark.parametrize(
    ("rule", "answers", "settled"),
    [
        (a | ~a, {}, MET),
        (a & ~a, {}, NOT_MET),
        (AGE.at_least(18) | AGE.less_than(21), {}, MET),
        (AGE.less_than(18) & AGE.at_least(18), {}, NOT_MET),
        (AGE.at_least(0), {}, MET),
        (AGE.at_most(-1), {}, NOT_MET),
        (AGE.more_than(90), {"person.age": Span(80, None)}, NOT_MET),
        (COLOR.one_of(Color.RED) | COLOR.one_of(Color.GREEN, Color.BLUE, Color.GRAY), {}, MET),
        (COLOR.one_of(Color.RED) & COLOR.one_of(Color.BLUE), {}, NOT_MET),
        (MINUTES.equals(5) | MINUTES.less_than(5) | MINUTES.more_than(5), {}, MET),
        (MINUTES.at_least(5) & MINUTES.at_most(4), {"plan.weekly-minutes": Span(0, 9)}, NOT_MET),
        (START.at_least(date.min), {}, MET),
        (START.more_than(date.max), {}, NOT_MET),
        (FEE.more_than(Money(2**51 // 10_000)), {}, NOT_MET),
        (FEE.less_than(Money(-(2**51 // 10_000))), {}, NOT_MET),
    ],
)
def test_the_exact_outcome_can_be_settled_where_kleenes_is_not(
    rule: Node, answers: dict[str, Answer], settled: Truth
) -> None:
    assert pivots_of(rule, answers) == Pivots(
        facts=(),
        settled=settled,
        precision=Precision.EXACT,
        next_question=None,
        fewest={settled: ()},
    )


def test_what_is_told_wins_over_the_bounds_of_a_fact() -> None:
    pivots = pivots_of(AGE.at_least(100), {"person.age": Span(95, 105)})

    assert fewest(pivots) == {
        "met": [("person.age", Span(100, 105, COMPUTED))],
        "not-met": [("person.age", Span(95, 99, COMPUTED))],
    }


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [
        (a & b, {}, {"met": [("a", True), ("b", True)], "not-met": [("a", False)]}),
        (a | ~b, {}, {"met": [("a", True)], "not-met": [("a", False), ("b", True)]}),
        (
            at_least(2, a, b, c),
            {},
            {"met": [("a", True), ("b", True)], "not-met": [("a", False), ("b", False)]},
        ),
        ((a & b) | c, {}, {"met": [("c", True)], "not-met": [("a", False), ("c", False)]}),
        (
            AGE.at_least(18) & AGE.less_than(65),
            {"person.age": Span(10, None)},
            {
                "met": [("person.age", Span(18, 64, COMPUTED))],
                "not-met": [("person.age", Span(10, 17, COMPUTED))],
            },
        ),
        (
            MINUTES.more_than(540),
            {},
            {
                "met": [("plan.weekly-minutes", Span(541, None, COMPUTED))],
                "not-met": [("plan.weekly-minutes", Span(None, 540, COMPUTED))],
            },
        ),
        (
            MINUTES.equals(5),
            {},
            {
                "met": [("plan.weekly-minutes", Span(5, 5, COMPUTED))],
                "not-met": [("plan.weekly-minutes", Span(None, 4, COMPUTED))],
            },
        ),
        (
            FEE.at_most(Money(100)),
            {},
            {
                "met": [("plan.fee", Span(None, Money(100), COMPUTED))],
                "not-met": [("plan.fee", Span(Money(101), None, COMPUTED))],
            },
        ),
        (
            START.less_than(date(2026, 3, 1)),
            {},
            {
                "met": [("plan.start", Span(None, date(2026, 2, 28), COMPUTED))],
                "not-met": [("plan.start", Span(date(2026, 3, 1), None, COMPUTED))],
            },
        ),
        (
            COLOR.one_of(Color.GREEN, Color.GRAY),
            {},
            {
                "met": [("plan.color", (Color.GREEN, Color.GRAY))],
                "not-met": [("plan.color", (Color.RED, Color.BLUE))],
            },
        ),
        (
            COLORS.has(Color.RED),
            {"plan.colors": Listing.of(Color.BLUE)},
            {
                "met": [("plan.colors", Listing.of(Color.RED))],
                "not-met": [("plan.colors", Listing.of(lacks=[Color.RED]))],
            },
        ),
    ],
)
def test_each_reachable_outcome_has_its_fewest_answers(
    rule: Node, answers: dict[str, Answer], expected: object
) -> None:
    assert fewest(pivots_of(rule, answers)) == expected


@pytest.mark.parametrize(
    ("rule", "answers", "question"),
    [
        (a & b, {}, A),
        (b & a, {}, B),
        (a & (b | c), {}, A),
        ((b | c) & a, {}, A),
        ((b & c) | a, {"c": True}, B),
        ((b & c) | a, {}, A),
        (
            a
            & any_of(
                AGE.at_least(65) & b,
                AGE.less_than(18) & ~b,
                AGE.at_least(18) & AGE.less_than(65) & c,
            ),
            {},
            AGE,
        ),
        (at_least(2, b, a, c), {}, B),
        (at_least(2, b, a, c), {"b": True}, A),
        ((a & b) | (~a & c), {}, A),
        (a & AGE.at_least(18) & AGE.less_than(65), {}, AGE),
        (~FEE.equals(Money(5)) & at_least(2, MINUTES.equals(5), a & b, ~a), {}, MINUTES),
    ],
)
def test_the_next_question_is_the_one_that_settles_most(
    rule: Node, answers: dict[str, Answer], question: AnyFact
) -> None:
    assert pivots_of(rule, answers).next_question == question


def test_parts_that_share_no_fact_are_exact_however_many_they_are() -> None:
    rule = any_of(*(flag.is_true() for flag in FLAGS)) | a

    pivots = pivots_of(rule, {"a": False})

    assert (pivots.facts, pivots.precision) == (tuple(FLAGS), Precision.EXACT)
    assert fewest(pivots) == {
        "met": [("x0", True)],
        "not-met": [(flag.name, False) for flag in FLAGS],
    }


def test_beyond_the_limit_of_parts_that_share_facts_pivots_are_kleenes() -> None:
    pairs = pairwise(FLAGS)
    rule = a & any_of(*(one.is_true() & other.is_true() for one, other in pairs))

    pivots = pivots_of(rule, {})

    assert pivots == Pivots(
        facts=(A, *FLAGS),
        settled=UNKNOWN,
        precision=Precision.KLEENE,
        next_question=A,
        fewest={},
    )
    assert pivots_of(rule, {"x7": False}).precision is Precision.EXACT


def test_what_shares_nothing_with_the_rest_counts_as_one_among_parts_that_share() -> None:
    every = [flag.is_true() for flag in FLAGS[:-1]]
    rule = at_least(2, a & b, ~a & all_of(*every), any_of(AGE.at_least(0), c & ~c))

    pivots = pivots_of(rule, {})

    assert (pivots.facts, pivots.next_question) == ((A, B, *FLAGS[:-1]), A)
    assert fewest(pivots) == {
        "met": [("a", True), ("b", True)],
        "not-met": [("a", False), ("x0", False)],
    }


def test_pivots_show_nothing_of_the_record_unless_asked() -> None:
    pivots = pivots_of(all_of(a), {})

    assert repr(pivots) == "<Pivots: 5 of 5 fields told>"
    assert repr(pivots.fewest[MET]) == "(<Reply: 2 of 2 fields told>,)"
    assert reveal(pivots.fewest[MET][0]).endswith("answer=True)")
