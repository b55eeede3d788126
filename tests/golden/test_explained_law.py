"""What people read of a rule set of the catalog, whole; `make golden` rewrites it."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from iopkit import shipped
from iopkit.cli import run
from iopkit.formats import to_data
from iopkit.law import Review, compare_rulesets, ruleset_boundaries
from iopkit.report.law import law_lines
from iopkit.report.law_boundaries import boundary_lines
from iopkit.report.law_changes import comparison_lines
from iopkit.rules import Clause

GOLDEN = Path(__file__).parent
DAY = date(2026, 3, 2)
PERIODS = "periods that exist: 2024-01-01..open"
RULE_SETS = [rules.id for rules in shipped().rule_sets(on=DAY)]


def _explained(name: str, lang: str) -> list[str]:
    law = shipped()
    rules = law.rules(name, on=DAY)
    others = [one for one in law.history(name) if one.version != rules.version]
    return [line.text for line in law_lines(rules, lang, law.source, others)]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_text_of_what_medicare_asks(lang: str) -> None:
    path = GOLDEN / f"medicare-iop.{lang}.txt"
    seen = "".join(f"{line}\n" for line in _explained("medicare/iop", lang))
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", RULE_SETS)
def test_every_rule_set_fits_80_columns_and_cites_every_clause(name: str, lang: str) -> None:
    lines = _explained(name, lang)

    law = shipped()
    assert [line for line in lines if len(line) > 80] == []
    rules = law.rules(name, on=DAY)
    statements: tuple[Clause | Review, ...] = (*rules.clauses, *rules.advisories, *rules.reviews)
    for stating in statements:
        assert any(f"{stating.id}: " in line for line in lines)
        assert law.source(stating.source).citation[:40] in " ".join(" ".join(lines).split())


def test_the_command_prints_the_version_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["explain", "medicare/iop", "--on", DAY.isoformat(), "--lang", "es"])

    lines = capsys.readouterr().out.splitlines()
    assert (code, lines) == (0, _explained("medicare/iop", "es"))


def test_without_a_day_the_newest_version_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["explain", "medicare/iop"])

    newest = shipped().history("medicare/iop")[-1]
    assert code == 0
    assert f"version {newest.version}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "medicare/iop", "--on", "2020-01-01"],
        ["explain", "medicare/iop", "--on", "2020-01-01", "--boundaries"],
        ["compare", "medicare/iop", "medicare/iop@2020-01-01"],
    ],
)
def test_a_day_before_any_version_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(arguments)

    assert (code, capsys.readouterr().err) == (
        2,
        f"rule set medicare/iop: nothing is in force on 2020-01-01; {PERIODS}\n",
    )


@pytest.mark.parametrize(
    "arguments", [["explain", "medicare/ipo"], ["compare", "medicare/iop", "medicare/ipo"]]
)
def test_an_id_that_does_not_ship_ends_with_2_and_names_near_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(arguments)

    assert code == 2
    assert capsys.readouterr().err.startswith(
        "no rule set has the id 'medicare/ipo'; did you mean medicare/iop, "
    )


@pytest.mark.parametrize("wanted", ["medicare/iop@", "medicare/iop@2026-02-30"])
def test_a_day_that_is_none_ends_with_2(wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["compare", wanted, "medicare/iop"])

    said = f"{wanted}: expected a date YYYY-MM-DD, such as 2026-03-02\n"
    assert (code, capsys.readouterr().err) == (2, said)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_command_prints_boundaries(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["explain", "medicare/iop", "--boundaries", "--lang", lang])

    law = shipped()
    page = boundary_lines(law.history("medicare/iop")[-1], lang, law.source)
    lines = capsys.readouterr().out.splitlines()
    assert (code, lines) == (0, [line.text.rstrip() for line in page])


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_command_prints_what_changes(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["compare", "general/guidance", "medicare/iop@2024-06-01", "--lang", lang])

    law = shipped()
    old = law.history("general/guidance")[-1]
    new = law.rules("medicare/iop", on=date(2024, 6, 1))
    page = comparison_lines(compare_rulesets(old, new), lang, law.source)
    lines = capsys.readouterr().out.splitlines()
    assert (code, lines) == (0, [line.text.rstrip() for line in page])


def test_each_answer_comes_as_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    found = shipped().history("medicare/iop")[-1]
    answers: list[tuple[list[str], object]] = [
        (["explain", "medicare/iop"], found),
        (["explain", "medicare/iop", "--boundaries"], ruleset_boundaries(found)),
        (["compare", "medicare/iop", "medicare/iop"], compare_rulesets(found, found)),
    ]

    for arguments, answer in answers:
        code = run([*arguments, "--json", "--lang", "es"])

        told = json.loads(capsys.readouterr().out)
        assert (code, told) == (0, to_data(answer, lang="es"))
