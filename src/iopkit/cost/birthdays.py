"""Ways to attend, each at every age that somebody may have on its days."""

from __future__ import annotations

from bisect import bisect_left
from calendar import isleap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MINYEAR, date
from typing import NamedTuple

from attrs import evolve, frozen

from iopkit.cost.ages import Ages
from iopkit.cost.attendance import Attendance
from iopkit.cost.calendar_weeks import Days
from iopkit.cost.case_prices import prices_of
from iopkit.cost.notes import Notebook
from iopkit.errors import InvalidValue
from iopkit.model.case import Case
from iopkit.model.episode import NextBirthday
from iopkit.vocabulary.people import OLDEST_AGE

_AGE = "person.age"
_BIRTHDAY = "episode.next_birthday"
_MOST_WAYS = 512
"""Days of birth that may each cost something else."""


class _Side(NamedTuple):
    """What a birthday means for some days: when it falls, and which days have which ages."""

    birthday: NextBirthday
    turns: tuple[int, ...]


class _Way(NamedTuple):
    """One way to be of some age on the fewest and on the most days."""

    ages: Ages
    low: _Side
    high: _Side

    @property
    def sides(self) -> tuple[tuple[int, _Side], tuple[int, _Side]]:
        """The low and the high days, by number."""
        return (0, self.low), (1, self.high)

    @property
    def turns(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Which days have which ages, as far as it matters."""
        return self.low.turns, self.high.turns


def at_each_age(
    ways: Iterable[Attendance], case: Case, notes: Notebook, *, on: date
) -> tuple[Attendance, ...]:
    """Return each way to attend at each age that matters; `on` is the day of the age if not told.

    Where no price of the case depends on age, they are the same ways.  Whoever is of some age on
    a day has a birthday on any day of the year after it: each is tried, and those that put the
    same days at the same side of every age that a price names are one.

    Raises:
        InvalidValue: no birthday fits what is told of it, or those that do are too many to count.
    """
    turning = _turning_ages(case)
    if not turning:
        return tuple(ways)
    asked = _Asked(case, case.on or on, tuple(sorted(turning)))
    found = tuple(aged for way in ways for aged in asked.ways(way, notes))
    if not found:
        raise InvalidValue("next_birthday", "one that fits the age and the days of care")
    return found


def _turning_ages(case: Case) -> set[int]:
    """Return the ages at which some price begins or has ended."""
    spans = [price.ages for price in prices_of(case) if price.ages is not None]
    firsts = {span.low for span in spans if span.low}
    ends = {span.high + 1 for span in spans if span.high is not None}
    return {age for age in firsts | ends if age <= OLDEST_AGE}


@frozen(repr=False)
class _Asked:
    """What is told of an age on the day `on`, and the ages that matter."""

    case: Case
    on: date
    turning: Sequence[int]

    def ways(self, way: Attendance, notes: Notebook) -> Iterator[Attendance]:
        """Yield a way to attend at each age; those that a case can tell come first."""
        found = self._fitting(way)
        leads: Mapping[object, set[object]] = defaultdict(set)
        for each in found:
            for place, side in each.sides:
                leads[place, each.ages.age, side.birthday].add(side.turns)

        def is_vague(each: _Way) -> bool:
            return not self._fits_both(each) or any(
                len(leads[place, each.ages.age, side.birthday]) > 1 for place, side in each.sides
            )

        apart: dict[object, _Way] = {}
        for each in sorted(found, key=is_vague):
            apart.setdefault(each.turns, each)
        if len(apart) > _MOST_WAYS:
            raise InvalidValue("next_birthday", "to be told for so many days of care")
        if len(apart) == 1:
            is_shown = way.is_shown and any(map(self._fits_both, found))
            yield evolve(way, ages=found[0].ages, is_shown=is_shown)
            return
        self._note(notes)
        for each in apart.values():
            aged = evolve(way, ages=each.ages, is_shown=way.is_shown and not is_vague(each))
            yield aged.supposing(*(self._values(each.ages, side) for _, side in each.sides))

    def _each(self, way: Attendance) -> Iterator[_Way]:
        """Yield each age and birthday: one on every attended day, and one on none."""
        high = way.low if way.high is None else way.high
        born = {self.on, *(_within_a_year(self.on, day) for day in (*way.low, *high))}
        told = self.case.person.age if self.case.person else None
        for age in range(OLDEST_AGE + 1) if told is None else (told,):
            for since in sorted(born):
                ages = Ages(age, since)
                yield _Way(ages, self._side(ages, way.low), self._side(ages, high))

    def _side(self, ages: Ages, days: Days) -> _Side:
        turns = tuple(bisect_left(days, age, key=ages.on) for age in self.turning)
        return _Side(_falls(ages, days), turns)

    @property
    def _told(self) -> NextBirthday | None:
        return self.case.episode.next_birthday if self.case.episode else None

    def _fitting(self, way: Attendance) -> list[_Way]:
        """Return the ages and birthdays that fit what was told."""
        found = [each for each in self._each(way) if self._fits(each)]
        if self._told is not NextBirthday.AFTER_CARE:
            return found
        # Without a birthday on the most days there is none on fewer of them either.
        return [each for each in found if self._fits_both(each)] or found

    def _fits(self, way: _Way) -> bool:
        return self._told is None or self._told in (way.low.birthday, way.high.birthday)

    def _fits_both(self, way: _Way) -> bool:
        """Return whether the fewest and the most days both have the birthday where it was told."""
        return self._told is None or {way.low.birthday, way.high.birthday} == {self._told}

    def _values(self, ages: Ages, side: _Side) -> dict[str, object]:
        values: dict[str, object] = {}
        if self.case.person is None or self.case.person.age is None:
            values[_AGE] = ages.age
        if self._told is None:
            values[_BIRTHDAY] = side.birthday
        return values

    def _note(self, notes: Notebook) -> None:
        if self.case.person is None or self.case.person.age is None:
            notes.miss("age-not-told")
        elif self._told is None:
            notes.miss("birthday-not-told")
        else:
            notes.miss("birthday-during-care")


def _within_a_year(last: date, day: date) -> date:
    """Return the birthday of somebody born on `day` that is the latest until `last`."""
    is_before = (day.month, day.day) <= (last.month, last.day)
    year = max(last.year if is_before else last.year - 1, MINYEAR)
    if (day.month, day.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return day.replace(year=year)


def _falls(ages: Ages, days: Days) -> NextBirthday:
    if days and ages.birthdays_by(days[0]) > 0:
        return NextBirthday.BEFORE_CARE
    if days and ages.birthdays_by(days[-1]) > 0:
        return NextBirthday.DURING_CARE
    return NextBirthday.AFTER_CARE
