"""The changes of a law that no case of its table catches, each with a case that would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen
from tests.cases.case_tables import Row, Table
from tests.cases.judging import came_out, placed, wrong_days
from tests.cases.mutants import (
    ALWAYS,
    Change,
    changes_of,
    ladders_near,
    periods_near,
    reviews_near,
)

from iopkit.errors import InvalidRule
from iopkit.law.ladders import Ladder
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.rules import Node, Truth, compare_rules, outcome
from iopkit.rules.answers import Answer, Answers
from iopkit.rules.differences import RuleChange
from iopkit.rules.nodes import AnyOf, facts_of
from iopkit.rules.scalars import written
from iopkit.values.listings import Listing
from iopkit.values.spans import Span
from iopkit.vocabulary.care import CareLevel


def survivors_of(
    law: RuleSet | Ladder, table: Table, versions: Iterable[RuleSet | Ladder]
) -> tuple[str, ...]:
    """Return every change of one version that each case of its table would let pass.

    Changes that are proved to change nothing are no survivors.  A case that is wrong by the law
    as it stands catches nothing.
    """
    others = [version.in_force for version in versions if version.version != law.version]
    found = [*_of_period(law, table, others), *_of_law(law, table)]
    return tuple(f"{law.id} {law.version}: survives: {said}" for said in found)


def _of_law(law: RuleSet | Ladder, table: Table) -> Iterator[str]:
    rows = [row for row in table.rows if row.is_in_force and law.in_force.holds(row.on)]
    right = [
        (row, told)
        for row in rows
        for told in row.tellings
        if came_out(law, told, row.wanted) == row.wanted
    ]
    if isinstance(law, Ladder):
        yield from _of_ladder(law, [told for _, told in right])
        return
    yield from _of_parts(law, right)
    for review in law.reviews:
        yield from _of_review(review, law, table)


@frozen
class _Part:
    """A rule of a rule set that is changed by itself, and the answers at which cases look at it."""

    where: str
    rule: Node
    looked: tuple[Answers, ...]
    advises: bool = False

    def is_caught(self, change: Change) -> bool:
        """Return whether some case sees the change."""
        return any(
            self._seen(outcome(self.rule, told)) is not self._seen(outcome(change.rule, told))
            for told in self.looked
        )

    def _seen(self, found: Truth) -> Truth:
        # A case names the advisories that are not met, and no others.
        return Truth.MET if self.advises and found is Truth.UNKNOWN else found


def _of_parts(law: RuleSet, right: list[tuple[Row, Answers]]) -> Iterator[str]:
    decided = [told for row, told in right if "expected" in row.wanted]
    asked = [told for row, told in right if "applies" in row.wanted]
    parts = [
        *(_part(f"clause {one.id}", one.rule, decided) for one in law.clauses),
        *(_part(f"advisory {one.id}", one.rule, decided, advises=True) for one in law.advisories),
        *([] if law.applies is None else [_part("applies", law.applies, asked)]),
    ]
    for part in parts:
        yield from _of_part(part)


def _of_part(part: _Part) -> Iterator[str]:
    alike: dict[object, tuple[str, list[str]]] = {}
    for change in (Change("the whole rule -> left out", ALWAYS), *changes_of(part.rule)):
        hint = None if part.is_caught(change) else _hint(part.rule, change)
        if hint is not None:
            alike.setdefault(change.alike or change.said, (hint, []))[1].append(change.said)
    for hint, (first, *others) in alike.values():
        more = f", and {len(others)} alike," if others else ""
        yield f"{first}{more} in {part.where}; {hint}"


def _part(where: str, rule: Node, tellings: list[Answers], *, advises: bool = False) -> _Part:
    names = [fact.name for fact in facts_of(rule)]
    distinct = dict.fromkeys(tuple(told.get(name) for name in names) for told in tellings)
    looked = tuple(dict(zip(names, answers, strict=True)) for answers in distinct)
    return _Part(where, rule, looked, advises)


def _hint(rule: Node, change: Change) -> str | None:
    """Return the case that is missing, `None` where no answers come out otherwise."""
    try:
        differences = compare_rules(rule, change.rule)
    except InvalidRule:
        return "add a case that comes out otherwise"
    return _missing(differences[0], change.alike) if differences else None


def _missing(difference: RuleChange, alike: tuple[str, str] | None) -> str:
    told = {name: _said(answer) for name, answer in difference.cells[0].answers.items()}
    told |= () if alike is None else (alike,)
    given = ", ".join(f"{name}: {said}" for name, said in told.items())
    before, after = difference.before.label.en, difference.after.label.en
    turns = f": {before}, and by the change {after}" if alike is None else ""
    return f"add a case with {{{given}}}{turns}"


def _said(answer: Answer) -> str:
    match answer:
        case Listing():
            parts: Mapping[str, tuple[Any, ...]] = {"has": answer.present, "lacks": answer.lacks}
            told = [f"{key}: [{', '.join(map(written, of))}]" for key, of in parts.items() if of]
            return f"{{{', '.join(told)}}}"
        case None | Span():
            return "unknown"
    return written(answer)


def _of_period(law: RuleSet | Ladder, table: Table, others: list[Any]) -> Iterator[str]:
    def in_force(day: date, period: Any) -> int:
        return sum(one.holds(day) for one in (period, *others))

    days = [(row.on, int(row.is_in_force)) for row in table.rows]
    right = [(day, count) for day, count in days if in_force(day, law.in_force) == count]
    for change in periods_near(law.in_force):
        if all(in_force(day, change.period) == count for day, count in right):
            outcome_then = (
                "an outcome" if in_force(change.day, law.in_force) else "`expected: not-in-force`"
            )
            yield f"in force {change.said}; add a case `on: {change.day}` with {outcome_then}"


def _of_review(review: Review, law: RuleSet, table: Table) -> Iterator[str]:
    rows = [row for row in table.reviews if law.in_force.holds(row.on)]
    right = [row for row in rows if row.review == review.id and not wrong_days(row, law.reviews)]
    for change in reviews_near(review):
        left = () if change.review is None else (change.review,)
        if not any(wrong_days(row, left) for row in right):
            yield f"{change.said} in review {review.id}; add to reviews {_days_of(review)}"


def _days_of(review: Review) -> str:
    first, every = review.first_by_day, review.every_days
    days = {"first-on-time": first, "first-late": None if first is None else first + 1}
    days |= {"on-time": every, "late": None if every is None else every + 1}
    told = ", ".join(f"{key}: [{day}]" for key, day in days.items() if day is not None)
    return f"{{review: {review.id}, {told}}}"


def _of_ladder(ladder: Ladder, tellings: list[Answers]) -> Iterator[str]:
    for change in ladders_near(ladder):
        if any(placed(ladder, told) != placed(change.ladder, told) for told in tellings):
            continue
        hints = [
            hint
            for rule, changed in zip(_asked(ladder), _asked(change.ladder), strict=True)
            if rule != changed and (hint := _hint(rule, Change("", changed))) is not None
        ]
        if hints or change.ladder.lowest is not ladder.lowest:
            yield f"{change.said}; {(hints or ['add a case in which no need is present'])[0]}"


def _asked(ladder: Ladder) -> tuple[Node, ...]:
    """Return all that decides a placement: for each level whether it is needed, and concerns."""
    reached = (
        AnyOf(need.clause for need in ladder.needs if need.level >= level) for level in CareLevel
    )
    return (*reached, *ladder.beside, *ladder.barriers)
