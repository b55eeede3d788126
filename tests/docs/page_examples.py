"""Running the examples of a page as its reader would, one after another in one folder.

A `python` block runs with the names of those before it, and what stands after `>>>` must answer
as shown.  A `yaml` block whose first line is a comment with a file name becomes that file.  In a
`console` block each `$ iopkit` line runs, and what it prints must be what stands below it; a line
`...` stands for any lines.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.typing import Parser

from iopkit.cli import run

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^[ \t]*```[ \t]*([^\s`]*)", re.MULTILINE)

_FILE = re.compile(r"# (\S+\.yaml)\n")
_BAD_INPUT = 2


def pages() -> list[Path]:
    """Return every page that shows examples: the README, and all below `docs`."""
    found = (ROOT / "docs").rglob("*.md")
    return [ROOT / "README.md", *sorted(page for page in found if "_build" not in page.parts)]


def run_examples(page: Path) -> int:
    """Run all examples of `page` in the working folder; return how many there were."""
    parsers: list[Parser] = [
        PythonCodeBlockParser(),
        CodeBlockParser("yaml", _write_file),
        CodeBlockParser("console", _run_commands),
    ]
    examples = list(sybil.Sybil(parsers).parse(page).examples())
    for example in examples:
        example.evaluate()
    return len(examples)


def languages(page: Path) -> set[str]:
    """Return the languages of the fenced blocks of `page`."""
    opening = FENCE.findall(page.read_text(encoding="utf-8"))[::2]
    return set(opening)


def _write_file(example: sybil.Example) -> None:
    text = str(example.parsed)
    named = _FILE.match(text)
    if named:
        file = Path(named[1])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _run_commands(example: sybil.Example) -> str | None:
    for command, wanted in _commands(str(example.parsed)):
        words = shlex.split(command, comments=True)
        if words[:1] != ["iopkit"]:
            if wanted:
                return f"nobody checks what {command!r} prints; show iopkit commands only"
            continue
        code, printed = _printed(words[1:])
        if wanted and not _fits(wanted, printed):
            lines = difflib.unified_diff(wanted, printed, "the page", "in truth", lineterm="")
            return "\n".join(lines)
        if not wanted and code == _BAD_INPUT:
            return "\n".join(printed)
    return None


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command with the lines below it; without any `$`, every line is a command."""
    lines = block.rstrip("\n").split("\n")
    if not any(line.startswith("$ ") for line in lines):
        lines = [f"$ {line}" for line in lines]
    starts = [at for at, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start].removeprefix("$ "), lines[start + 1 : end]


def _printed(arguments: list[str]) -> tuple[int, list[str]]:
    with redirect_stdout(StringIO()) as printed, redirect_stderr(printed):
        code = run(arguments)
    return code, printed.getvalue().rstrip("\n").split("\n")


def _fits(wanted: list[str], printed: list[str]) -> bool:
    parts = (r"(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in wanted)
    return re.fullmatch("".join(parts), "".join(f"{line}\n" for line in printed)) is not None
