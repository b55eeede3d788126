"""Estimates where the network, coverage or authorization of a program outside of it is open."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import OUTSIDE, PLAN, answer, codes, dollars, ends, having

from iopkit.cost import Bounds, with_values
from iopkit.model.accumulators import NOTHING_USED, NOTHING_USED_OUTSIDE
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization, PenaltyUnit
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.health_plan import CostShare, FirstVisits, PlanBenefit
from iopkit.model.networks import OutOfNetwork
from iopkit.model.prices import Price, PriceList
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, Coverage

ASKED_OUTSIDE = evolve(OUTSIDE, coverage=Coverage.WITH_AUTHORIZATION)
NOTHING_OUTSIDE = OutOfNetwork(coverage=Coverage.NOT_COVERED)
REFUSED_OUTSIDE = evolve(OUTSIDE, patient_share=Share.percent(100))
FREE_OUTSIDE = evolve(OUTSIDE, patient_share=Share.percent(0))


def case(
    *,
    outside: OutOfNetwork | None = OUTSIDE,
    charge: str | None = "400",
    in_network: bool | None = False,
    coverage: Coverage | None = Coverage.COVERED,
    authorized: bool | None = None,
) -> Case:
    """Return a case of 18 days, each allowed at 300."""
    found = having(is_in_network=in_network, is_authorized=authorized)
    allowed, *charged = (
        Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(each)))
        for each in ("300", charge)
        if each is not None
    )
    return evolve(
        found,
        health_plan=evolve(PLAN, out_of_network=outside, iop_coverage=coverage),
        prices=PriceList(allowed=(allowed,), charges=tuple(charged)),
    )


def test_a_program_outside_the_network_that_is_refused_costs_its_charge_once() -> None:
    refused = case(outside=ASKED_OUTSIDE, authorized=False)
    found = answer(refused)

    assert ends(found.to_pay) == ("7,200.00", "7,200.00")
    assert [line.label.en for line in found.lines[:1]] == ["IOP, full charge"]
    assert "balance-bill-not-told" not in codes(found)[1]


@pytest.mark.parametrize(
    ("outside", "coverage", "unknown"),
    [
        (OUTSIDE, None, "coverage-not-told"),
        (ASKED_OUTSIDE, Coverage.COVERED, "authorization-not-told"),
    ],
)
def test_outside_the_network_a_plan_that_may_pay_nothing_leaves_the_whole_charge(
    outside: OutOfNetwork, coverage: Coverage | None, unknown: str
) -> None:
    found = answer(case(outside=outside, coverage=coverage))

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
            # Outside: 40 % of 5,400, and the other 1,800 of the bill at most.
            ("1,480.00", "3,960.00"),
            Bounds.EXACT,
            ["network-either", "balance-bill-not-told"],
        ),
        (None, "400", ("0.00", "7,200.00"), Bounds.OUTER, ["network-not-told"]),
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


def _is_within(narrower: Span[Money], wider: Span[Money]) -> bool:
    """Return whether one range lies inside another; an end of `None` is one that nothing bounds."""
    if narrower.low is None or wider.low is None or narrower.low < wider.low:
        return False
    return wider.high is None or (narrower.high is not None and narrower.high <= wider.high)


@pytest.mark.parametrize("outside", [None, NOTHING_OUTSIDE, OUTSIDE, REFUSED_OUTSIDE])
@pytest.mark.parametrize("charge", ["30", "200", "400", None])
def test_answering_about_network_and_balance_bill_never_leaves_the_range(
    outside: OutOfNetwork | None, charge: str | None
) -> None:
    whole = answer(case(outside=outside, charge=charge, in_network=None)).to_pay

    for told in (True, False):
        some = case(outside=outside, charge=charge, in_network=told)
        narrower = answer(some).to_pay
        assert _is_within(narrower, whole)
        for may in (True, False):
            episode = evolve(some.episode or Episode(), may_be_balance_billed=may)
            assert _is_within(answer(evolve(some, episode=episode)).to_pay, narrower)


@pytest.mark.parametrize("in_network", [None, False])
@pytest.mark.parametrize("told", [NOTHING_OUTSIDE, OUTSIDE, REFUSED_OUTSIDE, FREE_OUTSIDE])
@pytest.mark.parametrize("charge", ["300", "400", None])
def test_telling_what_the_plan_pays_outside_never_leaves_the_range(
    told: OutOfNetwork, charge: str | None, in_network: bool | None
) -> None:
    silent = answer(case(outside=None, charge=charge, in_network=in_network)).to_pay
    answered = answer(case(outside=told, charge=charge, in_network=in_network)).to_pay

    assert _is_within(answered, silent)


@pytest.mark.parametrize(
    ("may", "expected", "lines", "bounds", "unknowns"),
    [
        # 40 % of 5,400, and of a bill of 7,200 the other 1,800 where it may be asked for.
        (True, ("3,960.00", "3,960.00"), "the rest of the bill", Bounds.EXACT, []),
        (False, ("2,160.00", "2,160.00"), None, Bounds.EXACT, []),
        (
            None,
            ("2,160.00", "3,960.00"),
            "the rest of the bill, if the program may ask for it",
            Bounds.EXACT,
            ["balance-bill-not-told"],
        ),
    ],
)
def test_the_rest_of_a_bill_is_owed_where_it_may_be_asked_for(
    may: bool | None,
    expected: tuple[str, str],
    lines: str | None,
    bounds: Bounds,
    unknowns: list[str],
) -> None:
    told = case()
    episode = evolve(told.episode or Episode(), may_be_balance_billed=may)
    found = answer(evolve(told, episode=episode))

    assert (ends(found.to_pay), found.bounds, codes(found)[1]) == (expected, bounds, unknowns)
    labels = [line.label.en for line in found.lines]
    assert [label for label in labels if "bill" in label] == ([lines] if lines else [])


def test_a_bill_that_is_not_known_has_no_upper_end_where_the_rest_may_be_asked_for() -> None:
    told = case(charge=None)
    episode = evolve(told.episode or Episode(), may_be_balance_billed=True)
    found = answer(evolve(told, episode=episode))

    assert (ends(found.to_pay), found.bounds) == (("2,160.00", "None"), Bounds.OUTER)
    assert codes(found)[1] == ["charge-not-known"]


def test_both_answers_about_the_rest_of_a_bill_lead_to_the_ends() -> None:
    told = case()
    found = answer(told)

    for end, completion in zip(ends(found.to_pay), found.completions, strict=True):
        assert str(answer(with_values(told, completion.values)).to_pay.value) == end
    assert [dict(each.values) for each in found.completions] == [
        {"episode.may_be_balance_billed": False},
        {"episode.may_be_balance_billed": True},
    ]


def test_a_plan_that_pays_nothing_of_a_share_outside_leaves_the_charge() -> None:
    found = answer(case(outside=REFUSED_OUTSIDE))

    assert (ends(found.to_pay), found.bounds) == (("7,200.00", "7,200.00"), Bounds.EXACT)
    assert [line.label.en for line in found.lines[:1]] == ["IOP, full charge"]


def test_an_authorization_that_is_asked_inside_alone_is_none_outside() -> None:
    found = answer(case(coverage=Coverage.WITH_AUTHORIZATION, authorized=False))

    assert ends(found.to_pay) == ("2,160.00", "3,960.00")


@pytest.mark.parametrize(
    ("outside", "expected", "unknowns"),
    [
        # Refused inside, 18 days at 400; outside 120 of each, and 100 if the rest is asked for.
        (OUTSIDE, ("2,160.00", "7,200.00"), ["network-either", "balance-bill-not-told"]),
        (None, ("0.00", "7,200.00"), ["network-not-told"]),
        (NOTHING_OUTSIDE, ("7,200.00", "7,200.00"), []),
    ],
)
def test_an_authorization_refused_inside_says_nothing_of_outside_where_the_network_is_open(
    outside: OutOfNetwork | None, expected: tuple[str, str], unknowns: list[str]
) -> None:
    asked = case(
        outside=outside, in_network=None, coverage=Coverage.WITH_AUTHORIZATION, authorized=False
    )
    found = answer(asked)

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknowns)
    for end in found.completions:
        assert "episode.is_authorized" not in end.values  # it was told


@pytest.mark.parametrize(
    ("authorized", "expected", "unknowns"),
    [
        (False, ("7,200.00", "7,200.00"), []),
        (True, ("1,480.00", "1,480.00"), []),
        (None, ("1,480.00", "7,200.00"), ["authorization-not-told"]),
    ],
)
def test_an_authorization_that_a_benefit_asks_for_matters_as_one_of_the_coverage_does(
    authorized: bool | None, expected: tuple[str, str], unknowns: list[str]
) -> None:
    told = case(in_network=True, authorized=authorized)
    asking = tuple(evolve(each, needs_authorization=True) for each in PLAN.benefits)
    found = answer(evolve(told, health_plan=evolve(told.health_plan or PLAN, benefits=asking)))

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknowns)


@pytest.mark.parametrize(
    ("authorized", "unit", "expected", "unknowns"),
    [
        (True, None, ("1,480.00", "1,480.00"), []),
        # Half of the 80 that the plan pays of the second day, and 100 of each of the 16 after it.
        (False, PenaltyUnit.LINE, ("3,120.00", "3,120.00"), []),
        (None, PenaltyUnit.LINE, ("1,480.00", "3,120.00"), ["authorization-not-told"]),
        # Of all days together no more than 100.
        (False, PenaltyUnit.STAY, ("1,580.00", "1,580.00"), []),
        (None, PenaltyUnit.EPISODE, ("1,480.00", "1,580.00"), ["authorization-not-told"]),
        (False, None, ("1,580.00", "3,120.00"), ["penalty-unit-not-told"]),
        (
            None,
            None,
            ("1,480.00", "3,120.00"),
            ["authorization-not-told", "penalty-unit-not-told"],
        ),
    ],
)
def test_a_penalty_for_a_missing_authorization_is_not_the_whole_charge(
    authorized: bool | None,
    unit: PenaltyUnit | None,
    expected: tuple[str, str],
    unknowns: list[str],
) -> None:
    penalty = MissingAuthorization(
        rule=AuthorizationRule.PENALTY, share=Share.percent(50), most=dollars("100"), unit=unit
    )
    told = case(coverage=Coverage.WITH_AUTHORIZATION, in_network=True, authorized=authorized)
    plan = evolve(told.health_plan or PLAN, missing_authorization=penalty)
    found = answer(evolve(told, health_plan=plan))

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.EXACT)
    assert codes(found)[1] == unknowns


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # A penalty of 100 once, or of each of the 17 days of which the plan pays as much.
        (date(2026, 3, 2), ("1,580.00", "3,160.00")),
        # Another 500 of deductible in the new plan year, but no new stay.
        (date(2026, 12, 7), ("1,980.00", "3,440.00")),
    ],
)
def test_both_ends_are_reached_by_what_one_penalty_is_for(
    start: date, expected: tuple[str, str]
) -> None:
    penalty = MissingAuthorization(rule=AuthorizationRule.PENALTY, amount=dollars("100"))
    told = case(coverage=Coverage.WITH_AUTHORIZATION, in_network=True, authorized=False)
    open_case = evolve(
        told,
        health_plan=evolve(told.health_plan or PLAN, missing_authorization=penalty),
        episode=evolve(told.episode or Episode(), start=start),
    )
    found = answer(open_case)

    assert ends(found.to_pay) == expected
    for completion, end in zip(
        found.completions, (found.to_pay.low, found.to_pay.high), strict=True
    ):
        assert answer(with_values(open_case, completion.values)).to_pay.value == end


@pytest.mark.parametrize(
    ("authorized", "in_network", "expected", "unknowns"),
    [
        (False, True, ("1,480.00", "7,200.00"), ["missing-authorization-not-told"]),
        (
            None,
            True,
            ("1,480.00", "7,200.00"),
            ["authorization-not-told", "missing-authorization-not-told"],
        ),
        (True, True, ("1,480.00", "1,480.00"), []),
        # Outside, a plan that pays leaves 40% of 5,400 and the rest of the bill, at least nothing.
        (
            False,
            False,
            ("2,160.00", "7,200.00"),
            ["missing-authorization-not-told", "balance-bill-not-told"],
        ),
    ],
)
def test_what_is_done_without_an_authorization_is_each_thing_that_it_can_be_where_it_is_not_told(
    authorized: bool | None,
    in_network: bool,
    expected: tuple[str, str],
    unknowns: list[str],
) -> None:
    told = case(
        outside=ASKED_OUTSIDE,
        coverage=Coverage.WITH_AUTHORIZATION,
        in_network=in_network,
        authorized=authorized,
    )
    plan = evolve(told.health_plan or PLAN, missing_authorization=None)
    found = answer(evolve(told, health_plan=plan))

    assert (ends(found.to_pay), sorted(codes(found)[1])) == (expected, sorted(unknowns))


def test_both_ends_are_reached_by_what_is_done_without_an_authorization() -> None:
    told = case(coverage=Coverage.WITH_AUTHORIZATION, in_network=True, authorized=False)
    open_case = evolve(
        told, health_plan=evolve(told.health_plan or PLAN, missing_authorization=None)
    )
    found = answer(open_case)

    assert found.bounds is Bounds.EXACT
    for completion, end in zip(
        found.completions, (found.to_pay.low, found.to_pay.high), strict=True
    ):
        whole = with_values(open_case, completion.values)
        assert "health_plan.missing_authorization" in completion.values
        assert answer(whole).to_pay.value == end


@pytest.mark.parametrize("charge", ["400", "200"])
@pytest.mark.parametrize("share", ["0", "10", "50", "100"])
def test_every_penalty_lies_between_none_and_all_that_is_charged_or_paid(
    share: str, charge: str
) -> None:
    told = case(
        coverage=Coverage.WITH_AUTHORIZATION, in_network=True, authorized=False, charge=charge
    )
    plan = evolve(told.health_plan or PLAN, missing_authorization=None)
    penalty = MissingAuthorization(rule=AuthorizationRule.PENALTY, share=Share.percent(share))

    vague = answer(evolve(told, health_plan=plan)).to_pay
    exact = answer(evolve(told, health_plan=evolve(plan, missing_authorization=penalty))).to_pay

    assert exact.value is not None
    assert vague.holds(exact.value)


def _between(low: str, high: str) -> Price:
    amount = Span(dollars(low), dollars(high))
    return Price(service=Service.IOP, unit=Unit.DAY, amount=amount)


@pytest.mark.parametrize(
    ("charge", "expected", "bounds"),
    [
        # The patient's 720 of 1,800 that the plan recognizes, and the other 5,400 of 7,200.
        (("400", "400"), [("720.00", "720.00"), ("0.00", "5,400.00")], Bounds.EXACT),
        # Where the charge is a range too, both parts are no more than all of it.
        (("300", "400"), [("720.00", "2,160.00"), ("0.00", "5,040.00")], Bounds.OUTER),
    ],
)
def test_the_rest_of_a_bill_outside_the_network_falls_as_the_plan_recognizes_more(
    charge: tuple[str, str], expected: list[tuple[str, str]], bounds: Bounds
) -> None:
    prices = PriceList(allowed=(_between("100", "300"),), charges=(_between(*charge),))
    found = answer(evolve(case(), prices=prices))

    assert [ends(line.amount) for line in found.lines[:2]] == expected
    assert found.bounds is bounds


def test_first_visits_that_may_be_used_outside_are_each_counted() -> None:
    first = PlanBenefit(
        benefit=Benefit.IOP,
        cost_share=CostShare(deductible_applies=False, copay=dollars("50")),
        has_visit_limit=False,
        first_visits=FirstVisits(
            visits=2, cost_share=CostShare(deductible_applies=False, copay=dollars("10"))
        ),
    )
    told = case(outside=evolve(OUTSIDE, benefits=(first,)), charge="300")
    used = evolve(NOTHING_USED, out_of_network=evolve(NOTHING_USED_OUTSIDE, benefits_used=None))
    found = answer(evolve(told, used=used))

    # 18 days at 50, of which none to two cost 40 less.
    assert (ends(found.to_pay), found.bounds) == (("820.00", "900.00"), Bounds.EXACT)
    for end, completion in zip(ends(found.to_pay), found.completions, strict=True):
        whole = with_values(evolve(told, used=used), completion.values)
        assert str(answer(whole).to_pay.value) == end


def _billed(amount: str, unit: Unit, weeks: Span[int]) -> Case:
    told = case()
    charge = Price(service=Service.IOP, unit=unit, amount=Span.exactly(dollars(amount)))
    prices = told.prices or PriceList()
    episode = evolve(told.episode or Episode(), weeks=weeks, may_be_balance_billed=True)
    return evolve(told, prices=evolve(prices, charges=(charge,)), episode=episode)


def test_more_days_may_leave_less_of_a_bill_that_is_asked_once() -> None:
    found = answer(_billed("6000", Unit.PROGRAM, Span(2, 6)))
    each = [answer(_billed("6000", Unit.PROGRAM, Span.exactly(weeks))) for weeks in range(2, 7)]

    # 40 % of 6 to 18 days at 300, and what 6,000 is more than they come to.
    assert [ends(one.to_pay)[0] for one in each] == [
        "4,920.00",
        "4,380.00",
        "3,840.00",
        "3,300.00",
        "2,760.00",
    ]
    assert {one.bounds for one in each} == {Bounds.EXACT}
    assert ends(found.to_pay) == ("1,320.00", "6,000.00")
    assert found.bounds is Bounds.OUTER


@pytest.mark.parametrize("unit", [Unit.DAY, Unit.PROGRAM])
def test_a_bill_below_what_the_plan_allows_leaves_no_rest(unit: Unit) -> None:
    found = answer(_billed("200", unit, Span.exactly(6)))

    assert ends(found.to_pay) == ("2,160.00", "2,160.00")
    assert found.bounds is Bounds.EXACT
