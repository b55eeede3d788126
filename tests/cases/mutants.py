"""Every small change of a rule, of a period, of a review and of a ladder, each named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeAlias

from attrs import evolve, frozen

from iopkit.law.ladders import Ladder, Need
from iopkit.law.reviews import Review
from iopkit.rules.cells import value_at
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Has,
    Known,
    Node,
    Not,
    OneOf,
    Operator,
    parts_of,
)
from iopkit.rules.scalars import written
from iopkit.rules.walking import is_no
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.vocabulary.care import CareLevel

ALWAYS, NEVER = AllOf(()), AnyOf(())
"""What is left of a clause that is left out of a rule set, and of a ladder."""

_DAY = timedelta(days=1)
_SWAPPED = {
    Operator.AT_LEAST: (Operator.MORE_THAN, Operator.AT_MOST),
    Operator.MORE_THAN: (Operator.AT_LEAST, Operator.LESS_THAN),
    Operator.AT_MOST: (Operator.LESS_THAN, Operator.AT_LEAST),
    Operator.LESS_THAN: (Operator.AT_MOST, Operator.MORE_THAN),
    Operator.EQUAL: (Operator.AT_LEAST, Operator.AT_MOST),
}
_LONGEST = 70

Group: TypeAlias = AllOf | AnyOf | AtLeast


@frozen
class Change:
    """A rule after one small change, and the change in words.

    `alike` is a fact and what a single case would tell of it to catch this change and others.
    """

    said: str
    rule: Node
    alike: tuple[str, str] | None = None


def changes_of(rule: Node) -> Iterator[Change]:
    """Yield `rule` after each small change of one of its parts, outer parts first."""
    yield from _own_changes(rule)
    if isinstance(rule, Not) and is_no(rule):
        return  # Its one line says yes or no, and has been changed.
    for at, part in enumerate(parts_of(rule)):
        for change in changes_of(part):
            yield evolve(change, rule=_with_part(rule, at, change.rule))


def _own_changes(rule: Node) -> Iterator[Change]:
    match rule:
        case Compare(_, Operator.EQUAL, True) | Known():
            yield Change(f"{brief(rule)} -> no", Not(rule))
        case Compare():
            yield from (_changed(rule, other) for other in _comparisons(rule))
        case OneOf():
            yield from _other_terms(rule)
        case Has(fact, term):
            alike = (fact.name, f"{{has: [{written(term)}], complete: yes}}")
            others = (Has(fact, other) for other in fact.terms or () if other is not term)
            yield from (evolve(_changed(rule, other), alike=alike) for other in others)
        case Not(part):
            yield _changed(rule, part)
        case AllOf() | AnyOf() | AtLeast():
            yield from _regrouped(rule)


def _changed(before: Node, after: Node) -> Change:
    return Change(f"{brief(before)} -> {brief(after)}", after)


def _comparisons(leaf: Compare) -> Iterator[Compare]:
    number = _number(leaf.bound)
    for other in (number - 1, number + 1):
        yield evolve(leaf, bound=value_at(leaf.fact, other))
    for operator in _SWAPPED[leaf.operator]:
        yield evolve(leaf, operator=operator)


def _number(bound: int | Money | date) -> int:
    match bound:
        case Money():
            return bound.cents
        case date():
            return bound.toordinal()
    return bound


def _other_terms(leaf: OneOf) -> Iterator[Change]:
    name = leaf.fact.name
    alike = (name, f"{{other-than: [{', '.join(map(written, leaf.terms))}]}}")
    for term in leaf.fact.terms or ():
        if term in leaf.terms:
            fewer = tuple(other for other in leaf.terms if other is not term)
            yield Change(f"{name} one-of without {written(term)}", evolve(leaf, terms=fewer))
        else:
            more = (*leaf.terms, term)
            yield Change(f"{name} one-of with {written(term)}", evolve(leaf, terms=more), alike)


def _regrouped(group: Group) -> Iterator[Change]:
    parts = group.parts
    if isinstance(group, AtLeast):
        for count in (group.count - 1, group.count + 1):
            said = f"at least {group.count} of {len(parts)} -> at least {count}"
            yield Change(said, evolve(group, count=count))
    if len(parts) < 2:
        return
    match group:
        case AllOf():
            yield Change(f"{brief(group)} -> any-of", AnyOf(parts))
        case AnyOf():
            yield Change(f"{brief(group)} -> all-of", AllOf(parts))
    for at, part in enumerate(parts):
        fewer = (*parts[:at], *parts[at + 1 :])
        yield Change(f"{brief(part)} -> left out of its group", evolve(group, parts=fewer))


def _with_part(rule: Node, at: int, part: Node) -> Node:
    match rule:
        case Not():
            return Not(part)
        case Clause():
            return evolve(rule, rule=part)
        case AllOf() | AnyOf() | AtLeast():
            return evolve(rule, parts=(*rule.parts[:at], part, *rule.parts[at + 1 :]))
    return part


def brief(rule: Node) -> str:
    """Return `rule` on one short line, in the words of its document."""
    said = _line(rule)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}..."


def _line(rule: Node) -> str:
    match rule:
        case Clause():
            return f"clause {rule.id}"
        case Not(part):
            no = f"{_line(part).removesuffix(' is yes')} is no"
            return no if isinstance(part, Compare) and is_no(rule) else f"not ({_line(part)})"
        case AllOf() | AnyOf() | AtLeast():
            return f"{_heading(rule)} ({'; '.join(map(_line, rule.parts))})"
    return f"{rule.fact.name} {_asked(rule)}"


def _heading(group: Group) -> str:
    match group:
        case AllOf():
            return "all-of"
        case AnyOf():
            return "any-of"
    return f"at-least {group.count} of"


def _asked(leaf: Compare | OneOf | Has | Known) -> str:
    match leaf:
        case Compare(_, operator, bound):
            return "is yes" if bound is True else f"{operator.value} {written(bound)}"
        case OneOf(_, terms):
            return f"one-of [{', '.join(map(written, terms))}]"
        case Has(_, term):
            return f"has {written(term)}"
    return "known"


@frozen
class PeriodChange:
    """A period after one small change; only on `day`, and beside it, does the change show."""

    said: str
    period: Period
    day: date


def periods_near(period: Period) -> Iterator[PeriodChange]:
    """Yield `period` with each end a day earlier and later, and open or ended."""
    start, end = period.start, period.end
    ends = [
        (start - _DAY, end, start - _DAY),
        (start + _DAY, end, start),
        *(
            [(start, start + _DAY, start + _DAY)]
            if end is None
            else [(start, end - _DAY, end - _DAY), (start, end + _DAY, end), (start, None, end)]
        ),
    ]
    for low, high, day in ends:
        if high is None or low < high:
            other = Period(low, high)
            yield PeriodChange(f"{period} -> {other}", other, day)


@frozen
class ReviewChange:
    """A review after one small change, or `None` where it is left out."""

    said: str
    review: Review | None


def reviews_near(review: Review) -> Iterator[ReviewChange]:
    """Yield `review` with each of its numbers one less, one more and left out."""
    yield ReviewChange("left out", None)
    first, every = review.first_by_day, review.every_days
    clocks = [(other, every) for other in _near(first)] + [(first, other) for other in _near(every)]
    for clock in clocks:
        if clock == (None, None) or 0 in clock:
            continue  # No review says so.
        changed = evolve(review, first_by_day=clock[0], every_days=clock[1])
        if _clock(changed) != _clock(review):
            said = f"first-by-day {first}, every-days {every} -> {clock[0]}, {clock[1]}"
            yield ReviewChange(said, changed)


def _near(days: int | None) -> tuple[int | None, ...]:
    return () if days is None else (days - 1, days + 1, None)


def _clock(review: Review) -> tuple[int | None, int | None]:
    every = review.every_days
    return review.first_by_day or (every or 0) + 1, every


@frozen
class LadderChange:
    """A ladder after one small change."""

    said: str
    ladder: Ladder


def ladders_near(ladder: Ladder) -> Iterator[LadderChange]:
    """Yield `ladder` after each small change of a need, a level or a concern."""
    for at, need in enumerate(ladder.needs):
        before, after = ladder.needs[:at], ladder.needs[at + 1 :]
        for said, other in _needs_near(need, ladder):
            yield LadderChange(said, evolve(ladder, needs=(*before, other, *after)))
    for beside in _each_changed(ladder.beside):
        yield LadderChange(beside[0], evolve(ladder, beside=beside[1]))
    for barriers in _each_changed(ladder.barriers):
        yield LadderChange(barriers[0], evolve(ladder, barriers=barriers[1]))
    for lowest in _beside(ladder.lowest):
        if all(lowest <= need.level for need in ladder.needs):
            said = f"lowest level {ladder.lowest.value} -> {lowest.value}"
            yield LadderChange(said, evolve(ladder, lowest=lowest))


def _needs_near(need: Need, ladder: Ladder) -> Iterator[tuple[str, Need]]:
    for said, clause in _clauses_near(need.clause):
        yield said, evolve(need, clause=clause)
    for level in _beside(need.level):
        if ladder.lowest <= level <= ladder.highest:
            said = f"level {need.level.value} -> {level.value} of clause {need.clause.id}"
            yield said, evolve(need, level=level)


def _each_changed(clauses: tuple[Clause, ...]) -> Iterator[tuple[str, tuple[Clause, ...]]]:
    for at, clause in enumerate(clauses):
        for said, other in _clauses_near(clause):
            yield said, (*clauses[:at], other, *clauses[at + 1 :])


def _clauses_near(clause: Clause) -> Iterator[tuple[str, Clause]]:
    yield f"clause {clause.id} -> left out", evolve(clause, rule=NEVER)
    for change in changes_of(clause.rule):
        yield f"{change.said} in clause {clause.id}", evolve(clause, rule=change.rule)


def _beside(level: CareLevel) -> Iterator[CareLevel]:
    for below, above in pairwise(CareLevel):
        if level in (below, above):
            yield above if level is below else below
