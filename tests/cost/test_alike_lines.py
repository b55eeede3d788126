"""Lines that are alike are settled at once, and no others are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.cost.plan_designs import plan_told

from iopkit.cost import Route, Run, adjudicate, prepare
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model import (
    NOTHING_USED,
    Accumulators,
    BenefitUse,
    CareEvent,
    ClaimLine,
    HealthPlan,
    SessionKind,
)
from iopkit.values import Listing, Money
from iopkit.vocabulary import Benefit, LinePart

DAY = date(2026, 3, 2)
_PLAIN = """
iop_benefit: iop
iop_coverage: with-authorization
missing_authorization: {rule: denied}
deductible: 250.00
out_of_pocket_limit: 310.00
counts_toward_limit: {has: [deductible, patient-share], lacks: [copay, copay-before]}
limit_ends_deductible: yes
benefits:
  - benefit: iop
    has_visit_limit: no
    cost_share: {deductible_applies: yes, patient_share: 20%}
  - benefit: laboratory
    needs_authorization: no
    has_visit_limit: no
    cost_share: {deductible_applies: no, patient_share: 50%}
out_of_network:
  coverage: covered
  patient_share: 40%
  deductible: 500.00
  deductible_crediting: separate
  out_of_pocket_limit: 900.00
  limit_crediting: separate
"""
PLAN = plan_told(_PLAIN)
LINE = ClaimLine(
    on=DAY,
    benefit=Benefit.IOP,
    allowed=Money.parse("100.00"),
    billed=Money.parse("150.00"),
    is_authorized=True,
)


def lines(count: int) -> list[ClaimLine]:
    return [evolve(LINE, on=DAY + timedelta(days=place)) for place in range(count)]


def test_lines_that_are_alike_are_settled_at_once() -> None:
    answer = adjudicate(lines(6), PLAN, NOTHING_USED)
    walked = prepare(PLAN, NOTHING_USED).adjudicate_by(Route.WALK, lines(6))

    assert answer.route is Route.UNIFORM
    assert [(run.line_count, run.patient.cents) for run in answer.runs] == [
        (2, 10_000),
        (1, 6_000),
        (2, 2_000),
        (1, 1_000),
    ]
    assert (answer.runs, answer.used_after) == (walked.runs, walked.used_after)
    assert answer.used_before == NOTHING_USED


_USED = evolve(
    NOTHING_USED,
    benefits_used=(
        BenefitUse(benefit=Benefit.IOP, stay_copays=Money(100), stay_copay_days=1, limits=()),
    ),
)


@pytest.mark.parametrize(
    "changes",
    [
        {"allowed": Money.parse("1.00")},
        {"benefit": Benefit.LABORATORY},
        {"is_in_network": False},
        {"is_covered": False},
        {"is_authorized": False},
        {"stay": 2},
    ],
)
@pytest.mark.parametrize("places", [(0,), (1,), (5,), range(6)])
def test_lines_that_differ_are_settled_apart(
    places: Sequence[int], changes: dict[str, Any]
) -> None:
    alike = [evolve(line, stay=1) for line in lines(6)]
    told = [evolve(line, **changes) if at in places else line for at, line in enumerate(alike)]
    answer = adjudicate(told, PLAN, _USED)
    walked = prepare(PLAN, _USED).adjudicate_by(Route.WALK, told)

    assert (answer.runs, answer.used_after) == (walked.runs, walked.used_after)
    assert (answer.runs, answer.used_after) != _answer(alike) or changes == {"stay": 2}


def _answer(told: list[ClaimLine]) -> tuple[tuple[Run, ...], Accumulators]:
    answer = adjudicate(told, PLAN, _USED)
    return answer.runs, answer.used_after


def test_alike_lines_of_which_some_part_does_not_count_are_settled_one_by_one() -> None:
    counting = Listing.of(LinePart.PATIENT_SHARE, lacks=(LinePart.DEDUCTIBLE,))
    plan = evolve(PLAN, counts_toward_limit=counting, limit_ends_deductible=False)
    answer = adjudicate(lines(24), plan, NOTHING_USED)

    assert answer.route is Route.WALK
    assert str(answer.patient) == "560.00"


def test_lines_that_are_alike_are_refused_as_others_are() -> None:
    with pytest.raises(InvalidValue) as unordered:
        adjudicate(lines(3)[::-1], PLAN, NOTHING_USED)
    with pytest.raises(PlanYearMismatch):
        adjudicate([evolve(LINE, on=date(2027, 3, 2))], PLAN, NOTHING_USED)

    assert str(unordered.value) == "lines: expected service days in order; sort the lines by day"


@pytest.mark.parametrize(
    ("plan", "changes", "missing"),
    [
        (PLAN, {"is_authorized": None}, ("lines.is_authorized",)),
        (evolve(PLAN, deductible=None), {}, ("deductible",)),
        (
            evolve(PLAN, deductible=None),
            {"is_authorized": None},
            ("deductible", "lines.is_authorized"),
        ),
    ],
)
def test_lines_that_are_alike_need_what_others_need(
    plan: HealthPlan, changes: dict[str, Any], missing: tuple[str, ...]
) -> None:
    with pytest.raises(CannotAdjudicate) as unsaid:
        adjudicate([evolve(line, **changes) for line in lines(3)], plan, NOTHING_USED)

    assert unsaid.value.missing == missing


_WITHOUT_COPAY = """
iop_benefit: iop
iop_coverage: covered
deductible: 0.00
has_out_of_pocket_limit: no
benefits:
  - benefit: iop
    has_visit_limit: no
    cost_share:
      deductible_applies: yes
      patient_share: 20%
      group_copay: {group}
      copay_order: after-deductible
      copay_waived_on: [telehealth]
"""


@pytest.mark.parametrize(
    ("group", "missing"),
    [("0.00", ()), ("5.00", ("lines.session_kind", "lines.events"))],
)
def test_lines_tell_only_what_changes_a_copay(group: str, missing: tuple[str, ...]) -> None:
    plan = plan_told(_WITHOUT_COPAY.replace("{group}", group))
    told = Listing.of(lacks=(CareEvent.TELEHEALTH,))
    every = [evolve(line, session_kind=SessionKind.INDIVIDUAL, events=told) for line in lines(3)]

    assert str(adjudicate(every, plan, NOTHING_USED).patient) == "60.00"
    assert _missing(plan) == missing


def _missing(plan: HealthPlan) -> tuple[str, ...]:
    try:
        adjudicate(lines(3), plan, NOTHING_USED)
    except CannotAdjudicate as error:
        return error.missing
    return ()
