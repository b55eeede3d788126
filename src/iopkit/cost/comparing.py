"""Estimates side by side: programs, levels of care and plans for one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import permutations

from attrs import frozen

from iopkit.cost.estimates import Estimate, estimate
from iopkit.cost.notes import Note
from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet


@frozen(kw_only=True, repr=False)
class ComparedCost(Quiet):
    """One of several estimates, and what it alone assumes or does not know."""

    name: str
    estimate: Estimate
    assumptions: tuple[Note, ...]
    unknowns: tuple[Note, ...]


@frozen(kw_only=True, repr=False)
class CostDifference(Quiet):
    """That one costs less than the other, whatever the answers to what is not known.

    `at_least` is how much less, `at_most` how much at most; `None` where nothing bounds it.  What
    leaves a part of its cost out is never said to cost less.
    """

    less: str
    more: str
    at_least: Money
    at_most: Money | None


@frozen(kw_only=True, repr=False)
class CostComparison(Quiet):
    """Estimates side by side, in the order in which they were given.

    `assumptions` and `unknowns` are those that all share.  `differences` names the pairs of which
    one is certain to cost less to pay; where ranges overlap, nothing is said.  What costs less is
    not what helps more.
    """

    costs: tuple[ComparedCost, ...]
    assumptions: tuple[Note, ...]
    unknowns: tuple[Note, ...]
    differences: tuple[CostDifference, ...]


def compare_costs(cases: Mapping[str, Case], amounts: Amounts, *, on: date) -> CostComparison:
    """Return what several cases cost, side by side, on the same day and the same amounts.

    Each case is told in full under a name of its own, such as a program or a plan; what a plan
    allows in one program is not taken to hold in another.

    Raises:
        InvalidValue: there are fewer than two cases.
        NotInForce, NotShipped, PlanYearMismatch: as `estimate` does.
    """
    if len(cases) < 2:  # noqa: PLR2004  # one case has nothing beside it
        raise InvalidValue("cases", "at least two, each under a name of its own")
    found = {name: estimate(case, amounts, on=on) for name, case in cases.items()}
    assumed = _shared(each.assumptions for each in found.values())
    unknown = _shared(each.unknowns for each in found.values())
    return CostComparison(
        costs=tuple(
            ComparedCost(
                name=name,
                estimate=each,
                assumptions=_others(each.assumptions, assumed),
                unknowns=_others(each.unknowns, unknown),
            )
            for name, each in found.items()
        ),
        assumptions=assumed,
        unknowns=unknown,
        differences=tuple(
            difference
            for less, more in permutations(found, 2)
            if (difference := _difference((less, found[less]), (more, found[more])))
        ),
    )


def _shared(notes: Iterable[tuple[Note, ...]]) -> tuple[Note, ...]:
    first, *others = notes
    return tuple(note for note in first if all(note in other for other in others))


def _others(notes: tuple[Note, ...], shared: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note not in shared)


def _difference(less: tuple[str, Estimate], more: tuple[str, Estimate]) -> CostDifference | None:
    """Return how much less one costs, `None` where it is not certain to."""
    most, least = less[1].to_pay.high, more[1].to_pay.low
    if most is None or least is None or not (most < least and less[1].is_whole):
        return None
    low, high = less[1].to_pay.low, more[1].to_pay.high if more[1].is_whole else None
    return CostDifference(
        less=less[0],
        more=more[0],
        at_least=least - most,
        at_most=None if high is None or low is None else high - low,
    )
