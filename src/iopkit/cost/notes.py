"""The notes of an estimate: what it assumes and what it does not know."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from iopkit.cost.assumptions import ASSUMPTIONS
from iopkit.cost.care_words import in_care
from iopkit.cost.wording import UNKNOWNS
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel


@frozen
class Note:
    """One assumption or unknown: a stable code, its text, and the id of a source if it has one."""

    code: str
    text: Text
    source: str | None = None


class Notebook:
    """Collects the notes of one estimate, each once and in the order of writing.

    `level` is that of the program, in whose words they speak.
    """

    def __init__(self, level: CareLevel | None = None) -> None:
        self._level = level
        self._assumed: dict[Note, None] = {}
        self._unknown: dict[str, Note] = {}

    def assume(self, code: str, source: str | None = None, **shown: str) -> None:
        """Write down an assumption; its text is the one of `code`, with `shown` in it."""
        text = ASSUMPTIONS[code]
        if shown:
            text = Text(text.en.format_map(shown), text.es.format_map(shown))
        self.quote(code, text, source)

    def quote(self, code: str, text: Text, source: str | None) -> None:
        """Write down an assumption in words that come with a published amount."""
        self._assumed.setdefault(Note(code, text, source))

    def miss(self, code: str) -> None:
        """Write down something that is not known."""
        if code not in self._unknown:
            self._unknown[code] = Note(code, in_care(UNKNOWNS[code], self._level))

    def settle(self, codes: Iterable[str]) -> None:
        """Turn unknowns of `codes` into assumptions, as no answer to them changes the cost."""
        for code in codes:
            if note := self._unknown.pop(code, None):
                text = Text(f"{note.text.en} {_SAME.en}", f"{note.text.es} {_SAME.es}")
                self.quote(code, text, note.source)

    def of_second_plan(self, other: Notebook) -> None:
        """Write down what was noted of a second plan, in words that say so."""
        for note in other.assumptions:
            self._assumed.setdefault(_of_second(note))
        for note in other.unknowns:
            kept = note if note.code in _OF_BOTH else _of_second(note)
            self._unknown.setdefault(kept.code, kept)

    @property
    def assumptions(self) -> tuple[Note, ...]:
        """What was assumed."""
        return tuple(self._assumed)

    @property
    def unknowns(self) -> tuple[Note, ...]:
        """What is not known."""
        return tuple(self._unknown.values())

    def misses(self, *codes: str) -> bool:
        """Return whether one of `codes` was written down as not known."""
        return not self._unknown.keys().isdisjoint(codes)


_SAME = Text("This does not change the cost.", "Esto no cambia el costo.")

_OF_BOTH = ("charge-not-known", "coordination-not-told", "services-per-day", "setting-not-told")
"""What is not known of the case itself, whichever plan it was noted for."""


def _of_second(note: Note) -> Note:
    text = Text(f"Second plan: {note.text.en}", f"Segundo plan: {note.text.es}")
    return Note(f"second-{note.code}", text, note.source)
