"""What the annotation of a field says."""

from __future__ import annotations

import types
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from iopkit.rules.nodes import Node
from iopkit.values.terms import Term


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """Return the resolved annotations of a class, by field."""
    return get_type_hints(kind)


def is_union(hint: Any) -> bool:
    """Return whether `hint` allows several types."""
    return get_origin(hint) in (Union, types.UnionType)


def is_rule(hint: Any) -> bool:
    """Return whether `hint` is any rule, or `None`."""
    return is_union(hint) and set(get_args(hint)) - {type(None)} == set(get_args(Node))


def is_any_term(hint: Any) -> bool:
    """Return whether `hint` is a term of whatever list, or several."""
    return hint is Term or Term in get_args(hint)
