"""Tables of plain text, each cell wrapped within its own column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from iopkit.report.layout import Line, Style

_GAP = "  "


def table_lines(
    widths: Sequence[int], rows: Iterable[Sequence[str]], *, header: Sequence[str] = ()
) -> Iterator[Line]:
    """Yield rows of cells, each wrapped to the width of its column, two spaces apart."""
    if header:
        yield from _row(widths, header, Style.HEADING)
        yield Line(_GAP.join("-" * width for width in widths), Style.QUIET)
    for row in rows:
        yield from _row(widths, row, Style.PLAIN)


def _row(widths: Sequence[int], row: Sequence[str], style: Style) -> Iterator[Line]:
    cells = [
        wrap(cell, width, break_on_hyphens=False) or [""]
        for cell, width in zip(row, widths, strict=True)
    ]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (f"{part:<{width}}" for part, width in zip(parts, widths, strict=True))
        yield Line(_GAP.join(padded).rstrip(), style)
