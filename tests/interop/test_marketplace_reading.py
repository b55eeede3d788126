"""Reading a Benefits and Cost Sharing file: no row is dropped, and each flaw has its place."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from tests.interop.marketplace_texts import PLAIN, table

from iopkit import DocumentError, InvalidValue, Money, Severity, Share, State
from iopkit.interop import (
    CountedThing,
    CountedTime,
    MarketplaceBenefit,
    MarketplaceFile,
    NotApplicable,
    PlanVariant,
    PlanVariation,
    StatedLimit,
    StatedShare,
    read_benefits,
)
from iopkit.model import CopayUnit, CostShare
from iopkit.vocabulary import CopayOrder

FILE = Path(__file__).parents[1] / "data" / "puf_2014_2016_mh_sud_rows.csv"


@pytest.fixture(scope="module")
def real() -> MarketplaceFile:
    return read_benefits(FILE)


def only(told: MarketplaceFile) -> MarketplaceBenefit:
    (benefit,) = told.benefits
    return benefit


def messages(told: MarketplaceFile) -> list[str]:
    return [str(problem) for problem in told.problems]


def test_every_row_of_the_real_file_is_a_benefit(real: MarketplaceFile) -> None:
    assert (real.rows, len(real.benefits), real.refused) == (583, 583, ())
    assert real.rows_of_others == 0
    lines = [benefit.place.line for benefit in real.benefits]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert len(set(lines)) == 583


def test_what_is_doubtful_in_the_real_file_is_counted_by_column(real: MarketplaceFile) -> None:
    counted = Counter((problem.code, problem.path) for problem in real.problems)

    assert {problem.severity for problem in real.problems} == {Severity.WARNING}
    assert counted == {
        ("marketplace-contradiction", "IsSubjToDedTier1"): 83,
        ("marketplace-contradiction", "IsSubjToDedTier2"): 12,
        ("marketplace-contradiction", "CoinsInnTier1"): 9,
        ("marketplace-contradiction", "CoinsOutofNet"): 3,
        ("marketplace-cell", "CopayInnTier1"): 1,
    }


@pytest.mark.parametrize(
    ("side", "counts"),
    [
        ("first_tier", {"known": 568, "contradictory": 10, "not covered": 5}),
        (
            "second_tier",
            {"known": 48, "contradictory": 1, "not told": 508, "not used": 21, "not covered": 5},
        ),
        ("out_of_network", {"known": 298, "contradictory": 3, "not covered": 282}),
    ],
)
def test_the_sides_of_the_real_file_are_counted_by_what_is_known(
    real: MarketplaceFile, side: str, counts: dict[str, int]
) -> None:
    assert Counter(_standing(benefit, side) for benefit in real.benefits) == counts


def _standing(benefit: MarketplaceBenefit, name: str) -> str:
    side = getattr(benefit, name)
    if side.is_covered is False:
        return "not covered"
    if side.is_used is not True:
        return "not told" if side.is_used is None else "not used"
    return "contradictory" if side.cost_share is None else "known"


def test_the_cost_shares_of_the_real_file_are_counted_by_shape(real: MarketplaceFile) -> None:
    shares = [each.first_tier.cost_share for each in real.benefits if each.first_tier.cost_share]

    shapes = Counter(
        (
            share.deductible_applies,
            share.copay is not None and share.copay_order.value,
            share.patient_share is not None,
        )
        for share in shares
    )

    assert shapes == {
        (True, False, True): 218,
        (True, False, False): 92,
        (False, False, False): 120,
        (False, "plain", False): 90,
        (True, "after-deductible", False): 20,
        (False, False, True): 7,
        (False, "plain", True): 2,
        (True, "after-deductible", True): 8,
        (True, "before-deductible", True): 6,
        (True, "before-deductible", False): 5,
    }


@pytest.mark.parametrize(
    ("plan", "inside", "outside"),
    [
        (
            "37160ND2410021-00",
            CostShare(deductible_applies=True),
            CostShare(deductible_applies=True, patient_share=Share.percent(20)),
        ),
        (
            "62033IN0010031-05",
            CostShare(deductible_applies=True, patient_share=Share.percent(10)),
            None,
        ),
        (
            "62033IN0010002-04",
            CostShare(
                deductible_applies=True,
                copay=Money.parse("40"),
                copay_order=CopayOrder.AFTER_DEDUCTIBLE,
            ),
            None,
        ),
        (
            "85320IN0010001-03",
            CostShare(deductible_applies=True, patient_share=Share.percent(35)),
            None,
        ),
        (
            "30613MO0570005-01",
            CostShare(deductible_applies=True, patient_share=Share.percent(20)),
            CostShare(deductible_applies=True, patient_share=Share.percent(40)),
        ),
        (
            "10091OR0390004-04",
            CostShare(
                deductible_applies=True,
                copay=Money.parse("20"),
                copay_order=CopayOrder.BEFORE_DEDUCTIBLE,
            ),
            CostShare(deductible_applies=True, patient_share=Share.percent(65)),
        ),
    ],
)
def test_the_rows_that_name_iop_come_out_as_they_were_read_by_hand(
    real: MarketplaceFile, plan: str, inside: CostShare, outside: CostShare | None
) -> None:
    (benefit,) = (each for each in real.benefits if each.variant.id == plan)

    assert benefit.first_tier.cost_share == inside
    assert benefit.out_of_network.cost_share == outside
    assert benefit.out_of_network.is_covered is (outside is not None)


def test_a_row_tells_all_that_stands_in_it() -> None:
    told = read_benefits(
        table(
            {
                "CopayInnTier2": "$50 Copay per Stay after deductible",
                "CoinsInnTier2": "No Charge",
                "IsSubjToDedTier2": "Yes",
                "QuantLimitOnSvc": "Yes",
                "LimitQty": "30.0",
                "LimitUnit": "Days per Benefit Period",
                "MinimumStay": "24",
                "Exclusions": "None.",
                "Explanation": "Authorization required.",
                "SourceName": "HIOS",
            }
        )
    )

    benefit = only(told)

    assert told.problems == ()
    assert str(benefit.place) == "<text>:2:1"
    assert benefit.variant == PlanVariant(
        id="37160ND2410021-00",
        year=2016,
        issuer="37160",
        state=State.ND,
        component="37160ND2410021",
        variation=PlanVariation.OFF_EXCHANGE,
    )
    assert benefit.name == "Substance Abuse Disorder Outpatient Services"
    assert benefit.is_covered is True
    assert benefit.first_tier.copay == NotApplicable()
    assert benefit.first_tier.share == StatedShare(Share.percent(20), is_after_deductible=True)
    assert benefit.first_tier.counts_toward_limit is True
    assert benefit.second_tier.cost_share == CostShare(
        deductible_applies=True,
        copay=Money.parse("50"),
        copay_order=CopayOrder.AFTER_DEDUCTIBLE,
        copay_unit=CopayUnit.STAY,
    )
    assert benefit.out_of_network.is_covered is False
    assert benefit.out_of_network.counts_toward_limit is False
    assert benefit.is_essential is True
    assert benefit.has_limit is True
    assert benefit.limit == StatedLimit(Decimal(30), CountedThing.DAY, CountedTime.BENEFIT_PERIOD)
    assert (benefit.minimum_stay, benefit.exclusions) == ("24", "None.")
    assert benefit.explanation == "Authorization required."
    assert benefit.other == (("SourceName", "HIOS"),)


@pytest.mark.parametrize(
    ("copay", "share", "cost_share"),
    [
        ("No Charge", "No Charge", CostShare(deductible_applies=False)),
        ("$0", "0%", CostShare(deductible_applies=False)),
        ("Not Applicable", "No Charge", CostShare(deductible_applies=False)),
        ("No Charge", "No Charge after deductible", CostShare(deductible_applies=True)),
        ("No Charge after deductible", "No Charge", CostShare(deductible_applies=True)),
        ("$0 Copay after deductible", "Not Applicable", CostShare(deductible_applies=True)),
        (
            "No Charge",
            "30%",
            CostShare(deductible_applies=False, patient_share=Share.percent(30)),
        ),
        (
            "No Charge after deductible",
            "30% Coinsurance after deductible",
            CostShare(deductible_applies=True, patient_share=Share.percent(30)),
        ),
        ("$30", "No Charge", CostShare(deductible_applies=False, copay=Money.parse("30"))),
        (
            "$30",
            "20%",
            CostShare(
                deductible_applies=False, copay=Money.parse("30"), patient_share=Share.percent(20)
            ),
        ),
        (
            "$30 Copay before deductible",
            "20% Coinsurance after deductible",
            CostShare(
                deductible_applies=True,
                copay=Money.parse("30"),
                copay_order=CopayOrder.BEFORE_DEDUCTIBLE,
                patient_share=Share.percent(20),
            ),
        ),
        (
            "$30 Copay after deductible",
            "20% Coinsurance after deductible",
            CostShare(
                deductible_applies=True,
                copay=Money.parse("30"),
                copay_order=CopayOrder.AFTER_DEDUCTIBLE,
                patient_share=Share.percent(20),
            ),
        ),
        (
            "$300 Copay per Day",
            "Not Applicable",
            CostShare(deductible_applies=False, copay=Money.parse("300"), copay_unit=CopayUnit.DAY),
        ),
        ("Not Applicable", "Not Applicable", None),
        ("", "", None),
    ],
)
def test_the_two_cells_come_to_one_cost_share(
    copay: str, share: str, cost_share: CostShare | None
) -> None:
    row = {"CopayInnTier1": copay, "CoinsInnTier1": share, "IsSubjToDedTier1": ""}

    told = read_benefits(table(row))

    assert told.problems == ()
    assert only(told).first_tier.cost_share == cost_share


@pytest.mark.parametrize(
    ("share", "is_covered", "cost_share"),
    [
        ("100%", False, None),
        ("100.00%", False, None),
        (
            "100% Coinsurance after deductible",
            True,
            CostShare(deductible_applies=True, patient_share=Share.percent(100)),
        ),
        ("40%", True, CostShare(deductible_applies=False, patient_share=Share.percent(40))),
    ],
)
def test_all_of_the_cost_says_outside_the_network_that_nothing_is_covered(
    share: str, is_covered: bool, cost_share: CostShare | None
) -> None:
    side = only(read_benefits(table({"CoinsOutofNet": share}))).out_of_network

    assert (side.is_covered, side.cost_share) == (is_covered, cost_share)


def test_all_of_the_cost_in_the_network_is_what_it_says() -> None:
    row = {"CoinsInnTier1": "100%", "IsSubjToDedTier1": ""}

    told = read_benefits(table(row))

    side = only(told).first_tier
    assert side.is_covered is True
    assert side.cost_share == CostShare(deductible_applies=False, patient_share=Share.percent(100))
    assert messages(told) == [
        (
            "<text>:2:136: CoinsInnTier1: expected a share below 100% in the network, got '100%'; "
            "ask the plan whether it covers anything; as written, all is owed until the limit "
            "is met"
        )
    ]


@pytest.mark.parametrize(
    ("variation", "cost_share"), [("00", None), ("02", CostShare(deductible_applies=False))]
)
def test_nothing_owed_under_a_deductible_is_not_known_unless_there_is_no_cost_sharing(
    variation: str, cost_share: CostShare | None
) -> None:
    row = {"CopayInnTier1": "$0", "CoinsInnTier1": "0%", "PlanId": f"37160ND2410021-{variation}"}

    side = only(read_benefits(table(row))).first_tier

    assert (side.is_covered, side.cost_share) == (True, cost_share)


def test_a_share_of_all_alone_says_outside_the_network_that_nothing_is_covered() -> None:
    told = read_benefits(table({"CopayOutofNet": ""}))

    assert told.problems == ()
    assert only(told).out_of_network.is_covered is False


@pytest.mark.parametrize("quantity", ["0", "0.0"])
@pytest.mark.parametrize("unit", ["", "Visit(s) per Year"])
def test_a_limit_of_zero_that_is_denied_is_none(quantity: str, unit: str) -> None:
    told = read_benefits(table({"LimitQty": quantity, "LimitUnit": unit}))

    assert told.problems == ()
    assert (only(told).has_limit, only(told).limit) == (False, None)


CONTRADICTION = (
    ": only one of them lets the deductible apply, or covers anything; ask the plan: "
    "its cost share is taken as not known"
)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"CopayInnTier1": "$30", "IsSubjToDedTier1": ""},
            "<text>:2:125: CoinsInnTier1: expected words that agree, got '$30' beside "
            "'20% Coinsurance after deductible'" + CONTRADICTION,
        ),
        (
            {"CopayInnTier1": "$30 Copay before deductible", "CoinsInnTier1": "20%"},
            "<text>:2:149: CoinsInnTier1: expected words that agree, got "
            "'$30 Copay before deductible' beside '20%'" + CONTRADICTION,
        ),
        (
            {"CopayOutofNet": "$30"},
            "<text>:2:159: CoinsOutofNet: expected words that agree, got '$30' beside '100%'"
            + CONTRADICTION,
        ),
        (
            {"CopayInnTier1": ""},
            (
                "<text>:2:105: CopayInnTier1: expected Not Applicable or a value, as the cell "
                "beside it has one, got nothing; the cost share is taken as not known"
            ),
        ),
        (
            {"CoinsInnTier1": ""},
            (
                "<text>:2:136: CoinsInnTier1: expected Not Applicable or a value, as the cell "
                "beside it has one, got nothing; the cost share is taken as not known"
            ),
        ),
        (
            {"CopayInnTier1": "0%"},
            (
                "<text>:2:105: CopayInnTier1: expected an amount in the column of copays and a "
                "percentage in the other, got '0%'; since it is zero, it is taken as nothing owed"
            ),
        ),
        (
            {"IsSubjToDedTier1": "No"},
            (
                "<text>:2:188: IsSubjToDedTier1: expected Yes, since the copay or the share is "
                "told with the deductible; their own words are taken as right"
            ),
        ),
        (
            {"CoinsInnTier1": "20%"},
            (
                "<text>:2:159: IsSubjToDedTier1: expected No, since the copay and the share are "
                "told without the deductible; their own words are taken as right"
            ),
        ),
        (
            {"CoinsInnTier1": "No Charge"},
            (
                "<text>:2:165: IsSubjToDedTier1: expected No, since the copay and the share ask "
                "for nothing, also before the deductible; ask the plan: its cost share is taken "
                "as not known"
            ),
        ),
        (
            {"PlanId": "37160ND2410021-02", "CoinsInnTier1": "No Charge"},
            (
                "<text>:2:165: IsSubjToDedTier1: expected No, since the copay and the share are "
                "told without the deductible; their own words are taken as right"
            ),
        ),
        (
            {"QuantLimitOnSvc": "Yes", "LimitQty": "0", "LimitUnit": "Visit(s) per Year"},
            (
                "<text>:2:179: LimitQty: expected a limit above 0, since IsCovered says Covered; "
                "ask the plan: its limit is taken as not known"
            ),
        ),
        (
            {
                "IsCovered": "",
                "CopayInnTier1": "",
                "CoinsInnTier1": "",
                "CopayOutofNet": "$9",
                "CoinsOutofNet": "No Charge",
            },
            (
                "<text>:2:100: CopayOutofNet: expected no cost sharing, since IsCovered does not "
                "say Covered; the benefit is taken as not covered"
            ),
        ),
        (
            {"IsCovered": "Not Covered"},
            (
                "<text>:2:109: CopayInnTier1: expected no cost sharing, since IsCovered does not "
                "say Covered; the benefit is taken as not covered"
            ),
        ),
        (
            {"IsExclFromInnMOOP": "Maybe"},
            (
                "<text>:2:181: IsExclFromInnMOOP: expected Yes, No or nothing, got 'Maybe'; it is "
                "taken as not told"
            ),
        ),
        (
            {"LimitQty": "30", "LimitUnit": "Days per Year"},
            (
                "<text>:2:178: LimitQty: expected no limit, since QuantLimitOnSvc says No; ask the "
                "plan: its limit is taken as not known"
            ),
        ),
        (
            {"QuantLimitOnSvc": "Yes", "LimitQty": "30", "LimitUnit": "Moons per Year"},
            (
                "<text>:2:182: LimitUnit: expected a number with a unit such as Days per Year or "
                "Visit(s) per Benefit Period, got 'Moons per Year'; the limit is taken as not known"
            ),
        ),
        (
            {"PlanId": "37160ND2410021-36"},
            (
                "<text>:2:30: PlanId: expected a plan id that ends in -00 to -06, got "
                "'37160ND2410021-36'; the kind of variation is taken as not told"
            ),
        ),
        (
            {"StateCode": "SD"},
            "<text>:2:6: StateCode: expected ND, as in PlanId, which is taken as right",
        ),
    ],
)
def test_what_is_doubtful_is_a_warning_and_the_row_still_comes(
    row: dict[str, str], message: str
) -> None:
    told = read_benefits(table(row))

    assert messages(told) == [message]
    assert told.problems[0].severity is Severity.WARNING
    assert (told.rows, len(told.benefits), told.refused) == (1, 1, ())


OWN = "; correct the cell, or write the plan as a document of its own"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"CopayInnTier1": "$30 per visit"},
            "<text>:2:105: CopayInnTier1: expected No Charge, Not Applicable, nothing, or a copay "
            "such as $30 or $30 Copay after deductible, got '$30 per visit'" + OWN,
        ),
        (
            {"CopayOutofNet": "20%"},
            "<text>:2:121: CopayOutofNet: expected No Charge, Not Applicable, nothing, or a copay "
            "such as $30 or $30 Copay after deductible, got '20%'" + OWN,
        ),
        (
            {"CoinsInnTier1": "0.2"},
            "<text>:2:136: CoinsInnTier1: expected No Charge, Not Applicable, nothing, or a share "
            "such as 20% or 20% Coinsurance after deductible, got '0.2'" + OWN,
        ),
        (
            {"CoinsInnTier1": "$20"},
            "<text>:2:136: CoinsInnTier1: expected No Charge, Not Applicable, nothing, or a share "
            "such as 20% or 20% Coinsurance after deductible, got '$20'" + OWN,
        ),
        (
            {"PlanId": "37160"},
            (
                "<text>:2:30: PlanId: expected a plan id such as 37160ND2410021-00, got '37160'; "
                "take it from the file of CMS as it is"
            ),
        ),
        (
            {"PlanId": "3716\u0660ND2410021-00"},
            (
                "<text>:2:30: PlanId: expected a plan id such as 37160ND2410021-00, got "
                "'3716\u0660ND2410021-00'; take it from the file of CMS as it is"
            ),
        ),
        (
            {"PlanId": "37160XX2410021-00", "StateCode": "XX"},
            (
                "<text>:2:30: PlanId: expected a plan id such as 37160ND2410021-00, got "
                "'37160XX2410021-00'; take it from the file of CMS as it is"
            ),
        ),
        (
            {"BusinessYear": "2016-17"},
            (
                "<text>:2:1: BusinessYear: expected a year such as 2016, got '2016-17'; write four "
                "digits"
            ),
        ),
        (
            {"BenefitName": ""},
            (
                "<text>:2:48: BenefitName: expected the name of a benefit, got nothing; take it "
                "from the file of CMS as it is"
            ),
        ),
        (
            {"IsCovered": "Perhaps"},
            (
                "<text>:2:93: IsCovered: expected Covered, Not Covered or nothing, got 'Perhaps'; "
                "correct the cell"
            ),
        ),
        (
            {"Explanation": "See plan\x07"},
            (
                "<text>:2:194: expected text in UTF-8 without control characters; read with "
                "`encoding`, such as cp1252 for older files, or save it as UTF-8"
            ),
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_place(
    row: dict[str, str], message: str
) -> None:
    told = read_benefits(table({}, row, {}))

    assert messages(told) == [message.replace(":2:", ":3:")]
    assert told.problems[0].severity is Severity.ERROR
    assert (told.rows, len(told.benefits), told.refused) == (3, 2, (3,))


def test_all_that_is_wrong_with_a_row_is_told() -> None:
    row = {"CopayInnTier1": "?", "CoinsInnTier1": "?", "IsCovered": "?", "BenefitName": ""}
    row |= {"BusinessYear": "?", "PlanId": "?"}

    told = read_benefits(table(row))

    assert [problem.path for problem in told.problems] == [
        "BusinessYear",
        "PlanId",
        "BenefitName",
        "IsCovered",
        "CopayInnTier1",
        "CoinsInnTier1",
    ]


@pytest.mark.parametrize("is_covered", ["", "Not Covered", "not covered"])
def test_a_benefit_that_is_not_told_as_covered_is_none(is_covered: str) -> None:
    names = [name for name in PLAIN if name.startswith(("Copay", "Coins"))]

    told = read_benefits(table({"IsCovered": is_covered, **dict.fromkeys(names, "")}))

    assert told.problems == ()
    assert only(told).is_covered is False
    assert only(told).first_tier.is_covered is False


@pytest.mark.parametrize(
    ("row", "has_limit", "is_told"),
    [
        ({}, False, False),
        ({"QuantLimitOnSvc": ""}, None, False),
        ({"QuantLimitOnSvc": "Yes"}, True, False),
        ({"QuantLimitOnSvc": "", "LimitQty": "3", "LimitUnit": "Days per Year"}, True, True),
        ({"QuantLimitOnSvc": "No", "LimitQty": "3", "LimitUnit": "Days per Year"}, None, True),
        ({"QuantLimitOnSvc": "", "LimitQty": "3", "LimitUnit": "Moons"}, True, False),
        ({"QuantLimitOnSvc": "Yes", "LimitQty": "", "LimitUnit": "Days per Year"}, True, False),
        ({"QuantLimitOnSvc": "No", "LimitQty": "?", "LimitUnit": "Days per Year"}, None, False),
    ],
)
def test_a_limit_is_known_denied_or_unknown(
    row: dict[str, str], has_limit: bool | None, is_told: bool
) -> None:
    benefit = only(read_benefits(table(row)))

    assert (benefit.has_limit, benefit.limit is not None) == (has_limit, is_told)


def test_missing_columns_and_columns_told_twice_are_named_together() -> None:
    text = table({}).replace("PlanId,", "plan,", 1).replace("LimitQty", "isCovered", 1)

    with pytest.raises(DocumentError) as caught:
        read_benefits(text)

    assert [str(problem) for problem in caught.value.problems] == [
        (
            "<text>:1:1: PlanId: expected the column PlanId; check that it is a Benefits and Cost "
            "Sharing file of CMS with all of its columns"
        ),
        (
            "<text>:1:1: LimitQty: expected the column LimitQty; check that it is a Benefits and "
            "Cost Sharing file of CMS with all of its columns"
        ),
        "<text>:1:186: IsCovered: expected each column once; take one of the two out",
    ]


def test_columns_that_some_years_lack_may_be_missing() -> None:
    lacking = ("StandardComponentId", "IsEHB", "MinimumStay", "IsSubjToDedTier1", "Explanation")
    row = {name: told for name, told in PLAIN.items() if name not in lacking}
    text = f"{','.join(row)}\n{','.join(row.values())}\n"

    benefit = only(read_benefits(text))

    assert benefit.is_essential is None
    assert (benefit.minimum_stay, benefit.explanation) == ("", "")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            "a,b",
            "<text>:3:1: expected 24 cells as in the header, got 2; check the commas and quotes",
        ),
        (
            'a,"b"c',
            (
                "<text>:3:1: expected a row of well-formed CSV; check its quotes, and those of "
                "the row before"
            ),
        ),
    ],
)
def test_a_row_of_another_form_is_refused(cells: str, message: str) -> None:
    told = read_benefits(table({}) + cells + "\n" + table({}).splitlines()[1])

    assert messages(told) == [message]
    assert (told.rows, len(told.benefits), told.refused) == (3, 2, (3,))


def test_a_quote_that_never_ends_is_refused_where_it_begins() -> None:
    told = read_benefits(table({}) + 'a,"b\nc\nd\n')

    width = "expected 24 cells as in the header, got 1; check the commas and quotes"
    assert messages(told) == [
        (
            "<text>:3:1: expected a row of well-formed CSV; check its quotes, and those of the row "
            "before"
        ),
        f"<text>:4:1: {width}",
        f"<text>:5:1: {width}",
    ]


@pytest.mark.parametrize("later", ["$30", '"$1,250.00"', '"$30'])
def test_a_quote_that_never_ends_takes_no_row_below_with_it(later: str) -> None:
    header, plain = table({}).splitlines()
    other = table({"PlanId": "37160ND2410021-01", "CopayInnTier1": "?"}).splitlines()[1]

    told = read_benefits("\n".join((header, f'{plain}"', other.replace("?", later), plain, "")))

    expected = {'"$30': ((2, 3), [4])}.get(later, ((2,), [3, 4]))
    assert told.rows == 3
    assert (told.refused, [each.place.line for each in told.benefits]) == expected


def test_a_quote_within_a_cell_moves_no_place_of_a_later_cell() -> None:
    text = table({"BenefitName": '24" x', "CopayInnTier1": "?"}).replace('"24"" x"', '24" x')

    (problem,) = read_benefits(text).problems

    assert problem.place is not None
    assert problem.place.column is not None
    row = text.splitlines()[1]
    assert row[problem.place.column - 1] == "?"


def test_blank_rows_and_lines_are_no_rows() -> None:
    blank = "," * (len(PLAIN) - 1)

    told = read_benefits(f"{table({})}\n{blank}\n\n , \n")

    assert (told.rows, len(told.benefits), told.refused) == (1, 1, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end: str) -> None:
    text = table({"Explanation": "one\ntwo"}, {"CopayInnTier1": "?"}).replace("\n", end)

    told = read_benefits(text)

    assert told.benefits[0].explanation == f"one{end}two"
    assert told.refused == (4,)
    assert str(told.problems[0].place) == "<text>:4:105"


def test_a_cell_below_a_line_break_is_placed_in_its_own_line() -> None:
    order = ["Explanation", *(name for name in PLAIN if name != "Explanation")]
    row = {**PLAIN, "Explanation": '"one\n""two"" \u2028 three"', "BusinessYear": "?"}
    text = f"{','.join(order)}\n{','.join(row[name] for name in order)}\n"

    told = read_benefits(text)

    assert str(told.problems[0].place) == "<text>:3:18"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (table({"Explanation": "caf\u00e9"}).encode(), "utf-8"),
        (table({"Explanation": "caf\u00e9"}).encode("utf-8-sig"), "UTF-8"),
        (table({"Explanation": "caf\u00e9"}).encode("utf-8-sig"), "u8"),
        (table({"Explanation": "caf\u00e9"}).encode("cp1252"), "cp1252"),
        (table({"Explanation": "caf\u00e9"}).encode("utf-16"), "utf-16"),
    ],
)
def test_a_file_is_read_in_its_encoding(content: bytes, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "puf.csv"
    path.write_bytes(content)

    told = read_benefits(path, encoding=encoding)

    assert only(told).explanation == "caf\u00e9"
    assert only(told).place.file == str(path)
    assert only(read_benefits(content, encoding=encoding)).explanation == "caf\u00e9"


def test_bytes_of_another_encoding_refuse_their_row_alone() -> None:
    content = table({"Explanation": "caf\u00e9"}, {}).encode("cp1252")

    told = read_benefits(content)

    assert messages(told) == [
        (
            "<text>:2:194: expected text in UTF-8 without control characters; read with "
            "`encoding`, such as cp1252 for older files, or save it as UTF-8"
        )
    ]
    assert (told.rows, len(told.benefits), told.refused) == (2, 1, (2,))


def test_text_that_cannot_be_decoded_at_all_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read_benefits(table({}).encode("utf-16")[:-1], encoding="utf-16")

    assert [problem.code for problem in caught.value.problems] == ["not-text"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_byte_order_mark_of_utf_8_says_what_the_file_is(encoding: str) -> None:
    told = read_benefits(table({"Explanation": "día"}).encode("utf-8-sig"), encoding=encoding)

    assert told.problems == ()
    assert only(told).explanation == "día"


@pytest.mark.parametrize("source", [table({}).encode("utf-16"), b"PK\x03\x04, \x00"])
def test_a_header_that_is_no_text_says_so_and_names_no_column(source: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_benefits(source)

    assert str(caught.value) == (
        "<text>:1:1: expected text in UTF-8 without control characters; read with `encoding`, "
        "such as cp1252 for older files, or save it as UTF-8"
    )


def test_a_letter_that_is_no_text_in_a_column_that_nobody_reads_refuses_no_file() -> None:
    told = read_benefits(table({"Añadido": "1"}).encode("cp1252"))

    assert (told.rows, told.refused) == (1, ())


@pytest.mark.parametrize("encoding", ["latin-99", "base64", "utf\x008"])
def test_an_encoding_that_nobody_knows_is_refused(encoding: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_benefits(b"", encoding=encoding)

    assert str(caught.value) == "encoding: expected the name of one, such as utf-8 or cp1252"


@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n", " , ,\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_benefits(text)

    assert [problem.code for problem in caught.value.problems] == ["empty-document"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.csv", "expected a file that exists; check the name and the folder"),
        (
            ".",
            (
                "expected a file that can be read; check that it is a file, no folder, and that "
                "you may read it"
            ),
        ),
    ],
)
def test_a_file_that_is_not_there_is_refused(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_benefits(tmp_path / name)

    assert str(caught.value) == f"{tmp_path / name}: {message}"


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read_benefits(table({}) + "x" * (1 << 20))

    assert str(caught.value) == (
        "<text>:3: expected at most 2 GiB of text, and no line above 1 MiB; check that it is the "
        "right file"
    )


@pytest.mark.parametrize(
    ("plans", "kept", "others"),
    [
        (None, 3, 0),
        (["37160ND2410021-00"], 1, 2),
        (["37160nd2410021"], 2, 1),
        (["11111TX0000001"], 1, 2),
        ([], 0, 3),
    ],
)
def test_only_the_plans_asked_for_are_kept(plans: list[str] | None, kept: int, others: int) -> None:
    other = {"PlanId": "11111TX0000001-00", "IssuerId": "", "StateCode": ""}
    other["StandardComponentId"] = ""

    told = read_benefits(table({}, {"PlanId": "37160ND2410021-01"}, other), plans=plans)

    assert (told.rows, len(told.benefits), told.rows_of_others) == (kept, kept, others)


def test_a_single_text_is_no_list_of_plans() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_benefits(table({}), plans="37160ND2410021-00")

    assert str(caught.value) == 'plans: expected a list of ids, such as ["37160ND2410021-00"]'


def test_a_row_that_may_be_one_of_those_asked_for_is_told() -> None:
    told = read_benefits(table({}) + "x\n", plans=["11111TX0000001"])

    assert (told.rows, told.rows_of_others, told.refused) == (1, 1, (3,))


def test_messages_speak_spanish_too() -> None:
    row = {"CopayInnTier1": "?", "CoinsInnTier1": "20%", "LimitQty": "3"}

    told = read_benefits(table(row))

    assert [problem.message("es") for problem in told.problems] == [
        (
            "<text>:2:105: CopayInnTier1: se esperaba No Charge, Not Applicable, nada o un copago "
            "como $30 o $30 Copay after deductible, se leyó '?'; corrija la celda o escriba el "
            "plan en un documento propio"
        ),
        (
            "<text>:2:138: LimitUnit: se esperaba un número con una unidad como Days per Year o "
            "Visit(s) per Benefit Period, se leyó nada; el límite se toma como no conocido"
        ),
    ]
