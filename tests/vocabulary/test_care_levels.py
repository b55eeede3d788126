"""What a care level says, and what it leaves to authorities."""

from __future__ import annotations

import pytest

from iopkit.vocabulary import CareLevel


@pytest.mark.parametrize("level", CareLevel)
def test_a_care_level_has_no_age_hours_or_days_of_its_own(level: CareLevel) -> None:
    told = {name for name in vars(level) if not name.startswith("_")}

    assert told == {"label"}
    assert not any(letter.isdigit() for letter in f"{level.label.en} {level.label.es}")
