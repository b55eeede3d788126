"""Lines in order, by the quickest exact route: equal lines at once, equal weeks, or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from operator import ne
from typing import NamedTuple

from iopkit.cost.adjudications import Route, Run
from iopkit.cost.book import Book
from iopkit.cost.ending import Settled
from iopkit.cost.groups import at_once, merged, one_by_one
from iopkit.cost.handling import Handling
from iopkit.cost.kernel import Left
from iopkit.cost.walk import is_denied, lacks_authorization, refused, settle_line
from iopkit.cost.walk_state import Moment, State
from iopkit.model.claim_lines import ClaimLine

Key = tuple[object, ...]

_PLAIN = len(("side", "denied", "stay", "charge"))
"""How much the key of a plain line tells; that of any other tells more."""

_WEEK = 7
_FEWEST_PERIODS = 3
"""Two equal weeks are walked as quickly as they are compared."""


class Alike(NamedTuple):
    """Consecutive lines that a plan treats alike, from the place `start` on."""

    start: int
    line_count: int
    handling: Handling
    stay: int | None
    is_denied: bool
    is_plain: bool
    is_same_day: bool

    @property
    def may_skip(self) -> bool:
        """Whether what one of them owes tells what the next ones do."""
        handling = self.handling
        is_even = handling.is_exact and not handling.is_dated and not self.is_same_day
        return self.is_denied or is_even

    def __repr__(self) -> str:
        return f"<Alike: {self.line_count} lines>"


def settled(
    book: Book, lines: Sequence[ClaimLine], route: Route | None
) -> tuple[tuple[Run, ...], Settled, Route]:
    """Return the runs of lines, what is left after them, and the route that was taken.

    `route` names one that the caller knows to be exact; `None` chooses the quickest.
    """
    keys = list(_keys(book, lines))
    count = sum(map(ne, keys, keys[1:])) + 1 if keys else 0
    settling, period, groups = _Settling(book, lines), 0, list[Alike]()
    if route is Route.PERIODIC or (route is None and count >= _FEWEST_PERIODS):
        period = _period_of(book, lines, keys)
    is_even = route is None and len(lines) >= 2 * count
    if not period and (is_even or route is Route.UNIFORM):
        groups = list(_alike(book, lines, keys))
    if period:
        route = Route.PERIODIC
        settling.periods(keys, period)
    elif route is Route.UNIFORM or (is_even and all(group.may_skip for group in groups)):
        route = Route.UNIFORM
        settling.groups(groups, at_a_time=True)
    else:
        route = route or Route.WALK
        settling.stretch(keys, 0, len(lines))
    return merged(settling.runs), settling.settled(), route


def _keys(book: Book, lines: Iterable[ClaimLine]) -> Iterator[Key]:
    """Yield what lines that are alike have in common: of plain ones, their amount and stay."""
    before: ClaimLine | None = None
    for line in lines:
        handling = book.handlings[line.benefit, line.is_in_network]
        is_plain = handling.is_plain and line.is_authorized is not False
        if is_plain and line.is_covered and not handling.is_refused:
            yield handling.side, False, line.stay, line.allowed.cents
        elif is_denied(handling, line):
            yield handling.side, True, line.stay, (line.billed or line.allowed).cents
        else:
            is_same_day = before is not None and before.on == line.on
            # What a line costs that lacks its authorization may be all that was billed.
            billed = line.billed if line.is_authorized is False else None
            told = (line.is_authorized, billed, line.session_kind, line.events, line.minutes)
            yield handling.side, False, line.stay, line.allowed.cents, is_same_day, *told
        before = line


def _joining(key: Key) -> Key:
    """Return the key of a line that is settled by itself; plain ones are, whatever they cost."""
    is_plain = len(key) == _PLAIN and not key[1]
    return key[:-1] if is_plain else key


def _alike(
    book: Book, lines: Sequence[ClaimLine], keys: Iterable[Key], start: int = 0
) -> Iterator[Alike]:
    """Yield the groups of lines from the place `start` on, of which these are the keys."""
    for key, same in groupby(keys):
        count = len(list(same))
        line = lines[start]
        handling = book.handlings[line.benefit, line.is_in_network]
        is_plain, is_denied = len(key) <= _PLAIN, bool(key[1])
        is_same_day = not is_plain and bool(key[_PLAIN])
        yield Alike(
            start, count, handling, line.stay, is_denied, is_plain and not is_denied, is_same_day
        )
        start += count


def _period_of(book: Book, lines: Sequence[ClaimLine], keys: Sequence[Key]) -> int:
    """Return how many lines make up a week that repeats exactly, or 0."""
    if not lines or len({line.stay for line in lines}) > 1:
        return 0
    last = lines[0].on.toordinal() + _WEEK
    length = sum(1 for _ in takewhile(lambda line: line.on.toordinal() < last, lines))
    whole = len(lines) // length * length
    if whole < _FEWEST_PERIODS * length or keys[length:whole] != keys[: whole - length]:
        return 0
    once = (*_alike(book, lines, keys[:length]), *_alike(book, lines, keys[whole:], whole))
    if not all(_may_repeat(group, lines[group.start]) for group in once):
        return 0
    # Not every key tells the day, but which lines share one day may matter to those around them.
    begins = [line.on != before.on for before, line in pairwise(lines[:whole])]
    return length if begins[length:] == begins[: whole - 1 - length] else 0


def _may_repeat(group: Alike, line: ClaimLine) -> bool:
    """Return whether a line depends on no more than it uses, and on no day of the calendar."""
    handling = group.handling
    if handling.limits and lacks_authorization(handling, line):
        return False
    return handling.is_exact and not handling.is_dated


class _Settling:
    """Lines being settled: the runs so far, and what they have left."""

    def __init__(self, book: Book, lines: Sequence[ClaimLine]) -> None:
        self.book, self.lines = book, lines
        self.state = State(book, lines[0].on.toordinal() if lines else 0)
        self.runs: list[Run] = []

    def settled(self) -> Settled:
        """Return what is left after all lines."""
        return Settled(self.book, tuple(self.state.left), self.state.marks())

    def groups(self, groups: Iterable[Alike], *, at_a_time: bool) -> None:
        """Settle groups, each at once or line by line."""
        for group in groups:
            line = self.lines[group.start]
            self.state.enter(line)
            if group.is_denied:
                self.runs.append(refused(line)._replace(line_count=group.line_count))
            elif group.is_plain:
                self._plain(group, at_a_time=at_a_time)
            elif at_a_time and group.may_skip:
                self._skipping(group)
            else:
                self._walk(group, group.line_count)

    def stretch(self, keys: Sequence[Key], start: int, end: int) -> None:
        """Settle the lines from one place to another one by one; `keys` are those of all lines."""
        own = map(_joining, keys[start:end])
        self.groups(_alike(self.book, self.lines, own, start), at_a_time=False)

    def periods(self, keys: Sequence[Key], length: int) -> None:
        """Settle a repeating week, many weeks at a time; the last lines may be fewer."""
        start, count = 0, len(self.lines)
        while start + length <= count:
            before, done = self.state.moment(), len(self.runs)
            self.stretch(keys, start, start + length)
            # The first week may begin on a day that has a copay already.
            times = (
                0 if start == 0 else self._repeats(before, count // length - start // length - 1)
            )
            self.runs += self.runs[done:] * times
            self._skip(before, start, length, times)
            start += length * (times + 1)
        self.stretch(keys, start, count)

    def _plain(self, group: Alike, *, at_a_time: bool) -> None:
        handling, state = group.handling, self.state
        deductible, limit = handling.deductible, handling.limit
        left = Left(state.least(deductible.bounds), state.least(limit.bounds))
        terms, end = handling.way.terms, group.start + group.line_count
        if at_a_time and handling.is_exact:
            allowed = self.lines[group.start].allowed.cents
            runs, after = at_once(terms, allowed, group.line_count, left)
        else:
            amounts = (line.allowed.cents for line in self.lines[group.start : end])
            runs, after = one_by_one(terms, amounts, left)
        self.runs += runs
        state.take(deductible.takes, left.deductible - after.deductible)
        state.take(limit.takes, left.room - after.room)
        state.take((handling.visits,), group.line_count)

    def _walk(self, group: Alike, count: int) -> None:
        for place in range(group.start, group.start + count):
            self.runs.append(settle_line(group.handling, self.lines[place], self.state))

    def _skipping(self, group: Alike) -> None:
        """Settle equal lines: one of them, then as many as must owe the same."""
        place, end = group.start, group.start + group.line_count
        while place < end:
            before = self.state.moment()
            run = settle_line(group.handling, self.lines[place], self.state)
            times = self._repeats(before, end - place - 1) if place else 0
            self.runs.append(run._replace(line_count=times + 1))
            self._skip(before, place, 1, times)
            place += times + 1

    def _repeats(self, before: Moment, most: int) -> int:
        """Return how many times the lines since `before` can be repeated without any change.

        Each amount was used in full or had ended before, so that nothing changes while it lasts.
        """
        if before.copay_left != self.state.copay_left:
            return 0
        for had, left in zip(before.left, self.state.left, strict=True):
            if had > left and had > 0:
                most = min(most, max(left, 0) // (had - left))
        return most

    def _skip(self, before: Moment, start: int, length: int, times: int) -> None:
        """Change the state as if the lines since `before` had been settled so many times more."""
        if not times:
            return
        state = self.state
        for place, had in enumerate(before.left):
            state.left[place] -= (had - state.left[place]) * times
        later = {
            self.lines[place].on.toordinal(): self.lines[place + length * times].on.toordinal()
            for place in range(start, start + length)
        }
        for days in (state.copay_on, state.stay_copay_on):
            days.update({benefit: later.get(day, day) for benefit, day in days.items()})
        for place, day in state.counted_on.items():
            state.counted_on[place] = later.get(day, day)
