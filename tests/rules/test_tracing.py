"""Asking a rule, and which of its parts decided."""

from datetime import date

import pytest
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, START, A, B, C, Color, clause

from iopkit.errors import InvalidValue
from iopkit.rules import (
    Answer,
    Node,
    Step,
    Truth,
    any_of,
    at_least,
    deciding_leaves,
    facts_of,
    outcome,
    trace,
)
from iopkit.values import Listing, Money, Span

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
a, b, c = A.is_true(), B.is_true(), C.is_true()


@pytest.mark.parametrize(
    ("rule", "outcomes"),
    [
        (AGE.at_least(18), (NOT_MET, MET, MET)),
        (AGE.more_than(18), (NOT_MET, NOT_MET, MET)),
        (AGE.at_most(18), (MET, MET, NOT_MET)),
        (AGE.less_than(18), (MET, NOT_MET, NOT_MET)),
        (AGE.equals(18), (NOT_MET, MET, NOT_MET)),
    ],
)
def test_a_number_is_compared_just_below_at_and_just_above(
    rule: Node, outcomes: tuple[Truth, ...]
) -> None:
    assert tuple(outcome(rule, {"person.age": age}) for age in (17, 18, 19)) == outcomes


@pytest.mark.parametrize(
    ("rule", "low", "high", "expected"),
    [
        (AGE.at_least(18), 18, 20, MET),
        (AGE.at_least(18), 17, 20, UNKNOWN),
        (AGE.at_least(18), 10, 17, NOT_MET),
        (AGE.at_least(18), 18, None, MET),
        (AGE.at_least(18), None, 17, NOT_MET),
        (AGE.at_least(18), 17, None, UNKNOWN),
        (AGE.at_least(18), None, 18, UNKNOWN),
        (AGE.at_least(18), None, None, UNKNOWN),
        (AGE.less_than(18), None, 17, MET),
        (AGE.less_than(18), 18, None, NOT_MET),
        (AGE.at_most(18), None, 18, MET),
        (AGE.at_most(18), 18, 19, UNKNOWN),
        (AGE.at_most(18), 19, None, NOT_MET),
        (AGE.more_than(18), 19, None, MET),
        (AGE.more_than(18), None, 18, NOT_MET),
        (AGE.more_than(18), 18, 19, UNKNOWN),
        (AGE.equals(18), 18, 18, MET),
        (AGE.equals(18), 17, 19, UNKNOWN),
        (AGE.equals(18), 18, None, UNKNOWN),
        (AGE.equals(18), 19, None, NOT_MET),
        (AGE.equals(18), None, 17, NOT_MET),
        (AGE.equals(18), None, None, UNKNOWN),
    ],
)
def test_a_range_is_met_where_every_value_in_it_passes(
    rule: Node, low: int | None, high: int | None, expected: Truth
) -> None:
    assert outcome(rule, {"person.age": Span(low, high)}) is expected


@pytest.mark.parametrize(
    ("rule", "answer", "expected"),
    [
        (A.is_true(), True, MET),
        (A.is_true(), False, NOT_MET),
        (A.is_false(), False, MET),
        (A.is_false(), True, NOT_MET),
        (A.is_false(), None, UNKNOWN),
        (FEE.at_most(Money(100)), Money(100), MET),
        (FEE.at_most(Money(100)), Span(Money(0), Money(101)), UNKNOWN),
        (START.at_least(date(2026, 3, 2)), date(2026, 3, 1), NOT_MET),
        (START.at_least(date(2026, 3, 2)), Span(date(2026, 3, 2), None), MET),
        (COLOR.one_of(Color.RED, Color.BLUE), Color.BLUE, MET),
        (COLOR.one_of(Color.RED, Color.BLUE), Color.GRAY, NOT_MET),
        (COLOR.one_of(Color.RED, Color.BLUE), None, UNKNOWN),
        (COLORS.has(Color.RED), Listing.of(Color.RED), MET),
        (COLORS.has(Color.RED), Listing.of(Color.BLUE), UNKNOWN),
        (COLORS.has(Color.RED), Listing.of(lacks=[Color.RED]), NOT_MET),
        (COLORS.has(Color.RED), Listing.of(Color.BLUE, complete=True), NOT_MET),
        (COLORS.has(Color.RED), None, UNKNOWN),
        (A.is_known(), False, MET),
        (A.is_known(), None, NOT_MET),
        (~A.is_known(), None, MET),
        (AGE.is_known(), Span(None, 3), MET),
        (COLORS.is_known(), Listing(), MET),
    ],
)
def test_each_kind_of_question_is_asked(rule: Node, answer: Answer, expected: Truth) -> None:
    answers = {facts_of(rule)[0].name: answer}

    assert outcome(rule, answers) is expected
    assert trace(rule, answers).outcome is expected


def test_a_trace_holds_every_part() -> None:
    rule = clause(a & ~b) | at_least(2, a, b, c)
    answers = {"a": True, "b": True}

    step = trace(rule, answers)

    assert step == Step(
        rule,
        MET,
        (
            Step(
                clause(a & ~b),
                NOT_MET,
                (Step(a & ~b, NOT_MET, (Step(a, MET), Step(~b, NOT_MET, (Step(b, MET),)))),),
            ),
            Step(at_least(2, a, b, c), MET, (Step(a, MET), Step(b, MET), Step(c, UNKNOWN))),
        ),
    )


@pytest.mark.parametrize(
    ("rule", "answers", "leaves"),
    [
        (a & b, {"a": True, "b": True}, (a, b)),
        (a & b & c, {"a": False, "b": True, "c": False}, (a, c)),
        (a & b & c, {"a": True}, (b, c)),
        (a | b | c, {"a": False, "b": True}, (b,)),
        (a | b, {"a": False, "b": False}, (a, b)),
        (~(a & b), {"a": False}, (a,)),
        (clause(a | b) & c, {"c": True, "b": False}, (a,)),
        (at_least(2, a, b, c), {"a": True, "b": True, "c": False}, (a, b)),
        (at_least(2, a, b, c), {"a": False, "b": False}, (a, b)),
        (at_least(2, a, b, c), {"a": True}, (b, c)),
        (a & any_of(b, c), {"a": True, "b": True}, (a, b)),
        ((a & b) | c, {"a": False}, (c,)),
    ],
)
def test_the_deciding_leaves_are_those_that_sufficed(
    rule: Node, answers: dict[str, Answer], leaves: tuple[Node, ...]
) -> None:
    assert tuple(step.node for step in deciding_leaves(trace(rule, answers))) == leaves


def test_an_answer_of_another_type_is_refused_by_both_readers() -> None:
    for ask in (outcome, trace):
        with pytest.raises(InvalidValue, match=r"^a: expected True, False, or None$"):
            ask(b & a, {"a": 1, "b": False})


def test_a_step_shows_nothing_of_the_answers() -> None:
    assert repr(trace(a, {"a": True})) == "<Step: 2 of 3 fields told>"
