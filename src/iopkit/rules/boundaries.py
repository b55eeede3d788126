"""Where the thresholds of a rule lie: the last answer on one side, the first on the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from iopkit.rules.answers import AnyFact, FactType
from iopkit.rules.cells import limits_of, starts_of, value_at
from iopkit.rules.nodes import Clause, Compare, Node, parts_of
from iopkit.rules.tracing import leaf_outcome
from iopkit.rules.truth import Truth
from iopkit.values.money import Money


@frozen(kw_only=True)
class Boundary:
    """Two answers next to each other, of which `comparison` is met by one only.

    They differ by one whole number, one cent or one day.  `clause` is the innermost clause that
    holds the comparison, `None` where none does.
    """

    clause: Clause | None
    comparison: Compare
    met: int | Money | date
    not_met: int | Money | date

    @property
    def fact(self) -> AnyFact:
        """The fact to which `met` and `not_met` are answers."""
        return self.comparison.fact


def boundaries_of(rule: Node) -> tuple[Boundary, ...]:
    """Return the boundaries of every threshold of `rule`, each once, in its order.

    An exact number has two, the lower one first.  A threshold has none where one side of it can
    never occur.
    """
    return tuple(dict.fromkeys(_boundaries(rule, None)))


def _boundaries(rule: Node, clause: Clause | None) -> Iterator[Boundary]:
    if isinstance(rule, Compare) and rule.fact.type is not FactType.BOOLEAN:
        yield from _of_comparison(rule, clause)
    for part in parts_of(rule):
        yield from _boundaries(part, rule if isinstance(rule, Clause) else clause)


def _of_comparison(leaf: Compare, clause: Clause | None) -> Iterator[Boundary]:
    low, high = limits_of(leaf.fact)
    for start in starts_of(leaf):
        if (low is None or low < start) and (high is None or start <= high):
            below, above = value_at(leaf.fact, start - 1), value_at(leaf.fact, start)
            is_above = leaf_outcome(leaf, above) is Truth.MET
            met, not_met = (above, below) if is_above else (below, above)
            yield Boundary(clause=clause, comparison=leaf, met=met, not_met=not_met)
