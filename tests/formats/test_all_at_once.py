"""Documents with mistakes of several kinds: none waits until another one has been corrected."""

from __future__ import annotations

import pytest
from tests.formats.bad_input import problems_of

from iopkit.law import RuleSet
from iopkit.model import Case, HealthPlan, Program

BAD = {
    "a plan": (
        HealthPlan,
        """\
deductible: -5.00
out_of_pocket_limit: -1.00
payer: acme
deductible_carries_over_from: 13
benefits:
  - benefit: iop
    cost_share: {deductible_applies: yes, copay: 20.00, patient_share: 20, copay_days_per_stay: 0}
    visit_limit: -1
  - benefit: inpatient
    cost_share: {deductible_applies: maybe, copay: -20.00}
family: {deductible: twenty, deductible_members: 0, person_limit: -2.00}
""",
        [
            "<text>:1:1: expected the key 'id'; add it: it must be told",
            "<text>:1:13: deductible: expected an amount that is not negative",
            "<text>:2:22: out_of_pocket_limit: expected an amount that is not negative",
            (
                "<text>:3:8: payer: expected one of medicare, medicare-advantage, medicaid, "
                "tricare, veterans-affairs, commercial, self-pay, medicare-supplement, "
                "childrens-health-insurance, indian-health-service, state-program, got 'acme'"
            ),
            "<text>:4:31: deductible_carries_over_from: expected a month from 1 to 12",
            (
                "<text>:7:17: benefits[0].cost_share: expected plain where the deductible does "
                "not apply, else before- or after-deductible"
            ),
            (
                "<text>:7:72: benefits[0].cost_share.patient_share: expected a share from 0% to"
                " 100%, such as 20%, got '20'; write 20%"
            ),
            ("<text>:7:97: benefits[0].cost_share.copay_days_per_stay: expected at least 1 day"),
            (
                "<text>:8:18: benefits[0].visit_limit: expected visits from 0, or "
                "has_visit_limit: no"
            ),
            (
                "<text>:10:38: benefits[1].cost_share.deductible_applies: expected yes or no, "
                "got 'maybe'"
            ),
            ("<text>:10:52: benefits[1].cost_share.copay: expected an amount that is not negative"),
            (
                "<text>:11:22: family.deductible: expected an amount in dollars and cents such "
                "as 1,234.50, got 'twenty'"
            ),
            "<text>:11:50: family.deductible_members: expected at least 1 member",
            "<text>:11:67: family.person_limit: expected an amount that is not negative",
        ],
    ),
    "a case": (
        Case,
        """\
on: 2026-02-30
person: {age: 120, state: OHIO}
program:
  id: a
  weeks: {low: 8, high: 6}
  schedule: {sessions: [{clock_minutes: 0, services: 0, start: 6pm}]}
episode: {weeks: 0, start: soon, planned_absences: -1}
budget: lots
used: {visits_used: -1, limit_used: -3.00, deductible_used: x}
""",
        [
            "<text>:1:5: on: expected a date YYYY-MM-DD; leave it out if unknown",
            (
                "<text>:2:15: person.age: expected whole years from 0 to 90, where 90 means 90 "
                "or older"
            ),
            (
                "<text>:2:27: person.state: expected a term that iopkit.vocabulary.State lists;"
                " leave it out if unknown"
            ),
            "<text>:5:10: program.weeks: expected a low end that is not above the high end",
            (
                "<text>:6:41: program.schedule.sessions[0].clock_minutes: expected minutes, "
                "times and services of at least 1, or none told"
            ),
            (
                "<text>:6:54: program.schedule.sessions[0].services: expected minutes, times "
                "and services of at least 1, or none told"
            ),
            (
                "<text>:6:64: program.schedule.sessions[0].start: expected a time HH:MM, got "
                "'6pm'; write 18:00"
            ),
            "<text>:7:18: episode.weeks: expected at least 1 week",
            (
                "<text>:7:28: episode.start: expected a date YYYY-MM-DD or a range {low: ..., "
                "high: ...}; leave it out if unknown"
            ),
            (
                "<text>:7:52: episode.planned_absences: expected at least the number of missed "
                "days, from 0"
            ),
            (
                "<text>:8:9: budget: expected an amount in dollars and cents such as 1,234.50; "
                "leave it out if unknown"
            ),
            "<text>:9:21: used.visits_used: expected a number that is not negative",
            "<text>:9:37: used.limit_used: expected an amount that is not negative",
            (
                "<text>:9:61: used.deductible_used: expected an amount in dollars and cents "
                "such as 1,234.50 or a range {low: ..., high: ...}; leave it out if unknown"
            ),
        ],
    ),
    "a program": (
        Program,
        """\
id: [a]
min_age: 40
max_age: 18
phases: [{name: a, weeks: x, schedule: {sessions: [{days: []}]}}]
practice: {max_group_size: -1, capacity: many, plan_review_days: -3}
fees: [{service: iop, unit: day, amount: -3.00}, {service: iop, unit: dai, amount: -1.00}]
""",
        [
            "<text>:1:1: expected a lowest age that is not above the highest",
            "<text>:1:5: id: expected text, got a list",
            (
                "<text>:4:27: phases[0].weeks: expected a whole number or a range {low: ..., "
                "high: ...}, got 'x'"
            ),
            (
                "<text>:4:59: phases[0].schedule.sessions[0].days: expected at least one day, "
                "and an end after the start on the same day; where it goes past midnight, "
                "clock_minutes in place of the end"
            ),
            "<text>:5:28: practice.max_group_size: expected numbers that are not negative",
            "<text>:5:42: practice.capacity: expected a whole number, got 'many'",
            "<text>:5:66: practice.plan_review_days: expected numbers that are not negative",
            "<text>:6:42: fees[0].amount: expected an amount that is not negative",
            (
                "<text>:6:71: fees[1].unit: expected one of day, session, hour, quarter-hour, "
                "week, program, once, each, got 'dai'; did you mean day?"
            ),
            "<text>:6:84: fees[1].amount: expected an amount that is not negative",
        ],
    ),
    "a rule set": (
        RuleSet,
        """\
id: a
version: 1
title: {en: a, es: b}
authority: {en: a, es: ''}
jurisdiction: us
subject: admision
care_level: iop
in_force: 2024-01-01..2023-01-01
clauses:
  - {id: a b, label: {en: a, es: b}, source: s, rule: {fact: person.age, at-least: 3}}
  - {id: b, label: {en: a, es: b}, source: s, rule: {all-of: []}}
  - {id: c, label: {en: a, es: b}, rule: {fact: person.agee, at-least: 3}}
advisories:
  - {id: b, label: {en: a, es: b}, source: s, rule: {fact: person.age, at-least: 4}}
reviews: [{id: r, label: {en: a, es: b}, every_days: 0, source: s}]
""",
        [
            "<text>:4:12: authority: expected words in English and in Spanish",
            (
                "<text>:6:10: subject: expected one of admission, continued-stay, discharge, "
                "placement, program-standard, certification, coverage, billing, documentation, "
                "guidance, got 'admision'; did you mean admission?"
            ),
            (
                "<text>:8:11: in_force: expected a period START..END or START..open, with days "
                "as YYYY-MM-DD and END after START, got '2024-01-01..2023-01-01'"
            ),
            (
                "<text>:10:10: clauses[0].id: expected an id in kebab-case, such as weekly-"
                "hours, got 'a b'"
            ),
            (
                "<text>:11:10: clauses[1].id: expected each clause id once, got 'b' 2 times; "
                "rename one"
            ),
            (
                "<text>:11:53: clauses[1].rule: expected at least one rule in the group; add "
                "one or take the group out"
            ),
            "<text>:12:5: clauses[2]: expected the key 'source'; add it: it must be told",
            (
                "<text>:12:49: clauses[2].rule.fact: expected the name of a fact, got "
                "'person.agee'; did you mean person.age, person.state, person.is-danger-to-"
                "self?"
            ),
            (
                "<text>:14:10: advisories[0].id: expected each clause id once, got 'b' 2 times;"
                " rename one"
            ),
            (
                "<text>:15:11: reviews[0]: expected a first day, an interval or both, of at "
                "least 1 day"
            ),
        ],
    ),
}


@pytest.mark.parametrize(("kind", "source", "messages"), BAD.values(), ids=BAD)
def test_what_no_type_and_what_no_class_allows_is_told_at_once(
    kind: type, source: str, messages: list[str]
) -> None:
    assert problems_of(kind, source) == messages


def test_what_only_an_unreadable_field_could_explain_is_not_guessed_at() -> None:
    share = "{deductible_applies: yes, copay: 20.00, copay_order: after}"
    plan = f"id: a\nbenefits: [{{benefit: iop, cost_share: {share}}}]\n"

    assert problems_of(HealthPlan, plan) == [
        (
            "<text>:2:92: benefits[0].cost_share.copay_order: expected one of plain, "
            "before-deductible, after-deductible, got 'after'"
        )
    ]
