"""What is left of each deductible and limit, within bounds, and what that leaves unsaid.

A pool is one amount that lines use up: a person's own or a family's, inside the network,
outside it, or for drugs.  A line is held by the least of its pools and uses all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from iopkit.cost.kernel import NO_LIMIT
from iopkit.model.accumulators import PoolUse
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import DrugAmounts, OutOfNetwork
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span

Told = Money | Span[Money] | None
Source = HealthPlan | OutOfNetwork | DrugAmounts

_EMPTY = FamilyAmounts()
_UNUSED = PoolUse()


class Asked(NamedTuple):
    """One deductible or limit of a plan and how a family shares it; `word` names the amount."""

    word: str
    amount: Money | None
    is_none: bool
    family: Money | None
    rule: FamilyRule | None
    members: int | None
    person: Money | None
    has_family: bool


class Spent(NamedTuple):
    """What has been used of it."""

    own: Told
    family: Told
    members: int | Span[int] | None

    def __repr__(self) -> str:
        return "<Spent>"


class Pool(NamedTuple):
    """One amount: what is left of it at least and at most, and which field tells its use."""

    used_name: str
    least: int
    most: int
    lacking: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Pool: {self.used_name}>"


class Held(NamedTuple):
    """The pools that hold a line, every pool that it uses up, and what is not said of them."""

    pools: tuple[Pool, ...]
    used_names: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def is_over(self) -> bool:
        """Whether nothing is left for certain."""
        return any(pool.most == 0 for pool in self.pools)

    @property
    def is_bound(self) -> bool:
        """Whether some pool may hold a line; where there is no limit, none does."""
        return any(pool.least < NO_LIMIT for pool in self.pools)

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


def deductible_asked(source: Source) -> Asked:
    """Return the deductible that a side of a plan asks."""
    family = source.family or _EMPTY
    return Asked(
        word="deductible",
        amount=source.deductible,
        is_none=source.deductible == ZERO,
        family=family.deductible,
        rule=family.deductible_rule,
        members=family.deductible_members,
        person=None,
        has_family=source.family is not None,
    )


def limit_asked(source: Source) -> Asked:
    """Return the out-of-pocket limit of a side of a plan."""
    family = source.family or _EMPTY
    return Asked(
        word="out_of_pocket_limit",
        amount=source.out_of_pocket_limit,
        is_none=source.has_out_of_pocket_limit is False,
        family=family.out_of_pocket_limit,
        rule=family.limit_rule,
        members=family.limit_members,
        person=family.person_limit,
        has_family=source.family is not None,
    )


def deductible_spent(used: PoolUse | None) -> Spent:
    """Return what has been used of a deductible; nothing is known of a side that is not told."""
    told = used or _UNUSED
    return Spent(told.deductible_used, told.family_deductible_used, told.members_met)


def limit_spent(used: PoolUse | None) -> Spent:
    """Return what has been used of a limit; nothing is known of a side that is not told."""
    told = used or _UNUSED
    return Spent(told.limit_used, told.family_limit_used, told.limit_members_met)


def held_by(asked: Asked, spent: Spent, side: str) -> Held:
    """Return the pools that hold a line; `side` begins their names: none, or such as `drug.`."""
    kind = "limit" if asked.word == "out_of_pocket_limit" else asked.word
    names = (f"{side}{kind}_used", f"{side}family_{kind}_used")
    own = Pool(names[0], NO_LIMIT, NO_LIMIT)
    if not (asked.is_none and kind == "limit"):
        own = _pool(names[0], asked.amount, spent.own, f"{side}{asked.word}")
    if not asked.has_family or _says_no_family(asked):
        return _held((own,), names[:1])
    shared = _pool(names[1], asked.family, spent.family, f"{side}family.{asked.word}")
    person = [_pool(names[0], asked.person, spent.own, "")] if asked.person else []
    match asked.rule:
        case FamilyRule.EMBEDDED:
            return _held((own, *person, shared), names)
        case FamilyRule.AGGREGATE:
            return _held((*person, shared), names)
        case FamilyRule.MEMBERS_EACH:
            return _by_members(asked, spent, (own, *person), side)
    rule = "deductible_rule" if kind == "deductible" else "limit_rule"
    return Held((own, shared), names, (f"{side}family.{rule}", *_names((own, shared))))


def _says_no_family(asked: Asked) -> bool:
    told = (asked.family, asked.rule, asked.person)
    return asked.is_none and told == (None, None, None)


def _by_members(asked: Asked, spent: Spent, pools: tuple[Pool, ...], side: str) -> Held:
    """Return a person's own pools, which end once enough members have each met theirs."""
    prefix = "" if asked.word == "deductible" else "limit_"
    met = spent.members if isinstance(spent.members, Span) else Span.exactly(spent.members or 0)
    least = 0 if spent.members is None else met.low or 0
    most = None if spent.members is None else met.high
    if asked.members is not None and least >= asked.members:
        own = pools[0]._replace(least=0, most=0, lacking=())
        return Held((own,), (own.used_name,), ())
    lacking, is_left = list(_names(pools)), min(pool.most for pool in pools) > 0
    if is_left and asked.members is None:
        kind = "deductible" if asked.word == "deductible" else "limit"
        lacking.append(f"{side}family.{kind}_members")
    if is_left and (most is None or (asked.members is not None and most >= asked.members)):
        lacking.append(f"{side}{prefix}members_met")
    return Held(pools, (pools[0].used_name,), tuple(lacking))


def _held(pools: tuple[Pool, ...], used_names: tuple[str, ...]) -> Held:
    return Held(pools, used_names, tuple(_names(pools)))


def _names(pools: Sequence[Pool]) -> Iterator[str]:
    """Yield what must still be said: of each pool that may be the least and is not exact."""
    most = min([pool.most for pool in pools])
    if most == min([pool.least for pool in pools]):
        return
    for pool in pools:
        if pool.least < most:
            yield from pool.lacking


def _pool(used_name: str, whole: Money | None, used: Told, word: str) -> Pool:
    """Return what is left of `whole`; a range of use is enough where all of it is used up."""
    low, high = (used.low, used.high) if isinstance(used, Span) else (used, used)
    is_exact = low is not None and low == high
    unsaid = () if is_exact else (used_name,)
    if whole is None:
        return Pool(used_name, 0, NO_LIMIT, (word, *unsaid))
    most = max(whole.cents - (low.cents if low else 0), 0)
    least = 0 if high is None else max(whole.cents - high.cents, 0)
    return Pool(used_name, least, most, unsaid if least < most else ())
