"""What reaches the terminal: color only where one is looking, and never in a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from io import TextIOWrapper

from rich.console import Console
from rich.text import Text as Styled

from iopkit.formats.writing import JsonValue
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


def show_what_can_be_shown() -> None:
    """Let both streams replace a letter that their encoding lacks, instead of failing at it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def show(lines: Iterable[Line]) -> None:
    """Print lines, colored on a terminal; with `NO_COLOR` set, not even bold."""
    console = Console(soft_wrap=True, highlight=False)
    for line in lines:
        style = "" if console.no_color else _COLORS[line.style]
        console.print(Styled(line.text.rstrip(), style=style))


def show_data(data: JsonValue) -> None:
    """Print `data` as JSON, escaping what the terminal or the pipe cannot carry."""
    console = Console(soft_wrap=True, highlight=False, markup=False, no_color=True)
    is_narrow = not console.encoding.startswith("utf")
    console.print(Styled(json.dumps(data, indent=2, ensure_ascii=is_narrow)))


def show_error(text: str) -> None:
    """Print one line to the error stream."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    console.print(Styled(text))
