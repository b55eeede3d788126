"""What is wrong in a catalog is found and named, and nothing is wrong in the one that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.catalog.small_catalog import AMOUNT, catalog_of, compiled, documents, rules

from iopkit.catalog import check_catalog, shipped
from iopkit.catalog.index import digest_of
from iopkit.values import DocumentError

Data = dict[str, str]
SET = "rules/b/c/2024-01-01.yaml"


def test_nothing_is_wrong_in_the_shipped_catalog() -> None:
    assert check_catalog(shipped()) == ()


def test_nothing_is_wrong_in_the_small_catalog(tmp_path: Path) -> None:
    catalog, _ = catalog_of(compiled(tmp_path, documents()))

    assert check_catalog(catalog) == ()


def change(path: str, old: str, new: str) -> Callable[[Data], None]:
    def apply(data: Data) -> None:
        assert old in data[path]
        data[path] = data[path].replace(old, new)

    return apply


def add(path: str, text: str) -> Callable[[Data], None]:
    def apply(data: Data) -> None:
        data[path] = text

    return apply


@pytest.mark.parametrize(
    ("plant", "expected"),
    [
        (
            add("rules/a/2024-06-01.yaml", rules("a", "2024-06-01", "2025-01-01")),
            (
                "rules/a/2024-06-01.json: in_force: expected no day on which two versions of one id"
                " are in force, got 2024-06-01..2025-01-01 beside 2024-01-01..2025-01-01 in"
                " rules/a/2024-01-01.json; end the older one on the day on which the newer one"
                " starts"
            ),
        ),
        (
            add("amounts/c.yaml", AMOUNT.format(id="a")),
            "amounts/c.json: expected each id once",
        ),
        (
            change(SET, "id: b/c", "id: b/d"),
            (
                f"{SET[:-5]}.json: expected the file, the index and the document to agree on id,"
                " version and period"
            ),
        ),
        (
            change(SET, 'version: "2024-01-01"', 'version: "2024-01-02"'),
            (
                f"{SET[:-5]}.json: expected the file, the index and the document to agree on id,"
                " version and period"
            ),
        ),
        (
            add(
                "rules/d/2024-02-01.yaml",
                rules("d", "2024-01-01").replace('"2024-01-01"', '"2024-02-01"'),
            ),
            (
                "rules/d/2024-02-01.json: expected the file, the index and the document to agree"
                " on id, version and period"
            ),
        ),
        (
            change(SET, "source: example-law", "source: exmple-law"),
            (
                f"{SET[:-5]}.json: clauses[0].source: expected the id of a source that the"
                " catalog holds, got 'exmple-law'; did you mean example-law?"
            ),
        ),
        (
            change("amounts/a.yaml", "source: example-law", 'source: ""'),
            (
                "amounts/a.json: values[0].source: expected the id of a source that the"
                " catalog holds, got ''; add it"
            ),
        ),
        (
            change("sources/law.yaml", "confidence: read\n", "confidence: derived\n"),
            (
                "sources/law.json: example-law: expected a note with the steps of each derived"
                " source"
            ),
        ),
        (
            add(
                "sources/more.yaml",
                "sources: [{id: more, title: T, citation: C, confidence: read,"
                " read_on: 2026-01-31}]",
            ),
            (
                "sources/more.json: more: expected a clause, an amount or a code that cites each"
                " source"
            ),
        ),
        (
            change(
                SET, "limitations:\n  - {en: An example only, es: Solo un ejemplo}", "limitations:"
            ),
            (
                f"{SET[:-5]}.json: limitations: expected limitations: what a reader must know"
                " that the document leaves out"
            ),
        ),
        (
            change("crosswalks/a.yaml", "source: example-law", "source: no-law"),
            (
                "crosswalks/a.json: rows[1].source: expected the id of a source that the catalog"
                " holds, got 'no-law'; add it"
            ),
        ),
        (
            change("crosswalks/a.yaml", "id: a", "id: b"),
            (
                "crosswalks/a.json: expected the file, the index and the document to agree on id,"
                " version and period"
            ),
        ),
        (
            change("crosswalks/a.yaml", "es: En un caso", "es: In one case"),
            ("crosswalks/a.json: rows[0].when: expected different words in English and in Spanish"),
        ),
        (
            change("crosswalks/a.yaml", "es: Puede ser cualquiera", "es: It may be either"),
            (
                "crosswalks/a.json: ambiguities[0].because: expected different words in English"
                " and in Spanish"
            ),
        ),
        (
            change(
                "crosswalks/b/c.yaml",
                "limitations:\n  - {en: An example only, es: Solo un ejemplo}",
                "limitations:",
            ),
            (
                "crosswalks/b/c.json: limitations: expected limitations: what a reader must know"
                " that the document leaves out"
            ),
        ),
        (
            change(SET, "es: Es persona adulta", "es: Is an adult"),
            (
                f"{SET[:-5]}.json: clauses[0].label: expected different words in English and in"
                " Spanish"
            ),
        ),
    ],
)
def test_each_thing_that_is_wrong_is_told_with_its_place(
    tmp_path: Path, plant: Callable[[Data], None], expected: str
) -> None:
    data = documents()
    plant(data)
    catalog, _ = catalog_of(compiled(tmp_path, data))

    problems = check_catalog(catalog)

    assert expected in [str(problem) for problem in problems]


def test_a_document_that_cannot_be_read_is_told_once_and_the_rest_is_checked(
    tmp_path: Path,
) -> None:
    files = compiled(tmp_path, documents())
    catalog, _ = catalog_of({**files, "sources/law.json": "[", "amounts/a.json": "["})

    problems = check_catalog(catalog)

    assert [str(problem.place) for problem in problems] == [
        "amounts/a.json:1:2",
        "sources/law.json:1:2",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (
            f"{SET[:-5]}.json",
            '"18"',
            '"91"',
            (
                "clauses[0].rule.at-least: expected a bound that person.age can fall on both sides"
                " of, from 0 to 90 years, got 91, so that it is never met; check the number and its"
                " unit"
            ),
        ),
        (
            "ladders/a/2024-01-01.json",
            '"is": "yes"',
            '"known": "yes"',
            (
                "needs[0].clause.rule.known: expected a question about"
                " person.needs-more-than-weekly-sessions itself; `known` belongs to rule sets about"
                " documentation only"
            ),
        ),
    ],
)
def test_a_compiled_rule_that_cannot_be_meant_is_told(
    tmp_path: Path, path: str, old: str, new: str, told: str
) -> None:
    files = compiled(tmp_path, documents())
    text = files[path].replace(old, new)
    index = files["index.json"].replace(digest_of(files[path].encode()), digest_of(text.encode()))
    catalog, _ = catalog_of({**files, path: text, "index.json": index})

    problems = check_catalog(catalog)

    assert [str(problem) for problem in problems] == [f"{path}: {told}"]


def test_a_rule_that_is_not_exact_is_not_compiled(tmp_path: Path) -> None:
    ready, able = "person.is-ready-to-attend", "person.can-take-part"
    both_ways = (
        f"{{any-of: [{{all-of: [{{fact: {ready}, is: yes}}, {{fact: {able}, is: yes}}]}},"
        f" {{all-of: [{{fact: {ready}, is: no}}, {{fact: {able}, is: yes}}]}}]}}"
    )
    data = documents()
    change(SET, "{fact: person.age, at-least: 18}", both_ways)(data)

    with pytest.raises(DocumentError) as caught:
        compiled(tmp_path, data)

    assert [problem.code for problem in caught.value.problems] == ["rule-not-exact"]


def test_an_index_that_names_another_subject_does_not_fit_its_document(tmp_path: Path) -> None:
    files = compiled(tmp_path, documents())
    index = files["index.json"].replace('"subject": "admission"', '"subject": "coverage"', 1)

    problems = check_catalog(catalog_of({**files, "index.json": index})[0])

    assert index != files["index.json"]
    assert [problem.code for problem in problems] == ["catalog-misplaced"]
