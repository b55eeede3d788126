"""Where two versions of a rule come out differently."""

from datetime import date

import pytest
from attrs import evolve
from tests.rules.rule_facts import (
    AGE,
    COLOR,
    COLORS,
    FEE,
    MINUTES,
    START,
    A,
    B,
    C,
    Color,
    Shape,
    asked,
    clause,
)

from iopkit.errors import InvalidRule
from iopkit.rules import (
    MOST_BOXES,
    AllOf,
    Answer,
    AnyFact,
    AnyOf,
    AtLeast,
    ChangedCells,
    Fact,
    FactType,
    Node,
    OneOf,
    RuleChange,
    Truth,
    Within,
    all_of,
    any_of,
    compare_rules,
    facts_of,
)
from iopkit.values import Basis, Listing, Money, Span

a, b, c = A.is_true(), B.is_true(), C.is_true()
TWO_COLORS = COLORS.has(Color.RED) & COLORS.has(Color.BLUE)


def _minutes(low: int | None, high: int | None) -> Span[int]:
    return Span(low, high, Basis.COMPUTED)


def test_a_change_tells_its_direction_its_size_an_example_and_what_decided() -> None:
    adult = clause(AGE.at_least(18), "adult")
    nine_hours = clause(MINUTES.at_least(540), "hours")
    six_hours = clause(MINUTES.at_least(360), "hours")

    found = compare_rules(adult & nine_hours, adult & six_hours)

    assert found == (
        RuleChange(
            before=Truth.NOT_MET,
            after=Truth.MET,
            combinations=1,
            of=6,
            cells=(
                ChangedCells(
                    within=(
                        Within(fact=AGE, cells=(Span(18, 90, Basis.COMPUTED),)),
                        Within(fact=MINUTES, cells=(_minutes(360, 539),)),
                    ),
                    answers={"person.age": 18, "plan.weekly-minutes": 360},
                    old_clauses=(nine_hours,),
                    new_clauses=(adult, six_hours),
                ),
            ),
            lists_all=True,
        ),
    )


def test_each_threshold_that_changes_has_its_cells_and_an_example_of_its_own() -> None:
    old = clause(AGE.at_least(18), "age") & clause(MINUTES.at_least(540), "hours")
    new = clause(AGE.at_least(21), "age") & clause(MINUTES.at_least(600), "hours")

    (lost,) = compare_rules(old, new)

    assert (lost.combinations, lost.of, lost.lists_all) == (3, 9, True)
    assert [
        (
            {one.fact.name: one.cells for one in found.within},
            found.answers,
            [one.id for one in found.new_clauses],
        )
        for found in lost.cells
    ] == [
        (
            {"person.age": (_minutes(18, 90),), "plan.weekly-minutes": (_minutes(540, 599),)},
            {"person.age": 21, "plan.weekly-minutes": 540},
            ["hours"],
        ),
        (
            {"person.age": (_minutes(18, 20),), "plan.weekly-minutes": (_minutes(540, None),)},
            {"person.age": 18, "plan.weekly-minutes": 600},
            ["age"],
        ),
    ]


def test_cells_apart_from_each_other_are_told_apart() -> None:
    (won,) = compare_rules(AGE.at_least(18) & AGE.at_most(64), any_of(a, ~a))

    (found,) = won.cells
    assert found.within == (Within(fact=AGE, cells=(_minutes(0, 17), _minutes(65, 90))),)


def test_no_more_than_twelve_sets_of_cells_are_listed() -> None:
    flags = [evolve(a, fact=flag) for flag in _flags(MOST_BOXES + 1)]

    most, more = (
        compare_rules(AllOf(()), AllOf(flags[:count])) for count in (MOST_BOXES, MOST_BOXES + 1)
    )

    assert [(len(one.cells), one.lists_all) for one in (*most, *more)] == [(12, True), (12, False)]


@pytest.mark.parametrize(
    ("old", "new", "no_longer", "newly"),
    [
        (a, a & b, {"a": True, "b": False}, None),
        (a, a | b, None, {"a": False, "b": True}),
        (a, b, {"a": True, "b": False}, {"a": False, "b": True}),
        (a, ~a, {"a": True}, {"a": False}),
        (AllOf(()), AnyOf(()), {}, None),
        (
            FEE.at_most(Money(100)),
            FEE.at_most(Money(50)),
            {"plan.fee": Money(51)},
            None,
        ),
        (
            START.at_least(date(2026, 1, 1)),
            START.at_least(date(2024, 7, 1)),
            None,
            {"plan.start": date(2024, 7, 1)},
        ),
        (
            COLOR.one_of(Color.RED, Color.BLUE),
            COLOR.one_of(Color.RED, Color.GRAY),
            {"plan.color": Color.BLUE},
            {"plan.color": Color.GRAY},
        ),
        (
            TWO_COLORS,
            COLORS.has(Color.RED),
            None,
            {"plan.colors": Listing.of(Color.RED, lacks=[Color.BLUE])},
        ),
    ],
)
def test_each_direction_has_an_example(
    old: Node, new: Node, no_longer: dict[str, Answer] | None, newly: dict[str, Answer] | None
) -> None:
    found = {change.before: change.cells[0].answers for change in compare_rules(old, new)}

    expected = {Truth.MET: no_longer, Truth.NOT_MET: newly}
    assert found == {before: answers for before, answers in expected.items() if answers is not None}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (a & b, b & a),
        (~(a & b), ~a | ~b),
        (a, clause(a, "named")),
        (MINUTES.at_least(540), MINUTES.more_than(539)),
        (AGE.at_most(90), AGE.at_least(0)),
        (COLOR.one_of(*Color), any_of(a, ~a)),
    ],
)
def test_rules_that_mean_the_same_do_not_differ(old: Node, new: Node) -> None:
    assert compare_rules(old, new) == ()


def test_a_question_in_other_words_is_still_the_same_fact() -> None:
    reworded = Fact[bool](name="a", type=FactType.BOOLEAN, question=asked("a, then"))

    assert compare_rules(a, reworded.is_true()) == ()


def test_only_clauses_that_sufficed_are_named() -> None:
    first, second = clause(a, "first"), clause(b, "second")
    none = clause(AtLeast(0, [clause(c, "idle")]), "none")

    (change,) = compare_rules(clause(~(first | second), "old"), all_of(none, ~first))

    (found,) = change.cells
    assert found.answers == {"a": False, "b": True, "c": False}
    assert [one.id for one in found.old_clauses] == ["old", "second"]
    assert [one.id for one in found.new_clauses] == ["none", "first"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (A.is_true(), evolve(MINUTES, name="a").at_least(540)),
        (MINUTES.at_least(540), evolve(MINUTES, unit="hours").at_least(540)),
        (MINUTES.at_least(540), evolve(MINUTES, low=0).at_least(540)),
        (MINUTES.at_least(540), evolve(MINUTES, high=9000).at_least(540)),
        (COLOR.one_of(Color.RED), OneOf(evolve(COLOR, terms=Shape), (Shape.ROUND,))),
    ],
)
def test_two_facts_of_one_name_are_refused(old: Node, new: Node) -> None:
    (name,) = {fact.name for rule in (old, new) for fact in facts_of(rule)}

    with pytest.raises(InvalidRule) as caught:
        compare_rules(old, new)

    assert str(caught.value) == (
        f"{name}: expected one type, unit, list and pair of bounds in both rules"
    )


def test_rules_about_documentation_are_refused() -> None:
    with pytest.raises(InvalidRule) as caught:
        compare_rules(a, a & A.is_known())

    assert str(caught.value) == (
        "comparison: expected rules that do not ask whether something is known"
    )


def _flags(count: int) -> list[AnyFact]:
    return [evolve(A, name=f"flag-{at}") for at in range(count)]


def test_rules_with_as_many_facts_as_a_payer_asks_about_are_compared() -> None:
    rules = [evolve(a, fact=flag) for flag in _flags(18)]

    (change,) = compare_rules(AllOf(rules), AllOf(rules[1:]))

    assert (change.combinations, change.of, len(change.cells[0].within)) == (1, 2**18, 18)


def test_too_many_combinations_are_not_counted_but_shown() -> None:
    parts = [clause(evolve(a, fact=flag), flag.name) for flag in _flags(40)]
    colors = clause(COLORS.has(Color.RED) & ~COLORS.has(Color.BLUE), "colors")
    either = clause(COLORS.has(Color.RED) | COLORS.has(Color.GRAY), "either")

    lost, won = compare_rules(AllOf((*parts, either)), AllOf((*parts[1:], colors)))

    told = {f"flag-{at}": True for at in range(40)}
    assert lost == RuleChange(
        before=Truth.MET,
        after=Truth.NOT_MET,
        combinations=None,
        of=None,
        cells=(
            ChangedCells(
                within=(),
                answers={**told, "plan.colors": lost.cells[0].answers["plan.colors"]},
                old_clauses=(*parts, either),
                new_clauses=(colors,),
            ),
        ),
        lists_all=False,
    )
    (found,) = won.cells
    assert (won.before, won.lists_all) == (Truth.NOT_MET, False)
    assert found == ChangedCells(
        within=(),
        answers={
            **told,
            "flag-0": False,
            "plan.colors": Listing.of(Color.RED, lacks=[Color.BLUE, Color.GRAY]),
        },
        old_clauses=(parts[0],),
        new_clauses=(*parts[1:], colors),
    )


@pytest.mark.parametrize(
    ("missed", "told"),
    [
        (
            clause(b, "first") & clause(c, "second"),
            [{"b": False, "c": True}, {"b": True, "c": False}],
        ),
        (clause(b, "first") & clause(b, "second"), [{"b": False}]),
    ],
)
def test_examples_that_are_not_counted_miss_each_part_alone_where_they_can(
    missed: AllOf, told: list[dict[str, Answer]]
) -> None:
    flags = _flags(40)

    (lost, _) = compare_rules(AllOf([evolve(a, fact=flag) for flag in flags]), missed)

    flagged = {flag.name: True for flag in flags}
    assert [found.answers for found in lost.cells] == [{**flagged, **each} for each in told]


def test_large_rules_that_mean_the_same_do_not_differ() -> None:
    rules = [evolve(a, fact=flag) for flag in _flags(40)]

    assert compare_rules(AllOf(rules), ~AnyOf([~rule for rule in rules])) == ()
