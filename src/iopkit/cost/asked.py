"""Lines of one plan year under a plan, and each answer to what they still ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from attrs import evolve

from iopkit.cost.service_use import limits_of
from iopkit.cost.sides import Side, shares_of, told_on
from iopkit.model.accumulators import Accumulators, BenefitUse, OutsideUse, ServiceUse
from iopkit.model.authorization import PenaltyUnit
from iopkit.model.benefits import LimitUnit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import SessionKind
from iopkit.model.health_plan import HealthPlan, PlanBenefit
from iopkit.values.money import ZERO
from iopkit.vocabulary.coverage import Benefit

PENALTY_RULE = "health_plan.missing_authorization"
"""The field of a case that says what a penalty is."""

FRESH: Mapping[str, Any] = {
    "stay_copays": ZERO,
    "stay_copay_days": 0,
    "penalties": ZERO,
}
"""What a stay that begins has used."""


_ANSWERS: Mapping[str, tuple[object, ...]] = {
    "session_kind": tuple(SessionKind),
    "is_authorized": (True, False),
}
"""What all lines may tell of what they do not."""


class Asked(NamedTuple):
    """What is settled: lines of one plan year under a plan."""

    plan: HealthPlan
    used: Accumulators
    lines: tuple[ClaimLine, ...]

    def __repr__(self) -> str:
        return f"<Asked: {len(self.lines)} lines>"


def field_of(name: str) -> str:
    """Return the field of a case that an answer fills in, whole where it is one of several."""
    if "." not in name:
        return name
    if name.startswith("missing_authorization."):
        return PENALTY_RULE
    return "used.out_of_network" if name.startswith("out_of_network.") else "used.benefits_used"


def untold_in(lines: Iterable[ClaimLine], told: PlanBenefit | None) -> Iterator[str]:
    """Yield the unknown for each thing that a benefit asks of its lines and that they leave out."""
    shares, limits = shares_of(told), limits_of(told) if told else ()
    if any(share.group_copay not in (None, share.copay) for share in shares):
        yield "session-kind-not-told"
    if any(share.copay_waived_on for share in shares):
        yield "care-events-not-told"
    is_by_hour = any(limit.unit is LimitUnit.HOURS for limit in limits)
    if is_by_hour and any(line.minutes is None for line in lines):
        yield "session-minutes-not-told"


def answers_to(name: str, asked: Asked) -> Iterator[tuple[object, Asked]]:
    """Yield each answer to one question and what is asked then; none where they are many."""
    plan, used, lines = asked
    side = Side(lines[0].benefit, lines[0].is_in_network)
    counts = range(_most_visits(plan, side) + 1)
    match name.split("."):
        case ["visits_used"]:
            yield from ((each, _used_with(asked, visits_used=each)) for each in counts)
        case ["benefits_used", _, "first_visits"]:
            for uses in (_with_first_visits(used, lines[0].benefit, each) for each in counts):
                yield uses, _used_with(asked, benefits_used=uses)
        case ["out_of_network", "benefits_used", _, "first_visits"] if used.out_of_network:
            for told in (_with_first_outside(used.out_of_network, side, each) for each in counts):
                yield told, _used_with(asked, out_of_network=told)
        case ["missing_authorization", "unit"]:
            yield from _by_unit(asked)
        case ["lines", field]:
            answers = _ANSWERS.get(field, ())
            yield from ((None, _lines_with(asked, **{field: each})) for each in answers)


def _by_unit(asked: Asked) -> Iterator[tuple[object, Asked]]:
    told = asked.plan.missing_authorization
    for rule in () if told is None else [evolve(told, unit=unit) for unit in PenaltyUnit]:
        yield rule, asked._replace(plan=evolve(asked.plan, missing_authorization=rule))


def _used_with(asked: Asked, **told: Any) -> Asked:
    return asked._replace(used=evolve(asked.used, **told))


def _lines_with(asked: Asked, **told: Any) -> Asked:
    return asked._replace(lines=tuple(evolve(line, **told) for line in asked.lines))


def _with_first_visits(used: Accumulators, benefit: Benefit, count: int) -> tuple[BenefitUse, ...]:
    told = BenefitUse(benefit=benefit, limits=(), **FRESH)
    others = []
    for use in used.benefits_used or ():
        if use.benefit is benefit:
            told = use
        else:
            others.append(use)
    return (evolve(told, first_visits=count), *others)


def _with_first_outside(used: OutsideUse, side: Side, count: int) -> OutsideUse:
    told = ServiceUse(benefit=side.benefit)
    others = []
    for use in used.benefits_used or ():
        if use.benefit is side.benefit:
            told = use
        else:
            others.append(use)
    return evolve(used, benefits_used=(evolve(told, first_visits=count), *others))


def _most_visits(plan: HealthPlan, side: Side) -> int:
    """Return the number of visits used from which on more of them change nothing."""
    told = told_on(plan, side)
    first = told.first_visits.visits if told and told.first_visits else 0
    return max(first, (told.visit_limit or 0) if told else 0)
