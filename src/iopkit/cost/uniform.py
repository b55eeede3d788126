"""The quick route for equal lines: a closed form instead of a loop."""

from __future__ import annotations

from iopkit.cost.adjudications import Run
from iopkit.cost.kernel import INTEGERS, Left, Terms, fit, stretches

_NOTHING = (0, 0, 0, 0)


def at_once(
    terms: Terms[int], allowed: int, line_count: int, left: Left[int]
) -> tuple[list[Run], Left[int]]:
    """Return at most five runs for `line_count` equal lines, and what is left after them.

    Exact where `closed_form_is_exact`.
    """
    runs: list[Run] = []
    deductible, room = left
    for stretch in stretches(INTEGERS, terms, allowed, line_count, deductible):
        if stretch.line_count == 0:
            continue
        whole, last, room = fit(INTEGERS, stretch, room)
        after = stretch.line_count - whole
        pieces = ((whole, stretch.parts), (min(after, 1), last), (max(after - 1, 0), _NOTHING))
        for count, parts in pieces:
            if count:
                runs.append(Run(count, allowed, (*parts, 0, 0)))
                deductible -= count * parts[1]
    return runs, Left(deductible, room)
