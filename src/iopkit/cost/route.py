"""Adjudication: lines in order under one plan, by the quickest exact route."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iopkit.cost.adjudications import Adjudication, Route
from iopkit.cost.groups import Rules
from iopkit.cost.kernel import Counts, Terms
from iopkit.cost.making import terms_of
from iopkit.cost.needs import COUNTED_PARTS, has_no_limit
from iopkit.cost.prepared import prepare
from iopkit.model.accumulators import Accumulators
from iopkit.model.claim_lines import ClaimLine, EqualLines
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import Benefit


def adjudicate(
    lines: Sequence[ClaimLine] | EqualLines, plan: HealthPlan, used: Accumulators
) -> Adjudication:
    """Return what a patient owes of `lines`, which stand in order of service day.

    Each line is settled with what the lines before it have left: is it covered, the limits on the
    service, is it authorized, a copay before the deductible, the deductible, a copay, the
    patient's share, each within the allowed amount; the out-of-pocket limit then cuts what counts
    toward it, last part first.  A penalty, and what a limit in dollars leaves unpaid, stand
    beside these and count toward nothing.  Only what the limit leaves adds to what has been used.
    A line that is not covered is owed whole: what was billed for it.

    Raises:
        CannotAdjudicate: the plan, `used` or a line leaves unsaid what these lines need; all of
            it is named.
        InvalidValue: the lines are not in order.
        PlanYearMismatch: a line lies outside the plan year.
    """
    return prepare(plan, used).adjudicate(lines)


def adjudicate_by(
    route: Route | None,
    lines: Sequence[ClaimLine] | EqualLines,
    plan: HealthPlan,
    used: Accumulators,
) -> Adjudication:
    """Return the same as `adjudicate`, by a route that is named; `None` chooses the quickest.

    A named route must be exact for these lines; where no week repeats, `Route.PERIODIC` walks.
    """
    return prepare(plan, used).adjudicate_by(route, lines)


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
