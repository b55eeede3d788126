"""Rules, meals, outcomes and shared amounts refuse what cannot be."""

from collections.abc import Callable

import pytest

from iopkit import CostShare, InvalidValue, Money, Span
from iopkit.model import (
    AttendanceRules,
    Block,
    FamilyAmounts,
    FirstVisits,
    Meals,
    Outcomes,
    OutOfNetwork,
    PaymentTerms,
)

_LESS = Money(-1)
_FREE = CostShare(deductible_applies=False)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (
            lambda: AttendanceRules(ends_after_missed_sessions=0),
            "attendance rules: expected absences and weeks of at least 1",
        ),
        (
            lambda: AttendanceRules(reviews_every_weeks=Span(None, 0)),
            "attendance rules: expected absences and weeks of at least 1",
        ),
        (
            lambda: AttendanceRules(drug_screens=Span(-1, None)),
            "drug_screens: expected a number that is not negative",
        ),
        (lambda: Meals(snacks_per_day=-1), "meals: expected numbers that are not negative"),
        (
            lambda: Outcomes(referred=-1),
            "referred: expected a number of people that is not negative",
        ),
        (
            lambda: Block(minutes=0),
            "block: expected an end after the start, and minutes of at least 1",
        ),
        (lambda: PaymentTerms(total=_LESS), "total: expected an amount that is not negative"),
        (
            lambda: FamilyAmounts(person_limit=_LESS),
            "person_limit: expected an amount that is not negative",
        ),
        (
            lambda: OutOfNetwork(deductible=_LESS),
            "deductible: expected an amount that is not negative",
        ),
        (
            lambda: OutOfNetwork(out_of_pocket_limit=Money(1), has_out_of_pocket_limit=False),
            "out_of_pocket_limit: expected no amount where the plan has no limit",
        ),
        (
            lambda: CostShare(deductible_applies=False, copay_cap_per_stay=_LESS),
            "copay_cap_per_stay: expected an amount that is not negative",
        ),
        (
            lambda: CostShare(deductible_applies=False, copay_days_per_stay=0),
            "copay_days_per_stay: expected at least 1 day",
        ),
        (
            lambda: FirstVisits(visits=0, cost_share=_FREE),
            "visits: expected at least 1 visit",
        ),
    ],
)
def test_what_cannot_be_is_refused(build: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        build()

    assert str(refused.value) == message
