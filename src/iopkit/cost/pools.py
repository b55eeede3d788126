"""What is left of each deductible and limit, within bounds, and what that leaves unsaid.

A pool is one amount that lines use up: a person's own or a family's, inside the network,
outside it, or for drugs.  A line is held by the least of its pools and uses all of them.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from iopkit.cost.kernel import NO_LIMIT
from iopkit.model.accumulators import PoolUse
from iopkit.model.family import FamilyRule
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import DrugAmounts, OutOfNetwork
from iopkit.values.money import Money
from iopkit.values.spans import Span

Told = Money | Span[Money] | None
Source = HealthPlan | OutOfNetwork | DrugAmounts

_UNUSED = PoolUse()


class Shared(NamedTuple):
    """How a family shares a deductible or a limit, and what all of its members have used of it."""

    amount: Money | None
    rule: FamilyRule | None
    members: int | None
    person: Money | None
    used: Told
    members_met: int | Span[int] | None

    @property
    def says_nothing(self) -> bool:
        """Whether no amount and no rule is told."""
        return self.amount is None and self.rule is None and self.person is None

    def __repr__(self) -> str:
        return "<Shared>"


class Asked(NamedTuple):
    """One deductible or limit of a plan, and what a person has used of it; `word` names it."""

    word: str
    kind: str
    amount: Money | None
    is_none: bool
    used: Told
    shared: Shared | None

    def __repr__(self) -> str:
        return f"<Asked: {self.word}>"


class Pool(NamedTuple):
    """One amount: what is left of it at least and at most, and which field tells its use."""

    used_name: str
    least: int
    most: int
    lacking: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Pool: {self.used_name}>"


class Held(NamedTuple):
    """The pools that hold a line, every pool that it uses up, and what is not said of them.

    `least` and `most` bound what is left for a line.
    """

    pools: tuple[Pool, ...]
    used_names: tuple[str, ...]
    lacking: tuple[str, ...]
    least: int
    most: int

    @property
    def is_over(self) -> bool:
        """Whether nothing is left for certain."""
        return self.most == 0

    @property
    def is_bound(self) -> bool:
        """Whether some pool may hold a line; where there is no limit, none does."""
        return self.least < NO_LIMIT

    @property
    def is_any(self) -> bool:
        """Whether some pool may hold a line, or is used up by it for other lines."""
        if self.is_bound:
            return True
        return not {pool.used_name for pool in self.pools}.issuperset(self.used_names)

    def crediting(self, other: Held) -> Held:
        """Return the same, where what a line uses counts toward the pools of `other` too."""
        if not self.is_bound and not other.is_bound:
            return self
        return self._replace(used_names=(*self.used_names, *other.used_names))

    def __repr__(self) -> str:
        return f"<Held: {len(self.pools)} pools>"


UNHELD = Held((), (), (), NO_LIMIT, NO_LIMIT)
"""What holds nothing, and is used up by nothing."""


def deductible_asked(source: Source, used: PoolUse | None) -> Asked:
    """Return the deductible that a side of a plan asks; of a side without use, none is known."""
    told, family, amount = used or _UNUSED, source.family, source.deductible
    shared = (
        None
        if family is None
        else Shared(
            family.deductible,
            family.deductible_rule,
            family.deductible_members,
            None,
            told.family_deductible_used,
            told.members_met,
        )
    )
    is_none = amount is not None and amount.cents == 0
    return Asked("deductible", "deductible", amount, is_none, told.deductible_used, shared)


def limit_asked(source: Source, used: PoolUse | None) -> Asked:
    """Return the out-of-pocket limit of a side of a plan; of a side without use, none is known."""
    told, family = used or _UNUSED, source.family
    shared = (
        None
        if family is None
        else Shared(
            family.out_of_pocket_limit,
            family.limit_rule,
            family.limit_members,
            family.person_limit,
            told.family_limit_used,
            told.limit_members_met,
        )
    )
    is_none = source.has_out_of_pocket_limit is False
    amount = source.out_of_pocket_limit
    return Asked("out_of_pocket_limit", "limit", amount, is_none, told.limit_used, shared)


def held_by(asked: Asked, side: str) -> Held:
    """Return the pools that hold a line; `side` begins their names: none, or such as `drug.`."""
    word, kind, amount, is_none, used, shared = asked
    name = f"{side}{kind}_used"
    if is_none and kind == "limit":
        own = Pool(name, NO_LIMIT, NO_LIMIT)
    else:
        own = _pool(name, amount, used, f"{side}{word}")
    if shared is None or (is_none and shared.says_nothing):
        return Held((own,), (name,), own.lacking, own.least, own.most)
    names = name, f"{side}family_{kind}_used"
    whole = _pool(names[1], shared.amount, shared.used, f"{side}family.{word}")
    person = [_pool(name, shared.person, used, "")] if shared.person else []
    match shared.rule:
        case FamilyRule.EMBEDDED:
            return _held((own, *person, whole), names)
        case FamilyRule.AGGREGATE:
            return _held((*person, whole), names)
        case FamilyRule.MEMBERS_EACH:
            return _by_members(asked, shared, (own, *person), side)
    held = _held((own, whole), names)
    return held._replace(lacking=(f"{side}family.{kind}_rule", *held.lacking))


def _by_members(asked: Asked, shared: Shared, pools: tuple[Pool, ...], side: str) -> Held:
    """Return a person's own pools, which end once enough members have each met theirs."""
    told, enough = shared.members_met, shared.members
    met = told if isinstance(told, Span) else Span.exactly(told or 0)
    least = 0 if told is None else met.low or 0
    most = None if told is None else met.high
    names = (pools[0].used_name,)
    if enough is not None and least >= enough:
        own = pools[0]._replace(least=0, most=0, lacking=())
        return Held((own,), names, (), 0, 0)
    held = _held(pools, names)
    lacking = list(held.lacking)
    if not held.is_over and enough is None:
        lacking.append(f"{side}family.{asked.kind}_members")
    if not held.is_over and (most is None or (enough is not None and most >= enough)):
        prefix = "" if asked.kind == "deductible" else "limit_"
        lacking.append(f"{side}{prefix}members_met")
    return held._replace(lacking=tuple(lacking))


def _held(pools: tuple[Pool, ...], used_names: tuple[str, ...]) -> Held:
    """Return pools of which those must still be told that may be the least and are not exact."""
    least, most = min([pool.least for pool in pools]), min([pool.most for pool in pools])
    unsaid = [pool.lacking for pool in pools if least < most and pool.least < most]
    return Held(pools, used_names, tuple(chain.from_iterable(unsaid)), least, most)


def _pool(used_name: str, whole: Money | None, used: Told, word: str) -> Pool:
    """Return what is left of `whole`; a range of use is enough where all of it is used up."""
    low, high = (used.low, used.high) if isinstance(used, Span) else (used, used)
    if whole is None:
        is_exact = low is not None and low == high
        return Pool(used_name, 0, NO_LIMIT, (word,) if is_exact else (word, used_name))
    most = max(whole.cents - (low.cents if low else 0), 0)
    least = 0 if high is None else max(whole.cents - high.cents, 0)
    return Pool(used_name, least, most, (used_name,) if least < most else ())
