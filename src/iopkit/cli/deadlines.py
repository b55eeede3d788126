"""`iopkit calendar` and `iopkit runway`: by when to show the need again, and to ask for more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal

from attrs import frozen
from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.answering import day_told
from iopkit.cli.paths import root_of
from iopkit.cli.screen import show, show_data
from iopkit.eligibility.certification import certification_calendar
from iopkit.eligibility.lead_times import LeadTime
from iopkit.eligibility.runway import ApprovedUnits, authorization_runway
from iopkit.errors import InvalidValue
from iopkit.formats.reading import read
from iopkit.formats.writing import to_data
from iopkit.model.attended import attended_week
from iopkit.model.figures import schedules_of
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.report.calendars import calendar_lines, runway_lines
from iopkit.vocabulary.billing import BillingUnit

ANSWERED, OPEN = 0, 1

_MOST_WEEKS = 520
_Days = tuple[str, ...]


@frozen
class Printed:
    """How an answer is printed."""

    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en"
    as_json: Annotated[
        bool, Parameter(name="--json", negative="", help="Print JSON instead of text.")
    ] = False


@frozen
class Care:
    """How long care goes on, and which reviews were done."""

    start: Annotated[str, Parameter(help="The first day of care, YYYY-MM-DD.")]
    until: Annotated[str | None, Parameter(help="The last day of care, YYYY-MM-DD.")] = None
    weeks: Annotated[int | None, Parameter(help="The length of care, in place of --until.")] = None
    done: Annotated[
        _Days,
        Parameter(negative="", help="A day on which a review was done, or REVIEW=DAY; in order."),
    ] = ()


@frozen
class Approval:
    """What the payer has approved."""

    approved: Annotated[int, Parameter(help="How many units.")]
    unit: Annotated[
        Literal["day", "session", "encounter", "hour", "quarter-hour"],
        Parameter(help="What one unit is."),
    ]
    start: Annotated[str, Parameter(help="The first day approved, YYYY-MM-DD.")]
    through: Annotated[str | None, Parameter(help="The last day approved, YYYY-MM-DD.")] = None
    counts_breaks: Annotated[
        bool | None,
        Parameter(
            negative="--without-breaks", help="Whether units of time count breaks and meals."
        ),
    ] = None


@frozen
class Asking:
    """How long before they are needed the payer wants to be asked for more units."""

    lead_days: Annotated[int | None, Parameter(help="Days of the calendar.")] = None
    lead_business_days: Annotated[int | None, Parameter(help="Business days.")] = None
    holiday: Annotated[
        _Days, Parameter(negative="", help="A day that is no business day of the payer.")
    ] = ()


@frozen
class Attendance:
    """Which days are attended."""

    track: Annotated[str | None, Parameter(help="The track, where a program has several.")] = None
    closed: Annotated[
        _Days, Parameter(negative="", help="A day on which the program is closed.")
    ] = ()
    missed: Annotated[_Days, Parameter(negative="", help="A day that was missed.")] = ()


def calendar(
    ruleset: Annotated[
        str, Parameter(help="The id of a rule set, such as medicare/php-recertification.")
    ],
    /,
    *,
    care: Annotated[Care, Parameter(name="*")],
    printed: Annotated[Printed, Parameter(name="*")] = Printed(),
) -> int:
    """Say by which days the need for care must be shown again.

    Without --until or --weeks it ends with the next day that is due.  Where no version is in
    force any more it ends too, and says so.  Exits with 0, or with 2 where there is no such rule
    set, or it has no reviews, or none is in force on the first day.
    """
    law = shipped()
    found = certification_calendar(
        law.history(ruleset),
        day_told(care.start, "--start"),
        until=_until(care),
        done=_done(care.done),
    )
    if printed.as_json:
        show_data(to_data(found, lang=printed.lang))
    else:
        lines = calendar_lines(found, printed.lang, lambda source: law.source(source).citation)
        show(lines)
    return ANSWERED


def runway(
    program: Annotated[Path, Parameter(help="The program that is attended, a YAML document.")],
    /,
    *,
    approval: Annotated[Approval, Parameter(name="*")],
    asking: Annotated[Asking, Parameter(name="*")] = Asking(),
    attendance: Annotated[Attendance, Parameter(name="*")] = Attendance(),
    printed: Annotated[Printed, Parameter(name="*")] = Printed(),
) -> int:
    """Say how long approved units last on the schedule of a program, and by when to ask for more.

    Exits with 0, with 1 where something that is not told leaves a range, or with 2 on bad input.
    """
    told = read(Program, program, root=root_of(program))
    approved = ApprovedUnits(
        units=approval.approved,
        unit=BillingUnit(approval.unit),
        start=day_told(approval.start, "--start"),
        through=None if approval.through is None else day_told(approval.through, "--through"),
        counts_breaks=approval.counts_breaks,
    )
    found = authorization_runway(
        approved,
        _schedule(told, attendance.track),
        lead=_lead(asking),
        closed=_days(attendance.closed, "--closed"),
        missed=_days(attendance.missed, "--missed"),
    )
    if printed.as_json:
        show_data(to_data(found, lang=printed.lang))
    else:
        show(runway_lines(found, printed.lang))
    return OPEN if found.first_uncovered.value is None else ANSWERED


def _until(care: Care) -> date | timedelta | None:
    if care.until is not None and care.weeks is not None:
        raise InvalidValue("--until", "a last day, or --weeks, and not both")
    if care.weeks is not None:
        return timedelta(weeks=_bounded(care.weeks))
    return None if care.until is None else day_told(care.until, "--until")


def _bounded(weeks: int) -> int:
    if not 1 <= weeks <= _MOST_WEEKS:
        raise InvalidValue("--weeks", f"a whole number from 1 to {_MOST_WEEKS}")
    return weeks


def _days(told: _Days, option: str) -> tuple[date, ...]:
    return tuple(day_told(each, option) for each in told)


def _done(told: _Days) -> tuple[date, ...] | Mapping[str, list[date]]:
    if not any("=" in each for each in told):
        return _days(told, "--done")
    by_review: dict[str, list[date]] = {}
    for each in told:
        review, _, day = each.rpartition("=")
        by_review.setdefault(review, []).append(day_told(day, "--done"))
    return by_review


def _lead(asking: Asking) -> LeadTime | None:
    if asking.lead_days is not None and asking.lead_business_days is not None:
        raise InvalidValue("--lead-days", "days, or --lead-business-days, and not both")
    days = asking.lead_days if asking.lead_business_days is None else asking.lead_business_days
    if days is None:
        return None
    return LeadTime(
        days=days,
        in_business_days=asking.lead_business_days is not None,
        holidays=_days(asking.holiday, "--holiday"),
    )


def _schedule(program: Program, track: str | None) -> Schedule:
    told = schedules_of(program)
    names = [each.name for schedule in told for each in schedule.tracks]
    if track is not None and track not in names:
        raise InvalidValue("--track", f"one of {', '.join(names) or 'none: there are no tracks'}")
    if track is None and len(told) == 1:
        return told[0]
    return attended_week(program, track=track)
