"""`iopkit show`: any document, within 80 columns, and nothing of a record unless asked."""

from pathlib import Path

import pytest

from iopkit.cli import run

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("cases", "plans", "programs")
    for path in (ROOT / "examples" / folder).glob("*.yaml")
)


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_example_is_shown_within_80_columns(
    document: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["show", document, "--lang", lang, "--show-values"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(lines) > 3
    assert [line for line in lines if len(line) > 80] == []


def test_of_a_record_only_the_fields_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    path = "examples/cases/adult-medicare.yaml"

    run(["show", path])
    quiet = capsys.readouterr().out
    run(["show", path, "--show-values"])
    shown = capsys.readouterr().out

    assert f"{'person.age':<50}told, not shown\n" in quiet
    assert "alcohol" not in quiet
    assert f"{'person.age':<50}47\n" in shown
    assert "depression, alcohol use" in shown


def test_what_a_program_tells_stands_beside_what_it_adds_up_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["show", "examples/programs/ebtcs-adult-dbt-iop.yaml"])

    out = capsys.readouterr().out
    assert "clock minutes a week                  540 - 720             540\n" in out
    assert "  Flexibility: not known\n" in out


def test_the_problems_of_the_kind_that_fits_best_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "program.yaml"
    path.write_text("id: x\nlevel: iopp\nmin_age: 18\n")

    code = run(["show", str(path)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"{path}:2:8: level: expected one of outpatient-therapy, iop, php, residential, "
        "inpatient, got 'iopp'; did you mean iop?\n"
    )


PLAN_KEYS = (
    "expected one of the keys id, name, is_synthetic, kind, is_hsa_eligible, payer, plan_year, "
    "iop_coverage, iop_benefit, benefits, deductible, out_of_pocket_limit, "
    "has_out_of_pocket_limit, counts_toward_limit, limit_ends_deductible, family, "
    "out_of_network, drug, missing_authorization, deductible_carries_over_from, "
    "coordination, deductible_when_second, limit_when_second, source, notes"
)


@pytest.mark.parametrize("command", ["show", "check-plan"])
def test_a_plan_with_mistakes_is_told_by_the_keys_of_a_plan(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "id: x\n"
        "deductibel: 5\n"
        "benefits: [{benefit: iop, cost_share: {deductible_applies: yes, patient_share: 0.20}}]\n"
    )

    code = run([command, str(path)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"{path}:2:1: {PLAN_KEYS}, got 'deductibel'; did you mean 'deductible'?\n"
        f"{path}:3:80: benefits[0].cost_share.patient_share: expected a share from 0% to 100%, "
        "such as 20%, got '0.20'; write 20% or 0.20%, whichever is meant\n"
    )


@pytest.mark.parametrize(
    ("text", "command"),
    [("id: x\ndeductibel: 5\npayer: medicare\n", "check-plan"), ("health_plan: {}\n", "show")],
)
def test_a_document_that_tells_no_program_is_not_checked_as_one(
    text: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(text)

    code = run(["check", str(path)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"{path}: expected a program; for what this document tells, use `iopkit {command}`\n"
    )


@pytest.mark.parametrize(
    "text", ["agee: canary-7f3a\n", "conditions: [canary-7f3a]\n", "id: canary-7f3a\nage: x\n"]
)
def test_a_record_with_a_mistake_shows_nothing_of_it(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "record.yaml"
    path.write_text(text)

    code = run(["show", str(path)])

    assert code == 2
    assert "canary" not in capsys.readouterr().err
