"""Documents as they were written: every scalar is text, and everything knows its place."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from attrs import Factory, define, frozen

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 64
MAX_NODES: Final = 100_000

_WORD = re.compile(r"[\w-]{1,40}", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


@frozen(eq=False, repr=False)
class Scalar:
    """One scalar; `text` is `None` where nothing, `null` or `~` was written plainly."""

    text: str | None
    line: int
    column: int


@frozen(eq=False, repr=False)
class Items:
    """A list, in the order of the document."""

    items: tuple[Tree, ...]
    line: int
    column: int


@frozen(eq=False, repr=False)
class Entry:
    """One entry of a mapping; `line` and `column` are those of its key."""

    value: Tree
    line: int
    column: int


@frozen(eq=False, repr=False)
class Entries:
    """A mapping, in the order of the document."""

    entries: dict[str, Entry]
    line: int
    column: int


@frozen(eq=False, repr=False)
class Refused:
    """Something already reported as a flaw, which readers pass over in silence."""

    line: int
    column: int


Tree: TypeAlias = Scalar | Items | Entries | Refused
"""What stands at one place of a document."""


@frozen(eq=False, repr=False)
class Flaw:
    """What is wrong with the writing itself; `seen` is the key that is concerned, if any.

    `path` is made of what was written, and is empty where that is no plain word; neither it nor
    `seen` may be shown of a person's record.
    """

    code: str
    line: int
    column: int
    path: str = ""
    seen: str | None = None


@frozen(eq=False, repr=False)
class Composed:
    """A document and its flaws; `tree` is `None` where they leave nothing to read."""

    tree: Tree | None
    flaws: tuple[Flaw, ...]
    nodes: int


def position(text: str, index: int) -> tuple[int, int]:
    """Return the line and the column of a character, both from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


class Stopped(Exception):  # control flow inside this room; no caller ever sees it
    """Reading further would pass a limit or make no sense."""


@define(eq=False, repr=False)
class _Open:
    line: int
    column: int
    is_mapping: bool
    items: list[Tree] = Factory(list)
    entries: dict[str, Entry] = Factory(dict)
    key: Scalar | Refused | None = None

    def closed(self) -> Tree:
        if self.is_mapping:
            return Entries(self.entries, self.line, self.column)
        return Items(tuple(self.items), self.line, self.column)


@define(eq=False, repr=False)
class TreeBuilder:
    """Builds a tree from a stream of parts, within the limits, and collects the flaws.

    It never recurses and never expands anything.
    """

    flaws: list[Flaw] = Factory(list)
    root: Tree | None = None
    _stack: list[_Open] = Factory(list)
    _nodes: int = 0

    def composed(self) -> Composed:
        """Return what was built."""
        return Composed(self.root, tuple(self.flaws), self._nodes)

    def open(self, line: int, column: int, *, is_mapping: bool) -> None:
        """Begin a mapping or a list.

        Raises:
            Stopped: it would lie too deep, or be one thing too many.
        """
        self._count(line, column)
        self._stack.append(_Open(line, column, is_mapping))
        if len(self._stack) > MAX_DEPTH:
            self._stop("too-deep", line, column)

    def close(self) -> None:
        """End the mapping or list that was begun last."""
        self._put(self._stack.pop().closed())

    def scalar(self, text: str | None, line: int, column: int) -> None:
        """Add a scalar or a key.

        Raises:
            Stopped: it is one thing too many.
        """
        self._count(line, column)
        if text is not None and _SURROGATE.search(text):
            self.flaw("not-text", line, column)
            self._put(Refused(line, column))
        else:
            self._put(Scalar(text, line, column))

    def refused(self, code: str, line: int, column: int) -> None:
        """Add something that cannot stand there."""
        self._count(line, column)
        self.flaw(code, line, column)
        self._put(Refused(line, column))

    def flaw(self, code: str, line: int, column: int, seen: str | None = None) -> None:
        """Note that something is wrong."""
        self.flaws.append(Flaw(code, line, column, self._path(), seen))

    def _stop(self, code: str, line: int, column: int) -> None:
        self.flaws.append(Flaw(code, line, column))
        raise Stopped

    def _count(self, line: int, column: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop("too-many-nodes", line, column)

    def _put(self, tree: Tree) -> None:
        if not self._stack:
            self.root = tree
            return
        top = self._stack[-1]
        if not top.is_mapping:
            top.items.append(tree)
        elif top.key is None:
            top.key = self._key(tree, top)
        else:
            self._enter(top, top.key, tree)
            top.key = None

    def _key(self, tree: Tree, top: _Open) -> Scalar | Refused:
        if isinstance(tree, Refused):
            return tree
        if not isinstance(tree, Scalar) or tree.text is None:
            self.flaw("key-not-text", tree.line, tree.column)
            return Refused(tree.line, tree.column)
        if tree.text in top.entries:
            self.flaw("duplicate-key", tree.line, tree.column, tree.text)
            return Refused(tree.line, tree.column)
        return tree

    def _enter(self, top: _Open, key: Scalar | Refused, tree: Tree) -> None:
        if isinstance(key, Scalar) and key.text is not None:
            top.entries[key.text] = Entry(tree, key.line, key.column)

    def _path(self) -> str:
        path = ""
        for part in self._stack:
            if not part.is_mapping:
                path += f"[{len(part.items)}]"
            elif isinstance(part.key, Scalar) and part.key.text is not None:
                if not _WORD.fullmatch(part.key.text):
                    return ""
                path += f".{part.key.text}" if path else part.key.text
        return path
