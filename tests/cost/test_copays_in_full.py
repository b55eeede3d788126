"""One copay is for all lines of its day, week, stay or episode, however little one of them is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from iopkit.cost import Route, adjudicate, adjudicate_periods
from iopkit.cost.plan_periods import PlanPeriod
from iopkit.cost.prepared import prepare
from iopkit.errors import CannotAdjudicate
from iopkit.model.accumulators import NOTHING_USED, Accumulators, BenefitUse
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CareEvent, CopayUnit, CostShare, SessionKind
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

MONDAY = date(2026, 3, 2)
DAY, WEEK, STAY = CopayUnit.DAY, CopayUnit.WEEK, CopayUnit.STAY
EPISODE, PROGRAM = CopayUnit.EPISODE, CopayUnit.PROGRAM


def dollars(amount: int) -> Money:
    return Money.of_cents(amount * 100)


def plan(copay: int, unit: CopayUnit, *, deductible: int = 0, **told: Any) -> HealthPlan:
    """Return a plan that asks one copay for a unit, after the deductible where there is one."""
    order = CopayOrder.AFTER_DEDUCTIBLE if deductible else CopayOrder.PLAIN
    share = CostShare(
        deductible_applies=bool(deductible),
        copay=dollars(copay),
        copay_unit=unit,
        **{"copay_order": order, **told},
    )
    return HealthPlan(
        id="example",
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False),),
        deductible=dollars(deductible),
        has_out_of_pocket_limit=False,
    )


def line(day: int, allowed: int, **told: Any) -> ClaimLine:
    on = MONDAY + timedelta(days=day)
    return ClaimLine(on=on, benefit=Benefit.IOP, allowed=dollars(allowed), **told)


def copays(lines: list[ClaimLine], design: HealthPlan, used: Accumulators) -> list[int]:
    """Return the copay of each line in dollars, before or after the deductible."""
    answer = adjudicate(lines, design, used)
    parts = [each.run.parts for each in answer.lines()]
    return [(told[LinePart.COPAY_BEFORE] + told[LinePart.COPAY]).cents // 100 for told in parts]


@pytest.mark.parametrize(
    ("design", "lines", "expected"),
    [
        # min(copay, what is allowed of the day), and a new copay on the next day.
        (plan(50, DAY), [(0, 30), (0, 10), (0, 100), (0, 9), (1, 100)], [30, 10, 10, 0, 50]),
        (plan(50, DAY), [(0, 30), (1, 10), (1, 10)], [30, 10, 10]),
        (plan(50, WEEK), [(0, 30), (6, 100), (7, 20), (13, 20), (14, 50)], [30, 20, 20, 20, 50]),
        # 1,500 for a stay of which a day is 600.
        (plan(1500, STAY), [(day, 600) for day in range(5)], [600, 600, 300, 0, 0]),
        (plan(200, EPISODE), [(0, 150), (20, 150), (40, 150)], [150, 50, 0]),
        (plan(200, PROGRAM), [(0, 150), (20, 150), (40, 150)], [150, 50, 0]),
        # What the deductible leaves of a line holds some of the copay; the next takes the rest.
        (plan(40, DAY, deductible=90), [(0, 100), (0, 100), (0, 100)], [10, 30, 0]),
        (plan(40, DAY, deductible=100), [(0, 100), (0, 100), (0, 100)], [0, 40, 0]),
        (
            plan(40, DAY, deductible=90, copay_order=CopayOrder.BEFORE_DEDUCTIBLE),
            [(0, 30), (0, 100), (0, 100)],
            [30, 10, 0],
        ),
        # Neither the cap of a stay nor its days ask more than before.
        (plan(50, DAY, copay_cap_per_stay=dollars(60)), [(0, 30), (0, 90), (1, 90)], [30, 20, 10]),
        (plan(50, DAY, copay_days_per_stay=1), [(0, 30), (0, 90), (1, 90)], [30, 20, 0]),
        (plan(50, STAY, copay_days_per_stay=2), [(0, 20), (1, 20), (2, 90)], [20, 20, 0]),
        # A copay for each visit ends with the visit.
        (plan(50, CopayUnit.VISIT), [(0, 30), (0, 90)], [30, 50]),
    ],
)
def test_later_lines_of_a_unit_take_what_the_first_could_not_hold(
    design: HealthPlan, lines: list[tuple[int, int]], expected: list[int]
) -> None:
    assert copays([line(*each) for each in lines], design, NOTHING_USED) == expected


def test_a_line_takes_no_more_than_a_line_of_its_kind_asks() -> None:
    design = plan(50, DAY, group_copay=dollars(15), copay_waived_on=(CareEvent.TELEHEALTH,))
    kinds = [
        (20, SessionKind.INDIVIDUAL, False),
        (90, SessionKind.GROUP, False),
        (90, SessionKind.INDIVIDUAL, True),
        (90, SessionKind.INDIVIDUAL, False),
    ]
    lines = [
        line(
            0,
            allowed,
            session_kind=kind,
            events=Listing((CareEvent.TELEHEALTH,) if is_waived else (), complete=True),
        )
        for allowed, kind, is_waived in kinds
    ]

    assert copays(lines, design, NOTHING_USED) == [20, 15, 0, 15]


def test_a_new_stay_begins_a_copay_of_its_own() -> None:
    lines = [line(day, 600, stay=stay) for day, stay in enumerate((1, 1, 2, 2, 2, 2))]

    assert copays(lines, plan(1500, STAY), NOTHING_USED) == [600, 600, 600, 600, 300, 0]


def test_a_stay_that_crosses_a_plan_year_asks_one_copay() -> None:
    design = plan(1500, STAY)
    years = [Period(date(year, 1, 1), date(year + 1, 1, 1)) for year in (2025, 2026)]
    lines = [
        ClaimLine(on=date(2025, 12, 30) + timedelta(day), benefit=Benefit.IOP, allowed=dollars(600))
        for day in range(5)
    ]
    answer = adjudicate_periods(
        lines,
        [
            PlanPeriod(
                period=year,
                plan=evolve(design, plan_year=year),
                used=NOTHING_USED if year is years[0] else None,
            )
            for year in years
        ],
    )

    assert [each.patient for each in answer.adjudications] == [dollars(1200), dollars(300)]


@pytest.mark.parametrize("unit", [WEEK, STAY, EPISODE, PROGRAM])
def test_what_is_left_of_a_copay_goes_on_with_the_next_lines(unit: CopayUnit) -> None:
    design = plan(100, unit)
    first = adjudicate([line(0, 30), line(1, 30)], design, NOTHING_USED).used_after
    (use,) = first.benefits_used or ()

    assert (use.copay_left, use.copay_on) == (dollars(40), MONDAY + timedelta(days=1))
    assert copays([line(2, 30), line(3, 30), line(4, 30)], design, first) == [30, 10, 0]


@pytest.mark.parametrize(
    ("unit", "told", "day"),
    [
        (DAY, {"copay_on": MONDAY}, 0),
        (WEEK, {"copay_on": MONDAY}, 6),
        (STAY, {"stay_copays": dollars(99), "stay_copay_days": 1}, 0),
        (STAY, {"stay_copay_days": 1}, 0),
        (EPISODE, {"copay_on": date(2026, 1, 5)}, 0),
    ],
)
def test_how_much_is_left_of_a_copay_that_has_begun_is_asked(
    unit: CopayUnit, told: dict[str, Any], day: int
) -> None:
    used = evolve(NOTHING_USED, benefits_used=(BenefitUse(benefit=Benefit.IOP, **told),))
    with pytest.raises(CannotAdjudicate) as raised:
        adjudicate([line(day, 30)], plan(100, unit), used)

    assert raised.value.missing == ("benefits_used.iop.copay_left",)


@pytest.mark.parametrize(
    ("unit", "told", "expected"),
    [
        # Another day or week than the one before.
        (DAY, {"copay_on": date(2026, 3, 1)}, [30]),
        (WEEK, {"copay_on": date(2026, 3, 1)}, [30]),
        # All of it has been taken, or what is left is told.
        (STAY, {"stay_copays": dollars(100)}, [0]),
        (STAY, {"stay_copays": dollars(80), "copay_left": dollars(20)}, [20]),
        (EPISODE, {"copay_on": date(2026, 1, 5), "copay_left": ZERO}, [0]),
    ],
)
def test_it_is_asked_where_it_matters_alone(
    unit: CopayUnit, told: dict[str, Any], expected: list[int]
) -> None:
    used = evolve(NOTHING_USED, benefits_used=(BenefitUse(benefit=Benefit.IOP, **told),))

    assert copays([line(0, 30)], plan(100, unit), used) == expected


@pytest.mark.parametrize(
    ("lines", "route"),
    [
        ([line(day, 30) for day in range(40)], Route.UNIFORM),
        (
            [line(7 * week + day, 20 + day) for week in range(12) for day in (0, 2)],
            Route.PERIODIC,
        ),
    ],
)
@pytest.mark.parametrize("design", [plan(100, STAY), plan(40, DAY), plan(25, DAY, deductible=70)])
def test_every_route_takes_the_same_of_a_copay(
    design: HealthPlan, lines: list[ClaimLine], route: Route
) -> None:
    prepared = prepare(design, NOTHING_USED)
    found, walked = prepared.adjudicate(lines), prepared.adjudicate_by(Route.WALK, lines)

    assert (found.route, found.runs) == (route, walked.runs)
    assert found.used_after == walked.used_after
