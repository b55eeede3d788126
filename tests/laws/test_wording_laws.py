"""Laws of rules in words: nothing is left out, and nothing goes on without end."""

import pytest
from hypothesis import given
from tests.laws.strategies_rules import rules

from iopkit.rules import Node, clauses_of, facts_of, places_of, sentences_of, word


@pytest.mark.parametrize("lang", ["en", "es"])
@given(rule=rules())
def test_every_clause_and_every_fact_is_named(lang: str, rule: Node) -> None:
    said = word(rule, lang)

    for clause in clauses_of(rule):
        assert f"{clause.label(lang)} [{clause.id}]" in said
    for fact in facts_of(rule):
        assert fact.question(lang) in said


@given(rules())
def test_there_are_no_more_sentences_than_parts(rule: Node) -> None:
    assert len(sentences_of(rule)) <= len(list(places_of(rule)))


@given(rules())
def test_the_clauses_are_told_in_the_order_of_the_rule(rule: Node) -> None:
    told = [said.clause for said in sentences_of(rule) if said.clause is not None]

    assert tuple(told) == clauses_of(rule)
