"""Reading a document into a class."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, TypeVar, cast

from iopkit.errors import InvalidValue
from iopkit.formats.converters import holds_record, hook_for
from iopkit.formats.files import load_file, load_text, real_path
from iopkit.formats.places import FAILED, Document, Failed, Reader, Spot
from iopkit.formats.scalars import Hook, read_at
from iopkit.formats.trees import Tree
from iopkit.values.problems import DocumentError

T = TypeVar("T")

_NO_FILE = "<text>"


def read(
    kind: type[T],
    source: str | bytes | os.PathLike[str],
    *,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002  # the word of every other reader
    root: os.PathLike[str] | None = None,
    is_checked: bool = False,
) -> T:
    """Return the `kind` that a document describes.

    `source` is the text itself as `str` or `bytes`, or the path of a file as a `PathLike`.
    Where a class is expected, `{file: ../programs/a.yaml}` reads it from that file, relative to
    the document and only below `root`; `None` means the folder of the document, and for a text
    that it refers to nothing.  A referred file is JSON if its name ends in `.json`.
    A rule set or a ladder must be one that can be meant, as `check_rules` and `check_ladder` tell;
    `is_checked` says that it was found so before, as whatever a catalog holds.

    Raises:
        DocumentError: the document has problems; all are told, and nothing of a person's record.
        InvalidValue: `kind` is no class that documents describe, or `format` is another.
    """
    if format not in ("yaml", "json"):
        raise InvalidValue("format", "yaml or json")
    hook = hook_for(kind)
    reader = Reader(None if root is None else real_path(Path(root)), is_checked)
    document, tree = opened(reader, source, format, is_quiet=holds_record(kind))
    value = FAILED if isinstance(tree, Failed) else _told(document, tree, kind, hook)
    problems = reader.problems()
    if problems or isinstance(value, Failed):
        raise DocumentError(problems)
    return value


def opened(
    reader: Reader, source: str | bytes | os.PathLike[str], language: str, *, is_quiet: bool
) -> tuple[Document, Tree | Failed]:
    """Return the document that `source` is, and its tree, with the flaws of its writing noted."""
    if isinstance(source, (str, bytes)):
        document = Document(reader, _NO_FILE, is_quiet, reader.root)
        return document, load_text(document, source, language)
    path = Path(source)
    real = real_path(path)
    document = Document(reader, str(path), is_quiet, real and real.parent, (real,) if real else ())
    reader.root = reader.root or document.folder
    return document, load_file(document, path, language)


def _told(document: Document, tree: Tree, kind: type[T], hook: Hook) -> T | Failed:
    # The converter gives the hook of `kind`, which makes a `kind` or fails.
    return cast("T | Failed", read_at(Spot(tree, document), kind, hook))
