"""When the need for care must be shown again, so that an authority goes on paying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

from attrs import evolve, frozen

from iopkit.errors import InvalidValue
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.values.dated import Dated, DatedEntry
from iopkit.values.privacy import Quiet
from iopkit.values.texts import Text

_DAY = timedelta(days=1)


@frozen(kw_only=True, repr=False)
class DueDay(Quiet):
    """One day by which a review is due: done on `due` it is on time, a day later it is late.

    `counts_from` is the first day of care, or the day of the review before; `version` of the
    rule set was in force on that day.  `day_of_care` numbers `due`, where the first day of care
    is day 1.  `earliest` is the first day on which the review counts, `None` where nobody has
    told it.  `done_on` is `None` where no such review is told, and then `days_late` is too; a
    review on time is 0 days late.  `lapses_on` is the first day on which care is not certified
    any more, until the review is done; `None` where it was done on time.  `too_early` are days
    of reviews told that came before `earliest`, and so do not count.
    """

    review: str
    label: Text
    source: str
    section: str
    version: str
    counts_from: date
    due: date
    day_of_care: int
    earliest: date | None = None
    done_on: date | None = None
    days_late: int | None = None
    lapses_on: date | None = None
    too_early: tuple[date, ...] = ()


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
    """

    ruleset_id: str
    title: Text
    start: date
    until: date | None
    due_days: tuple[DueDay, ...]
    next_due: DueDay | None
    not_asked: tuple[date, ...] = ()
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
        NotInForce: no version is in force on a day from which an interval counts.
    """
    versions = _versions(rules)
    in_force, last = versions.on(start), _last(start, until)
    told = _done(versions, start, done)
    clocks = (_Clock(versions, name, start, opens_days_before) for name in _names(versions))
    chains = (_followed(clock, told.get(clock.name, ()), last) for clock in clocks)
    every = sorted((due for chain in chains for due in chain), key=_day_of)
    return CertificationCalendar(
        ruleset_id=in_force.id,
        title=in_force.title,
        start=start,
        until=last,
        due_days=tuple(due for due in every if last is None or min(due.due, _day_of(due)) <= last),
        next_due=next((due for due in every if due.done_on is None), None),
        not_asked=tuple(sorted(_left(told, every))),
        limitations=in_force.limitations,
    )


@frozen
class _Clock:
    """One review of a rule set, whatever its version, for one course of care."""

    versions: Dated[RuleSet]
    name: str
    start: date
    opens_days_before: int | None

    def __attrs_post_init__(self) -> None:
        if self.opens_days_before is not None and self.opens_days_before < 0:
            raise InvalidValue("opens_days_before", "a number of days that is not negative")

    @property
    def first_day(self) -> date:
        """The day from which the first review counts."""
        having = (
            entry.period.start
            for entry in self.versions.entries
            if (entry.period.end is None or entry.period.end > self.start)
            and _review(entry.value, self.name)
        )
        return max(self.start, next(having, self.start))

    def due_day(self, counts_from: date, *, is_first: bool) -> DueDay | None:
        """Return the due day of an interval, not yet done; `None` where none is due any more."""
        version = self.versions.on(counts_from)
        review = _review(version, self.name)
        days = None if review is None else _days(review, is_first=is_first)
        if review is None or days is None:
            return None
        due = _later(counts_from, days)
        opens = self.opens_days_before
        return DueDay(
            review=review.id,
            label=review.label,
            source=review.source,
            section=review.section,
            version=version.version,
            counts_from=counts_from,
            due=due,
            day_of_care=(due - self.start).days + 1,
            earliest=None if opens is None else max(counts_from, due - min(opens, days) * _DAY),
            lapses_on=_later(due, 1),
        )


def _followed(clock: _Clock, done: Iterable[date], last: date | None) -> Iterator[DueDay]:
    """Yield due days up to the first that is neither done nor before `last`."""
    counts_from, is_first = clock.first_day, True
    told = iter([day for day in done if day >= counts_from])
    while due := clock.due_day(counts_from, is_first=is_first):
        due = _with_what_was_done(due, told)
        yield due
        if due.done_on is None and (last is None or due.due >= last):
            return
        counts_from, is_first = due.done_on or due.due, False


def _with_what_was_done(due: DueDay, told: Iterator[date]) -> DueDay:
    """Return `due` with the next day of `told` that counts for it, and those too early for it."""
    early: list[date] = []
    for day in told:
        if due.earliest is not None and day < due.earliest:
            early.append(day)
            continue
        late = max(0, (day - due.due).days)
        lapses_on = due.lapses_on if late else None
        due = evolve(due, done_on=day, days_late=late, lapses_on=lapses_on)
        break
    return evolve(due, too_early=tuple(early))


def _left(told: Mapping[str, Iterable[date]], every: Iterable[DueDay]) -> Iterator[date]:
    """Yield the days told that are in no due day."""
    used = {(due.review, day) for due in every for day in (due.done_on, *due.too_early)}
    return (day for name, days in told.items() for day in days if (name, day) not in used)


def _day_of(due: DueDay) -> date:
    """Return when the review was done, else when it is due."""
    return due.done_on or due.due


def _days(review: Review, *, is_first: bool) -> int | None:
    """Return how many days after its first an interval ends."""
    if is_first and review.first_by_day is not None:
        return review.first_by_day - 1  # The first day of care is day 1.
    return review.every_days


def _review(rules: RuleSet, name: str) -> Review | None:
    return next((review for review in rules.reviews if review.id == name), None)


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
    last = _later(start, until.days - 1) if isinstance(until, timedelta) else until
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


def _later(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    if ordinal > date.max.toordinal():
        raise InvalidValue("day", "a course of care that ends before the year 10000")
    return date.fromordinal(ordinal)
