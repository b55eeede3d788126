"""How every amount of a plan gets a place in one list of what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from operator import itemgetter

from iopkit.cost.copay_use import ONCE, asks_copay, counts_copays
from iopkit.cost.exactness import judged
from iopkit.cost.handling import (
    CopayRule,
    Copays,
    FirstRule,
    Handling,
    Hold,
    LimitRule,
    OwnDeductible,
    Tracked,
    Way,
)
from iopkit.cost.kernel import NO_LIMIT, Counts, Terms
from iopkit.cost.needs import COUNTED_PARTS
from iopkit.cost.penalties import penalty_rule
from iopkit.cost.pools import Held
from iopkit.cost.service_use import (
    exact_cents,
    exact_number,
    first_visits_used,
    limit_use,
    limits_of,
    service_use,
    use_of,
    used_of_limit,
    whole_of,
)
from iopkit.cost.sides import (
    OnSide,
    Side,
    benefits_on,
    counting_on,
    needs_authorization,
    service_deductibles,
)
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
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

_UNTRACKED = Tracked(None, None, {})
_REFUSED = Way(Terms(0, 0, 0, False, Counts(*(False,) * 4), False), None)


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


class Maker:
    """Gives every amount a place and builds the handlings that name them."""

    def __init__(self, plan: HealthPlan, used: Accumulators, home: Benefit | None) -> None:
        self.plan, self.used, self.home = plan, used, home
        self.left: list[int] = []
        self.names: dict[str, list[int]] = defaultdict(list)
        self.fresh: dict[int, int] = {}
        self.wholes: dict[int, int] = {}
        self.tracked: dict[Benefit, Tracked] = {}
        self.copay_on: dict[Benefit, int] = {}
        self.stay_copay_on: dict[Benefit, int] = {}
        self.copay_left: dict[Benefit, int] = {}
        self.counted_on: dict[int, int] = {}
        self._known: dict[tuple[str, int], int] = {}

    def handlings(self, sides: Iterable[OnSide]) -> dict[tuple[Benefit, bool], Handling]:
        """Return what is done on each side."""
        every = tuple(sides)
        # A line also uses the places of other sides, so that all of them must have theirs first.
        for one in every[1:] and every:
            self._handling(one)
        return {one.side: self._handling(one) for one in every}

    def _handling(self, one: OnSide) -> Handling:
        side, told = one.side, one.told
        visits = self._place(f"visits:{side.benefit.value}", NO_LIMIT)
        if told is None or told.cost_share is None or one.is_refused:
            return Handling(side, True, _REFUSED, Hold((), ()), Hold((), ()), visits)
        limit = self._limit(one, told)
        counts = self._counts(side, has_limit=bool(limit.bounds))
        handling = Handling(
            side=side,
            is_refused=False,
            way=self._way(told, told.cost_share, counts),
            deductible=self._hold(one.deductible),
            limit=limit,
            visits=visits,
            first=self._first(side, told, counts),
            counted=self._counted(side, told),
            own=self._own(side, told),
            limits=self._limits(side, told),
            copays=self._copays(told),
            asks_authorization=needs_authorization(self.plan, side, told),
            penalty=penalty_rule(
                self.plan.missing_authorization, use_of(self.used, side.benefit), self._placed
            ),
        )
        self.tracked[side.benefit] = self._tracked(handling)
        return judged(handling, one.shares)

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

    def _first(self, side: Side, told: PlanBenefit, counts: Counts) -> FirstRule | None:
        first = told.first_visits
        if first is None:
            return None
        return FirstRule(self._first_place(side, told), self._way(told, first.cost_share, counts))

    def _first_place(self, side: Side, told: PlanBenefit) -> int:
        whole = told.first_visits.visits if told.first_visits else 0
        used = first_visits_used(self.used, told, side, is_home=told.benefit is self.home) or 0
        self.tracked.setdefault(told.benefit, _UNTRACKED)
        return self._place(first_name(side), whole - used)

    def _counted(self, side: Side, told: PlanBenefit) -> tuple[int, ...]:
        """Return the places of all first visits that a visit uses up, and of all visits at home."""
        found: list[int] = []
        if side.benefit is self.home and not any(map(_is_yearly, limits_of(told))):
            found += self._places(_limit_name(side.benefit, LimitUnit.VISITS, LimitPeriod.YEAR))
        for other in benefits_on(self.plan, is_in_network=side.is_in_network):
            first = other.first_visits
            if first and side.benefit in (other.benefit, *first.counted_with.present):
                found.append(self._first_place(side._replace(benefit=other.benefit), other))
        return tuple(found)

    def _counts(self, side: Side, *, has_limit: bool) -> Counts:
        listing = counting_on(self.plan, side)
        return Counts(*(has_limit and listing.holds(part) is True for part in COUNTED_PARTS))

    def _way(self, told: PlanBenefit, share: CostShare, counts: Counts) -> Way:
        ends = self.plan.limit_ends_deductible is True
        terms = terms_of(share, counts, limit_ends_deductible=ends)
        return Way(terms, self._copay_rule(told, share))

    def _copay_rule(self, told: PlanBenefit, share: CostShare) -> CopayRule | None:
        if not asks_copay(share) or not counts_copays(self.plan, told.benefit):
            return None
        unit = share.copay_unit or CopayUnit.VISIT
        cap, days = share.copay_cap_per_stay, share.copay_days_per_stay
        use, name = use_of(self.used, told.benefit), told.benefit.value
        paid = exact_cents(use.stay_copays, cap.cents if cap else 1) or 0
        asked = exact_number(use.stay_copay_days, days) or 0
        if use.copay_on is not None:
            self.copay_on[told.benefit] = use.copay_on.toordinal()
            if use.stay_copay_days != 0:
                self.stay_copay_on[told.benefit] = use.copay_on.toordinal()
        left = exact_cents(use.copay_left)
        if left is not None:
            self.copay_left[told.benefit] = left
        copay = share.copay.cents if share.copay else 0
        return CopayRule(
            amount=copay,
            group_amount=share.group_copay.cents if share.group_copay else copay,
            is_before=share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE,
            unit=unit,
            waived_on=share.copay_waived_on,
            cap=None if cap is None else self._by_stay(f"cap:{name}", cap.cents, paid),
            days=None if days is None else self._by_stay(f"days:{name}", days, asked),
            once=self._once(unit, use, is_taken=paid > 0 or asked > 0),
        )

    def _once(self, unit: CopayUnit, use: BenefitUse, *, is_taken: bool) -> int | None:
        if unit not in ONCE:
            return None
        if unit is CopayUnit.STAY:
            return self._by_stay(f"once:{use.benefit.value}", 1, int(is_taken))
        is_taken = is_taken or use.copay_on is not None
        return self._place(f"ever:{use.benefit.value}", int(not is_taken))

    def _copays(self, told: PlanBenefit) -> Copays | None:
        name = told.benefit.value
        if not counts_copays(self.plan, told.benefit):
            return None
        self._by_stay(f"copays:{name}", NO_LIMIT, 0)
        self._by_stay(f"copay-days:{name}", NO_LIMIT, 0)
        return Copays(
            amounts=(*self._places(f"copays:{name}"), *self._places(f"cap:{name}")),
            days=(*self._places(f"copay-days:{name}"), *self._places(f"days:{name}")),
            once=(*self._places(f"once:{name}"), *self._places(f"ever:{name}")),
        )

    def _placed(self, name: str, whole: int, used: int, *, is_of_stay: bool) -> int:
        return self._by_stay(name, whole, used) if is_of_stay else self._place(name, whole - used)

    def _by_stay(self, name: str, whole: int, used: int) -> int:
        place = self._place(name, whole - used)
        self.fresh[place] = whole
        return place

    def _own(self, side: Side, told: PlanBenefit) -> OwnDeductible | None:
        own = told.service_deductible
        if own is None:
            return None
        counted = service_deductibles(self.plan, side)
        used = exact_cents(service_use(self.used, counted[0]).deductible_used, own.amount.cents)
        place = self._place(own_name(counted[0]), max(own.amount.cents - (used or 0), 0))
        return OwnDeductible(
            place,
            tuple(at for each in counted for at in self._counted_at(own_name(each))),
            own.rule is ServiceDeductibleRule.BEFORE,
            counting_on(self.plan, side).holds(LinePart.SERVICE_DEDUCTIBLE) is True,
        )

    def _limits(self, side: Side, told: PlanBenefit) -> tuple[LimitRule, ...]:
        made: list[LimitRule] = []
        for limit in limits_of(told):
            whole = whole_of(limit)
            is_home = side.benefit is self.home
            used = used_of_limit(self.used, told, limit, is_home=is_home) or 0
            name = _limit_name(told.benefit, limit.unit, limit.period)
            place = self._place(name, whole - used)
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

    def _limit(self, one: OnSide, told: PlanBenefit) -> Hold:
        if told.counts_toward_limit is False or not one.limit.is_any:
            return Hold((), ())
        return self._hold(one.limit)

    def _hold(self, held: Held) -> Hold:
        bounds = tuple([self._place(pool.used_name, pool.least) for pool in held.pools])
        takes = chain.from_iterable(map(self._counted_at, held.used_names))
        return Hold(bounds, tuple(dict.fromkeys(takes)))

    def _counted_at(self, name: str) -> tuple[int, ...]:
        """Return the places of a name; where nothing bounds it yet, one that only counts."""
        return self._places(name) or (self._place(name, NO_LIMIT),)

    def _places(self, name: str) -> tuple[int, ...]:
        return tuple(self.names.get(name, ()))

    def _place(self, name: str, left: int) -> int:
        place = self._known.get((name, left))
        if place is None:
            place = self._known[name, left] = len(self.left)
            self.left.append(left)
            self.names[name].append(place)
        return place


def first_name(side: Side) -> str:
    """Return the name of the places that count first visits on a side."""
    return f"first:{side.name}"


def own_name(side: Side) -> str:
    """Return the name of the places that count the deductible of a service on a side."""
    return f"own:{side.name}"


def _limit_name(benefit: Benefit, unit: LimitUnit, period: LimitPeriod) -> str:
    return f"limit:{benefit.value}:{unit.value}:{period.value}"


def _is_yearly(limit: ServiceLimit) -> bool:
    return (limit.unit, limit.period) == (LimitUnit.VISITS, LimitPeriod.YEAR)
