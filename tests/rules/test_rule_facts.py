"""Facts: what they refuse to be, and the words that they have."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from tests.rules.rule_facts import (
    AGE,
    COLOR,
    COLORS,
    FEE,
    START,
    A,
    Color,
    Shape,
    asked,
)

from iopkit.errors import InvalidRule, InvalidValue
from iopkit.rules import (
    AnyFact,
    Compare,
    Fact,
    FactType,
    Has,
    Known,
    Node,
    Not,
    OneOf,
    Operator,
    told,
)
from iopkit.values import Listing, Money, Span


@pytest.mark.parametrize(
    ("built", "node"),
    [
        (AGE.at_least(18), Compare(AGE, Operator.AT_LEAST, 18)),
        (AGE.at_most(18), Compare(AGE, Operator.AT_MOST, 18)),
        (AGE.more_than(18), Compare(AGE, Operator.MORE_THAN, 18)),
        (AGE.less_than(18), Compare(AGE, Operator.LESS_THAN, 18)),
        (AGE.equals(18), Compare(AGE, Operator.EQUAL, 18)),
        (A.is_true(), Compare(A, Operator.EQUAL, bound=True)),
        (A.is_false(), Not(Compare(A, Operator.EQUAL, bound=True))),
        (COLOR.one_of(Color.RED, Color.BLUE), OneOf(COLOR, (Color.RED, Color.BLUE))),
        (COLORS.has(Color.RED), Has(COLORS, Color.RED)),
        (FEE.is_known(), Known(FEE)),
    ],
)
def test_each_word_builds_its_node(built: Node, node: Node) -> None:
    assert built == node
    assert hash(built) == hash(node)


def test_a_fact_holds_its_question_in_both_languages() -> None:
    assert AGE.text is AGE.question
    assert AGE.text("es") == "¿Qué hay de age?"


DAYS = evolve(A, name="days", derived_from=("weeks",))
HOURS = evolve(A, name="hours", derived_from=("minutes", "weeks"))
MONTHS = evolve(A, name="months", derived_from=("weeks",))
WEEKS = evolve(A, name="weeks")


@pytest.mark.parametrize(
    ("one", "other", "tells"),
    [
        (DAYS, WEEKS, True),
        (WEEKS, HOURS, True),
        (DAYS, MONTHS, True),
        (DAYS, HOURS, False),
        (WEEKS, A, False),
        (DAYS, DAYS, False),
    ],
)
def test_a_fact_tells_of_what_it_is_derived_from_and_of_what_is_derived_from_the_same(
    one: AnyFact, other: AnyFact, tells: bool
) -> None:
    assert (one.tells_of(other), other.tells_of(one)) == (tells, tells)


def _fact(**changed: object) -> Callable[[], object]:
    given = {"name": "x", "type": FactType.BOOLEAN, "question": asked("x"), **changed}
    return lambda: AnyFact(**given)  # type: ignore[arg-type]  # the mistakes under test


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (_fact(name="Age"), "fact 'Age': expected a kebab-case path, such as person.age"),
        (_fact(name="person."), "fact 'person.': expected a kebab-case path, such as person.age"),
        (
            _fact(type=FactType.TERM),
            "x: expected `terms` for a term or a listing, and for nothing else",
        ),
        (_fact(terms=Color), "x: expected `terms` for a term or a listing, and for nothing else"),
        (
            _fact(high=3),
            "x: expected `low`, `high`, `least_bound` and `never_above` for a whole number only",
        ),
        (
            _fact(least_bound=3),
            "x: expected `low`, `high`, `least_bound` and `never_above` for a whole number only",
        ),
        (
            _fact(type=FactType.WHOLE_NUMBER, low=4, high=3),
            "x: expected a low bound that is not above the high bound",
        ),
        (
            _fact(is_clinical=True, changeable=True),
            "x: expected a fact that is clinical or changeable, not both: nobody decides a need",
        ),
        (
            _fact(derived_from=("y", "Conditions")),
            "fact 'Conditions': expected a kebab-case path, such as person.age",
        ),
        (_fact(derived_from=("x",)), "x: expected other facts that it is derived from, not itself"),
    ],
)
def test_a_fact_that_cannot_be_is_refused(build: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidRule) as caught:
        build()

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("fact", "answer"),
    [
        (A, True),
        (AGE, 18),
        (AGE, Span(18, None)),
        (FEE, Money(1)),
        (FEE, Span(None, Money(1))),
        (START, date(2026, 3, 2)),
        (START, Span(date(2026, 3, 2), None)),
        (COLOR, Color.RED),
        (COLORS, Listing.of(Color.RED, lacks=[Color.BLUE])),
        (COLORS, Listing()),
        (A, None),
    ],
)
def test_an_answer_of_the_facts_type_is_told(fact: AnyFact, answer: object) -> None:
    answers = {fact.name: answer}

    assert told(fact, answers) is answer  # type: ignore[arg-type]  # a table of all types


def test_what_is_not_named_is_not_known() -> None:
    assert told(A, {}) is None


NUMBER = "person.age: expected a whole number (int), a Span of them, or None"
MONEY = "plan.fee: expected Money, a Span of Money, or None"
DATE = "plan.start: expected a date without a time, a Span of dates, or None"
YES_OR_NO = "a: expected True, False, or None"
TERM = "plan.color: expected a term of Color, or None"
TERMS = "plan.colors: expected a Listing of Color, or None"


@pytest.mark.parametrize(
    ("fact", "answer", "message"),
    [
        (A, 1, YES_OR_NO),
        (A, "yes", YES_OR_NO),
        (A, float("nan"), YES_OR_NO),
        (AGE, True, NUMBER),
        (AGE, 18.0, NUMBER),
        (AGE, float("nan"), NUMBER),
        (AGE, "18", NUMBER),
        (AGE, Span(1.5, None), NUMBER),
        (AGE, Span(Money(1), None), NUMBER),
        (FEE, 100, MONEY),
        (FEE, Span(1, None), MONEY),
        (START, datetime(2026, 3, 2, tzinfo=UTC), DATE),
        (START, "2026-03-02", DATE),
        (COLOR, "red", TERM),
        (COLOR, Shape.ROUND, TERM),
        (COLOR, Span(1, 2), TERM),
        (COLORS, Color.RED, TERMS),
        (COLORS, (Color.RED,), TERMS),
        (COLORS, Listing.of(Shape.ROUND), TERMS),
        (COLORS, Listing.of(Color.RED, lacks=[Shape.ROUND]), TERMS),
        (A, Listing.of(Color.RED), YES_OR_NO),
    ],
)
def test_an_answer_of_another_type_is_refused_and_not_repeated(
    fact: AnyFact, answer: object, message: str
) -> None:
    answers = {fact.name: answer}

    with pytest.raises(InvalidValue) as caught:
        told(fact, answers)  # type: ignore[arg-type]  # the mistakes under test

    assert str(caught.value) == message
    assert caught.value.__context__ is None


def test_facts_are_equal_by_what_they_say() -> None:
    again = Fact[bool](name="a", type=FactType.BOOLEAN, question=asked("a"))

    assert again == A
    assert Fact[bool](name="a", type=FactType.BOOLEAN, question=asked("b")) != A
