"""Compiled files, each read once and when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar, cast

from attrs import evolve, frozen

from iopkit.catalog.index import Entry, digest_of
from iopkit.formats.reading import read
from iopkit.law.amounts import AmountSeries
from iopkit.law.crosswalks import Crosswalk
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.standards.levels import LevelTable
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.sources import Source
from iopkit.values.texts import Text

T = TypeVar("T")
_MISSING = Text(
    "expected a file that the index of the catalog names; compile the catalog again",
    "se esperaba un archivo que nombra el índice del catálogo; vuelva a compilar el catálogo",
)
_CHANGED = Text(
    "expected the file as it was compiled; compile the catalog again",
    "se esperaba el archivo tal como se compiló; vuelva a compilar el catálogo",
)


class Folder(Protocol):
    """A folder, or a file below it: a `Path`, or what `importlib.resources.files` returns."""

    def joinpath(self, *parts: str) -> Folder:
        """Return what lies below."""
        ...

    def read_bytes(self) -> bytes:
        """Return the content of a file."""
        ...


@frozen(kw_only=True)
class SourceGroup:
    """The sources that stand together in one document."""

    sources: tuple[Source, ...]


Document = RuleSet | Ladder | AmountSeries | Crosswalk | LevelTable | SourceGroup | Text
"""Whatever stands in one file."""

TYPES: Mapping[str, type[Document]] = MappingProxyType(
    {
        "rules": RuleSet,
        "ladders": Ladder,
        "amounts": AmountSeries,
        "crosswalks": Crosswalk,
        "comparisons": LevelTable,
        "sources": SourceGroup,
        "texts": Text,
    }
)
"""What the documents of each kind are."""


class Files:
    """The files of one folder, by their path below it; what was read, or failed, is kept."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._values: dict[str, object] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}

    @property
    def broken(self) -> tuple[Problem, ...]:
        """The problems of the files met so far that could not be read, by path."""
        return tuple(problem for path in sorted(self._problems) for problem in self._problems[path])

    def read(self, path: str, kind: type[T], digest: str | None = None) -> T:
        """Return the document at `path`, which must have the `digest` where one is given.

        Raises:
            DocumentError: it is missing, changed or cannot be read; its problems name `path`.
        """
        if path not in self._values and path not in self._problems:
            self._meet(path, kind, digest)
        if path in self._problems:
            raise DocumentError(self._problems[path])
        return cast("T", self._values[path])  # a path is only ever asked with one kind

    def entry(self, entry: Entry, kind: type[T]) -> T:
        """Return the document of an entry; raises as `read` does."""
        return self.read(entry.path, kind, entry.digest)

    def readable(self, entries: Iterable[Entry], kind: type[T]) -> tuple[T, ...]:
        """Return the documents that can be read, in the order of `entries`."""
        values = []
        for entry in entries:
            try:
                values.append(self.entry(entry, kind))
            except DocumentError:
                continue  # `broken` tells it
        return tuple(values)

    def _meet(self, path: str, kind: type[T], digest: str | None) -> None:
        try:
            content = self._folder.joinpath(*path.split("/")).read_bytes()
            value = read(kind, content, format="json", is_checked=True)
        except OSError:
            self._problems[path] = (Problem("catalog-file-missing", _MISSING, place=Place(path)),)
        except DocumentError as error:
            self._problems[path] = tuple(_placed(one, path) for one in error.problems)
        else:
            if digest in (None, digest_of(content)):
                self._values[path] = value
            else:
                changed = Problem("catalog-file-changed", _CHANGED, place=Place(path))
                self._problems[path] = (changed,)


def _placed(problem: Problem, path: str) -> Problem:
    place = evolve(problem.place, file=path) if problem.place else Place(path)
    return evolve(problem, place=place)
