"""Periods of days, half-open: the start is in, the end is not."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from attrs import field, frozen

from iopkit.errors import InvalidValue

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EXPECTED = "START..END with days as YYYY-MM-DD, END after START, or START..open"


def parse_day(text: str) -> date:
    """Return the day written as `YYYY-MM-DD`, and nothing looser.

    Raises:
        InvalidValue: `text` is written otherwise or names no day of the calendar.
    """
    day = None
    if isinstance(text, str) and _DAY.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            day = None
    if day is None:
        raise InvalidValue("day", "a date YYYY-MM-DD")
    return day


def _last_if_open(end: date | None) -> tuple[bool, date]:
    return end is None, end or date.max


@frozen(order=True)
class Period:
    """The days from `start` up to, not including, `end`; `end` `None` means still running.

    Periods are in order of their starts, then of their ends; a running one comes last.

    Raises:
        InvalidValue: `end` is not after `start`.
    """

    start: date
    end: date | None = field(default=None, order=_last_if_open)

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise InvalidValue("period", "an end after the start")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period written `2024-01-01..2025-01-01`, or `2024-01-01..open`.

        Raises:
            InvalidValue: `text` is written otherwise.
        """
        start, dots, end = text.partition("..") if isinstance(text, str) else ("", "", "")
        if not dots:
            raise InvalidValue("period", _EXPECTED)
        return cls(parse_day(start), None if end == "open" else parse_day(end))

    @classmethod
    def calendar_year(cls, year: int) -> Period:
        """Return the days of one calendar year.

        Raises:
            InvalidValue: `year` is not from 1 to 9998.
        """
        if not MINYEAR <= year < MAXYEAR:
            raise InvalidValue("calendar year", "a year from 1 to 9998")
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    def holds(self, day: date) -> bool:
        """Return whether `day` lies in the period."""
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        """Return whether some day lies in both periods."""
        return (self.end is None or other.start < self.end) and (
            other.end is None or self.start < other.end
        )

    @property
    def days(self) -> int | None:
        """How many days the period has; `None` while it is still running."""
        return None if self.end is None else (self.end - self.start).days

    def __str__(self) -> str:
        return f"{self.start.isoformat()}..{self.end.isoformat() if self.end else 'open'}"
