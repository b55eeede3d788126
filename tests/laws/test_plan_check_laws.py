"""What holds for the checks of every plan, every line of Part B, and every cap of Medicaid."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.strategies_documents import values_of

from iopkit.catalog import shipped
from iopkit.cost import (
    PLAN_CODES,
    hospital_outpatient_line,
    medicaid_copay_cap,
    percent_of_poverty,
    plan_findings,
    poverty_guideline,
    supplemented_line,
)
from iopkit.formats import dump, places_in
from iopkit.model import MedicareSupplement
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.vocabulary.places import State

AMOUNTS = shipped().amounts
DAY = date(2026, 3, 2)
PLANS = values_of(HealthPlan)
CENTS = st.builds(Money, st.integers(0, 3_000_000))
PERCENTS = st.fractions(0, 1_000, max_denominator=10_000)
SUPPLEMENTS = st.one_of(
    st.builds(
        MedicareSupplement,
        pays_deductible=st.booleans(),
        copayment_share=st.builds(Share, st.integers(0, 10_000)),
        yearly_limit=st.one_of(st.none(), CENTS),
    ),
    st.builds(MedicareSupplement, pays_deductible=st.booleans(), visit_copay=CENTS),
)


@given(PLANS)
def test_every_finding_about_any_plan_has_a_known_code_a_place_and_a_shipped_source(
    plan: HealthPlan,
) -> None:
    found = plan_findings(plan, AMOUNTS, on=DAY)

    place_of = places_in(dump(plan))
    assert {each.code for each in found} <= set(PLAN_CODES)
    assert {each.source for each in found} - {None} <= set(shipped().ids("sources"))
    assert all(place_of(each.path).line for each in found)


@given(CENTS, CENTS, CENTS)
def test_a_line_of_part_b_adds_up_and_a_larger_deductible_left_costs_no_less(
    amount: Money, left: Money, more: Money
) -> None:
    line = hospital_outpatient_line(amount, left, AMOUNTS, on=DAY)
    later = hospital_outpatient_line(amount, left + more, AMOUNTS, on=DAY)

    ceiling = AMOUNTS.money("medicare/part-a-inpatient-deductible", on=DAY)
    assert line.deductible + line.copayment + line.program == amount
    assert ZERO <= line.deductible <= left
    assert ZERO <= line.copayment <= ceiling
    assert line.program >= ZERO
    assert later.deductible >= line.deductible
    assert later.copayment <= line.copayment


@given(CENTS, CENTS, SUPPLEMENTS, CENTS)
def test_a_supplement_never_pays_more_than_the_patient_owes(
    amount: Money, left: Money, supplement: MedicareSupplement, used: Money
) -> None:
    line = hospital_outpatient_line(amount, left, AMOUNTS, on=DAY)

    found = supplemented_line(line, supplement, limit_used=used)

    assert found.supplement + found.patient == line.patient
    assert ZERO <= found.supplement <= line.patient


@given(PERCENTS, CENTS)
def test_the_cap_of_any_income_lies_within_the_cap_of_an_unknown_one(
    percent: Fraction, pays: Money
) -> None:
    cap = medicaid_copay_cap(AMOUNTS, percent, pays, on=DAY)
    unknown = medicaid_copay_cap(AMOUNTS, None, pays, on=DAY)

    assert cap.low is not None
    assert unknown.low is not None
    assert unknown.low <= cap.low
    assert unknown.high is None


@given(CENTS, st.integers(1, 20), st.sampled_from([State.VA, State.AK, State.HI]))
def test_more_persons_in_a_household_make_the_same_income_a_lower_percent(
    income: Money, household: int, state: State
) -> None:
    first, second = (
        percent_of_poverty(income, poverty_guideline(AMOUNTS, count, state, on=DAY))
        for count in (household, household + 1)
    )

    assert second <= first
    assert (second < first) == (income > ZERO)
