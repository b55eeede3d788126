"""What care costs besides the program: the way there, and other things that are charged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import partial
from itertools import groupby, repeat

from attrs import evolve

from iopkit.cost import labels
from iopkit.cost.alternatives import series_of
from iopkit.cost.attendance import Attendance
from iopkit.cost.course import Course
from iopkit.cost.items import Item, counted, detail_of
from iopkit.cost.pricing import Billed, PriceCase, told_price
from iopkit.cost.rates import OPEN, Rates, at_ages
from iopkit.errors import InvalidValue
from iopkit.model.episode import Travel
from iopkit.model.prices import Price
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent, Service, Unit
from iopkit.vocabulary.care import Delivery

_MILEAGE = "irs/medical-mileage"
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[])
"""A caller's own decimal context may round to fewer digits."""
_OTHER = (Service.INTAKE, Service.DRUG_SCREEN, Service.MATERIALS)
_FROM_HOME = (Delivery.VIDEO, Delivery.AUDIO, Delivery.VIRTUAL)
_PERHAPS_COVERED = (Service.INTAKE, Service.DRUG_SCREEN)


PerMile = Decimal | Mapping[date, Decimal]
"""Cents a mile: of every day, or of each."""


def other_items(course: Course, *, may_be_covered: bool) -> Iterator[Item]:
    """Yield intake, drug screens and materials, as far as their prices are told.

    Where a plan may pay an intake or a drug screen, or a fee is asked only on a condition, its
    low end is nothing.
    """
    for path, prices in _other_prices(course):
        price, case = prices[0], _counted(course, path, prices)
        may_be_paid = may_be_covered and price.service in _PERHAPS_COVERED
        if may_be_paid:
            course.notes.miss("other-services-coverage")
        if price.condition is not None:
            course.notes.miss("fee-condition")
        if case is None:
            course.notes.miss("price-unit")
        elif not case.is_exact:
            course.notes.miss("price-range")
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
        daily=partial(_lines_at, case, is_owed=is_owed),
    )


def _lines_at(case: PriceCase, *, is_owed: bool, high: bool) -> tuple[Billed, ...]:
    return case.lines_at(high=high) if is_owed or high else ()


def _other_prices(course: Course) -> Iterator[tuple[str, tuple[Price, ...]]]:
    """Yield the prices of other services with the path of the first: of the case, else fees.

    Those that follow one another are yielded together.
    """
    case = course.case
    charges = case.prices.charges if case.prices else ()
    fees = case.program.fees if case.program else ()
    for service in _OTHER if charges or fees else ():
        in_case = any(one.service is service for one in charges)
        name, told = ("prices.charges", charges) if in_case else ("program.fees", fees)
        asked = (one for one in told if one.service is service)
        for prices in series_of(at_ages(asked, course.attendance)):
            yield f"{name}.{told.index(prices[0])}", prices


def _counted(course: Course, path: str, prices: tuple[Price, ...]) -> PriceCase | None:
    """Return what a price comes to; there is one intake, which no schedule can measure."""
    price = prices[0]
    if price.unit is Unit.EACH and price.service is Service.DRUG_SCREEN:
        return _screens(course, path, prices)
    if price.service is Service.INTAKE:
        if price.unit in (Unit.HOUR, Unit.QUARTER_HOUR):
            return None
        prices = tuple(evolve(each, unit=Unit.ONCE) for each in prices)
    return told_price(Rates(prices, course.attendance), course.attendance, path)


def _screens(course: Course, path: str, prices: tuple[Price, ...]) -> PriceCase | None:
    """Return each drug screen as a line, spread over the course; as many as the program tells."""
    rules = course.case.program.attendance if course.case.program else None
    told = rules.drug_screens if rules else None
    if told is None or told.value is None:
        course.notes.miss("screens-not-told")
    attendance = course.attendance
    daily = Rates(tuple(evolve(each, unit=Unit.DAY) for each in prices), attendance)
    case = told_price(daily, attendance, path)
    if case is None:
        return None
    few, many = (told.low or 0, told.high) if told else (0, None)
    return evolve(
        case,
        unit=Unit.EACH,
        low=_spread(case.low, few),
        high=None if many is None or case.high is None else _spread(case.high, many),
        low_values={**case.low_values, **_screened(told, few)},
        high_values={**case.high_values, **_screened(told, many)},
    )


def _screened(told: Span[int] | None, count: int | None) -> dict[str, object]:
    if count is None or (told is not None and told.value is not None):
        return {}
    return {"program.attendance.drug_screens": count}


def _spread(days: tuple[Billed, ...], count: int) -> tuple[Billed, ...]:
    return tuple(days[place * len(days) // count] for place in range(count) if days)


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
        ("fares-not-told", labels.FARES, travel.fares),
        ("parking-not-told", labels.PARKING, travel.parking),
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
        daily=partial(_each_day, course.attendance, Decimal(fare.cents), Decimal(1)),
    )


def _driving(course: Course, travel: Travel) -> Iterator[Item]:
    if travel.miles is None:
        course.notes.miss("miles-not-told")
        return
    low, high, source = course.attendance.low, course.attendance.high, None
    days = low if high is low else tuple(dict.fromkeys((*low, *(high or ()))))
    if travel.miles == 0 or not days:
        return
    rates: PerMile
    if travel.cost_per_mile is None:
        source = course.amounts.entry(_MILEAGE, on=days[0]).source or None
        rates = _published(course, days)
    else:
        rates = Decimal(travel.cost_per_mile.cents)
    there_and_back = _EXACT.multiply(travel.miles, 2)
    lowest = highest = _driven(there_and_back, _on_each(low, rates))
    if high is not low:
        highest = _driven(there_and_back, _on_each(high or (), rates))
    yield Item(
        component=CostComponent.TRANSPORTATION,
        label=labels.DRIVING,
        low=lowest,
        high=None if high is None else highest,
        detail=_miles_times(course, there_and_back, _on_each(days, rates)),
        source=source,
        is_exact=high is not None,
        daily=partial(_each_day, course.attendance, there_and_back, rates),
    )


def _on_each(days: Sequence[date], rates: PerMile) -> Iterable[Decimal]:
    """Return the rate of each day in order."""
    if isinstance(rates, Decimal):
        return repeat(rates, len(days))
    return map(rates.__getitem__, days)


def _each_day(
    attendance: Attendance, miles: Decimal, rates: PerMile, *, high: bool
) -> Iterator[tuple[date, int]]:
    """Yield what each day costs for so many miles at the rates.

    What rounding leaves goes to the day on which it fills a cent.
    """
    so_far, shown = Decimal(0), 0
    days = (attendance.high or ()) if high else attendance.low
    for day, rate in zip(days, _on_each(days, rates), strict=True):
        so_far = _EXACT.add(so_far, _EXACT.multiply(miles, rate))
        whole = int(_EXACT.quantize(so_far, Decimal(1)))
        yield day, whole - shown
        shown = whole


def _published(course: Course, days: Iterable[date]) -> dict[date, Decimal]:
    """Return the published cents a mile of each day, and note each rate with its source."""
    rates: dict[date, Decimal] = {}
    year, rate, entry = 0, Decimal(0), None
    for day in days:
        if entry is None or day.year != year or not entry.period.holds(day):
            year, entry = day.year, course.amounts.entry(_MILEAGE, on=day)
            rate = course.amounts.rate(_MILEAGE, on=day)
            source, shown = entry.source or None, f"{rate.normalize(_EXACT):f}"
            course.notes.assume("medical-mileage", source, amount=shown, year=str(day.year))
        rates[day] = rate
    return rates


def _driven(miles: Decimal, cents_per_mile: Iterable[Decimal]) -> int:
    """Return the cents for all days together, rounded once, half up."""
    cents = Decimal(0)
    # Days in a row have one rate, which is quicker to compare than to hash.
    for rate, days in groupby(cents_per_mile):
        count = len(list(days))
        cents = _EXACT.add(cents, _EXACT.multiply(_EXACT.multiply(miles, rate), count))
    if cents >= OPEN:
        raise InvalidValue("miles", "a distance that can be driven")
    return int(_EXACT.quantize(cents, Decimal(1)))


def _miles_times(course: Course, miles: Decimal, cents_per_mile: Iterable[Decimal]) -> Text:
    spelled = " / ".join(
        f"{_EXACT.divide(rate.normalize(_EXACT), 100):f}"
        for rate in dict.fromkeys(rate for rate, _ in groupby(cents_per_mile))
    )
    both = _days_times(course, f"{miles.normalize(_EXACT):f}")
    en, es = ("mile", "milla") if miles == 1 else ("miles", "millas")
    return Text(f"{both.en} {en} x {spelled}", f"{both.es} {es} x {spelled}")


def _days_times(course: Course, amount: str) -> Text:
    low, high = course.attendance.low, course.attendance.high
    if high is not None and len(high) == len(low):
        return counted(Unit.DAY, len(low), amount)
    last = "?" if high is None else str(len(high))
    return Text(f"{len(low)} - {last} days x {amount}", f"{len(low)} - {last} días x {amount}")
