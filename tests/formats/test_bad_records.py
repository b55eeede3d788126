"""Bad records of a person: told without anything that stands in them."""

from __future__ import annotations

import pytest
from attrs import fields
from tests.formats.bad_input import problems_of

from iopkit.model import Case, Person

NO_ALIAS = "expected no anchors and no aliases; write the value out at each place"

BAD = {
    "a person's record": (
        Case,
        (
            "on: tomorrow\nperson:\n  age: ninety\n  conditions: [depresion, [x]]\n  state: OHIO\n"
            "  nickname: Jo\n  work: {pay_per_hour: twenty, hours: [{days: [mon], start: 9am}]}\n"
            "program: {id: a, state: OHIO}\nbudget: '$5'\nused: {visits_used: -3}\n"
        ),
        [
            "<text>:1:5: on: expected a date YYYY-MM-DD; leave it out if unknown",
            "<text>:3:8: person.age: expected a whole number; leave it out if unknown",
            (
                "<text>:4:16: person.conditions[0]: expected a term that "
                "iopkit.vocabulary.Condition lists"
            ),
            (
                "<text>:4:27: person.conditions[1]: expected a term that "
                "iopkit.vocabulary.Condition lists"
            ),
            (
                "<text>:5:10: person.state: expected a term that iopkit.vocabulary.State lists; "
                "leave it out if unknown"
            ),
            (
                "<text>:6:3: person: expected one of the keys "
                + ", ".join(field.name for field in fields(Person))
            ),
            (
                "<text>:7:24: person.work.pay_per_hour: expected an amount in dollars and cents "
                "such as 1,234.50; leave it out if unknown"
            ),
            "<text>:7:40: person.work.hours[0]: expected the key 'end'; add it: it must be told",
            "<text>:7:61: person.work.hours[0].start: expected a time HH:MM",
            (
                "<text>:8:25: program.state: expected a term that iopkit.vocabulary.State lists, "
                "got 'OHIO'; did you mean OH?"
            ),
            (
                "<text>:9:9: budget: expected an amount in dollars and cents such as 1,234.50; "
                "leave it out if unknown"
            ),
            "<text>:10:21: used.visits_used: expected a number that is not negative",
        ],
    ),
    "the writing of a person's record": (
        Case,
        (
            "person: {age: 3, age: 4}\non: &secret 2026-01-01\nbudget: *secret\n"
            "episode: !secret {}\n? {secret: 1}\n: 2\n"
        ),
        [
            "<text>:1:18: expected each key once; keep one of them",
            f"<text>:2:5: {NO_ALIAS}",
            f"<text>:3:9: {NO_ALIAS}",
            "<text>:4:10: expected no tags; take out the part that starts with !",
            "<text>:5:3: expected a key that is text; write one word before the colon",
        ],
    ),
    "a reference without a folder": (
        Case,
        "program: {file: a.yaml}\nperson: {file: b.yaml}\n",
        [
            (
                "<text>:1:10: program: expected the value itself, since this text has no folder, "
                "got 'a.yaml'; write it out, read from a file, or pass `root`"
            ),
            (
                "<text>:2:9: person: expected the value itself, since this text has no folder; "
                "write it out, read from a file, or pass `root`"
            ),
        ],
    ),
}


@pytest.mark.parametrize(("kind", "source", "messages"), BAD.values(), ids=BAD)
def test_bad_records_are_told_without_what_they_say(
    kind: type, source: str | bytes, messages: list[str]
) -> None:
    assert problems_of(kind, source) == messages
