"""Rows of a CSV file one by one, each with the place of every cell."""

from __future__ import annotations

import csv
import os
from codecs import BOM_UTF8, lookup
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from attrs import Factory, define, frozen

from iopkit.errors import InvalidValue
from iopkit.formats.messages import wording
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.texts import Text

NO_FILE: Final = "<text>"
_LONGEST_LINE: Final = 1 << 20
_MOST_TEXT: Final = 1 << 31
_TOO_LONG: Final = Text(
    "expected at most 2 GiB of text, and no line above 1 MiB; check that it is the right file",
    "se esperaban no más de 2 GiB de texto y ninguna línea de más de 1 MiB; "
    "revise que sea el archivo correcto",
)


@frozen(eq=False, repr=False)
class CsvRow:
    """One row: its cells, and the text that they were read from.

    A row that is no well-formed CSV has no cells.
    """

    file: str
    line: int
    cells: tuple[str, ...]
    text: str
    is_well_formed: bool = True

    def place(self, index: int | None = None) -> Place:
        """Return where the cell at `index`, or where the row begins."""
        if index is None:
            return Place(self.file, self.line, 1)
        before = self.text[: _start(self.text, index)]
        *above, last = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return Place(self.file, self.line + len(above), len(last) + 1)


def _start(text: str, index: int) -> int:
    """Return where in `text` the cell at `index` begins, a quote in front of it included."""
    is_first, is_quoted, is_open, commas = True, False, False, 0
    for at, letter in enumerate(text):
        if commas == index:
            return at
        # A quote within a cell that does not begin with one is a letter like any other.
        is_quoted = letter == '"' if is_first else is_quoted
        is_open = is_open is not (is_quoted and letter == '"')
        is_first = letter == "," and not is_open
        commas += is_first
    return len(text)


@define(eq=False, repr=False)
class _Lines:
    """The lines of a stream, which keeps those of the row that is being read.

    `again` are lines to be read once more, the next one last.
    """

    stream: TextIO
    kept: list[str] = Factory(list)
    again: list[str] = Factory(list)
    length: int = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.again.pop() if self.again else self._read()
        if not line:
            raise StopIteration
        self.kept.append(line)
        return line

    def _read(self) -> str:
        line = self.stream.readline(_LONGEST_LINE)
        self.length += len(line)
        if self.length > _MOST_TEXT or len(line) == _LONGEST_LINE:
            raise _TooLongError
        return line

    def give_back(self) -> None:
        """Keep the first line alone: the others are read again, each from its beginning."""
        self.again += reversed(self.kept[1:])
        del self.kept[1:]


class _TooLongError(Exception):
    """A line, or all of the text, is longer than any such file has."""


def csv_rows(
    source: str | bytes | os.PathLike[str], file: str, *, encoding: str
) -> Iterator[CsvRow]:
    """Yield each row of `source` that is not blank, the header first.

    A quote that nobody closed takes no more than its own line.  Bytes that `encoding` does not
    know become lone surrogates, which are no text.

    Raises:
        DocumentError: there is no such file, it cannot be read, or it is too large.
    """
    with _opened(source, file, encoding) as stream:
        lines = _Lines(stream)
        reader = csv.reader(lines, strict=True)
        line, width = 1, None
        while True:
            lines.kept.clear()
            row = _next_row(reader, lines, file, line, width)
            if row is None:
                return
            line += len(lines.kept)
            width = width or len(row.cells)
            if not row.is_well_formed or any(cell.strip() for cell in row.cells):
                yield row


def _next_row(
    reader: Iterator[list[str]], lines: _Lines, file: str, line: int, width: int | None
) -> CsvRow | None:
    is_well_formed, cells = True, list[str]()
    try:
        cells = next(reader)
    except StopIteration:
        return None
    except csv.Error:
        is_well_formed = False
    except _TooLongError:
        raise DocumentError([Problem("too-large", _TOO_LONG, place=Place(file, line))]) from None
    except UnicodeError:
        raise _refused("not-text", file) from None
    if len(lines.kept) > 1 and width and not (is_well_formed and len(cells) == width):
        # Most likely a quote that was never closed has run into the rows below.
        lines.give_back()
        is_well_formed, cells = False, []
    return CsvRow(file, line, tuple(cells), "".join(lines.kept), is_well_formed)


@contextmanager
def _opened(source: str | bytes | os.PathLike[str], file: str, encoding: str) -> Iterator[TextIO]:
    if isinstance(source, str):
        yield StringIO(source.removeprefix("\ufeff"), newline="")
        return
    with _bytes_of(source, file) as raw:
        try:
            # A byte order mark says what the file is, and is no part of the first name.
            is_utf_8 = lookup(encoding).name == "utf-8" or raw.read(len(BOM_UTF8)) == BOM_UTF8
            raw.seek(0)
            codec = "utf-8-sig" if is_utf_8 else encoding
            stream = TextIOWrapper(raw, codec, errors="surrogateescape", newline="")
        except (LookupError, ValueError):
            raise InvalidValue("encoding", "the name of one, such as utf-8 or cp1252") from None
        yield stream


def _bytes_of(source: bytes | os.PathLike[str], file: str) -> BinaryIO:
    if isinstance(source, bytes):
        return BytesIO(source)
    path, code = Path(source), "file-unreadable"
    try:
        if path.is_file():
            return path.open("rb")
        code = code if path.exists() else "file-missing"
    except (OSError, ValueError):
        pass  # Told below, without what the system says.
    raise _refused(code, file)


def _refused(code: str, file: str) -> DocumentError:
    return DocumentError([Problem(code, wording(code), place=Place(file))])
