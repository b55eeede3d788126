"""Lines under Medicaid, cut to what may be asked of each and of the family in its time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Self

from iopkit.cost.adjudications import PART_ORDER, Run
from iopkit.cost.medicaid_answers import Family
from iopkit.cost.purses import Purse, Uncounted
from iopkit.vocabulary.coverage import LinePart

_SHARED = PART_ORDER.index(LinePart.PENALTY)
"""Parts before this one are cost sharing; what is not covered is not."""
_NOTHING_ELSE = (0,) * (len(PART_ORDER) - _SHARED)


class SharedLine(NamedTuple):
    """One line: its day, what is allowed, and what the patient would owe of it part by part."""

    on: date
    allowed: int
    parts: tuple[int, ...]

    @property
    def shared(self) -> int:
        """What of it is cost sharing."""
        return sum(self.parts[:_SHARED])

    def __repr__(self) -> str:
        return "<SharedLine>"


class ExemptPurse(NamedTuple):
    """What is left of a plan of Medicaid that asks nothing of the family, whatever it says."""

    inner: Purse

    def settle(self, cents: int, /) -> tuple[Run, Self]:
        """Return what is owed of the next line, if so much is allowed, and what is left after."""
        run, after = self.inner.settle(cents)
        parts = (*(0,) * _SHARED, *run.part_cents[_SHARED:])
        return run._replace(part_cents=parts), self._replace(inner=after)

    def counted(self, parts: tuple[int, ...], /) -> int:
        """Return what of the parts of the next line counts toward the limit."""
        return self.inner.counted(parts)

    def giving_back(self, uncounted: Uncounted, /) -> Self:
        """Return what is left if some of the line before does not count."""
        return self._replace(inner=self.inner.giving_back(uncounted))

    def __repr__(self) -> str:
        return "<ExemptPurse>"


def as_shared(cents: int, others: tuple[int, ...] = _NOTHING_ELSE) -> tuple[int, ...]:
    """Return parts of which `cents` are cost sharing, and `others` are not."""
    return (*(0,) * (_SHARED - 1), cents, *others)


def shared_whole(lines: Iterable[SharedLine]) -> tuple[SharedLine, ...]:
    """Return lines of which all that is allowed is shared, but for what is not covered."""
    return tuple(
        line._replace(
            parts=as_shared(line.allowed - sum(line.parts[_SHARED:]), line.parts[_SHARED:])
        )
        if line.allowed
        else line
        for line in lines
    )


def cut_to_caps(family: Family, lines: Iterable[SharedLine], end: int) -> tuple[SharedLine, ...]:
    """Return lines cut to what may be asked of each, and of the family in its time."""
    left: dict[object, int] = {}
    return tuple(_cut(family, line, left, end) for line in lines)


def _cut(family: Family, line: SharedLine, left: dict[object, int], end: int) -> SharedLine:
    if family.is_exempt:
        return _within(line, 0)
    time = family.period_of(line.on)
    if time not in left:
        left[time] = max(family.family_cap(line.on)[end] - (0 if left else family.paid), 0)
    shared = line.shared
    most = min(shared, family.income.cap(line.allowed, line.on)[end], left[time])
    left[time] -= most
    return line if most == shared else _within(line, most)


def _within(line: SharedLine, most: int) -> SharedLine:
    """Return a line whose shared parts add up to no more than `most`, the last cut first."""
    kept: list[int] = []
    for part in line.parts[:_SHARED]:
        kept.append(min(part, most))
        most -= kept[-1]
    return SharedLine(line.on, line.allowed, (*kept, *line.parts[_SHARED:]))
