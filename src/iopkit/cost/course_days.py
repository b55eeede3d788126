"""The dated sessions of a course of care: which days, and what is held on each."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.cost.beginnings import every_way
from iopkit.cost.notes import Note, Notebook
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.schedule import Session
from iopkit.values.privacy import Quiet


@frozen(kw_only=True, repr=False)
class CareDay(Quiet):
    """One attended day: its week of the course, from 1, and its sessions in order of time.

    `sessions` is empty where the weekdays of that week are not known; the day is then only
    assumed to stand at the beginning of its week.
    """

    on: date
    week: int
    sessions: tuple[Session, ...] = ()


@frozen(kw_only=True, repr=False)
class CareDays(Quiet):
    """The days of the shortest and of the longest course that what is told allows.

    Both are the same where all is told.  `longest` is `None` where nothing bounds it.  Where
    several days may be missed, or be the first, they are those of one way.
    """

    shortest: tuple[CareDay, ...]
    longest: tuple[CareDay, ...] | None
    assumptions: tuple[Note, ...] = ()
    unknowns: tuple[Note, ...] = ()


def care_days(case: Case, amounts: Amounts, *, on: date) -> CareDays:
    """Return the days of care in `case`; `on` is the start where none is told.

    Phases follow one another, each with its own week; days on which the program is closed and
    days that will be missed are left out, and made up at the end where the case says so.
    `amounts` hold the published rules by which holidays fall on a day.

    Raises:
        InvalidValue: the course is longer than 520 weeks, or ends after the year 9999.
    """
    notes = Notebook()
    ways = every_way(case, amounts, notes, on=on)

    def dated(days: tuple[date, ...]) -> tuple[CareDay, ...]:
        return tuple(
            CareDay(
                on=day,
                week=way.week_of(day) + 1,
                sessions=tuple(sorted(way.sessions_on(day), key=lambda each: str(each.start))),
            )
            for day in days
        )

    way = min(ways, key=lambda each: len(each.low))
    shortest = dated(way.low)
    way = max(ways, key=lambda each: len(each.high or ()))
    return CareDays(
        shortest=shortest,
        longest=None if way.high is None else dated(way.high),
        assumptions=notes.assumptions,
        unknowns=notes.unknowns,
    )
