"""What a check of a program found, for people to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iopkit.report import phrases as say
from iopkit.report.judgments import STYLES
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.nodes import Clause
from iopkit.rules.truth import Truth
from iopkit.standards.findings import Finding, Findings
from iopkit.standards.meant import MayBeMeant
from iopkit.values.problems import Severity
from iopkit.values.texts import Text

_PROGRAM = Text("Program {id}", "Programa {id}")
_COUNTS = Text(
    "errors: {0}, warnings: {1}, notes: {2}", "errores: {0}, advertencias: {1}, notas: {2}"
)
_FOUND, _ASKED = Text("Found: {0}", "Se encontró: {0}"), Text("Asked: {0}", "Se pide: {0}")
_TELL = Text("Tell {0}.", "Indique {0}.")
_MEANT = {
    Truth.NOT_MET: Text(
        "This standard is not meant for this program; it is checked all the same.",
        "Esta norma no está pensada para este programa; se evalúa de todos modos.",
    ),
    Truth.UNKNOWN: Text(
        "Whether this standard is meant for this program is not known.",
        "No se sabe si esta norma está pensada para este programa.",
    ),
}
_LEFT_OUT = Text(
    "About a person, so not checked here", "Sobre una persona, por lo que aquí no se evalúa"
)
_MAY_BE_MEANT = Text(
    "May be meant for program {id}, too, and not checked; to know, tell:",
    "También podrían estar pensadas para el programa {id} y no se evalúan; para saberlo, indique:",
)
_STYLES = {
    Severity.ERROR: Style.NOT_MET,
    Severity.WARNING: Style.UNKNOWN,
    Severity.NOTE: Style.PLAIN,
}

Citation = Callable[[str], str]
"""How a source is cited, by its id."""


def write_findings(findings: Findings, *, lang: str = "en", citation: Citation = str) -> str:
    """Return what a check found as text of at most 80 columns, ending in a line end.

    `citation` gives how a source is cited, by its id; without one the id itself stands there.
    """
    lines = finding_lines(findings, lang, citation)
    return "".join(f"{line.text.rstrip()}\n" for line in lines)


def finding_lines(findings: Findings, lang: str, citation: Citation) -> Iterator[Line]:
    """Yield the lines of `write_findings` with their styles, for a terminal that has colors."""
    page = Page(mark_width=0, splits_words=False)
    yield from page.heading(findings.title(lang))
    counts = [len(findings.having(severity)) for severity in reversed(Severity)]
    outcome = f"{say.OUTCOME(lang)}: {findings.outcome.label(lang)}"
    yield Line(_PROGRAM(lang).format(id=findings.program))
    yield Line(f"{outcome}; {_COUNTS(lang).format(*counts)}", STYLES[findings.outcome])
    if findings.applies in _MEANT:
        yield from page.paragraph(_MEANT[findings.applies](lang), Style.UNKNOWN)
    for finding in findings.findings:
        yield Line("")
        yield from _finding(page, finding, lang, citation)
    yield from _ending(page, findings, lang)


def may_be_meant_lines(standards: Iterable[MayBeMeant], lang: str) -> Iterator[Line]:
    """Yield, for each program, what to tell first to know which standards are meant for it."""
    page = Page(mark_width=0, splits_words=False)
    programs = dict[str, dict[str, list[str]]]()
    for each in standards:
        programs.setdefault(each.program, {}).setdefault(each.tell[0], []).append(each.ruleset_id)
    for program, fields in programs.items():
        yield Line("")
        yield from page.paragraph(_MAY_BE_MEANT(lang).format(id=program), Style.UNKNOWN)
        for field, ids in fields.items():
            yield from page.bullet("-", f"`{field}`: {', '.join(ids)}")


def _finding(page: Page, finding: Finding, lang: str, citation: Citation) -> Iterator[Line]:
    problem = finding.problem
    if problem.place is not None:
        # Never wrapped: whoever clicks it must get there.
        yield Line(f"  {problem.place}", Style.QUIET)
    lead = ": ".join(filter(None, (f"{problem.severity.label(lang)} {problem.code}", problem.path)))
    yield from page.paragraph(lead, _STYLES[problem.severity], indent=2)
    if finding.clause is None:
        text = problem.text(lang)
        yield from page.paragraph(f"{text[:1].upper()}{text[1:]}", indent=4)
    else:
        yield from page.paragraph(finding.clause.label(lang), indent=4)
        yield from _told(page, finding, lang)
    if finding.fields:
        names = ", ".join(f"`{field}`" for field in finding.fields)
        yield from page.paragraph(_TELL(lang).format(names), indent=4)
    elif finding.suggestion is not None and not _repeats(finding):
        yield from page.paragraph(finding.suggestion(lang), indent=4)
    if finding.clause is not None:
        yield from page.paragraph(_cited(finding.clause, citation), Style.QUIET, indent=4)


def _told(page: Page, finding: Finding, lang: str) -> Iterator[Line]:
    if finding.found is not None:
        yield from page.paragraph(_FOUND(lang).format(finding.found(lang)), indent=4)
    if finding.required is not None:
        first, *more = finding.required(lang).split("\n")
        yield from page.paragraph(_ASKED(lang).format(first), indent=4)
        for line in more:
            indent = len(line) - len(line.lstrip())
            yield from page.paragraph(line.lstrip(), indent=4 + indent)


def _repeats(finding: Finding) -> bool:
    """Return whether the suggestion only says again what is asked."""
    suggestion, required = finding.suggestion, finding.required
    return (
        suggestion is not None
        and required is not None
        and suggestion.en.endswith(f": {required.en}")
    )


def _cited(clause: Clause, citation: Citation) -> str:
    joint = " " if clause.section.startswith("(") else ", "
    return joint.join(filter(None, (citation(clause.source), clause.section)))


def _ending(page: Page, findings: Findings, lang: str) -> Iterator[Line]:
    for lead, texts in (
        (_LEFT_OUT, [clause.label for clause in findings.left_out]),
        (say.NOT_DECIDED_HERE, list(findings.limitations)),
    ):
        if texts:
            yield Line("")
            yield Line(f"{lead(lang)}:")
        for text in texts:
            yield from page.bullet("-", text(lang), Style.QUIET)
    version = say.VERSION(lang).format(
        id=findings.ruleset_id,
        version=findings.version,
        digest=findings.digest,
        day=findings.on.isoformat(),
    )
    yield Line("")
    yield from page.paragraph(version, Style.QUIET)
    if lang == "es":
        yield from page.paragraph(say.SPANISH_NOT_REVIEWED(lang), Style.QUIET)
