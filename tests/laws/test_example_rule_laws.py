"""Laws of examples: what they show is so, and where there are none there is nothing to show."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import completions, small_rules

from iopkit.rules import AllOf, Node, Truth, facts_of, outcome
from iopkit.rules.examples import Goal, example_of

WANTED = st.sampled_from([Truth.MET, Truth.NOT_MET])


@st.composite
def goals(draw: st.DrawFn) -> list[Goal]:
    """Return goals about few facts between them."""
    rules = draw(
        st.lists(small_rules(), min_size=1, max_size=3).filter(
            lambda some: len(facts_of(AllOf(some))) <= 3
        )
    )
    return [Goal(rule, draw(WANTED)) for rule in rules]


@settings(max_examples=80, deadline=None)
@given(goals())
def test_an_example_reaches_every_goal_and_is_found_where_there_is_one(drawn: list[Goal]) -> None:
    found = example_of(drawn)

    whole: Node = AllOf(goal.rule for goal in drawn)
    if found is None:
        assert not any(
            all(outcome(goal.rule, answers) is goal.wanted for goal in drawn)
            for answers in completions(whole, {})
        )
    else:
        assert found.keys() == {fact.name for fact in facts_of(whole)}
        assert all(outcome(goal.rule, found) is goal.wanted for goal in drawn)
