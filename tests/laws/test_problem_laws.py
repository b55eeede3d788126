"""Mistakes of a document do not hide one another, whatever kinds they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopkit.formats import read
from iopkit.law import RuleSet
from iopkit.model import Case, HealthPlan, Program
from iopkit.values import DocumentError, Problem

PLACES: dict[type, tuple[str, tuple[tuple[str, str, str], ...]]] = {
    HealthPlan: (
        """\
id: a
payer: {0}
deductible: {1}
out_of_pocket_limit: {2}
deductible_carries_over_from: {3}
benefits:
  - benefit: {4}
    visit_limit: {5}
    cost_share: {{copay: {6}, deductible_applies: {7}, copay_days_per_stay: {8}}}
  - {{benefit: inpatient, cost_share: {{copay: {9}, deductible_applies: no}}}}
family: {{deductible: {10}, deductible_members: {11}, limit_members: {12}}}
""",
        (
            ("medicaid", "acme", "payer"),
            ("5.00", "-5.00", "deductible"),
            ("50.00", "-5.00", "out_of_pocket_limit"),
            ("10", "13", "deductible_carries_over_from"),
            ("iop", "iopp", "benefits[0].benefit"),
            ("8", "-1", "benefits[0].visit_limit"),
            ("20.00", "-20.00", "benefits[0].cost_share.copay"),
            ("no", "maybe", "benefits[0].cost_share.deductible_applies"),
            ("5", "0", "benefits[0].cost_share.copay_days_per_stay"),
            ("20.00", "-0.01", "benefits[1].cost_share.copay"),
            ("10.00", "ten", "family.deductible"),
            ("2", "0", "family.deductible_members"),
            ("2", "-1", "family.limit_members"),
        ),
    ),
    Case: (
        """\
on: {0}
person: {{age: {1}, state: {2}}}
program: {{id: a, schedule: {{sessions: [{{start: {3}, services: {4}, clock_minutes: {5}}}]}}}}
episode: {{start: {6}, weeks: {7}, planned_absences: {8}}}
used: {{visits_used: {9}, deductible_used: {10}, limit_used: {11}}}
""",
        (
            ("2026-01-01", "tomorrow", "on"),
            ("20", "120", "person.age"),
            ("OH", "OHIO", "person.state"),
            ("18:00", "6pm", "program.schedule.sessions[0].start"),
            ("1", "0", "program.schedule.sessions[0].services"),
            ("60", "0", "program.schedule.sessions[0].clock_minutes"),
            ("2026-01-05", "soon", "episode.start"),
            ("8", "0", "episode.weeks"),
            ("2", "-2", "episode.planned_absences"),
            ("3", "-3", "used.visits_used"),
            ("5.00", "five", "used.deductible_used"),
            ("5.00", "-5.00", "used.limit_used"),
        ),
    ),
    Program: (
        """\
id: {0}
weeks: {1}
practice: {{max_group_size: {2}, capacity: {3}, plan_review_days: {4}}}
fees: [{{service: iop, unit: {5}, amount: {6}}}, {{service: iop, unit: week, amount: {7}}}]
attendance: {{ends_after_missed_sessions: {8}, drug_screens: {9}}}
""",
        (
            ("a", "[a]", "id"),
            ("8", "{low: 8, high: 6}", "weeks"),
            ("12", "-1", "practice.max_group_size"),
            ("12", "many", "practice.capacity"),
            ("12", "-3", "practice.plan_review_days"),
            ("day", "dai", "fees[0].unit"),
            ("5.00", "-5.00", "fees[0].amount"),
            ("5.00", "-5.00", "fees[1].amount"),
            ("3", "0", "attendance.ends_after_missed_sessions"),
            ("3", "-3", "attendance.drug_screens"),
        ),
    ),
    RuleSet: (
        """\
id: a
version: 1
title: {{en: a, es: b}}
authority: {{en: a, es: {0}}}
jurisdiction: us
subject: {1}
care_level: iop
in_force: {2}
clauses:
  - {{id: a, label: {{en: a, es: b}}, source: s, rule: {{fact: person.age, at-least: {4}}}}}
  - {{id: b, label: {{en: a, es: b}}, source: s, rule: {{fact: {5}, is: yes}}}}
  - {{id: c, label: {{en: a, es: b}}, source: s, rule: {6}}}
advisories:
  - {{id: {3}, label: {{en: a, es: b}}, source: s, rule: {{fact: person.age, at-least: 18}}}}
reviews: [{{id: r, label: {{en: a, es: b}}, source: s, every_days: {7}}}]
""",
        (
            ("b", "''", "authority"),
            ("admission", "admision", "subject"),
            ("2024-01-01..open", "2024-01-01..2023-01-01", "in_force"),
            ("d", "D", "advisories[0].id"),
            ("3", "old", "clauses[0].rule.at-least"),
            ("person.is-danger-to-self", "person.danger", "clauses[1].rule.fact"),
            ("{fact: program.weekly-minutes, at-least: 540}", "{all-of: []}", "clauses[2].rule"),
            ("7", "0", "reviews[0]"),
        ),
    ),
}


def problems(kind: type, broken: frozenset[int]) -> tuple[Problem, ...]:
    """Return the problems of a document that is wrong in some places."""
    form, places = PLACES[kind]
    told = (bad if at in broken else good for at, (good, bad, _) in enumerate(places))
    try:
        read(kind, form.format(*told))
    except DocumentError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_mistake_is_told_once_where_it_is_beside_any_others(
    kind: type, data: st.DataObject
) -> None:
    paths = [path for _, _, path in PLACES[kind][1]]
    broken = data.draw(st.frozensets(st.integers(0, len(paths) - 1)))

    found = problems(kind, broken)

    assert sorted(one.path for one in found) == sorted(paths[at] for at in broken)
    alone = {text for at in broken for text in _texts(problems(kind, frozenset((at,))))}
    assert _texts(found) == alone


def _texts(found: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {(one.path, one.text.en) for one in found}
