"""Ways to attend are counted once where they must cost the same, and apart where anything turns."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import CASE, MONDAY, answer, benefiting, codes, dollars, planned

from iopkit.cost import Estimate
from iopkit.cost.same_costs import SameCosts
from iopkit.law.amounts import Amounts
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.benefits import LimitPeriod, LimitUnit, ServiceLimit
from iopkit.model.case import Case
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.episode import Episode
from iopkit.model.prices import Price, PriceList
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit

_TURN = date(2026, 3, 25)
_WEEKLY = CostShare(deductible_applies=False, copay=dollars("90"), copay_unit=CopayUnit.WEEK)
_MONTHLY = ServiceLimit(quantity=4, unit=LimitUnit.VISITS, period=LimitPeriod.MONTH)


def _within(case: Case, low: date, high: date) -> Case:
    """Return two weeks of care that may begin from one day to another."""
    episode = evolve(case.episode or Episode(), start=Span(low, high), weeks=2)
    return evolve(case, episode=episode)


def _price(amount: str, period: Period) -> Price:
    span = Span.exactly(dollars(amount))
    return Price(service=Service.IOP, unit=Unit.DAY, amount=span, period=period)


_TURNING = PriceList(
    allowed=(
        _price("300", Period(date(2026, 1, 1), _TURN)),
        _price("500", Period(_TURN, date(2027, 1, 1))),
    )
)
_YEAR = Period(date(2025, 3, 9), date(2026, 3, 9))


@pytest.mark.parametrize(
    "case",
    [
        _within(CASE, MONDAY, date(2026, 4, 20)),
        _within(evolve(CASE, prices=_TURNING), MONDAY, date(2026, 4, 20)),
        _within(benefiting(limits=(_MONTHLY,)), MONDAY, date(2026, 4, 20)),
        _within(benefiting(cost_share=_WEEKLY), MONDAY, date(2026, 3, 20)),
        # A course that begins before the plan year ends, with its first day after it.
        _within(
            evolve(
                planned(plan_year=_YEAR),
                used=evolve(NOTHING_USED, deductible_used=dollars("500")),
            ),
            date(2026, 3, 7),
            date(2026, 3, 16),
        ),
    ],
)
def test_a_range_of_starts_costs_what_each_of_its_ways_does(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = _told(answer(case))
    monkeypatch.setattr(SameCosts, "of", _none)

    assert quick == _told(answer(case))


def _none(_case: Case, _amounts: Amounts, _ways: object) -> None:
    return None


def _told(found: Estimate) -> object:
    values = [end.values for end in found.completions]
    return found.to_pay, found.bounds, codes(found), values
