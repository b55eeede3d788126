"""Rules compiled to one function."""

from collections import defaultdict
from itertools import product
from types import MappingProxyType

import pytest
from attrs import evolve
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, START, A, B, C, Color, Shape, clause

from iopkit.errors import InvalidValue
from iopkit.rules import (
    AllOf,
    Answer,
    AnyOf,
    AtLeast,
    Node,
    Truth,
    compile_leaves,
    compile_rule,
    leaves_of,
    outcome,
)
from iopkit.values import Listing, Money, Span

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
a, b, c = A.is_true(), B.is_true(), C.is_true()
RULES: list[Node] = [
    a,
    ~a,
    A.is_known(),
    AGE.is_known() & a,
    clause(AnyOf([clause(a | b, "inner"), ~c])),
    AllOf([]),
    AnyOf([]),
    *(AtLeast(count, [a, b, c]) for count in range(5)),
    ~AtLeast(2, [a, b & c, ~c]) | (a & c),
    COLORS.has(Color.RED) | COLOR.one_of(Color.RED, Color.BLUE),
]
MORE: list[dict[str, Answer]] = [
    {},
    {"person.age": 3, "plan.color": Color.RED, "plan.colors": Listing.of(Color.RED)},
    {"plan.color": Color.GRAY, "plan.colors": Listing.of(complete=True)},
    {"plan.color": Color.GRAY, "plan.colors": Listing.of(lacks=[Color.RED])},
]
ANSWERS: list[dict[str, Answer]] = [
    dict(zip("abc", flags, strict=True)) | more
    for flags in product((True, False, None), repeat=3)
    for more in MORE
]


@pytest.mark.parametrize("rule", RULES)
def test_a_compiled_rule_comes_out_as_the_rule_does(rule: Node) -> None:
    judge = compile_rule(rule)

    assert [judge(answers) for answers in ANSWERS] == [outcome(rule, one) for one in ANSWERS]


@pytest.mark.parametrize("rule", RULES)
def test_compiled_leaves_come_out_as_the_leaves_do(rule: Node) -> None:
    judge = compile_leaves(rule, lambda _, truth: truth)

    for answers in ANSWERS:
        leaves = tuple(outcome(leaf, answers) for leaf in leaves_of(rule))
        assert judge(answers) == (outcome(rule, answers), leaves)


def test_what_to_say_of_a_leaf_is_asked_once_for_each_way() -> None:
    asked: list[tuple[Node, Truth]] = []

    def say(leaf: Node, truth: Truth) -> int:
        asked.append((leaf, truth))
        return len(asked)

    judge = compile_leaves(a & AGE.at_least(18), say)

    assert judge({"a": True, "person.age": 17}) == (NOT_MET, (1, 5))
    assert judge({}) == (UNKNOWN, (3, 6))
    assert asked == [(leaf, way) for leaf in (a, AGE.at_least(18)) for way in Truth]


def test_two_ways_may_be_told_in_the_same_words() -> None:
    judge = compile_leaves(a | b, lambda _, truth: "yes" if truth is MET else "no or not known")

    assert judge({"a": False, "b": True}) == (MET, ("no or not known", "yes"))


@pytest.mark.parametrize(
    "answers",
    [
        MappingProxyType({"a": True}),
        defaultdict(bool, {"a": True}),
    ],
)
def test_no_mapping_makes_up_what_is_missing(answers: dict[str, Answer]) -> None:
    assert compile_rule(a & ~b)(answers) is UNKNOWN
    assert compile_leaves(a & ~b, lambda _, truth: truth)(answers) == (UNKNOWN, (MET, UNKNOWN))
    assert "b" not in answers


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        (a, {"a": 1}),
        (a | b, {"a": "yes", "b": False}),
        (AGE.at_least(18), {"person.age": True}),
        (AGE.at_least(18), {"person.age": 18.0}),
        (AGE.at_least(18) & a, {"person.age": "18", "a": True}),
        (FEE.at_most(Money(5)), {"plan.fee": 5}),
        (START.is_known(), {"plan.start": "2026-01-01"}),
        (COLOR.one_of(Color.RED), {"plan.color": Shape.ROUND}),
        (COLORS.has(Color.RED), {"plan.colors": (Color.RED,)}),
        (AGE.at_least(18), {"person.age": Span(Money(1), None)}),
    ],
)
def test_an_answer_of_the_wrong_type_raises_as_it_does_with_outcome(
    rule: Node, answers: dict[str, Answer]
) -> None:
    with pytest.raises(InvalidValue) as expected:
        outcome(rule, answers)

    for compiled in (compile_rule(rule), compile_leaves(rule, lambda _, truth: truth)):
        with pytest.raises(InvalidValue) as caught:
            compiled(answers)
        assert str(caught.value) == str(expected.value)


def test_a_fact_may_have_any_name_of_a_path() -> None:
    fact = evolve(A, name="import.lambda-1")

    assert compile_rule(fact.is_true())({"import.lambda-1": True}) is MET


def test_a_long_rule_compiles() -> None:
    deep: Node = a
    for _ in range(60):
        deep = ~(deep & b) | c

    assert compile_rule(deep)({"a": True, "b": True, "c": False}) is outcome(
        deep, {"a": True, "b": True, "c": False}
    )
