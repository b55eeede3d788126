"""YAML as text: no types, no tags, no anchors, one document."""

from __future__ import annotations

import re
from typing import Final, Protocol, TypeAlias

import yaml

from iopkit.formats.trees import Composed, Flaw, Stopped, TreeBuilder, position


class _Mark(Protocol):
    line: int
    column: int


_Loader: TypeAlias = type[yaml.CLoader] | type[yaml.Loader]

PURE: Final[_Loader] = yaml.Loader
FAST: Final[_Loader] = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader
"""Only the events of a loader are used, which build nothing; both give the same ones."""

_WIDTH = 100
_NUMBER_STARTS = tuple("+-.0123456789")
_LINE_ENDS = tuple("\n\r\x85\u2028\u2029")
_TOUCHING_COMMENT = re.compile(r".?[|>][-+0-9]*#")
"""The start of a block of text with a comment right behind it; a byte order mark shifts it."""
_NOTHING = frozenset({"", "~", "null"})


def compose_yaml(text: str, loader: _Loader = FAST) -> Composed:
    """Return what `text` says, each scalar as text, with all flaws of the writing.

    A plain `null`, `~` or nothing at all is `None`.  Aliases are never expanded.  Tabs are
    refused, because loaders do not agree on where they may stand.
    """
    builder, line, column = TreeBuilder(), 1, 1
    if "\t" in text:
        builder.flaws.append(Flaw("tab-refused", *position(text, text.index("\t"))))
        return builder.composed()
    try:
        for event in yaml.parse(text, Loader=loader):
            line, column = _at(event.start_mark) or (line, column)
            if _is_touched(event, text):
                _break(builder, (line, column))
                break
            _take(builder, event, line, column)
    except yaml.MarkedYAMLError as error:
        _break(builder, _at(error.problem_mark) or (line, column))
    except (ValueError, OverflowError):
        # The pure loader lets some numbers through to Python, such as "\UFFFFFFFF".
        _break(builder, (line, column))
    except Stopped:
        pass
    return builder.composed()


def written_yaml(data: object) -> str:
    """Return `data` as YAML, keys in their order.

    Text that other readers of YAML would take for something else stands in quotes.
    """
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


class _Dumper(yaml.SafeDumper):
    """Writes no aliases, and lists indented below their key.

    It is the pure one, so that the same bytes come out everywhere.
    """

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        style = "'" if data.startswith(_NUMBER_STARTS) else None
        if len(data.splitlines()) > 1 or data.endswith(_LINE_ENDS):
            style = '"'  # Elsewhere, a line break would not come back as the same one.
        return self.represent_scalar("tag:yaml.org,2002:str", data, style)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, indentless=False)


def _at(mark: _Mark | None) -> tuple[int, int] | None:
    return (mark.line + 1, mark.column + 1) if mark else None


def _is_touched(event: yaml.Event, text: str) -> bool:
    """Whether a comment touches the sign of a block of text, which one loader lets pass."""
    if not isinstance(event, yaml.ScalarEvent) or event.style not in ("|", ">"):
        return False
    start = event.start_mark
    return start is not None and _TOUCHING_COMMENT.match(text, start.index) is not None


def _break(builder: TreeBuilder, at: tuple[int, int]) -> None:
    builder.root = None
    builder.flaws.append(Flaw("not-yaml", *at))


def _take(builder: TreeBuilder, event: yaml.Event, line: int, column: int) -> None:
    match event:
        case yaml.ScalarEvent():
            _check(builder, event, line, column)
            is_nothing = not event.style and event.value in _NOTHING
            builder.scalar(None if is_nothing else event.value, line, column)
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            _check(builder, event, line, column)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            builder.open(line, column, is_mapping=is_mapping)
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.close()
        case yaml.AliasEvent():
            builder.refused("alias-refused", line, column)
        case yaml.DocumentStartEvent() if builder.root is not None:
            builder.flaw("several-documents", line, column)
            raise Stopped


def _check(builder: TreeBuilder, event: yaml.NodeEvent, line: int, column: int) -> None:
    if event.anchor is not None:
        builder.flaw("alias-refused", line, column)
    if getattr(event, "tag", None) is not None:
        builder.flaw("tag-refused", line, column)


_Dumper.add_representer(str, _Dumper.represent_str)
