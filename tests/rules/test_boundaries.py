"""The answers on either side of each threshold."""

from datetime import date

import pytest
from tests.rules.rule_facts import AGE, COLOR, COLORS, FEE, MINUTES, START, A, Color, clause

from iopkit.rules import Boundary, Compare, Node, all_of, any_of, boundaries_of
from iopkit.values import Money


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (MINUTES.at_least(540), [(540, 539)]),
        (MINUTES.more_than(540), [(541, 540)]),
        (MINUTES.less_than(540), [(539, 540)]),
        (MINUTES.at_most(540), [(540, 541)]),
        (MINUTES.equals(540), [(540, 539), (540, 541)]),
        (FEE.at_least(Money(90)), [(Money(90), Money(89))]),
        (FEE.at_most(Money(0)), [(Money(0), Money(1))]),
        (START.at_least(date(2026, 3, 1)), [(date(2026, 3, 1), date(2026, 2, 28))]),
        (START.at_most(date(2026, 3, 1)), [(date(2026, 3, 1), date(2026, 3, 2))]),
    ],
)
def test_a_threshold_lies_between_two_answers_next_to_each_other(
    comparison: Compare, expected: list[tuple[object, object]]
) -> None:
    found = boundaries_of(comparison)

    assert [(one.met, one.not_met) for one in found] == expected


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (AGE.at_least(0), []),
        (AGE.at_least(1), [(1, 0)]),
        (AGE.equals(0), [(0, 1)]),
        (AGE.at_most(89), [(89, 90)]),
        (AGE.at_most(90), []),
        (AGE.at_least(91), []),
        (START.at_least(date.min), []),
        (START.at_most(date.max), []),
        (FEE.at_most(Money(2**51 // 10_000)), []),
    ],
)
def test_no_boundary_has_an_answer_that_cannot_occur(
    comparison: Compare, expected: list[tuple[object, object]]
) -> None:
    found = boundaries_of(comparison)

    assert [(one.met, one.not_met) for one in found] == expected


def test_each_boundary_names_its_fact_and_the_innermost_clause_that_holds_it() -> None:
    adult, hours = AGE.at_least(18), MINUTES.at_least(540)
    inner = clause(any_of(~hours, A.is_true()), "hours")
    outer = clause(all_of(adult, inner), "admission")
    bare = FEE.at_most(Money(100))

    found = boundaries_of(outer & bare)

    assert found == (
        Boundary(clause=outer, comparison=adult, met=18, not_met=17),
        Boundary(clause=inner, comparison=hours, met=540, not_met=539, is_denied=True),
        Boundary(clause=None, comparison=bare, met=Money(100), not_met=Money(101)),
    )
    assert [one.fact for one in found] == [AGE, MINUTES, FEE]
    assert [(one.inside, one.outside) for one in found] == [
        (18, 17),
        (539, 540),
        (Money(100), Money(101)),
    ]


def test_a_threshold_that_one_clause_repeats_is_listed_once() -> None:
    hours = MINUTES.at_least(540)
    first, second = clause(hours | (hours & A.is_true()), "one"), clause(hours, "two")

    found = boundaries_of(first & second)

    assert [one.clause for one in found] == [first, second]


@pytest.mark.parametrize(
    "rule",
    [
        A.is_true(),
        A.is_false(),
        COLOR.one_of(Color.RED),
        COLORS.has(Color.RED),
        MINUTES.is_known(),
        all_of(),
    ],
)
def test_what_has_no_order_has_no_boundary(rule: Node) -> None:
    assert boundaries_of(rule) == ()
