"""What Part B leaves of a hospital service or a week of opioid treatment, in its lawful order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.cost import MedicareLine, hospital_outpatient_line, opioid_treatment_week
from iopkit.errors import InvalidValue, NotInForce
from iopkit.values.money import ZERO, Money

AMOUNTS = shipped().amounts
DAY = date(2026, 3, 2)


def _parts(line: MedicareLine) -> tuple[str, str, str, bool]:
    parts = (str(line.deductible), str(line.copayment), str(line.program))
    return (*parts, line.is_capped)


@pytest.mark.parametrize(
    ("amount", "left", "on", "expected"),
    [
        ("319.38", "0", DAY, ("0.00", "63.88", "255.50", False)),
        ("418.45", "0", DAY, ("0.00", "83.69", "334.76", False)),
        ("418.45", "283", DAY, ("283.00", "27.09", "108.36", False)),
        ("283.00", "283", DAY, ("283.00", "0.00", "0.00", False)),
        ("127.74", "283", DAY, ("127.74", "0.00", "0.00", False)),
        ("0", "283", DAY, ("0.00", "0.00", "0.00", False)),
        # One fifth is the ceiling to the cent, and then one cent more.
        ("8680.00", "0", DAY, ("0.00", "1,736.00", "6,944.00", False)),
        ("8680.05", "0", DAY, ("0.00", "1,736.00", "6,944.05", True)),
        ("13116.76", "0", DAY, ("0.00", "1,736.00", "11,380.76", True)),
        ("13116.76", "283", DAY, ("283.00", "1,736.00", "11,097.76", True)),
        ("13116.76", "0", date(2025, 12, 31), ("0.00", "1,676.00", "11,440.76", True)),
        ("13116.76", "0", date(2024, 1, 1), ("0.00", "1,632.00", "11,484.76", True)),
    ],
)
def test_the_deductible_comes_first_and_the_copayment_has_a_ceiling(
    amount: str, left: str, on: date, expected: tuple[str, str, str, bool]
) -> None:
    line = hospital_outpatient_line(Money.parse(amount), Money.parse(left), AMOUNTS, on=on)

    assert _parts(line) == expected
    assert line.patient + line.program == line.amount


@pytest.mark.parametrize("program", ["iop", "php"])
@pytest.mark.parametrize("setting", ["hospital", "cmhc"])
@pytest.mark.parametrize("services", [3, 4])
@pytest.mark.parametrize("year", [2025, 2026])
def test_no_published_day_reaches_the_ceiling(
    program: str, setting: str, services: int, year: int
) -> None:
    on = date(year, 7, 1)
    day = AMOUNTS.money(f"medicare/{program}-day-{setting}-{services}-services", on=on)

    line = hospital_outpatient_line(day, ZERO, AMOUNTS, on=on)

    assert (line.copayment * 5 - day).cents in range(-2, 3)
    assert not line.is_capped


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("0", ("0.00", "0.00", "153.58", False)),
        ("100", ("100.00", "0.00", "53.58", False)),
        ("283", ("153.58", "0.00", "0.00", False)),
    ],
)
def test_a_week_of_opioid_treatment_owes_the_deductible_and_no_copayment(
    left: str, expected: tuple[str, str, str, bool]
) -> None:
    line = opioid_treatment_week(Money.parse("153.58"), Money.parse(left), AMOUNTS, on=DAY)

    assert _parts(line) == expected


@pytest.mark.parametrize("line", [hospital_outpatient_line, opioid_treatment_week])
@pytest.mark.parametrize(("amount", "left"), [("-1", "0"), ("1", "-0.01")])
def test_a_negative_amount_is_refused(
    line: Callable[..., MedicareLine], amount: str, left: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        line(Money.parse(amount), Money.parse(left), AMOUNTS, on=DAY)

    assert str(refused.value) == "Medicare line: expected amounts that are not negative"


def test_a_year_without_amounts_is_refused_with_the_years_that_exist() -> None:
    with pytest.raises(NotInForce) as refused:
        hospital_outpatient_line(Money.parse("400"), ZERO, AMOUNTS, on=date(2027, 1, 1))

    assert str(refused.value) == (
        "medicare/part-b-patient-share: nothing is in force on 2027-01-01; periods that exist: "
        "2023-01-01..2024-01-01, 2024-01-01..2025-01-01, 2025-01-01..2026-01-01, "
        "2026-01-01..2027-01-01"
    )


def test_a_line_shows_nothing_of_what_is_left_of_a_deductible() -> None:
    line = hospital_outpatient_line(Money.parse("400"), Money.parse("83"), AMOUNTS, on=DAY)

    assert repr(line) == "<MedicareLine: 4 of 5 fields told>"
