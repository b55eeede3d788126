"""Answers, and sets of answers, in plain words."""

from datetime import date

import pytest
from attrs import evolve
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, MINUTES, START, A, Color

from iopkit.facts import FACTS
from iopkit.rules import Answer, AnyFact, Cell, word_answer
from iopkit.values import Listing, Money, Span, Text

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("fact", "answer", "en", "es"),
    [
        (A, None, "not known", "no se sabe"),
        (A, True, "yes", "sí"),
        (A, False, "no", "no"),
        (AGE, 18, "18 years", "18 años"),
        (AGE, 1, "1 year", "1 año"),
        (evolve(AGE, unit=""), 1200, "1,200", "1,200"),
        (evolve(AGE, unit="moons"), 2, "2 moons", "2 moons"),
        (MINUTES, 59, "59 minutes", "59 minutos"),
        (MINUTES, 540, "540 minutes (9 h)", "540 minutos (9 h)"),
        (MINUTES, 539, "539 minutes (8 h 59 min)", "539 minutos (8 h 59 min)"),
        (FEE, Money(1050), "$10.50", "$10.50"),
        (START, DAY, "2026-03-02", "2026-03-02"),
        (COLOR, Color.RED, "red", "rojo"),
        (COLOR, (Color.RED,), "red", "rojo"),
        (COLOR, (Color.RED, Color.BLUE), "one of: red, blue", "uno de: rojo, azul"),
        (COLORS, Listing.of(Color.RED), "red", "rojo"),
        (COLORS, Listing.of(lacks=[Color.RED]), "without red", "sin rojo"),
        (
            COLORS,
            Listing.of(Color.RED, lacks=[Color.BLUE], complete=True),
            "red; without blue; nothing else",
            "rojo; sin azul; nada más",
        ),
        (COLORS, Listing.of(complete=True), "nothing", "nada"),
        (COLORS, Listing(), "not known", "no se sabe"),
        (AGE, Span(18, None), "18 years or more", "18 años o más"),
        (AGE, Span(None, 17), "17 years or less", "17 años o menos"),
        (AGE, Span(12, 17), "from 12 years to 17 years", "de 12 años a 17 años"),
        (AGE, Span(18, 90), "18 years or more", "18 años o más"),
        (AGE, Span(0, 17), "17 years or less", "17 años o menos"),
        (AGE, Span(0, 90), "any value", "cualquier valor"),
        (AGE, Span(90, 90), "90 years", "90 años"),
        (AGE, Span(12, 12), "12 years", "12 años"),
        (AGE, Span(None, None), "any value", "cualquier valor"),
        (START, Span(DAY, None), "2026-03-02 or later", "2026-03-02 o después"),
        (START, Span(None, DAY), "2026-03-02 or earlier", "2026-03-02 o antes"),
    ],
)
def test_an_answer_is_said_with_its_unit(
    fact: AnyFact, answer: Answer | Cell, en: str, es: str
) -> None:
    assert word_answer(fact, answer) == Text(en, es)


@pytest.mark.parametrize("unit", sorted({fact.unit for fact in FACTS.values() if fact.unit}))
def test_every_unit_of_a_fact_has_words_in_both_languages(unit: str) -> None:
    fact = evolve(AGE, unit=unit)

    said = word_answer(fact, 2)

    assert said.en != said.es
