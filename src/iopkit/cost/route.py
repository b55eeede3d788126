"""Adjudication: lines in order, grouped where neighbors are equal, by the quickest exact route."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from iopkit.cost.adjudications import Adjudication, Route
from iopkit.cost.groups import Group, Rules, best_route, settle
from iopkit.cost.kernel import NO_LIMIT, Counts, Left, Terms
from iopkit.cost.needs import (
    COUNTED_PARTS,
    cents_left,
    has_no_limit,
    home_benefit,
    missing,
    not_computed,
)
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import CostShare, HealthPlan
from iopkit.vocabulary.coverage import Benefit, CopayOrder


def adjudicate(lines: Sequence[ClaimLine], plan: HealthPlan, used: Accumulators) -> Adjudication:
    """Return what a patient owes of `lines`, which stand in order of service day.

    Each line is settled with what the lines before it have left: the visit limit, a copay before
    the deductible, the deductible, a copay, the patient's share, each within the allowed amount;
    the out-of-pocket limit then cuts what counts toward it, last part first.  Only what the
    limit leaves adds to what has been used.  A line that is not covered is owed whole.

    Raises:
        CannotAdjudicate: the plan or `used` leaves unsaid what these lines need, or the plan
            tells what cannot be computed yet; all of it is named.
        InvalidValue: the lines are not in order.
        PlanYearMismatch: a line lies outside the plan year.
    """
    return adjudicate_by(None, lines, plan, used)


def adjudicate_by(
    route: Route | None, lines: Sequence[ClaimLine], plan: HealthPlan, used: Accumulators
) -> Adjudication:
    """Return the same as `adjudicate`, by a route that is named; `None` chooses the quickest.

    `Route.UNIFORM` is exact only where `closed_form_is_exact` says so.
    """
    groups = _grouped(lines, plan)
    benefits = {group.benefit: None for group in groups if group.is_covered}
    lacking, beyond = missing(plan, used, benefits), not_computed(plan, benefits)
    if benefits and (lacking or beyond):
        raise CannotAdjudicate(lacking, beyond)
    rules = rules_of(plan, used, benefits)
    taken = route or best_route(groups, rules)
    settled = settle(groups, rules, left_of(plan, used), taken)
    home = home_benefit(plan, tuple(benefits))
    visits = 0 if not benefits else settled.admitted.get(home, 0) if home else None
    return Adjudication(
        claim_lines=tuple(lines),
        runs=settled.runs,
        route=taken,
        used_before=used,
        counts=counts_of(plan) if rules.has_limit else Counts(*(False,) * 4),
        admitted_visits=visits,
    )


def _grouped(lines: Sequence[ClaimLine], plan: HealthPlan) -> list[Group]:
    days = [line.on for line in lines]
    if days != sorted(days):
        raise InvalidValue("lines", "service days in order; sort the lines by day")
    year = plan.plan_year
    if year is not None and days and not (year.holds(days[0]) and year.holds(days[-1])):
        raise PlanYearMismatch(str(year))
    keys = [
        (line.benefit, line.allowed.cents, (line.billed or line.allowed).cents, line.is_covered)
        for line in lines
    ]
    return [Group(len(list(same)), *key) for key, same in groupby(keys)]


def left_of(plan: HealthPlan, used: Accumulators) -> Left[int]:
    """Return what is left of the deductible and under the limit; zero where it cannot matter."""
    room = NO_LIMIT
    if not has_no_limit(plan):
        room = cents_left(plan.out_of_pocket_limit, used.limit_used) or 0
    return Left(cents_left(plan.deductible, used.deductible_used) or 0, room)


def counts_of(plan: HealthPlan) -> Counts:
    """Return which parts count toward the limit; what is not said does not count here."""
    return Counts(*(plan.counts_toward_limit.holds(part) is True for part in COUNTED_PARTS))


def rules_of(plan: HealthPlan, used: Accumulators, benefits: Mapping[Benefit, object]) -> Rules:
    """Return what a plan that says all that is needed does with lines of `benefits`."""
    terms: dict[Benefit, Terms[int]] = {}
    visits: dict[Benefit, int] = {}
    counts, ends = counts_of(plan), plan.limit_ends_deductible is True
    for benefit in benefits:
        told = plan.benefit(benefit)
        if told is None or told.cost_share is None:
            continue
        terms[benefit] = terms_of(told.cost_share, counts, limit_ends_deductible=ends)
        if told.visit_limit is not None:
            visits[benefit] = max(told.visit_limit - (used.visits_used or 0), 0)
    return Rules(terms, visits, not has_no_limit(plan))


def terms_of(share: CostShare, counts: Counts, *, limit_ends_deductible: bool) -> Terms[int]:
    """Return a cost share as the kernel reads it."""
    copay = share.copay.cents if share.copay else 0
    is_before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
    return Terms(
        copay_before=copay if is_before else 0,
        copay=0 if is_before else copay,
        share=share.patient_share.basis_points if share.patient_share else 0,
        deductible_applies=share.deductible_applies,
        counts=counts,
        limit_ends_deductible=limit_ends_deductible,
    )
