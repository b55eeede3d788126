"""What is wrong in a catalog is found and named, and nothing is wrong in the one that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.catalog.small_catalog import AMOUNT, catalog_of, compiled, documents, rules

from iopkit.catalog import check_catalog, shipped
from iopkit.facts import FACTS
from iopkit.rules import FactType

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


HOURS = (
    "{{all-of: ["
    "{{any-of: [{{fact: {high}}}, {{fact: treatment-plan.weekly-minutes, at-least: 540}}]}},"
    " {{any-of: [{{fact: {low}, at-least: 18}},"
    " {{fact: treatment-plan.weekly-minutes, at-least: 360}}]}}]}}"
)
BOTH_WAYS = HOURS.format(high="person.age, at-most: 17", low="person.age")
READY, ABLE, STABLE, HARDY = (
    f"{{fact: person.{name}, is: yes}}"
    for name in (
        "is-ready-to-attend",
        "can-take-part",
        "is-medically-stable",
        "tolerates-intensity",
    )
)
NEVER_READY = (
    f"{{all-of: [{{any-of: [{READY}, {{all-of: [{ABLE}, {HARDY}]}}]}},"
    f" {{any-of: [{{not: {READY}}}, {STABLE}]}},"
    f" {{any-of: [{{not: {READY}}}, {{not: {STABLE}}}]}}]}}"
)
RULE = "{fact: person.age, at-least: 18}"
PTSD = "{fact: person.conditions, has: ptsd}"
ANXIETY = "{fact: person.conditions, has: anxiety}"


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
        (
            change(
                "ladders/a/2024-01-01.yaml",
                "{fact: person.needs-more-than-weekly-sessions, is: yes}",
                BOTH_WAYS,
            ),
            (
                "ladders/a/2024-01-01.json: needs[0].clause: expected an outcome that is not known"
                " only where answers differ, got in clauses 'more' one that is not known with"
                " person.age = not known, treatment-plan.weekly-minutes = 359 minutes a week (5 h"
                " 59 min) or less, though it is never met then; ask about each of these facts in"
                " one place or in one direction, or part the rule in two by whom it applies to"
            ),
        ),
        (
            change(SET, RULE, BOTH_WAYS),
            (
                f"{SET[:-5]}.json: clauses[0]: expected an outcome that is not known only where"
                " answers differ, got in clauses 'adult' one that is not known with person.age ="
                " not known, treatment-plan.weekly-minutes = 359 minutes a week (5 h 59 min) or"
                " less, though it is never met then; ask about each of these facts in one place or"
                " in one direction, or part the rule in two by whom it applies to"
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


def test_a_compiled_rule_that_cannot_be_meant_is_told_with_its_place(tmp_path: Path) -> None:
    path = f"{SET[:-5]}.json"
    files = compiled(tmp_path, documents())
    catalog, _ = catalog_of({**files, path: files[path].replace('"18"', '"91"')})

    (problem, *_) = check_catalog(catalog)

    assert str(problem) == (
        f"{path}:28:21: clauses[0].rule.at-least: expected a bound that person.age can fall on"
        " both sides of, from 0 to 90 years, got 91, so that it is never met; check the number and"
        " its unit"
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            RULE,
            NEVER_READY,
            (
                "clauses[0]: expected an outcome that is not known only where answers differ, got"
                " in clauses 'adult' one that is not known with person.is-ready-to-attend = not"
                " known, person.tolerates-intensity = no, person.is-medically-stable = not known,"
                " though it is never met then"
            ),
        ),
        (
            "clauses:",
            f"applies: {BOTH_WAYS}\nclauses:",
            (
                "applies: expected an outcome that is not known only where answers differ, got one"
                " that is not known with person.age = not known, treatment-plan.weekly-minutes ="
                " 359 minutes a week (5 h 59 min) or less, though it is never met then"
            ),
        ),
        (
            "clauses:",
            (
                "advisories:\n  - {id: b, label: {en: A, es: B}, source: example-law,"
                f" rule: {NEVER_READY}}}\nclauses:"
            ),
            (
                "advisories[0]: expected an outcome that is not known only where answers differ,"
                " got in clauses 'b' one that is not known with person.is-ready-to-attend = not"
                " known, person.tolerates-intensity = no, person.is-medically-stable = not known,"
                " though it is never met then"
            ),
        ),
    ],
)
def test_what_is_asked_by_itself_is_proved_by_itself(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    data = documents()
    change(SET, old, new)(data)
    catalog, _ = catalog_of(compiled(tmp_path, data))

    (problem,) = check_catalog(catalog)

    assert str(problem) == (
        f"{SET[:-5]}.json: {told}; ask about each of these facts in one place or in one direction,"
        " or part the rule in two by whom it applies to"
    )


def test_a_rule_too_large_to_prove_is_told_with_its_facts(tmp_path: Path) -> None:
    told = (fact for fact in FACTS.values() if not fact.derived_from)
    needs = [fact.name for fact in told if fact.type is FactType.BOOLEAN][:16]
    asked = ", ".join(f"{{fact: {name}, is: yes}}" for name in needs)
    rule = f"{{at-least: {{count: 7, of: [{asked}, {{fact: {needs[0]}, is: no}}]}}}}"
    data = documents()
    change(SET, RULE, rule)(data)
    catalog, _ = catalog_of(compiled(tmp_path, data))

    (problem,) = check_catalog(catalog)

    assert problem.message("es") == (
        f"{SET[:-5]}.json: clauses[0]: se esperaba un resultado que no se sepa solo si las"
        " respuestas difieren, se leyó en las cláusulas 'adult' más de 1,000,000 respuestas"
        f" parciales sobre {', '.join(needs)}, demasiadas para probarlas; pregunte cada uno de"
        " estos datos en un solo lugar o en una sola dirección, o divida la regla en dos según a"
        " quién se aplica"
    )


def test_documentation_may_ask_whether_something_is_known(tmp_path: Path) -> None:
    data = documents()
    change(SET, RULE, "{fact: person.age, known: yes}")(data)
    change(SET, "subject: admission", "subject: documentation")(data)
    catalog, _ = catalog_of(compiled(tmp_path, data))

    assert check_catalog(catalog) == ()


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        (f"{{all-of: [{PTSD}, {ANXIETY}]}}", set()),
        (f"{{all-of: [{PTSD}, {{fact: person.conditions, known: yes}}]}}", set()),
        (HOURS.format(high="program.max-age, at-most: 17", low="program.min-age"), set()),
        (
            BOTH_WAYS,
            {"catalog-not-exact"},
        ),
    ],
)
def test_a_fact_may_be_asked_twice_where_the_outcome_stays_exact(
    tmp_path: Path, rule: str, codes: set[str]
) -> None:
    data = documents()
    change(SET, RULE, rule)(data)
    change(SET, "subject: admission", "subject: documentation")(data)
    catalog, _ = catalog_of(compiled(tmp_path, data))

    assert {problem.code for problem in check_catalog(catalog)} == codes


def test_an_index_that_names_another_subject_does_not_fit_its_document(tmp_path: Path) -> None:
    files = compiled(tmp_path, documents())
    index = files["index.json"].replace('"subject": "admission"', '"subject": "coverage"', 1)

    problems = check_catalog(catalog_of({**files, "index.json": index})[0])

    assert index != files["index.json"]
    assert [problem.code for problem in problems] == ["catalog-misplaced"]
