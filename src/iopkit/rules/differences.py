"""Where two versions of a rule come out differently, with answers that show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod

from attrs import evolve, frozen

from iopkit.errors import InvalidRule
from iopkit.rules.answers import Answer, AnyFact
from iopkit.rules.cells import Variable, variables_of
from iopkit.rules.examples import Goal, example_of, typical_of
from iopkit.rules.nodes import AllOf, Clause, Known, Node, Not, facts_of, leaves_of
from iopkit.rules.normal_forms import open_form
from iopkit.rules.pivots import Reply
from iopkit.rules.spaces import Choice, Space, axis_of
from iopkit.rules.tracing import Step, trace
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing

MOST_COMBINATIONS = 300_000
"""Beyond so many combinations of cells, they are not counted; 18 yes-or-no facts have fewer."""


@frozen(kw_only=True)
class RuleChange:
    """One direction in which complete answers come out differently by two rules.

    `combinations` counts the combinations of cells that do, of all `of` that the thresholds of
    both rules cut.  `fewest` is a smallest set of replies after which they do, whatever the
    other answers are.  Where there are more than `MOST_COMBINATIONS`, the numbers are `None` and
    `fewest` is empty.  `answers` are one made-up example that agrees with it: every fact of
    both rules is told in it, of a listing each term that a rule asks for.  `old_clauses` and
    `new_clauses` decided the example, in the order of their rule, outer ones first.
    """

    before: Truth
    after: Truth
    combinations: int | None
    of: int | None
    fewest: tuple[Reply, ...]
    answers: Mapping[str, Answer]
    old_clauses: tuple[Clause, ...]
    new_clauses: tuple[Clause, ...]


def compare_rules(old: Node, new: Node) -> tuple[RuleChange, ...]:
    """Return each direction in which `old` and `new` differ: no longer met first, then newly met.

    None where every complete set of answers comes out alike, however the rules are written.

    Raises:
        InvalidRule: a rule asks whether something is known, the rules mean two facts by one
            name, or their parts share so many facts that no example can be found.
    """
    leaves = [*leaves_of(old), *leaves_of(new)]
    asking = [leaf for leaf in leaves if not isinstance(leaf, Known)]
    if len(asking) < len(leaves):
        raise InvalidRule("comparison", "rules that do not ask whether something is known")
    _refuse_namesakes(old, new)
    variables = variables_of(asking, {})
    if prod(len(variable.cells) for variable in variables) > MOST_COMBINATIONS:
        return tuple(_uncounted(old, new, variables))
    return tuple(_changes(old, new, variables))


def _refuse_namesakes(old: Node, new: Node) -> None:
    meant: dict[str, AnyFact] = {}
    for fact in (*facts_of(old), *facts_of(new)):
        other = meant.setdefault(fact.name, fact)
        if _kind(other) != _kind(fact):
            raise InvalidRule(fact.name, "one type, unit, list and pair of bounds in both rules")


def _kind(fact: AnyFact) -> tuple[object, ...]:
    return fact.type, fact.unit, fact.terms, fact.low, fact.high


def _changes(old: Node, new: Node, variables: tuple[Variable, ...]) -> Iterator[RuleChange]:
    space = Space([axis_of(at, one) for at, one in enumerate(variables)])
    was, now = (space.met(open_form(trace(rule, {}))) for rule in (old, new))
    for before, goal in ((Truth.MET, was & ~now), (Truth.NOT_MET, now & ~was)):
        choices = space.fewest(goal)
        if choices is not None:
            fewest = tuple(Reply(variables[at].fact, variables[at].cells[to]) for at, to in choices)
            found = _change(old, new, before, _example(variables, choices))
            yield evolve(found, combinations=goal.bit_count(), of=space.size, fewest=fewest)


def _uncounted(old: Node, new: Node, variables: tuple[Variable, ...]) -> Iterator[RuleChange]:
    for before, met, missed in ((Truth.MET, old, new), (Truth.NOT_MET, new, old)):
        found = next((one for one in _turned(met, missed) if one is not None), None)
        if found is not None:
            rest = _example(variables, ())
            answers = {name: _completed(found.get(name), rest[name]) for name in rest}
            yield _change(old, new, before, answers)


def _turned(met: Node, missed: Node) -> Iterator[dict[str, Answer] | None]:
    """Yield examples that `met` meets and `missed` does not, first those of one part alone."""
    parts = missed.parts if isinstance(missed, AllOf) else (missed,)
    for is_alone in (True, False):
        for part in parts:
            others = (Goal(other, Truth.MET) for other in parts if is_alone and other != part)
            yield example_of((Goal(met, Truth.MET), Goal(part, Truth.NOT_MET), *others))


def _change(old: Node, new: Node, before: Truth, answers: dict[str, Answer]) -> RuleChange:
    return RuleChange(
        before=before,
        after=~before,
        combinations=None,
        of=None,
        fewest=(),
        answers=answers,
        old_clauses=tuple(_deciding_clauses(trace(old, answers))),
        new_clauses=tuple(_deciding_clauses(trace(new, answers))),
    )


def _example(variables: tuple[Variable, ...], choices: tuple[Choice, ...]) -> dict[str, Answer]:
    chosen = dict(choices)
    answers: dict[str, Answer] = {}
    for at, variable in enumerate(variables):
        name = variable.fact.name
        answer = typical_of(variable.cells[chosen.get(at, 0)], variable.leaves[0])
        answers[name] = _completed(answers.get(name), answer)
    return answers


def _completed(found: Answer, rest: Answer) -> Answer:
    """Return `found`, of a listing with the terms of `rest` on which it says nothing."""
    if found is None or not (isinstance(found, Listing) and isinstance(rest, Listing)):
        return rest if found is None else found
    told = (*found.present, *found.lacks)
    return Listing(
        (*found.present, *(term for term in rest.present if term not in told)),
        (*found.lacks, *(term for term in rest.lacks if term not in told)),
    )


def _deciding_clauses(step: Step) -> Iterator[Clause]:
    """Yield the clauses that sufficed for the outcome of `step`."""
    if isinstance(step.node, Clause):
        yield step.node
    # The one part of a `Not` decides it, though it comes out otherwise.
    for child in step.children:
        if isinstance(step.node, Not) or child.outcome is step.outcome:
            yield from _deciding_clauses(child)
