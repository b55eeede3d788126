"""What a check of a program prints, whole, in each form; `make golden` rewrites it."""

import os
from pathlib import Path

import pytest

from iopkit.cli import run

ROOT = Path(__file__).parents[2]
HERE = "tests/golden/checks"
GOLDEN = Path(__file__).parent / "checks"
PROGRAMS = sorted(path.stem for path in (ROOT / "examples" / "checks").glob("*.yaml"))
FORMS = {
    "en.txt": ("--lang", "en"),
    "es.txt": ("--lang", "es"),
    "json": ("--format", "json"),
    "sarif": ("--format", "sarif"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PROGRAMS)
def test_what_a_check_prints(
    name: str, form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    path = GOLDEN / f"{name}.{form}"

    standards = ["--against", f"{HERE}/iop-standard.yaml", "--against", f"{HERE}/php-standard.yaml"]
    asked = ["--on", "2026-03-02", *standards, *FORMS[form]]
    run(["check", f"examples/checks/{name}.yaml", *asked])
    seen = capsys.readouterr().out
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")
