"""A rule file, or a ladder, that reads well but cannot mean what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.bad_input import problems_of

from iopkit.facts import FACTS
from iopkit.formats import read
from iopkit.law import Ladder, RuleSet
from iopkit.rules import FactType
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
READY, ABLE, STABLE, HARDY = (
    f"{{fact: person.{name}, is: yes}}"
    for name in (
        "is-ready-to-attend",
        "can-take-part",
        "is-medically-stable",
        "tolerates-intensity",
    )
)
HOURS = (
    "{{all-of: ["
    "{{any-of: [{{fact: {high}}}, {{fact: treatment-plan.weekly-minutes, at-least: 540}}]}},"
    " {{any-of: [{{fact: {low}, at-least: 18}},"
    " {{fact: treatment-plan.weekly-minutes, at-least: 360}}]}}]}}"
)
BOTH_WAYS = HOURS.format(high="person.age, at-most: 17", low="person.age")
NEVER_READY = (
    f"{{all-of: [{{any-of: [{READY}, {{all-of: [{ABLE}, {HARDY}]}}]}},"
    f" {{any-of: [{{not: {READY}}}, {STABLE}]}},"
    f" {{any-of: [{{not: {READY}}}, {{not: {STABLE}}}]}}]}}"
)
ANXIETY = "{fact: person.conditions, has: anxiety}"
OF_BOTH = (
    "with person.age = not known, treatment-plan.weekly-minutes = 359 minutes a week (5 h 59 min)"
    " or less, though it is never met then"
)
NOT_EXACT = (
    "{}: expected an outcome that is not known only where answers differ, got{} one that is not "
    "known {}; ask about each of these facts in one place or in one direction, or part the rule "
    "in two by whom it applies to"
)


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
    "hours where minutes are meant": (
        RuleSet,
        rule_set(WEEKLY.format("at-least", 9), WEEKLY.format("at-least", "9 hours")),
        [
            (
                "<text>:10:103: clauses[0].rule.at-least: expected a bound on "
                "treatment-plan.weekly-minutes in minutes a week, 60 or more, got 9, which looks "
                "like another unit; 9 hours are written 540"
            ),
            (
                "<text>:11:103: clauses[1].rule.at-least: expected a whole number in digits, such "
                "as 540, in minutes a week, got '9 hours'; write 540"
            ),
        ],
    ),
    "a number in another unit": (
        RuleSet,
        rule_set(WEEKLY.format("at-least", 9), READY),
        [
            (
                "<text>:10:103: clauses[0].rule.at-least: expected a bound on "
                "treatment-plan.weekly-minutes in minutes a week, 60 or more, got 9, which looks "
                "like another unit; 9 hours are written 540"
            )
        ],
    ),
    "a threshold that nobody reaches": (
        RuleSet,
        rule_set(NINE, "{fact: person.age, at-least: 91}"),
        [
            (
                "<text>:11:84: clauses[1].rule.at-least: expected a bound that person.age can fall "
                "on both sides of, from 0 to 90 years, got 91, so that it is never met; check the "
                "number and its unit"
            )
        ],
    ),
    "a source left out": (
        RuleSet,
        rule_set(NINE, READY).replace(" source: s,", "", 1),
        ["<text>:10:5: clauses[0]: expected the key 'source'; add it: it must be told"],
    ),
    "three clauses that exclude one another": (
        RuleSet,
        rule_set(f"{{any-of: [{READY}, {ABLE}]}}", f"{{any-of: [{READY}, {{not: {ABLE}}}]}}")
        + f"  - {{id: three, label: {{en: A, es: B}}, source: s, rule: {{not: {READY}}}}}\n",
        [
            (
                "<text>:10:3: clauses: expected a rule that comes out one way or the other by what "
                "is answered, got one that is never met; check the numbers, their units, and "
                "whether all or any are meant"
            )
        ],
    ),
    "a clause that all others together make superfluous": (
        RuleSet,
        rule_set(f"{{any-of: [{READY}, {ABLE}]}}", f"{{any-of: [{STABLE}, {HARDY}]}}")
        + "  - {id: three, label: {en: A, es: B}, source: s, rule: {any-of: [{all-of: ["
        f"{READY}, {STABLE}]}}, {ABLE}, {HARDY}]}}}}\n",
        [
            (
                "<text>:12:5: clauses[2]: expected a rule that can change the outcome, got one "
                "that is met whenever every other rule of the group is; take it out, or check the "
                "numbers and units of all"
            )
        ],
    ),
    "clauses that are not exact": (
        RuleSet,
        rule_set(BOTH_WAYS, READY),
        [NOT_EXACT.format("<text>:10:5: clauses[0]", " in clauses 'one'", OF_BOTH)],
    ),
    "for whom it is meant, not exact": (
        RuleSet,
        rule_set(STABLE, READY, f"applies: {BOTH_WAYS}"),
        [NOT_EXACT.format("<text>:8:10: applies", "", OF_BOTH)],
    ),
    "an advisory that is not exact": (
        RuleSet,
        rule_set(NINE, READY, advisory(NEVER_READY)),
        [
            NOT_EXACT.format(
                "<text>:8:14: advisories[0]",
                " in clauses 'three'",
                (
                    "with person.is-ready-to-attend = not known, person.tolerates-intensity = no, "
                    "person.is-medically-stable = not known, though it is never met then"
                ),
            )
        ],
    ),
    "a need that is not exact": (
        Ladder,
        LADDER.format(one=BOTH_WAYS, two=NINE),
        [NOT_EXACT.format("<text>:10:13: needs[0].clause", " in clauses 'one'", OF_BOTH)],
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
        rule_set(NINE, f"{{all-of: [{PTSD}, {ANXIETY}]}}"),
        rule_set(
            NINE,
            f"{{all-of: [{PTSD}, {{fact: person.conditions, known: yes}}]}}",
            subject="documentation",
        ),
        rule_set(
            f"{{any-of: [{{all-of: [{READY}, {ABLE}]}}, {{all-of: [{{not: {READY}}}, {STABLE}]}},"
            f" {{all-of: [{ABLE}, {STABLE}]}}]}}",
            NINE,
        ),
        rule_set(HOURS.format(high="program.max-age, at-most: 17", low="program.min-age"), READY),
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


def test_a_rule_too_large_to_prove_is_told_with_its_facts() -> None:
    told = (fact for fact in FACTS.values() if not fact.derived_from)
    needs = [fact.name for fact in told if fact.type is FactType.BOOLEAN][:16]
    asked = ", ".join(f"{{fact: {name}, is: yes}}" for name in needs)
    rule = f"{{at-least: {{count: 7, of: [{asked}, {{fact: {needs[0]}, is: no}}]}}}}"

    with pytest.raises(DocumentError) as caught:
        read(RuleSet, rule_set(NINE, rule))

    (problem,) = caught.value.problems
    assert problem.message("es") == (
        "<text>:11:5: clauses[1]: se esperaba un resultado que no se sepa solo si las"
        " respuestas difieren, se leyó en las cláusulas 'two' más de 1,000,000 respuestas"
        f" parciales sobre {', '.join(needs)}, demasiadas para probarlas; pregunte cada uno de"
        " estos datos en un solo lugar o en una sola dirección, o divida la regla en dos según a"
        " quién se aplica"
    )


def test_law_that_was_checked_before_is_not_checked_again() -> None:
    assert read(RuleSet, rule_set(NINE, SIX), is_checked=True).id == "a"
