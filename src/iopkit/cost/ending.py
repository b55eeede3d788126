"""What has been used of a plan after lines, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER, AdjudicatedLine
from iopkit.cost.book import Book, Marks, book_of
from iopkit.cost.exactness import CALENDAR
from iopkit.cost.handling import Name, Tracked
from iopkit.cost.kernel import NO_LIMIT, Left
from iopkit.cost.making import first_name, own_name
from iopkit.cost.needs import home_benefit
from iopkit.cost.pool_ends import added, outside_after, pool_after, raised, side_after
from iopkit.cost.readings import Reading
from iopkit.cost.service_use import first_visits_used, use_of
from iopkit.cost.sides import Side
from iopkit.cost.year_numbers import carries_from
from iopkit.model.accumulators import (
    Accumulators,
    BenefitUse,
    LimitUse,
)
from iopkit.model.authorization import PenaltyUnit
from iopkit.model.benefits import LimitPeriod, LimitUnit
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.vocabulary.coverage import Benefit, LinePart

_DEDUCTIBLE = PART_ORDER.index(LinePart.DEDUCTIBLE)


class Settled(NamedTuple):
    """A book and what is left of it after lines; what they used is told when it is asked for."""

    book: Book
    left: tuple[int, ...]
    marks: Marks

    @property
    def used_before(self) -> Accumulators:
        """What had been used before."""
        return self.book.used

    def used_after(self, lines: Iterable[AdjudicatedLine]) -> Accumulators:
        """Return what has been used after `lines`, the lines that were settled."""
        before, plan, each = self.book.used, self.book.plan, tuple(lines)
        if not each:
            return before
        carried = self._carried(each)
        return evolve(
            before,
            **pool_after("", before, plan, self._taken),
            out_of_network=outside_after(plan.out_of_network, self.book.used, self._taken),
            drug=side_after("drug.", before.drug, plan.drug, self._taken),
            visits_used=self._visits(),
            stay=_last_stay(each, before.stay),
            carryover_used=None if carried is None else added(before.carryover_used, carried),
            benefits_used=self._benefits(each[0].line.on),
        )

    def __repr__(self) -> str:
        return "<Settled>"

    def _taken(self, name: Name) -> int:
        # What is used of a name is used at each of its places.
        for place in self.book.names.get(name, {}).values():
            return self.book.left[place] - self.left[place]
        return 0

    def _carried(self, lines: Iterable[AdjudicatedLine]) -> int | None:
        """Return what of the deductible was met in the months that a plan carries over, in cents.

        It is met by every line that its amount inside the network counts, on either side.  `None`
        is not known: these months end with a plan year that is not told.
        """
        plan, book = self.book.plan, self.book
        month = plan.deductible_carries_over_from
        if month is None:
            return 0
        places = set(book.names.get("deductible_used", {}).values())
        some = (
            each
            for each in lines
            if not places.isdisjoint(
                book.handlings[each.line.benefit, each.line.is_in_network].deductible.takes
            )
        )
        met = [(line.on, run.part_cents[_DEDUCTIBLE]) for line, run in some]
        return _met_from(month, plan.plan_year, [(day, cents) for day, cents in met if cents])

    def _visits(self) -> int | None:
        before, home = self.book.used.visits_used, self.book.home
        if before is None or self.left == self.book.left:
            return before
        if home is None:
            return None
        return before + self._taken(("visits", home))

    def _benefits(self, first: date) -> tuple[BenefitUse, ...] | None:
        before = self.book.used.benefits_used
        if before is None:
            return None
        changed = {benefit: self._benefit(benefit, first) for benefit in self.book.tracked}
        kept = [changed.pop(use.benefit, self._before(use, first)) for use in before]
        new = (use for use in changed.values() if self._is_news(use))
        return (*kept, *new)

    def _is_news(self, use: BenefitUse) -> bool:
        """Return whether the use of a benefit that was not named must be from now on."""
        told, is_home = self.book.plan.benefit(use.benefit), use.benefit is self.book.home
        if is_home and told is not None and told.first_visits is not None:
            # Visits outside the network count among all, and not among the first.
            return use != use_of(self.book.used, use.benefit) or use.first_visits != self._visits()
        return use != use_of(self.book.used, use.benefit)

    def _before(self, told: BenefitUse, first: date) -> BenefitUse:
        """Return what was used before, less what ended with a stay.

        What was told of a running week or month is of that in which the first line fell.
        """
        limits = [
            evolve(use, on=first) if use.on is None and use.period in CALENDAR else use
            for use in told.limits or ()
        ]
        if not self.marks.has_new_stay:
            return evolve(told, limits=None if told.limits is None else tuple(limits))
        kept = (use for use in limits if use.period is not LimitPeriod.STAY)
        rule = self.book.plan.missing_authorization
        ends = rule is not None and rule.unit is PenaltyUnit.STAY and told.penalties is not None
        return evolve(
            told,
            penalties=ZERO if ends else told.penalties,
            stay_copays=None if told.stay_copays is None else ZERO,
            stay_copay_days=None if told.stay_copay_days is None else 0,
            limits=None if told.limits is None else tuple(kept),
        )

    def _benefit(self, benefit: Benefit, first_on: date) -> BenefitUse:
        told = self._before(use_of(self.book.used, benefit), first_on)
        tracked = self.book.tracked[benefit]
        on = self.marks.copay_on.get(benefit)
        copays, side = tracked.copays, Side(benefit)
        changes: dict[str, Any] = {}  # whatever `evolve` takes
        visits = self._first_visits(benefit, told)
        if visits is not None:
            changes["first_visits"] = visits + self._taken(first_name(side))
        changes["deductible_used"] = raised(told.deductible_used, self._taken(own_name(side)))
        if copays is not None and told.stay_copays is not None:
            more = NO_LIMIT - self.left[copays.amounts[0]]
            changes["stay_copays"] = raised(told.stay_copays, more)
        if copays is not None and isinstance(told.stay_copay_days, int):
            more = NO_LIMIT - self.left[copays.days[0]]
            changes["stay_copay_days"] = told.stay_copay_days + more
        if on is not None:
            changes["copay_on"] = date.fromordinal(on)
        if tracked.penalties is not None and told.penalties is not None:
            more = NO_LIMIT - self.left[tracked.penalties]
            changes["penalties"] = raised(told.penalties, more)
        if benefit in self.marks.copay_left:
            changes["copay_left"] = Money(self.marks.copay_left[benefit])
        return evolve(told, **changes, limits=self._limits(benefit, told, tracked))

    def _first_visits(self, benefit: Benefit, told: BenefitUse) -> int | None:
        """Return what had counted before; of a benefit that is not named, visits may tell it."""
        of_plan, used = self.book.plan.benefit(benefit), self.book.used
        if of_plan is not None and all(
            use.benefit is not benefit for use in used.benefits_used or ()
        ):
            is_home = benefit is self.book.home
            return first_visits_used(used, of_plan, Side(benefit), is_home=is_home)
        return told.first_visits if isinstance(told.first_visits, int) else None

    def _limits(
        self, benefit: Benefit, told: BenefitUse, tracked: Tracked
    ) -> tuple[LimitUse, ...] | None:
        if told.limits is None:
            return None
        found = {(use.unit, use.period): use for use in told.limits}
        for (unit, period), (place, whole) in tracked.limits.items():
            if benefit is self.book.home and (unit, period) == (LimitUnit.VISITS, LimitPeriod.YEAR):
                continue
            if (self.left[place], self.marks.counted_on.get(place)) != (
                self.book.left[place],
                self.book.marks.counted_on.get(place),
            ):
                on = self.marks.counted_on.get(place)
                found[unit, period] = _limit_use(unit, period, whole - self.left[place], on)
                if self.left[place] == whole:
                    del found[unit, period]
        return tuple(found.values())


class EvenEnding(NamedTuple):
    """The end of equal lines of one side that were settled at once; only it needs their book."""

    plan: HealthPlan
    used_before: Accumulators
    side: Reading
    line_count: int
    before: Left[int]
    after: Left[int]

    def used_after(self, lines: Iterable[AdjudicatedLine]) -> Accumulators:
        """Return what has been used after `lines`, the lines that were settled."""
        home = home_benefit(self.plan, (self.side.side.benefit,))
        book = book_of(self.plan, self.used_before, home, (self.side,))
        handling, left = book.handlings[self.side.side], list(book.left)
        for places, taken in (
            (handling.deductible.takes, self.before.deductible - self.after.deductible),
            (handling.limit.takes, self.before.room - self.after.room),
            ((handling.visits,), self.line_count),
        ):
            for place in places:
                left[place] -= taken
        return Settled(book, tuple(left), book.marks).used_after(lines)

    def __repr__(self) -> str:
        return "<EvenEnding>"


def _limit_use(unit: LimitUnit, period: LimitPeriod, used: int, on: int | None) -> LimitUse:
    return LimitUse(
        unit=unit,
        period=period,
        count=used if unit in (LimitUnit.VISITS, LimitUnit.DAYS) else None,
        minutes=used if unit is LimitUnit.HOURS else None,
        amount=Money(used) if unit is LimitUnit.DOLLARS else None,
        on=None if on is None else date.fromordinal(on),
    )


def _last_stay(lines: Sequence[AdjudicatedLine], before: int | None) -> int | None:
    """Return the number of the stay that is running after `lines`."""
    numbers = (line.stay for line, _ in reversed(lines))
    return next((stay for stay in numbers if stay is not None), before)


def _met_from(month: int, year: Period | None, met: Collection[tuple[date, int]]) -> int | None:
    first = None if year is None else carries_from(month, year)
    if first is None:
        # Whenever the year ends, the month itself is one of those that carry over.
        return sum(cents for _, cents in met) if all(day.month == month for day, _ in met) else None
    return sum(cents for day, cents in met if day >= first)
