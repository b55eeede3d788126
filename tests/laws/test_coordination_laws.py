"""Laws of two payers, over random plans, allowances and charges."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from iopkit.cost import Coordination, adjudicate, coordinate
from iopkit.model import CoordinationMethod, CountedWhenSecond
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.networks import Crediting, OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart

DAY = date(2026, 3, 2)
M = CoordinationMethod
COUNTED = Listing.of(LinePart.DEDUCTIBLE, LinePart.COPAY, LinePart.PATIENT_SHARE, complete=True)

cents = st.sampled_from((0, 1, 99, 100, 2_500, 16_951)) | st.integers(0, 50_000)
methods = st.sampled_from(CoordinationMethod)
countings = st.none() | st.sampled_from(CountedWhenSecond)
ALONE = CountedWhenSecond.AS_IF_ALONE


class Claim(NamedTuple):
    """The same services as two plans allow them."""

    first: tuple[ClaimLine, ...]
    second: tuple[ClaimLine, ...]


@st.composite
def claims(draw: st.DrawFn, most: int = 6) -> Claim:
    """Draw up to `most` lines; a charge may be untold, and a plan may not cover a line."""
    pairs = [draw(_twins(place)) for place in range(draw(st.integers(1, most)))]
    return Claim(tuple(one for one, _ in pairs), tuple(two for _, two in pairs))


@st.composite
def _twins(draw: st.DrawFn, place: int) -> tuple[ClaimLine, ClaimLine]:
    one, two = Money(draw(cents)), Money(draw(cents))
    each_covered = [draw(st.sampled_from((True, True, True, False))) for _ in range(2)]
    charges = cents.map(lambda more: max(one, two) + Money(more))
    # What is not covered is owed as billed.
    billed = draw(st.none() | charges if all(each_covered) else charges)
    line = ClaimLine(
        on=DAY + timedelta(days=place),
        benefit=Benefit.IOP,
        allowed=one,
        billed=billed,
        is_covered=each_covered[0],
        is_in_network=draw(st.sampled_from((True, True, False))),
        may_be_balance_billed=draw(st.sampled_from((True, False, None))),
    )
    return line, evolve(line, allowed=two, is_covered=each_covered[1], is_in_network=True)


@st.composite
def plans(draw: st.DrawFn) -> HealthPlan:
    """Draw a plan of one benefit that leaves nothing unsaid."""
    limit = draw(st.none() | st.sampled_from((0, 5_000, 60_000)).map(Money))
    copay = draw(st.none() | st.sampled_from((0, 100, 4_000)).map(Money))
    share = CostShare(
        deductible_applies=True,
        copay=copay,
        copay_order=CopayOrder.PLAIN if copay is None else CopayOrder.AFTER_DEDUCTIBLE,
        patient_share=Share(draw(st.sampled_from((0, 1_250, 2_000, 3_333, 10_000)))),
    )
    return HealthPlan(
        id="random",
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False),),
        deductible=Money(draw(st.sampled_from((0, 1, 5_000, 30_000)))),
        out_of_pocket_limit=limit,
        has_out_of_pocket_limit=limit is not None,
        counts_toward_limit=COUNTED,
        limit_ends_deductible=True,
        deductible_when_second=draw(countings),
        limit_when_second=draw(countings),
        out_of_network=OutOfNetwork(
            coverage=Coverage.COVERED,
            patient_share=Share(draw(st.sampled_from((0, 4_000)))),
            deductible=Money(draw(st.sampled_from((0, 7_500)))),
            deductible_crediting=Crediting.SEPARATE,
            limit_crediting=Crediting.SEPARATE,
            counts_toward_limit=COUNTED,
            has_out_of_pocket_limit=False,
        ),
    )


def settled(
    claim: Claim, one: HealthPlan, two: HealthPlan, method: CoordinationMethod | None
) -> Coordination:
    primary = adjudicate(claim.first, one, NOTHING_USED)
    return coordinate(primary, claim.second, two, NOTHING_USED, method=method)


@given(claims(), plans(), plans())
@settings(max_examples=300)
def test_every_line_of_every_way_adds_up(claim: Claim, one: HealthPlan, two: HealthPlan) -> None:
    answer = settled(claim, one, two, None)

    for way in answer.ways:
        for line, told in zip(way.lines, claim.first, strict=True):
            paid = line.primary + line.secondary
            amounts = (line.primary, line.secondary, line.patient, line.balance, line.write_off)
            assert all(amount is None or amount >= ZERO for amount in amounts)
            if told.billed is not None and line.balance is not None:
                assert line.write_off is not None
                assert paid + line.patient + line.balance + line.write_off == told.billed
        assert way.primary == answer.primary.plan


@given(claims(), plans(), plans())
@settings(max_examples=200)
def test_no_second_payer_pays_more_than_alone(
    claim: Claim, one: HealthPlan, two: HealthPlan
) -> None:
    answer = settled(claim, one, two, None)

    for way in answer.ways:
        for line, alone in zip(way.lines, answer.alone.lines(), strict=True):
            assert line.secondary <= alone.run.plan


@given(claims(), plans(), plans())
@settings(max_examples=200)
def test_the_standard_method_never_pays_more_than_is_owed(
    claim: Claim, one: HealthPlan, two: HealthPlan
) -> None:
    answer = settled(claim, one, two, M.STANDARD)

    for way in answer.ways:
        for line, first in zip(way.lines, answer.primary.lines(), strict=True):
            assert line.secondary <= first.run.patient
            if first.line.is_covered:
                assert line.patient + line.secondary == first.run.patient


@given(claims(), plans(), plans())
@settings(max_examples=200)
def test_a_carve_out_brings_both_payments_up_to_the_better_plan(
    claim: Claim, one: HealthPlan, two: HealthPlan
) -> None:
    counting = evolve(two, deductible_when_second=ALONE, limit_when_second=ALONE)
    answer = settled(claim, one, counting, M.CARVE_OUT)

    (way,) = answer.ways
    for line, alone in zip(way.lines, answer.alone.lines(), strict=True):
        assert line.primary + line.secondary == max(line.primary, alone.run.plan)


@given(claims(), plans(), plans(), methods)
@settings(max_examples=200)
def test_what_is_left_to_the_patient_never_grows_by_a_second_payer(
    claim: Claim, one: HealthPlan, two: HealthPlan, method: CoordinationMethod
) -> None:
    answer = settled(claim, one, two, method)

    assert all(way.patient <= answer.primary.patient for way in answer.ways)


@given(claims(most=1), plans(), plans())
@settings(max_examples=200)
def test_of_one_line_with_one_allowance_the_methods_stand_in_order(
    claim: Claim, one: HealthPlan, two: HealthPlan
) -> None:
    # Within one allowed amount: carve-out, then maintenance of benefits, then standard.
    (first,) = claim.first
    covered = evolve(first, is_covered=True)
    same = Claim((covered,), (covered,))

    paid = [
        settled(same, one, two, method).secondary.low or ZERO
        for method in (M.CARVE_OUT, M.MAINTENANCE, M.STANDARD)
    ]

    assert paid == sorted(paid)


@given(claims(), plans(), plans(), methods)
@settings(max_examples=200)
def test_the_range_without_a_method_holds_what_each_method_gives(
    claim: Claim, one: HealthPlan, two: HealthPlan, method: CoordinationMethod
) -> None:
    whole, told = settled(claim, one, two, None), settled(claim, one, two, method)

    assert {way.method for way in whole.ways} == set(CoordinationMethod)
    assert [way for way in whole.ways if way.method is method] == list(told.ways)
    assert all(whole.secondary.holds(way.secondary) for way in told.ways)
    assert all(whole.patient.holds(way.patient) for way in told.ways)


@given(claims(), plans(), plans(), st.lists(cents, min_size=6, max_size=6))
@settings(max_examples=200)
def test_basic_with_any_charge_lies_between_the_two_ways_without_one(
    claim: Claim, one: HealthPlan, two: HealthPlan, more: list[int]
) -> None:
    untold = Claim(
        tuple(evolve(line, billed=None, is_covered=True) for line in claim.first),
        tuple(evolve(line, billed=None, is_covered=True) for line in claim.second),
    )
    charges = [
        max(first.allowed, second.allowed) + Money(extra)
        for first, second, extra in zip(untold.first, untold.second, more, strict=False)
    ]
    told = Claim(
        tuple(evolve(line, billed=each) for line, each in zip(untold.first, charges, strict=True)),
        untold.second,
    )

    whole, exact = settled(untold, one, two, M.BASIC), settled(told, one, two, M.BASIC)

    assert all(whole.secondary.holds(way.secondary) for way in exact.ways)
    assert all(whole.patient.holds(way.patient) for way in exact.ways)
