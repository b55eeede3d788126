"""The definition of adjudication under a whole plan: in Decimal dollars, one line after the other.

Written from the published rules alone and sharing no code with `iopkit.cost`: slow, plain, and
the judge of every route.  It reads plans, accumulators and lines that leave nothing unsaid, and
keeps what has been used in one ledger of named amounts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from iopkit.model import (
    AccumulatorPot,
    Accumulators,
    AuthorizationRule,
    ClaimLine,
    CopayUnit,
    CostShare,
    Crediting,
    DrugAmounts,
    FamilyAmounts,
    FamilyRule,
    HealthPlan,
    LimitPeriod,
    LimitUnit,
    OutOfNetwork,
    OutsideUse,
    PenaltyBase,
    PenaltyUnit,
    PlanBenefit,
    PoolUse,
    ServiceDeductibleRule,
    ServiceLimit,
    SessionKind,
)
from iopkit.values import Money, Span
from iopkit.vocabulary import Benefit, CopayOrder, Coverage, LinePart

CENT = Decimal("0.01")
ZERO = Decimal(0)
PLENTY = Decimal(10) ** 15
ORDER = ("copay-before", "service-deductible", "deductible", "copay", "patient-share")
_ONCE = (CopayUnit.STAY, CopayUnit.EPISODE, CopayUnit.PROGRAM)


def dollars(told: Money | Span[Money] | None) -> Decimal:
    """Return dollars; nothing where nothing is told."""
    return told.dollars if isinstance(told, Money) else ZERO


def number(told: int | Span[int] | None) -> Decimal:
    """Return a number; nothing where nothing is told."""
    return Decimal(told) if isinstance(told, int) else ZERO


@dataclass
class Ledger:
    """Everything used so far, by name, and the last days on which something happened."""

    used: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    days: dict[str, date] = field(default_factory=dict)
    stay: int | None = None


@dataclass
class Answer:
    """What one line owes, part by part, and what the plan pays."""

    owed: dict[str, Decimal]
    plan_pays: Decimal = ZERO


class Reference:
    """One plan and its ledger."""

    def __init__(self, plan: HealthPlan, used: Accumulators, first: date) -> None:
        self.plan, self.first = plan, first
        self.ledger = Ledger(stay=used.stay)
        self.members: dict[str, int | Span[int] | None] = {}
        for name, pool in (("in", used), ("out", used.out_of_network), ("drug", used.drug)):
            self._open_pool(name, pool)
        self._open_outside(used.out_of_network)
        self.ledger.used["visits"] = Decimal(used.visits_used or 0)
        if plan.iop_benefit is not None:
            # Visits of a benefit that is not named below have counted as its first ones.
            firsts = f"{plan.iop_benefit.value}:first"
            self.ledger.used[firsts] = self.ledger.used["visits"]
        for use in used.benefits_used or ():
            name, told = use.benefit.value, self.ledger.used
            told[f"{name}:own"] = dollars(use.deductible_used)
            told[f"{name}:first"] = number(use.first_visits)
            told[f"{name}:copays"] = dollars(use.stay_copays)
            told[f"{name}:copay-days"] = number(use.stay_copay_days)
            is_taken = told[f"{name}:copays"] + told[f"{name}:copay-days"] > 0
            told[f"{name}:once-ever"] = Decimal(is_taken or use.copay_on is not None)
            told[f"{name}:unit"] = dollars(use.copay_left)
            told[f"{name}:penalties"] = dollars(use.penalties)
            if use.copay_on:
                in_stay = ("copay-days",) if use.stay_copay_days != 0 else ()
                self.ledger.days |= {f"{name}:{each}": use.copay_on for each in ("copay", *in_stay)}
            for limit in use.limits or ():
                key = f"{name}:{limit.unit.value}:{limit.period.value}"
                count = limit.minutes if limit.unit is LimitUnit.HOURS else limit.count
                told[key] = number(count)
                if limit.unit is LimitUnit.DOLLARS:
                    told[key] = dollars(limit.amount)
                if limit.on:
                    self.ledger.days[key] = limit.on

    def _open_outside(self, outside: OutsideUse | None) -> None:
        if outside is None:
            return
        self._open_pool("drug-out", outside.drug)
        for use in outside.benefits_used or ():
            name = f"out:{use.benefit.value}"
            self.ledger.used[f"{name}:own"] = dollars(use.deductible_used)
            self.ledger.used[f"{name}:first"] = number(use.first_visits)

    def _open_pool(self, name: str, pool: PoolUse | None) -> None:
        if pool is None:
            return
        self.members[f"{name}:deductible"] = pool.members_met
        self.members[f"{name}:limit"] = pool.limit_members_met
        self.ledger.used[f"{name}:deductible:own"] = dollars(pool.deductible_used)
        self.ledger.used[f"{name}:limit:own"] = dollars(pool.limit_used)
        self.ledger.used[f"{name}:deductible:family"] = dollars(pool.family_deductible_used)
        self.ledger.used[f"{name}:limit:family"] = dollars(pool.family_limit_used)

    def settle(self, lines: tuple[ClaimLine, ...]) -> list[Answer]:
        """Return the answer of every line, in order."""
        return [self._line(line) for line in lines]

    def _line(self, line: ClaimLine) -> Answer:
        ledger = self.ledger
        if line.stay is not None and line.stay != ledger.stay:
            if ledger.stay is not None:
                self._new_stay()
            ledger.stay = line.stay
        charge = dollars(line.billed)
        told = self._told(line)
        if not line.is_covered or self._pays_nothing(line, told) or told is None:
            return Answer({"not-covered": charge})
        penalized = line.is_authorized is False and self._must_be_authorized(line, told)
        needs = self._needs(line, told)
        if needs is None:
            return Answer({"over-limit": line.allowed.dollars})
        rule = self.plan.missing_authorization
        if penalized and rule is not None and rule.rule is AuthorizationRule.DENIED:
            return Answer({"not-covered": charge})
        self._admit(line, needs)
        owed = self._shared(line, told)
        pays = line.allowed.dollars - sum(owed.values())
        if penalized:
            owed["penalty"] = self._penalty(line, pays)
            self.ledger.used[f"{line.benefit.value}:penalties"] += owed["penalty"]
            pays -= owed["penalty"]
        owed["over-limit"] = pays - self._within_dollars(line, told, pays)
        return Answer(owed, pays - owed["over-limit"])

    def counting(self, line: ClaimLine) -> list[str]:
        """Return the parts of a line that count toward a limit."""
        told = self._told(line)
        return [] if told is None else self._counting(line, told)

    def _new_stay(self) -> None:
        rule = self.plan.missing_authorization
        ends = (":penalties",) if rule and rule.unit is PenaltyUnit.STAY else ()
        for name in list(self.ledger.used):
            if name.endswith((":copays", ":copay-days", ":stay", *ends)):
                self.ledger.used[name] = ZERO
                self.ledger.days.pop(name, None)

    def _told(self, line: ClaimLine) -> PlanBenefit | None:
        inside, outside = self.plan.benefit(line.benefit), self.plan.out_of_network
        if line.is_in_network:
            return inside
        assert outside is not None
        told = outside.benefit(line.benefit)
        if told is None and outside.patient_share is not None:
            share = CostShare(deductible_applies=True, patient_share=outside.patient_share)
            return PlanBenefit(
                benefit=line.benefit,
                cost_share=share,
                visit_limit=inside.visit_limit if inside else None,
                limits=inside.limits if inside else (),
                pot=inside.pot if inside else AccumulatorPot.MEDICAL,
            )
        return told

    def _pays_nothing(self, line: ClaimLine, told: PlanBenefit | None) -> bool:
        if line.benefit is Benefit.IOP and self.plan.iop_coverage is Coverage.NOT_COVERED:
            return True
        if line.is_in_network:
            return False
        outside = self.plan.out_of_network
        assert outside is not None
        share = told.cost_share.patient_share if told and told.cost_share else None
        is_whole = share is not None and share.basis_points == 10_000
        return outside.coverage is Coverage.NOT_COVERED or is_whole

    def _must_be_authorized(self, line: ClaimLine, told: PlanBenefit) -> bool:
        if told.needs_authorization is not None:
            return told.needs_authorization
        if not line.is_in_network:
            assert self.plan.out_of_network is not None
            return self.plan.out_of_network.coverage is Coverage.WITH_AUTHORIZATION
        is_iop = line.benefit in (self.plan.iop_benefit, Benefit.IOP)
        return is_iop and self.plan.iop_coverage is Coverage.WITH_AUTHORIZATION

    # Limits on the service.

    def _limits(self, told: PlanBenefit) -> list[ServiceLimit]:
        visits = [] if told.visit_limit is None else [told.visit_limit]
        yearly = [
            ServiceLimit(quantity=each, unit=LimitUnit.VISITS, period=LimitPeriod.YEAR)
            for each in visits
        ]
        return [*yearly, *told.limits]

    def _key(self, limit: ServiceLimit, benefit: Benefit) -> str:
        is_yearly = (limit.unit, limit.period) == (LimitUnit.VISITS, LimitPeriod.YEAR)
        if is_yearly and benefit is self.plan.iop_benefit:
            return "visits"
        return f"{benefit.value}:{limit.unit.value}:{limit.period.value}"

    def _needs(self, line: ClaimLine, told: PlanBenefit) -> dict[str, Decimal] | None:
        """Return what a line takes of each limit, or `None` where one does not hold it."""
        used, days = self.ledger.used, self.ledger.days
        limits = {self._key(limit, line.benefit): limit for limit in self._limits(told)}
        for key, limit in limits.items():
            is_dated = limit.period in (LimitPeriod.WEEK, LimitPeriod.MONTH)
            if is_dated and not _same(limit.period, days.get(key, self.first), line.on):
                used[key] = ZERO
                days.pop(key, None)
        needs = {key: self._need(key, limit, line) for key, limit in limits.items()}
        for key, limit in limits.items():
            whole = limit.quantity * (60 if limit.unit is LimitUnit.HOURS else 1)
            if needs[key] and used[key] + needs[key] > whole:
                return None
            if limit.unit is LimitUnit.DOLLARS and used[key] >= whole:
                return None
        return needs

    def _admit(self, line: ClaimLine, needs: dict[str, Decimal]) -> None:
        for key, need in needs.items():
            self.ledger.used[key] += need
            self.ledger.days[key] = line.on
        if line.benefit is self.plan.iop_benefit and "visits" not in needs:
            self.ledger.used["visits"] += 1

    def _need(self, key: str, limit: ServiceLimit, line: ClaimLine) -> Decimal:
        if limit.unit is LimitUnit.HOURS:
            return Decimal(line.minutes or 0)
        is_counted = limit.unit is LimitUnit.DAYS and self.ledger.days.get(key) == line.on
        return ZERO if is_counted or limit.unit is LimitUnit.DOLLARS else Decimal(1)

    def _within_dollars(self, line: ClaimLine, told: PlanBenefit, pays: Decimal) -> Decimal:
        keys = []
        for limit in self._limits(told):
            if limit.unit is LimitUnit.DOLLARS:
                keys.append(self._key(limit, line.benefit))
                left = max(Decimal(limit.quantity) - self.ledger.used[keys[-1]], ZERO)
                pays = min(pays, left)
        for key in keys:
            self.ledger.used[key] += pays
        return pays

    # The cost share.

    def _shared(self, line: ClaimLine, told: PlanBenefit) -> dict[str, Decimal]:
        share = self._share(line, told)
        room = self._room(line, told)
        owed = self._due(line, told, share, room)
        copay = owed["copay-before"] + owed["copay"]
        counting = self._counting(line, told)
        over = sum((owed[part] for part in counting), ZERO) - room
        for part in reversed(ORDER):
            off = min(max(over, ZERO), owed[part]) if part in counting else ZERO
            owed[part] -= off
            over -= off
        counted = sum((owed[part] for part in counting), ZERO)
        self._count(line, told, owed["deductible"], counted)
        for key in self._own_keys(line):
            self.ledger.used[key] += owed["service-deductible"]
        if copay > 0:
            asked = self._unit_copay(line, share)
            self._count_copay(line, owed["copay-before"] + owed["copay"])
            is_visit = share.copay_unit in (None, CopayUnit.VISIT)
            self.ledger.used[f"{line.benefit.value}:unit"] = ZERO if is_visit else asked - copay
        return owed

    def _share(self, line: ClaimLine, told: PlanBenefit) -> CostShare:
        used, first = self.ledger.used, told.first_visits
        share = told.cost_share
        outside, prefix = self.plan.out_of_network, "" if line.is_in_network else "out:"
        if first is not None and used[f"{prefix}{line.benefit.value}:first"] < first.visits:
            share = first.cost_share
        assert share is not None
        every = self.plan.benefits
        if not line.is_in_network:
            every = outside.benefits if outside else ()
        for other in every:
            counted = other.first_visits
            if counted and line.benefit in (other.benefit, *counted.counted_with.present):
                used[f"{prefix}{other.benefit.value}:first"] += 1
        return share

    def _own_keys(self, line: ClaimLine) -> tuple[str, ...]:
        """Return where the deductible of a service is counted; the first one holds a line."""
        name, inside, outside = line.benefit, self.plan, self.plan.out_of_network
        both = outside is not None and all(
            told is not None and told.service_deductible is not None
            for told in (inside.benefit(name), outside.benefit(name))
        )
        keys = f"{name.value}:own", f"out:{name.value}:own"
        crediting = self._crediting("deductible") if both else Crediting.SEPARATE
        if crediting is Crediting.COMBINED:
            return keys[:1]
        mine, other = keys if line.is_in_network else keys[::-1]
        return (mine, other) if crediting is Crediting.CROSS_CREDITED else (mine,)

    def _count_copay(self, line: ClaimLine, copay: Decimal) -> None:
        name, used, days = line.benefit.value, self.ledger.used, self.ledger.days
        if days.get(f"{name}:copay-days") != line.on:
            used[f"{name}:copay-days"] += 1
        used[f"{name}:copays"] += copay
        used[f"{name}:once-ever"] += 1
        days[f"{name}:copay"] = days[f"{name}:copay-days"] = line.on

    def _due(
        self, line: ClaimLine, told: PlanBenefit, share: CostShare, room: Decimal
    ) -> dict[str, Decimal]:
        ended = self.plan.limit_ends_deductible is True and room == 0
        rest = line.allowed.dollars
        copay = self._copay(line, share)
        owed = dict.fromkeys(ORDER, ZERO)
        if share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE:
            owed["copay-before"] = min(copay, rest)
            rest -= owed["copay-before"]
        if share.deductible_applies and not ended:
            own, overall = told.service_deductible, True
            if own is not None:
                left = own.amount.dollars - self.ledger.used[self._own_keys(line)[0]]
                owed["service-deductible"] = min(max(left, ZERO), rest)
                rest -= owed["service-deductible"]
                overall = own.rule is ServiceDeductibleRule.BEFORE
            if overall:
                owed["deductible"] = min(self._deductible_left(line, told), rest)
                rest -= owed["deductible"]
        if share.copay_order is not CopayOrder.BEFORE_DEDUCTIBLE:
            owed["copay"] = min(copay, rest)
            rest -= owed["copay"]
        if share.patient_share is not None:
            part = rest * share.patient_share.basis_points / 10_000
            owed["patient-share"] = part.quantize(CENT, ROUND_HALF_UP)
        return owed

    def _unit_copay(self, line: ClaimLine, share: CostShare) -> Decimal:
        """Return the copay of the unit that a line is in, less what lines before it have taken."""
        used, name = self.ledger.used, line.benefit.value
        last = self.ledger.days.get(f"{name}:copay")
        begun = {
            CopayUnit.DAY: last == line.on,
            CopayUnit.WEEK: last is not None and _same(LimitPeriod.WEEK, last, line.on),
            CopayUnit.STAY: used[f"{name}:copay-days"] > 0 or used[f"{name}:copays"] > 0,
            CopayUnit.EPISODE: used[f"{name}:once-ever"] > 0,
            CopayUnit.PROGRAM: used[f"{name}:once-ever"] > 0,
        }
        is_begun = share.copay_unit is not None and begun.get(share.copay_unit, False)
        return used[f"{name}:unit"] if is_begun else self._own_copay(line, share)

    def _own_copay(self, line: ClaimLine, share: CostShare) -> Decimal:
        if line.session_kind is SessionKind.GROUP and share.group_copay is not None:
            return share.group_copay.dollars
        return dollars(share.copay)

    def _copay(self, line: ClaimLine, share: CostShare) -> Decimal:
        used, name = self.ledger.used, line.benefit.value
        amount = min(self._unit_copay(line, share), self._own_copay(line, share))
        waived = any(event in line.events.present for event in share.copay_waived_on)
        if waived:
            return ZERO
        days, counted = share.copay_days_per_stay, self.ledger.days.get(f"{name}:copay-days")
        if days is not None and used[f"{name}:copay-days"] >= days and counted != line.on:
            return ZERO
        if share.copay_cap_per_stay is not None:
            left = share.copay_cap_per_stay.dollars - used[f"{name}:copays"]
            amount = min(amount, max(left, ZERO))
        return amount

    def _penalty(self, line: ClaimLine, pays: Decimal) -> Decimal:
        rule = self.plan.missing_authorization
        assert rule is not None
        base = line.allowed.dollars if rule.share_of is PenaltyBase.ALLOWED else pays
        points = rule.share.basis_points if rule.share else 0
        taken = self.ledger.used[f"{line.benefit.value}:penalties"]
        if rule.unit is PenaltyUnit.LINE:
            taken = ZERO
        penalty = (base * points / 10_000).quantize(CENT, ROUND_HALF_UP)
        penalty += max(dollars(rule.amount) - taken, ZERO)
        if rule.most is not None:
            penalty = min(penalty, max(rule.most.dollars - taken, ZERO))
        return min(penalty, pays)

    # The deductible and the limit, of a person and of a family.

    def _crediting(self, kind: str) -> Crediting | None:
        outside = self.plan.out_of_network
        if outside is None:
            return None
        return outside.deductible_crediting if kind == "deductible" else outside.limit_crediting

    def _pool(self, line: ClaimLine, told: PlanBenefit, kind: str) -> str:
        is_inside = line.is_in_network or self._crediting(kind) is Crediting.COMBINED
        return self._pool_on(told, kind, is_inside=is_inside)

    def _pool_on(self, told: PlanBenefit, kind: str, *, is_inside: bool) -> str:
        outside = self.plan.out_of_network
        drug = self.plan.drug if is_inside or outside is None else outside.drug
        medical, apart = ("in", "drug") if is_inside else ("out", "drug-out")
        if told.pot is AccumulatorPot.DRUG and drug is not None:
            together = (
                drug.is_deductible_integrated if kind == "deductible" else drug.is_limit_integrated
            )
            return medical if together else apart
        return medical

    def _pools(self, line: ClaimLine, told: PlanBenefit, kind: str) -> set[str]:
        """Return every pool that a line uses up."""
        pool = self._pool(line, told, kind)
        if self._crediting(kind) is not Crediting.CROSS_CREDITED:
            return {pool}
        return {self._pool_on(told, kind, is_inside=each) for each in (True, False)}

    def _source(self, pool: str) -> HealthPlan | OutOfNetwork | DrugAmounts:
        outside = self.plan.out_of_network
        found = {
            "in": self.plan,
            "out": outside,
            "drug": self.plan.drug,
            "drug-out": outside.drug if outside else None,
        }[pool]
        assert found is not None
        return found

    def _deductible_left(self, line: ClaimLine, told: PlanBenefit) -> Decimal:
        pool = self._pool(line, told, "deductible")
        source = self._source(pool)
        family = source.family or FamilyAmounts()
        own = self._left(source.deductible, f"{pool}:deductible:own")
        shared = self._left(family.deductible, f"{pool}:deductible:family")
        if source.family is None:
            return own
        if family.deductible_rule is FamilyRule.MEMBERS_EACH:
            enough = number(self.members[f"{pool}:deductible"]) >= (family.deductible_members or 0)
            return ZERO if enough else own
        return shared if family.deductible_rule is FamilyRule.AGGREGATE else min(own, shared)

    def _room(self, line: ClaimLine, told: PlanBenefit) -> Decimal:
        if told.counts_toward_limit is False:
            return PLENTY
        return self._room_of(self._pool(line, told, "limit"))

    def _room_of(self, pool: str) -> Decimal:
        source = self._source(pool)
        family = source.family
        own = self._left(source.out_of_pocket_limit, f"{pool}:limit:own")
        if source.has_out_of_pocket_limit is False:
            own = PLENTY
        if family is None or (own == PLENTY and family.limit_rule is None):
            return own
        person = PLENTY
        if family.person_limit is not None:
            person = self._left(family.person_limit, f"{pool}:limit:own")
        shared = self._left(family.out_of_pocket_limit, f"{pool}:limit:family")
        if family.limit_rule is FamilyRule.MEMBERS_EACH:
            enough = number(self.members[f"{pool}:limit"]) >= (family.limit_members or 0)
            return ZERO if enough else min(own, person)
        if family.limit_rule is FamilyRule.AGGREGATE:
            return min(shared, person)
        return min(own, shared, person)

    def _left(self, whole: Money | None, key: str) -> Decimal:
        return max(dollars(whole) - self.ledger.used[key], ZERO)

    def _counting(self, line: ClaimLine, told: PlanBenefit) -> list[str]:
        pools = self._pools(line, told, "limit")
        if told.counts_toward_limit is False or all(
            self._room_of(each) == PLENTY for each in pools
        ):
            return []
        outside = self.plan.out_of_network
        listing = self.plan.counts_toward_limit
        if not line.is_in_network and outside is not None:
            own = outside.counts_toward_limit
            if own.present or own.lacks or own.complete:
                listing = own
        return [part for part in ORDER if LinePart(part) in listing.present]

    def _count(
        self, line: ClaimLine, told: PlanBenefit, deductible: Decimal, counted: Decimal
    ) -> None:
        for kind, amount in (("deductible", deductible), ("limit", counted)):
            for each in self._pools(line, told, kind):
                self.ledger.used[f"{each}:{kind}:own"] += amount
                self.ledger.used[f"{each}:{kind}:family"] += amount


def _same(period: LimitPeriod, one: date, other: date) -> bool:
    if period is LimitPeriod.MONTH:
        return (one.year, one.month) == (other.year, other.month)
    monday = one - timedelta(days=one.weekday())
    return monday <= other < monday + timedelta(days=7)
