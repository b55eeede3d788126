"""By when a good-faith estimate is due, in business days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from iopkit.errors import InvalidValue, NotInForce
from iopkit.law.amounts import Amounts
from iopkit.rules.truth import Truth
from iopkit.values.business_days import (
    business_day_after,
    business_day_before,
    business_days_between,
)
from iopkit.values.privacy import Quiet

T = TypeVar("T")

_FAR_AHEAD = "us/good-faith-scheduled-far-ahead"
_AHEAD = "us/good-faith-scheduled-ahead"
_AFTER_FAR_AHEAD = "us/good-faith-days-after-scheduling-far-ahead"
_AFTER_AHEAD = "us/good-faith-days-after-scheduling"
_AFTER_REQUEST = "us/good-faith-days-after-request"
_BEFORE_CHANGE = "us/good-faith-days-before-changed-care"


def _days(told: Iterable[date]) -> frozenset[date]:
    return frozenset(told)


@frozen(kw_only=True, repr=False)
class EstimateRequest(Quiet):
    """When care was scheduled, for which day, and when somebody asked what it costs.

    `holidays` are the days that are no business days besides weekends; none is built in.

    Raises:
        InvalidValue: the care is on a day before it was scheduled.
    """

    scheduled_on: date | None = None
    service_on: date | None = None
    requested_on: date | None = None
    holidays: frozenset[date] = field(default=frozenset[date](), converter=_days)

    def __attrs_post_init__(self) -> None:
        start, end = self.scheduled_on, self.service_on
        if start is not None and end is not None and end < start:
            raise InvalidValue("service_on", "a day that is not before that of scheduling")


@frozen(kw_only=True, repr=False)
class EstimateDeadline(Quiet):
    """By when an estimate is due: `by` is the last day that is on time.

    `is_due` says whether the rule sets a day at all: it sets none for care that was scheduled
    for a day very near, unless somebody asks.  `missing` names what is not told.
    """

    is_due: Truth
    by: date | None
    missing: tuple[str, ...]
    sources: tuple[str, ...]


def estimate_deadline(request: EstimateRequest, amounts: Amounts) -> EstimateDeadline:
    """Return the day by which an estimate is due: the earliest where there are several.

    Business days ahead are counted from the day of scheduling on, before the day of the care;
    business days after begin with the next one.

    Raises:
        NotShipped: `amounts` lacks what the rule counts with.
        NotInForce: the rule was not in force in that year.

    Source: 45 CFR 149.610(b)(1)(vi)
    """
    return _of_year(lambda: _deadline(request, amounts))


def revision_deadline(request: EstimateRequest, amounts: Amounts) -> date | None:
    """Return the last day for a new estimate, where the care that is expected has changed.

    `None` where the day of the care is not told.

    Raises:
        NotShipped: `amounts` lacks what the rule counts with.
        NotInForce: the rule was not in force in that year.

    Source: 45 CFR 149.610(b)(1)
    """
    care = request.service_on
    if care is None:
        return None
    days = _of_year(lambda: int(amounts.rate(_BEFORE_CHANGE, on=care)))
    return business_day_before(care, days, request.holidays)


def _of_year(answer: Callable[[], T]) -> T:
    try:
        return answer()
    except NotInForce as error:
        lapsed = error
    # The day is one of the person's care; its year is enough to see what is missing.
    raise NotInForce(lapsed.what, lapsed.day[:4], lapsed.periods)


def _deadline(request: EstimateRequest, amounts: Amounts) -> EstimateDeadline:
    scheduled, requested = request.scheduled_on, request.requested_on
    by: list[date] = []
    missing: list[str] = []
    sources: list[str] = []
    if requested is not None:
        by.append(_after(requested, _AFTER_REQUEST, request, amounts))
        sources.append(amounts.entry(_AFTER_REQUEST, on=requested).source)
    if scheduled is not None:
        sources.append(amounts.entry(_AHEAD, on=scheduled).source)
        if request.service_on is None:
            missing.append("service_on")
        else:
            by += _after_scheduling(scheduled, request.service_on, request, amounts)
    if requested is None and scheduled is None:
        missing += ["scheduled_on", "requested_on"]
    is_due = Truth.MET if by else Truth.UNKNOWN if missing else Truth.NOT_MET
    return EstimateDeadline(
        is_due=is_due,
        by=min(by) if by and not missing else None,
        missing=tuple(missing),
        sources=tuple(dict.fromkeys(sources)),
    )


def _after_scheduling(
    scheduled: date, service: date, request: EstimateRequest, amounts: Amounts
) -> list[date]:
    ahead = business_days_between(scheduled, service, request.holidays)
    if ahead >= amounts.rate(_FAR_AHEAD, on=scheduled):
        return [_after(scheduled, _AFTER_FAR_AHEAD, request, amounts)]
    if ahead >= amounts.rate(_AHEAD, on=scheduled):
        return [_after(scheduled, _AFTER_AHEAD, request, amounts)]
    return []


def _after(day: date, wanted: str, request: EstimateRequest, amounts: Amounts) -> date:
    return business_day_after(day, int(amounts.rate(wanted, on=day)), request.holidays)
