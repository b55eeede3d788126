"""Laws of boundaries: one comparison tells their sides apart, and nothing lies between them."""

from datetime import date

from hypothesis import given
from tests.laws.strategies_rules import UNIVERSE, rules

from iopkit.rules import FactType, Node, Truth, boundaries_of, leaves_of, outcome
from iopkit.values import Money

ORDERED = (FactType.WHOLE_NUMBER, FactType.MONEY, FactType.DATE)


def _number(value: object) -> int:
    match value:
        case Money():
            return value.cents
        case date():
            return value.toordinal()
        case int():
            return value
    raise AssertionError


@given(rules())
def test_a_comparison_comes_out_differently_on_each_side_of_its_boundary(rule: Node) -> None:
    for boundary in boundaries_of(rule):
        name = boundary.fact.name

        assert abs(_number(boundary.met) - _number(boundary.not_met)) == 1
        assert outcome(boundary.comparison, {name: boundary.met}) is Truth.MET
        assert outcome(boundary.comparison, {name: boundary.not_met}) is Truth.NOT_MET


@given(rules())
def test_wherever_a_comparison_changes_there_is_a_boundary(rule: Node) -> None:
    sides = {(one.comparison, frozenset({one.met, one.not_met})) for one in boundaries_of(rule)}

    for leaf in leaves_of(rule):
        name = leaf.fact.name
        if leaf.fact.type in ORDERED:
            for below, above in zip(UNIVERSE[name], UNIVERSE[name][1:], strict=False):
                turns = outcome(leaf, {name: below}) is not outcome(leaf, {name: above})
                assert ((leaf, frozenset({below, above})) in sides) is turns
