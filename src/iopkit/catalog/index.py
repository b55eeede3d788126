"""Where each document of a catalog stands: kinds, ids, versions, periods and files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Literal

from attrs import field, frozen

from iopkit.errors import NotInForce, NotShipped
from iopkit.values.near import near_ids
from iopkit.values.periods import Period
from iopkit.vocabulary.coverage import RuleSubject

Kind = Literal["rules", "ladders", "amounts", "crosswalks", "comparisons", "sources", "texts"]
"""What a catalog holds."""

_SINGULAR: dict[Kind, str] = {
    "rules": "rule set",
    "ladders": "ladder",
    "amounts": "amount",
    "crosswalks": "crosswalk",
    "comparisons": "comparison",
    "sources": "source",
    "texts": "text",
}


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a compiled file in hexadecimal digits, whatever ends its lines."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()


@frozen(kw_only=True)
class Entry:
    """One document, or one source of a group, and the file in which it stands.

    `kind` is a `Kind`.  `version` and `in_force` are set for rule sets and ladders and `None` for
    all else, `subject` for rule sets.  `digest` is the `digest_of` the file.
    """

    kind: str
    id: str
    path: str
    digest: str
    version: str | None = None
    in_force: Period | None = None
    subject: RuleSubject | None = None

    def holds(self, day: date) -> bool:
        """Return whether the document is in force on `day`; one without a period always is."""
        return self.in_force is None or self.in_force.holds(day)


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: (one.kind, one.id, one.version or "")))


@frozen
class Index:
    """The index of a catalog: its entries by kind, id and version."""

    entries: tuple[Entry, ...] = field(default=(), converter=_in_order)

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of one kind, sorted, each once."""
        return tuple(dict.fromkeys(entry.id for entry in self.of_kind(kind)))

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return every entry of one kind, by id."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def versions(self, kind: Kind, wanted: str) -> tuple[Entry, ...]:
        """Return the entries with the id `wanted`, oldest version first.

        Raises:
            NotShipped: there is none; the error names ids that are near, or all of the kind.
        """
        found = tuple(entry for entry in self.of_kind(kind) if entry.id == wanted)
        if not found:
            ids = self.ids(kind)
            raise NotShipped(_SINGULAR[kind], wanted, near_ids(wanted, ids), ids)
        return found

    def in_force(self, kind: Kind, wanted: str, day: date) -> Entry:
        """Return the version of `wanted` that is in force on `day`.

        Raises:
            NotShipped: there is no such id.
            NotInForce: no version is in force; the error names the periods that exist.
        """
        versions = self.versions(kind, wanted)
        for entry in versions:
            if entry.holds(day):
                return entry
        periods = (str(entry.in_force) for entry in versions)
        raise NotInForce(f"{_SINGULAR[kind]} {wanted}", day.isoformat(), periods)

    def all_in_force(self, kind: Kind, day: date) -> tuple[Entry, ...]:
        """Return every entry of one kind in force on `day`, by id."""
        return tuple(entry for entry in self.of_kind(kind) if entry.holds(day))
