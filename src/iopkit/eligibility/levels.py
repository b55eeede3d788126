"""The levels of a ladder in order, each with the needs that ask for it."""

from __future__ import annotations

from collections.abc import Sequence

from iopkit.law.decisions import LevelOutcome, LevelStanding, NeedOutcome
from iopkit.law.ladders import Ladder
from iopkit.rules.truth import Truth
from iopkit.vocabulary.care import CareLevel

_ORDER = (
    (LevelStanding.POINTED_TO, LevelStanding.LEAST_KNOWN),
    (LevelStanding.MAY_BE_NEEDED,),
    (LevelStanding.NOT_ASKED_FOR,),
    (LevelStanding.TOO_LITTLE,),
)
"""Which standings come first; those of one group stand side by side."""


def ranked_levels(
    ladder: Ladder, needs: Sequence[NeedOutcome], at_least: CareLevel, at_most: CareLevel
) -> tuple[LevelOutcome, ...]:
    """Return every level of `ladder`, in the order that `Placement` states."""
    rungs = [level for level in CareLevel if ladder.lowest <= level <= ladder.highest]
    levels = [_level(rung, needs, at_least, at_most) for rung in rungs]
    return tuple(sorted(levels, key=_place))


def _level(
    level: CareLevel, needs: Sequence[NeedOutcome], at_least: CareLevel, at_most: CareLevel
) -> LevelOutcome:
    own = [need for need in needs if need.level is level]
    unknown = tuple(need for need in own if need.outcome is Truth.UNKNOWN)
    if level < at_least:
        standing = LevelStanding.TOO_LITTLE
    elif level is at_least:
        is_closed = at_least is at_most
        standing = LevelStanding.POINTED_TO if is_closed else LevelStanding.LEAST_KNOWN
    else:
        standing = LevelStanding.MAY_BE_NEEDED if unknown else LevelStanding.NOT_ASKED_FOR
    return LevelOutcome(
        level=level,
        standing=standing,
        present=tuple(need for need in own if need.outcome is Truth.MET),
        unknown=unknown,
        absent=tuple(need for need in own if need.outcome is Truth.NOT_MET),
    )


def _place(found: LevelOutcome) -> tuple[int, int]:
    group = next(at for at, group in enumerate(_ORDER) if found.standing in group)
    is_falling = found.standing is LevelStanding.TOO_LITTLE
    return group, -found.level.rank if is_falling else found.level.rank
