"""Placing a person on a ladder of care levels."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from iopkit.eligibility.levels import ranked_levels
from iopkit.errors import NotInForce
from iopkit.facts.registry import answers_of
from iopkit.law.decisions import Concern, NeedOutcome, Placement
from iopkit.law.ladders import Ladder
from iopkit.model.case import Case
from iopkit.rules.nodes import AnyOf, Clause, facts_of
from iopkit.rules.pivots import Pivots, pivots_of
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth


def place(ladder: Ladder, case: Case, *, on: date) -> Placement:
    """Return between which levels the known needs of `case` place the person, and each level.

    Barriers and needs met beside a level are reported and never move the level.  The facts of
    its `pivots` are those that can still change the interval.

    Raises:
        NotInForce: `ladder` is not in force on that day.
    """
    if not ladder.in_force.holds(on):
        raise NotInForce(f"{ladder.id} {ladder.version}", on.isoformat(), (str(ladder.in_force),))
    needs = tuple(
        NeedOutcome(clause=need.clause, level=need.level, outcome=_outcome(need.clause, case))
        for need in ladder.needs
    )
    present = [need.level for need in needs if need.outcome is Truth.MET]
    possible = [need.level for need in needs if need.outcome is not Truth.NOT_MET]
    at_least = max(present, default=ladder.lowest)
    at_most = max(possible, default=ladder.lowest)
    return Placement(
        at_least=at_least,
        at_most=at_most,
        recommended=at_least if at_least is at_most else None,
        needs=needs,
        levels=ranked_levels(ladder, needs, at_least, at_most),
        beside=_concerns(ladder.beside, case),
        barriers=_concerns(ladder.barriers, case),
        pivots=_pivots([need for need in needs if need.level > at_least], case),
        ladder_id=ladder.id,
        version=ladder.version,
        on=on,
        limitations=ladder.limitations,
    )


def _pivots(higher: list[NeedOutcome], case: Case) -> Pivots:
    """Return what can still change the level, given the needs of higher levels.

    A fact changes it if, for some level, it decides whether a need of that level or a higher one
    is present: that a need is implied by one of a lower level does not hide it.
    """
    unknown = [need for need in higher if need.outcome is Truth.UNKNOWN]
    whole = _asked(unknown, case)
    levels = sorted({need.level for need in unknown})
    steps = [_asked([need for need in unknown if need.level >= level], case) for level in levels]
    facts = tuple({fact.name: fact for step in (whole, *steps) for fact in step.facts}.values())
    following = whole.next_question or next(iter(facts), None)
    return evolve(whole, facts=facts, next_question=following)


def _asked(needs: Iterable[NeedOutcome], case: Case) -> Pivots:
    rule = AnyOf(need.clause for need in needs)
    return pivots_of(rule, answers_of(case, facts_of(rule)))


def _concerns(clauses: Iterable[Clause], case: Case) -> tuple[Concern, ...]:
    return tuple(Concern(clause=clause, outcome=_outcome(clause, case)) for clause in clauses)


def _outcome(clause: Clause, case: Case) -> Truth:
    return outcome(clause, answers_of(case, facts_of(clause)))
