"""Where two versions of a rule come out differently, with answers that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import prod

from attrs import frozen

from iopkit.errors import InvalidRule
from iopkit.rules.answers import Answer, AnyFact
from iopkit.rules.boxes import Box, boxes_of
from iopkit.rules.cells import Cell, Variable, joined_cells, variables_of
from iopkit.rules.examples import Goal, example_of, typical_of
from iopkit.rules.nodes import AllOf, Clause, Known, Node, Not, facts_of, leaves_of
from iopkit.rules.normal_forms import open_form
from iopkit.rules.plausible import likelier
from iopkit.rules.spaces import Choice, Space, axis_of
from iopkit.rules.tracing import Step, trace
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.spans import Span

MOST_COMBINATIONS = 300_000
"""Beyond so many combinations of cells, they are not counted; 18 yes-or-no facts have fewer."""

MOST_BOXES = 12
"""So many sets of cells, and so many examples, are told of one direction at most."""


@frozen(kw_only=True)
class Within:
    """One fact, and the cells in one of which its answer lies."""

    fact: AnyFact
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class ChangedCells:
    """Answers that come out differently by two rules, with one made-up example of them.

    They do wherever each fact of `within` is as it says, whatever the other answers are.
    `answers` are the example: every fact of both rules is told in it, of a listing each term
    that a rule asks for.  `old_clauses` and `new_clauses` decided it, in the order of their rule,
    outer ones first.
    """

    within: tuple[Within, ...]
    answers: Mapping[str, Answer]
    old_clauses: tuple[Clause, ...]
    new_clauses: tuple[Clause, ...]


@frozen(kw_only=True)
class RuleChange:
    """One direction in which complete answers come out differently by two rules.

    `combinations` counts the combinations of cells that do, of all `of` that the thresholds of
    both rules cut.  `cells` are those combinations, put together into as wide sets as there are,
    the plainest first; `lists_all` says that no set is left out, `MOST_BOXES` being reached.

    Where there are more than `MOST_COMBINATIONS`, the numbers are `None`, nothing is `within`,
    and there is an example for each part of the rule that is not met, where it can be so alone.
    """

    before: Truth
    after: Truth
    combinations: int | None
    of: int | None
    cells: tuple[ChangedCells, ...]
    lists_all: bool


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
        boxes = boxes_of(space, goal, MOST_BOXES + 1)
        if boxes:
            plainest = sorted(boxes[:MOST_BOXES], key=lambda box: len(tuple(box.narrow)))
            yield RuleChange(
                before=before,
                after=~before,
                combinations=goal.bit_count(),
                of=space.size,
                cells=tuple(_changed(old, new, variables, box) for box in plainest),
                lists_all=len(boxes) <= MOST_BOXES,
            )


def _uncounted(old: Node, new: Node, variables: tuple[Variable, ...]) -> Iterator[RuleChange]:
    rest = _example(variables, ())
    for before, met, missed in ((Truth.MET, old, new), (Truth.NOT_MET, new, old)):
        found = [
            {name: _completed(answers.get(name), rest[name]) for name in rest}
            for answers in islice(_turned(met, missed), MOST_BOXES)
        ]
        if found:
            yield RuleChange(
                before=before,
                after=~before,
                combinations=None,
                of=None,
                cells=tuple(_decided(old, new, (), answers) for answers in found),
                lists_all=False,
            )


def _turned(met: Node, missed: Node) -> Iterator[dict[str, Answer]]:
    """Yield examples that `met` meets and `missed` does not: of each part alone, else of one."""
    parts = missed.parts if isinstance(missed, AllOf) else (missed,)
    alone = [_missing(met, part, parts) for part in parts]
    found = [one for one in alone if one is not None]
    yield from found
    if not found:
        together = (_missing(met, part, ()) for part in parts)
        yield from islice((one for one in together if one is not None), 1)


def _missing(met: Node, part: Node, parts: Iterable[Node]) -> dict[str, Answer] | None:
    others = (Goal(other, Truth.MET) for other in parts if other != part)
    return example_of((Goal(met, Truth.MET), Goal(part, Truth.NOT_MET), *others))


def _changed(old: Node, new: Node, variables: tuple[Variable, ...], box: Box) -> ChangedCells:
    sides = [(at, variables[at], cells) for at, cells in box.narrow.items()]
    within = (
        Within(fact=one.fact, cells=joined_cells(one.cells, cells)) for _, one, cells in sides
    )
    choices = tuple((at, box.sample[at]) for at in box.narrow)
    return _decided(old, new, tuple(within), _example(variables, choices))


def _decided(
    old: Node, new: Node, within: tuple[Within, ...], answers: dict[str, Answer]
) -> ChangedCells:
    decided = _deciding(old, new, answers)

    def stays(likely: dict[str, Answer]) -> bool:
        kept = all(_lies_within(likely[one.fact.name], one) for one in within)
        return kept and _deciding(old, new, likely) == decided

    facts = {fact.name: fact for fact in (*facts_of(old), *facts_of(new))}
    (_, old_clauses), (_, new_clauses) = decided
    return ChangedCells(
        within=within,
        answers=likelier(answers, facts.values(), stays),
        old_clauses=old_clauses,
        new_clauses=new_clauses,
    )


def _deciding(
    old: Node, new: Node, answers: dict[str, Answer]
) -> tuple[tuple[Truth, tuple[Clause, ...]], tuple[Truth, tuple[Clause, ...]]]:
    was, now = trace(old, answers), trace(new, answers)
    return (
        (was.outcome, tuple(_deciding_clauses(was))),
        (now.outcome, tuple(_deciding_clauses(now))),
    )


def _lies_within(answer: Answer, one: Within) -> bool:
    return any(_lies_in(answer, cell) for cell in one.cells)


def _lies_in(answer: Answer, cell: Cell) -> bool:
    """Return whether `answer` is one of `cell`; of what no example changes, always."""
    match answer, cell:
        case Listing(), Listing(present, lacks):
            told = (*present, *lacks)
            return [answer.holds(term) for term in told] == [term in present for term in told]
        case int(), Span(int() | None as low, int() | None as high):
            return (low is None or low <= answer) and (high is None or answer <= high)
    return True


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
