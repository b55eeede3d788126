"""What the days cost under a plan with rules of its own, settled line by line.

Such rules are copays by the day or stay, first visits, limits by days, hours or dollars, amounts
of a family, deductibles of one service, and the outside of a network.  What is not known is
answered in every way where the answers are few; else only the bounds hold that every plan has:
of a covered line nobody owes less than nothing, or more than all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import PART_ORDER, Adjudication, totals_of
from iopkit.cost.asked import FRESH, PENALTY_RULE, Asked, answers_to, field_of
from iopkit.cost.course import Course
from iopkit.cost.kernel import NO_LIMIT, Counts, Left
from iopkit.cost.ledgers import Ledger
from iopkit.cost.needs import exactly
from iopkit.cost.outcomes import End, by_year
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.cost.penalties import may_share_penalty
from iopkit.cost.plan_periods import next_year
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.prepared import prepare, purse_of
from iopkit.cost.pricing import FOR_SEVERAL_DAYS, Billed, PriceCase, spread
from iopkit.cost.rates import OPEN
from iopkit.cost.scenarios import AUTHORIZED, Scenario
from iopkit.cost.service_use import first_visits_used, limits_of
from iopkit.cost.sides import Side, shares_of, told_on
from iopkit.errors import CannotAdjudicate
from iopkit.model.accumulators import Accumulators, BenefitUse, LimitUse
from iopkit.model.authorization import MissingAuthorization
from iopkit.model.benefits import AccumulatorPot, LimitPeriod, PlanBenefit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.networks import Crediting
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import Benefit

_BEGUN = (LimitPeriod.STAY, LimitPeriod.EPISODE)
_MOST_WAYS = 64
_DEPTH = 3


class _Way(NamedTuple):
    """One way to answer what was not known of one plan year, and what it comes to."""

    answer: Adjudication
    values: Mapping[str, object]
    is_shown: bool
    asked: Asked

    def ledger(
        self, lines: tuple[Billed, ...], left: Left[int] | None, counts: Counts | None
    ) -> Ledger:
        """Return the lines as they are settled this way."""
        return Ledger(lines, self.answer.runs, left, counts, partial(purse_of, *self.asked))

    def __repr__(self) -> str:
        return f"<_Way: {self.answer!r}>"


def featured(
    course: Course, scenario: Scenario, price: PriceCase, *, is_in_network: bool = True
) -> Iterator[tuple[End, End]]:
    """Yield what the patient owes of the days for each way to answer what is not known."""
    high = price.low if price.high is None else price.high
    if not price.is_exact or price.low != high[: len(price.low)]:
        yield _bounds(scenario, price)
        return
    lows = highs = _over_years(course, scenario, price.low, is_in_network=is_in_network)
    if high is not price.low:
        highs = _over_years(course, scenario, high, is_in_network=is_in_network)
    if not lows or len(lows) != len(highs):
        yield _bounds(scenario, price)
        return
    is_open = price.is_open
    for low, most in zip(lows, highs, strict=True):
        values = {**scenario.values, **low[1]}
        shown = low[2] and not scenario.bounds_only
        lowest = _end(low[0], {**values, **price.low_values}, price, is_exact=shown)
        highest = _end(most[0], {**values, **price.high_values}, price, is_exact=shown)
        yield lowest, highest._replace(cents=None, parts=None) if is_open else highest


def featured_claims(
    course: Course, scenario: Scenario, price: PriceCase, *, is_in_network: bool = True
) -> Iterator[tuple[End, End]]:
    """Yield what `featured` does, for each way to claim a price for several days."""
    found = list(featured(course, scenario, price, is_in_network=is_in_network))
    yield from found
    if price.unit not in FOR_SEVERAL_DAYS:
        return
    daily = spread(price, course.attendance)
    each = list(featured(course, scenario, daily, is_in_network=is_in_network))
    if _cents(each) != _cents(found):
        course.notes.miss("price-for-several-days")
        yield from ((low._replace(price=price), high._replace(price=price)) for low, high in each)


def _cents(ends: Iterable[tuple[End, End]]) -> list[tuple[int | None, int | None]]:
    return [(low.cents, high.cents) for low, high in ends]


def _end(
    ledgers: tuple[Ledger, ...], values: Mapping[str, object], price: PriceCase, *, is_exact: bool
) -> End:
    parts = [0] * len(PART_ORDER)
    for ledger in ledgers:
        for place, cents in enumerate(totals_of(ledger.runs or ())):
            parts[place] += cents
    return End(sum(parts), tuple(parts), values, price, is_exact, ledgers)


def _bounds(scenario: Scenario, price: PriceCase) -> tuple[End, End]:
    """Return what holds under every plan: nothing at least, and the whole at most."""
    most = None if price.is_open else sum(line.cents for line in price.high or ())
    return (
        End(0, None, scenario.values, price, is_exact=False),
        End(most, None, scenario.values, price, is_exact=False),
    )


def _over_years(
    course: Course, scenario: Scenario, lines: tuple[Billed, ...], *, is_in_network: bool
) -> list[tuple[tuple[Ledger, ...], Mapping[str, object], bool]]:
    """Return each way to settle the lines of all plan years; none where they are too many."""
    apart = by_year(lines, scenario.years[0].plan.plan_year, scenario.years)
    found: list[tuple[tuple[Ledger, _Way], ...]] = [()]
    for year in scenario.years:
        own = apart.get(year.number, ())
        asked = _asked(course, scenario, year, own, is_in_network=is_in_network)
        each = [] if asked is None else [(before, _all(_after(before, asked))) for before in found]
        if asked is None or sum(len(ways) or _MOST_WAYS + 1 for _, ways in each) > _MOST_WAYS:
            return []
        left, counts = _left(asked, scenario.benefit) if is_in_network else (None, None)
        found = [
            (*before, (way.ledger(own, left, counts), way)) for before, ways in each for way in ways
        ]
    return [
        (
            tuple(ledger for ledger, _ in chosen),
            {path: value for _, way in chosen for path, value in way.values.items()},
            all(way.is_shown for _, way in chosen),
        )
        for chosen in found
    ]


def _after(before: Sequence[tuple[Ledger, _Way]], asked: Asked) -> Asked:
    """Return what is asked of a plan year after what lines of the year before have used.

    What is counted by the stay, the episode or a lifetime goes on, as does the rule of a penalty.
    """
    if not before:
        return asked
    way, plan = before[-1][1], asked.plan
    used = next_year(way.answer.used_after, plan)
    rule = way.values.get(PENALTY_RULE)
    if isinstance(rule, MissingAuthorization):
        plan = evolve(plan, missing_authorization=rule)
    return Asked(plan, evolve(used, benefits_used=used.benefits_used or ()), asked.lines)


def _left(asked: Asked, benefit: Benefit) -> tuple[Left[int] | None, Counts | None]:
    """Return what is left before the first line, as far as one person's amounts alone decide."""
    plan, told, outside = asked.plan, asked.plan.benefit(benefit), asked.plan.out_of_network
    crediting = (outside.deductible_crediting, outside.limit_crediting) if outside else ()
    if told is None or plan.family is not None or Crediting.CROSS_CREDITED in crediting:
        return None, None
    if told.pot is not AccumulatorPot.MEDICAL or told.service_deductible is not None:
        return None, None
    used = exactly(asked.used.deductible_used), exactly(asked.used.limit_used)
    deductible, room = 0, NO_LIMIT
    if plan.deductible is not None and used[0] is not None:
        deductible = max(plan.deductible.cents - used[0].cents, 0)
    if plan.out_of_pocket_limit is not None and used[1] is not None:
        room = max(plan.out_of_pocket_limit.cents - used[1].cents, 0)
    does_count = told.counts_toward_limit is not False
    counting = (plan.counts_toward_limit.holds(part) is True for part in COUNTED_PARTS)
    return Left(deductible, room), Counts(*(does_count and each for each in counting))


def _asked(
    course: Course,
    scenario: Scenario,
    year: PlanYear,
    lines: tuple[Billed, ...],
    *,
    is_in_network: bool,
) -> Asked | None:
    plan, benefit = year.plan, scenario.benefit
    if year.number and plan.deductible_carries_over_from is not None:
        return None
    if any(line.cents >= OPEN for line in lines):
        return None
    lines_on = Counter(line.on for line in lines)
    authorized = is_authorized(course, scenario)
    claims = tuple(
        ClaimLine(
            on=line.on,
            benefit=benefit,
            allowed=Money(line.cents),
            is_in_network=is_in_network,
            is_authorized=authorized,
            may_be_balance_billed=False,
            minutes=course.minutes_on(line.on) if lines_on[line.on] == 1 else None,
        )
        for line in lines
    )
    told = told_on(plan, Side(benefit, is_in_network))
    if any(share.group_copay not in (None, share.copay) for share in shares_of(told)):
        course.notes.miss("session-kind-not-told")
    is_shared = authorized is not True and may_share_penalty(plan, Side(benefit, is_in_network))
    if is_shared and plan.missing_authorization and plan.missing_authorization.unit is None:
        course.notes.miss("penalty-unit-not-told")
    used = in_a_new_stay(
        course, told, year.used, is_in_network=is_in_network, shares_penalty=is_shared
    )
    return Asked(evolve(plan, plan_year=None), used, claims)


def is_authorized(course: Course, scenario: Scenario) -> bool | None:
    """Return what is told of an authorization, else what the scenario supposes."""
    episode = course.case.episode
    told = episode.is_authorized if episode else None
    supposed = scenario.values.get(AUTHORIZED) is True if AUTHORIZED in scenario.values else None
    return supposed if told is None else told


def in_a_new_stay(
    course: Course,
    told: PlanBenefit | None,
    used: Accumulators,
    *,
    is_in_network: bool,
    shares_penalty: bool = False,
) -> Accumulators:
    """Return what was used, where nothing of a running stay was told: that a new one begins."""
    share = told.cost_share if told else None
    if told is None or share is None or used.benefits_used is not None:
        return used
    if share.copay_unit is None and share.copay_cap_per_stay is None and not shares_penalty:
        return used
    course.notes.assume("new-stay")
    # What has been used of a year, a month, a week or a lifetime is no matter of a stay.
    limits = tuple(
        LimitUse(unit=limit.unit, period=limit.period)
        for limit in limits_of(told)
        if limit.period not in _BEGUN
    )
    side = Side(told.benefit, is_in_network)
    visits = first_visits_used(used, told, side, is_home=True) if is_in_network else None
    use = BenefitUse(benefit=told.benefit, first_visits=visits, limits=limits, **FRESH)
    return evolve(used, benefits_used=(use,))


def _all(asked: Asked) -> list[_Way]:
    """Return each way to answer what is lacking; none where the answers are too many."""
    found: list[_Way] = []
    for way in _ways(asked, {}, _DEPTH):
        if way is None or len(found) >= _MOST_WAYS:
            return []
        found.append(way)
    return found


def _ways(
    asked: Asked, values: Mapping[str, object], depth: int, *, is_shown: bool = True
) -> Iterator[_Way | None]:
    lacking: tuple[str, ...] = ()
    try:
        answer = prepare(asked.plan, asked.used).adjudicate(asked.lines)
    except CannotAdjudicate as error:
        lacking = error.missing
    else:
        yield _Way(answer, values, is_shown, asked)
        return
    answers = [(name, list(answers_to(name, asked))) for name in lacking]
    if not depth or any(not each for _, each in answers):
        yield None
        return
    name, each = answers[0]
    for value, answered in each:
        path = {} if value is None else {field_of(name): value}
        shown = {f"used.{key}" if key == "visits_used" else key: got for key, got in path.items()}
        yield from _ways(
            answered, {**values, **shown}, depth - 1, is_shown=is_shown and value is not None
        )
