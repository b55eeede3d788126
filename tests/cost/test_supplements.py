"""What a Medicare supplement pays, from what its holder tells of it; the designs are made up."""

from __future__ import annotations

import pytest

from iopkit.cost import MedicareLine, supplemented_line
from iopkit.errors import InvalidValue
from iopkit.model import MedicareSupplement
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share


def dollars(amount: str) -> Money:
    return Money.parse(amount)


LINE = MedicareLine(
    amount=dollars("418.45"),
    deductible=dollars("100.00"),
    copayment=dollars("63.69"),
    program=dollars("254.76"),
)
ONE_OF_BOTH = "supplement: expected either copayment_share, may be 0%, or visit_copay"
ALL = MedicareSupplement(pays_deductible=True, copayment_share=Share.percent(100))
NO_DEDUCTIBLE = MedicareSupplement(pays_deductible=False, copayment_share=Share.percent(100))
HALF = MedicareSupplement(
    pays_deductible=False, copayment_share=Share.percent(50), yearly_limit=dollars("1000")
)
VISIT = MedicareSupplement(pays_deductible=False, visit_copay=dollars("20"))
HIGH_VISIT = MedicareSupplement(pays_deductible=True, visit_copay=dollars("70"))
NOTHING = MedicareSupplement(pays_deductible=False, copayment_share=Share.percent(0))


@pytest.mark.parametrize(
    ("supplement", "used", "paid", "left"),
    [
        (ALL, None, "163.69", "0.00"),
        (NO_DEDUCTIBLE, None, "63.69", "100.00"),
        (HALF, "0", "31.85", "131.84"),
        (HALF, "868.16", "31.85", "131.84"),
        (HALF, "868.17", "31.86", "131.83"),
        (HALF, "1000", "163.69", "0.00"),
        (HALF, "5000", "163.69", "0.00"),
        (VISIT, None, "43.69", "120.00"),
        (VISIT, "5000", "43.69", "120.00"),
        (HIGH_VISIT, None, "100.00", "63.69"),
        (NOTHING, None, "0.00", "163.69"),
    ],
)
def test_a_supplement_pays_its_part_of_what_is_left_to_the_patient(
    supplement: MedicareSupplement, used: str | None, paid: str, left: str
) -> None:
    limit_used = None if used is None else dollars(used)

    found = supplemented_line(LINE, supplement, limit_used=limit_used)

    assert (str(found.supplement), str(found.patient)) == (paid, left)
    assert found.supplement + found.patient == LINE.patient


@pytest.mark.parametrize(
    ("used", "message"),
    [
        (None, "limit_used: expected an amount, since the supplement has a yearly limit"),
        ("-1", "limit_used: expected an amount that is not negative"),
    ],
)
def test_a_limit_wants_to_know_what_is_used_of_it(used: str | None, message: str) -> None:
    limit_used = None if used is None else dollars(used)

    with pytest.raises(InvalidValue) as refused:
        supplemented_line(LINE, HALF, limit_used=limit_used)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("visit_copay", "share", "yearly_limit", "message"),
    [
        ("-1", None, None, "supplement: expected amounts that are not negative"),
        (None, 0, "-1", "supplement: expected amounts that are not negative"),
        ("20", 100, None, ONE_OF_BOTH),
        (None, None, None, ONE_OF_BOTH),
    ],
)
def test_a_supplement_that_cannot_be_meant_is_refused(
    visit_copay: str | None, share: int | None, yearly_limit: str | None, message: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        MedicareSupplement(
            pays_deductible=False,
            copayment_share=None if share is None else Share.percent(share),
            visit_copay=None if visit_copay is None else dollars(visit_copay),
            yearly_limit=None if yearly_limit is None else dollars(yearly_limit),
        )

    assert str(refused.value) == message


def test_a_line_of_nothing_leaves_nothing_to_pay() -> None:
    line = MedicareLine(amount=ZERO, deductible=ZERO, copayment=ZERO, program=ZERO)

    found = supplemented_line(line, VISIT)

    assert (found.supplement, found.patient) == (ZERO, ZERO)
    assert repr(found) == "<SupplementedLine: 3 of 3 fields told>"
