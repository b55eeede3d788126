"""How texts are matched to terms."""

from __future__ import annotations

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from iopkit.values import Term
from iopkit.vocabulary import (
    PUBLIC_KINDS,
    TERM_KINDS,
    Benefit,
    CareLevel,
    Modality,
    Population,
    Setting,
    TermMatch,
    Unit,
    aliases_of,
    from_text,
)
from iopkit.vocabulary.english_care import CARE_WORDS
from iopkit.vocabulary.english_people import PEOPLE_WORDS
from iopkit.vocabulary.folding import folded
from iopkit.vocabulary.spanish import SPANISH_WORDS

TERMS = [term for kind in TERM_KINDS for term in kind]
ALIASES = [
    pytest.param(term, phrase, id=f"{term!r}-{phrase}")
    for words in (CARE_WORDS, PEOPLE_WORDS, SPANISH_WORDS)
    for term, phrases in words.items()
    for phrase in phrases
]


def own_words(term: Term) -> tuple[str, str, str]:
    return str(term.value), term.label.en, term.label.es


@pytest.mark.parametrize("term", TERMS, ids=repr)
def test_value_and_labels_of_a_term_mean_it(term: Term) -> None:
    unasked = [from_text(word).terms for word in own_words(term)]
    asked = [from_text(word, type(term)).terms for word in own_words(term)]

    assert all(term in terms for terms in asked)
    assert all(term in terms or type(term) not in PUBLIC_KINDS for terms in unasked)


@pytest.mark.parametrize(("term", "phrase"), ALIASES)
def test_every_alias_means_its_term_and_says_what_nothing_else_says(
    term: Term, phrase: str
) -> None:
    others = [own for own in aliases_of(term) if own != phrase]
    said = {folded(own) for own in (*own_words(term), *others)}

    assert term in from_text(phrase, type(term)).terms
    assert folded(phrase) not in said
    assert aliases_of(term).count(phrase) == 1


@pytest.mark.parametrize(
    "text",
    ["day treatment", "DAY TREATMENT", "Day-Treatment", " day  treatments ", "day_treatment"],
)
def test_case_hyphens_spaces_and_plurals_do_not_matter(text: str) -> None:
    assert from_text(text).term is CareLevel.PHP


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("depresión", "depresion"),
        ("niños", "ninos"),
        ("I.O.P.", "IOP"),
        ("behavioural activation", "behavioral activation"),
        ("marriage counselling", "marriage counseling"),
        ("intensive outpatient programmes", "intensive outpatient program"),
        ("acceptance & commitment therapy", "acceptance and commitment therapy"),
        ("doctor’s office", "doctors office"),  # noqa: RUF001  # as phones write it
        ("group therapies", "group therapy"),
        ("adicciones", "adicción"),
        ("enfermedades mentales", "enfermedad mental"),
        ("adultos mayores", "adulto mayor"),
        ("terapias individuales", "terapia individual"),
        ("males", "male"),
    ],
)
def test_spellings_that_mean_the_same(one: str, other: str) -> None:
    first, second = from_text(one), from_text(other)

    assert first.terms
    assert first == second


def test_words_of_paperwork_stand_back_unless_they_are_asked_for() -> None:
    assert from_text("IOP").terms == (CareLevel.IOP,)
    assert from_text("IOP", Benefit).terms == (Benefit.IOP,)
    assert from_text("per session").terms == (Unit.SESSION,)


def test_one_candidate_is_the_term_and_several_are_ambiguous() -> None:
    one, several, none = from_text("DBT"), from_text("inpatient"), from_text("xyzzy")

    assert one.term is one.terms[0]
    assert not one.is_ambiguous
    assert several.terms == (CareLevel.RESIDENTIAL, CareLevel.INPATIENT)
    assert several.term is None
    assert several.is_ambiguous
    assert none == TermMatch()
    assert none.term is None
    assert not none.is_ambiguous


def test_a_kind_narrows_candidates_and_suggestions() -> None:
    assert from_text("teen", Population).term is Population.ADOLESCENTS
    assert from_text("teen", Setting) == TermMatch()
    assert from_text("inpatint", CareLevel).suggestions == (
        CareLevel.RESIDENTIAL,
        CareLevel.INPATIENT,
    )


def test_a_short_word_is_no_plural() -> None:
    assert from_text("MI").terms
    assert from_text("mis").terms == ()


def test_of_phrases_within_a_text_the_longest_are_suggested_and_five_at_most() -> None:
    long = from_text("family therapy near Austin")
    many = from_text("yoga, DBT, EMDR, CBT, anxiety and depression in the evening")

    assert long.suggestions == (Modality.FAMILY_THERAPY,)
    assert len(many.suggestions) == 5


def test_two_letters_within_a_text_are_no_state_but_alone_they_are() -> None:
    assert [term.value for term in from_text("or").terms] == ["OR"]
    assert from_text("sad or glad").suggestions == ()


def test_a_text_of_more_than_100_characters_means_nothing() -> None:
    assert from_text("IOP" + " " * 97).terms == (CareLevel.IOP,)
    assert from_text("IOP" + " " * 98) == TermMatch()
    assert from_text("IOP " * 1_000_000) == TermMatch()


@given(st.text(max_size=120))
def test_any_text_has_an_answer_that_keeps_nothing_of_it(text: str) -> None:
    match = from_text(text)

    assert not (match.terms and match.suggestions)
    assert len(match.suggestions) <= 5
    assert all(isinstance(term, Term) for term in (*match.terms, *match.suggestions))
    assert [field.name for field in fields(TermMatch)] == ["terms", "suggestions"]
