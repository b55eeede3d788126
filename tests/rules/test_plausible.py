"""Made-up answers that could be somebody's."""

import pytest
from attrs import evolve
from tests.rules.rule_facts import AGE, COLORS, MINUTES, A, Color, clause

from iopkit.rules import Answer, Fact, Node, Truth, compare_rules, outcome
from iopkit.rules.examples import Goal, example_of
from iopkit.values import Listing

DAY = evolve(MINUTES, name="plan.day-minutes", never_above=("plan.weekly-minutes",))
SOME = COLORS.has(Color.RED) | AGE.at_most(17)


def _example(*rules: Node) -> dict[str, Answer]:
    found = example_of(Goal(rule, Truth.MET) for rule in rules)
    assert found is not None
    assert {outcome(rule, found) for rule in rules} == {Truth.MET}
    return found


@pytest.mark.parametrize(
    ("rules", "day", "week"),
    [
        ((DAY.at_least(120), MINUTES.at_most(600) | A.is_true()), 120, 600),
        ((DAY.at_least(120), MINUTES.at_most(60) | DAY.at_least(100)), 120, 120),
        ((MINUTES.at_most(60), DAY.at_least(120) | A.is_true()), 60, 60),
        ((MINUTES.at_most(60), DAY.at_least(120)), 120, 60),
    ],
)
def test_a_number_is_not_above_one_that_it_is_never_above_where_the_rules_allow(
    rules: tuple[Node, ...], day: int, week: int
) -> None:
    found = _example(*rules)

    assert (found[DAY.name], found[MINUTES.name]) == (day, week)


def test_an_example_goes_against_itself_only_where_nothing_else_is_left() -> None:
    # Less than 540 minutes would do for a program of 21 to 20 years, which is none.
    lowest = evolve(AGE, name="program.min-age", never_above=("program.max-age",))
    highest = evolve(AGE, name="program.max-age")
    rules = (
        highest.at_most(20) | MINUTES.at_least(540),
        lowest.at_least(21) | MINUTES.at_least(360),
    )

    found, forced = _example(*rules), _example(*rules, MINUTES.less_than(360))

    assert found[lowest.name] == found[highest.name] == 20
    assert found[MINUTES.name] == 360
    assert (forced[lowest.name], forced[highest.name]) == (21, 20)


@pytest.mark.parametrize(
    ("rules", "present"),
    [
        ((SOME,), (Color.RED,)),
        ((SOME, ~COLORS.has(Color.RED)), ()),
        ((SOME, ~COLORS.has(Color.RED), COLORS.has(Color.BLUE) | A.is_true()), (Color.BLUE,)),
        ((COLORS.has(Color.GREEN), SOME), (Color.GREEN,)),
    ],
)
def test_a_listing_has_one_of_the_terms_asked_for_where_the_rules_allow(
    rules: tuple[Node, ...], present: tuple[Color, ...]
) -> None:
    told = _example(*rules)[COLORS.name]

    assert isinstance(told, Listing)
    assert told.present == present


def test_what_a_person_lists_is_left_as_it_is() -> None:
    theirs: Fact[Listing[Color]] = evolve(COLORS, about_person=True)

    assert _example(theirs.has(Color.RED) | AGE.at_most(17))[COLORS.name] == Listing(
        lacks=(Color.RED,)
    )


def test_an_example_of_a_change_keeps_to_what_is_never_above() -> None:
    day = clause(DAY.at_least(120), "day")
    week = clause(MINUTES.at_most(60) | A.is_true(), "week")

    (change,) = compare_rules(day & week, week)

    assert [(cells.answers[DAY.name], cells.answers[MINUTES.name]) for cells in change.cells] == [
        (60, 60),
        (119, 119),
    ]
