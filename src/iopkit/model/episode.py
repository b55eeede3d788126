"""An episode of care as it is planned for a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.family import require_not_negative
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.values.terms import Term
from iopkit.vocabulary.billing import Unit
from iopkit.vocabulary.care import EntryRoute


@frozen(kw_only=True, repr=False)
class Travel(Quiet):
    """How the person gets to the program and back; each field `None` where not known.

    `miles` and `minutes` are one way.  `cost_per_mile` is the caller's own figure; without one,
    the published medical mileage rate stands in and the estimate says so.  `fares` and
    `parking` are for one attended day.

    Raises:
        InvalidValue: an amount, the distance or the time is negative.
    """

    miles: Decimal | None = None
    minutes: int | None = None
    cost_per_mile: Money | None = None
    fares: Money | None = None
    parking: Money | None = None

    def __attrs_post_init__(self) -> None:
        require_not_negative(
            cost_per_mile=self.cost_per_mile, fares=self.fares, parking=self.parking
        )
        if self.miles is not None and not (self.miles.is_finite() and self.miles >= 0):
            raise InvalidValue("miles", "a distance that is not negative")
        if self.minutes is not None and self.minutes < 0:
            raise InvalidValue("minutes", "a time that is not negative")


@frozen(kw_only=True, repr=False)
class Childcare(Quiet):
    """What somebody pays to have children looked after while they attend.

    By the hour, the time away counts: sessions, what lies between them, and the way both ways.

    Raises:
        InvalidValue: `amount` is negative.
    """

    amount: Money
    unit: Unit

    def __attrs_post_init__(self) -> None:
        if self.amount < ZERO:
            raise InvalidValue("childcare", "an amount that is not negative")


class NextBirthday(Term):
    """When somebody turns a year older, as far as their care is concerned; no date is told.

    Whoever does so on the first day of care is a year older on all of its days.
    """

    BEFORE_CARE = (
        "before-care",
        "by the first day of care",
        "a más tardar el primer día de atención",
    )
    DURING_CARE = (
        "during-care",
        "later, by the last day of care",
        "después, a más tardar el último día de atención",
    )
    AFTER_CARE = "after-care", "after the last day of care", "después del último día de atención"


@frozen(kw_only=True, repr=False)
class Episode(Quiet):
    """A course of care: when it starts, how long it lasts, and on what terms.

    `start` is the first day on which a session may fall, `weeks` is the length; each is a range
    where it is not settled.  `track` names the chosen track of the program.  `is_in_network`,
    `is_authorized`, and whether it may ask for more than the plan recognizes
    (`may_be_balance_billed`: a contract, a law or an assignment may forbid that) are about this
    program under this plan, `is_admitted` and `has_age_exception` are what the program has
    answered when asked.  `entry_route` is how the person comes into care.  `planned_absences` are
    the sessions of the whole course that the person knows they will miss, `missed_days` the days
    of them that are known; `are_absences_excused` is what the program has answered to them, and
    `makes_up_missed_days` whether the course goes on until as many days have been attended.
    `closed_days` are the days of the course on which the program is closed, as it has answered;
    none where it is empty.  `next_birthday` is the first after the case's day, for which the age
    is told: without it, a price that depends on age may be of either age from then on.  Each is
    `None` where not known.

    Raises:
        InvalidValue: `weeks` is below 1, or `planned_absences` below 0 or below the number of
            `missed_days`.
    """

    start: date | Span[date] | None = None
    weeks: int | Span[int] | None = None
    track: str | None = None
    is_in_network: bool | None = None
    is_authorized: bool | None = None
    may_be_balance_billed: bool | None = None
    is_admitted: bool | None = None
    has_age_exception: bool | None = None
    entry_route: EntryRoute | None = None
    planned_absences: int | None = None
    missed_days: tuple[date, ...] = ()
    makes_up_missed_days: bool | None = None
    are_absences_excused: bool | None = None
    closed_days: tuple[date, ...] | None = None
    next_birthday: NextBirthday | None = None
    travel: Travel | None = None
    childcare: Childcare | None = None

    def __attrs_post_init__(self) -> None:
        ends = (self.weeks.low, self.weeks.high) if isinstance(self.weeks, Span) else (self.weeks,)
        if any(end is not None and end < 1 for end in ends):
            raise InvalidValue("weeks", "at least 1 week")
        missed = len(set(self.missed_days))
        if self.planned_absences is not None and self.planned_absences < missed:
            raise InvalidValue("planned_absences", "at least the number of missed days, from 0")

    @property
    def starts(self) -> tuple[date, ...]:
        """The earliest and the latest start as far as told, one where both are the same."""
        ends = (self.start.low, self.start.high) if isinstance(self.start, Span) else (self.start,)
        return tuple(dict.fromkeys(end for end in ends if end is not None))
