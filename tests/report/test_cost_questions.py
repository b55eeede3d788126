"""Every field that an estimate may ask for has a question in words."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

import iopkit.cost
from iopkit.cost.narrowing import Narrowing
from iopkit.report.cost_questions import QUESTIONS, question_of
from iopkit.report.cost_timelines import narrowing_lines
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit, LinePart

_RECORDS = "episode|household|medicaid|person|prices|program|health_plan|second_coverage|used"
_WRITTEN = re.compile(rf'"((?:{_RECORDS})\.[a-z_.]*[a-z_])"')
_NEVER_OPEN = {"episode.childcare", "second_coverage.plan"}
"""Written where a price is counted that is always told exactly, or a plan that findings are of."""

_OF_PLAN = (
    "deductible",
    "out_of_pocket_limit",
    "coordination",
    "deductible_when_second",
    "limit_when_second",
)
_OF_BENEFIT = ("cost_share", "has_visit_limit", "visit_limit")
_OF_USE = ("deductible_used", "limit_used", "visits_used", "benefits_used", "out_of_network")
_MADE_UP = {
    *(f"health_plan.{name}" for name in _OF_PLAN),
    *(f"health_plan.benefits.{of.value}.{name}" for of, name in product(Benefit, _OF_BENEFIT)),
    *(f"health_plan.counts_toward_limit.{part.value}" for part in LinePart),
    *(f"used.{name}" for name in _OF_USE),
    *(f"{name}.0" for name in ("prices.charges", "program.fees")),
    *(f"{name}.chosen" for name in ("prices.allowed", "prices.charges", "program.fees")),
    "second_coverage.pays_first",
    "second_coverage.is_authorized",
    "second_coverage.is_in_network",
    "second_coverage.allowed",
    "second_coverage.allowed.chosen",
}
"""Paths that are put together from a record and a name, as the rooms of `iopkit.cost` do."""


def _paths() -> set[str]:
    """Return every path that an estimate may suppose a value for."""
    room = Path(iopkit.cost.__path__[0])
    written = {
        path
        for module in room.glob("*.py")
        for path in _WRITTEN.findall(module.read_text(encoding="utf-8"))
    }
    of_first = (written | _MADE_UP) - _NEVER_OPEN
    of_second = {
        f"second_coverage.{path.replace('health_plan.', 'plan.', 1)}"
        for path in of_first
        if path.startswith(("health_plan.", "used."))
    }
    return of_first | of_second


def test_every_field_that_an_estimate_asks_for_has_a_question_in_both_languages() -> None:
    asked = {path: question_of(path) for path in sorted(_paths())}

    assert [path for path, question in asked.items() if question is None] == []
    assert [
        path
        for path, text in asked.items()
        if text and not (text.en.endswith("?") and "¿" in text.es and text.es.endswith("?"))
    ] == []


def test_every_question_is_of_a_field_that_an_estimate_asks_for() -> None:
    assert set(QUESTIONS) - _paths() == set()


@pytest.mark.parametrize(
    ("path", "english"),
    [
        (
            "health_plan.benefits.office-visit.visit_limit",
            "How many visits are paid under this benefit: office visit?",
        ),
        (
            "health_plan.counts_toward_limit.copay",
            "Does this count toward the out-of-pocket limit: copay?",
        ),
        ("health_plan.plan_year", "From which day to which does the plan year run?"),
        ("second_coverage.plan.deductible", "Second plan: What is the plan's deductible?"),
        ("second_coverage.is_in_network", "Second plan: Is the program in the plan's network?"),
        (
            "prices.charges.2",
            "What does another service of the program cost, such as the intake or a drug screen?",
        ),
        (
            "second_coverage.allowed.chosen",
            "Second plan: Which of the prices told is the one that applies?",
        ),
    ],
)
def test_a_question_says_what_it_is_about(path: str, english: str) -> None:
    question = question_of(path)

    assert question is not None
    assert question.en == english


@pytest.mark.parametrize("path", ["episode.track", "second_coverage.plan.id", "program.level.x"])
def test_what_no_estimate_asks_for_has_no_question(path: str) -> None:
    assert question_of(path) is None


@pytest.mark.parametrize(
    ("lang", "asked"),
    [
        ("en", "  How many weeks does it last? (episode.weeks)"),
        ("es", "  ¿Cuántas semanas dura? (episode.weeks)"),
    ],
)
def test_the_field_stands_beside_its_question(lang: str, asked: str) -> None:
    one = Span.exactly(Money(100))
    unknowns = [
        Narrowing(path=path, if_low=one, if_high=None, width=Money(0))
        for path in ("episode.weeks", "episode.track")
    ]

    told = [line.text for line in narrowing_lines(unknowns, lang)]

    assert [line for line in told if "episode" in line] == [asked, "  episode.track"]
