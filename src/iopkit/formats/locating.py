"""Where in a document a path leads, for whoever finds something in what was read from it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from attrs import Factory, frozen

from iopkit.errors import InvalidValue
from iopkit.formats.files import follow, real_path
from iopkit.formats.places import Failed, Reader, Spot
from iopkit.formats.reading import opened
from iopkit.formats.trees import Entries, Items
from iopkit.values.problems import DocumentError, Place

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def places_in(
    source: str | bytes | os.PathLike[str],
    *,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002  # as in `read`
    root: os.PathLike[str] | None = None,
) -> Callable[[str], Place]:
    """Return what tells the place of a path, such as `schedule.sessions[0].start`.

    The place is that of the value.  Where nothing is written at the path, it is the key of the
    nearest thing above that is.  `source`, `format` and `root` are those with which the document
    was read; references to other files are followed.

    Raises:
        DocumentError: the document cannot be read at all; nothing that it says is repeated.
        InvalidValue: `format` is another.
    """
    if format not in ("yaml", "json"):
        raise InvalidValue("format", "yaml or json")
    reader = Reader(None if root is None else real_path(Path(root)))
    document, tree = opened(reader, source, format, is_quiet=True)
    if isinstance(tree, Failed):
        raise DocumentError(reader.problems())
    return _Walk(Spot(tree, document, is_quiet=True))


def keys_of(file: Path, *, root: Path | None = None) -> tuple[str, ...]:
    """Return the keys at the top of a document; none where it cannot be read, or has none."""
    _, tree = opened(Reader(None if root is None else real_path(root)), file, "yaml", is_quiet=True)
    return tuple(tree.entries) if isinstance(tree, Entries) else ()


@frozen(eq=False, repr=False)
class _Walk:
    """Goes along paths from `top`; each file that is referred to is read once."""

    top: Spot
    followed: dict[int, Spot | Failed] = Factory(dict)

    def __call__(self, path: str) -> Place:
        here, last = self.top, _at(self.top)
        for index, key in _STEP.findall(path):
            entered = self._entered(here)
            if isinstance(entered, Failed):
                return last
            here = entered
            match here.tree:
                case Entries(entries, _, _) if key in entries:
                    entry = entries[key]
                    last = Place(here.document.name, entry.line, entry.column)
                    here = here.entry(key, entry)
                case Items(items, _, _) if index and int(index) < len(items):
                    here = here.items()[int(index)]
                    last = _at(here)
                case _:
                    return last
        return _at(here)

    def _entered(self, spot: Spot) -> Spot | Failed:
        if id(spot.tree) not in self.followed:
            self.followed[id(spot.tree)] = follow(spot, is_record=True)
        return self.followed[id(spot.tree)]


def _at(spot: Spot) -> Place:
    return Place(spot.document.name, spot.tree.line, spot.tree.column)
