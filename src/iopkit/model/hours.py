"""Stretches of clock time within the days of a week."""

from __future__ import annotations

from datetime import time

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.vocabulary.weekdays import Weekday


def minutes_of(moment: time) -> int:
    """Return the minutes from midnight to `moment`."""
    return moment.hour * 60 + moment.minute


@frozen(kw_only=True)
class WeeklyTime:
    """The same stretch of time on some days of every week, within one day.

    Raises:
        InvalidValue: there is no day, or `end` is not after `start`.
    """

    days: tuple[Weekday, ...]
    start: time
    end: time

    def __attrs_post_init__(self) -> None:
        if not self.days or self.end <= self.start:
            raise InvalidValue("weekly time", "at least one day, and an end after the start")

    @property
    def minutes(self) -> int:
        """Minutes on each of the days."""
        return minutes_of(self.end) - minutes_of(self.start)
