"""The days by which one review is due, from interval to interval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from iopkit.errors import InvalidValue
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.values.dated import Dated
from iopkit.values.privacy import Quiet
from iopkit.values.texts import Text

_DAY = timedelta(days=1)
_GAP = Text(
    "{review}: nothing known for {day}, from which the next review would count; {id} is known"
    " for: {periods}",
    "{review}: no hay datos para el {day}, desde el que contaría la próxima revisión; de {id} se"
    " conocen: {periods}",
)
_NOT_JUDGED = Text("; not judged: {days}", "; sin evaluar: {days}")
_ON = Text("..open", " en adelante")


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


@frozen
class Clock:
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

    def knows(self, day: date) -> bool:
        """Return whether some version is in force on `day`."""
        return any(period.holds(day) for period in self.versions.periods)

    def due_day(self, counts_from: date, *, is_first: bool) -> DueDay | None:
        """Return the due day of an interval, not yet done; `None` where none is due any more."""
        version = self.versions.on(counts_from)
        review = _review(version, self.name)
        days = None if review is None else _days(review, is_first=is_first)
        if review is None or days is None:
            return None
        due = later(counts_from, days)
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
            lapses_on=later(due, 1),
        )


@frozen
class Chain:
    """The due days of one review, the days told for it, and from when no law is known for it."""

    clock: Clock
    told: tuple[date, ...]
    due_days: tuple[DueDay, ...]
    unknown_from: date | None = None

    @property
    def left(self) -> tuple[date, ...]:
        """The days told that are in no due day."""
        used = {day for due in self.due_days for day in (due.done_on, *due.too_early)}
        return tuple(day for day in self.told if day not in used)

    @property
    def not_asked(self) -> tuple[date, ...]:
        """The days told on which no review was asked."""
        since = self.unknown_from
        return tuple(day for day in self.left if since is None or day < since)

    @property
    def gap(self) -> Text | None:
        """What is said where no law is known any more; `None` where it is."""
        return None if self.unknown_from is None else Text(self._gap("en"), self._gap("es"))

    def _gap(self, lang: str) -> str:
        versions = self.clock.versions
        periods = ", ".join(map(str, versions.periods)).replace(_ON.en, _ON(lang))
        days = ", ".join(str(day) for day in self.left if day not in self.not_asked)
        text = _GAP(lang).format(
            review=self.clock.name,
            day=self.unknown_from,
            id=versions.entries[0].value.id,
            periods=periods,
        )
        return f"{text}{_NOT_JUDGED(lang).format(days=days) if days else ''}."


def followed(clock: Clock, told: tuple[date, ...], last: date | None) -> Chain:
    """Return due days up to the first that is neither done nor before `last`."""
    counts_from, is_first = clock.first_day, True
    left, found = iter([day for day in told if day >= counts_from]), list[DueDay]()
    while clock.knows(counts_from):
        due = clock.due_day(counts_from, is_first=is_first)
        if due is None:
            return Chain(clock, told, tuple(found))
        due = _with_what_was_done(due, left)
        found.append(due)
        if due.done_on is None and (last is None or due.due >= last):
            return Chain(clock, told, tuple(found))
        counts_from, is_first = due.done_on or due.due, False
    return Chain(clock, told, tuple(found), unknown_from=counts_from)


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


def _days(review: Review, *, is_first: bool) -> int | None:
    """Return how many days after its first an interval ends."""
    if is_first and review.first_by_day is not None:
        return review.first_by_day - 1  # The first day of care is day 1.
    return review.every_days


def _review(rules: RuleSet, name: str) -> Review | None:
    return next((review for review in rules.reviews if review.id == name), None)


def later(day: date, days: int) -> date:
    """Return the day that is `days` after `day`.

    Raises:
        InvalidValue: that is after the last day of the calendar.
    """
    ordinal = day.toordinal() + days
    if ordinal > date.max.toordinal():
        raise InvalidValue("day", "a course of care that ends before the year 10000")
    return date.fromordinal(ordinal)
