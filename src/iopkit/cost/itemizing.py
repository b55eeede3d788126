"""The lines of a course of care, for each way to attend it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from attrs import evolve

from iopkit.cost.as_told import note_input
from iopkit.cost.beginnings import every_way, note_later_start
from iopkit.cost.birthdays import at_each_age
from iopkit.cost.childcare import childcare_items
from iopkit.cost.course import Course
from iopkit.cost.fee_items import fee_items
from iopkit.cost.fees import balance_items
from iopkit.cost.items import Item
from iopkit.cost.journeys import travel_items
from iopkit.cost.levels import at_level
from iopkit.cost.lost_income import lost_income_items
from iopkit.cost.notes import Notebook
from iopkit.cost.other_services import other_items, tells_all_others
from iopkit.cost.refusals import is_uninsured
from iopkit.cost.same_costs import SameCosts
from iopkit.cost.untold_years import at_each_year
from iopkit.cost.ways import Items, Joined, Way, all_cost_the_same, joined
from iopkit.errors import NotInForce
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case

T = TypeVar("T")

_OF_YEARS = ("plan-year-not-told", "plan-year-before-care", "days-around-plan-year")
_OF_WAYS = (
    "start-range",
    "start-in-plan-year",
    "start-across-plan-years",
    "start-in-later-plan-year",
    "age-not-told",
    "birthday-not-told",
    "birthday-during-care",
    *_OF_YEARS,
)
"""What is not known of the days of care and of the age on them: each answer is a way to attend."""

_OF_PLANS = ("iop-benefit-not-told", "second-iop-benefit-not-told", "payer-order-not-known")
"""What is not known of the plans, of which each answer is counted."""


def by_year(compute: Callable[[], T]) -> T:
    """Return what `compute` does; an amount that is missing is told by its year.

    Raises:
        NotInForce: an amount is missing.
    """
    try:
        return compute()
    except NotInForce as error:
        lapsed = error
    # The day belongs to the person's course; its year is enough to see what is missing.
    raise NotInForce(lapsed.what, lapsed.day[:4], lapsed.periods)


def itemized(case: Case, amounts: Amounts, *, on: date) -> tuple[Notebook, Joined, tuple[Way, ...]]:
    """Return what is assumed and not known, the lines from low to high, and each way to attend."""
    notes = Notebook(case.program.level if case.program else None)
    note_input(case, notes)
    case = at_level(case, notes)
    attended = every_way(case, amounts, notes, on=on)
    if not is_uninsured(case.health_plan):
        note_later_start(case, attended, notes)
    attended = at_each_year(attended, case, amounts, notes)
    attended = at_each_age(attended, case, notes, on=on)
    counted = _Counted(SameCosts.of(case, amounts, attended))
    each = [
        tuple(_ways(Course(case, amounts, attendance, notes), counted)) for attendance in attended
    ]
    ways = tuple(chain.from_iterable(each))
    if all(len(own) > 1 and all_cost_the_same(own) for own in each):
        notes.settle(_OF_YEARS)
    if not tells_all_others(case):
        notes.assume("other-costs-not-told")
    if all_cost_the_same(ways):
        notes.settle((*_OF_WAYS, *_OF_PLANS))
    elif len(ways) == 1:
        notes.settle(_OF_WAYS)
    return notes, joined(ways), ways


class _Counted:
    """What has been counted of ways to attend, once of those that must cost the same."""

    def __init__(self, same: SameCosts | None) -> None:
        self._same = same
        self._fees: dict[Hashable, Items] = {}
        self._others: dict[Hashable, tuple[Items, Items]] = {}

    def fees(self, course: Course) -> Items:
        """Return the fee of a course, in its plan year."""
        if self._same is None:
            return tuple(_fees(course))
        key = self._same.key(course.attendance, course.year)
        if key not in self._fees:
            self._fees[key] = tuple(_fees(course))
        return self._fees[key]

    def others(self, course: Course) -> tuple[Items, Items]:
        """Return what else a course costs, and the income that it loses, in whatever year."""
        if self._same is None:
            return _others(course)
        key = self._same.key(course.attendance)
        if key not in self._others:
            self._others[key] = _others(course)
        return self._others[key]


def _ways(course: Course, counted: _Counted) -> Iterator[Way]:
    """Yield what the course costs in each of its plan years; that changes the fee alone."""
    each = _in_each_year(course)
    fees = [counted.fees(one) for one in each]
    others, income = counted.others(course)
    for one, own in zip(each, fees, strict=True):
        yield Way(one.attendance, (*own, *others), income)


def _others(course: Course) -> tuple[Items, Items]:
    case = course.case
    may_be_covered = not is_uninsured(case.health_plan) or case.second_coverage is not None
    others = (
        *other_items(course, may_be_covered=may_be_covered),
        *travel_items(course),
        *childcare_items(course),
    )
    return others, tuple(lost_income_items(course))


def _in_each_year(course: Course) -> Sequence[Course]:
    attended = course.attendance
    if len(attended.years) == 1:
        return (course,)
    return [evolve(course, attendance=attended.in_year(year)) for year in attended.years if year]


def _fees(course: Course) -> Iterator[Item]:
    own = fee_items(course)
    yield from own
    yield from balance_items(course, own[0])
