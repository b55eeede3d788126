"""Rule sets of one's own, beside one another and beside a catalog."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalog.small_catalog import catalog_of, compiled, documents, rules

from iopkit.catalog import Catalog, read_rules
from iopkit.values import DocumentError

OWN = (
    "sources:\n"
    "  - {id: our-policy, title: A, citation: Policy 7, confidence: read, read_on: 2026-01-31}\n"
)
REVIEW = (
    "reviews:\n"
    "  - {id: again, label: {en: Again, es: De nuevo}, source: example-lew, every_days: 30}\n"
)
ADVISORY = (
    "advisories:\n"
    "  - id: ready\n"
    "    label: {en: Is ready, es: Puede empezar}\n"
    "    source: nowhere\n"
    "    rule: {fact: person.is-ready-to-attend, is: yes}\n"
)
TOLD = "expected the id of a source that the document tells itself or the catalog holds, got "


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return catalog_of(compiled(tmp_path / "law", documents()))[0]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def problems_of(catalog: Catalog, *texts: str) -> list[tuple[str, str]]:
    """Return the code and the message of each problem of files with these texts."""
    files = [Path(f"{at}.yaml") for at in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text.lstrip(), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read_rules(catalog, *files)
    return [(problem.code, str(problem)) for problem in caught.value.problems]


def test_a_source_is_told_by_the_catalog_or_by_the_file(catalog: Catalog) -> None:
    own = rules("own", "2024-01-01").replace("example-law", "our-policy") + OWN
    Path("a.yaml").write_text(rules("x", "2024-01-01"), encoding="utf-8")
    Path("b.yaml").write_text(own, encoding="utf-8")

    found = read_rules(catalog, Path("a.yaml"), Path("b.yaml"))

    assert [one.id for one in found] == ["x", "own"]
    assert [source.citation for source in found[1].sources] == ["Policy 7"]


def test_each_source_that_nobody_tells_is_told_with_its_place(catalog: Catalog) -> None:
    own = rules("own", "2024-01-01").replace("example-law", "our-polisy") + ADVISORY + REVIEW + OWN

    assert problems_of(catalog, own) == [
        (
            "rule-unknown-source",
            f"0.yaml:12:13: clauses[0].source: {TOLD}'our-polisy'; did you mean our-policy?",
        ),
        (
            "rule-unknown-source",
            f"0.yaml:19:13: advisories[0].source: {TOLD}'nowhere'; tell it under `sources`",
        ),
        (
            "rule-unknown-source",
            f"0.yaml:22:59: reviews[0].source: {TOLD}'example-lew'; did you mean example-law?",
        ),
    ]


def test_a_source_that_is_told_twice_is_refused(catalog: Catalog) -> None:
    twice = rules("own", "2024-01-01") + OWN + OWN.partition("\n")[2]

    assert problems_of(catalog, twice) == [
        (
            "rule-duplicate-source",
            (
                "0.yaml:18:10: sources[1].id: expected each source once, got 'our-policy' again; "
                "rename one, or take it out"
            ),
        )
    ]


def test_versions_of_one_id_that_meet_are_told_in_the_newer_file(catalog: Catalog) -> None:
    newer, older = rules("own", "2025-06-01"), rules("own", "2024-01-01", "2026-01-01")

    assert problems_of(catalog, newer, older, rules("other", "2024-01-01")) == [
        (
            "rule-versions-overlap",
            (
                "0.yaml:8:11: in_force: expected no day on which two versions of one id are in "
                "force, got 2025-06-01..open beside 2024-01-01..2026-01-01 in 1.yaml; end the "
                "older one on the day on which the newer one starts"
            ),
        )
    ]


def test_all_problems_of_all_files_are_told(catalog: Catalog) -> None:
    wrong = rules("own", "2024-01-01", age=91)
    unknown = rules("other", "2024-01-01").replace("example-law", "nowhere")

    assert [code for code, _ in problems_of(catalog, wrong, unknown)] == [
        "rule-never-decides",
        "rule-unknown-source",
    ]
