"""The poverty guideline of a household, by region and year, and incomes as exact percents."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from iopkit.catalog import shipped
from iopkit.cost import PovertyTable, percent_of_poverty, poverty_guideline
from iopkit.errors import InvalidValue, NotInForce
from iopkit.values.money import Money
from iopkit.vocabulary.places import State

AMOUNTS = shipped().amounts
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("household", "state", "on", "expected"),
    [
        (1, State.VA, date(2026, 1, 1), "15,960.00"),
        (1, State.DC, date(2026, 12, 31), "15,960.00"),
        (4, State.CA, DAY, "33,000.00"),
        (9, State.TX, DAY, "61,400.00"),
        (1, State.AK, DAY, "19,950.00"),
        (3, State.AK, DAY, "34,150.00"),
        (1, State.HI, DAY, "18,360.00"),
        (2, State.HI, DAY, "24,890.00"),
        (1, State.VA, date(2025, 12, 31), "15,650.00"),
        (2, State.VA, date(2023, 1, 1), "19,720.00"),
    ],
)
def test_a_guideline_is_the_first_person_and_each_further_one(
    household: int, state: State, on: date, expected: str
) -> None:
    assert str(poverty_guideline(AMOUNTS, household, state, on=on)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 1, 1), "15,650.00"), (date(2024, 12, 31), "14,580.00")],
)
def test_a_subsidy_of_the_marketplace_uses_the_table_of_the_year_before(
    on: date, expected: str
) -> None:
    table = PovertyTable.PRIOR_YEAR

    assert str(poverty_guideline(AMOUNTS, 1, State.VA, on=on, table=table)) == expected


@pytest.mark.parametrize(
    ("on", "day"),
    [(date(2023, 6, 1), "2022-12-31"), (date(1, 1, 1), "0001-12-31")],
)
def test_the_table_of_a_year_before_all_that_were_read_is_refused(on: date, day: str) -> None:
    with pytest.raises(NotInForce) as refused:
        poverty_guideline(AMOUNTS, 1, State.VA, on=on, table=PovertyTable.PRIOR_YEAR)

    assert str(refused.value) == (
        f"poverty/contiguous-first-person: nothing is in force on {day}; periods that exist: "
        "2023-01-01..2024-01-01, 2024-01-01..2025-01-01, 2025-01-01..2026-01-01, "
        "2026-01-01..2027-01-01"
    )


@pytest.mark.parametrize("state", [State.PR, State.GU, State.VI, State.AS, State.MP])
def test_no_guideline_stands_in_for_a_territory(state: State) -> None:
    with pytest.raises(InvalidValue) as refused:
        poverty_guideline(AMOUNTS, 1, state, on=DAY)

    assert str(refused.value) == (
        "state: expected one of the 50 states or DC: no guideline is published for territories; "
        "use the table that the program names there"
    )


@pytest.mark.parametrize("household", [0, -1, True])
def test_a_household_has_at_least_one_person(household: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        poverty_guideline(AMOUNTS, household, State.VA, on=DAY)

    assert str(refused.value) == "household: expected a whole number of persons, at least 1"


@pytest.mark.parametrize(
    ("income", "expected"),
    [
        ("0", Fraction(0)),
        ("15960", Fraction(100)),
        ("15960.01", Fraction(1_596_001, 15_960)),
        ("23940", Fraction(150)),
        ("5320", Fraction(100, 3)),
    ],
)
def test_an_income_is_an_exact_percent_of_its_guideline(income: str, expected: Fraction) -> None:
    found = percent_of_poverty(Money.parse(income), Money.parse("15960"))

    assert found == expected


@pytest.mark.parametrize(("income", "guideline"), [("-0.01", "100"), ("1", "0"), ("1", "-5")])
def test_an_income_below_zero_or_a_guideline_of_nothing_is_refused(
    income: str, guideline: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        percent_of_poverty(Money.parse(income), Money.parse(guideline))

    assert str(refused.value) == "income: expected an amount from 0, and a guideline above 0"
