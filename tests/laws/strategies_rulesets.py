"""Small random rule sets about the facts of random rules."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from tests.laws.strategies_rules import leaves, rules

from iopkit.law import Review, RuleSet
from iopkit.rules import AllOf, Clause, Node, facts_of
from iopkit.values import Period, Text
from iopkit.vocabulary import CareLevel, RuleSubject

MOST_FACTS = 3
_DAYS = st.none() | st.integers(1, 90)


def _is_small(pool: list[Node]) -> bool:
    return len(facts_of(AllOf(pool))) <= MOST_FACTS


def whole(found: RuleSet) -> Node:
    """Return everything that a rule set asks or warns of, as one rule."""
    applies = () if found.applies is None else (found.applies,)
    return AllOf((*applies, *found.clauses, *found.advisories))


def _clauses(name: str, parts: list[Node]) -> tuple[Clause, ...]:
    return tuple(
        Clause(f"{name}-{at}", Text(f"The {name} {at}", f"La {name} {at}"), rule, f"source-{at}")
        for at, rule in enumerate(parts)
    )


@st.composite
def _reviews(draw: st.DrawFn) -> tuple[Review, ...]:
    numbers = draw(st.lists(st.tuples(_DAYS, _DAYS).filter(any), max_size=2))
    return tuple(
        Review(
            id=f"review-{at}",
            label=Text(f"The review {at}", f"La revisión {at}"),
            source="source-0",
            first_by_day=first,
            every_days=every,
        )
        for at, (first, every) in enumerate(numbers)
    )


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """Return rule sets about few enough facts to try each completion."""
    pool = draw(st.lists(leaves(), min_size=1, max_size=6).filter(_is_small))
    some_rules = rules(st.sampled_from(pool))
    return RuleSet(
        id="some/rules",
        version="2026-01-01",
        title=Text("Some rules", "Unas reglas"),
        authority=Text("Some agency", "Una agencia"),
        jurisdiction="us",
        subject=RuleSubject.ADMISSION,
        care_level=CareLevel.IOP,
        in_force=Period(date(2026, 1, 1), draw(st.sampled_from([None, date(2027, 1, 1)]))),
        clauses=_clauses("clause", draw(st.lists(some_rules, min_size=1, max_size=3))),
        applies=draw(st.none() | some_rules),
        advisories=_clauses("advisory", draw(st.lists(some_rules, max_size=1))),
        reviews=draw(_reviews()),
    )
