"""What a second plan pays line by line, and what of each line it counts toward its own amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple, TypeVar

from iopkit.cost.adjudications import PART_ORDER, Run
from iopkit.cost.purses import Purse, Uncounted
from iopkit.cost.secondary_payment import LineFacts, second_payment
from iopkit.model.coordination import CoordinationMethod, CountedWhenSecond
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import LinePart

_OWN, _DEDUCTIBLE = map(PART_ORDER.index, (LinePart.SERVICE_DEDUCTIBLE, LinePart.DEDUCTIBLE))
_ALONE, _OWED = CountedWhenSecond
AnyPurse = TypeVar("AnyPurse", bound=Purse)


class Counting(NamedTuple):
    """What a plan counts toward its deductible and its limit of lines that it pays second."""

    deductible: CountedWhenSecond
    limit: CountedWhenSecond

    @property
    def is_alone(self) -> bool:
        """Whether it counts what it would if it were the only plan."""
        return self == AS_IF_ALONE


AS_IF_ALONE = Counting(_ALONE, _ALONE)


class SecondLine(NamedTuple):
    """What a second plan pays of one line, and how it would settle that line by itself."""

    pays: int
    run: Run

    def __repr__(self) -> str:
        return "<SecondLine>"


def countings_of(plan: HealthPlan) -> tuple[Counting, ...]:
    """Return each way in which a plan may count lines that it pays second."""
    told = (plan.deductible_when_second, plan.limit_when_second)
    deductible, limit = (tuple(CountedWhenSecond) if one is None else (one,) for one in told)
    return tuple(Counting(*each) for each in product(deductible, limit))


def second_lines(
    method: CoordinationMethod, counting: Counting, lines: Iterable[LineFacts], purse: AnyPurse
) -> tuple[tuple[SecondLine, ...], AnyPurse]:
    """Return what is paid of `lines`, and what is left of the plan after them.

    What the plan would pay of each, alone and of the rest, follows from `purse`.
    """
    found = []
    for line in lines:
        run, after = purse.settle(line.second_allowed)
        base = run
        if method is CoordinationMethod.MAINTENANCE:
            base, _ = purse.settle(max(line.second_allowed - line.paid, 0))
        pays = second_payment(method, line._replace(alone=run.plan_cents, of_rest=base.plan_cents))
        if not counting.is_alone:
            kept = tuple(_kept(base.part_cents, max(line.owed - pays, 0)))
            after = after.giving_back(_uncounted(purse, run.part_cents, kept, counting))
        found.append(SecondLine(pays, run))
        purse = after
    return tuple(found), purse


def _kept(parts: Iterable[int], owed: int) -> Iterator[int]:
    """Yield what of each part is still owed; the last one is paid first."""
    for part in parts:
        kept = min(part, owed)
        owed -= kept
        yield kept


def _uncounted(
    purse: Purse, parts: tuple[int, ...], kept: tuple[int, ...], counting: Counting
) -> Uncounted:
    own = deductible = limit = 0
    if counting.deductible is _OWED:
        own, deductible = parts[_OWN] - kept[_OWN], parts[_DEDUCTIBLE] - kept[_DEDUCTIBLE]
    if counting.limit is _OWED:
        limit = purse.counted(parts) - purse.counted(kept)
    return Uncounted(own, deductible, limit)
