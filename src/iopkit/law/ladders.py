"""Ladders: the least care level that can meet each need, as data with its source."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.rules.nodes import Clause
from iopkit.values.periods import Period
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel


@frozen(kw_only=True)
class Need:
    """A need, and the least level that can meet it; it is present where `clause` is met."""

    clause: Clause
    level: CareLevel


@frozen(kw_only=True)
class Ladder:
    """One version of one authority's ladder.

    `lowest` and `highest` bound it.  `beside` are needs that are met beside a level and never
    move it; `barriers` make a level hard to use and never move it either.

    Raises:
        InvalidValue: a need stands outside the bounds.
    """

    id: str
    version: str
    title: Text
    authority: Text
    in_force: Period
    lowest: CareLevel
    highest: CareLevel
    needs: tuple[Need, ...]
    beside: tuple[Clause, ...] = ()
    barriers: tuple[Clause, ...] = ()
    limitations: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not all(self.lowest <= need.level <= self.highest for need in self.needs):
            raise InvalidValue("ladder", "needs from its lowest to its highest level")
