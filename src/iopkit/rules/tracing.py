"""Asking a rule: its outcome, and how each of its parts came out."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from attrs import frozen

from iopkit.rules.answers import Answer, Answers, told
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Has,
    Known,
    Node,
    Not,
    OneOf,
    Operator,
    needed,
)
from iopkit.rules.truth import Truth, threshold
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Ordered, Span


@frozen(repr=False)
class Step(Quiet):
    """How one node came out; `children` are the steps of its parts, none for a leaf."""

    node: Node
    outcome: Truth
    children: tuple[Step, ...] = ()


def outcome(rule: Node, answers: Answers) -> Truth:
    """Return whether `rule` is met, by Kleene's logic, and nothing more.

    Raises:
        InvalidValue: an answer is not of its fact's type; the message does not repeat it.
    """
    match rule:
        case Compare() | OneOf() | Has() | Known():
            return leaf_outcome(rule, told(rule.fact, answers))
        case Not(part):
            return ~outcome(part, answers)
        case AllOf() | AnyOf() | AtLeast():
            return threshold(needed(rule), [outcome(part, answers) for part in rule.parts])
        case Clause():
            return outcome(rule.rule, answers)
        case _:
            assert_never(rule)


def trace(rule: Node, answers: Answers) -> Step:
    """Return how `rule` and every part of it came out.

    Raises:
        InvalidValue: an answer is not of its fact's type; the message does not repeat it.
    """
    match rule:
        case Compare() | OneOf() | Has() | Known():
            return Step(rule, leaf_outcome(rule, told(rule.fact, answers)))
        case Not(part):
            step = trace(part, answers)
            return Step(rule, ~step.outcome, (step,))
        case AllOf() | AnyOf() | AtLeast():
            steps = tuple(trace(part, answers) for part in rule.parts)
            return Step(rule, threshold(needed(rule), [step.outcome for step in steps]), steps)
        case Clause():
            step = trace(rule.rule, answers)
            return Step(rule, step.outcome, (step,))
        case _:
            assert_never(rule)


def deciding_leaves(step: Step) -> tuple[Step, ...]:
    """Return the leaves that decided `step`, in the order of the rule.

    Of a settled step, those that sufficed for its outcome; of an unknown one, the unknown
    leaves that can still matter in Kleene's logic.
    """
    match step.node:
        case Compare() | OneOf() | Has() | Known():
            return (step,)
        case Not() | Clause():
            return deciding_leaves(step.children[0])
        case AllOf() | AnyOf() | AtLeast():
            decided = (child for child in step.children if child.outcome is step.outcome)
            return tuple(leaf for child in decided for leaf in deciding_leaves(child))
        case _:
            assert_never(step.node)


def leaf_outcome(leaf: Compare | OneOf | Has | Known, answer: Answer) -> Truth:
    """Return how a leaf comes out, given the answer to its fact, which must be of its type."""
    if answer is None:
        return Truth.NOT_MET if isinstance(leaf, Known) else Truth.UNKNOWN
    match leaf:
        case Known():
            return Truth.MET
        case Compare():
            return _compared(leaf, answer)
        case OneOf():
            return Truth.of(answer in leaf.terms)
        case Has():
            return Truth.of(answer.holds(leaf.term) if isinstance(answer, Listing) else None)
        case _:
            assert_never(leaf)


def compare(operator: Operator, low: Ordered | None, high: Ordered | None, bound: Ordered) -> Truth:
    """Return whether every value from `low` to `high`, or none, stands so to `bound`.

    An end of `None` is not known, so that it never decides.
    """
    match operator:
        case Operator.AT_LEAST:
            return _reaches(low, high, bound)
        case Operator.LESS_THAN:
            return ~_reaches(low, high, bound)
        case Operator.AT_MOST:
            return ~_exceeds(low, high, bound)
        case Operator.MORE_THAN:
            return _exceeds(low, high, bound)
        case Operator.EQUAL:
            return _equals(low, high, bound)
        case _:
            assert_never(operator)


def _compared(leaf: Compare, answer: Answer) -> Truth:
    match answer:
        case Span():
            return compare(leaf.operator, answer.low, answer.high, leaf.bound)
        case bool() | int() | Money() | date():
            return compare(leaf.operator, answer, answer, leaf.bound)
    return Truth.UNKNOWN


def _reaches(low: Ordered | None, high: Ordered | None, bound: Ordered) -> Truth:
    if low is not None and bound <= low:
        return Truth.MET
    return Truth.NOT_MET if high is not None and high < bound else Truth.UNKNOWN


def _exceeds(low: Ordered | None, high: Ordered | None, bound: Ordered) -> Truth:
    if low is not None and bound < low:
        return Truth.MET
    return Truth.NOT_MET if high is not None and high <= bound else Truth.UNKNOWN


def _equals(low: Ordered | None, high: Ordered | None, bound: Ordered) -> Truth:
    if low == bound and high == bound:
        return Truth.MET
    outside = (high is not None and high < bound) or (low is not None and bound < low)
    return Truth.NOT_MET if outside else Truth.UNKNOWN
