"""Every phrase of a report in both languages, with the same blanks to fill."""

from string import Formatter

import pytest

from iopkit.report import phrases
from iopkit.values import Text

SINGLE = {name: value for name, value in vars(phrases).items() if isinstance(value, Text)}
GROUPED = {
    f"{name}-{key}": text
    for name, value in vars(phrases).items()
    if isinstance(value, dict) and name.isupper()
    for key, text in value.items()
}
PHRASES = {**SINGLE, **GROUPED}


def _blanks(text: str) -> set[str | None]:
    return {blank for _, blank, _, _ in Formatter().parse(text) if blank is not None}


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_a_phrase_has_the_same_blanks_in_both_languages(phrase: Text) -> None:
    assert _blanks(phrase.en) == _blanks(phrase.es)


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_a_phrase_is_one_clean_line(phrase: Text) -> None:
    for text in (phrase.en, phrase.es):
        assert text == " ".join(text.split())


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_a_question_in_spanish_opens_and_closes(phrase: Text) -> None:
    assert phrase.es.count("¿") == phrase.es.count("?")
    assert ("?" in phrase.en) is ("?" in phrase.es)


def test_every_outcome_has_its_words() -> None:
    for group in (phrases.POINTS, phrases.BUDGET):
        assert set(group) == {"met", "not-met", "unknown"}
