"""Documents about plans and prices that nobody can have meant: each problem at its own place."""

from __future__ import annotations

import pytest

from iopkit.formats import read
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import PriceList
from iopkit.values.problems import DocumentError

_NEGATIVE = "expected an amount that is not negative"
_SHARE = "benefits: [{benefit: iop, cost_share: {deductible_applies: yes, patient_share: %s}}]"
_EXPECTED = (
    "2:80: benefits[0].cost_share.patient_share: expected a share from 0% to 100%, such as 20%"
)


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("deductible: -5.00", f"2:13: deductible: {_NEGATIVE}"),
        ("out_of_pocket_limit: -5.00", f"2:22: out_of_pocket_limit: {_NEGATIVE}"),
        ("family: {person_limit: -5.00}", f"2:24: family.person_limit: {_NEGATIVE}"),
        ("out_of_network: {deductible: -1.00}", f"2:30: out_of_network.deductible: {_NEGATIVE}"),
        ("drug: {deductible: -1.00}", f"2:20: drug.deductible: {_NEGATIVE}"),
        (
            "benefits: [{benefit: iop, cost_share: {deductible_applies: no, copay: -1.00}}]",
            f"2:71: benefits[0].cost_share.copay: {_NEGATIVE}",
        ),
        # A share is told with its sign, so that 20 is never read as 20 times, nor 0.20 as 0.2%.
        (_SHARE % "20", f"{_EXPECTED}, got '20'; write 20%"),
        (_SHARE % "0.20", f"{_EXPECTED}, got '0.20'; write 20% or 0.20%, whichever is meant"),
        (_SHARE % "120%", f"{_EXPECTED}, got '120%'"),
        (_SHARE % "-5%", f"{_EXPECTED}, got '-5%'"),
        (
            "benefits: [{benefit: iop}, {benefit: iop}]",
            "2:11: benefits: expected each benefit once",
        ),
        (
            "plan_year: 2027-01-01..2026-01-01",
            (
                "2:12: plan_year: expected a period START..END or START..open, with days as "
                "YYYY-MM-DD and END after START, got '2027-01-01..2026-01-01'"
            ),
        ),
    ],
)
def test_what_no_plan_can_mean_is_refused_where_it_stands(told: str, problem: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read(HealthPlan, f"id: x\n{told}\n")

    assert str(refused.value) == f"<text>:{problem}"


def test_prices_of_one_service_that_overlap_are_refused_where_they_stand() -> None:
    price = "{service: iop, unit: day, amount: 1.00, period: %s}"
    some = ", ".join(price % year for year in ("2026-01-01..2026-07-01", "2026-06-30..open"))
    with pytest.raises(DocumentError) as refused:
        read(PriceList, f"allowed: [{some}]\n")

    assert str(refused.value) == (
        "<text>:1:10: allowed: expected periods or ages that do not overlap; end one where the "
        "next begins"
    )
