"""The words of every tracked file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.house.words import british_words, forbidden_words

TOP = Path(__file__).parents[2]
LAW = "CONVENTIONS.md"
"""The conventions came as they are, and name what they forbid."""


def texts(*places: str) -> dict[str, str]:
    """Return the text of every tracked file under `places`, by its path."""
    asked = ["git", "ls-files", "-z", "--", *places]
    listed = subprocess.run(asked, cwd=TOP, capture_output=True, check=True, text=True)
    files = [name for name in listed.stdout.split("\0") if name and name != LAW]
    return {
        name: (TOP / name).read_text(encoding="utf-8", errors="replace")
        for name in files
        if (TOP / name).is_file()
    }


def test_no_file_names_a_machine_or_a_registry_or_leaves_work_for_later() -> None:
    assert forbidden_words(texts(".")) == []


def test_source_docs_and_examples_are_in_us_english() -> None:
    places = ("src", "docs", "examples", "README.md", "CHANGELOG.md", "CONTRIBUTING.md")

    assert british_words(texts(*places)) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("see /ho" + "me/ana/x", "a.md:1: a path of one machine: /ho" + "me/a"),
        ("in 'C:\\Use" + "rs\\ana'", "a.md:1: a path of one machine: C:\\Use" + "rs\\"),
        (
            "from pypi.or" + "g/simple",
            "a.md:1: the address of a registry: pypi.or" + "g/simple",
        ),
        (
            "pip --extra-in" + "dex-url x",
            "a.md:1: the address of a registry: --extra-in" + "dex-url",
        ),
        (
            "pip --find-lin" + "ks x",
            "a.md:1: the address of a registry: --find-lin" + "ks",
        ),
        ("x = 1  # TO" + "DO: more", "a.md:1: work left for later: TO" + "DO"),
    ],
)
def test_a_word_that_does_not_belong_is_reported(text: str, complaint: str) -> None:
    assert forbidden_words({"a.md": text}) == [complaint]


@pytest.mark.parametrize(
    "word", ["Programme", "behaviour", "counselling", "licence", "favourite", "organised"]
)
def test_a_british_word_is_reported(word: str) -> None:
    assert british_words({"a.md": f"one\nthe {word} here"}) == [f"a.md:2: {word}"]


def test_spanish_and_us_words_pass() -> None:
    text = "programa organismo colores favor centro licencia behavior counseling license center"

    assert british_words({"a.md": text}) == []
