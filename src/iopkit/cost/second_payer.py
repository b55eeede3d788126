"""What a second coverage takes from the patient's part of the days, in each possible way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from iopkit.cost import labels
from iopkit.cost.assumptions import ASSUMPTIONS
from iopkit.cost.coordinated import Coordinating
from iopkit.cost.course import Course
from iopkit.cost.fees import Fee, fee_of, with_bill
from iopkit.cost.levels import at_level
from iopkit.cost.needs import has_no_limit
from iopkit.cost.notes import Notebook
from iopkit.cost.outcomes import End, allowed_prices, charges_of
from iopkit.cost.payer_order import OrderRule, first_payer
from iopkit.cost.pricing import PriceCase
from iopkit.cost.second_lines import countings_of
from iopkit.cost.secondary_payment import changes_bill, methods_of
from iopkit.cost.settled_days import (
    Pair,
    all_of,
    is_charged,
    is_silent,
    second_at_most,
    supposing,
)
from iopkit.cost.supplemented import with_supplement
from iopkit.cost.untold_years import renews
from iopkit.cost.year_numbers import number_of, year_of
from iopkit.model.benefits import LimitUnit, PlanBenefit
from iopkit.model.coordination import PlanMembership
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import PriceList
from iopkit.model.second_coverage import SecondCoverage
from iopkit.rules.truth import Truth
from iopkit.values.money import ZERO
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent
from iopkit.vocabulary.coverage import PayerKind

_FIELD = "second_coverage"
_OWN_NETWORK = "episode.is_in_network"
_PATHS = (
    ("health_plan.", f"{_FIELD}.plan."),
    ("used.", f"{_FIELD}.used."),
    ("prices.allowed", f"{_FIELD}.allowed"),
    ("episode.is_authorized", f"{_FIELD}.is_authorized"),
    (_OWN_NETWORK, f"{_FIELD}.is_in_network"),
)
_MOST_ANSWERS = 512


class _Rank(NamedTuple):
    """A plan of the person: its course, the path of its fields in the case, and its answers."""

    course: Course
    plan: HealthPlan
    path: str
    fee: Fee

    def __repr__(self) -> str:
        return "<_Rank>"


def with_second(course: Course, told: SecondCoverage, fee: Fee) -> Fee:
    """Return the answers of `fee` with what a second coverage takes from each.

    Which plan pays first, and how the second coordinates, is answered in each way that is
    possible where it is not told.  Where an answer is not known line by line, only bounds hold.

    Raises:
        NotInForce, NotShipped, PlanYearMismatch: as for the first plan.
    """
    if told.supplement is not None:
        return with_supplement(course, told, told.supplement, fee)
    if told.plan is None or course.case.health_plan is None:
        course.notes.miss("second-plan-not-told")
        return _bounds(fee, may_lead=told.pays_first is not False)
    notes = Notebook(course.case.program.level if course.case.program else None)
    alone = _course_of(course, told, told.plan, notes)
    other = _Rank(alone, told.plan, f"{_FIELD}.plan", fee_of(alone))
    own = _Rank(course, course.case.health_plan, "health_plan", fee)
    orders = _orders(course, told)
    if not _has_sure_year(alone):
        course.notes.miss("second-plan-year-of-days")
        return _bounds(fee, may_lead=True in orders)
    found: list[Pair] = []
    for pays_first in orders:
        first, second = (other, own) if pays_first else (own, other)
        values = {f"{_FIELD}.pays_first": pays_first} if len(orders) > 1 else {}
        found += [supposing(pair, values) for pair in _shared(first, second)]
    if PayerKind.MEDICAID in (told.plan.payer, own.plan.payer):
        course.notes.assume("medicaid-beside-another")
    for pays_first in orders:
        _note_counting(course, own.plan if pays_first else other.plan, found)
    course.notes.of_second_plan(notes)
    if any(end.cents is not None and end.parts is None for pair in found for end in pair):
        course.notes.miss("second-plan-by-line")
    is_sure = orders == (False,) and fee.component is CostComponent.OUT_OF_POCKET
    label = fee.label if is_sure else labels.IOP_PERHAPS
    return Fee(found, CostComponent.OUT_OF_POCKET, label)


def _note_counting(course: Course, second: HealthPlan, found: Iterable[Pair]) -> None:
    """Note what is not told of how a plan counts lines that it pays second."""
    if any(map(_counts_payments, second.benefits)):
        course.notes.assume("second-counts-alone")
    has_amounts = second.deductible != ZERO or not has_no_limit(second)
    if not has_amounts or len(countings_of(second)) == 1:
        return
    code, each = "counting-when-second-not-told", [end for pair in found for end in pair]
    course.notes.miss(code)
    is_open = any(path.endswith("_when_second") for end in each for path in end.values)
    if not is_open and all(end.parts is not None for end in each):
        course.notes.settle((code,))


def _counts_payments(told: PlanBenefit) -> bool:
    """Return whether a benefit limits what is paid, in copays of a stay or in dollars."""
    has_cap = told.cost_share is not None and told.cost_share.copay_cap_per_stay is not None
    return has_cap or any(limit.unit is LimitUnit.DOLLARS for limit in told.limits)


def _bounds(fee: Fee, *, may_lead: bool) -> Fee:
    """Return answers of which a second plan takes nothing or all; no bound, where it may lead."""
    ends = [second_at_most(pair, None) for pair in fee.ends]
    if may_lead:
        ends = [(low, high._replace(cents=None)) for low, high in ends]
    return fee._replace(ends=ends)


def _has_sure_year(course: Course) -> bool:
    """Return whether it is known which days fall in which year of a plan."""
    days = course.attendance.high or course.attendance.low
    ends = {number_of(course.year, day) for day in (*days[:1], *days[-1:])}
    return course.attendance.is_dated or len(ends) <= 1


def _course_of(course: Course, told: SecondCoverage, plan: HealthPlan, notes: Notebook) -> Course:
    """Return the same course as if the second plan were the only one."""
    case = course.case
    episode = evolve(
        case.episode or Episode(),
        is_in_network=told.is_in_network,
        is_authorized=told.is_authorized,
        may_be_balance_billed=False,  # that hangs on the network of the case's own plan
    )
    charges = case.prices.charges if case.prices else ()
    alone = evolve(
        case,
        health_plan=plan,
        used=told.used,
        episode=episode,
        prices=PriceList(allowed=told.allowed, charges=charges),
    )
    year = year_of(alone, course.attendance.start)
    if year is None and renews(plan):
        notes.assume("one-plan-year")
    attendance = evolve(course.attendance, years=(year,))
    return evolve(course, case=at_level(alone, notes), attendance=attendance, notes=notes)


def _orders(course: Course, told: SecondCoverage) -> tuple[bool, ...]:
    """Return whether the second coverage pays first, in each way that is possible."""
    if told.pays_first is not None:
        return (told.pays_first,)
    one = _member(told.first_membership, course.case.health_plan)
    other = _member(told.membership, told.plan)
    order = first_payer(one, other, parents_together=told.parents_together)
    if order.one_is_first is Truth.UNKNOWN:
        course.notes.miss("payer-order-not-known")
        return (False, True)
    _note_order(course, order.rule)
    return (order.one_is_first is Truth.NOT_MET,)


def _note_order(course: Course, rule: OrderRule | None) -> None:
    if rule is not None:
        text = ASSUMPTIONS["payer-order"]
        words = Text(text.en.format(order=rule.label.en), text.es.format(order=rule.label.es))
        course.notes.quote("payer-order", words, None)


def _member(told: PlanMembership | None, plan: HealthPlan | None) -> PlanMembership:
    told = told or PlanMembership()
    return evolve(told, payer=told.payer or (plan.payer if plan else None))


def _shared(first: _Rank, second: _Rank) -> Iterator[Pair]:
    """Yield each answer of two plans, the first of which pays first."""
    firsts = [_named(first, pair) for pair in first.fee.ends]
    told = second.plan.coordination
    methods = methods_of(second.plan) if told is None else (told,)
    if len(methods) > 1:
        second.course.notes.miss("coordination-not-told")
    countings = countings_of(second.plan)
    for price in allowed_prices(second.course):
        answers = list(_answers(second, price))
        if len(firsts) * len(answers) * len(methods) * len(countings) > _MOST_ANSWERS:
            answers = []
        coordination = Coordinating(
            methods=methods,
            is_told=told is not None,
            countings=countings,
            path=second.path,
            charges=charges_of(second.course),
            is_in_network=False,
        )
        for pair in firsts:
            here = coordination._replace(is_in_network=_is_in_network(first, pair))
            yield from _of_both(pair, price, answers, here)


def _is_in_network(rank: _Rank, pair: Pair) -> bool:
    """Return whether the program is in the network of a plan, as told or as an answer supposes."""
    episode = rank.course.case.episode
    told = episode.is_in_network if episode else None
    path = _path(_OWN_NETWORK) if rank.path != "health_plan" else _OWN_NETWORK
    return told is True or (told is None and pair[1].values.get(path) is True)


def _of_both(
    pair: Pair, price: PriceCase, answers: Sequence[Pair], coordination: Coordinating
) -> Iterator[Pair]:
    """Yield each way in which the second plan takes part in one answer of the first."""
    if not answers:
        yield second_at_most(pair, None if is_charged(pair) else all_of(price))
    for answer in answers:
        low, high = supposing(pair, answer[0].values), supposing(pair, answer[1].values)
        both = low[0], high[1]
        if not coordination.is_in_network:
            both = _beside(low[0], answer[0]), _beside(high[1], answer[1])
        if is_silent(answer):
            yield second_at_most(both, None)
        elif is_charged(answer):
            yield both
        elif is_charged(pair):
            yield _alone(both, answer)
        else:
            yield from coordination.shared(both, answer)


def _beside(end: End, answer: End) -> End:
    """Return an end with the rest of the bill that an answer of the second plan holds."""
    return end._replace(rest=(*end.rest, *answer.rest)) if answer.rest else end


def _alone(both: Pair, answer: Pair) -> Pair:
    """Return the answer of the second plan, where the first one pays nothing.

    No more than what is charged is owed, whatever the second plan allows.
    """
    low, high = (_owed_alone(*ends) for ends in zip(both, answer, strict=True))
    return low, high


def _owed_alone(charge: End, own: End) -> End:
    is_more = charge.cents is not None and (own.cents is None or own.cents > charge.cents)
    is_exact = charge.is_exact and own.is_exact
    if is_more:
        return charge._replace(is_exact=False, parts=None, ledgers=(), rest=())
    return own._replace(values=charge.values, is_exact=is_exact, by_second=True)


def _answers(rank: _Rank, price: PriceCase) -> Iterator[Pair]:
    """Yield the answers of a plan at one way to allow the days."""
    course = evolve(rank.course, priced=(price,))
    fee = fee_of(course)
    if rank.path == "health_plan" and changes_bill(course.case):
        fee = with_bill(course, fee)
    return (_named(rank, pair) for pair in fee.ends)


def _named(rank: _Rank, pair: Pair) -> Pair:
    """Return an answer with the paths of its values as they are in the case of two plans."""
    if rank.path == "health_plan":
        return pair
    low, high = (
        end._replace(values={_path(path): value for path, value in end.values.items()})
        for end in pair
    )
    return low, high


def _path(path: str) -> str:
    for alone, second in _PATHS:
        if path.startswith(alone):
            return second + path.removeprefix(alone)
    return path
