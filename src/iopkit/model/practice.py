"""How a program is run: what authorities ask beyond its schedule."""

from __future__ import annotations

from attrs import fields, frozen

from iopkit.errors import InvalidValue


@frozen(kw_only=True)
class Practice:
    """What a program says of its ways of working; each field is `None` where it does not.

    Groups and people: `max_group_size` counts patients, `staff_per_group` those who lead;
    `patients_per_counselor` is the average caseload; `capacity` is how many patients there is
    room for.  `supervisor_years` are years of experience with IOPs, `supervisor_weekly_hours`
    those on site.

    Intervals, each the longest that occurs: `plan_review_days` and `family_session_days`
    between two reviews of a plan or two family sessions, `hours_between_services` between two
    services.  `assessment_days` counts from admission until the assessment is done;
    `phone_consult_hours` and `visit_consult_hours` are within how many hours a psychiatric
    consultation is given by phone, or in person or by video.

    Amounts in one week: `individual_minutes` of individual sessions, `individual_sessions`,
    `group_sessions`; `first_month_days` are days with sessions in each of the first four weeks.

    After the intensive phase: `weekly_aftercare_weeks` are those with at least one session each,
    `aftercare_contact_days` the most days between two contacts from then to the end, and
    `weeks_with_aftercare` is how long the whole lasts, the intensive phase included.

    `is_distinct` means a distinct, organized outpatient program that is not in a home, an
    inpatient or a residential setting.  `has_medical_services` are psychiatric, medical and
    laboratory services by consultation or referral, and `offers_addiction_medication` is on site
    or by referral.  `has_crisis_service` is around the clock; so are staff on site, nursing care,
    and a physician who is there or can be reached.  `justifies_other_ages` and
    `justifies_fewer_hours` mean a written reason each time.  `counts_self_help` means that
    self-help meetings count among its hours.

    Raises:
        InvalidValue: a number is negative.
    """

    max_group_size: int | None = None
    staff_per_group: int | None = None
    patients_per_counselor: int | None = None
    capacity: int | None = None
    supervisor_years: int | None = None
    supervisor_weekly_hours: int | None = None
    plan_review_days: int | None = None
    family_session_days: int | None = None
    assessment_days: int | None = None
    hours_between_services: int | None = None
    phone_consult_hours: int | None = None
    visit_consult_hours: int | None = None
    individual_minutes: int | None = None
    individual_sessions: int | None = None
    group_sessions: int | None = None
    first_month_days: int | None = None
    weekly_aftercare_weeks: int | None = None
    aftercare_contact_days: int | None = None
    weeks_with_aftercare: int | None = None
    is_distinct: bool | None = None
    is_mainly_recreational: bool | None = None
    has_crisis_service: bool | None = None
    has_staff_around_the_clock: bool | None = None
    has_nursing_around_the_clock: bool | None = None
    has_physician_around_the_clock: bool | None = None
    has_medical_services: bool | None = None
    has_certified_education: bool | None = None
    offers_schooling: bool | None = None
    offers_addiction_medication: bool | None = None
    has_affiliated_levels: bool | None = None
    has_licensed_professional_on_site: bool | None = None
    has_level_on_certificate: bool | None = None
    has_age_appropriate_setting: bool | None = None
    has_written_schedule: bool | None = None
    has_aftercare: bool | None = None
    justifies_other_ages: bool | None = None
    justifies_fewer_hours: bool | None = None
    counts_self_help: bool | None = None

    def __attrs_post_init__(self) -> None:
        told = [getattr(self, each.name) for each in fields(type(self))]
        if any(number is not None and number < 0 for number in told):
            raise InvalidValue("practice", "numbers that are not negative")
