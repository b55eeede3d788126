"""Facts that others have judged: each is read from its own field, and from no other."""

from __future__ import annotations

import pytest
from attrs import fields

from iopkit.facts import FACTS, READINGS
from iopkit.model import Case, Person, RiskRatings, TreatmentProgress

_PROGRESS = [field.name for field in fields(TreatmentProgress)]
_RATINGS = [field.name for field in fields(RiskRatings)]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("name", _PROGRESS)
def test_how_treatment_goes_is_read_field_by_field(name: str, told: bool) -> None:
    case = Case(person=Person(treatment_progress=TreatmentProgress(**{name: told})))

    found = {
        fact: reading.read(case)
        for fact, reading in READINGS.items()
        if fact.startswith("treatment-progress.")
    }

    assert len(found) == len(_PROGRESS)
    own = f"treatment-progress.{name.replace('_', '-')}"
    assert {fact: answer for fact, answer in found.items() if answer is not None} == {own: told}


@pytest.mark.parametrize("name", _RATINGS)
def test_a_rating_is_read_from_its_own_field(name: str) -> None:
    case = Case(person=Person(risk_ratings=RiskRatings(**{name: 3})))

    found = {fact: READINGS[fact].read(case) for fact in FACTS if fact.startswith("risk-rating.")}

    own = f"risk-rating.{name.replace('_', '-')}"
    assert {fact: answer for fact, answer in found.items() if answer is not None} == {own: 3}


@pytest.mark.parametrize("name", [fact for fact in FACTS if fact.startswith("treatment-progress.")])
def test_nobody_is_told_to_change_how_treatment_goes(name: str) -> None:
    assert FACTS[name].is_clinical
    assert not FACTS[name].changeable
