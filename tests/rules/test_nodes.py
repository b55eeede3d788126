"""Nodes: how they combine, and what cannot be built."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, A, B, C, Color, Shape, clause

from iopkit.errors import InvalidRule, NoTruthValue
from iopkit.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Has,
    Node,
    Not,
    OneOf,
    Operator,
    all_of,
    any_of,
    at_least,
    clauses_of,
    facts_of,
    parts_of,
)
from iopkit.values import Money

a, b, c = A.is_true(), B.is_true(), C.is_true()


@pytest.mark.parametrize(
    ("built", "node"),
    [
        (a & b & c, AllOf((a, b, c))),
        (a & (b & c), AllOf((a, b, c))),
        (a | b | c, AnyOf((a, b, c))),
        (a & (b | c), AllOf((a, AnyOf((b, c))))),
        ((a & b) | c, AnyOf((AllOf((a, b)), c))),
        (~(a & b), Not(AllOf((a, b)))),
        (clause(a & b) & c, AllOf((clause(AllOf((a, b))), c))),
        (all_of(a, b), AllOf((a, b))),
        (any_of(a, b), AnyOf((a, b))),
        (at_least(2, a, b, c), AtLeast(2, (a, b, c))),
    ],
)
def test_rules_combine(built: Node, node: Node) -> None:
    assert built == node


def test_a_rule_is_no_bool() -> None:
    with pytest.raises(NoTruthValue) as caught:
        bool(a & b)

    assert str(caught.value) == (
        "a rule has no truth value of its own; write `outcome(rule, answers) is Truth.MET`, "
        "and combine rules with & | ~"
    )


def test_a_rule_combines_with_rules_only() -> None:
    with pytest.raises(TypeError):
        a & True  # type: ignore[operator]  # this is the mistake under test
    with pytest.raises(TypeError):
        a | A  # type: ignore[operator]  # this is the mistake under test


class Loose:
    """The same facts, of which the type checker knows nothing."""

    A: Any = A
    AGE: Any = AGE
    FEE: Any = FEE
    COLOR: Any = COLOR
    COLORS: Any = COLORS


PARTS = "rule: expected rules as its parts; of a fact ask something: fact.is_true()"


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: all_of(a, Loose.A), PARTS),
        (lambda: Not(Loose.A), PARTS),
        (lambda: clause(Loose.A), PARTS),
        (
            lambda: Loose.AGE.at_least(18.0),
            "person.age: expected a whole number to compare it with",
        ),
        (
            lambda: Loose.AGE.at_least(float("nan")),
            "person.age: expected a whole number to compare it with",
        ),
        (
            lambda: Loose.AGE.at_least(True),
            "person.age: expected a whole number to compare it with",
        ),
        (
            lambda: Loose.AGE.at_least(Money(1)),
            "person.age: expected a whole number to compare it with",
        ),
        (lambda: Loose.FEE.at_least(1), "plan.fee: expected an amount of money to compare it with"),
        (lambda: Loose.A.at_least(True), "a: expected `is_true()` or `is_false()`"),
        (
            lambda: Compare(Loose.A, Operator.EQUAL, bound=False),
            "a: expected `is_true()` or `is_false()`",
        ),
        (
            lambda: Loose.COLOR.equals(Color.RED),
            "plan.color: expected `one_of` or `has`, since its answers are terms",
        ),
        (lambda: Loose.COLOR.one_of(Shape.ROUND), "plan.color: expected terms of Color"),
        (lambda: OneOf(Loose.A, ()), "a: expected a fact whose answer is a term"),
        (lambda: Loose.COLORS.has(Shape.ROUND), "plan.colors: expected a term of Color"),
        (
            lambda: Has(Loose.COLOR, Color.RED),
            "plan.color: expected a fact whose answer is a listing",
        ),
    ],
)
def test_a_rule_that_cannot_mean_anything_cannot_be_built(
    build: Callable[[], object], message: str
) -> None:
    with pytest.raises(InvalidRule) as caught:
        build()

    assert str(caught.value) == message


def test_facts_are_listed_once_in_order_of_appearance() -> None:
    rule = clause(b & ~a) & at_least(1, COLORS.has(Color.RED), COLORS.has(Color.BLUE), b)

    assert facts_of(rule) == (B, A, COLORS)


def test_clauses_are_listed_outer_ones_first() -> None:
    inner = clause(a, "inner")
    outer, last = clause(inner & b, "outer"), clause(c, "last")

    assert clauses_of(outer | ~last) == (outer, inner, last)


def test_a_leaf_has_no_parts() -> None:
    assert [parts_of(rule) for rule in (a, ~a, a & b, at_least(1, a), clause(a))] == [
        (),
        (a,),
        (a, b),
        (a,),
        (a,),
    ]
