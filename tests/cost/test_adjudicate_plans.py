"""Worked examples of what real plans ask, one row each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from iopkit.cost import Adjudication, Route, adjudicate, prepare
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model import (
    NO_POOL_USED,
    NOTHING_USED,
    NOTHING_USED_OUTSIDE,
    AccumulatorPot,
    Accumulators,
    AuthorizationRule,
    BenefitUse,
    CareEvent,
    ClaimLine,
    CopayUnit,
    CostShare,
    Crediting,
    DrugAmounts,
    EqualLines,
    FamilyAmounts,
    FamilyRule,
    FirstVisits,
    HealthPlan,
    LimitPeriod,
    LimitUnit,
    LimitUse,
    MissingAuthorization,
    OutOfNetwork,
    PenaltyBase,
    PenaltyUnit,
    PlanBenefit,
    ServiceDeductible,
    ServiceDeductibleRule,
    ServiceLimit,
    SessionKind,
)
from iopkit.values import ZERO, Listing, Money, Period, Share, Span
from iopkit.vocabulary import Benefit, CopayOrder, Coverage, LinePart

DAY = date(2026, 3, 2)  # a Monday
ALL = Listing.of(
    LinePart.COPAY_BEFORE,
    LinePart.SERVICE_DEDUCTIBLE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
    complete=True,
)


def dollars(amount: str) -> Money:
    return Money.parse(amount)


def copay(amount: str, **more: Any) -> CostShare:
    return CostShare(deductible_applies=False, copay=dollars(amount), **more)


def share(percent: int, *, deductible: bool = True) -> CostShare:
    return CostShare(deductible_applies=deductible, patient_share=Share.percent(percent))


def plan(cost_share: CostShare, *, limit: str | None = None, **more: Any) -> HealthPlan:
    benefit = PlanBenefit(
        benefit=Benefit.IOP,
        cost_share=cost_share,
        has_visit_limit=None if "limits" in more else False,
        **{name: more.pop(name) for name in tuple(more) if name in _OF_BENEFIT},
    )
    told: dict[str, Any] = {
        "deductible": dollars("0"),
        "out_of_pocket_limit": None if limit is None else dollars(limit),
        "has_out_of_pocket_limit": limit is not None,
        "counts_toward_limit": ALL,
        "limit_ends_deductible": True,
        **more,
    }
    return HealthPlan(id="example", iop_benefit=Benefit.IOP, benefits=(benefit,), **told)


_OF_BENEFIT = (
    "first_visits",
    "limits",
    "service_deductible",
    "pot",
    "counts_toward_limit_of_benefit",
    "needs_authorization",
)


OUT = {"is_in_network": False, "is_authorized": True}


def lines(*allowed: str, every: int = 1, **more: Any) -> list[ClaimLine]:
    return [
        ClaimLine(
            on=DAY + timedelta(days=place * every),
            benefit=Benefit.IOP,
            allowed=dollars(amount),
            **more,
        )
        for place, amount in enumerate(allowed)
    ]


def on_days(*days: int, **more: Any) -> list[ClaimLine]:
    return [evolve(lines("100")[0], on=DAY + timedelta(days=day), **more) for day in days]


def owed(answer: Adjudication) -> dict[str, str]:
    return {part.value: str(amount) for part, amount in answer.parts.items() if amount > ZERO}


def each_patient(answer: Adjudication) -> list[int]:
    return [each.run.patient.cents // 100 for each in answer.lines()]


@pytest.mark.parametrize(
    ("cost_share", "days", "expected"),
    [
        # Two lines of one day share one copay for each day, which the first line takes.
        (copay("40", copay_unit=CopayUnit.DAY), [0, 0, 1], [40, 0, 40]),
        # 250 a day for the first 5 days of a stay (Aetna CA Platinum), here 2.
        (copay("40", copay_unit=CopayUnit.DAY, copay_days_per_stay=2), [0, 1, 2], [40, 40, 0]),
        # 250 a day to 750 an admission, then 10 % (Anthem CT), here 40 to 60.
        (
            evolve(
                copay("40", copay_unit=CopayUnit.DAY, copay_cap_per_stay=dollars("60")),
                patient_share=Share.percent(10),
            ),
            [0, 1, 2],
            [46, 28, 10],
        ),
        (copay("40", copay_unit=CopayUnit.STAY), [0, 1, 2], [40, 0, 0]),
        (copay("40", copay_unit=CopayUnit.EPISODE), [0, 1, 2], [40, 0, 0]),
        (copay("40", copay_unit=CopayUnit.PROGRAM), [0, 1, 2], [40, 0, 0]),
        # A week is one from Monday to Sunday.
        (copay("40", copay_unit=CopayUnit.WEEK), [0, 6, 7, 8], [40, 0, 40, 0]),
        # A copay for each visit that is asked on the first day only.
        (copay("40", copay_days_per_stay=1), [0, 0, 1], [40, 40, 0]),
    ],
)
def test_a_copay_is_asked_once_for_its_unit(
    cost_share: CostShare, days: list[int], expected: list[int]
) -> None:
    answer = adjudicate(on_days(*days), plan(cost_share), NOTHING_USED)

    assert each_patient(answer) == expected


def test_a_copay_that_the_deductible_leaves_nothing_for_is_not_taken() -> None:
    after = CostShare(
        deductible_applies=True,
        copay=dollars("40"),
        copay_order=CopayOrder.AFTER_DEDUCTIBLE,
        copay_unit=CopayUnit.DAY,
    )
    answer = adjudicate(on_days(0, 0, 0), plan(after, deductible=dollars("100")), NOTHING_USED)

    assert each_patient(answer) == [100, 40, 0]


def test_a_new_stay_asks_its_copay_again() -> None:
    design = plan(copay("40", copay_unit=CopayUnit.STAY))
    stays = [
        evolve(line, stay=stay) for line, stay in zip(on_days(0, 1, 9), (1, 1, 2), strict=True)
    ]
    answer = adjudicate(stays, design, NOTHING_USED)

    assert each_patient(answer) == [40, 0, 40]


def test_a_stay_that_begins_with_the_next_lines_asks_its_copay_again() -> None:
    design = plan(copay("40", copay_unit=CopayUnit.STAY))
    lines = [evolve(line, stay=stay) for line, stay in zip(on_days(0, 1), (1, 2), strict=True)]
    after = adjudicate(lines[:1], design, NOTHING_USED).used_after
    equal = EqualLines(line=lines[1], days=(lines[1].on, lines[1].on + timedelta(days=1)))

    assert after.stay == 1
    assert each_patient(adjudicate(lines[1:], design, after)) == [40]
    assert each_patient(adjudicate(equal, design, after)) == [40, 0]


@pytest.mark.parametrize(
    ("kind", "events", "expected"),
    [
        (SessionKind.INDIVIDUAL, Listing(complete=True), 30),
        (SessionKind.GROUP, Listing(complete=True), 15),
        (SessionKind.GROUP, Listing.of(CareEvent.ADMITTED), 0),
    ],
)
def test_a_group_session_and_an_event_change_a_copay(
    kind: SessionKind, events: Listing[CareEvent], expected: int
) -> None:
    # Kaiser 30/1000: mental health 30 individual, 15 group.
    asked = copay("30", group_copay=dollars("15"), copay_waived_on=(CareEvent.ADMITTED,))
    answer = adjudicate(on_days(0, session_kind=kind, events=events), plan(asked), NOTHING_USED)

    assert each_patient(answer) == [expected]


@pytest.mark.parametrize(("used", "total"), [(0, "100.00"), (1, "150.00"), (2, "100.00")])
def test_visits_used_under_the_first_visits_make_the_total_rise_and_fall(
    used: int, total: str
) -> None:
    first = FirstVisits(visits=2, cost_share=copay("50"))
    design = plan(CostShare(deductible_applies=True), deductible=dollars("100"), first_visits=first)
    before = BenefitUse(
        benefit=Benefit.IOP,
        first_visits=used,
        stay_copays=ZERO,
        stay_copay_days=0,
    )
    answer = adjudicate(lines("100", "100"), design, evolve(NOTHING_USED, benefits_used=(before,)))

    assert str(answer.patient) == total


def test_first_visits_are_counted_with_those_of_other_benefits() -> None:
    first = FirstVisits(
        visits=2, cost_share=copay("10"), counted_with=Listing.of(Benefit.OFFICE_VISIT)
    )
    design = plan(share(20, deductible=False), first_visits=first)
    office = PlanBenefit(benefit=Benefit.OFFICE_VISIT, cost_share=copay("5"), has_visit_limit=False)
    design = evolve(design, benefits=(*design.benefits, office))
    some = on_days(0, 1, 2)
    some[0] = evolve(some[0], benefit=Benefit.OFFICE_VISIT)
    answer = adjudicate(some, design, NOTHING_USED)

    assert each_patient(answer) == [5, 10, 20]


@pytest.mark.parametrize(
    ("limit", "days", "expected"),
    [
        ((2, LimitUnit.VISITS, LimitPeriod.YEAR), [0, 0, 1], [20, 20, 100]),
        ((2, LimitUnit.DAYS, LimitPeriod.YEAR), [0, 0, 1, 2], [20, 20, 20, 100]),
        ((4, LimitUnit.HOURS, LimitPeriod.YEAR), [0, 1], [20, 100]),
        ((100, LimitUnit.DOLLARS, LimitPeriod.YEAR), [0, 1, 2], [20, 80, 100]),
        ((1, LimitUnit.VISITS, LimitPeriod.WEEK), [0, 6, 7], [20, 100, 20]),
        ((1, LimitUnit.VISITS, LimitPeriod.MONTH), [0, 29, 30], [20, 100, 20]),
        ((1, LimitUnit.VISITS, LimitPeriod.EPISODE), [0, 7], [20, 100]),
        ((1, LimitUnit.VISITS, LimitPeriod.LIFETIME), [0, 40], [20, 100]),
    ],
)
def test_what_lies_beyond_a_limit_on_a_service_is_owed_whole(
    limit: tuple[int, LimitUnit, LimitPeriod], days: list[int], expected: list[int]
) -> None:
    quantity, unit, period = limit
    limits = (ServiceLimit(quantity=quantity, unit=unit, period=period),)
    design = plan(share(20, deductible=False), limit="1000", limits=limits)
    answer = adjudicate(on_days(*days, minutes=180), design, NOTHING_USED)

    assert each_patient(answer) == expected
    assert answer.used_after.limit_used == answer.parts[LinePart.PATIENT_SHARE]


def test_a_line_for_which_no_dollars_are_left_counts_toward_nothing() -> None:
    limits = (ServiceLimit(quantity=100, unit=LimitUnit.DOLLARS, period=LimitPeriod.YEAR),)
    design = plan(share(20), limit="1000", deductible=dollars("50"), limits=limits)
    spent = LimitUse(unit=LimitUnit.DOLLARS, period=LimitPeriod.YEAR, amount=dollars("100"))
    use = BenefitUse(benefit=Benefit.IOP, limits=(spent,))
    answer = adjudicate(on_days(0, 1), design, evolve(NOTHING_USED, benefits_used=(use,)))

    assert owed(answer) == {"over-limit": "200.00"}
    assert answer.used_after.deductible_used == answer.used_after.limit_used == ZERO


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (ServiceDeductibleRule.BESIDE, {"service-deductible": "150.00", "patient-share": "10.00"}),
        (ServiceDeductibleRule.BEFORE, {"service-deductible": "150.00", "deductible": "50.00"}),
    ],
)
def test_a_service_can_have_a_deductible_of_its_own(
    rule: ServiceDeductibleRule, expected: dict[str, str]
) -> None:
    own = ServiceDeductible(amount=dollars("150"), rule=rule)
    design = plan(share(20), deductible=dollars("500"), service_deductible=own)
    answer = adjudicate(lines("100", "100"), design, NOTHING_USED)

    assert owed(answer) == expected
    assert answer.used_after.deductible_used == answer.parts[LinePart.DEDUCTIBLE]


DENIED = MissingAuthorization(rule=AuthorizationRule.DENIED)
HALF = MissingAuthorization(
    rule=AuthorizationRule.PENALTY,
    share=Share.percent(50),
    share_of=PenaltyBase.ALLOWED,
    unit=PenaltyUnit.LINE,
)


@pytest.mark.parametrize(
    ("rule", "is_authorized", "expected"),
    [
        (DENIED, True, {"patient-share": "20.00"}),
        (DENIED, False, {"not-covered": "130.00"}),
        (HALF, False, {"patient-share": "20.00", "penalty": "50.00"}),
        # A reduction by half, at most 25; then one that would take more than the plan pays.
        (evolve(HALF, most=dollars("25")), False, {"patient-share": "20.00", "penalty": "25.00"}),
        (evolve(HALF, amount=dollars("99")), False, {"patient-share": "20.00", "penalty": "80.00"}),
        (
            evolve(HALF, share_of=PenaltyBase.PLAN_PAYMENT),
            False,
            {"patient-share": "20.00", "penalty": "40.00"},
        ),
    ],
)
def test_a_missing_authorization_denies_a_line_or_costs_a_penalty_that_never_counts(
    rule: MissingAuthorization, is_authorized: bool, expected: dict[str, str]
) -> None:
    design = plan(
        share(20, deductible=False),
        limit="1000",
        needs_authorization=True,
        missing_authorization=rule,
    )
    some = lines("100", billed=dollars("130"), is_authorized=is_authorized)
    answer = adjudicate(some, design, NOTHING_USED)

    assert owed(answer) == expected
    assert answer.used_after.limit_used == answer.parts[LinePart.PATIENT_SHARE]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (PenaltyUnit.LINE, [70, 70, 70, 70]),
        (PenaltyUnit.STAY, [70, 30, 70, 30]),
        (PenaltyUnit.EPISODE, [70, 30, 0, 0]),
    ],
)
def test_a_penalty_is_taken_for_its_unit_and_goes_on_with_the_next_lines(
    unit: PenaltyUnit, expected: list[int]
) -> None:
    design = plan(
        share(30, deductible=False),
        needs_authorization=True,
        missing_authorization=MissingAuthorization(
            rule=AuthorizationRule.PENALTY, amount=dollars("100"), unit=unit
        ),
    )
    some = [
        evolve(line, stay=stay, is_authorized=False, billed=line.allowed)
        for line, stay in zip(lines("100", "100", "100", "100"), (1, 1, 2, 2), strict=True)
    ]
    each: list[int] = []
    used = NOTHING_USED
    for line in some:
        answer = adjudicate([line], design, used)
        each.append(answer.parts[LinePart.PENALTY].cents // 100)
        used = answer.used_after

    whole = adjudicate(some, design, NOTHING_USED)
    assert each == expected
    assert whole.parts[LinePart.PENALTY] == dollars(str(sum(expected)))
    assert whole.used_after == used


@pytest.mark.parametrize(("days", "route"), [((0,), Route.UNIFORM), ((0, 2), Route.PERIODIC)])
def test_every_route_takes_the_same_of_a_penalty_for_a_stay(
    days: tuple[int, ...], route: Route
) -> None:
    design = plan(
        share(30, deductible=False),
        needs_authorization=True,
        missing_authorization=evolve(
            HALF, amount=dollars("130"), most=dollars("1000"), unit=PenaltyUnit.STAY
        ),
    )
    one = evolve(lines("100")[0], is_authorized=False)
    some = [
        evolve(one, on=DAY + timedelta(days=7 * week + day), allowed=dollars(str(100 - day)))
        for week in range(20)
        for day in days
    ]
    prepared = prepare(design, NOTHING_USED)
    answer, walked = prepared.adjudicate(some), prepared.adjudicate_by(Route.WALK, some)

    assert (answer.route, answer.runs) == (route, walked.runs)
    assert answer.parts[LinePart.PENALTY] == dollars("1000")


@pytest.mark.parametrize(
    ("told", "unit", "names"),
    [
        (NOTHING_USED, None, "missing_authorization.unit"),
        (evolve(NOTHING_USED, benefits_used=None), PenaltyUnit.STAY, "benefits_used.iop.penalties"),
        (evolve(NOTHING_USED, benefits_used=None), PenaltyUnit.LINE, None),
    ],
)
def test_what_one_penalty_is_for_is_asked_where_lines_share_it(
    told: Accumulators, unit: PenaltyUnit | None, names: str | None
) -> None:
    design = plan(
        share(30, deductible=False),
        needs_authorization=True,
        missing_authorization=evolve(HALF, most=dollars("10"), unit=unit),
    )
    prepared = prepare(design, told)
    if names is None:
        assert prepared.adjudicate(lines("100", is_authorized=False)).patient == dollars("40")
        return
    with pytest.raises(CannotAdjudicate) as raised:
        prepared.adjudicate(lines("100", is_authorized=False))

    assert raised.value.missing == (names,)


FAMILY = FamilyAmounts(
    deductible=dollars("500"),
    deductible_rule=FamilyRule.EMBEDDED,
    deductible_members=2,
    out_of_pocket_limit=dollars("9000"),
    limit_rule=FamilyRule.EMBEDDED,
)


@pytest.mark.parametrize(
    ("rule", "used", "expected"),
    [
        # A peer charges 1,000 where 200 of the family's deductible remained.
        (FamilyRule.EMBEDDED, {"family_deductible_used": dollars("300")}, "200.00"),
        (FamilyRule.EMBEDDED, {"deductible_used": dollars("950")}, "50.00"),
        # One amount that a person alone may use up, and that person's own does not apply.
        (FamilyRule.AGGREGATE, {"deductible_used": dollars("1000")}, "500.00"),
        (FamilyRule.MEMBERS_EACH, {"members_met": 1}, "1,000.00"),
        (FamilyRule.MEMBERS_EACH, {"members_met": 2}, "0.00"),
    ],
)
def test_a_family_shares_a_deductible_in_three_ways(
    rule: FamilyRule, used: dict[str, Any], expected: str
) -> None:
    design = plan(
        CostShare(deductible_applies=True),
        limit="8000",
        deductible=dollars("1000"),
        family=evolve(FAMILY, deductible_rule=rule),
    )
    answer = adjudicate(lines("3000"), design, evolve(NOTHING_USED, **used))

    assert str(answer.patient) == expected


def test_no_person_owes_more_than_one_may_in_a_family_that_shares_a_limit() -> None:
    # The worked example of the federal answers: one person alone stops at an own limit.
    family = FamilyAmounts(
        deductible=dollars("8000"),
        deductible_rule=FamilyRule.AGGREGATE,
        out_of_pocket_limit=dollars("13000"),
        limit_rule=FamilyRule.AGGREGATE,
        person_limit=dollars("10000"),
    )
    design = plan(share(20), deductible=dollars("0"), family=family)
    design = evolve(design, has_out_of_pocket_limit=True, out_of_pocket_limit=None)
    answer = adjudicate(lines(*["50000"] * 2), design, NOTHING_USED)

    assert owed(answer) == {"deductible": "8,000.00", "patient-share": "2,000.00"}
    assert answer.used_after.family_limit_used == dollars("10000")


@pytest.mark.parametrize(
    ("person", "limit_used", "expected"),
    [(None, "0", "600.00"), ("100", "0", "100.00"), ("100", "70", "30.00"), ("0", "0", "0.00")],
)
def test_no_person_owes_more_than_one_may_where_members_must_each_meet_the_limit(
    person: str | None, limit_used: str, expected: str
) -> None:
    family = FamilyAmounts(
        deductible=dollars("0"),
        deductible_rule=FamilyRule.AGGREGATE,
        limit_rule=FamilyRule.MEMBERS_EACH,
        limit_members=2,
        person_limit=None if person is None else dollars(person),
    )
    design = plan(share(20, deductible=False), limit="600", family=family)
    used = evolve(NOTHING_USED, limit_used=dollars(limit_used))
    answer = adjudicate(lines("5000"), design, used)

    assert str(answer.patient) == expected


def test_a_member_who_meets_the_own_deductible_is_counted() -> None:
    design = plan(
        share(20),
        deductible=dollars("150"),
        family=evolve(FAMILY, deductible_rule=FamilyRule.MEMBERS_EACH),
    )
    answer = adjudicate(lines("100", "100"), design, NOTHING_USED)

    assert answer.used_after.members_met == 1


OUTSIDE = OutOfNetwork(
    coverage=Coverage.COVERED,
    deductible=dollars("300"),
    deductible_crediting=Crediting.SEPARATE,
    out_of_pocket_limit=dollars("5000"),
    has_out_of_pocket_limit=True,
    limit_crediting=Crediting.SEPARATE,
    patient_share=Share.percent(40),
)


@pytest.mark.parametrize(
    ("crediting", "expected", "used"),
    [
        (Crediting.SEPARATE, {"deductible": "250.00"}, ("150.00", "100.00")),
        (
            Crediting.COMBINED,
            {"deductible": "200.00", "patient-share": "20.00"},
            ("200.00", "0.00"),
        ),
        (Crediting.CROSS_CREDITED, {"deductible": "250.00"}, ("250.00", "250.00")),
    ],
)
def test_amounts_inside_and_outside_are_separate_combined_or_credited_to_both(
    crediting: Crediting, expected: dict[str, str], used: tuple[str, str]
) -> None:
    outside = evolve(OUTSIDE, deductible_crediting=crediting)
    design = plan(share(20), limit="8000", deductible=dollars("200"), out_of_network=outside)
    inside, beyond = lines("150", "100")
    answer = adjudicate([inside, evolve(beyond, is_in_network=False)], design, NOTHING_USED)
    after = answer.used_after

    assert owed(answer) == expected
    assert after.out_of_network is not None
    assert (str(after.deductible_used), str(after.out_of_network.deductible_used)) == used


@pytest.mark.parametrize(
    ("allowed", "total"), [("100", "440.00"), ("300", "320.00"), ("500", "200.00")]
)
def test_with_a_balance_bill_the_cost_falls_as_the_allowed_amount_rises(
    allowed: str, total: str
) -> None:
    outside = evolve(OUTSIDE, deductible=ZERO)
    design = plan(share(20), out_of_network=outside)
    some = lines(allowed, billed=dollars("500"), is_in_network=False, may_be_balance_billed=True)
    answer = adjudicate(some, design, NOTHING_USED)

    assert answer.balance is not None
    assert str(answer.patient + answer.balance) == total
    assert next(answer.lines()).write_off == ZERO


@pytest.mark.parametrize(
    ("may_be_asked", "billed", "balance", "write_off"),
    [
        (True, "130", "30.00", "0.00"),
        (False, "130", "0.00", "30.00"),
        (None, "130", "None", "None"),
        (None, "100", "0.00", "0.00"),
        (True, None, "None", "None"),
    ],
)
def test_a_balance_is_known_where_the_bill_and_the_right_to_ask_are(
    may_be_asked: bool | None, billed: str | None, balance: str, write_off: str
) -> None:
    some = lines(
        "100",
        billed=None if billed is None else dollars(billed),
        is_in_network=False,
        may_be_balance_billed=may_be_asked,
    )
    answer = adjudicate(some, plan(share(20), out_of_network=OUTSIDE), NOTHING_USED)

    assert (str(answer.balance), str(next(answer.lines()).write_off)) == (balance, write_off)


@pytest.mark.parametrize(
    "outside",
    [
        OutOfNetwork(coverage=Coverage.NOT_COVERED),
        evolve(OUTSIDE, patient_share=Share.percent(100)),
    ],
)
def test_a_share_of_everything_outside_means_not_covered(outside: OutOfNetwork) -> None:
    some = lines("100", billed=dollars("130"), is_in_network=False)
    answer = adjudicate(some, plan(share(20), out_of_network=outside), NOTHING_USED)

    assert owed(answer) == {"not-covered": "130.00"}
    assert answer.used_after == NOTHING_USED


def test_drugs_draw_on_amounts_of_their_own_where_these_are_apart() -> None:
    drug = DrugAmounts(
        is_deductible_integrated=False, deductible=dollars("50"), is_limit_integrated=True
    )
    benefit = PlanBenefit(
        benefit=Benefit.PRESCRIPTION_DRUGS,
        cost_share=share(20),
        has_visit_limit=False,
        pot=AccumulatorPot.DRUG,
    )
    design = plan(share(20), limit="5000", deductible=dollars("500"), drug=drug)
    design = evolve(design, benefits=(*design.benefits, benefit))
    care, medicine = lines("100", "100")
    answer = adjudicate(
        [care, evolve(medicine, benefit=Benefit.PRESCRIPTION_DRUGS)], design, NOTHING_USED
    )

    assert owed(answer) == {"deductible": "150.00", "patient-share": "10.00"}
    assert answer.used_after.deductible_used == dollars("100")
    assert answer.used_after.limit_used == dollars("160")
    assert answer.used_after.drug == evolve(NO_POOL_USED, deductible_used=dollars("50"))


def test_a_benefit_that_does_not_count_toward_the_limit_is_never_cut() -> None:
    design = plan(share(50, deductible=False), limit="60")
    apart = evolve(design.benefits[0], counts_toward_limit=False)
    answer = adjudicate(lines("100", "100"), evolve(design, benefits=(apart,)), NOTHING_USED)

    assert (str(answer.patient), answer.used_after.limit_used) == ("100.00", ZERO)


def test_linked_accumulators_leave_what_the_limit_leaves() -> None:
    # Deductible 1,500, limit 5,000 with 200 used, of which all or nothing was deductible.
    design = plan(share(20), limit="5000", deductible=dollars("1500"))
    some = lines(*["300"] * 24)
    totals = [
        str(
            adjudicate(
                some,
                design,
                evolve(NOTHING_USED, deductible_used=dollars(met), limit_used=dollars("200")),
            ).patient
        )
        for met in ("0", "200")
    ]

    assert totals == ["2,640.00", "2,480.00"]


def test_repeating_weeks_are_settled_many_at_a_time() -> None:
    week = [(0, "300"), (2, "300"), (4, "300"), (4, "30")]
    some = [
        evolve(lines(allowed)[0], on=DAY + timedelta(days=7 * number + day))
        for number in range(12)
        for day, allowed in week
    ]
    after = CostShare(
        deductible_applies=True, copay=dollars("40"), copay_order=CopayOrder.AFTER_DEDUCTIBLE
    )
    answer = adjudicate(some, plan(after, deductible=dollars("1000")), NOTHING_USED)

    assert answer.route is Route.PERIODIC
    assert str(answer.patient) == "2,650.00"


def test_stays_that_follow_one_another_in_each_week_are_settled_one_by_one() -> None:
    day = timedelta(days=1)
    some = [
        evolve(line, on=DAY + week * 7 * day + place * day, stay=1 + place // 2)
        for week in range(8)
        for place, line in enumerate(lines("100", "100", "100"))
    ]
    design = plan(copay("30", copay_unit=CopayUnit.DAY, copay_cap_per_stay=dollars("50")))
    answer = adjudicate(some, design, NOTHING_USED)
    (use,) = answer.used_after.benefits_used or ()

    # 30 and 20 in the first stay of each week, 30 in the second.
    assert (str(answer.patient), answer.route) == ("640.00", Route.WALK)
    assert use.stay_copays == dollars("30")


def test_an_answer_keeps_its_lines_whatever_becomes_of_the_list() -> None:
    told = lines("100", "100")
    expected = adjudicate(tuple(told), plan(share(20), deductible=dollars("50")), NOTHING_USED)
    answer = adjudicate(told, plan(share(20), deductible=dollars("50")), NOTHING_USED)
    told.clear()

    assert list(answer.lines()) == list(expected.lines())
    assert answer.used_after == expected.used_after


def test_equal_lines_can_be_told_once() -> None:
    days = tuple(DAY + timedelta(days=place) for place in range(24))
    once = EqualLines(line=lines("300")[0], days=days)
    ready = prepare(plan(share(20), deductible=dollars("1550")), NOTHING_USED)
    answer = ready.adjudicate(once)

    assert (str(answer.patient), answer.patient) == ("2,680.00", ready.patient(once))
    assert answer.route is Route.UNIFORM
    assert answer.claim_lines[-1].on == days[-1]
    assert len(once) == 24
    assert answer.used_after.visits_used == 24


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ((), "days: expected days that begin with that of the line"),
        ((DAY + timedelta(days=1),), "days: expected days that begin with that of the line"),
        ((DAY, DAY), "days: expected days in order, each once"),
    ],
)
def test_the_days_of_equal_lines_are_in_order(days: tuple[date, ...], message: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        EqualLines(line=lines("1")[0], days=days)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("design", "changes"),
    [
        (plan(share(20), needs_authorization=True, missing_authorization=DENIED), {}),
        (plan(share(20), out_of_network=OutOfNetwork(coverage=Coverage.NOT_COVERED)), OUT),
        (plan(share(20), out_of_network=evolve(OUTSIDE, patient_share=Share.percent(100))), OUT),
        (plan(share(20), iop_coverage=Coverage.NOT_COVERED), {}),
    ],
)
def test_what_is_owed_whole_asks_what_was_billed(
    design: HealthPlan, changes: dict[str, Any]
) -> None:
    some = lines("100", **{"is_authorized": False, **changes})
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(some, design, NOTHING_USED)

    assert refused.value.missing == ("lines.billed",)


def test_a_plan_that_is_ready_still_looks_at_each_line() -> None:
    design = plan(share(20), needs_authorization=True, missing_authorization=DENIED)
    ready = prepare(design, NOTHING_USED)
    some = lines("100", billed=dollars("100"), is_authorized=True)
    told = EqualLines(line=some[0], days=(DAY,))
    untold = evolve(told, line=evolve(told.line, is_authorized=None))
    refused = evolve(told, line=evolve(told.line, is_authorized=False))
    uncovered = evolve(told, line=evolve(told.line, is_covered=False))

    assert [str(ready.patient(each)) for each in (told, refused, uncovered)] == [
        "20.00",
        "100.00",
        "100.00",
    ]
    with pytest.raises(CannotAdjudicate) as asked:
        ready.patient(untold)
    assert asked.value.missing == ("lines.is_authorized",)


@pytest.mark.parametrize(
    "year",
    [
        Period(date(2026, 1, 1), DAY + timedelta(days=1)),
        Period(DAY + timedelta(days=1), date(2027, 1, 1)),
    ],
)
def test_equal_lines_beyond_the_plan_year_are_refused(year: Period) -> None:
    twice = EqualLines(line=lines("1")[0], days=(DAY, DAY + timedelta(days=1)))
    with pytest.raises(PlanYearMismatch):
        prepare(plan(share(20), plan_year=year), NOTHING_USED).patient(twice)


CAPPED = copay("9", copay_unit=CopayUnit.DAY, copay_cap_per_stay=dollars("20"))


@pytest.mark.parametrize("cost_share", [CAPPED, copay("9", copay_unit=CopayUnit.WEEK)])
def test_equal_lines_with_rules_of_their_own_need_no_word_on_authorization(
    cost_share: CostShare,
) -> None:
    some = EqualLines(line=lines("100")[0], days=(DAY, DAY + timedelta(days=1)))
    ready = prepare(plan(cost_share), NOTHING_USED)

    assert ready.patient(some) == ready.adjudicate(some).patient


SHARED = evolve(FAMILY, out_of_pocket_limit=None, limit_rule=None)
UNTOLD = Accumulators(deductible_used=ZERO, limit_used=ZERO)
ASKS = copay("30", group_copay=dollars("15"), copay_waived_on=(CareEvent.ADMITTED,))
HOURS = ServiceLimit(quantity=9, unit=LimitUnit.HOURS, period=LimitPeriod.WEEK)
OWN = ServiceDeductible(amount=dollars("9"))


@pytest.mark.parametrize(
    ("design", "used", "changes", "names"),
    [
        (plan(ASKS), NOTHING_USED, {}, "lines.session_kind, lines.events"),
        (
            plan(copay("9"), limits=(HOURS,)),
            UNTOLD,
            {},
            "benefits_used.iop.limits, lines.minutes",
        ),
        (plan(CAPPED), UNTOLD, {}, "benefits_used.iop.stay_copays"),
        (
            plan(copay("9", copay_unit=CopayUnit.STAY)),
            UNTOLD,
            {},
            "benefits_used.iop.stay_copays, benefits_used.iop.stay_copay_days",
        ),
        (
            plan(copay("9", copay_days_per_stay=3)),
            UNTOLD,
            {},
            "benefits_used.iop.stay_copay_days",
        ),
        (plan(copay("9", copay_unit=CopayUnit.WEEK)), UNTOLD, {}, "benefits_used.iop.copay_on"),
        (
            plan(copay("9"), first_visits=FirstVisits(visits=2, cost_share=copay("5"))),
            UNTOLD,
            {},
            "benefits_used.iop.first_visits",
        ),
        (
            plan(share(20), service_deductible=OWN),
            UNTOLD,
            {},
            "benefits_used.iop.deductible_used, benefits.iop.service_deductible.rule",
        ),
        (plan(copay("9"), needs_authorization=True), UNTOLD, {}, "lines.is_authorized"),
        (
            plan(copay("9")),
            UNTOLD,
            {"is_authorized": False},
            "benefits.iop.needs_authorization, missing_authorization",
        ),
        (
            plan(
                copay("9"), needs_authorization=True, missing_authorization=evolve(HALF, share=None)
            ),
            UNTOLD,
            {"is_authorized": False},
            "missing_authorization.share",
        ),
        (
            plan(share(20), deductible=dollars("9"), family=FamilyAmounts()),
            UNTOLD,
            {},
            "family.deductible_rule, family.deductible, family_deductible_used",
        ),
        (
            plan(share(20), deductible=dollars("9"), family=evolve(SHARED, deductible=None)),
            UNTOLD,
            {},
            "family.deductible, family_deductible_used",
        ),
        # What others have used matters only where it could leave less than one person has left.
        (
            plan(share(20), deductible=dollars("200"), family=SHARED),
            evolve(UNTOLD, family_deductible_used=Span(ZERO, dollars("400"))),
            {},
            "family_deductible_used",
        ),
        (
            plan(
                share(20),
                deductible=dollars("200"),
                family=evolve(
                    SHARED, deductible_rule=FamilyRule.MEMBERS_EACH, deductible_members=None
                ),
            ),
            UNTOLD,
            {},
            "family.deductible_members, members_met",
        ),
        (plan(share(20)), UNTOLD, {"is_in_network": False}, "out_of_network"),
        (
            plan(share(20), out_of_network=OutOfNetwork(patient_share=Share.percent(40))),
            UNTOLD,
            {"is_in_network": False},
            (
                "out_of_network.coverage, out_of_network.deductible_crediting, "
                "out_of_network.deductible, out_of_network.deductible_used, "
                "out_of_network.limit_crediting, out_of_network.out_of_pocket_limit, "
                "out_of_network.limit_used"
            ),
        ),
        (plan(share(20), pot=AccumulatorPot.DRUG), UNTOLD, {}, "drug"),
    ],
)
def test_exactly_what_matters_is_asked_for(
    design: HealthPlan, used: Accumulators, changes: dict[str, Any], names: str
) -> None:
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(lines("100", **changes), design, used)

    assert ", ".join(refused.value.missing) == names


@pytest.mark.parametrize(
    ("design", "used", "changes"),
    [
        (plan(ASKS), UNTOLD, {"session_kind": SessionKind.GROUP, "events": Listing(complete=True)}),
        # A cap of which all is used, a family that cannot leave less, members who all met theirs.
        (
            plan(CAPPED),
            evolve(
                UNTOLD,
                benefits_used=(
                    BenefitUse(benefit=Benefit.IOP, stay_copays=Span(dollars("20"), dollars("30"))),
                ),
            ),
            {},
        ),
        (
            plan(share(20), deductible=dollars("100"), family=SHARED),
            evolve(UNTOLD, family_deductible_used=Span(ZERO, dollars("400"))),
            {},
        ),
        (
            plan(
                share(20),
                deductible=dollars("100"),
                family=evolve(SHARED, deductible_rule=FamilyRule.MEMBERS_EACH),
            ),
            Accumulators(members_met=Span(2, 4)),
            {},
        ),
        (
            plan(
                copay("9"),
                limits=(ServiceLimit(quantity=3, unit=LimitUnit.DAYS, period=LimitPeriod.YEAR),),
            ),
            evolve(
                UNTOLD,
                benefits_used=(
                    BenefitUse(
                        benefit=Benefit.IOP,
                        limits=(
                            LimitUse(
                                unit=LimitUnit.DAYS, period=LimitPeriod.YEAR, count=Span(3, 5)
                            ),
                        ),
                    ),
                ),
            ),
            {},
        ),
        (plan(copay("9"), needs_authorization=False), UNTOLD, {"is_authorized": False}),
        # Once the limit is reached, a deductible that counts toward it cannot matter, nor what
        # is left of the limit of the family.
        (
            plan(share(20), limit="100", deductible=dollars("50")),
            Accumulators(limit_used=dollars("100")),
            {},
        ),
        (
            plan(
                share(20),
                limit="100",
                deductible=dollars("50"),
                family=FamilyAmounts(
                    deductible=dollars("90"),
                    deductible_rule=FamilyRule.EMBEDDED,
                    out_of_pocket_limit=dollars("200"),
                    limit_rule=FamilyRule.EMBEDDED,
                ),
            ),
            Accumulators(limit_used=dollars("100"), family_limit_used=dollars("120")),
            {},
        ),
    ],
)
def test_what_cannot_change_the_answer_is_not_asked_for(
    design: HealthPlan, used: Accumulators, changes: dict[str, Any]
) -> None:
    assert adjudicate(lines("100", **changes), design, used).route is Route.WALK


def test_what_may_have_been_credited_outside_is_not_known() -> None:
    outside = evolve(OUTSIDE, deductible_crediting=None)
    design = plan(share(20), deductible=dollars("50"), out_of_network=outside)
    after = adjudicate(lines("100"), design, NOTHING_USED).used_after.out_of_network

    assert after == evolve(NOTHING_USED_OUTSIDE, deductible_used=None, family_deductible_used=None)


APART = DrugAmounts(
    is_deductible_integrated=False, deductible=dollars("50"), is_limit_integrated=True
)


@pytest.mark.parametrize(("applies", "used"), [(True, None), (False, ZERO)])
def test_what_drugs_may_have_been_credited_outside_is_not_known(
    *, applies: bool, used: Money | None
) -> None:
    outside = evolve(OUTSIDE, deductible_crediting=None, drug=APART)
    design = plan(
        share(20, deductible=applies), pot=AccumulatorPot.DRUG, drug=APART, out_of_network=outside
    )
    after = adjudicate(lines("100"), design, NOTHING_USED).used_after.out_of_network
    drug = after.drug if after else None

    assert drug is not None
    assert (drug.deductible_used, drug.family_deductible_used) == (used, used)


def test_a_limit_of_nothing_outside_stays_one_in_a_new_stay_that_gives_days_inside() -> None:
    days = ServiceLimit(quantity=1, unit=LimitUnit.DAYS, period=LimitPeriod.STAY)
    told = PlanBenefit(
        benefit=Benefit.IOP, cost_share=share(40), limits=(evolve(days, quantity=0),)
    )
    design = plan(share(20), limits=(days,), out_of_network=evolve(OUTSIDE, benefits=(told,)))
    use = LimitUse(unit=LimitUnit.DAYS, period=LimitPeriod.STAY, count=1)
    used = evolve(
        NOTHING_USED, stay=1, benefits_used=(BenefitUse(benefit=Benefit.IOP, limits=(use,)),)
    )
    outside, inside = lines("100", "100", stay=2)
    answer = adjudicate([evolve(outside, is_in_network=False), inside], design, used)

    # All of the day outside, and 20% of that inside.
    assert each_patient(answer) == [100, 20]
