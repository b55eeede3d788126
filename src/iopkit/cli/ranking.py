"""`iopkit rank`: programs in order for one case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from iopkit.assessment.matching import ProgramMatch, rank_programs
from iopkit.cli.answering import (
    ANSWERED,
    BAD_INPUT,
    OPEN,
    Day,
    Form,
    Root,
    day_of,
)
from iopkit.cli.paths import root_of
from iopkit.cli.screen import show, show_data, show_error
from iopkit.formats.reading import read
from iopkit.formats.writing import to_data
from iopkit.model.case import Case
from iopkit.model.person import Person
from iopkit.model.program import Program
from iopkit.report import phrases as say
from iopkit.report.ranking import ranking_lines
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.texts import Text


def rank(
    case: Annotated[Path, Parameter(help="The case, a YAML document.")],
    /,
    *programs: Annotated[Path, Parameter(help="The programs, each a YAML document.")],
    on: Day = None,
    root: Root = None,
    form: Annotated[Form, Parameter(name="*")] = Form(),  # noqa: B008  # frozen
) -> int:
    """Put programs in order for one case, with what speaks for and against each.

    Exits with 0 when nothing that is open may change the order, else with 1; 2 on bad input.
    """
    found = read(Case, case, root=root or root_of(case))
    day = day_of(on, found, case)
    told = _read_all(programs, root)
    if not told:
        show_error(say.NO_PROGRAMS(form.lang))
        return BAD_INPUT
    matches = rank_programs(found, told, on=day)
    if form.as_json:
        show_data(to_data(matches, lang=form.lang))
    else:
        show(ranking_lines(matches, form.lang))
    return OPEN if _is_open(matches) else ANSWERED


def _read_all(paths: tuple[Path, ...], root: Path | None) -> list[Program]:
    """Read every program; the problems of all of them are told at once."""
    programs, problems = list[Program](), list[Problem]()
    for path in paths:
        try:
            programs.append(read(Program, path, root=root or root_of(path)))
        except DocumentError as error:
            is_record = _is_record(path, error)
            problems.extend((_no_program(path),) if is_record else error.problems)
    if problems:
        raise DocumentError(tuple(problems))
    return programs


def _no_program(path: Path) -> Problem:
    text = Text(
        "expected a program, not a case or a person; give the case first, then programs",
        "se esperaba un programa, no un caso ni una persona; primero el caso, luego programas",
    )
    return Problem("invalid-value", text, "", Place(str(path)))


def _is_record(path: Path, error: DocumentError) -> bool:
    """Whether a document fits a record at least as well, of which nothing may be shown."""
    return any(_misfit(kind, path) <= len(error.problems) for kind in (Case, Person))


def _misfit(kind: type[Case | Person], path: Path) -> int:
    try:
        read(kind, path, root=root_of(path))
    except DocumentError as error:
        return len(error.problems)
    return 0


def _is_open(matches: tuple[ProgramMatch, ...]) -> bool:
    return any(match.may_move or match.gaps for match in matches)
