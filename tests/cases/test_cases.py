"""Every table of cases, on bare answers and on a whole case."""

from __future__ import annotations

import pytest
from tests.cases.case_tables import Row, case_of, rows

from iopkit.catalog import shipped
from iopkit.eligibility import decide, place
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.rules import Clause, Truth, outcome
from iopkit.vocabulary.care import CareLevel

RULES, LADDERS = rows("rules"), rows("ladder")


def rule_set(row: Row) -> RuleSet:
    return shipped().rules(row.id, on=row.on)


def ladder(row: Row) -> Ladder:
    return shipped().ladder(row.id, on=row.on)


def with_outcome(clauses: tuple[Clause, ...], row: Row, wanted: Truth) -> tuple[str, ...]:
    return tuple(clause.id for clause in clauses if outcome(clause, row.told) is wanted)


@pytest.mark.parametrize("row", RULES, ids=str)
def test_the_answers_of_a_row_come_out_as_the_table_says(row: Row) -> None:
    rules = rule_set(row)

    assert outcome(rules.rule, row.told) is Truth(row.expected["expected"])
    assert with_outcome(rules.clauses, row, Truth.NOT_MET) == row.listed("fails")
    assert with_outcome(rules.clauses, row, Truth.UNKNOWN) == row.listed("open")


@pytest.mark.parametrize("row", RULES, ids=str)
def test_a_person_who_tells_a_row_is_decided_as_the_table_says(row: Row) -> None:
    decision = decide(rule_set(row), case_of(row), on=row.on)

    assert decision.outcome is Truth(row.expected["expected"])
    assert [(one.clause.id, one.outcome) for one in decision.clauses] == [
        (clause.id, outcome(clause, row.told)) for clause in rule_set(row).clauses
    ]


@pytest.mark.parametrize("row", LADDERS, ids=str)
def test_a_person_who_tells_a_row_is_placed_as_the_table_says(row: Row) -> None:
    placement = place(ladder(row), case_of(row), on=row.on)

    concerns = (*placement.beside, *placement.barriers)
    assert placement.at_least is CareLevel(row.expected["at-least"])
    assert placement.at_most is CareLevel(row.expected["at-most"])
    assert tuple(one.clause.id for one in concerns if one.outcome is Truth.MET) == row.listed(
        "present"
    )
    assert tuple(one.clause.id for one in concerns if one.outcome is Truth.UNKNOWN) == row.listed(
        "open"
    )


@pytest.mark.parametrize("wanted", shipped().ids("rules"))
def test_each_clause_of_a_rule_set_fails_alone_in_some_row(wanted: str) -> None:
    clauses = {clause.id for rules in shipped().history(wanted) for clause in rules.clauses}

    failing = {row.listed("fails") for row in RULES if row.id == wanted}

    assert {(clause,) for clause in clauses} <= failing


@pytest.mark.parametrize("wanted", shipped().ids("rules"))
def test_each_rule_set_is_met_and_not_known_in_some_row(wanted: str) -> None:
    assert {row.expected["expected"] for row in RULES if row.id == wanted} == {
        "met",
        "not-met",
        "unknown",
    }


@pytest.mark.parametrize("wanted", shipped().ids("ladders"))
def test_each_level_and_each_concern_of_a_ladder_stands_alone_in_some_row(wanted: str) -> None:
    of_ladder = [row for row in LADDERS if row.id == wanted]
    law = ladder(of_ladder[0])

    levels = {row.expected["at-least"] for row in of_ladder if not row.listed("present")}
    present = {row.listed("present") for row in of_ladder}

    assert levels == {level.value for level in CareLevel if law.lowest <= level <= law.highest}
    assert {(clause.id,) for clause in (*law.beside, *law.barriers)} <= present
