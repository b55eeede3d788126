"""A rule file, or a ladder, that reads well but cannot mean what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.bad_input import problems_of

from iopkit.formats import read
from iopkit.law import Ladder, RuleSet
from iopkit.values import DocumentError

SET = """\
id: a
version: "2024-01-01"
title: {{en: Example, es: Ejemplo}}
authority: {{en: Nobody, es: Nadie}}
jurisdiction: us
subject: {subject}
in_force: 2024-01-01..open
{more}
clauses:
  - {{id: one, label: {{en: A, es: B}}, source: s, rule: {one}}}
  - {{id: two, label: {{en: A, es: B}}, source: s, rule: {two}}}
"""
LADDER = """\
id: a
version: "2024-01-01"
title: {{en: Example, es: Ejemplo}}
authority: {{en: Nobody, es: Nadie}}
in_force: 2024-01-01..open
lowest: outpatient-therapy
highest: iop
needs:
  - level: iop
    clause: {{id: one, label: {{en: A, es: B}}, source: s, rule: {one}}}
beside:
  - {{id: two, label: {{en: A, es: B}}, source: s, rule: {two}}}
"""
WEEKLY = "{{fact: treatment-plan.weekly-minutes, {}: {}}}"
NINE, SIX = WEEKLY.format("at-least", 540), WEEKLY.format("at-least", 360)
FIVE = WEEKLY.format("at-most", 300)
DISORDER = "{fact: person.has-mental-or-substance-use-disorder, is: yes}"
PTSD = "{fact: person.conditions, has: ptsd}"
KNOWN = "{fact: person.age, known: yes}"
READY = "{fact: person.is-ready-to-attend, is: yes}"


def rule_set(one: str, two: str, more: str = "", subject: str = "admission") -> str:
    """Return a rule set of two clauses."""
    return SET.format(one=one, two=two, more=more, subject=subject)


def advisory(rule: str) -> str:
    """Return the list of one advisory."""
    return f"advisories: [{{id: three, label: {{en: A, es: B}}, source: s, rule: {rule}}}]"


BAD: dict[str, tuple[type, str, list[str]]] = {
    "the weaker of two clauses": (
        RuleSet,
        rule_set(NINE, SIX),
        [
            (
                "<text>:11:5: clauses[1]: expected a rule that can change the outcome, got one "
                "that is met whenever clause 'one' is; take it out, or check the numbers and units "
                "of both"
            )
        ],
    ),
    "clauses that exclude each other": (
        RuleSet,
        rule_set(f"{{all-of: [{READY}, {FIVE}]}}", NINE),
        [
            (
                "<text>:11:5: clauses[1]: expected rules that can be met together, got one that is "
                "never met where clause 'one' is; check the numbers and units of both"
            )
        ],
    ),
    "a clause that excludes itself": (
        RuleSet,
        rule_set(READY, f"{{all-of: [{NINE}, {FIVE}]}}"),
        [
            (
                "<text>:11:119: clauses[1].rule.all-of[1]: expected rules that can be met "
                "together, got one that is never met where the rule at clauses[1].rule.all-of[0] "
                "is; check the numbers and units of both"
            )
        ],
    ),
    "facts that tell of one another": (
        RuleSet,
        rule_set(NINE, PTSD, f"applies: {DISORDER}"),
        [
            (
                "<text>:8:17: applies.fact: expected facts of which none tells of another, got "
                "person.has-mental-or-substance-use-disorder beside person.conditions, but "
                "person.has-mental-or-substance-use-disorder comes from person.conditions; ask one "
                "of the two only, or ask what both come from"
            )
        ],
    ),
    "an advisory that asks what is known": (
        RuleSet,
        rule_set(NINE, READY, advisory(KNOWN)),
        [
            (
                "<text>:8:92: advisories[0].rule.known: expected a question about person.age "
                "itself; `known` belongs to rule sets about documentation only"
            )
        ],
    ),
    "the same id twice, and no source": (
        RuleSet,
        rule_set(NINE, READY).replace("id: two", "id: one").replace("source: s", "source: ''", 1),
        [
            (
                "<text>:10:10: clauses[0].id: expected each clause id once, got 'one' 2 times; "
                "rename one"
            ),
            (
                "<text>:10:46: clauses[0].source: expected the id of the source that states the "
                "clause; every clause cites one"
            ),
            (
                "<text>:11:10: clauses[1].id: expected each clause id once, got 'one' 2 times; "
                "rename one"
            ),
        ],
    ),
    "for whom it is meant, in vain": (
        RuleSet,
        rule_set(NINE, READY, "applies: {any-of: []}"),
        [
            (
                "<text>:8:10: applies: expected at least one rule in the group; add one or take "
                "the group out"
            )
        ],
    ),
    "a need that is always there": (
        Ladder,
        LADDER.format(one=f"{{any-of: [{READY}, {{not: {READY}}}]}}", two=NINE),
        [
            (
                "<text>:10:63: needs[0].clause.rule: expected a rule that comes out one way or the "
                "other by what is answered, got one that is always met; check the numbers, their "
                "units, and whether all or any are meant"
            )
        ],
    ),
    "a need beside a level that asks what is known": (
        Ladder,
        LADDER.format(one=READY, two=KNOWN),
        [
            (
                "<text>:12:81: beside[0].rule.known: expected a question about person.age itself; "
                "`known` belongs to rule sets about documentation only"
            )
        ],
    ),
    "a barrier that asks what is known": (
        Ladder,
        LADDER.format(one=READY, two=KNOWN).replace("beside:", "barriers:"),
        [
            (
                "<text>:12:81: barriers[0].rule.known: expected a question about person.age "
                "itself; `known` belongs to rule sets about documentation only"
            )
        ],
    ),
}


@pytest.mark.parametrize(("kind", "text", "messages"), BAD.values(), ids=BAD)
def test_law_that_cannot_be_meant_is_told_with_its_place(
    kind: type, text: str, messages: list[str]
) -> None:
    assert problems_of(kind, text) == messages


@pytest.mark.parametrize(
    "text",
    [
        rule_set(NINE, READY, advisory(SIX)),
        rule_set(NINE, READY, advisory(FIVE)),
        rule_set(NINE, READY, f"applies: {PTSD}"),
        rule_set(NINE, KNOWN, subject="documentation"),
        rule_set(f"{{any-of: [{READY}, {NINE}]}}", SIX),
    ],
)
def test_law_that_can_be_meant_is_read(text: str) -> None:
    assert len(read(RuleSet, text).clauses) == 2


def test_the_clauses_of_a_ladder_are_not_compared_with_one_another() -> None:
    assert read(Ladder, LADDER.format(one=NINE, two=FIVE)).id == "a"


def test_the_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(rule_set(NINE, SIX), encoding="utf-8")

    with pytest.raises(DocumentError) as caught:
        read(RuleSet, file)

    assert [str(problem.place) for problem in caught.value.problems] == [f"{file}:11:5"]
    assert [problem.code for problem in caught.value.problems] == ["rule-no-effect"]
