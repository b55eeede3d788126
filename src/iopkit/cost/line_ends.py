"""Whether the ends of an answer are those of each of its lines, and not only of their sum.

Before its limit cuts anything, a plan never asks less of any line where more of the deductible is
left, and with one deductible never less where more room is left.  Where the limit may cut, a line
may cost less although all of them together cost more.
"""

from __future__ import annotations

from typing import NamedTuple

from iopkit.cost.groups import one_by_one
from iopkit.cost.kernel import NO_LIMIT, Left, closed_form_is_exact
from iopkit.cost.ledgers import Ledger
from iopkit.cost.outcomes import End
from iopkit.cost.purses import PlainPurse, Purse
from iopkit.cost.settled_days import Pair, in_order


class LineEnds(NamedTuple):
    """Whether no line costs less than at the low end, and none more than at the high one."""

    is_least: bool
    is_most: bool

    def both(self, other: LineEnds) -> LineEnds:
        """Return what holds of two answers together."""
        return LineEnds(self.is_least and other.is_least, self.is_most and other.is_most)


SURE = LineEnds(is_least=True, is_most=True)
NEITHER = LineEnds(is_least=False, is_most=False)


def line_ends(pair: Pair, *, as_alone: bool = True, of_whole: bool = True) -> LineEnds:
    """Return what holds of each line between two ends, in every case that lies between them.

    `as_alone` says that each line counts as the plan settles it; where it may count less, more
    room may also lead to less.  `of_whole` says that it is the whole line that is asked about.
    """
    low, high = pair
    if len(low.ledgers) != len(high.ledgers):
        return NEITHER
    is_same, found = in_order(pair) is not None, SURE
    for least, most in zip(low.ledgers, high.ledgers, strict=True):
        purses = _opened(least, most)
        if purses is not None:
            # Where their sums never fall, lines that are the same at both ends never differ.
            is_one = is_same and as_alone and of_whole
            found = found.both(_between(purses, least, most, by_room=as_alone, is_one=is_one))
        elif not is_same or not (as_alone or (least.purse and most.purse)):
            return NEITHER
    return found


def without_limit(low: Ledger, high: Ledger) -> Purse | None:
    """Return what makes a plan pay least of each line: the most of a deductible, and no limit.

    `None` where that is not known, or where it may pay less of some line by what does not count.
    """
    one, other = (each.purse() if each.purse else None for each in (low, high))
    if not (isinstance(one, PlainPurse) and isinstance(other, PlainPurse)):
        return None
    is_same = low.lines == high.lines[: len(low.lines)] and one.visits == other.visits
    has_limit = one.left.room < NO_LIMIT
    if not is_same or not closed_form_is_exact(one.terms, has_limit=has_limit):
        return None
    most = max(one.left.deductible, other.left.deductible)
    return other._replace(left=Left(most, NO_LIMIT))


def uses_nothing(end: End) -> bool:
    """Return whether no line of an end counts toward anything."""
    return all(ledger.uses_nothing for ledger in end.ledgers)


def _opened(low: Ledger, high: Ledger) -> tuple[PlainPurse, PlainPurse] | None:
    """Return what is left at both ends, `None` where nothing of that is open."""
    one, other = (each.purse() if each.purse else None for each in (low, high))
    if not (isinstance(one, PlainPurse) and isinstance(other, PlainPurse)) or one == other:
        return None
    return one, other


def _between(
    purses: tuple[PlainPurse, PlainPurse], low: Ledger, high: Ledger, *, by_room: bool, is_one: bool
) -> LineEnds:
    one, other = purses
    has_limit = one.left.room < NO_LIMIT
    is_prefix = low.lines == high.lines[: len(low.lines)]
    if not is_prefix or one.visits != other.visits:
        return NEITHER
    if not closed_form_is_exact(one.terms, has_limit=has_limit):
        return NEITHER
    if is_one:
        return SURE
    worst = other._replace(left=Left(other.left.deductible, one.left.room))
    is_same = not one.terms.deductible_applies or one.left.deductible == other.left.deductible
    is_free = all(sum(run.part_cents) == 0 for run in low.runs or ())
    return LineEnds(
        is_least=(by_room and is_same) or is_free or not _cuts(worst, high),
        is_most=(by_room and is_same) or not _cuts(other, high),
    )


def _cuts(purse: PlainPurse, ledger: Ledger) -> bool:
    """Return whether the limit may cut what is owed of a line."""
    amounts = [line.cents for line in ledger.lines[: purse.visits]]
    _, after = one_by_one(purse.terms, amounts, purse.left)
    return after.room <= 0
