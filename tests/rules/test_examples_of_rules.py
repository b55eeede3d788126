"""Made-up answers that bring rules out as wanted."""

import pytest
from attrs import evolve
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, MINUTES, START, A, B, C, Color, clause

from iopkit.errors import InvalidRule
from iopkit.rules import AllOf, Answer, AnyFact, AnyOf, AtLeast, Known, Node, Truth
from iopkit.rules.examples import Goal, example_of
from iopkit.values import Listing

a, b, c = A.is_true(), B.is_true(), C.is_true()


@pytest.mark.parametrize(
    ("rule", "wanted", "expected"),
    [
        (a & ~b, Truth.MET, {"a": True, "b": False}),
        (a | b, Truth.NOT_MET, {"a": False, "b": False}),
        (~clause(a & b), Truth.MET, {"a": False, "b": False}),
        (a & ~a, Truth.MET, None),
        (a | ~a, Truth.NOT_MET, None),
        (AtLeast(2, (a, b, c)), Truth.MET, {"a": False, "b": True, "c": True}),
        (AtLeast(3, (a, b, c)), Truth.MET, {"a": True, "b": True, "c": True}),
        (AtLeast(3, (a, b)), Truth.MET, None),
        (AllOf(()), Truth.MET, {}),
        (AllOf(()), Truth.NOT_MET, None),
        (AnyOf(()), Truth.MET, None),
        (AGE.at_least(18), Truth.NOT_MET, {"person.age": 17}),
        (COLOR.one_of(Color.RED), Truth.NOT_MET, {"plan.color": Color.GREEN}),
        (
            COLORS.has(Color.RED) & ~COLORS.has(Color.BLUE),
            Truth.MET,
            {"plan.colors": Listing.of(Color.RED, lacks=[Color.BLUE])},
        ),
        (Known(A), Truth.NOT_MET, {"a": None}),
        (Known(A) & a, Truth.MET, {"a": True}),
        (AtLeast(2, (a, ~a, Known(B))), Truth.MET, {"a": False, "b": True}),
    ],
)
def test_answers_bring_a_rule_out_as_wanted_or_there_are_none(
    rule: Node, wanted: Truth, expected: dict[str, Answer] | None
) -> None:
    assert example_of([Goal(rule, wanted)]) == expected


@pytest.mark.parametrize("fact", [A, AGE, MINUTES, FEE, START, COLOR, COLORS])
def test_a_fact_of_which_only_the_telling_counts_is_told(fact: AnyFact) -> None:
    found = example_of([Goal(Known(fact), Truth.MET)])

    assert found is not None
    assert found[fact.name] is not None


def test_goals_are_reached_together_each_with_its_own_given_answers() -> None:
    rule = AGE.at_least(18) | a

    found = example_of(
        [
            Goal(rule, Truth.MET, {"person.age": 18}),
            Goal(rule, Truth.NOT_MET, {"person.age": 17}),
        ]
    )

    assert found == {"a": False}


def test_what_shares_no_fact_is_searched_apart() -> None:
    flags = [evolve(A, name=f"flag-{at}") for at in range(40)]
    pairs = [
        AnyOf((evolve(a, fact=one), evolve(a, fact=other)))
        for one, other in zip(flags[::2], flags[1::2], strict=True)
    ]
    never = AllOf((evolve(a, fact=flags[38]) & ~evolve(a, fact=flags[38]),))

    assert example_of([Goal(AllOf(pairs), Truth.MET)]) is not None
    assert example_of([Goal(AllOf((*pairs, never)), Truth.MET)]) is None


def test_a_search_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iopkit.rules.examples.MOST_STEPS", 500)
    rules = [evolve(a, fact=evolve(A, name=f"flag-{at}")) for at in range(16)]
    odd = AnyOf((AtLeast(9, rules), ~AtLeast(8, rules)))

    with pytest.raises(InvalidRule) as caught:
        example_of([Goal(odd, Truth.NOT_MET), Goal(~odd & AtLeast(9, rules), Truth.MET)])

    assert str(caught.value) == ("example: expected rules whose parts depend on fewer common facts")
