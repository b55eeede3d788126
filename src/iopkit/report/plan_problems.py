"""What is to be checked in a health plan, for people to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from iopkit.model.health_plan import HealthPlan
from iopkit.report import phrases as say
from iopkit.report.layout import Line, Page, Style
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text

_CHECKED = Text("To check in the plan: {name}", "Qué revisar en el plan: {name}")
_NOTHING = Text(
    "Nothing was found that should be checked.", "No se encontró nada que haya que revisar."
)
_COUNTS = Text(
    "errors: {0}, warnings: {1}, notes: {2}", "errores: {0}, advertencias: {1}, notas: {2}"
)
_NO_VERDICT = Text(
    "What is found is a question about what is written, and no verdict on the plan.",
    "Lo que se encuentra es una pregunta sobre lo escrito, y no un dictamen sobre el plan.",
)
_STYLES = {
    Severity.ERROR: Style.NOT_MET,
    Severity.WARNING: Style.UNKNOWN,
    Severity.NOTE: Style.PLAIN,
}

Citation = Callable[[str], str]
"""How a source is cited, by its id."""


def write_plan_findings(
    plan: HealthPlan, found: Sequence[Problem], *, lang: str = "en", citation: Citation = str
) -> str:
    """Return what is to be checked in `plan` as text of at most 80 columns, with a line end.

    `found` is what `plan_findings` returns.  `citation` gives how a source is cited, by its id;
    without one the id itself stands there.
    """
    lines = plan_finding_lines(plan, found, lang, citation)
    return "".join(f"{line.text.rstrip()}\n" for line in lines)


def plan_finding_lines(
    plan: HealthPlan, found: Sequence[Problem], lang: str, citation: Citation
) -> Iterator[Line]:
    """Yield the lines of `write_plan_findings` with their styles, for a terminal with colors."""
    page = Page(mark_width=0)
    yield from page.heading(_CHECKED(lang).format(name=plan.name or plan.id))
    severities = [each.severity for each in found]
    counts = [severities.count(severity) for severity in reversed(Severity)]
    yield Line(_COUNTS(lang).format(*counts) if found else _NOTHING(lang))
    for problem in found:
        yield Line("")
        yield from _finding(page, problem, lang, citation)
    yield Line("")
    yield from page.paragraph(_NO_VERDICT(lang), Style.QUIET)
    if lang == "es":
        yield from page.paragraph(say.SPANISH_NOT_REVIEWED(lang), Style.QUIET)


def _finding(page: Page, problem: Problem, lang: str, citation: Citation) -> Iterator[Line]:
    if problem.place is not None:
        # Never wrapped: whoever clicks it must get there.
        yield Line(f"  {problem.place}", Style.QUIET)
    lead = ": ".join(filter(None, (f"{problem.severity.label(lang)} {problem.code}", problem.path)))
    yield from page.paragraph(lead, _STYLES[problem.severity], indent=2)
    yield from page.paragraph(problem.text(lang), indent=4)
    if problem.source is not None:
        yield from page.paragraph(citation(problem.source), Style.QUIET, indent=4)
