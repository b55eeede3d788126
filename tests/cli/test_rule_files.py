"""`iopkit explain` and `iopkit compare` on a rule set in a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from iopkit import dump, shipped
from iopkit.cli import run

SHIPPED = "medicare/iop"
SOURCE = "cfr-42-410-44"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("rules.yaml").write_text(
        dump(shipped().rules(SHIPPED, on=date(2026, 3, 2))), encoding="utf-8"
    )
    return Path("rules.yaml")


@pytest.mark.parametrize(
    "asked", [["--lang", "en"], ["--lang", "es"], ["--boundaries"], ["--json"]]
)
def test_a_rule_set_in_a_file_is_explained_as_one_that_ships(
    asked: list[str], own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["explain", SHIPPED, *asked])
    wanted = capsys.readouterr().out

    code = run(["explain", str(own), "--on", "2026-03-02", *asked])

    assert (code, capsys.readouterr().out) == (0, wanted)


def test_a_file_is_compared_with_what_ships(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text(own.read_text(encoding="utf-8").replace("540", "480"), encoding="utf-8")

    code = run(["compare", SHIPPED, str(own)])

    said = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert "480 minutes a week (8 h)" in said


def test_a_source_of_ones_own_is_cited_by_its_id(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text(own.read_text(encoding="utf-8").replace(SOURCE, "our-policy"), encoding="utf-8")

    code = run(["explain", str(own)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "    weekly-hours: our-policy (c)(1)" in lines
    assert "  - our-policy" in lines


def test_a_day_outside_of_the_period_of_a_file_ends_with_2(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["explain", str(own), "--on", "2020-01-01"])

    assert (code, capsys.readouterr().err) == (
        2,
        "rules.yaml: nothing is in force on 2020-01-01; periods that exist: 2024-01-01..open\n",
    )


def test_a_file_that_cannot_be_meant_is_told_with_its_place(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own.read_text(encoding="utf-8").replace("person.needs-24-hour-care", "person.needs-24")
    own.write_text(text, encoding="utf-8")

    code = run(["explain", str(own)])

    assert code == 2
    assert "expected the name of a fact, got 'person.needs-24'" in capsys.readouterr().err
