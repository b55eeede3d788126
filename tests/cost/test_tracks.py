"""A chosen track decides when sessions take place, and so how much work is missed."""

from datetime import date, time
from decimal import Decimal

import pytest

from iopkit import (
    Amounts,
    Case,
    Episode,
    HealthPlan,
    Money,
    PayerKind,
    Person,
    Program,
    Schedule,
    Session,
    Travel,
    Weekday,
    Work,
)
from iopkit.cost import estimate
from iopkit.model import Track, WeeklyTime

_DAY = (Weekday.MONDAY,)
_PROGRAM = Program(
    id="tracks",
    schedule=Schedule(
        tracks=(
            Track(name="morning", sessions=(Session(days=_DAY, start=time(10), end=time(13)),)),
            Track(name="evening", sessions=(Session(days=_DAY, start=time(18), end=time(21)),)),
        )
    ),
)


@pytest.mark.parametrize(
    ("track", "lost", "unknown"),
    [
        ("morning", ("30.00", "30.00"), []),
        ("evening", ("0.00", "0.00"), []),
        (None, ("0.00", "30.00"), []),
        ("night", ("0.00", "30.00"), ["track-not-told-by-program"]),
    ],
)
def test_a_chosen_track_decides_how_much_work_is_missed(
    track: str | None, lost: tuple[str, str], unknown: list[str]
) -> None:
    case = Case(
        person=Person(
            work=Work(
                hours=(WeeklyTime(days=_DAY, start=time(9), end=time(17)),),
                pay_per_hour=Money.parse("10.00"),
                paid_leave_minutes=0,
            )
        ),
        program=_PROGRAM,
        health_plan=HealthPlan(id="none", payer=PayerKind.SELF_PAY),
        episode=Episode(
            start=date(2026, 3, 2),
            weeks=1,
            track=track,
            travel=Travel(miles=Decimal(0), minutes=0, fares=Money(0), parking=Money(0)),
        ),
    )

    found = estimate(case, Amounts(), on=date(2026, 3, 2))

    assert (str(found.income_lost.low), str(found.income_lost.high)) == lost
    assert [note.code for note in found.unknowns if "track" in note.code] == unknown
