"""Every amount of a year that was read, stated a second time, and none for any other year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from iopkit.catalog import check_catalog, shipped
from iopkit.errors import NotInForce, NotShipped
from iopkit.law.amounts import AmountSeries, AmountValue
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.sources import Confidence
from iopkit.vocabulary.billing import AmountUnit

DAY = date(2026, 3, 2)
ACA_SELF = {
    2014: "6,350",
    2015: "6,600",
    2016: "6,850",
    2017: "7,150",
    2018: "7,350",
    2019: "7,900",
    2020: "8,150",
    2021: "8,550",
    2022: "8,700",
    2023: "9,100",
    2024: "9,450",
    2025: "9,200",
    2026: "10,600",
    2027: "12,000",
}
ACA_FAMILY = {
    2014: "12,700",
    2015: "13,200",
    2016: "13,700",
    2017: "14,300",
    2018: "14,700",
    2019: "15,800",
    2020: "16,300",
    2021: "17,100",
    2022: "17,400",
    2023: "18,200",
    2024: "18,900",
    2025: "18,400",
    2026: "21,200",
    2027: "24,000",
}


def _from(year: int, *values: str) -> dict[int, str]:
    return dict(enumerate(values, year))


DOLLARS = {
    "aca/out-of-pocket-maximum-self": ACA_SELF,
    "aca/out-of-pocket-maximum-family": ACA_FAMILY,
    "aca/out-of-pocket-maximum-person-in-family": {
        year: amount for year, amount in ACA_SELF.items() if year >= 2016
    },
    "irs/hdhp-minimum-deductible-self": _from(2023, "1500", "1600", "1650", "1700", "1750"),
    "irs/hdhp-minimum-deductible-family": _from(2023, "3000", "3200", "3300", "3400", "3500"),
    "irs/hdhp-out-of-pocket-limit-self": _from(2023, "7500", "8050", "8300", "8500", "8700"),
    "irs/hdhp-out-of-pocket-limit-family": _from(2023, "15000", "16100", "16600", "17000", "17400"),
    "irs/hsa-contribution-self": _from(2023, "3850", "4150", "4300", "4400", "4500"),
    "irs/hsa-contribution-family": _from(2023, "7750", "8300", "8550", "8750", "9000"),
    "irs/hsa-catch-up-contribution": _from(2023, "1000", "1000", "1000", "1000", "1000"),
    "poverty/contiguous-first-person": _from(2023, "14580", "15060", "15650", "15960"),
    "poverty/contiguous-each-further-person": _from(2023, "5140", "5380", "5500", "5680"),
    "poverty/alaska-first-person": _from(2023, "18210", "18810", "19550", "19950"),
    "poverty/alaska-each-further-person": _from(2023, "6430", "6730", "6880", "7100"),
    "poverty/hawaii-first-person": _from(2023, "16770", "17310", "17990", "18360"),
    "poverty/hawaii-each-further-person": _from(2023, "5910", "6190", "6330", "6530"),
}
MONTHLY = _from(2021, "148.50", "170.10", "164.90", "174.70", "185.00", "202.90")
DAILY = {
    "medicare/part-a-days-61-90": _from(2023, "400", "408", "419", "434"),
    "medicare/part-a-lifetime-reserve-days": _from(2023, "800", "816", "838", "868"),
    "medicare/part-a-nursing-days-21-100": _from(2023, "200", "204", "209.50", "217"),
}
PART_A = _from(2023, "1600", "1632", "1676", "1736")
BUSINESS = _from(2023, "65.5", "67", "70", "72.5")
BY_YEAR: dict[str, tuple[AmountUnit, dict[int, AmountValue]]] = {
    **{
        name: (AmountUnit.USD_PER_YEAR, {year: Money.parse(told) for year, told in years.items()})
        for name, years in DOLLARS.items()
    },
    **{
        name: (AmountUnit.USD_PER_DAY, {year: Money.parse(told) for year, told in years.items()})
        for name, years in DAILY.items()
    },
    "medicare/part-a-inpatient-deductible": (
        AmountUnit.USD_PER_BENEFIT_PERIOD,
        {year: Money.parse(told) for year, told in PART_A.items()},
    ),
    "medicare/part-b-premium": (
        AmountUnit.USD_PER_MONTH,
        {year: Money.parse(told) for year, told in MONTHLY.items()},
    ),
    "irs/business-mileage": (
        AmountUnit.CENTS_PER_MILE,
        {year: Decimal(told) for year, told in BUSINESS.items()},
    ),
}
SINCE: dict[str, tuple[AmountUnit, date, AmountValue]] = {
    "irs/charity-mileage": (AmountUnit.CENTS_PER_MILE, date(2023, 1, 1), Decimal(14)),
    "irs/medical-expense-floor": (
        AmountUnit.SHARE_OF_INCOME,
        date(2023, 1, 1),
        Share.percent("7.5"),
    ),
    "us-medicaid/outpatient-copay-base": (
        AmountUnit.USD_PER_SERVICE,
        date(2015, 10, 1),
        Money.parse("4.00"),
    ),
    "us-medicaid/outpatient-middle-band-share": (
        AmountUnit.SHARE_OF_PAYMENT,
        date(2015, 10, 1),
        Share.percent(10),
    ),
    "us-medicaid/outpatient-upper-band-share": (
        AmountUnit.SHARE_OF_PAYMENT,
        date(2015, 10, 1),
        Share.percent(20),
    ),
    "us-medicaid/lowest-band-end": (
        AmountUnit.PERCENT_OF_POVERTY,
        date(2015, 10, 1),
        Decimal(100),
    ),
    "us-medicaid/middle-band-end": (
        AmountUnit.PERCENT_OF_POVERTY,
        date(2015, 10, 1),
        Decimal(150),
    ),
    "us-medicaid/family-aggregate-share": (
        AmountUnit.SHARE_OF_INCOME,
        date(2023, 4, 20),
        Share.percent(5),
    ),
}


def _series(wanted: str) -> AmountSeries:
    return shipped().amounts.get(wanted)


@pytest.mark.parametrize("wanted", BY_YEAR)
def test_an_amount_of_a_year_is_what_was_read_for_each_year_and_no_other(wanted: str) -> None:
    unit, years = BY_YEAR[wanted]

    series = _series(wanted)

    assert series.unit is unit
    assert {str(entry.period): entry.value for entry in series.values.entries} == {
        f"{year}-01-01..{year + 1}-01-01": value for year, value in years.items()
    }


@pytest.mark.parametrize("wanted", BY_YEAR)
def test_a_year_that_was_not_read_is_refused_with_the_years_that_were(wanted: str) -> None:
    years = BY_YEAR[wanted][1]
    after, before = date(max(years) + 1, 1, 1), date(min(years) - 1, 12, 31)
    known = ", ".join(f"{year}-01-01..{year + 1}-01-01" for year in years)

    for day in (before, after):
        with pytest.raises(NotInForce) as refused:
            shipped().amounts.entry(wanted, on=day)

        assert str(refused.value) == (
            f"{wanted}: nothing is in force on {day.isoformat()}; periods that exist: {known}"
        )


@pytest.mark.parametrize("wanted", SINCE)
def test_what_holds_until_repealed_holds_from_its_first_day(wanted: str) -> None:
    unit, start, value = SINCE[wanted]

    entries = _series(wanted).values.entries

    assert (_series(wanted).unit, [(str(one.period), one.value) for one in entries]) == (
        unit,
        [(f"{start.isoformat()}..open", value)],
    )


def test_a_week_of_opioid_treatment_has_no_copayment_in_the_years_that_were_read() -> None:
    amounts, wanted = shipped().amounts, "medicare/opioid-treatment-program-patient-share"

    entries = amounts.get(wanted).values.entries

    assert [(str(one.period), one.value) for one in entries] == [
        ("2024-01-01..2027-01-01", Share.percent(0))
    ]


@pytest.mark.parametrize(
    ("wanted", "year", "source", "confidence"),
    [
        ("aca/out-of-pocket-maximum-self", 2014, "aca-limits-2014-2022", "READ_SECONDARY"),
        ("aca/out-of-pocket-maximum-family", 2022, "aca-limits-2014-2022", "READ_SECONDARY"),
        ("aca/out-of-pocket-maximum-self", 2023, "aca-limits-2023", "READ_SECONDARY"),
        ("aca/out-of-pocket-maximum-family", 2027, "aca-limits-2027", "READ_SECONDARY"),
        ("aca/out-of-pocket-maximum-person-in-family", 2026, "aca-one-person-limit", "DERIVED"),
        ("irs/hdhp-minimum-deductible-family", 2024, "hdhp-limits-2024", "READ_SECONDARY"),
        ("irs/hsa-contribution-self", 2027, "hdhp-limits-2027", "READ_SECONDARY"),
        ("medicare/part-a-inpatient-deductible", 2024, "part-a-deductible-2024", "READ"),
        ("medicare/part-a-days-61-90", 2025, "medicare-part-a-2025", "READ_SECONDARY"),
        ("medicare/part-b-premium", 2021, "part-b-premium", "READ"),
        ("poverty/hawaii-first-person", 2023, "hhs-poverty-guidelines", "READ"),
        ("irs/business-mileage", 2023, "irs-business-2023", "READ_SECONDARY"),
    ],
)
def test_an_amount_of_a_year_says_where_and_how_it_was_read(
    wanted: str, year: int, source: str, confidence: str
) -> None:
    entry = shipped().amounts.entry(wanted, on=date(year, 7, 1))

    assert entry.source == source
    assert shipped().source(source).confidence is Confidence[confidence]


def test_the_superseded_limits_for_2026_are_told_and_not_shipped() -> None:
    note = shipped().source("aca-limits-2026").note

    assert note == (
        "Pages of 2025 print 10,150 and 20,300 for 2026; those figures were superseded."
    )


def test_the_base_of_medicaid_says_that_its_indexed_amounts_were_not_read() -> None:
    first = _series("us-medicaid/outpatient-copay-base").limitations[0]

    assert first.en == (
        "It rises each year from 2015-10-01 with the medical care part of the consumer price "
        "index, rounded up to 5 cents; the indexed amounts were not read, so that this is only "
        "the least that the maximum can be."
    )


def test_law_that_only_findings_about_plans_cite_counts_as_cited() -> None:
    unused = [each for each in check_catalog(shipped()) if each.code == "catalog-source-unused"]

    assert unused == []
    assert shipped().source("usc-42-300gg-26").citation == "42 U.S.C. 300gg-26(a)(3)"


def test_a_misspelled_amount_is_told_with_those_that_are_like_it() -> None:
    with pytest.raises(NotShipped) as refused:
        shipped().amounts.get("medicare/part-b-premiums")

    assert refused.value.near == (
        "medicare/part-b-premium",
        "medicare/part-b-deductible",
        "medicare/part-b-patient-share",
    )
