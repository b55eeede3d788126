"""Quiet about people: reprs of records show how much is told, never what."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import AttrsInstance, fields, has


class Quiet:
    """The base of every class that holds or derives from a person's record.

    Its `repr` counts the fields that are told.  Documents of such a class are read without
    repeating anything that was written in them.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        if not has(type(self)):
            return f"<{type(self).__name__}>"
        told = [value for _, value in _told(self)]
        return f"<{type(self).__name__}: {len(told)} of {len(fields(type(self)))} fields told>"

    __str__ = __repr__


def reveal(value: object) -> str:
    """Return `value` with everything that it holds, written out for someone who may see it."""
    if isinstance(value, tuple):
        parts = [reveal(part) for part in tuple[object, ...](value)]
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if not isinstance(value, Quiet) or not has(type(value)):
        return repr(value)
    told = ", ".join(f"{name}={reveal(part)}" for name, part in _told(value))
    return f"{type(value).__name__}({told})"


def _told(record: AttrsInstance) -> Iterator[tuple[str, object]]:
    for field in fields(type(record)):
        value: object = getattr(record, field.name)
        if value is not None:
            yield field.name, value
