"""Rules in plain words."""

from datetime import date

import pytest
from attrs import evolve
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
    clause,
)

from iopkit.facts import FACTS
from iopkit.rules import (
    Compare,
    FactType,
    Node,
    Operator,
    all_of,
    any_of,
    at_least,
    sentences_of,
    word,
)
from iopkit.values import Money, Text

a, b, c = A.is_true(), B.is_true(), C.is_true()
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("rule", "en", "es"),
    [
        (a, "What about a? Asked: yes.", "¿Qué hay de a? Se pide: sí."),
        (~a, "What about a? Asked: no.", "¿Qué hay de a? Se pide: no."),
        (~~a, "What about a? Asked: yes.", "¿Qué hay de a? Se pide: sí."),
        (AGE.at_least(18), "at least 18 years", "al menos 18 años"),
        (~AGE.at_least(18), "less than 18 years", "menos de 18 años"),
        (AGE.more_than(18), "more than 18 years", "más de 18 años"),
        (~AGE.at_most(18), "more than 18 years", "más de 18 años"),
        (~AGE.more_than(18), "at most 18 years", "como máximo 18 años"),
        (~AGE.less_than(18), "at least 18 years", "al menos 18 años"),
        (~AGE.equals(18), "not exactly 18 years", "no exactamente 18 años"),
        (MINUTES.at_least(540), "at least 540 minutes (9 hours)", "al menos 540 minutos (9 horas)"),
        (
            MINUTES.at_least(90),
            "at least 90 minutes (1.5 hours)",
            "al menos 90 minutos (1.5 horas)",
        ),
        (MINUTES.at_least(60), "at least 60 minutes (1 hour)", "al menos 60 minutos (1 hora)"),
        (MINUTES.at_least(539), "at least 539 minutes", "al menos 539 minutos"),
        (FEE.at_most(Money(123450)), "at most $1,234.50", "como máximo $1,234.50"),
        (START.at_least(DAY), "on 2026-03-02 or later", "el 2026-03-02 o después"),
        (~START.at_least(DAY), "earlier than 2026-03-02", "antes del 2026-03-02"),
        (START.at_most(DAY), "on 2026-03-02 or earlier", "el 2026-03-02 o antes"),
        (START.more_than(DAY), "later than 2026-03-02", "después del 2026-03-02"),
        (~START.equals(DAY), "not on 2026-03-02", "no el 2026-03-02"),
        (COLOR.one_of(Color.RED), "red", "rojo"),
        (~COLOR.one_of(Color.RED), "not red", "no rojo"),
        (COLOR.one_of(Color.RED, Color.BLUE), "one of: red, blue", "uno de: rojo, azul"),
        (~COLOR.one_of(Color.RED, Color.BLUE), "none of: red, blue", "ninguno de: rojo, azul"),
        (COLORS.has(Color.RED), "among them red", "al menos rojo"),
        (~COLORS.has(Color.RED), "without red", "sin rojo"),
        (AGE.is_known(), "told", "informado"),
        (~AGE.is_known(), "not told", "sin informar"),
    ],
)
def test_a_question_is_followed_by_what_is_asked(rule: Node, en: str, es: str) -> None:
    found_en, found_es = word(rule), word(rule, "es")

    assert (found_en.partition("Asked: ")[2], found_es.partition("Se pide: ")[2]) == (
        f"{en.partition('Asked: ')[2] or en}".rstrip(".") + ".",
        f"{es.partition('Se pide: ')[2] or es}".rstrip(".") + ".",
    )
    assert found_en.startswith("What about ")
    assert found_es.startswith("¿Qué hay de ")


def test_clauses_and_groups_hold_what_belongs_to_them() -> None:
    rule = all_of(
        clause(any_of(a, ~b), "one"),
        ~clause(c, "two"),
        at_least(2, a, b, c),
    )

    assert word(rule).splitlines() == [
        "All of these:",
        "  Something [one]",
        "    At least one of these:",
        "      What about a? Asked: yes.",
        "      What about b? Asked: no.",
        "  Not: Something [two]",
        "    What about c? Asked: yes.",
        "  At least 2 of these 3:",
        "    What about a? Asked: yes.",
        "    What about b? Asked: yes.",
        "    What about c? Asked: yes.",
    ]


@pytest.mark.parametrize(
    ("rule", "en", "es"),
    [
        (~all_of(a, b), "Not all of these:", "No todo esto:"),
        (~any_of(a, b), "None of these:", "Ninguno de estos puntos:"),
        (~at_least(2, a, b, c), "Fewer than 2 of these 3:", "Menos de 2 de estos 3 puntos:"),
    ],
)
def test_the_opposite_of_a_group_has_words_of_its_own(rule: Node, en: str, es: str) -> None:
    said = sentences_of(rule)

    assert said[0].text == Text(en, es)
    assert [one.text.en.partition("Asked: ")[2] for one in said[1:]] == ["yes."] * (len(said) - 1)


def test_every_unit_of_a_fact_is_said_in_spanish() -> None:
    numbers = [fact for fact in FACTS.values() if fact.unit]

    for fact in numbers:
        assert fact.type is FactType.WHOLE_NUMBER
        assert fact.unit not in word(Compare(fact, Operator.AT_LEAST, 1), "es")


def test_a_unit_without_words_stands_as_it_is() -> None:
    fact = evolve(AGE, unit="moons")

    assert word(fact.at_least(2), "es").endswith("Se pide: al menos 2 moons.")
