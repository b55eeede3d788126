"""What the days and other things are charged, unit by unit."""

from __future__ import annotations

from datetime import date, time

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MORNINGS,
    UNINSURED,
    answer,
    benefiting,
    codes,
    dollars,
    ends,
    having,
    priced,
    running,
)

from iopkit.cost import Bounds
from iopkit.cost.completing import with_values
from iopkit.model.case import Case
from iopkit.model.health_plan import CostShare
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import LinePart


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
    assert (codes(found)[1], found.bounds) == (["price-unit", "charge-not-known"], Bounds.OUTER)


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


def charging(*fees: Price, **changes: object) -> Case:
    uninsured = evolve(running(fees=fees), health_plan=UNINSURED, prices=None)
    return evolve(uninsured, **changes)  # type: ignore[arg-type]  # rows name the fields


DAILY = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("100")))


@pytest.mark.parametrize("unit", [Unit.ONCE, Unit.SESSION, Unit.DAY, Unit.WEEK, Unit.PROGRAM])
def test_there_is_one_intake_whatever_its_unit(unit: Unit) -> None:
    intake = Price(service=Service.INTAKE, unit=unit, amount=Span.exactly(dollars("150")))
    line = answer(charging(DAILY, intake)).lines[1]

    assert (ends(line.amount), str(line.detail)) == (("150.00", "150.00"), "150.00 once")


def test_an_intake_by_the_hour_has_no_length_to_count() -> None:
    intake = Price(service=Service.INTAKE, unit=Unit.HOUR, amount=Span.exactly(dollars("150")))
    found = answer(charging(DAILY, intake))

    assert (ends(found.lines[1].amount), found.lines[1].detail) == (("0.00", "None"), None)
    assert (codes(found)[1], found.bounds) == (["price-unit"], Bounds.OUTER)


@pytest.mark.parametrize(
    ("unit", "minutes", "expected", "bounds"),
    [
        (Unit.HOUR, Span.exactly(90), ("225.00", "225.00"), Bounds.EXACT),
        (Unit.QUARTER_HOUR, Span.exactly(50), ("500.00", "500.00"), Bounds.EXACT),
        (Unit.HOUR, Span(60, 90), ("150.00", "225.00"), Bounds.EXACT),
        (Unit.HOUR, Span(60, None), ("150.00", "None"), Bounds.OUTER),
    ],
)
def test_an_intake_by_time_takes_as_long_as_the_program_tells(
    unit: Unit, minutes: Span[int], expected: tuple[str, str], bounds: Bounds
) -> None:
    intake = Price(service=Service.INTAKE, unit=unit, amount=Span.exactly(dollars("150")))
    case = charging(DAILY, intake)
    program = evolve(case.program or Program(id="x"), intake_minutes=minutes)
    case = evolve(case, program=program)
    found = answer(case)
    shown = [answer(with_values(case, end.values)).lines[1].amount for end in found.completions]

    assert (ends(found.lines[1].amount), found.bounds) == (expected, bounds)
    assert str(shown[0].high) == expected[0]
    assert expected[1] == "None" or str(shown[1].low) == expected[1]


@pytest.mark.parametrize(("end", "noted"), [(time(11, 30), []), (time(11, 50), ["part-units"])])
def test_a_part_of_a_unit_is_said_to_be_charged_in_proportion(end: time, noted: list[str]) -> None:
    fee = Price(service=Service.IOP, unit=Unit.QUARTER_HOUR, amount=Span.exactly(dollars("30")))
    schedule = Schedule(sessions=(evolve(MORNINGS, end=end),))
    case = charging(fee)
    found = answer(evolve(case, program=evolve(case.program or Program(id="x"), schedule=schedule)))

    assert codes(found)[0] == noted


@pytest.mark.parametrize(
    ("unit", "turn", "noted"),
    [
        (Unit.WEEK, date(2026, 3, 16), []),
        (Unit.WEEK, date(2026, 3, 17), ["price-of-first-day"]),
        (Unit.PROGRAM, date(2026, 3, 16), ["price-of-first-day"]),
        (Unit.DAY, date(2026, 3, 17), []),
    ],
)
def test_a_price_for_several_days_that_changes_on_one_of_them_is_said_to_be_the_first(
    unit: Unit, turn: date, noted: list[str]
) -> None:
    first = Price(
        service=Service.IOP,
        unit=unit,
        amount=Span.exactly(dollars("100")),
        period=Period(date(2026, 1, 1), turn),
    )
    then = evolve(first, amount=Span.exactly(dollars("200")), period=Period(turn, None))

    assert codes(answer(charging(first, then)))[0] == noted


def test_a_range_of_another_charge_shows_which_values_lead_to_its_ends() -> None:
    span = Span(dollars("40"), dollars("60"))
    materials = Price(service=Service.MATERIALS, unit=Unit.ONCE, amount=span)
    found = answer(charging(DAILY, materials))

    assert (ends(found.to_pay), found.bounds) == (("1,840.00", "1,860.00"), Bounds.EXACT)
    assert codes(found)[1] == ["price-range"]
    assert [completion.values for completion in found.completions] == [
        {"program.fees.1": dollars("40")},
        {"program.fees.1": dollars("60")},
    ]


def test_what_a_plan_may_pay_is_a_bound_that_no_shown_value_reaches() -> None:
    intake = Price(service=Service.INTAKE, unit=Unit.ONCE, amount=Span.exactly(dollars("150")))
    found = answer(running(fees=(intake,)))

    assert (ends(found.to_pay), found.bounds) == (("1,480.00", "1,630.00"), Bounds.OUTER)


def test_a_condition_of_a_fee_is_named_as_not_known() -> None:
    book = Price(
        service=Service.MATERIALS,
        unit=Unit.ONCE,
        amount=Span.exactly(dollars("25")),
        condition="if the workbook is lost",
    )
    found = answer(charging(DAILY, book))

    assert (ends(found.to_pay), codes(found)[1]) == (("1,800.00", "1,825.00"), ["fee-condition"])
    assert found.bounds is Bounds.OUTER


@pytest.mark.parametrize("amount", [Span(None, None), Span[Money](ZERO, None)])
def test_an_open_price_by_the_hour_stays_open_on_a_short_day(amount: Span[Money]) -> None:
    short = evolve(MORNINGS, end=time(9, 30))
    hourly = Price(service=Service.IOP, unit=Unit.HOUR, amount=amount)
    program = Program(id="x", schedule=Schedule(sessions=(short,)), fees=(hourly,))
    found = answer(charging(program=program))

    assert ends(found.to_pay) == ("0.00", "None")
    assert str(found.lines[0].detail) == "18 days, price not known"


def test_a_price_that_is_not_known_is_no_zero_in_words() -> None:
    found = answer(evolve(having(weeks=None), prices=None, health_plan=UNINSURED))

    assert found.lines[0].detail == Text(
        "3 or more days, price not known", "3 o más días, precio desconocido"
    )


def test_a_range_of_days_without_a_price_is_one_range_in_words() -> None:
    found = answer(evolve(having(weeks=Span(1, 2)), prices=None, health_plan=UNINSURED))

    assert found.lines[0].detail == Text(
        "3 to 6 days, price not known", "3 a 6 días, precio desconocido"
    )


def test_alternatives_by_different_units_are_spelled_apart() -> None:
    by_session = Price(service=Service.IOP, unit=Unit.SESSION, amount=Span.exactly(dollars("90")))
    found = answer(charging(DAILY, by_session))

    assert str(found.lines[0].detail) == "18 sessions x 90.00 to 18 days x 100.00"


def test_a_price_whose_unit_cannot_be_counted_gives_bounds_only() -> None:
    hourly = priced(Unit.HOUR, Span.exactly(dollars("100")))
    untimed = Program(id="x", schedule=Schedule(days_per_week=Span.exactly(3)))
    found = answer(evolve(hourly, program=untimed))

    # No day costs nothing at 100 an hour, so that nothing reaches the low end.
    assert (ends(found.to_pay), found.bounds) == (("0.00", "5,000.00"), Bounds.OUTER)


@pytest.mark.parametrize("unit", [Unit.WEEK, Unit.PROGRAM])
def test_a_price_for_several_days_may_be_one_claim_or_many(unit: Unit) -> None:
    amount = Span.exactly(dollars("900" if unit is Unit.WEEK else "5400"))
    allowed = (Price(service=Service.IOP, unit=unit, amount=amount),)
    plain = CostShare(deductible_applies=False, copay=dollars("40"))
    case = evolve(benefiting(cost_share=plain), prices=PriceList(allowed=allowed))
    found = answer(case)

    # One copay for each claim: by the unit of the price, or on each of 18 days.
    low = "240.00" if unit is Unit.WEEK else "40.00"
    assert (ends(found.to_pay), found.bounds) == ((low, "720.00"), Bounds.OUTER)
    assert codes(found) == ([], ["price-for-several-days"])


def test_a_share_of_a_price_for_several_days_is_the_same_either_way() -> None:
    found = answer(priced(Unit.WEEK, Span.exactly(dollars("900"))))

    assert (ends(found.to_pay), codes(found)) == (("1,480.00", "1,480.00"), ([], []))


def test_one_price_across_two_plan_years_may_meet_two_deductibles() -> None:
    amount = Span.exactly(dollars("5400"))
    allowed = (Price(service=Service.IOP, unit=Unit.PROGRAM, amount=amount),)
    found = answer(evolve(having(start=date(2026, 12, 21)), prices=PriceList(allowed=allowed)))

    assert ends(found.to_pay) == ("1,480.00", "1,880.00")


def test_days_without_a_price_are_one_claim_each() -> None:
    plain = CostShare(deductible_applies=False, copay=dollars("40"))
    found = answer(evolve(benefiting(cost_share=plain), prices=None))

    assert ends(found.to_pay) == ("0.00", "720.00")
    assert codes(found) == (["one-claim-a-day"], ["allowed-not-known"])


def test_a_price_on_a_condition_may_not_be_the_price() -> None:
    reduced = evolve(DAILY, amount=Span.exactly(dollars("60")), condition="for residents")
    alone, beside = answer(charging(reduced)), answer(charging(DAILY, reduced))

    assert (ends(alone.to_pay), alone.bounds) == (("0.00", "None"), Bounds.OUTER)
    assert codes(alone)[1] == ["fee-condition"]
    assert (ends(beside.to_pay), beside.bounds) == (("1,080.00", "1,800.00"), Bounds.OUTER)
    assert codes(beside)[1] == ["several-prices", "fee-condition"]
