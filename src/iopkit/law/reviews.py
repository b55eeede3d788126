"""Reviews: when the need for care must be shown again for an authority to go on paying."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.texts import Text


@frozen(kw_only=True)
class Review:
    """One clock that an authority sets from the first day of care.

    `first_by_day` is the number of the day of care by which the first review is due, where the
    first day of care is day 1; `None` means that the first is due like every later one.
    `every_days` is the greatest number of days from one review to the next, or from the first
    day of care to the first review; `None` means that only one is asked.

    Raises:
        InvalidValue: neither number is told, or one is below 1.
    """

    id: str
    label: Text
    source: str
    section: str = ""
    first_by_day: int | None = None
    every_days: int | None = None

    def __attrs_post_init__(self) -> None:
        told = [days for days in (self.first_by_day, self.every_days) if days is not None]
        if not told or min(told) < 1:
            raise InvalidValue("review", "a first day, an interval or both, of at least 1 day")
