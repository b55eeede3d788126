"""What people and programs read of programs in order, whole; `make golden` rewrites it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from iopkit import Case, Program, read, to_data
from iopkit.assessment import ProgramMatch, rank_programs
from iopkit.report import write_ranking

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "rankings"
ALL = tuple(sorted(path.stem for path in (EXAMPLES / "programs").glob("*.yaml")))
CHOICES = {
    "veterans-choice": (
        "veteran-evening-iop",
        ("rush-road-home-ptsd-itp", "prodigals-path-iop"),
    ),
    "medicare-any-program": ("adult-medicare", ALL),
    "almost-nothing-known": ("almost-nothing-known", ALL[:3]),
}


def _ranked(name: str) -> tuple[ProgramMatch, ...]:
    asked, chosen = CHOICES[name]
    case = read(Case, EXAMPLES / "cases" / f"{asked}.yaml", root=EXAMPLES)
    programs = [
        read(Program, EXAMPLES / "programs" / f"{one}.yaml", root=EXAMPLES) for one in chosen
    ]
    assert case.on is not None
    return rank_programs(case, programs, on=case.on)


def _compare(path: Path, seen: str) -> None:
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", CHOICES)
def test_every_ranking_fits_80_columns(name: str, lang: str) -> None:
    text = write_ranking(_ranked(name), lang=lang)

    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_text_of_the_veterans_choice(lang: str) -> None:
    text = write_ranking(_ranked("veterans-choice"), lang=lang)

    _compare(GOLDEN / f"veterans-choice.{lang}.txt", text)


def test_the_json_of_the_veterans_choice() -> None:
    data = to_data(_ranked("veterans-choice"))

    _compare(GOLDEN / "veterans-choice.json", json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def test_where_a_danger_is_not_ruled_out_the_ranking_begins_with_the_notice() -> None:
    text = write_ranking(_ranked("almost-nothing-known"))

    assert text.startswith("READ THIS FIRST\n")


def test_the_example_prints_the_veterans_choice() -> None:
    command = [sys.executable, "-W", "error", str(EXAMPLES / "rank_programs.py")]

    printed = subprocess.run(command, capture_output=True, text=True, check=True)

    assert (printed.stdout, printed.stderr) == (write_ranking(_ranked("veterans-choice")), "")
