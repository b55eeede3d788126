"""Care as it was given and is billed: one day, and the week around it."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.privacy import Quiet


@frozen(kw_only=True, repr=False)
class BilledCare(Quiet):
    """One billed day of care; each field is `None` where not known.

    `day_minutes` are therapeutic minutes that the person attended that day, `day_services` the
    separate services of that day, `week_services` those of the seven days that are billed
    together.  `has_php_claims` says whether partial hospitalization was ever billed for the same
    patient by the same provider; `days_since_php_line` counts from the last line of such a claim
    to the first day of this one, and `overlaps_php_claim` means that both cover a day.
    `repeats_bundled_service` means that a service is already in a bundle billed for the same
    week.  A leave day is one on which the person was away.

    Raises:
        InvalidValue: a number is negative.
    """

    day_minutes: int | None = None
    day_services: int | None = None
    week_services: int | None = None
    days_since_php_line: int | None = None
    has_php_claims: bool | None = None
    overlaps_php_claim: bool | None = None
    repeats_bundled_service: bool | None = None
    is_leave_day: bool | None = None

    def __attrs_post_init__(self) -> None:
        told = (self.day_minutes, self.day_services, self.week_services, self.days_since_php_line)
        if any(number is not None and number < 0 for number in told):
            raise InvalidValue("billed care", "numbers that are not negative")
