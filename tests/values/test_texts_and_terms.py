"""Texts in two languages, the words of closed lists, and what cites them."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from datetime import date

import pytest

from iopkit.errors import InvalidValue
from iopkit.values import Basis, Confidence, Ranked, Severity, Source, Term, Text

GREETING = Text("Good day", "Buen día")


def test_a_text_speaks_english_unless_asked_for_spanish() -> None:
    assert GREETING() == GREETING("en") == str(GREETING) == "Good day"
    assert GREETING("es") == "Buen día"


def test_a_text_that_nobody_reviewed_says_so() -> None:
    assert not GREETING.reviewed
    assert Text("Good day", "Buen día", reviewed=True).reviewed


@pytest.mark.parametrize(
    ("en", "es"), [("", "Hola"), ("Hello", ""), (" ", "Hola"), ("Hello", "\n")]
)
def test_a_text_without_one_of_its_languages_is_refused(en: str, es: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Text(en, es)

    assert str(caught.value) == "text: expected words in English and in Spanish"


@pytest.mark.parametrize("lang", ["fr", "", "EN", "es-US"])
def test_another_language_is_refused(lang: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        GREETING(lang)

    assert str(caught.value) == "language: expected en or es"


class Pace(Ranked):
    """Three speeds."""

    SLOW = "slow", "slow", "lento"
    EVEN = "even", "even", "parejo"
    FAST = "fast", "fast", "rápido"


def test_a_term_is_found_by_its_value_and_labeled_in_both_languages() -> None:
    assert Pace("even") is Pace.EVEN
    assert Pace.EVEN.value == "even"
    assert Pace.EVEN.label == Text("even", "parejo")
    assert Pace.values() == ("slow", "even", "fast")
    assert repr(Pace.EVEN) == "Pace.EVEN"


def test_a_term_survives_a_copy_and_a_process_border() -> None:
    assert copy.deepcopy(Basis.TOLD) is Basis.TOLD
    assert pickle.loads(pickle.dumps(Basis.TOLD)) is Basis.TOLD  # noqa: S301 - our own bytes


def test_a_term_without_labels_is_refused() -> None:
    # Later Pythons wrap what a member's construction raises.
    with pytest.raises((InvalidValue, TypeError)):

        class Bare(Term):
            """A list whose author forgot the labels."""

            ONE = "one"


@pytest.mark.parametrize(
    ("compare", "answers"),
    [
        (operator.lt, (True, False, False)),
        (operator.le, (True, True, False)),
        (operator.gt, (False, False, True)),
        (operator.ge, (False, True, True)),
    ],
)
def test_ranked_terms_stand_in_the_order_of_declaration(
    compare: Callable[[object, object], bool], answers: tuple[bool, ...]
) -> None:
    assert tuple(compare(each, Pace.EVEN) for each in Pace) == answers
    assert [each.rank for each in Pace] == [0, 1, 2]


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_terms_of_two_lists_have_no_order(compare: Callable[[object, object], bool]) -> None:
    with pytest.raises(TypeError):
        compare(Pace.SLOW, Severity.NOTE)


def test_a_source_states_what_was_read_and_when() -> None:
    source = Source("law", "The law", "42 CFR 410.44", Confidence.READ, date(2026, 1, 2))

    assert (source.address, source.archived, source.note) == (None, None, None)
    assert source.confidence.label("es") == "leído en la fuente"
