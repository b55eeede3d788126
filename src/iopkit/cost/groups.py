"""Groups of equal lines, and how a list of them is settled in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from iopkit.cost.adjudications import Route, Run
from iopkit.cost.kernel import (
    INTEGERS,
    Left,
    Parts,
    Terms,
    closed_form_is_exact,
    cut,
    due,
)
from iopkit.vocabulary.coverage import Benefit

Step = Callable[[Terms[int], int, int, Left[int]], tuple[list[Run], Left[int]]]

_FREE = (0, 0, 0, 0, 0, 0, 0, 0)
"""What is owed of a line once a limit is met toward which everything counts."""


class Group(NamedTuple):
    """Consecutive equal lines, in cents; `charge` is what an uncovered line costs."""

    line_count: int
    benefit: Benefit
    allowed: int
    charge: int
    is_covered: bool = True

    def __repr__(self) -> str:
        return f"<Group: {self.line_count} lines>"


class Rules(NamedTuple):
    """What one plan does with the lines of each benefit; no entry in `visits` is no limit."""

    terms: Mapping[Benefit, Terms[int]]
    visits: Mapping[Benefit, int]
    has_limit: bool

    def __repr__(self) -> str:
        return "<Rules>"


class Settled(NamedTuple):
    """Runs in order, what is left after them, and the visits that were paid as such."""

    runs: tuple[Run, ...]
    left: Left[int]
    admitted: Mapping[Benefit, int]

    def __repr__(self) -> str:
        return f"<Settled: {len(self.runs)} runs>"


def best_route(groups: Sequence[Group], rules: Rules) -> Route:
    """Return the quickest route that is exact for these groups."""
    line_count = sum(group.line_count for group in groups)
    exact = all(
        closed_form_is_exact(terms, has_limit=rules.has_limit) for terms in rules.terms.values()
    )
    return Route.UNIFORM if exact and line_count >= 2 * len(groups) else Route.WALK


def settle(groups: Iterable[Group], rules: Rules, left: Left[int], route: Route) -> Settled:
    """Return what is owed of each group, in order; visits beyond a limit are owed whole."""
    step, runs, admitted = _STEPS[route], list[Run](), dict[Benefit, int]()
    for group in groups:
        if not group.is_covered:
            runs.append(Run(group.line_count, 0, (0, 0, 0, 0, 0, 0, 0, group.charge)))
            continue
        so_far = admitted.get(group.benefit, 0)
        visits = rules.visits.get(group.benefit, so_far + group.line_count)
        paid = min(group.line_count, max(visits - so_far, 0))
        admitted[group.benefit] = so_far + paid
        if paid:
            more, left = step(rules.terms[group.benefit], group.allowed, paid, left)
            runs += more
        if paid < group.line_count:
            over = (0, 0, 0, 0, 0, 0, group.allowed, 0)
            runs.append(Run(group.line_count - paid, group.allowed, over))
    return Settled(merged(runs), left, admitted)


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


_STEPS: Mapping[Route, Step] = {Route.UNIFORM: at_once, Route.WALK: walked}
