"""A made-up standard for programs, clause by clause, and programs to check by it."""

from __future__ import annotations

from datetime import date

from iopkit.facts import FACTS
from iopkit.law import RuleSet
from iopkit.rules import Clause, Compare, Has, Node, OneOf, Operator
from iopkit.values import Period, Text
from iopkit.values.terms import Term
from iopkit.vocabulary import CareLevel, RuleSubject

DAY = date(2026, 3, 2)


def clause(name: str, rule: Node) -> Clause:
    """Return a clause that is named like its id."""
    return Clause(name, Text(f"The {name}", f"La regla {name}"), rule, "a-source", "(a)")


def compared(name: str, operator: Operator, bound: int) -> Compare:
    """Return the rule that a fact about programs stands so to `bound`."""
    return Compare(FACTS[f"program.{name}"], operator, bound)


def at_least(name: str, bound: int) -> Compare:
    """Return the rule that a fact about programs is `bound` or more."""
    return compared(name, Operator.AT_LEAST, bound)


def at_most(name: str, bound: int) -> Compare:
    """Return the rule that a fact about programs is `bound` or less."""
    return compared(name, Operator.AT_MOST, bound)


def is_true(name: str) -> Compare:
    """Return the rule that the answer to a fact is yes."""
    return Compare(FACTS[name], Operator.EQUAL, bound=True)


def one_of(name: str, *terms: Term) -> OneOf:
    """Return the rule that a fact about programs is one of `terms`."""
    return OneOf(FACTS[f"program.{name}"], terms)


def has(name: str, term: Term) -> Has:
    """Return the rule that a listing about programs holds `term`."""
    return Has(FACTS[f"program.{name}"], term)


def standard(*rules: Node, advisories: tuple[Node, ...] = (), **told: object) -> RuleSet:
    """Return a standard whose clauses are `rules`, each named by its number unless it is one."""
    parts: dict[str, object] = {
        "id": "states/somewhere-program",
        "version": "2026-01-01",
        "title": Text("What somewhere asks of programs", "Lo que algún lugar pide a los programas"),
        "authority": Text("An agency", "Una agencia"),
        "jurisdiction": "us",
        "subject": RuleSubject.PROGRAM_STANDARD,
        "care_level": CareLevel.IOP,
        "in_force": Period(date(2026, 1, 1)),
        "clauses": tuple(_named("clause", rules)),
        "advisories": tuple(_named("advisory", advisories)),
        **told,
    }
    return RuleSet(**parts)  # type: ignore[arg-type]  # a table of fields


def _named(kind: str, rules: tuple[Node, ...]) -> list[Clause]:
    return [
        rule if isinstance(rule, Clause) else clause(f"{kind}-{at}", rule)
        for at, rule in enumerate(rules, start=1)
    ]
