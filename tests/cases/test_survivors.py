"""The changes themselves, on a small law whose table is whole, and on one that misses a line."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.cases.case_tables import Table, table_of
from tests.cases.mutants import changes_of, periods_near
from tests.cases.survivors import survivors_of

from iopkit.facts import FACTS
from iopkit.law.ladders import Ladder, Need
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.rules import Clause, Node, from_plain
from iopkit.values.periods import Period
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.coverage import RuleSubject

AGE, STABLE, PAYER = "person.age", "person.is-medically-stable", "coverage.payer-kind"
NAME = Text("Example", "Ejemplo")


def rule(data: object) -> Node:
    return from_plain(data, FACTS)


def clause(name: str, data: object) -> Clause:
    return Clause(name, NAME, rule(data), "example")


LAW = RuleSet(
    id="state/example",
    version="2025-01-01",
    title=NAME,
    authority=NAME,
    jurisdiction="VA",
    subject=RuleSubject.ADMISSION,
    care_level=None,
    in_force=Period.parse("2025-01-01..2026-01-01"),
    applies=rule({"fact": PAYER, "one-of": ["medicaid"]}),
    clauses=(
        clause("adult", {"fact": AGE, "at-least": "18"}),
        clause("risk", {"at-least": {"count": "1", "of": [{"fact": STABLE, "is": "no"}]}}),
        clause("drinks", {"fact": "person.conditions", "has": "alcohol-use-disorder"}),
    ),
    advisories=(clause("young", {"fact": AGE, "less-than": "65"}),),
    reviews=(Review(id="plan", label=NAME, source="example", first_by_day=18, every_days=30),),
)
LADDER = Ladder(
    id="state/example",
    version="2025-01-01",
    title=NAME,
    authority=NAME,
    in_force=Period.parse("2025-01-01..open"),
    lowest=CareLevel.OUTPATIENT_THERAPY,
    highest=CareLevel.PHP,
    needs=(Need(clause=clause("unstable", {"fact": STABLE, "is": "no"}), level=CareLevel.IOP),),
    barriers=(clause("minor", {"fact": AGE, "less-than": "18"}),),
)
WHOLE = """\
decides: rules state/example
on: 2025-06-01
given:
  person.age: 18
  person.is-medically-stable: no
  person.conditions: {has: [alcohol-use-disorder], complete: yes}
cases:
  - {name: eighteen, expected: met}
  - {name: seventeen, given: {person.age: 17}, expected: not-met, fails: [adult]}
  - {name: stable, given: {person.is-medically-stable: yes}, expected: not-met, fails: [risk]}
  - {name: sober, given: {person.conditions: {complete: yes}}, expected: not-met, fails: [drinks]}
  - {name: old, given: {person.age: 65}, expected: met, advises: [young]}
  - {name: not so old, given: {person.age: 64}, expected: met}
  - {name: for some, given: {coverage.payer-kind: medicaid}, applies: met}
  - {name: for no others, given: {coverage.payer-kind: {other-than: [medicaid]}}, applies: not-met}
  - {name: first day, on: 2025-01-01, expected: met}
  - {name: last day, on: 2025-12-31, expected: met}
  - {name: too early, on: 2024-12-31, expected: not-in-force}
  - {name: too late, on: 2026-01-01, expected: not-in-force}
reviews:
  - {review: plan, first-on-time: [18], first-late: [19], on-time: [30], late: [31]}
"""
PLACES = """\
decides: ladder state/example
on: 2025-06-01
given: {person.age: 18, person.is-medically-stable: no}
cases:
  - {name: needs more, at-least: iop, at-most: iop}
  - name: needs nothing
    given: {person.is-medically-stable: yes}
    at-least: outpatient-therapy
    at-most: outpatient-therapy
  - {name: minor, given: {person.age: 17}, at-least: iop, at-most: iop, present: [minor]}
  - {name: first day, on: 2025-01-01, at-least: iop, at-most: iop}
  - {name: too early, on: 2024-12-31, expected: not-in-force}
"""


def table(text: str) -> Table:
    read = table_of("example.yaml", text)
    assert read.problems == ()
    return read


def without(text: str, case: str) -> Table:
    return table("".join(line for line in text.splitlines(keepends=True) if case not in line))


def test_a_whole_table_lets_no_change_pass() -> None:
    assert survivors_of(LAW, table(WHOLE), [LAW]) == ()
    assert survivors_of(LADDER, table(PLACES), [LADDER]) == ()


def surviving(*lines: tuple[str, str]) -> tuple[str, ...]:
    return tuple(f"state/example 2025-01-01: survives: {said}; {hint}" for said, hint in lines)


YOUNGER = "add a case with {person.age: 17}: not met, and by the change met"
OTHERS = len(list(FACTS[PAYER].terms or ())) - 2
WITH_OTHERS = f"coverage.payer-kind one-of with medicare, and {OTHERS} alike, in applies"
TOO_LATE = "add a case `on: 2026-01-01` with `expected: not-in-force`"


@pytest.mark.parametrize(
    ("case", "survivors"),
    [
        (
            "name: seventeen",
            surviving(
                ("the whole rule -> left out in clause adult", YOUNGER),
                (
                    "person.age at-least 18 -> person.age at-least 17 in clause adult",
                    "add a case with {person.age: 17}: not met, and by the change met",
                ),
            ),
        ),
        (
            "name: sober",
            surviving(
                (
                    "the whole rule -> left out in clause drinks",
                    (
                        "add a case with {person.conditions: {lacks: [alcohol-use-disorder]}}: "
                        "not met, and by the change met"
                    ),
                )
            ),
        ),
        (
            "name: not so old",
            surviving(
                (
                    "person.age less-than 65 -> person.age less-than 64 in advisory young",
                    "add a case with {person.age: 64}: met, and by the change not met",
                )
            ),
        ),
        (
            "name: for no others",
            surviving(
                (
                    "the whole rule -> left out in applies",
                    (
                        "add a case with {coverage.payer-kind: medicare}: "
                        "not met, and by the change met"
                    ),
                ),
                (
                    WITH_OTHERS,
                    "add a case with {coverage.payer-kind: {other-than: [medicaid]}}",
                ),
            ),
        ),
        (
            "name: last day",
            surviving(
                (
                    "in force 2025-01-01..2026-01-01 -> 2025-01-01..2025-12-31",
                    "add a case `on: 2025-12-31` with an outcome",
                )
            ),
        ),
        (
            "name: too late",
            surviving(
                ("in force 2025-01-01..2026-01-01 -> 2025-01-01..2026-01-02", TOO_LATE),
                ("in force 2025-01-01..2026-01-01 -> 2025-01-01..open", TOO_LATE),
            ),
        ),
    ],
)
def test_a_case_that_is_missing_lets_its_changes_pass(
    case: str, survivors: tuple[str, ...]
) -> None:
    assert survivors_of(LAW, without(WHOLE, case), [LAW]) == survivors


def test_a_term_that_no_case_tells_alone_lets_another_pass() -> None:
    both = "has: [alcohol-use-disorder, anxiety]"
    vague = table(WHOLE.replace("has: [alcohol-use-disorder]", both))

    assert survivors_of(LAW, vague, [LAW]) == surviving(
        (
            (
                "person.conditions has alcohol-use-disorder -> person.conditions has anxiety "
                "in clause drinks"
            ),
            "add a case with {person.conditions: {has: [alcohol-use-disorder], complete: yes}}",
        )
    )


def test_days_of_a_review_that_are_missing_let_its_changes_pass() -> None:
    shorter = table(WHOLE.replace(", late: [31]", ""))

    assert survivors_of(LAW, shorter, [LAW]) == surviving(
        (
            "first-by-day 18, every-days 30 -> 18, 31 in review plan",
            (
                "add to reviews {review: plan, first-on-time: [18], first-late: [19], "
                "on-time: [30], late: [31]}"
            ),
        )
    )


def test_a_placement_that_is_missing_lets_a_change_of_the_ladder_pass() -> None:
    shorter = without(PLACES, "name: minor")

    assert survivors_of(LADDER, shorter, [LADDER]) == surviving(
        (
            "clause minor -> left out",
            "add a case with {person.age: 17}: met, and by the change not met",
        ),
        (
            "person.age less-than 18 -> person.age less-than 17 in clause minor",
            "add a case with {person.age: 17}: met, and by the change not met",
        ),
        (
            "person.age less-than 18 -> person.age more-than 18 in clause minor",
            "add a case with {person.age: 17}: met, and by the change not met",
        ),
    )


def test_a_level_that_no_case_reaches_lets_its_changes_pass() -> None:
    nobody_without = table(PLACES.replace(f"{STABLE}: yes", f"{STABLE}: unknown"))
    nobody_with = table(PLACES.replace(f"{STABLE}: no", f"{STABLE}: unknown"))

    of_lowest = survivors_of(LADDER, nobody_without, [LADDER])
    of_need = survivors_of(LADDER, nobody_with, [LADDER])

    assert of_lowest[-1:] == surviving(
        ("lowest level outpatient-therapy -> iop", "add a case in which no need is present")
    )
    assert {one for one in of_need if "-> php" in one} == set(
        surviving(
            (
                "level iop -> php of clause unstable",
                (
                    "add a case with {person.is-medically-stable: no}: "
                    "not met, and by the change met"
                ),
            )
        )
    )


def test_a_need_that_a_higher_one_hides_is_proved_and_passed_over() -> None:
    hidden = Need(clause=clause("also", {"fact": STABLE, "is": "no"}), level=CareLevel.IOP)
    higher = Need(clause=clause("unstable", {"fact": STABLE, "is": "no"}), level=CareLevel.PHP)
    ladder = evolve(LADDER, needs=(hidden, higher))

    survivors = survivors_of(ladder, table(PLACES.replace("iop", "php")), [ladder])

    assert survivors == ()


def test_an_advisory_that_turns_from_met_to_not_known_is_not_seen() -> None:
    asked = {"fact": AGE, "less-than": "65"}, {"fact": "person.can-take-part", "is": "yes"}
    law = evolve(LAW, advisories=(clause("young", {"any-of": list(asked)}),))
    whole = table(WHOLE.replace("advises: [young]", "advises: []"))

    survivors = survivors_of(law, whole, [law])

    assert set(survivors) > set(
        surviving(
            (
                "person.age less-than 65 -> left out of its group in advisory young",
                (
                    "add a case with {person.age: 64, person.can-take-part: no}: "
                    "met, and by the change not met"
                ),
            )
        )
    )


def test_days_that_are_wrong_catch_nothing() -> None:
    wrong = table(WHOLE.replace("late: [31]}", "late: [30]}"))

    assert any("in review plan" in one for one in survivors_of(LAW, wrong, [LAW]))


def test_a_case_that_is_wrong_catches_nothing() -> None:
    wrong = table(WHOLE.replace("fails: [adult]", "fails: [risk]"))

    assert survivors_of(LAW, wrong, [LAW]) == survivors_of(
        LAW, without(WHOLE, "name: seventeen"), [LAW]
    )


def test_the_first_day_of_the_next_version_catches_a_later_end() -> None:
    following = Period.parse("2026-01-01..open")
    versions = [LAW, evolve(LAW, version="2026-01-01", in_force=following)]
    whole = table(
        WHOLE.replace("on: 2026-01-01, expected: not-in-force", "on: 2026-01-01, expected: met")
    )

    assert survivors_of(LAW, whole, versions) == ()


def test_a_change_that_changes_nothing_is_proved_and_passed_over() -> None:
    most = FACTS[AGE].high or 0
    law = evolve(LAW, clauses=(clause("adult", {"fact": AGE, "at-most": str(most)}),))

    survivors = survivors_of(law, table(WHOLE), [law])

    assert not [one for one in survivors if f"-> person.age at-most {most + 1}" in one]
    assert [one for one in survivors if f"-> person.age less-than {most}" in one]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"fact": STABLE, "is": "yes"}, ["is yes -> no"]),
        ({"fact": STABLE, "is": "no"}, ["is no -> person.is-medically-stable is yes"]),
    ],
)
def test_yes_and_no_change_into_each_other(data: object, said: list[str]) -> None:
    assert says(rule(data)) == [f"{STABLE} {one}" for one in said]


@pytest.mark.parametrize(
    ("operator", "others"),
    [
        ("at-least", ["more-than", "at-most"]),
        ("at-most", ["less-than", "at-least"]),
        ("more-than", ["at-least", "less-than"]),
        ("less-than", ["at-most", "more-than"]),
        ("equals", ["at-least", "at-most"]),
    ],
)
def test_a_bound_moves_by_one_and_an_operator_turns(operator: str, others: list[str]) -> None:
    assert says(rule({"fact": AGE, operator: "18"})) == [
        f"{AGE} {operator} 18 -> {AGE} {changed}"
        for changed in (f"{operator} 17", f"{operator} 19", *(f"{other} 18" for other in others))
    ]


def test_a_group_changes_its_kind_its_count_and_its_parts() -> None:
    parts = [{"fact": STABLE, "is": "yes"}, {"not": {"fact": AGE, "equals": "18"}}]
    stable, other = f"{STABLE} is yes", f"not ({AGE} equals 18)"

    inner = [
        f"{stable} -> left out of its group",
        f"{other} -> left out of its group",
        f"{stable} -> no",
        f"{other} -> {AGE} equals 18",
        f"{AGE} equals 18 -> {AGE} equals 17",
        f"{AGE} equals 18 -> {AGE} equals 19",
        f"{AGE} equals 18 -> {AGE} at-least 18",
        f"{AGE} equals 18 -> {AGE} at-most 18",
    ]

    assert says(rule({"all-of": parts})) == [f"all-of ({stable}; {other}) -> any-of", *inner]
    assert says(rule({"any-of": parts})) == [f"any-of ({stable}; {other}) -> all-of", *inner]
    assert says(rule({"at-least": {"count": "1", "of": parts}})) == [
        "at least 1 of 2 -> at least 0",
        "at least 1 of 2 -> at least 2",
        *inner,
    ]


def test_each_term_of_a_list_comes_and_goes() -> None:
    payers = FACTS[PAYER].terms
    assert payers is not None

    said = says(rule({"fact": PAYER, "one-of": ["medicaid"]}))

    assert said == [
        f"{PAYER} one-of {'without' if payer == 'medicaid' else 'with'} {payer}"
        for payer in payers.values()
    ]


def test_a_listing_is_asked_for_every_other_term() -> None:
    conditions = FACTS["person.conditions"].terms
    assert conditions is not None

    said = says(rule({"fact": "person.conditions", "has": "depression"}))

    assert said == [
        f"person.conditions has depression -> person.conditions has {other}"
        for other in conditions.values()
        if other != "depression"
    ]


@pytest.mark.parametrize(
    ("period", "near"),
    [
        ("2025-01-01..open", ["2024-12-31..open", "2025-01-02..open", "2025-01-01..2025-01-02"]),
        (
            "2025-01-01..2025-01-02",
            ["2024-12-31..2025-01-02", "2025-01-01..2025-01-03", "2025-01-01..open"],
        ),
    ],
)
def test_each_end_of_a_period_moves_by_a_day(period: str, near: list[str]) -> None:
    assert [str(change.period) for change in periods_near(Period.parse(period))] == near


def says(asked: Node) -> list[str]:
    return [change.said for change in changes_of(asked)]
