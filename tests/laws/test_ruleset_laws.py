"""Laws of rule sets: what their boundaries and differences show is so, on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.laws.strategies_rules import UNIVERSE, completions
from tests.laws.strategies_rulesets import rule_sets, whole

from iopkit.catalog import Entry, shipped
from iopkit.law import BoundaryKind, RuleSet, RuleSetBoundary, compare_rulesets, ruleset_boundaries
from iopkit.rules import (
    AllOf,
    Answer,
    Node,
    Truth,
    boundaries_of,
    facts_of,
    flipped,
    flips_of,
    outcome,
)
from iopkit.rules.examples import Goal, example_of
from iopkit.values import Listing

TURNED = (BoundaryKind.APPLIES, BoundaryKind.CLAUSE, BoundaryKind.ADVISORY)


def _asked(rules: RuleSet) -> Node:
    return AllOf((*rules.clauses, *(() if rules.applies is None else (rules.applies,))))


def _turned(rules: RuleSet, found: RuleSetBoundary) -> list[Node]:
    """Return the parts of `rules` that may be what `found` turns: one, unless two are equal."""
    parts = {
        BoundaryKind.APPLIES: () if rules.applies is None else (rules.applies,),
        BoundaryKind.CLAUSE: rules.clauses,
        BoundaryKind.ADVISORY: rules.advisories,
    }[found.kind]
    return [part for part in parts if found.threshold in boundaries_of(part)]


def _shows(
    rules: RuleSet,
    found: RuleSetBoundary,
    inside: Mapping[str, Answer],
    outside: Mapping[str, Answer],
) -> bool:
    # An advisory that is sure to be met with all the rest can only warn where some is not met.
    is_advice = found.kind is BoundaryKind.ADVISORY
    return (is_advice or outcome(_asked(rules), inside) is Truth.MET) and any(
        outcome(part, inside) is Truth.MET and outcome(part, outside) is Truth.NOT_MET
        for part in _turned(rules, found)
    )


def _all_met(rules: RuleSet, *sides: Mapping[str, Answer]) -> bool:
    return all(outcome(_asked(rules), side) is Truth.MET for side in sides)


@settings(max_examples=50, deadline=None)
@given(rule_sets())
def test_inside_all_is_met_and_outside_one_threshold_alone_turns_it(rules: RuleSet) -> None:
    for found in ruleset_boundaries(rules):
        if found.inside_answers is not None and found.outside_answers is not None:
            differ = {
                name
                for name, answer in found.inside_answers.items()
                if found.outside_answers[name] != answer
            }

            assert found.threshold is not None
            assert differ == {found.threshold.fact.name}
            assert _shows(rules, found, found.inside_answers, found.outside_answers)


@settings(max_examples=30, deadline=None)
@given(rule_sets())
def test_where_a_threshold_has_no_example_none_exists(rules: RuleSet) -> None:
    for found in ruleset_boundaries(rules):
        if found.threshold is None or found.answers is not None:
            continue
        name = found.threshold.fact.name
        if {found.inside, found.outside} <= set(UNIVERSE[name]):
            for answers in completions(whole(rules), {}):
                inside, outside = {**answers, name: found.inside}, {**answers, name: found.outside}

                assert not _shows(rules, found, inside, outside)


@settings(max_examples=30, deadline=None)
@given(rule_sets())
def test_where_the_example_of_an_advisory_does_not_meet_all_else_none_does(rules: RuleSet) -> None:
    for found in ruleset_boundaries(rules):
        inside, outside = found.inside_answers, found.outside_answers
        if found.threshold is None or inside is None or outside is None:
            continue
        name = found.threshold.fact.name
        is_tried = {found.inside, found.outside} <= set(UNIVERSE[name])
        if (
            found.kind is BoundaryKind.ADVISORY
            and is_tried
            and not _all_met(rules, inside, outside)
        ):
            for answers in completions(whole(rules), {}):
                sides = ({**answers, name: found.inside}, {**answers, name: found.outside})

                assert not (_shows(rules, found, *sides) and _all_met(rules, *sides))


@settings(max_examples=50, deadline=None)
@given(rule_sets())
def test_every_threshold_review_and_end_of_a_rule_set_is_listed(rules: RuleSet) -> None:
    found = ruleset_boundaries(rules)

    applies = () if rules.applies is None else (rules.applies,)
    parts = (*applies, *rules.clauses, *rules.advisories)
    clocks = [
        days
        for review in rules.reviews
        for days in (review.first_by_day, review.every_days)
        if days is not None
    ]
    assert [one.threshold for one in found if one.kind in TURNED] == [
        one for part in parts for one in boundaries_of(part)
    ]
    assert [one.inside for one in found if one.kind is BoundaryKind.REVIEW] == clocks
    for one in found:
        if one.kind is BoundaryKind.PERIOD:
            assert isinstance(one.inside, date)
            assert isinstance(one.outside, date)
            assert rules.in_force.holds(one.inside)
            assert not rules.in_force.holds(one.outside)


@settings(max_examples=30, deadline=None)
@given(rule_sets(), rule_sets())
def test_an_example_of_a_change_comes_out_as_each_rule_set_says(old: RuleSet, new: RuleSet) -> None:
    asked = {fact.name for fact in facts_of(AllOf((old.rule, new.rule)))}
    for change in compare_rulesets(old, new).outcomes:
        for found in change.cells:
            assert found.answers.keys() == asked
            assert outcome(old.rule, found.answers) is change.before
            assert outcome(new.rule, found.answers) is change.after


@settings(max_examples=30, deadline=None)
@given(rule_sets(), rule_sets())
def test_every_clause_that_differs_is_named_and_no_other(old: RuleSet, new: RuleSet) -> None:
    found = compare_rulesets(old, new)

    for was, now, changes in (
        (old.clauses, new.clauses, found.clauses),
        (old.advisories, new.advisories, found.advisories),
        (old.reviews, new.reviews, found.reviews),
    ):
        assert {change.before for change in changes} - {None} == set(was) - set(now)
        assert {change.after for change in changes} - {None} == set(now) - set(was)


@pytest.mark.parametrize(
    "entry",
    shipped().index.of_kind("rules"),
    ids=lambda entry: f"{entry.id}@{entry.version}",
)
def test_the_thresholds_of_what_ships_turn_it(entry: Entry) -> None:
    rules = shipped().document(entry)

    assert isinstance(rules, RuleSet)
    for found in ruleset_boundaries(rules):
        if found.kind in TURNED:
            assert found.inside_answers is not None
            assert found.outside_answers is not None
            assert _shows(rules, found, found.inside_answers, found.outside_answers)


@pytest.mark.parametrize(
    "entry",
    shipped().index.of_kind("rules"),
    ids=lambda entry: f"{entry.id}@{entry.version}",
)
def test_whatever_can_be_changed_of_what_ships_turns_it_when_changed(entry: Entry) -> None:
    rules = shipped().document(entry)

    assert isinstance(rules, RuleSet)
    all_met = example_of([Goal(rules.rule, Truth.MET)])
    assert all_met is not None
    one_by_one = (example_of([Goal(clause, Truth.NOT_MET)]) for clause in rules.clauses)
    none_met = {name: answer for found in one_by_one for name, answer in (found or {}).items()}
    for answers in (all_met, none_met):
        before = outcome(rules.rule, answers)
        for flip in flips_of(rules.rule, answers):
            after = flipped(answers, flip)

            assert outcome(rules.rule, after) is ~before
            assert flip.clauses
            for clause in flip.clauses:
                assert outcome(clause, after) is not outcome(clause, answers)


NEIGHBORS = list(pairwise(shipped().index.of_kind("rules")))


@pytest.mark.parametrize(
    ("old", "new"), NEIGHBORS, ids=[f"{one.path} {other.path}" for one, other in NEIGHBORS]
)
def test_an_example_of_a_change_of_what_ships_comes_out_as_both_say(old: Entry, new: Entry) -> None:
    was, now = shipped().document(old), shipped().document(new)

    assert isinstance(was, RuleSet)
    assert isinstance(now, RuleSet)
    for change in compare_rulesets(was, now).outcomes:
        for found in change.cells:
            assert outcome(was.rule, found.answers) is change.before
            assert outcome(now.rule, found.answers) is change.after


def test_no_made_up_program_of_virginia_takes_no_age_group() -> None:
    day = date(2026, 12, 1)
    medicaid, licensing = (
        shipped().rules(name, on=day)
        for name in ("virginia-medicaid/iop", "virginia-licensing/iop")
    )

    told = [
        cells.answers["program.populations"]
        for change in compare_rulesets(medicaid, licensing).outcomes
        for cells in change.cells
    ]

    assert told
    assert all(isinstance(each, Listing) and each.present for each in told)
