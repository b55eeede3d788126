"""Where the thresholds of a rule lie: the last answer on one side, the first on the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from iopkit.rules.answers import AnyFact, FactType
from iopkit.rules.cells import limits_of, starts_of, value_at
from iopkit.rules.nodes import Clause, Compare, Node, Not, parts_of
from iopkit.rules.tracing import leaf_outcome
from iopkit.rules.truth import Truth
from iopkit.values.money import Money


@frozen(kw_only=True)
class Boundary:
    """Two answers next to each other, of which `comparison` is met by one only.

    They differ by one whole number, one cent or one day.  `clause` is the innermost clause that
    holds the comparison, `None` where none does.  `is_denied` says that the rule asks for the
    opposite, so that `not_met` is the answer that speaks for the rule.
    """

    clause: Clause | None
    comparison: Compare
    met: int | Money | date
    not_met: int | Money | date
    is_denied: bool = False

    @property
    def fact(self) -> AnyFact:
        """The fact to which `met` and `not_met` are answers."""
        return self.comparison.fact

    @property
    def inside(self) -> int | Money | date:
        """The answer that speaks for the rule."""
        return self.not_met if self.is_denied else self.met

    @property
    def outside(self) -> int | Money | date:
        """The answer that speaks against the rule."""
        return self.met if self.is_denied else self.not_met


def boundaries_of(rule: Node) -> tuple[Boundary, ...]:
    """Return the boundaries of every threshold of `rule`, each once, in its order.

    An exact number has two, the lower one first.  A threshold has none where one side of it can
    never occur.
    """
    return tuple(dict.fromkeys(_boundaries(rule, None, is_denied=False)))


def _boundaries(rule: Node, clause: Clause | None, *, is_denied: bool) -> Iterator[Boundary]:
    if isinstance(rule, Compare) and rule.fact.type is not FactType.BOOLEAN:
        yield from _of_comparison(rule, clause, is_denied=is_denied)
    inner = rule if isinstance(rule, Clause) else clause
    for part in parts_of(rule):
        yield from _boundaries(part, inner, is_denied=is_denied is not isinstance(rule, Not))


def _of_comparison(leaf: Compare, clause: Clause | None, *, is_denied: bool) -> Iterator[Boundary]:
    low, high = limits_of(leaf.fact)
    for start in starts_of(leaf):
        if (low is None or low < start) and (high is None or start <= high):
            below, above = value_at(leaf.fact, start - 1), value_at(leaf.fact, start)
            is_above = leaf_outcome(leaf, above) is Truth.MET
            met, not_met = (above, below) if is_above else (below, above)
            yield Boundary(
                clause=clause, comparison=leaf, met=met, not_met=not_met, is_denied=is_denied
            )
