"""Every code of a problem or an error has a page, and each page shows its code at work."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from tests.docs.page_examples import ROOT, run_examples

import iopkit
from iopkit import IopkitError, Problem
from iopkit.cost import PLAN_CODES
from iopkit.formats.messages import CODES
from iopkit.standards import CODES as FINDING_CODES

FOLDER = ROOT / "docs" / "errors"
PAGES = {page.stem: page for page in FOLDER.glob("*.md") if page.stem != "index"}
_SPOKEN = re.compile(r"(?:rule|catalog|marketplace)-[a-z]+(?:-[a-z]+)*")


def error_codes() -> set[str]:
    """Return the code of every error class."""
    for module in walk_packages(iopkit.__path__, "iopkit."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    kinds: list[type[IopkitError]] = [IopkitError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return {kind.code for kind in kinds if kind.__module__.startswith("iopkit.")}


def written_codes() -> Iterator[str]:
    """Yield what the source writes as the code of a problem."""
    for file in Path(iopkit.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)) if _SPOKEN.fullmatch(text):
                    yield text
                case ast.Call(func=ast.Name("Problem"), args=[ast.Constant(value=str(code)), *_]):
                    yield code


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert set(PAGES) == {
        *CODES,
        *FINDING_CODES,
        *PLAN_CODES,
        *error_codes(),
        *written_codes(),
    }


def test_the_index_lists_every_page_by_its_code() -> None:
    row = re.compile(r"^\| \[`(.+)`\]\((.+)\.md\) \| .+ \|$", re.MULTILINE)

    listed = row.findall(_text(FOLDER / "index.md"))

    assert {code for code, _ in listed} == set(PAGES)
    assert all(code == page for code, page in listed)


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_says_what_its_code_means_and_what_to_do(code: str) -> None:
    prose = re.sub(r"^```.*?^```$", "", _text(PAGES[code]), flags=re.MULTILINE | re.DOTALL)

    headings = re.findall(r"^#+ .+", prose, re.MULTILINE)

    assert headings == [f"# `{code}`", "## Example", "## What to do"]


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_example_of_a_page_provokes_its_code(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provoked = set[str]()
    monkeypatch.chdir(tmp_path)
    _note_codes(monkeypatch, provoked.add)

    run_examples(PAGES[code])

    assert code in provoked


def _note_codes(monkeypatch: pytest.MonkeyPatch, note: Callable[[str], None]) -> None:
    """Let every problem and every error tell its code to `note` when it is made."""
    make = Problem.__init__

    def made(problem: Problem, code: str, *parts: object, **named: object) -> None:
        note(code)
        make(problem, code, *parts, **named)  # type: ignore[arg-type]  # handed on as it came

    def raised(kind: type[IopkitError], *parts: object, **_named: object) -> IopkitError:
        note(kind.code)
        return super(IopkitError, kind).__new__(kind, *parts)

    monkeypatch.setattr(Problem, "__init__", made)
    monkeypatch.setattr(IopkitError, "__new__", raised)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")
