"""One week for a whole course: the chosen track, or what is true of all."""

from datetime import time

import pytest

from iopkit import Program, Schedule, Session, Weekday
from iopkit.model import Track, attended_week

_DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY)
_MORNING = Session(days=_DAYS, start=time(10), end=time(13))
_EVENING = Session(days=_DAYS, start=time(18), end=time(21))
_PROGRAM = Program(
    id="tracks",
    schedule=Schedule(
        tracks=(
            Track(name="morning", sessions=(_MORNING,)),
            Track(name="evening", sessions=(_EVENING,)),
        )
    ),
)


@pytest.mark.parametrize(("track", "session"), [("morning", _MORNING), ("evening", _EVENING)])
def test_a_chosen_track_is_the_one_that_is_attended(track: str, session: Session) -> None:
    assert attended_week(_PROGRAM, track=track).sessions == (session,)


@pytest.mark.parametrize("track", [None, "night"])
def test_without_a_choice_only_what_all_tracks_share_is_told(track: str | None) -> None:
    (shared,) = attended_week(_PROGRAM, track=track).sessions

    assert (shared.days, shared.start, shared.end) == (_DAYS, None, None)
