"""Deciding a rule set for one case."""

from __future__ import annotations

from datetime import date

from iopkit.errors import NotInForce
from iopkit.facts.registry import answers_of
from iopkit.law.decisions import ClauseOutcome, Decision
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.rules.nodes import facts_of
from iopkit.rules.pivots import pivots_of
from iopkit.rules.tracing import outcome, trace
from iopkit.rules.truth import Truth, threshold


def decide(rules: RuleSet, case: Case, *, on: date) -> Decision:
    """Return how `rules` come out for `case` on a day, clause by clause.

    What the case does not tell stays unknown; `pivots` of the decision name what still matters.
    Whether the set is meant for this case is asked with `applies_to`.

    Raises:
        NotInForce: `rules` are not in force on that day.
    """
    if not rules.in_force.holds(on):
        raise NotInForce(f"{rules.id} {rules.version}", on.isoformat(), (str(rules.in_force),))
    answers = answers_of(case, facts_of(rules.rule))
    steps = [(clause, trace(clause, answers)) for clause in rules.clauses]
    clauses = tuple(
        ClauseOutcome(clause=clause, outcome=step.outcome, step=step) for clause, step in steps
    )
    return Decision(
        outcome=threshold(len(steps), (step.outcome for _, step in steps)),
        clauses=clauses,
        pivots=pivots_of(rules.rule, answers),
        ruleset_id=rules.id,
        version=rules.version,
        digest=rules.digest,
        title=rules.title,
        on=on,
        limitations=rules.limitations,
    )


def applies_to(rules: RuleSet, case: Case) -> Truth:
    """Return whether `rules` are meant for `case`: met, not met, or not known."""
    if rules.applies is None:
        return Truth.MET
    return outcome(rules.applies, answers_of(case, facts_of(rules.applies)))
