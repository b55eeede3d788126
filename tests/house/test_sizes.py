"""Sizes and habits of the source."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.house.sizes import habit_violations, size_violations

SOURCE = Path(__file__).parents[2] / "src" / "iopkit"


def test_files_functions_and_parameter_lists_stay_small() -> None:
    assert size_violations(SOURCE) == []


def test_no_source_file_asserts_or_reads_a_clock() -> None:
    assert habit_violations(SOURCE) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x = 1\n" * 301, "long.py: 301 lines"),
        ("def work():\n" + "    x = 1\n" * 40, "long.py:1: work: 41 lines"),
        ("async def work(a, b, /, c, *d, e, **f): ...\n", "long.py:1: work: 6 parameters"),
        (
            "class Work:\n    def do(self, a, b, c, d, e, f): ...\n",
            "long.py:2: do: 6 parameters",
        ),
    ],
)
def test_what_is_too_big_is_reported(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "long.py").write_text(text, encoding="utf-8")

    assert size_violations(tmp_path) == [complaint]


def test_what_just_fits_passes(tmp_path: Path) -> None:
    body = "def work(self, a, b, c, d, e):\n" + "    x = 1\n" * 39
    (tmp_path / "fits.py").write_text(body + "x = 1\n" * 260, encoding="utf-8")

    assert size_violations(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("assert True\n", "habits.py:1: bare assert"),
        ("import datetime\nday = datetime.date.today()\n", "habits.py:2: reads a clock: today"),
        ("from datetime import datetime as d\nday = d.now()\n", "habits.py:2: reads a clock: now"),
        ("import time\n", "habits.py:1: reads a clock: time"),
        ("from time import monotonic\n", "habits.py:1: reads a clock: time"),
    ],
)
def test_a_bad_habit_is_reported(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "habits.py").write_text(text, encoding="utf-8")

    assert habit_violations(tmp_path) == [complaint]
