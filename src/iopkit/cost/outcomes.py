"""What the days cost in one scenario, at its low and at its high end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER
from iopkit.cost.alternatives import told_prices
from iopkit.cost.course import Course
from iopkit.cost.fee_schedules import fee_cases
from iopkit.cost.ledgers import Ledger
from iopkit.cost.notes import Notebook
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.pricing import (
    Billed,
    PriceCase,
    no_price,
)
from iopkit.cost.scenarios import Scenario
from iopkit.cost.year_numbers import number_of
from iopkit.model.prices import Price
from iopkit.values.periods import Period
from iopkit.vocabulary.billing import Service

Shown = dict[str, object]

_USED = frozenset({"deductible_used", "limit_used", "visits_used"})


class End(NamedTuple):
    """One end of one outcome; `cents` `None` where nothing bounds it.

    `rest` is what a program outside the network may ask beside `cents`; `second` and `relief` are
    what a second payer takes from `cents`, and assistance from both.  `by_second` says that the
    second coverage alone has settled the days.
    """

    cents: int | None
    parts: tuple[int, ...] | None
    values: Mapping[str, object]
    price: PriceCase
    is_exact: bool = True
    ledgers: tuple[Ledger, ...] = ()
    rest: tuple[Billed, ...] = ()
    second: tuple[Billed, ...] = ()
    relief: tuple[Billed, ...] = ()
    by_second: bool = False

    @property
    def net(self) -> int | None:
        """What is left to the patient after a second payer and assistance."""
        if self.cents is None or not (self.rest or self.second or self.relief):
            return self.cents
        taken = sum(line.cents for line in (*self.second, *self.relief))
        return self.cents + sum(line.cents for line in self.rest) - taken

    def supposing(self, more: Mapping[str, object]) -> End:
        """Return the same end, which supposes more."""
        return self._replace(values={**self.values, **more})

    def __repr__(self) -> str:
        return "<End>"


def charged(course: Course, scenario: Scenario) -> Iterator[tuple[End, End]]:
    """Yield what the days cost without insurance, for each way to charge them."""
    told, name = _charges(course)
    cases = told_prices(told, course, name)
    if not cases:
        course.notes.miss("charge-not-known")
    for price in cases or (no_price(course.attendance, "prices.charges"),):
        low = sum(line.cents for line in price.low)
        high = None if price.is_open else sum(line.cents for line in price.high or ())
        yield (
            End(
                low,
                _uncovered(low),
                {**scenario.values, **price.low_values},
                price,
                price.is_shown,
                (Ledger(price.low),),
            ),
            End(
                high,
                None if high is None else _uncovered(high),
                {**scenario.values, **price.high_values},
                price,
                price.is_shown,
                () if high is None else (Ledger(price.high or ()),),
            ),
        )


def _charges(course: Course) -> tuple[list[Price], str]:
    """Return what the program charges, and where that is told: in the case, else by itself."""
    told = _for_iop(course.case.prices.charges if course.case.prices else ())
    if told or course.case.program is None:
        return told, "prices.charges"
    return _for_iop(course.case.program.fees), "program.fees"


def charges_of(course: Course) -> tuple[Billed, ...] | None:
    """Return what is charged for each line, where one exact charge is told."""
    ways = ways_to_charge(course)
    price = ways[0]
    return price.high if len(ways) == 1 and price.is_exact and not price.is_open else None


def ways_to_charge(course: Course) -> list[PriceCase]:
    """Return each way in which the days may be charged, without a note of what is not known."""
    every = charged(evolve(course, notes=Notebook()), Scenario())
    return [low.price for low, _ in every]


def _uncovered(cents: int) -> tuple[int, ...]:
    return (*(0,) * (len(PART_ORDER) - 1), cents)


def allowed_prices(course: Course) -> tuple[PriceCase, ...]:
    """Return each way in which a plan may allow the days: as told, else by its fee schedule."""
    if course.priced:
        return course.priced
    case, plan = course.case, course.case.health_plan
    told = _for_iop(case.prices.allowed if case.prices else ())
    charges = _charges(course)[0] if any(one.charge_share for one in told) else ()
    cases = told_prices(told, course, "prices.allowed", charges)
    if not told and case.program is not None and plan is not None and plan.payer is not None:
        cases = fee_cases(course, case.program, plan.payer)
    if not cases:
        course.notes.miss("allowed-not-known")
    return cases or (no_price(course.attendance, "prices.allowed"),)


def _for_iop(prices: Iterable[Price]) -> list[Price]:
    return [price for price in prices if price.service is Service.IOP]


def by_year(
    lines: tuple[Billed, ...], year: Period | None, years: Sequence[PlanYear]
) -> Mapping[int, tuple[Billed, ...]]:
    """Return lines by the number of the plan year in which they fall."""
    if len(years) == 1:
        return {years[0].number: lines}
    found: dict[int, list[Billed]] = {each.number: [] for each in years}
    for line in lines:
        found.setdefault(number_of(year, line.on), []).append(line)
    return {number: tuple(own) for number, own in found.items()}
