"""The person who asks, without anything that names them."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.assessments import ImpairedDriving, RiskRatings, TreatmentProgress
from iopkit.model.family import require_not_negative
from iopkit.model.hours import WeeklyTime
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.clinical import Condition
from iopkit.vocabulary.languages import CareLanguage
from iopkit.vocabulary.people import OLDEST_AGE, Population
from iopkit.vocabulary.places import State


class PayPeriod(Term):
    """The time for which a salary is paid."""

    YEAR = "year", "per year", "por año"
    MONTH = "month", "per month", "por mes"
    TWO_WEEKS = "two-weeks", "every two weeks", "cada dos semanas"
    WEEK = "week", "per week", "por semana"


@frozen(kw_only=True, repr=False)
class Salary(Quiet):
    """What is paid for a time, however many hours of it are worked.

    Raises:
        InvalidValue: `amount` is negative.
    """

    amount: Money
    per: PayPeriod

    def __attrs_post_init__(self) -> None:
        if self.amount < ZERO:
            raise InvalidValue("salary", "an amount that is not negative")


@frozen(kw_only=True, repr=False)
class Work(Quiet):
    """When a person works and what an hour of it pays.

    `hours` are the hours of every week.  A `salary` tells what an hour pays only through them;
    where `pay_per_hour` is told too, that counts.  `paid_leave_minutes` is what is left for the
    whole episode; each field is `None` where not known.

    Raises:
        InvalidValue: the pay or the leave is negative.
    """

    hours: tuple[WeeklyTime, ...] | None = None
    pay_per_hour: Money | None = None
    salary: Salary | None = None
    paid_leave_minutes: int | None = None

    def __attrs_post_init__(self) -> None:
        require_not_negative(pay_per_hour=self.pay_per_hour)
        if self.paid_leave_minutes is not None and self.paid_leave_minutes < 0:
            raise InvalidValue("paid_leave_minutes", "a time that is not negative")


@frozen(kw_only=True, repr=False)
class Person(Quiet):
    """What is known of a person; every field may be unknown (`None`).

    There is no name, contact, number, image, birth date or place below state.  `age` is in
    whole years on the case's day, 90 meaning 90 or older.  The needs are judgments that a
    professional has made; iopkit makes none.  `is_synthetic` says that nobody is described.

    `languages` are those in which the person can take part in sessions.  `can_attend` are the
    ways in which they can attend, where `virtual` means both by video and by telephone.
    `free_times` are all the times of a week at which they could be in a session, and none at
    all where the list is empty.

    Raises:
        InvalidValue: `age` is not from 0 to 90.
    """

    is_synthetic: bool | None = None
    age: int | None = None
    state: State | None = None
    conditions: Listing[Condition] = Listing()
    populations: Listing[Population] = Listing()
    languages: Listing[CareLanguage] = Listing()
    can_attend: Listing[Delivery] = Listing()
    needs_more_than_weekly_sessions: bool | None = None
    needs_daily_structure: bool | None = None
    needs_24_hour_care: bool | None = None
    needs_medical_and_nursing_care: bool | None = None
    needs_withdrawal_management: bool | None = None
    is_danger_to_self: bool | None = None
    is_danger_to_others: bool | None = None
    is_medically_stable: bool | None = None
    can_take_part: bool | None = None
    tolerates_intensity: bool | None = None
    would_benefit_from_program: bool | None = None
    has_support_system: bool | None = None
    is_ready_to_attend: bool | None = None
    has_significant_impairment: bool | None = None
    can_use_lower_level: bool | None = None
    functions_with_support: bool | None = None
    needs_stabilization: bool | None = None
    needs_acute_stabilization: bool | None = None
    needs_structured_motivation: bool | None = None
    has_minimal_withdrawal_risk: bool | None = None
    is_psychologically_stable: bool | None = None
    has_failed_lower_level: bool | None = None
    has_little_recovery_support: bool | None = None
    has_significant_trauma: bool | None = None
    has_relapse_risk_symptoms: bool | None = None
    has_hospital_risk_symptoms: bool | None = None
    risk_ratings: RiskRatings | None = None
    treatment_progress: TreatmentProgress | None = None
    impaired_driving: ImpairedDriving | None = None
    free_times: tuple[WeeklyTime, ...] | None = None
    work: Work | None = None

    def __attrs_post_init__(self) -> None:
        if self.age is not None and (type(self.age) is not int or not 0 <= self.age <= OLDEST_AGE):
            raise InvalidValue("age", "whole years from 0 to 90, where 90 means 90 or older")
        for name in ("conditions", "populations", "languages", "can_attend"):
            if not isinstance(getattr(self, name), Listing):
                raise InvalidValue(name, "a listing, such as Listing.of(...)")
