"""Medicare fills in what the law sets, with its source, and guesses nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MEDICARE,
    MORNINGS,
    NO_TRAVEL,
    PLAN,
    PUBLISHED,
    answer,
    codes,
    dollars,
    ends,
    having,
    hospital_day,
    series,
)

from iopkit.cost import Bounds
from iopkit.errors import NotInForce
from iopkit.law.amounts import Amounts, AmountSeries, AmountValue
from iopkit.model.episode import Episode
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.dated import Dated, DatedEntry
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import AmountUnit, Service, Unit
from iopkit.vocabulary.care import Setting
from iopkit.vocabulary.coverage import PayerKind
from iopkit.vocabulary.weekdays import Weekday


def test_medicare_fills_in_its_own_amounts_and_says_so() -> None:
    found = answer(MEDICARE)

    assert ends(found.to_pay) == ("1,280.24", "1,636.82")
    assert found.lines[0].detail == Text("18 days x 319.38 to 418.45", "18 días x 319.38 a 418.45")
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
    # Only an amount that was read has a source; what is merely supposed has none.
    assert {note.code: note.source for note in found.assumptions if note.source} == {
        "medicare-deductible": "source-of-medicare/part-b-deductible",
        "medicare-patient-share": "source-of-medicare/part-b-patient-share",
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
    assert str(found.lines[0].detail) == "3 days x 319.38 to 18 days x 418.45"


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


@pytest.mark.parametrize("setting", [None, Setting.SPECIALTY_CLINIC])
def test_medicare_outside_its_usual_settings_is_not_guessed(setting: Setting | None) -> None:
    program = MEDICARE.program or Program(id="none")
    found = answer(evolve(MEDICARE, program=evolve(program, setting=setting)))

    assert ends(found.to_pay) == ("0.00", "None")
    assert "medicare-patient-share" not in codes(found)[0]
    assert "cost-share-not-told" in codes(found)[1]


def test_an_amount_that_is_missing_for_the_new_year_is_not_guessed() -> None:
    late = evolve(MEDICARE, episode=evolve(MEDICARE.episode or Episode(), start=date(2026, 12, 7)))

    with pytest.raises(NotInForce) as refused:
        answer(late)

    # Which day of care it was is not repeated.
    assert str(refused.value) == (
        "medicare/part-b-deductible: nothing is in force on 2027; "
        "periods that exist: 2026-01-01..2027-01-01"
    )
    assert (refused.value.__cause__, refused.value.__context__) == (None, None)


def test_what_limits_a_published_amount_is_said_with_it() -> None:
    limited = evolve(
        series("day", AmountUnit.USD_PER_DAY, dollars("300"), hospital_day(3, None)),
        limitations=(Text("National amount.", "Monto nacional."),),
    )
    others = [one for one in PUBLISHED.series if one.fee_for is None]
    found = answer(MEDICARE, Amounts((limited, *others)))

    quoted = [note for note in found.assumptions if note.code == "published-amount"]
    assert [(note.text.en, note.source) for note in quoted] == [
        ("National amount.", "source-of-day")
    ]


def test_each_year_of_an_amount_is_named_with_its_own_source() -> None:
    def both_years(name: str, unit: AmountUnit, *values: AmountValue) -> AmountSeries:
        entries = tuple(
            DatedEntry(Period.calendar_year(year), value, f"{name}-{year}")
            for year, value in zip((2026, 2027), values, strict=True)
        )
        fee = hospital_day(3, None) if unit is AmountUnit.USD_PER_DAY else None
        title = Text(name, name)
        return AmountSeries(
            id=name, title=title, unit=unit, values=Dated(entries, name), fee_for=fee
        )

    two_years = Amounts(
        (
            both_years(
                "medicare/part-a-inpatient-deductible",
                AmountUnit.USD_PER_BENEFIT_PERIOD,
                dollars("1736"),
                dollars("1800"),
            ),
            both_years(
                "medicare/part-a-inpatient-deductible",
                AmountUnit.USD_PER_BENEFIT_PERIOD,
                dollars("1736"),
                dollars("1800"),
            ),
            both_years(
                "medicare/part-b-deductible",
                AmountUnit.USD_PER_YEAR,
                dollars("283"),
                dollars("290"),
            ),
            both_years(
                "medicare/part-b-patient-share",
                AmountUnit.SHARE,
                Share.percent(20),
                Share.percent(20),
            ),
            both_years("day", AmountUnit.USD_PER_DAY, dollars("300"), dollars("310")),
            both_years(
                "irs/medical-mileage", AmountUnit.CENTS_PER_MILE, Decimal("20.5"), Decimal(21)
            ),
        )
    )
    episode = evolve(
        MEDICARE.episode or Episode(),
        start=date(2026, 12, 21),
        travel=evolve(NO_TRAVEL, miles=Decimal(5)),
    )
    found = answer(evolve(MEDICARE, episode=episode), two_years)

    wanted = ("medicare-deductible", "medicare-patient-share", "published-fee", "medical-mileage")
    assert [
        (note.text.en, note.text.es, note.source)
        for note in found.assumptions
        if note.code in wanted
    ] == [
        (
            "The deductible is that of Medicare Part B: 283.00 in 2026.",
            "El deducible es el de la Parte B de Medicare: 283.00 en 2026.",
            "medicare/part-b-deductible-2026",
        ),
        (
            "After the deductible you owe the patient's share of Medicare Part B: 20% in 2026.",
            (
                "Después del deducible se debe la parte del paciente de la Parte B de Medicare: "
                "20% en 2026."
            ),
            "medicare/part-b-patient-share-2026",
        ),
        (
            "The deductible is that of Medicare Part B: 290.00 in 2027.",
            "El deducible es el de la Parte B de Medicare: 290.00 en 2027.",
            "medicare/part-b-deductible-2027",
        ),
        (
            "After the deductible you owe the patient's share of Medicare Part B: 20% in 2027.",
            (
                "Después del deducible se debe la parte del paciente de la Parte B de Medicare: "
                "20% en 2027."
            ),
            "medicare/part-b-patient-share-2027",
        ),
        (
            "The published amount for a day is 310.00 in 2027.",
            "El monto publicado por día es 310.00 en 2027.",
            "day-2027",
        ),
        (
            (
                "Driving is counted at the IRS medical mileage rate, 20.5 cents a mile in "
                "2026: a rate for tax deductions, not what it costs to drive."
            ),
            (
                "El viaje en auto se cuenta con la tarifa médica del IRS, 20.5 centavos por "
                "milla en 2026: una tarifa para deducciones de impuestos, "
                "no lo que cuesta conducir."
            ),
            "irs/medical-mileage-2026",
        ),
        (
            (
                "Driving is counted at the IRS medical mileage rate, 21 cents a mile in "
                "2027: a rate for tax deductions, not what it costs to drive."
            ),
            (
                "El viaje en auto se cuenta con la tarifa médica del IRS, 21 centavos por "
                "milla en 2027: una tarifa para deducciones de impuestos, "
                "no lo que cuesta conducir."
            ),
            "irs/medical-mileage-2027",
        ),
    ]


def test_a_copayment_for_a_day_ends_at_the_part_a_deductible() -> None:
    price = Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("10000")))
    case = evolve(MEDICARE, prices=PriceList(allowed=(price,)))
    found = answer(case)

    # 163 of the deductible; 20% of 10,000 is 2,000, of which 1,736 may be asked on each of 18 days.
    assert (ends(found.to_pay), found.bounds) == (("31,411.00", "31,411.00"), Bounds.EXACT)
    assert "medicare-copayment-ceiling" in codes(found)[0]
    assert found.plan_pays is not None
    assert str(found.plan_pays.low) == "148,589.00"


@pytest.mark.parametrize(
    ("setting", "unit"),
    [
        (Setting.COMMUNITY_MENTAL_HEALTH_CENTER, Unit.DAY),
        (Setting.HOSPITAL_OUTPATIENT, Unit.WEEK),
    ],
)
def test_no_other_copayment_ends_there(setting: Setting, unit: Unit) -> None:
    price = Price(service=Service.IOP, unit=unit, amount=Span.exactly(dollars("10000")))
    program = evolve(MEDICARE.program or Program(id="none"), setting=setting)
    case = evolve(MEDICARE, program=program, prices=PriceList(allowed=(price,)))

    assert "medicare-copayment-ceiling" not in codes(answer(case))[0]


def test_limits_that_a_plan_of_medicare_tells_are_not_supposed_away() -> None:
    told = evolve(PLAN.benefits[0], visit_limit=10, has_visit_limit=None)
    plan = evolve(
        PLAN,
        payer=PayerKind.MEDICARE,
        benefits=(told,),
        out_of_pocket_limit=dollars("800"),
        has_out_of_pocket_limit=None,
        limit_ends_deductible=True,
    )
    found = answer(evolve(CASE, health_plan=plan))

    # The limit of 800 over ten days, and eight days of 300 beyond them.
    assert ends(found.to_pay) == ("3,200.00", "3,200.00")
    assert codes(found) == ([], [])
