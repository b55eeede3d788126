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
    """Write down each finding about the plans and the prices of a case, by its own code."""
    for path, problem in _found(case):
        en, es = f"Taken as told: {path}", f"Se toma como se indicó: {path}"
        said = Text(_ended(f"{en}: {problem.text.en}"), _ended(f"{es}: {problem.text.es}"))
        notes.quote(problem.code, said, problem.source)
    if not all(_agrees(plan, used) for _, plan, used in _plans(case)):
        notes.assume("used-does-not-agree")


def _plans(case: Case) -> Iterator[tuple[str, HealthPlan, Accumulators]]:
    """Yield the plans of a case by their path, with what has been used of each."""
    second = case.second_coverage
    if case.health_plan is not None:
        yield "health_plan", case.health_plan, case.used or Accumulators()
    if second is not None and second.plan is not None:
        yield "second_coverage.plan", second.plan, second.used or Accumulators()


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
    for path, plan, _ in _plans(case):
        # What the second plan allows is in no price list.
        prices = case.prices if plan is case.health_plan else None
        for problem in input_problems(plan, prices, case.episode):
            is_named = problem.code == "plan-iop-benefit" and problem.severity is Severity.WARNING
            if is_named or problem.code not in _SAID_ANYWAY:
                yield f"{path}.{problem.path}", problem
    yield from ((problem.path, problem) for problem in price_findings(case))
