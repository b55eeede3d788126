"""What a plan or program tells and nothing computes yet is named, and never left out in silence."""

from datetime import date, time

import pytest
from attrs import evolve

from iopkit import (
    Benefit,
    Case,
    ClaimLine,
    CostShare,
    Coverage,
    Episode,
    HealthPlan,
    Money,
    PlanBenefit,
    Price,
    PriceList,
    Program,
    Schedule,
    Service,
    Session,
    Span,
    Unit,
    Weekday,
)
from iopkit.cost import Bounds, Estimate, adjudicate, estimate
from iopkit.law import Amounts
from iopkit.model import (
    NOTHING_USED,
    CopayUnit,
    FamilyAmounts,
    FirstVisits,
    OutOfNetwork,
    Phase,
    Track,
)
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.vocabulary import PayerKind

DAY = date(2026, 3, 2)
COPAY = CostShare(deductible_applies=False, copay=Money(4_000))
PLAN = HealthPlan(
    id="a",
    payer=PayerKind.COMMERCIAL,
    iop_coverage=Coverage.COVERED,
    iop_benefit=Benefit.IOP,
    benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=COPAY, has_visit_limit=False),),
    has_out_of_pocket_limit=False,
    missing_authorization=MissingAuthorization(rule=AuthorizationRule.DENIED),
)
WEEK = Schedule(
    sessions=(Session(days=(Weekday.MONDAY, Weekday.TUESDAY), start=time(9), end=time(12)),)
)
CASE = Case(
    program=Program(id="p", schedule=WEEK, weeks=Span.exactly(2)),
    health_plan=PLAN,
    used=NOTHING_USED,
    episode=Episode(start=DAY, is_in_network=True),
    prices=PriceList(
        allowed=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(Money(20_000))),),
        charges=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(Money(30_000))),),
    ),
)


def sharing(**changes: object) -> HealthPlan:
    share = evolve(COPAY, **changes)  # type: ignore[arg-type]  # rows name the fields
    return evolve(PLAN, benefits=(evolve(PLAN.benefits[0], cost_share=share),))


def answer(case: Case) -> Estimate:
    return estimate(case, Amounts(()), on=DAY)


def unknowns(found: Estimate) -> list[str]:
    left_out = ("travel-not-told", "work-not-told")
    return [note.code for note in found.unknowns if note.code not in left_out]


FIRST = FirstVisits(visits=3, cost_share=COPAY)
BEYOND = [
    evolve(PLAN, family=FamilyAmounts()),
    evolve(PLAN, benefits=(evolve(PLAN.benefits[0], first_visits=FIRST),)),
    sharing(copay_unit=CopayUnit.DAY),
    sharing(copay_cap_per_stay=Money(7_500)),
    sharing(copay_days_per_stay=3),
    evolve(PLAN, deductible_carries_over_from=10),
]


@pytest.mark.parametrize("plan", BEYOND)
def test_adjudication_computes_what_a_plan_tells_beyond_shares(plan: HealthPlan) -> None:
    line = ClaimLine(on=DAY, benefit=Benefit.IOP, allowed=Money(20_000))

    answer = adjudicate([line], plan, NOTHING_USED)

    assert answer.patient == Money(4_000)


@pytest.mark.parametrize("plan", BEYOND)
def test_an_estimate_owes_what_adjudication_does(plan: HealthPlan) -> None:
    days = (2, 3, 9, 10)
    lines = [
        ClaimLine(on=date(2026, 3, day), benefit=Benefit.IOP, allowed=Money(20_000)) for day in days
    ]

    found = answer(evolve(CASE, health_plan=plan))

    assert found.to_pay.value == adjudicate(lines, plan, NOTHING_USED).patient
    assert (found.bounds, unknowns(found)) == (Bounds.EXACT, [])


def test_a_copay_by_the_visit_is_one_for_each_line() -> None:
    found = answer(evolve(CASE, health_plan=sharing(copay_unit=CopayUnit.VISIT)))

    assert found.to_pay.value == Money(16_000)


@pytest.mark.parametrize(
    ("outside", "value", "codes"),
    [
        (OutOfNetwork(coverage=Coverage.NOT_COVERED), Money(120_000), []),
        (OutOfNetwork(coverage=Coverage.COVERED), None, ["out-of-network"]),
        (None, None, ["out-of-network"]),
    ],
)
def test_outside_the_network_the_charge_is_owed_where_nothing_is_covered(
    outside: OutOfNetwork | None, value: Money | None, codes: list[str]
) -> None:
    plan = evolve(PLAN, out_of_network=outside)

    found = answer(evolve(CASE, health_plan=plan, episode=Episode(start=DAY, is_in_network=False)))

    assert found.to_pay.value == value
    assert unknowns(found) == codes


def test_tracks_on_the_same_days_cost_the_same_and_phases_a_range() -> None:
    tracks = tuple(Track(name=name, sessions=WEEK.sessions) for name in "ab")
    tracked = Program(id="p", schedule=Schedule(tracks=tracks), weeks=Span.exactly(2))
    once = Schedule(sessions=(Session(days=(Weekday.MONDAY,)),))
    phased = Program(
        id="p", phases=(Phase(schedule=WEEK), Phase(schedule=once)), weeks=Span.exactly(2)
    )
    whole, stepped = (answer(evolve(CASE, program=each)) for each in (tracked, phased))

    assert whole.to_pay.value == Money(16_000)
    assert (stepped.to_pay.low, stepped.to_pay.high) == (Money(8_000), Money(16_000))
    assert stepped.bounds is Bounds.OUTER
    assert "phases-range" in unknowns(stepped)


def test_a_fee_on_a_condition_may_not_be_asked() -> None:
    screen = Price(
        service=Service.MATERIALS,
        unit=Unit.ONCE,
        amount=Span.exactly(Money(2_500)),
        condition="if the workbook is lost",
    )
    program = evolve(CASE.program, fees=(screen,)) if CASE.program else None

    found = answer(evolve(CASE, program=program))

    assert (found.to_pay.low, found.to_pay.high) == (Money(16_000), Money(18_500))


def test_a_session_on_a_day_that_is_not_told_leaves_the_days_dated() -> None:
    single = Session(times_per_week=Span.exactly(1), clock_minutes=60)
    week = evolve(WEEK, sessions=(*WEEK.sessions, single), days_per_week=Span.exactly(2))
    program = Program(id="p", schedule=week, weeks=Span.exactly(2))

    found = answer(evolve(CASE, program=program))

    assert found.to_pay.value == Money(16_000)
    assert "weekdays-not-told" not in [note.code for note in found.assumptions]


def test_what_cannot_be_computed_is_not_asked_of_care_that_was_refused() -> None:
    plan = evolve(PLAN, iop_coverage=Coverage.WITH_AUTHORIZATION, family=FamilyAmounts())
    refused = Episode(start=DAY, is_in_network=True, is_authorized=False)

    found = answer(evolve(CASE, health_plan=plan, episode=refused))

    assert found.to_pay.value == Money(120_000)
    assert unknowns(found) == []
