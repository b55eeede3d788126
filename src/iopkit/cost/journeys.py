"""What the way to the program and back costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import partial
from itertools import groupby, repeat

from iopkit.cost import labels
from iopkit.cost.attendance import Attendance
from iopkit.cost.course import Course
from iopkit.cost.items import Item, between, counted
from iopkit.cost.rates import OPEN
from iopkit.errors import InvalidValue, NotInForce
from iopkit.model.episode import Travel
from iopkit.values.money import Money
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent, Unit
from iopkit.vocabulary.care import Delivery

_MILEAGE = "irs/medical-mileage"
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[])
"""A caller's own decimal context may round to fewer digits."""
_NOTHING = Decimal(0)
_FROM_HOME = (Delivery.VIDEO, Delivery.AUDIO, Delivery.VIRTUAL)


PerMile = Decimal | Mapping[date, Decimal]
"""Cents a mile: of every day, or of each on which it is known."""


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
        rates = _published(course, days)
        source = next((course.amounts.entry(_MILEAGE, on=day).source for day in rates), None)
    else:
        rates = Decimal(travel.cost_per_mile.cents)
    there_and_back = _EXACT.multiply(travel.miles, 2)
    is_bounded = high is not None and _are_known(high, rates)
    lowest = highest = _driven(there_and_back, _on_each(low, rates))
    if high is not low:
        highest = _driven(there_and_back, _on_each(high or (), rates))
    yield Item(
        component=CostComponent.TRANSPORTATION,
        label=labels.DRIVING,
        low=lowest,
        high=highest if is_bounded else None,
        detail=_miles_times(course, there_and_back, days, rates),
        source=source or None,
        is_exact=is_bounded,
        daily=partial(_each_day, course.attendance, there_and_back, rates),
    )


def _on_each(days: Sequence[date], rates: PerMile) -> Iterable[Decimal]:
    """Return the rate of each day in order, and at least nothing where it is not known."""
    if isinstance(rates, Decimal):
        return repeat(rates, len(days))
    return (rates.get(day, _NOTHING) for day in days)


def _are_known(days: Iterable[date], rates: PerMile) -> bool:
    return isinstance(rates, Decimal) or all(day in rates for day in days)


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
    """Return the published cents a mile of each day that has one, and note each with its source."""
    rates: dict[date, Decimal] = {}
    year, rate, entry = 0, _NOTHING, None
    for day in days:
        if entry is None or day.year != year or not entry.period.holds(day):
            try:
                year, entry = day.year, course.amounts.entry(_MILEAGE, on=day)
            except NotInForce:
                course.notes.miss("mileage-not-published")
                continue
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


def _miles_times(course: Course, miles: Decimal, days: Sequence[date], rates: PerMile) -> Text:
    asked = {_shown(rate): None for rate, _ in groupby(_on_each(days, rates))}
    if not _are_known(days, rates):
        asked = {**{shown: None for shown in asked if shown != _shown(_NOTHING)}, "?": None}
    spelled = " / ".join(asked)
    both = _days_times(course, f"{miles.normalize(_EXACT):f}")
    en, es = ("mile", "milla") if miles == 1 else ("miles", "millas")
    return Text(f"{both.en} {en} x {spelled}", f"{both.es} {es} x {spelled}")


def _shown(cents_per_mile: Decimal) -> str:
    dollars = _EXACT.divide(cents_per_mile.normalize(_EXACT), 100)
    is_whole = cents_per_mile == cents_per_mile.to_integral_value()
    return f"{dollars:.2f}" if is_whole else f"{dollars:f}"


def _days_times(course: Course, amount: str) -> Text:
    low, high = course.attendance.low, course.attendance.high
    if high is not None and len(high) == len(low):
        return counted(Unit.DAY, len(low), amount)
    days = between(len(low), None if high is None else len(high))
    return Text(f"{days.en} days x {amount}", f"{days.es} días x {amount}")
