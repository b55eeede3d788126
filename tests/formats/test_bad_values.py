"""Values that no class takes: whole messages, all of a document together."""

from __future__ import annotations

import pytest
from tests.formats.bad_input import problems_of

from iopkit.formats import read
from iopkit.model import HealthPlan, Program, Session
from iopkit.values import DocumentError

PLAN_KEYS = (
    "id, name, is_synthetic, kind, is_hsa_eligible, payer, plan_year, iop_coverage, iop_benefit, "
    "benefits, deductible, out_of_pocket_limit, has_out_of_pocket_limit, counts_toward_limit, "
    "limit_ends_deductible, family, out_of_network, drug, missing_authorization, "
    "deductible_carries_over_from, coordination, deductible_when_second, limit_when_second, "
    "source, notes"
)
WEEK_KEYS = (
    "sessions, tracks, may_switch_tracks, days_per_week, clock_minutes_per_day, "
    "clock_minutes_per_week, therapeutic_minutes_per_week, weekly_parts, times_of_day, days_open, "
    "starts_in_cohorts, closed_on"
)
DAYS = "one of mon, tue, wed, thu, fri, sat, sun"
TYPES = "one of general, dual-diagnosis, eating-disorder, trauma-focused, adolescent, family-based"

BAD = {
    "a misspelt key": (
        HealthPlan,
        "id: a\ndeductable: 5\n",
        [
            (
                f"<text>:2:1: expected one of the keys {PLAN_KEYS}, got 'deductable'; "
                "did you mean 'deductible'?"
            )
        ],
    ),
    "wrong shapes": (
        Program,
        "id: [a]\nschedule: mornings\ntypes: general\nweeks: [6]\nfees: {}\nmin_age: ''\n",
        [
            "<text>:1:5: id: expected text, got a list",
            (
                f"<text>:2:11: schedule: expected a mapping with the keys {WEEK_KEYS}, "
                "got 'mornings'"
            ),
            "<text>:3:8: types: expected a list, got 'general'; write [general]",
            "<text>:4:8: weeks: expected a mapping with the keys low, high, basis, got a list",
            "<text>:5:7: fees: expected a list, got a mapping",
        ],
    ),
    "wrong types": (
        Program,
        'id: a\nmin_age: "018"\nmax_age: eighty\nconsiders_other_ages: NO\nweeks: 6-8\n',
        [
            "<text>:2:10: min_age: expected a whole number, got '018'; write 18",
            "<text>:3:10: max_age: expected a whole number, got 'eighty'",
            "<text>:4:23: considers_other_ages: expected yes or no, got 'NO'; write no",
            (
                "<text>:5:8: weeks: expected a whole number or a range {low: ..., high: ...}, got "
                "'6-8'"
            ),
        ],
    ),
    "times": (
        Program,
        (
            "id: a\nschedule:\n  sessions:\n    - {days: [mon], start: 6pm, end: 25:00}\n"
            "    - {days: [tue], start: 9:5, end: 12:30 a.m.}\n"
        ),
        [
            (
                "<text>:4:28: schedule.sessions[0].start: expected a time HH:MM, got '6pm'; "
                "write 18:00"
            ),
            (
                "<text>:4:38: schedule.sessions[0].end: expected a time HH:MM, got '25:00'; "
                "hours run from 00 to 23, minutes from 00 to 59"
            ),
            (
                "<text>:5:28: schedule.sessions[1].start: expected a time HH:MM, got '9:5'; "
                "write 09:05"
            ),
            (
                "<text>:5:38: schedule.sessions[1].end: expected a time HH:MM, got '12:30 a.m.'; "
                "write 00:30"
            ),
        ],
    ),
    "money, shares and periods": (
        HealthPlan,
        (
            "id: a\ndeductible: $1,500\nplan_year: 2026\nbenefits:\n"
            "  - {benefit: office-visit, cost_share: {deductible_applies: yes, patient_share: "
            "20}}\n"
            "  - {benefit: office-visit, cost_share: {deductible_applies: yes, patient_share: "
            "0.2}}\n"
        ),
        [
            (
                "<text>:2:13: deductible: expected an amount in dollars and cents such as "
                "1,234.50, "
                "got '$1,500'; write 1,500"
            ),
            (
                "<text>:3:12: plan_year: expected a period START..END or START..open, with days as "
                "YYYY-MM-DD and END after START, got '2026'"
            ),
            (
                "<text>:5:82: benefits[0].cost_share.patient_share: expected a share from 0% to "
                "100%, such as 20%, got '20'; write 20%"
            ),
            (
                "<text>:6:82: benefits[1].cost_share.patient_share: expected a share from 0% to "
                "100%, such as 20%, got '0.2'; write 20% or 0.2%, whichever is meant"
            ),
        ],
    ),
    "terms": (
        Program,
        "id: a\ntypes: [gneral, 5]\nstate: Ohio\nconditions: {has: [depresion], lacks: anxiety}\n",
        [
            f"<text>:2:9: types[0]: expected {TYPES}, got 'gneral'; did you mean general?",
            f"<text>:2:17: types[1]: expected {TYPES}, got '5'",
            (
                "<text>:3:8: state: expected a term that iopkit.vocabulary.State lists, got 'Ohio'"
                "; did you mean OH?"
            ),
            (
                "<text>:4:20: conditions.has[0]: expected a term that "
                "iopkit.vocabulary.Condition lists, got 'depresion'; did you mean depression?"
            ),
            "<text>:4:39: conditions.lacks: expected a list, got 'anxiety'; write [anxiety]",
        ],
    ),
    "terms by what people call them": (
        Session,
        "days: [wednesday, miércoles, noday]\nmodality: process group\n",
        [
            f"<text>:1:8: days[0]: expected {DAYS}, got 'wednesday'; did you mean wed?",
            f"<text>:1:19: days[1]: expected {DAYS}, got 'miércoles'; did you mean wed?",
            f"<text>:1:30: days[2]: expected {DAYS}, got 'noday'",
            (
                "<text>:2:11: modality: expected a term that iopkit.vocabulary.Modality lists, "
                "got 'process group'; did you mean process-group?"
            ),
        ],
    ),
    "what no class allows": (
        Program,
        (
            "id: a\nmin_age: 40\nmax_age: 18\nweeks: {low: 8, high: 6}\n"
            "conditions: {has: [ptsd], lacks: [ptsd]}\n"
        ),
        [
            "<text>:1:1: expected a lowest age that is not above the highest",
            "<text>:4:8: weeks: expected a low end that is not above the high end",
            "<text>:5:13: conditions: expected nothing that is both present and absent",
        ],
    ),
    "what a class does not allow of one field": (
        HealthPlan,
        "id: a\nbenefits: [{benefit: office-visit}, {benefit: office-visit}]\n",
        ["<text>:2:11: benefits: expected each benefit once"],
    ),
    "missing keys": (
        Program,
        "fees:\n  - {service: iop}\n",
        [
            "<text>:1:1: expected the key 'id'; add it: it must be told",
            "<text>:2:5: fees[0]: expected the key 'unit'; add it: it must be told",
        ],
    ),
    "nothing where something must be": (
        Program,
        "id:\nfees: [~]\n",
        [
            "<text>:1:4: id: expected text, got nothing",
            (
                "<text>:2:8: fees[0]: expected a mapping with the keys service, unit, amount, "
                "tiers, charge_share, period, ages, name, condition, got nothing"
            ),
        ],
    ),
    "a list at the top": (
        HealthPlan,
        "- a\n",
        [f"<text>:1:1: expected a mapping with the keys {PLAN_KEYS}, got a list"],
    ),
}


@pytest.mark.parametrize(("kind", "source", "messages"), BAD.values(), ids=BAD)
def test_bad_values_are_told_whole_and_in_order(
    kind: type, source: str | bytes, messages: list[str]
) -> None:
    assert problems_of(kind, source) == messages


def test_every_problem_is_told_in_spanish_too() -> None:
    with pytest.raises(DocumentError) as caught:
        read(Program, "id: a\nmin_age: x\nweeks: {low: 3, high: 2}\n")

    assert [problem.message("es") for problem in caught.value.problems] == [
        "<text>:2:10: min_age: se esperaba un número entero, se leyó 'x'",
        (
            "<text>:3:8: weeks: se esperaba otro valor; en inglés: "
            "a low end that is not above the high end"
        ),
    ]
