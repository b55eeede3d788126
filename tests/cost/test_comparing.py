"""Costs side by side."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, PUBLISHED, UNINSURED, having, planned

from iopkit.cost.comparing import CostComparison, compare_costs
from iopkit.errors import InvalidValue
from iopkit.model.case import Case
from iopkit.values.spans import Span


def _compared(**cases: Case) -> CostComparison:
    return compare_costs(cases, PUBLISHED, on=date(2026, 3, 2))


def test_costs_stand_side_by_side_in_the_order_given() -> None:
    found = _compared(insured=CASE, alone=evolve(CASE, health_plan=UNINSURED))

    assert [(each.name, str(each.estimate.to_pay.value)) for each in found.costs] == [
        ("insured", "1,480.00"),
        ("alone", "7,200.00"),
    ]
    assert [
        (each.less, each.more, str(each.at_least), str(each.at_most)) for each in found.differences
    ] == [("insured", "alone", "5,720.00", "5,720.00")]


def test_ranges_that_overlap_say_nothing_of_which_costs_less() -> None:
    found = _compared(six=CASE, some=having(weeks=Span(5, 7)))

    assert found.differences == ()


def test_a_range_below_another_says_by_how_much() -> None:
    found = _compared(short=having(weeks=Span(2, 3)), long=having(weeks=Span(4, None)))

    assert [(each.less, str(each.at_least), each.at_most) for each in found.differences] == [
        ("short", "180.00", None)
    ]


def test_what_leaves_a_part_of_its_cost_out_is_not_said_to_cost_less() -> None:
    alone, untold = evolve(CASE, health_plan=UNINSURED), having(travel=None)
    found = _compared(insured=untold, alone=alone)
    other_way = _compared(insured=CASE, alone=evolve(untold, health_plan=UNINSURED))

    assert found.differences == ()
    assert [(str(each.at_least), each.at_most) for each in other_way.differences] == [
        ("5,720.00", None)
    ]


def test_what_all_assume_is_told_once_and_what_one_assumes_beside_it() -> None:
    start = having(start=None)
    untold = evolve(start, health_plan=planned(plan_year=None).health_plan)
    found = _compared(told=start, untold=untold)

    assert [note.code for note in found.assumptions] == ["start-not-told", "other-costs-not-told"]
    assert [[note.code for note in each.assumptions] for each in found.costs] == [
        ["later-start-across-plan-years"],
        ["same-plan-goes-on"],
    ]


def test_one_case_has_nothing_beside_it() -> None:
    with pytest.raises(InvalidValue) as refused:
        _compared(only=CASE)

    assert str(refused.value) == "cases: expected at least two, each under a name of its own"
