"""When the need for care must be shown again, so that an authority goes on paying."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

from attrs import frozen

from iopkit.eligibility.due_days import Clock, DueDay, followed, later
from iopkit.errors import InvalidValue
from iopkit.law.rulesets import RuleSet
from iopkit.values.dated import Dated, DatedEntry
from iopkit.values.privacy import Quiet
from iopkit.values.texts import Text


@frozen(kw_only=True, repr=False)
class CertificationCalendar(Quiet):
    """Every day by which a review is due for care from `start` on, in the order of the reviews.

    The first day of care is day 1, and days of care are days of the calendar: a first review due
    by day 18 is due on `start` + 17 days.  An interval of 60 days ends on its first day + 60
    days; that day is on time, the next one is late.  Each interval counts from the day on which
    the review before was done, early or late, else from the day on which it was due: what follows
    the last review told is the latest possible day.  An interval is as long as the version in
    force on the day from which it counts says; a review that a later version adds counts from
    the first day of that version.

    `until` is the last day asked for: reviews done or due by then are told.  Without one, each
    review is followed up to the first that is not told as done.  `next_due` is the earliest
    such, even after `until`; `None` where no review is due any more.  `not_asked` are days told as
    done on which no review was asked: after the last one, or before the version that adds it.

    `gaps` say where a review cannot be followed any further, since no version is in force on the
    day from which its next interval would count, and which days told as done come after that.
    """

    ruleset_id: str
    title: Text
    start: date
    until: date | None
    due_days: tuple[DueDay, ...]
    next_due: DueDay | None
    not_asked: tuple[date, ...] = ()
    gaps: tuple[Text, ...] = ()
    limitations: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<CertificationCalendar: {self.ruleset_id}, {len(self.due_days)} due days>"


def certification_calendar(
    rules: RuleSet | Iterable[RuleSet],
    start: date,
    *,
    until: date | timedelta | None = None,
    done: Iterable[date] | Mapping[str, Iterable[date]] = (),
    opens_days_before: int | None = None,
) -> CertificationCalendar:
    """Return by which days the reviews of a rule set are due for care that starts on `start`.

    `rules` may be all versions of one rule set.  `until` is the last day asked for, or the length
    of care: 12 weeks end on `start` + 83 days.  `done` tells every review so far, in order; by
    the id of the review where there are several.  `opens_days_before` is how many days before it
    is due a review may be done, as the payer tells.

    Raises:
        InvalidValue: there is no review to do, a day stands before `start`, or the days of `done`
            are not in order or not told by review.
        NotInForce: no version is in force on `start`; where only a later one is missing, the
            calendar ends there, and its `gaps` say so.
    """
    versions = _versions(rules)
    in_force, last = versions.on(start), _last(start, until)
    told = _done(versions, start, done)
    clocks = (Clock(versions, name, start, opens_days_before) for name in _names(versions))
    chains = [followed(clock, told.get(clock.name, ()), last) for clock in clocks]
    every = sorted((due for chain in chains for due in chain.due_days), key=_day_of)
    return CertificationCalendar(
        ruleset_id=in_force.id,
        title=in_force.title,
        start=start,
        until=last,
        due_days=tuple(due for due in every if last is None or min(due.due, _day_of(due)) <= last),
        next_due=next((due for due in every if due.done_on is None), None),
        not_asked=tuple(sorted(day for chain in chains for day in chain.not_asked)),
        gaps=tuple(gap for chain in chains if (gap := chain.gap) is not None),
        limitations=in_force.limitations,
    )


def _day_of(due: DueDay) -> date:
    """Return when the review was done, else when it is due."""
    return due.done_on or due.due


def _names(versions: Dated[RuleSet]) -> tuple[str, ...]:
    every = (review.id for entry in versions.entries for review in entry.value.reviews)
    return tuple(dict.fromkeys(every))


def _versions(rules: RuleSet | Iterable[RuleSet]) -> Dated[RuleSet]:
    every = (rules,) if isinstance(rules, RuleSet) else tuple(rules)
    if len({each.id for each in every}) != 1:
        raise InvalidValue("rules", "a rule set, or the versions of one rule set")
    name = every[0].id
    versions = Dated(
        tuple(DatedEntry(each.in_force, each) for each in every), name=f"rule set {name}"
    )
    if not _names(versions):
        raise InvalidValue("rules", f"a rule set that sets reviews, and {name} sets none")
    return versions


def _last(start: date, until: date | timedelta | None) -> date | None:
    last = later(start, until.days - 1) if isinstance(until, timedelta) else until
    if last is not None and last < start:
        raise InvalidValue("until", "a last day of care that is not before the first")
    return last


def _done(
    versions: Dated[RuleSet], start: date, done: Iterable[date] | Mapping[str, Iterable[date]]
) -> Mapping[str, tuple[date, ...]]:
    names = _names(versions)
    told: dict[str, tuple[date, ...]]
    if isinstance(done, Mapping):
        named = cast("Mapping[str, Iterable[date]]", done)
        told = {name: tuple(days) for name, days in named.items()}
    else:
        told = {names[0] if len(names) == 1 else "": tuple(done)}
    told = {name: days for name, days in told.items() if days}
    if not told.keys() <= set(names):
        raise InvalidValue("done", f"the days of each review by its id: {', '.join(names)}")
    for days in told.values():
        if any(day < start for day in days):
            raise InvalidValue("done", "days that are not before the first day of care")
        if any(after <= before for before, after in pairwise(days)):
            raise InvalidValue("done", "days in order, each told once")
    return told
