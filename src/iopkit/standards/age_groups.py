"""Ages and age groups that cannot go together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from iopkit.values.spans import Span
from iopkit.vocabulary.people import Population

_OLDEST = 90

# Where authorities draw these lines differs, and belongs to them; outside these ends nobody does.
_WIDEST: Mapping[Population, tuple[int, int]] = MappingProxyType(
    {
        Population.CHILDREN: (0, 17),
        Population.ADOLESCENTS: (10, 21),
        Population.YOUNG_ADULTS: (15, 35),
        Population.ADULTS: (18, _OLDEST),
        Population.OLDER_ADULTS: (50, _OLDEST),
    }
)


def groups_outside(ages: Span[int], groups: Iterable[Population]) -> tuple[Population, ...]:
    """Return those of `groups` to which nobody of `ages` can belong, by anybody's definition."""
    low = 0 if ages.low is None else ages.low
    high = _OLDEST if ages.high is None else ages.high
    bounds = ((group, _WIDEST.get(group, (low, high))) for group in groups)
    return tuple(group for group, (least, most) in bounds if high < least or most < low)
