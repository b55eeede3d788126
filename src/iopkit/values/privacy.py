"""Quiet about people: reprs of records show how much is told, never what."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import AttrsInstance, fields, has


class Quiet:
    """The base of every class that holds or derives from a person's record.

    Its `repr` counts the fields that are told.  Documents of such a class are read without
    repeating anything that was written in them.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        kind = type(self)
        if not has(kind):
            return f"<{kind.__name__}>"
        return f"<{kind.__name__}: {len(_told(kind, self))} of {len(fields(kind))} fields told>"

    def __str__(self) -> str:
        return repr(self)


def reveal(value: object) -> str:
    """Return `value` with everything that it holds, written out for someone who may see it."""
    match value:
        case tuple():
            parts = [reveal(part) for part in tuple[object, ...](value)]
            return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
        case frozenset():
            return f"frozenset({{{', '.join(map(reveal, value))}}})"
        case Mapping():
            pairs = (f"{reveal(key)}: {reveal(part)}" for key, part in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return _revealed(value)


def _revealed(value: object) -> str:
    kind = type(value)
    if not issubclass(kind, Quiet) or not has(kind):
        return repr(value)
    told = ", ".join(f"{name}={reveal(part)}" for name, part in _told(kind, value).items())
    return f"{kind.__name__}({told})"


def _told(kind: type[AttrsInstance], record: object) -> dict[str, object]:
    told = {field.name: getattr(record, field.name) for field in fields(kind)}
    silent = {field.name: field.default for field in fields(kind)}
    return {name: value for name, value in told.items() if value not in (None, silent[name])}
