"""Estimates where the network, coverage or authorization of a program outside of it is open."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.cost.example_case import PLAN, answer, codes, dollars, ends, having

from iopkit.cost import Bounds
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.case import Case
from iopkit.model.health_plan import CostShare, PlanBenefit
from iopkit.model.networks import Crediting, OutOfNetwork
from iopkit.model.prices import Price, PriceList
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, Coverage

OUTSIDE = OutOfNetwork(
    coverage=Coverage.COVERED,
    patient_share=Share.percent(40),
    deductible=Money(0),
    deductible_crediting=Crediting.SEPARATE,
    limit_crediting=Crediting.SEPARATE,
    has_out_of_pocket_limit=False,
    counts_toward_limit=Listing.of(lacks=(), complete=True),
)
NOTHING_OUTSIDE = OutOfNetwork(coverage=Coverage.NOT_COVERED)


def case(
    *,
    outside: OutOfNetwork | None = OUTSIDE,
    charge: str = "400",
    in_network: bool | None = False,
    coverage: Coverage | None = Coverage.COVERED,
    authorized: bool | None = None,
) -> Case:
    """Return a case of 18 days, each allowed at 300."""
    found = having(is_in_network=in_network, is_authorized=authorized)
    allowed, charged = (
        Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(each)))
        for each in ("300", charge)
    )
    return evolve(
        found,
        health_plan=evolve(PLAN, out_of_network=outside, iop_coverage=coverage),
        prices=PriceList(allowed=(allowed,), charges=(charged,)),
    )


def test_a_program_outside_the_network_that_is_refused_costs_its_charge_once() -> None:
    refused = case(coverage=Coverage.WITH_AUTHORIZATION, authorized=False)
    found = answer(refused)

    assert ends(found.to_pay) == ("7,200.00", "7,200.00")
    assert [line.label.en for line in found.lines[:1]] == ["IOP, full charge"]
    assert "balance-bill-not-told" not in codes(found)[1]


@pytest.mark.parametrize(
    ("coverage", "unknown"),
    [
        (None, "coverage-not-told"),
        (Coverage.WITH_AUTHORIZATION, "authorization-not-told"),
    ],
)
def test_outside_the_network_a_plan_that_may_pay_nothing_leaves_the_whole_charge(
    coverage: Coverage | None, unknown: str
) -> None:
    found = answer(case(coverage=coverage))

    # 40 % of 5,400 at least; with a balance bill, or without cover, 18 days at 400 at most.
    assert ends(found.to_pay) == ("2,160.00", "7,200.00")
    assert codes(found)[1] == [unknown, "balance-bill-not-told"]


def test_outside_the_network_every_benefit_that_may_pay_is_counted() -> None:
    other = PlanBenefit(
        benefit=Benefit.OTHER_OUTPATIENT,
        cost_share=CostShare(deductible_applies=False, copay=dollars("10")),
        has_visit_limit=False,
    )
    told = case(outside=evolve(OUTSIDE, benefits=(other,)))
    plan = evolve(told.health_plan or PLAN, iop_benefit=None)
    found = answer(evolve(told, health_plan=plan))

    # Ten dollars a day under the one benefit, 40 % under another, and the rest of the bill.
    assert ends(found.to_pay) == ("180.00", "3,960.00")
    assert codes(found)[1] == ["iop-benefit-not-told", "balance-bill-not-told"]


@pytest.mark.parametrize(
    ("outside", "charge", "expected", "bounds", "unknowns"),
    [
        # Inside 1,480: 500 of deductible, and a fifth of the other 4,900.
        (NOTHING_OUTSIDE, "30", ("540.00", "1,480.00"), Bounds.EXACT, ["network-either"]),
        (NOTHING_OUTSIDE, "400", ("1,480.00", "7,200.00"), Bounds.EXACT, ["network-either"]),
        (
            OUTSIDE,
            "400",
            ("1,480.00", "7,200.00"),
            Bounds.OUTER,
            ["network-either", "balance-bill-not-told"],
        ),
        (None, "400", ("1,480.00", "None"), Bounds.OUTER, ["network-not-told"]),
    ],
)
def test_a_network_that_is_not_known_counts_both_ways(
    outside: OutOfNetwork | None,
    charge: str,
    expected: tuple[str, str],
    bounds: Bounds,
    unknowns: list[str],
) -> None:
    found = answer(case(outside=outside, charge=charge, in_network=None))

    assert (ends(found.to_pay), found.bounds) == (expected, bounds)
    assert codes(found)[1] == unknowns


def test_both_ways_of_a_network_are_shown_at_the_ends() -> None:
    low, high = answer(case(outside=NOTHING_OUTSIDE, charge="30", in_network=None)).completions

    assert dict(low.values) == {"episode.is_in_network": False}
    assert dict(high.values) == {"episode.is_in_network": True}


@pytest.mark.parametrize("outside", [NOTHING_OUTSIDE, OUTSIDE])
@pytest.mark.parametrize("charge", ["30", "200", "400"])
def test_answering_about_the_network_never_leaves_the_range(
    outside: OutOfNetwork, charge: str
) -> None:
    open_range = answer(case(outside=outside, charge=charge, in_network=None)).to_pay

    for told in (True, False):
        narrower = answer(case(outside=outside, charge=charge, in_network=told)).to_pay
        for end in (narrower.low, narrower.high):
            assert end is not None
            assert open_range.holds(end)


@pytest.mark.parametrize(
    ("authorized", "expected", "bounds"),
    [
        (True, ("1,480.00", "1,480.00"), Bounds.EXACT),
        # Half of the 80 that the plan pays of the second day, and 100 of each of the 16 after it.
        (False, ("3,120.00", "3,120.00"), Bounds.EXACT),
        (None, ("1,480.00", "3,120.00"), Bounds.EXACT),
    ],
)
def test_a_penalty_for_a_missing_authorization_is_not_the_whole_charge(
    authorized: bool | None, expected: tuple[str, str], bounds: Bounds
) -> None:
    penalty = MissingAuthorization(
        rule=AuthorizationRule.PENALTY, share=Share.percent(50), most=dollars("100")
    )
    told = case(coverage=Coverage.WITH_AUTHORIZATION, in_network=True, authorized=authorized)
    plan = evolve(told.health_plan or PLAN, missing_authorization=penalty)
    found = answer(evolve(told, health_plan=plan))

    assert (ends(found.to_pay), found.bounds) == (expected, bounds)
    assert codes(found)[1] == ([] if authorized is not None else ["authorization-not-told"])


def test_the_two_parts_of_a_bill_outside_the_network_are_no_more_than_what_is_charged() -> None:
    told = case()
    wide = Span(dollars("100"), dollars("300"))
    allowed = Price(service=Service.IOP, unit=Unit.DAY, amount=wide)
    found = answer(evolve(told, prices=evolve(told.prices or PriceList(), allowed=(allowed,))))

    # Of 7,200 the plan recognizes from 1,800 to 5,400, and leaves a part that was not computed.
    assert [ends(line.amount) for line in found.lines[:2]] == [
        ("0.00", "5,400.00"),
        ("0.00", "1,800.00"),
    ]
    assert ends(found.to_pay) == ("0.00", "7,200.00")
