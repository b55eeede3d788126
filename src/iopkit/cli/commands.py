"""The commands of `iopkit`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from attrs import frozen
from cyclopts import App, CycloptsError, Parameter

from iopkit import __version__
from iopkit.assessment.answers import Assessment
from iopkit.assessment.assessing import assess
from iopkit.cli.paths import root_of
from iopkit.cli.screen import show, show_data, show_error, show_what_can_be_shown
from iopkit.errors import InvalidValue, IopkitError
from iopkit.formats.reading import read
from iopkit.formats.writing import JsonValue, to_data
from iopkit.model.case import Case
from iopkit.report.text import page_lines
from iopkit.values.periods import parse_day
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.texts import Text

ANSWERED, OPEN, BAD_INPUT, DEFECT = 0, 1, 2, 3
"""Exit codes: answered; answered with unknowns or gaps; bad input; a defect of iopkit."""

app = App(
    name="iopkit",
    help="Ask about Intensive Outpatient Programs: eligibility, standards and cost.",
    version=__version__,
    version_flags=["--version"],
    help_format="plaintext",
)


# By name, so that answering a case does not load the whole vocabulary.
app.command("iopkit.cli.words:terms", help="Browse the words of the field.")
app.command("iopkit.cli.documents:show_document", name="show", help="Show what a document tells.")
app.command("iopkit.cli.law:explain", help="Say in plain words what a rule set asks.")
app.command("iopkit.cli.words:codes", help="Say what a code means on a day.")


@frozen
class Output:
    """How an answer is printed."""

    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en"
    as_json: Annotated[
        bool, Parameter(name="--json", negative="", help="Print JSON instead of text.")
    ] = False
    show_values: Annotated[
        bool, Parameter(negative="", help="Also print what the case tells about the person.")
    ] = False


@app.command(name="assess")
def assess_case(
    case: Annotated[Path, Parameter(help="The case, a YAML document.")],
    *,
    on: Annotated[str | None, Parameter(help="The day to answer for, YYYY-MM-DD.")] = None,
    root: Annotated[
        Path | None, Parameter(help="The folder below which documents may be referred to.")
    ] = None,
    output: Annotated[Output, Parameter(name="*")] = Output(),
) -> int:
    """Answer one case: level of care, coverage, the four factors, and the cost.

    Exits with 0 when answered, 1 when answered with unknowns or gaps, 2 on bad input.
    """
    try:
        found = read(Case, case, root=root or root_of(case))
        day = _day(on, found, case)
    except DocumentError as error:
        return _refused(error, output.lang)
    answer = assess(found, on=day)
    told = found if output.show_values else None
    if output.as_json:
        show_data(_data(answer, told, output.lang))
    else:
        show(page_lines(answer, output.lang, told))
    return ANSWERED if answer.is_complete else OPEN


def main() -> None:
    """Run the command line; bad input ends with 2 and located problems, never a traceback."""
    show_what_can_be_shown()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run `arguments` and return the exit code: 0 answered, 1 with unknowns, 2 bad input.

    Anything else that goes wrong is a defect of iopkit: 3, and no traceback, since that may
    show a record.
    """
    try:
        code: object = app(
            arguments, exit_on_error=False, print_error=False, result_action="return_value"
        )
    except (IopkitError, CycloptsError) as error:
        show_error(str(error))
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001  # a traceback may show a record
        show_error(f"iopkit failed ({type(error).__name__}): please report it")
        return DEFECT
    return code if isinstance(code, int) else ANSWERED


def _refused(error: DocumentError, lang: str) -> int:
    for problem in error.problems:
        show_error(problem.message(lang))
    return BAD_INPUT


def _data(answer: Assessment, told: Case | None, lang: str) -> JsonValue:
    """Return the answer as data, with the case itself where its values may be shown."""
    data = to_data(answer, lang=lang)
    if told is None or not isinstance(data, dict):
        return data
    return {**data, "case": to_data(told, lang=lang)}


def _day(on: str | None, case: Case, path: Path) -> date:
    if on is not None:
        return _asked(on)
    if case.on is None:
        raise DocumentError((_without_day(path),))
    return case.on


def _asked(day: str) -> date:
    try:
        return parse_day(day)
    except InvalidValue:
        text = Text(
            "expected a date YYYY-MM-DD, such as 2026-03-02",
            "se esperaba una fecha AAAA-MM-DD, como 2026-03-02",
        )
        raise DocumentError((Problem("invalid-value", text, "--on"),)) from None


def _without_day(path: Path) -> Problem:
    text = Text(
        "expected a day to answer for; write `on: YYYY-MM-DD` or pass --on YYYY-MM-DD",
        "se esperaba un día para la respuesta; escriba `on: AAAA-MM-DD` o use --on AAAA-MM-DD",
    )
    return Problem("missing-day", text, "on", Place(str(path)))
