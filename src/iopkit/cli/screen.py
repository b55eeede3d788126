"""What reaches the terminal: color only where one is looking, and never in a file."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text as Styled

from iopkit.report.layout import Line, Style

_COLORS = {
    Style.PLAIN: "",
    Style.ALERT: "bold red",
    Style.HEADING: "bold",
    Style.MET: "green",
    Style.NOT_MET: "red",
    Style.UNKNOWN: "yellow",
    Style.QUIET: "dim",
}


def show(lines: Iterable[Line]) -> None:
    """Print lines, colored on a terminal; with `NO_COLOR` set, not even bold."""
    console = Console(soft_wrap=True, highlight=False)
    for line in lines:
        style = "" if console.no_color else _COLORS[line.style]
        console.print(Styled(line.text.rstrip(), style=style))


def show_plain(text: str) -> None:
    """Print `text` as it is."""
    Console(soft_wrap=True, highlight=False, markup=False, no_color=True).print(Styled(text))


def show_error(text: str) -> None:
    """Print one line to the error stream."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    console.print(Styled(text))
