"""How every amount of a plan gets a place in one list of what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from iopkit.cost.copay_use import ONCE
from iopkit.cost.exactness import is_dated, is_exact
from iopkit.cost.handling import (
    CopayRule,
    Copays,
    FirstRule,
    Handling,
    Hold,
    LimitRule,
    Name,
    OwnDeductible,
    Tracked,
    Way,
)
from iopkit.cost.kernel import NO_LIMIT, Counts, Terms
from iopkit.cost.owing import COUNTED_PARTS, asks_copay
from iopkit.cost.penalties import PenaltyRule, penalty_rule
from iopkit.cost.pools import Held
from iopkit.cost.readings import Reading
from iopkit.cost.service_use import (
    exact_cents,
    exact_number,
    first_visits_used,
    limit_use,
    use_of,
    used_of_limit,
    whole_of,
)
from iopkit.cost.sides import Side
from iopkit.model.accumulators import Accumulators, BenefitUse
from iopkit.model.benefits import (
    LimitPeriod,
    LimitUnit,
    PlanBenefit,
    ServiceDeductibleRule,
    ServiceLimit,
)
from iopkit.model.cost_shares import CopayUnit, CostShare
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import Benefit, CopayOrder

_UNTRACKED = Tracked(None, None, {})
_UNHELD = Hold((), ())
_NOTHING_COUNTS = Counts(*(False,) * 4)
_REFUSED = Way(Terms(0, 0, 0, False, _NOTHING_COUNTS, False), None)


def terms_of(share: CostShare, counts: Counts, *, limit_ends_deductible: bool) -> Terms[int]:
    """Return a cost share as the kernel reads it."""
    copay = share.copay.cents if share.copay else 0
    is_before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
    return Terms(
        copay_before=copay if is_before else 0,
        copay=0 if is_before else copay,
        share=share.patient_share.basis_points if share.patient_share else 0,
        deductible_applies=share.deductible_applies,
        counts=counts,
        limit_ends_deductible=limit_ends_deductible,
    )


def terms_on(plan: HealthPlan, one: Reading, share: CostShare) -> Terms[int]:
    """Return one cost share of a side, with which parts are known to count toward its limit."""
    counts = _NOTHING_COUNTS
    if one.limit.is_any:
        counts = Counts(*[one.counting.holds(part) is True for part in COUNTED_PARTS])
    return terms_of(share, counts, limit_ends_deductible=plan.limit_ends_deductible is True)


class Maker:
    """Gives every amount a place and builds the handlings that name them."""

    def __init__(self, plan: HealthPlan, used: Accumulators, home: Benefit | None) -> None:
        self.plan, self.used, self.home = plan, used, home
        self.left: list[int] = []
        self.names: defaultdict[Name, dict[tuple[int, int], int]] = defaultdict(dict)
        self.fresh: dict[int, int] = {}
        self.wholes: dict[int, int] = {}
        self.tracked: dict[Benefit, Tracked] = {}
        self.copay_on: dict[Benefit, int] = {}
        self.stay_copay_on: dict[Benefit, int] = {}
        self.copay_left: dict[Benefit, int] = {}
        self.counted_on: dict[int, int] = {}

    def handlings(self, sides: Iterable[Reading]) -> dict[tuple[Benefit, bool], Handling]:
        """Return what is done on each side."""
        every = tuple(sides)
        # A line also uses the places of other sides, so that all of them must have theirs first.
        for one in every[1:] and every:
            self._handling(one)
        return {one.side: self._handling(one) for one in every}

    def _handling(self, one: Reading) -> Handling:
        side, told = one.side, one.told
        visits = self._place(("visits", side.benefit), NO_LIMIT)
        if told is None or told.cost_share is None or one.is_refused:
            return Handling(side, True, _REFUSED, _UNHELD, _UNHELD, visits)
        limit = self._hold(one.limit) if one.limit.is_any else _UNHELD
        way = self._way(one, told.cost_share)
        first, counted = self._first(one, told), self._counted(one)
        handling = Handling(
            side,
            is_refused=False,
            way=way,
            deductible=self._hold(one.deductible),
            limit=limit,
            visits=visits,
            first=first,
            counted=counted,
            own=self._own(one),
            limits=self._limits(one, told),
            copays=self._copays(one),
            asks_authorization=one.asks_authorization,
            penalty=self._penalty(side.benefit),
            is_plain=one.is_plain and not counted,
            is_exact=is_exact(one, way.terms.counts),
            is_dated=is_dated(one),
        )
        self.tracked[side.benefit] = self._tracked(handling)
        return handling

    def _tracked(self, handling: Handling) -> Tracked:
        """Return where a benefit is counted, on this side and on those before it."""
        before = self.tracked.get(handling.side.benefit, _UNTRACKED)
        limits = dict(before.limits)
        for limit in handling.limits:
            key, here = (limit.unit, limit.period), (limit.place, self.wholes[limit.place])
            # Of a limit of nothing, no use is ever read.
            limits[key] = max(here, limits.get(key, here), key=itemgetter(1))
        taken = handling.penalty.taken if handling.penalty else None
        return Tracked(handling.copays or before.copays, taken, limits)

    def _first(self, one: Reading, told: PlanBenefit) -> FirstRule | None:
        first = told.first_visits
        if first is None:
            return None
        place = self._first_place(one.side, told)
        return FirstRule(place, self._way(one, first.cost_share))

    def _first_place(self, side: Side, told: PlanBenefit) -> int:
        whole = told.first_visits.visits if told.first_visits else 0
        used = first_visits_used(self.used, told, side, is_home=told.benefit is self.home) or 0
        self.tracked.setdefault(told.benefit, _UNTRACKED)
        return self._place(first_name(side), whole - used)

    def _counted(self, one: Reading) -> tuple[int, ...]:
        """Return the places of all first visits that a visit uses up, and of all visits at home."""
        side, found = one.side, tuple[int, ...]()
        if side.benefit is self.home and not any(map(_is_yearly, one.limits)):
            found = self._places(_limit_name(side.benefit, LimitUnit.VISITS, LimitPeriod.YEAR))
        for other in one.firsts:
            found = (*found, self._first_place(side._replace(benefit=other.benefit), other))
        return found

    def _way(self, one: Reading, share: CostShare) -> Way:
        return Way(terms_on(self.plan, one, share), self._copay_rule(one, share))

    def _copay_rule(self, one: Reading, share: CostShare) -> CopayRule | None:
        if not asks_copay(share) or not one.counts_copays:
            return None
        benefit, unit = one.side.benefit, share.copay_unit or CopayUnit.VISIT
        cap, days = share.copay_cap_per_stay, share.copay_days_per_stay
        use = use_of(self.used, benefit)
        paid = exact_cents(use.stay_copays, cap.cents if cap else 1) or 0
        asked = exact_number(use.stay_copay_days, days) or 0
        if use.copay_on is not None:
            self.copay_on[benefit] = use.copay_on.toordinal()
            if use.stay_copay_days != 0:
                self.stay_copay_on[benefit] = use.copay_on.toordinal()
        left = exact_cents(use.copay_left)
        if left is not None:
            self.copay_left[benefit] = left
        copay = share.copay.cents if share.copay else 0
        return CopayRule(
            amount=copay,
            group_amount=share.group_copay.cents if share.group_copay else copay,
            is_before=share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE,
            unit=unit,
            waived_on=share.copay_waived_on,
            cap=None if cap is None else self._by_stay(("cap", benefit), cap.cents, paid),
            days=None if days is None else self._by_stay(("days", benefit), days, asked),
            once=self._once(unit, use, is_taken=paid > 0 or asked > 0),
        )

    def _once(self, unit: CopayUnit, use: BenefitUse, *, is_taken: bool) -> int | None:
        if unit not in ONCE:
            return None
        if unit is CopayUnit.STAY:
            return self._by_stay(("once", use.benefit), 1, int(is_taken))
        is_taken = is_taken or use.copay_on is not None
        return self._place(("ever", use.benefit), int(not is_taken))

    def _copays(self, one: Reading) -> Copays | None:
        benefit = one.side.benefit
        if not one.counts_copays:
            return None
        self._by_stay(("copays", benefit), NO_LIMIT, 0)
        self._by_stay(("copay-days", benefit), NO_LIMIT, 0)
        return Copays(
            amounts=(*self._places(("copays", benefit)), *self._places(("cap", benefit))),
            days=(*self._places(("copay-days", benefit)), *self._places(("days", benefit))),
            once=(*self._places(("once", benefit)), *self._places(("ever", benefit))),
        )

    def _penalty(self, benefit: Benefit) -> PenaltyRule | None:
        told = self.plan.missing_authorization
        if told is None:
            return None
        return penalty_rule(told, use_of(self.used, benefit), self._placed)

    def _placed(self, name: Name, whole: int, used: int, *, is_of_stay: bool) -> int:
        return self._by_stay(name, whole, used) if is_of_stay else self._place(name, whole - used)

    def _by_stay(self, name: Name, whole: int, used: int) -> int:
        place = self._place(name, whole - used)
        self.fresh[place] = whole
        return place

    def _own(self, one: Reading) -> OwnDeductible | None:
        if one.own is None:
            return None
        told, counted, used, counts = one.own
        place = self._place(own_name(counted[0]), max(told.amount.cents - (used or 0), 0))
        return OwnDeductible(
            place,
            tuple(at for each in counted for at in self._counted_at(own_name(each))),
            told.rule is ServiceDeductibleRule.BEFORE,
            counts,
        )

    def _limits(self, one: Reading, told: PlanBenefit) -> tuple[LimitRule, ...]:
        made: list[LimitRule] = []
        for limit in one.limits:
            whole = whole_of(limit)
            is_home = told.benefit is self.home
            used = used_of_limit(self.used, told, limit, is_home=is_home) or 0
            name = _limit_name(told.benefit, limit.unit, limit.period)
            place = self._place(name, whole - used, whole)
            self.wholes[place] = whole
            if limit.period is LimitPeriod.STAY:
                self.fresh[place] = whole
            on = limit_use(use_of(self.used, told.benefit), limit).on
            if on is not None:
                self.counted_on[place] = on.toordinal()
            takes = self._places(name)
            wholes = tuple(self.wholes[each] for each in takes)
            made.append(LimitRule(place, takes, wholes, limit.unit, limit.period))
        return tuple(made)

    def _hold(self, held: Held) -> Hold:
        bounds = [self._place(pool.used_name, pool.least) for pool in held.pools]
        takes = [place for name in held.used_names for place in self._counted_at(name)]
        return Hold(tuple(bounds), tuple(takes))

    def _counted_at(self, name: Name) -> tuple[int, ...]:
        """Return the places of a name; where nothing bounds it yet, one that only counts."""
        return self._places(name) or (self._place(name, NO_LIMIT),)

    def _places(self, name: Name) -> tuple[int, ...]:
        return tuple(self.names[name].values()) if name in self.names else ()

    def _place(self, name: Name, left: int, whole: int = 0) -> int:
        """Return the place of an amount; what begins anew as another whole is another one."""
        places = self.names[name]
        place = places.get((left, whole))
        if place is None:
            place = places[left, whole] = len(self.left)
            self.left.append(left)
        return place


def first_name(side: Side) -> Name:
    """Return the name of the places that count first visits on a side."""
    return "first", side


def own_name(side: Side) -> Name:
    """Return the name of the places that count the deductible of a service on a side."""
    return "own", side


def _limit_name(benefit: Benefit, unit: LimitUnit, period: LimitPeriod) -> Name:
    return "limit", benefit, unit, period


def _is_yearly(limit: ServiceLimit) -> bool:
    return (limit.unit, limit.period) == (LimitUnit.VISITS, LimitPeriod.YEAR)
