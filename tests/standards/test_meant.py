"""Whether a standard is meant for a program, and what to tell where that is not known."""

from attrs import evolve
from tests.standards.example_standard import DAY, at_least, has, one_of, standard

from iopkit import CareLevel, Listing, PayerKind, Program, Schedule, State
from iopkit.model import Session
from iopkit.rules import AllOf, Truth
from iopkit.standards import MayBeMeant, check, may_be_meant, meant_for
from iopkit.vocabulary import Weekday

RULES = standard(
    at_least("weekly-days", 3),
    applies=AllOf(
        (
            one_of("state", State.VA),
            one_of("level", CareLevel.IOP),
            has("payers", PayerKind.MEDICAID),
        )
    ),
)
MEANT = Program(id="x", state=State.VA, level=CareLevel.IOP, accepts=Listing.of(PayerKind.MEDICAID))
OTHER = evolve(MEANT, state=State.NY)
SILENT = Program(id="x", level=CareLevel.IOP, accepts=Listing.of(PayerKind.COMMERCIAL))


def test_a_standard_is_meant_for_whom_it_says_and_for_everybody_where_it_says_nothing() -> None:
    for_all = standard(at_least("weekly-days", 3))

    assert [meant_for(RULES, each) for each in (MEANT, OTHER, SILENT)] == [
        Truth.MET,
        Truth.NOT_MET,
        Truth.UNKNOWN,
    ]
    assert meant_for(for_all, SILENT) is Truth.MET
    assert check(RULES, SILENT, on=DAY).applies is Truth.UNKNOWN


def test_what_to_tell_is_named_in_the_order_in_which_the_standard_asks() -> None:
    assert may_be_meant(RULES, SILENT, on=DAY) == MayBeMeant(
        program="x",
        ruleset_id=RULES.id,
        version=RULES.version,
        digest=RULES.digest,
        title=RULES.title,
        on=DAY,
        applies=Truth.UNKNOWN,
        tell=("state", "accepts"),
    )


def test_nothing_is_to_be_told_where_it_is_known_whom_a_standard_is_meant_for() -> None:
    for_all = standard(at_least("weekly-days", 3))

    asked = [(RULES, MEANT), (RULES, OTHER), (for_all, SILENT)]

    assert [may_be_meant(rules, program, on=DAY) for rules, program in asked] == [None] * 3


def test_where_all_is_told_and_still_a_range_that_very_field_is_named() -> None:
    rules = standard(at_least("weekly-days", 3), applies=at_least("day-minutes", 120))
    days = (Weekday.MONDAY, 180), (Weekday.FRIDAY, 60)
    sessions = tuple(Session(days=(day,), therapeutic_minutes=minutes) for day, minutes in days)
    program = Program(id="x", schedule=Schedule(sessions=sessions))

    found = may_be_meant(rules, program, on=DAY)

    assert found is not None
    assert found.tell == ("schedule.sessions",)
