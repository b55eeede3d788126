"""Laws of payment plans, over random amounts, rates and numbers of installments."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from iopkit.cost import PaymentPlan, payment_plan
from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share

counts = st.integers(1, 72)
amounts = st.integers(1, 100) | st.integers(1, 2_000_000)
rates = st.sampled_from((0, 1, 599, 1_200, 2_999, 10_000)) | st.integers(0, 10_000)
firsts = st.dates(min_value=date(2026, 1, 1), max_value=date(2030, 12, 31))


def made(cents: int, count: int, rate: int, first: date | None = None) -> PaymentPlan | None:
    """Return the plan, or `None` where the amount is too small for so many installments."""
    try:
        return payment_plan(Money(cents), count, annual_rate=Share(rate), first_due=first)
    except InvalidValue:
        return None


def rounding(count: int, rate: int) -> float:
    """Return how many cents rounding may make: one a month, with the interest of later months."""
    return count * (1 + rate / 120_000) ** count + 1


@given(amounts, counts, rates)
@settings(max_examples=300)
def test_installments_add_up_to_the_amount_and_its_interest(
    cents: int, count: int, rate: int
) -> None:
    plan = made(cents, count, rate)

    assume(plan is not None)
    assert plan is not None
    assert plan.total == plan.amount + plan.interest
    assert plan.installments[-1].left == ZERO
    assert all(each.amount > ZERO and each.interest >= ZERO for each in plan.installments)
    assert len({each.amount for each in plan.installments[:-1]}) <= 1


@given(st.integers(1_000, 2_000_000), counts, rates)
@settings(max_examples=300)
def test_no_amount_of_ten_dollars_is_refused_and_the_last_differs_little(
    cents: int, count: int, rate: int
) -> None:
    plan = made(cents, count, rate)

    assert plan is not None
    first, last = plan.installments[0].amount.cents, plan.installments[-1].amount.cents
    assert abs(first - last) <= rounding(count, rate)


@given(amounts, counts)
def test_without_interest_only_the_amount_is_paid_and_no_plan_is_refused(
    cents: int, count: int
) -> None:
    assume(cents >= count)

    plan = made(cents, count, 0)

    assert plan is not None
    assert (plan.total, plan.interest) == (Money(cents), ZERO)


@given(st.integers(1_000, 2_000_000), counts, rates, rates)
@example(cents=1_000, count=68, one=2_999, other=3_013)  # whole cents: 31 against 30 a month
@settings(max_examples=200)
def test_a_higher_rate_never_costs_less(cents: int, count: int, one: int, other: int) -> None:
    low, high = (made(cents, count, rate) for rate in sorted((one, other)))

    assert low is not None
    assert high is not None
    assert low.interest.cents <= high.interest.cents + rounding(count, max(one, other))


@given(counts, firsts)
def test_installments_fall_in_consecutive_months(count: int, first: date) -> None:
    plan = made(100_000, count, 0, first)

    assert plan is not None
    days = [each.on for each in plan.installments if each.on is not None]
    months = [day.year * 12 + day.month for day in days]
    assert len(days) == count
    assert days[0] == first
    assert all(later - earlier == 1 for earlier, later in pairwise(months))
    assert all(day.day == min(first.day, 28) or day.day > 28 for day in days)
