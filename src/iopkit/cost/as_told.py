"""What of the input can hardly be meant, noted in an estimate that takes it as told."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.cost.notes import Notebook
from iopkit.cost.plan_input import input_problems
from iopkit.cost.plan_sizes import price_findings
from iopkit.model.case import Case
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text

_SAID_ANYWAY = ("plan-iop-benefit", "plan-year-episode")
"""What an estimate counts in each way, or assumes by a note of its own."""


def note_input(case: Case, notes: Notebook) -> None:
    """Write down each finding about the plan and the prices of a case, by its own code."""
    for path, problem in _found(case):
        en, es = f"Taken as told: {path}", f"Se toma como se indicó: {path}"
        said = Text(_ended(f"{en}: {problem.text.en}"), _ended(f"{es}: {problem.text.es}"))
        notes.quote(problem.code, said, problem.source)


def _ended(text: str) -> str:
    return text if text.endswith("?") else f"{text}."


def _found(case: Case) -> Iterator[tuple[str, Problem]]:
    plan = case.health_plan
    for problem in () if plan is None else input_problems(plan, case.prices, case.episode):
        is_named = problem.code == "plan-iop-benefit" and problem.severity is Severity.WARNING
        if is_named or problem.code not in _SAID_ANYWAY:
            yield f"health_plan.{problem.path}", problem
    yield from ((problem.path, problem) for problem in price_findings(case))
