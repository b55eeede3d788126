"""Estimates under plans with rules of their own, and the traps of what is not known."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.cost.example_case import (
    ALL,
    CASE,
    MORNINGS,
    OUTSIDE,
    PLAN,
    answer,
    codes,
    dollars,
    ends,
    having,
    running,
)

from iopkit import HealthPlan, read
from iopkit.cost import Bounds, Interval, cost_timeline
from iopkit.cost.completing import with_values
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import NOTHING_USED, Accumulators, BenefitUse, LimitUse
from iopkit.model.benefits import (
    AccumulatorPot,
    LimitPeriod,
    LimitUnit,
    ServiceDeductible,
    ServiceDeductibleRule,
    ServiceLimit,
)
from iopkit.model.case import Case
from iopkit.model.cost_shares import CareEvent, CopayUnit, CostShare, FirstVisits
from iopkit.model.episode import Episode
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import PlanBenefit
from iopkit.model.networks import Crediting, DrugAmounts, OutOfNetwork
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart
from iopkit.vocabulary.weekdays import Weekday

PLANS = Path(__file__).parents[2] / "examples" / "plans"


def _benefit(share: CostShare, **more: object) -> HealthPlan:
    told = PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False, **more)  # type: ignore[arg-type]  # rows name the fields
    return evolve(PLAN, benefits=(told,))


def _allowing(amount: str, case: Case = CASE) -> Case:
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars(amount)))
    return evolve(case, prices=evolve(case.prices or PriceList(), allowed=(price,)))


def test_visits_already_used_of_the_first_ones_are_each_tried() -> None:
    first = FirstVisits(
        visits=2, cost_share=CostShare(deductible_applies=False, copay=dollars("50"))
    )
    plan = evolve(
        _benefit(CostShare(deductible_applies=True), first_visits=first),
        deductible=dollars("100"),
    )
    case = _allowing("100", having(weeks=1, missed_days=(), planned_absences=None))
    short = evolve(case.episode or Episode(), weeks=1)
    program = case.program
    used = evolve(NOTHING_USED, visits_used=None, benefits_used=None)
    found = answer(evolve(case, health_plan=plan, used=used, episode=short, program=program))

    # Three days: 100 of deductible alone, with one copay, or with two.
    assert ends(found.to_pay) == ("100.00", "200.00")
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, ["benefit-use-not-told"])


@pytest.mark.parametrize(
    ("unit", "share", "expected", "unknown"),
    [
        # Six weeks of three days, as one claim each or by the day.
        (Unit.WEEK, {"copay": "40", "unit": CopayUnit.DAY}, ("240.00", "720.00"), True),
        (Unit.PROGRAM, {"copay": "40", "unit": CopayUnit.DAY}, ("40.00", "720.00"), True),
        (Unit.PROGRAM, {"copay": "40", "unit": CopayUnit.STAY}, ("40.00", "40.00"), False),
    ],
)
def test_a_price_for_several_days_may_be_claimed_at_once_or_by_the_day_under_any_plan(
    unit: Unit, share: dict[str, Any], expected: tuple[str, str], unknown: bool
) -> None:
    told = CostShare(
        deductible_applies=False, copay=dollars(share["copay"]), copay_unit=share["unit"]
    )
    price = Price(service=Service.IOP, unit=unit, amount=Span.exactly(dollars("900")))
    case = evolve(CASE, health_plan=_benefit(told), prices=PriceList(allowed=(price,)))
    found = answer(case)

    assert ends(found.to_pay) == expected
    assert ("price-for-several-days" in codes(found)[1]) is unknown
    assert (found.bounds is Bounds.OUTER) is unknown


def test_the_values_of_each_end_lead_there() -> None:
    first = FirstVisits(
        visits=2, cost_share=CostShare(deductible_applies=False, copay=dollars("50"))
    )
    plan = evolve(
        _benefit(CostShare(deductible_applies=True), first_visits=first), deductible=dollars("100")
    )
    used = evolve(NOTHING_USED, visits_used=None, benefits_used=None)
    case = evolve(_allowing("100"), health_plan=plan, used=used)
    found = answer(case)
    reached = [answer(with_values(case, end.values)).to_pay.value for end in found.completions]

    assert reached == [found.to_pay.low, found.to_pay.high]


_FIRST_THREE = evolve(
    _benefit(
        CostShare(deductible_applies=True, patient_share=Share.percent(20)),
        first_visits=FirstVisits(
            visits=3, cost_share=CostShare(deductible_applies=False, copay=dollars("50"))
        ),
    ),
    out_of_pocket_limit=dollars("2000"),
)
_BY_DAY = evolve(
    _benefit(
        CostShare(
            deductible_applies=False,
            copay=dollars("60"),
            copay_unit=CopayUnit.DAY,
            copay_cap_per_stay=dollars("500"),
        )
    ),
)
_FIVE_DAYS = evolve(
    _benefit(
        CostShare(
            deductible_applies=False,
            copay=dollars("60"),
            copay_unit=CopayUnit.DAY,
            copay_days_per_stay=5,
        )
    ),
)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        # Three copays of 50, and of 15 days at 100 to 300 the deductible and a fifth of the rest.
        (_FIRST_THREE, ("850.00", "1,450.00")),
        (_BY_DAY, ("500.00", "500.00")),
        # Sixty on each of the first five days.
        (_FIVE_DAYS, ("300.00", "300.00")),
    ],
)
def test_a_range_of_a_price_has_exact_ends_under_rules_of_a_plan(
    plan: HealthPlan, expected: tuple[str, str]
) -> None:
    wide = Span(dollars("100"), dollars("300"))
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=wide)
    case = evolve(CASE, health_plan=plan, prices=PriceList(allowed=(price,)))
    found = answer(case)

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.EXACT)
    assert [end.values for end in found.completions] == [
        {"prices.allowed": dollars("100")},
        {"prices.allowed": dollars("300")},
    ]


def test_amounts_used_that_are_not_told_have_exact_ends_under_rules_of_a_plan() -> None:
    used = evolve(NOTHING_USED, deductible_used=None, limit_used=None)
    found = answer(evolve(CASE, health_plan=_FIRST_THREE, used=used))

    # All of the limit is used, or nothing; what is used of the deductible counts toward it.
    assert (ends(found.to_pay), found.bounds) == (("0.00", "1,450.00"), Bounds.EXACT)
    assert [end.values for end in found.completions] == [
        {"used.deductible_used": dollars("500"), "used.limit_used": dollars("2000")},
        {"used.deductible_used": dollars("0"), "used.limit_used": dollars("0")},
    ]


@pytest.mark.parametrize(
    "rule",
    [
        # What the plan pays of a day decides which later days of a week it pays, of which the
        # others then do not meet the deductible.
        {"limits": (ServiceLimit(quantity=90, unit=LimitUnit.DOLLARS, period=LimitPeriod.WEEK),)},
        # A day that owes no copay is none of the days that owe one.
        {
            "cost_share": CostShare(
                deductible_applies=True,
                copay=dollars("40"),
                copay_order=CopayOrder.AFTER_DEDUCTIBLE,
                copay_unit=CopayUnit.DAY,
                copay_days_per_stay=3,
            )
        },
    ],
)
def test_a_range_of_a_price_leaves_bounds_where_what_is_owed_decides_what_follows(
    rule: dict[str, Any],
) -> None:
    (told,) = _FIRST_THREE.benefits
    plan = evolve(PLAN, benefits=(evolve(told, first_visits=None, **rule),))
    wide = Span(dollars("100"), dollars("300"))
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=wide)
    found = answer(evolve(CASE, health_plan=plan, prices=PriceList(allowed=(price,))))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "5,400.00"), Bounds.OUTER)


def test_a_copay_that_does_not_count_leaves_bounds_that_hold_all_totals() -> None:
    share = CostShare(
        deductible_applies=True, copay=dollars("40"), copay_order=CopayOrder.AFTER_DEDUCTIBLE
    )
    plan = evolve(
        _benefit(share),
        deductible=dollars("1000"),
        out_of_pocket_limit=dollars("1000"),
        counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
        limit_ends_deductible=False,
    )
    case = _allowing("100", evolve(CASE, health_plan=plan))

    def total(used: str | None) -> Span[Money]:
        told = None if used is None else dollars(used)
        spent = Accumulators(deductible_used=told, limit_used=dollars("900"), visits_used=0)
        return answer(evolve(case, used=spent)).to_pay

    found, sure = total(None), [total(used) for used in ("0", "500", "900")]

    # Never monotone: a lower deductible used may cost more, and may cost less.
    assert len({str(each.value) for each in sure}) > 1
    assert all(each.value and found.holds(each.value) for each in sure)


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        # The charge is 400 a day; the plan recognizes 100, 300 or all of it, and pays 60 %.
        ("100", ("720.00", "6,120.00")),
        ("300", ("2,160.00", "3,960.00")),
        ("400", ("2,880.00", "2,880.00")),
    ],
)
def test_outside_the_network_the_most_to_pay_falls_as_the_plan_recognizes_more(
    allowed: str, expected: tuple[str, str]
) -> None:
    plan = evolve(PLAN, out_of_network=OUTSIDE)
    found = answer(_allowing(allowed, evolve(having(is_in_network=False), health_plan=plan)))

    assert (ends(found.to_pay), codes(found)[1]) == (expected, ["balance-bill-not-told"])
    assert found.lines[1].label.en == "the rest of the bill, if the program may ask for it"


def test_what_is_not_told_of_the_outside_leaves_bounds_and_is_named() -> None:
    outside = OutOfNetwork(coverage=Coverage.COVERED, patient_share=Share.percent(40))
    plan = evolve(PLAN, out_of_network=outside)
    found = answer(evolve(having(is_in_network=False), health_plan=plan))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "7,200.00"), Bounds.OUTER)
    assert codes(found)[1] == [
        "plan-details-not-told",
        "deductible-not-told",
        "limit-not-told",
        "balance-bill-not-told",
    ]


def test_an_amount_that_a_family_shares_caps_what_one_person_owes() -> None:
    family = FamilyAmounts(
        deductible=dollars("1000"),
        deductible_rule=FamilyRule.EMBEDDED,
        out_of_pocket_limit=dollars("9000"),
        limit_rule=FamilyRule.EMBEDDED,
    )
    used = evolve(NOTHING_USED, family_deductible_used=dollars("800"))
    found = answer(evolve(CASE, health_plan=evolve(PLAN, family=family), used=used))

    # Only 200 of the deductible is left for the family: 200 and a fifth of 5,200.
    assert ends(found.to_pay) == ("1,240.00", "1,240.00")
    assert found.plan_pays is not None
    assert str(found.plan_pays.low) == "4,160.00"


@pytest.mark.parametrize(
    ("limit_used", "expected"),
    [
        # Nothing once the limit is used, or the deductible of 500 and a fifth of the rest.
        (None, ("0.00", "1,480.00")),
        # What the family used of its deductible, it used of its limit: nothing.
        (dollars("0"), ("1,480.00", "1,480.00")),
    ],
)
def test_what_a_family_used_is_anything_that_may_stand_beside_what_is_told(
    limit_used: Money | None, expected: tuple[str, str]
) -> None:
    family = FamilyAmounts(
        deductible=dollars("1000"),
        deductible_rule=FamilyRule.EMBEDDED,
        out_of_pocket_limit=dollars("9000"),
        limit_rule=FamilyRule.EMBEDDED,
    )
    used = evolve(NOTHING_USED, family_deductible_used=None, family_limit_used=limit_used)
    case = evolve(CASE, health_plan=evolve(PLAN, family=family), used=used)
    found = answer(case)
    reached = [answer(with_values(case, end.values)).to_pay.value for end in found.completions]

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.EXACT)
    assert reached == [found.to_pay.low, found.to_pay.high]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        # Two sessions of 30 on each of 18 days: 30 and 20, then 30 and 30, then 30 and 20 once.
        (CopayUnit.DAY, "900.00"),
        (CopayUnit.VISIT, "1,080.00"),
        (CopayUnit.STAY, "50.00"),
    ],
)
def test_sessions_of_one_day_or_stay_make_up_its_copay(unit: CopayUnit, expected: str) -> None:
    share = CostShare(deductible_applies=False, copay=dollars("50"), copay_unit=unit)
    afternoon = evolve(MORNINGS, start=time(13), end=time(15))
    price = Price(service=Service.IOP, unit=Unit.SESSION, amount=Span.exactly(dollars("30")))
    case = running(schedule=Schedule(sessions=(MORNINGS, afternoon)))
    found = answer(evolve(case, health_plan=_benefit(share), prices=PriceList(allowed=(price,))))

    assert (ends(found.to_pay), found.bounds) == ((expected, expected), Bounds.EXACT)


def test_a_copay_by_the_day_capped_by_stay_is_counted_from_a_new_stay() -> None:
    share = CostShare(
        deductible_applies=False,
        copay=dollars("250"),
        copay_unit=CopayUnit.DAY,
        copay_cap_per_stay=dollars("750"),
    )
    used = evolve(NOTHING_USED, benefits_used=None)
    plan = evolve(_benefit(share), counts_toward_limit=ALL)
    found = answer(evolve(CASE, health_plan=plan, used=used))

    assert (ends(found.to_pay), codes(found)[0]) == (("750.00", "750.00"), ["new-stay"])


def _two_benefits(share: CostShare) -> tuple[PlanBenefit, ...]:
    """Return two that may pay an IOP day, of which one asks for an authorization."""
    return tuple(
        PlanBenefit(
            benefit=benefit, cost_share=share, has_visit_limit=False, needs_authorization=asks
        )
        for benefit, asks in ((Benefit.IOP, False), (Benefit.OFFICE_VISIT, True))
    )


@pytest.mark.parametrize(
    ("is_in_network", "expected"),
    [(True, ("1,480.00", "7,200.00")), (False, ("2,160.00", "7,200.00"))],
)
def test_without_authorization_each_benefit_that_may_pay_is_asked_for_itself(
    is_in_network: bool, expected: tuple[str, str]
) -> None:
    forty = CostShare(deductible_applies=False, patient_share=Share.percent(40))
    outside = OutOfNetwork(
        coverage=Coverage.COVERED,
        benefits=_two_benefits(forty),
        deductible=dollars("0"),
        deductible_crediting=Crediting.SEPARATE,
        has_out_of_pocket_limit=False,
        limit_crediting=Crediting.SEPARATE,
    )
    share = CostShare(deductible_applies=True, patient_share=Share.percent(20))
    plan = evolve(PLAN, iop_benefit=None, benefits=_two_benefits(share), out_of_network=outside)
    told = {"is_in_network": is_in_network, "is_authorized": False, "may_be_balance_billed": False}
    case = evolve(having(**told), health_plan=plan)
    found = answer(case)

    assert ends(found.to_pay) == expected
    each = [answer(with_values(case, end.values)).to_pay.value for end in found.completions]
    assert each == [found.to_pay.low, found.to_pay.high]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (LimitPeriod.STAY, ("750.00", "750.00")),
        (LimitPeriod.MONTH, ("0.00", "5,400.00")),
        (LimitPeriod.LIFETIME, ("0.00", "5,400.00")),
    ],
)
def test_a_new_stay_has_used_nothing_of_a_limit_of_a_stay_alone(
    period: LimitPeriod, expected: tuple[str, str]
) -> None:
    share = CostShare(
        deductible_applies=False,
        copay=dollars("250"),
        copay_unit=CopayUnit.DAY,
        copay_cap_per_stay=dollars("750"),
    )
    limit = ServiceLimit(quantity=30, unit=LimitUnit.DAYS, period=period)
    used = evolve(NOTHING_USED, benefits_used=None)
    found = answer(evolve(CASE, health_plan=_benefit(share, limits=(limit,)), used=used))

    assert ends(found.to_pay) == expected


_DAILY = CostShare(deductible_applies=False, copay=dollars("40"), copay_unit=CopayUnit.DAY)


@pytest.mark.parametrize(("visits", "expected"), [(0, "660.00"), (1, "690.00"), (2, "720.00")])
def test_visits_used_are_first_ones_in_a_new_stay_too(visits: int, expected: str) -> None:
    free = CostShare(deductible_applies=False, copay=dollars("10"))
    plan = _benefit(_DAILY, first_visits=FirstVisits(visits=2, cost_share=free))
    used = evolve(NOTHING_USED, visits_used=visits, benefits_used=None)
    found = answer(evolve(CASE, health_plan=plan, used=used))

    assert (ends(found.to_pay), codes(found)) == ((expected, expected), (["new-stay"], []))


@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("*.yaml")))
def test_every_plan_that_is_shown_has_an_estimate_with_both_ends(name: str) -> None:
    plan = read(HealthPlan, PLANS / f"{name}.yaml")
    found = answer(evolve(CASE, health_plan=plan))

    assert found.to_pay.low is not None
    assert found.to_pay.high is not None


@pytest.mark.parametrize("unit", [CopayUnit.VISIT, CopayUnit.DAY])
def test_a_copay_by_the_day_does_not_hide_when_deductible_and_limit_are_met(
    unit: CopayUnit,
) -> None:
    share = CostShare(
        deductible_applies=True,
        copay=dollars("100"),
        copay_order=CopayOrder.AFTER_DEDUCTIBLE,
        copay_unit=unit,
    )
    plan = evolve(_benefit(share), out_of_pocket_limit=dollars("900"), limit_ends_deductible=True)
    case = evolve(CASE, health_plan=plan)
    found = cost_timeline(case, Amounts(), on=date(2026, 3, 2), by=Interval.DAY).low

    # 300, then 200 and a copay of 100, and copays of 100 until 900 are paid.
    assert found is not None
    assert found.deductible_met_on == (date(2026, 3, 4),)
    assert found.limit_met_on == (date(2026, 3, 11),)


@pytest.mark.parametrize(
    ("copay", "low", "high"), [("40", "180.00", "720.00"), (None, "0.00", "180.00")]
)
def test_a_copay_for_groups_makes_a_range_and_says_why(
    copay: str | None, low: str, high: str
) -> None:
    share = CostShare(
        deductible_applies=False,
        copay=None if copay is None else dollars(copay),
        group_copay=dollars("10"),
    )
    found = answer(evolve(CASE, health_plan=_benefit(share)))

    # Eighteen days at 10 for a group, or each alone.
    assert ends(found.to_pay) == (low, high)
    assert codes(found)[1] == ["session-kind-not-told"]


def _limited(quantity: int, unit: LimitUnit, period: LimitPeriod) -> HealthPlan:
    limit = ServiceLimit(quantity=quantity, unit=unit, period=period)
    return _benefit(_PLAIN, limits=(limit,))


_PLAIN = CostShare(deductible_applies=False, copay=dollars("40"))
_ACROSS = {
    "a stay owes one copay": (_benefit(evolve(_PLAIN, copay_unit=CopayUnit.STAY)), "40.00"),
    "an episode too": (_benefit(evolve(_PLAIN, copay_unit=CopayUnit.EPISODE)), "40.00"),
    "a cap of a stay": (_benefit(evolve(_PLAIN, copay_cap_per_stay=dollars("500"))), "500.00"),
    "days of a stay": (_benefit(evolve(_PLAIN, copay_days_per_stay=13)), "520.00"),
    # 13 copays, and five days of 300 beyond them.
    "a lifetime": (_limited(13, LimitUnit.VISITS, LimitPeriod.LIFETIME), "2,020.00"),
    # Of eleven days and seven, one is beyond the limit of its year.
    "a year": (_limited(10, LimitUnit.DAYS, LimitPeriod.YEAR), "980.00"),
}


@pytest.mark.parametrize(("plan", "expected"), _ACROSS.values(), ids=_ACROSS)
def test_what_is_counted_by_the_stay_or_a_lifetime_goes_on_in_the_next_plan_year(
    plan: HealthPlan, expected: str
) -> None:
    found = answer(evolve(having(start=date(2026, 12, 7)), health_plan=plan))

    assert (ends(found.to_pay), found.bounds) == ((expected, expected), Bounds.EXACT)


def test_what_has_been_used_of_a_lifetime_is_still_used_in_the_next_plan_year() -> None:
    plan = _limited(13, LimitUnit.VISITS, LimitPeriod.LIFETIME)
    limits = (LimitUse(unit=LimitUnit.VISITS, period=LimitPeriod.LIFETIME, count=13),)
    used = evolve(NOTHING_USED, benefits_used=(BenefitUse(benefit=Benefit.IOP, limits=limits),))
    # Care begins on a Saturday, the plan year on Sunday, and the first day is Monday.
    year = Period(date(2025, 3, 1), date(2026, 3, 1))
    case = evolve(having(start=date(2026, 2, 28)), health_plan=evolve(plan, plan_year=year))
    found = answer(evolve(case, used=used))

    assert ends(found.to_pay) == ("5,400.00", "5,400.00")


def test_a_deductible_of_the_service_alone_stands_beside_that_of_the_plan() -> None:
    own = ServiceDeductible(amount=dollars("100"), rule=ServiceDeductibleRule.BESIDE)
    plan = evolve(PLAN, benefits=(evolve(PLAN.benefits[0], service_deductible=own),))
    found = answer(evolve(CASE, health_plan=plan))

    # 100 of the first day, then 20% of 5,300.
    assert ends(found.to_pay) == ("1,160.00", "1,160.00")
    assert found.bounds is Bounds.EXACT


def test_what_draws_on_amounts_for_drugs_is_not_estimated_by_the_medical_ones() -> None:
    told = evolve(PLAN.benefits[0], pot=AccumulatorPot.DRUG)
    apart = DrugAmounts(
        is_deductible_integrated=False,
        deductible=dollars("50"),
        is_limit_integrated=True,
    )
    found = answer(evolve(CASE, health_plan=evolve(PLAN, benefits=(told,), drug=apart)))

    # 50 of the first day, then 20% of 5,350.
    assert ends(found.to_pay) == ("1,120.00", "1,120.00")


def test_an_event_that_would_waive_a_copay_is_named_where_no_course_tells_it() -> None:
    waived = CostShare(
        deductible_applies=False,
        copay=dollars("40"),
        copay_waived_on=(CareEvent.STEP_DOWN,),
    )
    found = answer(evolve(CASE, health_plan=_benefit(waived)))

    assert (ends(found.to_pay), found.bounds) == (("0.00", "5,400.00"), Bounds.OUTER)
    assert codes(found)[1] == ["care-events-not-told"]


@pytest.mark.parametrize(
    ("session", "unknown"),
    [(Session(days=(Weekday.MONDAY,)), ["session-minutes-not-told"]), (MORNINGS, [])],
)
def test_the_length_of_a_day_is_named_where_a_limit_on_hours_asks_it(
    session: Session, unknown: list[str]
) -> None:
    hours = ServiceLimit(quantity=40, unit=LimitUnit.HOURS, period=LimitPeriod.WEEK)
    plan = evolve(PLAN, benefits=(evolve(PLAN.benefits[0], has_visit_limit=None, limits=(hours,)),))
    program = evolve(CASE.program or Program(id="x"), schedule=Schedule(sessions=(session,)))
    found = answer(evolve(CASE, health_plan=plan, program=program))

    assert (found.to_pay.value is None) is bool(unknown)
    assert codes(found)[1] == unknown
