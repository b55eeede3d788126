"""The plan of treatment that a professional has written for a person."""

from __future__ import annotations

from attrs import frozen

from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span


@frozen(kw_only=True, repr=False)
class TreatmentPlan(Quiet):
    """What the plan of treatment says; every field may be unknown (`None`).

    `weekly_minutes` counts therapeutic services in one week.  `is_need_certified` means that a
    physician has certified the need for the hours of an IOP; `is_complete` that the plan states
    the diagnosis, the services with their amount, duration and frequency, and the goals;
    `is_physician_set` that a physician set it up with the program's staff and reviews it.
    """

    weekly_minutes: int | Span[int] | None = None
    is_reasonable_and_necessary: bool | None = None
    is_need_certified: bool | None = None
    is_under_physician_care: bool | None = None
    is_written: bool | None = None
    is_complete: bool | None = None
    is_physician_set: bool | None = None
