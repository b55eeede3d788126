"""Sizes of files and functions, and what no source file does: assert, or read a clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

MOST_LINES_OF_FILE = 300
MOST_LINES_OF_FUNCTION = 40
MOST_PARAMETERS = 5

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_CLOCK_METHODS = ("now", "today", "utcnow")


def size_violations(package: Path) -> list[str]:
    """Return the files and functions of `package` that are too long or take too much."""
    found: list[str] = []
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package).as_posix()
        text = path.read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if lines > MOST_LINES_OF_FILE:
            found.append(f"{file}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, _Function):
                found += (f"{file}:{node.lineno}: {node.name}: {what}" for what in _excess(node))
    return found


def _excess(function: _Function) -> Iterator[str]:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if lines > MOST_LINES_OF_FUNCTION:
        yield f"{lines} lines"
    taken = function.args
    names = [each.arg for each in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)]
    names += [each.arg for each in (taken.vararg, taken.kwarg) if each]
    count = sum(name not in ("self", "cls") for name in names)
    if count > MOST_PARAMETERS:
        yield f"{count} parameters"


def habit_violations(package: Path) -> list[str]:
    """Return the bare asserts and the clock reads of `package`."""
    found: list[str] = []
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            habit = _habit(node)
            if habit:
                found.append(f"{file}:{getattr(node, 'lineno', 1)}: {habit}")
    return found


def _habit(node: ast.AST) -> str | None:
    match node:
        case ast.Assert():
            return "bare assert"
        case ast.Attribute(attr=name) if name in _CLOCK_METHODS:
            return f"reads a clock: {name}"
        case ast.Import(names=names) if any(alias.name == "time" for alias in names):
            return "reads a clock: time"
        case ast.ImportFrom(module="time"):
            return "reads a clock: time"
    return None
