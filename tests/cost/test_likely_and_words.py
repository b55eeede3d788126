"""Likely values that somebody states, sums by component and payer, and the words of a level."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MEDICARE,
    PUBLISHED,
    answer,
    ends,
    having,
    running,
)

from iopkit.cost import estimate
from iopkit.cost.care_words import in_care
from iopkit.cost.wording import UNKNOWNS
from iopkit.model.case import Case
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.vocabulary.care import CareLevel

_DAY = date(2026, 3, 2)
_VAGUE = having(weeks=Span(4, 8))


@pytest.mark.parametrize(
    ("case", "stated", "expected"),
    [
        (_VAGUE, {}, None),
        (_VAGUE, {"episode.weeks": 6}, "1,480.00"),
        (evolve(_VAGUE, used=None), {"episode.weeks": 6}, None),
        (
            evolve(_VAGUE, used=None),
            {"episode.weeks": 6, "used.deductible_used": Money(0), "used.limit_used": Money(0)},
            "1,480.00",
        ),
        (CASE, {"episode.weeks": 6}, None),
    ],
)
def test_likely_is_told_only_where_each_unknown_has_a_stated_value(
    case: Case, stated: dict[str, object], expected: str | None
) -> None:
    found = estimate(case, PUBLISHED, on=_DAY, likely=stated)

    assert (None if found.likely is None else str(found.likely)) == expected
    assert (found.likely_values is None) is (expected is None)


def test_the_weeks_that_a_program_calls_typical_are_likely() -> None:
    program = running(typical_weeks=Span.exactly(5)).program
    found = answer(evolve(_VAGUE, program=program))

    assert (str(found.likely), ends(found.to_pay)) == ("1,300.00", ("1,120.00", "1,840.00"))
    assert found.likely_values is not None
    assert found.likely_values.values == {"episode.weeks": 5}


def test_a_range_of_typical_weeks_is_no_likely_value() -> None:
    program = running(typical_weeks=Span(5, 6)).program

    assert answer(evolve(_VAGUE, program=program)).likely is None


def test_components_are_the_sums_of_their_lines() -> None:
    found = answer(MEDICARE)

    assert {part.value: ends(span) for part, span in found.by_component.items()} == {
        "out-of-pocket": ends(found.lines[0].amount),
        "lost-income": ("0.00", "0.00"),
    }


def test_what_the_plan_pays_is_told_for_both_ends() -> None:
    found = answer(having(weeks=Span(4, 6)))

    assert found.plan_pays is not None
    # Of twelve and of eighteen days of 300.
    assert (str(found.plan_pays.low), str(found.plan_pays.high)) == ("2,480.00", "3,920.00")


@pytest.mark.parametrize(
    ("level", "english", "spanish"),
    [
        (None, "IOP days, your part", "Días de IOP, su parte"),
        (CareLevel.IOP, "IOP days, your part", "Días de IOP, su parte"),
        (
            CareLevel.PHP,
            "PHP days, your part, or all if the plan does not cover them",
            "Días de PHP, su parte, o todo si el plan no los cubre",
        ),
        (
            CareLevel.RESIDENTIAL,
            "Residential care days, your part, or all if the plan does not cover them",
            "Días de atención residencial, su parte, o todo si el plan no los cubre",
        ),
    ],
)
def test_a_line_speaks_of_the_programs_own_level(
    level: CareLevel | None, english: str, spanish: str
) -> None:
    label = answer(running(level=level)).lines[0].label

    assert (label.en, label.es) == (english, spanish)


def test_an_unknown_speaks_of_the_programs_own_level() -> None:
    found = answer(running(level=CareLevel.PHP))
    texts = {note.code: note.text.en for note in found.unknowns}

    assert texts["cost-share-not-told"] == (
        "What you owe under the benefit that pays a day of PHP is not known."
    )


def test_no_word_of_an_unknown_is_left_over_at_another_level() -> None:
    texts = [in_care(text, CareLevel.PHP) for text in UNKNOWNS.values()]

    assert not [text for text in texts if "IOP" in text.en + text.es]
