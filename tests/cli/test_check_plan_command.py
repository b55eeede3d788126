"""`iopkit check-plan`: what in a plan should be checked, with its place, in the case too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iopkit.cli import run

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    str(path) for kind in ("plans", "cases") for path in (ROOT / "examples" / kind).glob("*.yaml")
)
WITHOUT_PLAN = {"almost-nothing-known.yaml"}
LONG = "plan_year: 2026-01-01..2027-07-01"
IN_CASE = f"health_plan:\n  id: x\n  {LONG}\nepisode:\n  start: 2027-06-30\n  weeks: 2\n"


def _written(folder: Path, text: str) -> str:
    file = folder / "told.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    "document", [each for each in DOCUMENTS if Path(each).name not in WITHOUT_PLAN]
)
def test_nothing_is_to_be_corrected_in_the_examples(
    document: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    code = run(["check-plan", document])

    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    assert max(map(len, told.out.splitlines())) <= 80


def test_a_finding_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _written(tmp_path, f"id: x\n{LONG}\n")

    code = run(["check-plan", file])

    assert code == 1
    assert f"  {file}:2:12\n  warning plan-year-length: plan_year\n" in capsys.readouterr().out


def test_the_plan_of_a_case_is_placed_in_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _written(tmp_path, IN_CASE)

    code = run(["check-plan", file])

    out = capsys.readouterr().out
    assert code == 1
    assert f"  {file}:3:14\n  warning plan-year-length: plan_year\n" in out
    assert f"  {file}:3:14\n  warning plan-year-episode: plan_year\n" in out
    assert "2027-06-30" not in out


def test_the_plan_of_a_case_may_stand_in_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.yaml").write_text(f"id: x\n{LONG}\n", encoding="utf-8")
    file = _written(tmp_path, "health_plan: {file: plan.yaml}\n")

    run(["check-plan", file])

    assert "plan.yaml:2:12\n  warning plan-year-length" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("on", "code", "found"),
    [
        (["--on", "2025-07-01"], 0, []),
        (["--on", "2026-07-01"], 1, ["plan-hsa-deductible"]),
        (["--on", "2030-07-01"], 0, ["plan-amount-missing"]),
    ],
)
def test_a_plan_that_tells_no_year_goes_by_the_day_that_is_asked_for(
    on: list[str],
    code: int,
    found: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = _written(tmp_path, "id: x\nis_hsa_eligible: yes\ndeductible: 1650.00\n")

    done = run(["check-plan", file, *on, "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert (done, [each["code"] for each in told]) == (code, found)


def test_data_are_told_in_the_language_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _written(tmp_path, f"id: x\n{LONG}\n")

    run(["check-plan", file, "--format", "json", "--lang", "es"])

    (told,) = json.loads(capsys.readouterr().out)
    assert told["text"] == (
        "se esperaba un año del plan de 12 meses como máximo, se leyó 2026-01-01..2027-07-01; "
        "indique cada año del plan por separado"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "id: x\n",
            "--on: expected a day YYYY-MM-DD, since the plan tells no plan_year\n",
        ),
        (
            "on: 2026-03-02\n",
            "iopkit check-plan: expected a health plan, or a case that tells one\n",
        ),
    ],
)
def test_what_cannot_be_checked_is_refused(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check-plan", _written(tmp_path, text)])

    assert (code, capsys.readouterr().err) == (2, message)


def test_a_record_that_cannot_be_read_shows_nothing_of_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check-plan", _written(tmp_path, "person: {age: secret}\n")])

    told = capsys.readouterr()
    assert code == 2
    assert "secret" not in told.out + told.err
    assert "person.age: expected a whole number" in told.err
