"""What a plan or a price list can hardly mean: located errors, findings, and notes of estimates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, PLAN, answer, codes, dollars, planned, priced

from iopkit.cli import run
from iopkit.cost import price_findings
from iopkit.model.accumulators import Accumulators
from iopkit.model.cost_shares import CostShare
from iopkit.model.family import FamilyAmounts
from iopkit.model.health_plan import PlanBenefit
from iopkit.model.prices import Price, PriceList, PriceTier
from iopkit.model.second_coverage import SecondCoverage
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, LinePart

COPAY = CostShare(deductible_applies=False, copay=dollars("300.01"))
NOTED: list[tuple[dict[str, object], str, str]] = [
    (
        {"out_of_pocket_limit": dollars("99,999,999")},
        "plan-amount-absurd",
        (
            "Taken as told: health_plan.out_of_pocket_limit: expected at most $1,000,000.00, got "
            "$99,999,999.00; such a number often stands for one that is not known: leave it out "
            "then."
        ),
    ),
    (
        {"out_of_pocket_limit": dollars("499")},
        "plan-limit-below-deductible",
        (
            "Taken as told: health_plan.out_of_pocket_limit: expected a limit of at least the "
            "deductible, $500.00, got $499.00; were the two mixed up? where the deductible does "
            "not count toward the limit, say so in `counts_toward_limit`."
        ),
    ),
    (
        {"benefits": (evolve(PLAN.benefits[0], cost_share=COPAY),)},
        "plan-copay-above-price",
        (
            "Taken as told: health_plan.benefits[0].cost_share.copay: expected a copay of at most "
            "$300.00, the highest price that is told for one, got $300.01; no more than the price "
            "is ever owed, so check both."
        ),
    ),
    (
        {
            "benefits": (
                evolve(
                    PLAN.benefits[0],
                    cost_share=CostShare(deductible_applies=True, patient_share=Share(20)),
                ),
            )
        },
        "plan-share-small",
        (
            "Taken as told: health_plan.benefits[0].cost_share.patient_share: expected a share of "
            "at least 1%, got 0.2%; was 20% meant?"
        ),
    ),
    (
        {
            "iop_benefit": Benefit.OTHER_OUTPATIENT,
            "benefits": (
                *PLAN.benefits,
                PlanBenefit(benefit=Benefit.OTHER_OUTPATIENT, cost_share=COPAY),
            ),
        },
        "plan-iop-benefit",
        (
            "Taken as told: health_plan.iop_benefit: expected one benefit that pays an IOP day, "
            "got intensive outpatient program, other outpatient services; let `iop_benefit` name "
            "it."
        ),
    ),
    (
        {"plan_year": Period(date(2026, 1, 1), date(2027, 7, 1))},
        "plan-year-length",
        (
            "Taken as told: health_plan.plan_year: expected a plan year of at most 12 months, got "
            "2026-01-01..2027-07-01; tell each plan year apart."
        ),
    ),
]


@pytest.mark.parametrize(("changes", "code", "text"), NOTED)
def test_an_estimate_that_takes_a_plan_as_told_says_what_is_hardly_meant(
    changes: dict[str, object], code: str, text: str
) -> None:
    notes = {note.code: note.text.en for note in answer(planned(**changes)).assumptions}

    assert notes.get(code) == text


def test_an_estimate_says_of_a_second_plan_what_it_says_of_the_first() -> None:
    changes, code, text = NOTED[1]
    case = planned(**changes)
    second = SecondCoverage(
        plan=case.health_plan,
        used=Accumulators(deductible_used=dollars("400"), limit_used=ZERO),
        allowed=(_price("999,999,999"),),
    )
    found = answer(evolve(CASE, second_coverage=second))
    notes = {note.code: note.text.en for note in found.assumptions}

    assert notes[code] == text.replace("health_plan.", "second_coverage.plan.")
    assert notes["price-absurd"].startswith("Taken as told: second_coverage.allowed[0].amount: ")
    assert "used-does-not-agree" in notes


def _price(amount: str) -> Price:
    return Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(amount)))


def test_an_estimate_on_a_plan_without_findings_says_nothing_of_it() -> None:
    assert codes(answer(CASE)) == ([], [])


CARRIED: dict[str, object] = {"deductible_carries_over_from": 10}
NOT_COUNTED: dict[str, object] = {
    "counts_toward_limit": Listing.of(LinePart.PATIENT_SHARE, lacks=(LinePart.DEDUCTIBLE,))
}
SHARED: dict[str, object] = {"family": FamilyAmounts(deductible=dollars("1,000"))}


@pytest.mark.parametrize(
    ("changes", "used", "is_noted"),
    [
        ({}, {"deductible_used": "400", "limit_used": "399.99"}, True),
        ({}, {"deductible_used": "400", "limit_used": "400"}, False),
        ({}, {"deductible_used": "9,000", "limit_used": "500"}, False),
        ({}, {"deductible_used": "400"}, False),
        (CARRIED, {"deductible_used": "400", "limit_used": "300"}, False),
        (NOT_COUNTED, {"deductible_used": "400", "limit_used": "0"}, False),
        (SHARED, {"deductible_used": "400", "family_deductible_used": "300"}, True),
        (SHARED, {"limit_used": "400", "family_limit_used": "300"}, True),
        ({}, {"limit_used": "400", "family_limit_used": "300"}, False),
    ],
)
def test_an_estimate_says_that_what_has_been_used_does_not_agree(
    changes: dict[str, object], used: dict[str, str], is_noted: bool
) -> None:
    amounts: dict[str, Any] = {name: dollars(amount) for name, amount in used.items()}
    told = Accumulators(**amounts)
    case = evolve(planned(**changes), used=told)
    noted = [note for note in answer(case).assumptions if note.code == "used-does-not-agree"]

    assert bool(noted) is is_noted


@pytest.mark.parametrize(
    ("unit", "amount", "code"),
    [
        (Unit.DAY, "999,999,999", "price-absurd"),
        (Unit.DAY, "10,000.01", "price-absurd"),
        (Unit.DAY, "10,000", None),
        (Unit.PROGRAM, "10,000.01", None),
        (Unit.PROGRAM, "1,000,000.01", "price-absurd"),
        (Unit.DAY, "1", "price-placeholder"),
        (Unit.DAY, "0.01", "price-placeholder"),
        (Unit.DAY, "1.01", None),
        (Unit.DAY, "0", None),
        (Unit.QUARTER_HOUR, "1", None),
    ],
)
def test_a_price_that_stands_for_none_is_asked_about_and_noted(
    unit: Unit, amount: str, code: str | None
) -> None:
    case = priced(unit, Span.exactly(dollars(amount)))
    found = price_findings(case)
    expected = [] if code is None else [code]

    assert [(each.code, each.path) for each in found] == [
        (each, "prices.allowed[0].amount") for each in expected
    ]
    noted = [note.code for note in answer(case).assumptions]
    assert [each for each in noted if each.startswith("price-")] == expected


def test_prices_of_each_place_and_each_tier_are_looked_at() -> None:
    wide = Span(Money(100), dollars("20,000"))
    tier = PriceTier(days=Span(1, 3), amount=wide)
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(ZERO), tiers=(tier,))
    program = evolve(CASE.program, fees=(evolve(price, tiers=()), price)) if CASE.program else None
    case = evolve(CASE, program=program, prices=PriceList(charges=(price,)))

    assert [str(each) for each in price_findings(case)] == [
        f"{path}.tiers[0].amount: {text}; such a number often stands for no price: leave "
        "it out then"
        for path in ("prices.charges[0]", "program.fees[1]")
        for text in (
            "expected a price of at most $10,000.00, got $20,000.00",
            "expected a price of more than $1.00, got $1.00",
        )
    ]


_START = "health_plan: {id: x, plan_year: 2026-01-01..2027-01-01}\n"
ERRORS = [
    (
        "health_plan: {id: x, deductible: -1.00}\n",
        "1:34: health_plan.deductible: expected an amount that is not negative",
    ),
    (
        "health_plan: {id: x, plan_year: 2027-01-01..2026-01-01}\n",
        (
            "1:33: health_plan.plan_year: expected a period START..END or START..open, with days "
            "as YYYY-MM-DD and END after START, got '2027-01-01..2026-01-01'"
        ),
    ),
    (
        _START + "prices:\n  allowed:\n"
        "    - {service: iop, unit: day, amount: 300.00, period: 2026-01-01..2026-07-01}\n"
        "    - {service: iop, unit: day, amount: 320.00, period: 2026-06-01..2027-01-01}\n",
        (
            "4:5: prices.allowed: expected periods or ages that do not overlap; end one where the "
            "next begins"
        ),
    ),
    (
        _START + "prices: {charges: [{service: iop, unit: day, amount: -5.00}]}\n",
        "2:54: prices.charges[0].amount: expected an amount that is not negative",
    ),
    (
        _START + "episode: {start: 2025-12-31, weeks: 0}\n",
        "2:37: episode.weeks: expected at least 1 week",
    ),
]


@pytest.mark.parametrize(("text", "message"), ERRORS)
def test_what_cannot_be_is_told_with_its_place(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")

    code = run(["check-plan", str(path)])

    assert (code, capsys.readouterr().err) == (2, f"{path}:{message}\n")


def test_prices_are_checked_with_the_plan_of_a_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        _START + "prices: {allowed: [{service: iop, unit: day, amount: 999999999.00}]}\n",
        encoding="utf-8",
    )

    code = run(["check-plan", str(path)])

    out = capsys.readouterr().out
    assert code == 1
    assert f"  {path}:2:54\n  warning price-absurd: prices.allowed[0].amount\n" in out
