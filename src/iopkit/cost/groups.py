"""Groups of equal lines, and how a list of them is settled in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    one_line,
)
from iopkit.vocabulary.coverage import Benefit

Step = Callable[[Terms[int], int, int, Left[int]], tuple[list[Run], Left[int]]]

_NOTHING = Parts(0, 0, 0, 0)


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
    terms: Terms[int], allowed: int, line_count: int, left: Left[int]
) -> tuple[list[Run], Left[int]]:
    """Return at most five runs for `line_count` equal lines, and what is left after them.

    Exact where `closed_form_is_exact`.
    """
    runs: list[Run] = []
    deductible, room = left
    before = min(allowed, terms.copay_before)
    eligible = allowed - before
    left_now = deductible if terms.deductible_applies else 0
    inside = min(left_now // (eligible or 1), line_count)
    if inside:
        parts = Parts(before, eligible, 0, 0)
        room = _put(runs, allowed, inside, parts, room)
    if inside < line_count:
        rest = min(left_now - inside * eligible, eligible)
        across = 1 if rest else 0
        if across:
            room = _put(runs, allowed, 1, due(INTEGERS, terms, allowed, rest), room)
        beyond = line_count - inside - across
        if beyond:
            room = _put(runs, allowed, beyond, due(INTEGERS, terms, allowed, 0), room)
    for run in runs:
        deductible -= run[0] * run[2][2]
    return runs, Left(deductible, room)


def _put(runs: list[Run], allowed: int, line_count: int, parts: Parts[int], room: int) -> int:
    """Add equal lines as far as the room goes, what is left of it for one, and the rest free."""
    before, deductible, copay, share = parts
    owed = before + deductible + copay + share
    if owed * line_count <= room:
        runs.append(Run(line_count, allowed, (before, 0, deductible, copay, share, 0, 0, 0)))
        return room - owed * line_count
    whole = room // owed
    if whole:
        runs.append(Run(whole, allowed, in_order(parts)))
    room -= whole * owed
    last, _ = cut(INTEGERS, parts, (True,) * 4, room)
    runs.append(Run(1, allowed, in_order(last)))
    if whole + 1 < line_count:
        runs.append(Run(line_count - whole - 1, allowed, in_order(_NOTHING)))
    return 0


def walked(
    terms: Terms[int], allowed: int, line_count: int, left: Left[int]
) -> tuple[list[Run], Left[int]]:
    """Return one run for each of `line_count` equal lines, and what is left after them."""
    runs = []
    for _ in range(line_count):
        parts, left = one_line(INTEGERS, terms, allowed, left)
        runs.append(Run(1, allowed, in_order(parts)))
    return runs, left


_STEPS: Mapping[Route, Step] = {Route.UNIFORM: at_once, Route.WALK: walked}
