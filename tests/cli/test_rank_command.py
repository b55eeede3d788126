"""`iopkit rank`: exit codes, streams, and nothing of a record."""

import json
from pathlib import Path

import pytest

from iopkit import Case, Program, read, to_data
from iopkit.assessment import rank_programs
from iopkit.cli import run
from iopkit.report import write_ranking

ROOT = Path(__file__).parents[2]
CASE = "examples/cases/veteran-evening-iop.yaml"
PROGRAMS = [
    f"examples/programs/{name}.yaml" for name in ("rush-road-home-ptsd-itp", "prodigals-path-iop")
]
RANKED = """
person:
  is_danger_to_self: no
  is_danger_to_others: no
  needs_withdrawal_management: no
  needs_more_than_weekly_sessions: yes
  needs_daily_structure: no
  needs_24_hour_care: no
  needs_medical_and_nursing_care: no
  age: 63
  free_times: [{days: [mon], start: 09:00, end: 12:00}]
health_plan: {id: none, payer: self-pay, iop_coverage: not-covered}
episode: {travel: {miles: 0, minutes: 0, fares: "0.00", parking: "0.00"}}
"""
PROGRAM = """
id: told
level: iop
min_age: 18
weeks: 6
schedule: {sessions: [{days: [mon], start: 09:00, end: 12:00}]}
fees: [{service: iop, unit: week, amount: "100.00"}]
"""


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_command_prints_what_the_library_writes(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    case = read(Case, Path(CASE), root=ROOT)
    programs = [read(Program, Path(path), root=ROOT) for path in PROGRAMS]
    assert case.on is not None
    matches = rank_programs(case, programs, on=case.on)

    code = run(["rank", CASE, *PROGRAMS, "--lang", lang])
    text = capsys.readouterr().out
    run(["rank", CASE, *PROGRAMS, "--lang", lang, "--json"])
    data = json.loads(capsys.readouterr().out)

    assert (code, text) == (1, write_ranking(matches, lang=lang))
    assert data == to_data(matches, lang=lang)


def test_where_nothing_may_change_the_order_it_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, program, dear = (tmp_path / f"{name}.yaml" for name in ("case", "program", "dear"))
    case.write_text(RANKED)
    program.write_text(PROGRAM)
    dear.write_text(PROGRAM.replace("told", "dear").replace("100.00", "200.00"))

    code = run(["rank", str(case), str(dear), str(program), "--on", "2026-03-02"])

    seen = capsys.readouterr()
    assert (code, seen.err) == (0, "")
    assert seen.out.index("1. TOLD\n") < seen.out.index("2. DEAR\n")
    assert '  > Stands before "dear" by: to pay.\n' in seen.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([CASE], "No program was given: name at least one.\n"),
        (
            [CASE, CASE],
            (
                f"{CASE}: expected a program, not a case or a person; give the case first, then"
                " programs\n"
            ),
        ),
        (
            ["case.yaml", *PROGRAMS, "--lang", "es"],
            (
                "case.yaml: on: se esperaba un día para la respuesta; escriba `on: AAAA-MM-DD` o"
                " use --on AAAA-MM-DD\n"
            ),
        ),
    ],
)
def test_what_cannot_be_ranked_ends_with_2(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "case.yaml").write_text("person: {age: 63}\n")
    paths = [str(tmp_path / one) if one == "case.yaml" else one for one in arguments]

    code = run(["rank", *paths])

    seen = capsys.readouterr()
    assert (code, seen.out) == (2, "")
    assert seen.err.replace(f"{tmp_path}/", "") == said


def test_a_person_given_as_a_program_shows_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person, program = tmp_path / "person.yaml", tmp_path / "program.yaml"
    person.write_text("age: 63\nconditions: [opioid-misuse-as-written]\n")
    program.write_text("id: x\nlevel: iopp\n")

    code = run(["rank", CASE, str(person), str(program)])

    lines = capsys.readouterr().err.splitlines()
    assert (code, len(lines)) == (2, 2)
    assert "misuse" not in lines[0]
    assert "iopp" in lines[1]
