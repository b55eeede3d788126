"""What changes from one rule set to another: who is in or out, and what is cited for it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from iopkit.errors import InvalidRule
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.rules.differences import RuleChange, compare_rules
from iopkit.rules.nodes import AllOf, Clause, Known, Node, leaves_of
from iopkit.values.texts import Text

_ASKS_KNOWN = Text(
    "This is not compared, since a rule set asks whether something is told.",
    "Esto no se compara, porque unas reglas preguntan si algo está informado.",
)
_NOT_COMPARABLE = Text(
    "This is not compared: the two mean different facts by one name, or their clauses share too "
    "many facts.",
    "Esto no se compara: ambas llaman igual a datos distintos, o sus cláusulas comparten "
    "demasiados datos.",
)
_CLAUSE_PARTS = ("label", "rule", "source", "section")
_REVIEW_PARTS = ("label", "source", "section", "first_by_day", "every_days")
_RULE_SET_PARTS = (
    "title",
    "authority",
    "jurisdiction",
    "subject",
    "care_level",
    "in_force",
    "applies",
    "program_standard",
    "limitations",
)


@frozen(kw_only=True)
class ClauseChange:
    """One clause of two rule sets, by its id; `None` where a rule set does not have it."""

    before: Clause | None
    after: Clause | None

    @property
    def id(self) -> str:
        """The id by which the clause is the same in both."""
        found = self.before if self.after is None else self.after
        return "" if found is None else found.id

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that differ, none where the clause is added or removed."""
        return _changed(_CLAUSE_PARTS, self.before, self.after)


@frozen(kw_only=True)
class ReviewChange:
    """One review of two rule sets, by its id; `None` where a rule set does not have it."""

    before: Review | None
    after: Review | None

    @property
    def id(self) -> str:
        """The id by which the review is the same in both."""
        found = self.before if self.after is None else self.after
        return "" if found is None else found.id

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that differ, none where the review is added or removed."""
        return _changed(_REVIEW_PARTS, self.before, self.after)


@frozen(kw_only=True)
class RuleSetComparison:
    """What changes from `old` to `new`: two versions, or two authorities.

    `outcomes` are the directions in which the clauses come out differently, each with made-up
    answers that show it, and `applies` those in which the sets are meant for others.
    `not_compared` and `applies_not_compared` say why they could not be found, and are `None`
    where they could.  Clauses, advisories and reviews are matched by id, in the order of `new`,
    removed ones last; those that stay as they are do not appear.
    """

    old: RuleSet
    new: RuleSet
    outcomes: tuple[RuleChange, ...]
    not_compared: Text | None
    applies: tuple[RuleChange, ...]
    applies_not_compared: Text | None
    clauses: tuple[ClauseChange, ...]
    advisories: tuple[ClauseChange, ...]
    reviews: tuple[ReviewChange, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The other fields of a rule set that differ."""
        return _changed(_RULE_SET_PARTS, self.old, self.new)


def compare_rulesets(old: RuleSet, new: RuleSet) -> RuleSetComparison:
    """Return what changes from `old` to `new`, in outcomes and in what is cited."""
    outcomes, not_compared = _compared(old.rule, new.rule)
    applies, applies_not_compared = _compared(_for_whom(old), _for_whom(new))
    return RuleSetComparison(
        old=old,
        new=new,
        outcomes=outcomes,
        not_compared=not_compared,
        applies=applies,
        applies_not_compared=applies_not_compared,
        clauses=tuple(_clauses(old.clauses, new.clauses)),
        advisories=tuple(_clauses(old.advisories, new.advisories)),
        reviews=tuple(_reviews(old.reviews, new.reviews)),
    )


def _for_whom(rules: RuleSet) -> Node:
    return AllOf(()) if rules.applies is None else rules.applies


def _compared(old: Node, new: Node) -> tuple[tuple[RuleChange, ...], Text | None]:
    try:
        return compare_rules(old, new), None
    except InvalidRule:
        leaves = (*leaves_of(old), *leaves_of(new))
        asks_known = any(isinstance(leaf, Known) for leaf in leaves)
        return (), _ASKS_KNOWN if asks_known else _NOT_COMPARABLE


def _clauses(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> Iterator[ClauseChange]:
    was, now = ({clause.id: clause for clause in clauses} for clauses in (old, new))
    for name in dict.fromkeys((*now, *was)):
        if was.get(name) != now.get(name):
            yield ClauseChange(before=was.get(name), after=now.get(name))


def _reviews(old: tuple[Review, ...], new: tuple[Review, ...]) -> Iterator[ReviewChange]:
    was, now = ({review.id: review for review in reviews} for reviews in (old, new))
    for name in dict.fromkeys((*now, *was)):
        if was.get(name) != now.get(name):
            yield ReviewChange(before=was.get(name), after=now.get(name))


def _changed(parts: tuple[str, ...], before: object, after: object) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    return tuple(part for part in parts if getattr(before, part) != getattr(after, part))
