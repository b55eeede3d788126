"""`iopkit show`: what a document tells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from attrs import fields, has
from cyclopts import Parameter

from iopkit.cli.paths import root_of
from iopkit.cli.screen import show
from iopkit.formats.locating import keys_of
from iopkit.formats.reading import read
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.model.person import Person
from iopkit.model.program import Program
from iopkit.report.documents import document_lines
from iopkit.values.problems import DocumentError

T = TypeVar("T")

_KINDS: tuple[type[object], ...] = (Case, Person, Program, HealthPlan)
"""Records first: of kinds that a document may be, one that shows nothing speaks."""


def show_document(
    file: Annotated[Path, Parameter(help="A case, a program, a health plan or a person.")],
    /,
    *,
    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en",
    show_values: Annotated[
        bool, Parameter(negative="", help="Also print what is told about a person.")
    ] = False,
) -> int:
    """Show what a document tells, field by field, and what a program adds up to."""
    show(document_lines(read_any(file, _KINDS), lang, is_revealed=show_values))
    return 0


def read_any(file: Path, kinds: Iterable[type[T]]) -> T:
    """Return the document as the kind whose keys it tells; of several, as the first that fits.

    Raises:
        DocumentError: none fits; its problems are those of the first.
    """
    problems: DocumentError | None = None
    for kind in kinds_meant(file, kinds):
        try:
            return read(kind, file, root=root_of(file))
        except DocumentError as error:
            problems = problems or error
    raise problems or DocumentError(())


def kinds_meant(file: Path, kinds: Iterable[type[T]]) -> tuple[type[T], ...]:
    """Return the kinds of which a document tells most keys, in their order."""
    keys = set(keys_of(file, root=root_of(file)))
    known = {kind: len(keys & _fields_of(kind)) for kind in kinds}
    most = max(known.values(), default=0)
    return tuple(kind for kind, count in known.items() if count == most)


def _fields_of(kind: type[object]) -> set[str]:
    return {each.name for each in fields(kind)} if has(kind) else set()
