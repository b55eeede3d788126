"""On which days of a course the program is closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from iopkit.cost.calendar_weeks import Calendar, Days
from iopkit.cost.notes import Notebook
from iopkit.cost.stages import WEEKDAYS
from iopkit.errors import InvalidValue, NotInForce
from iopkit.law.amounts import Amounts, AmountSeries
from iopkit.model.case import Case
from iopkit.values.periods import parse_day
from iopkit.vocabulary.matching import from_text
from iopkit.vocabulary.times import Holiday

HOLIDAYS = "us/holidays"
"""Below this id stand the published rules by which holidays fall on days of a year."""

_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = tuple(day.label.en.lower() for day in WEEKDAYS)
_EXPECTED = "a rule such as `july 4`, `last monday of may` or `fourth thursday of november`"


def closed_dates(
    case: Case, calendar: Calendar, days: Days, amounts: Amounts, notes: Notebook
) -> frozenset[date]:
    """Return the days on which the program is closed: as told in the case, else its holidays.

    Holidays are those up to the end of the week of the last of `days`; where missed days may be
    made up, for ten years.  A holiday that no published rule places on a day stays open, and the
    notes say so.
    """
    episode = case.episode
    if episode is not None and episode.closed_days is not None:
        return frozenset(episode.closed_days)
    names = {name for stage in calendar.weeks.stages for name in stage.week.schedule.closed_on}
    if not names:
        return frozenset()
    goes_on = episode is not None and bool(episode.missed_days or episode.planned_absences)
    last = date.max.year if goes_on else _last_year(calendar, days)
    series = {one.id: one for one in amounts.series}
    dates, unplaced = set[date](), list[str]()
    for name in sorted(names):
        is_placed = False
        for day in _dates_of(name, calendar.start, series):
            is_placed = True
            if day.year > last:
                break
            dates.add(day)
        if not is_placed:
            unplaced.append(name)
    if unplaced:
        notes.assume("closed-days-counted", names=", ".join(unplaced))
    return frozenset(dates)


def _last_year(calendar: Calendar, days: Days) -> int:
    week = calendar.week_of(max(days, default=calendar.start))
    return (calendar.first(week) + timedelta(days=6)).year


def _dates_of(name: str, start: date, series: Mapping[str, AmountSeries]) -> Iterator[date]:
    """Yield the days on which a holiday falls, from the year of `start` to ten years on."""
    try:
        yield parse_day(name)
    except InvalidValue:
        pass
    else:
        return
    holiday = from_text(name, Holiday).term
    rules = None if holiday is None else series.get(f"{HOLIDAYS}/{holiday.value}")
    if rules is None:
        return
    for year in range(start.year, min(start.year + 11, date.max.year)):
        try:
            rule = rules.values.on(date(year, 1, 1))
        except NotInForce:
            continue
        yield day_by_rule(str(rule), year)


def day_by_rule(rule: str, year: int) -> date:
    """Return the day of `year` that a rule means, such as `last monday of may`.

    Raises:
        InvalidValue: `rule` is written otherwise.
    """
    match rule.split():
        case [month, number] if month in _MONTHS and number.isdecimal():
            return date(year, _MONTHS.index(month) + 1, int(number))
        case [ordinal, weekday, "of", month] if month in _MONTHS:
            days = _weekdays(year, _MONTHS.index(month) + 1, weekday)
            if days and ordinal == "last":
                return days[-1]
            if days and ordinal in _ORDINALS:
                return days[_ORDINALS.index(ordinal)]
    raise InvalidValue("holiday", _EXPECTED)


def _weekdays(year: int, month: int, weekday: str) -> list[date]:
    """Return the days of a month that fall on a weekday."""
    if weekday not in _WEEKDAYS:
        return []
    first = date(year, month, 1)
    first += timedelta(days=(_WEEKDAYS.index(weekday) - first.weekday()) % 7)
    days = (first + timedelta(weeks=week) for week in range(5))
    return [day for day in days if day.month == month]
