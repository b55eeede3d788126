"""Read the checked-in list of what people write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import yaml

from iopkit.values import Term
from iopkit.vocabulary import TERM_KINDS

_FILE = Path(__file__).with_name("words.yaml")


def section(name: str) -> dict[str, object]:
    """Return one part of the list: phrase to terms as written."""
    return _table()[name]


def phrases_as_written(name: str) -> list[str]:
    """Return the phrases of one part in their order, those that stand twice twice."""
    root = yaml.compose(_text(), yaml.SafeLoader)
    parts = {key.value: part for key, part in root.value} if root else {}
    return [key.value for key, _ in parts[name].value]


def _text() -> str:
    return _FILE.read_text(encoding="utf-8")


def _table() -> dict[str, dict[str, object]]:
    return cast("dict[str, dict[str, object]]", yaml.safe_load(_text()))


def name_of(term: Term) -> str:
    """Return `kind/value`, as the list writes a term."""
    return f"{kind_name(type(term))}/{term.value}"


def kind_name(kind: type[Term]) -> str:
    """Return the kebab-case name of a kind of terms."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


KINDS = {kind_name(kind): kind for kind in TERM_KINDS}
