"""A plan and what has been used of it, made ready: handlings, and all that is left in one list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from attrs import frozen

from iopkit.cost.handling import Handling, Name, Tracked
from iopkit.cost.making import Maker
from iopkit.cost.readings import Reading
from iopkit.model.accumulators import Accumulators
from iopkit.model.health_plan import HealthPlan
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.coverage import Benefit


class Marks(NamedTuple):
    """Days, as ordinals: of the last copay of a benefit, and of the last use of a place.

    `stay_copay_on` is of copays of the stay that is running, `copay_left` what no line has taken
    yet of the last copay, in cents; `has_new_stay` says whether the stay began in the meantime.
    """

    copay_on: Mapping[Benefit, int]
    stay_copay_on: Mapping[Benefit, int]
    copay_left: Mapping[Benefit, int]
    counted_on: Mapping[int, int]
    has_new_stay: bool = False

    def __repr__(self) -> str:
        return "<Marks>"


@frozen(kw_only=True, repr=False)
class Book(Quiet):
    """What a plan does with lines of some benefits, and what is left of everything before them.

    `names` says at which places each use is counted, by what was left there; `fresh` is what a new
    stay begins with, place by place.
    """

    plan: HealthPlan
    used: Accumulators
    home: Benefit | None
    handlings: Mapping[tuple[Benefit, bool], Handling]
    left: tuple[int, ...]
    names: Mapping[Name, Mapping[tuple[int, int], int]]
    fresh: Mapping[int, int]
    tracked: Mapping[Benefit, Tracked]
    marks: Marks


def book_of(
    plan: HealthPlan, used: Accumulators, home: Benefit | None, sides: Iterable[Reading]
) -> Book:
    """Return the book of a plan that leaves nothing unsaid that covered lines of `sides` need.

    `home` is the benefit whose visits are counted.
    """
    maker = Maker(plan, used, home)
    return Book(
        plan=plan,
        used=used,
        home=home,
        handlings=maker.handlings(sides),
        left=tuple(maker.left),
        names=maker.names,
        fresh=maker.fresh,
        tracked=maker.tracked,
        marks=Marks(maker.copay_on, maker.stay_copay_on, maker.copay_left, maker.counted_on),
    )
