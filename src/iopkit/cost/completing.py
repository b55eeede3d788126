"""A case with values filled in, each by the path of its field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, has

from iopkit.cost.alternatives import series_of
from iopkit.errors import InvalidValue
from iopkit.model.accumulators import Accumulators
from iopkit.model.assistance import Assistance
from iopkit.model.case import Case
from iopkit.model.courses import AttendanceRules
from iopkit.model.episode import Episode, Travel
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.model.household import Household
from iopkit.model.medicaid import MedicaidStanding
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.model.second_coverage import SecondCoverage
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, LinePart

_BLANK: Mapping[str, Any] = {
    "person": Person(),
    "work": Work(),
    "episode": Episode(),
    "travel": Travel(),
    "used": Accumulators(),
    "prices": PriceList(),
    "program": Program(id="not-told"),
    "schedule": Schedule(),
    "attendance": AttendanceRules(),
    "health_plan": HealthPlan(id="not-told"),
    "second_coverage": SecondCoverage(),
    "assistance": Assistance(),
    "household": Household(),
    "medicaid": MedicaidStanding(),
}
_PRICED = (("fees", Program), ("allowed", SecondCoverage))
"""Fields outside a price list that hold prices."""

_RANGES = ("days_per_week", "drug_screens", "intake_minutes", "services_per_day")
"""Fields that hold a range, of which one value is told."""


def with_values(case: Case, values: Mapping[str, object]) -> Case:
    """Return `case` with `values` filled in, such as those of a `Completion`.

    Raises:
        InvalidValue: a path names no field that an estimate asks for.
    """
    for path, value in values.items():
        case = _filled(case, path.split("."), value)
    return case


def _filled(record: Any, path: list[str], value: object) -> Any:
    name, *rest = path
    if isinstance(record, HealthPlan) and rest and name in ("benefits", "counts_toward_limit"):
        return _of_plan(record, name, rest, value)
    if isinstance(record, PriceList) or (name, type(record)) in _PRICED:
        return _of_prices(record, name, rest, value)
    if not has(type(record)) or not hasattr(record, name):
        raise InvalidValue(".".join(path), "the path of a field, such as episode.weeks")
    if not rest:
        return evolve(record, **{name: _ranged(value) if name in _RANGES else value})
    inner = getattr(record, name)
    return evolve(
        record, **{name: _filled(_BLANK.get(name) if inner is None else inner, rest, value)}
    )


def _ranged(value: object) -> object:
    return Span(value, value) if isinstance(value, int) else value


def _of_plan(plan: HealthPlan, name: str, rest: list[str], value: object) -> HealthPlan:
    if name == "benefits":
        wanted = Benefit(rest[0])
        told = plan.benefit(wanted) or PlanBenefit(benefit=wanted)
        others = tuple(one for one in plan.benefits if one.benefit is not wanted)
        return evolve(plan, benefits=(_filled(told, rest[1:], value), *others))
    told_parts, part = plan.counts_toward_limit, LinePart(rest[0])
    present = (*told_parts.present, part) if value else told_parts.present
    lacks = told_parts.lacks if value else (*told_parts.lacks, part)
    return evolve(plan, counts_toward_limit=Listing(present, lacks, complete=told_parts.complete))


def _of_prices(record: Any, name: str, rest: list[str], value: object) -> Any:
    """Return prices of which one is chosen, or has one amount."""
    told: tuple[Price, ...] = getattr(record, name)
    iop = [price for price in told if price.service is Service.IOP]
    if rest == ["chosen"] and isinstance(value, int):
        others = tuple(price for price in told if price.service is not Service.IOP)
        same = next(each for each in series_of(iop) if iop[value] in each)
        beside = (price for price in same if price is not iop[value])
        return evolve(record, **{name: (iop[value], *beside, *others)})
    if isinstance(value, Money):
        return evolve(record, **{name: tuple(_priced(told, iop, rest, value))})
    raise InvalidValue(name, "an amount of money, or which price is chosen")


def _priced(
    told: tuple[Price, ...], iop: list[Price], rest: list[str], value: Money
) -> list[Price]:
    amount = Span.exactly(value)
    if rest:
        place = int(rest[0])
        return [evolve(one, amount=amount) if at == place else one for at, one in enumerate(told)]
    if not iop:
        return [*told, Price(service=Service.IOP, unit=Unit.DAY, amount=amount)]
    return [evolve(one, amount=amount) if one is iop[0] else one for one in told]
