"""The plan of treatment that a professional has written for a person."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span


@frozen(kw_only=True, repr=False)
class TreatmentPlan(Quiet):
    """What the plan of treatment says; every field may be unknown (`None`).

    `weekly_minutes` counts therapeutic services in one week.  `is_need_certified` means that a
    physician has certified the need for the program's weekly hours; `is_complete` that the plan
    states the diagnosis, the services with their amount, duration and frequency, and the goals;
    `is_physician_set` that a physician set it up with the program's staff and reviews it.
    `is_inpatient_alternative` means that a physician has certified that without partial
    hospitalization the person would need inpatient psychiatric care; `is_expected_to_work` that
    the plan is individual, expected to work and to allow less intensive care;
    `documents_escalation` that it records why care steps up, `documents_other_level` why the
    level is not the assessed one.  `days_since_certification` counts from the last certification,
    or, for the first, from the first day of care.

    Raises:
        InvalidValue: a number is negative.
    """

    weekly_minutes: int | Span[int] | None = None
    is_reasonable_and_necessary: bool | None = None
    is_need_certified: bool | None = None
    is_under_physician_care: bool | None = None
    is_written: bool | None = None
    is_complete: bool | None = None
    is_physician_set: bool | None = None
    is_inpatient_alternative: bool | None = None
    is_expected_to_work: bool | None = None
    is_prescribed: bool | None = None
    is_first_recertification: bool | None = None
    is_signed_by_treating_physician: bool | None = None
    states_response: bool | None = None
    states_risk: bool | None = None
    states_discharge_goals: bool | None = None
    documents_escalation: bool | None = None
    is_at_assessed_level: bool | None = None
    documents_other_level: bool | None = None
    includes_iop_or_php: bool | None = None
    days_since_certification: int | None = None
    days_since_review: int | None = None
    weekly_sessions: int | Span[int] | None = None

    def __attrs_post_init__(self) -> None:
        told = (self.days_since_certification, self.days_since_review)
        if any(days is not None and days < 0 for days in told):
            raise InvalidValue("treatment plan", "numbers of days that are not negative")
        weekly = (*_ends(self.weekly_minutes), *_ends(self.weekly_sessions))
        if any(end < 0 for end in weekly):
            raise InvalidValue("treatment plan", "weekly minutes and sessions of at least 0")


def _ends(told: int | Span[int] | None) -> Iterator[int]:
    """Yield the ends of a range, or the number, as far as they are whole numbers."""
    ends = (told.low, told.high) if isinstance(told, Span) else (told,)
    return (end for end in ends if isinstance(end, int))
