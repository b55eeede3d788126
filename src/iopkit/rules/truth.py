"""Three-valued truth: what is not known stays not known until it no longer matters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from iopkit.errors import NoTruthValue
from iopkit.values.terms import Term


class Truth(Term):
    """What a rule answers: met, not met, or not known; `& | ~` follow Kleene's strong logic."""

    MET = "met", "met", "se cumple"
    NOT_MET = "not-met", "not met", "no se cumple"
    UNKNOWN = "unknown", "not known", "no se sabe"

    @classmethod
    def of(cls, answer: bool | None) -> Truth:
        """Return the truth of a plain answer; `None` means not known."""
        if answer is None:
            return cls.UNKNOWN
        return cls.MET if answer else cls.NOT_MET

    def __and__(self, other: Truth) -> Truth:
        return threshold(2, (self, other)) if isinstance(other, Truth) else NotImplemented

    def __or__(self, other: Truth) -> Truth:
        return threshold(1, (self, other)) if isinstance(other, Truth) else NotImplemented

    def __invert__(self) -> Truth:
        if self is Truth.UNKNOWN:
            return self
        return Truth.NOT_MET if self is Truth.MET else Truth.MET

    def __bool__(self) -> NoReturn:
        """Refuse: three answers do not fit into two.

        Raises:
            NoTruthValue: always.
        """
        raise NoTruthValue(
            "a Truth is not a bool, because it may be unknown; "
            "write `is Truth.MET`, `is Truth.NOT_MET` or `is Truth.UNKNOWN`, and combine with & | ~"
        )


def threshold(count: int, outcomes: Iterable[Truth]) -> Truth:
    """Return whether at least `count` of `outcomes` are met.

    Not known only where the unknown ones can still tip it.  All of `n` is a threshold of `n`,
    any of them a threshold of 1.
    """
    met = unknown = 0
    for outcome in outcomes:
        if outcome is Truth.MET:
            met += 1
        elif outcome is Truth.UNKNOWN:
            unknown += 1
    if met >= count:
        return Truth.MET
    return Truth.UNKNOWN if met + unknown >= count else Truth.NOT_MET
