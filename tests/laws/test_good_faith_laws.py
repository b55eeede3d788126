"""Laws of good-faith estimates, over random charges, bills and days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from iopkit.catalog import shipped
from iopkit.cost import (
    EstimateRequest,
    ExpectedProvider,
    ExpectedService,
    GoodFaithEstimate,
    dispute_tests,
    estimate_deadline,
    good_faith_estimate,
)
from iopkit.rules.truth import Truth
from iopkit.values.business_days import is_business_day
from iopkit.values.money import ZERO, Money

LAW = shipped().amounts
DAY = date(2026, 3, 2)
LEAST = Money.parse("400")

charges = st.integers(0, 60_000).map(Money)
excesses = st.sampled_from((0, 39_999, 40_000)) | st.integers(0, 90_000)
days = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))


def estimate_of(services: list[list[Money | None]]) -> GoodFaithEstimate:
    """Return an estimate with a provider for each list of charges."""
    providers = [
        ExpectedProvider(
            id=str(place),
            services=tuple(ExpectedService(description="a day", charge=each) for each in told),
        )
        for place, told in enumerate(services)
    ]
    return good_faith_estimate(
        ExpectedService(description="a day"), providers, EstimateRequest(requested_on=DAY), LAW
    )


@given(st.lists(st.lists(charges, min_size=1, max_size=5), min_size=1, max_size=3), st.data())
def test_a_dispute_takes_400_above_the_own_charges_of_a_provider(
    told: list[list[Money]], data: st.DataObject
) -> None:
    found = estimate_of([list[Money | None](each) for each in told])
    sums = [sum(each, ZERO) for each in told]
    extras = [
        data.draw(st.sampled_from((0, 39_999, 40_000)) | st.integers(0, 90_000)) for _ in sums
    ]
    bills = {
        str(place): total + Money(extra)
        for place, (total, extra) in enumerate(zip(sums, extras, strict=True))
    }

    answers = dispute_tests(found, bills, LAW, on=DAY)

    assert [each.may_dispute for each in answers] == [
        Truth.of(extra >= LEAST.cents) for extra in extras
    ]
    assert found.total == sum(sums, ZERO)


@given(
    st.lists(st.none() | charges, min_size=1, max_size=5), st.lists(charges, min_size=5), charges
)
@settings(max_examples=200)
def test_telling_a_charge_never_changes_an_answer_that_was_known(
    told: list[Money | None], answers: list[Money], billed: Money
) -> None:
    whole = [answer if each is None else each for each, answer in zip(told, answers, strict=False)]

    (before,) = dispute_tests(estimate_of([told]), {"0": billed}, LAW, on=DAY)
    (after,) = dispute_tests(estimate_of([[*whole]]), {"0": billed}, LAW, on=DAY)

    assert after.may_dispute is not Truth.UNKNOWN
    if before.may_dispute is not Truth.UNKNOWN:
        assert after.may_dispute is before.may_dispute


@given(days, st.integers(0, 40), st.frozensets(days, max_size=30))
def test_a_deadline_is_a_business_day_after_scheduling_and_before_or_on_the_care(
    scheduled: date, ahead: int, holidays: frozenset[date]
) -> None:
    care = scheduled + timedelta(ahead)
    request = EstimateRequest(scheduled_on=scheduled, service_on=care, holidays=holidays)

    found = estimate_deadline(request, LAW)

    assert found.is_due is not Truth.UNKNOWN
    if found.by is not None:
        assert is_business_day(found.by, holidays)
        assert scheduled < found.by <= care


@given(days, days, st.integers(0, 40))
def test_asking_as_well_never_makes_an_estimate_due_later(
    scheduled: date, requested: date, ahead: int
) -> None:
    care = scheduled + timedelta(ahead)
    alone = estimate_deadline(EstimateRequest(scheduled_on=scheduled, service_on=care), LAW)
    both = estimate_deadline(
        EstimateRequest(scheduled_on=scheduled, service_on=care, requested_on=requested), LAW
    )

    assert both.by is not None
    assert alone.by is None or both.by <= alone.by
