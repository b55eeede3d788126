"""Two payers: published examples, boundaries and refusals, one row each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from iopkit.cost import Coordination, adjudicate, coordinate
from iopkit.cost.secondary_payment import LineFacts, second_payment
from iopkit.errors import CannotAdjudicate, InvalidValue
from iopkit.model import CoordinationMethod, CountedWhenSecond
from iopkit.model.accumulators import NOTHING_USED, Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.networks import Crediting, OutOfNetwork
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.values.spans import Basis, Span
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart, PayerKind

DAY = date(2026, 3, 2)
M = CoordinationMethod
PLANS = (M.BASIC, M.STANDARD, M.CARVE_OUT, M.MAINTENANCE)
ALL = tuple(M)
AWAY = OutOfNetwork(
    coverage=Coverage.COVERED,
    patient_share=Share.percent(40),
    deductible=ZERO,
    deductible_crediting=Crediting.SEPARATE,
    has_out_of_pocket_limit=False,
)
ALONE, OWED = CountedWhenSecond


def dollars(amount: str) -> Money:
    return Money.parse(amount)


def lines(*allowed: str, billed: str | None = None, is_covered: bool = True) -> list[ClaimLine]:
    return [
        ClaimLine(
            on=DAY + timedelta(days=place),
            benefit=Benefit.IOP,
            allowed=dollars(amount),
            billed=None if billed is None else dollars(billed),
            is_covered=is_covered,
        )
        for place, amount in enumerate(allowed)
    ]


def plan(
    patient_share: str, deductible: str = "0", payer: PayerKind | None = PayerKind.COMMERCIAL
) -> HealthPlan:
    share = CostShare(deductible_applies=True, patient_share=Share.percent(patient_share))
    return HealthPlan(
        id="example",
        payer=payer,
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False),),
        deductible=dollars(deductible),
        has_out_of_pocket_limit=False,
        counts_toward_limit=Listing(complete=True),
        limit_ends_deductible=False,
    )


def counting(
    plan: HealthPlan, deductible: CountedWhenSecond, limit: CountedWhenSecond = ALONE
) -> HealthPlan:
    return evolve(plan, deductible_when_second=deductible, limit_when_second=limit)


def both(
    first: list[ClaimLine],
    second: list[ClaimLine],
    plans: tuple[HealthPlan, HealthPlan],
    method: CoordinationMethod | None,
) -> Coordination:
    primary = adjudicate(first, plans[0], NOTHING_USED)
    return coordinate(primary, second, plans[1], NOTHING_USED, method=method)


def exactly(answer: Coordination) -> tuple[str, str, str, str]:
    (way,) = answer.ways
    return str(way.primary), str(way.secondary), str(way.patient), str(way.write_off)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (M.BASIC, ("75.00", "50.00", "0.00", "0.00")),
        (M.STANDARD, ("75.00", "50.00", "0.00", "0.00")),
        (M.CARVE_OUT, ("75.00", "18.75", "31.25", "0.00")),
        (M.MAINTENANCE, ("75.00", "37.50", "12.50", "0.00")),
    ],
)
def test_one_charge_of_125_by_each_method(
    method: CoordinationMethod, expected: tuple[str, ...]
) -> None:
    # Printed by a maker of practice software: 93.75 - 75 = 18.75, and 75 % of 125 - 75 = 37.50.
    charge = lines("125", billed="125")

    answer = both(charge, charge, (plan("40"), plan("25")), method)

    assert exactly(answer) == expected
    assert answer.alone.plan == dollars("93.75")


def test_the_example_of_the_rule_on_medicare_as_second_payer() -> None:
    # 42 CFR 411.33(b): 175 charged, 150 allowed and 120 paid first, 125 by Medicare's schedule.
    medicare = plan("20", payer=PayerKind.MEDICARE)
    first, second = lines("150", billed="175"), lines("125", billed="175")

    answer = both(first, second, (plan("20"), medicare), M.MEDICARE)

    assert exactly(answer) == ("120.00", "30.00", "0.00", "25.00")
    assert answer.alone.plan == dollars("100")


def test_medicare_pays_no_more_than_a_contract_lets_the_provider_take() -> None:
    medicare = plan("20", payer=PayerKind.MEDICARE)
    first, second = lines("100", billed="175"), lines("150", billed="175")

    answers = [both(first, second, (plan("20"), medicare), method) for method in ALL[-2:]]

    # 80 of 100 are paid, and the provider has agreed to 100; without that it would be 70.
    assert [exactly(answer) for answer in answers] == [("80.00", "20.00", "0.00", "75.00")] * 2


def test_medicare_pays_more_than_is_allowed_first_where_no_contract_holds_the_provider() -> None:
    medicare = plan("20", payer=PayerKind.MEDICARE)
    refused = lines("100", billed="200", is_covered=False)
    paid = [evolve(line, is_in_network=False) for line in lines("100", billed="200")]
    first_plan = evolve(plan("20"), out_of_network=AWAY)

    covered, not_covered = (
        both(first, lines("150", billed="200"), (first_plan, medicare), M.MEDICARE)
        for first in (paid, refused)
    )

    # Of 60 paid first, up to the 150 that Medicare allows; of nothing, what it would pay alone.
    assert exactly(covered)[:2] == ("60.00", "90.00")
    assert exactly(not_covered)[:2] == ("0.00", "120.00")


def outside(may_be_balance_billed: bool | None, billed: str | None) -> list[ClaimLine]:
    (line,) = lines("300", billed=billed)
    return [evolve(line, is_in_network=False, may_be_balance_billed=may_be_balance_billed)]


@pytest.mark.parametrize(
    ("may", "billed", "method", "expected"),
    [
        # 300 of 500 are allowed and 180 paid first; alone the second plan would pay 240.
        (True, "500", M.STANDARD, ("120.00", "0.00", "200.00", "0.00")),
        (True, "500", M.BASIC, ("240.00", "0.00", "80.00", "0.00")),
        (False, "500", M.BASIC, ("240.00", "0.00", "0.00", "80.00")),
        (None, "500", M.STANDARD, ("120.00", "0.00", "None", "None")),
        (True, None, M.STANDARD, ("120.00", "0.00", "None", "None")),
        (False, None, M.STANDARD, ("120.00", "0.00", "0.00", "None")),
        (True, "500", M.CARVE_OUT, ("60.00", "60.00", "200.00", "0.00")),
    ],
)
def test_a_balance_bill_stays_apart_and_takes_what_is_paid_beyond_the_patients_part(
    may: bool | None, billed: str | None, method: CoordinationMethod, expected: tuple[str, ...]
) -> None:
    first = evolve(plan("20"), out_of_network=AWAY)

    answer = both(outside(may, billed), lines("300", billed=billed), (first, plan("20")), method)

    (way,) = answer.ways
    assert way.primary == dollars("180")
    amounts = (way.secondary, way.patient, way.balance, way.write_off)
    assert tuple(map(str, amounts)) == expected


FACTS = LineFacts(
    charge=17_500,
    accepted=17_500,
    first_allowed=15_000,
    paid=12_000,
    owed=3_000,
    second_allowed=12_500,
    alone=10_000,
    of_rest=400,
)


@pytest.mark.parametrize(
    ("method", "changes", "expected"),
    [
        (M.MEDICARE, {}, 3_000),  # 150 - 120
        (M.MEDICARE, {"first_allowed": 17_400}, 5_400),
        (M.MEDICARE, {"first_allowed": 17_500, "accepted": 14_000}, 2_000),
        (M.MEDICARE, {"paid": 100}, 10_000),  # what it would pay alone
        (M.MEDICARE, {"accepted": None, "first_allowed": 20_000}, 8_000),
        (M.MEDICARE, {"paid": 20_000}, 0),
        (M.MEDICARE_INSTITUTIONAL, {}, 500),  # 125 - 120
        (M.MEDICARE_INSTITUTIONAL, {"paid": 1_000}, 10_000),
        (M.MEDICARE_INSTITUTIONAL, {"accepted": 12_100}, 100),  # 121 - 120
        (M.MEDICARE_INSTITUTIONAL, {"paid": 0, "accepted": 9_000}, 6_500),  # 90 - 25
        (M.MEDICARE_INSTITUTIONAL, {"paid": 0, "accepted": 2_000}, 0),
        (M.MEDICARE_INSTITUTIONAL, {"accepted": None}, 500),
        (M.BASIC, {}, 5_500),
        (M.BASIC, {"paid": 2_000}, 10_000),
        (M.STANDARD, {}, 3_000),
        (M.STANDARD, {"owed": 12_000}, 10_000),
        (M.CARVE_OUT, {}, 0),
        (M.CARVE_OUT, {"paid": 9_000}, 1_000),
        (M.MAINTENANCE, {}, 400),
        (M.MAINTENANCE, {"of_rest": 10_001}, 10_000),
    ],
)
def test_each_term_of_a_method_can_be_the_lowest(
    method: CoordinationMethod, changes: dict[str, int | None], expected: int
) -> None:
    facts = LineFacts(**{**FACTS._asdict(), **changes})

    assert second_payment(method, facts) == expected


def test_the_second_plan_takes_its_own_deductible_and_allowance() -> None:
    first = lines("100", "100", "100", billed="180")
    second = lines("120", "120", "120", billed="180")

    own = counting(plan("0", deductible="150"), ALONE)
    answer = both(first, second, (plan("50"), own), M.STANDARD)

    (way,) = answer.ways
    # Alone it would pay 0, 90 and 120; 50 are owed of each line.
    assert [str(line.secondary) for line in way.lines] == ["0.00", "50.00", "50.00"]
    assert [str(line.patient) for line in way.lines] == ["50.00", "0.00", "0.00"]
    assert exactly(answer) == ("150.00", "100.00", "50.00", "240.00")


def limited(limit: str) -> HealthPlan:
    counted = Listing.of(LinePart.DEDUCTIBLE, LinePart.PATIENT_SHARE, complete=True)
    return evolve(
        plan("50"),
        has_out_of_pocket_limit=True,
        out_of_pocket_limit=dollars(limit),
        counts_toward_limit=counted,
        limit_ends_deductible=True,
    )


@pytest.mark.parametrize(
    ("method", "own", "counted", "paid", "used"),
    [
        # 50 of 100 are owed of each of three lines, of which the second plan allows 120.
        # A deductible of 150 falls to 30 and 0: alone it would pay 0, 90 and 120.
        (M.STANDARD, plan("0", "150"), (ALONE, ALONE), ("0", "50", "50"), ("150.00", "0.00")),
        # 50, 30 and nothing are still owed: 150 falls to 100, and 70.
        (M.STANDARD, plan("0", "150"), (OWED, ALONE), ("0", "20", "50"), ("80.00", "0.00")),
        # Of the 70 that are left of a line, 0, 70 and 70 are paid where 150 falls to 30 and 0.
        (M.MAINTENANCE, plan("0", "150"), (ALONE, OWED), ("0", "40", "70"), ("150.00", "0.00")),
        # Where it falls to 100 and 50, 0, 0 and 20.
        (M.MAINTENANCE, plan("0", "150"), (OWED, OWED), ("0", "0", "20"), ("130.00", "0.00")),
        # A share of half of 120 meets a limit of 90 on the second line: 60, 90 and 120 alone.
        (M.CARVE_OUT, limited("90"), (ALONE, ALONE), ("10", "40", "70"), ("0.00", "90.00")),
        # 40 of the first 60 are still owed, so that 50 of the limit are left; then 30 of 50.
        (M.CARVE_OUT, limited("90"), (ALONE, OWED), ("10", "20", "50"), ("0.00", "70.00")),
    ],
)
def test_what_the_second_plan_counts_changes_what_it_pays_next(
    method: CoordinationMethod,
    own: HealthPlan,
    counted: tuple[CountedWhenSecond, CountedWhenSecond],
    paid: tuple[str, ...],
    used: tuple[str, str],
) -> None:
    first, second = lines("100", "100", "100"), lines("120", "120", "120")

    answer = both(first, second, (plan("50"), counting(own, *counted)), method)

    (way,) = answer.ways
    assert tuple(line.secondary for line in way.lines) == tuple(map(dollars, paid))
    assert way.used_after is not None
    after = way.used_after
    assert (str(after.deductible_used), str(after.limit_used)) == used
    assert (way.deductible_counts, way.limit_counts) == counted


def test_what_a_plan_does_not_tell_of_counting_is_each_way_that_changes_a_line() -> None:
    first, second = lines("100", "100", "100"), lines("120", "120", "120")

    answer = both(first, second, (plan("50"), plan("0", deductible="150")), M.STANDARD)

    assert [(way.deductible_counts, way.limit_counts) for way in answer.ways] == [
        (ALONE, None),
        (OWED, None),
    ]
    assert answer.secondary == Span(dollars("70"), dollars("100"), Basis.COMPUTED)


def test_a_payment_beyond_what_the_patient_owes_shrinks_the_write_off() -> None:
    first, second = lines("100", billed="300"), lines("200", billed="300")

    answer = both(first, second, (plan("20"), plan("20")), M.CARVE_OUT)

    # 160 - 80 = 80 are paid, 20 of them for the patient.
    assert exactly(answer) == ("80.00", "80.00", "0.00", "140.00")


def test_a_line_that_only_the_second_plan_covers_is_owed_as_that_one_allows() -> None:
    first = lines("150", billed="300", is_covered=False)
    second = lines("120", billed="300")

    answer = both(first, second, (plan("20"), plan("25")), M.STANDARD)

    assert exactly(answer) == ("0.00", "90.00", "30.00", "180.00")


def test_a_line_that_neither_plan_covers_is_owed_whole() -> None:
    charge = lines("150", billed="300", is_covered=False)

    answer = both(charge, charge, (plan("20"), plan("25")), M.STANDARD)

    assert exactly(answer) == ("0.00", "0.00", "300.00", "0.00")


def test_without_a_method_each_that_the_payer_may_use_is_a_way() -> None:
    charge = lines("125", billed="125")

    answer = both(charge, charge, (plan("40"), plan("25")), None)

    assert tuple(way.method for way in answer.ways) == PLANS
    assert answer.secondary == Span(dollars("18.75"), dollars("50"), Basis.COMPUTED)
    assert answer.patient == Span(ZERO, dollars("31.25"), Basis.COMPUTED)


@pytest.mark.parametrize(
    ("payer", "expected"),
    [
        (PayerKind.MEDICARE, (M.MEDICARE, M.MEDICARE_INSTITUTIONAL)),
        (PayerKind.COMMERCIAL, PLANS),
        (None, ALL),
    ],
)
def test_the_payer_says_which_methods_it_may_use(
    payer: PayerKind | None, expected: tuple[CoordinationMethod, ...]
) -> None:
    charge = lines("125", billed="125")

    answer = both(charge, charge, (plan("40"), plan("25", payer=payer)), None)

    assert tuple(way.method for way in answer.ways) == expected


def test_basic_without_a_charge_has_two_ways() -> None:
    first, second = lines("100"), lines("110")

    answer = both(first, second, (plan("20"), plan("0")), M.BASIC)

    least, most = answer.ways
    assert (str(least.secondary), str(most.secondary)) == ("30.00", "110.00")
    assert least.supposes is not None
    assert most.supposes is not None
    assert str(least.supposes) == "Where no charge is told, it is no more than a plan allows."
    assert str(most.supposes) == (
        "Where no charge is told, it leaves room for all that the second plan would pay."
    )
    assert least.write_off is None
    assert least.balance == ZERO


def test_basic_without_a_charge_has_one_way_where_the_charge_cannot_matter() -> None:
    charge = lines("100")

    answer = both(charge, charge, (plan("100"), plan("20")), M.BASIC)

    (way,) = answer.ways
    assert (str(way.secondary), way.supposes) == ("80.00", None)


def test_a_charge_told_once_holds_under_both_plans() -> None:
    told = both(lines("100", billed="180"), lines("110"), (plan("20"), plan("0")), M.BASIC)
    other = both(lines("100"), lines("110", billed="180"), (plan("20"), plan("0")), M.BASIC)

    assert exactly(told) == exactly(other) == ("80.00", "100.00", "0.00", "0.00")


def test_other_services_are_refused() -> None:
    one, two = lines("100"), lines("100", "100")

    with pytest.raises(InvalidValue) as caught:
        both(one, two, (plan("20"), plan("0")), M.STANDARD)

    assert str(caught.value) == (
        "lines: expected the same services in the same order as the first plan's"
    )


def test_another_charge_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        both(
            lines("100", billed="150"),
            lines("100", billed="160"),
            (plan("20"), plan("0")),
            M.STANDARD,
        )

    assert str(caught.value) == "billed: expected the same charge under both plans"


def test_what_the_second_plan_leaves_unsaid_is_named() -> None:
    charge = lines("100")
    primary = adjudicate(charge, plan("20"), NOTHING_USED)
    untold = evolve(plan("0"), deductible=None)

    with pytest.raises(CannotAdjudicate) as caught:
        coordinate(primary, charge, untold, Accumulators(deductible_used=ZERO), method=None)

    assert caught.value.missing == ("deductible",)


def test_no_lines_cost_nothing() -> None:
    answer = both([], [], (plan("20"), plan("0")), M.STANDARD)

    assert exactly(answer) == ("0.00", "0.00", "0.00", "0.00")


def test_nothing_of_the_record_is_shown() -> None:
    charge = lines("125", billed="125")

    answer = both(charge, charge, (plan("40"), plan("25")), M.STANDARD)

    assert repr(answer) == "<Coordination: 3 of 3 fields told>"
    assert repr(answer.ways[0]) == "<CoordinatedWay: 3 of 6 fields told>"
    assert repr(answer.ways[0].lines[0]) == "<CoordinatedLine: 6 of 6 fields told>"
    assert repr(FACTS) == "<LineFacts>"
