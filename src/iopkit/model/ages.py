"""How old a person is on another day than the one for which the case tells it."""

from __future__ import annotations

from datetime import date

from iopkit.model.case import Case
from iopkit.model.episode import NextBirthday
from iopkit.values.spans import Basis, Span
from iopkit.vocabulary.people import OLDEST_AGE


def whole_years(since: date, day: date) -> int:
    """Return the birthdays from `since`, itself one, to `day`; below 0 where `day` is earlier."""
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))


def age_on(case: Case, day: date) -> Span[int] | None:
    """Return how old the person may be on a day, `None` where their age is not told.

    The age is told for the case's day.  Without that, or on it, it stands as told; later it may
    be one more, unless `Episode.next_birthday` settles it for a first day of care.
    """
    age = case.person.age if case.person else None
    if age is None or case.on is None or day == case.on or age == OLDEST_AGE:
        return None if age is None else Span.exactly(age)
    years = whole_years(case.on, day)
    low, high = age + years, age + years + 1
    told = case.episode.next_birthday if case.episode and case.episode.starts == (day,) else None
    if told is not None and years == 0:
        low = high = high if told is NextBirthday.BEFORE_CARE else low
    return Span(_counted(low), _counted(high), Basis.COMPUTED)


def _counted(age: int) -> int:
    return min(max(age, 0), OLDEST_AGE)
