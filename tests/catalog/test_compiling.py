"""The compiled JSON says what the YAML says, and nothing else."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from tools import catalog as tool

from iopkit.catalog import Catalog, shipped
from iopkit.catalog.files import TYPES
from iopkit.formats import read

DATA = tool.CATALOG / "data"
FILES = sorted(file.relative_to(DATA) for file in DATA.rglob("*.yaml"))


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copytree(tool.CATALOG / "data", tmp_path / "data")
    copytree(tool.CATALOG / "compiled", tmp_path / "compiled")
    monkeypatch.setattr(tool, "CATALOG", tmp_path)
    return tmp_path


@pytest.mark.parametrize("file", FILES, ids=str)
def test_the_compiled_document_equals_the_one_that_was_written(file: Path) -> None:
    kind = TYPES[file.parts[0]]

    written = read(kind, DATA / file)
    shipped_form = read(kind, tool.CATALOG / "compiled" / file.with_suffix(".json"), format="json")

    assert shipped_form == written


def test_every_document_that_was_written_is_in_the_index() -> None:
    indexed = {entry.path for entry in shipped().index.entries}

    assert indexed == {file.with_suffix(".json").as_posix() for file in FILES}


def test_the_check_of_the_shipped_catalog_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    code = tool.main(["--check"])

    assert (code, capsys.readouterr().out) == (0, "")


def test_the_check_names_what_is_changed_missing_or_stale_and_changes_nothing(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed, missing = copy / "compiled/texts/safety-notice.json", "us/crisis-line.json"
    changed.write_text("{}", encoding="utf-8")
    (copy / "compiled/amounts" / missing).unlink()
    (copy / "compiled/texts/old.json").write_text("{}", encoding="utf-8")

    code = tool.main(["--check"])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs: amounts/us/crisis-line.json",
        "differs: texts/old.json",
        "differs: texts/safety-notice.json",
        "run: python tools/catalog.py",
    ]
    assert changed.read_text(encoding="utf-8") == "{}"


def test_compiling_writes_what_has_changed_and_removes_what_is_stale(copy: Path) -> None:
    (copy / "compiled/texts/old.json").write_text("{}", encoding="utf-8")
    (copy / "data/texts/notice.yaml").write_text("{en: Wait, es: Espere}", encoding="utf-8")

    code = tool.main([])

    assert code == 0
    assert not (copy / "compiled/texts/old.json").exists()
    assert Catalog(copy / "compiled").text("notice").es == "Espere"
    assert tool.main(["--check"]) == 0


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert tool.compile_catalog(DATA) == tool.compile_catalog(DATA)
