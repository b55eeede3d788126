"""What a plan does with the lines of one benefit on one side, ready to be computed.

Every amount that lines use up is a place in one list of what is left, in cents, visits, days
or minutes; a handling knows the places that hold its lines and those that its lines use.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from iopkit.cost.kernel import Terms
from iopkit.cost.penalties import PenaltyRule
from iopkit.cost.sides import Side
from iopkit.model.benefits import LimitPeriod, LimitUnit
from iopkit.model.cost_shares import CareEvent, CopayUnit

Places = tuple[int, ...]
Name = Hashable
"""What is counted at a place: a field of `Accumulators`, or a word and the benefit it is of."""


class Hold(NamedTuple):
    """The places of which the least holds a line, and all that the line uses."""

    bounds: Places
    takes: Places


class CopayRule(NamedTuple):
    """When a copay is asked; a place is `None` where the plan has no such bound."""

    amount: int
    group_amount: int
    is_before: bool
    unit: CopayUnit
    waived_on: tuple[CareEvent, ...]
    cap: int | None
    days: int | None
    once: int | None


class Way(NamedTuple):
    """One cost share; without a rule, its copay is one for each line."""

    terms: Terms[int]
    copay: CopayRule | None


class LimitRule(NamedTuple):
    """A limit on a service: its place, and all places that count the same use with their wholes."""

    place: int
    takes: Places
    wholes: tuple[int, ...]
    unit: LimitUnit
    period: LimitPeriod


class FirstRule(NamedTuple):
    """The first visits: how many are left, and what they owe."""

    place: int
    way: Way


class OwnDeductible(NamedTuple):
    """The deductible of a service alone; where it comes first, the overall one follows.

    `takes` are all places that a line uses, those of the other side among them.
    """

    place: int
    takes: Places
    comes_first: bool
    counts: bool


class Copays(NamedTuple):
    """What the copays of a stay use up, whatever bounds them; the first two places only count."""

    amounts: Places
    days: Places
    once: Places


class Tracked(NamedTuple):
    """Where the use of one benefit is counted; a limit has its whole beside its place."""

    copays: Copays | None
    penalties: int | None
    limits: Mapping[tuple[LimitUnit, LimitPeriod], tuple[int, int]]


class Handling(NamedTuple):
    """What is done with the lines of one benefit on one side of the network.

    `visits` is where they are counted.  `is_plain` says that nothing but the cost share, the
    deductible and the limit matters; `is_exact` that every part that can occur counts toward
    the limit, or none is held by one; `is_dated` that something begins anew with a week or a
    month of the calendar.
    """

    side: Side
    is_refused: bool
    way: Way
    deductible: Hold
    limit: Hold
    visits: int
    first: FirstRule | None = None
    counted: Places = ()
    own: OwnDeductible | None = None
    limits: tuple[LimitRule, ...] = ()
    copays: Copays | None = None
    asks_authorization: bool | None = None
    penalty: PenaltyRule | None = None
    is_plain: bool = True
    is_exact: bool = True
    is_dated: bool = False

    def __repr__(self) -> str:
        return f"<Handling: {self.side.name}>"
