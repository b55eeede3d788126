"""What an unknown outcome still depends on, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from iopkit.rules.answers import Answers, AnyFact
from iopkit.rules.cells import Cell, Variable, variables_of
from iopkit.rules.nodes import Known, Node
from iopkit.rules.normal_forms import literals_of, open_form
from iopkit.rules.tracing import Step, trace
from iopkit.rules.truth import Truth
from iopkit.rules.unsettled import Solver, Unsettled
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term


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

    With `precision` `KLEENE` there are too many combinations of facts that parts share: `facts` are
    then all unknown facts of the parts that are not known, `settled` is Kleene's outcome, `fewest`
    is empty.

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

    Exact as long as no parts that share unknown facts have more than `MOST_CELLS` combinations of
    the cells that the rule's own thresholds cut; parts that share none may be as many as they are.
    Whether something is told (`Known`) is taken as it stands.

    Raises:
        InvalidValue: an answer is not of its fact's type; the message does not repeat it.
    """
    return pivots_after(trace(rule, answers), answers)


def pivots_after(step: Step, answers: Answers) -> Pivots:
    """Return what the outcome of `step`, the trace of a rule with `answers`, still depends on."""
    form = open_form(step)
    if isinstance(form, bool):
        return _settled(Truth.of(form))
    leaves = (literal.leaf for literal in literals_of(form))
    asking = (leaf for leaf in leaves if not isinstance(leaf, Known))
    variables = variables_of(asking, answers)
    match Solver(variables).standing(form):
        case None:
            return _by_kleene(variables)
        case bool() as is_met:
            return _settled(Truth.of(is_met))
        case open_part:
            return _exact(open_part, variables)


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


def _exact(found: Unsettled, variables: tuple[Variable, ...]) -> Pivots:
    def left_by(at: int) -> tuple[float, float]:
        number = len(variables[at].cells)
        still_open = number - sum(found.effects[at])
        return (1 / number if still_open else 0, still_open / number)

    pivots = sorted(found.effects)
    return Pivots(
        facts=_facts(variables[at] for at in pivots),
        settled=Truth.UNKNOWN,
        precision=Precision.EXACT,
        next_question=variables[min(pivots, key=left_by)].fact,
        fewest={
            outcome: tuple(
                Reply(variables[at].fact, variables[at].cells[cell]) for at, cell in choices
            )
            for outcome, choices in ((Truth.MET, found.met), (Truth.NOT_MET, found.unmet))
        },
    )


def _facts(variables: Iterable[Variable]) -> tuple[AnyFact, ...]:
    return tuple({variable.fact.name: variable.fact for variable in variables}.values())
