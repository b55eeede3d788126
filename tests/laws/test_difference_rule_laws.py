"""Laws of comparing rules: every difference is found and shown, and nothing else is."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import agrees, completions, leaves, rules

from iopkit.rules import AllOf, Answer, Node, Within, compare_rules, facts_of, outcome


@st.composite
def versions(draw: st.DrawFn) -> tuple[Node, Node]:
    """Return two rules about a few facts between them."""
    pool = draw(
        st.lists(leaves(), min_size=1, max_size=4).filter(
            lambda some: len(facts_of(AllOf(some))) <= 3
        )
    )
    part = rules(st.sampled_from(pool))
    return draw(part), draw(part)


@settings(max_examples=100, deadline=None)
@given(versions())
def test_each_direction_in_which_two_rules_differ_is_found(drawn: tuple[Node, Node]) -> None:
    old, new = drawn

    found = {(change.before, change.after) for change in compare_rules(old, new)}

    pairs = {
        (outcome(old, answers), outcome(new, answers)) for answers in completions(AllOf(drawn), {})
    }
    assert found == {(before, after) for before, after in pairs if before is not after}


@given(versions())
def test_both_rules_come_out_as_a_change_says_for_its_answers(drawn: tuple[Node, Node]) -> None:
    old, new = drawn

    for change in compare_rules(old, new):
        assert change.before is ~change.after
        assert 1 <= (change.combinations or 0) <= (change.of or 0)
        for found in change.cells:
            assert outcome(old, found.answers) is change.before
            assert outcome(new, found.answers) is change.after
            assert all(_lies_within(found.answers, one) for one in found.within)


@settings(max_examples=60, deadline=None)
@given(versions())
def test_the_cells_of_a_change_hold_all_that_comes_out_otherwise_and_nothing_else(
    drawn: tuple[Node, Node],
) -> None:
    old, new = drawn

    for change in compare_rules(old, new):
        for answers in completions(AllOf(drawn), {}):
            turns = (outcome(old, answers), outcome(new, answers)) == (change.before, change.after)
            holds = any(
                all(_lies_within(answers, one) for one in found.within) for found in change.cells
            )
            assert holds is turns or (turns and not change.lists_all)


def _lies_within(answers: Mapping[str, Answer], within: Within) -> bool:
    told = answers[within.fact.name]
    return any(agrees(told, cell) for cell in within.cells)


@settings(max_examples=100, deadline=None)
@given(versions())
def test_where_combinations_are_not_counted_the_same_directions_are_found(
    drawn: tuple[Node, Node],
) -> None:
    old, new = drawn

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("iopkit.rules.differences.MOST_COMBINATIONS", 0)
        found = compare_rules(old, new)

    assert [one.before for one in found] == [one.before for one in compare_rules(old, new)]
    for change in found:
        assert (change.combinations, change.of, change.lists_all) == (None, None, False)
        for one in change.cells:
            assert one.answers.keys() == {fact.name for fact in facts_of(AllOf(drawn))}
            assert outcome(old, one.answers) is change.before
            assert outcome(new, one.answers) is change.after


@given(rules())
def test_a_rule_does_not_differ_from_itself(rule: Node) -> None:
    assert compare_rules(rule, rule) == ()


@given(versions())
def test_comparing_the_other_way_round_turns_each_change_round(drawn: tuple[Node, Node]) -> None:
    old, new = drawn

    there, back = compare_rules(old, new), compare_rules(new, old)

    assert {(one.before, one.combinations, one.of) for one in there} == {
        (one.after, one.combinations, one.of) for one in back
    }
