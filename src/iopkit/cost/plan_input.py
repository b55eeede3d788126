"""What a plan tells that can hardly be meant: amounts and dates that do not go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, date

from attrs import evolve

from iopkit.cost.plan_parity import daily_copay
from iopkit.cost.plan_sizes import size_problems
from iopkit.cost.plan_unused import unused_problems
from iopkit.cost.plan_wording import dollars, listed, problem_of
from iopkit.cost.sides import Side, counting_on
from iopkit.model.benefits import PlanBenefit
from iopkit.model.episode import Episode
from iopkit.model.family import FamilyAmounts
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import DrugAmounts, OutOfNetwork
from iopkit.model.prices import PriceList
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.problems import Problem, Severity
from iopkit.values.shares import WHOLE, Share
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.coverage import Benefit, LinePart

_ONE_PERCENT = Share.percent(1)
_HALF = Share.percent(50)
_OUTPATIENT = (Benefit.IOP, Benefit.OTHER_OUTPATIENT, Benefit.OFFICE_VISIT)


def input_problems(
    plan: HealthPlan, prices: PriceList | None = None, episode: Episode | None = None
) -> Iterator[Problem]:
    """Yield what in a plan is hardly meant as it is told; each is a question."""
    every = dict(amounts_of(plan))
    yield from _below_deductible(plan, every)
    yield from _below_person(every)
    yield from size_problems(plan)
    yield from unused_problems(plan)
    yield from _directions(plan)
    yield from _claims(plan)
    yield from _year_problems(plan.plan_year, episode)
    yield from _above_prices(plan, prices)


TellsAmounts = HealthPlan | FamilyAmounts | OutOfNetwork | DrugAmounts


def _below_deductible(plan: HealthPlan, every: Mapping[str, TellsAmounts]) -> Iterator[Problem]:
    """Yield limits below their deductible, unless that is said not to count toward them."""
    for path, told in every.items():
        deductible, limit = told.deductible, told.out_of_pocket_limit
        if deductible is None or limit is None or deductible.cents <= limit.cents:
            continue
        side = Side(Benefit.IOP, not path.startswith("out_of_network."))
        if counting_on(plan, side).holds(LinePart.DEDUCTIBLE) is not False:
            yield problem_of(
                "plan-limit-below-deductible",
                f"{path}out_of_pocket_limit",
                told=dollars(limit),
                amount=dollars(deductible),
            )


def _below_person(every: Mapping[str, TellsAmounts]) -> Iterator[Problem]:
    """Yield amounts for a family that are below that for one person."""
    for path, family in every.items():
        if not path.endswith("family."):
            continue
        own = every[path.removesuffix("family.")]
        for name, least, told in (
            ("deductible", own.deductible, family.deductible),
            ("out_of_pocket_limit", own.out_of_pocket_limit, family.out_of_pocket_limit),
        ):
            if least is not None and told is not None and told < least:
                yield problem_of(
                    "plan-family-below-person",
                    f"{path}{name}",
                    told=dollars(told),
                    amount=dollars(least),
                )


def amounts_of(plan: HealthPlan) -> Iterator[tuple[str, TellsAmounts]]:
    """Yield each place of a plan that tells a deductible and a limit, with its path."""
    outside = plan.out_of_network
    for path, told in (
        ("", plan),
        ("out_of_network.", plan.out_of_network),
        ("out_of_network.drug.", outside and outside.drug),
        ("drug.", plan.drug),
    ):
        if told is not None:
            yield path, told
            if told.family is not None:
                yield f"{path}family.", told.family


def _directions(plan: HealthPlan) -> Iterator[Problem]:
    """Yield patient's shares that may be the plan's, or fractions that were taken for percents."""
    told, outside = [*_shares(plan.benefits, "")], plan.out_of_network
    if outside is not None:
        beyond = [
            *_shares(outside.benefits, "out_of_network."),
            ("out_of_network.patient_share", outside.patient_share),
        ]
        # All of it outside the network means that nothing is covered there.
        told += [each for each in beyond if each[1] != WHOLE]
    for path, share in told:
        points = 0 if share is None else share.basis_points
        if points > _HALF.basis_points:
            yield problem_of("plan-share-direction", path, told=str(share))
        elif 0 < points < _ONE_PERCENT.basis_points:
            meant = str(Share(100 * points))
            yield problem_of("plan-share-small", path, told=str(share), amount=meant)


def _shares(benefits: Iterable[PlanBenefit], prefix: str) -> Iterator[tuple[str, Share | None]]:
    for at, each in enumerate(benefits):
        path = f"{prefix}benefits[{at}]"
        if each.cost_share is not None:
            yield f"{path}.cost_share.patient_share", each.cost_share.patient_share
        if each.first_visits is not None:
            share = each.first_visits.cost_share.patient_share
            yield f"{path}.first_visits.cost_share.patient_share", share


def _claims(plan: HealthPlan) -> Iterator[Problem]:
    """Yield that more than one benefit may pay an IOP day; where none is named, that is a note."""
    told, named = [each.benefit for each in plan.benefits], plan.iop_benefit
    wanted = _OUTPATIENT if named is None else tuple(dict.fromkeys((Benefit.IOP, named)))
    claiming = [each.label for each in wanted if each in told]
    if len(claiming) > 1:
        path = "benefits" if named is None else "iop_benefit"
        problem = problem_of("plan-iop-benefit", path, told=listed(claiming))
        yield problem if named is not None else evolve(problem, severity=Severity.NOTE)


def _year_problems(year: Period | None, episode: Episode | None) -> Iterator[Problem]:
    if year is None:
        return
    if year.end is None or year.end > _year_later(year.start):
        yield problem_of("plan-year-length", "plan_year", told=str(year))
    if episode is not None and not all(_holds(year, episode, each) for each in episode.starts):
        yield problem_of("plan-year-episode", "plan_year", told=str(year))


def _year_later(start: date) -> date:
    if start.year == MAXYEAR:
        return date.max
    leap_day = (start.month, start.day) == (2, 29)
    return date(start.year + 1, 3, 1) if leap_day else start.replace(year=start.year + 1)


def _holds(year: Period, episode: Episode, start: date) -> bool:
    """Return whether every day that the episode may have from `start` on lies in the plan year."""
    weeks = episode.weeks
    if not year.holds(start):
        return False
    most = weeks.high if isinstance(weeks, Span) else weeks
    if most is None or year.end is None:
        return True
    # What is made up comes after the last week, in another one at least.
    is_longer = episode.makes_up_missed_days and (episode.planned_absences or episode.missed_days)
    return 7 * (most + bool(is_longer)) <= (year.end - start).days


def _above_prices(plan: HealthPlan, prices: PriceList | None) -> Iterator[Problem]:
    """Yield a copay for an IOP day that is above every price told for one."""
    most, wanted = _highest(prices), plan.iop_benefit or Benefit.IOP
    for at, told in enumerate(plan.benefits):
        copay = daily_copay(told) if told.benefit is wanted else None
        if copay is not None and most is not None and copay > most:
            path = f"benefits[{at}].cost_share.copay"
            yield problem_of(
                "plan-copay-above-price", path, told=dollars(copay), amount=dollars(most)
            )


def _highest(prices: PriceList | None) -> Money | None:
    """Return the highest price of an IOP day; `None` where none is told, or one has no end."""
    told = () if prices is None else prices.allowed or prices.charges
    days = [each for each in told if each.service is Service.IOP and each.unit is Unit.DAY]
    ends = [each.amount.high for each in days]
    ends += [tier.amount.high for each in days for tier in each.tiers]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None
