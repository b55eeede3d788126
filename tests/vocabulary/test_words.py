"""The list of what people write, phrase by phrase."""

from __future__ import annotations

import pytest
from tests.vocabulary.word_table import KINDS, name_of, phrases_as_written, section

from iopkit.vocabulary import from_text

MEANT = section("meant")
ASKED = section("asked")
SUGGESTED = section("suggested")


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(MEANT) >= 300


@pytest.mark.parametrize("part", ["meant", "asked", "suggested"])
def test_no_phrase_stands_twice_in_a_part(part: str) -> None:
    assert phrases_as_written(part) == list(section(part))


@pytest.mark.parametrize(("phrase", "terms"), MEANT.items())
def test_a_phrase_means_every_term_that_the_list_names(phrase: str, terms: list[str]) -> None:
    match = from_text(phrase)

    assert [name_of(term) for term in match.terms] == terms
    assert match.suggestions == ()


@pytest.mark.parametrize(("phrase", "term"), ASKED.items())
def test_a_phrase_means_one_term_of_the_kind_asked_for(phrase: str, term: str) -> None:
    found = from_text(phrase, KINDS[term.partition("/")[0]]).term

    assert found is not None
    assert name_of(found) == term


@pytest.mark.parametrize(("phrase", "terms"), SUGGESTED.items())
def test_where_nothing_fits_near_terms_are_suggested(phrase: str, terms: list[str]) -> None:
    match = from_text(phrase)

    assert match.terms == ()
    assert [name_of(term) for term in match.suggestions] == terms
