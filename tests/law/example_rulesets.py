"""A made-up rule set with everything that one can hold, and a later version of it."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from iopkit.facts import FACTS
from iopkit.law import Review, RuleSet
from iopkit.rules import Clause, Compare, Node, Not, Operator
from iopkit.values import Period, Text
from iopkit.vocabulary import CareLevel, RuleSubject


def clause(name: str, rule: Node, section: str = "", source: str = "a-source") -> Clause:
    """Return a clause that is named like its id."""
    return Clause(name, Text(f"The {name}", f"La regla {name}"), rule, source, section)


def is_true(name: str) -> Compare:
    """Return the rule that the answer to a fact is yes."""
    return Compare(FACTS[name], Operator.EQUAL, bound=True)


def at_least(name: str, bound: int) -> Compare:
    """Return the rule that a fact is `bound` or more."""
    return Compare(FACTS[name], Operator.AT_LEAST, bound)


MINUTES, AGE = "treatment-plan.weekly-minutes", "person.age"
SUPPORT, CARE = "person.has-support-system", "person.needs-24-hour-care"
WRITTEN = "treatment-plan.is-written"
ADULT = at_least(AGE, 18)
HOURS = clause("hours", at_least(MINUTES, 540), "(c)(1)")
CALM = clause("calm", Not(is_true(CARE)), "(c)(2)")
BACKED = clause("backed", is_true(SUPPORT) | at_least(MINUTES, 900), "(c)(3)")
UPPER = clause("upper", Not(at_least(MINUTES, 1201)), "part 2", "another-source")
FIRST = Review(
    id="first",
    label=Text("The need is reviewed", "Se revisa la necesidad"),
    source="a-source",
    section="(e)",
    first_by_day=18,
    every_days=30,
)
OLD = RuleSet(
    id="states/somewhere",
    version="2024-01-01",
    title=Text("What somewhere asks", "Lo que pide algún lugar"),
    authority=Text("An agency", "Una agencia"),
    jurisdiction="us",
    subject=RuleSubject.ADMISSION,
    care_level=CareLevel.IOP,
    in_force=Period(date(2024, 1, 1), date(2026, 1, 1)),
    clauses=(HOURS, CALM, BACKED),
    applies=ADULT,
    advisories=(UPPER,),
    reviews=(FIRST,),
    program_standard="states/somewhere-program",
)
NEW_HOURS = clause("hours", at_least(MINUTES, 360), "(d)(1)")
NEW_REVIEW = evolve(FIRST, first_by_day=None, every_days=60)
WRITTEN_PLAN = clause("written", is_true(WRITTEN), "(d)(4)")
NEW = evolve(
    OLD,
    version="2026-01-01",
    in_force=Period(date(2026, 1, 1)),
    clauses=(NEW_HOURS, CALM, WRITTEN_PLAN),
    applies=None,
    advisories=(evolve(UPPER, section="part 3"),),
    reviews=(NEW_REVIEW,),
)
