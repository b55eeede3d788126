"""Worked examples, boundaries and refusals of adjudication, one row each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from iopkit.cost import Adjudication, Route, Run, adjudicate
from iopkit.errors import CannotAdjudicate, InvalidValue, PlanYearMismatch
from iopkit.model.accumulators import NOTHING_USED, Accumulators
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, CopayOrder, LinePart

DAY = date(2026, 3, 2)
ALL = Listing.of(
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
    complete=True,
)
NOT_COPAY = Listing.of(LinePart.DEDUCTIBLE, LinePart.PATIENT_SHARE, complete=True)
AFTER_40 = CostShare(
    deductible_applies=True, copay=Money(4_000), copay_order=CopayOrder.AFTER_DEDUCTIBLE
)
SHARE_20 = CostShare(deductible_applies=True, patient_share=Share.percent(20))


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


def plan(share: CostShare | None, deductible: str = "0", limit: str | None = None) -> HealthPlan:
    return HealthPlan(
        id="example",
        iop_benefit=Benefit.IOP,
        benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=share, has_visit_limit=False),),
        deductible=dollars(deductible),
        out_of_pocket_limit=None if limit is None else dollars(limit),
        has_out_of_pocket_limit=limit is not None,
        counts_toward_limit=ALL,
        limit_ends_deductible=False,
    )


def with_visits(limit: int) -> HealthPlan:
    benefit = PlanBenefit(benefit=Benefit.IOP, cost_share=SHARE_20, visit_limit=limit)
    return evolve(plan(SHARE_20), benefits=(benefit,))


def owed(answer: Adjudication) -> dict[str, str]:
    return {part.value: str(amount) for part, amount in answer.parts.items() if amount > ZERO}


COPAY_300 = CostShare(
    deductible_applies=True, copay=Money(30_000), copay_order=CopayOrder.AFTER_DEDUCTIBLE
)


@pytest.mark.parametrize(
    ("share", "deductible", "allowed", "expected"),
    [
        # The published pair UHC HBB/2R: 250 of deductible and the 300 copay on one stay.
        (COPAY_300, "250", ["5000"], {"deductible": "250.00", "copay": "300.00"}),
        # Where the deductible takes the whole line, no copay is left to pay.
        (AFTER_40, "100", ["100"], {"deductible": "100.00"}),
        (AFTER_40, "100", ["120"], {"deductible": "100.00", "copay": "20.00"}),
        # Order matters for a copay after the deductible, and only there.
        (AFTER_40, "100", ["150", "20"], {"deductible": "100.00", "copay": "60.00"}),
        (AFTER_40, "100", ["20", "150"], {"deductible": "100.00", "copay": "40.00"}),
        # A plain copay leaves the deductible alone, and never passes the allowed amount.
        (
            CostShare(deductible_applies=False, copay=Money(4_000)),
            "500",
            ["100", "30", "0"],
            {"copay": "70.00"},
        ),
        # Copay first; what is left goes to the deductible; once that is met, only the copay.
        (
            CostShare(
                deductible_applies=True,
                copay=Money(4_000),
                copay_order=CopayOrder.BEFORE_DEDUCTIBLE,
            ),
            "100",
            ["100", "100", "100"],
            {"copay-before": "120.00", "deductible": "100.00"},
        ),
        # Copay and share at once: the share is of what the copay leaves.
        (
            CostShare(
                deductible_applies=False, copay=Money(10_000), patient_share=Share.percent(10)
            ),
            "0",
            ["1000"],
            {"copay": "100.00", "patient-share": "90.00"},
        ),
        # A share is rounded half up on each line: 36 x 16.951 are 610.20, not 610.24.
        (
            CostShare(deductible_applies=False, patient_share=Share.percent(10)),
            "0",
            ["169.51"] * 36,
            {"patient-share": "610.20"},
        ),
        (
            CostShare(deductible_applies=False, patient_share=Share.percent(50)),
            "0",
            ["0.01", "0.03"],
            {"patient-share": "0.03"},
        ),
        (CostShare(deductible_applies=False), "500", ["100"], {}),
        (SHARE_20, "1500", ["300"] * 24, {"deductible": "1,500.00", "patient-share": "1,140.00"}),
    ],
)
def test_a_line_owes_its_parts_in_order(
    share: CostShare, deductible: str, allowed: list[str], expected: dict[str, str]
) -> None:
    answer = adjudicate(lines(*allowed), plan(share, deductible), NOTHING_USED)

    assert owed(answer) == expected


@pytest.mark.parametrize(
    ("deductible", "total"), [("0", "400.00"), ("100", "460.00"), ("1000", "100.00")]
)
def test_a_copay_that_does_not_count_makes_the_total_rise_and_fall(
    deductible: str, total: str
) -> None:
    design = evolve(plan(AFTER_40, deductible, "100"), counts_toward_limit=NOT_COPAY)
    answer = adjudicate(lines(*["100"] * 10), design, NOTHING_USED)

    assert (str(answer.patient), answer.route) == (total, Route.WALK)
    assert len(answer.runs) <= 2


def test_reaching_the_limit_can_end_the_deductible() -> None:
    design = evolve(
        plan(AFTER_40, "1000", "100"), counts_toward_limit=NOT_COPAY, limit_ends_deductible=True
    )
    answer = adjudicate(lines(*["100"] * 10), design, NOTHING_USED)

    assert owed(answer) == {"deductible": "100.00", "copay": "360.00"}


@pytest.mark.parametrize(
    ("lines_in_order", "expected"),
    [
        ((["300"] * 3 + ["30"]) * 4, "1,450.00"),
        (["300"] * 12 + ["30"] * 4, "1,480.00"),
        (["30"] * 4 + ["300"] * 12, "1,380.00"),
    ],
)
def test_equal_lines_are_never_regrouped_across_a_different_one(
    lines_in_order: list[str], expected: str
) -> None:
    answer = adjudicate(lines(*lines_in_order), plan(AFTER_40, "1000"), NOTHING_USED)

    assert str(answer.patient) == expected


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ("0", {}),
        ("0.01", {"copay-before": "0.01"}),
        ("40", {"copay-before": "40.00"}),
        ("100", {"copay-before": "40.00", "deductible": "60.00"}),
        ("145", {"copay-before": "40.00", "deductible": "100.00", "patient-share": "5.00"}),
        ("152", {"copay-before": "40.00", "deductible": "100.00", "patient-share": "12.00"}),
        ("153", {"copay-before": "40.00", "deductible": "100.00", "patient-share": "12.00"}),
    ],
)
def test_the_limit_cuts_the_last_part_first(room: str, expected: dict[str, str]) -> None:
    share = CostShare(
        deductible_applies=True,
        copay=Money(4_000),
        copay_order=CopayOrder.BEFORE_DEDUCTIBLE,
        patient_share=Share.percent(20),
    )
    answer = adjudicate(lines("200"), plan(share, "100", room), NOTHING_USED)

    assert owed(answer) == expected


def test_a_part_that_does_not_count_is_not_cut() -> None:
    design = evolve(plan(AFTER_40, "100", "60"), counts_toward_limit=NOT_COPAY)
    answer = adjudicate(lines("200"), design, NOTHING_USED)

    assert owed(answer) == {"deductible": "60.00", "copay": "40.00"}
    assert answer.used_after == evolve(
        NOTHING_USED, deductible_used=dollars("60"), limit_used=dollars("60"), visits_used=1
    )


def test_twenty_four_equal_lines_are_three_runs() -> None:
    answer = adjudicate(lines(*["300"] * 24), plan(SHARE_20, "1550"), NOTHING_USED)

    assert answer.route is Route.UNIFORM
    assert answer.runs == (
        Run(5, 30_000, (0, 0, 30_000, 0, 0, 0, 0, 0)),
        Run(1, 30_000, (0, 0, 5_000, 0, 5_000, 0, 0, 0)),
        Run(18, 30_000, (0, 0, 0, 0, 6_000, 0, 0, 0)),
    )


def test_lines_spell_out_the_runs() -> None:
    answer = adjudicate(
        lines("300", "300", "300", billed="400"), plan(SHARE_20, "300"), NOTHING_USED
    )
    spelled = [
        (each.line.on.day, str(each.run.patient), str(each.run.plan), str(each.write_off))
        for each in answer.lines()
    ]

    assert spelled == [
        (2, "300.00", "0.00", "100.00"),
        (3, "60.00", "240.00", "100.00"),
        (4, "60.00", "240.00", "100.00"),
    ]


def test_a_write_off_is_not_known_without_the_billed_amount() -> None:
    answer = adjudicate(lines("300"), plan(SHARE_20), NOTHING_USED)

    assert next(answer.lines()).write_off is None


def test_visits_beyond_the_limit_are_owed_whole_and_do_not_accrue() -> None:
    used = evolve(NOTHING_USED, visits_used=3)
    answer = adjudicate(lines(*["100"] * 4), with_visits(5), used)

    assert owed(answer) == {"patient-share": "40.00", "over-limit": "200.00"}
    assert answer.used_after == evolve(used, limit_used=ZERO, visits_used=5)


def test_a_visit_limit_that_was_passed_before_leaves_no_visit() -> None:
    answer = adjudicate(lines("100"), with_visits(5), evolve(NOTHING_USED, visits_used=9))

    assert owed(answer) == {"over-limit": "100.00"}


def test_an_uncovered_line_owes_the_whole_charge_and_needs_no_other_facts() -> None:
    silent = HealthPlan(id="silent")
    answer = adjudicate(lines("300", billed="450", is_covered=False), silent, Accumulators())

    assert owed(answer) == {"not-covered": "450.00"}
    assert (str(answer.plan), answer.used_after) == ("0.00", Accumulators())


def test_an_uncovered_line_whose_charge_is_not_known_asks_for_it() -> None:
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(lines("300", is_covered=False), plan(SHARE_20), NOTHING_USED)

    assert str(refused.value) == (
        "one exact answer needs lines.billed; state them, or ask `estimate` for a range"
    )


def test_lines_that_are_not_covered_need_no_word_on_which_benefit_covers_care() -> None:
    design = evolve(plan(SHARE_20), iop_benefit=None)
    some = lines("300", billed="300", is_covered=False)
    answer = adjudicate(some, design, NOTHING_USED)

    assert owed(answer) == {"not-covered": "300.00"}
    assert adjudicate((), design, NOTHING_USED).patient == ZERO


def test_no_lines_owe_nothing() -> None:
    answer = adjudicate([], HealthPlan(id="silent"), NOTHING_USED)

    assert (answer.runs, answer.patient, answer.used_after) == ((), ZERO, NOTHING_USED)


MESSAGE = "one exact answer needs {}; state them, or ask `estimate` for a range"
OPEN = HealthPlan(
    id="open",
    iop_benefit=Benefit.IOP,
    benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=AFTER_40),),
)


@pytest.mark.parametrize(
    ("design", "used", "names"),
    [
        (
            HealthPlan(id="silent", has_out_of_pocket_limit=False),
            NOTHING_USED,
            "benefits.iop, deductible",
        ),
        (
            evolve(plan(None), has_out_of_pocket_limit=False),
            NOTHING_USED,
            "benefits.iop.cost_share",
        ),
        (
            OPEN,
            Accumulators(),
            (
                "benefits.iop.has_visit_limit, deductible, deductible_used, "
                "counts_toward_limit.deductible, counts_toward_limit.copay, out_of_pocket_limit, "
                "limit_used, limit_ends_deductible"
            ),
        ),
        (plan(SHARE_20, "500"), Accumulators(), "deductible_used"),
        (
            plan(SHARE_20, "500"),
            Accumulators(deductible_used=Span(ZERO, Money(1))),
            "deductible_used",
        ),
        (plan(SHARE_20, "0", "500"), Accumulators(), "limit_used"),
        (
            evolve(plan(SHARE_20, "500", "900"), counts_toward_limit=Listing()),
            NOTHING_USED,
            "counts_toward_limit.deductible, counts_toward_limit.patient-share",
        ),
        (
            evolve(
                plan(AFTER_40, "500", "900"),
                counts_toward_limit=NOT_COPAY,
                limit_ends_deductible=None,
            ),
            NOTHING_USED,
            "limit_ends_deductible",
        ),
        (with_visits(5), evolve(NOTHING_USED, visits_used=None), "visits_used"),
        (
            evolve(
                plan(None),
                benefits=(
                    PlanBenefit(benefit=Benefit.IOP, cost_share=SHARE_20, has_visit_limit=True),
                ),
            ),
            NOTHING_USED,
            "benefits.iop.visit_limit",
        ),
    ],
)
def test_what_matters_and_is_not_known_is_named_all_at_once(
    design: HealthPlan, used: Accumulators, names: str
) -> None:
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(lines("100"), design, used)

    assert str(refused.value) == MESSAGE.format(names)
    assert refused.value.missing == tuple(names.split(", "))


@pytest.mark.parametrize(
    ("design", "used"),
    [
        # Without a limit nothing about limits matters; without a deductible, nothing about it.
        (
            evolve(
                plan(SHARE_20),
                counts_toward_limit=Listing(),
                limit_ends_deductible=None,
            ),
            Accumulators(),
        ),
        # All parts count, so it does not matter whether the limit ends the deductible.
        (evolve(plan(SHARE_20, "10", "500"), limit_ends_deductible=None), NOTHING_USED),
        # Nothing that can occur counts.
        (
            evolve(
                plan(CostShare(deductible_applies=False, copay=Money(10)), "10", "500"),
                counts_toward_limit=NOT_COPAY,
            ),
            Accumulators(),
        ),
        # The deductible is met, so it does not matter whether it counts.
        (
            evolve(
                plan(SHARE_20, "10", "500"),
                counts_toward_limit=Listing.of(LinePart.PATIENT_SHARE),
            ),
            evolve(NOTHING_USED, deductible_used=dollars("10")),
        ),
        # Of no visits at all, none can have been used.
        (with_visits(0), evolve(NOTHING_USED, visits_used=None)),
        # A free service leaves every pool alone.
        (
            evolve(plan(CostShare(deductible_applies=False)), has_out_of_pocket_limit=None),
            Accumulators(),
        ),
        # A range of which all is used up says enough.
        (plan(SHARE_20, "10"), Accumulators(deductible_used=Span(Money(1_000), Money(1_200)))),
        (plan(SHARE_20, "10"), Accumulators(deductible_used=Span.exactly(Money(500)))),
    ],
)
def test_what_cannot_matter_is_not_asked_for(design: HealthPlan, used: Accumulators) -> None:
    assert adjudicate(lines("100"), design, used).route is Route.WALK


def test_lines_outside_the_plan_year_are_refused() -> None:
    design = evolve(plan(SHARE_20), plan_year=Period(date(2025, 1, 1), date(2026, 3, 3)))
    with pytest.raises(PlanYearMismatch) as refused:
        adjudicate(lines("100", "100"), design, NOTHING_USED)

    assert str(refused.value) == (
        "a day of service lies outside the plan year 2025-01-01..2026-03-03; "
        "tell the plan year of the care, or split the lines by plan year and pass the "
        "amounts used of each"
    )


def test_lines_out_of_order_are_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        adjudicate(lines("100", "100")[::-1], plan(SHARE_20), NOTHING_USED)

    assert str(refused.value) == "lines: expected service days in order; sort the lines by day"


def test_lines_of_two_benefits_share_one_deductible() -> None:
    office = PlanBenefit(benefit=Benefit.OFFICE_VISIT, cost_share=AFTER_40, has_visit_limit=False)
    design = plan(SHARE_20, "150")
    design = evolve(design, benefits=(*design.benefits, office))
    first, second = lines("100", "100")
    answer = adjudicate([first, evolve(second, benefit=Benefit.OFFICE_VISIT)], design, NOTHING_USED)

    assert owed(answer) == {"deductible": "150.00", "copay": "40.00"}
    assert answer.used_after.visits_used == 1


def test_visits_of_another_benefit_are_not_the_visits_that_were_told() -> None:
    office = PlanBenefit(benefit=Benefit.OFFICE_VISIT, cost_share=SHARE_20, visit_limit=3)
    design = evolve(plan(SHARE_20), benefits=(office,))
    used = evolve(NOTHING_USED, benefits_used=None)
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate([evolve(lines("9")[0], benefit=Benefit.OFFICE_VISIT)], design, used)

    assert refused.value.missing == ("benefits_used.office-visit.limits",)


def test_reprs_show_no_amount() -> None:
    answer = adjudicate(lines("123.45"), plan(SHARE_20, "77"), NOTHING_USED)

    assert repr(answer) == "<Adjudication: 4 of 4 fields told>"
    assert repr(answer.runs) == "(<Run: 1 lines>,)"
    assert repr(next(answer.lines())) == "<AdjudicatedLine>"
