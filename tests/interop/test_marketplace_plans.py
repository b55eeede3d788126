"""From the rows of a plan variant to health plans: nothing is guessed, and nothing is dropped."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, answer
from tests.interop.marketplace_texts import table

from iopkit import (
    Benefit,
    ClaimLine,
    ConditionFamily,
    Coverage,
    HealthPlan,
    LinePart,
    Listing,
    Money,
    PayerKind,
    Severity,
    Share,
    adjudicate,
    dump,
    read,
)
from iopkit.errors import CannotAdjudicate
from iopkit.interop import (
    MarketplacePlan,
    MarketplacePlans,
    NetworkTier,
    PlanVariation,
    ProgramHint,
    health_plans,
    read_benefits,
)
from iopkit.model import (
    NOTHING_USED,
    CostShare,
    LimitPeriod,
    LimitUnit,
    OutOfNetwork,
    PlanBenefit,
    ServiceLimit,
)
from iopkit.values import Period

FILE = Path(__file__).parents[1] / "data" / "puf_2014_2016_mh_sud_rows.csv"
MIND, USE = ConditionFamily.MENTAL_DISORDER, ConditionFamily.SUBSTANCE_USE_DISORDER
COUNTING = Listing.of(
    LinePart.COPAY_BEFORE, LinePart.DEDUCTIBLE, LinePart.COPAY, LinePart.PATIENT_SHARE
)
TWENTY = CostShare(deductible_applies=True, patient_share=Share.percent(20))
NEVER_TOLD = ("plan_year", "iop_coverage", "iop_benefit", "deductible", "out_of_pocket_limit")

MENTAL = "Mental/Behavioral Health Outpatient Services"
MENTAL_OTHER = "Mental/Behavioral Health Outpatient Other Services"


def made(*rows: dict[str, str]) -> MarketplacePlans:
    told = read_benefits(table(*rows))
    assert [problem for problem in told.problems if problem.severity is Severity.ERROR] == []
    return health_plans(told.benefits)


def only(*rows: dict[str, str]) -> MarketplacePlan:
    (plan,) = made(*rows).plans
    return plan


@pytest.fixture(scope="module")
def real() -> MarketplacePlans:
    return health_plans(read_benefits(FILE).benefits)


def test_every_row_of_the_real_file_is_in_a_plan_or_aside(real: MarketplacePlans) -> None:
    assert len(real.plans) == 567
    assert Counter((plan.family, plan.tier) for plan in real.plans) == {
        (MIND, NetworkTier.FIRST): 253,
        (USE, NetworkTier.FIRST): 269,
        (MIND, NetworkTier.SECOND): 28,
        (USE, NetworkTier.SECOND): 17,
    }
    assert len(real.aside) == 583 - 253 - 269
    assert Counter(row.name for row in real.aside) == {
        "Mental Health Other": 60,
        "Mental Health - Intermedate": 1,
    }


def test_the_problems_of_the_real_file_stand_in_its_order(real: MarketplacePlans) -> None:
    assert Counter((problem.code, problem.severity) for problem in real.problems) == {
        ("marketplace-aside", Severity.NOTE): 61,
        ("marketplace-limit", Severity.WARNING): 2,
    }
    lines = [problem.place.line or 0 for problem in real.problems if problem.place]
    assert lines == sorted(lines)


def test_no_real_plan_says_more_than_its_rows(real: MarketplacePlans) -> None:
    for found in real.plans:
        plan = found.plan
        assert (plan.iop_benefit, plan.iop_coverage, plan.plan_year) == (None, None, None)
        assert (plan.deductible, plan.out_of_pocket_limit) == (None, None)
        assert (plan.has_out_of_pocket_limit, plan.family, plan.drug) == (None, None, None)
        assert found.missing[:5] == NEVER_TOLD


def test_the_real_rows_that_name_iop_are_shown_and_decide_nothing(real: MarketplacePlans) -> None:
    hinted = {found.plan.id: found.hints for found in real.plans if found.hints}

    assert list(hinted) == [
        "85320IN0010001-03/2014/mental-disorder",
        "85320IN0010001-03/2014/mental-disorder/tier-2",
        "62033IN0010002-04/2015/mental-disorder",
        "62033IN0010002-04/2015/mental-disorder/tier-2",
        "62033IN0010031-05/2016/substance-use-disorder",
        "30613MO0570005-01/2016/substance-use-disorder",
        "37160ND2410021-00/2016/substance-use-disorder",
    ]
    (hint,) = hinted["37160ND2410021-00/2016/substance-use-disorder"]
    assert hint.benefit == "Substance Abuse Disorder Outpatient Services"
    assert hint.column == "Explanation"
    assert hint.text == "Includes intensive outpatient program and partial hospitalization."
    assert (hint.place.file, hint.place.line) == (str(FILE), 485)


def test_every_real_plan_is_a_document_that_reads_back(real: MarketplacePlans) -> None:
    # Every thirtieth plan has all shapes that occur.
    for found in real.plans[::30]:
        assert read(HealthPlan, dump(found.plan)) == found.plan


def test_a_real_plan_is_estimated_by_what_it_tells_and_says_what_it_does_not(
    real: MarketplacePlans,
) -> None:
    for found in real.plans[::30]:
        bare = answer(evolve(CASE, health_plan=found.plan))
        whole = answer(evolve(CASE, health_plan=_completed(found.plan)))

        assert bare.to_pay.value is None
        assert bare.unknowns
        assert (whole.to_pay.value is None) is bool(whole.unknowns), found.plan.id


def _completed(plan: HealthPlan) -> HealthPlan:
    """Return a plan with what no file of CMS tells."""
    return evolve(
        plan,
        plan_year=Period.calendar_year(2026),
        iop_coverage=Coverage.COVERED,
        iop_benefit=plan.benefits[0].benefit,
        deductible=Money.parse("500"),
        out_of_pocket_limit=Money.parse("5000"),
        limit_ends_deductible=True,
    )


def test_a_row_becomes_a_plan() -> None:
    found = only({"Explanation": "Authorization required.", "Exclusions": "None."})

    assert (found.family, found.tier) == (USE, NetworkTier.FIRST)
    assert found.variant.variation is PlanVariation.OFF_EXCHANGE
    assert found.plan == HealthPlan(
        id="37160ND2410021-00/2016/substance-use-disorder",
        is_synthetic=False,
        payer=PayerKind.COMMERCIAL,
        benefits=(
            PlanBenefit(benefit=Benefit.OFFICE_VISIT, cost_share=TWENTY, has_visit_limit=False),
        ),
        counts_toward_limit=COUNTING,
        out_of_network=OutOfNetwork(coverage=Coverage.NOT_COVERED),
        notes=(
            "Substance Abuse Disorder Outpatient Services, Explanation: Authorization required.",
            "Substance Abuse Disorder Outpatient Services, Exclusions: None.",
        ),
    )
    assert found.missing == NEVER_TOLD
    assert found.hints == ()


@pytest.mark.parametrize(
    ("name", "benefits"),
    [
        (MENTAL, {(MIND, Benefit.OFFICE_VISIT)}),
        ("Mental Health Office Visit", {(MIND, Benefit.OFFICE_VISIT)}),
        (MENTAL_OTHER, {(MIND, Benefit.OTHER_OUTPATIENT)}),
        (
            "Mental/Behavioral Health Outpatient OTHER  Services",
            {(MIND, Benefit.OTHER_OUTPATIENT)},
        ),
        ("Mental/Behavioral Health Inpatient Services", {(MIND, Benefit.INPATIENT)}),
        ("Substance Abuse Disorder Outpatient Services", {(USE, Benefit.OFFICE_VISIT)}),
        ("Substance Use Disorder Outpatient Services", {(USE, Benefit.OFFICE_VISIT)}),
        ("Substance Use Disorder Outpatient Other Services", {(USE, Benefit.OTHER_OUTPATIENT)}),
        ("Substance Use Disorder Inpatient Services", {(USE, Benefit.INPATIENT)}),
        (
            "Partial Hospitalization",
            {(MIND, Benefit.PARTIAL_HOSPITALIZATION), (USE, Benefit.PARTIAL_HOSPITALIZATION)},
        ),
    ],
)
def test_a_name_of_the_file_means_one_benefit(
    name: str, benefits: set[tuple[ConditionFamily, Benefit]]
) -> None:
    found = made({"BenefitName": name})

    assert found.aside == ()
    assert {
        (plan.family, told.benefit) for plan in found.plans for told in plan.plan.benefits
    } == benefits


@pytest.mark.parametrize("name", ["Mental Health Other", "IOP", "Intensive Outpatient Program"])
def test_a_name_that_says_not_what_it_is_is_left_aside(name: str) -> None:
    found = made({"BenefitName": name})

    assert found.plans == ()
    assert [row.name for row in found.aside] == [name]
    (problem,) = found.problems
    assert str(problem) == (
        "<text>:2:1: expected the name of an outpatient or inpatient benefit for mental health or "
        f"substance use, got {name!r}; its row is left aside"
    )


def test_a_benefit_that_is_not_covered_is_left_aside() -> None:
    found = made({"IsCovered": ""})

    assert (found.plans, len(found.aside)) == ((), 1)
    (problem,) = found.problems
    assert problem.message("es") == (
        "<text>:2:1: el plan no cubre este beneficio, por lo que ningún documento de plan lo "
        "indica; su fila se deja aparte"
    )


def test_the_rows_of_one_variant_and_family_make_one_plan() -> None:
    other = {"BenefitName": MENTAL_OTHER, "PlanId": "37160ND2410021-01"}
    office = {"BenefitName": MENTAL, "PlanId": "37160ND2410021-01"}

    found = made(other, {}, office, {**office, "BusinessYear": "2015"})

    assert {
        plan.plan.id: tuple(told.benefit for told in plan.plan.benefits) for plan in found.plans
    } == {
        "37160ND2410021-01/2016/mental-disorder": (Benefit.OTHER_OUTPATIENT, Benefit.OFFICE_VISIT),
        "37160ND2410021-00/2016/substance-use-disorder": (Benefit.OFFICE_VISIT,),
        "37160ND2410021-01/2015/mental-disorder": (Benefit.OFFICE_VISIT,),
    }


def test_a_second_tier_is_a_plan_of_its_own() -> None:
    tier = {"CopayInnTier2": "$50", "CoinsInnTier2": "No Charge"}

    first, second = made({"BenefitName": MENTAL, **tier}, {"BenefitName": MENTAL_OTHER}).plans

    assert (first.tier, second.tier) == (NetworkTier.FIRST, NetworkTier.SECOND)
    assert second.plan.id == "37160ND2410021-00/2016/mental-disorder/tier-2"
    assert [told.cost_share for told in first.plan.benefits] == [TWENTY, TWENTY]
    assert [told.cost_share for told in second.plan.benefits] == [
        CostShare(deductible_applies=False, copay=Money.parse("50")),
        None,
    ]
    assert second.missing == (*NEVER_TOLD, "benefits.other-outpatient.cost_share")


NO_TIER = {"CopayInnTier2": "Not Applicable", "CoinsInnTier2": "Not Applicable"}


def test_a_tier_that_is_not_applicable_is_none() -> None:
    assert only(NO_TIER).tier is NetworkTier.FIRST


def test_a_first_tier_that_is_not_applicable_is_not_known() -> None:
    found = only({"CopayInnTier1": "Not Applicable", "CoinsInnTier1": "Not Applicable"})

    assert [told.cost_share for told in found.plan.benefits] == [None]
    assert "benefits.office-visit.cost_share" in found.missing


def test_a_tier_holds_no_benefit_that_is_not_applicable_there() -> None:
    tier = {"BenefitName": MENTAL, "CopayInnTier2": "$50", "CoinsInnTier2": "No Charge"}

    _, second = made(tier, {"BenefitName": MENTAL_OTHER, **NO_TIER}).plans

    assert [told.benefit for told in second.plan.benefits] == [Benefit.OFFICE_VISIT]


@pytest.mark.parametrize(
    ("row", "benefit"),
    [
        ({}, {"has_visit_limit": False}),
        ({"QuantLimitOnSvc": ""}, {}),
        ({"QuantLimitOnSvc": "Yes"}, {}),
        (
            {"QuantLimitOnSvc": "Yes", "LimitQty": "20.0", "LimitUnit": "Visit(s) per Year"},
            {"visit_limit": 20, "has_visit_limit": True},
        ),
        (
            {"QuantLimitOnSvc": "Yes", "LimitQty": "20.0", "LimitUnit": "Days per Year"},
            {"limits": (ServiceLimit(quantity=20, unit=LimitUnit.DAYS, period=LimitPeriod.YEAR),)},
        ),
        (
            {"QuantLimitOnSvc": "Yes", "LimitQty": "2", "LimitUnit": "Visit(s) per Week"},
            {"limits": (ServiceLimit(quantity=2, unit=LimitUnit.VISITS, period=LimitPeriod.WEEK),)},
        ),
        ({"LimitQty": "20.0", "LimitUnit": "Days per Year"}, {}),
        ({"LimitQty": "20.0", "LimitUnit": "Days per Benefit Period"}, {}),
    ],
)
def test_a_limit_comes_into_the_plan(row: dict[str, str], benefit: dict[str, object]) -> None:
    plans = made(row)

    assert plans.problems == ()
    (found,) = plans.plans
    (told,) = found.plan.benefits
    assert told == PlanBenefit(
        benefit=Benefit.OFFICE_VISIT,
        cost_share=TWENTY,
        **benefit,  # type: ignore[arg-type]  # fields by name
    )
    is_open = "benefits.office-visit.has_visit_limit" in found.missing
    assert is_open is (not benefit)


def test_a_limit_that_no_plan_holds_is_not_known() -> None:
    row = {"QuantLimitOnSvc": "Yes", "LimitQty": "30.0", "LimitUnit": "Days per Benefit Period"}

    found = made(row)

    (problem,) = found.problems
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        "<text>:2:1: expected a limit that a plan document can hold: a whole number of visits, "
        "days, hours or dollars by week, month, year, stay, episode or lifetime; the limit is "
        "taken as not known"
    )
    (told,) = found.plans[0].plan.benefits
    assert (told.has_visit_limit, told.limits) == (None, ())
    assert "benefits.office-visit.has_visit_limit" in found.plans[0].missing


def test_rows_that_say_the_same_of_one_benefit_are_one() -> None:
    found = made({"BenefitName": MENTAL}, {"BenefitName": "Mental Health Office Visit"})

    assert found.problems == ()
    assert [told.cost_share for told in found.plans[0].plan.benefits] == [TWENTY]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_rows_that_differ_about_whether_a_benefit_is_covered_leave_it_unknown(
    order: tuple[int, int],
) -> None:
    rows = ({"BenefitName": MENTAL}, {"BenefitName": MENTAL, "IsCovered": "", "Exclusions": "IOP"})

    found = made(*(rows[at] for at in order))

    codes = {problem.code for problem in found.problems}
    assert codes == {"marketplace-aside", "marketplace-repeated"}
    (plan,) = found.plans
    assert plan.plan.benefits == (PlanBenefit(benefit=Benefit.OFFICE_VISIT),)
    assert [hint.text for hint in plan.hints] == ["IOP"]


def test_rows_that_both_cover_nothing_make_no_plan() -> None:
    found = made({"IsCovered": ""}, {"IsCovered": "Not Covered", "CoinsInnTier1": "40%"})

    assert found.plans == ()
    assert [problem.code for problem in found.problems] == ["marketplace-aside"] * 2


@pytest.mark.parametrize(
    "differs",
    [
        {"CoinsInnTier1": "30% Coinsurance after deductible"},
        {"CopayInnTier2": "$5", "CoinsInnTier2": "No Charge"},
        {"CoinsOutofNet": "40%"},
        {"QuantLimitOnSvc": ""},
        {"IsExclFromInnMOOP": "Yes"},
    ],
)
def test_rows_that_differ_about_one_benefit_leave_it_unknown(differs: dict[str, str]) -> None:
    found = made({"BenefitName": MENTAL}, {"BenefitName": "Mental Health Office Visit", **differs})

    (problem,) = found.problems
    assert str(problem) == (
        "<text>:3:1: expected office visit as in <text>:2:1, whose row is about the same benefit; "
        "ask the plan: what it costs is taken as not known"
    )
    (plan,) = found.plans
    assert plan.plan.benefits == (PlanBenefit(benefit=Benefit.OFFICE_VISIT),)
    assert plan.plan.out_of_network is None
    assert plan.missing == (
        *NEVER_TOLD,
        "benefits.office-visit.cost_share",
        "benefits.office-visit.has_visit_limit",
        "counts_toward_limit",
        "out_of_network",
    )


def test_care_outside_the_network_is_told_benefit_by_benefit() -> None:
    covered = {"CoinsOutofNet": "40% Coinsurance after deductible", "IsExclFromOonMOOP": "No"}

    found = only({"BenefitName": MENTAL, **covered}, {"BenefitName": MENTAL_OTHER})

    assert found.plan.out_of_network == OutOfNetwork(
        benefits=(
            PlanBenefit(
                benefit=Benefit.OFFICE_VISIT,
                cost_share=CostShare(deductible_applies=True, patient_share=Share.percent(40)),
                has_visit_limit=False,
            ),
            PlanBenefit(
                benefit=Benefit.OTHER_OUTPATIENT,
                cost_share=CostShare(deductible_applies=False, patient_share=Share.percent(100)),
                has_visit_limit=False,
                counts_toward_limit=False,
            ),
        ),
        counts_toward_limit=COUNTING,
    )
    assert found.missing[5:] == (
        "out_of_network.coverage",
        "out_of_network.deductible",
        "out_of_network.deductible_crediting",
        "out_of_network.out_of_pocket_limit",
        "out_of_network.limit_crediting",
    )


def test_a_plan_asks_for_what_the_file_does_not_tell_and_is_settled_with_it() -> None:
    plan = only({}).plan
    lines = [
        ClaimLine(on=date(2016, 3, day), benefit=Benefit.OFFICE_VISIT, allowed=Money.parse("180"))
        for day in (1, 2, 3, 4)
    ]

    with pytest.raises(CannotAdjudicate) as caught:
        adjudicate(lines, plan, NOTHING_USED)
    told = evolve(plan, deductible=Money.parse("500"), out_of_pocket_limit=Money.parse("2000"))

    assert caught.value.missing == ("deductible", "out_of_pocket_limit")
    assert adjudicate(lines, told, NOTHING_USED).patient == Money.parse("544")


@pytest.mark.parametrize("share", ["Not Applicable", "40%"])
def test_what_care_outside_the_network_costs_is_asked_for_where_no_row_tells_it(share: str) -> None:
    copay = "Not Applicable" if share == "Not Applicable" else "$30 Copay after deductible"

    found = only({"CopayOutofNet": copay, "CoinsOutofNet": share})

    assert "out_of_network.benefits.office-visit.cost_share" in found.missing


def test_nothing_told_of_care_outside_the_network_is_not_known() -> None:
    found = only({"CopayOutofNet": "", "CoinsOutofNet": ""})

    assert found.plan.out_of_network is None
    assert found.missing[5:] == ("out_of_network",)


COVERED_OUTSIDE = {"CoinsOutofNet": "40%"}


@pytest.mark.parametrize(
    ("row", "listing", "benefit"),
    [
        ({}, COUNTING, None),
        ({"IsExclFromInnMOOP": "Yes"}, Listing(), False),
        ({"IsExclFromInnMOOP": ""}, Listing(), None),
        ({**COVERED_OUTSIDE, "IsExclFromOonMOOP": "Yes"}, COUNTING, None),
        ({**COVERED_OUTSIDE, "IsExclFromOonMOOP": ""}, Listing(), None),
    ],
)
def test_what_counts_toward_the_limit_is_told_or_open(
    row: dict[str, str], listing: Listing[LinePart], benefit: bool | None
) -> None:
    found = only(row)

    assert found.plan.counts_toward_limit == listing
    assert [told.counts_toward_limit for told in found.plan.benefits] == [benefit]
    assert ("counts_toward_limit" in found.missing) is (listing == Listing())


def test_one_row_that_does_not_tell_what_counts_leaves_it_open() -> None:
    silent = {"BenefitName": MENTAL_OTHER, "IsExclFromInnMOOP": ""}

    found = only({"BenefitName": MENTAL}, silent)

    assert found.plan.counts_toward_limit == Listing()


def test_what_is_not_covered_outside_leaves_nothing_open() -> None:
    covered = {"BenefitName": MENTAL, "CoinsOutofNet": "40%", "IsExclFromOonMOOP": "No"}
    refused = {"BenefitName": MENTAL_OTHER, "CoinsOutofNet": "100%", "IsExclFromOonMOOP": ""}

    found = only(covered, refused)

    assert found.plan.counts_toward_limit == COUNTING
    assert found.plan.out_of_network is not None
    assert found.plan.out_of_network.counts_toward_limit == COUNTING


@pytest.mark.parametrize(
    ("text", "is_hint"),
    [
        ("Includes Intensive  Outpatient care.", True),
        ("intensive-outpatient", True),
        ("an intensive out-patient program", True),
        ("partial hospital programs", True),
        ("Includes Partial Hospitalization", True),
        ("partial day services", True),
        ("IOP/PHP need authorization", True),
        ("(PHP)", True),
        ("See plan brochure.", False),
        ("biopsy, iop of the eye", False),
        ("IOPS", False),
        ("", False),
    ],
)
def test_words_that_speak_of_iop_or_php_are_shown(text: str, is_hint: bool) -> None:
    found = only({"Exclusions": text})

    expected = ProgramHint(
        benefit="Substance Abuse Disorder Outpatient Services",
        column="Exclusions",
        text=text,
        place=read_benefits(table({})).benefits[0].place,
    )
    assert found.hints == ((expected,) if is_hint else ())
    assert found.plan.iop_benefit is None
