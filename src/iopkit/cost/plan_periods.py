"""An episode that crosses plan years or plans: one adjudication for each, and their totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve, frozen

from iopkit.cost.adjudications import PART_ORDER, Adjudication, parts_of
from iopkit.cost.prepared import prepare
from iopkit.errors import InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import NOTHING_USED, Accumulators, BenefitUse
from iopkit.model.benefits import LimitPeriod
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.family import FamilyRule
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import LinePart


@frozen(kw_only=True, repr=False)
class PlanPeriod(Quiet):
    """The days on which a person has a plan, within one of its plan years.

    `used` is what counts on the first of these days.  Without it, a plan that follows itself
    (the same `id`), even after another, goes on within its plan year and begins the next one
    with what it carries over; another plan begins with nothing used.  It must be told of the
    first period, and where a plan year of the plan lies in between.
    """

    period: Period
    plan: HealthPlan
    used: Accumulators | None = None


@frozen(kw_only=True, repr=False)
class EpisodeAdjudication(Quiet):
    """What one patient owes of an episode, period by period; one without lines is left out."""

    adjudications: tuple[Adjudication, ...]

    @property
    def parts(self) -> Mapping[LinePart, Money]:
        """What the patient owes in all, part by part, without any balance bill."""
        columns = zip(*(each.part_cents for each in self.adjudications), strict=True)
        return parts_of(map(sum, columns) if self.adjudications else (0,) * len(PART_ORDER))

    @property
    def patient(self) -> Money:
        """What the patient owes in all, without any balance bill."""
        return sum((each.patient for each in self.adjudications), ZERO)

    @property
    def plan(self) -> Money:
        """What the plans pay in all."""
        return sum((each.plan for each in self.adjudications), ZERO)


class _Ended(NamedTuple):
    """How the last period of a plan ended: what has been used."""

    plan: HealthPlan
    used: Accumulators

    def __repr__(self) -> str:
        return "<_Ended>"


def adjudicate_periods(
    lines: Sequence[ClaimLine], periods: Sequence[PlanPeriod]
) -> EpisodeAdjudication:
    """Return what a patient owes of `lines`, each under the plan of its day.

    Raises:
        PlanYearMismatch: a line lies in none of `periods`; the first of them is named.
        InvalidValue: the lines or the periods are not in order, periods overlap, or what has been
            used of one is not told and cannot follow from those before it.
        CannotAdjudicate: a plan or what has been used of it leaves unsaid what its lines need.
    """
    lines, periods = tuple(lines), tuple(periods)
    _require_order(lines, periods)
    found: list[Adjudication] = []
    ended: dict[str, _Ended] = {}
    for here in periods:
        before = ended.get(here.plan.id)
        used = here.used or _begun(here.plan, before, is_first=not ended)
        some = [line for line in lines if here.period.holds(line.on)]
        answer = prepare(here.plan, used).adjudicate(some)
        found += [answer] if some else []
        ended[here.plan.id] = _Ended(here.plan, answer.used_after)
    return EpisodeAdjudication(adjudications=tuple(found))


def _require_order(lines: Sequence[ClaimLine], periods: Sequence[PlanPeriod]) -> None:
    days = [line.on for line in lines]
    if days != sorted(days):
        raise InvalidValue("lines", "service days in order; sort the lines by day")
    for one, other in pairwise(each.period for each in periods):
        if other < one or one.overlaps(other):
            raise InvalidValue("periods", "periods in order that do not overlap")
    if not all(any(each.period.holds(day) for each in periods) for day in days):
        told = ", ".join(str(each.period) for each in periods)
        raise PlanYearMismatch(told or "of no plan")


def _begun(plan: HealthPlan, before: _Ended | None, *, is_first: bool) -> Accumulators:
    """Return what counts at the start of a period of which nothing is told."""
    if is_first:
        raise InvalidValue("used", "what has been used of the first plan, such as NOTHING_USED")
    if before is None:
        return NOTHING_USED
    year, last = plan.plan_year, before.plan.plan_year
    if year is None or last is None:
        raise InvalidValue("plan_year", "the plan year of a plan that follows itself, told of both")
    if year == last:
        return before.used
    if year.start != last.end:
        raise InvalidValue("used", "what has been used of a plan of which a plan year is left out")
    return next_year(before.used, before.plan)


def next_year(used: Accumulators, plan: HealthPlan) -> Accumulators:
    """Return what has been used at the start of the plan year that follows `used`.

    All of it begins anew, but for what of the deductible the plan carries over, where it was
    met in the last months of the year (`deductible_carries_over_from`); that meets the
    deductible of the family too, and others may have met theirs.  What of a stay, an episode or a
    lifetime has been used goes on.
    """
    benefits = used.benefits_used
    going_on = evolve(
        NOTHING_USED,
        stay=used.stay,
        benefits_used=None if benefits is None else tuple(map(_going_on, benefits)),
    )
    if plan.deductible_carries_over_from is None:
        return going_on
    carried, family = used.carryover_used, plan.family
    is_counted = family is not None and family.deductible_rule is FamilyRule.MEMBERS_EACH
    return evolve(
        going_on,
        deductible_used=carried,
        family_deductible_used=ZERO if family is None else _at_least(carried),
        members_met=Span(0, None) if is_counted else 0,
    )


def _at_least(carried: Money | Span[Money] | None) -> Span[Money] | None:
    """Return what a family carries over: what one person does, and perhaps more."""
    low = carried.low if isinstance(carried, Span) else carried
    return None if low is None else Span(low, None)


def _going_on(use: BenefitUse) -> BenefitUse:
    """Return what a new plan year leaves of the use of a benefit."""
    limits = use.limits
    kept = (limit for limit in limits or () if limit.period is not LimitPeriod.YEAR)
    return evolve(
        use,
        deductible_used=ZERO,
        first_visits=0,
        limits=None if limits is None else tuple(kept),
    )
