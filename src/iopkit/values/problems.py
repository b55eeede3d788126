"""Problems: what is wrong, where, and what to do; one class for every room."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from iopkit.errors import IopkitError
from iopkit.values.terms import Ranked
from iopkit.values.texts import Text


class Severity(Ranked):
    """How much a problem matters, least first."""

    NOTE = "note", "note", "nota"
    WARNING = "warning", "warning", "advertencia"
    ERROR = "error", "error", "error"


def _whole_first(number: int | None) -> int:
    return number or 0


@frozen(order=True)
class Place:
    """Where in a document: `file` as the caller named it, `line` and `column` from 1.

    `line` and `column` are `None` where a whole document is meant; that place comes first.
    """

    file: str
    line: int | None = field(default=None, order=_whole_first)
    column: int | None = field(default=None, order=_whole_first)

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@frozen
class Problem:
    """One thing that is wrong, with its stable code, its place and its remedy.

    `path` leads to the value (`schedule.sessions[1].start`) and is empty for the document
    itself; `place` is `None` for values that came from no document; `source` is the id of the
    source whose requirement is not met, where there is one.
    """

    code: str
    text: Text
    path: str = ""
    place: Place | None = None
    severity: Severity = Severity.ERROR
    source: str | None = None

    def message(self, lang: str = "en") -> str:
        """Return place, path and text on one line, in `lang`."""
        parts = (str(self.place) if self.place else "", self.path, self.text(lang))
        return ": ".join(part for part in parts if part)

    def __str__(self) -> str:
        return self.message()


class DocumentError(IopkitError, ValueError):
    """A document that cannot be read; `problems` holds all that is wrong with it, in order."""

    code = "document-error"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
