"""The household of a case: its poverty guideline, and incomes at which what it pays may turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil, floor

from iopkit.cost.course import Course
from iopkit.cost.poverty import guideline_series, poverty_guideline
from iopkit.errors import InvalidValue
from iopkit.model.assistance import Assistance
from iopkit.model.case import Case
from iopkit.model.household import Household
from iopkit.model.sliding_scales import Cut, band_of
from iopkit.values.money import Money
from iopkit.vocabulary.places import State

INCOME = "household.yearly_income"
SIZE = "household.size"
"""Where a case tells its household."""

_MOST_PERSONS = 12
_CENT = Money(1)


def household_of(case: Case) -> Household:
    """Return the household of a case, of which nothing may be known."""
    return case.household or Household()


def guideline_on(course: Course, day: date) -> Money | None:
    """Return the household's poverty guideline on a day, `None` where it cannot be told.

    Raises:
        NotInForce, NotShipped: the poverty guideline of the year is not known.
    """
    size, person = household_of(course.case).size, course.case.person
    if size is None or person is None or person.state is None:
        return None
    try:
        found = poverty_guideline(course.amounts, size, person.state, on=day)
    except InvalidValue:  # none is published for a territory
        return None
    _note(course, person.state, day, found)
    return found


def _note(course: Course, state: State, day: date, amount: Money | None) -> None:
    """Note the guideline of a year with its source; `amount` is `None` where it may be several."""
    source = course.amounts.entry(guideline_series(state)[0], on=day).source or None
    year = str(day.year)
    if amount is None:
        course.notes.assume("poverty-guidelines", source, year=year)
    else:
        course.notes.assume("poverty-guideline", source, year=year, amount=str(amount))


def scale_guidelines(course: Course, told: Assistance) -> list[tuple[int | None, Money]]:
    """Return the guidelines that a program may use, each with the size that it supposes.

    Of a size that is not told, those of up to 12 persons; none where no guideline can be told.

    Raises:
        NotInForce, NotShipped: the poverty guideline of the year is not known.
        InvalidValue: none is published for the territory.
    """
    if told.guideline is not None:
        return [(None, told.guideline)]
    state = course.case.person.state if course.case.person else None
    if state is None:
        return []
    on, amounts = course.attendance.start, course.amounts
    size = household_of(course.case).size
    if size is not None:
        only = poverty_guideline(amounts, size, state, on=on)
        _note(course, state, on, only)
        return [(None, only)]
    _note(course, state, on, None)
    return [
        (each, poverty_guideline(amounts, each, state, on=on))
        for each in range(1, _MOST_PERSONS + 1)
    ]


def scale_turns(course: Course) -> Iterator[Money]:
    """Yield the incomes on both sides of each end of a class, where a sliding fee scale is told.

    Raises:
        NotInForce, NotShipped, InvalidValue: as for `scale_guidelines`.
    """
    told = course.case.assistance
    if told is None or told.scale is None:
        return
    cuts = {cut for each in told.scale.classes for cut in band_of(each) if cut is not None}
    for _, guideline in scale_guidelines(course, told):
        for cut in cuts:
            first = least_income(cut, guideline)
            yield from (first - _CENT, first)


def least_income(cut: Cut, guideline: Money) -> Money:
    """Return the least yearly income that lies after a cut between percents of a guideline."""
    percent, is_after = cut
    exact = percent * guideline.cents / 100
    return Money(floor(exact) + 1 if is_after else ceil(exact))
