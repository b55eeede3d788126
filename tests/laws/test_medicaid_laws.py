"""Laws of estimates under Medicaid: what is told lies within what was not, and is never more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

from attrs import evolve
from tests.laws.strategies_estimates import random_case

from iopkit.catalog import shipped
from iopkit.cost import Bounds, Estimate, estimate
from iopkit.cost.completing import with_values
from iopkit.model.case import Case
from iopkit.model.episode import Episode, Travel
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.medicaid import AggregatePeriod, MedicaidStanding
from iopkit.model.person import Person
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind
from iopkit.vocabulary.places import State

_CASES = 100
_DAY = date(2026, 3, 2)
_AMOUNTS = shipped().amounts
_GUIDELINE = Money.parse("15960")
_FURTHER = Money.parse("5680")
_FREE = Travel(miles=Decimal(0), minutes=0, fares=ZERO, parking=ZERO)


def _whole(random: Random) -> Case:
    """Return a case under Medicaid that tells everything, within one calendar year."""
    case = random_case(random)
    copay = Money(random.randrange(9_000))
    share = random.choice(
        (
            CostShare(deductible_applies=False, copay=copay),
            CostShare(deductible_applies=False, patient_share=Share(random.randrange(3_000))),
        )
    )
    plan = HealthPlan(
        id="medicaid",
        payer=PayerKind.MEDICAID,
        plan_year=Period.calendar_year(2026),
        iop_coverage=Coverage.COVERED,
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False),),
        deductible=ZERO,
        has_out_of_pocket_limit=False,
    )
    standing = MedicaidStanding(
        household_size=random.choice((1, 3)),
        yearly_income=Money(random.choice((1_000_000, 2_000_000, 3_500_000, 9_000_000))),
        is_exempt=random.random() < 0.2,
        counts_by=random.choice(tuple(AggregatePeriod)),
        family_paid=Money(random.choice((0, 0, 3_000))),
    )
    episode = evolve(
        case.episode or Episode(),
        start=date(2026, random.randrange(1, 9), random.randrange(1, 28)),
        weeks=random.choice((1, 4, 9)),
        missed_days=(),
        closed_days=(),
        travel=_FREE,
    )
    person = evolve(case.person or Person(), state=State.MD)
    return evolve(
        case, health_plan=plan, medicaid=standing, episode=episode, person=person, used=None
    )


def _vague(random: Random, case: Case) -> Case:
    """Return the same case with some of what Medicaid knows left unsaid."""
    told = case.medicaid or MedicaidStanding()
    income = told.yearly_income
    if not isinstance(income, Money):
        raise TypeError
    around = Span(Money(random.randrange(income.cents + 1)), income + Money(1_500_000))
    changes: dict[str, object] = {
        "yearly_income": random.choice((None, around, around, income)),
        "is_exempt": random.choice((None, told.is_exempt)),
        "counts_by": random.choice((None, told.counts_by)),
    }
    if random.random() < 0.2:
        changes["household_size"] = None
    return evolve(case, medicaid=evolve(told, **changes))  # type: ignore[arg-type]  # the names are fields


def _pair(seed: int) -> tuple[Case, Case]:
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    whole = _whole(random)
    return whole, _vague(random, whole)


def _answer(case: Case) -> Estimate:
    return estimate(case, _AMOUNTS, on=_DAY)


def _share_of_income(case: Case) -> tuple[Fraction, int]:
    """Return what of a day at most is asked above the lowest band, and of how many months."""
    told = case.medicaid or MedicaidStanding()
    income, size = told.yearly_income, told.household_size or 1
    if not isinstance(income, Money):
        raise TypeError
    guideline = _GUIDELINE.cents + _FURTHER.cents * (size - 1)
    percent = Fraction(100 * income.cents, guideline)
    share = Fraction(0) if percent <= 100 else Fraction(1 if percent <= 150 else 2, 10)
    return share, 1 if told.counts_by is AggregatePeriod.MONTH else 3


def test_what_is_told_whole_lies_within_what_is_told_in_part() -> None:
    for seed in range(_CASES):
        whole, vague = _pair(seed)
        sure, found = _answer(whole).to_pay, _answer(vague).to_pay

        for end in (sure.low, sure.high):
            assert end is not None, seed
            assert found.holds(end) is not False, seed


def test_exact_ends_under_medicaid_are_reached_by_the_completions_shown() -> None:
    reached = 0
    for seed in range(_CASES):
        vague = _pair(seed)[1]
        found = _answer(vague)
        if found.bounds is Bounds.OUTER:
            continue
        for end, shown in zip(
            (found.to_pay.low, found.to_pay.high), found.completions, strict=True
        ):
            point = _answer(with_values(vague, shown.values)).to_pay
            reached += 1

            assert (point.low, point.high) == (end, end), seed
    assert reached > _CASES // 3


def test_no_more_is_owed_than_without_medicaid_nor_than_the_family_may_be_asked() -> None:
    for seed in range(_CASES):
        whole = _pair(seed)[0]
        plan = evolve(whole.health_plan or HealthPlan(id="x"), payer=PayerKind.COMMERCIAL)
        other = _answer(evolve(whole, health_plan=plan)).to_pay
        found = _answer(whole)
        told = whole.medicaid or MedicaidStanding()
        fee = found.lines[0].amount
        share, months = _share_of_income(whole)

        assert other.low is not None
        assert found.to_pay.high is not None
        assert found.to_pay.high <= other.low, seed
        assert fee.high is not None
        if told.is_exempt:
            assert fee.high == ZERO, seed
        if isinstance(told.yearly_income, Money):
            times = 4 if months == 1 else 2  # nine weeks at most, from anywhere in a month
            part = told.yearly_income.cents * months // 12
            assert fee.high.cents <= times * (part // 20 + 1), seed
        if share and found.plan_pays is not None and found.plan_pays.low is not None:
            allowed = fee.high + found.plan_pays.low
            assert fee.high.cents <= share * allowed.cents, seed
