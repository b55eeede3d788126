"""Every small change of the law makes a case fail."""

from __future__ import annotations

import pytest
from tests.cases.case_tables import Table, tables
from tests.cases.judging import entries_of, versions_of
from tests.cases.survivors import survivors_of

VERSIONS = [
    pytest.param(table, at, id=f"{table.kind} {entry.id} {entry.version}")
    for table in tables()
    for at, entry in enumerate(entries_of(table))
]


@pytest.mark.parametrize(("table", "at"), VERSIONS)
def test_every_small_change_of_the_law_makes_a_case_fail(table: Table, at: int) -> None:
    versions = versions_of(table)

    survivors = survivors_of(versions[at], table, versions)

    if survivors:
        pytest.fail(f"{table}:\n" + "\n".join(survivors), pytrace=False)
