"""What ships of other people's codes: each code with its meaning, its day and its source."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.errors import NotInForce, NotShipped
from iopkit.law import Crosswalk, Relation, name_of
from iopkit.values.terms import Term
from iopkit.vocabulary import (
    BillingUnit,
    CareLevel,
    PaymentOption,
    Population,
    Setting,
)

LAW, DAY = shipped(), date(2026, 9, 1)
SYSTEMS = {
    "apc": 8,
    "asam/3rd-edition": 8,
    "asam/tip-47": 8,
    "colorado-bha": 20,
    "condition": 3,
    "hcpcs": 39,
    "hl7-role-code": 5,
    "hl7-service-category": 2,
    "hl7-service-type": 7,
    "n-sumhss": 53,
    "nucc": 10,
    "place-of-service": 21,
    "revenue": 6,
    "samhsa-locator": 149,
    "type-of-bill": 7,
}
CROSSWALKS = [LAW.crosswalk(system) for system in SYSTEMS]


def codes_of(crosswalk: Crosswalk) -> set[str]:
    return {row.code for row in crosswalk.rows}


def test_so_many_codes_of_each_system_ship() -> None:
    assert {one.id: len(codes_of(one)) for one in CROSSWALKS} == SYSTEMS
    assert LAW.ids("crosswalks") == tuple(SYSTEMS)


@pytest.mark.parametrize(
    ("system", "code", "terms", "unit"),
    [
        ("hcpcs", "H0015", "care-level/iop condition-family/substance-use-disorder", "day"),
        ("hcpcs", "S9480", "care-level/iop condition-family/mental-disorder", "day"),
        ("hcpcs", "H0035", "care-level/php condition-family/mental-disorder", None),
        ("hcpcs", "S0201", "care-level/php", "day"),
        ("hcpcs", "H2012", "care-level/php", "hour"),
        ("hcpcs", "H0004", "care-level/outpatient-therapy", "quarter-hour"),
        (
            "hcpcs",
            "G0137",
            (
                "care-level/iop setting/opioid-treatment-program"
                " condition-family/substance-use-disorder"
            ),
            "week",
        ),
        ("revenue", "0906", "care-level/iop condition-family/substance-use-disorder", None),
        ("revenue", "906", "care-level/iop condition-family/substance-use-disorder", None),
        ("revenue", "0912", "care-level/php", None),
        (
            "revenue",
            "1002",
            "care-level/residential condition-family/substance-use-disorder",
            "day",
        ),
        ("condition", "92", "care-level/iop", None),
        ("condition", "41", "care-level/php", None),
        ("type-of-bill", "13X", "setting/hospital-outpatient", None),
        ("type-of-bill", "0761", "setting/community-mental-health-center", None),
        ("place-of-service", "53", "setting/community-mental-health-center", None),
        ("place-of-service", "10", "delivery/virtual setting/home", None),
        (
            "apc",
            "5852",
            "care-level/iop setting/community-mental-health-center payer-kind/medicare",
            "day",
        ),
        ("apc", "5863", "care-level/php setting/hospital-outpatient payer-kind/medicare", "day"),
        ("samhsa-locator", "OIT", "care-level/iop condition-family/substance-use-disorder", None),
        ("samhsa-locator", "VET", "population/veterans", None),
        ("samhsa-locator", "DBT", "approach/dialectical-behavior-therapy", None),
        ("samhsa-locator", "SS", "reduction/sliding-scale", None),
        ("colorado-bha", "09", "care-level/iop condition-family/substance-use-disorder", None),
        ("hl7-service-type", "139", "care-level/iop condition-family/mental-disorder", None),
        ("nucc", "261QR0405X", "setting/substance-use-clinic", None),
        ("asam/3rd-edition", "2.1", "care-level/iop condition-family/substance-use-disorder", None),
        (
            "asam/3rd-edition",
            "3.1",
            (
                "care-level/residential residential-intensity/low-intensity"
                " condition-family/substance-use-disorder"
            ),
            None,
        ),
        (
            "asam/3rd-edition",
            "3.7",
            (
                "care-level/residential residential-intensity/medically-monitored"
                " condition-family/substance-use-disorder"
            ),
            None,
        ),
        ("asam/tip-47", "II.1", "care-level/iop condition-family/substance-use-disorder", None),
    ],
)
def test_a_code_means_what_was_read(system: str, code: str, terms: str, unit: str | None) -> None:
    found = LAW.terms(system, code, on=DAY)

    assert [" ".join(map(name_of, match.terms)) for match in found.matches] == [terms]
    assert found.matches[0].unit == (unit and BillingUnit(unit))
    assert not found.is_ambiguous


@pytest.mark.parametrize(
    ("system", "codes"),
    [
        ("hcpcs", "H0015 S9480 G0137 G0410 G0411 G0129 G0176 G0177"),
        ("revenue", "0905 0905 0906"),
        ("condition", "92"),
        ("type-of-bill", ""),
        ("place-of-service", "52"),
        ("apc", "5851 5852 5861 5862"),
        ("samhsa-locator", "OIT OP"),
        ("colorado-bha", "09"),
        ("hl7-service-type", "108 139"),
        ("hl7-service-category", ""),
        ("hl7-role-code", ""),
        ("nucc", ""),
        ("asam/3rd-edition", "2.1"),
        ("asam/tip-47", "II.1"),
    ],
)
def test_these_codes_have_to_do_with_an_iop(system: str, codes: str) -> None:
    found = LAW.codes(CareLevel.IOP, system, on=DAY)

    assert [match.code for match in found.matches] == codes.split()


@pytest.mark.parametrize(
    ("system", "code", "before", "first", "periods"),
    [
        ("hcpcs", "G0137", date(2023, 12, 31), date(2024, 1, 1), "2024-01-01..open"),
        ("condition", "92", date(2023, 12, 31), date(2024, 1, 1), "2024-01-01..open"),
        ("place-of-service", "58", date(2019, 12, 31), date(2020, 1, 1), "2020-01-01..open"),
        ("place-of-service", "10", date(2021, 12, 31), date(2022, 1, 1), "2022-01-01..open"),
        ("apc", "5861", date(2024, 12, 31), date(2025, 1, 1), "2025-01-01..open"),
        (
            "asam/3rd-edition",
            "2.1",
            date(2025, 3, 24),
            date(2025, 3, 25),
            "2025-03-25..2026-01-01, 2026-01-01..open",
        ),
        ("n-sumhss", "CTYPE2", date(2021, 12, 31), date(2022, 1, 1), "2022-01-01..2023-01-01"),
        ("n-sumhss", "CTYPE2", date(2023, 1, 1), date(2022, 12, 31), "2022-01-01..2023-01-01"),
    ],
)
def test_a_code_holds_on_its_first_day_and_not_on_the_day_before(
    system: str, code: str, before: date, first: date, periods: str
) -> None:
    with pytest.raises(NotInForce) as caught:
        LAW.terms(system, code, on=before)

    assert str(caught.value) == (
        f"code {code} of {system}: nothing is in force on {before}; periods that exist: {periods}"
    )
    assert LAW.terms(system, code, on=first).matches


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=lambda one: str(one.id))
def test_equal_leads_there_and_back(crosswalk: Crosswalk) -> None:
    lost = [
        row.code
        for row in crosswalk.rows
        for day in [row.in_force.start]
        if row.relation is Relation.EQUAL
        and not any(
            back.term is row.term
            for there in crosswalk.codes(row.term, on=day).matches
            if there.relation is Relation.EQUAL
            for back in crosswalk.terms(there.code, on=day).matches
        )
    ]

    assert lost == []


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=lambda one: str(one.id))
def test_a_code_equal_to_a_term_says_nothing_else_with_it(crosswalk: Crosswalk) -> None:
    narrowed = [row.code for row in crosswalk.rows if row.relation is Relation.EQUAL and row.also]

    assert narrowed == []


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=lambda one: str(one.id))
def test_every_row_cites_a_source(crosswalk: Crosswalk) -> None:
    citations = {LAW.source(row.source).citation for row in crosswalk.rows}

    assert all(citations)


def test_the_four_codes_that_count_medicaid_iop_cite_the_program_that_counts_them() -> None:
    cited = {
        row.code
        for crosswalk in CROSSWALKS
        for row in crosswalk.rows
        if row.source == "medicaid-sud-data-book-2020"
    }

    assert cited == {"H0015", "S9480", "0905", "0906"}


@pytest.mark.parametrize(
    ("code", "systems"),
    [
        ("H0015", ("hcpcs",)),
        ("0905", ("revenue",)),
        ("10", ("colorado-bha", "place-of-service")),
        ("nowhere", ()),
    ],
)
def test_a_code_alone_leads_to_the_systems_that_have_it(
    code: str, systems: tuple[str, ...]
) -> None:
    assert LAW.systems(code) == systems


@pytest.mark.parametrize(
    ("system", "code", "message"),
    [
        ("hcpc", "H0015", "no crosswalk has the id 'hcpc'; did you mean hcpcs?"),
        (
            "asam/4th-edition",
            "2.1",
            "no crosswalk has the id 'asam/4th-edition'; did you mean asam/3rd-edition?",
        ),
        (
            "hcpcs",
            "H0016",
            "no code of hcpcs has the id 'H0016'; there are: H0019, H0018, H0015, H0014, H0012",
        ),
    ],
)
def test_what_is_not_shipped_names_what_is_near(system: str, code: str, message: str) -> None:
    with pytest.raises(NotShipped) as caught:
        LAW.terms(system, code, on=DAY)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("term", "system", "codes"),
    [
        (Population.VETERANS, "samhsa-locator", ["VET"]),
        (PaymentOption.MEDICAID, "samhsa-locator", ["MD"]),
        (Setting.OPIOID_TREATMENT_PROGRAM, "place-of-service", ["58"]),
        (Setting.HOSPITAL_OUTPATIENT, "type-of-bill", ["12X", "13X"]),
        (CareLevel.PHP, "condition", ["41"]),
    ],
)
def test_a_term_leads_to_its_codes(term: Term, system: str, codes: list[str]) -> None:
    assert [match.code for match in LAW.codes(term, system, on=DAY).matches] == codes
