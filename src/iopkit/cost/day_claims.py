"""How the days of a course are claimed: the minutes, the authorization and the stay of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from iopkit.cost.asked import FRESH
from iopkit.cost.course import Course
from iopkit.cost.pricing import Billed
from iopkit.cost.scenarios import AUTHORIZED, Scenario
from iopkit.cost.service_use import first_visits_used, limits_of
from iopkit.cost.sides import Side
from iopkit.model.accumulators import Accumulators, BenefitUse, LimitUse
from iopkit.model.benefits import LimitPeriod, PlanBenefit
from iopkit.model.claim_lines import ClaimLine
from iopkit.values.money import Money

_BEGUN = (LimitPeriod.STAY, LimitPeriod.EPISODE)


def claims_of(
    course: Course, side: Side, lines: Sequence[Billed], *, is_authorized: bool | None
) -> tuple[ClaimLine, ...]:
    """Return lines as they are claimed on one side; a day of several lines tells no minutes."""
    lines_on = Counter(line.on for line in lines)
    return tuple(
        ClaimLine(
            on=line.on,
            benefit=side.benefit,
            allowed=Money(line.cents),
            is_in_network=side.is_in_network,
            is_authorized=is_authorized,
            may_be_balance_billed=False,
            minutes=course.minutes_on(line.on) if lines_on[line.on] == 1 else None,
        )
        for line in lines
    )


def is_authorized(course: Course, scenario: Scenario) -> bool | None:
    """Return what is told of an authorization, else what the scenario supposes."""
    episode = course.case.episode
    told = episode.is_authorized if episode else None
    supposed = scenario.values.get(AUTHORIZED) is True if AUTHORIZED in scenario.values else None
    return supposed if told is None else told


def in_a_new_stay(
    course: Course,
    told: PlanBenefit | None,
    used: Accumulators,
    *,
    is_in_network: bool,
    shares_penalty: bool = False,
) -> Accumulators:
    """Return what was used, where nothing of a running stay was told: that a new one begins."""
    share = told.cost_share if told else None
    if told is None or share is None or used.benefits_used is not None:
        return used
    if share.copay_unit is None and share.copay_cap_per_stay is None and not shares_penalty:
        return used
    course.notes.assume("new-stay")
    # What has been used of a year, a month, a week or a lifetime is no matter of a stay.
    limits = tuple(
        LimitUse(unit=limit.unit, period=limit.period)
        for limit in limits_of(told)
        if limit.period not in _BEGUN
    )
    side = Side(told.benefit, is_in_network)
    visits = first_visits_used(used, told, side, is_home=True) if is_in_network else None
    use = BenefitUse(benefit=told.benefit, first_visits=visits, limits=limits, **FRESH)
    return evolve(used, benefits_used=(use,))
