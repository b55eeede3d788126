"""What a full estimate costs: claims, travel and lost income of eight weeks."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from time import perf_counter

from attrs import evolve

from benchmarks.adjudication import PLAN
from benchmarks.figures import Figure
from iopkit.cost import estimate
from iopkit.law import Amounts
from iopkit.model import (
    NOTHING_USED,
    Case,
    Episode,
    Person,
    Price,
    PriceList,
    Program,
    Schedule,
    Session,
    Travel,
    WeeklyTime,
    Work,
)
from iopkit.values import Money, Period, Span
from iopkit.vocabulary import Coverage, PayerKind, Service, Unit, Weekday

_FIRST = date(2026, 3, 2)
_DAYS = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
CASE = Case(
    person=Person(
        work=Work(
            hours=(WeeklyTime(days=_DAYS[:2], start=time(9), end=time(17)),),
            pay_per_hour=Money.parse("20"),
            paid_leave_minutes=200,
        )
    ),
    program=Program(
        id="benchmark",
        schedule=Schedule(sessions=(Session(days=_DAYS, start=time(9), end=time(12)),)),
    ),
    health_plan=evolve(
        PLAN,
        payer=PayerKind.COMMERCIAL,
        iop_coverage=Coverage.COVERED,
        plan_year=Period.calendar_year(_FIRST.year),
    ),
    used=NOTHING_USED,
    episode=Episode(
        start=_FIRST,
        weeks=8,
        is_in_network=True,
        travel=Travel(
            miles=Decimal("11.5"),
            minutes=25,
            cost_per_mile=Money(70),
            fares=Money.parse("3"),
            parking=Money.parse("2"),
        ),
    ),
    prices=PriceList(
        allowed=(
            Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(Money.parse("169.51"))),
        )
    ),
)
"""24 days of which all is told."""

_TIMES = 50


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return the time of one full estimate."""
    _once()
    return (
        Figure(
            name="full estimate",
            values=tuple(_once() for _ in range(pairs)),
            unit="us",
            goal=300,
            compared="Eight weeks with a plan, travel and lost income, all told; `estimate` once.",
        ),
    )


def _once() -> float:
    started = perf_counter()
    for _ in range(_TIMES):
        estimate(CASE, Amounts(), on=_FIRST)
    return (perf_counter() - started) / _TIMES * 1e6
