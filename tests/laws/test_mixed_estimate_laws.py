"""Laws of estimates in which a start, a network, two plans and assistance are open at once."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from attrs import evolve
from tests.laws.strategies_payers import assisted, two_payers
from tests.laws.test_estimate_laws import DAY, NOTHING_PUBLISHED

from iopkit.cost import Bounds, Estimate, estimate, with_values
from iopkit.model import NOTHING_USED_OUTSIDE, Case, Crediting, Episode, HealthPlan, OutOfNetwork
from iopkit.values import Listing, Money, Share, Span
from iopkit.vocabulary import CostComponent, Coverage

_CASES = 120
_LOST, _NONE = CostComponent.LOST_INCOME, Money(0)
_ANY_PRICE = ("prices.allowed", "second_coverage.allowed")
"""What a completion leaves out where any price that is high enough leads to its end."""


def _answer(case: Case) -> Estimate:
    return estimate(case, NOTHING_PUBLISHED, on=DAY)


def _pair(seed: int) -> tuple[Case, Case]:
    """Return a case that tells its start and its network, and the same left open."""
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    whole, vague = assisted(random, two_payers(random))
    outside = OutOfNetwork(
        coverage=Coverage.COVERED,
        patient_share=Share(random.choice((0, 4_000, 10_000))),
        deductible=Money(random.choice((0, 50_000))),
        deductible_crediting=Crediting.SEPARATE,
        limit_crediting=Crediting.SEPARATE,
        has_out_of_pocket_limit=False,
        counts_toward_limit=Listing(complete=True),
    )
    told, network = random.choice((outside, None)), random.random() < 0.5
    days = random.randrange(1, 6)

    def having(case: Case, *, is_open: bool) -> Case:
        plan, episode = case.health_plan or HealthPlan(id="x"), case.episode or Episode()
        used = case.used
        start = episode.start
        if used is None or not isinstance(start, date):
            raise AssertionError
        return evolve(
            case,
            health_plan=evolve(plan, out_of_network=told),
            used=evolve(used, out_of_network=NOTHING_USED_OUTSIDE),
            episode=evolve(
                episode,
                start=Span(start, start + timedelta(days=days)) if is_open else start,
                is_in_network=None if is_open else network,
                may_be_balance_billed=True,
            ),
        )

    return having(whole, is_open=False), having(vague, is_open=True)


def test_answering_all_that_is_open_at_once_never_leaves_the_range() -> None:
    exact = 0
    for seed in range(_CASES):
        whole, vague = _pair(seed)
        point, found = _answer(whole), _answer(vague)
        codes = {note.code.removeprefix("second-") for note in found.assumptions}
        if point.bounds is Bounds.OUTER or "one-claim-a-day" in codes:
            continue
        exact += 1

        assert point.to_pay.low is not None, seed
        assert found.to_pay.holds(point.to_pay.low) is not False, seed
    assert exact > _CASES // 4


def test_exact_ends_of_all_that_is_open_at_once_are_reached_and_add_up() -> None:
    reached = 0
    for seed in range(_CASES):
        _, vague = _pair(seed)
        found = _answer(vague)
        paid = [line.amount for line in found.lines if line.component is not _LOST]
        low, high = found.completions

        assert sum((each.low or _NONE for each in paid), _NONE) == found.to_pay.low, seed
        if found.bounds is Bounds.OUTER or found.to_pay.high is None:
            continue
        assert sum((each.high or _NONE for each in paid), _NONE) == found.to_pay.high, seed
        for end, values in ((found.to_pay.low, low.values), (found.to_pay.high, high.values)):
            if any(path in low.values and path not in high.values for path in _ANY_PRICE):
                continue
            point = _answer(with_values(vague, values)).to_pay
            reached += 1

            assert (point.low, point.high) == (end, end), seed
    assert reached > 0


def test_a_cost_that_is_a_range_names_what_is_not_known() -> None:
    ranges = 0
    for seed in range(_CASES):
        for case in _pair(seed):
            found = _answer(case)
            if found.to_pay.value is None:
                ranges += 1

                assert found.unknowns, seed
    assert ranges > _CASES // 2
