"""Laws of comparing rules: every difference is found and shown, and nothing else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import agrees, completions, leaves, rules

from iopkit.rules import AllOf, Node, compare_rules, facts_of, outcome


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
        assert outcome(old, change.answers) is change.before
        assert outcome(new, change.answers) is change.after
        assert change.before is ~change.after
        assert 1 <= (change.combinations or 0) <= (change.of or 0)


@settings(max_examples=60, deadline=None)
@given(versions())
def test_whatever_else_is_answered_the_fewest_replies_show_the_change(
    drawn: tuple[Node, Node],
) -> None:
    old, new = drawn

    for change in compare_rules(old, new):
        for answers in completions(AllOf(drawn), {}):
            if all(agrees(answers[reply.fact.name], reply.answer) for reply in change.fewest):
                assert outcome(old, answers) is change.before
                assert outcome(new, answers) is change.after


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
        assert change.answers.keys() == {fact.name for fact in facts_of(AllOf(drawn))}
        assert outcome(old, change.answers) is change.before
        assert outcome(new, change.answers) is change.after


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
