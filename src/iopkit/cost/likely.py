"""Likely values of what is not known: only those that somebody states."""

from __future__ import annotations

from collections.abc import Mapping

from iopkit.model.case import Case

_WEEKS = "episode.weeks"


def likely_values(
    case: Case, stated: Mapping[str, object], low: Mapping[str, object], high: Mapping[str, object]
) -> dict[str, object] | None:
    """Return a likely value for each unknown, `None` where one has none, or nothing is open.

    `low` and `high` are the values that lead to the two ends.
    """
    program = case.program
    told = dict(stated)
    if program is not None and program.typical_weeks is not None:
        told.setdefault(_WEEKS, program.typical_weeks.value)
    paths = [path for path in dict.fromkeys((*low, *high)) if low.get(path) != high.get(path)]
    found = {path: told.get(path) for path in paths}
    return None if not found or None in found.values() else found
