"""The commands of `iopkit`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from cyclopts import App, CycloptsError, Parameter

from iopkit import __version__
from iopkit.assessment.answers import Assessment
from iopkit.assessment.assessing import assess
from iopkit.cli.answering import ANSWERED, BAD_INPUT, OPEN, Day, Output, Root, day_of, refused
from iopkit.cli.paths import root_of
from iopkit.cli.screen import show, show_data, show_error, show_what_can_be_shown
from iopkit.errors import IopkitError
from iopkit.formats.reading import read
from iopkit.formats.writing import JsonValue, to_data
from iopkit.model.case import Case
from iopkit.report.text import page_lines
from iopkit.values.problems import DocumentError

DEFECT = 3
"""The exit code of a defect of iopkit."""

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
app.command("iopkit.cli.law:compare", help="Say what changes from one rule set to another.")
app.command(
    "iopkit.cli.checks:check_programs",
    name="check",
    help="Check programs against standards.\n\nWithout --against, each against every standard that"
    " is meant for it; those that may be are named, with what to tell. Exits with 0 where no error"
    " is found, 1 where one is, 2 on bad input.",
)
app.command(
    "iopkit.cli.plans:check_plan",
    name="check-plan",
    help="Check the design of a health plan.\n\nA case is also checked for its prices and its days"
    " of care. Exits with 0 where there is nothing but notes, 1 where there is a warning, 2 on bad"
    " input.",
)
app.command(
    "iopkit.cli.marketplace:marketplace_plans",
    name="plans",
    help="Show what a table of CMS tells of marketplace plans.",
)
app.command("iopkit.cli.ranking:rank", help="Put programs in order for one case.")
app.command(
    "iopkit.cli.costs:estimate_costs", name="estimate", help="Say what a course of care costs."
)
app.command(
    "iopkit.cli.costs:compare_case_costs", name="costs", help="Say what several cases cost."
)
app.command("iopkit.cli.words:codes", help="Say what a code means on a day.")
app.command("iopkit.cli.deadlines:calendar", help="Say by when the need must be shown again.")
app.command("iopkit.cli.deadlines:runway", help="Say how long approved units last.")


@app.command(name="assess")
def assess_case(
    case: Annotated[Path, Parameter(help="The case, a YAML document.")],
    *,
    on: Day = None,
    root: Root = None,
    output: Annotated[Output, Parameter(name="*")] = Output(),  # noqa: B008  # frozen
) -> int:
    """Answer one case: level of care, coverage, the four factors, and the cost.

    Exits with 0 when answered, 1 when answered with unknowns or gaps, 2 on bad input.
    """
    found = read(Case, case, root=root or root_of(case))
    day = day_of(on, found, case)
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
    except DocumentError as error:
        return refused(error, _lang(arguments))
    except (IopkitError, CycloptsError) as error:
        show_error(str(error))
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001  # a traceback may show a record
        show_error(f"iopkit failed ({type(error).__name__}): please report it")
        return DEFECT
    return code if isinstance(code, int) else ANSWERED


def _lang(arguments: Sequence[str]) -> str:
    """Return the language that `arguments` ask for."""
    is_spanish = "--lang=es" in arguments or ("--lang", "es") in pairwise(arguments)
    return "es" if is_spanish else "en"


def _data(answer: Assessment, told: Case | None, lang: str) -> JsonValue:
    """Return the answer as data, with the case itself where its values may be shown."""
    data = to_data(answer, lang=lang)
    if told is None or not isinstance(data, dict):
        return data
    return {**data, "case": to_data(told, lang=lang)}
