"""What changes from one rule set to another."""

from attrs import evolve
from tests.law.example_rulesets import (
    BACKED,
    CARE,
    FIRST,
    HOURS,
    MINUTES,
    NEW,
    NEW_HOURS,
    NEW_REVIEW,
    OLD,
    SUPPORT,
    UPPER,
    WRITTEN,
    WRITTEN_PLAN,
    at_least,
    clause,
)

from iopkit.facts import FACTS
from iopkit.law import ClauseChange, ReviewChange, compare_rulesets
from iopkit.rules import Known, Truth
from iopkit.values import Text

ASKS_KNOWN = Text(
    "This is not compared, since a rule set asks whether something is told.",
    "Esto no se compara, porque unas reglas preguntan si algo está informado.",
)


def test_both_directions_come_with_an_example() -> None:
    lost, won = compare_rulesets(OLD, NEW).outcomes

    assert (lost.before, lost.cells[0].answers) == (
        Truth.MET,
        {MINUTES: 900, CARE: False, SUPPORT: False, WRITTEN: False},
    )
    assert (won.before, won.cells[0].answers) == (
        Truth.NOT_MET,
        {MINUTES: 360, CARE: False, SUPPORT: False, WRITTEN: True},
    )


def test_for_whom_is_compared_too_and_nobody_asked_means_everybody() -> None:
    (change,) = compare_rulesets(OLD, NEW).applies

    assert (change.before, change.after) == (Truth.NOT_MET, Truth.MET)


def test_clauses_are_matched_by_id_and_removed_ones_come_last() -> None:
    found = compare_rulesets(OLD, NEW)

    assert found.clauses == (
        ClauseChange(before=HOURS, after=NEW_HOURS),
        ClauseChange(before=None, after=WRITTEN_PLAN),
        ClauseChange(before=BACKED, after=None),
    )
    assert [change.changed for change in found.clauses] == [("rule", "section"), (), ()]
    assert found.advisories == (ClauseChange(before=UPPER, after=evolve(UPPER, section="part 3")),)
    assert found.advisories[0].changed == ("section",)


def test_reviews_and_the_rule_set_itself_say_what_differs() -> None:
    found = compare_rulesets(OLD, NEW)

    assert found.reviews == (ReviewChange(before=FIRST, after=NEW_REVIEW),)
    assert found.reviews[0].changed == ("first_by_day", "every_days")
    assert found.changed == ("in_force", "applies")


def test_a_rule_set_does_not_differ_from_itself() -> None:
    found = compare_rulesets(OLD, OLD)

    changes = (found.outcomes, found.applies, found.clauses, found.advisories, found.reviews)
    assert (changes, found.changed, found.not_compared) == (((), (), (), (), ()), (), None)


def test_what_cannot_be_compared_says_why_and_the_rest_still_comes() -> None:
    told = clause("told", Known(FACTS[SUPPORT]))
    documentation = evolve(NEW, clauses=(told,))

    found = compare_rulesets(OLD, documentation)

    assert found.outcomes == ()
    assert found.not_compared == ASKS_KNOWN
    assert found.clauses[0] == ClauseChange(before=None, after=told)


def test_for_whom_that_cannot_be_compared_says_why_too() -> None:
    found = compare_rulesets(OLD, evolve(NEW, applies=Known(FACTS[SUPPORT])))

    assert (len(found.outcomes), found.not_compared) == (2, None)
    assert (found.applies, found.applies_not_compared) == ((), ASKS_KNOWN)


def test_two_facts_of_one_name_are_not_compared() -> None:
    hours = at_least(MINUTES, 540)
    other = clause("hours", evolve(hours, fact=evolve(hours.fact, unit="hours")))

    found = compare_rulesets(OLD, evolve(NEW, clauses=(other,)))

    assert found.not_compared == Text(
        "This is not compared: the two mean different facts by one name, or their clauses share "
        "too many facts.",
        "Esto no se compara: ambas llaman igual a datos distintos, o sus cláusulas comparten "
        "demasiados datos.",
    )
