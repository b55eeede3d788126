"""The parts that every rule is made of: a closed union of small frozen nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NoReturn, TypeAlias, assert_never, cast

from attrs import field, frozen

from iopkit.errors import InvalidRule, NoTruthValue
from iopkit.rules.answers import AnyFact, FactType, fits
from iopkit.values.money import Money
from iopkit.values.terms import Term
from iopkit.values.texts import Text


class Operator(Term):
    """How a fact is compared with a bound."""

    AT_LEAST = "at-least", "at least", "al menos"
    AT_MOST = "at-most", "at most", "como máximo"
    MORE_THAN = "more-than", "more than", "más de"
    LESS_THAN = "less-than", "less than", "menos de"
    EQUAL = "equals", "exactly", "exactamente"


class Combinable:
    """What all nodes share: `& | ~` build larger rules, and `if rule:` is refused."""

    __slots__ = ()

    def __and__(self, other: Node) -> AllOf:
        if not isinstance(other, Combinable):
            return NotImplemented
        return AllOf(part for side in _sides(self, other) for part in _parts(AllOf, side))

    def __or__(self, other: Node) -> AnyOf:
        if not isinstance(other, Combinable):
            return NotImplemented
        return AnyOf(part for side in _sides(self, other) for part in _parts(AnyOf, side))

    def __invert__(self) -> Not:
        return Not(cast("Node", self))

    def __bool__(self) -> NoReturn:
        """Refuse: a rule is neither true nor false until it is asked with answers.

        Raises:
            NoTruthValue: always.
        """
        raise NoTruthValue(
            "a rule has no truth value of its own; "
            "write `outcome(rule, answers) is Truth.MET`, and combine rules with & | ~"
        )


def _sides(one: Combinable, other: Combinable) -> tuple[Node, Node]:
    # Every Combinable is a Node; the union is only not closed for the type checker.
    return cast("Node", one), cast("Node", other)


def _parts(kind: type[AllOf | AnyOf], rule: Node) -> tuple[Node, ...]:
    return rule.parts if isinstance(rule, AllOf | AnyOf) and type(rule) is kind else (rule,)


def _rules(parts: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(_rule(part) for part in parts)


def _rule(part: Node) -> Node:
    if not isinstance(part, Combinable):
        raise InvalidRule("rule", "rules as its parts; of a fact ask something: fact.is_true()")
    return part


@frozen
class Compare(Combinable):
    """Whether a fact stands to `bound` as `operator` says; a yes-or-no fact only equals True.

    Raises:
        InvalidRule: `bound` is not of the fact's type, or the fact cannot be compared so.
    """

    fact: AnyFact
    operator: Operator
    bound: bool | int | Money | date

    def __attrs_post_init__(self) -> None:
        if self.fact.type in (FactType.TERM, FactType.LISTING):
            raise InvalidRule(self.fact.name, "`one_of` or `has`, since its answers are terms")
        if not fits(self.fact, self.bound):
            raise InvalidRule(self.fact.name, f"{self.fact.type.label} to compare it with")
        if self.fact.type is FactType.BOOLEAN and (
            self.operator is not Operator.EQUAL or self.bound is not True
        ):
            raise InvalidRule(self.fact.name, "`is_true()` or `is_false()`")


@frozen
class OneOf(Combinable):
    """Whether a fact is one of `terms`.

    Raises:
        InvalidRule: the fact is no term, or `terms` has one that is not of its list.
    """

    fact: AnyFact
    terms: tuple[Term, ...] = field(converter=tuple[Term, ...])

    def __attrs_post_init__(self) -> None:
        if self.fact.type is not FactType.TERM:
            raise InvalidRule(self.fact.name, "a fact whose answer is a term")
        if not all(fits(self.fact, term) for term in self.terms):
            raise InvalidRule(self.fact.name, f"terms of {_list_of(self.fact)}")


@frozen
class Has(Combinable):
    """Whether a listing holds `term`; not known where the listing does not say.

    Raises:
        InvalidRule: the fact is no listing, or `term` is not of its list.
    """

    fact: AnyFact
    term: Term

    def __attrs_post_init__(self) -> None:
        if self.fact.type is not FactType.LISTING:
            raise InvalidRule(self.fact.name, "a fact whose answer is a listing")
        if type(self.term) is not self.fact.terms:
            raise InvalidRule(self.fact.name, f"a term of {_list_of(self.fact)}")


@frozen
class Known(Combinable):
    """Whether anything is told about a fact: for rule sets about documentation only."""

    fact: AnyFact


@frozen
class Not(Combinable):
    """The opposite of one rule; what is not known stays so."""

    part: Node = field(converter=_rule)


@frozen
class AllOf(Combinable):
    """Every one of `parts`."""

    parts: tuple[Node, ...] = field(converter=_rules)


@frozen
class AnyOf(Combinable):
    """One of `parts`, or more."""

    parts: tuple[Node, ...] = field(converter=_rules)


@frozen
class AtLeast(Combinable):
    """At least `count` of `parts`."""

    count: int
    parts: tuple[Node, ...] = field(converter=_rules)


@frozen
class Clause(Combinable):
    """A rule with its id, its label, and the id and section of the source that states it."""

    id: str
    label: Text
    rule: Node = field(converter=_rule)
    source: str
    section: str = ""


Node: TypeAlias = Compare | OneOf | Has | Known | Not | AllOf | AnyOf | AtLeast | Clause
"""Every rule is one of these; readers `match` it and end in `assert_never`."""


def all_of(*parts: Node) -> AllOf:
    """Return the rule that every one of `parts` is met."""
    return AllOf(parts)


def any_of(*parts: Node) -> AnyOf:
    """Return the rule that one of `parts` is met, or more."""
    return AnyOf(parts)


def at_least(count: int, *parts: Node) -> AtLeast:
    """Return the rule that at least `count` of `parts` are met."""
    return AtLeast(count, parts)


def parts_of(rule: Node) -> tuple[Node, ...]:
    """Return the rules of which `rule` is directly made; a leaf has none."""
    match rule:
        case Compare() | OneOf() | Has() | Known():
            return ()
        case Not(part):
            return (part,)
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            return parts
        case Clause():
            return (rule.rule,)
        case _:
            assert_never(rule)


def needed(group: AllOf | AnyOf | AtLeast) -> int:
    """Return how many parts of `group` must be met."""
    match group:
        case AllOf(parts):
            return len(parts)
        case AnyOf():
            return 1
        case AtLeast(count):
            return count
        case _:
            assert_never(group)


def nodes_of(rule: Node) -> Iterator[Node]:
    """Yield `rule` and every part of it, outer ones before those that they hold."""
    waiting = [rule]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(parts_of(node))


def leaves_of(rule: Node) -> tuple[Compare | OneOf | Has | Known, ...]:
    """Return the leaves of `rule`, each a question about one fact, in its order."""
    return tuple(node for node in nodes_of(rule) if isinstance(node, Compare | OneOf | Has | Known))


def facts_of(rule: Node) -> tuple[AnyFact, ...]:
    """Return the facts that `rule` asks about, each once, in order of first appearance."""
    return tuple({leaf.fact: None for leaf in leaves_of(rule)})


def clauses_of(rule: Node) -> tuple[Clause, ...]:
    """Return the clauses of `rule`, outer ones before those that they hold."""
    return tuple(node for node in nodes_of(rule) if isinstance(node, Clause))


def _list_of(fact: AnyFact) -> str:
    return fact.terms.__name__ if fact.terms else "no list"
