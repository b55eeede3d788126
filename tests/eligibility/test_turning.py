"""What people could change so that a decision comes out otherwise."""

from datetime import date

import pytest
from tests.law.example_rulesets import HOURS, MINUTES, NEW, OLD, SUPPORT

from iopkit import Case, NotInForce, Person, RuleSet, TreatmentPlan, Truth
from iopkit.eligibility import decide, flips_for
from iopkit.facts import FACTS, answers_of
from iopkit.rules import Clause, flipped, outcome
from iopkit.values import Basis, Span

DAY = date(2025, 3, 2)


def _case(minutes: int | None, *, care: bool | None = False) -> Case:
    return Case(
        person=Person(needs_24_hour_care=care, has_support_system=True),
        treatment_plan=TreatmentPlan(weekly_minutes=minutes),
    )


def _range(low: int | None, high: int | None) -> Span[int]:
    return Span(low, high, Basis.COMPUTED)


@pytest.mark.parametrize(
    ("rules", "minutes", "care", "to", "clauses"),
    [
        (OLD, 300, False, _range(540, 10_080), (HOURS,)),
        (OLD, 600, False, _range(0, 539), (HOURS,)),
        (NEW, 300, False, None, None),
        (OLD, None, False, None, None),
        (OLD, 300, True, None, None),
    ],
)
def test_hours_turn_a_settled_decision_where_nothing_else_stands_in_the_way(
    rules: RuleSet,
    minutes: int | None,
    care: bool,
    to: Span[int] | None,
    clauses: tuple[Clause, ...] | None,
) -> None:
    day = rules.in_force.start

    found = flips_for(rules, _case(minutes, care=care), on=day)

    hours = [flip for flip in found if flip.changes[0].fact.name == MINUTES]
    assert [(flip.changes[0].to, flip.clauses) for flip in hours if len(flip.changes) == 1] == (
        [] if to is None else [((to,), clauses)]
    )


def test_every_way_to_turn_a_decision_is_told_with_what_is_cited() -> None:
    found = flips_for(OLD, _case(600), on=DAY)

    assert [
        ([change.fact.name for change in flip.changes], [one.section for one in flip.clauses])
        for flip in found
    ] == [([MINUTES], ["(c)(1)"]), ([SUPPORT], ["(c)(3)"])]


def test_a_flip_turns_the_decision() -> None:
    case = _case(300)
    answers = answers_of(case, FACTS.values())

    (flip,) = flips_for(OLD, case, on=DAY)

    assert decide(OLD, case, on=DAY).outcome is Truth.NOT_MET
    assert outcome(OLD.rule, flipped(answers, flip)) is Truth.MET


def test_a_day_outside_of_the_period_is_refused() -> None:
    with pytest.raises(NotInForce) as caught:
        flips_for(OLD, _case(300), on=date(2026, 1, 1))

    assert str(caught.value) == (
        "states/somewhere 2024-01-01: nothing is in force on 2026-01-01; "
        "periods that exist: 2024-01-01..2026-01-01"
    )
