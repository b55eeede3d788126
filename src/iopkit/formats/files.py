"""Files: what lies in them, and what one document may refer to."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final

from iopkit.formats.json_text import compose_json
from iopkit.formats.messages import wording
from iopkit.formats.places import FAILED, Document, Failed, Spot, quoted
from iopkit.formats.trees import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    Composed,
    Entries,
    Refused,
    Scalar,
    Tree,
    position,
)

# A pattern of what is allowed would take ten times as long to compile.
NOT_TEXT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What neither YAML allows in a document nor anybody can see in one."""


def load_text(document: Document, source: str | bytes, language: str) -> Tree | Failed:
    """Return the tree of a text, with its flaws reported; `language` is `"yaml"` or `"json"`."""
    text = _decoded(document, source)
    if isinstance(text, Failed):
        return text
    composed = _composed(text, language)
    document.take(composed)
    document.reader.nodes_read += composed.nodes
    if document.reader.nodes_read > MAX_NODES >= composed.nodes:
        return _reject(document, "too-many-nodes")
    if composed.tree is None or _is_nothing(composed.tree):
        return FAILED if composed.flaws else _reject(document, "empty-document")
    return composed.tree


def _composed(text: str, language: str) -> Composed:
    if language == "json":
        return compose_json(text)
    # Whoever reads only JSON, as the catalog does, never pays for the YAML parser.
    from iopkit.formats.yaml_text import compose_yaml  # noqa: PLC0415

    return compose_yaml(text)


def load_file(document: Document, path: Path, language: str) -> Tree | Failed:
    """Return the tree of the file at `path`, with its flaws reported."""
    content = _content(path, MAX_BYTES - document.reader.bytes_read)
    if isinstance(content, str):
        return _reject(document, content)
    return load_text(document, content, language)


def follow(spot: Spot, *, is_record: bool) -> Spot | Failed:
    """Return the spot that `{file: ...}` leads to, or `spot` where it is no reference.

    The file is named relative to the document that refers to it and must lie, after every link
    is followed, below the root.  `is_record` says whether that file may tell of a person.
    """
    here: Spot | Failed = spot
    while isinstance(here, Spot) and (wanted := _wanted(here.tree)):
        here = _followed(here, wanted, is_record=is_record)
    return here


def _wanted(tree: Tree) -> str | None:
    if not isinstance(tree, Entries) or set(tree.entries) != {"file"}:
        return None
    wanted = tree.entries["file"].value
    return wanted.text if isinstance(wanted, Scalar) else None


def _followed(spot: Spot, wanted: str, *, is_record: bool) -> Spot | Failed:
    above = spot.document
    seen = quoted(wanted)
    if above.folder is None or above.reader.root is None:
        return spot.report("reference-refused", seen=seen)
    real = None if Path(wanted).is_absolute() else real_path(above.folder / wanted)
    if real is None or not real.is_relative_to(above.reader.root):
        return spot.report("outside-root", seen=seen)
    if not _exists(real):
        return spot.report("file-missing", seen=seen)
    if real in above.chain:
        return spot.report("reference-cycle", seen=seen)
    if len(above.chain) > MAX_DEPTH:
        return spot.report("too-deep", seen=seen)
    name = str(Path(above.name).parent / wanted)
    document = Document(above.reader, name, is_record, real.parent, (*above.chain, real))
    tree = load_file(document, real, "json" if real.suffix == ".json" else "yaml")
    return tree if isinstance(tree, Failed) else Spot(tree, document, is_quiet=spot.is_quiet)


def real_path(path: Path) -> Path | None:
    """Return where `path` really leads, through every link; `None` where it leads nowhere."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _content(path: Path, limit: int) -> bytes | str:
    """Return what the file holds, or the code of what is wrong with it."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  # pathlib would hide the errors
            return "file-unreadable"
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        return "file-missing"
    except (OSError, ValueError):
        return "file-unreadable"
    return content if len(content) <= limit else "too-large"


def _decoded(document: Document, source: str | bytes) -> str | Failed:
    content = source.encode(errors="surrogatepass") if isinstance(source, str) else source
    document.reader.bytes_read += len(content)
    if document.reader.bytes_read > MAX_BYTES:
        return _reject(document, "too-large")
    # Bytes that are no UTF-8 become lone surrogates, which are no text either.
    text = content.decode(errors="surrogateescape").removeprefix("\ufeff")
    found = NOT_TEXT.search(text)
    if found is None:
        return text
    return _reject(document, "not-text", position(text, found.start()))


def _is_nothing(tree: Tree) -> bool:
    return isinstance(tree, Refused) or (isinstance(tree, Scalar) and not tree.text)


def _reject(document: Document, code: str, at: tuple[int, int] | None = None) -> Failed:
    document.report(code, wording(code), "", at)
    return FAILED
