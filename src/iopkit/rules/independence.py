"""Which parts of a rule share nothing that they ask about, so that each is judged by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from iopkit.rules.normal_forms import Count, Form, Whole, literals_of, together
from iopkit.rules.partials import subject_of

Asked: TypeAlias = Callable[[Form], Mapping[object, int]]
"""What tells how often the leaves of a form ask about each thing that is not asked but once."""


def asked_by(form: Form) -> Mapping[object, int]:
    """Return how often the leaves of `form` ask about each thing."""
    return Counter(subject_of(literal.leaf) for literal in literals_of(form))


def apart(parts: Iterable[Form], asked: Asked = asked_by) -> list[list[Form]]:
    """Return `parts` in groups of which no two ask about the same, in order."""
    groups: list[tuple[set[object], list[Form]]] = []
    for part in parts:
        about, members = set(asked(part)), [part]
        for group in [group for group in groups if group[0] & about] if about else ():
            groups.remove(group)
            about, members = about | group[0], [*group[1], *members]
        groups.append((about, members))
    return [members for _, members in groups]


def with_wholes(form: Form, may_be_whole: Callable[[Form], bool], asked: Asked = asked_by) -> Form:
    """Return `form` with each part that shares nothing with the rest taken as one unknown.

    These are the outermost such parts, of those that `may_be_whole`.
    """
    every = asked(form)

    def is_alone(part: Form) -> bool:
        own = asked(part)
        return all(every[one] == times for one, times in own.items()) and may_be_whole(part)

    return _with_wholes(form, is_alone)


def _with_wholes(form: Form, is_alone: Callable[[Form], bool]) -> Form:
    if not isinstance(form, Count):
        return form
    alone = [part for part in form.parts if is_alone(part)]
    rest = [part for part in form.parts if part not in alone]
    wholes = [together(form, alone)] if form.is_plain and alone else alone
    parts = (*map(Whole, wholes), *(_with_wholes(part, is_alone) for part in rest))
    return Count(1 if form.count == 1 else form.count - len(form.parts) + len(parts), parts)
