"""What is left of everything that a plan counts, while its lines are settled in order."""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

from iopkit.cost.book import Book, Marks
from iopkit.cost.kernel import NO_LIMIT
from iopkit.model.claim_lines import ClaimLine
from iopkit.vocabulary.coverage import Benefit


class Moment(NamedTuple):
    """What is left at one moment, of every place and of the copays that have begun."""

    left: tuple[int, ...]
    copay_left: dict[Benefit, int]

    def __repr__(self) -> str:
        return "<Moment>"


class State:
    """What is left of everything while lines are walked; days are ordinals."""

    __slots__ = (
        "copay_left",
        "copay_on",
        "counted_on",
        "first_on",
        "fresh",
        "has_new_stay",
        "left",
        "stay",
        "stay_copay_on",
    )

    def __init__(self, book: Book, first_on: int) -> None:
        self.left = list(book.left)
        self.copay_on: dict[Benefit, int] = dict(book.marks.copay_on)
        self.stay_copay_on: dict[Benefit, int] = dict(book.marks.stay_copay_on)
        self.copay_left: dict[Benefit, int] = dict(book.marks.copay_left)
        self.counted_on: dict[int, int] = dict(book.marks.counted_on)
        self.fresh = book.fresh
        self.stay = book.used.stay
        self.has_new_stay = False
        self.first_on = first_on

    def moment(self) -> Moment:
        """Return what is left now."""
        return Moment(tuple(self.left), dict(self.copay_left))

    def copy(self) -> State:
        """Return the same, which may change by itself."""
        other = copy(self)
        other.left = list(self.left)
        other.copay_on, other.stay_copay_on = dict(self.copay_on), dict(self.stay_copay_on)
        other.copay_left, other.counted_on = dict(self.copay_left), dict(self.counted_on)
        return other

    def marks(self) -> Marks:
        """Return the days on which something was last counted, and what begins with them."""
        return Marks(
            copay_on=self.copay_on,
            stay_copay_on=self.stay_copay_on,
            copay_left=self.copay_left,
            counted_on=self.counted_on,
            has_new_stay=self.has_new_stay,
        )

    def enter(self, line: ClaimLine) -> None:
        """Begin a new stay where the number of the stay changes."""
        if line.stay is None or line.stay == self.stay:
            return
        if self.stay is not None:
            self.has_new_stay = True
            self.stay_copay_on.clear()
            for place, whole in self.fresh.items():
                self.left[place] = whole
                self.counted_on.pop(place, None)
        self.stay = line.stay

    def least(self, places: tuple[int, ...]) -> int:
        """Return what the least of some places has left; none of them is no bound."""
        return max(min([self.left[place] for place in places]), 0) if places else NO_LIMIT

    def take(self, places: tuple[int, ...], amount: int) -> None:
        """Use up some of each place."""
        if amount:
            for place in places:
                self.left[place] -= amount
