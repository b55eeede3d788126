"""What the days cost under a plan with rules of its own, settled line by line.

Such rules are copays by the day or stay, first visits, limits by days, hours or dollars, amounts
of a family, deductibles of one service, and the outside of a network.  What is not known is
answered in every way where the answers are few; else only the bounds hold that every plan has:
of a covered line nobody owes less than nothing, or more than all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from iopkit.cost.adjudications import PART_ORDER, totals_of
from iopkit.cost.answered_years import Answer, Question, answers
from iopkit.cost.course import Course
from iopkit.cost.outcomes import End
from iopkit.cost.pricing import FOR_SEVERAL_DAYS, Billed, PriceCase, spread
from iopkit.cost.scenarios import Scenario


def featured(
    course: Course, scenario: Scenario, price: PriceCase, *, is_in_network: bool = True
) -> Iterator[tuple[End, End]]:
    """Yield what the patient owes of the days for each way to answer what is not known.

    The ends of a price and of amounts give those of the cost where it `rises` with them.
    """
    high = price.low if price.high is None else price.high
    start = high[: len(price.low)]
    question = Question(course, scenario, is_in_network)
    is_range, is_open = price.low != start, price.is_open
    lows = highs = answers(question, price.low)
    if high is not price.low or question.open_amounts:
        highs = answers(question._replace(is_high=True), high)
        is_range = is_range or bool(question.open_amounts)
    every = [*lows, *highs]
    if (
        not _are_same_days(price.low, start)
        or not lows
        or len(lows) != len(highs)
        or (is_range and not all(answer.rises for answer in every))
    ):
        yield _bounds(scenario, price)
        return
    for low, most in zip(lows, highs, strict=True):
        shown = low.is_shown and price.is_shown and not scenario.bounds_only
        values = {**scenario.values, **low.values, **price.low_values}
        lowest = _end(low, values, price, is_exact=shown)
        values = {**scenario.values, **most.values, **price.high_values}
        highest = _end(most, values, price, is_exact=shown, is_high=True)
        yield lowest, highest._replace(cents=None, parts=None) if is_open else highest


def _are_same_days(one: Iterable[Billed], other: Iterable[Billed]) -> bool:
    return [line.on for line in one] == [line.on for line in other]


def featured_claims(
    course: Course, scenario: Scenario, price: PriceCase, *, is_in_network: bool = True
) -> Iterator[tuple[End, End]]:
    """Yield what `featured` does, for each way to claim a price for several days."""
    found = list(featured(course, scenario, price, is_in_network=is_in_network))
    yield from found
    if price.unit not in FOR_SEVERAL_DAYS:
        return
    daily = spread(price, course.attendance)
    each = list(featured(course, scenario, daily, is_in_network=is_in_network))
    if _cents(each) != _cents(found):
        course.notes.miss("price-for-several-days")
        yield from ((low._replace(price=price), high._replace(price=price)) for low, high in each)


def _cents(ends: Iterable[tuple[End, End]]) -> list[tuple[int | None, int | None]]:
    return [(low.cents, high.cents) for low, high in ends]


def _end(
    answer: Answer,
    values: Mapping[str, object],
    price: PriceCase,
    *,
    is_exact: bool,
    is_high: bool = False,
) -> End:
    """Return what an answer comes to; of lines that it leaves open, nothing at least, or all."""
    parts = [0] * len(PART_ORDER)
    for ledger in answer.ledgers:
        for place, cents in enumerate(totals_of(ledger.runs or ())):
            parts[place] += cents
    if answer.rest:
        more = sum(line.cents for line in answer.rest) if is_high else 0
        return End(sum(parts) + more, None, values, price, is_exact=False)
    return End(sum(parts), tuple(parts), values, price, is_exact, answer.ledgers)


def _bounds(scenario: Scenario, price: PriceCase) -> tuple[End, End]:
    """Return what holds under every plan: nothing at least, and the whole at most."""
    most = None if price.is_open else sum(line.cents for line in price.high or ())
    return (
        End(0, None, scenario.values, price, is_exact=False),
        End(most, None, scenario.values, price, is_exact=False),
    )
