"""Days that are denied, as they were not authorized, and that a limit may hold too."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.cost.example_case import OUTSIDE, PLAN, answer, codes, dollars, ends, having

from iopkit.cost import Bounds, with_values
from iopkit.model.accumulators import NOTHING_USED, Accumulators, BenefitUse, LimitUse
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.benefits import LimitPeriod, LimitUnit, ServiceLimit
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.prices import Price, PriceList
from iopkit.values.money import ZERO
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

TEN: dict[str, Any] = {"visit_limit": 10, "has_visit_limit": True}
ASKED_OUTSIDE = evolve(OUTSIDE, coverage=Coverage.WITH_AUTHORIZATION)


def case(
    *,
    used: Accumulators = NOTHING_USED,
    in_network: bool | None = True,
    charge: Unit = Unit.DAY,
    billed: bool | None = None,
    **benefit: Any,
) -> Case:
    """Return a case of 18 days without authorization, each allowed at 300 and charged at 400."""
    told = evolve(PLAN.benefits[0], **benefit)
    plan = evolve(
        PLAN,
        iop_coverage=Coverage.WITH_AUTHORIZATION,
        missing_authorization=MissingAuthorization(rule=AuthorizationRule.DENIED),
        benefits=(told,),
        out_of_network=ASKED_OUTSIDE,
    )
    allowed = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("300")))
    asked = Price(service=Service.IOP, unit=charge, amount=Span.exactly(dollars("400")))
    found = having(is_in_network=in_network, is_authorized=False, may_be_balance_billed=billed)
    return evolve(
        found, health_plan=plan, used=used, prices=PriceList(allowed=(allowed,), charges=(asked,))
    )


@pytest.mark.parametrize(
    ("visits_used", "owed"),
    [(0, "7,200.00"), (9, "7,200.00"), (10, "5,400.00"), (12, "5,400.00")],
)
def test_denied_days_beyond_a_limit_owe_what_the_plan_allows(visits_used: int, owed: str) -> None:
    found = answer(case(used=evolve(NOTHING_USED, visits_used=visits_used), **TEN))

    assert ends(found.to_pay) == (owed, owed)
    assert found.bounds is Bounds.EXACT


WEEKLY = ServiceLimit(quantity=3, unit=LimitUnit.DAYS, period=LimitPeriod.WEEK)
_WEEK_USE = LimitUse(unit=LimitUnit.DAYS, period=LimitPeriod.WEEK, count=3)
WEEK_SPENT = evolve(
    NOTHING_USED,
    benefits_used=(
        BenefitUse(
            benefit=Benefit.IOP,
            first_visits=0,
            stay_copays=ZERO,
            stay_copay_days=0,
            limits=(_WEEK_USE,),
        ),
    ),
)


@pytest.mark.parametrize(
    ("benefit", "low"), [(TEN, "1,200.00"), ({"limits": (WEEKLY,)}, "900.00")], ids=["ten", "week"]
)
def test_denied_days_of_a_course_without_an_end_are_owed_at_least_for_one_week(
    benefit: dict[str, Any], low: str
) -> None:
    denied = case(**benefit)
    found = answer(evolve(denied, episode=evolve(denied.episode or Episode(), weeks=None)))

    assert (ends(found.to_pay), found.bounds) == ((low, "None"), Bounds.OUTER)


@pytest.mark.parametrize(
    ("high", "ends_at"), [("450", ("4,500.00", "8,100.00")), (None, ("4,500.00", "None"))]
)
def test_denied_days_some_beyond_a_limit_are_bounded_where_their_price_is_a_range(
    high: str | None, ends_at: tuple[str, str]
) -> None:
    denied = case(used=WEEK_SPENT, limits=(WEEKLY,))
    amount = Span(dollars("250"), None if high is None else dollars(high))
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=amount)
    prices = evolve(denied.prices or PriceList(), allowed=(price,))
    found = answer(evolve(denied, prices=prices))

    assert (ends(found.to_pay), found.bounds) == (ends_at, Bounds.OUTER)


def test_denied_days_beyond_a_limit_for_the_week_or_month_alone_owe_what_is_allowed() -> None:
    found = answer(case(used=WEEK_SPENT, limits=(WEEKLY,)))
    bounded = answer(case(used=WEEK_SPENT, limits=(WEEKLY,), charge=Unit.PROGRAM))

    assert ends(found.to_pay) == ("6,900.00", "6,900.00")
    assert found.bounds is Bounds.EXACT
    assert ends(bounded.to_pay) == ("400.00", "5,400.00")
    assert bounded.bounds is Bounds.OUTER


def test_visits_used_that_are_not_told_leave_denied_days_allowed_or_charged() -> None:
    vague = case(used=evolve(NOTHING_USED, visits_used=None), **TEN)
    found = answer(vague)
    low, high = (answer(with_values(vague, end.values)).to_pay for end in found.completions)

    assert ends(found.to_pay) == ("5,400.00", "7,200.00")
    assert (ends(low), ends(high)) == (("5,400.00",) * 2, ("7,200.00",) * 2)
    assert found.bounds is Bounds.EXACT
    assert "visits-used-not-told" in codes(found)[1]


def test_a_visit_limit_that_is_not_told_leaves_denied_days_allowed_or_charged() -> None:
    vague = case(has_visit_limit=None, visit_limit=None)
    found = answer(vague)
    low, high = (answer(with_values(vague, end.values)).to_pay for end in found.completions)

    assert (ends(low), ends(high)) == (("5,400.00",) * 2, ("7,200.00",) * 2)
    assert "visit-limit-not-told" in codes(found)[1]


@pytest.mark.parametrize(
    ("billed", "owed"),
    [
        (False, ("5,400.00", "5,400.00")),
        (True, ("7,200.00",) * 2),
        (None, ("5,400.00", "7,200.00")),
    ],
)
def test_outside_the_network_the_rest_of_the_bill_is_asked_beyond_a_limit(
    billed: bool | None, owed: tuple[str, str]
) -> None:
    used = evolve(NOTHING_USED, visits_used=10)
    found = answer(case(used=used, in_network=False, billed=billed, **TEN))

    assert ends(found.to_pay) == owed


BY_THE_YEAR = ServiceLimit(quantity=10, unit=LimitUnit.VISITS, period=LimitPeriod.YEAR)
BY_THE_HOUR = ServiceLimit(quantity=9, unit=LimitUnit.HOURS, period=LimitPeriod.WEEK)


@pytest.mark.parametrize("payer", [PayerKind.COMMERCIAL, PayerKind.MEDICARE, PayerKind.MEDICAID])
@pytest.mark.parametrize(
    "told",
    [
        TEN,
        {"visit_limit": 10, "has_visit_limit": None},
        {"limits": (BY_THE_YEAR,), "has_visit_limit": None},
        {"limits": (BY_THE_YEAR,), "has_visit_limit": True},
    ],
)
def test_a_limit_on_visits_is_the_same_however_it_is_told(
    payer: PayerKind, told: dict[str, Any]
) -> None:
    limited = case(used=evolve(NOTHING_USED, visits_used=10), **told)
    found = answer(evolve(limited, health_plan=evolve(limited.health_plan or PLAN, payer=payer)))

    assert ends(found.to_pay) == ("5,400.00", "5,400.00")
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, [])


def test_limits_of_hours_leave_no_visit_limit_open() -> None:
    spent = LimitUse(unit=LimitUnit.HOURS, period=LimitPeriod.WEEK, minutes=420)
    use = BenefitUse(
        benefit=Benefit.IOP, first_visits=0, stay_copays=ZERO, stay_copay_days=0, limits=(spent,)
    )
    used = evolve(NOTHING_USED, benefits_used=(use,))
    found = answer(case(used=used, limits=(BY_THE_HOUR,), has_visit_limit=None))

    # The three days of the first week lie beyond the limit: 900, and fifteen charges of 400.
    assert (ends(found.to_pay), codes(found)[1]) == (("6,900.00", "6,900.00"), [])


def test_a_network_that_is_not_known_holds_denied_days_on_either_side() -> None:
    found = answer(case(used=evolve(NOTHING_USED, visits_used=10), in_network=None, **TEN))

    # 300 of each day inside, where nobody asks for the rest, and up to 400 outside.
    assert ends(found.to_pay) == ("5,400.00", "7,200.00")
    assert codes(found)[1] == ["balance-bill-not-told", "network-either"]
