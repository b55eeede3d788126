"""Published numbers and corners of plans, worked by hand: what every line owes, part by part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from attrs import evolve

from iopkit.cost import Route, adjudicate, prepare
from iopkit.formats import read
from iopkit.model.accumulators import NOTHING_USED, Accumulators, OutsideUse
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import SessionKind
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import Benefit

MONDAY = date(2026, 3, 2)
_TOLD = """
id: by-hand
counts_toward_limit:
  {has: [copay-before, service-deductible, deductible, copay, patient-share], complete: yes}
limit_ends_deductible: yes
"""
Owed = dict[str, str]


def plan_of(text: str) -> HealthPlan:
    coverage = "" if "iop_coverage" in text else "iop_coverage: covered\n"
    return read(HealthPlan, _TOLD + coverage + text)


def line(day: int, allowed: str, benefit: Benefit = Benefit.IOP, **told: Any) -> ClaimLine:
    """Return a line; `told` is any other of its fields."""
    on = MONDAY + timedelta(days=day)
    return ClaimLine(on=on, benefit=benefit, allowed=Money.parse(allowed), **told)


def owed(
    plan: HealthPlan, lines: Iterable[ClaimLine], before: Accumulators = NOTHING_USED
) -> list[Owed]:
    """Return the parts of each line that are not zero, in dollars."""
    return [
        {part.value: str(amount) for part, amount in each.run.parts.items() if amount.cents}
        for each in adjudicate(list(lines), plan, before).lines()
    ]


class Example(NamedTuple):
    """One plan, lines on days of their own, and what each of them owes."""

    plan: str
    allowed: tuple[str, ...]
    expected: list[Owed]
    before: Accumulators = NOTHING_USED


_NO_LIMIT = "has_out_of_pocket_limit: no\n"
_IOP = "iop_benefit: iop\nbenefits:\n  - benefit: iop\n    has_visit_limit: no\n"
_SHARE = "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
_FAMILY_LIMIT = (
    "family: {out_of_pocket_limit: 13000.00, limit_rule: aggregate, person_limit: 6850.00}\n"
)
EXAMPLES = {
    "a copay after the deductible stands beside it on the line that straddles it": Example(
        "deductible: 250.00\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: yes, "
        "copay: 300.00, copay_order: after-deductible, copay_unit: stay}\n",
        ("2000.00", "1000.00"),
        [{"deductible": "250.00", "copay": "300.00"}, {}],
    ),
    "a family deductible leaves what is left of it": Example(
        "deductible: 1000.00\nfamily: {deductible: 2000.00, deductible_rule: embedded}\n"
        + _NO_LIMIT
        + _IOP
        + "    cost_share: {deductible_applies: yes}\n",
        ("1500.00",),
        [{"deductible": "200.00"}],
        evolve(NOTHING_USED, family_deductible_used=Money.parse("1800.00")),
    ),
    "a line of 150 before one of 20": Example(
        "deductible: 100.00\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: yes, "
        "copay: 40.00, copay_order: after-deductible}\n",
        ("150.00", "20.00"),
        [{"deductible": "100.00", "copay": "40.00"}, {"copay": "20.00"}],
    ),
    "a line of 20 before one of 150": Example(
        "deductible: 100.00\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: yes, "
        "copay: 40.00, copay_order: after-deductible}\n",
        ("20.00", "150.00"),
        [{"deductible": "20.00"}, {"deductible": "80.00", "copay": "40.00"}],
    ),
    "a copay for each day up to a cap for the stay, beside a share": Example(
        "deductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "copay: 250.00, copay_unit: day, copay_cap_per_stay: 750.00, patient_share: 10%}\n",
        ("1000.00",) * 4,
        [{"copay": "250.00", "patient-share": "75.00"}] * 3 + [{"patient-share": "100.00"}],
    ),
    "a copay for the first five days of a stay": Example(
        "deductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "copay: 250.00, copay_unit: day, copay_days_per_stay: 5}\n",
        ("1000.00",) * 6,
        [{"copay": "250.00"}] * 5 + [{}],
    ),
    "the least of a person's own limit and of what a family shares": Example(
        "deductible: 0\n" + _FAMILY_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "patient_share: 100%}\n",
        ("10000.00",),
        [{"patient-share": "6,850.00"}],
    ),
    "a family whose other members have used 12,850": Example(
        "deductible: 0\n" + _FAMILY_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "patient_share: 100%}\n",
        ("3000.00",),
        [{"patient-share": "150.00"}],
        evolve(NOTHING_USED, family_limit_used=Money.parse("12850.00")),
    ),
    "a penalty of half of what the plan would pay, up to its most, counts toward nothing": Example(
        "deductible: 100.00\nout_of_pocket_limit: 300.00\n"
        + _IOP
        + _SHARE
        + "    needs_authorization: "
        "yes\nmissing_authorization: {rule: penalty, share: 50%, most: 2500.00, unit: line}\n",
        ("600.00", "10000.00", "10000.00"),
        [
            {"deductible": "100.00", "patient-share": "100.00", "penalty": "200.00"},
            {"patient-share": "100.00", "penalty": "2,500.00"},
            {"penalty": "2,500.00"},
        ],
    ),
    "the most of a penalty for a whole stay": Example(
        "deductible: 100.00\nout_of_pocket_limit: 300.00\n"
        + _IOP
        + _SHARE
        + "    needs_authorization: "
        "yes\nmissing_authorization: {rule: penalty, share: 50%, most: 2500.00, unit: stay}\n",
        ("600.00", "10000.00", "10000.00"),
        [
            {"deductible": "100.00", "patient-share": "100.00", "penalty": "200.00"},
            {"patient-share": "100.00", "penalty": "2,300.00"},
            {},
        ],
    ),
    "a penalty of 500 for an episode, of which no line pays as much": Example(
        "deductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: no}\n"
        "    needs_authorization: yes\n"
        "missing_authorization: {rule: penalty, share: 10%, amount: 500.00, unit: episode}\n",
        ("300.00", "300.00", "300.00"),
        [{"penalty": "300.00"}, {"penalty": "230.00"}, {"penalty": "30.00"}],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_line_owes_what_was_worked_by_hand(name: str) -> None:
    example = EXAMPLES[name]
    lines = [
        line(day, each, is_authorized="needs_authorization" not in example.plan)
        for day, each in enumerate(example.allowed)
    ]

    assert owed(plan_of(example.plan), lines, example.before) == example.expected


def test_a_share_is_rounded_on_each_line() -> None:
    plan = plan_of(
        "deductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "patient_share: 10%}\n"
    )
    lines = [line(day, "169.51") for day in range(36)]

    assert str(adjudicate(lines, plan, NOTHING_USED).patient) == "610.20"


# What lines of the same service on one day, in one week or out of order must not change.

_DAILY = plan_of(
    "deductible: 0\n" + _NO_LIMIT + "iop_benefit: office-visit\n"
    "benefits:\n"
    "  - benefit: office-visit\n"
    "    has_visit_limit: no\n"
    "    cost_share: {deductible_applies: no, copay: 40.00, copay_unit: day}\n"
    "  - {benefit: laboratory, has_visit_limit: no, "
    "cost_share: {deductible_applies: no, patient_share: 10%}}\n"
)


def _week(number: int, *, later: int) -> list[ClaimLine]:
    """Return a visit on a Monday, then a laboratory line and a visit so many days later."""
    day = 7 * number
    return [
        line(day, "100.00", Benefit.OFFICE_VISIT),
        line(day + later, "50.00", Benefit.LABORATORY),
        line(day + later, "100.00", Benefit.OFFICE_VISIT),
    ]


def test_weeks_whose_lines_share_other_days_are_not_the_same_week() -> None:
    # One copay in each of the first four weeks, two in the others: 14 x 40, and 9 x 5.
    weeks = [_week(number, later=0) for number in range(4)]
    weeks += [_week(number, later=1) for number in range(4, 9)]
    answer = adjudicate([each for week in weeks for each in week], _DAILY, NOTHING_USED)

    assert (answer.route, str(answer.patient)) == (Route.WALK, "605.00")


def test_weeks_whose_lines_share_the_same_days_are_settled_at_once() -> None:
    lines = [each for number in range(9) for each in _week(number, later=0)]
    answer = adjudicate(lines, _DAILY, NOTHING_USED)
    walked = prepare(_DAILY, NOTHING_USED).adjudicate_by(Route.WALK, lines)

    assert (answer.route, str(answer.patient)) == (Route.PERIODIC, "405.00")
    assert (answer.runs, answer.used_after) == (walked.runs, walked.used_after)


def test_a_stay_that_begins_on_the_last_day_of_another_has_days_of_its_own() -> None:
    plan = plan_of(
        "deductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "copay: 40.00, copay_days_per_stay: 1}\n"
    )
    lines = [line(0, "75.00", stay=1), line(0, "75.00", stay=2), line(1, "75.00", stay=2)]

    assert owed(plan, lines) == [{"copay": "40.00"}, {"copay": "40.00"}, {}]


# Limits on the service, and authorization.

_TWO_VISITS = (
    "deductible: 0\n" + _NO_LIMIT + "iop_benefit: iop\nbenefits:\n"
    "  - benefit: iop\n"
    "    visit_limit: 2\n"
    "    needs_authorization: yes\n"
    "    cost_share: {deductible_applies: no, copay: 10.00}\n"
    "missing_authorization: {rule: denied}\n"
)


def test_a_limit_comes_before_a_missing_authorization_and_a_denied_visit_uses_none() -> None:
    lines = [
        line(day, "100.00", billed=Money.parse("150.00"), is_authorized=day != 1)
        for day in range(3)
    ]
    lines.append(evolve(lines[1], on=MONDAY + timedelta(days=3)))

    assert owed(plan_of(_TWO_VISITS), lines) == [
        {"copay": "10.00"},
        {"not-covered": "150.00"},
        {"copay": "10.00"},
        {"over-limit": "100.00"},
    ]


def test_a_denied_line_of_a_repeating_week_still_meets_the_limit() -> None:
    plan = plan_of(_TWO_VISITS.replace("visit_limit: 2", "visit_limit: 4"))
    lines = [
        line(7 * week + day, "100.00", billed=Money.parse("130.00"), is_authorized=day == 0)
        for week in range(6)
        for day in (0, 2)
    ]

    expected: list[Owed] = [{"copay": "10.00"}, {"not-covered": "130.00"}] * 3
    expected += [{"copay": "10.00"}, *[{"over-limit": "100.00"}] * 5]
    assert owed(plan, lines) == expected


def test_a_plan_that_does_not_cover_iop_pays_nothing_of_it() -> None:
    plan = plan_of(
        "iop_coverage: not-covered\ndeductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: "
        "{deductible_applies: no, copay: 10.00}\n"
    )

    assert owed(plan, [line(0, "100.00", billed=Money.parse("150.00"))]) == [
        {"not-covered": "150.00"}
    ]


def test_iop_must_be_authorized_where_its_coverage_says_so_and_no_benefit_is_named() -> None:
    told = _TWO_VISITS.replace("    needs_authorization: yes\n", "").replace(
        "iop_benefit: iop\n", ""
    )
    plan = plan_of(f"{told}iop_coverage: with-authorization\n")

    denied = line(0, "100.00", billed=Money.parse("130.00"), is_authorized=False)

    assert owed(plan, [denied]) == [{"not-covered": "130.00"}]


# What has been used before.

_THREE_FIRST = plan_of(
    "deductible: 0\n"
    + _NO_LIMIT
    + _IOP
    + "    cost_share: {deductible_applies: no, patient_share: 50%}\n"
    "    first_visits: {visits: 3, cost_share: {deductible_applies: no, copay: 10.00}}\n"
)


def test_visits_used_are_first_visits_used_where_nothing_else_is_told_of_the_benefit() -> None:
    before = evolve(NOTHING_USED, visits_used=2)
    lines = [line(0, "100.00"), line(1, "100.00")]

    assert owed(_THREE_FIRST, lines, before) == [{"copay": "10.00"}, {"patient-share": "50.00"}]


def test_first_visits_go_on_after_lines_that_were_settled_apart() -> None:
    before = evolve(NOTHING_USED, visits_used=2)
    after = adjudicate([line(0, "100.00")], _THREE_FIRST, before).used_after

    assert owed(_THREE_FIRST, [line(1, "100.00")], after) == [{"patient-share": "50.00"}]


_OUTSIDE = (
    "out_of_network: {coverage: covered, patient_share: 50%, deductible: 0, "
    "deductible_crediting: separate, limit_crediting: separate, has_out_of_pocket_limit: no}\n"
)


def test_visits_used_count_on_both_sides_of_the_network() -> None:
    plan = plan_of(
        "deductible: 0\n" + _NO_LIMIT + _OUTSIDE + "benefits:\n"
        "  - benefit: office-visit\n"
        "    visit_limit: 3\n"
        "    cost_share: {deductible_applies: no, copay: 10.00}\n"
    )
    visit = line(0, "100.00", Benefit.OFFICE_VISIT)
    both = [visit, evolve(visit, is_in_network=False)]

    assert owed(plan, both, evolve(NOTHING_USED, visits_used=2)) == [
        {"copay": "10.00"},
        {"over-limit": "100.00"},
    ]


# What is paid on one side of the network, and for drugs, counts on the other side.

_CROSSED = _OUTSIDE.replace("limit_crediting: separate", "limit_crediting: cross-credited")


def test_what_is_paid_outside_counts_inside_even_where_the_outside_has_no_limit() -> None:
    plan = plan_of("deductible: 0\nout_of_pocket_limit: 120.00\n" + _CROSSED + _IOP + _SHARE)
    lines = [line(0, "200.00", is_in_network=False), line(1, "150.00")]

    assert owed(plan, lines) == [{"patient-share": "100.00"}, {"patient-share": "20.00"}]


def test_drugs_that_draw_on_the_medical_limit_are_credited_outside_as_well() -> None:
    outside = _CROSSED.replace("has_out_of_pocket_limit: no", "out_of_pocket_limit: 120.00")
    plan = plan_of(
        "deductible: 0\nout_of_pocket_limit: 500.00\n" + outside + "iop_benefit: iop\n"
        "drug: {is_deductible_integrated: yes, is_limit_integrated: yes}\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    has_visit_limit: no\n"
        "    cost_share: {deductible_applies: no}\n"
        "  - benefit: prescription-drugs\n"
        "    has_visit_limit: no\n"
        "    pot: drug\n"
        "    cost_share: {deductible_applies: no, copay: 100.00}\n"
    )
    lines = [line(0, "300.00", Benefit.PRESCRIPTION_DRUGS), line(1, "200.00", is_in_network=False)]
    before = evolve(NOTHING_USED, out_of_network=OutsideUse(limit_used=Money(0)))

    assert owed(plan, lines, before) == [{"copay": "100.00"}, {"patient-share": "20.00"}]


def test_a_group_session_without_a_copay_leaves_that_of_the_day_to_the_next() -> None:
    plan = plan_of(
        "deductible: 0\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "copay: 30.00, group_copay: 0, copay_unit: day}\n"
    )
    kinds = (SessionKind.GROUP, SessionKind.INDIVIDUAL, SessionKind.INDIVIDUAL)

    assert owed(plan, [line(0, "90.00", session_kind=kind) for kind in kinds]) == [
        {},
        {"copay": "30.00"},
        {},
    ]


def test_a_visit_outside_the_network_is_none_of_the_first_visits_told_later() -> None:
    plan = evolve(
        _THREE_FIRST, out_of_network=plan_of(_OUTSIDE + "deductible: 0\n" + _IOP).out_of_network
    )
    outside = [line(day, "100.00", is_in_network=False) for day in range(3)]
    after = adjudicate(outside, plan, NOTHING_USED).used_after

    assert after.visits_used == 3
    assert owed(plan, [line(3, "100.00")], after) == [{"copay": "10.00"}]


def test_a_member_who_meets_a_limit_by_care_outside_the_network_has_met_it() -> None:
    plan = plan_of(
        "deductible: 0\nout_of_pocket_limit: 120.00\n"
        "family: {deductible: 0, deductible_rule: aggregate, limit_rule: members-each, "
        "limit_members: 2}\n" + _CROSSED + _IOP + _SHARE
    )
    answer = adjudicate([line(0, "240.00", is_in_network=False)], plan, NOTHING_USED)

    assert answer.used_after.limit_members_met == 1


def test_visits_of_one_benefit_are_never_those_of_another_that_lines_name_later() -> None:
    plan = plan_of(
        "deductible: 0\n" + _NO_LIMIT + "benefits:\n"
        "  - benefit: office-visit\n"
        "    visit_limit: 3\n"
        "    cost_share: {deductible_applies: no, copay: 10.00}\n"
        "  - {benefit: laboratory, has_visit_limit: no, "
        "cost_share: {deductible_applies: no, copay: 1.00}}\n"
    )
    tests = [line(day, "50.00", Benefit.LABORATORY) for day in range(5)]
    after = adjudicate(tests, plan, NOTHING_USED).used_after

    assert owed(plan, [line(9, "100.00", Benefit.OFFICE_VISIT)], after) == [{"copay": "10.00"}]


@pytest.mark.parametrize(("visits_used", "total"), [(2, "100.00"), (1, "150.00"), (0, "100.00")])
def test_fewer_first_visits_left_may_cost_more_or_less(visits_used: int, total: str) -> None:
    plan = plan_of(
        "deductible: 100.00\n" + _NO_LIMIT + _IOP + "    cost_share: {deductible_applies: yes}\n"
        "    first_visits: {visits: 2, cost_share: {deductible_applies: no, copay: 50.00}}\n"
    )
    before = evolve(NOTHING_USED, visits_used=visits_used)
    answer = adjudicate([line(0, "100.00"), line(1, "100.00")], plan, before)

    assert str(answer.patient) == total


def test_a_family_of_four_pays_its_shared_limit_and_no_person_more_than_the_own_one() -> None:
    plan = plan_of(
        "deductible: 0\n" + _FAMILY_LIMIT + _IOP + "    cost_share: {deductible_applies: no, "
        "patient_share: 100%}\n"
    )
    owes, shared = list[str](), Money(0)
    for charge in ("10000.00", "3000.00", "3000.00", "3000.00"):
        before = evolve(NOTHING_USED, family_limit_used=shared)
        member = adjudicate([line(0, charge)], plan, before)
        owes.append(str(member.patient))
        shared += member.patient

    # 6,850 and three times 3,000 would be 15,850: the plan bears what is above 13,000.
    assert owes == ["6,850.00", "3,000.00", "3,000.00", "150.00"]


def test_splitting_a_line_adds_a_copay_and_nothing_to_a_share() -> None:
    shared = plan_of("deductible: 100.00\n" + _NO_LIMIT + _IOP + _SHARE)
    copay = plan_of(
        "deductible: 0\n"
        + _NO_LIMIT
        + _IOP
        + "    cost_share: {deductible_applies: no, copay: 30}\n"
    )
    whole, halves = [line(0, "300.00")], [line(0, "150.00"), line(0, "150.00")]

    def total(plan: HealthPlan, lines: list[ClaimLine]) -> str:
        return str(adjudicate(lines, plan, NOTHING_USED).patient)

    assert (total(shared, whole), total(shared, halves)) == ("140.00", "140.00")
    assert (total(copay, whole), total(copay, halves)) == ("30.00", "60.00")
