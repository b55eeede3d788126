"""The cases just inside and just outside of a rule set."""

from datetime import date

import pytest
from attrs import evolve
from tests.law.example_rulesets import (
    ADULT,
    AGE,
    BACKED,
    CALM,
    CARE,
    FIRST,
    HOURS,
    MINUTES,
    NEW,
    NEW_REVIEW,
    OLD,
    SUPPORT,
    UPPER,
    at_least,
    clause,
    is_true,
)

from iopkit.law import BoundaryKind, ruleset_boundaries
from iopkit.rules import AllOf, AnyOf, Clause, Not, Truth, outcome
from iopkit.values import Period, Text

ALL_ELSE = {CARE: False, AGE: 90}


def _of(kind: BoundaryKind) -> list[tuple[object, ...]]:
    return [
        (one.inside, one.outside, one.clause, one.source, one.section)
        for one in ruleset_boundaries(OLD)
        if one.kind is kind
    ]


def test_every_kind_of_boundary_is_listed_in_the_order_of_the_rule_set() -> None:
    assert [(one.kind, one.inside, one.outside) for one in ruleset_boundaries(OLD)] == [
        (BoundaryKind.APPLIES, 18, 17),
        (BoundaryKind.CLAUSE, 540, 539),
        (BoundaryKind.CLAUSE, 900, 899),
        (BoundaryKind.ADVISORY, 1200, 1201),
        (BoundaryKind.REVIEW, 18, 19),
        (BoundaryKind.REVIEW, 30, 31),
        (BoundaryKind.PERIOD, date(2024, 1, 1), date(2023, 12, 31)),
        (BoundaryKind.PERIOD, date(2025, 12, 31), date(2026, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("kind", "stated"),
    [
        (BoundaryKind.APPLIES, [(18, 17, None, "", "")]),
        (
            BoundaryKind.CLAUSE,
            [(540, 539, HOURS, "a-source", "(c)(1)"), (900, 899, BACKED, "a-source", "(c)(3)")],
        ),
        (BoundaryKind.ADVISORY, [(1200, 1201, UPPER, "another-source", "part 2")]),
        (
            BoundaryKind.REVIEW,
            [(18, 19, None, "a-source", "(e)"), (30, 31, None, "a-source", "(e)")],
        ),
    ],
)
def test_a_boundary_cites_what_states_it(
    kind: BoundaryKind, stated: list[tuple[object, ...]]
) -> None:
    assert _of(kind) == stated


@pytest.mark.parametrize(
    ("place", "inside", "outside"),
    [
        (0, Text("18 years", "18 años"), Text("17 years", "17 años")),
        (
            1,
            Text("540 minutes a week (9 h)", "540 minutos por semana (9 h)"),
            Text("539 minutes a week (8 h 59 min)", "539 minutos por semana (8 h 59 min)"),
        ),
        (
            4,
            Text("day 18 of care", "día 18 de atención"),
            Text("day 19 of care", "día 19 de atención"),
        ),
        (
            5,
            Text(
                "30 days after the review before, or after the first day of care",
                "30 días después de la revisión anterior o del primer día de atención",
            ),
            Text(
                "31 days after the review before, or after the first day of care",
                "31 días después de la revisión anterior o del primer día de atención",
            ),
        ),
        (
            6,
            Text("2024-01-01, in force", "2024-01-01, vigente"),
            Text("2023-12-31, not", "2023-12-31, no"),
        ),
    ],
)
def test_both_cases_are_said_in_words(place: int, inside: Text, outside: Text) -> None:
    found = ruleset_boundaries(OLD)[place]

    assert (found.inside_text, found.outside_text) == (inside, outside)


def test_a_threshold_alone_turns_the_rule_set_in_its_example() -> None:
    hours = ruleset_boundaries(OLD)[1]

    assert hours.answers == {CARE: False, SUPPORT: True, AGE: 18}
    assert hours.inside_answers == {CARE: False, SUPPORT: True, AGE: 18, MINUTES: 540}
    assert hours.outside_answers == {CARE: False, SUPPORT: True, AGE: 18, MINUTES: 539}
    assert outcome(OLD.rule, hours.inside_answers) is Truth.MET
    assert outcome(OLD.rule, hours.outside_answers) is Truth.NOT_MET


def test_the_example_of_an_advisory_meets_the_rule_set_on_both_sides() -> None:
    upper = ruleset_boundaries(OLD)[3]

    inside, outside = upper.inside_answers or {}, upper.outside_answers or {}
    assert (outcome(OLD.rule, inside), outcome(OLD.rule, outside)) == (Truth.MET, Truth.MET)
    assert (outcome(UPPER, inside), outcome(UPPER, outside)) == (Truth.MET, Truth.NOT_MET)


def test_an_advisory_that_warns_only_of_others_has_the_example_of_such_a_case() -> None:
    # Whoever has 540 minutes has 300; the other clause stays met.
    enough = clause("enough", at_least(MINUTES, 300))
    rules = evolve(OLD, clauses=(HOURS, CALM), applies=None, advisories=(enough,))

    found = next(one for one in ruleset_boundaries(rules) if one.kind is BoundaryKind.ADVISORY)

    inside, outside = found.inside_answers or {}, found.outside_answers or {}
    assert (inside[MINUTES], outside[MINUTES]) == (300, 299)
    assert (outcome(HOURS, inside), outcome(CALM, inside)) == (Truth.NOT_MET, Truth.MET)
    assert (outcome(enough, inside), outcome(enough, outside)) == (Truth.MET, Truth.NOT_MET)


def test_an_advisory_that_cannot_be_met_as_well_is_let_go() -> None:
    short = clause("short", Not(at_least(MINUTES, 300)))

    hours = ruleset_boundaries(evolve(OLD, advisories=(short,)))[1]

    assert hours.answers == {CARE: False, SUPPORT: True, AGE: 18}


@pytest.mark.parametrize(
    "clauses",
    [
        (clause("hours", at_least(MINUTES, 540)), clause("more-hours", at_least(MINUTES, 600))),
        (clause("hours", at_least(MINUTES, 540) & is_true(CARE) & ~is_true(CARE)),),
        (clause("hours", AnyOf((at_least(MINUTES, 540), AllOf(())))),),
    ],
)
def test_a_threshold_that_never_turns_the_rule_set_has_no_example(
    clauses: tuple[Clause, ...],
) -> None:
    hours = ruleset_boundaries(evolve(OLD, clauses=clauses))[1]

    assert (hours.inside, hours.outside) == (540, 539)
    assert (hours.answers, hours.inside_answers, hours.outside_answers) == (None, None, None)


def test_reviews_and_periods_have_no_answers() -> None:
    apart = (BoundaryKind.REVIEW, BoundaryKind.PERIOD)
    found = [one for one in ruleset_boundaries(OLD) if one.kind in apart]

    assert {one.inside_answers for one in found} == {None}


def test_a_review_without_a_first_day_has_one_boundary_and_an_open_period_has_one() -> None:
    found = ruleset_boundaries(NEW)[-2:]

    assert [(one.inside, one.outside, one.review) for one in found] == [
        (60, 61, NEW_REVIEW),
        (date(2026, 1, 1), date(2025, 12, 31), None),
    ]


def test_what_was_always_in_force_has_no_first_day() -> None:
    always = evolve(OLD, in_force=Period(date.min), clauses=(), applies=None, advisories=())

    assert [one.review for one in ruleset_boundaries(always)] == [FIRST, FIRST]


def test_a_threshold_that_is_denied_lies_inside_where_it_is_not_met() -> None:
    minor = clause("minor", Not(ADULT))

    (found,) = ruleset_boundaries(
        evolve(OLD, clauses=(minor, CALM), applies=None, advisories=(), reviews=())
    )[:1]

    assert (found.inside, found.outside) == (17, 18)
