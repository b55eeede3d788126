"""An episode that crosses plan years or plans, and what a new year begins with."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from iopkit.cost import PlanPeriod, adjudicate, adjudicate_periods, next_year
from iopkit.errors import InvalidValue, PlanYearMismatch
from iopkit.model import (
    NOTHING_USED,
    AccumulatorPot,
    Accumulators,
    BenefitUse,
    ClaimLine,
    CopayUnit,
    CostShare,
    Crediting,
    DrugAmounts,
    FamilyAmounts,
    FamilyRule,
    HealthPlan,
    LimitPeriod,
    LimitUnit,
    LimitUse,
    OutOfNetwork,
    PlanBenefit,
)
from iopkit.values import ZERO, Money, Period, Share, Span
from iopkit.vocabulary import Benefit, Coverage, LinePart

YEAR = Period.calendar_year(2026)
NEXT = Period.calendar_year(2027)
PLAN = HealthPlan(
    id="one",
    plan_year=YEAR,
    iop_benefit=Benefit.IOP,
    benefits=(
        PlanBenefit(
            benefit=Benefit.IOP,
            cost_share=CostShare(deductible_applies=True, patient_share=Share.percent(20)),
            has_visit_limit=False,
        ),
    ),
    deductible=Money.parse("250"),
    has_out_of_pocket_limit=False,
)
OTHER = evolve(PLAN, id="other", deductible=Money.parse("100"))


def line(day: date) -> ClaimLine:
    return ClaimLine(on=day, benefit=Benefit.IOP, allowed=Money.parse("100"))


LAST = date(2026, 12, 30)
LINES = [line(date(2026, 12, 29)), line(LAST), line(date(2027, 1, 4))]


def test_a_new_plan_year_begins_with_a_new_deductible() -> None:
    answer = adjudicate_periods(
        LINES,
        [
            PlanPeriod(period=YEAR, plan=PLAN, used=NOTHING_USED),
            PlanPeriod(period=NEXT, plan=evolve(PLAN, plan_year=NEXT)),
        ],
    )

    assert [str(each.patient) for each in answer.adjudications] == ["200.00", "100.00"]
    assert str(answer.patient) == "300.00"
    assert answer.parts[LinePart.DEDUCTIBLE] == Money.parse("300")
    assert answer.plan == ZERO


@pytest.mark.parametrize(("month", "patient"), [(10, "60.00"), (12, "60.00"), (None, "100.00")])
def test_the_last_months_can_carry_over_into_the_next_deductible(
    month: int | None, patient: str
) -> None:
    plan = evolve(PLAN, deductible_carries_over_from=month)
    answer = adjudicate_periods(
        LINES,
        [
            PlanPeriod(period=YEAR, plan=plan, used=NOTHING_USED),
            PlanPeriod(period=NEXT, plan=evolve(plan, plan_year=NEXT)),
        ],
    )

    # 200 of the 250 were met in December; of the next 100, 50 are deductible and 20% of 50 shared.
    assert str(answer.adjudications[1].patient) == patient


@pytest.mark.parametrize(
    ("day", "carried"), [("2026-06-30", ZERO), ("2026-09-01", Money.parse("100"))]
)
def test_months_are_counted_from_the_end_of_the_plan_year(day: str, carried: Money) -> None:
    year = Period(date(2025, 11, 1), date(2026, 11, 1))
    plan = evolve(PLAN, plan_year=year, deductible_carries_over_from=8)
    answer = adjudicate_periods(
        [line(date.fromisoformat(day))], [PlanPeriod(period=year, plan=plan, used=NOTHING_USED)]
    )

    assert answer.adjudications[0].used_after.carryover_used == carried


@pytest.mark.parametrize(
    ("days", "carried"),
    [(["2026-08-31"], Money.parse("100")), (["2026-08-31", "2026-09-01"], None), ([], ZERO)],
)
def test_what_carries_over_of_a_plan_year_that_is_not_told_is_not_known(
    days: list[str], carried: Money | None
) -> None:
    plan = evolve(PLAN, plan_year=None, deductible_carries_over_from=8)
    lines = [line(date.fromisoformat(day)) for day in days]

    assert adjudicate(lines, plan, NOTHING_USED).used_after.carryover_used == carried


@pytest.mark.parametrize(
    ("day", "carried"), [("2026-02-27", ZERO), ("2026-03-02", Money.parse("100"))]
)
def test_the_last_days_of_a_year_that_ends_within_a_month_carry_over(
    day: str, carried: Money
) -> None:
    year = Period(date(2025, 3, 4), date(2026, 3, 4))
    plan = evolve(PLAN, plan_year=year, deductible_carries_over_from=3)
    lines = [line(date.fromisoformat(day))]

    assert adjudicate(lines, plan, NOTHING_USED).used_after.carryover_used == carried


def test_what_lines_carry_over_adds_to_both_ends_of_a_range() -> None:
    plan = evolve(PLAN, deductible_carries_over_from=10)
    used = evolve(NOTHING_USED, carryover_used=Span(ZERO, Money.parse("50")))
    after = adjudicate(LINES[:1], plan, used).used_after

    assert after.carryover_used == Span(Money.parse("100"), Money.parse("150"))


def _of_benefit(benefit: Benefit, day: date, *, is_in_network: bool = True) -> ClaimLine:
    hundred = Money.parse("100")
    return ClaimLine(
        on=day, benefit=benefit, allowed=hundred, billed=hundred, is_in_network=is_in_network
    )


@pytest.mark.parametrize(
    ("crediting", "carried"),
    [
        (Crediting.SEPARATE, "100"),
        (Crediting.COMBINED, "200"),
        (Crediting.CROSS_CREDITED, "200"),
    ],
)
def test_all_that_meets_the_deductible_inside_the_network_carries_over(
    crediting: Crediting, carried: str
) -> None:
    outside = OutOfNetwork(
        coverage=Coverage.COVERED,
        patient_share=Share.percent(40),
        deductible=Money.parse("900"),
        deductible_crediting=crediting,
        has_out_of_pocket_limit=False,
        limit_crediting=Crediting.SEPARATE,
    )
    plan = evolve(PLAN, deductible_carries_over_from=10, out_of_network=outside)
    lines = [line(date(2026, 12, 29)), _of_benefit(Benefit.IOP, LAST, is_in_network=False)]
    after = adjudicate(lines, plan, NOTHING_USED).used_after

    assert after.carryover_used == after.deductible_used == Money.parse(carried)


def test_a_deductible_for_drugs_does_not_carry_over_into_that_for_care() -> None:
    drugs = PlanBenefit(
        benefit=Benefit.PRESCRIPTION_DRUGS,
        cost_share=CostShare(deductible_applies=True),
        has_visit_limit=False,
        pot=AccumulatorPot.DRUG,
    )
    plan = evolve(
        PLAN,
        deductible_carries_over_from=10,
        benefits=(*PLAN.benefits, drugs),
        drug=DrugAmounts(
            is_deductible_integrated=False,
            deductible=Money.parse("400"),
            is_limit_integrated=True,
        ),
    )
    lines = [line(date(2026, 12, 29)), _of_benefit(Benefit.PRESCRIPTION_DRUGS, LAST)]
    after = adjudicate(lines, plan, NOTHING_USED).used_after

    assert after.carryover_used == after.deductible_used == Money.parse("100")


def _stay_plan(year: Period) -> HealthPlan:
    share = CostShare(
        deductible_applies=False,
        copay=Money.parse("40"),
        copay_unit=CopayUnit.DAY,
        copay_cap_per_stay=Money.parse("60"),
    )
    benefit = PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False)
    return evolve(PLAN, plan_year=year, benefits=(benefit,))


@pytest.mark.parametrize(
    ("stay", "used", "patient"),
    [
        pytest.param(1, None, "0.00", id="the same stay goes on"),
        pytest.param(None, None, "0.00", id="a stay that is not told goes on"),
        pytest.param(2, None, "40.00", id="a new stay has copays of its own"),
        pytest.param(
            2,
            evolve(
                NOTHING_USED,
                benefits_used=(BenefitUse(benefit=Benefit.IOP, stay_copays=Money.parse("50")),),
            ),
            "10.00",
            id="what is told is of the stay that runs",
        ),
    ],
)
def test_the_copays_of_a_stay_go_on_into_a_new_year_and_end_with_it(
    stay: int | None, used: Accumulators | None, patient: str
) -> None:
    lines = [
        *(evolve(each, stay=1) for each in LINES[:2]),
        evolve(LINES[2], stay=stay),
    ]
    answer = adjudicate_periods(
        lines,
        [
            PlanPeriod(period=YEAR, plan=_stay_plan(YEAR), used=NOTHING_USED),
            PlanPeriod(period=NEXT, plan=_stay_plan(NEXT), used=used),
        ],
    )

    assert [str(each.patient) for each in answer.adjudications] == ["60.00", patient]


def test_a_plan_that_comes_back_after_another_goes_on_where_it_was() -> None:
    days = [date(2026, 12, day) for day in (1, 10, 20)]
    months = [
        Period(date(2026, 12, 1), date(2026, 12, 5)),
        Period(date(2026, 12, 5), date(2026, 12, 15)),
        Period(date(2026, 12, 15), YEAR.end),
    ]
    met = evolve(NOTHING_USED, deductible_used=Money.parse("150"))
    answer = adjudicate_periods(
        [line(day) for day in days],
        [
            PlanPeriod(period=months[0], plan=PLAN, used=met),
            PlanPeriod(period=months[1], plan=OTHER),
            PlanPeriod(period=months[2], plan=PLAN),
        ],
    )

    assert [str(each.patient) for each in answer.adjudications] == ["100.00", "100.00", "20.00"]


def test_nothing_carries_over_a_plan_year_that_is_left_out() -> None:
    later = Period.calendar_year(2028)
    plan = evolve(PLAN, deductible_carries_over_from=10)
    periods = (
        PlanPeriod(period=YEAR, plan=plan, used=NOTHING_USED),
        PlanPeriod(period=later, plan=evolve(plan, plan_year=later)),
    )

    with pytest.raises(InvalidValue) as caught:
        adjudicate_periods(LINES[:2], periods)
    assert str(caught.value) == (
        "used: expected what has been used of a plan of which a plan year is left out"
    )


def test_another_plan_in_the_middle_of_the_year_begins_with_nothing_used() -> None:
    change = date(2026, 12, 30)
    answer = adjudicate_periods(
        LINES[:2],
        [
            PlanPeriod(period=Period(YEAR.start, change), plan=PLAN, used=NOTHING_USED),
            PlanPeriod(period=Period(change, YEAR.end), plan=OTHER),
        ],
    )

    assert [each.used_before for each in answer.adjudications] == [NOTHING_USED, NOTHING_USED]
    assert str(answer.patient) == "200.00"


def test_a_plan_that_is_interrupted_within_its_year_goes_on() -> None:
    months = [Period(date(2026, 12, 1), date(2026, 12, 30)), Period(date(2026, 12, 30), YEAR.end)]
    met = evolve(NOTHING_USED, deductible_used=Money.parse("150"))
    answer = adjudicate_periods(
        LINES[:2],
        [
            PlanPeriod(period=months[0], plan=PLAN, used=met),
            PlanPeriod(period=months[1], plan=PLAN),
        ],
    )

    assert [str(each.patient) for each in answer.adjudications] == ["100.00", "20.00"]


@pytest.mark.parametrize(
    ("lines", "periods", "message"),
    [
        (
            LINES,
            [PlanPeriod(period=YEAR, plan=PLAN, used=NOTHING_USED)],
            (
                "a day of service lies outside the plan year 2026-01-01..2027-01-01; "
                "tell the plan year of the care, or split the lines by plan year and pass the "
                "amounts used of each"
            ),
        ),
        (
            LINES[::-1],
            [PlanPeriod(period=YEAR, plan=PLAN, used=NOTHING_USED)],
            "lines: expected service days in order; sort the lines by day",
        ),
        (
            LINES,
            [PlanPeriod(period=YEAR, plan=PLAN, used=NOTHING_USED)] * 2,
            "periods: expected periods in order that do not overlap",
        ),
        (
            LINES[:1],
            [PlanPeriod(period=YEAR, plan=PLAN)],
            "used: expected what has been used of the first plan, such as NOTHING_USED",
        ),
    ],
)
def test_periods_that_do_not_hold_the_lines_are_refused(
    lines: list[ClaimLine], periods: list[PlanPeriod], message: str
) -> None:
    with pytest.raises((PlanYearMismatch, InvalidValue)) as refused:
        adjudicate_periods(lines, periods)

    assert str(refused.value) == message


def test_no_lines_owe_nothing() -> None:
    answer = adjudicate_periods([], [])

    assert (answer.patient, answer.plan, set(answer.parts.values())) == (ZERO, ZERO, {ZERO})


def test_what_goes_on_beyond_a_year_is_kept() -> None:
    yearly = LimitUse(unit=LimitUnit.VISITS, period=LimitPeriod.YEAR, count=3)
    ever = LimitUse(unit=LimitUnit.DAYS, period=LimitPeriod.LIFETIME, count=5)
    use = BenefitUse(
        benefit=Benefit.IOP,
        deductible_used=Money(1),
        first_visits=2,
        stay_copays=Money(2),
        limits=(yearly, ever),
    )
    used = evolve(NOTHING_USED, visits_used=7, carryover_used=Money(900), benefits_used=(use,))
    family = evolve(PLAN, family=FamilyAmounts(), deductible_carries_over_from=10)

    kept = evolve(use, deductible_used=ZERO, first_visits=0, limits=(ever,))
    assert next_year(used, PLAN) == evolve(NOTHING_USED, benefits_used=(kept,))
    assert next_year(used, family) == evolve(
        NOTHING_USED,
        deductible_used=Money(900),
        family_deductible_used=Span(Money(900), None),
        benefits_used=(kept,),
    )


def test_how_many_members_carried_their_deductible_over_is_not_known() -> None:
    family = FamilyAmounts(deductible_rule=FamilyRule.MEMBERS_EACH, deductible_members=2)
    plan = evolve(PLAN, family=family, deductible_carries_over_from=10)
    used = evolve(NOTHING_USED, members_met=2, carryover_used=Money(900))

    assert next_year(used, plan).members_met == Span(0, None)
    assert next_year(used, evolve(plan, deductible_carries_over_from=None)).members_met == 0


def test_lines_and_periods_are_read_once() -> None:
    periods = [PlanPeriod(period=YEAR, plan=PLAN, used=NOTHING_USED)]
    answer = adjudicate_periods(iter(LINES[:2]), iter(periods))  # type: ignore[arg-type]  # no types

    assert str(answer.patient) == "200.00"


def test_what_is_carried_over_is_unknown_where_it_was() -> None:
    plan = evolve(PLAN, family=FamilyAmounts(), deductible_carries_over_from=10)
    begun = next_year(Accumulators(), plan)

    assert (begun.deductible_used, begun.family_deductible_used) == (None, None)
    assert begun.benefits_used is None


def test_a_plan_that_follows_itself_must_tell_its_plan_year() -> None:
    plan = HealthPlan(id="design")
    year, next_one = (Period(date(each, 1, 1), date(each + 1, 1, 1)) for each in (2026, 2027))
    periods = (
        PlanPeriod(period=year, plan=plan, used=NOTHING_USED),
        PlanPeriod(period=next_one, plan=plan),
    )

    with pytest.raises(InvalidValue) as caught:
        adjudicate_periods((), periods)
    assert str(caught.value) == (
        "plan_year: expected the plan year of a plan that follows itself, told of both"
    )
