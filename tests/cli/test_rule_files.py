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


def test_a_source_of_ones_own_is_told_in_the_file(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own.read_text(encoding="utf-8").replace(f"source: {SOURCE}", "source: our-policy")
    told = "{id: our-policy, title: Policy, citation: Our policy 7, confidence: read, read_on: "
    own.write_text(f"{text}sources: [{told}2026-01-31}}]\n", encoding="utf-8")

    code = run(["explain", str(own)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "    weekly-hours: Our policy 7 (c)(1)" in lines
    assert "  - Our policy 7; Policy; read in the source; read 2026-01-31" in lines


def test_a_source_that_nobody_tells_is_told_with_its_place(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own.read_text(encoding="utf-8").replace(f"source: {SOURCE}", f"source: {SOURCE}9", 1)
    own.write_text(text, encoding="utf-8")

    code = run(["explain", str(own)])

    line = text[: text.index(f"{SOURCE}9")].count("\n") + 1
    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith(
        f"rules.yaml:{line}:13: clauses[0].source: expected the id of a source that the document "
        f"tells itself or the catalog holds, got '{SOURCE}9'; did you mean {SOURCE}, "
    )


def test_standards_in_two_files_are_not_in_force_on_the_same_day(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("newer.yaml").write_text(own.read_text(encoding="utf-8"), encoding="utf-8")
    Path("program.yaml").write_text("id: example-iop\n", encoding="utf-8")

    code = run(["check", "program.yaml", "--against", str(own), "--against", "newer.yaml"])

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith(
        "newer.yaml:14:11: in_force: expected no day on which two versions of one id are in force, "
        "got 2024-01-01..open beside 2024-01-01..open in rules.yaml; "
    )


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
