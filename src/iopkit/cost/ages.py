"""How old somebody is on the days of a course, where something depends on it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.model.ages import whole_years
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.people import OLDEST_AGE


@frozen(repr=False)
class Ages(Quiet):
    """The age on any day: `age` from the birthday `since` on, and one more from each further."""

    age: int
    since: date

    def on(self, day: date) -> int:
        """Return the age on a day; 90 is any age from there on."""
        if self.age == OLDEST_AGE:
            return OLDEST_AGE
        return min(max(self.age + whole_years(self.since, day), 0), OLDEST_AGE)

    def birthdays_by(self, day: date) -> int:
        """Return how many birthdays follow `since` until a day."""
        return whole_years(self.since, day)
