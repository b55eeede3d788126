"""What ships: the figures, periods and citations that were read, stated a second time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from iopkit.catalog import shipped
from iopkit.errors import NotInForce
from iopkit.rules import Truth, outcome
from iopkit.rules.nodes import clauses_of
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.sources import Confidence
from iopkit.vocabulary.care import CareLevel, Setting
from iopkit.vocabulary.coverage import PayerKind

DAY = date(2026, 3, 2)
MONEY = {
    "medicare/part-b-deductible": {2023: "226", 2024: "240", 2025: "257", 2026: "283"},
    "medicare/iop-day-hospital-3-services": {2024: "259.13", 2025: "269.19", 2026: "319.38"},
    "medicare/iop-day-hospital-4-services": {2025: "408.55", 2026: "418.45"},
    "medicare/iop-day-cmhc-3-services": {2025: "111.24", 2026: "127.74"},
    "medicare/iop-day-cmhc-4-services": {2025: "168.32", 2026: "167.38"},
    "medicare/php-day-hospital-3-services": {2025: "269.19", 2026: "319.38"},
    "medicare/php-day-hospital-4-services": {2025: "408.55", 2026: "418.45"},
    "medicare/php-day-cmhc-3-services": {2025: "111.24", 2026: "127.74"},
    "medicare/php-day-cmhc-4-services": {2025: "168.32", 2026: "167.38"},
}
MILEAGE = {2023: "22", 2024: "21", 2025: "21", 2026: "20.5"}


@pytest.mark.parametrize("wanted", MONEY)
def test_an_amount_of_money_is_what_was_read_for_each_year_and_no_other(wanted: str) -> None:
    series = shipped().amounts.get(wanted)

    assert {(str(entry.period), str(entry.value)) for entry in series.values.entries} == {
        (f"{year}-01-01..{year + 1}-01-01", str(Money.parse(value)))
        for year, value in MONEY[wanted].items()
    }


@pytest.mark.parametrize("year", MILEAGE)
def test_the_mileage_rate_is_in_cents(year: int) -> None:
    rate = shipped().amounts.rate("irs/medical-mileage", on=date(year, 7, 1))

    assert rate == Decimal(MILEAGE[year])


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_the_patient_pays_a_fifth_under_part_b(year: int) -> None:
    share = shipped().amounts.share("medicare/part-b-patient-share", on=date(year, 7, 1))

    assert share == Share.percent("20")


@pytest.mark.parametrize(
    ("wanted", "percent"),
    [("tricare/php-day-share-of-inpatient", "40"), ("tricare/iop-day-share-of-php", "75")],
)
def test_tricare_caps_a_day_by_a_share_from_2016_on(wanted: str, percent: str) -> None:
    amounts = shipped().amounts

    assert amounts.share(wanted, on=date(2016, 10, 3)) == Share.percent(percent)
    assert amounts.share(wanted, on=DAY) == Share.percent(percent)
    with pytest.raises(NotInForce):
        amounts.share(wanted, on=date(2016, 10, 2))


@pytest.mark.parametrize("wanted", [*MONEY, "irs/medical-mileage", "medicare/part-b-patient-share"])
def test_no_amount_is_guessed_for_a_year_that_was_not_read(wanted: str) -> None:
    with pytest.raises(NotInForce):
        shipped().amounts.entry(wanted, on=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("wanted", "first_day", "number"),
    [
        ("us/emergency-number", date(2002, 9, 11), "911"),
        ("us/crisis-line", date(2022, 7, 16), "988"),
    ],
)
def test_a_number_to_call_holds_from_its_first_day_on(
    wanted: str, first_day: date, number: str
) -> None:
    amounts = shipped().amounts

    assert amounts.telephone(wanted, on=first_day) == number
    assert amounts.telephone(wanted, on=DAY) == number
    with pytest.raises(NotInForce):
        amounts.telephone(wanted, on=first_day.replace(day=first_day.day - 1))


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        (Setting.HOSPITAL_OUTPATIENT, "hospital"),
        (Setting.COMMUNITY_MENTAL_HEALTH_CENTER, "cmhc"),
    ],
)
@pytest.mark.parametrize(
    ("services", "tier"), [(2, None), (3, "3-services"), (4, "4-services"), (9, "4-services")]
)
def test_a_day_is_paid_by_its_setting_and_its_services(
    setting: Setting, place: str, services: int, tier: str | None
) -> None:
    fees = shipped().amounts.fees(PayerKind.MEDICARE, CareLevel.IOP, setting)

    paying = [one.id for one in fees if one.fee_for and one.fee_for.pays(services)]

    assert paying == ([f"medicare/iop-day-{place}-{tier}"] if tier else [])


@pytest.mark.parametrize(
    "setting", [Setting.RURAL_HEALTH_CLINIC, Setting.CRITICAL_ACCESS_HOSPITAL, Setting.HOME]
)
def test_no_fee_is_shipped_for_a_setting_that_is_paid_otherwise(setting: Setting) -> None:
    assert shipped().amounts.fees(PayerKind.MEDICARE, CareLevel.IOP, setting) == ()


@pytest.mark.parametrize(
    ("wanted", "year", "confidence"),
    [
        ("medicare/iop-day-hospital-3-services", 2024, Confidence.READ_SECONDARY),
        ("medicare/iop-day-hospital-3-services", 2025, Confidence.DERIVED),
        ("medicare/iop-day-hospital-3-services", 2026, Confidence.DERIVED),
        ("medicare/part-b-patient-share", 2023, Confidence.READ),
        ("medicare/part-b-patient-share", 2026, Confidence.DERIVED),
        ("irs/medical-mileage", 2023, Confidence.READ),
        ("irs/medical-mileage", 2026, Confidence.READ_SECONDARY),
    ],
)
def test_an_amount_says_how_it_was_obtained(wanted: str, year: int, confidence: Confidence) -> None:
    entry = shipped().amounts.entry(wanted, on=date(year, 7, 1))

    assert shipped().source(entry.source).confidence is confidence


@pytest.mark.parametrize(
    ("payer", "applies"),
    [
        (PayerKind.MEDICARE, Truth.MET),
        (PayerKind.MEDICARE_ADVANTAGE, Truth.NOT_MET),
        (PayerKind.COMMERCIAL, Truth.NOT_MET),
        (None, Truth.UNKNOWN),
    ],
)
def test_the_medicare_rule_set_is_meant_for_original_medicare(
    payer: PayerKind | None, applies: Truth
) -> None:
    rules = shipped().rules("medicare/iop", on=DAY)

    assert rules.applies is not None
    assert outcome(rules.applies, {"coverage.payer-kind": payer}) is applies


def test_the_general_guidance_is_meant_for_everybody() -> None:
    assert shipped().rules("general/guidance", on=DAY).applies is None


@pytest.mark.parametrize("wanted", ["medicare/iop", "general/guidance"])
def test_nothing_is_in_force_before_2024(wanted: str) -> None:
    with pytest.raises(NotInForce):
        shipped().rules(wanted, on=date(2023, 12, 31))


def test_each_medicare_clause_cites_its_paragraph() -> None:
    law = shipped()

    cited = {
        clause.id: f"{law.source(clause.source).citation} {clause.section}"
        for clause in clauses_of(law.rules("medicare/iop", on=DAY).rule)
    }

    assert cited == {
        "weekly-hours": "42 CFR 410.44 (c)(1)",
        "benefits-from-program": "42 CFR 410.44 (c)(2)",
        "no-24-hour-care": "42 CFR 410.44 (c)(3)",
        "support-system": "42 CFR 410.44 (c)(4)",
        "diagnosis": "42 CFR 410.44 (c)(5)",
        "not-dangerous": "42 CFR 410.44 (c)(6)",
        "able-to-take-part": "42 CFR 410.44 (c)(7)",
        "reasonable-and-necessary": "42 CFR 410.44 (a)(1)-(2)",
        "certified-need": "42 CFR 424.24 (d)(1)(i)",
        "physician-care": "42 CFR 424.24 (d)(1)(ii)",
        "written-plan": "42 CFR 424.24 (d)(1)(iii)",
        "complete-plan": "42 CFR 424.24 (d)(2)(i)(A)-(C)",
        "physician-sets-plan": "42 CFR 424.24 (d)(2)(i)",
        "setting": "CGS Medicare Part A notice, 2024-01-02 kinds of provider",
    }


@pytest.mark.parametrize("wanted", ["safety-notice", "crisis-line-notice"])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_notice_leaves_the_number_to_the_dated_amount(wanted: str, lang: str) -> None:
    words = shipped().text(wanted)(lang)

    assert words.count("{number}") == 1
    assert not any(character.isdigit() for character in words)


@pytest.mark.parametrize("wanted", shipped().ids("texts"))
def test_no_spanish_claims_a_review_that_nobody_made(wanted: str) -> None:
    assert not shipped().text(wanted).reviewed
