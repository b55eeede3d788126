"""Quantities known only as a range."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.terms import Term


class Basis(Term):
    """Whether a quantity was told or computed from what was told."""

    TOLD = "told", "told", "informado"
    COMPUTED = "computed", "computed", "calculado"


class Ordered(Protocol):
    """A type whose values can be put in order."""

    def __lt__(self, other: Any, /) -> bool: ...  # each type orders only its own kind

    def __le__(self, other: Any, /) -> bool: ...  # each type orders only its own kind


Q = TypeVar("Q", bound=Ordered)


@frozen
class Span(Generic[Q]):
    """Some value from `low` to `high`, both ends included; an end of `None` is not known.

    Raises:
        InvalidValue: `low` is above `high`.
    """

    low: Q | None
    high: Q | None
    basis: Basis = Basis.TOLD

    def __attrs_post_init__(self) -> None:
        low, high = self.low, self.high
        if low is not high and low is not None and high is not None and high < low:
            raise InvalidValue("span", "a low end that is not above the high end")

    @classmethod
    def exactly(cls, value: Q, basis: Basis = Basis.TOLD) -> Span[Q]:
        """Return the span that holds one value only."""
        return cls(value, value, basis)

    @property
    def value(self) -> Q | None:
        """The one value, where both ends are the same; else `None`."""
        return self.low if self.low == self.high else None

    def holds(self, value: Q) -> bool | None:
        """Return whether `value` is possible; `None` where an unknown end decides it."""
        if (self.low is not None and value < self.low) or (
            self.high is not None and self.high < value
        ):
            return False
        return None if self.low is None or self.high is None else True
