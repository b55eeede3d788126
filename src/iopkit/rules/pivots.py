"""What an unknown outcome still depends on, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod

from attrs import frozen

from iopkit.rules.answers import Answers, AnyFact
from iopkit.rules.cells import Cell, Variable, variables_of
from iopkit.rules.nodes import Compare, Has, Node, OneOf
from iopkit.rules.spaces import Space
from iopkit.rules.tracing import Step, deciding_leaves, trace
from iopkit.rules.truth import Truth
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term

MOST_CELLS = 20_000
"""Beyond so many combinations of cells, pivots are those of Kleene's logic."""


class Precision(Term):
    """How pivots were found."""

    EXACT = "exact", "by every combination of answers", "con toda combinación de respuestas"
    KLEENE = "kleene", "by what is known of each part", "con lo que se sabe de cada parte"


@frozen(repr=False)
class Reply(Quiet):
    """One answer that would help: any value of `answer`, given to `fact`.

    `answer` is yes or no, a `Span` of values, a `Listing` in which one term is present or
    lacks, or a tuple of terms of which one is the answer.
    """

    fact: AnyFact
    answer: Cell


@frozen(kw_only=True, repr=False)
class Pivots(Quiet):
    """The facts on which an outcome still depends.

    `facts` are in order of appearance in the rule: two complete sets of answers that differ
    only in such a fact come out differently.  `settled` is the outcome to which all complete
    sets of answers lead, and unknown where they lead to both.  `fewest` maps each outcome that
    can be reached to a smallest set of answers that reaches it, whatever else is answered.

    With `precision` `KLEENE` there are too many combinations: `facts` are then all unknown
    facts of the parts that are not known, `settled` is Kleene's outcome, `fewest` is empty.

    `next_question` is `None` once nothing matters.  It asks, of the facts that matter, the one
    whose worst answer leaves the fewest combinations unsettled; of equals, the one whose
    answers together leave the fewest; of equals, the one that appears first in the rule.  A
    listing is judged by each term that the rule asks for.
    """

    facts: tuple[AnyFact, ...]
    settled: Truth
    precision: Precision
    next_question: AnyFact | None
    fewest: Mapping[Truth, tuple[Reply, ...]]


def pivots_of(rule: Node, answers: Answers) -> Pivots:
    """Return what `rule` still depends on, given `answers`.

    Exact up to `MOST_CELLS` combinations of the cells that the rule's own thresholds cut.
    Whether something is told (`Known`) is taken as it stands.

    Raises:
        InvalidValue: an answer is not of its fact's type; the message does not repeat it.
    """
    step = trace(rule, answers)
    if step.outcome is not Truth.UNKNOWN:
        return _settled(step.outcome)
    leaves = (leaf.node for leaf in deciding_leaves(step))
    asking = (leaf for leaf in leaves if isinstance(leaf, Compare | OneOf | Has))
    variables = variables_of(asking, answers)
    if prod(len(variable.cells) for variable in variables) > MOST_CELLS:
        return _by_kleene(variables)
    return _by_cells(step, variables)


def _settled(outcome: Truth) -> Pivots:
    return Pivots(
        facts=(),
        settled=outcome,
        precision=Precision.EXACT,
        next_question=None,
        fewest={outcome: ()},
    )


def _by_kleene(variables: tuple[Variable, ...]) -> Pivots:
    facts = _facts(variables)
    return Pivots(
        facts=facts,
        settled=Truth.UNKNOWN,
        precision=Precision.KLEENE,
        next_question=facts[0],
        fewest={},
    )


def _by_cells(step: Step, variables: tuple[Variable, ...]) -> Pivots:
    space = Space(variables)
    met = space.met(step)
    if met in (0, space.full):
        return _settled(Truth.of(met != 0))
    pivots = [at for at in range(len(variables)) if space.matters(at, met)]
    first = min(pivots, key=lambda at: (space.left_by(at, met), at))
    return Pivots(
        facts=_facts(variables[at] for at in pivots),
        settled=Truth.UNKNOWN,
        precision=Precision.EXACT,
        next_question=variables[first].fact,
        fewest={
            outcome: tuple(
                Reply(variables[at].fact, variables[at].cells[cell])
                for at, cell in space.fewest(goal) or ()
            )
            for outcome, goal in ((Truth.MET, met), (Truth.NOT_MET, space.full ^ met))
        },
    )


def _facts(variables: Iterable[Variable]) -> tuple[AnyFact, ...]:
    return tuple({variable.fact.name: variable.fact for variable in variables}.values())
