"""Limits on a service as CMS plan files state them: so many of what, for which time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.benefits import LimitPeriod, LimitUnit, ServiceLimit
from iopkit.values.terms import Term


class CountedThing(Term):
    """What a limit of a plan file counts."""

    VISIT = "visit", "visits", "visitas"
    DAY = "day", "days", "días"
    HOUR = "hour", "hours", "horas"
    MONTH = "month", "months", "meses"
    ITEM = "item", "items", "artículos"
    EXAM = "exam", "exams", "exámenes"
    TREATMENT = "treatment", "treatments", "tratamientos"
    PROCEDURE = "procedure", "procedures", "procedimientos"
    DOLLAR = "dollar", "dollars", "dólares"


class CountedTime(Term):
    """The time for which a limit of a plan file holds; a benefit period is the issuer's own."""

    DAY = "day", "day", "día"
    WEEK = "week", "week", "semana"
    MONTH = "month", "month", "mes"
    YEAR = "year", "year", "año"
    BENEFIT_PERIOD = "benefit-period", "benefit period", "período de beneficios"
    VISIT = "visit", "visit", "visita"
    STAY = "stay", "stay", "estancia"
    ADMISSION = "admission", "admission", "ingreso"
    EPISODE = "episode", "episode", "episodio"
    LIFETIME = "lifetime", "lifetime", "vida"


_UNITS: Final[Mapping[CountedThing, LimitUnit]] = MappingProxyType(
    {
        CountedThing.VISIT: LimitUnit.VISITS,
        CountedThing.DAY: LimitUnit.DAYS,
        CountedThing.HOUR: LimitUnit.HOURS,
        CountedThing.DOLLAR: LimitUnit.DOLLARS,
    }
)
_PERIODS: Final[Mapping[CountedTime, LimitPeriod]] = MappingProxyType(
    {
        CountedTime.WEEK: LimitPeriod.WEEK,
        CountedTime.MONTH: LimitPeriod.MONTH,
        CountedTime.YEAR: LimitPeriod.YEAR,
        CountedTime.STAY: LimitPeriod.STAY,
        CountedTime.ADMISSION: LimitPeriod.STAY,
        CountedTime.EPISODE: LimitPeriod.EPISODE,
        CountedTime.LIFETIME: LimitPeriod.LIFETIME,
    }
)
"""What a plan can hold; nobody knows which days a benefit period has."""

_MANY_TIMES: Final = (CountedTime.DAY, CountedTime.WEEK, CountedTime.MONTH, CountedTime.YEAR)
_THINGS: Final[Mapping[str, CountedThing]] = MappingProxyType(
    {f"{thing.value}{ending}": thing for thing in CountedThing for ending in ("", "s", "(s)")}
)
_TIMES: Final[Mapping[str, CountedTime]] = MappingProxyType(
    {time.value.replace("-", " "): time for time in CountedTime}
)
_EXPECTED: Final = "a unit such as Days per Year, Visit(s) per Benefit Period or Hours per 6 Months"
_MOST_DIGITS: Final = 3
_LARGEST: Final = Decimal(1_000_000_000)


@frozen
class StatedLimit:
    """The most of a service that a plan pays for: `quantity` of `thing` in `times` of `time`.

    Raises:
        InvalidValue: `quantity` is negative, no number or absurd, or `times` is below 1.
    """

    quantity: Decimal
    thing: CountedThing
    time: CountedTime
    times: int = 1

    def __attrs_post_init__(self) -> None:
        if not (self.quantity.is_finite() and 0 <= self.quantity <= _LARGEST):
            raise InvalidValue("quantity", "a number from 0")
        if self.times < 1:
            raise InvalidValue("times", "at least 1")

    def service_limit(self) -> ServiceLimit | None:
        """Return the limit as a health plan holds it; `None` where it holds none of that kind."""
        unit, period = _UNITS.get(self.thing), _PERIODS.get(self.time)
        quantity = int(self.quantity)
        if unit is None or period is None or self.times > 1 or quantity != self.quantity:
            return None
        return ServiceLimit(quantity=quantity, unit=unit, period=period)


def read_limit(quantity: str, unit: str) -> StatedLimit | None:
    """Return the limit that the cells `LimitQty` and `LimitUnit` state; `None` if both are empty.

    Units are such as `Visit(s) per Year`, `Days per Benefit Period` or `Item(s) per 3 Years`.

    Raises:
        InvalidValue: only one of the two is told, or one is none of what it may be.
    """
    if not quantity.strip() and not unit.strip():
        return None
    return StatedLimit(_number(quantity.strip()), *_unit(" ".join(unit.lower().split())))


def _number(text: str) -> Decimal:
    digits = text.replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidValue("LimitQty", "a number such as 30")
    return Decimal(text)


def _unit(text: str) -> tuple[CountedThing, CountedTime, int]:
    thing, per, time = text.partition(" per ")
    if not per and text.startswith("lifetime "):
        thing, time = text.removeprefix("lifetime "), "lifetime"
    times, time = _counted(time)
    known = _TIMES.get(time)
    if thing not in _THINGS or known is None or (times > 1 and known not in _MANY_TIMES):
        raise InvalidValue("LimitUnit", _EXPECTED)
    return _THINGS[thing], known, times


def _counted(time: str) -> tuple[int, str]:
    """Return how many of which time are meant: `3 years` are three of `year`."""
    count, _, name = time.partition(" ")
    is_count = count.isascii() and count.isdigit() and len(count) <= _MOST_DIGITS
    return (int(count), name.removesuffix("s")) if is_count and int(count) else (1, time)
