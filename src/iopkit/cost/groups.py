"""Equal lines, at once or one by one, and how groups of them are settled in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from iopkit.cost.adjudications import Run
from iopkit.cost.kernel import (
    INTEGERS,
    Left,
    Parts,
    Terms,
    cut,
    due,
)

_FREE = (0, 0, 0, 0, 0, 0, 0, 0)
"""What is owed of a line once a limit is met toward which everything counts."""


class Rules(NamedTuple):
    """What one plan does with the lines of one benefit; `visits` `None` is no limit.

    `is_exact` says that equal lines may be settled at once.
    """

    terms: Terms[int]
    visits: int | None
    is_exact: bool

    def __repr__(self) -> str:
        return "<Rules>"


def settle(groups: Sequence[tuple[int, int]], rules: Rules, left: Left[int]) -> tuple[Run, ...]:
    """Return what is owed of so many lines at so many cents each, group after group.

    Visits beyond a limit are owed whole.
    """
    runs, visits = list[Run](), rules.visits
    is_even = rules.is_exact and sum(count for count, _ in groups) >= 2 * len(groups)
    step = at_once if is_even else walked
    for line_count, allowed in groups:
        paid = line_count if visits is None else min(line_count, visits)
        if paid:
            more, left = step(rules.terms, allowed, paid, left)
            runs += more
        if visits is not None:
            visits -= paid
        if paid < line_count:
            over = (0, 0, 0, 0, 0, 0, allowed, 0)
            runs.append(Run(line_count - paid, allowed, over))
    return merged(runs)


def merged(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs of which no neighbors are equal."""
    found: list[Run] = []
    last = None
    for run in runs:
        if last is not None and last[2] == run[2] and last[1] == run[1]:
            last = found[-1] = Run(last[0] + run[0], last[1], last[2])
        else:
            found.append(run)
            last = run
    return tuple(found)


def in_order(parts: Parts[int]) -> tuple[int, ...]:
    """Return what the kernel says of a line, in the order of `PART_ORDER`."""
    before, deductible, copay, share = parts
    return before, 0, deductible, copay, share, 0, 0, 0


def at_once(
    terms: Terms[int],
    allowed: int,
    line_count: int,
    left: Left[int],
    beyond: Parts[int] | None = None,
) -> tuple[list[Run], Left[int]]:
    """Return at most five runs for `line_count` equal lines, and what is left after them.

    Exact where `closed_form_is_exact`.  No neighbors are equal.  `beyond` is what a line owes
    once the deductible is met, where that is known already.
    """
    runs: list[Run] = []
    deductible, room = left
    before = min(terms.copay_before, allowed)
    eligible = allowed - before
    left_now = deductible if terms.deductible_applies else 0
    inside = min(left_now // (eligible or 1), line_count)
    if inside:
        room = _put(runs, allowed, inside, (before, eligible, 0, 0), room)
        deductible -= inside * eligible
    line_count -= inside
    rest = min(left_now - inside * eligible, eligible)
    if rest and line_count:
        room = _put(runs, allowed, 1, due(INTEGERS, terms, allowed, rest), room)
        line_count -= 1
        deductible -= rest
    if line_count:
        parts = beyond or due(INTEGERS, terms, allowed, 0)
        room = _put(runs, allowed, line_count, parts, room)
    if room == 0:
        # What the limit cut of a deductible has not been used up.
        deductible = left.deductible - sum(run[0] * run[2][2] for run in runs)
    return runs, Left(deductible, room)


_FourParts = tuple[int, int, int, int]


def _put(runs: list[Run], allowed: int, line_count: int, parts: _FourParts, room: int) -> int:
    """Add equal lines as far as the room goes, what is left of it for one, and the rest free."""
    before, deductible, copay, share = parts
    owed = before + deductible + copay + share
    if owed * line_count <= room:
        _add(runs, allowed, line_count, (before, 0, deductible, copay, share, 0, 0, 0))
        return room - owed * line_count
    whole = room // owed
    if whole:
        _add(runs, allowed, whole, in_order(Parts(*parts)))
    last, _ = cut(INTEGERS, Parts(*parts), (True,) * 4, room - whole * owed)
    _add(runs, allowed, 1, in_order(last))
    if whole + 1 < line_count:
        _add(runs, allowed, line_count - whole - 1, _FREE)
    return 0


def _add(runs: list[Run], allowed: int, line_count: int, parts: tuple[int, ...]) -> None:
    if runs and runs[-1][2] == parts:
        line_count += runs.pop()[0]
    runs.append(Run(line_count, allowed, parts))


def walked(
    terms: Terms[int], allowed: int, line_count: int, left: Left[int]
) -> tuple[list[Run], Left[int]]:
    """Return one run for each of `line_count` equal lines, and what is left after them."""
    return one_by_one(terms, repeat(allowed, line_count), left)


def one_by_one(
    terms: Terms[int], amounts: Iterable[int], left: Left[int]
) -> tuple[list[Run], Left[int]]:
    """Return one run for each allowed amount in order, and what is left after all of them."""
    runs: list[Run] = []
    (deductible, room), counts, ends = left, terms.counts, terms.limit_ends_deductible
    does_all_count = all(counts)
    for allowed in amounts:
        if not room and does_all_count:
            runs.append(Run(1, allowed, _FREE))
            continue
        left_now = 0 if ends and room <= 0 else deductible
        before, own, copay, share = owed = due(INTEGERS, terms, allowed, left_now)
        if before + own + copay + share <= room:
            room -= before * counts[0] + own * counts[1] + copay * counts[2] + share * counts[3]
        else:
            (before, own, copay, share), room = cut(INTEGERS, owed, counts, room)
        deductible -= own
        runs.append(Run(1, allowed, (before, 0, own, copay, share, 0, 0, 0)))
    return runs, Left(deductible, room)
