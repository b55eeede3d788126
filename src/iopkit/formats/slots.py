"""The fields of a class, and what the class refuses of their values, all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias, get_args, get_origin

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.formats.annotations import is_union
from iopkit.formats.places import FAILED
from iopkit.formats.scalars import Hook
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.terms import Term

Values: TypeAlias = dict[str, object]
"""Values by the key that tells them."""

_EXAMPLES: Final[Mapping[object, tuple[object, object]]] = {
    str: ("a", "z"),
    int: (1, 50),
    bool: (True, False),
    date: (date(1900, 1, 1), date(2199, 1, 1)),
    time: (time(0, 1), time(23, 58)),
    Decimal: (Decimal(1), Decimal(50)),
    Money: (Money(1_00), Money(1_000_000_00)),
    Share: (Share(1), Share(99_99)),
    Period: (Period(date(1900, 1, 1), date(1900, 1, 2)), Period(date(2199, 1, 1))),
    Listing: (Listing[object](), Listing[object]()),
}
"""Two values of each type that any class can be expected to tell apart, if it tells any apart."""


@frozen(eq=False, repr=False)
class Slot:
    """One field of a class: the key that tells it, and how its value is read.

    `name` is the argument of the class; it differs from `key` only where a document has a word
    of its own.  Without the key, `fills_none` says that the value is `None`; otherwise the
    class has a default.  Where `takes_nothing`, a key without a value is the same as no key.
    """

    key: str
    name: str
    kind: type
    hook: Hook
    is_required: bool = False
    fills_none: bool = False
    takes_nothing: bool = False

    def examples(self) -> tuple[object, object] | None:
        """Return two values that could be told here; `None` for a class of its own."""
        for kind in get_args(self.kind) if is_union(self.kind) else (self.kind,):
            found = _EXAMPLES.get(get_origin(kind) or kind)
            if found is not None:
                return found
            if isinstance(kind, type) and issubclass(kind, Term) and kind is not Term:
                terms = tuple(kind)
                return terms[0], terms[-1]
        return None


class Refusal(NamedTuple):
    """What a class refuses: by the name of a field or of the whole, and what it expected."""

    what: str
    expected: str


@frozen(eq=False, repr=False)
class Making:
    """What makes a value of one class, and the slots of its fields by their keys."""

    make: Callable[..., object]
    slots: Mapping[str, Slot]

    def made(self, told: Values) -> object:
        """Return the value; a field that is not `told` is not known or has its default.

        Raises:
            InvalidValue: the class refuses it.
        """
        unsaid = {slot.name: None for slot in self.slots.values() if slot.fills_none}
        return self.make(**unsaid | {self.slots[key].name: each for key, each in told.items()})

    def refusals(self, told: Values) -> Iterator[Refusal]:
        """Yield all that the class refuses, by the key at fault where one alone is.

        A key that is told as `FAILED` was not readable, and one that was found at fault counts as
        such from then on.  Only what is refused whatever such a key says is yielded.
        """
        sound = {key: each for key, each in told.items() if each is not FAILED}
        open_keys = [key for key in told if key not in sound]
        while refusal := self._whatever(sound, open_keys):
            if refusal.what in open_keys:
                return
            faulty = self._at_fault(refusal, sound, open_keys)
            # A field that is named but not told has no place of its own.
            named = [refusal.what] if refusal.what in self.slots else faulty or [refusal.what]
            yield from (Refusal(what, refusal.expected) for what in named)
            if not faulty:
                return
            open_keys += faulty
            sound = {key: each for key, each in sound.items() if key not in faulty}

    def _whatever(self, sound: Values, open_keys: list[str]) -> Refusal | None:
        """Return what is refused of `sound`, whatever the other keys say."""
        found = {self._refused({**sound, **guess}) for guess in self._guesses(open_keys)}
        return found.pop() if len(found) == 1 else None

    def _refused(self, told: Values) -> Refusal | None:
        try:
            self.made(told)
        except InvalidValue as error:
            return Refusal(error.what, error.expected)
        return None

    def _at_fault(self, refusal: Refusal, sound: Values, open_keys: list[str]) -> list[str]:
        """Return the keys that are at fault, each by itself; none where only several are."""
        if refusal.what in sound:
            return [refusal.what]
        needed = {key: each for key, each in sound.items() if self.slots[key].is_required}
        if self._whatever(needed, open_keys) == refusal:
            return []
        return [
            key
            for key, each in sound.items()
            if key not in needed and self._whatever({**needed, key: each}, open_keys) == refusal
        ]

    def _guesses(self, keys: list[str]) -> list[Values]:
        """Return several answers to `keys`: the fewest, and such that differ wherever they can.

        There are none where a value is needed that cannot be guessed.
        """
        known = {key: told for key in keys if (told := self.slots[key].examples())}
        needed = [key for key in keys if self.slots[key].is_required]
        if any(key not in known for key in needed):
            return []
        return [
            {key: known[key][0] for key in needed},
            *(
                {key: told[(first + at * step) % 2] for at, (key, told) in enumerate(known.items())}
                for first in (0, 1)
                for step in (0, 1)
                if known
            ),
        ]
