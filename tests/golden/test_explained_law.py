"""What people read of a rule set of the catalog, whole; `make golden` rewrites it."""

import os
from datetime import date
from pathlib import Path

import pytest

from iopkit import shipped
from iopkit.cli import run
from iopkit.report.law import law_lines

GOLDEN = Path(__file__).parent
DAY = date(2026, 3, 2)
PERIODS = "periods that exist: 2024-01-01..open"
RULE_SETS = [rules.id for rules in shipped().rule_sets(on=DAY)]


def _explained(name: str, lang: str) -> list[str]:
    law = shipped()
    return [line.text for line in law_lines(law.rules(name, on=DAY), lang, law.source)]


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
    for clause in law.rules(name, on=DAY).clauses:
        assert any(f"{clause.id}: " in line for line in lines)
        assert law.source(clause.source).citation[:40] in " ".join(" ".join(lines).split())


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
    ("arguments", "said"),
    [
        (["medicare/ipo"], "no rule set has the id 'medicare/ipo'; there are: medicare/iop"),
        (
            ["medicare/iop", "--on", "2020-01-01"],
            f"rule set medicare/iop: nothing is in force on 2020-01-01; {PERIODS}",
        ),
    ],
)
def test_what_cannot_be_explained_ends_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["explain", *arguments])

    assert (code, capsys.readouterr().err) == (2, f"{said}\n")
