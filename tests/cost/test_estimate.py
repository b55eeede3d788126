"""Estimates: what they count, what they suppose, and what they say they do not know."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from attrs import evolve

from iopkit.cost import Bounds, Estimate, estimate
from iopkit.errors import InvalidValue, NotInForce, PlanYearMismatch
from iopkit.law.amounts import Amounts, AmountSeries, AmountValue, FeeFor
from iopkit.model.accumulators import NOTHING_USED, Accumulators
from iopkit.model.case import Case
from iopkit.model.episode import Episode, Travel
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.rules.truth import Truth
from iopkit.values.dated import Dated, DatedEntry
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import AmountUnit, CostComponent, Service, Unit
from iopkit.vocabulary.care import CareLevel, Delivery, Setting
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart, PayerKind
from iopkit.vocabulary.weekdays import Weekday


def dollars(amount: str) -> Money:
    return Money.parse(amount)


MONDAY = date(2026, 3, 2)
MORNINGS = Session(
    days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY), start=time(9), end=time(12)
)
ALL = Listing.of(
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
    complete=True,
)
AFTER_40 = CostShare(
    deductible_applies=True, copay=dollars("40"), copay_order=CopayOrder.AFTER_DEDUCTIBLE
)
NO_TRAVEL = Travel(miles=Decimal(0), minutes=0, fares=ZERO, parking=ZERO)
SHARE_20 = CostShare(deductible_applies=True, patient_share=Share.percent(20))


UNINSURED = HealthPlan(id="none", payer=PayerKind.SELF_PAY)


def series(
    name: str, unit: AmountUnit, value: AmountValue, fee: FeeFor | None = None
) -> AmountSeries:
    entry = DatedEntry(Period.calendar_year(2026), value, f"source-of-{name}")
    return AmountSeries(
        id=name, title=Text(name, name), unit=unit, values=Dated((entry,), name), fee_for=fee
    )


def hospital_day(least: int, most: int | None) -> FeeFor:
    return FeeFor(
        payer=PayerKind.MEDICARE,
        level=CareLevel.IOP,
        settings=(Setting.HOSPITAL_OUTPATIENT,),
        least_services=least,
        most_services=most,
    )


PUBLISHED = Amounts(
    (
        series("medicare/part-b-deductible", AmountUnit.USD_PER_YEAR, dollars("283")),
        series("medicare/part-b-patient-share", AmountUnit.SHARE, Share.percent(20)),
        series("day-3", AmountUnit.USD_PER_DAY, dollars("319.38"), hospital_day(3, 3)),
        series("day-4", AmountUnit.USD_PER_DAY, dollars("418.45"), hospital_day(4, None)),
        series("irs/medical-mileage", AmountUnit.CENTS_PER_MILE, Decimal("20.5")),
    )
)
PLAN = HealthPlan(
    id="example",
    payer=PayerKind.COMMERCIAL,
    plan_year=Period.calendar_year(2026),
    iop_coverage=Coverage.COVERED,
    iop_benefit=Benefit.IOP,
    benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=SHARE_20, has_visit_limit=False),),
    deductible=dollars("500"),
    out_of_pocket_limit=dollars("5000"),
    has_out_of_pocket_limit=True,
    counts_toward_limit=ALL,
)
CASE = Case(
    person=Person(work=Work(hours=())),
    program=Program(
        id="example",
        setting=Setting.HOSPITAL_OUTPATIENT,
        schedule=Schedule(sessions=(MORNINGS,)),
    ),
    health_plan=PLAN,
    used=NOTHING_USED,
    episode=Episode(
        start=MONDAY, weeks=6, is_in_network=True, is_authorized=True, travel=NO_TRAVEL
    ),
    prices=PriceList(
        allowed=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("300"))),),
        charges=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("400"))),),
    ),
)
MEDICARE = evolve(
    CASE,
    health_plan=HealthPlan(id="part-b", payer=PayerKind.MEDICARE),
    used=evolve(NOTHING_USED, deductible_used=dollars("120")),
    prices=None,
)


def answer(case: Case, amounts: Amounts = PUBLISHED) -> Estimate:
    return estimate(case, amounts, on=MONDAY)


def ends(span: Span[Money]) -> tuple[str, str]:
    return str(span.low), str(span.high)


def codes(found: Estimate) -> tuple[list[str], list[str]]:
    return [note.code for note in found.assumptions], [note.code for note in found.unknowns]


def planned(**changes: object) -> Case:
    return evolve(CASE, health_plan=evolve(PLAN, **changes))  # type: ignore[arg-type]  # rows name the fields


def having(**changes: object) -> Case:
    episode = CASE.episode or Episode()
    return evolve(CASE, episode=evolve(episode, **changes))  # type: ignore[arg-type]  # rows name the fields


def running(**changes: object) -> Case:
    program = CASE.program or Program(id="none")
    return evolve(CASE, program=evolve(program, **changes))  # type: ignore[arg-type]  # rows name the fields


def priced(unit: Unit, amount: Span[Money]) -> Case:
    allowed = (Price(service=Service.IOP, unit=unit, amount=amount),)
    return evolve(CASE, prices=PriceList(allowed=allowed))


def benefiting(**changes: object) -> Case:
    benefit = evolve(PLAN.benefits[0], **changes)  # type: ignore[arg-type]  # rows name the fields
    return planned(benefits=(benefit,))


def test_a_case_that_tells_all_has_one_cost_and_asks_nothing() -> None:
    found = answer(CASE)

    # 18 days of 300: 500 of deductible, then 20% of 4,900.
    assert ends(found.to_pay) == ("1,480.00", "1,480.00")
    assert (found.bounds, codes(found)) == (Bounds.EXACT, ([], []))
    assert found.lines[0].low_parts == {
        LinePart.DEDUCTIBLE: dollars("500"),
        LinePart.PATIENT_SHARE: dollars("980"),
    }
    assert found.lines[0].detail == Text("18 days x 300.00", "18 días x 300.00")
    assert [completion.values for completion in found.completions] == [{}, {}]
    assert (found.visits.value, found.likely, found.is_affordable) == (18, None, None)


def test_medicare_fills_in_its_own_amounts_and_says_so() -> None:
    found = answer(MEDICARE)

    assert ends(found.to_pay) == ("1,280.24", "1,636.82")
    assert found.lines[0].detail == Text("18 days x 319.38 - 418.45", "18 días x 319.38 - 418.45")
    assert codes(found) == (
        [
            "medicare-covers-iop",
            "medicare-no-limit",
            "medicare-deductible",
            "medicare-patient-share",
            "medicare-no-visit-limit",
        ],
        ["services-per-day"],
    )
    assert {note.source for note in found.assumptions} == {
        "source-of-medicare/part-b-deductible",
        "source-of-medicare/part-b-patient-share",
    }
    assert [completion.values for completion in found.completions] == [
        {"program.services_per_day": 3},
        {"program.services_per_day": 4},
    ]


@pytest.mark.parametrize(
    ("services", "expected", "unknown"),
    [
        (Span.exactly(3), ("1,280.24", "1,280.24"), []),
        (Span.exactly(9), ("1,636.82", "1,636.82"), []),
        (Span(3, 5), ("1,280.24", "1,636.82"), ["services-per-day"]),
        (Span(2, 3), ("0.00", "None"), ["allowed-not-known"]),
        (Span(None, 3), ("1,280.24", "1,280.24"), []),
        (Span(4, None), ("1,636.82", "1,636.82"), []),
    ],
)
def test_the_services_of_a_day_choose_the_rate(
    services: Span[int], expected: tuple[str, str], unknown: list[str]
) -> None:
    program = MEDICARE.program or Program(id="none")
    found = answer(evolve(MEDICARE, program=evolve(program, services_per_day=services)))

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknown)


def test_a_fee_schedule_follows_the_length_of_the_course() -> None:
    episode = evolve(MEDICARE.episode or Episode(), weeks=Span(1, 6))
    found = answer(evolve(MEDICARE, episode=episode))

    # Three days: 163 and 20% of 156.38, then 2 x 63.88.
    assert ends(found.to_pay) == ("322.04", "1,636.82")
    assert str(found.lines[0].detail) == "3 days x 319.38 - 18 days x 418.45"


def test_one_day_is_one_day() -> None:
    mondays = evolve(MORNINGS, days=(Weekday.MONDAY,))
    program = Program(id="x", schedule=Schedule(sessions=(mondays,)))
    found = answer(evolve(having(weeks=1), program=program))

    assert found.lines[0].detail == Text("1 day x 300.00", "1 día x 300.00")


def test_services_can_be_counted_from_the_sessions() -> None:
    program = Program(
        id="counted",
        setting=Setting.HOSPITAL_OUTPATIENT,
        schedule=Schedule(
            sessions=(
                evolve(MORNINGS, services=3),
                Session(days=(Weekday.MONDAY,), services=1),
            )
        ),
    )
    found = answer(evolve(MEDICARE, program=program))

    # Mondays have four services: 163 + 20% of 255.45, then 5 x 83.69 and 12 x 63.88.
    assert ends(found.to_pay) == ("1,399.10", "1,399.10")


@pytest.mark.parametrize("setting", [None, Setting.OPIOID_TREATMENT_PROGRAM])
def test_medicare_outside_its_usual_settings_is_not_guessed(setting: Setting | None) -> None:
    program = MEDICARE.program or Program(id="none")
    found = answer(evolve(MEDICARE, program=evolve(program, setting=setting)))

    assert ends(found.to_pay) == ("0.00", "None")
    assert "medicare-patient-share" not in codes(found)[0]
    assert "cost-share-not-told" in codes(found)[1]


def test_an_amount_that_is_missing_for_the_new_year_is_not_guessed() -> None:
    late = evolve(MEDICARE, episode=evolve(MEDICARE.episode or Episode(), start=date(2026, 12, 7)))

    with pytest.raises(NotInForce, match="nothing is in force on 2027-01-0"):
        answer(late)


def test_a_new_plan_year_starts_with_nothing_used() -> None:
    found = answer(having(start=date(2026, 12, 21)))

    # Five days before the year ends, and thirteen after: twice the deductible of 500.
    assert ends(found.to_pay) == ("1,880.00", "1,880.00")
    assert codes(found) == (["same-plan-goes-on"], [])


def test_what_was_used_belongs_to_the_plan_year_that_was_told() -> None:
    found = answer(planned(plan_year=Period.calendar_year(2025)))

    assert codes(found) == (
        ["same-plan-goes-on"],
        ["deductible-used-not-told", "limit-used-not-told"],
    )


def test_a_course_before_the_plan_year_is_refused() -> None:
    with pytest.raises(PlanYearMismatch):
        answer(planned(plan_year=Period.calendar_year(2027)))


def test_linked_accumulators_cut_the_range() -> None:
    # At most 200 can have gone to the deductible where only 200 went to the limit.
    case = evolve(
        planned(deductible=dollars("1500")),
        used=Accumulators(limit_used=dollars("200"), visits_used=0),
        episode=evolve(CASE.episode or Episode(), weeks=8),
    )
    found = answer(case)

    assert ends(found.to_pay) == ("2,480.00", "2,640.00")
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, ["deductible-used-not-told"])
    assert [completion.values for completion in found.completions] == [
        {"used.deductible_used": dollars("200")},
        {"used.deductible_used": ZERO},
    ]


def test_where_a_part_does_not_count_the_bounds_enclose_and_say_so() -> None:
    design = evolve(
        PLAN,
        benefits=(evolve(PLAN.benefits[0], cost_share=AFTER_40),),
        deductible=dollars("1000"),
        out_of_pocket_limit=dollars("1100"),
        counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
        limit_ends_deductible=False,
    )
    used = Accumulators(deductible_used=None, limit_used=dollars("1000"))
    found = answer(evolve(CASE, health_plan=design, used=used))

    assert found.bounds is Bounds.OUTER
    # 18 lines of 300: from the limit alone to the limit and every copay.
    assert ends(found.to_pay) == ("100.00", "820.00")
    assert (found.lines[0].low_parts, found.lines[0].high_parts) == ({}, {})


@pytest.mark.parametrize(
    ("case", "expected", "unknown"),
    [
        (planned(iop_coverage=None), ("1,480.00", "7,200.00"), ["coverage-not-told"]),
        (
            evolve(
                planned(iop_coverage=Coverage.WITH_AUTHORIZATION),
                episode=evolve(CASE.episode or Episode(), is_authorized=None),
            ),
            ("1,480.00", "7,200.00"),
            ["authorization-not-told"],
        ),
        (
            planned(
                iop_benefit=None,
                benefits=(
                    *PLAN.benefits,
                    PlanBenefit(
                        benefit=Benefit.OFFICE_VISIT,
                        cost_share=CostShare(deductible_applies=False, copay=dollars("30")),
                        has_visit_limit=False,
                    ),
                ),
            ),
            ("540.00", "1,480.00"),
            ["iop-benefit-not-told"],
        ),
        (having(is_in_network=None), ("1,480.00", "None"), ["network-not-told"]),
        (having(is_in_network=False), ("0.00", "None"), ["out-of-network"]),
        (having(weeks=Span(4, 6)), ("1,120.00", "1,480.00"), ["weeks-range"]),
        (having(weeks=None), ("580.00", "None"), ["weeks-not-told"]),
        (evolve(CASE, health_plan=None), ("0.00", "None"), ["plan-not-told"]),
        (evolve(CASE, prices=None), ("0.00", "5,000.00"), ["allowed-not-known"]),
        (
            priced(Unit.DAY, Span(dollars("200"), dollars("300"))),
            ("1,120.00", "1,480.00"),
            ["price-range"],
        ),
        (
            priced(Unit.DAY, Span(dollars("200"), None)),
            ("1,120.00", "5,000.00"),
            ["price-range"],
        ),
        (
            evolve(
                CASE,
                used=evolve(
                    NOTHING_USED,
                    deductible_used=Span(dollars("100"), dollars("300")),
                    limit_used=dollars("300"),
                ),
            ),
            ("1,240.00", "1,400.00"),
            ["deductible-used-not-told"],
        ),
        (
            planned(
                benefits=(evolve(PLAN.benefits[0], cost_share=AFTER_40),),
                deductible=dollars("1000"),
                out_of_pocket_limit=dollars("100"),
                counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
                limit_ends_deductible=None,
            ),
            # 18 lines of 300: the limit alone, or the limit and seventeen copays of 40.
            ("100.00", "780.00"),
            ["limit-ends-deductible-not-told"],
        ),
        (planned(deductible=None), ("1,080.00", "5,000.00"), ["deductible-not-told"]),
        (
            planned(out_of_pocket_limit=None),
            ("0.00", "1,480.00"),
            ["limit-not-told"],
        ),
        (benefiting(cost_share=None), ("0.00", "5,000.00"), ["cost-share-not-told"]),
        (benefiting(has_visit_limit=None), ("1,480.00", "5,400.00"), ["visit-limit-not-told"]),
        (
            evolve(
                benefiting(visit_limit=6, has_visit_limit=True),
                used=evolve(NOTHING_USED, visits_used=None),
            ),
            ("4,360.00", "5,400.00"),
            ["visits-used-not-told"],
        ),
        (
            evolve(CASE, used=None),
            ("0.00", "1,480.00"),
            ["deductible-used-not-told", "limit-used-not-told"],
        ),
    ],
)
def test_an_unknown_widens_the_range_and_is_named(
    case: Case, expected: tuple[str, str], unknown: list[str]
) -> None:
    found = answer(case)

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknown)


@pytest.mark.parametrize(
    ("case", "code"),
    [
        (having(start=None), "start-not-told"),
        (planned(plan_year=None), "one-plan-year"),
        (
            running(schedule=Schedule(days_per_week=Span.exactly(3))),
            "weekdays-not-told",
        ),
        (
            running(schedule=Schedule(sessions=(MORNINGS,), closed_on=("Labor Day",))),
            "closed-days-counted",
        ),
        (
            running(delivery=Listing.of(Delivery.VIDEO, complete=True)),
            "attended-remotely",
        ),
        (running(delivery=Listing.of(Delivery.VIDEO)), "in-person-every-day"),
    ],
)
def test_an_assumption_is_named_and_changes_nothing_else(case: Case, code: str) -> None:
    found = answer(case)

    assert (ends(found.to_pay), codes(found)) == (("1,480.00", "1,480.00"), ([code], []))


@pytest.mark.parametrize(
    ("case", "label", "detail", "expected"),
    [
        (planned(payer=PayerKind.SELF_PAY), "IOP, full charge", "18 days x 400.00", "7,200.00"),
        (
            planned(iop_coverage=Coverage.NOT_COVERED),
            "IOP, full charge",
            "18 days x 400.00",
            "7,200.00",
        ),
        (
            evolve(
                planned(iop_coverage=Coverage.WITH_AUTHORIZATION),
                episode=evolve(CASE.episode or Episode(), is_authorized=False),
            ),
            "IOP, full charge",
            "18 days x 400.00",
            "7,200.00",
        ),
    ],
)
def test_without_a_plan_that_pays_the_whole_charge_is_a_program_fee(
    case: Case, label: str, detail: str, expected: str
) -> None:
    (line,) = [line for line in answer(case).lines if line.component is CostComponent.PROGRAM_FEES]

    assert (line.label.en, str(line.detail), ends(line.amount)) == (
        label,
        detail,
        (expected, expected),
    )


@pytest.mark.parametrize(
    ("unit", "expected", "detail"),
    [
        (Unit.DAY, "1,800.00", "18 days x 100.00"),
        (Unit.SESSION, "1,800.00", "18 sessions x 100.00"),
        (Unit.HOUR, "5,400.00", "18 days x 300.00"),
        (Unit.WEEK, "600.00", "6 weeks x 100.00"),
        (Unit.PROGRAM, "100.00", "100.00 for the whole program"),
        (Unit.ONCE, "100.00", "100.00 once"),
    ],
)
def test_a_charge_is_counted_by_its_unit(unit: Unit, expected: str, detail: str) -> None:
    fee = Price(service=Service.IOP, unit=unit, amount=Span.exactly(dollars("100")))
    case = evolve(
        running(fees=(fee,)),
        prices=None,
        health_plan=UNINSURED,
    )
    line = answer(case).lines[0]

    assert (ends(line.amount), str(line.detail)) == ((expected, expected), detail)


def test_a_unit_that_the_schedule_cannot_count_is_not_known() -> None:
    fee = Price(service=Service.IOP, unit=Unit.HOUR, amount=Span.exactly(dollars("100")))
    case = evolve(
        running(fees=(fee,), schedule=Schedule(days_per_week=Span.exactly(3))),
        prices=None,
        health_plan=UNINSURED,
    )
    found = answer(case)

    assert ends(found.to_pay) == ("0.00", "None")
    assert codes(found)[1] == ["price-unit", "charge-not-known"]


def test_alternative_prices_are_each_possible() -> None:
    fees = tuple(
        Price(service=Service.IOP, unit=unit, amount=Span.exactly(dollars(amount)))
        for unit, amount in ((Unit.DAY, "100"), (Unit.PROGRAM, "1500"))
    )
    case = evolve(running(fees=fees), prices=None, health_plan=UNINSURED)
    found = answer(case)

    assert (ends(found.to_pay), codes(found)[1]) == (("1,500.00", "1,800.00"), ["several-prices"])


def test_other_charges_stand_apart_and_a_plan_may_pay_some() -> None:
    fees = tuple(
        Price(service=service, unit=unit, amount=Span.exactly(dollars(amount)))
        for service, unit, amount in (
            (Service.INTAKE, Unit.ONCE, "150"),
            (Service.DRUG_SCREEN, Unit.WEEK, "20"),
            (Service.MATERIALS, Unit.ONCE, "40"),
        )
    )
    insured = answer(running(fees=fees))
    uninsured = answer(evolve(running(fees=fees), health_plan=UNINSURED))

    assert [ends(line.amount) for line in insured.lines[1:4]] == [
        ("0.00", "150.00"),
        ("0.00", "120.00"),
        ("40.00", "40.00"),
    ]
    assert codes(insured)[1] == ["other-services-coverage"]
    assert [ends(line.amount) for line in uninsured.lines[1:4]] == [
        ("150.00", "150.00"),
        ("120.00", "120.00"),
        ("40.00", "40.00"),
    ]


def test_other_charges_follow_the_length_of_the_course() -> None:
    screen = Price(service=Service.DRUG_SCREEN, unit=Unit.WEEK, amount=Span.exactly(dollars("20")))
    program = evolve(CASE.program or Program(id="x"), fees=(screen,))
    case = evolve(having(weeks=Span(4, 6)), program=program, health_plan=UNINSURED)
    open_ended = evolve(having(weeks=None), program=program, health_plan=UNINSURED)

    assert ends(answer(case).lines[1].amount) == ("80.00", "120.00")
    assert ends(answer(open_ended).lines[1].amount) == ("20.00", "None")


def test_an_other_charge_that_cannot_be_counted_is_open() -> None:
    screen = Price(service=Service.DRUG_SCREEN, unit=Unit.HOUR, amount=Span.exactly(dollars("20")))
    schedule = Schedule(days_per_week=Span.exactly(3))
    found = answer(evolve(running(fees=(screen,), schedule=schedule), health_plan=UNINSURED))

    assert ends(found.lines[1].amount) == ("0.00", "None")
    assert "price-unit" in codes(found)[1]


def test_a_price_for_the_whole_program_does_not_depend_on_its_length() -> None:
    fee = Price(service=Service.IOP, unit=Unit.PROGRAM, amount=Span.exactly(dollars("80")))
    program = evolve(CASE.program or Program(id="x"), fees=(fee,))
    found = answer(evolve(having(weeks=None), program=program, prices=None, health_plan=UNINSURED))

    assert ends(found.lines[0].amount) == ("80.00", "80.00")
    assert found.lines[0].high_parts == {LinePart.NOT_COVERED: dollars("80")}


def test_what_limits_a_published_amount_is_said_with_it() -> None:
    limited = evolve(
        series("day", AmountUnit.USD_PER_DAY, dollars("300"), hospital_day(3, None)),
        limitations=(Text("National amount.", "Monto nacional."),),
    )
    others = [one for one in PUBLISHED.series if one.fee_for is None]
    found = answer(MEDICARE, Amounts((limited, *others)))

    assert [(note.text.en, note.source) for note in found.assumptions[-1:]] == [
        ("National amount.", "source-of-day")
    ]


def test_a_copay_before_the_deductible_that_does_not_count_is_owed_in_any_case() -> None:
    before = CostShare(
        deductible_applies=True, copay=dollars("10"), copay_order=CopayOrder.BEFORE_DEDUCTIBLE
    )
    design = evolve(
        PLAN,
        benefits=(evolve(PLAN.benefits[0], cost_share=before),),
        deductible=dollars("1000"),
        out_of_pocket_limit=dollars("1100"),
        counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
        limit_ends_deductible=False,
    )
    used = Accumulators(deductible_used=Span(ZERO, dollars("400")), limit_used=dollars("1000"))
    found = answer(evolve(CASE, health_plan=design, used=used))

    # Eighteen copays of 10 and the room of 100.
    assert ends(found.to_pay) == ("280.00", "280.00")


def test_a_limit_toward_which_nothing_counts_leaves_the_cost_exact() -> None:
    plain = CostShare(deductible_applies=False, copay=dollars("40"))
    design = evolve(
        PLAN,
        benefits=(evolve(PLAN.benefits[0], cost_share=plain),),
        counts_toward_limit=Listing(complete=True),
    )
    found = answer(evolve(CASE, health_plan=design, used=Accumulators()))

    assert ends(found.to_pay) == ("720.00", "720.00")
    assert (found.bounds, codes(found)) == (Bounds.EXACT, ([], []))


def test_travel_is_counted_there_and_back_and_rounded_once() -> None:
    travel = Travel(miles=Decimal("11.5"), minutes=25, fares=dollars("3"), parking=dollars("4.50"))
    found = answer(having(travel=travel))

    assert [
        (line.label.en, str(line.detail), ends(line.amount), line.source)
        for line in found.lines
        if line.component is CostComponent.TRANSPORTATION
    ] == [
        # 18 days of 23 miles at 20.5 cents are 84.87.
        (
            "driving there and back",
            "18 days x 23 miles x 0.205",
            ("84.87", "84.87"),
            "source-of-irs/medical-mileage",
        ),
        ("fares", "18 days x 3.00", ("54.00", "54.00"), None),
        ("parking", "18 days x 4.50", ("81.00", "81.00"), None),
    ]
    assert codes(found) == (["medical-mileage"], [])


def test_a_cost_per_mile_of_the_callers_own_needs_no_published_rate() -> None:
    travel = evolve(NO_TRAVEL, miles=Decimal("0.1"), cost_per_mile=Money(25))
    found = answer(having(travel=travel), Amounts())

    # 18 x 0.2 miles x 25 cents are 90 cents; rounded day by day they would be 90 as well.
    assert ends(found.lines[1].amount) == ("0.90", "0.90")
    assert codes(found) == ([], [])


@pytest.mark.parametrize(
    ("travel", "unknown"),
    [
        (None, ["travel-not-told"]),
        (Travel(), ["miles-not-told", "fares-not-told", "parking-not-told"]),
    ],
)
def test_travel_that_is_not_told_is_left_out_and_said_so(
    travel: Travel | None, unknown: list[str]
) -> None:
    found = answer(evolve(having(travel=travel), budget=dollars("9999")))

    assert (ends(found.to_pay), codes(found)[1]) == (("1,480.00", "1,480.00"), unknown)
    assert found.is_affordable is Truth.UNKNOWN


def working(start: time, end: time, leave: int | None = 0, minutes: int | None = 0) -> Case:
    hours = (WeeklyTime(days=tuple(Weekday)[:5], start=start, end=end),)
    work = Work(hours=hours, pay_per_hour=dollars("20"), paid_leave_minutes=leave)
    return evolve(having(travel=evolve(NO_TRAVEL, minutes=minutes)), person=Person(work=work))


@pytest.mark.parametrize(
    ("case", "expected", "unknown"),
    [
        # Sessions are 9 to 12 on 18 days.
        (working(time(8), time(17)), ("1,080.00", "1,080.00"), []),
        (working(time(12), time(17)), ("0.00", "0.00"), []),
        (working(time(12), time(17), minutes=30), ("180.00", "180.00"), []),
        (working(time(7), time(9), minutes=30), ("180.00", "180.00"), []),
        (working(time(8), time(17), leave=600), ("880.00", "880.00"), []),
        (working(time(8), time(17), leave=60_000), ("0.00", "0.00"), []),
        (working(time(8), time(17), leave=None), ("0.00", "1,080.00"), ["paid-leave-not-told"]),
        (
            working(time(11), time(17), minutes=None),
            ("360.00", "2,160.00"),
            ["travel-time-not-told"],
        ),
    ],
)
def test_work_that_the_sessions_and_the_way_take_is_lost(
    case: Case, expected: tuple[str, str], unknown: list[str]
) -> None:
    found = answer(case)

    assert (ends(found.income_lost), codes(found)[1]) == (expected, unknown)


def test_nobody_who_attends_from_home_loses_time_on_the_way() -> None:
    program = CASE.program or Program(id="x")
    remote = evolve(program, delivery=Listing.of(Delivery.VIDEO, complete=True))
    found = answer(evolve(working(time(12), time(17), minutes=30), program=remote))

    assert ends(found.income_lost) == ("0.00", "0.00")
    assert str(found.lines[-1].detail) == "0 minutes of work"


def test_lost_income_is_rounded_once() -> None:
    hours = (WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(9, 1)),)
    work = Work(hours=hours, pay_per_hour=Money(70), paid_leave_minutes=0)
    found = answer(evolve(CASE, person=Person(work=work)))

    # Six minutes at 70 cents an hour are 7 cents; minute by minute they would be 6.
    assert ends(found.income_lost) == ("0.07", "0.07")


def test_two_sessions_on_a_day_are_one_journey() -> None:
    afternoon = evolve(MORNINGS, start=time(14), end=time(15))
    case = working(time(8), time(17))
    program = evolve(
        CASE.program or Program(id="x"), schedule=Schedule(sessions=(MORNINGS, afternoon))
    )
    found = answer(evolve(case, program=program))

    # From 9 to 15, six hours on 18 days.
    assert ends(found.income_lost) == ("2,160.00", "2,160.00")
    assert codes(found)[0] == ["one-journey-a-day"]


@pytest.mark.parametrize(
    ("sessions", "most"),
    [
        ((evolve(MORNINGS, start=None, end=None),), "3,240.00"),
        ((), "3,240.00"),
    ],
)
def test_sessions_without_times_may_take_the_whole_working_day(
    sessions: tuple[Session, ...], most: str
) -> None:
    schedule = Schedule(sessions=sessions, days_per_week=Span.exactly(3))
    case = working(time(8), time(17))
    found = answer(evolve(case, program=evolve(CASE.program or Program(id="x"), schedule=schedule)))

    assert ends(found.income_lost) == ("0.00", most)
    assert "session-times-not-told" in codes(found)[1]


@pytest.mark.parametrize(
    ("work", "unknown"),
    [
        (None, ["work-not-told"]),
        (Work(), ["work-not-told"]),
        (
            Work(hours=(WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(10)),)),
            ["pay-not-told"],
        ),
    ],
)
def test_work_that_is_not_told_is_no_silent_zero(work: Work | None, unknown: list[str]) -> None:
    found = answer(evolve(CASE, person=Person(work=work)))

    assert ends(found.income_lost) == ("None", "None")
    assert ends(found.together) == ("1,480.00", "None")
    assert codes(found)[1] == unknown


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ("1119.99", Truth.NOT_MET),
        ("1120", Truth.UNKNOWN),
        ("1479.99", Truth.UNKNOWN),
        ("1480", Truth.MET),
    ],
)
def test_affordable_is_answered_against_the_budget(budget: str, expected: Truth) -> None:
    case = evolve(having(weeks=Span(4, 6)), budget=dollars(budget))

    assert answer(case).is_affordable is expected


def test_nothing_known_is_open_from_zero_and_invents_nothing() -> None:
    found = answer(Case())

    assert (ends(found.to_pay), ends(found.together)) == (("0.00", "None"), ("0.00", "None"))
    assert (found.visits.low, found.visits.high, found.payer) == (1, None, None)
    assert codes(found) == (
        ["start-not-told"],
        [
            "weeks-not-told",
            "days-not-told",
            "plan-not-told",
            "travel-not-told",
            "work-not-told",
        ],
    )


def test_a_course_beyond_ten_years_is_refused() -> None:
    with pytest.raises(InvalidValue, match="weeks: expected at most 520 weeks"):
        answer(having(weeks=521))


def test_every_note_and_label_has_both_languages_and_reprs_are_quiet() -> None:
    found = answer(evolve(MEDICARE, episode=None, person=None))
    texts = [note.text for note in (*found.assumptions, *found.unknowns)]
    texts += [line.label for line in found.lines]

    assert all(text.en != text.es for text in texts)
    assert repr(found).startswith("<Estimate: ")
    assert all(repr(line).startswith("<EstimateLine: ") for line in found.lines)
    assert repr(found.completions[0]).startswith("<Completion: ")
