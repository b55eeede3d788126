"""What is charged besides the days of a program: intake, drug screens and materials."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import evolve

from iopkit.cost.alternatives import series_of
from iopkit.cost.case_prices import prices_of
from iopkit.cost.course import Course
from iopkit.cost.items import Item, detail_of
from iopkit.cost.pricing import Billed, PriceCase, told_price
from iopkit.cost.rates import MINUTES, OPEN, Rates, at_ages, in_minutes
from iopkit.model.case import Case
from iopkit.model.prices import Price
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import CostComponent, Service, Unit

_OTHER = (Service.INTAKE, Service.DRUG_SCREEN, Service.MATERIALS)
_PERHAPS_COVERED = (Service.INTAKE, Service.DRUG_SCREEN)


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


def tells_all_others(case: Case) -> bool:
    """Return whether a case tells of childcare and of each other service what it costs."""
    told = {price.service for price in prices_of(case)}
    has_childcare = case.episode is not None and case.episode.childcare is not None
    return has_childcare and told.issuperset(_OTHER)


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
    """Return what a price comes to; there is one intake, as long as the program tells."""
    price = prices[0]
    if price.unit is Unit.EACH and price.service is Service.DRUG_SCREEN:
        return _screens(course, path, prices)
    if price.service is Service.INTAKE:
        prices = tuple(evolve(each, unit=Unit.ONCE) for each in prices)
    case = told_price(Rates(prices, course.attendance), course.attendance, path)
    if price.service is Service.INTAKE and price.unit in MINUTES and case is not None:
        return _intake_by_time(course, MINUTES[price.unit], case)
    return case


def _intake_by_time(course: Course, unit: int, case: PriceCase) -> PriceCase | None:
    """Return what the intake costs at a price for so many minutes; `None` without its length."""
    told = course.case.program.intake_minutes if course.case.program else None
    if told is None:
        return None
    few, many = told.low or 0, told.high
    path = "program.intake_minutes"
    return evolve(
        case,
        low=tuple(_for_minutes(line, few, unit) for line in case.low),
        high=None
        if case.high is None or many is None
        else tuple(_for_minutes(line, many, unit) for line in case.high),
        low_values=case.low_values if few == many else {**case.low_values, path: few},
        high_values=case.high_values if few == many else {**case.high_values, path: many},
    )


def _for_minutes(line: Billed, minutes: int, unit: int) -> Billed:
    return line if line.cents >= OPEN else Billed(line.on, in_minutes(line.cents, minutes, unit))


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
