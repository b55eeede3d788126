"""Laws of parts that decide nothing: they are told exactly where every complete answer agrees."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.laws.strategies_rules import COUNT, NEED, Need, completions, leaves

from iopkit.rules import Node, Truth, all_of, any_of, kleene_is_exact, outcome
from iopkit.rules.redundancy import idle_among, idle_beside, idle_parts

_COUNTS = st.integers(1, 4).flatmap(
    lambda bound: st.sampled_from([COUNT.at_least(bound), COUNT.at_most(bound)])
)
_NEEDS = st.lists(st.sampled_from(Need), min_size=1, max_size=3, unique=True)
_LEAVES = st.one_of(_COUNTS, _NEEDS.map(lambda needs: NEED.one_of(*needs)), leaves())
_GROUPS = st.one_of(st.builds(any_of, _LEAVES, _LEAVES), st.builds(all_of, _LEAVES, _LEAVES))
_GROUP: dict[bool, Callable[..., Node]] = {True: all_of, False: any_of}
_PARTS = st.one_of(_LEAVES, _LEAVES.map(lambda leaf: ~leaf), _GROUPS)


def _met(rule: Node, whole: Node) -> list[bool]:
    """Return whether `rule` is met, for each complete set of answers to `whole`."""
    return [outcome(rule, answers) is Truth.MET for answers in completions(whole, {})]


def _expected(one: Node, other: Node, *, of_all: bool) -> list[tuple[str, str]]:
    first, second = _met(one, one & other), _met(other, one & other)
    if any(len(set(met)) == 1 for met in (first, second)):
        return []
    pairs = set(zip(first, second, strict=True))
    if (True, True) not in pairs and of_all:
        return [("rule-contradiction", "other")]
    if (True, False) not in pairs:
        return [("rule-no-effect", "other" if of_all else "one")]
    return [] if (False, True) in pairs else [("rule-no-effect", "one" if of_all else "other")]


@settings(max_examples=200, deadline=None)
@given(_PARTS, _PARTS, st.booleans())
def test_a_part_is_idle_beside_another_if_and_only_if_no_answer_shows_otherwise(
    one: Node, other: Node, of_all: bool
) -> None:
    found = idle_beside([("one", one), ("other", other)], of_all=of_all)

    assert [(problem.code, problem.path) for problem in found] == _expected(
        one, other, of_all=of_all
    )


@settings(max_examples=100, deadline=None)
@given(_GROUPS)
def test_a_group_that_no_answer_turns_is_never_passed(rule: Node) -> None:
    assert len(set(_met(rule, rule))) == 2 or idle_parts(rule)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PARTS, min_size=3, max_size=3), st.booleans())
def test_a_group_is_passed_if_each_part_can_turn_it_or_makes_it_exact(
    parts: list[Node], of_all: bool
) -> None:
    whole = all_of(*parts)
    met = [_met(part, whole) for part in parts]
    assume(all(len(set(each)) == 2 for each in met))

    found = idle_among([(f"[{at}]", part) for at, part in enumerate(parts)], "", of_all=of_all)

    ways = set(zip(*met, strict=True))
    turning = [tuple(of_all is not (at == own) for at in range(3)) for own in range(3)]
    each_turns = (of_all,) * 3 in ways and ways.issuperset(turning)
    rests = [[*parts[:at], *parts[at + 1 :]] for at in range(3)]
    assert not (found and each_turns)
    assert found or each_turns or not all(kleene_is_exact(_GROUP[of_all](*rest)) for rest in rests)
