"""Lines of a page for a fixed number of columns, each with a style that a terminal may use."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from textwrap import wrap

from attrs import frozen


class Style(Enum):
    """What a line is, so that whoever shows it can choose a color; the words never need one."""

    PLAIN = auto()
    ALERT = auto()
    HEADING = auto()
    MET = auto()
    NOT_MET = auto()
    UNKNOWN = auto()
    QUIET = auto()


@frozen
class Line:
    """One line of a page, without its end."""

    text: str
    style: Style = Style.PLAIN


@frozen
class Page:
    """How a page is laid out: its width in columns."""

    width: int = 80

    def heading(self, text: str) -> Iterator[Line]:
        """Yield an empty line, `text` in capitals, and a rule below it."""
        yield Line("")
        for part in wrap(text.upper(), self.width):
            yield Line(part, Style.HEADING)
        yield Line("-" * min(len(text), self.width), Style.HEADING)

    def paragraph(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> Iterator[Line]:
        """Yield `text` wrapped to the width, each line indented."""
        lead = " " * indent
        for part in wrap(text, self.width, initial_indent=lead, subsequent_indent=lead):
            yield Line(part, style)

    def item(self, mark: str, text: str, style: Style = Style.PLAIN) -> Iterator[Line]:
        """Yield `text` behind a `mark` in its own column, wrapped under itself."""
        lead = f"  {mark:<{self.mark_width}} "
        later = " " * len(lead)
        for part in wrap(text, self.width, initial_indent=lead, subsequent_indent=later):
            yield Line(part, style)

    def detail(self, text: str, style: Style = Style.QUIET) -> Iterator[Line]:
        """Yield `text` under an item, in the column of its words."""
        yield from self.paragraph(text, style, indent=self.mark_width + 3)

    def columns(self, left: str, *right: str, style: Style = Style.PLAIN) -> Iterator[Line]:
        """Yield `left` with `right` cells flush right; a long `left` takes lines of its own."""
        cells = "".join(f"{cell:>{self.cell_width}}" for cell in right)
        room = self.width - len(cells) - 3
        *before, last = wrap(left, room) or [""]
        for part in before:
            yield Line(f"  {part}", style)
        yield Line(f"  {last:<{room}} {cells}", style)

    @property
    def mark_width(self) -> int:
        """Columns for the mark of an item, wide enough for every outcome in both languages."""
        return 12

    @property
    def cell_width(self) -> int:
        """Columns for one amount of money."""
        return 13
