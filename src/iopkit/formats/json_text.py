"""JSON as text: numbers, `true` and `false` keep the form in which they were written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from iopkit.formats.trees import MAX_DEPTH, Composed, Flaw, Stopped, TreeBuilder

_PART = re.compile(r'\n|"(?:[^"\\\n]|\\.)*"|[{}\[\]]|[^\s{}\[\],:"]+')
_OPENING, _CLOSING = frozenset("{["), frozenset("}]")


def compose_json(text: str) -> Composed:
    """Return what `text` says, each scalar as text, with all flaws of the writing.

    `null` is `None`.  The grammar is that of the standard, without `NaN` and infinities.
    """
    builder = TreeBuilder()
    broken = None if _lies_too_deep(text) else _first_error(text)
    if broken is not None:
        builder.flaws.append(broken)
        return builder.composed()
    try:
        for part, line, column in _parts(text):
            _take(builder, part, line, column)
    except Stopped:
        pass
    return builder.composed()


def _lies_too_deep(text: str) -> bool:
    # The parser of the standard library recurses; whoever nests too deep never reaches it.
    depth = deepest = 0
    for part in _PART.findall(text):
        if part in _OPENING:
            depth += 1
            deepest = max(depth, deepest)
        elif part in _CLOSING:
            depth -= 1
    return deepest > MAX_DEPTH


def _first_error(text: str) -> Flaw | None:
    try:
        json.loads(text, parse_float=str, parse_int=str, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return Flaw("not-json", error.lineno, error.colno)
    except _NotANumber:
        return next(
            Flaw("not-json", line, column)
            for part, line, column in _parts(text)
            if part.lstrip("-").startswith(("NaN", "Infinity"))
        )
    return None


class _NotANumber(Exception):  # never leaves this module
    """A constant that JSON does not have."""


def _refuse(_: str) -> NoReturn:
    raise _NotANumber


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    line, start = 1, 0
    for found in _PART.finditer(text):
        if found[0] == "\n":
            line, start = line + 1, found.end()
        else:
            yield found[0], line, found.start() - start + 1


def _take(builder: TreeBuilder, part: str, line: int, column: int) -> None:
    if part in _OPENING:
        builder.open(line, column, is_mapping=part == "{")
    elif part in _CLOSING:
        builder.close()
    elif part.startswith('"'):
        builder.scalar(json.loads(part) if "\\" in part else part[1:-1], line, column)
    else:
        builder.scalar(None if part == "null" else part, line, column)
