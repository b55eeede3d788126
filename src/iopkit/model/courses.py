"""How a program runs from its first day to its last: phases, cohorts, rules, and outcomes."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.schedule import Schedule
from iopkit.values.listings import Listing
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.people import Population


@frozen(kw_only=True)
class Phase:
    """One stretch of a course; phases follow one another, often stepping down.

    `level` is told where it differs from that of the program, `schedule` as far as it differs.
    """

    name: str | None = None
    weeks: Span[int] | None = None
    level: CareLevel | None = None
    schedule: Schedule | None = None


@frozen(kw_only=True)
class Cohort:
    """A group within a program that is made for some people and stays together."""

    name: str | None = None
    populations: Listing[Population] = Listing()


@frozen(kw_only=True)
class AttendanceRules:
    """What a program asks of those who attend, and what ends their course.

    The first two are how many missed sessions, or unexcused absences, end it.  `drug_screens`
    counts those of a whole course.  `reviews_every_weeks` says how often progress is reviewed.

    Raises:
        InvalidValue: a number is below 1, or screens are below 0.
    """

    ends_after_missed_sessions: int | None = None
    ends_after_unexcused_absences: int | None = None
    drug_screens: Span[int] | None = None
    reviews_every_weeks: Span[int] | None = None

    def __attrs_post_init__(self) -> None:
        reviews, screens = self.reviews_every_weeks, self.drug_screens
        least = [self.ends_after_missed_sessions, self.ends_after_unexcused_absences]
        least += [reviews.low, reviews.high] if reviews else []
        if any(number is not None and number < 1 for number in least):
            raise InvalidValue("attendance rules", "absences and weeks of at least 1")
        ends = (screens.low, screens.high) if screens else ()
        if any(number is not None and number < 0 for number in ends):
            raise InvalidValue("drug_screens", "a number that is not negative")


@frozen(kw_only=True)
class Meals:
    """What is eaten together on an attended day; zero where there is nothing.

    Raises:
        InvalidValue: a number is negative.
    """

    meals_per_day: int | None = None
    snacks_per_day: int | None = None

    def __attrs_post_init__(self) -> None:
        numbers = (self.meals_per_day, self.snacks_per_day)
        if any(number is not None and number < 0 for number in numbers):
            raise InvalidValue("meals", "numbers that are not negative")


@frozen(kw_only=True)
class Outcomes:
    """What a program reports of those who came to it; each share is of the step before.

    Raises:
        InvalidValue: `referred` is negative.
    """

    referred: int | None = None
    accepted_of_evaluated: Share | None = None
    attended_of_accepted: Share | None = None
    completed_of_attended: Share | None = None

    def __attrs_post_init__(self) -> None:
        if self.referred is not None and self.referred < 0:
            raise InvalidValue("referred", "a number of people that is not negative")
