"""The days on which a course may begin, and each way to attend it from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from iopkit.cost.attendance import Attendance, ways_to_attend
from iopkit.cost.notes import Notebook
from iopkit.cost.year_numbers import number_of, year_of
from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.periods import Period
from iopkit.values.spans import Span

_MOST_STARTS = 366
_START = "episode.start"


def every_way(case: Case, amounts: Amounts, notes: Notebook, *, on: date) -> tuple[Attendance, ...]:
    """Return each way to attend the course of `case`, from each day on which it may start.

    `on` is the start where none is told, and of a range with one end that end.  Starts that lead
    to the same days are one way.

    Raises:
        InvalidValue: a range of starts holds more than 366 days; or as `ways_to_attend`.
    """
    starts = _starts(case, on, notes)
    if len(starts) == 1:
        return _ways_from(starts[0], case, amounts, notes)
    notes.miss("start-range")
    ways = list(_apart(way for day in starts for way in _ways_from(day, case, amounts, notes)))
    _note_sides(ways, year_of(case, starts[0]), notes)
    return tuple(way.supposing({_START: way.start}) for way in ways)


def _ways_from(
    start: date, case: Case, amounts: Amounts, notes: Notebook
) -> tuple[Attendance, ...]:
    return ways_to_attend(case, amounts, notes, start=start, year=year_of(case, start))


def _starts(case: Case, on: date, notes: Notebook) -> Sequence[date]:
    start, told = (case.episode.start, case.episode.starts) if case.episode else (None, ())
    if not told:
        notes.assume("start-not-told")
        return (on,)
    if isinstance(start, Span) and None in (start.low, start.high):
        notes.assume("start-half-told")
    count = (told[-1] - told[0]).days + 1
    if count > _MOST_STARTS:
        raise InvalidValue("start", f"a range of at most {_MOST_STARTS} days")
    return [told[0] + timedelta(days=place) for place in range(count)]


def _apart(ways: Iterable[Attendance]) -> Iterator[Attendance]:
    """Yield ways, of those with the same days in the same weeks the first."""
    seen = set[object]()
    for way in ways:
        high = None if way.high is None else tuple((day, way.week_of(day)) for day in way.high)
        key = (tuple((day, way.week_of(day)) for day in way.low), high)
        if key not in seen:
            seen.add(key)
            yield way


def _note_sides(ways: Iterable[Attendance], year: Period | None, notes: Notebook) -> None:
    """Note on which sides of the end of a plan year the days may fall, where not on one alone."""
    sides = {
        (number_of(year, days[0]), number_of(year, days[-1]))
        for way in ways
        for days in (way.low, way.high)
        if days
    }
    if len(sides) <= 1:
        return
    for first, last in sorted(sides):
        if first != last:
            notes.miss("start-across-plan-years")
        else:
            notes.miss("start-in-later-plan-year" if first else "start-in-plan-year")


def note_later_start(case: Case, ways: Iterable[Attendance], notes: Notebook) -> None:
    """Note from when on a start would put days in a new plan year, where no latest is told."""
    told = case.episode.start if case.episode else None
    is_open = told is None or (isinstance(told, Span) and told.high is None)
    for way in ways:
        year = year_of(case, way.start)
        if not is_open or year is None or year.end is None or not way.low:
            return
        weeks = way.week_of((way.high or way.low)[-1]) + 1
        fits_until = year.end - timedelta(weeks=weeks)
        if way.start <= fits_until:
            notes.assume("later-start-across-plan-years", day=fits_until.isoformat())
        else:
            notes.assume("later-start-in-new-plan-year", day=year.end.isoformat())
        return
