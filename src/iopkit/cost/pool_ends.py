"""What has been used of deductibles and limits after lines: inside the network, outside, drugs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from attrs import evolve

from iopkit.cost.handling import Name
from iopkit.cost.making import first_name, own_name
from iopkit.cost.pools import Source, Told
from iopkit.cost.service_use import service_use
from iopkit.cost.sides import Side
from iopkit.model.accumulators import Accumulators, OutsideUse, PoolUse, ServiceUse
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.networks import OutOfNetwork
from iopkit.values.money import Money
from iopkit.values.spans import Span

Taken = Callable[[Name], int]
"""What lines used of the places of a name."""

_POOLS = ("deductible_used", "limit_used", "family_deductible_used", "family_limit_used")
_OUTSIDE = "out_of_network."
Use = TypeVar("Use", bound=PoolUse)


def pool_after(side: str, used: PoolUse, source: Source, taken: Taken) -> dict[str, Any]:
    """Return the fields of one side that change; whatever `evolve` takes."""
    changes: dict[str, Any] = {
        name: raised(getattr(used, name), taken(f"{side}{name}")) for name in _POOLS
    }
    family = source.family or FamilyAmounts()
    for name, own, rule, whole in (
        ("members_met", "deductible_used", family.deductible_rule, source.deductible),
        ("limit_members_met", "limit_used", family.limit_rule, source.out_of_pocket_limit),
    ):
        met, is_news = getattr(used, name), _has_met(getattr(used, own), changes[own], whole)
        if rule is FamilyRule.MEMBERS_EACH and isinstance(met, int) and is_news:
            changes[name] = met + 1
    return changes


def side_after(side: str, used: Use | None, source: Source | None, taken: Taken) -> Use | None:
    """Return what has been used of one side; the same where its lines used nothing of it."""
    is_idle = not any(taken(f"{side}{name}") for name in _POOLS)
    if used is None or source is None or is_idle:
        return used
    return evolve(used, **pool_after(side, used, source, taken))


def outside_after(
    outside: OutOfNetwork | None, before: Accumulators, taken: Taken
) -> OutsideUse | None:
    """Return what was used outside; what may have been credited there is not known."""
    used = before.out_of_network
    if outside is None or used is None:
        return used
    drug = side_after(f"{_OUTSIDE}drug.", used.drug, outside.drug, taken)
    return evolve(
        side_after(_OUTSIDE, used, outside, taken) or used,
        **_blurred("", outside, taken),
        drug=None if drug is None else evolve(drug, **_blurred("drug.", outside, taken)),
        benefits_used=_services_after(outside, before, taken),
    )


def raised(told: Told, cents: int) -> Told:
    """Return an amount and what was used; one that is not exact cannot have mattered, and stays."""
    exact = told.value if isinstance(told, Span) else told
    return told if exact is None or not cents else exact + Money(cents)


def added(told: Told, cents: int) -> Told:
    """Return an amount and what was added to it, at each end of a range that is known."""
    if not isinstance(told, Span):
        return raised(told, cents)
    low, high = (None if end is None else end + Money(cents) for end in (told.low, told.high))
    return evolve(told, low=low, high=high)


def _blurred(side: str, outside: OutOfNetwork, taken: Taken) -> dict[str, None]:
    """Return what lines of `side` inside used, where it may have counted outside too."""
    found: dict[str, None] = {}
    for word, crediting in (
        ("deductible", outside.deductible_crediting),
        ("limit", outside.limit_crediting),
    ):
        if crediting is None and taken(f"{side}{word}_used"):
            found |= {f"{word}_used": None, f"family_{word}_used": None}
    return found


def _services_after(
    outside: OutOfNetwork, before: Accumulators, taken: Taken
) -> tuple[ServiceUse, ...] | None:
    """Return what was used of each benefit outside alone."""
    told = before.out_of_network.benefits_used if before.out_of_network else None
    if told is None:
        return None
    every = (*told, *_unnamed(outside, before, told))
    after = [(use, _service_after(outside, use, taken)) for use in every]
    return tuple(new for use, new in after if use in told or new != use)


def _unnamed(
    outside: OutOfNetwork, before: Accumulators, told: tuple[ServiceUse, ...]
) -> Iterator[ServiceUse]:
    named = {use.benefit for use in told}
    for each in outside.benefits:
        if each.benefit not in named:
            yield service_use(before, Side(each.benefit, is_in_network=False))


def _service_after(outside: OutOfNetwork, use: ServiceUse, taken: Taken) -> ServiceUse:
    side = Side(use.benefit, is_in_network=False)
    met = raised(use.deductible_used, taken(own_name(side)))
    if outside.deductible_crediting is None and taken(own_name(Side(use.benefit))):
        met = None
    visits = use.first_visits
    if isinstance(visits, int):
        visits += taken(first_name(side))
    return evolve(use, deductible_used=met, first_visits=visits)


def _has_met(before: Told, after: Told, whole: Money | None) -> bool:
    """Return whether a person's own amount was used up by lines in between."""
    start = before.value if isinstance(before, Span) else before
    end = after.value if isinstance(after, Span) else after
    if start is None or end is None or whole is None:
        return False
    return start < whole <= end
