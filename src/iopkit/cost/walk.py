"""The route that always holds: one line after the other."""

from __future__ import annotations

from iopkit.cost.adjudications import Run
from iopkit.cost.kernel import INTEGERS, Left, Terms, one_line


def walked(
    terms: Terms[int], allowed: int, line_count: int, left: Left[int]
) -> tuple[list[Run], Left[int]]:
    """Return one run for each of `line_count` equal lines, and what is left after them."""
    runs = []
    for _ in range(line_count):
        parts, left = one_line(INTEGERS, terms, allowed, left)
        runs.append(Run(1, allowed, (*parts, 0, 0)))
    return runs, left
