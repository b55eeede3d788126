"""Laws of rules: Kleene's logic, what unknown answers can change, and the plain form."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import (
    FACTS,
    FLAGS,
    agrees,
    completions,
    leaves,
    rules,
    small_rules,
    told,
)

from iopkit.rules import (
    AllOf,
    Answer,
    AnyOf,
    Node,
    Not,
    Precision,
    Truth,
    deciding_leaves,
    facts_of,
    from_plain,
    outcome,
    pivots_of,
    to_plain,
    trace,
)

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
TRUTHS = st.sampled_from(Truth)


@given(TRUTHS, TRUTHS, TRUTHS)
def test_and_and_or_commute_associate_distribute_and_absorb(x: Truth, y: Truth, z: Truth) -> None:
    assert (x & y, x | y) == (y & x, y | x)
    assert ((x & y) & z, (x | y) | z) == (x & (y & z), x | (y | z))
    assert (x & (y | z), x | (y & z)) == ((x & y) | (x & z), (x | y) & (x | z))
    assert (x & (x | y), x | (x & y)) == (x, x)
    assert (x & x, x | x, ~~x) == (x, x, x)


@given(TRUTHS, TRUTHS)
def test_de_morgan_holds_of_truths(x: Truth, y: Truth) -> None:
    assert (~(x & y), ~(x | y)) == (~x | ~y, ~x & ~y)


@given(st.data())
def test_de_morgan_holds_of_rules(data: st.DataObject) -> None:
    one, other = data.draw(leaves()), data.draw(rules())
    answers = data.draw(told(one & other))

    assert outcome(~(one & other), answers) is outcome(~one | ~other, answers)
    assert outcome(~(one | other), answers) is outcome(~one & ~other, answers)


@given(st.data())
def test_a_trace_comes_out_as_the_rule_does(data: st.DataObject) -> None:
    rule = data.draw(rules())
    answers = data.draw(told(rule))

    assert trace(rule, answers).outcome is outcome(rule, answers)


@given(st.data())
def test_the_deciding_leaves_alone_decide(data: st.DataObject) -> None:
    rule = data.draw(rules())
    answers = data.draw(told(rule))
    step = trace(rule, answers)
    decided = {leaf.node.fact.name for leaf in deciding_leaves(step)}  # type: ignore[union-attr]  # leaves have facts

    kept = {name: answer for name, answer in answers.items() if name in decided}

    assert outcome(rule, kept) is step.outcome or step.outcome is UNKNOWN


@settings(max_examples=60)
@given(st.data())
def test_answering_an_unknown_never_changes_a_settled_outcome(data: st.DataObject) -> None:
    rule = data.draw(small_rules())
    answers = data.draw(told(rule))
    before, settled = outcome(rule, answers), pivots_of(rule, answers).settled

    after = {outcome(rule, completion) for completion in completions(rule, answers)}

    assert before is UNKNOWN or after <= {before}
    assert before in (UNKNOWN, settled)
    assert after <= ({settled} if settled is not UNKNOWN else {MET, NOT_MET})


def _outcomes(rule: Node, answers: dict[str, Answer]) -> Iterator[tuple[tuple[Answer, ...], Truth]]:
    for completion in completions(rule, answers):
        yield tuple(completion.values()), outcome(rule, completion)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_pivots_equal_brute_force(data: st.DataObject) -> None:
    rule = data.draw(small_rules())
    answers = data.draw(told(rule))

    found = pivots_of(rule, answers)

    came_out = dict(_outcomes(rule, answers))
    expected = []
    for at, fact in enumerate(facts_of(rule)):
        rest: dict[tuple[Answer, ...], set[Truth]] = {}
        for values, truth in came_out.items():
            rest.setdefault((*values[:at], *values[at + 1 :]), set()).add(truth)
        expected += [fact] if any(len(truths) > 1 for truths in rest.values()) else []
    reachable = set(came_out.values())
    assert found.precision is Precision.EXACT
    assert found.facts == tuple(expected)
    assert found.settled is (reachable.pop() if len(reachable) == 1 else UNKNOWN)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_answering_all_pivots_settles(data: st.DataObject) -> None:
    rule = data.draw(small_rules())
    answers = data.draw(told(rule))
    found = pivots_of(rule, answers)
    completion = data.draw(st.sampled_from(list(completions(rule, answers))))

    answered = answers | {fact.name: completion[fact.name] for fact in found.facts}

    assert pivots_of(rule, answered).settled is outcome(rule, completion)
    assert found.next_question in (found.facts or (None,))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_fewest_answers_reach_their_outcome_whatever_the_rest_is(data: st.DataObject) -> None:
    rule = data.draw(small_rules())
    answers = data.draw(told(rule))

    for goal, replies in pivots_of(rule, answers).fewest.items():
        reached = {
            outcome(rule, completion)
            for completion in completions(rule, answers)
            if all(agrees(completion[reply.fact.name], reply.answer) for reply in replies)
        }

        assert reached == {goal}


@settings(max_examples=60, deadline=None)
@given(rules(st.sampled_from([*(f.is_true() for f in FLAGS), *(f.is_false() for f in FLAGS)])))
def test_no_smaller_set_of_answers_reaches_an_outcome(rule: Node) -> None:
    names = [fact.name for fact in facts_of(rule)]
    for goal, replies in pivots_of(rule, {}).fewest.items():
        for size in range(len(replies)):
            for chosen in combinations(names, size):
                for values in product((False, True), repeat=size):
                    some: dict[str, Answer] = dict(zip(chosen, values, strict=True))

                    assert {
                        outcome(rule, completion) for completion in completions(rule, some)
                    } != {goal}


@given(rules())
def test_the_plain_form_leads_back_to_the_same_rule(rule: Node) -> None:
    assert from_plain(to_plain(rule), FACTS) == rule


@pytest.mark.parametrize("kind", [AllOf, AnyOf])
@given(data=st.data())
def test_the_order_of_parts_never_matters(
    kind: Callable[[list[Node]], Node], data: st.DataObject
) -> None:
    parts = data.draw(st.lists(rules(), min_size=1, max_size=4))
    answers = data.draw(told(AllOf(parts)))

    turned = kind(parts[::-1])

    assert outcome(Not(kind(parts)), answers) is outcome(Not(turned), answers)
