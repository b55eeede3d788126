"""Estimates: what they count, what they suppose, and what they say they do not know."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import (
    AFTER_40,
    CASE,
    MEDICARE,
    MORNINGS,
    PLAN,
    answer,
    benefiting,
    codes,
    dollars,
    ends,
    having,
    planned,
    priced,
    running,
)

from iopkit.cost import Bounds, Estimate
from iopkit.errors import InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import NOTHING_USED, Accumulators
from iopkit.model.case import Case
from iopkit.model.episode import Episode
from iopkit.model.health_plan import CostShare, PlanBenefit
from iopkit.model.networks import OutOfNetwork
from iopkit.model.schedule import Schedule
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent, Unit
from iopkit.vocabulary.care import Delivery
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart, PayerKind


def test_a_case_that_tells_all_has_one_cost_and_asks_nothing() -> None:
    found = answer(CASE)

    # 18 days of 300: 500 of deductible, then 20% of 4,900.
    assert ends(found.to_pay) == ("1,480.00", "1,480.00")
    assert (found.bounds, codes(found)) == (Bounds.EXACT, ([], []))
    assert found.lines[0].low_parts == {
        LinePart.DEDUCTIBLE: dollars("500"),
        LinePart.PATIENT_SHARE: dollars("980"),
    }
    assert found.lines[0].detail == Text("18 days x 300.00", "18 días x 300.00")
    assert [completion.values for completion in found.completions] == [{}, {}]
    assert (found.visits.value, found.likely, found.is_affordable) == (18, None, None)


def test_a_new_plan_year_starts_with_nothing_used() -> None:
    found = answer(having(start=date(2026, 12, 21)))

    # Five days before the year ends, and thirteen after: twice the deductible of 500.
    assert ends(found.to_pay) == ("1,880.00", "1,880.00")
    assert codes(found) == (["same-plan-goes-on"], [])


def test_what_was_used_belongs_to_the_plan_year_that_was_told() -> None:
    found = answer(planned(plan_year=Period.calendar_year(2025)))

    assert codes(found) == (
        ["same-plan-goes-on"],
        ["deductible-used-not-told", "limit-used-not-told"],
    )


def test_a_course_before_the_plan_year_is_refused() -> None:
    with pytest.raises(PlanYearMismatch):
        answer(planned(plan_year=Period.calendar_year(2027)))


def test_linked_accumulators_cut_the_range() -> None:
    # At most 200 can have gone to the deductible where only 200 went to the limit.
    case = evolve(
        planned(deductible=dollars("1500")),
        used=Accumulators(limit_used=dollars("200"), visits_used=0),
        episode=evolve(CASE.episode or Episode(), weeks=8),
    )
    found = answer(case)

    assert ends(found.to_pay) == ("2,480.00", "2,640.00")
    assert (found.bounds, codes(found)[1]) == (Bounds.EXACT, ["deductible-used-not-told"])
    assert [completion.values for completion in found.completions] == [
        {"used.deductible_used": dollars("200")},
        {"used.deductible_used": ZERO},
    ]


def _copays_do_not_count(*, limit_ends_deductible: bool) -> Estimate:
    design = evolve(
        PLAN,
        benefits=(evolve(PLAN.benefits[0], cost_share=AFTER_40),),
        deductible=dollars("1000"),
        out_of_pocket_limit=dollars("1100"),
        counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
        limit_ends_deductible=limit_ends_deductible,
    )
    used = Accumulators(deductible_used=None, limit_used=dollars("1000"))
    return answer(evolve(CASE, health_plan=design, used=used))


def test_the_most_is_owed_where_the_deductible_ends_as_the_limit_is_met() -> None:
    found = _copays_do_not_count(limit_ends_deductible=False)

    # With none of it used, the limit spares all but 100 of it, and the copays are never asked.
    assert found.bounds is Bounds.EXACT
    assert ends(found.to_pay) == ("100.00", "820.00")
    assert [completion.values for completion in found.completions] == [
        {"used.deductible_used": ZERO},
        {"used.deductible_used": dollars("900")},
    ]
    assert found.lines[0].high_parts == {
        LinePart.DEDUCTIBLE: dollars("100"),
        LinePart.COPAY: dollars("720"),
    }


def test_where_a_limit_ends_the_deductible_the_bounds_enclose_and_say_so() -> None:
    found = _copays_do_not_count(limit_ends_deductible=True)

    assert found.bounds is Bounds.OUTER
    # 18 lines of 300: from the limit alone to the limit and every copay.
    assert ends(found.to_pay) == ("100.00", "820.00")
    assert (found.lines[0].low_parts, found.lines[0].high_parts) == ({}, {})


@pytest.mark.parametrize(
    ("case", "expected", "unknown"),
    [
        (planned(iop_coverage=None), ("1,480.00", "7,200.00"), ["coverage-not-told"]),
        (
            evolve(
                planned(iop_coverage=Coverage.WITH_AUTHORIZATION),
                episode=evolve(CASE.episode or Episode(), is_authorized=None),
            ),
            ("1,480.00", "7,200.00"),
            ["authorization-not-told"],
        ),
        (
            planned(
                iop_benefit=None,
                benefits=(
                    *PLAN.benefits,
                    PlanBenefit(
                        benefit=Benefit.OFFICE_VISIT,
                        cost_share=CostShare(deductible_applies=False, copay=dollars("30")),
                        has_visit_limit=False,
                    ),
                ),
            ),
            ("540.00", "1,480.00"),
            ["iop-benefit-not-told"],
        ),
        (having(is_in_network=None), ("0.00", "7,200.00"), ["network-not-told"]),
        (having(is_in_network=False), ("0.00", "7,200.00"), ["out-of-network"]),
        (having(weeks=Span(4, 6)), ("1,120.00", "1,480.00"), ["weeks-range"]),
        (having(weeks=None), ("580.00", "None"), ["weeks-not-told"]),
        (evolve(CASE, health_plan=None), ("0.00", "None"), ["plan-not-told"]),
        (evolve(CASE, prices=None), ("0.00", "5,000.00"), ["allowed-not-known"]),
        (
            priced(Unit.DAY, Span(dollars("200"), dollars("300"))),
            ("1,120.00", "1,480.00"),
            ["price-range"],
        ),
        (
            priced(Unit.DAY, Span(dollars("200"), None)),
            ("1,120.00", "5,000.00"),
            ["price-range"],
        ),
        (
            evolve(
                CASE,
                used=evolve(
                    NOTHING_USED,
                    deductible_used=Span(dollars("100"), dollars("300")),
                    limit_used=dollars("300"),
                ),
            ),
            ("1,240.00", "1,400.00"),
            ["deductible-used-not-told"],
        ),
        (
            planned(
                benefits=(evolve(PLAN.benefits[0], cost_share=AFTER_40),),
                deductible=dollars("1000"),
                out_of_pocket_limit=dollars("100"),
                counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
                limit_ends_deductible=None,
            ),
            # 18 lines of 300: the limit alone, or the limit and seventeen copays of 40.
            ("100.00", "780.00"),
            ["limit-ends-deductible-not-told"],
        ),
        (planned(deductible=None), ("1,080.00", "5,000.00"), ["deductible-not-told"]),
        (
            planned(out_of_pocket_limit=None),
            ("0.00", "1,480.00"),
            ["limit-not-told"],
        ),
        (benefiting(cost_share=None), ("0.00", "5,000.00"), ["cost-share-not-told"]),
        (benefiting(has_visit_limit=None), ("1,480.00", "5,400.00"), ["visit-limit-not-told"]),
        (
            evolve(
                benefiting(visit_limit=6, has_visit_limit=True),
                used=evolve(NOTHING_USED, visits_used=None),
            ),
            ("4,360.00", "5,400.00"),
            ["visits-used-not-told"],
        ),
        (
            evolve(CASE, used=None),
            ("0.00", "1,480.00"),
            ["deductible-used-not-told", "limit-used-not-told"],
        ),
    ],
)
def test_an_unknown_widens_the_range_and_is_named(
    case: Case, expected: tuple[str, str], unknown: list[str]
) -> None:
    found = answer(case)

    assert (ends(found.to_pay), codes(found)[1]) == (expected, unknown)


@pytest.mark.parametrize(
    ("case", "code"),
    [
        (
            running(schedule=Schedule(days_per_week=Span.exactly(3))),
            "weekdays-not-told",
        ),
        (
            running(schedule=Schedule(sessions=(MORNINGS,), closed_on=("Labor Day",))),
            "closed-days-counted",
        ),
        (
            running(delivery=Listing.of(Delivery.VIDEO, complete=True)),
            "attended-remotely",
        ),
        (running(delivery=Listing.of(Delivery.VIDEO)), "in-person-every-day"),
    ],
)
def test_an_assumption_is_named_and_changes_nothing_else(case: Case, code: str) -> None:
    found = answer(case)

    assert (ends(found.to_pay), codes(found)) == (("1,480.00", "1,480.00"), ([code], []))


@pytest.mark.parametrize(
    ("case", "label", "detail", "expected"),
    [
        (planned(payer=PayerKind.SELF_PAY), "IOP, full charge", "18 days x 400.00", "7,200.00"),
        (
            planned(iop_coverage=Coverage.NOT_COVERED),
            "IOP, full charge",
            "18 days x 400.00",
            "7,200.00",
        ),
        (
            evolve(
                planned(iop_coverage=Coverage.WITH_AUTHORIZATION),
                episode=evolve(CASE.episode or Episode(), is_authorized=False),
            ),
            "IOP, full charge",
            "18 days x 400.00",
            "7,200.00",
        ),
    ],
)
def test_without_a_plan_that_pays_the_whole_charge_is_a_program_fee(
    case: Case, label: str, detail: str, expected: str
) -> None:
    (line,) = [line for line in answer(case).lines if line.component is CostComponent.PROGRAM_FEES]

    assert (line.label.en, str(line.detail), ends(line.amount)) == (
        label,
        detail,
        (expected, expected),
    )


def test_a_copay_before_the_deductible_that_does_not_count_is_owed_in_any_case() -> None:
    before = CostShare(
        deductible_applies=True, copay=dollars("10"), copay_order=CopayOrder.BEFORE_DEDUCTIBLE
    )
    design = evolve(
        PLAN,
        benefits=(evolve(PLAN.benefits[0], cost_share=before),),
        deductible=dollars("1000"),
        out_of_pocket_limit=dollars("1100"),
        counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, complete=True),
        limit_ends_deductible=False,
    )
    used = Accumulators(deductible_used=Span(ZERO, dollars("400")), limit_used=dollars("1000"))
    found = answer(evolve(CASE, health_plan=design, used=used))

    # Eighteen copays of 10 and the room of 100.
    assert ends(found.to_pay) == ("280.00", "280.00")


def test_a_limit_toward_which_nothing_counts_leaves_the_cost_exact() -> None:
    plain = CostShare(deductible_applies=False, copay=dollars("40"))
    design = evolve(
        PLAN,
        benefits=(evolve(PLAN.benefits[0], cost_share=plain),),
        counts_toward_limit=Listing(complete=True),
    )
    found = answer(evolve(CASE, health_plan=design, used=Accumulators()))

    assert ends(found.to_pay) == ("720.00", "720.00")
    assert (found.bounds, codes(found)) == (Bounds.EXACT, ([], []))


@pytest.mark.parametrize(("used", "expected"), [("5000", "1,080.00"), ("4999.99", "1,480.00")])
def test_a_limit_toward_which_nothing_counts_can_have_ended_the_deductible(
    used: str, expected: str
) -> None:
    design = evolve(PLAN, counts_toward_limit=Listing(complete=True), limit_ends_deductible=True)
    spent = evolve(NOTHING_USED, limit_used=dollars(used))
    found = answer(evolve(CASE, health_plan=design, used=spent))

    assert ends(found.to_pay) == (expected, expected)


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ("1119.99", Truth.NOT_MET),
        ("1120", Truth.UNKNOWN),
        ("1479.99", Truth.UNKNOWN),
        ("1480", Truth.MET),
    ],
)
def test_affordable_is_answered_against_the_budget(budget: str, expected: Truth) -> None:
    case = evolve(having(weeks=Span(4, 6)), budget=dollars(budget))

    assert answer(case).is_affordable is expected


def test_nothing_known_is_open_from_zero_and_invents_nothing() -> None:
    found = answer(Case())

    assert (ends(found.to_pay), ends(found.together)) == (("0.00", "None"), ("0.00", "None"))
    assert (found.visits.low, found.visits.high, found.payer) == (1, None, None)
    assert codes(found) == (
        ["start-not-told"],
        [
            "weeks-not-told",
            "days-not-told",
            "plan-not-told",
            "travel-not-told",
            "work-not-told",
        ],
    )


def test_a_course_beyond_ten_years_is_refused() -> None:
    with pytest.raises(InvalidValue, match="weeks: expected at most 520 weeks"):
        answer(having(weeks=521))


def test_every_note_and_label_has_both_languages_and_reprs_are_quiet() -> None:
    found = answer(evolve(MEDICARE, episode=None, person=None))
    texts = [note.text for note in (*found.assumptions, *found.unknowns)]
    texts += [line.label for line in found.lines]

    assert all(text.en != text.es for text in texts)
    assert repr(found).startswith("<Estimate: ")
    assert all(repr(line).startswith("<EstimateLine: ") for line in found.lines)
    assert repr(found.completions[0]).startswith("<Completion: ")


OFFICE_30 = PlanBenefit(
    benefit=Benefit.OFFICE_VISIT,
    cost_share=CostShare(deductible_applies=False, copay=dollars("30")),
    has_visit_limit=False,
)


@pytest.mark.parametrize("told", [OFFICE_30, evolve(OFFICE_30, benefit=Benefit.OTHER_OUTPATIENT)])
def test_a_plan_that_tells_one_benefit_only_may_pay_an_iop_day_under_another(
    told: PlanBenefit,
) -> None:
    found = answer(planned(iop_benefit=None, benefits=(told,)))

    # Eighteen copays are 540, but the other benefit may ask anything, beyond a visit limit too.
    assert ends(found.to_pay) == ("0.00", "5,400.00")
    assert codes(found)[1] == [
        "iop-benefit-not-told",
        "cost-share-not-told",
        "visit-limit-not-told",
    ]


def test_a_benefit_that_is_not_told_may_have_a_visit_limit() -> None:
    found = answer(planned(benefits=()))

    # Visits beyond a limit are owed whole, past the out-of-pocket limit of 5,000.
    assert (ends(found.to_pay), found.bounds) == (("0.00", "5,400.00"), Bounds.EXACT)
    assert codes(found)[1] == ["cost-share-not-told", "visit-limit-not-told"]


@pytest.mark.parametrize(
    ("outside", "label"),
    [
        (None, "IOP days, your part, or all if the plan does not cover them"),
        (OutOfNetwork(), "IOP days, your part, or all if the plan does not cover them"),
        (OutOfNetwork(coverage=Coverage.COVERED), "IOP days, your part"),
    ],
)
def test_outside_the_network_the_label_says_no_more_than_the_plan(
    outside: OutOfNetwork | None, label: str
) -> None:
    case = evolve(
        planned(out_of_network=outside),
        episode=evolve(CASE.episode or Episode(), is_in_network=False),
    )

    assert answer(case).lines[0].label.en == label


def test_what_matters_only_in_the_second_plan_year_is_answered_both_ways() -> None:
    design = evolve(
        PLAN,
        deductible=dollars("500"),
        out_of_pocket_limit=ZERO,
        counts_toward_limit=Listing.of(
            LinePart.COPAY_BEFORE, LinePart.COPAY, LinePart.PATIENT_SHARE, complete=True
        ),
        limit_ends_deductible=None,
    )
    case = evolve(
        having(start=date(2026, 12, 21)),
        health_plan=design,
        used=evolve(NOTHING_USED, deductible_used=dollars("500")),
    )
    found = answer(case)

    # A limit of nothing, met at once, may or may not end the deductible of the second year.
    assert ends(found.to_pay) == ("0.00", "500.00")
    assert codes(found)[1] == ["limit-ends-deductible-not-told"]
