"""Where a rule set begins and ends: the cases just inside and just outside of what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from attrs import frozen

from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.rules.answer_wording import word_answer
from iopkit.rules.answers import Answer
from iopkit.rules.boundaries import Boundary, boundaries_of
from iopkit.rules.examples import Goal, example_of
from iopkit.rules.nodes import Clause, Node
from iopkit.rules.truth import Truth
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.terms import Term
from iopkit.values.texts import Text

_ON_DAY = Text("day {0} of care", "día {0} de atención")
_LATER = Text(
    "{0} days after the review before, or after the first day of care",
    "{0} días después de la revisión anterior o del primer día de atención",
)
_IN_FORCE, _NOT_IN_FORCE = Text("{0}, in force", "{0}, vigente"), Text("{0}, not", "{0}, no")
_DAY = timedelta(days=1)


class BoundaryKind(Term):
    """What of a rule set has the boundary."""

    CLAUSE = "clause", "what it asks", "lo que pide"
    APPLIES = "applies", "for whom it is meant", "para quién es"
    ADVISORY = "advisory", "what it warns of", "lo que advierte"
    REVIEW = "review", "when a review is due", "cuándo toca una revisión"
    PERIOD = "period", "when it is in force", "cuándo está vigente"


@frozen(kw_only=True)
class RuleSetBoundary:
    """Two cases next to each other, of which only one is `inside` what a rule set asks.

    They differ by one whole number, one cent or one day; the texts say them in words.
    `threshold` is the comparison of a rule with its clause, `review` the clock, and both are
    `None` for the period in force.

    Of a threshold, `answers` are made-up answers to every other fact, by which all else is met,
    so that this threshold alone turns the rule set: whether it is met, whether it applies, or
    whether that advisory is met.  Where an advisory is sure to be met with all the rest, it warns
    of others only: as many clauses are met then as can be.  `None` means that there are none.
    """

    kind: BoundaryKind
    inside: int | Money | date
    outside: int | Money | date
    inside_text: Text
    outside_text: Text
    threshold: Boundary | None = None
    review: Review | None = None
    answers: Mapping[str, Answer] | None = None

    @property
    def clause(self) -> Clause | None:
        """The innermost clause that holds the threshold."""
        return None if self.threshold is None else self.threshold.clause

    @property
    def source(self) -> str:
        """The id of the source that states it, empty where none is cited for it alone."""
        stating = self.review or self.clause
        return "" if stating is None else stating.source

    @property
    def section(self) -> str:
        """Where in the source it is stated."""
        stating = self.review or self.clause
        return "" if stating is None else stating.section

    @property
    def inside_answers(self) -> dict[str, Answer] | None:
        """The made-up answers of the case just inside."""
        return self._with(self.inside)

    @property
    def outside_answers(self) -> dict[str, Answer] | None:
        """The made-up answers of the case just outside."""
        return self._with(self.outside)

    def _with(self, value: int | Money | date) -> dict[str, Answer] | None:
        if self.threshold is None or self.answers is None:
            return None
        return {**self.answers, self.threshold.fact.name: value}


def ruleset_boundaries(rules: RuleSet) -> tuple[RuleSetBoundary, ...]:
    """Return every boundary of `rules`: for whom, clauses, advisories, reviews, period.

    Each in the order of the rule set, those of a number the lower one first.

    Raises:
        InvalidRule: its clauses hang together by so many facts that no example can be found.
    """
    return (*_thresholds(rules), *_of_reviews(rules), *_of_period(rules.in_force))


def _thresholds(rules: RuleSet) -> Iterator[RuleSetBoundary]:
    applies = () if rules.applies is None else (rules.applies,)
    for kind, parts in (
        (BoundaryKind.APPLIES, applies),
        (BoundaryKind.CLAUSE, rules.clauses),
        (BoundaryKind.ADVISORY, rules.advisories),
    ):
        for part in parts:
            for found in boundaries_of(part):
                yield RuleSetBoundary(
                    kind=kind,
                    inside=found.inside,
                    outside=found.outside,
                    inside_text=word_answer(found.fact, found.inside),
                    outside_text=word_answer(found.fact, found.outside),
                    threshold=found,
                    answers=_answers(rules, part, found),
                )


def _answers(rules: RuleSet, part: Node, found: Boundary) -> dict[str, Answer] | None:
    inside, outside = ({found.fact.name: one} for one in (found.inside, found.outside))
    sides = (inside, outside) if part in rules.advisories else (inside,)
    whole = (*(() if rules.applies is None else (rules.applies,)), *rules.clauses)
    turned = [Goal(part, Truth.MET, inside), Goal(part, Truth.NOT_MET, outside)]
    beside = [[Goal(each, Truth.MET, side) for side in sides] for each in whole]
    advised = (Goal(each, Truth.MET, inside) for each in rules.advisories)
    goals = [*turned, *chain.from_iterable(beside)]
    # An advisory decides nothing, so that one which cannot be met as well is let go.
    answers = example_of((*goals, *advised)) or example_of(goals)
    if answers is None and part in rules.advisories:
        return example_of(_as_far_as_possible(turned, beside))
    return answers


def _as_far_as_possible(goals: Iterable[Goal], beside: Iterable[Iterable[Goal]]) -> list[Goal]:
    """Return `goals` with those `beside` that can be reached as well, the earlier ones first."""
    kept = list(goals)
    for more in beside:
        if example_of(together := [*kept, *more]) is not None:
            kept = together
    return kept


def _of_reviews(rules: RuleSet) -> Iterator[RuleSetBoundary]:
    for review in rules.reviews:
        for days, frame in ((review.first_by_day, _ON_DAY), (review.every_days, _LATER)):
            if days is not None:
                yield RuleSetBoundary(
                    kind=BoundaryKind.REVIEW,
                    inside=days,
                    outside=days + 1,
                    inside_text=_filled(frame, days),
                    outside_text=_filled(frame, days + 1),
                    review=review,
                )


def _of_period(period: Period) -> Iterator[RuleSetBoundary]:
    if date.min < period.start:
        yield _days(period.start, period.start - _DAY)
    if period.end is not None:
        yield _days(period.end - _DAY, period.end)


def _days(inside: date, outside: date) -> RuleSetBoundary:
    return RuleSetBoundary(
        kind=BoundaryKind.PERIOD,
        inside=inside,
        outside=outside,
        inside_text=_filled(_IN_FORCE, inside),
        outside_text=_filled(_NOT_IN_FORCE, outside),
    )


def _filled(frame: Text, value: int | date) -> Text:
    return Text(frame.en.format(value), frame.es.format(value))
