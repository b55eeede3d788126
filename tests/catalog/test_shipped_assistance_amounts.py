"""What estimates and sliding fee scales count with, stated a second time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from iopkit.catalog import shipped
from iopkit.law.amounts import AmountValue
from iopkit.values.money import Money
from iopkit.vocabulary.billing import AmountUnit

DAYS = AmountUnit.BUSINESS_DAYS
RULE, BILL, MANUAL = "cfr-45-149-610", "cfr-45-149-620", "hrsa-compliance-manual-9"


@pytest.mark.parametrize(
    ("wanted", "unit", "start", "value", "source"),
    [
        ("us/good-faith-scheduled-far-ahead", DAYS, 2022, Decimal(10), RULE),
        ("us/good-faith-scheduled-ahead", DAYS, 2022, Decimal(3), RULE),
        ("us/good-faith-days-after-scheduling-far-ahead", DAYS, 2022, Decimal(3), RULE),
        ("us/good-faith-days-after-scheduling", DAYS, 2022, Decimal(1), RULE),
        ("us/good-faith-days-after-request", DAYS, 2022, Decimal(3), RULE),
        ("us/good-faith-days-before-changed-care", DAYS, 2022, Decimal(1), RULE),
        ("us/good-faith-dispute-excess", AmountUnit.USD, 2022, Money(40_000), BILL),
        (
            "hrsa/full-discount-up-to",
            AmountUnit.PERCENT_OF_POVERTY,
            2023,
            Decimal(100),
            MANUAL,
        ),
        ("hrsa/no-discount-above", AmountUnit.PERCENT_OF_POVERTY, 2023, Decimal(200), MANUAL),
        ("hrsa/least-discount-classes", AmountUnit.DISCOUNT_CLASSES, 2023, Decimal(3), MANUAL),
    ],
)
def test_a_number_of_a_rule_is_what_was_read(
    wanted: str, unit: AmountUnit, start: int, value: AmountValue, source: str
) -> None:
    series = shipped().amounts.get(wanted)

    (entry,) = series.values.entries

    assert (series.unit, entry.value, entry.source) == (unit, value, source)
    assert (entry.period.start.year, entry.period.end) == (start, None)
