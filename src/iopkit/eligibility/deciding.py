"""Deciding a rule set for one case."""

from __future__ import annotations

from datetime import date

from iopkit.errors import NotInForce
from iopkit.facts.registry import answers_of
from iopkit.law.decisions import ClauseOutcome, Decision
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.rules.nodes import facts_of
from iopkit.rules.pivots import pivots_after
from iopkit.rules.tracing import outcome, trace
from iopkit.rules.truth import Truth


def decide(rules: RuleSet, case: Case, *, on: date) -> Decision:
    """Return how `rules` come out for `case` on a day, clause by clause.

    What the case does not tell stays unknown; `pivots` of the decision name what still matters.
    On another day than the case's, a threshold of age that a birthday may cross is unknown.
    Whether the set is meant for this case is asked with `applies_to`.

    Raises:
        NotInForce: `rules` are not in force on that day.
    """
    if not rules.in_force.holds(on):
        raise NotInForce(f"{rules.id} {rules.version}", on.isoformat(), (str(rules.in_force),))
    rule = rules.rule
    answers = answers_of(case, facts_of(rule), on=on)
    whole = trace(rule, answers)
    clauses = tuple(
        ClauseOutcome(clause=clause, outcome=step.outcome, step=step)
        for clause, step in zip(rules.clauses, whole.children, strict=True)
    )
    return Decision(
        outcome=whole.outcome,
        clauses=clauses,
        pivots=pivots_after(whole, answers),
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
