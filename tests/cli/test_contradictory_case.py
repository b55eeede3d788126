"""A case whose facts contradict each other, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from iopkit.cli import run

PROGRAM = str(Path(__file__).parents[2] / "examples/programs/ghs-psychiatry-iop.yaml")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "`person.age` and `person.populations` do not go together"),
        ("es", "`person.age` y `person.populations` no concuerdan"),
    ],
)
@pytest.mark.parametrize("command", [["assess"], ["rank"]])
def test_a_case_that_contradicts_itself_is_answered_and_told_so(
    command: list[str], lang: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("on: 2026-03-02\nperson: {age: 15, populations: [adults]}\n", encoding="utf-8")
    programs = [PROGRAM] if command == ["rank"] else []

    code = run([*command, str(case), *programs, "--lang", lang])

    told = capsys.readouterr()
    assert (code, told.err) == (1, "")
    assert said in " ".join(told.out.split())
