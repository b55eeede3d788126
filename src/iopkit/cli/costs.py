"""`iopkit estimate` and `iopkit costs`: what care costs, through time and side by side."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.answering import ANSWERED, OPEN, Day, Form, Paying, Root, day_of
from iopkit.cli.paths import root_of
from iopkit.cli.screen import show, show_data
from iopkit.cost.comparing import compare_costs
from iopkit.cost.estimates import Bounds, Estimate, estimate
from iopkit.cost.installments import PaymentPlan, payment_plan
from iopkit.cost.narrowing import what_narrows
from iopkit.cost.timelines import Interval, cost_timeline
from iopkit.errors import InvalidValue, NotShipped
from iopkit.formats.reading import read
from iopkit.formats.writing import JsonValue, to_data
from iopkit.model.case import Case
from iopkit.report.cost_timelines import comparison_lines, narrowing_lines, timeline_lines
from iopkit.report.costs import Costs
from iopkit.report.installments import installment_lines
from iopkit.report.layout import Page
from iopkit.values.money import ZERO
from iopkit.values.shares import Share

By = Annotated[
    Literal["day", "week", "month"] | None,
    Parameter(help="Also show what falls due in each day, week or month."),
]


_RATE = "a share such as 12%, or 0% where there is no interest"


def estimate_costs(
    case: Annotated[Path, Parameter(help="The case, a YAML document.")],
    *,
    by: By = None,
    on: Day = None,
    root: Root = None,
    form: Annotated[Paying, Parameter(name="*")] = Paying(),  # noqa: B008  # frozen
) -> int:
    """Say what a course of care costs, from low to high, and what would change that most.

    Exits with 0 where one exact cost is found, 1 where it is a range, 2 on bad input.
    """
    told, day = _read(case, root, on)
    amounts = shipped().amounts
    found = estimate(told, amounts, on=day)
    narrowing = what_narrows(told, amounts, on=day, found=found)
    timeline = None if by is None else cost_timeline(told, amounts, on=day, by=Interval(by))
    plan = _in_installments(found, form)
    if form.as_json:
        parts = {
            "estimate": found,
            "timeline": timeline,
            "narrowing": narrowing,
            "installments": plan,
        }
        data: dict[str, JsonValue] = {
            name: to_data(part, lang=form.lang) for name, part in parts.items() if part
        }
        show_data(data)
    else:
        show(Costs(Page(mark_width=0), form.lang, _citation).estimate(found))
        helpful = [each for each in narrowing if each.changes(found.to_pay)]
        show(narrowing_lines(helpful, form.lang))
        if timeline is not None:
            show(timeline_lines(timeline, form.lang))
        if form.installments is not None:
            show(installment_lines(plan, form.lang))
    return _code(found)


def _in_installments(found: Estimate, form: Paying) -> PaymentPlan | None:
    """Return the installments that were asked for; `None` where there is no one exact cost.

    Raises:
        InvalidValue: no rate is told, or there can be no such installments.
    """
    amount = found.to_pay.value
    if form.installments is None:
        return None
    if form.yearly_rate is None:
        raise InvalidValue("yearly-rate", _RATE)
    rate = _rate_of(form.yearly_rate)
    if amount is None or amount == ZERO:
        return None
    return payment_plan(amount, form.installments, annual_rate=rate)


def _rate_of(told: str) -> Share:
    try:
        return Share.parse(told)
    except InvalidValue:
        pass
    raise InvalidValue("yearly-rate", _RATE)


def compare_case_costs(
    *cases: Annotated[Path, Parameter(help="Cases, each a YAML document; at least two.")],
    on: Day = None,
    root: Root = None,
    form: Annotated[Form, Parameter(name="*")] = Form(),  # noqa: B008  # frozen
) -> int:
    """Say what several cases cost, side by side: programs, levels or plans for one person.

    Every case is answered for the day of the first. Exits with 0 where each has one exact cost,
    1 where one is a range, 2 on bad input.
    """
    if not cases:
        raise InvalidValue("cases", "at least two, each the file of a case")
    first, day = _read(cases[0], root, on)
    told = {cases[0].stem: first}
    for path in cases[1:]:
        told[_name(path, told)] = read(Case, path, root=root or root_of(path))
    found = compare_costs(told, shipped().amounts, on=day)
    if form.as_json:
        show_data(to_data(found, lang=form.lang))
    else:
        show(comparison_lines(found, form.lang))
    return max(_code(cost.estimate) for cost in found.costs)


def _name(path: Path, taken: dict[str, Case]) -> str:
    return path.stem if path.stem not in taken else str(path)


def _read(path: Path, root: Path | None, on: str | None) -> tuple[Case, date]:
    """Return the case in a file, and the day to answer for.

    Raises:
        DocumentError: the file cannot be read, or no day is told.
    """
    told = read(Case, path, root=root or root_of(path))
    return told, day_of(on, told, path)


def _code(found: Estimate) -> int:
    is_one = found.together.value is not None and found.bounds is Bounds.EXACT
    return ANSWERED if is_one and not found.unknowns else OPEN


def _citation(source: str) -> str:
    try:
        return shipped().source(source).citation
    except NotShipped:
        return source
