"""What a program outside the network may ask beyond what the plan recognizes: the balance bill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from attrs import evolve

from iopkit.cost import labels
from iopkit.cost.course import Course
from iopkit.cost.items import Item
from iopkit.cost.outcomes import End, allowed_prices, charged
from iopkit.cost.pricing import Billed, PriceCase
from iopkit.cost.scenarios import Scenario
from iopkit.vocabulary.billing import CostComponent

_MAY_BE_BILLED = "episode.may_be_balance_billed"

Lines = tuple[Billed, ...]


class Owed(Protocol):
    """What the patient owes of the days of a course, but for the rest of the bill."""

    def __call__(self, course: Course, /) -> Iterable[tuple[End, End]]:
        """Return the low and the high end of each possible answer."""
        ...


class Rest(NamedTuple):
    """What is charged beyond what the plan recognizes, at both ends; `None` has no upper end.

    The lines are there only where every price is one amount; the ends are then exact.
    """

    low: int
    high: int | None
    charge: int | None
    is_exact: bool = False
    low_lines: Lines = ()
    high_lines: Lines = ()

    def __repr__(self) -> str:
        return "<Rest>"


def may_be_billed(course: Course) -> tuple[bool, ...]:
    """Return each answer to whether the program may ask for the rest of its bill."""
    episode = course.case.episode
    told = None if episode is None else episode.may_be_balance_billed
    if told is not None:
        return (told,)
    course.notes.miss("balance-bill-not-told")
    return (False, True)


def supposed(course: Course, *, is_billed: bool) -> Mapping[str, object]:
    """Return what an answer supposes; nothing where it was told."""
    episode = course.case.episode
    is_told = episode is not None and episode.may_be_balance_billed is not None
    return {} if is_told else {_MAY_BE_BILLED: is_billed}


def rest_of(allowed: PriceCase, charge: tuple[End, End]) -> Rest:
    """Return the rest of a bill at one way to allow the days and one way to charge them."""
    lows, highs = charge[0].price.low, charge[1].price.high
    is_sure = (_is_sure(allowed) or allowed.is_turned) and _is_sure(charge[0].price)
    pairs = (lows, allowed.low), (highs or (), allowed.high or ())
    if is_sure and highs is not None and _grows(*pairs):
        low_lines, high_lines = (_rest(*pair) for pair in pairs)
        ends = _sum(low_lines), _sum(high_lines)
        return Rest(*ends, _sum(highs), True, low_lines, high_lines)
    low = 0 if allowed.is_open else max(_sum(lows) - _sum(allowed.high), 0)
    most = charge[1].cents
    return Rest(low, None if most is None else max(most - _sum(allowed.low), 0), most)


def falling(course: Course, price: PriceCase) -> PriceCase | None:
    """Return a range of prices from the highest to the lowest; `None` where that tells no rest.

    What a plan pays rises with what it recognizes, so that the patient's part and the rest of the
    bill fall together.
    """
    highest = None if price.is_exact or price.is_open or not price.is_told else price.high
    lowest = None if highest is None else _on_days_of(highest, price.low)
    if highest is None or lowest is None:
        return None
    turned = evolve(
        price,
        is_turned=True,
        low=highest[: len(price.low)],
        high=lowest,
        low_values=price.high_values,
        high_values=price.low_values,
    )
    is_less = all(
        rest_of(turned, charge).is_exact and (charge[1].cents or 0) >= _sum(highest)
        for charge in charged(course, Scenario())
    )
    return turned if is_less else None


def _on_days_of(highest: Lines, lowest: Lines) -> Lines | None:
    """Return the lowest prices on each day of the highest; `None` where that is not known."""
    added = highest[len(lowest) :]
    is_one = len({line.cents for line in lowest}) == len({line.cents for line in highest}) == 1
    if any(low.on != high.on for low, high in zip(lowest, highest, strict=False)):
        return None
    if added and not is_one:
        return None
    return (*lowest, *(Billed(line.on, lowest[0].cents) for line in added))


def with_rest(
    course: Course, ends: Iterable[tuple[End, End]], answers: Iterable[bool] | None = None
) -> Iterator[tuple[End, End]]:
    """Yield ends with the rest of the bill beside them, for each answer to whether it may be asked.

    Where that cannot be told for certain, the ends are bounds of both together.
    """
    every = list(ends)
    told = (may_be_billed(course) if every else ()) if answers is None else tuple(answers)
    for low, high in every:
        for is_billed in told:
            values = supposed(course, is_billed=is_billed)
            here = low.supposing(values), high.supposing(values)
            if not is_billed:
                yield here
                continue
            for charge in charged(course, Scenario()):
                yield from (_billed(*here, rest_of(price, charge)) for price in _own(course, low))


def at_price(course: Course, price: PriceCase, owed: Owed) -> Iterator[tuple[End, End]]:
    """Yield what the days cost at one price, with the rest of the bill, which falls as it rises."""
    own, turned = evolve(course, priced=(price,)), falling(course, price)
    fallen = own if turned is None else evolve(course, priced=(turned,))
    lowest = [] if turned is None else list(owed(fallen))
    if not lowest or any(end.parts is None for pair in lowest for end in pair):
        yield from with_rest(own, owed(own))
        return
    for is_billed in may_be_billed(course):
        yield from (
            with_rest(fallen, lowest, (True,))
            if is_billed
            else (with_rest(own, owed(own), (False,)))
        )


def _own(course: Course, end: End) -> tuple[PriceCase, ...]:
    """Return what the case's own plan may recognize: of its own answers, what they settle."""
    every = allowed_prices(course)
    return (end.price,) if end.price in every else every


def untold(course: Course) -> Iterator[tuple[End, End]]:
    """Yield all that may be owed where a plan is silent: from nothing to what is charged."""
    for low, high in charged(course, Scenario()):
        least = low._replace(cents=0, parts=None, is_exact=False, ledgers=())
        yield least, high._replace(is_exact=False)


def balance_item(course: Course, answers: tuple[bool, ...], fee: Item) -> Item:
    """Return the line for the rest of the bill, beside `fee`, the patient's part."""
    ways = [
        rest_of(price, charge)
        for price in allowed_prices(course)
        for charge in charged(course, Scenario())
    ]
    highs = [way.high for way in ways if way.high is not None]
    only = ways[0] if len(ways) == 1 and ways[0].is_exact else None
    most = max(highs) if len(highs) == len(ways) else None
    if only is None and most is not None and fee.high is not None:
        # The patient's part and the rest of the bill are no more than all that is charged.
        most = max(min(way.high or 0, max((way.charge or 0) - fee.high, 0)) for way in ways)
    is_open = False in answers
    return Item(
        component=CostComponent.OUT_OF_POCKET,
        label=labels.BALANCE_PERHAPS if is_open else labels.BALANCE_BILL,
        low=0 if is_open else min(way.low for way in ways),
        high=most,
        is_exact=only is not None,
        low_values=supposed(course, is_billed=not is_open),
        high_values=supposed(course, is_billed=True),
        daily=None if only is None else partial(_daily, only, is_open=is_open),
    )


def _daily(rest: Rest, *, is_open: bool, high: bool) -> Lines:
    if high:
        return rest.high_lines
    return () if is_open else rest.low_lines


def _billed(low: End, high: End, rest: Rest) -> tuple[End, End]:
    if rest.is_exact and high.cents is not None:
        return low._replace(rest=rest.low_lines), high._replace(rest=rest.high_lines)
    # The patient's part and the rest of the bill are no more than all that is charged.
    most = None if rest.charge is None else max(rest.charge, high.cents or 0)
    return _bound(low, (low.cents or 0) + rest.low), _bound(high, most)


def _bound(end: End, cents: int | None) -> End:
    return end._replace(cents=cents, parts=None, is_exact=False, ledgers=())


def _is_sure(price: PriceCase) -> bool:
    return price.is_exact and price.is_told and not price.is_open


def _sum(lines: Iterable[Billed] | None) -> int:
    return sum(line.cents for line in lines or ())


def _by_day(charges: Lines, allowed: Lines) -> Counter[date]:
    days = Counter[date]()
    for line in charges:
        days[line.on] += line.cents
    for line in allowed:
        days[line.on] -= line.cents
    return days


def _grows(low: tuple[Lines, Lines], high: tuple[Lines, Lines]) -> bool:
    """Return whether more days never leave less of the rest, as each one has its own charge."""
    if all(len(one) == len(other) for one, other in zip(low, high, strict=True)):
        return True
    rests = [*_by_day(*low).values(), *_by_day(*high).values()]
    return all(cents >= 0 for cents in rests) or all(cents <= 0 for cents in rests)


def _rest(charges: Lines, allowed: Lines) -> Lines:
    """Return the rest day by day; on the last day, where a day has no more charged than allowed."""
    days, whole = _by_day(charges, allowed), _sum(charges) - _sum(allowed)
    if whole <= 0:
        return ()
    if any(cents < 0 for cents in days.values()):
        return (Billed(charges[-1].on, whole),)
    return tuple(Billed(line.on, days.pop(line.on)) for line in charges if days.get(line.on))
