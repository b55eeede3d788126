"""Where reading stands: in which document, at which path, and who may hear of what is there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from attrs import Factory, define, evolve, frozen

from iopkit.formats.messages import wording
from iopkit.formats.trees import Composed, Entries, Entry, Items, Scalar, Tree
from iopkit.values.problems import Place, Problem
from iopkit.values.texts import Text

_LONGEST = 60
_LEAVE_OUT = Text("leave it out if unknown", "omítalo si no se sabe")


class Failed:
    """What a hook returns where it has reported a problem instead of a value."""


FAILED: Final = Failed()
"""The one `Failed`."""


@define(eq=False, repr=False)
class Reader:
    """One call of `read`: its limits, and all documents that it has met, in order.

    `root` is the real path of the folder that references must stay in, `None` where the source
    has none.  What law cannot mean is not looked for where the law `is_checked`.
    """

    root: Path | None = None
    is_checked: bool = False
    documents: list[Document] = Factory(list)
    bytes_read: int = 0
    nodes_read: int = 0

    def problems(self) -> tuple[Problem, ...]:
        """Return all problems: by document as they were met, then by place."""
        return tuple(
            problem
            for document in self.documents
            for problem in sorted(document.problems, key=_by_place)
        )


def _by_place(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


@define(eq=False, repr=False)
class Document:
    """One document: its name as the caller wrote it, and where it really lies.

    `folder` is what its references are relative to, `None` for a text that lies nowhere.
    `chain` are the real paths of the documents that led to it, and its own.
    """

    reader: Reader
    name: str
    is_quiet: bool
    folder: Path | None = None
    chain: tuple[Path, ...] = ()
    problems: list[Problem] = Factory(list)

    def __attrs_post_init__(self) -> None:
        self.reader.documents.append(self)

    def report(self, code: str, text: Text, path: str, at: tuple[int, int] | None) -> None:
        """Note a problem; `at` is its line and column."""
        place = Place(self.name, *at) if at else Place(self.name)
        self.problems.append(Problem(code, text, path, place))

    def take(self, composed: Composed) -> None:
        """Note the flaws of the writing, without the keys that a record consists of."""
        for flaw in composed.flaws:
            seen = None if self.is_quiet or flaw.seen is None else quoted(flaw.seen)
            path = "" if self.is_quiet else flaw.path
            self.report(flaw.code, wording(flaw.code, seen=seen), path, (flaw.line, flaw.column))


@frozen(eq=False, repr=False)
class Spot:
    """One thing to be read: what is written there, and its path.

    Where `is_quiet`, it belongs to a person's record: nothing that is written may be shown.
    """

    tree: Tree
    document: Document
    path: str = ""
    is_quiet: bool = False
    is_optional: bool = False

    @property
    def text(self) -> str | None:
        """The text of a scalar; `None` for anything else and for nothing."""
        return self.tree.text if isinstance(self.tree, Scalar) else None

    def says_nothing(self) -> bool:
        """Return whether nothing is written here: not known, where that is possible."""
        return isinstance(self.tree, Scalar) and not self.tree.text

    def entry(self, key: str, entry: Entry) -> Spot:
        """Return the spot of one entry; `key` is one that the class knows."""
        path = f"{self.path}.{key}" if self.path else key
        return Spot(entry.value, self.document, path, self.is_quiet)

    def as_quiet(self, is_quiet: bool) -> Spot:
        """Return this spot, quiet or not."""
        return self if is_quiet is self.is_quiet else evolve(self, is_quiet=is_quiet)

    def as_optional(self) -> Spot:
        """Return this spot, where leaving the value out is an answer."""
        return evolve(self, is_optional=True)

    def items(self) -> list[Spot]:
        """Return the spots of a list's items; none where it is no list."""
        items = self.tree.items if isinstance(self.tree, Items) else ()
        return [
            Spot(item, self.document, f"{self.path}[{index}]", self.is_quiet)
            for index, item in enumerate(items)
        ]

    def refuse(self, what: Text, *, code: str = "wrong-type", remedy: Text | None = None) -> Failed:
        """Report that `what` was expected; `remedy` is shown only if nobody's record is read."""
        quiet_remedy = _LEAVE_OUT if self.is_optional else None
        return self.report(
            code,
            what=what,
            seen=_seen(self.tree),
            remedy=quiet_remedy if self.is_quiet else remedy,
        )

    def report(
        self,
        code: str,
        *,
        what: Text | None = None,
        seen: Text | None = None,
        remedy: Text | None = None,
    ) -> Failed:
        """Report a problem here; `seen` is left out of what is said about a person's record."""
        text = wording(code, what=what, seen=None if self.is_quiet else seen, remedy=remedy)
        self.document.report(code, text, self.path, (self.tree.line, self.tree.column))
        return FAILED

    def unknown_key(self, key: str, entry: Entry, known: Text, near: Text | None) -> None:
        """Report a key that the class does not have."""
        text = wording(
            "unknown-key",
            what=known,
            seen=None if self.is_quiet else quoted(key),
            remedy=None if self.is_quiet else near,
        )
        self.document.report("unknown-key", text, self.path, (entry.line, entry.column))


def _seen(tree: Tree) -> Text:
    match tree:
        case Items():
            return Text("a list", "una lista")
        case Entries():
            return Text("a mapping", "un grupo de claves")
        case Scalar(str(text), _, _):
            return quoted(text)
    return Text("nothing", "nada")


def quoted(text: str) -> Text:
    """Return `text` as it is shown in a message: in quotes, on one line, not too long."""
    shown = repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")
    return Text(shown, shown)
