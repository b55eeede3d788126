"""Estimates under two plans, and under Medicare with a supplement."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MEDICARE,
    OUTSIDE,
    PLAN,
    SHARE_20,
    UNINSURED,
    answer,
    codes,
    dollars,
    ends,
    having,
)

from iopkit.cost import Bounds, Estimate, coordinate
from iopkit.cost.route import adjudicate
from iopkit.errors import InvalidValue
from iopkit.model import (
    NOTHING_USED,
    Case,
    ClaimLine,
    CoordinationMethod,
    CountedWhenSecond,
    Episode,
    HealthPlan,
    MedicareSupplement,
    PlanMembership,
    PlanRelation,
    Price,
    Program,
    Schedule,
    SecondCoverage,
)
from iopkit.values import ZERO, Money, Period, Share, Span
from iopkit.vocabulary import Benefit, CareLevel, CostComponent, Coverage, PayerKind, Service, Unit

_PARTIAL = Benefit.PARTIAL_HOSPITALIZATION
SECOND = SecondCoverage(
    plan=evolve(PLAN, id="second"),
    used=NOTHING_USED,
    allowed=CASE.prices.allowed if CASE.prices else (),
    is_in_network=True,
    is_authorized=True,
    pays_first=False,
)
ALONE, OWED = CountedWhenSecond
CHILD = PlanMembership(relation=PlanRelation.CHILD)
OWN = PlanMembership(relation=PlanRelation.SUBSCRIBER)


def coordinated(
    method: CoordinationMethod | None, counts: CountedWhenSecond | None = None, **changes: Any
) -> Case:
    plan = evolve(
        SECOND.plan or PLAN,
        coordination=method,
        deductible_when_second=counts,
        limit_when_second=counts,
    )
    return evolve(CASE, second_coverage=evolve(SECOND, plan=plan, **changes))


def payers(found: Estimate) -> dict[str, tuple[str, str]]:
    return {payer.value: (str(paid.low), str(paid.high)) for payer, paid in found.by_payer.items()}


@pytest.mark.parametrize(
    ("method", "second", "left"),
    [
        # The first plan leaves 300, 220 and sixteen times 60; alone the second pays 0, 80 and
        # sixteen times 240.
        (CoordinationMethod.STANDARD, "1,040.00", "440.00"),
        (CoordinationMethod.BASIC, "1,040.00", "440.00"),
        (CoordinationMethod.CARVE_OUT, "0.00", "1,480.00"),
        # Of the 300, 220 and sixteen times 60 that the first has not paid: 0, 16 and 48.
        (CoordinationMethod.MAINTENANCE, "784.00", "696.00"),
    ],
)
def test_the_second_plan_takes_its_part_of_each_line_as_a_line_of_its_own(
    method: CoordinationMethod, second: str, left: str
) -> None:
    found = answer(coordinated(method))

    assert (ends(found.to_pay), found.bounds, codes(found)) == (
        (left, left),
        Bounds.EXACT,
        (["counting-when-second-not-told"], []),
    )
    assert [(line.component, str(line.amount.low)) for line in found.lines[:2]] == [
        (CostComponent.OUT_OF_POCKET, "1,480.00"),
        (CostComponent.OUT_OF_POCKET, "0.00" if second == "0.00" else f"-{second}"),
    ]
    assert payers(found) == {
        "plan": ("3,920.00", "3,920.00"),
        "second-coverage": (second, second),
        "patient": (left, left),
    }


@pytest.mark.parametrize("method", CoordinationMethod)
@pytest.mark.parametrize(("share", "price"), [("0", "260"), ("20", "350"), ("45", "260")])
@pytest.mark.parametrize("in_network", [True, False])
@pytest.mark.parametrize("counts", CountedWhenSecond)
def test_an_estimate_says_what_coordination_of_its_lines_says(
    method: CoordinationMethod,
    share: str,
    price: str,
    *,
    in_network: bool,
    counts: CountedWhenSecond,
) -> None:
    own = PLAN.benefits[0]
    cost_share = own.cost_share
    assert cost_share is not None
    asked = evolve(cost_share, patient_share=Share.percent(share))
    plan = evolve(
        PLAN,
        benefits=(evolve(own, cost_share=asked),),
        deductible=dollars("900"),
        out_of_pocket_limit=dollars("1600"),
        coordination=method,
        deductible_when_second=counts,
        limit_when_second=counts,
    )
    allowed = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(price)))
    one = evolve(PLAN, out_of_network=OUTSIDE)
    case = evolve(
        having(is_in_network=in_network, may_be_balance_billed=True),
        health_plan=one,
        second_coverage=evolve(SECOND, plan=plan, allowed=(allowed,)),
    )
    day = ClaimLine(
        on=date(2026, 3, 2),
        benefit=Benefit.IOP,
        allowed=dollars("300"),
        billed=dollars("400"),
        is_authorized=True,
        is_in_network=in_network,
        may_be_balance_billed=True,
    )
    days = [evolve(day, on=on) for on in _days()]
    first = adjudicate(days, one, NOTHING_USED)
    lines = [evolve(line, allowed=dollars(price), is_in_network=True) for line in days]
    (way,) = coordinate(first, lines, plan, NOTHING_USED, method=method).ways
    owed = str(way.patient + (way.balance or Money(0)))

    assert ends(answer(case).to_pay) == (owed, owed)


def _days() -> list[date]:
    return [date(2026, 3, 2 + 7 * week + day) for week in range(4) for day in (0, 2, 4)] + [
        date(2026, month, day) for month, day in ((3, 30), (4, 1), (4, 3), (4, 6), (4, 8), (4, 10))
    ]


def test_a_method_that_is_not_told_is_answered_in_each_way() -> None:
    found = answer(coordinated(None))

    assert (ends(found.to_pay), found.bounds, codes(found)[1]) == (
        ("440.00", "1,480.00"),
        Bounds.EXACT,
        ["coordination-not-told"],
    )
    path = "second_coverage.plan.coordination"
    assert [end.values for end in found.completions] == [
        {path: CoordinationMethod.BASIC},
        {path: CoordinationMethod.CARVE_OUT},
    ]


def test_an_order_that_changes_no_cost_is_assumed_not_to_matter() -> None:
    standard = evolve(PLAN, coordination=CoordinationMethod.STANDARD)
    second = evolve(SECOND, plan=standard, pays_first=None)
    found = answer(evolve(CASE, health_plan=standard, second_coverage=second))

    assert found.to_pay.value is not None
    assert "payer-order-not-known" in codes(found)[0]
    assert codes(found)[1] == []


def test_an_order_that_is_not_known_is_answered_both_ways() -> None:
    cheaper = evolve(PLAN, deductible=dollars("100"), coordination=CoordinationMethod.CARVE_OUT)
    case = evolve(
        CASE,
        health_plan=evolve(PLAN, coordination=CoordinationMethod.STANDARD),
        second_coverage=evolve(SECOND, plan=cheaper, pays_first=None),
    )
    found = answer(case)

    # Second by carve-out, the cheaper plan pays 160 and 160 beyond the first one.  First, it leaves
    # 140 and seventeen times 60, of which the other pays 80 at the second day and then 60.
    assert ends(found.to_pay) == ("140.00", "1,160.00")
    assert codes(found)[1] == ["payer-order-not-known", "counting-when-second-not-told"]
    assert [end.values for end in found.completions] == [
        {
            "second_coverage.pays_first": True,
            "health_plan.deductible_when_second": CountedWhenSecond.AS_IF_ALONE,
            "health_plan.limit_when_second": CountedWhenSecond.AS_IF_ALONE,
        },
        {"second_coverage.pays_first": False},
    ]


@pytest.mark.parametrize(
    ("membership", "first", "together", "expected"),
    [
        (CHILD, OWN, None, "1,160.00"),
        (OWN, CHILD, None, "140.00"),
        (
            evolve(CHILD, birth_month=3, birth_day=1),
            evolve(CHILD, birth_month=5, birth_day=1),
            True,
            "140.00",
        ),
    ],
)
def test_who_is_first_follows_from_what_is_told_of_both(
    membership: PlanMembership,
    first: PlanMembership,
    together: bool | None,
    expected: str,
) -> None:
    cheaper = evolve(
        PLAN,
        deductible=dollars("100"),
        coordination=CoordinationMethod.CARVE_OUT,
        deductible_when_second=ALONE,
        limit_when_second=ALONE,
    )
    told = evolve(
        SECOND,
        plan=cheaper,
        pays_first=None,
        membership=membership,
        first_membership=first,
        parents_together=together,
    )
    plan = evolve(PLAN, coordination=CoordinationMethod.STANDARD, deductible_when_second=ALONE)
    found = answer(
        evolve(CASE, health_plan=evolve(plan, limit_when_second=ALONE), second_coverage=told)
    )

    assert (codes(found)[0], ends(found.to_pay)) == (["payer-order"], (expected, expected))


def test_more_weeks_widen_both_ends_line_by_line() -> None:
    case = coordinated(CoordinationMethod.STANDARD)
    episode = evolve(CASE.episode or Episode(), weeks=Span(4, 6))
    found = answer(evolve(case, episode=episode))

    assert (ends(found.to_pay), found.bounds) == (("440.00", "440.00"), Bounds.EXACT)
    assert payers(found)["second-coverage"] == ("680.00", "1,040.00")
    assert [str(line.amount.high) for line in found.lines[:2]] == ["1,480.00", "-1,040.00"]


@pytest.mark.parametrize(
    ("changes", "unknown"),
    [
        ({"allowed": ()}, "second-allowed-not-known"),
        ({"plan": None}, "second-plan-not-told"),
    ],
)
def test_where_the_second_plan_is_not_known_line_by_line_only_bounds_hold(
    changes: dict[str, Any], unknown: str
) -> None:
    found = answer(evolve(CASE, second_coverage=evolve(SECOND, **changes)))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,480.00"), Bounds.OUTER)
    assert unknown in codes(found)[1]
    assert found.by_payer == {}


def test_a_plan_that_may_pay_first_and_is_not_told_leaves_the_cost_open() -> None:
    found = answer(evolve(CASE, second_coverage=SecondCoverage()))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "None"), Bounds.OUTER)
    assert codes(found)[1] == ["second-plan-not-told"]


def test_days_that_may_fall_in_either_year_of_the_second_plan_leave_only_bounds() -> None:
    schedule = Schedule(days_per_week=Span.exactly(3))
    case = evolve(
        coordinated(CoordinationMethod.STANDARD),
        program=evolve(CASE.program or Program(id="none"), schedule=schedule),
    )
    plan = evolve(PLAN, plan_year=Period(date(2025, 3, 20), date(2026, 3, 20)))
    told = evolve(SECOND, plan=plan)
    found = answer(evolve(case, second_coverage=told))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,480.00"), Bounds.OUTER)
    assert codes(found)[1] == ["second-plan-year-of-days"]


def test_a_program_of_another_level_is_settled_by_both_plans_at_that_level() -> None:
    def at_level(plan: HealthPlan) -> HealthPlan:
        benefits = tuple(evolve(one, benefit=_PARTIAL) for one in plan.benefits)
        return evolve(plan, iop_benefit=None, iop_coverage=None, benefits=benefits)

    case = coordinated(CoordinationMethod.STANDARD)
    told = case.second_coverage or SECOND
    found = answer(
        evolve(
            case,
            program=evolve(CASE.program or Program(id="none"), level=CareLevel.PHP),
            health_plan=at_level(PLAN),
            second_coverage=evolve(told, plan=at_level(told.plan or PLAN)),
        )
    )

    assert (ends(found.to_pay), found.bounds) == (("440.00", "440.00"), Bounds.EXACT)


def test_what_the_first_plan_does_not_cover_the_second_settles_alone() -> None:
    plan = evolve(PLAN, iop_coverage=Coverage.NOT_COVERED)
    found = answer(evolve(coordinated(CoordinationMethod.STANDARD), health_plan=plan))

    assert ends(found.to_pay) == ("1,480.00", "1,480.00")
    assert payers(found) == {
        "second-coverage": ("3,920.00", "3,920.00"),
        "patient": ("1,480.00", "1,480.00"),
    }


def test_no_more_than_is_charged_is_owed_where_the_second_plan_alone_allows_more() -> None:
    dear = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("600")))
    deep = evolve(
        SECOND.plan or PLAN, deductible=dollars("20000"), out_of_pocket_limit=dollars("30000")
    )
    case = evolve(
        CASE,
        health_plan=evolve(PLAN, iop_coverage=Coverage.NOT_COVERED),
        second_coverage=evolve(SECOND, plan=deep, allowed=(dear,)),
    )
    found = answer(case)

    # Eighteen charges of 400, in place of as many days at 600 under a deductible.
    assert (ends(found.to_pay), found.bounds) == (("7,200.00", "7,200.00"), Bounds.OUTER)


def test_what_the_second_plan_does_not_cover_stays_with_the_patient() -> None:
    plan = evolve(PLAN, iop_coverage=Coverage.NOT_COVERED)
    found = answer(evolve(CASE, second_coverage=evolve(SECOND, plan=plan)))

    assert ends(found.to_pay) == ("1,480.00", "1,480.00")
    assert payers(found)["second-coverage"] == ("0.00", "0.00")


def supplemented(**told: Any) -> Case:
    program = evolve(MEDICARE.program or Program(id="none"), services_per_day=Span(3, 3))
    used = told.pop("supplement_used", None)
    coverage = SecondCoverage(supplement=MedicareSupplement(**told), supplement_used=used)
    return evolve(MEDICARE, program=program, second_coverage=coverage)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        # Part B leaves 163 of its deductible, and 20% of 18 days of 319.38 less that.
        ({"pays_deductible": False, "copayment_share": Share.percent(100)}, "163.00"),
        ({"pays_deductible": True, "copayment_share": Share.percent(100)}, "0.00"),
        ({"pays_deductible": False, "visit_copay": dollars("20")}, "523.00"),
        (
            {
                "pays_deductible": False,
                "copayment_share": Share.percent(0),
                "yearly_limit": dollars("700"),
                "supplement_used": dollars("400"),
            },
            "300.00",
        ),
    ],
)
def test_a_supplement_takes_what_its_policy_tells(told: dict[str, Any], left: str) -> None:
    found = answer(supplemented(**told))

    assert (ends(found.to_pay), found.bounds) == ((left, left), Bounds.EXACT)
    assert sum((paid.low or Money(0) for paid in found.by_payer.values()), Money(0)) == dollars(
        "5748.84"
    )


def test_a_limit_of_which_the_use_is_not_told_may_be_used_up_or_untouched() -> None:
    found = answer(
        supplemented(
            pays_deductible=False,
            copayment_share=Share.percent(50),
            yearly_limit=dollars("300"),
        )
    )

    assert (ends(found.to_pay), found.bounds) == (("0.00", "300.00"), Bounds.EXACT)
    path = "second_coverage.supplement_used"
    assert [end.values for end in found.completions] == [
        {path: dollars("300")},
        {path: dollars("0")},
    ]


def test_a_supplement_without_medicare_is_not_counted_as_one() -> None:
    supplement = MedicareSupplement(pays_deductible=True, copayment_share=Share.percent(100))
    found = answer(evolve(CASE, second_coverage=SecondCoverage(supplement=supplement)))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,480.00"), Bounds.OUTER)
    assert codes(found)[1] == ["supplement-without-medicare"]


def test_medicare_may_pay_second_by_its_own_amounts() -> None:
    case = evolve(
        CASE,
        second_coverage=SecondCoverage(
            plan=HealthPlan(id="part-b", payer=PayerKind.MEDICARE),
            used=NOTHING_USED,
            pays_first=False,
        ),
        program=evolve(CASE.program or Program(id="none"), services_per_day=Span(3, 3)),
    )
    found = answer(case)

    # Part B alone would pay 29.10 of the first day; as an institution's no more than the 300 that
    # it takes less Part B's own cost share of 290.28.  Of each other day it pays all that is owed.
    assert ends(found.to_pay) == ("270.90", "290.28")
    assert codes(found)[1] == ["coordination-not-told"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            {
                "plan": PLAN,
                "supplement": MedicareSupplement(
                    pays_deductible=True, copayment_share=Share.percent(0)
                ),
            },
            "supplement",
        ),
        ({"supplement_used": Money(-1)}, "supplement_used"),
        (
            {
                "allowed": (
                    Price(
                        service=Service.IOP,
                        unit=Unit.DAY,
                        period=Period.calendar_year(2026),
                    ),
                )
                * 2
            },
            "allowed",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(told: dict[str, Any], name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        SecondCoverage(**told)

    assert caught.value.what == name


def test_beside_no_plan_at_all_a_second_one_is_the_only_one() -> None:
    found = answer(evolve(coordinated(CoordinationMethod.STANDARD), health_plan=UNINSURED))

    assert ends(found.to_pay) == ("1,480.00", "1,480.00")


def _outside(*, told: bool, in_network: bool | None, pays_first: bool = True) -> Estimate:
    """Return the cost where the plan of the case pays 60% outside its network, or is silent."""
    found = coordinated(CoordinationMethod.STANDARD, ALONE, pays_first=pays_first)
    plan = evolve(
        PLAN,
        coordination=CoordinationMethod.STANDARD,
        deductible_when_second=ALONE,
        limit_when_second=ALONE,
        out_of_network=OUTSIDE if told else None,
    )
    episode = having(is_in_network=in_network, may_be_balance_billed=True).episode
    return answer(evolve(found, health_plan=plan, episode=episode))


def test_a_plan_that_is_silent_about_outside_may_pay_all_or_nothing_of_what_is_left() -> None:
    found = _outside(told=False, in_network=False)

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,480.00"), Bounds.OUTER)
    assert codes(found)[1] == ["out-of-network", "second-plan-by-line"]


@pytest.mark.parametrize(
    ("pays_first", "inside", "outside", "bills"),
    [
        # Outside, 160 is left of what both plans allow, and 100 a day of the bill.
        (False, "440.00", "1,960.00", [("0.00", "1,800.00")]),
        # The plan that pays first has the program in its network, which takes what that one allows.
        (True, "440.00", "160.00", []),
    ],
)
def test_a_network_that_is_not_known_is_each_of_its_answers_under_two_plans(
    *, pays_first: bool, inside: str, outside: str, bills: list[tuple[str, str]]
) -> None:
    each = [
        ends(_outside(told=True, in_network=answer, pays_first=pays_first).to_pay)
        for answer in (True, False)
    ]
    found = _outside(told=True, in_network=None, pays_first=pays_first)

    assert each == [(inside, inside), (outside, outside)]
    low, high = (outside, inside) if pays_first else (inside, outside)
    assert (ends(found.to_pay), found.bounds) == ((low, high), Bounds.EXACT)
    assert [ends(line.amount) for line in found.lines if "bill" in line.label.en] == bills


def test_a_second_plan_asks_for_no_rest_of_the_bill_whatever_its_network() -> None:
    second = coordinated(CoordinationMethod.STANDARD).second_coverage or SECOND
    outside = evolve(second, plan=evolve(second.plan or PLAN, out_of_network=OUTSIDE))
    for in_network in (True, False, None):
        told = evolve(outside, is_in_network=in_network)
        found = answer(evolve(CASE, second_coverage=told))

        assert "second-balance-bill-not-told" not in codes(found)[1]
        assert not any("bill" in line.label.en for line in found.lines)


def test_plans_that_pay_for_other_lines_leave_bounds_and_say_so() -> None:
    whole = Price(service=Service.IOP, unit=Unit.PROGRAM, amount=Span.exactly(dollars("5400")))
    found = answer(coordinated(CoordinationMethod.STANDARD, allowed=(whole,)))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,480.00"), Bounds.OUTER)
    assert "second-plan-by-line" in codes(found)[1]


def _cut_by_a_limit(deductible_used: Money | None) -> Estimate:
    """Return the cost where 100 is left of the second plan's limit, and all but one visit is owed.

    Of six days of 300 the first plan leaves 60, and all of the other five.
    """
    first = evolve(PLAN.benefits[0], cost_share=SHARE_20, has_visit_limit=None, visit_limit=1)
    case = coordinated(
        CoordinationMethod.STANDARD,
        ALONE,
        used=evolve(
            NOTHING_USED, deductible_used=deductible_used, limit_used=dollars("4900"), visits_used=0
        ),
    )
    return answer(
        evolve(
            case,
            health_plan=evolve(PLAN, benefits=(first,), deductible=ZERO),
            episode=having(weeks=2).episode,
        )
    )


def test_where_a_limit_may_cut_a_day_more_of_the_deductible_left_may_cost_less() -> None:
    # With none of it left, 60 and 40 are asked of two days; with all of it, 100 of the first, of
    # which no more than 60 is owed.
    used_up, untouched = (_cut_by_a_limit(dollars(used)) for used in ("500", "0"))
    found = _cut_by_a_limit(None)

    assert [ends(each.to_pay) for each in (used_up, untouched)] == [("40.00",) * 2, ("0.00",) * 2]
    # Without any limit 0 and 80 would be paid, and 240 four times, of 60 and 300 five times.
    assert (ends(found.to_pay), found.bounds) == (("0.00", "520.00"), Bounds.OUTER)
