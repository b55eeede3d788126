"""Laws of estimates under Medicaid: what is told lies within what was not, and is never more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

from attrs import evolve
from tests.laws.strategies_estimates import random_case
from tests.laws.strategies_payers import SCALE

from iopkit.catalog import shipped
from iopkit.cost import Bounds, Estimate, PaidBy, estimate
from iopkit.cost.completing import with_values
from iopkit.model.assistance import Assistance
from iopkit.model.case import Case
from iopkit.model.episode import Episode, Travel
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.household import Household
from iopkit.model.medicaid import AggregatePeriod, MedicaidStanding
from iopkit.model.person import Person
from iopkit.model.sliding_scales import SlidingClass, SlidingScale
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind
from iopkit.vocabulary.places import State

_CASES = 100
_DAY = date(2026, 3, 2)
_AMOUNTS = shipped().amounts
_GUIDELINE = Money.parse("15960")
_FURTHER = Money.parse("5680")
_UNEVEN = SlidingScale(
    id="uneven",
    title=Text("uneven", "desigual"),
    classes=(
        SlidingClass(name="A", to_percent=Decimal(110), discount=Share.percent(80)),
        SlidingClass(
            name="B", above_percent=Decimal(110), to_percent=Decimal(140), nominal_fee=ZERO
        ),
        SlidingClass(name="C", above_percent=Decimal(140), discount=Share.percent(30)),
    ),
)
"""Its least fee is asked inside of a band of Medicaid."""
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
    household = Household(
        size=random.choice((1, 3)),
        yearly_income=Money(random.choice((1_000_000, 2_000_000, 3_500_000, 9_000_000))),
    )
    standing = MedicaidStanding(
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
        case,
        health_plan=plan,
        household=household,
        medicaid=standing,
        episode=episode,
        person=person,
        used=None,
    )


def _vague(random: Random, case: Case) -> Case:
    """Return the same case with some of what Medicaid knows left unsaid."""
    told, household = case.medicaid or MedicaidStanding(), case.household or Household()
    income = household.yearly_income
    if not isinstance(income, Money):
        raise TypeError
    around = Span(Money(random.randrange(income.cents + 1)), income + Money(1_500_000))
    less = evolve(
        household,
        yearly_income=random.choice((None, around, around, income)),
        size=None if random.random() < 0.2 else household.size,
    )
    standing = evolve(
        told,
        is_exempt=random.choice((None, told.is_exempt)),
        counts_by=random.choice((None, told.counts_by)),
    )
    return evolve(case, household=less, medicaid=standing)


def _pair(seed: int) -> tuple[Case, Case]:
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    whole = _whole(random)
    return whole, _vague(random, whole)


def _answer(case: Case) -> Estimate:
    return estimate(case, _AMOUNTS, on=_DAY)


def _share_of_income(case: Case) -> tuple[Fraction, int]:
    """Return what of a day at most is asked above the lowest band, and of how many months."""
    told, household = case.medicaid or MedicaidStanding(), case.household or Household()
    income, size = household.yearly_income, household.size or 1
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
        told, household = whole.medicaid or MedicaidStanding(), whole.household or Household()
        fee = found.lines[0].amount
        share, months = _share_of_income(whole)

        assert other.low is not None
        assert found.to_pay.high is not None
        assert found.to_pay.high <= other.low, seed
        assert fee.high is not None
        if told.is_exempt:
            assert fee.high == ZERO, seed
        if isinstance(household.yearly_income, Money):
            times = 4 if months == 1 else 2  # nine weeks at most, from anywhere in a month
            part = household.yearly_income.cents * months // 12
            assert fee.high.cents <= times * (part // 20 + 1), seed
        if share and found.plan_pays is not None and found.plan_pays.low is not None:
            allowed = fee.high + found.plan_pays.low
            assert fee.high.cents <= share * allowed.cents, seed


def _assisted(seed: int) -> tuple[Case, Case]:
    """Return both cases with assistance in the same program, most often by the same income."""
    whole, vague = _pair(seed)
    random = Random(seed)  # noqa: S311  # reproducible, not secret
    guideline = random.choice((None, None, Money(1_600_000)))
    told = random.choice(
        (
            Assistance(scale=SCALE, guideline=guideline),
            Assistance(scale=_UNEVEN, guideline=guideline),
            Assistance(day_fee=Money(random.randrange(3_000))),
            Assistance(discount=Share(random.randrange(10_001))),
        )
    )
    return evolve(whole, assistance=told), evolve(vague, assistance=told)


def test_a_family_under_medicaid_and_on_a_scale_has_one_income() -> None:
    linked = 0
    for seed in range(_CASES):
        whole, vague = _assisted(seed)
        sure, found = _answer(whole).to_pay, _answer(vague)

        for end in (sure.low, sure.high):
            assert end is not None, seed
            assert found.to_pay.holds(end) is not False, seed
        if found.bounds is Bounds.OUTER:
            continue
        ends = (found.to_pay.low, found.to_pay.high)
        for end, shown in zip(ends, found.completions, strict=True):
            linked += "household.yearly_income" in shown.values
            point = _answer(with_values(vague, shown.values)).to_pay

            assert (point.low, point.high) == (end, end), seed
    assert linked > _CASES // 10


def test_medicaid_and_assistance_share_what_is_allowed_with_the_patient() -> None:
    known = 0
    for seed in range(_CASES):
        whole = _assisted(seed)[0]
        found, alone = _answer(whole), _answer(evolve(whole, assistance=None))
        if PaidBy.PLAN not in alone.by_payer:
            continue
        known += 1

        for end in ("low", "high"):
            paid = [getattr(each, end) for each in found.by_payer.values()]
            before = [getattr(each, end) for each in alone.by_payer.values()]
            assert sum(paid, ZERO) == sum(before, ZERO), seed
            assert all(amount >= ZERO for amount in paid), seed
        assert found.by_payer[PaidBy.PLAN] == alone.by_payer[PaidBy.PLAN], seed
    assert known > _CASES // 2
