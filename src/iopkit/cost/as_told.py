"""What of the input can hardly be meant, noted in an estimate that takes it as told."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.cost.needs import exactly, has_no_limit
from iopkit.cost.notes import Notebook
from iopkit.cost.plan_input import input_problems
from iopkit.cost.plan_sizes import price_findings
from iopkit.model.accumulators import Accumulators
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import LinePart

_SAID_ANYWAY = ("plan-iop-benefit", "plan-year-episode")
"""What an estimate counts in each way, or assumes by a note of its own."""


def note_input(case: Case, notes: Notebook) -> None:
    """Write down each finding about the plan and the prices of a case, by its own code."""
    for path, problem in _found(case):
        en, es = f"Taken as told: {path}", f"Se toma como se indicó: {path}"
        said = Text(_ended(f"{en}: {problem.text.en}"), _ended(f"{es}: {problem.text.es}"))
        notes.quote(problem.code, said, problem.source)
    plan, used = case.health_plan, case.used
    if plan is not None and used is not None and not _agrees(plan, used):
        notes.assume("used-does-not-agree")


def _agrees(plan: HealthPlan, used: Accumulators) -> bool:
    """Return whether what has been used of one amount holds what was used of another in it."""
    within = []
    if plan.family is not None:
        within.append((exactly(used.deductible_used), exactly(used.family_deductible_used)))
        within.append((exactly(used.limit_used), exactly(used.family_limit_used)))
    counts = plan.counts_toward_limit.holds(LinePart.DEDUCTIBLE)
    # What was met in the year before counts toward no limit of this one.
    if counts and not has_no_limit(plan) and plan.deductible_carries_over_from is None:
        met = exactly(used.deductible_used)
        if met is not None and plan.deductible is not None:
            met = min(met, plan.deductible)
        within.append((met, exactly(used.limit_used)))
    return all(part is None or whole is None or part <= whole for part, whole in within)


def _ended(text: str) -> str:
    return text if text.endswith("?") else f"{text}."


def _found(case: Case) -> Iterator[tuple[str, Problem]]:
    plan = case.health_plan
    for problem in () if plan is None else input_problems(plan, case.prices, case.episode):
        is_named = problem.code == "plan-iop-benefit" and problem.severity is Severity.WARNING
        if is_named or problem.code not in _SAID_ANYWAY:
            yield f"health_plan.{problem.path}", problem
    yield from ((problem.path, problem) for problem in price_findings(case))
