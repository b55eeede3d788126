"""What would change an estimate most."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, PLAN, PUBLISHED, answer, dollars, ends, having, planned

from iopkit.cost import Bounds
from iopkit.cost.completing import with_values
from iopkit.cost.narrowing import what_narrows
from iopkit.errors import InvalidValue
from iopkit.model.accumulators import Accumulators
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.values.spans import Span

_DAY = date(2026, 3, 2)


def _paths(case: Case) -> list[tuple[str, str | None]]:
    return [
        (each.path, None if each.width is None else str(each.width))
        for each in what_narrows(case, PUBLISHED, on=_DAY)
    ]


def test_the_unknown_that_leaves_the_least_open_comes_first() -> None:
    case = evolve(
        having(weeks=Span(5, 6)), used=Accumulators(limit_used=dollars("900"), visits_used=0)
    )

    # A week is worth 180; up to 400 of the deductible hang on what has been used of it.
    assert _paths(case) == [("used.deductible_used", "180.00"), ("episode.weeks", "400.00")]


def test_what_is_told_needs_no_answer() -> None:
    assert what_narrows(CASE, PUBLISHED, on=_DAY) == ()


def test_an_answer_may_leave_the_range_without_a_bound() -> None:
    case = evolve(having(weeks=Span(5, 6)), health_plan=None)

    assert _paths(case) == [("episode.weeks", None)]


def test_each_completion_leads_to_its_end() -> None:
    case = evolve(having(weeks=Span(5, 6)), used=None)
    found = answer(case)
    filled = [answer(with_values(case, end.values)) for end in found.completions]

    assert found.bounds is Bounds.EXACT
    assert [ends(each.to_pay) for each in filled] == [
        (str(found.to_pay.low),) * 2,
        (str(found.to_pay.high),) * 2,
    ]


@pytest.mark.parametrize("path", ["episode.wekes", "nothing", "prices.allowed.chosen"])
def test_a_path_of_no_field_is_refused(path: str) -> None:
    with pytest.raises(InvalidValue):
        with_values(Case(program=Program(id="x"), health_plan=PLAN), {path: "x"})


def test_values_are_filled_into_records_that_are_not_told() -> None:
    filled = with_values(
        Case(),
        {
            "episode.travel.minutes": 5,
            "program.schedule.days_per_week": 3,
            "health_plan.benefits.iop.visit_limit": 20,
            "health_plan.counts_toward_limit.copay": True,
            "prices.allowed": dollars("3"),
        },
    )
    assert filled.episode is not None
    assert filled.episode.travel is not None

    assert filled.episode.travel.minutes == 5
    assert planned().health_plan is not None
