"""What a course of care costs through time: by week or by month, and added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from attrs import frozen

from iopkit.cost.itemizing import by_year, itemized
from iopkit.cost.items import Item
from iopkit.cost.ledgers import Ledger
from iopkit.cost.payers import PaidBy
from iopkit.cost.paying import who_settles
from iopkit.cost.ways import Joined, ends_of_items
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term
from iopkit.vocabulary.billing import CostComponent


class Interval(Term):
    """How the days of a course are put together; a week of it begins on its first weekday."""

    DAY = "day", "day", "día"
    WEEK = "week", "week", "semana"
    MONTH = "month", "month", "mes"


@frozen(kw_only=True, repr=False)
class TimelineRow(Quiet):
    """What falls due in one interval, and what has until its end; `start` is its first day.

    `plan_pays` counts what the plan that pays first pays for the program's own days, `None` where
    nothing bounds a price; `by_payer` says who else does, as that of the estimate.
    """

    start: date
    visits: int
    by_component: Mapping[CostComponent, Money]
    to_pay: Money
    by_payer: Mapping[PaidBy, Money]
    plan_pays: Money | None
    income_lost: Money
    to_pay_so_far: Money
    together_so_far: Money


@frozen(kw_only=True, repr=False)
class Timeline(Quiet):
    """One end of an estimate through time.

    The deductible and the limit are met on a day only where some of them was left before.
    """

    rows: tuple[TimelineRow, ...]
    deductible_met_on: tuple[date, ...]
    limit_met_on: tuple[date, ...]


@frozen(kw_only=True, repr=False)
class CostTimeline(Quiet):
    """An estimate through time, at its low and its high end.

    The rows of an end add up to that end.  An end is `None` where nothing bounds it, or where
    only a bound of it is known.
    """

    by: Interval
    low: Timeline | None
    high: Timeline | None


def cost_timeline(
    case: Case, amounts: Amounts, *, on: date, by: Interval = Interval.WEEK
) -> CostTimeline:
    """Return what the course of care in `case` costs in each interval.

    Raises:
        NotInForce, NotShipped, PlanYearMismatch, InvalidValue: as `estimate` does.
    """
    _, found, _ = by_year(lambda: itemized(case, amounts, on=on))
    return CostTimeline(
        by=by, low=_timeline(found, by, high=False), high=_timeline(found, by, high=True)
    )


def _timeline(found: Joined, by: Interval, *, high: bool) -> Timeline | None:
    attendance = found.high if high else found.low
    days = attendance.high if high else attendance.low
    items = (*found.items, *found.income)
    if days is None or not all(_can_be_told(item, high=high) for item in items):
        return None
    table = _Table(attendance.start, by)
    for day in days:
        table.at(day).visits += 1
    for item in items:
        for day, cents in item.daily(high=high) if item.daily else ():
            table.at(day).add(item, cents)
    ledgers = [ledger for item in items for ledger in _ledgers(item, high=high)]
    is_open = any(ledger.plan_cents is None for ledger in ledgers)
    for item in () if is_open else items:
        payer = who_settles(item, high=high)
        for ledger in _ledgers(item, high=high):
            for day, cents in ledger.paid():
                sums = table.at(day)
                sums.plan += cents
                sums.payers[payer] += cents
    met = [(ledger.deductible_met_on, ledger.limit_met_on) for ledger in ledgers]
    return Timeline(
        rows=tuple(table.rows(is_open=is_open)),
        deductible_met_on=tuple(day for day, _ in met if day is not None),
        limit_met_on=tuple(day for _, day in met if day is not None),
    )


def _ledgers(item: Item, *, high: bool) -> tuple[Ledger, ...]:
    return item.high_ledgers if high else item.low_ledgers


def _can_be_told(item: Item, *, high: bool) -> bool:
    """Return whether a line is known at an end, and its days add up to it."""
    end = ends_of_items((item,))[high]
    daily = item.daily(high=high) if item.daily else ()
    return sum(cents for _, cents in daily) == end


class _Sums:
    """What adds up in one interval."""

    def __init__(self) -> None:
        self.visits = 0
        self.plan = 0
        self.cents: dict[CostComponent, int] = {}
        self.payers: Counter[PaidBy] = Counter()

    def add(self, item: Item, cents: int) -> None:
        """Add what falls due of a line; what others take from it falls to them."""
        self.cents[item.component] = self.cents.get(item.component, 0) + cents
        if item.payer is not None:
            self.payers[PaidBy.PATIENT] += cents
            if item.payer is not PaidBy.PATIENT:
                self.payers[item.payer] -= cents


class _Table:
    """The intervals of a course, each with what falls due in it."""

    def __init__(self, start: date, by: Interval) -> None:
        self._start, self._by = start, by
        self._sums: dict[date, _Sums] = {}

    def at(self, day: date) -> _Sums:
        """Return the sums of the interval that `day` falls in."""
        match self._by:
            case Interval.DAY:
                first = day
            case Interval.WEEK:
                first = day - timedelta(days=(day - self._start).days % 7)
            case _:
                first = day.replace(day=1)
        return self._sums.setdefault(first, _Sums())

    def rows(self, *, is_open: bool) -> Iterable[TimelineRow]:
        """Yield the intervals in order, added up."""
        paid = lost = 0
        for start, sums in sorted(self._sums.items(), key=lambda each: each[0]):
            income = sums.cents.get(CostComponent.LOST_INCOME, 0)
            due = sum(sums.cents.values()) - income
            paid, lost = paid + due, lost + income
            yield TimelineRow(
                start=start,
                visits=sums.visits,
                by_component={part: Money(cents) for part, cents in sums.cents.items() if cents},
                to_pay=Money(due),
                by_payer={} if is_open else _shown(sums.payers),
                plan_pays=None if is_open else Money(sums.plan),
                income_lost=Money(income),
                to_pay_so_far=Money(paid),
                together_so_far=Money(paid + lost),
            )


def _shown(payers: Mapping[PaidBy, int]) -> Mapping[PaidBy, Money]:
    return {payer: Money(payers[payer]) for payer in PaidBy if payers.get(payer)}
