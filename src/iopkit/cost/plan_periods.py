"""An episode that crosses plan years or plans: one adjudication for each, and their totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from iopkit.cost.adjudications import PART_ORDER, Adjudication, parts_of
from iopkit.cost.prepared import prepare
from iopkit.errors import InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import NOTHING_USED, Accumulators, BenefitUse
from iopkit.model.benefits import LimitPeriod
from iopkit.model.claim_lines import ClaimLine
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
    (the same `id`) begins a new plan year with what it carries over, and another plan with
    nothing used; of the first period it must be told.
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


def adjudicate_periods(
    lines: Sequence[ClaimLine], periods: Sequence[PlanPeriod]
) -> EpisodeAdjudication:
    """Return what a patient owes of `lines`, each under the plan of its day.

    Raises:
        PlanYearMismatch: a line lies in none of `periods`; the first of them is named.
        InvalidValue: the lines or the periods are not in order, periods overlap, or neither what
            has been used of one is told nor which plan year it begins.
        CannotAdjudicate: a plan or what has been used of it leaves unsaid what its lines need.
    """
    _require_order(lines, periods)
    found: list[Adjudication] = []
    last: PlanPeriod | None = None
    used = Accumulators()
    for here in periods:
        used = here.used or _begun(here, last, used)
        some = [line for line in lines if here.period.holds(line.on)]
        answer = prepare(here.plan, used).adjudicate(some)
        found += [answer] if some else []
        used, last = answer.used_after, here
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


def _begun(here: PlanPeriod, last: PlanPeriod | None, used: Accumulators) -> Accumulators:
    """Return what counts at the start of a period of which nothing is told."""
    if last is None:
        raise InvalidValue("used", "what has been used of the first plan, such as NOTHING_USED")
    if here.plan.id != last.plan.id:
        return NOTHING_USED
    if here.plan.plan_year is None or last.plan.plan_year is None:
        raise InvalidValue("plan_year", "the plan year of a plan that follows itself, told of both")
    return used if here.plan.plan_year == last.plan.plan_year else next_year(used, last.plan)


def next_year(used: Accumulators, plan: HealthPlan) -> Accumulators:
    """Return what has been used at the start of the plan year that follows `used`.

    All of it begins anew, but for what of the deductible the plan carries over, where it was
    met in the last months of the year (`deductible_carries_over_from`); that meets the
    deductible of the family too.  What of a stay, an episode or a lifetime has been used goes on.
    """
    benefits = used.benefits_used
    going_on = evolve(
        NOTHING_USED,
        benefits_used=None if benefits is None else tuple(map(_going_on, benefits)),
    )
    if plan.deductible_carries_over_from is None:
        return going_on
    carried = used.carryover_used
    return evolve(
        going_on,
        deductible_used=carried,
        family_deductible_used=ZERO if plan.family is None else _at_least(carried),
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
