"""The few forms of reStructuredText that generated pages need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

INDENT = "   "
_SPECIAL = re.compile(r"([\\`*|]|_(?!\w))")


def page(title: str, body: Iterable[str]) -> str:
    """Return the text of a page."""
    return "\n".join([title, "=" * len(title), "", *body, ""])


def section(title: str, body: Iterable[str]) -> list[str]:
    """Return the lines of a section of a page."""
    return [title, "-" * len(title), "", *body, ""]


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the lines of a table; its cells are markup, each line of which is kept."""
    lines = [".. list-table::", f"{INDENT}:header-rows: 1", ""]
    for row in (heads, *rows):
        for at, cell in enumerate(row):
            first, *more = [f"| {line}" for line in cell.split("\n")] if "\n" in cell else [cell]
            lines.append(f"{INDENT}{'* -' if at == 0 else '  -'} {first}".rstrip())
            lines += [f"{INDENT}    {line}" for line in more]
    return [*lines, ""]


def indented(lines: Iterable[str]) -> list[str]:
    """Return `lines`, one step in."""
    return [f"{INDENT}{line}".rstrip() for line in lines]


def plain(text: str) -> str:
    """Return the markup of a text in which nothing is meant as markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write `pages`, by file name, into `folder` where they differ; remove what is none of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.rst"):
        if file.name not in pages:
            file.unlink()
    for name, text in pages.items():
        file = folder / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
