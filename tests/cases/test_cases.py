"""Every table of cases, on bare answers and on a whole case."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.cases.case_tables import NOT_IN_FORCE, ReviewRow, Row, Table, tables
from tests.cases.judging import came_out, case_of, rules_of, versions_of, wrong_days

from iopkit.catalog import shipped
from iopkit.eligibility import applies_to, decide, place
from iopkit.errors import NotInForce
from iopkit.law.decisions import Decision, Placement
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.rules import Truth
from iopkit.rules.nodes import facts_of

INDEX = shipped().index
SHIPPED = {("rules", wanted) for wanted in INDEX.ids("rules")} | {
    ("ladder", wanted) for wanted in INDEX.ids("ladders")
}
DECIDING = [table for table in tables() if (table.kind, table.id) in SHIPPED]
ROWS = [row for table in DECIDING for row in table.rows]
REVIEWS = [row for table in DECIDING for row in table.reviews]
TOLD = [
    row
    for row in ROWS
    if row.is_in_force and all(case_of(row, told) is not None for told in row.tellings)
]


def law(row: Row) -> RuleSet | Ladder:
    asked = shipped().rules if row.kind == "rules" else shipped().ladder
    return asked(row.id, on=row.on)


def failed_of(decision: Decision) -> object:
    return {one.clause.id for one in decision.clauses if one.outcome is Truth.NOT_MET}


def present_of(placement: Placement) -> object:
    concerns = (*placement.beside, *placement.barriers)
    return {one.clause.id for one in concerns if one.outcome is Truth.MET}


@pytest.mark.parametrize("table", tables(), ids=str)
def test_a_table_says_nothing_that_cannot_be_read(table: Table) -> None:
    assert table.problems == ()


def test_every_rule_set_and_ladder_has_one_table_and_every_table_decides_one() -> None:
    decided = Counter((table.kind, table.id) for table in tables())

    assert sorted(SHIPPED - decided.keys()) == []
    assert sorted(decided.keys() - SHIPPED) == []
    assert [one for one, times in decided.items() if times > 1] == []


@pytest.mark.parametrize("table", DECIDING, ids=str)
def test_a_table_tells_no_fact_that_no_version_asks(table: Table) -> None:
    asked = {
        fact.name
        for version in versions_of(table)
        for rule in rules_of(version)
        for fact in facts_of(rule)
    }

    assert sorted(table.facts - asked) == []


@pytest.mark.parametrize("row", [row for row in ROWS if row.is_in_force], ids=str)
def test_the_answers_of_a_row_come_out_as_the_table_says(row: Row) -> None:
    for told in row.tellings:
        assert came_out(law(row), told, row.wanted) == row.wanted


@pytest.mark.parametrize("row", [row for row in ROWS if not row.is_in_force], ids=str)
def test_a_day_without_law_names_the_periods_that_exist(row: Row) -> None:
    with pytest.raises(NotInForce) as refused:
        law(row)

    assert row.wanted == {"expected": NOT_IN_FORCE}
    assert refused.value.periods == tuple(
        str(version.in_force)
        for table in DECIDING
        if row in table.rows
        for version in versions_of(table)
    )


@pytest.mark.parametrize("row", TOLD, ids=str)
def test_a_person_who_tells_a_row_is_judged_as_the_table_says(row: Row) -> None:
    decided = law(row)

    for told in row.tellings:
        case = case_of(row, told)
        assert case is not None
        if isinstance(decided, Ladder):
            placement = place(decided, case, on=row.on)
            assert placement.at_least.value == row.wanted["at-least"]
            assert placement.at_most.value == row.wanted["at-most"]
            assert present_of(placement) == row.wanted["present"]
            continue
        if "applies" in row.wanted:
            assert applies_to(decided, case).value == row.wanted["applies"]
        if "expected" in row.wanted:
            decision = decide(decided, case, on=row.on)
            assert decision.outcome.value == row.wanted["expected"]
            assert failed_of(decision) == row.wanted["fails"]


@pytest.mark.parametrize("wanted", ["rules medicare/iop", "ladder general/guidance"])
def test_where_facts_are_fields_every_row_is_told_by_a_person(wanted: str) -> None:
    kind, _, name = wanted.partition(" ")

    assert [row for row in ROWS if (row.kind, row.id) == (kind, name) and row.is_in_force] == [
        row for row in TOLD if (row.kind, row.id) == (kind, name)
    ]


@pytest.mark.parametrize("row", REVIEWS, ids=str)
def test_a_review_is_due_when_the_table_says(row: ReviewRow) -> None:
    assert wrong_days(row, shipped().rules(row.id, on=row.on).reviews) == ()


@pytest.mark.parametrize("table", [one for one in DECIDING if one.kind == "rules"], ids=str)
def test_each_rule_set_is_met_and_not_met_and_not_known_in_some_row(table: Table) -> None:
    outcomes = {row.wanted.get("expected") for row in table.rows}

    assert {"met", "not-met", "unknown"} <= outcomes
