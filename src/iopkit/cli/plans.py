"""`iopkit check-plan`: what in a plan's design should be checked, or asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from attrs import evolve
from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.answering import day_told
from iopkit.cli.documents import read_any
from iopkit.cli.paths import root_of
from iopkit.cli.screen import show, show_data
from iopkit.cost.plan_checks import plan_findings
from iopkit.cost.plan_sizes import price_findings
from iopkit.errors import InvalidValue
from iopkit.formats.locating import places_in
from iopkit.formats.writing import to_data
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.report.plan_problems import plan_finding_lines
from iopkit.values.problems import Severity

CLEAN, WITH_WARNINGS = 0, 1
"""Exit codes: nothing but notes; warnings found."""

_KINDS: tuple[type[Case | HealthPlan], ...] = (Case, HealthPlan)
"""The record first: of kinds that a document may be, the one that shows nothing speaks."""

_IN_CASE = "health_plan."


def check_plan(
    file: Annotated[Path, Parameter(help="A health plan, or a case with one.")],
    /,
    *,
    on: Annotated[
        str | None,
        Parameter(
            help="A day of the calendar year in which the plan year begins, YYYY-MM-DD, where the "
            "plan tells no plan_year."
        ),
    ] = None,
    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en",
    output: Annotated[
        Literal["text", "json"], Parameter(name="--format", help="The form of output.")
    ] = "text",
) -> int:
    """Check the design of a health plan, and tell what to correct or to ask, with its source.

    A case is also checked for its prices and its days of care.  Exits with 0 where there is
    nothing but notes, 1 where there is a warning, 2 on bad input.
    """
    told = read_any(file, _KINDS)
    case, prefix = (told, _IN_CASE) if isinstance(told, Case) else (Case(health_plan=told), "")
    plan = case.health_plan
    if plan is None:
        raise InvalidValue("iopkit check-plan", "a health plan, or a case that tells one")
    day, amounts = _day(on, case, plan), shipped().amounts
    found = plan_findings(plan, amounts, on=day, prices=case.prices, episode=case.episode)
    place_of = places_in(file, root=root_of(file))
    placed = [evolve(each, place=place_of(f"{prefix}{each.path}")) for each in found]
    placed += [evolve(each, place=place_of(each.path)) for each in price_findings(case)]
    if output == "json":
        show_data([to_data(each, lang=lang) for each in placed])
    else:
        show(plan_finding_lines(plan, placed, lang, _citation))
    return CLEAN if all(each.severity is Severity.NOTE for each in placed) else WITH_WARNINGS


def _day(on: str | None, case: Case, plan: HealthPlan) -> date:
    """Return the day for a plan that tells no year; one that does goes by its own.

    Raises:
        InvalidValue: neither the plan nor the case tells a day, and none was asked for.
    """
    if on is not None:
        return day_told(on, "--on")
    day = case.on if plan.plan_year is None else plan.plan_year.start
    if day is None:
        raise InvalidValue("--on", "a day YYYY-MM-DD, since the plan tells no plan_year")
    return day


def _citation(source: str) -> str:
    return shipped().source(source).citation
