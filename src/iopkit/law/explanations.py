"""Why a decision came out as it did, bounded by the clauses of its rule set."""

from __future__ import annotations

from iopkit.law.decisions import ClauseOutcome, Decision


def deciding_clauses(decision: Decision) -> tuple[ClauseOutcome, ...]:
    """Return the clauses that decided, in the order of the rule set.

    All of them where the rule set is met, those that are not met where it is not, and the
    unknown ones where it is not known.  Each carries its label, source and section; how its
    parts came out stands in its `step`.
    """
    return tuple(found for found in decision.clauses if found.outcome is decision.outcome)
