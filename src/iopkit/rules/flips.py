"""What people can change so that a settled outcome turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from iopkit.rules.answers import Answer, Answers, AnyFact, told
from iopkit.rules.cells import Cell, joined_cells
from iopkit.rules.changing import Box, Search
from iopkit.rules.nodes import Clause, Node, clauses_of
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.values.terms import Term


@frozen(repr=False)
class Change(Quiet):
    """One fact, and what it would have to be: any value of any one of `to`."""

    fact: AnyFact
    to: tuple[Cell, ...]


@frozen(kw_only=True, repr=False)
class Flip(Quiet):
    """Changes that together turn an outcome, whichever value each of them takes.

    `clauses` are those that come out otherwise then, in the order of the rule.
    """

    changes: tuple[Change, ...]
    clauses: tuple[Clause, ...]


def flips_of(rule: Node, answers: Answers) -> tuple[Flip, ...]:
    """Return every smallest set of changes to changeable facts that turns the outcome of `rule`.

    In the order of the rule; none where the outcome is not known, or nothing changeable turns it.
    What is not known may be changed like anything else, and stays not known where it is not.  Of
    a listing, each term counts by itself.  That something is told (`Known`) is no change.

    Raises:
        InvalidValue: an answer is not of its fact's type; the message does not repeat it.
        InvalidRule: the rule can come out otherwise in more ways than can be searched.
    """
    before = outcome(rule, answers)
    if before is Truth.UNKNOWN:
        return ()
    search = Search(rule, answers)
    return tuple(_flip(rule, answers, search, box) for box in search.fewest(~before))


def flipped(answers: Answers, flip: Flip) -> dict[str, Answer]:
    """Return `answers` as `flip` would have them, each change at a value that it allows."""
    after = dict(answers)
    for change in flip.changes:
        cell = change.to[0]
        now = told(change.fact, after)
        after[change.fact.name] = (
            _relisted(now if isinstance(now, Listing) else Listing(), cell)
            if isinstance(cell, Listing)
            else _value(cell)
        )
    return after


def _flip(rule: Node, answers: Answers, search: Search, box: Box) -> Flip:
    changes = tuple(
        Change(variable.fact, joined_cells(variable.cells, cells))
        for variable, cells in search.changed(box)
    )
    found = Flip(changes=changes, clauses=())
    after = flipped(answers, found)
    turned = (
        clause
        for clause in clauses_of(rule)
        if outcome(clause, answers) is not outcome(clause, after)
    )
    return Flip(changes=changes, clauses=tuple(turned))


def _value(cell: Cell) -> bool | int | Money | date | Term | None:
    match cell:
        case bool():
            return cell
        case Span(low, high):
            return high if low is None else low
        case tuple():
            return cell[0]
    return None


def _relisted(now: Listing[Term], change: Listing[Term]) -> Listing[Term]:
    present = [*_without(now.present, change.lacks), *change.present]
    lacks = [*_without(now.lacks, change.present), *change.lacks]
    return Listing(present, lacks, now.complete)


def _without(terms: Iterable[Term], others: tuple[Term, ...]) -> Iterator[Term]:
    return (term for term in terms if term not in others)
