"""The command line: exit codes, streams, languages, and what is never shown."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from iopkit.cli import run

ROOT = Path(__file__).parents[2]
CASES = ROOT / "examples" / "cases"
COMPLETE = """
on: 2026-03-02
person:
  needs_more_than_weekly_sessions: yes
  needs_daily_structure: no
  needs_24_hour_care: no
  needs_withdrawal_management: no
  is_danger_to_self: no
  is_danger_to_others: no
  has_support_system: yes
  is_ready_to_attend: yes
  age: 63
  free_times: [{days: [mon, wed, fri], start: 08:00, end: 12:30}]
  work: {hours: []}
health_plan: {id: none, payer: self-pay, iop_coverage: not-covered}
program:
  id: told
  min_age: 18
  weeks: 6
  schedule:
    sessions: [{days: [mon, wed, fri], start: 09:00, end: 12:00}]
  fees: [{service: iop, unit: week, amount: "100.00"}]
episode:
  start: 2026-03-02
  travel: {miles: 0, minutes: 0, fares: "0.00", parking: "0.00"}
"""


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_a_case_with_unknowns_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["assess", "examples/cases/almost-nothing-known.yaml"])

    assert code == 1
    assert capsys.readouterr().err == ""


def test_a_case_without_unknowns_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(COMPLETE)

    code = run(["assess", str(path)])

    assert (code, capsys.readouterr().err) == (0, "")


def test_the_text_is_what_the_library_writes(capsys: pytest.CaptureFixture[str]) -> None:
    run(["assess", str(CASES / "adult-medicare.yaml"), "--lang", "es"])

    golden = ROOT / "tests" / "golden" / "adult-medicare.es.txt"
    assert capsys.readouterr().out == golden.read_text(encoding="utf-8")


def test_json_is_what_the_library_gives(capsys: pytest.CaptureFixture[str]) -> None:
    run(["assess", str(CASES / "adult-medicare.yaml"), "--json"])

    golden = ROOT / "tests" / "golden" / "adult-medicare.json"
    assert json.loads(capsys.readouterr().out) == json.loads(golden.read_text(encoding="utf-8"))


def test_values_are_shown_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(COMPLETE)

    run(["assess", str(path)])
    quiet = capsys.readouterr().out
    run(["assess", str(path), "--show-values"])
    shown = capsys.readouterr().out

    assert re.search(r"person\.age|\b63\b", quiet) is None
    assert "told: person.age = 63" in shown


def test_data_hold_the_case_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(COMPLETE)

    run(["assess", str(path), "--json"])
    quiet = json.loads(capsys.readouterr().out)
    run(["assess", str(path), "--json", "--show-values"])
    shown = json.loads(capsys.readouterr().out)

    assert shown.pop("case")["person"]["age"] == 63
    assert shown == quiet


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_terminal_without_all_letters_still_gets_the_answer(
    encoding: str, form: tuple[str, ...]
) -> None:
    case = str(CASES / "almost-nothing-known.yaml")
    command = [sys.executable, "-m", "iopkit", "assess", case, "--lang", "es", *form]

    seen = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )

    assert (seen.returncode, seen.stderr) == (1, b"")
    if form:
        data = json.loads(seen.stdout.decode(encoding))
        assert "línea nacional" in data["safety"]["text"]


def test_a_reader_who_leaves_early_sees_no_traceback() -> None:
    case = str(CASES / "adult-medicare.yaml")
    reading, writing = os.pipe()
    os.close(reading)

    seen = subprocess.run(
        [sys.executable, "-m", "iopkit", "assess", case],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert seen.stderr == b""


def test_the_day_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    run(["assess", str(CASES / "almost-nothing-known.yaml"), "--on", "2025-06-01"])

    assert "Answer for 2025-06-01" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["assess", "missing.yaml"], "missing.yaml: "),
        (["assess", "examples"], "examples: "),
        (
            ["assess", "examples/cases/adult-medicare.yaml", "--on", "2.3.2026"],
            "--on: expected a date YYYY-MM-DD",
        ),
        (["assess", "examples/cases/adult-medicare.yaml", "--lang", "fr"], ""),
        (["assess"], ""),
        (["asess"], ""),
        (
            ["assess", "examples/cases/adult-medicare.yaml", "--root", "examples/plans"],
            "examples/cases/adult-medicare.yaml:",
        ),
    ],
)
def test_bad_input_ends_with_2_and_one_message_without_a_traceback(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(arguments)

    seen = capsys.readouterr()
    assert code == 2
    assert seen.out == ""
    assert seen.err.startswith(message)
    assert "Traceback" not in seen.err


def test_a_case_without_a_day_asks_for_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("person: {age: 40}\n")

    code = run(["assess", str(path)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"{path}: on: expected a day to answer for; "
        "write `on: YYYY-MM-DD` or pass --on YYYY-MM-DD\n"
    )


def _on_a_terminal(**environment: str) -> bytes:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "iopkit", "assess", str(CASES / "almost-nothing-known.yaml")]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        command, stdout=follower, stderr=follower, cwd=ROOT, env={**kept, **environment}
    )
    os.close(follower)
    seen = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    process.wait()
    os.close(leader)
    return seen


def test_color_reaches_a_terminal_unless_it_is_refused() -> None:
    assert b"\x1b[" in _on_a_terminal(TERM="xterm-256color", COLUMNS="80")
    assert b"\x1b[" not in _on_a_terminal(TERM="xterm-256color", COLUMNS="80", NO_COLOR="1")


def test_no_color_reaches_a_pipe() -> None:
    command = [sys.executable, "-m", "iopkit", "assess", str(CASES / "almost-nothing-known.yaml")]

    seen = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)

    assert seen.returncode == 1
    assert b"\x1b" not in seen.stdout


def test_a_defect_has_a_code_of_its_own_and_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("canary-7f3a")

    monkeypatch.setattr("iopkit.cli.commands.assess", fail)

    code = run(["assess", str(CASES / "adult-medicare.yaml")])

    assert (code, capsys.readouterr().err) == (
        3,
        "iopkit failed (RuntimeError): please report it\n",
    )
