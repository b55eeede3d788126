"""Every example of the README and of the documentation runs, and answers as shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from sybil.example import SybilFailure
from tests.docs.page_examples import ROOT, languages, pages, run_examples

KNOWN = {"python", "yaml", "console", "text", "{toctree}"}
"""The first three run; the others show what nothing can run."""


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", pages(), ids=_name)
def test_the_examples_of_a_page_answer_as_shown(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The README speaks of the files beside it; every other page writes its own.
    monkeypatch.chdir(ROOT if page.parent == ROOT else tmp_path)

    run_examples(page)


@pytest.mark.parametrize("page", pages(), ids=_name)
def test_a_page_has_no_blocks_but_those_that_are_known(page: Path) -> None:
    assert languages(page) - KNOWN == set()


WRONG = {
    "a wrong answer": "```python\n>>> 1 + 1\n3\n```\n",
    "an error that is not shown": "```python\nraise ValueError\n```\n",
    "other output": "```console\n$ iopkit --version\n9.9.9\n```\n",
    "more output": "```console\n$ iopkit --version\n...\nand more\n```\n",
    "a message instead of an answer": "```console\niopkit assess nowhere.yaml\n```\n",
    "output that nobody checks": "```console\n$ make docs\nbuilt\n```\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_an_example_that_is_wrong_is_found(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")

    with pytest.raises((SybilFailure, ValueError)):
        run_examples(page)


def test_a_file_that_a_page_shows_can_be_used_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.md"
    page.write_text(
        "```yaml\n# cases/case.yaml\nperson: {age: x}\n```\n"
        "```console\n$ iopkit assess cases/case.yaml\n...\n```\n",
        encoding="utf-8",
    )

    assert run_examples(page) == 2
    assert (tmp_path / "cases" / "case.yaml").is_file()
