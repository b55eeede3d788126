"""Days by which reviews are due, in words, where the law ends before the care does."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from iopkit import Period, certification_calendar, shipped
from iopkit.report.calendars import calendar_lines

START = date(2026, 3, 2)
RULES = evolve(
    shipped().rules("medicare/iop-recertification", on=START),
    in_force=Period(date(2024, 1, 1), date(2026, 5, 1)),
)


def _words(lang: str, *done: date) -> str:
    found = certification_calendar(RULES, START, until=timedelta(weeks=20), done=done)
    lines = calendar_lines(found, lang, lambda source: source)
    return " ".join(line.text.strip() for line in lines)


@pytest.mark.parametrize(
    ("lang", "gap"),
    [
        ("en", "nothing known for 2026-05-01, from which the next review would count;"),
        ("es", "no hay datos para el 2026-05-01, desde el que contaría la próxima revisión;"),
    ],
)
def test_a_calendar_says_from_when_no_law_is_known(lang: str, gap: str) -> None:
    assert f"recertification: {gap}" in _words(lang)


def test_the_next_due_day_is_told_beside_the_gap() -> None:
    assert "Next due day: 2026-05-01" in _words("en")


@pytest.mark.parametrize(
    ("lang", "none"),
    [("en", "No further review is due."), ("es", "No vence ninguna otra revisión.")],
)
def test_what_is_not_known_is_never_told_as_no_further_review(lang: str, none: str) -> None:
    assert none not in _words(lang, date(2026, 5, 1))
