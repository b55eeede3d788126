"""The household of a case: its poverty guideline, and incomes at which what it pays may turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil, floor

from iopkit.cost.course import Course
from iopkit.cost.poverty import guideline_series, poverty_guideline
from iopkit.errors import InvalidValue, NotInForce
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

    Of a size that is not told, those of up to 12 persons; none where no guideline can be told,
    which is noted.

    Raises:
        NotShipped: the poverty guidelines are not among the amounts.
    """
    if told.guideline is not None:
        return [(None, told.guideline)]
    size = household_of(course.case).size
    state = course.case.person.state if course.case.person else None
    if state is None or size is None:
        course.notes.miss("household-not-told")
    if state is None:
        return []
    on, sizes = course.attendance.start, range(1, _MOST_PERSONS + 1) if size is None else (size,)
    try:
        found = [poverty_guideline(course.amounts, each, state, on=on) for each in sizes]
    except (InvalidValue, NotInForce):  # a territory, or a year of which none was read
        course.notes.miss("guideline-not-published")
        return []
    _note(course, state, on, None if size is None else found[0])
    return [(None, found[0])] if size is not None else list(zip(sizes, found, strict=True))


def scale_turns(course: Course) -> Iterator[Money]:
    """Yield the incomes on both sides of each end of a class, where a sliding fee scale is told.

    Raises:
        NotShipped: as for `scale_guidelines`.
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
