"""Laws of prices by age: an age costs what the same prices cost by date, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from attrs import evolve
from tests.laws.strategies_estimates import random_case, with_unknowns

from iopkit.cost import Bounds, Estimate, estimate
from iopkit.cost.completing import with_values
from iopkit.law.amounts import Amounts
from iopkit.model.case import Case
from iopkit.model.person import Person
from iopkit.model.prices import Price, PriceList
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit

_CASES = 40
_EDGE = 18
_MINOR, _ADULT = Span[int](None, _EDGE - 1), Span[int](_EDGE, None)
_HIGH_PRICE = {"prices.allowed": Money(10**10)}


def _case(seed: int) -> tuple[Case, date]:
    """Return a case with prices by age, somebody of 17, and a birthday within a year."""
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    case = random_case(random)
    if random.random() < 0.5:
        case = with_unknowns(random, case)
    start = case.episode.start if case.episode else None
    if not isinstance(start, date):
        raise TypeError
    prices = evolve(
        case.prices or PriceList(),
        allowed=tuple(_price(random, ages) for ages in (_MINOR, _ADULT)),
        charges=tuple(_price(random, ages) for ages in (_ADULT, _MINOR)),
    )
    asked = start - timedelta(days=random.randrange(1, 30))
    birthday = asked + timedelta(days=random.randrange(1, 200))
    person = evolve(case.person or Person(), age=_EDGE - 1)
    return evolve(case, on=asked, person=person, prices=prices), birthday


def _price(random: Random, ages: Span[int]) -> Price:
    amount = Span.exactly(Money(random.randrange(60_000)))
    return Price(service=Service.IOP, unit=Unit.DAY, amount=amount, ages=ages)


def _by_date(case: Case, birthday: date) -> Case:
    """Return the case with the same prices, told by date for that birthday."""
    before, after = Period(date(2025, 1, 1), birthday), Period(birthday, date(2030, 1, 1))

    def dated(told: tuple[Price, ...]) -> tuple[Price, ...]:
        held = {_MINOR: before, _ADULT: after}
        return tuple(evolve(each, ages=None, period=held[each.ages]) for each in told if each.ages)

    prices = case.prices or PriceList()
    return evolve(
        case,
        prices=evolve(prices, allowed=dated(prices.allowed), charges=dated(prices.charges)),
    )


def _answer(case: Case) -> Estimate:
    return estimate(case, Amounts(), on=case.on or date(2026, 3, 2))


def test_every_birthday_lies_within_what_an_age_leaves_open() -> None:
    for seed in range(_CASES):
        case, birthday = _case(seed)
        found, sure = _answer(case).to_pay, _answer(_by_date(case, birthday)).to_pay

        if sure.low is not None:
            assert found.holds(sure.low) is not False, seed
        assert found.high is None or (sure.high is not None and sure.high <= found.high), seed


def test_exact_ends_of_prices_by_age_are_reached_by_the_completions_shown() -> None:
    reached = 0
    for seed in range(_CASES):
        case, _ = _case(seed)
        found = _answer(case)
        if found.bounds is Bounds.OUTER:
            continue
        for end, shown in zip(
            (found.to_pay.low, found.to_pay.high), found.completions, strict=True
        ):
            point = _answer(with_values(case, shown.values)).to_pay
            reached += 1

            assert (point.low, point.high) == (end, end), seed
    assert reached > _CASES // 3


def test_an_age_far_from_every_threshold_costs_as_if_there_were_one_price() -> None:
    for seed in range(_CASES):
        case, _ = _case(seed)
        grown = evolve(case, person=evolve(case.person or Person(), age=40))
        prices = case.prices or PriceList()
        one = evolve(
            grown,
            prices=evolve(
                prices, allowed=_for_adults(prices.allowed), charges=_for_adults(prices.charges)
            ),
        )

        assert _answer(grown).to_pay == _answer(one).to_pay, seed


def _for_adults(told: tuple[Price, ...]) -> tuple[Price, ...]:
    return tuple(evolve(each, ages=None) for each in told if each.ages == _ADULT)
