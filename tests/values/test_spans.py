"""Spans: a value somewhere between two ends, each of which may be unknown."""

from __future__ import annotations

import pytest

from iopkit.errors import InvalidValue
from iopkit.values import Basis, Money, Span


@pytest.mark.parametrize(
    ("low", "high", "value", "answer"),
    [
        (3, 5, 2, False),
        (3, 5, 3, True),
        (3, 5, 5, True),
        (3, 5, 6, False),
        (3, None, 2, False),
        (3, None, 9, None),
        (None, 5, 6, False),
        (None, 5, 1, None),
        (None, None, 4, None),
    ],
)
def test_a_value_is_possible_impossible_or_undecided(
    low: int | None, high: int | None, value: int, *, answer: bool | None
) -> None:
    assert Span(low, high).holds(value) is answer


@pytest.mark.parametrize(
    ("low", "high", "value"), [(3, 3, 3), (3, 4, None), (3, None, None), (None, None, None)]
)
def test_a_span_has_a_value_where_both_ends_are_one(
    low: int | None, high: int | None, value: int | None
) -> None:
    assert Span(low, high).value == value


def test_a_span_of_one_value_says_how_it_is_known() -> None:
    assert Span.exactly(Money(5)) == Span(Money(5), Money(5), Basis.TOLD)
    assert Span.exactly(Money(5), Basis.COMPUTED).basis is Basis.COMPUTED


def test_ends_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Span(Money(6), Money(5))

    assert str(caught.value) == "span: expected a low end that is not above the high end"
