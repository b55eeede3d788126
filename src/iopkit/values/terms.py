"""The form of every word of the field: an enum member with a stable value and a label."""

from __future__ import annotations

from enum import Enum
from typing import Self

from iopkit.values.texts import Text


class Term(Enum):
    """A word from a closed list: a stable kebab-case `value` and a `label` in both languages.

    A member is written `NAME = "stable-value", "English label", "Spanish label"`.  No code of
    another system sits on a member: crosswalks are dated data.
    """

    label: Text
    _place: int

    # Each member is the only one of its kind; `Enum` would hash its name at every look-up.
    __hash__ = object.__hash__

    def __new__(cls, value: str, en: str = "", es: str = "") -> Self:
        """Build one member; labels are given in the class body only."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = Text(en, es)
        member._place = len(cls.__members__)
        return member

    @classmethod
    def values(cls) -> tuple[str, ...]:
        """The stable values in the order of declaration."""
        return tuple(member.value for member in cls)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Ranked(Term):
    """A term of an ordered list: the order of declaration is the order of comparison."""

    @property
    def rank(self) -> int:
        """The place in the list, from 0."""
        return self._place

    def __lt__(self, other: Self) -> bool:
        return self.rank < other.rank if type(self) is type(other) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return self.rank <= other.rank if type(self) is type(other) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return self.rank > other.rank if type(self) is type(other) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return self.rank >= other.rank if type(self) is type(other) else NotImplemented
