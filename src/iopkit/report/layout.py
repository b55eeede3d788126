"""Lines of a page for a fixed number of columns, each with a style that a terminal may use."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from textwrap import wrap

from attrs import field, frozen


class Style(Enum):
    """What a line is, so that whoever shows it can choose a color; the words never need one."""

    PLAIN = auto()
    ALERT = auto()
    HEADING = auto()
    MET = auto()
    NOT_MET = auto()
    UNKNOWN = auto()
    QUIET = auto()


def plain(text: str) -> str:
    """Return `text` with no letter that could steer a terminal: spaces, or a mark in its place."""
    shown = (each if each.isprintable() else _stand_in(each) for each in text)
    return "".join(shown)


def _stand_in(letter: str) -> str:
    return " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}"


@frozen
class Line:
    """One line of a page, without its end."""

    text: str = field(converter=plain)
    style: Style = Style.PLAIN


@frozen
class Page:
    """How a page is laid out, in columns."""

    mark_width: int
    """Columns for the outcome before a judged item."""
    width: int = 80
    cell_width: int = 13
    """Columns for one amount of money."""
    splits_words: bool = True
    """Whether a line may end within a word; where ids and places stand that people copy, it
    must not, and runs over the width before it does."""

    def heading(self, text: str) -> Iterator[Line]:
        """Yield an empty line, `text` in capitals, and a rule below it."""
        yield Line("")
        yield from self.paragraph(text.upper(), Style.HEADING)
        yield Line("-" * min(len(text), self.width), Style.HEADING)

    def paragraph(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> Iterator[Line]:
        """Yield `text` wrapped to the width, each line indented."""
        yield from self._wrapped(" " * indent, text, style)

    def bullet(self, mark: str, text: str, style: Style = Style.PLAIN) -> Iterator[Line]:
        """Yield `text` behind a short `mark`, wrapped under itself."""
        yield from self._wrapped(f"  {mark} ", text, style)

    def judged(self, mark: str, text: str, style: Style) -> Iterator[Line]:
        """Yield `text` behind an outcome in its own column, wrapped under itself."""
        yield from self._wrapped(f"  {mark:<{self.mark_width}} ", text, style)

    def detail(self, text: str) -> Iterator[Line]:
        """Yield `text` under a judged item, in the column of its words."""
        yield from self.paragraph(text, Style.QUIET, indent=self.mark_width + 3)

    def columns(self, left: str, *right: str, style: Style = Style.PLAIN) -> Iterator[Line]:
        """Yield `left` with `right` cells flush right; a long `left` takes lines of its own."""
        wide = max((self.cell_width, *(len(cell) + 1 for cell in right)))
        cells = "".join(f"{cell:>{wide}}" for cell in right)
        room = self.width - len(cells) - 3
        lead = " " * (len(left) - len(left.lstrip()))
        *before, last = wrap(left, room, subsequent_indent=lead) or [""]
        for part in before:
            yield Line(f"  {part}", style)
        yield Line(f"  {last:<{room}} {cells}", style)

    def _wrapped(self, lead: str, text: str, style: Style) -> Iterator[Line]:
        later = " " * len(lead)
        for part in wrap(
            text,
            self.width,
            initial_indent=lead,
            subsequent_indent=later,
            break_on_hyphens=self.splits_words,
            break_long_words=self.splits_words,
        ):
            yield Line(part, style)
