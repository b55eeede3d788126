"""How much work lines are: never more than in proportion to their number."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from types import FrameType

import pytest
from attrs import evolve
from tests.cost.plan_designs import plan_told

from iopkit.cost import PreparedPlan, Route, prepare
from iopkit.model import NOTHING_USED, ClaimLine, EqualLines, HealthPlan
from iopkit.values import Money
from iopkit.vocabulary import Benefit

Lines = Sequence[ClaimLine] | EqualLines
_FIRST = date(2026, 1, 5)  # a Monday
_PLAN = """
plan_year: 2026-01-01..open
iop_benefit: iop
iop_coverage: covered
deductible: 9000.00
out_of_pocket_limit: 100000.00
counts_toward_limit: {has: [deductible, copay, patient-share], lacks: [copay-before]}
benefits:
  - benefit: iop
    has_visit_limit: no
"""
_SHARE = "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
_COPAY = "{deductible_applies: no, copay: 25.00, copay_unit: day, copay_cap_per_stay: 9000.00}"
_LIMIT = "    limits: [{quantity: 2, unit: days, period: week}]\n"
PLAIN = plan_told(_PLAN + _SHARE)
DAILY = plan_told(f"{_PLAN}    cost_share: {_COPAY}\n")
LIMITED = plan_told(_PLAN + _SHARE + _LIMIT)


def _line(day: int, cents: int) -> ClaimLine:
    on = _FIRST + timedelta(days=day)
    return ClaimLine(on=on, benefit=Benefit.IOP, allowed=Money(cents), is_authorized=True)


def _weeks(count: int) -> Lines:
    told = ((0, 10_000), (2, 20_000), (4, 10_000))
    return [_line(7 * week + day, cents) for week in range(count) for day, cents in told]


def _mixed(count: int) -> Lines:
    return [_line(place // 2, 10_000 + 7 * place % 501) for place in range(3 * count)]


def _equal(count: int) -> Lines:
    return [evolve(_line(0, 10_000), on=_FIRST + timedelta(days=day)) for day in range(3 * count)]


def _once(count: int) -> Lines:
    days = tuple(_FIRST + timedelta(days=day) for day in range(3 * count))
    return EqualLines(line=_line(0, 10_000), days=days)


def _calls(ready: PreparedPlan, lines: Lines) -> int:
    """Return how many functions are called to settle lines."""
    count = 0

    def called(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        ready.adjudicate(lines)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("plan", "lines", "route"),
    [
        (PLAIN, _weeks, Route.PERIODIC),
        (DAILY, _weeks, Route.PERIODIC),
        (LIMITED, _weeks, Route.WALK),
        (PLAIN, _mixed, Route.WALK),
        (DAILY, _mixed, Route.WALK),
        (LIMITED, _mixed, Route.WALK),
        (DAILY, _equal, Route.UNIFORM),
    ],
)
def test_twice_as_many_lines_are_at_most_twice_the_work(
    plan: HealthPlan, lines: Callable[[int], Lines], route: Route
) -> None:
    ready = prepare(plan, NOTHING_USED)
    some, more, most = (_calls(ready, lines(count)) for count in (200, 400, 800))

    assert ready.adjudicate(lines(200)).route is route
    # What a line takes depends on what is left; were each compared with all, it would be 4 times.
    assert most - more < 2.5 * (more - some)


@pytest.mark.parametrize("lines", [_equal, _once])
def test_equal_lines_are_the_same_work_however_many_they_are(
    lines: Callable[[int], Lines],
) -> None:
    ready = prepare(PLAIN, NOTHING_USED)
    ready.adjudicate(lines(100))

    assert _calls(ready, lines(100)) == _calls(ready, lines(800))


@pytest.mark.parametrize("plan", [PLAIN, DAILY])
def test_a_week_that_repeats_is_less_work_than_each_line_of_it(plan: HealthPlan) -> None:
    ready = prepare(plan, NOTHING_USED)
    weekly, later = (_calls(ready, _weeks(count)) for count in (200, 400))
    mixed, more = (_calls(ready, _mixed(count)) for count in (200, 400))

    assert 3 * (later - weekly) < more - mixed
