"""Laws of the rules that ship: the three-valued outcome is the exact one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases.case_tables import rows

from iopkit.catalog import shipped
from iopkit.rules import Truth, outcome
from iopkit.rules.answers import Answer, Answers, AnyFact, FactType
from iopkit.rules.nodes import Node, facts_of
from iopkit.rules.pivots import Precision, pivots_of
from iopkit.values.spans import Span

LAW, DAY = shipped(), date(2026, 3, 2)
RULES: dict[str, Node] = {
    **{f"rules {one.id}": one.rule for one in LAW.rule_sets(on=DAY)},
    **{
        f"ladder {wanted} {need.clause.id}": need.clause
        for wanted in LAW.ids("ladders")
        for need in LAW.ladder(wanted, on=DAY).needs
    },
}

MEETS_ALL: Answers = {
    name: answer
    for row in rows("rules")
    if row.wanted.get("expected") == "met"
    for told_there in row.tellings
    for name, answer in told_there.items()
}


def answers_to(fact: AnyFact) -> st.SearchStrategy[Answer]:
    """Answers of which many are not known, and some are ranges."""
    match fact.type:
        case FactType.BOOLEAN:
            return st.sampled_from([None, True, False])
        case FactType.WHOLE_NUMBER:
            numbers = st.integers(fact.low or 0, fact.high)
            spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))
            return st.none() | numbers | spans
        case FactType.TERM if fact.terms:
            return st.none() | st.sampled_from(list(fact.terms))
    return st.none()


def told(rule: Node) -> st.SearchStrategy[Answers]:
    """Answers near those of a case that meets all: otherwise some clause nearly always fails."""
    return st.fixed_dictionaries(
        {
            fact.name: st.none() | st.just(MEETS_ALL.get(fact.name)) | answers_to(fact)
            for fact in facts_of(rule)
        }
    )


@pytest.mark.parametrize("wanted", RULES)
@given(data=st.data())
def test_what_is_not_known_by_parts_is_open_in_fact(wanted: str, data: st.DataObject) -> None:
    rule = RULES[wanted]
    answers = data.draw(told(rule))

    pivots = pivots_of(rule, answers)

    assert pivots.precision is Precision.EXACT
    assert pivots.settled is outcome(rule, answers)


@pytest.mark.parametrize("wanted", LAW.ids("rules"))
def test_what_an_empty_case_depends_on_is_exact_for_every_version(wanted: str) -> None:
    for version in LAW.history(wanted):
        pivots = pivots_of(version.rule, {})

        assert (pivots.precision, pivots.settled) == (Precision.EXACT, Truth.UNKNOWN)
        assert pivots.facts == facts_of(version.rule)


@pytest.mark.parametrize("wanted", RULES)
@given(data=st.data())
def test_answering_what_is_not_known_never_changes_a_settled_outcome(
    wanted: str, data: st.DataObject
) -> None:
    rule = RULES[wanted]
    few, more = data.draw(told(rule)), data.draw(told(rule))
    settled = outcome(rule, few)

    answered = {name: more[name] if few[name] is None else few[name] for name in few}

    if settled is not Truth.UNKNOWN:
        assert outcome(rule, answered) is settled
