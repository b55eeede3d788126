"""Laws of the words of plan files: what is written comes back, and no cell is misplaced."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import example, given
from hypothesis import strategies as st
from tests.interop.marketplace_texts import PLAIN, table

from iopkit import CopayOrder, InvalidValue, Money, Severity, Share
from iopkit.interop import (
    CostCell,
    NoCharge,
    NotApplicable,
    StatedCopay,
    StatedShare,
    health_plans,
    read_benefits,
    read_cost,
    write_cost,
)
from iopkit.model import CopayUnit

COPAY_WORDS = ["$30", "$30 Copay after deductible", "No Charge", "Not Applicable", "", "0%", "?"]
SHARE_WORDS = ["20%", "20% Coinsurance after deductible", "No Charge", "Not Applicable", "", "100%"]
WORDS = {
    "PlanId": ["37160ND2410021-00", "37160ND2410021-01", "37160ND2410021", "?"],
    "BusinessYear": ["2015", "2016", "x"],
    "BenefitName": [
        "Mental/Behavioral Health Outpatient Services",
        "Mental Health Office Visit",
        "Substance Use Disorder Inpatient Services",
        "Partial Hospitalization",
        "Mental Health Other",
        "",
    ],
    "IsCovered": ["Covered", "Not Covered", "", "?"],
    "QuantLimitOnSvc": ["Yes", "No", "", "?"],
    "LimitQty": ["20.0", "", "?"],
    "LimitUnit": ["Days per Year", "Visit(s) per Year", "Days per Benefit Period", "", "?"],
    "IsExclFromInnMOOP": ["Yes", "No", "", "?"],
    "IsExclFromOonMOOP": ["Yes", "No", "", "?"],
    "Explanation": ["", "IOP"],
    "CopayInnTier1": COPAY_WORDS,
    "CopayInnTier2": COPAY_WORDS,
    "CopayOutofNet": COPAY_WORDS,
    "CoinsInnTier1": SHARE_WORDS,
    "CoinsInnTier2": SHARE_WORDS,
    "CoinsOutofNet": SHARE_WORDS,
}
ROWS = st.lists(
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(words) for name, words in WORDS.items()}
    ),
    max_size=6,
)

YEARS = st.integers(2014, 2030)
MONEY = st.integers(0, 5_000_000).map(Money.of_cents)
UNITS = st.sampled_from([None, CopayUnit.DAY, CopayUnit.STAY])
COPAYS = st.builds(StatedCopay, MONEY, st.sampled_from(CopayOrder), UNITS)
SHARES = st.builds(StatedShare, st.integers(0, 10_000).map(Share), st.booleans())
CELLS: st.SearchStrategy[CostCell | None] = st.one_of(
    st.none(), st.just(NotApplicable()), st.builds(NoCharge, st.booleans()), COPAYS, SHARES
)

DOLLARS = st.integers(0, 50_000)
TAILS = [
    f"{unit}{order}"
    for unit in ("", " per Day", " per Stay")
    for order in ("", " after deductible", " before deductible", " with deductible")
]
LATER_TEXTS = st.one_of(
    st.sampled_from(["", "Not Applicable", "No Charge", "No Charge after deductible"]),
    st.builds("${:,}.{:02}".format, DOLLARS, st.integers(0, 99)),
    st.builds(
        "${}.{:02} Copay{}".format,
        DOLLARS,
        st.integers(0, 99),
        st.sampled_from([tail for tail in TAILS if tail and "before" not in tail]),
    ),
    st.builds(
        "{}.{:02}%{}".format,
        st.integers(0, 99),
        st.integers(0, 99),
        st.sampled_from(["", " Coinsurance after deductible"]),
    ),
)
EARLY_TEXTS = st.one_of(
    st.sampled_from(["", "Not Applicable", "No Charge", "No Charge after deductible"]),
    st.builds("${:,}".format, DOLLARS),
    st.builds(
        "${} Copay{}".format,
        DOLLARS,
        st.sampled_from([tail for tail in TAILS if tail and "with" not in tail]),
    ),
    st.builds(
        "{}%{}".format,
        st.integers(0, 100),
        st.sampled_from(["", " Coinsurance after deductible"]),
    ),
)


@given(cell=CELLS, year=YEARS)
def test_what_is_written_is_read_as_the_same(cell: CostCell | None, year: int) -> None:
    assert read_cost(write_cost(cell, year=year)) == cell


@given(text=LATER_TEXTS)
def test_the_words_of_later_files_come_back_letter_by_letter(text: str) -> None:
    assert write_cost(read_cost(text), year=2026) == text


@given(text=EARLY_TEXTS)
def test_the_words_of_early_files_come_back_letter_by_letter(text: str) -> None:
    assert write_cost(read_cost(text), year=2015) == text


@given(text=st.text(max_size=40))
@example("\u0663\u0660%")
@example("$\u0663\u0660")
def test_any_text_is_read_or_refused_in_one_way(text: str) -> None:
    try:
        cell = read_cost(text)
    except InvalidValue as error:
        what = error.what
    else:
        what = "cost sharing"
        assert read_cost(write_cost(cell, year=2026)) == cell

    assert what == "cost sharing"


@given(
    order=st.permutations(list(PLAIN)),
    words=st.text(st.sampled_from('abc ,"\n\r'), max_size=12),
    before=st.integers(0, 3),
)
def test_the_order_of_columns_and_the_words_beside_change_nothing_but_the_place(
    order: list[str], words: str, before: int
) -> None:
    row = {**PLAIN, "Explanation": words, "CopayInnTier1": "$30 per visit"}
    text = StringIO(newline="")
    writer = csv.DictWriter(text, order, lineterminator="\r\n")
    writer.writeheader()
    text.write("\r\n" * before)
    writer.writerow(row)

    told = read_benefits(text.getvalue())

    assert (told.rows, told.refused) == (1, (2 + before,))
    (problem,) = told.problems
    place = problem.place
    assert problem.path == "CopayInnTier1"
    assert place is not None
    line, column = place.line or 0, place.column or 0
    assert text.getvalue().splitlines()[line - 1][column - 1 :].startswith("$30 per visit")


@given(rows=ROWS)
def test_every_row_is_a_benefit_or_refused_with_a_reason(rows: list[dict[str, str]]) -> None:
    told = read_benefits(table(*rows))

    lines = [benefit.place.line or 0 for benefit in told.benefits]
    assert sorted([*lines, *told.refused]) == list(range(2, len(rows) + 2))
    errors = [each.place for each in told.problems if each.severity is Severity.ERROR]
    assert {place.line for place in errors if place} == set(told.refused)


@given(rows=ROWS)
def test_every_benefit_is_in_a_plan_or_aside_with_a_reason(rows: list[dict[str, str]]) -> None:
    benefits = read_benefits(table(*rows)).benefits

    made = health_plans(benefits)

    held = {(plan.variant.id, plan.variant.year) for plan in made.plans}
    for benefit in benefits:
        is_held = (benefit.variant.id, benefit.variant.year) in held
        assert is_held or benefit in made.aside
    notes = [each.place for each in made.problems if each.code == "marketplace-aside"]
    assert notes == [benefit.place for benefit in made.aside]
    assert all(found.plan.iop_benefit is None for found in made.plans)
    assert len({found.plan.id for found in made.plans}) == len(made.plans)
