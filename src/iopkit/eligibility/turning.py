"""What people could change so that a decision comes out otherwise."""

from __future__ import annotations

from datetime import date

from iopkit.errors import NotInForce
from iopkit.facts.registry import answers_of
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.rules.flips import Flip, flips_of
from iopkit.rules.nodes import facts_of


def flips_for(rules: RuleSet, case: Case, *, on: date) -> tuple[Flip, ...]:
    """Return every smallest set of changes that turns the decision of `rules` for `case`.

    Only acts and arrangements change, such as planned hours, never symptoms, diagnoses or risk.
    Each flip names the clauses that come out otherwise then, with the section of the source that
    states them.  None where the decision is not known yet, or nothing changeable turns it.

    Raises:
        NotInForce: `rules` are not in force on that day.
        InvalidRule: the rule set can come out otherwise in more ways than can be searched.
    """
    if not rules.in_force.holds(on):
        raise NotInForce(f"{rules.id} {rules.version}", on.isoformat(), (str(rules.in_force),))
    return flips_of(rules.rule, answers_of(case, facts_of(rules.rule), on=on))
