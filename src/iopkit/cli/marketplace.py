"""`iopkit plans`: what a table of CMS tells of marketplace plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from iopkit.cli.screen import show, show_data, show_error
from iopkit.formats.writing import to_data
from iopkit.interop.marketplace import MarketplaceFile, read_benefits
from iopkit.interop.marketplace_benefits import MarketplaceBenefit
from iopkit.interop.marketplace_plans import MarketplacePlan, MarketplacePlans, health_plans
from iopkit.report import phrases as say
from iopkit.report.layout import Line, Page, Style
from iopkit.report.plans import describe_plan
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text

FOUND, NOT_FOUND = 0, 1
"""Exit codes: all plans found, every row read; a plan missing, or rows that cannot be read."""

_STYLES = {
    Severity.ERROR: Style.NOT_MET,
    Severity.WARNING: Style.UNKNOWN,
    Severity.NOTE: Style.PLAIN,
}
_COUNTS = Text(
    "Rows read: {rows}; plans: {plans}; rows left aside: {aside}; rows refused: {refused}.",
    "Filas leídas: {rows}; planes: {plans}; filas dejadas aparte: {aside}; filas rechazadas: "
    "{refused}.",
)
_HINTS = Text("Words of the rows about IOP or PHP", "Palabras de las filas sobre IOP o PHP")
_MISSING = Text(
    "Not in this table, so ask the plan: {fields}.",
    "No está en esta tabla, así que pregunte al plan: {fields}.",
)
_NO_ROW = Text(
    "No row of this table is about {plans}; check the id, or take the table of another year.",
    "Ninguna fila de esta tabla trata de {plans}; revise el identificador o use la tabla de otro "
    "año.",
)
_DOUBTS = Text("To check in the table", "Por revisar en la tabla")


def marketplace_plans(
    table: Annotated[Path, Parameter(help="A Benefits and Cost Sharing file of CMS, in CSV.")],
    /,
    *,
    plan: Annotated[
        tuple[str, ...],
        Parameter(
            negative="",
            help="The id of a plan, with its last two digits or without; several are allowed.",
        ),
    ] = (),
    encoding: Annotated[str, Parameter(help="The encoding of the file.")] = "utf-8",
    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en",
    output: Annotated[
        Literal["text", "json"], Parameter(name="--format", help="The form of output.")
    ] = "text",
) -> int:
    """Show the health plans that a table of marketplace plans tells, and what it leaves unsaid.

    Without `--plan`, all of the file.  Exits with 0 where plans are found, 1 where none is, a
    plan named is not there or a row cannot be read, 2 on bad input.
    """
    told = read_benefits(table, plans=plan or None, encoding=encoding)
    made = health_plans(told.benefits)
    problems = (*told.problems, *made.problems)
    if output == "json":
        plans, doubts = (to_data(each, lang=lang) for each in (made.plans, problems))
        show_data({"plans": plans, "problems": doubts})
    else:
        for found in made.plans:
            show(_plan_lines(found, lang))
        show(_problem_lines(problems, lang))
    absent = _absent(plan, told.benefits)
    if absent:
        show_error(_NO_ROW(lang).format(plans=", ".join(absent)))
    show_error(_counts(told, made, lang))
    return FOUND if made.plans and not told.refused and not absent else NOT_FOUND


def _absent(plans: Iterable[str], rows: Iterable[MarketplaceBenefit]) -> list[str]:
    """Return the ids asked for of which no row that can be read tells."""
    told = {name for row in rows for name in (row.variant.id, row.variant.component)}
    return [each for each in plans if each.upper() not in told]


def _counts(told: MarketplaceFile, made: MarketplacePlans, lang: str) -> str:
    return _COUNTS(lang).format(
        rows=told.rows,
        plans=len(made.plans),
        aside=len(made.aside),
        refused=len(told.refused),
    )


def _plan_lines(found: MarketplacePlan, lang: str) -> Iterator[Line]:
    page, variant = Page(mark_width=0), found.variant
    yield from page.heading(f"{variant.id}, {variant.year}, {variant.state.label(lang)}")
    kind = (variant.variation,) if variant.variation else ()
    labels = [term.label(lang) for term in (found.family, found.tier, *kind)]
    yield from page.paragraph("; ".join(labels))
    for text in describe_plan(found.plan):
        yield from page.bullet("-", text(lang))
    if found.hints:
        yield from page.paragraph(f"{_HINTS(lang)}:")
    for hint in found.hints:
        words = f"{hint.place}: {hint.benefit}, {hint.column}: {hint.text}"
        yield from page.bullet("-", words, Style.UNKNOWN)
    yield from page.paragraph(_MISSING(lang).format(fields=", ".join(found.missing)))


def _problem_lines(problems: Iterable[Problem], lang: str) -> Iterator[Line]:
    page, every = Page(mark_width=0), tuple(problems)
    if every:
        yield from page.heading(_DOUBTS(lang))
    for problem in every:
        yield from page.paragraph(
            f"{problem.severity.label(lang)} {problem.message(lang)}", _STYLES[problem.severity]
        )
    if lang == "es":
        yield Line("")
        yield from page.paragraph(say.SPANISH_NOT_REVIEWED(lang), Style.QUIET)
