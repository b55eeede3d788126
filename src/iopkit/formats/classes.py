"""Mappings, and the classes whose fields they tell."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from attrs import NOTHING, frozen

from iopkit.errors import InvalidValue
from iopkit.formats.files import follow
from iopkit.formats.places import FAILED, Failed, Spot
from iopkit.formats.scalars import read_at
from iopkit.formats.slots import Making, Slot, Values
from iopkit.formats.trees import Entries
from iopkit.values.texts import Text


@frozen(eq=False, repr=False)
class ClassReader:
    """How a mapping becomes a value of one class.

    `is_quiet` says whether the class holds a person's record, `None` where that depends on what
    it stands in; `holds_record` whether one may stand in it at any depth.  `follows` says
    whether another file can tell it.
    """

    make: Callable[..., object]
    slots: dict[str, Slot]
    is_quiet: bool | None = None
    holds_record: bool = False
    follows: bool = True

    def __call__(self, spot: Spot, _: type) -> object:
        """Return the value at `spot`; hooks of the converter are called so."""
        here = self.entered(spot)
        if isinstance(here, Failed):
            return here
        if not isinstance(here.tree, Entries):
            return here.refuse(self._keys("a mapping with the keys", "un grupo con las claves"))
        self._refuse_unknown(here, here.tree)
        values = {key: self._told(slot, here, here.tree) for key, slot in self.slots.items()}
        return self._made(here, {key: each for key, each in values.items() if each is not NOTHING})

    def entered(self, spot: Spot) -> Spot | Failed:
        """Return the spot to read: in another file, if `spot` refers to one."""
        is_quiet = spot.is_quiet if self.is_quiet is None else self.is_quiet
        here = spot.as_quiet(is_quiet)
        if not self.follows:
            return here
        return follow(here, is_record=here.is_quiet or self.holds_record)

    def _told(self, slot: Slot, here: Spot, tree: Entries) -> object:
        entry = tree.entries.get(slot.key)
        if entry is None:
            if slot.is_required:
                return here.report("missing-key", what=Text(repr(slot.key), repr(slot.key)))
            return None if slot.fills_none else NOTHING
        spot = here.entry(slot.key, entry)
        if slot.takes_nothing and spot.says_nothing():
            return NOTHING
        return read_at(spot, slot.kind, slot.hook)

    def _made(self, here: Spot, told: Values) -> object:
        making = Making(self.make, self.slots)
        if FAILED not in told.values():
            try:
                return making.made(told)
            except InvalidValue:
                pass  # reported outside of the handler, so that no context is kept
        for what, expected in making.refusals(told):
            entry = here.tree.entries.get(what) if isinstance(here.tree, Entries) else None
            place = here.entry(what, entry) if entry and what in self.slots else here
            place.report("invalid-value", what=Text(expected, expected))
        return FAILED

    def _refuse_unknown(self, here: Spot, tree: Entries) -> None:
        for key, entry in tree.entries.items():
            if key in self.slots:
                continue
            near = get_close_matches(key, self.slots, 1)
            remedy = (
                Text(f"did you mean {near[0]!r}?", f"¿quiso decir {near[0]!r}?") if near else None
            )
            here.unknown_key(key, entry, self._keys("", ""), remedy)

    def _keys(self, en: str, es: str) -> Text:
        keys = ", ".join(self.slots)
        return Text(f"{en} {keys}".strip(), f"{es} {keys}".strip())
