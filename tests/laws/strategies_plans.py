"""Random whole plans, accumulators and episodes, from a seeded generator; nothing is unsaid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from attrs import asdict, evolve

from iopkit.model import (
    AccumulatorPot,
    Accumulators,
    AuthorizationRule,
    BenefitUse,
    CareEvent,
    ClaimLine,
    CopayUnit,
    CostShare,
    Crediting,
    DrugAmounts,
    FamilyAmounts,
    FamilyRule,
    FirstVisits,
    HealthPlan,
    LimitPeriod,
    LimitUnit,
    LimitUse,
    MissingAuthorization,
    OutOfNetwork,
    OutsideUse,
    PenaltyBase,
    PenaltyUnit,
    PlanBenefit,
    PoolUse,
    ServiceDeductible,
    ServiceDeductibleRule,
    ServiceLimit,
    ServiceUse,
    SessionKind,
)
from iopkit.values import Listing, Money, Share
from iopkit.vocabulary import Benefit, CopayOrder, Coverage, LinePart

FIRST_DAY = date(2026, 1, 5)
T = TypeVar("T")
PARTS = (
    LinePart.COPAY_BEFORE,
    LinePart.SERVICE_DEDUCTIBLE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
)
BENEFITS = (Benefit.IOP, Benefit.OFFICE_VISIT, Benefit.PRESCRIPTION_DRUGS)
_AMOUNTS = (0, 1, 99, 100, 101, 2_599, 7_500, 16_951, 41_845)
_COPAYS = (0, 1, 40, 2_500, 4_000, 50_000)
_SHARES = (0, 1, 1_250, 2_000, 3_333, 5_000, 9_999)
_POOLS = (0, 100, 5_000, 28_300, 100_000, 150_000, 500_000)


@dataclass(frozen=True)
class WholeEpisode:
    """A plan that says everything, what has been used of it, and lines in order."""

    plan: HealthPlan
    used: Accumulators
    lines: tuple[ClaimLine, ...]


class Drawing:
    """One seeded generator, and how often each feature is drawn."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  # reproducible, not secret
        # Some plans are plain and some have everything, so that features meet and stand alone.
        self.often = self.random.choice((0.0, 0.05, 0.15, 0.4))
        self.covers_iop = True

    def sometimes(self, value: T, often: float | None = None) -> T | None:
        """Return `value`, or rarely enough nothing."""
        return value if self.random.random() < (self.often if often is None else often) else None

    def money(self, amounts: tuple[int, ...]) -> Money:
        """Return an amount near one of some."""
        choose = self.random.choice
        jitter = choose((0, 0, -1, 1, self.random.randrange(500)))
        return Money(max(choose(amounts) + jitter, 0))

    def partly(self, whole: Money | None) -> Money:
        """Return what may have been used of an amount, at times all or more than all."""
        cents = whole.cents if whole else 0
        return Money(self.random.choice((0, 0, cents, self.random.randrange(cents + 1), 2 * cents)))

    def episode(self) -> WholeEpisode:
        """Return a whole episode."""
        plan = self.plan()
        self.covers_iop = plan.iop_coverage is not Coverage.NOT_COVERED
        episode = WholeEpisode(plan, self.used(plan), self.lines())
        return self._by_stays(episode) if self.random.random() < 0.2 else episode

    def _by_stays(self, episode: WholeEpisode) -> WholeEpisode:
        """Return the same where one stay follows another, now and then without its number.

        At times the same ones follow one another in each week.
        """
        days, told = self.random.choice((1, 2, 3, 5, 8, 14)), self.random.choice((0.8, 1.0))
        weekly = 7 if self.random.random() < 0.4 else 10_000
        lines = [
            evolve(line, stay=self.sometimes((line.on - FIRST_DAY).days % weekly // days, told))
            for line in episode.lines
        ]
        used = evolve(episode.used, stay=self.random.choice((None, 0, 1)))
        return WholeEpisode(episode.plan, used, tuple(lines))

    def plan(self) -> HealthPlan:
        """Return a plan of three benefits."""
        has_limit = self.random.random() < 0.75
        counts: tuple[LinePart, ...] = PARTS
        if self.random.random() < 0.35:
            counts = tuple(part for part in PARTS if self.random.random() < 0.6)
        pot = self.sometimes(AccumulatorPot.DRUG, 0.7) or AccumulatorPot.MEDICAL
        benefits = [self.benefit(benefit) for benefit in BENEFITS]
        benefits[2] = evolve(benefits[2], pot=pot)
        return HealthPlan(
            id="random",
            iop_benefit=self.sometimes(self.random.choice((None, *BENEFITS))) or Benefit.IOP,
            iop_coverage=self.sometimes(Coverage.NOT_COVERED, 0.03)
            or self.random.choice((Coverage.COVERED, Coverage.WITH_AUTHORIZATION)),
            benefits=tuple(benefits),
            deductible=self.money(_POOLS),
            out_of_pocket_limit=self.money(_POOLS) if has_limit else None,
            has_out_of_pocket_limit=has_limit,
            counts_toward_limit=Listing(counts, complete=True),
            limit_ends_deductible=self.random.random() < 0.5,
            family=self.sometimes(self.family(has_limit=has_limit)),
            out_of_network=self.outside(),
            drug=self.drug(),
            missing_authorization=self.authorization(),
        )

    def benefit(self, benefit: Benefit) -> PlanBenefit:
        """Return one benefit, on either side of the network."""
        limit = self.sometimes(self.random.randrange(12))
        first = FirstVisits(
            visits=self.random.randrange(1, 5),
            cost_share=self.share(),
            counted_with=Listing(tuple(self.random.sample(BENEFITS, self.random.randrange(3)))),
        )
        own = ServiceDeductible(
            amount=self.money(_POOLS), rule=self.random.choice(list(ServiceDeductibleRule))
        )
        return PlanBenefit(
            benefit=benefit,
            cost_share=self.share(),
            first_visits=self.sometimes(first),
            visit_limit=limit,
            has_visit_limit=limit is not None,
            limits=self.limits(),
            service_deductible=self.sometimes(own),
            counts_toward_limit=self.sometimes(False),
            needs_authorization=self.sometimes(
                self.random.random() < 0.5, self.often if benefit is Benefit.IOP else 1
            ),
        )

    def limits(self) -> tuple[ServiceLimit, ...]:
        """Return no limit, or some of different kinds."""
        wanted = [
            (unit, period)
            for unit in LimitUnit
            for period in LimitPeriod
            if self.random.random() < self.often / 6
            and (unit, period) != (LimitUnit.VISITS, LimitPeriod.YEAR)
        ]
        most = {LimitUnit.DOLLARS: 2_000, LimitUnit.HOURS: 40}
        return tuple(
            ServiceLimit(
                quantity=self.random.randrange(most.get(unit, 12)), unit=unit, period=period
            )
            for unit, period in wanted
        )

    def share(self) -> CostShare:
        """Return any cost share, often with several parts at once."""
        order = self.random.choice((None, *CopayOrder))
        applies = self.random.random() < 0.5 if order is None else order is not CopayOrder.PLAIN
        share = self.random.choice((None, *map(Share, _SHARES)))
        if order is None:
            return CostShare(deductible_applies=applies, patient_share=share)
        of_group = self.sometimes(self.money(_COPAYS))
        return CostShare(
            deductible_applies=applies,
            copay=None if of_group and self.random.random() < 0.2 else self.money(_COPAYS),
            copay_order=order,
            copay_unit=self.sometimes(self.random.choice(list(CopayUnit))),
            group_copay=of_group,
            copay_cap_per_stay=self.sometimes(self.money(_POOLS)),
            copay_days_per_stay=self.sometimes(self.random.randrange(1, 6)),
            copay_waived_on=tuple(each for each in CareEvent if self.random.random() < self.often),
            patient_share=share,
        )

    def family(self, *, has_limit: bool) -> FamilyAmounts:
        """Return what a family shares."""
        rule = self.random.choice(list(FamilyRule))
        limit_rule = self.random.choice(list(FamilyRule))
        return FamilyAmounts(
            deductible=self.money(_POOLS),
            deductible_rule=rule,
            deductible_members=self.random.randrange(1, 4),
            out_of_pocket_limit=self.money(_POOLS) if has_limit else None,
            limit_rule=limit_rule if has_limit else None,
            limit_members=self.random.randrange(1, 4) if has_limit else None,
            person_limit=self.sometimes(self.money(_POOLS)) if has_limit else None,
        )

    def outside(self) -> OutOfNetwork:
        """Return the other side of the network."""
        has_limit = self.random.random() < 0.75
        own = tuple(part for part in PARTS if self.random.random() < 0.8)
        some = self.random.sample(BENEFITS, self.random.randrange(4))
        pot = self.sometimes(AccumulatorPot.DRUG, 0.7) or AccumulatorPot.MEDICAL
        benefits = tuple(
            evolve(self.benefit(each), pot=pot)
            if each is Benefit.PRESCRIPTION_DRUGS
            else self.benefit(each)
            for each in some
        )
        return OutOfNetwork(
            coverage=self.random.choice((*Coverage, Coverage.COVERED, Coverage.COVERED)),
            benefits=benefits,
            deductible=self.money(_POOLS),
            deductible_crediting=self.random.choice(list(Crediting)),
            out_of_pocket_limit=self.money(_POOLS) if has_limit else None,
            has_out_of_pocket_limit=has_limit,
            limit_crediting=self.random.choice(list(Crediting)),
            counts_toward_limit=Listing(own, complete=True)
            if own and self.random.random() < 0.5
            else Listing(),
            patient_share=self.random.choice((Share(4_000), Share(3_333), Share(10_000))),
            family=self.sometimes(self.family(has_limit=has_limit)),
            drug=self.drug(),
        )

    def drug(self) -> DrugAmounts:
        """Return the amounts for drugs, apart or integrated."""
        has_limit = self.random.random() < 0.75
        return DrugAmounts(
            is_deductible_integrated=self.random.random() < 0.5,
            deductible=self.money(_POOLS),
            is_limit_integrated=self.random.random() < 0.5,
            out_of_pocket_limit=self.money(_POOLS) if has_limit else None,
            has_out_of_pocket_limit=has_limit,
            family=self.sometimes(self.family(has_limit=has_limit)),
        )

    def authorization(self) -> MissingAuthorization:
        """Return what a missing authorization costs."""
        return MissingAuthorization(
            rule=self.random.choice(list(AuthorizationRule)),
            share=Share(self.random.choice((0, 2_500, 5_000, 3_333))),
            share_of=self.random.choice(list(PenaltyBase)),
            amount=self.sometimes(self.money(_COPAYS), 0.4),
            most=self.sometimes(self.money(_POOLS), 0.4),
            unit=self.random.choice(list(PenaltyUnit)),
        )

    def used(self, plan: HealthPlan) -> Accumulators:
        """Return what has been used, every part of it exact."""
        outside, drug = plan.out_of_network, plan.drug
        return Accumulators(
            **asdict(self._pool_use(plan), recurse=False),
            visits_used=self.random.randrange(8),
            carryover_used=Money(0),
            benefits_used=tuple(
                self._benefit_use(each)
                for each in plan.benefits
                if self.random.random() < self.often
            ),
            out_of_network=self._outside_use(outside) if outside else None,
            drug=self._pool_use(drug) if drug else None,
        )

    def _pool_use(self, source: HealthPlan | OutOfNetwork | DrugAmounts) -> PoolUse:
        family = source.family or FamilyAmounts()
        return PoolUse(
            deductible_used=self.partly(source.deductible),
            limit_used=self.partly(source.out_of_pocket_limit),
            family_deductible_used=self.partly(family.deductible),
            family_limit_used=self.partly(family.out_of_pocket_limit),
            members_met=self.random.randrange(3),
            limit_members_met=self.random.randrange(3),
        )

    def _outside_use(self, outside: OutOfNetwork) -> OutsideUse:
        return OutsideUse(
            **asdict(self._pool_use(outside), recurse=False),
            benefits_used=tuple(
                self._service_use(each)
                for each in outside.benefits
                if self.random.random() < self.often
            ),
            drug=self._pool_use(outside.drug) if outside.drug else None,
        )

    def _service_use(self, told: PlanBenefit) -> ServiceUse:
        own = told.service_deductible
        return ServiceUse(
            benefit=told.benefit,
            deductible_used=self.partly(own.amount if own else None),
            first_visits=self.random.randrange(4),
        )

    def _benefit_use(self, told: PlanBenefit) -> BenefitUse:
        share = told.cost_share
        cap = share.copay_cap_per_stay if share else None
        return BenefitUse(
            **asdict(self._service_use(told), recurse=False),
            stay_copays=self.partly(cap),
            stay_copay_days=self.random.randrange(4),
            copay_on=FIRST_DAY - timedelta(days=self.random.randrange(9)),
            copay_left=self.partly(share.copay if share else None),
            penalties=self.money((0, 0, *_COPAYS)),
            limits=tuple(self._limit_use(limit) for limit in told.limits),
        )

    def _limit_use(self, limit: ServiceLimit) -> LimitUse:
        use = LimitUse(
            unit=limit.unit,
            period=limit.period,
            on=self.sometimes(FIRST_DAY - timedelta(days=self.random.randrange(9)), 0.5),
        )
        if limit.unit is LimitUnit.DOLLARS:
            return evolve(use, amount=self.money(_COPAYS) if limit.quantity else Money(0))
        if limit.unit is LimitUnit.HOURS:
            return evolve(use, minutes=self.random.randrange(500) if limit.quantity else 0)
        return evolve(use, count=self.random.randrange(8) if limit.quantity else 0)

    def lines(self) -> tuple[ClaimLine, ...]:
        """Return a repeating week, or stretches of equal lines, or any lines, in order."""
        kind = self.random.choice(("week", "stretch", "any"))
        if kind == "week":
            return self._weeks()
        lines: list[ClaimLine] = []
        day = FIRST_DAY
        for _ in range(self.random.choice((1, 1, 2, 3))):
            one = self._line(day)
            for _ in range(self.random.randrange(1, 11)):
                if kind == "any" and self.random.random() < 0.5:
                    one = self._line(day)
                lines.append(evolve(one, on=day))
                day += timedelta(
                    days=self.random.choice((0, 1, 1, 2, 3, 20) if kind == "any" else (1, 2))
                )
        return tuple(lines)

    def _weeks(self) -> tuple[ClaimLine, ...]:
        offsets = sorted(self.random.choices(range(7), k=self.random.randrange(1, 5)))
        same = self._line(FIRST_DAY)
        week = [
            evolve(
                same if self.random.random() < 0.5 else evolve(self._line(FIRST_DAY), stay=None),
                stay=None,
                on=FIRST_DAY + timedelta(days=offset),
            )
            for offset in offsets
        ]
        lines = [
            evolve(line, on=line.on + timedelta(weeks=number))
            for number in range(self.random.randrange(3, 9))
            for line in week
        ]
        return tuple(lines[: len(lines) - self.random.randrange(len(week))])

    def _line(self, day: date) -> ClaimLine:
        choose, random = self.random.choice, self.random.random
        allowed = self.money(_AMOUNTS)
        benefit = choose((Benefit.IOP, Benefit.IOP, Benefit.IOP, *BENEFITS))
        is_inside = random() < 0.75
        is_covered, is_authorized = random() < 0.95, random() < 0.9
        more = allowed + Money(self.random.randrange(9_000))
        # What is owed whole is what was billed.
        is_perhaps_owed = not (is_covered and is_inside and is_authorized and self.covers_iop)
        return ClaimLine(
            on=day,
            benefit=benefit,
            allowed=allowed,
            billed=choose((allowed if is_perhaps_owed else None, allowed, more)),
            is_covered=is_covered,
            is_in_network=is_inside,
            is_authorized=is_authorized,
            may_be_balance_billed=choose((True, True, False, None)),
            session_kind=choose(list(SessionKind)),
            events=Listing(tuple(each for each in CareEvent if random() < 0.05), complete=True),
            minutes=choose((60, 90, 180)),
            stay=choose((None, None, None, 1, 2)) if random() < self.often else None,
        )


def whole_episode(seed: int) -> WholeEpisode:
    """Return the episode of a seed."""
    return Drawing(seed).episode()
