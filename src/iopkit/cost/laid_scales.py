"""A sliding fee scale laid over one poverty guideline: the incomes of each class, in cents."""

from __future__ import annotations

from typing import NamedTuple

from iopkit.cost.assistance import place_on_scale
from iopkit.cost.households import least_income
from iopkit.model.sliding_scales import Band, SlidingClass, SlidingScale, band_of, flaws_of
from iopkit.values.money import Money
from iopkit.values.spans import Span

Placed = tuple[tuple[SlidingClass, ...], tuple[str, ...]]
"""The classes that an income may fall into, and the codes of the flaws that it meets."""


class _Incomes(NamedTuple):
    """Incomes from one on, up to another that is not among them; `None` where they do not stop."""

    low: int
    high: int | None

    def hold(self, cents: int) -> bool:
        """Return whether an income is among them."""
        return self.low <= cents and (self.high is None or cents < self.high)


class LaidScale(NamedTuple):
    """A scale over the guideline of a household; `size` is what that supposes of it."""

    scale: SlidingScale
    guideline: Money
    size: int | None
    classes: tuple[tuple[SlidingClass, _Incomes], ...]
    flaws: tuple[tuple[str, _Incomes], ...]

    @classmethod
    def over(cls, scale: SlidingScale, guideline: Money, size: int | None) -> LaidScale:
        """Return a scale over a guideline."""
        return cls(
            scale,
            guideline,
            size,
            tuple((each, _incomes(band_of(each), guideline)) for each in scale.classes),
            tuple((flaw.problem.code, _incomes(flaw.band, guideline)) for flaw in flaws_of(scale)),
        )

    def place(self, income: Span[Money]) -> Placed:
        """Return where an income lies, as `place_on_scale` tells it, and one amount quicker."""
        exact = income.value
        if exact is None:
            found = place_on_scale(self.scale, income, self.guideline)
            return found.possible, tuple(dict.fromkeys(flaw.code for flaw in found.problems))
        possible = tuple(each for each, incomes in self.classes if incomes.hold(exact.cents))
        flaws = (code for code, incomes in self.flaws if incomes.hold(exact.cents))
        return possible, tuple(dict.fromkeys(flaws))

    def least(self, wanted: SlidingClass) -> Money:
        """Return the least income in a class of the scale."""
        return next(Money(incomes.low) for each, incomes in self.classes if each is wanted)

    def __repr__(self) -> str:
        return "<LaidScale>"


def _incomes(band: Band, guideline: Money) -> _Incomes:
    high = None if band.high is None else least_income(band.high, guideline).cents
    return _Incomes(least_income(band.low, guideline).cents, high)
