"""The words of copays and shares: every one that was published, and back to text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from iopkit import CopayOrder, InvalidValue, Money, Share
from iopkit.interop import (
    CostCell,
    NoCharge,
    NotApplicable,
    StatedCopay,
    StatedShare,
    read_cost,
    write_cost,
)
from iopkit.model import CopayUnit

STRINGS = Path(__file__).parents[1] / "data" / "puf_2014_2016_cost_share_strings.csv"
AFTER, BEFORE, PLAIN = CopayOrder.AFTER_DEDUCTIBLE, CopayOrder.BEFORE_DEDUCTIBLE, CopayOrder.PLAIN
DAY, STAY = CopayUnit.DAY, CopayUnit.STAY
EXPECTED = (
    "cost sharing: expected nothing, Not Applicable, No Charge, a copay such as "
    "$30 Copay after deductible, or a percentage such as 20% Coinsurance after deductible"
)


def published() -> list[str]:
    with STRINGS.open(encoding="utf-8", newline="") as file:
        return [row["string"] for row in csv.DictReader(file)]


def copay(amount: str, order: CopayOrder = PLAIN, unit: CopayUnit | None = None) -> StatedCopay:
    return StatedCopay(Money.parse(amount), order, unit)


def share(percent: str, *, after: bool = False) -> StatedShare:
    return StatedShare(Share.percent(percent), after)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", None),
        ("   ", None),
        ("Not Applicable", NotApplicable()),
        ("No Charge", NoCharge()),
        ("No Charge after deductible", NoCharge(is_after_deductible=True)),
        ("$0", copay("0")),
        ("$1,000", copay("1000")),
        ("$40.00", copay("40")),
        ("$8.50", copay("8.50")),
        ("$1,250.00 Copay", copay("1250")),
        ("$30 Copay after deductible", copay("30", AFTER)),
        ("$1,000 Copay after deductible", copay("1000", AFTER)),
        ("$1000 Copay before deductible", copay("1000", BEFORE)),
        ("$2000.00 Copay with deductible", copay("2000", BEFORE)),
        ("$0 Copay per Day", copay("0", unit=DAY)),
        ("$700 Copay per Day before deductible", copay("700", BEFORE, DAY)),
        ("$250.00 Copay per Day after deductible", copay("250", AFTER, DAY)),
        ("$500 Copay per Stay", copay("500", unit=STAY)),
        ("$500 Copay per Stay after deductible", copay("500", AFTER, STAY)),
        ("$250.00 Copay per Stay with deductible", copay("250", BEFORE, STAY)),
        ("$250  Copay  PER stay", copay("250", unit=STAY)),
        (" no charge AFTER deductible ", NoCharge(is_after_deductible=True)),
        ("0%", share("0")),
        ("100%", share("100")),
        ("12.5%", share("12.5")),
        ("25.00%", share("25")),
        ("7.00% Coinsurance after deductible", share("7", after=True)),
    ],
)
def test_a_cell_says_what_its_words_say(text: str, said: CostCell | None) -> None:
    assert read_cost(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "$",
        "%",
        "30",
        "$ 30",
        "$-30",
        "-$30",
        "-5%",
        "20",
        "0.2",
        "20 %",
        "101%",
        "150.00%",
        "20.001%",
        "$20.001",
        "$1,00",
        "$1e3",
        "$999999999999",
        "$30 after deductible",
        "$30 Copay per Visit",
        "$30 Copay per Day per Stay",
        "$30 Copay after deductible per Day",
        "$30 Coinsurance after deductible",
        "20% Coinsurance",
        "20% Copay after deductible",
        "20% Coinsurance before deductible",
        "20% Coinsurance with deductible",
        "No Charge before deductible",
        "No Charge with deductible",
        "Not Applicable after deductible",
        "$30 Copay after deductible, waived if admitted",
        "$30/20%",
        "See plan",
        "N/A",
        "None",
    ],
)
def test_any_other_words_are_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_cost(text)

    assert str(caught.value) == EXPECTED
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_every_published_string_is_read_and_comes_back_unless_it_is_written_in_two_ways() -> None:
    written = {text: write_cost(read_cost(text), year=2016) for text in published()}

    changed = {text: back for text, back in written.items() if text != back}

    assert len(written) == 204
    assert changed == {
        "$1,000 Copay after deductible": "$1000 Copay after deductible",
        "$1,000 Copay before deductible": "$1000 Copay before deductible",
    }


@pytest.mark.parametrize(
    ("cell", "early", "later"),
    [
        (None, "", ""),
        (NotApplicable(), "Not Applicable", "Not Applicable"),
        (NoCharge(), "No Charge", "No Charge"),
        (NoCharge(is_after_deductible=True), *["No Charge after deductible"] * 2),
        (copay("1250"), "$1,250", "$1,250.00"),
        (copay("8.50"), "$8.50", "$8.50"),
        (copay("1000", AFTER), "$1000 Copay after deductible", "$1000.00 Copay after deductible"),
        (copay("20", BEFORE), "$20 Copay before deductible", "$20.00 Copay with deductible"),
        (
            copay("700", BEFORE, DAY),
            "$700 Copay per Day before deductible",
            "$700.00 Copay per Day with deductible",
        ),
        (copay("500", unit=STAY), "$500 Copay per Stay", "$500.00 Copay per Stay"),
        (share("20"), "20%", "20.00%"),
        (share("12.5"), "12.5%", "12.50%"),
        (
            share("7", after=True),
            "7% Coinsurance after deductible",
            "7.00% Coinsurance after deductible",
        ),
    ],
)
def test_a_cell_is_written_as_the_files_of_its_year_write_it(
    cell: CostCell | None, early: str, later: str
) -> None:
    assert [write_cost(cell, year=year) for year in (2014, 2016)] == [early, early]
    assert [write_cost(cell, year=year) for year in (2017, 2026)] == [later, later]


@pytest.mark.parametrize("unit", [CopayUnit.VISIT, CopayUnit.EPISODE])
def test_a_unit_that_no_cell_names_is_refused(unit: CopayUnit) -> None:
    with pytest.raises(InvalidValue) as caught:
        StatedCopay(Money.parse("30"), PLAIN, unit)

    assert str(caught.value) == "unit: expected day, stay or none"


def test_a_copay_below_nothing_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        StatedCopay(Money.parse("-1"))

    assert str(caught.value) == "copay: expected an amount that is not negative"
