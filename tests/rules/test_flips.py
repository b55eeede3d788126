"""What people can change so that a settled outcome turns."""

import pytest
from attrs import evolve
from tests.rules.rule_facts import AGE, COLOR, COLORS, MINUTES, A, B, C, Color, clause

from iopkit.errors import InvalidRule, InvalidValue
from iopkit.rules import (
    Answer,
    Cell,
    Node,
    all_of,
    any_of,
    at_least,
    flipped,
    flips_of,
)
from iopkit.values import Basis, Listing, Span

ACT, OTHER, THIRD = (evolve(fact, changeable=True) for fact in (A, B, C))
PLANNED = evolve(MINUTES, changeable=True)
CHOSEN = evolve(COLOR, changeable=True)
OFFERED = evolve(COLORS, changeable=True)
a, b, c = ACT.is_true(), OTHER.is_true(), THIRD.is_true()

Told = list[tuple[list[tuple[str, tuple[Cell, ...]]], list[str]]]


def _told(rule: Node, answers: dict[str, Answer]) -> Told:
    return [
        (
            [(change.fact.name, change.to) for change in flip.changes],
            [turned.id for turned in flip.clauses],
        )
        for flip in flips_of(rule, answers)
    ]


def _minutes(low: int | None, high: int | None) -> Span[int]:
    return Span(low, high, Basis.COMPUTED)


def test_each_flip_names_what_to_change_and_the_clauses_that_turn() -> None:
    rule = all_of(
        clause(PLANNED.at_least(540), "weekly-hours"),
        clause(a | b, "support"),
        clause(AGE.at_least(18), "adult"),
    )

    found = _told(rule, {"plan.weekly-minutes": 300, "a": False, "b": None, "person.age": 34})

    # That b is not known does not matter, since it may be changed like anything else.
    assert found == [
        (
            [("plan.weekly-minutes", (_minutes(540, None),)), (name, (True,))],
            ["weekly-hours", *turned],
        )
        for name, turned in (("a", ["support"]), ("b", ["support"]))
    ]


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [
        (a & b, {"a": True, "b": False}, [[("b", (True,))]]),
        (a & b, {"a": True, "b": True}, [[("a", (False,))], [("b", (False,))]]),
        (a & b, {"a": False, "b": None}, [[("a", (True,)), ("b", (True,))]]),
        (a & b, {"a": True, "b": None}, []),
        (a & AGE.at_least(18), {"a": True, "person.age": 17}, []),
        (
            at_least(2, a, b, c),
            {"a": False, "b": False, "c": True},
            [[("a", (True,))], [("b", (True,))]],
        ),
        (
            PLANNED.at_least(540) & PLANNED.less_than(1200),
            {"plan.weekly-minutes": 60},
            [[("plan.weekly-minutes", (_minutes(540, 1199),))]],
        ),
        (
            PLANNED.less_than(540) | PLANNED.at_least(1200),
            {"plan.weekly-minutes": 600},
            [
                [("plan.weekly-minutes", (_minutes(None, 539),))],
                [("plan.weekly-minutes", (_minutes(1200, None),))],
            ],
        ),
        (
            ~PLANNED.equals(540),
            {"plan.weekly-minutes": 600},
            [[("plan.weekly-minutes", (_minutes(540, 540),))]],
        ),
        (
            PLANNED.equals(540),
            {"plan.weekly-minutes": 540},
            [[("plan.weekly-minutes", (_minutes(None, 539), _minutes(541, None)))]],
        ),
        (
            CHOSEN.one_of(Color.RED, Color.BLUE) | CHOSEN.one_of(Color.RED),
            {"plan.color": Color.GRAY},
            [[("plan.color", ((Color.RED, Color.BLUE),))]],
        ),
        (
            OFFERED.has(Color.RED) & ~OFFERED.has(Color.BLUE),
            {"plan.colors": Listing.of(Color.BLUE, complete=True)},
            [
                [
                    ("plan.colors", (Listing(present=[Color.RED]),)),
                    ("plan.colors", (Listing(lacks=[Color.BLUE]),)),
                ]
            ],
        ),
        (ACT.is_known() & b, {"a": True, "b": False}, [[("b", (True,))]]),
        (ACT.is_known() | a, {}, []),
        (a | ~ACT.is_known(), {"a": None}, []),
    ],
)
def test_the_smallest_changes_are_found(
    rule: Node, answers: dict[str, Answer], expected: list[list[tuple[str, tuple[Cell, ...]]]]
) -> None:
    assert [changes for changes, _ in _told(rule, answers)] == expected


def test_a_listing_keeps_what_is_not_changed() -> None:
    rule = OFFERED.has(Color.RED) & ~OFFERED.has(Color.BLUE)
    now: dict[str, Answer] = {"plan.colors": Listing.of(Color.BLUE, Color.GRAY, complete=True)}

    (flip,) = flips_of(rule, now)

    assert flipped(now, flip) == {
        "plan.colors": Listing.of(Color.GRAY, Color.RED, lacks=[Color.BLUE], complete=True)
    }


def test_a_rule_with_too_many_ways_is_refused() -> None:
    facts = [evolve(ACT, name=f"act-{at}") for at in range(40)]
    rule = at_least(20, *(fact.is_true() for fact in facts))

    with pytest.raises(InvalidRule) as caught:
        flips_of(rule, dict.fromkeys((fact.name for fact in facts), False))

    assert str(caught.value) == "flips: expected a rule with fewer ways to come out otherwise"


def test_an_answer_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"^a: expected True, False, or None$"):
        flips_of(a, {"a": 1})


def test_a_flip_shows_nothing_of_what_was_told() -> None:
    (flip,) = flips_of(a, {"a": True})

    assert repr(flip) == "<Flip: 2 of 2 fields told>"


def test_any_group_asks_the_least() -> None:
    rule = any_of(all_of(a, b), c)

    assert _told(rule, {"a": False, "b": False, "c": False}) == [([("c", (True,))], [])]
