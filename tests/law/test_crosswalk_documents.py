"""Crosswalks in documents: written, read back, and what is told of a bad one."""

from __future__ import annotations

import pytest
from tests.law.example_crosswalk import DAY, REVENUE

from iopkit.formats import dump, read, to_data
from iopkit.law import Crosswalk
from iopkit.values.problems import DocumentError


def test_a_crosswalk_reads_back_equal() -> None:
    assert read(Crosswalk, dump(REVENUE)) == REVENUE
    assert read(Crosswalk, dump(REVENUE, format="json"), format="json") == REVENUE


def test_data_of_matches_name_each_term_with_its_list() -> None:
    assert to_data(REVENUE.terms("905", on=DAY), lang="es") == {
        "system": "example",
        "on": "2026-03-02",
        "matches": [
            {
                "code": "0905",
                "term": "care-level/iop",
                "relation": "narrower",
                "in_force": "2024-01-01..open",
                "source": "example-law",
                "section": "",
                "also": [f"condition-family/{family}"],
            }
            for family in ("mental-disorder", "substance-use-disorder")
        ],
        "because": "Puede ser cualquiera de los dos.",
    }


ROW = (
    "id: a\ntitle: {en: A, es: B}\nrows:\n"
    "  - {code: x, term: %s, relation: equal, in_force: 2024-01-01..open, source: s}\n"
)


@pytest.mark.parametrize(
    ("term", "seen"),
    [
        ("iop", "'iop'"),
        ("care-level/ipo", "'care-level/ipo'"),
        ("[care-level/iop]", "a list"),
        ("", "nothing"),
    ],
)
def test_a_document_that_names_no_term_is_told_its_place(term: str, seen: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(Crosswalk, ROW % term)

    assert str(caught.value) == (
        "<text>:4:21: rows[0].term: expected a list of the vocabulary and a value in it, such as"
        f" care-level/iop, got {seen}"
    )


def test_a_document_that_names_no_term_is_told_in_spanish_too() -> None:
    with pytest.raises(DocumentError) as caught:
        read(Crosswalk, ROW % "iop")

    assert caught.value.problems[0].text("es") == (
        "se esperaba una lista del vocabulario y un valor de ella, como care-level/iop,"
        " se leyó 'iop'"
    )
