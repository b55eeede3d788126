"""Facts with words: each comparison that a rule can make of one."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from attrs import frozen

from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import Compare, Has, Known, Not, OneOf, Operator
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.terms import Term

T = TypeVar("T")
Q = TypeVar("Q", int, Money, date)
E = TypeVar("E", bound=Term)


@frozen(kw_only=True, cache_hash=True)
class Fact(AnyFact, Generic[T]):
    """One fact whose answer is a `T`: `Fact[int](name="person.age", ...)`.

    `T` is `bool`, `int`, `Money`, `date`, a `Term` or a `Listing` of one, and goes with `type`.
    The methods build rules (`age.at_least(18)`); `==` compares the facts themselves.
    """

    def at_least(self: Fact[Q], bound: Q) -> Compare:
        """Return the rule that the fact is `bound` or more; of a date, that day or later."""
        return Compare(self, Operator.AT_LEAST, bound)

    def at_most(self: Fact[Q], bound: Q) -> Compare:
        """Return the rule that the fact is `bound` or less; of a date, that day or earlier."""
        return Compare(self, Operator.AT_MOST, bound)

    def more_than(self: Fact[Q], bound: Q) -> Compare:
        """Return the rule that the fact is more than `bound`; of a date, later."""
        return Compare(self, Operator.MORE_THAN, bound)

    def less_than(self: Fact[Q], bound: Q) -> Compare:
        """Return the rule that the fact is less than `bound`; of a date, earlier."""
        return Compare(self, Operator.LESS_THAN, bound)

    def equals(self: Fact[Q], bound: Q) -> Compare:
        """Return the rule that the fact is exactly `bound`."""
        return Compare(self, Operator.EQUAL, bound)

    def is_true(self: Fact[bool]) -> Compare:
        """Return the rule that the answer is yes."""
        return Compare(self, Operator.EQUAL, bound=True)

    def is_false(self: Fact[bool]) -> Not:
        """Return the rule that the answer is no."""
        return Not(Compare(self, Operator.EQUAL, bound=True))

    def one_of(self: Fact[E], *terms: E) -> OneOf:
        """Return the rule that the fact is one of `terms`."""
        return OneOf(self, terms)

    def has(self: Fact[Listing[E]], term: E) -> Has:
        """Return the rule that the listing holds `term`."""
        return Has(self, term)

    def is_known(self) -> Known:
        """Return the rule that something is told; for rule sets about documentation only."""
        return Known(self)
