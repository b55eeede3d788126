"""Lists of facts that know what they do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from attrs import field, frozen

from iopkit.errors import InvalidValue

T = TypeVar("T")


def _once(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(things))


@frozen
class Listing(Generic[T]):
    """What is present, what is absent, and nothing about the rest unless `complete`.

    The order in which things were told is kept.

    Raises:
        InvalidValue: something is said to be both present and absent.
    """

    present: tuple[T, ...] = field(default=(), converter=_once)
    lacks: tuple[T, ...] = field(default=(), converter=_once)
    complete: bool = False

    def __attrs_post_init__(self) -> None:
        if set(self.present) & set(self.lacks):
            raise InvalidValue("listing", "nothing that is both present and absent")

    @classmethod
    def of(cls, *present: T, lacks: Iterable[T] = (), complete: bool = False) -> Listing[T]:
        """Return a listing of what is `present`; `complete` when nothing else is."""
        return cls(present, tuple(lacks), complete)

    def holds(self, thing: T) -> bool | None:
        """Return whether `thing` is present; `None` where the listing does not say."""
        if thing in self.present:
            return True
        return False if self.complete or thing in self.lacks else None

    def holds_any(self, things: Iterable[T]) -> bool | None:
        """Return whether one of `things` is present; `None` where the listing does not say."""
        answers = [self.holds(thing) for thing in things]
        if True in answers:
            return True
        return None if None in answers else False

    def __iter__(self) -> Iterator[T]:
        return iter(self.present)

    def __len__(self) -> int:
        return len(self.present)

    def __bool__(self) -> bool:
        """Refuse: an empty listing may be silent, complete, or full of absences.

        Raises:
            InvalidValue: always.
        """
        raise InvalidValue("listing", "a question: holds(x), complete, or len(...)")
