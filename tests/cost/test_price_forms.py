"""Prices in the forms that payers publish: tiers, case rates, shares of charges, periods."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, answer, codes, dollars, ends, running

from iopkit.cost import Bounds, Estimate
from iopkit.errors import InvalidValue
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import Price, PriceList, PriceTier
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import PayerKind

_SELF_PAY = HealthPlan(id="none", payer=PayerKind.SELF_PAY)


def _exactly(amount: str) -> Span[Money]:
    return Span.exactly(dollars(amount))


def _price(unit: Unit, amount: str | None, **more: object) -> Price:
    told = Span[Money](None, None) if amount is None else _exactly(amount)
    return Price(service=Service.IOP, unit=unit, amount=told, **more)  # type: ignore[arg-type]  # rows name the fields


def _tier(amount: str, first: int, last: int | None = None) -> PriceTier:
    return PriceTier(amount=_exactly(amount), days=Span(first, last))


def _charged(*charges: Price, weeks: int = 2) -> Case:
    """Return six days that the person pays alone, unless told otherwise."""
    return evolve(
        CASE,
        health_plan=_SELF_PAY,
        prices=PriceList(charges=charges),
        episode=evolve(CASE.episode or Episode(), weeks=weeks),
    )


def _allowed(*allowed: Price, charge: Price | None = None) -> Case:
    """Return six days under a plan that owes the first 500 and a fifth of the rest."""
    prices = PriceList(allowed=allowed, charges=() if charge is None else (charge,))
    return evolve(CASE, prices=prices, episode=evolve(CASE.episode or Episode(), weeks=2))


def _first(found: Estimate) -> tuple[str, tuple[str, str]]:
    return str(found.lines[0].detail), ends(found.lines[0].amount)


TIERED = (_tier("2000", 1, 3), _tier("1800", 4, 5), _tier("1200", 6))


@pytest.mark.parametrize(
    ("price", "detail", "expected"),
    [
        (
            _price(Unit.DAY, None, tiers=TIERED),
            "3 days x 2,000.00 + 2 days x 1,800.00 + 1 day x 1,200.00",
            "10,800.00",
        ),
        (
            _price(Unit.DAY, "900", tiers=(_tier("1000", 1, 2),)),
            "2 days x 1,000.00 + 4 days x 900.00",
            "5,600.00",
        ),
        (
            _price(Unit.PROGRAM, "5000", tiers=(_tier("400", 5),)),
            "5,000.00 for the whole program + 2 days x 400.00",
            "5,800.00",
        ),
        (_price(Unit.QUARTER_HOUR, "27.12"), "6 days x 325.44", "1,952.64"),
    ],
)
def test_a_price_by_the_day_may_change_from_day_to_day(
    price: Price, detail: str, expected: str
) -> None:
    found = answer(_charged(price))

    assert _first(found) == (detail, (expected, expected))
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, [])


@pytest.mark.parametrize(
    ("services", "expected", "unknown"),
    [
        (Span.exactly(3), ("1,800.00", "1,800.00"), []),
        (Span(4, 6), ("2,400.00", "2,400.00"), []),
        (Span(3, 4), ("1,800.00", "2,400.00"), ["price-range", "price-of-parts"]),
        (None, ("0.00", "None"), ["price-range", "price-of-parts"]),
    ],
)
def test_a_price_may_depend_on_the_services_of_a_day(
    services: Span[int] | None, expected: tuple[str, str], unknown: list[str]
) -> None:
    tiers = (
        PriceTier(amount=_exactly("300"), services=Span.exactly(3)),
        PriceTier(amount=_exactly("400"), services=Span(4, None)),
    )
    case = _charged(_price(Unit.DAY, None, tiers=tiers))
    program = running(services_per_day=services).program
    found = answer(evolve(case, program=program))

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknown)


@pytest.mark.parametrize(
    ("allowed", "charge", "detail", "owed"),
    [
        (
            _price(Unit.DAY, None, charge_share=Share.percent(65)),
            _price(Unit.DAY, "400"),
            "6 days x 260.00",
            "712.00",
        ),
        (
            _price(Unit.DAY, "300", charge_share=Share.percent(80)),
            _price(Unit.SESSION, "400"),
            "6 days x 300.00",
            "760.00",
        ),
        (
            _price(Unit.DAY, "350", charge_share=Share.percent(80)),
            _price(Unit.SESSION, "400"),
            "6 days x 320.00",
            "784.00",
        ),
        (
            _price(Unit.PROGRAM, "24000", charge_share=Share.percent(80)),
            _price(Unit.DAY, "400"),
            "1,920.00 for the whole program",
            "784.00",
        ),
    ],
)
def test_a_plan_may_allow_a_share_of_the_charge_or_the_lesser_of_both(
    allowed: Price, charge: Price, detail: str, owed: str
) -> None:
    found = answer(_allowed(allowed, charge=charge))

    assert _first(found) == (detail, (owed, owed))
    assert found.bounds is Bounds.EXACT


def test_a_share_of_a_charge_that_is_not_told_is_not_counted() -> None:
    found = answer(_allowed(_price(Unit.DAY, None, charge_share=Share.percent(65))))

    assert codes(found)[1] == ["price-unit", "allowed-not-known"]
    assert found.to_pay.low == Money(0)


_MARCH_9 = date(2026, 3, 9)
_BEFORE, _FROM = Period(date(2026, 1, 1), _MARCH_9), Period(_MARCH_9, None)


@pytest.mark.parametrize("unit", [Unit.PROGRAM, Unit.WEEK])
def test_the_lesser_of_a_day_and_a_share_of_a_charge_for_many_days_is_open_and_never_free(
    unit: Unit,
) -> None:
    allowed = _price(Unit.DAY, "300", charge_share=Share.percent(80))
    found = answer(_allowed(allowed, charge=_price(unit, "3000")))

    assert codes(found)[1] == ["price-unit", "allowed-not-known"]
    assert ends(found.to_pay) == ("0.00", "5,000.00")


def test_shares_of_the_charge_that_follow_one_another_hold_each_for_its_days() -> None:
    first = _price(Unit.DAY, None, charge_share=Share.percent(65), period=_BEFORE)
    then = _price(Unit.DAY, None, charge_share=Share.percent(50), period=_FROM)
    found = answer(_allowed(first, then, charge=_price(Unit.DAY, "400")))

    assert _first(found) == ("3 days x 260.00 + 3 days x 200.00", ("676.00", "676.00"))
    assert found.bounds is Bounds.EXACT


def test_a_share_of_the_charge_that_follows_an_amount_is_never_left_out() -> None:
    first = _price(Unit.DAY, "300", period=_BEFORE)
    then = _price(Unit.DAY, "300", charge_share=Share.percent(50), period=_FROM)
    found = answer(_allowed(first, then, charge=_price(Unit.DAY, "400")))

    assert codes(found)[1] == ["price-unit", "allowed-not-known"]


def test_prices_that_follow_one_another_hold_each_for_its_days() -> None:
    first = _price(Unit.DAY, "100", period=Period(date(2026, 1, 1), _MARCH_9))
    then = _price(Unit.DAY, "110", period=Period(_MARCH_9, None))
    found = answer(_charged(first, then))

    assert _first(found) == ("3 days x 100.00 + 3 days x 110.00", ("630.00", "630.00"))
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, [])


def test_days_for_which_no_price_is_in_force_are_open_and_never_free() -> None:
    found = answer(_charged(_price(Unit.DAY, "100", period=Period(date(2026, 1, 1), _MARCH_9))))

    assert (ends(found.to_pay), codes(found)[1]) == (
        ("300.00", "None"),
        ["price-not-in-force", "price-of-parts"],
    )


def test_prices_of_one_service_that_overlap_in_time_are_refused() -> None:
    first = _price(Unit.DAY, "100", period=Period(date(2026, 1, 1), date(2026, 4, 1)))
    then = _price(Unit.DAY, "110", period=Period(_MARCH_9, None))

    with pytest.raises(InvalidValue) as refused:
        PriceList(charges=(first, then))

    assert str(refused.value) == (
        "charges: expected periods or ages that do not overlap; end one where the next begins"
    )


def test_fees_of_a_program_that_overlap_in_time_are_refused() -> None:
    fee = _price(Unit.DAY, "100", period=Period(date(2026, 1, 1), None))

    with pytest.raises(InvalidValue) as refused:
        running(fees=(fee, fee))

    assert str(refused.value) == (
        "fees: expected periods or ages that do not overlap; end one where the next begins"
    )


def test_tiers_that_hold_for_one_day_are_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        _price(Unit.DAY, None, tiers=(_tier("1", 1, 3), _tier("2", 3)))

    assert str(refused.value) == "tiers: expected days and services that do not overlap"
