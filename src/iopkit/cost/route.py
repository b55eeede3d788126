"""Adjudication: lines in order under one plan, by the quickest exact route."""

from __future__ import annotations

from collections.abc import Sequence

from iopkit.cost.adjudications import Adjudication, Route
from iopkit.cost.groups import Rules
from iopkit.cost.kernel import Counts, closed_form_is_exact
from iopkit.cost.making import terms_of
from iopkit.cost.needs import has_no_limit
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.cost.prepared import prepare
from iopkit.errors import CannotAdjudicate
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


def rules_of(plan: HealthPlan, benefit: Benefit) -> Rules:
    """Return what a plan does with lines of `benefit`, however many it pays.

    Raises:
        CannotAdjudicate: the plan does not tell what the patient pays of it.
    """
    told = plan.benefit(benefit)
    if told is None or told.cost_share is None:
        raise CannotAdjudicate((f"benefits.{benefit.value}.cost_share",))
    ends = plan.limit_ends_deductible is True
    terms = terms_of(told.cost_share, counts_of(plan), limit_ends_deductible=ends)
    return Rules(terms, None, closed_form_is_exact(terms, has_limit=not has_no_limit(plan)))
