"""What the commands that answer a case share: how to print, for which day, and exit codes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from attrs import frozen
from cyclopts import Parameter

from iopkit.cli.screen import show_error
from iopkit.errors import InvalidValue
from iopkit.model.case import Case
from iopkit.values.periods import parse_day
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.texts import Text

ANSWERED, OPEN, BAD_INPUT = 0, 1, 2
"""Exit codes: answered; answered with unknowns or gaps; bad input."""

Lang = Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")]
AsJson = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON instead of text.")]
Root = Annotated[
    Path | None, Parameter(help="The folder below which documents may be referred to.")
]
Day = Annotated[str | None, Parameter(help="The day to answer for, YYYY-MM-DD.")]


@frozen
class Form:
    """In which language, and as what, an answer is printed."""

    lang: Lang = "en"
    as_json: AsJson = False


@frozen
class Output(Form):
    """How an answer about a person is printed."""

    show_values: Annotated[
        bool, Parameter(negative="", help="Also print what the case tells about the person.")
    ] = False


@frozen
class Paying(Form):
    """How an estimate is printed, and in how many installments it would be paid."""

    installments: Annotated[
        int | None, Parameter(help="Also show one exact cost in so many monthly installments.")
    ] = None
    yearly_rate: Annotated[
        str | None, Parameter(help="The yearly interest of installments, such as 12% or 0%.")
    ] = None


def refused(error: DocumentError, lang: str) -> int:
    """Print every problem of a document that could not be read; return the exit code."""
    for problem in error.problems:
        show_error(problem.message(lang))
    return BAD_INPUT


def day_of(on: str | None, case: Case, path: Path) -> date:
    """Return the day to answer for: as asked, else that of the case in `path`.

    Raises:
        DocumentError: neither tells one, or what was asked is no day.
    """
    if on is not None:
        return _asked(on)
    if case.on is None:
        raise DocumentError((_without_day(path),))
    return case.on


def day_told(day: str, option: str) -> date:
    """Return the day that was passed as `option`.

    Raises:
        InvalidValue: it is no day; the message names the option.
    """
    try:
        return parse_day(day)
    except InvalidValue:
        raise InvalidValue(option, "a date YYYY-MM-DD, such as 2026-03-02") from None


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
