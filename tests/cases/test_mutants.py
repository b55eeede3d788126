"""Every small change of the law makes a case fail."""

from __future__ import annotations

import pytest
from tests.cases.case_tables import Table, tables
from tests.cases.judging import versions_of
from tests.cases.survivors import survivors_of

from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet

LAWS = [(law, table) for table in tables() for law in versions_of(table)]


@pytest.mark.parametrize(
    ("law", "table"), LAWS, ids=[f"{table.kind} {law.id} {law.version}" for law, table in LAWS]
)
def test_every_small_change_of_the_law_makes_a_case_fail(
    law: RuleSet | Ladder, table: Table
) -> None:
    survivors = survivors_of(law, table, versions_of(table))

    if survivors:
        pytest.fail(f"{table}:\n" + "\n".join(survivors), pytrace=False)
