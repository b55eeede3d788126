"""Laws of the pages about rule sets: nothing is left out, and what decided stays short."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import told
from tests.laws.strategies_rulesets import rule_sets, whole

from iopkit.catalog import shipped
from iopkit.law import (
    ClauseChange,
    ClauseOutcome,
    Decision,
    ReviewChange,
    RuleSet,
    compare_rulesets,
    deciding_clauses,
)
from iopkit.report import Line, deciding_lines, trace_lines
from iopkit.report.decisions import SCREEN
from iopkit.report.law import law_lines
from iopkit.report.law_boundaries import boundary_lines
from iopkit.report.law_changes import comparison_lines
from iopkit.rules import Answers, Clause, Truth, clauses_of, outcome, pivots_of, sentences_of, trace
from iopkit.values import Source

A_SOURCE = shipped().source("cfr-42-410-44")
LANGS = pytest.mark.parametrize("lang", ["en", "es"])


def _source(wanted: str) -> Source:
    return evolve(A_SOURCE, id=wanted)


def _words(lines: Iterable[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines).split())


def _decision(rules: RuleSet, answers: Answers) -> Decision:
    steps = [(clause, trace(clause, answers)) for clause in rules.clauses]
    return Decision(
        outcome=outcome(rules.rule, answers),
        clauses=tuple(
            ClauseOutcome(clause=clause, outcome=step.outcome, step=step) for clause, step in steps
        ),
        pivots=pivots_of(rules.rule, answers),
        ruleset_id=rules.id,
        version=rules.version,
        digest=rules.digest,
        title=rules.title,
        on=date(2026, 3, 2),
    )


@st.composite
def decisions(draw: st.DrawFn) -> tuple[Decision, Answers]:
    rules = draw(rule_sets())
    answers = draw(told(rules.rule))
    return _decision(rules, answers), answers


@LANGS
@settings(max_examples=20, deadline=None)
@given(rules=rule_sets())
def test_a_rule_set_in_words_names_every_clause_advisory_and_review(
    lang: str, rules: RuleSet
) -> None:
    said = _words(law_lines(rules, lang, _source))

    for clause in clauses_of(whole(rules)):
        assert f"{clause.label(lang)} {clause.id}: " in said
    for review in rules.reviews:
        assert f"{review.label(lang)} {review.id}: " in said


@LANGS
@settings(max_examples=20, deadline=None)
@given(old=rule_sets(), new=rule_sets())
def test_a_comparison_in_words_names_every_clause_and_review_that_differs(
    lang: str, old: RuleSet, new: RuleSet
) -> None:
    found = compare_rulesets(old, new)

    said = _words(comparison_lines(found, lang, _source))

    changes: list[ClauseChange | ReviewChange] = [*found.clauses, *found.advisories, *found.reviews]
    for change in changes:
        assert f"{change.id}: " in said


@LANGS
@settings(max_examples=20, deadline=None)
@given(rules=rule_sets())
def test_a_page_about_a_rule_set_fits_80_columns(lang: str, rules: RuleSet) -> None:
    pages = (
        law_lines(rules, lang, _source),
        boundary_lines(rules, lang, _source),
        comparison_lines(compare_rulesets(rules, rules), lang, _source),
    )

    assert [line.text for page in pages for line in page if len(line.text) > 80] == []


@settings(max_examples=30, deadline=None)
@given(decisions())
def test_the_clauses_that_decided_suffice_for_the_outcome(drawn: tuple[Decision, Answers]) -> None:
    decision, _ = drawn

    found = deciding_clauses(decision)

    assert found
    assert {one.outcome for one in found} == {decision.outcome}
    if decision.outcome is Truth.MET:
        assert found == decision.clauses


@LANGS
@settings(max_examples=20, deadline=None)
@given(drawn=decisions(), copies=st.integers(1, 15))
def test_what_decided_takes_a_screen_or_a_line_a_clause(
    lang: str, drawn: tuple[Decision, Answers], copies: int
) -> None:
    decision, _ = drawn
    large = evolve(decision, clauses=decision.clauses * copies)

    lines = list(deciding_lines(large, lang, _source))

    assert len(lines) <= max(SCREEN, len(deciding_clauses(large)) + 4)
    assert max(len(line.text) for line in lines) <= 80
    for found in deciding_clauses(large):
        assert f"{found.clause.id}: " in _words(lines)


@settings(max_examples=30, deadline=None)
@given(decisions())
def test_the_trace_says_of_every_part_how_it_came_out(drawn: tuple[Decision, Answers]) -> None:
    decision, answers = drawn

    said = _words(trace_lines(decision, "en"))

    count = sum(len(sentences_of(found.clause)) for found in decision.clauses)
    assert sum(said.count(f"[{outcome.label.en}]") for outcome in Truth) == count
    clauses: list[Clause] = [one for found in decision.clauses for one in clauses_of(found.clause)]
    for clause in clauses:
        assert f"[{outcome(clause, answers).label.en}] {clause.label.en}" in said or (
            f"[{(~outcome(clause, answers)).label.en}] Not: {clause.label.en}" in said
        )
