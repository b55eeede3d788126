"""`iopkit plans`: what a table of CMS tells of marketplace plans, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iopkit.cli import run
from iopkit.report.phrases import SPANISH_NOT_REVIEWED

TABLE = "tests/data/puf_2014_2016_mh_sud_rows.csv"


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])


def test_a_plan_is_shown_with_its_hints_and_with_what_is_not_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(["plans", TABLE, "--plan", "37160ND2410021-00"])

    out, err = capsys.readouterr()
    assert code == 0
    lines = [line.strip() for line in out.splitlines()]
    assert lines[1:4] == [
        "37160ND2410021-00, 2016, NORTH DAKOTA",
        "-" * len("37160ND2410021-00, 2016, NORTH DAKOTA"),
        "substance use disorder; first tier of the network; sold off the exchange",
    ]
    told = " ".join(lines)
    assert "Words of the rows about IOP or PHP:" in told
    assert "Includes intensive outpatient program and partial hospitalization." in told
    assert told.endswith(
        "Not in this table, so ask the plan: plan_year, iop_coverage, iop_benefit, deductible, "
        "out_of_pocket_limit, out_of_network.coverage, out_of_network.deductible, "
        "out_of_network.deductible_crediting, out_of_network.out_of_pocket_limit, "
        "out_of_network.limit_crediting."
    )
    assert err == "Rows read: 1; plans: 1; rows left aside: 0; rows refused: 0.\n"


def test_an_answer_speaks_spanish(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["plans", TABLE, "--plan", "70525AR0070004", "--lang", "es"])

    out, err = capsys.readouterr()
    assert code == 1
    assert " ".join(out.split()) == (
        "POR REVISAR EN LA TABLA ----------------------- "
        f"nota {TABLE}:5:1: se esperaba el nombre de un beneficio ambulatorio u hospitalario de "
        "salud mental o consumo de sustancias, se leyó 'Mental Health Other'; su fila se deja "
        f"aparte {' '.join(SPANISH_NOT_REVIEWED('es').split())}"
    )
    assert err == "Filas leídas: 1; planes: 0; filas dejadas aparte: 1; filas rechazadas: 0.\n"


def test_several_plans_come_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    plans = ["--plan", "37160ND2410021-00", "--plan", "62033IN0010031"]

    code = run(["plans", TABLE, *plans, "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [plan["plan"]["id"] for plan in told["plans"]] == [
        "62033IN0010031-05/2016/substance-use-disorder",
        "37160ND2410021-00/2016/substance-use-disorder",
    ]
    assert told["problems"] == []


def test_problems_come_as_data_in_the_language_of_the_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["plans", TABLE, "--plan", "70525AR0070004", "--lang", "es", "--format", "json"])

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["text"] == (
        "se esperaba el nombre de un beneficio ambulatorio u hospitalario de salud mental o "
        "consumo de sustancias, se leyó 'Mental Health Other'; su fila se deja aparte"
    )


def test_a_plan_that_is_not_there_is_named_and_ends_with_1(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plans = ["--plan", "37160nd2410021", "--plan", "37160ND2410021-01"]

    code = run(["plans", TABLE, *plans, "--format", "json"])

    assert code == 1
    assert capsys.readouterr().err == (
        "No row of this table is about 37160ND2410021-01; check the id, or take the table of "
        "another year.\n"
        "Rows read: 1; plans: 1; rows left aside: 0; rows refused: 0.\n"
    )


def test_the_whole_file_is_shown_where_no_plan_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(["plans", TABLE, "--format", "json"])

    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (code, len(told["plans"]), len(told["problems"])) == (0, 567, 108 + 63)
    assert err == "Rows read: 583; plans: 567; rows left aside: 61; rows refused: 0.\n"


def test_rows_that_cannot_be_read_end_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header, row, *_ = Path(TABLE).read_text(encoding="utf-8").splitlines()
    path = tmp_path / "puf.csv"
    path.write_text(f"{header}\n{row}\nx\n", encoding="cp1252")

    code = run(["plans", str(path), "--encoding", "cp1252"])

    out, err = capsys.readouterr()
    assert code == 1
    assert "expected 25 cells as in the header, got 1" in " ".join(out.split())
    assert err == "Rows read: 2; plans: 2; rows left aside: 0; rows refused: 1.\n"


def test_a_file_that_is_not_there_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["plans", "nowhere.csv"])

    assert code == 2
    assert capsys.readouterr().err == (
        "nowhere.csv: expected a file that exists; check the name and the folder\n"
    )
