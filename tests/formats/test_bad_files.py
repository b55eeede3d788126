"""Files that cannot be read, and references that lead nowhere or out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.formats.bad_input import problems_of

from iopkit.model import Case


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "a.yaml").write_text("id: a\nmin_age: x\n")
    (tmp_path / "programs" / "loop.yaml").write_text("file: loop.yaml\n")
    (tmp_path / "programs" / "big.yaml").write_text("id: a\n" + "#" * 1_048_570)
    (tmp_path / "outside.yaml").write_text("id: a\n")
    (tmp_path / "programs" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    return tmp_path


FILES = {
    "missing": ("nowhere.yaml", "expected a file that exists; check the name and the folder"),
    "below a file": (
        "outside.yaml/a.yaml",
        "expected a file that exists; check the name and the folder",
    ),
    "a folder": (
        "cases",
        (
            "expected a file that can be read; "
            "check that it is a file, no folder, and that you may read it"
        ),
    ),
    "no name for a file": (
        "nul\0.yaml",
        (
            "expected a file that can be read; "
            "check that it is a file, no folder, and that you may read it"
        ),
    ),
    "too large": (
        "large.yaml",
        "expected at most 1 MiB, with all files that it refers to; check that it is the right file",
    ),
}


@pytest.mark.parametrize(("name", "message"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_read_is_named(folder: Path, name: str, message: str) -> None:
    (folder / "large.yaml").write_bytes(b"#" * 1_048_577)

    assert problems_of(Case, Path(name)) == [f"{name}: {message}"]


def test_a_pipe_is_no_document(folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    assert problems_of(Case, Path("pipe")) == [
        (
            "pipe: expected a file that can be read; "
            "check that it is a file, no folder, and that you may read it"
        )
    ]


OUTSIDE = (
    "expected a relative reference to a file inside the folder of the document, got {!r}; "
    "move the file there, or read with a wider `root`"
)
REFERENCES = {
    "up and out": ("../outside.yaml", "c.yaml:1:10: program: " + OUTSIDE),
    "absolute": ("/etc/hostname", "c.yaml:1:10: program: " + OUTSIDE),
    "a link out": ("link.yaml", "c.yaml:1:10: program: " + OUTSIDE),
    "no possible name": ('"a\\0"', "c.yaml:1:10: program: " + OUTSIDE),
    "missing": (
        "b.yaml",
        (
            "c.yaml:1:10: program: expected a file that exists, got {!r}; "
            "check the name and the folder"
        ),
    ),
    "wrong inside": ("a.yaml", "a.yaml:2:10: min_age: expected a whole number, got 'x'"),
    "back to itself": (
        "loop.yaml",
        (
            "loop.yaml:1:1: expected files that do not refer back to one another, got {!r}; "
            "write the value out in one of them"
        ),
    ),
    "a folder": (
        ".",
        (
            ".: expected a file that can be read; "
            "check that it is a file, no folder, and that you may read it"
        ),
    ),
    "together too large": (
        "big.yaml",
        (
            "big.yaml: expected at most 1 MiB, with all files that it refers to; "
            "check that it is the right file"
        ),
    ),
}


@pytest.mark.parametrize(("wanted", "message"), REFERENCES.values(), ids=REFERENCES)
def test_a_bad_reference_is_told_where_it_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, message: str
) -> None:
    monkeypatch.chdir(folder / "programs")
    Path("c.yaml").write_text(f"program: {{file: {wanted}}}\n")

    shown = "a\0" if "\\0" in wanted else wanted

    assert problems_of(Case, Path("c.yaml")) == [message.format(shown)]


def test_problems_of_all_files_come_together(folder: Path) -> None:
    Path("cases/c.yaml").write_text(
        "program: {file: ../programs/a.yaml}\nperson: {age: x}\nhealth_plan: {file: no.yaml}\n"
    )

    messages = problems_of(Case, Path("cases/c.yaml"), root=folder)

    assert messages == [
        "cases/c.yaml:2:15: person.age: expected a whole number; leave it out if unknown",
        (
            "cases/c.yaml:3:14: health_plan: expected a file that exists, got 'no.yaml'; "
            "check the name and the folder"
        ),
        "cases/../programs/a.yaml:2:10: min_age: expected a whole number, got 'x'",
    ]
