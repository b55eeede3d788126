"""Values that hold for a time: what a payer, an agency or a year can change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

from attrs import field, frozen

from iopkit.errors import InvalidValue, NotInForce
from iopkit.values.periods import Period

T = TypeVar("T")


@frozen
class DatedEntry(Generic[T]):
    """One value, the period in which it holds, and the id of the source that says so.

    `source` and `section` are empty only where the whole series has one source.
    """

    period: Period
    value: T
    source: str = ""
    section: str = ""


def _by_start(entries: Iterable[DatedEntry[T]]) -> tuple[DatedEntry[T], ...]:
    return tuple(sorted(entries, key=lambda entry: entry.period.start))


@frozen
class Dated(Generic[T]):
    """A value through time: entries in order, none overlapping, gaps allowed.

    Raises:
        InvalidValue: two entries hold on the same day.
    """

    entries: tuple[DatedEntry[T], ...] = field(converter=_by_start)
    name: str = "dated value"

    def __attrs_post_init__(self) -> None:
        pairs = zip(self.entries, self.entries[1:], strict=False)
        if any(before.period.overlaps(after.period) for before, after in pairs):
            raise InvalidValue(self.name, "periods that do not overlap")

    def entry_on(self, day: date) -> DatedEntry[T]:
        """Return the entry in force on `day`, with its period and source.

        Raises:
            NotInForce: no entry holds on `day`; the error names the periods that exist.
        """
        for entry in self.entries:
            if entry.period.holds(day):
                return entry
        raise NotInForce(self.name, day.isoformat(), map(str, self.periods))

    def on(self, day: date) -> T:
        """Return the value in force on `day`.

        Raises:
            NotInForce: no entry holds on `day`; the error names the periods that exist.
        """
        return self.entry_on(day).value

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods for which there is a value, in order."""
        return tuple(entry.period for entry in self.entries)
