"""Laws of compiled rules: what they answer is what the rule answers."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import leaves, rules, told

from iopkit.rules import AllOf, Known, compile_leaves, compile_rule, facts_of, leaves_of, outcome

_LEAVES = st.one_of(leaves(), leaves().map(lambda leaf: Known(facts_of(leaf)[0])))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_compiled_rule_equals_the_rule(data: st.DataObject) -> None:
    rule = data.draw(rules(_LEAVES))
    judge = compile_rule(rule)

    for _ in range(5):
        answers = data.draw(told(rule))
        silent = {name: answer for name, answer in answers.items() if answer is not None}

        assert judge(answers) is judge(silent) is outcome(rule, answers)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_compiled_leaves_equal_the_leaves(data: st.DataObject) -> None:
    rule = AllOf([data.draw(rules(_LEAVES)), data.draw(rules(_LEAVES))])
    answers = data.draw(told(rule))

    found, each = compile_leaves(rule, lambda _, truth: truth)(answers)

    assert found is outcome(rule, answers)
    assert each == tuple(outcome(leaf, answers) for leaf in leaves_of(rule))
