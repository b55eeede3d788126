"""What care costs besides the program: the way there, and other things that are charged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from attrs import evolve

from iopkit.cost import wording
from iopkit.cost.course import Course
from iopkit.cost.items import Item, counted, detail_of
from iopkit.cost.pricing import PriceCase, told_price
from iopkit.model.episode import Travel
from iopkit.model.prices import Price
from iopkit.values.money import Money
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent, Service, Unit
from iopkit.vocabulary.care import Delivery

_MILEAGE = "irs/medical-mileage"
_OTHER = (Service.INTAKE, Service.DRUG_SCREEN, Service.MATERIALS)
_FROM_HOME = (Delivery.VIDEO, Delivery.AUDIO, Delivery.VIRTUAL)
_PERHAPS_COVERED = (Service.INTAKE, Service.DRUG_SCREEN)


def other_items(course: Course, *, may_be_covered: bool) -> Iterator[Item]:
    """Yield intake, drug screens and materials, as far as their prices are told.

    Where a plan may pay an intake or a drug screen, or a fee is asked only on a condition, its
    low end is nothing.
    """
    for path, price in _other_prices(course):
        case = _counted(course, path, price)
        may_be_paid = may_be_covered and price.service in _PERHAPS_COVERED
        if may_be_paid:
            course.notes.miss("other-services-coverage")
        if price.condition is not None:
            course.notes.miss("fee-condition")
        if case is None:
            course.notes.miss("price-unit")
        yield _other(price, case, is_owed=not may_be_paid and price.condition is None)


def _other(price: Price, case: PriceCase | None, *, is_owed: bool) -> Item:
    component, label = CostComponent.OTHER_COSTS, price.service.label
    if case is None:
        return Item(component=component, label=label, low=0, high=None, is_exact=False)
    return Item(
        component=component,
        label=label,
        low=sum(line.cents for line in case.low) if is_owed else 0,
        high=None if case.is_open else sum(line.cents for line in case.high or ()),
        detail=detail_of(case),
        is_exact=is_owed and not case.is_open,
        low_values=case.low_values,
        high_values=case.high_values,
    )


def _other_prices(course: Course) -> Iterator[tuple[str, Price]]:
    """Yield the prices of other services with their path: charges of the case, else fees."""
    case = course.case
    charges = case.prices.charges if case.prices else ()
    fees = case.program.fees if case.program else ()
    told = [
        [(f"{name}.{place}", price) for place, price in enumerate(prices)]
        for name, prices in (("prices.charges", charges), ("program.fees", fees))
    ]
    for service in _OTHER:
        of_case, of_program = ([one for one in each if one[1].service is service] for each in told)
        yield from of_case or of_program


def _counted(course: Course, path: str, price: Price) -> PriceCase | None:
    """Return what a price comes to; there is one intake, which no schedule can measure."""
    if price.service is Service.INTAKE:
        if price.unit is Unit.HOUR:
            return None
        price = evolve(price, unit=Unit.ONCE)
    return told_price(price, course.attendance, path)


def is_remote(course: Course) -> bool:
    """Return whether nobody travels, because the program is not given in person."""
    program = course.case.program
    return program is not None and program.delivery.holds(Delivery.IN_PERSON) is False


def travel_items(course: Course) -> Iterator[Item]:
    """Yield driving, fares and parking, each for the days of the course and as far as told."""
    if is_remote(course):
        course.notes.assume("attended-remotely")
        return
    travel = course.case.episode.travel if course.case.episode else None
    if travel is None:
        course.notes.miss("travel-not-told")
        return
    program = course.case.program
    if program and program.delivery.holds_any(_FROM_HOME):
        course.notes.assume("in-person-every-day")
    yield from _driving(course, travel)
    for code, label, fare in (
        ("fares-not-told", wording.FARES, travel.fares),
        ("parking-not-told", wording.PARKING, travel.parking),
    ):
        if fare is None:
            course.notes.miss(code)
        elif fare.cents:
            yield _by_day(course, label, fare)


def _by_day(course: Course, label: Text, fare: Money) -> Item:
    low, high = course.attendance.low, course.attendance.high
    return Item(
        component=CostComponent.TRANSPORTATION,
        label=label,
        low=fare.cents * len(low),
        high=None if high is None else fare.cents * len(high),
        detail=_days_times(course, str(fare)),
        is_exact=high is not None,
    )


def _driving(course: Course, travel: Travel) -> Iterator[Item]:
    if travel.miles is None:
        course.notes.miss("miles-not-told")
        return
    if travel.miles == 0:
        return
    low, high = course.attendance.low, course.attendance.high
    source, rate = None, travel.cost_per_mile
    if rate is None:
        source = course.amounts.entry(_MILEAGE, on=low[0]).source or None
        _note_rates(course, high or low)
    there_and_back = travel.miles * 2
    yield Item(
        component=CostComponent.TRANSPORTATION,
        label=wording.DRIVING,
        low=_driven(course, there_and_back, rate, low),
        high=None if high is None else _driven(course, there_and_back, rate, high),
        detail=_miles_times(course, there_and_back, rate),
        source=source,
        is_exact=high is not None,
    )


def _note_rates(course: Course, days: Iterable[date]) -> None:
    for day in days:
        source = course.amounts.entry(_MILEAGE, on=day).source or None
        rate = f"{course.amounts.rate(_MILEAGE, on=day).normalize():f}"
        course.notes.assume("medical-mileage", source, amount=rate, year=str(day.year))


def _driven(course: Course, miles: Decimal, rate: Money | None, days: tuple[date, ...]) -> int:
    """Return the cents for all days together, rounded once, half up."""
    per_mile = [_rate(course, rate, day) for day in days]
    return int((miles * sum(per_mile)).quantize(Decimal(1), ROUND_HALF_UP))


def _rate(course: Course, told: Money | None, day: date) -> Decimal:
    return course.amounts.rate(_MILEAGE, on=day) if told is None else Decimal(told.cents)


def _miles_times(course: Course, miles: Decimal, told: Money | None) -> Text:
    days = course.attendance.high or course.attendance.low
    rates = dict.fromkeys(_rate(course, told, day) / 100 for day in days)
    spelled = " / ".join(f"{rate.normalize():f}" for rate in rates)
    amount = f"{miles.normalize():f}"
    both = _days_times(course, amount)
    return Text(f"{both.en} miles x {spelled}", f"{both.es} millas x {spelled}")


def _days_times(course: Course, amount: str) -> Text:
    low, high = course.attendance.low, course.attendance.high
    if high is not None and len(high) == len(low):
        return counted(Unit.DAY, len(low), amount)
    last = "?" if high is None else str(len(high))
    return Text(f"{len(low)} - {last} days x {amount}", f"{len(low)} - {last} días x {amount}")
