"""What has been used of a plan where that is not told: the most or the least that can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from attrs import evolve

from iopkit.cost.asked import Asked
from iopkit.cost.needs import missing_on
from iopkit.cost.ranges import ENDLESS, Ends, used_ends
from iopkit.cost.sides import Side, counting_on
from iopkit.model.accumulators import Accumulators, OutsideUse, PoolUse
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import Crediting, OutOfNetwork
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import LinePart

_OUTSIDE = "out_of_network."
_WHOLES = {"deductible": "deductible_used", "out_of_pocket_limit": "limit_used"}
_FAMILY = "family_"
_HOLDS = (
    ("family_deductible_used", "family_limit_used"),
    ("limit_used", "family_limit_used"),
    ("deductible_used", "family_deductible_used"),
    ("deductible_used", "limit_used"),
)
"""Amounts used, each with one that holds it; those of a deductible only where it counts."""


class OpenAmounts(NamedTuple):
    """The amounts of a plan, and those used of it, that lines of one side need and are not told."""

    side: Side
    names: frozenset[str]

    def at(self, asked: Asked, *, is_high: bool) -> Mapping[str, object]:
        """Return a value of each, by its path in a case: of what is used the most, or the least.

        What is used of a family's amount holds what one person has used, and what is used of a
        limit holds a deductible that counts toward it.
        """
        plan, used = asked.plan, asked.used
        enough = sum(line.allowed.cents for line in asked.lines)
        values: dict[str, object] = {}
        outside: dict[str, Any] = {}  # whatever `evolve` takes
        own = {name for name in self.names if not name.startswith(_OUTSIDE)}
        for source, spent, prefix in _sources(plan, used):
            found = _used_at(_ends(self.side, plan, source, spent), is_high=is_high)
            if prefix:
                names = {name.removeprefix(prefix) for name in self.names - own}
                outside = {name: Money(found[name]) for name in names}
                continue
            for name in own:
                cents = found[_WHOLES.get(name, name)]
                place = "health_plan" if name in _WHOLES else "used"
                more = enough if is_high and name in _WHOLES else 0
                values[f"{place}.{name}"] = Money(cents + more)
        if outside:
            told = evolve(used.out_of_network or OutsideUse(), **outside)
            values["used.out_of_network"] = told
        return values

    def __repr__(self) -> str:
        return f"<OpenAmounts: {len(self.names)}>"


def open_amounts(plan: HealthPlan, used: Accumulators, side: Side) -> OpenAmounts:
    """Return the amounts that lines of one side need and are not told, where each has ends."""
    lacking = missing_on(plan, used, (side,))
    if not lacking:
        return OpenAmounts(side, frozenset())
    every = {
        prefix + name
        for source, spent, prefix in _sources(plan, used)
        for name in _ends(side, plan, source, spent)
    }
    if plan.family is None and side.is_in_network:
        every.update(_WHOLES)
    outside = plan.out_of_network
    crediting = (outside.deductible_crediting, outside.limit_crediting) if outside else ()
    is_apart = {Crediting.SEPARATE, None}.issuperset(crediting)
    return OpenAmounts(side, frozenset(every.intersection(lacking) if is_apart else ()))


def _sources(
    plan: HealthPlan, used: Accumulators
) -> Iterator[tuple[HealthPlan | OutOfNetwork, PoolUse, str]]:
    yield plan, used, ""
    if plan.out_of_network is not None:
        yield plan.out_of_network, used.out_of_network or OutsideUse(), _OUTSIDE


def _ends(
    side: Side, plan: HealthPlan, source: HealthPlan | OutOfNetwork, spent: PoolUse
) -> dict[str, Ends]:
    """Return the least and the most that may have been used of each amount of a source."""
    family = source.family
    person = family.person_limit if family else None
    wholes = {
        "deductible_used": source.deductible or (family.deductible if family else None),
        "limit_used": source.out_of_pocket_limit
        or person
        or (family.out_of_pocket_limit if family else None),
    }
    if family is not None:
        wholes["family_deductible_used"] = family.deductible
        wholes["family_limit_used"] = family.out_of_pocket_limit
    ends = {name: used_ends(getattr(spent, name), whole) for name, whole in wholes.items()}
    has_limit = wholes["limit_used"] is not None or source.has_out_of_pocket_limit is True
    counts = counting_on(plan, side).holds(LinePart.DEDUCTIBLE) is True
    # What was met in the year before counts toward no limit of this one.
    counts = counts and plan.deductible_carries_over_from is None
    return _linked(ends, counts=has_limit and counts)


def _linked(ends: dict[str, Ends], *, counts: bool) -> dict[str, Ends]:
    """Return ends of which the least and the most can stand side by side."""
    linked = dict(ends)
    for small, large in _held(ends, counts=counts):
        least, most = linked[small]
        linked[small] = least, max(least, min(most, linked[large][1]))
    for small, large in reversed(list(_held(ends, counts=counts))):
        least, most = linked[large]
        linked[large] = max(least, min(linked[small][0], most)), most
    return linked


def _held(names: Iterable[str], *, counts: bool) -> Iterator[tuple[str, str]]:
    known = set(names)
    for small, large in _HOLDS:
        is_of_limit = "deductible" in small and "limit" in large
        if {small, large} <= known and (counts or not is_of_limit):
            yield small, large


def _used_at(ends: Mapping[str, Ends], *, is_high: bool) -> dict[str, int]:
    """Return one end of each; of what nothing bounds, no more than it must hold."""
    found = {name: least if is_high else most for name, (least, most) in ends.items()}
    for name in sorted(ends, key=lambda each: each.removeprefix(_FAMILY)):
        if found[name] >= ENDLESS:
            held = [found[small] for small, large in _HOLDS if large == name and small in found]
            found[name] = max([ends[name][0], *(each for each in held if each < ENDLESS)])
    return found
