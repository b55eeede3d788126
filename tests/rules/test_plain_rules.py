"""Rules as documents write them, and what a wrong document is told."""

from datetime import date

import pytest
from tests.rules.rule_facts import AGE, COLOR, COLORS, FACTS, FEE, START, A, B, C, Color, clause

from iopkit.rules import Node, Not, at_least, from_plain, places_of, to_plain
from iopkit.values import DocumentError, Money, Text

a, b, c = A.is_true(), B.is_true(), C.is_true()
STATED = {
    "id": "some-clause",
    "label": {"en": "Something", "es": "Algo"},
    "source": "some-source",
    "rule": {"fact": "a", "is": "yes"},
}


@pytest.mark.parametrize(
    ("rule", "plain"),
    [
        (a, {"fact": "a", "is": "yes"}),
        (A.is_false(), {"fact": "a", "is": "no"}),
        (~A.is_false(), {"not": {"fact": "a", "is": "no"}}),
        (AGE.at_least(18), {"fact": "person.age", "at-least": "18"}),
        (AGE.at_most(18), {"fact": "person.age", "at-most": "18"}),
        (AGE.more_than(18), {"fact": "person.age", "more-than": "18"}),
        (AGE.less_than(-1), {"fact": "person.age", "less-than": "-1"}),
        (AGE.equals(0), {"fact": "person.age", "equals": "0"}),
        (AGE.equals(1), {"fact": "person.age", "equals": "1"}),
        (FEE.at_most(Money(123450)), {"fact": "plan.fee", "at-most": "1234.50"}),
        (START.at_least(date(2026, 3, 2)), {"fact": "plan.start", "at-least": "2026-03-02"}),
        (COLOR.one_of(Color.RED, Color.BLUE), {"fact": "plan.color", "one-of": ["red", "blue"]}),
        (COLORS.has(Color.RED), {"fact": "plan.colors", "has": "red"}),
        (A.is_known(), {"fact": "a", "known": "yes"}),
        (~A.is_known(), {"fact": "a", "known": "no"}),
        (a & b, {"all-of": [{"fact": "a", "is": "yes"}, {"fact": "b", "is": "yes"}]}),
        (a | b, {"any-of": [{"fact": "a", "is": "yes"}, {"fact": "b", "is": "yes"}]}),
        (at_least(1, a), {"at-least": {"count": "1", "of": [{"fact": "a", "is": "yes"}]}}),
        (~AGE.equals(1), {"not": {"fact": "person.age", "equals": "1"}}),
        (~(a & b), {"not": {"all-of": [{"fact": "a", "is": "yes"}, {"fact": "b", "is": "yes"}]}}),
        (clause(a), {"clause": STATED}),
    ],
)
def test_each_rule_has_one_plain_form(rule: Node, plain: object) -> None:
    assert to_plain(rule) == plain
    assert from_plain(plain, FACTS) == rule


def test_a_clause_keeps_its_section_and_its_review() -> None:
    label = {"en": "Something", "es": "Algo", "reviewed": "yes"}
    plain = {"clause": {**STATED, "label": label, "section": "(c)(1)"}}

    rule = from_plain(plain, FACTS)

    assert clause(a) != rule
    assert to_plain(rule) == plain | {"clause": {**STATED, "label": label, "section": "(c)(1)"}}


def test_money_may_be_written_with_commas() -> None:
    plain = {"fact": "plan.fee", "at-most": "1,234.50"}

    assert from_plain(plain, FACTS) == FEE.at_most(Money(123450))


def test_a_not_of_a_yes_is_the_same_as_a_no() -> None:
    plain = {"not": {"fact": "a", "is": "yes"}}

    assert from_plain(plain, FACTS) == A.is_false()


GROUPS = "fact, all-of, any-of, at-least, not, clause"
A_RULE = "expected a rule, such as {fact: person.age, at-least: 18}"
CLAUSE_KEYS = "expected no key but id, label, source, rule, section"
ORDER = "at-least, at-most, more-than, less-than, equals, known"
DIGITS = "expected a whole number in digits, such as 540"
AN_AGE = f"{DIGITS}, in years"


@pytest.mark.parametrize(
    ("plain", "messages"),
    [
        ("yes", [A_RULE]),
        ({}, [A_RULE]),
        ([], [A_RULE]),
        ({1: "x"}, [A_RULE]),
        (
            {"all-off": []},
            [f"all-off: expected no key but {GROUPS}, got 'all-off'; did you mean all-of, any-of?"],
        ),
        (
            {"all-of": [], "any-of": []},
            ["expected one group alone; put several rules under all-of or any-of"],
        ),
        ({"all-of": "a"}, ["all-of: expected a list of rules"]),
        ({"any-of": {"fact": "a"}}, ["any-of: expected a list of rules"]),
        ({"not": []}, [f"not: {A_RULE}"]),
        ({"fact": "d", "is": "yes"}, ["fact: expected the name of a fact, got 'd'"]),
        ({"fact": ["a"], "is": "yes"}, ["fact: expected the name of a fact, got something else"]),
        (
            {"fact": "person.agee", "at-least": "1"},
            ["fact: expected the name of a fact, got 'person.agee'; did you mean person.age?"],
        ),
        (
            {"fact": "a"},
            ["expected `fact` and one comparison, such as at-least; put several under all-of"],
        ),
        (
            {"fact": "person.age", "at-least": "1", "at-most": "2"},
            ["expected `fact` and one comparison, such as at-least; put several under all-of"],
        ),
        (
            {"fact": "a", "at-least": "1"},
            ["at-least: expected is, known for a, whose answer is yes or no, got 'at-least'"],
        ),
        (
            {"fact": "person.age", "is": "yes"},
            [f"is: expected {ORDER} for person.age, whose answer is a whole number, got 'is'"],
        ),
        ({"fact": "a", "is": "true"}, ["is: expected yes or no, got 'true'"]),
        ({"fact": "a", "is": True}, ["is: expected yes or no, got something else"]),
        ({"fact": "a", "known": "maybe"}, ["known: expected yes or no, got 'maybe'"]),
        ({"fact": "person.age", "at-least": "9.5"}, [f"at-least: {AN_AGE}, got '9.5'"]),
        ({"fact": "person.age", "at-least": "018"}, [f"at-least: {AN_AGE}, got '018'"]),
        ({"fact": "person.age", "at-least": "٣"}, [f"at-least: {AN_AGE}, got '٣'"]),
        (
            {"fact": "person.age", "at-least": 18},
            [f"at-least: {AN_AGE}, got something else"],
        ),
        (
            {"fact": "plan.fee", "at-most": "$5"},
            ["at-most: expected an amount in dollars and cents, such as 1,234.50, got '$5'"],
        ),
        (
            {"fact": "plan.start", "at-least": "2026-02-30"},
            ["at-least: expected a date YYYY-MM-DD, got '2026-02-30'"],
        ),
        (
            {"fact": "plan.color", "one-of": "red"},
            ["one-of: expected a list of terms, such as [medicare]"],
        ),
        (
            {"fact": "plan.color", "one-of": ["red", "gren", "x"]},
            [
                "one-of[1]: expected a term of plan.color, got 'gren'; did you mean green?",
                "one-of[2]: expected a term of plan.color, got 'x'",
            ],
        ),
        (
            {"fact": "plan.colors", "has": "grey"},
            ["has: expected a term of plan.colors, got 'grey'; did you mean gray, green?"],
        ),
        ({"at-least": []}, ["at-least: expected a mapping with count, of"]),
        (
            {"at-least": {"count": "two", "of": ["a"]}},
            [f"at-least.count: {DIGITS}, got 'two'", f"at-least.of[0]: {A_RULE}"],
        ),
        (
            {"clause": {"id": "", "label": "x", "sourc": "y", "rule": {"fact": "d", "is": "yes"}}},
            [
                "clause: expected the key source; add it, since nothing is assumed",
                "clause.sourc: " + CLAUSE_KEYS + ", got 'sourc'; did you mean source?",
                "clause.id: expected words, got ''",
                "clause.label: expected a mapping with en, es",
                "clause.rule.fact: expected the name of a fact, got 'd'",
            ],
        ),
        (
            {"clause": {**STATED, "label": {"en": "x", "reviewed": "perhaps"}}},
            [
                "clause.label: expected the key es; add it, since nothing is assumed",
                "clause.label.reviewed: expected yes or no, got 'perhaps'",
            ],
        ),
        (
            {"clause": {**STATED, "section": " "}},
            ["clause.section: expected words, got ' '"],
        ),
    ],
)
def test_a_wrong_document_is_told_every_problem(plain: object, messages: list[str]) -> None:
    with pytest.raises(DocumentError) as caught:
        from_plain(plain, FACTS)

    assert [problem.message() for problem in caught.value.problems] == messages


def test_problems_of_all_parts_are_told_together_with_codes_and_paths() -> None:
    plain = {"any-of": [{"fact": "a", "is": "on"}, {"not": {"fact": "z", "is": "no"}}, "c"]}

    with pytest.raises(DocumentError) as caught:
        from_plain(plain, FACTS, path="clauses[3].rule")

    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("rule-value", "clauses[3].rule.any-of[0].is"),
        ("rule-unknown-fact", "clauses[3].rule.any-of[1].not.fact"),
        ("rule-shape", "clauses[3].rule.any-of[2]"),
    ]


def test_problems_are_told_in_spanish_too() -> None:
    with pytest.raises(DocumentError) as caught:
        from_plain({"fact": "person.agee", "at-least": "1"}, FACTS)

    assert caught.value.problems[0].text == Text(
        "expected the name of a fact, got 'person.agee'; did you mean person.age?",
        "se esperaba el nombre de un dato, se leyó 'person.agee'; ¿quiso decir person.age?",
    )


def test_every_part_of_a_rule_has_its_path_in_the_plain_form() -> None:
    rule = clause(a & ~b) | at_least(1, Not(a | b))

    assert [path for path, _ in places_of(rule, "rule")] == [
        "rule",
        "rule.any-of[0]",
        "rule.any-of[0].clause.rule",
        "rule.any-of[0].clause.rule.all-of[0]",
        "rule.any-of[0].clause.rule.all-of[1]",
        "rule.any-of[0].clause.rule.all-of[1]",
        "rule.any-of[1]",
        "rule.any-of[1].at-least.of[0]",
        "rule.any-of[1].at-least.of[0].not",
        "rule.any-of[1].at-least.of[0].not.any-of[0]",
        "rule.any-of[1].at-least.of[0].not.any-of[1]",
    ]
