"""What the checker finds in a rule without asking it."""

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
    asked,
    clause,
)

from iopkit.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Fact,
    FactType,
    Node,
    OneOf,
    all_of,
    at_least,
    check_rule,
)
from iopkit.values import Money, Text

a, b, c = A.is_true(), B.is_true(), C.is_true()
HOURS = evolve(MINUTES, name="plan.minutes-told", unit="minutes a week", least_bound=60)
WEEKS = evolve(MINUTES, name="weeks", unit="weeks")
DAYS = evolve(WEEKS, name="days", unit="days", derived_from=("weeks",))
MONTHS = evolve(WEEKS, name="months", unit="months", derived_from=("weeks",))
TOTAL = evolve(WEEKS, name="total", derived_from=("weekly", "weeks"))
TELLS = "expected facts of which none tells of another, got"
APART = "ask one of the two only, or ask what both come from"
TURN = "expected a rule that comes out one way or the other by what is answered, got one that is"
WHOLE = "check the numbers, their units, and whether all or any are meant"
EFFECT = "expected a rule that can change the outcome, got one that is met"
BOTH = "check the numbers and units of both"
SIDES = "expected a bound that person.age can fall on both sides of, from 0 to 90 years"
REMEDY = "check the number and its unit"
EMPTY = "expected at least one rule in the group; add one or take the group out"


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        (AllOf(()), f"rule: {EMPTY}"),
        (a & ~AnyOf(()), f"rule.all-of[1].not: {EMPTY}"),
        (
            a | clause(b & b),
            (
                "rule.any-of[1].clause.rule: expected each rule once in the group; "
                "take the repeated one out"
            ),
        ),
        (
            at_least(3, a, b),
            (
                "rule.at-least.count: expected a count from 1 to 2, the number of rules in the "
                "group, got 3"
            ),
        ),
        (
            AtLeast(0, (a, b)),
            (
                "rule.at-least.count: expected a count from 1 to 2, the number of rules in the "
                "group, got 0"
            ),
        ),
        (
            OneOf(COLOR, ()),
            "rule.one-of: expected at least one term of plan.color; name those that are meant",
        ),
        (
            COLOR.one_of(Color.RED, Color.RED),
            "rule.one-of: expected each term of plan.color once; take the repeated one out",
        ),
        (
            COLOR.one_of(*Color),
            (
                "rule.one-of: expected some terms of plan.color, got all of them, so that it is "
                "always met; name those that are meant, or take the rule out"
            ),
        ),
        (
            AGE.at_least(91),
            f"rule.at-least: {SIDES}, got 91, so that it is never met; {REMEDY}",
        ),
        (
            AGE.at_least(0),
            f"rule.at-least: {SIDES}, got 0, so that it is always met; {REMEDY}",
        ),
        (
            a & AGE.less_than(0),
            f"rule.all-of[1].less-than: {SIDES}, got 0, so that it is never met; {REMEDY}",
        ),
        (
            AGE.at_most(90),
            f"rule.at-most: {SIDES}, got 90, so that it is always met; {REMEDY}",
        ),
        (
            A.is_known() & b,
            (
                "rule.all-of[0].known: expected a question about a itself; `known` belongs to rule "
                "sets about documentation only"
            ),
        ),
        (
            clause(a, name="Some Clause"),
            "rule.clause.id: expected an id in kebab-case, such as weekly-hours, got 'Some Clause'",
        ),
        (
            clause(a, source=""),
            (
                "rule.clause.source: expected the id of the source that states the clause; "
                "every clause cites one"
            ),
        ),
        (
            a & evolve(A, question=asked("another")).is_true(),
            "rule: expected one fact named a, got 2 that differ; use the same one",
        ),
        (
            HOURS.at_least(9),
            (
                "rule.at-least: expected a bound on plan.minutes-told in minutes a week, 60 or "
                "more, got 9, which looks like another unit; 9 hours are written 540"
            ),
        ),
        (
            evolve(WEEKS, least_bound=2).at_least(1),
            (
                "rule.at-least: expected a bound on weeks in weeks, 2 or more, got 1, "
                "which looks like another unit"
            ),
        ),
        (
            WEEKS.at_least(2) & a & ~DAYS.at_least(9),
            (
                f"rule.all-of[2].not.fact: {TELLS} days beside weeks, but days comes from weeks; "
                f"{APART}"
            ),
        ),
        (
            DAYS.at_least(9) & WEEKS.at_least(2),
            f"rule.all-of[1].fact: {TELLS} weeks beside days, but days comes from it; {APART}",
        ),
        (
            DAYS.at_least(9) & MONTHS.at_least(2),
            (
                f"rule.all-of[1].fact: {TELLS} months beside days, but months comes from weeks; "
                f"{APART}"
            ),
        ),
        (a | ~a, f"rule: {TURN} always met; {WHOLE}"),
        (
            b & clause(at_least(2, a, ~a)),
            f"rule.all-of[1].clause.rule: {TURN} never met; {WHOLE}",
        ),
        (
            b & clause(MINUTES.at_least(540) & MINUTES.at_most(300)),
            (
                "rule.all-of[1].clause.rule.all-of[1]: expected rules that can be met together, "
                "got one that is never met where the rule at rule.all-of[1].clause.rule.all-of[0] "
                f"is; {BOTH}"
            ),
        ),
        (
            clause(MINUTES.at_least(360), "six") & clause(b & MINUTES.at_least(540), "nine"),
            f"rule.all-of[0]: {EFFECT} whenever clause 'nine' is; take it out, or {BOTH}",
        ),
        (
            clause(MINUTES.at_least(360), "six") | clause(MINUTES.at_least(540), "nine"),
            f"rule.any-of[1]: {EFFECT} only where clause 'six' is; take it out, or {BOTH}",
        ),
        (
            COLOR.one_of(Color.RED, Color.BLUE)
            & (COLOR.one_of(Color.RED) | a)
            & COLOR.one_of(*list(Color)[:3]),
            (
                f"rule.all-of[2]: {EFFECT} whenever the rule at rule.all-of[0] is; take it out, "
                f"or {BOTH}"
            ),
        ),
        (
            clause(COLORS.has(Color.RED), "one") & clause(~~COLORS.has(Color.RED), "two"),
            f"rule.all-of[1]: {EFFECT} whenever clause 'one' is; take it out, or {BOTH}",
        ),
    ],
)
def test_what_cannot_be_meant_is_told(rule: Node, problem: str) -> None:
    assert [found.message() for found in check_rule(rule, path="rule")] == [problem]


def test_a_clause_id_that_is_used_twice_is_told_at_both_places() -> None:
    rule = clause(a, "same") & clause(b, "same")

    problems = check_rule(rule)

    assert [problem.message() for problem in problems] == [
        f"all-of[{at}].clause.id: expected each clause id once, got 'same' 2 times; rename one"
        for at in (0, 1)
    ]


def test_every_problem_is_told_with_its_code() -> None:
    rule = at_least(4, a, a, AGE.at_least(99), clause(A.is_known(), source=""))

    assert [problem.code for problem in check_rule(rule)] == [
        "rule-duplicate-part",
        "rule-never-decides",
        "rule-no-source",
        "rule-known",
    ]


def test_problems_are_in_spanish_too() -> None:
    open_ended = Fact[int](
        name="x", type=FactType.WHOLE_NUMBER, unit="days", question=asked("x"), low=1
    )

    (problem,) = check_rule(open_ended.at_least(1))

    assert problem.text == Text(
        "expected a bound that x can fall on both sides of, from 1 to … days, got 1, "
        "so that it is always met; check the number and its unit",
        "se esperaba un límite con valores de x a ambos lados, de 1 a … days, se leyó 1, "
        "así que siempre se cumple; revise el número y su unidad",
    )


@pytest.mark.parametrize(
    "rule",
    [
        a & ~b,
        AGE.at_least(1) & AGE.at_most(89) & MINUTES.at_least(540),
        AGE.equals(0) | AGE.equals(90),
        COLOR.one_of(Color.RED) | COLORS.has(Color.RED),
        FEE.at_most(Money(1)) & START.at_least(date(2026, 1, 1)),
        clause(at_least(2, a, b, c), "one") & clause(~at_least(3, a, b, c), "two"),
        (AGE.at_most(17) | MINUTES.at_least(540)) & (AGE.at_least(18) | MINUTES.at_least(360)),
        (HOURS.more_than(0) & HOURS.at_most(900)) | a,
        DAYS.at_least(3) & TOTAL.at_least(7),
    ],
)
def test_a_rule_that_can_be_meant_has_no_problem(rule: Node) -> None:
    assert check_rule(rule) == ()


FLAGS = [evolve(A, name=f"flag-{at}").is_true() for at in range(15)]
BOUNDS = [MINUTES.at_least(bound) for bound in range(1, 102)]


@pytest.mark.parametrize(
    ("small", "large"),
    [
        (all_of(*BOUNDS[:100]), all_of(*BOUNDS)),
        (BOUNDS[1] & at_least(2, a, *BOUNDS[:20]), BOUNDS[1] & at_least(2, a, *BOUNDS)),
        (all_of(*FLAGS[:14]) | at_least(2, *FLAGS[:14]), all_of(*FLAGS) | at_least(2, *FLAGS)),
    ],
)
def test_parts_that_are_too_large_to_compare_are_not_judged(small: Node, large: Node) -> None:
    codes = [{problem.code for problem in check_rule(rule)} for rule in (small, large)]

    assert codes == [{"rule-no-effect"}, set()]


def test_known_may_stand_in_rules_about_documentation() -> None:
    assert check_rule(A.is_known() & b, documentation=True) == ()
