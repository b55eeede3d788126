"""Asking a catalog by id and day, and what one broken document does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from subprocess import run

import pytest
from tests.catalog.small_catalog import Memory, catalog_of, compiled, documents

from iopkit.catalog import Catalog, Index, shipped
from iopkit.errors import NotInForce, NotShipped
from iopkit.values.money import Money
from iopkit.values.problems import DocumentError
from iopkit.vocabulary import CareLevel

DAY = date(2026, 3, 2)
BROKEN = '{"id": "a"'


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    return compiled(tmp_path, documents())


def without(good: dict[str, str], path: str, text: str = BROKEN) -> tuple[Catalog, Memory]:
    return catalog_of({**good, path: text})


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2024, 1, 1), "2024-01-01"),
        (date(2024, 12, 31), "2024-01-01"),
        (date(2026, 1, 1), "2026-01-01"),
    ],
)
def test_the_version_in_force_on_the_day_is_returned(
    good: dict[str, str], day: date, version: str
) -> None:
    catalog, _ = catalog_of(good)

    assert catalog.rules("a", on=day).version == version


def test_a_day_between_two_versions_names_the_periods_that_exist(good: dict[str, str]) -> None:
    catalog, _ = catalog_of(good)

    with pytest.raises(NotInForce) as caught:
        catalog.rules("a", on=date(2025, 6, 1))

    assert str(caught.value) == (
        "rule set a: nothing is in force on 2025-06-01; "
        "periods that exist: 2024-01-01..2025-01-01, 2026-01-01..open"
    )


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda catalog: catalog.rules("b/d", on=DAY),
            "no rule set has the id 'b/d'; did you mean b/c?",
        ),
        (lambda catalog: catalog.history("z"), "no rule set has the id 'z'; there are: a, b/c"),
        (lambda catalog: catalog.ladder("z", on=DAY), "no ladder has the id 'z'; there are: a"),
        (lambda catalog: catalog.source("z"), "no source has the id 'z'; there are: example-law"),
        (
            lambda catalog: catalog.terms("z", "1", on=DAY),
            "no crosswalk has the id 'z'; there are: a, b/c",
        ),
        (
            lambda catalog: catalog.codes(CareLevel.IOP, "z", on=DAY),
            "no crosswalk has the id 'z'; there are: a, b/c",
        ),
        (
            lambda catalog: catalog.terms("a", "2", on=DAY),
            "no code of a has the id '2'; there are: 1",
        ),
        (
            lambda catalog: catalog.text("notices"),
            "no text has the id 'notices'; did you mean notice?",
        ),
    ],
)
def test_an_id_that_is_not_shipped_names_ids_that_are_near(
    good: dict[str, str], ask: Callable[[Catalog], object], message: str
) -> None:
    catalog, _ = catalog_of(good)

    with pytest.raises(NotShipped) as caught:
        ask(catalog)

    assert str(caught.value) == message


def test_the_history_runs_from_the_oldest_version(good: dict[str, str]) -> None:
    catalog, _ = catalog_of(good)

    assert [rules.version for rules in catalog.history("a")] == ["2024-01-01", "2026-01-01"]


@pytest.mark.parametrize(
    ("day", "ids"),
    [(DAY, ["a", "b/c"]), (date(2025, 6, 1), ["b/c"]), (date(2020, 1, 1), [])],
)
def test_the_rule_sets_of_a_day_are_those_in_force_by_id(
    good: dict[str, str], day: date, ids: list[str]
) -> None:
    catalog, _ = catalog_of(good)

    assert [rules.id for rules in catalog.rule_sets(on=day)] == ids


def test_each_kind_of_document_is_found_by_its_id(good: dict[str, str]) -> None:
    catalog, _ = catalog_of(good)

    assert catalog.ladder("a", on=DAY).id == "a"
    assert catalog.amounts.money("b", on=date(2024, 5, 1)) == Money.parse("10.00")
    assert catalog.source("example-law").citation == "Example 1"
    assert catalog.text("notice")("es") == "Llame ahora"
    assert catalog.terms("a", "1", on=DAY).is_ambiguous
    assert catalog.codes(CareLevel.PHP, "b/c", on=DAY).code == "1"
    assert catalog.systems("1") == ("a", "b/c")
    assert catalog.ids("rules") == ("a", "b/c")
    assert catalog.broken == ()


def test_asking_for_one_rule_set_opens_the_index_and_its_file_once(good: dict[str, str]) -> None:
    catalog, folder = catalog_of(good)

    catalog.rules("a", on=DAY)
    catalog.rules("a", on=DAY)

    assert folder.opened == ["index.json", "rules/a/2026-01-01.json"]


def test_versions_are_put_in_order_whatever_the_order_of_the_index(good: dict[str, str]) -> None:
    catalog, _ = catalog_of(good)

    turned = Index(reversed(catalog.index.entries))

    assert turned == catalog.index


def test_making_a_catalog_opens_nothing(good: dict[str, str]) -> None:
    _, folder = catalog_of(good)

    assert folder.opened == []


def test_a_broken_rule_set_is_left_out_of_the_list_and_told_as_broken(
    good: dict[str, str],
) -> None:
    catalog, _ = without(good, "rules/a/2026-01-01.json")

    listed = catalog.rule_sets(on=DAY)

    assert [rules.id for rules in listed] == ["b/c"]
    assert [(problem.code, str(problem.place)) for problem in catalog.broken] == [
        ("not-json", "rules/a/2026-01-01.json:1:11")
    ]


def test_asking_for_the_broken_rule_set_itself_raises_every_time(good: dict[str, str]) -> None:
    catalog, _ = without(good, "rules/a/2026-01-01.json")

    for _ in range(2):
        with pytest.raises(DocumentError) as caught:
            catalog.rules("a", on=DAY)

        assert caught.value.problems == catalog.broken


def test_a_broken_version_leaves_the_other_versions_alone(good: dict[str, str]) -> None:
    catalog, _ = without(good, "rules/a/2026-01-01.json")

    assert catalog.rules("a", on=date(2024, 1, 1)).version == "2024-01-01"


def test_the_history_of_a_broken_version_raises(good: dict[str, str]) -> None:
    catalog, _ = without(good, "rules/a/2026-01-01.json")

    with pytest.raises(DocumentError):
        catalog.history("a")


def test_a_broken_amount_leaves_the_other_amounts_alone(good: dict[str, str]) -> None:
    catalog, _ = without(good, "amounts/a.json")

    assert [series.id for series in catalog.amounts.series] == ["b"]
    assert [str(problem.place) for problem in catalog.broken] == ["amounts/a.json:1:11"]


def test_a_wrong_value_is_told_with_its_place_in_the_catalog(good: dict[str, str]) -> None:
    path = "rules/a/2026-01-01.json"
    catalog, _ = without(good, path, good[path].replace('"us"', '["us"]'))

    with pytest.raises(DocumentError) as caught:
        catalog.rules("a", on=DAY)

    (problem,) = caught.value.problems
    assert str(problem) == f"{path}:14:19: jurisdiction: expected text, got a list"


def test_a_file_that_is_not_there_says_what_to_do(good: dict[str, str]) -> None:
    del good["texts/notice.json"]
    catalog, _ = catalog_of(good)

    with pytest.raises(DocumentError) as caught:
        catalog.text("notice")

    assert str(caught.value) == (
        "texts/notice.json: expected a file that the index of the catalog names; "
        "compile the catalog again"
    )


def test_a_file_changed_after_compiling_is_not_read(good: dict[str, str]) -> None:
    path = "rules/a/2026-01-01.json"
    catalog, _ = without(good, path, good[path].replace('"21"', '"20"'))

    with pytest.raises(DocumentError) as caught:
        catalog.rules("a", on=DAY)

    assert str(caught.value) == (
        f"{path}: expected the file as it was compiled; compile the catalog again"
    )


def test_line_ends_of_another_system_are_no_change(good: dict[str, str]) -> None:
    path = "rules/a/2026-01-01.json"
    catalog, _ = without(good, path, good[path].replace("\n", "\r\n"))

    assert catalog.rules("a", on=DAY).version == "2026-01-01"


def test_a_source_that_the_index_invents_is_not_shipped(good: dict[str, str]) -> None:
    index = good["index.json"].replace('"id": "example-law"', '"id": "another"')
    catalog, _ = without(good, "index.json", index)

    with pytest.raises(NotShipped) as caught:
        catalog.source("another")

    assert str(caught.value) == "no source has the id 'another'; there are: example-law"


def test_a_broken_index_raises_at_whatever_is_asked(good: dict[str, str]) -> None:
    catalog, _ = without(good, "index.json")

    with pytest.raises(DocumentError, match=r"^index\.json:1:11: "):
        catalog.ids("rules")


def test_the_shipped_catalog_is_one_object() -> None:
    assert shipped() is shipped()


def test_a_catalog_reads_a_path_and_a_package_resource_alike() -> None:
    resource = files("iopkit.catalog").joinpath("compiled")

    assert Catalog(resource).rules("medicare/iop", on=DAY) == shipped().rules(
        "medicare/iop", on=DAY
    )


def test_the_shipped_catalog_is_read_without_yaml() -> None:
    program = (
        "import sys; from datetime import date; from iopkit.catalog import shipped;"
        "law = shipped(); law.rule_sets(on=date(2026, 3, 2)); law.amounts;"
        "law.text('safety-notice'); print('yaml' in sys.modules)"
    )

    done = run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_a_broken_crosswalk_is_left_out_where_many_are_asked(good: dict[str, str]) -> None:
    catalog, _ = without(good, "crosswalks/a.json")

    assert catalog.systems("1") == ("b/c",)
    assert [problem.place and problem.place.file for problem in catalog.broken] == [
        "crosswalks/a.json"
    ]
    with pytest.raises(DocumentError):
        catalog.terms("a", "1", on=DAY)


def test_asking_for_one_code_opens_the_index_and_one_crosswalk(good: dict[str, str]) -> None:
    catalog, folder = catalog_of(good)

    catalog.terms("a", "1", on=DAY)
    catalog.codes(CareLevel.IOP, "a", on=DAY)

    assert folder.opened == ["index.json", "crosswalks/a.json"]
